package sight

import (
	"iter"
	"slices"

	"zichtlijn/domain"
)

// Everybody returns everybody, by id, and of each, in that order, whom they see on the day,
// as places in people and in no order. A list is valid until the next. It makes no grounds,
// so that it costs a fraction of Matrix.
func (l *Evaluator) Everybody() (people []domain.PersonID, sees iter.Seq2[int, []int32]) {
	c := newIndex(l.now.w, l.now.on, newNumbering())
	for p := range l.now.w.Persons() {
		c.people.number(p.ID)
	}
	people = slices.Clone(c.people.ids)
	return people, func(yield func(int, []int32) bool) {
		m := &comparison{people: c.people}
		var seen []int32
		for self, viewer := range people {
			seen = seen[:0]
			c.gather(viewer, m, earlier)
			m.turned(int32(self), func(n int32, f cell) {
				if f.facts[earlier]&seesBit != 0 {
					seen = append(seen, n)
				}
			})
			if !yield(self, seen) {
				return
			}
		}
	}
}
