package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// showText writes a view in plain lines, each of which says on its own who it is
// about and why.
func (r *run) showText(v view) {
	var roles []string
	for _, role := range v.roles() {
		roles = append(roles, r.words.Role(role))
	}
	r.sayf("cli.show.head", r.words.Person(v.world, v.viewer.ID), string(v.viewer.ID), r.words.List(roles), r.words.LongDate(v.on))
	r.say("")
	r.personentegel(v)
	r.say("")
	r.berichtentegel(v)
	r.say("")
	r.hidden(v)
}

func (r *run) personentegel(v view) {
	r.sayf("cli.show.personentegel")
	for _, g := range v.personentegel.Groups {
		head := words.Key("cli.show.group")
		if len(g.Rows) == 0 {
			head = "cli.show.group-nobody"
		}
		r.sayf(head, r.words.Group(v.world, g.Group), r.stands(g.Group, g.Access.Personentegel))
		r.rows(v, g.Rows)
	}
	if len(v.personentegel.Network) > 0 {
		r.sayf("cli.show.network")
		r.rows(v, v.personentegel.Network)
	}
	if len(v.personentegel.Groups)+len(v.personentegel.Network) == 0 {
		r.sayf("cli.show.empty")
	}
}

func (r *run) berichtentegel(v view) {
	r.sayf("cli.show.berichtentegel")
	for _, g := range v.berichtentegel.Groups {
		var can []string
		if g.Access.GroupMessage.Holds() {
			can = append(can, r.tagged(r.words.Say("cli.show.group-message"), g.Access.GroupMessage))
		}
		if g.Access.GroupReport.Holds() {
			can = append(can, r.tagged(r.words.Say("cli.show.group-report"), g.Access.GroupReport))
		}
		id := r.stands(g.Group, g.Access.Berichtentegel)
		if len(can) > 0 {
			r.sayf("cli.show.group-can", r.words.Group(v.world, g.Group), id, r.words.List(can))
		} else {
			r.sayf("cli.show.group", r.words.Group(v.world, g.Group), id)
		}
		r.rows(v, g.Rows)
	}
	if len(v.berichtentegel.Addressees) > 0 {
		r.sayf("cli.show.addressees")
		for _, p := range v.berichtentegel.Addressees {
			r.sayf("cli.show.addressee", r.who(v.world, p.Person), r.because(v.world, p.Messages))
		}
	}
	if len(v.berichtentegel.Groups)+len(v.berichtentegel.Addressees) == 0 {
		r.sayf("cli.show.empty")
	}
}

// stands is the id of a group, with the reading of ours by which it stands in a
// tile, if it is one.
func (r *run) stands(id domain.GroupID, by sight.Clause) string {
	if by.Tag != sight.Read {
		return string(id)
	}
	return r.words.Say("cli.show.group-stands", string(id), by.Rule.String(), r.words.Tag(by))
}

func (r *run) rows(v view, rows []sight.Row) {
	for _, p := range rows {
		key, tag := words.Key("cli.show.row"), ""
		switch {
		case len(p.Messages) > 0 && !slices.ContainsFunc(p.Messages, func(g ground) bool { return g.Tag != sight.Read }):
			key, tag = "cli.show.row-may-read", r.words.Tag(p.Messages[0].Clause)
		case len(p.Messages) > 0:
			key = "cli.show.row-message"
		}
		r.sayf(key, r.who(v.world, p.Person), r.words.Role(p.As), r.because(v.world, p.Sight), tag)
	}
}

func (r *run) hidden(v view) {
	r.sayf("cli.show.hidden")
	for _, g := range v.hidden.Groups {
		r.sayf("cli.show.hidden-group", r.words.Group(v.world, g), string(g))
	}
	for _, m := range v.hidden.Members {
		r.sayf("cli.show.hidden-person", r.who(v.world, m.Person), r.which(v.world, m.Group))
	}
	if len(v.hidden.Groups)+len(v.hidden.Members) == 0 {
		r.sayf("cli.show.empty")
	}
}
