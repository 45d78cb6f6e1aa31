package domain

import "iter"

// OldEnd gives a relation that was replaced its end back: the last day Through, zero
// for open. A withdrawn one is taken up again (E8).
type OldEnd struct {
	Relation RelationID
	Through  Date
}

// replacement returns the change that n makes to r (E8): r ends on the day before n
// begins, or is withdrawn.
func replacement(r, n Relation) Change {
	now := r
	now.ReplacedBy = n.ID
	if r.From < n.From {
		now.Through = n.From - 1
	} else {
		now.Withdrawn = true
	}
	return Change{Relation: newSwap(&r, &now)}
}

// Replacements returns what adding n does to the client's others of its type (E8); nothing
// where the type is not exclusive.
func (w World) Replacements(n Relation) []Change {
	var out []Change
	if t, _ := w.RelationType(n.Type); t.Exclusive {
		for r := range w.alike(n) {
			out = append(out, replacement(r, n))
		}
	}
	return out
}

// alike are the client's relations of n's type that overlap with it.
func (w World) alike(n Relation) iter.Seq[Relation] {
	return func(yield func(Relation) bool) {
		for r := range w.RelationsOf(n.Client) {
			if r.Client == n.Client && r.Type == n.Type && !r.Withdrawn && r.Overlaps(n.Period) && !yield(r) {
				return
			}
		}
	}
}

// replacedBy reports whether n can be what r is replaced by (E8).
func (r Relation) replacedBy(n Relation) bool {
	return r.ID != n.ID && r.Client == n.Client && r.Type == n.Type && (r.Withdrawn || n.From > r.last())
}

// standing clears ReplacedBy of r where it is not true (any more).
func (w World) standing(r Relation) Relation {
	if n, ok := w.Relation(r.ReplacedBy); r.ReplacedBy != "" && (!ok || !r.replacedBy(n)) {
		r.ReplacedBy = ""
	}
	return r
}

// ReplacedBy returns the relations that n replaced, by id.
func (w World) ReplacedBy(n Relation) []Relation {
	var out []Relation
	for r := range w.RelationsOf(n.Client) {
		if r.ReplacedBy == n.ID && r.ID != n.ID {
			out = append(out, r)
		}
	}
	return out
}

// release returns the changes that take back that n replaced others (E8). They end as
// they do now, unless their old end is given back.
func (w World) release(n Relation, back []OldEnd) ([]Change, error) {
	ends := map[RelationID]OldEnd{}
	for _, b := range back {
		ends[b.Relation] = b
	}
	var changes []Change
	for _, r := range w.ReplacedBy(n) {
		now := r
		now.ReplacedBy = ""
		if end, given := ends[r.ID]; given {
			now.Through, now.Withdrawn = end.Through, false
			delete(ends, r.ID)
		}
		changes = append(changes, Change{Relation: newSwap(&r, &now)})
	}
	for _, b := range back {
		if _, left := ends[b.Relation]; left {
			return nil, Refusal{Code: NotReplacedBy, Subject: Ref{RelationNoun, string(b.Relation)}, Field: "replacedBy", Others: []Ref{{RelationNoun, n.Key()}}}
		}
	}
	return changes, nil
}

// another reports whether an edit from r to now makes it a relation that replaces
// nobody: of others, of another type, or from another day.
func (r Relation) another(now Relation) bool {
	return r.Client != now.Client || r.Person != now.Person || r.Type != now.Type || r.From != now.From
}

// successors judges E8 of the relation that a swap changes, and of those that it
// replaced. What stood wrong in a file of before does not refuse an edit beside it.
func (j *judge) successors(s *Swap[Relation]) {
	now := *s.After
	if s.Before == nil || s.Before.another(now) || s.Before.Through != now.Through ||
		s.Before.Withdrawn != now.Withdrawn || s.Before.ReplacedBy != now.ReplacedBy {
		j.successor(now)
	}
	if s.Before != nil && s.Before.another(now) {
		for _, r := range j.ReplacedBy(*s.Before) {
			j.successor(r)
		}
	}
}

func (j *judge) successor(r Relation) {
	if r.ReplacedBy == "" {
		return
	}
	at, to := Ref{RelationNoun, r.Key()}, Ref{RelationNoun, string(r.ReplacedBy)}
	if !j.resolves(at, "replacedBy", to) {
		return
	}
	if n, _ := j.Relation(r.ReplacedBy); !r.replacedBy(n) {
		j.refuse(Refusal{Code: NotReplacedBy, Subject: at, Field: "replacedBy", Value: to.Key, Others: []Ref{to}})
	}
}

// OldEnds returns the ends that the relations which n replaced had before that, from
// the entries of a journal; what the journal does not tell is open. Its error is that
// of the entries.
func (w World) OldEnds(n Relation, entries iter.Seq2[Entry, error]) ([]OldEnd, error) {
	replaced := w.ReplacedBy(n)
	if len(replaced) == 0 {
		return nil, nil
	}
	had := map[RelationID]Date{}
	for e, err := range entries {
		if err != nil {
			return nil, err
		}
		if e.Kind != Edit && e.Kind != Import { // what is taken back or repeated was an edit first
			continue
		}
		for _, c := range e.Changes {
			if s := c.Relation; s != nil && s.Before != nil && s.After != nil && s.Before.ReplacedBy != n.ID && s.After.ReplacedBy == n.ID {
				had[s.After.ID] = s.Before.Through
			}
		}
	}
	out := make([]OldEnd, len(replaced))
	for i, r := range replaced {
		out[i] = OldEnd{Relation: r.ID, Through: had[r.ID]}
	}
	return out, nil
}
