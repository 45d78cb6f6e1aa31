package domain

import (
	"cmp"
	"slices"
)

// Swap replaces one record by another of the same key. No Before: created; no
// After: removed. The records are shared, never written to.
type Swap[T any] struct {
	Before *T `cbor:"1,keyasint,omitempty"`
	After  *T `cbor:"2,keyasint,omitempty"`
}

// Change is one step from a World to the next. Exactly one field is set. It
// keeps what was there, so that taking back, audit and conflicts need nothing else.
type Change struct {
	Institution    *Swap[Institution]    `cbor:"1,keyasint,omitempty"`
	AcceptedSignal *Swap[AcceptedSignal] `cbor:"2,keyasint,omitempty"`
	Person         *Swap[Person]         `cbor:"3,keyasint,omitempty"`
	Group          *Swap[Group]          `cbor:"4,keyasint,omitempty"`
	Membership     *Swap[Membership]     `cbor:"5,keyasint,omitempty"`
	RelationType   *Swap[RelationType]   `cbor:"6,keyasint,omitempty"`
	Relation       *Swap[Relation]       `cbor:"7,keyasint,omitempty"`
	AccessRole     *Swap[AccessRole]     `cbor:"8,keyasint,omitempty"`
	Assignment     *Swap[Assignment]     `cbor:"9,keyasint,omitempty"`
	Shift          *Swap[Shift]          `cbor:"10,keyasint,omitempty"`
	Agreement      *Swap[Agreement]      `cbor:"11,keyasint,omitempty"`
}

// Keyed is a record. Its key never changes.
type Keyed interface{ Key() string }

// Step is a Change without its type: which record, and what it was and becomes.
type Step struct {
	Ref
	Before, After Keyed // nil: the record did not exist, exists no longer
}

// Step returns c without its type. It panics for a Change with no field set,
// which no command plans and no store returns.
func (c Change) Step() Step {
	n, k := kindIn(&c)
	if k == nil {
		panic("domain: a change that changes nothing")
	}
	return k.step(n, &c)
}

// Names reports whether a record in c is of somebody or refers to them.
func (c Change) Names(p PersonID) bool {
	st := c.Step()
	for _, one := range []Keyed{st.Before, st.After} {
		switch one := one.(type) {
		case Person:
			return one.ID == p
		case Membership:
			return one.Person == p
		case Assignment:
			return one.Person == p
		case Relation:
			if one.Client == p || one.Person == p {
				return true
			}
		case Agreement:
			if one.Viewer == p || one.Other == p {
				return true
			}
		case Shift:
			if slices.Contains(one.Employees, p) || slices.Contains(one.Clients, p) {
				return true
			}
		}
	}
	return false
}

// Inverse returns the change that takes c back.
func (c Change) Inverse() Change {
	var out Change
	for _, k := range kinds {
		k.invert(&c, &out)
	}
	return out
}

// Inverse returns the changes that take all of changes back, last first.
func Inverse(changes []Change) []Change {
	out := make([]Change, len(changes))
	for i, c := range changes {
		out[len(changes)-1-i] = c.Inverse()
	}
	return out
}

// record is the type of a noun's records.
type record[T any] interface {
	Keyed
	Equal(T) bool
	// judge refuses what is against the rules after s. It looks at s only, never at its
	// receiver, which is blank.
	judge(j *judge, s *Swap[T])
}

func newSwap[T any](before, after *T) *Swap[T] { return &Swap[T]{Before: before, After: after} }

// With returns the World after changes, applied in order. The error is a
// Refusal with code Outdated if a change does not start from what is there. With
// checks no rule: that is Judge's task. Its cost grows with the changes and with
// the links of the people and groups in them, not with the World.
func (w World) With(changes ...Change) (World, error) {
	next := w.tables().next()
	for i := range changes {
		if err := next.apply(&changes[i]); err != nil {
			return w, err
		}
	}
	return World{next}, nil
}

// next returns tables for the next World; apply forks those that it writes to.
func (t *tables) next() *tables {
	next := *t
	next.forked = [nounCount]bool{}
	return &next
}

func (t *tables) apply(c *Change) error {
	n, k := kindIn(c)
	if k == nil {
		return Refusal{Code: Outdated}
	}
	t.fork(n)
	return k.apply(t, n, c)
}

// fork makes the noun's table and indexes ones that t can write to.
func (t *tables) fork(n Noun) {
	if !t.forked[n] {
		kinds[n].fork(t)
		t.forked[n] = true
	}
}

// swap replaces one record if the table holds exactly what the swap starts from.
func swap[T record[T]](t *table[T], n Noun, s *Swap[T]) error {
	if s.Before == nil && s.After == nil {
		return Refusal{Code: Outdated, Subject: Ref{Noun: n}}
	}
	one := cmp.Or(s.After, s.Before)
	key := (*one).Key()
	have, there := t.Get(key)
	started := there == (s.Before != nil) && (!there || (*have).Equal(*s.Before))
	if !started || s.Before != nil && (*s.Before).Key() != key {
		return Refusal{Code: Outdated, Subject: Ref{n, key}}
	}
	if s.After == nil {
		t.Delete(key)
	} else {
		t.Set(key, s.After)
	}
	return nil
}

func (t *tables) forkMemberships() { t.membershipsOf = t.membershipsOf.fork() }

func (t *tables) forkRelations() { t.relationsAbout = t.relationsAbout.fork() }

func (t *tables) reindexMembership(s *Swap[Membership]) {
	one := cmp.Or(s.After, s.Before)
	reindex(&t.membershipsOf, one.Person, s, compareMemberships)
}

func (t *tables) reindexRelation(s *Swap[Relation]) {
	if s.Before != nil {
		out := &Swap[Relation]{Before: s.Before}
		reindex(&t.relationsAbout, s.Before.Client, out, compareRelations)
		reindex(&t.relationsAbout, s.Before.Person, out, compareRelations)
	}
	if s.After != nil {
		in := &Swap[Relation]{After: s.After}
		reindex(&t.relationsAbout, s.After.Client, in, compareRelations)
		reindex(&t.relationsAbout, s.After.Person, in, compareRelations)
	}
}

func compareRelations(a, b *Relation) int { return cmp.Compare(a.ID, b.ID) }

// reindex replaces one record in the list under key. A list that older Worlds
// share is copied first.
func reindex[K ~string, T any](x *index[K, T], key K, s *Swap[T], compare func(a, b *T) int) {
	l, ok := x.Get(key)
	if !ok || l.fork != x.current {
		shared := x.list(key)
		l = &links[T]{append(make([]*T, 0, len(shared)+1), shared...), x.current}
		x.Set(key, l)
	}
	at, found := slices.BinarySearchFunc(l.list, cmp.Or(s.After, s.Before), compare)
	switch {
	case s.After == nil && found:
		l.list = slices.Delete(l.list, at, at+1)
	case s.After != nil && found:
		l.list[at] = s.After
	case s.After != nil:
		l.list = slices.Insert(l.list, at, s.After)
	}
	if len(l.list) == 0 {
		x.Delete(key)
	}
}
