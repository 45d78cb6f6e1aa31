package sight

import "zichtlijn/domain"

// Up to these numbers a weighing is no slower than a key may be, on a machine with two
// slow cores.
const (
	lightChanges = 200
	lightMembers = 100
	lightPersons = 500
)

// Heavy reports whether to weigh changes of w may take longer than a key may: of very
// many, of the mode of a large group, or of what decides for everybody. It looks at
// little itself.
func Heavy(w domain.World, changes []domain.Change) bool {
	if len(changes) > lightChanges {
		return true
	}
	for _, c := range changes {
		switch {
		case keepsSight(c):
		case c.Institution != nil, c.RelationType != nil:
			if w.Count(domain.PersonNoun) > lightPersons {
				return true
			}
		case c.Group != nil:
			members := 0
			for range w.MembersOf(one(c.Group).ID) {
				members++
			}
			if members > lightMembers {
				return true
			}
		}
	}
	return false
}
