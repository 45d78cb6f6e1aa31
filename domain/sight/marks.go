package sight

import (
	"slices"

	"zichtlijn/domain"
)

// when says of which of two Worlds something is marked.
type when uint8

const (
	earlier when = iota
	later
)

// marks is a slate on which the facts of one viewer in two Worlds are put side
// by side.
type marks struct {
	people  *numbering
	cells   []cell
	touched []int32
	order   []int32 // room for turns
	found   []Turn
}

type cell struct {
	facts [2]facts
	worst Pairing
	known bool // stands among touched
}

// put marks everyone of a list.
func (m *marks) put(at when, list []int32, f facts, p Pairing) {
	for _, n := range list {
		m.mark(at, n, f, p)
	}
}

func (m *marks) mark(at when, n int32, f facts, p Pairing) {
	if int(n) >= len(m.cells) {
		m.cells = append(m.cells, make([]cell, len(m.people.ids)-len(m.cells))...)
	}
	c := &m.cells[n]
	if !c.known {
		m.touched = append(m.touched, n)
		c.known, c.worst = true, p
	} else if p < c.worst {
		c.worst = p
	}
	c.facts[at] |= f
}

// turned wipes the slate and keeps, with their cells, whose facts differ, but
// never the viewer: by number in the order in which they were marked.
func (m *marks) turned(self int32, keep func(n int32, c cell)) {
	for _, n := range m.touched {
		c := m.cells[n]
		m.cells[n] = cell{}
		if n != self && c.facts[earlier] != c.facts[later] {
			keep(n, c)
		}
	}
	m.touched = m.touched[:0]
}

// turns wipes the slate and returns the turns of one viewer, by other. The list
// is good until the next call.
func (m *marks) turns(viewer domain.PersonID, self int32) []Turn {
	m.order = m.order[:0]
	for _, n := range m.touched {
		if c := m.cells[n]; n != self && c.facts[earlier] != c.facts[later] {
			m.order = append(m.order, n)
		}
	}
	slices.SortFunc(m.order, m.people.compare)
	m.found = m.found[:0]
	for _, n := range m.order {
		c := m.cells[n]
		m.found = append(m.found, Turn{viewer, m.people.ids[n], c.facts[earlier].fact(), c.facts[later].fact(), c.worst})
	}
	for _, n := range m.touched {
		m.cells[n] = cell{}
	}
	m.touched = m.touched[:0]
	return m.found
}
