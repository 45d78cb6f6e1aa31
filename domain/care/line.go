package care

import (
	"cmp"
	"fmt"
	"slices"

	"zichtlijn/domain"
)

// Rule is a rule of DOMAIN.md 3.1–3.3 that can be a ground.
type Rule uint8

// The rules on which an answer of this package rests.
const (
	None Rule = iota
	V1        // Medisch overzicht: an active primary relation
	V2        // Betrokken medewerkers: an active relevant relation
	V3        // Dossier-app: active and relevant only
	V4        // legally or BOPZ (Wzd/Wvggz) responsible
	V5        // not to plan: an active negative relation
	V7        // Verloop: relations that have ended, are planned, or never count
	V8        // Ontbreekt: what is missing, or soon will be
	L1        // star
	L2        // signal
	A1        // access by a relation
	A2        // access by an assignment
	A3        // access of every employee
	ruleCount
)

var ruleCodes = [ruleCount]string{"", "V1", "V2", "V3", "V4", "V5", "V7", "V8", "L1", "L2", "A1", "A2", "A3"}

// String returns the rule's id in DOMAIN.md.
func (r Rule) String() string {
	if r < ruleCount {
		return ruleCodes[r]
	}
	return fmt.Sprintf("Rule(%d)", uint8(r))
}

// Line is a relation in a view: the rule that puts it there, and its type with the
// flags that do.
type Line struct {
	Rule     Rule
	Relation domain.Relation
	Type     domain.RelationType
}

// under returns the line in the view of another rule.
func (l Line) under(r Rule) Line {
	l.Rule = r
	return l
}

// primaryFirst is the order of every list (E1): primary ones, then by relation.
func primaryFirst(a, b Line) int {
	if a.Type.Primary != b.Type.Primary {
		if a.Type.Primary {
			return -1
		}
		return 1
	}
	return cmp.Compare(a.Relation.ID, b.Relation.ID)
}

// running returns the client's relations in effect, primary ones first, and all the
// others by id.
func running(w domain.World, client domain.PersonID, on domain.Date) (in []Line, rest []domain.Relation) {
	for r := range w.RelationsOf(client) {
		if r.Client != client {
			continue
		}
		if t, ok := w.InEffect(r, on); ok {
			in = append(in, Line{Relation: r, Type: t})
		} else {
			rest = append(rest, r)
		}
	}
	slices.SortFunc(in, primaryFirst)
	return in, rest
}

// lastDay returns the last day on which a relation can count: its own, or the
// day before one of the two becomes inactive. LastDate is an open end.
func lastDay(w domain.World, r domain.Relation) domain.Date {
	last := domain.LastDate
	if r.Through != 0 {
		last = r.Through
	}
	for _, id := range []domain.PersonID{r.Client, r.Person} {
		if p, ok := w.Person(id); ok && p.InactiveFrom != 0 {
			last = min(last, p.InactiveFrom-1)
		}
	}
	return last
}

// successor returns the relation that takes over when one in effect ends: of the
// same client and type, and in effect on the day after. Only an exclusive type has
// successors: otherwise any colleague would be one.
func successor(w domain.World, l Line) (domain.RelationID, bool) {
	r := l.Relation
	if !l.Type.Exclusive {
		return "", false
	}
	next := lastDay(w, r) + 1
	for s := range w.RelationsOf(r.Client) {
		if s.Client != r.Client || s.Type != r.Type {
			continue
		}
		if _, ok := w.InEffect(s, next); ok {
			return s.ID, true
		}
	}
	return "", false
}
