package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// hearSummary says how much the tiles show.
func (r *run) hearSummary(v view) {
	f := v.facts()
	people := func(ids []domain.PersonID) string {
		if len(ids) == 0 {
			return r.words.Say("plain.show.nobody")
		}
		return r.words.Say("plain.show.people", len(fresh(ids, nil)))
	}
	seen := []string{people(f.sees)}
	if groups := len(fresh(f.groups, nil)); groups > 0 {
		seen = append(seen, r.words.Count(domain.GroupNoun, groups))
	}
	r.say("plain.show.sees", r.words.Person(v.world, v.viewer.ID), r.words.List(seen), people(f.mails))
}

// hearsEmpty says in one line that a tile is empty, and reports whether it is.
func (r *run) hearsEmpty(tile words.Key, rows int) bool {
	if r.aloud == nil || rows > 0 {
		return false
	}
	r.say("plain.show.empty", r.words.Say(tile))
	return true
}

// hides reports whether there is anything that the viewer does not see.
func (v view) hides() bool {
	return len(v.hidden.Groups)+len(v.hidden.Members)+len(v.hidden.Unlinked) > 0
}

// hiddenPerson is somebody whom the viewer does not see, in which of the viewer's groups.
type hiddenPerson struct {
	id     domain.PersonID
	groups []domain.GroupID // none: an agreement alone says that they should be seen
}

// hiddenPeople are each once, in the order of the rows.
func (v view) hiddenPeople() []hiddenPerson {
	var out []hiddenPerson
	at := map[domain.PersonID]int{}
	for _, m := range slices.Concat(v.hidden.Members, v.hidden.Within) {
		i, known := at[m.Person]
		if !known {
			i = len(out)
			at[m.Person], out = i, append(out, hiddenPerson{id: m.Person})
		}
		if m.Group != "" {
			out[i].groups = append(out[i].groups, m.Group)
		}
	}
	return out
}

// hearHidden says how much of their own groups the viewer does not see, and what. Their name
// is the subject and stands first: behind the verb it is heard of whom they do not see.
func (r *run) hearHidden(v view) {
	who := r.words.Person(v.world, v.viewer.ID)
	if !v.hides() {
		r.hearNothingHidden(v, who)
		return
	}
	if all := r.hiddenCounts(v); len(all) > 0 {
		r.say("plain.show.hidden", who, r.words.List(all))
	} else {
		r.say("cli.show.hidden")
	}
	r.printHiddenRows(v, r.hearHiddenPeople)
	r.say("plain.show.only", who)
	r.say("plain.show.seen-by", who, string(v.viewer.ID))
}

// hiddenCounts says how many of their own groups and of the people in these the viewer does
// not see.
func (r *run) hiddenCounts(v view) []string {
	var all []string
	if n := len(v.hidden.Groups); n > 0 {
		all = append(all, r.words.Count(domain.GroupNoun, n))
	}
	people := 0
	for _, p := range v.hiddenPeople() {
		if len(p.groups) > 0 {
			people++
		}
	}
	if people > 0 {
		all = append(all, r.words.Say("plain.show.people", people))
	}
	return all
}

func (r *run) hearNothingHidden(v view, who string) {
	key := words.Key("plain.show.no-group")
	switch {
	case slices.ContainsFunc(slices.Collect(v.world.MembershipsOf(v.viewer.ID)), func(m domain.Membership) bool { return m.Covers(v.on) }):
		key = "plain.show.hidden-none"
	case len(v.facts().sees) == 0:
		key = "plain.show.sees-nobody"
	}
	r.say(key, who)
}

func (r *run) hearHiddenPeople(v view) {
	for _, p := range v.hiddenPeople() {
		line := r.words.Say("cli.show.hidden-promised", r.personName(v.world, p.id))
		if n := len(p.groups); n > 0 {
			line = r.words.Say("plain.show.hidden-person", n, r.personName(v.world, p.id), r.words.List(list(p.groups, r.groupNamer(v.world))))
		}
		r.print(r.withBreaks(line, v.pair(p.id).Breaks))
	}
}

// hearRows says the people of a place of the Personentegel or of a group; no group: the
// network. That a message may be sent is apart from why they stand there, which is said once
// where it is the same for all.
func (r *run) hearRows(v view, in domain.GroupID, rows []sight.Row, breaks func(sight.Row) breaksJSON) {
	same := r.hearCommon(v, in, rows, func(p sight.Row) []ground { return p.Sight })
	for _, p := range rows {
		key, by := words.Key("plain.row"), r.otherwise(v, p.Person)
		switch {
		case len(p.Messages) > 0 && !slices.ContainsFunc(p.Messages, func(g ground) bool { return g.Tag != sight.Read }):
			key = "plain.row-may-read"
		case len(p.Messages) > 0:
			key = "plain.row-message"
		case by != "":
			key = "plain.row-elsewhere"
		}
		line := "    " + r.words.Say(key, r.personName(v.world, p.Person), r.words.Role(p.As), by)
		if !same {
			line = r.words.Say("plain.row-because", line, r.words.Because(v.world, p.Sight))
		}
		r.print(r.withBreaks(line, breaks(p).Breaks))
	}
}

// otherwise says by what the viewer may message somebody, wherever that is; empty: by nothing.
func (r *run) otherwise(v view, other domain.PersonID) string {
	at := slices.IndexFunc(v.berichtentegel.Addressees, func(p sight.Row) bool { return p.Person == other })
	if at < 0 {
		return ""
	}
	var by []string
	for _, g := range v.berichtentegel.Addressees[at].Messages {
		key := words.Key("plain.by-group")
		if g.Group == "" {
			key = "plain.by-network"
		}
		by = append(by, r.words.Say(key))
	}
	return r.words.List(fresh(by, nil))
}

// hearAddressees says to whom the viewer may send a message.
func (r *run) hearAddressees(v view) {
	all := v.berichtentegel.Addressees
	same := r.hearCommon(v, "", all, func(p sight.Row) []ground { return p.Messages })
	for _, p := range all {
		line := "    " + r.personName(v.world, p.Person)
		if !same {
			line = r.words.Say("plain.because", line, r.words.Because(v.world, p.Messages))
		}
		r.print(r.withBreaks(line, v.pair(p.Person).Breaks))
	}
}

// hearCommon says why all of several people stand in a place, where that is the same for
// all of them, and reports whether it is. Of a group it says how many others there are: a
// reason for all is else heard as a reason for all of the group.
func (r *run) hearCommon(v view, in domain.GroupID, rows []sight.Row, grounds func(sight.Row) []ground) bool {
	if len(rows) < 2 {
		return false
	}
	why := r.words.Because(v.world, grounds(rows[0]))
	if slices.ContainsFunc(rows, func(p sight.Row) bool { return r.words.Because(v.world, grounds(p)) != why }) {
		return false
	}
	others := 0
	for _, m := range v.world.MembersOn(in, v.on) {
		if m.Person != v.viewer.ID {
			others++
		}
	}
	key := words.Key("plain.rows-because")
	switch {
	case in == "":
	case others == len(rows):
		key = "plain.rows-whole-group"
	default:
		key = "plain.rows-of-group"
	}
	r.say(key, len(rows), why, others)
	return true
}
