package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
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
	return r.looking(s, func(desk Desk) error {
		w := desk.World()
		viewer, err := r.person(w, args[0])
		if err != nil {
			return err
		}
		v := view{viewer: viewer, on: r.on(s, w)}
		if v.world, err = r.seen(s, desk, v.on); err != nil {
			return err
		}
		v.personentegel, v.berichtentegel = sight.Tiles(v.world, viewer.ID, v.on)
		v.hidden = sight.HiddenFrom(v.world, viewer.ID, v.on)
		if r.json() {
			return writeJSON(r.out, v.json())
		}
		r.showText(v)
		return nil
	})
}

// roles are those in which the viewer looks: their default role, then the
// others of the groups in which they are.
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

func (v view) json() showJSON {
	return showJSON{
		Viewer: v.viewer.ID, Name: v.viewer.Shown(), Roles: list(v.roles(), domain.Role.String), Date: v.on,
		Personentegel: personentegelJSON{
			Groups: list(v.personentegel.Groups, func(g sight.GroupRows) groupJSON {
				return groupJSON{g.Group, v.groupName(g.Group), list(g.Rows, v.row)}
			}),
			Network: list(v.personentegel.Network, func(p sight.Row) personJSON {
				return personJSON{p.Person, v.name(p.Person), len(p.Messages) > 0, grounds(p.Sight)}
			}),
		},
		Berichtentegel: berichtentegelJSON{
			Groups: list(v.berichtentegel.Groups, func(g sight.GroupRows) mailGroupJSON {
				return mailGroupJSON{
					g.Group, v.groupName(g.Group), g.Access.GroupMessage.Holds(), g.Access.GroupReport.Holds(), list(g.Rows, v.row),
				}
			}),
			Addressees: list(v.berichtentegel.Addressees, func(p sight.Row) addresseeJSON {
				return addresseeJSON{p.Person, v.name(p.Person), grounds(p.Messages)}
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
	return rowJSON{p.Person, v.name(p.Person), p.As.String(), len(p.Messages) > 0, grounds(p.Sight)}
}

// name is what JSON says: as it is, not cleaned.
func (v view) name(id domain.PersonID) string {
	p, _ := v.world.Person(id)
	return p.Shown()
}

func (v view) groupName(id domain.GroupID) string {
	g, _ := v.world.Group(id)
	return g.Name
}
