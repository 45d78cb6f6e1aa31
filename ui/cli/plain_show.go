package cli

import (
	"slices"

	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// hearRows says the people of a place of the Personentegel or of a group. That a message may be
// sent is apart from why they stand there, which is said once where it is the same for all.
func (r *run) hearRows(v view, rows []sight.Row, breaks func(sight.Row) breaksJSON) {
	same := r.hearCommon(v, rows, func(p sight.Row) []ground { return p.Sight })
	for _, p := range rows {
		key := words.Key("plain.row")
		switch {
		case len(p.Messages) > 0 && !slices.ContainsFunc(p.Messages, func(g ground) bool { return g.Tag != sight.Read }):
			key = "plain.row-may-read"
		case len(p.Messages) > 0:
			key = "plain.row-message"
		}
		line := "    " + r.words.Say(key, r.personName(v.world, p.Person), r.words.Role(p.As))
		if !same {
			line = r.words.Say("plain.row-because", line, r.words.Because(v.world, p.Sight))
		}
		r.print(r.withBreaks(line, breaks(p).Breaks))
	}
}

// hearAddressees says to whom the viewer may send a message.
func (r *run) hearAddressees(v view) {
	all := v.berichtentegel.Addressees
	same := r.hearCommon(v, all, func(p sight.Row) []ground { return p.Messages })
	for _, p := range all {
		line := "    " + r.personName(v.world, p.Person)
		if !same {
			line = r.words.Say("plain.because", line, r.words.Because(v.world, p.Messages))
		}
		r.print(r.withBreaks(line, v.pair(p.Person).Breaks))
	}
}

// hearCommon says why all of several people stand in a place, where that is the same for
// all of them, and reports whether it is.
func (r *run) hearCommon(v view, rows []sight.Row, grounds func(sight.Row) []ground) bool {
	if len(rows) < 2 {
		return false
	}
	why := r.words.Because(v.world, grounds(rows[0]))
	if slices.ContainsFunc(rows, func(p sight.Row) bool { return r.words.Because(v.world, grounds(p)) != why }) {
		return false
	}
	r.say("plain.rows-because", why)
	return true
}
