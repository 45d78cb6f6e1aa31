package people

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// may is what somebody may do with whom, and by which role (DOMAIN.md 3.3).
func (b *about) may() {
	w := b.Words
	all := care.AccessibleClients(b.World, b.p.ID, b.On)
	if len(all) == 0 {
		b.Text(b.Theme.Faint, 0, w.Say("views.may-nothing"))
		return
	}
	words.SortBy(all, func(r care.Reach) string {
		p, _ := b.World.Person(r.Client)
		return b.Roster.NameKey(p)
	})
	b.beside = 58 // names of roles are short
	ignored := false
	for _, r := range all {
		for _, g := range r.Grants {
			ignored = ignored || g.ByRelation()
			if g.Unwanted {
				b.point(b.Theme.Error, r.Client, w.Say("views.may-unwanted", w.Person(b.World, r.Client), w.AccessRole(b.World, g.Role)))
			}
		}
	}
	b.Section(w.Say("views.roles"))
	for _, role := range spans(b.World, all) {
		b.span(role)
	}
	if ignored {
		b.Text(b.Theme.Warning, 2, b.said("care.ignored"))
	}
	b.Section(w.Say("views.with-whom", len(all)))
	for _, r := range all {
		b.reach(r)
	}
}

// reach is one client with the names of the roles: what they stand for is said
// once, above.
func (b *about) reach(r care.Reach) {
	var names []string
	primary, unwanted := false, false
	for _, g := range r.Grants {
		if name := b.Words.AccessRole(b.World, g.Role); !slices.Contains(names, name) {
			names = append(names, name)
		}
		unwanted = unwanted || g.Unwanted
		for _, id := range g.Relations {
			relation, _ := b.World.Relation(id)
			t, _ := b.World.RelationType(relation.Type)
			primary = primary || t.Primary
		}
	}
	sign, style := b.emphasis(primary)
	if unwanted {
		sign = widget.Cell{Text: warningSign, Style: b.Theme.Error}
	}
	b.somebody(r.Client, sign, style, b.Words.List(names))
}

// span is an access role with all the clients that somebody reaches by it.
type span struct {
	role    domain.AccessRoleID
	rule    care.Rule
	tasks   []string
	clients map[domain.PersonID]bool
	places  []string // by location
	own     bool     // the location is the employee's own
	types   []domain.RelationTypeID
	all     bool // every client
}

// spans gathers grants by role, in the order of the roles.
func spans(w domain.World, all []care.Reach) []span {
	var out []span
	for _, r := range all {
		for _, g := range r.Grants {
			i, found := slices.BinarySearchFunc(out, g.Role, func(s span, id domain.AccessRoleID) int {
				switch {
				case s.role < id:
					return -1
				case s.role > id:
					return 1
				}
				return 0
			})
			if !found {
				out = slices.Insert(out, i, span{role: g.Role, rule: g.Rule, tasks: g.Tasks, clients: map[domain.PersonID]bool{}})
			}
			out[i] = out[i].with(w, r.Client, g)
		}
	}
	return out
}

func (s span) with(w domain.World, client domain.PersonID, g care.Grant) span {
	s.clients[client] = true
	switch g.Scope {
	case domain.AllClients:
		s.all = true
	case domain.LocationScope:
		s.own = s.own || g.OwnLocation
		if place := words.Clean(g.Location); !slices.Contains(s.places, place) {
			s.places = append(s.places, place)
			slices.Sort(s.places)
		}
	case domain.RelationScope:
		for _, id := range g.Relations {
			if r, _ := w.Relation(id); !slices.Contains(s.types, r.Type) {
				s.types = append(s.types, r.Type)
				slices.Sort(s.types)
			}
		}
	}
	return s
}

// span says what a role lets somebody do, how they came by it and whom it contains.
func (b *about) span(s span) {
	w := b.Words
	how := map[care.Rule]words.Key{care.A1: "views.given", care.A2: "care.assigned", care.A3: "care.standard"}[s.rule]
	var scope string
	switch {
	case s.all:
		scope = w.Say("care.all-clients")
	case s.own:
		scope = w.Say("views.own-places", w.List(s.places))
	case len(s.places) > 0:
		scope = w.Say("views.at-places", len(s.places), w.List(s.places))
	default:
		var types []string
		for _, t := range s.types {
			types = append(types, w.RelationType(b.World, t))
		}
		scope = w.Say("views.by-types", w.List(types))
	}
	said := w.Say("views.role", w.List(words.CleanAll(s.tasks)), w.Say("views.clients", len(s.clients)), scope, s.rule.String(), w.Say(how))
	b.named(w.AccessRole(b.World, s.role), said)
}

// named adds a name that leads nowhere, and below it what is to be said.
func (b *about) named(name, said string) {
	b.Row(widget.Cell{W: 2}, widget.Cell{Text: name, Style: b.Theme.Text, W: widget.Share(1)})
	b.Text(b.Theme.Faint, 4, said)
}
