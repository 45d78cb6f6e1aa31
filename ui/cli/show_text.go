package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/lang"
)

// showText writes a view in plain lines, each of which says on its own who it is
// about and why.
func (r *run) showText(v view) {
	var roles []string
	for _, role := range v.roles() {
		roles = append(roles, r.words.Role(role))
	}
	r.sayf(lang.CLIShowHead, r.words.Person(v.world, v.viewer.ID), string(v.viewer.ID), r.words.List(roles), r.words.LongDate(v.on))
	r.say("")
	r.personentegel(v)
	r.say("")
	r.berichtentegel(v)
	r.say("")
	r.hidden(v)
}

func (r *run) personentegel(v view) {
	r.sayf(lang.CLIPersonentegel)
	for _, g := range v.personentegel.Groups {
		head := lang.CLIGroupLine
		if len(g.Rows) == 0 {
			head = lang.CLIGroupNothing
		}
		r.sayf(head, r.words.Group(v.world, g.Group), r.stands(g.Group, g.Stake.Personentegel))
		r.rows(v, g.Rows)
	}
	if len(v.personentegel.Network) > 0 {
		r.sayf(lang.CLINetwork)
		r.rows(v, v.personentegel.Network)
	}
	if len(v.personentegel.Groups)+len(v.personentegel.Network) == 0 {
		r.sayf(lang.CLIEmpty)
	}
}

func (r *run) berichtentegel(v view) {
	r.sayf(lang.CLIBerichtentegel)
	for _, g := range v.berichtentegel.Groups {
		var can []string
		if g.Stake.GroupMessage.Holds() {
			can = append(can, r.tagged(r.words.Say(lang.CLIGroupMessage), g.Stake.GroupMessage))
		}
		if g.Stake.GroupReport.Holds() {
			can = append(can, r.tagged(r.words.Say(lang.CLIGroupReport), g.Stake.GroupReport))
		}
		id := r.stands(g.Group, g.Stake.Berichtentegel)
		if len(can) > 0 {
			r.sayf(lang.CLIGroupCan, r.words.Group(v.world, g.Group), id, r.words.List(can))
		} else {
			r.sayf(lang.CLIGroupLine, r.words.Group(v.world, g.Group), id)
		}
		r.rows(v, g.Rows)
	}
	if len(v.berichtentegel.Addressees) > 0 {
		r.sayf(lang.CLIAddressees)
		for _, p := range v.berichtentegel.Addressees {
			r.sayf(lang.CLIAddressee, r.who(v.world, p.Person), r.because(v.world, p.Messages))
		}
	}
	if len(v.berichtentegel.Groups)+len(v.berichtentegel.Addressees) == 0 {
		r.sayf(lang.CLIEmpty)
	}
}

// stands is the id of a group, with the reading of ours by which it stands in a
// tile, if it is one.
func (r *run) stands(id domain.GroupID, by sight.Clause) string {
	if by.Tag != sight.Read {
		return string(id)
	}
	return r.words.Say(lang.CLIGroupStands, string(id), by.Rule.String(), r.words.Tag(by))
}

func (r *run) rows(v view, rows []sight.Row) {
	for _, p := range rows {
		key, tag := lang.CLIRow, ""
		switch {
		case len(p.Messages) > 0 && !slices.ContainsFunc(p.Messages, func(g ground) bool { return g.Tag != sight.Read }):
			key, tag = lang.CLIRowMayRead, r.words.Tag(p.Messages[0].Clause)
		case len(p.Messages) > 0:
			key = lang.CLIRowMessage
		}
		r.sayf(key, r.who(v.world, p.Person), r.words.Role(p.As), r.because(v.world, p.Sight), tag)
	}
}

func (r *run) hidden(v view) {
	r.sayf(lang.CLIHidden)
	for _, g := range v.hidden.Groups {
		r.sayf(lang.CLIHiddenGroup, r.words.Group(v.world, g), string(g))
	}
	for _, m := range v.hidden.Members {
		r.sayf(lang.CLIHiddenPerson, r.who(v.world, m.Person), r.which(v.world, m.Group))
	}
	if len(v.hidden.Groups)+len(v.hidden.Members) == 0 {
		r.sayf(lang.CLIEmpty)
	}
}
