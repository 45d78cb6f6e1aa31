package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

type (
	showJSON struct {
		Viewer         domain.PersonID    `json:"viewer"`
		Name           string             `json:"name"`
		Roles          []string           `json:"roles"`
		Date           domain.Date        `json:"date"`
		Personentegel  personentegelJSON  `json:"personentegel"`
		Berichtentegel berichtentegelJSON `json:"berichtentegel"`
		Hidden         hiddenJSON         `json:"hidden"`
	}
	personentegelJSON struct {
		Groups  []groupJSON  `json:"groups"`
		Network []personJSON `json:"network"`
	}
	groupJSON struct {
		Group domain.GroupID `json:"group"`
		Name  string         `json:"name"`
		Rows  []rowJSON      `json:"rows"`
	}
	rowJSON struct {
		Person  domain.PersonID `json:"person"`
		Name    string          `json:"name"`
		Role    string          `json:"role"`
		Message bool            `json:"message"`
		Grounds []groundJSON    `json:"grounds"` // of sight, in this place
	}
	personJSON struct {
		Person  domain.PersonID `json:"person"`
		Name    string          `json:"name"`
		Message bool            `json:"message"`
		Grounds []groundJSON    `json:"grounds"`
	}
	berichtentegelJSON struct {
		Groups     []mailGroupJSON `json:"groups"`
		Addressees []addresseeJSON `json:"addressees"`
	}
	mailGroupJSON struct {
		Group        domain.GroupID `json:"group"`
		Name         string         `json:"name"`
		GroupMessage bool           `json:"groupMessage"`
		GroupReport  bool           `json:"groupReport"`
		Rows         []rowJSON      `json:"rows"`
	}
	addresseeJSON struct {
		Person  domain.PersonID `json:"person"`
		Name    string          `json:"name"`
		Grounds []groundJSON    `json:"grounds"` // of messages
	}
	hiddenJSON struct {
		Groups  []domain.GroupID   `json:"groups"`
		Persons []hiddenPersonJSON `json:"persons"`
	}
	hiddenPersonJSON struct {
		Person domain.PersonID `json:"person"`
		Group  domain.GroupID  `json:"group"`
	}
)

// view is what one person sees on a day, and what they do not.
type view struct {
	world          domain.World
	viewer         domain.Person
	on             domain.Date
	personentegel  sight.Personentegel
	berichtentegel sight.Berichtentegel
	hidden         sight.Hidden
}

func (r *run) show(s Session, args []string) error {
	return r.readStore(s, func(db Store) error {
		w := db.World()
		viewer, err := r.personNamed(w, args[0])
		if err != nil {
			return err
		}
		v := view{viewer: viewer, on: r.referenceDate(s, w)}
		if v.world, err = r.seenWorld(s, db, v.on); err != nil {
			return err
		}
		v.personentegel, v.berichtentegel = sight.Tiles(v.world, viewer.ID, v.on)
		v.hidden = sight.HiddenFrom(v.world, viewer.ID, v.on)
		if r.wantsJSON() {
			return writeJSON(r.out, v.data())
		}
		r.printView(v)
		return nil
	})
}

// roles are the default role of the viewer, then the others that they have in groups.
func (v view) roles() []domain.Role {
	out := []domain.Role{v.viewer.Role}
	in := v.world.GroupsOn(v.viewer.ID, v.on)
	for _, role := range domain.Roles() {
		as := func(m domain.Member) bool { return m.As == role }
		if role != v.viewer.Role && slices.ContainsFunc(in, as) {
			out = append(out, role)
		}
	}
	return out
}

func (v view) data() showJSON {
	return showJSON{
		Viewer: v.viewer.ID, Name: v.viewer.Shown(), Roles: list(v.roles(), domain.Role.String), Date: v.on,
		Personentegel: personentegelJSON{
			Groups: list(v.personentegel.Groups, func(g sight.GroupRows) groupJSON {
				return groupJSON{g.Group, v.groupName(g.Group), list(g.Rows, v.row)}
			}),
			Network: list(v.personentegel.Network, func(p sight.Row) personJSON {
				return personJSON{p.Person, v.name(p.Person), len(p.Messages) > 0, groundsData(p.Sight)}
			}),
		},
		Berichtentegel: berichtentegelJSON{
			Groups: list(v.berichtentegel.Groups, func(g sight.GroupRows) mailGroupJSON {
				return mailGroupJSON{
					g.Group, v.groupName(g.Group), g.Access.GroupMessage.Holds(), g.Access.GroupReport.Holds(), list(g.Rows, v.row),
				}
			}),
			Addressees: list(v.berichtentegel.Addressees, func(p sight.Row) addresseeJSON {
				return addresseeJSON{p.Person, v.name(p.Person), groundsData(p.Messages)}
			}),
		},
		Hidden: hiddenJSON{
			Groups: list(v.hidden.Groups, func(g domain.GroupID) domain.GroupID { return g }),
			Persons: list(v.hidden.Members, func(m sight.HiddenMember) hiddenPersonJSON {
				return hiddenPersonJSON{m.Person, m.Group}
			}),
		},
	}
}

func (v view) row(p sight.Row) rowJSON {
	return rowJSON{p.Person, v.name(p.Person), p.As.String(), len(p.Messages) > 0, groundsData(p.Sight)}
}

// name is as it is, not cleaned: JSON escapes.
func (v view) name(id domain.PersonID) string {
	p, _ := v.world.Person(id)
	return p.Shown()
}

func (v view) groupName(id domain.GroupID) string {
	g, _ := v.world.Group(id)
	return g.Name
}

// printView writes a view in plain lines. Each line says on its own who it is about and
// why.
func (r *run) printView(v view) {
	var roles []string
	for _, role := range v.roles() {
		roles = append(roles, r.words.Role(role))
	}
	r.say("cli.show.head", r.words.Person(v.world, v.viewer.ID), string(v.viewer.ID), r.words.List(roles), r.words.LongDate(v.on))
	r.print("")
	r.printPersonentegel(v)
	r.print("")
	r.printBerichtentegel(v)
	r.print("")
	r.printHidden(v)
}

func (r *run) printPersonentegel(v view) {
	r.say("cli.show.personentegel")
	for _, g := range v.personentegel.Groups {
		head := words.Key("cli.show.group")
		if len(g.Rows) == 0 {
			head = "cli.show.group-nobody"
		}
		r.say(head, r.words.Group(v.world, g.Group), r.groupLabel(g.Group, g.Access.Personentegel))
		r.printRows(v, g.Rows)
	}
	if len(v.personentegel.Network) > 0 {
		r.say("cli.show.network")
		r.printRows(v, v.personentegel.Network)
	}
	if len(v.personentegel.Groups)+len(v.personentegel.Network) == 0 {
		r.say("cli.show.empty")
	}
}

func (r *run) printBerichtentegel(v view) {
	r.say("cli.show.berichtentegel")
	for _, g := range v.berichtentegel.Groups {
		var can []string
		if g.Access.GroupMessage.Holds() {
			can = append(can, r.withTag(r.words.Say("cli.show.group-message"), g.Access.GroupMessage))
		}
		if g.Access.GroupReport.Holds() {
			can = append(can, r.withTag(r.words.Say("cli.show.group-report"), g.Access.GroupReport))
		}
		id := r.groupLabel(g.Group, g.Access.Berichtentegel)
		if len(can) > 0 {
			r.say("cli.show.group-can", r.words.Group(v.world, g.Group), id, r.words.List(can))
		} else {
			r.say("cli.show.group", r.words.Group(v.world, g.Group), id)
		}
		r.printRows(v, g.Rows)
	}
	if len(v.berichtentegel.Addressees) > 0 {
		r.say("cli.show.addressees")
		for _, p := range v.berichtentegel.Addressees {
			r.say("cli.show.addressee", r.personName(v.world, p.Person), r.groundWords(v.world, p.Messages))
		}
	}
	if len(v.berichtentegel.Groups)+len(v.berichtentegel.Addressees) == 0 {
		r.say("cli.show.empty")
	}
}

// groupLabel is the id of a group, with the reading of ours by which it is in a tile,
// if it is one.
func (r *run) groupLabel(id domain.GroupID, by sight.Clause) string {
	if by.Tag != sight.Read {
		return string(id)
	}
	return r.words.Say("cli.show.group-stands", string(id), by.Rule.String(), r.words.Tag(by))
}

func (r *run) printRows(v view, rows []sight.Row) {
	for _, p := range rows {
		key, tag := words.Key("cli.show.row"), ""
		switch {
		case len(p.Messages) > 0 && !slices.ContainsFunc(p.Messages, func(g ground) bool { return g.Tag != sight.Read }):
			key, tag = "cli.show.row-may-read", r.words.Tag(p.Messages[0].Clause)
		case len(p.Messages) > 0:
			key = "cli.show.row-message"
		}
		r.say(key, r.personName(v.world, p.Person), r.words.Role(p.As), r.groundWords(v.world, p.Sight), tag)
	}
}

func (r *run) printHidden(v view) {
	r.say("cli.show.hidden")
	for _, g := range v.hidden.Groups {
		r.say("cli.show.hidden-group", r.words.Group(v.world, g), string(g))
	}
	for _, m := range v.hidden.Members {
		r.say("cli.show.hidden-person", r.personName(v.world, m.Person), r.groupName(v.world, m.Group))
	}
	if len(v.hidden.Groups)+len(v.hidden.Members) == 0 {
		r.say("cli.show.empty")
	}
}
