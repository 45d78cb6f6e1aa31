package groups

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// viewer is the person whose view is shown; without a name nobody.
type viewer struct {
	world    domain.World // with the invented person, if it is one
	person   domain.PersonID
	name     string
	as       domain.Role // in the group under the cursor, else the default one
	invented bool        // for a role that nobody in the group has
	member   bool        // of the group under the cursor, on the reference date
	// head is the role that the head names: as, unless that would give away a group that
	// the viewer does not see (C4).
	head        domain.Role
	hiddenRoles []domain.Role // those only in groups that they do not see
}

// withRoles asks sight which roles the viewer may know: once, because every frame draws them.
func (v viewer) withRoles(on domain.Date) viewer {
	var known []domain.Role
	known, v.hiddenRoles = sight.Roles(v.world, v.person, on)
	if v.head = v.as; len(known) > 0 && !slices.Contains(known, v.as) {
		v.head = known[0]
	}
	return v
}

// inventedID is an id that no person can have.
const inventedID domain.PersonID = "?"

// viewer returns the viewer. For a role that nobody in the group has, it is an
// invented member, in a world that is thrown away.
func (g Screen) viewer(s scene.Scene) viewer {
	if g.person == "" {
		if g.role == domain.NoRole {
			return viewer{}
		}
		world, ok := g.invent(s)
		if !ok {
			return viewer{}
		}
		return viewer{
			world: world, person: inventedID, name: s.Words.Say("preview.invented", s.Words.RoleWord(g.role)), as: g.role,
			invented: true, member: g.role != domain.Administrator && g.group != "",
		}.withRoles(s.On)
	}
	p, _ := s.World.Person(g.person)
	out := viewer{world: s.Seen(), person: g.person, name: words.Clean(p.Shown()), as: p.Role}
	for _, m := range s.World.GroupsOn(g.person, s.On) {
		if m.Group == g.group {
			out.as, out.member = m.As, true
		}
	}
	return out.withRoles(s.On)
}

// invent returns the world with one more member of the group, in the chosen
// role. An administrator is in no group (G7).
func (g Screen) invent(s scene.Scene) (domain.World, bool) {
	p := domain.Person{ID: inventedID, Role: g.role, GivenName: "?", FamilyName: domain.NoFamilyName}
	changes := []domain.Change{{Person: &domain.Swap[domain.Person]{After: &p}}}
	if g.role != domain.Administrator && g.group != "" {
		m := domain.Membership{Group: g.group, Person: inventedID}
		changes = append(changes, domain.Change{Membership: &domain.Swap[domain.Membership]{After: &m}})
	}
	w, err := s.Seen().With(changes...)
	return w, err == nil
}

// Looking is as whom one looks on the main screen, and at which group.
type Looking struct {
	World    domain.World // with the invented person, if it is one
	Group    domain.GroupID
	Person   domain.PersonID // empty: nobody
	As       domain.Role
	Called   string // an invented person; empty: by their name
	Compares bool   // the three settings stand next to each other
}

// Looking returns as whom one looks now.
func (g Screen) Looking(s scene.Scene) Looking {
	g = g.sync(s)
	v := g.viewer(s)
	out := Looking{World: v.world, Group: g.group, Person: v.person, As: v.as, Compares: g.triptych.open}
	if v.invented {
		out.Called = v.name
	}
	if v.name == "" {
		out.World = s.Seen()
	}
	return out
}
