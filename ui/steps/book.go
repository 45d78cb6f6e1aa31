package steps

import (
	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// subject is what the cursor of the list stands on: the institution, the periodic
// check, or a group.
type subject struct {
	kind  subjectKind
	group domain.GroupID
}

type subjectKind uint8

const (
	institution subjectKind = iota
	periodic
	heading
	ofGroup
)

// book remembers how the steps of one world stand, judged when first asked for,
// so that a frame costs what it shows. It belongs to the one goroutine of the
// screen, like scene.Roster.
type book struct {
	world  domain.World
	on     domain.Date
	known  map[subject][]steps.State
	folded []string // the groups' names, as a query compares them

	query string
	found []subject // the rows of the list
}

// in brings the book up to the scene.
func (b *book) in(s scene.Scene) *book {
	if b.known != nil && b.world == s.World && b.on == s.On {
		return b
	}
	if b.world != s.World {
		b.folded, b.found = nil, nil
	}
	b.world, b.on, b.known = s.World, s.On, map[subject][]steps.State{}
	return b
}

// states returns the steps of the institution or of a group.
func (b *book) states(s scene.Scene, at subject) []steps.State {
	b = b.in(s)
	states, ok := b.known[at]
	if !ok {
		switch at.kind {
		case institution:
			states = steps.Of(s.World, s.On)
		case ofGroup:
			states = steps.OfGroup(s.World, at.group, s.On)
		}
		for _, state := range states {
			for _, o := range state.Open {
				byName(s, o.Refs)
			}
		}
		b.known[at] = states
	}
	return states
}

// byName puts what is open in the order of lists. refs are of this screen alone.
func byName(s scene.Scene, refs []domain.Ref) {
	words.SortBy(refs, func(r domain.Ref) string {
		if p, ok := s.World.Person(domain.PersonID(r.Key)); ok && r.Noun == domain.PersonNoun {
			return s.Roster.NameKey(p)
		}
		return s.Roster.TextKey(s.Words.StepRef(s.World, r))
	})
}

// subjects returns the rows of the list: the groups are those that have every
// word of the query, by name.
func (b *book) subjects(s scene.Scene, query string) []subject {
	b = b.in(s)
	if b.found != nil && b.query == query {
		return b.found
	}
	groups := s.Roster.Groups()
	if b.folded == nil {
		for _, g := range groups {
			b.folded = append(b.folded, words.Fold(g.Name))
		}
	}
	b.query, b.found = query, []subject{{kind: institution}, {kind: periodic}, {kind: heading}}
	if query == "" {
		for _, g := range groups {
			b.found = append(b.found, subject{ofGroup, g.ID})
		}
		return b.found
	}
	for _, i := range widget.Words(query, b.folded) {
		b.found = append(b.found, subject{ofGroup, groups[i].ID})
	}
	return b.found
}

// usual is the day on which something is done now: the set-up's own, else today.
// The reference date may lie anywhere; nothing is done on it.
func usual(s scene.Scene) domain.Date {
	if own := s.World.Institution().Date; !own.IsZero() {
		return own
	}
	return s.Today
}
