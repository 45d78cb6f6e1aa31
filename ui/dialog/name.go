package dialog

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Namer names people so that namesakes differ (DOMAIN.md 4). Make one per dialog,
// or one per World of a list: finding namesakes walks everybody.
type Namer struct {
	s    scene.Scene
	many map[string]bool // names that several people have

	after domain.World // of an impact: it knows the people that an edit makes
}

// NewNamer finds the namesakes in the scene's World.
func NewNamer(s scene.Scene) Namer {
	seen := make(map[string]bool, s.World.Count(domain.PersonNoun))
	many := map[string]bool{}
	for p := range s.World.Persons() {
		name := sameShown(p)
		if seen[name] {
			many[name] = true
		}
		seen[name] = true
	}
	return Namer{s: s, many: many}
}

func sameShown(p domain.Person) string { return strings.ToLower(p.Shown()) }

// Name is the schermnaam; a namesake's has Apart behind it.
func (n Namer) Name(id domain.PersonID) string {
	p, ok := n.s.World.Person(id)
	if !ok {
		if p, ok = n.after.Person(id); !ok {
			return words.Clean(string(id))
		}
	}
	if n.many[sameShown(p)] {
		return words.Clean(p.Shown()) + " (" + n.Apart(p) + ")"
	}
	return words.Clean(p.Shown())
}

// Apart distinguishes a person from namesakes: number, birth year or location,
// else function; an id only where nothing else is known.
func (n Namer) Apart(p domain.Person) string {
	if p.Number == "" && p.BirthDate.IsZero() && p.Location == "" && p.Function != "" {
		return words.Clean(p.Function)
	}
	return n.s.Words.Apart(p)
}

// Detail is the role, and Apart where it helps, for beside a name in a list.
func (n Namer) Detail(p domain.Person) string {
	role := n.s.Words.RoleWord(p.Role)
	if apart := n.Apart(p); apart != string(p.ID) || n.many[sameShown(p)] {
		return role + " · " + apart
	}
	return role
}

// Item is a person in a list to pick from, found by any of their names, their
// number or their location.
func (n Namer) Item(p domain.Person) widget.Item {
	return widget.Item{
		Key: string(p.ID), Label: words.Clean(p.Shown()), Detail: n.Detail(p),
		Search: domain.LookUp(p.Shown() + " " + p.FullName() + " " + p.Number + " " + p.Location),
	}
}

// Names are the names of several people, in order.
func (n Namer) Names(ids []domain.PersonID) []string {
	ids = n.Order(ids)
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = n.Name(id)
	}
	return out
}

// Order sorts people by name.
func (n Namer) Order(ids []domain.PersonID) []domain.PersonID {
	ids = slices.Clone(ids)
	words.SortBy(ids, func(id domain.PersonID) string {
		p, _ := n.s.World.Person(id)
		return n.s.Roster.NameKey(p)
	})
	return ids
}

// Members describes memberships by name: who, in which role, when.
func (n Namer) Members(list []domain.Membership) []string {
	list = slices.Clone(list)
	words.SortBy(list, func(m domain.Membership) string {
		p, _ := n.s.World.Person(m.Person)
		return n.s.Roster.NameKey(p)
	})
	out := make([]string, len(list))
	for i, m := range list {
		out[i] = n.Name(m.Person) + " · " + n.s.Words.RoleWord(n.s.World.RoleIn(m))
		if when := n.s.Words.Period(m.Period); when != "" {
			out[i] += " · " + when
		}
	}
	return out
}
