package care

import (
	"cmp"
	"fmt"
	"slices"

	"zichtlijn/domain"
)

// Client is every view of one client on one day (DOMAIN.md 3.1). V1–V5 hold
// relations with employees only. Lists are primary first, then by relation.
type Client struct {
	ID        domain.PersonID
	On        domain.Date
	Medical   []Line   // V1 Medisch overzicht
	Involved  []Line   // V2 Betrokken medewerkers; that ended ones are left out is a reading
	App       []Line   // V3 Dossier-app
	Legal     []Line   // V4 legally responsible
	VBM       []Line   // V4 BOPZ (Wzd/Wvggz) responsible
	NotToPlan []Line   // V5: who is unwanted here
	Access    []Holder // V6: who may do which tasks, by person
	Course    []Past   // V7: everything that does not count on the day, by first day
	Missing   Missing  // V8
}

// Views returns the views of one client on a day. They are empty for somebody who is
// no client by default role.
func Views(w domain.World, client domain.PersonID, on domain.Date) Client {
	out := Client{ID: client, On: on}
	p, ok := w.Person(client)
	if !ok || p.Role != domain.Client {
		return out
	}
	in, rest := running(w, client, on)
	for _, l := range in {
		out.add(l)
	}
	out.Access = Holders(w, client, on)
	out.Course = pastRelations(w, in, rest, on)
	if p.ActiveOn(on) {
		out.Missing = missing(w, in, out, on)
	}
	return out
}

// add adds a relation in effect to every view in which it belongs.
func (c *Client) add(l Line) {
	if l.Type.Kind != domain.EmployeeKind {
		return
	}
	for _, v := range []struct {
		rule Rule
		in   bool
		list *[]Line
	}{
		{V1, l.Type.Primary, &c.Medical},
		{V2, l.Type.Relevant, &c.Involved},
		{V3, l.Type.Relevant, &c.App},
		{V4, l.Type.Legal, &c.Legal},
		{V4, l.Type.VBMResponsible, &c.VBM},
		{V5, l.Type.Negative, &c.NotToPlan},
	} {
		if v.in {
			*v.list = append(*v.list, l.under(v.rule))
		}
	}
}

// Past is a relation that does not count on the day, and why not (V7).
type Past struct {
	Line
	State State
	// After is the relation in effect that this planned one succeeds, if any.
	After domain.RelationID
}

// pastRelations returns rest with their states, by first day and id.
func pastRelations(w domain.World, in []Line, rest []domain.Relation, on domain.Date) []Past {
	after := map[domain.RelationID]domain.RelationID{}
	for _, l := range in {
		if next, ok := successor(w, l); ok {
			after[next] = l.Relation.ID
		}
	}
	var out []Past
	for _, r := range rest {
		t, _ := w.RelationType(r.Type)
		out = append(out, Past{Line{V7, r, t}, StateOn(r, t, on), after[r.ID]})
	}
	slices.SortFunc(out, func(a, b Past) int {
		return cmp.Or(cmp.Compare(a.Relation.From, b.Relation.From), cmp.Compare(a.Relation.ID, b.Relation.ID))
	})
	return out
}

// Soon is the number of days within which an end is near (V8).
const Soon = 30

// Missing is what a client lacks, or soon will (V8).
type Missing struct {
	Primary bool     // nobody is primary
	Legal   bool     // nobody is legally responsible
	Ending  []Ending // relations that end within Soon days, by last day
}

// Any reports whether anything is missing.
func (m Missing) Any() bool { return m.Primary || m.Legal || len(m.Ending) > 0 }

// Ending is a relation in effect that ends soon, by its own last day or because
// one of the two becomes inactive.
type Ending struct {
	Line
	Last      domain.Date       // the last day on which it counts
	Successor domain.RelationID // takes over on the day after; may be empty
}

func missing(w domain.World, in []Line, c Client, on domain.Date) Missing {
	out := Missing{Primary: len(c.Medical) == 0, Legal: len(c.Legal) == 0}
	for _, l := range in {
		if last := lastDay(w, l.Relation); last-on <= Soon {
			next, _ := successor(w, l)
			out.Ending = append(out.Ending, Ending{l.under(V8), last, next})
		}
	}
	slices.SortStableFunc(out.Ending, func(a, b Ending) int { return cmp.Compare(a.Last, b.Last) })
	return out
}

// State says why a relation does not count on a day (V7).
type State uint8

// The states, in the order in which they are looked for.
const (
	Withdrawn State = iota // E8: replaced before it began, counts on no day
	Planned                // begins later
	Replaced               // E8: ended because another came
	Ended
	TypeOff  // E7: it runs, but its type is switched off
	Inactive // it runs, but one of the two is inactive
)

// States returns all of them.
func States() []State { return []State{Withdrawn, Planned, Replaced, Ended, TypeOff, Inactive} }

var stateCodes = [...]string{"withdrawn", "planned", "replaced", "ended", "type-off", "inactive"}

// String returns the code, as in the command line's JSON.
func (s State) String() string {
	if int(s) < len(stateCodes) {
		return stateCodes[s]
	}
	return fmt.Sprintf("State(%d)", uint8(s))
}

// StateOn returns why a relation of type t does not count on a day (V7). It must not
// count.
func StateOn(r domain.Relation, t domain.RelationType, on domain.Date) State {
	switch {
	case r.Withdrawn:
		return Withdrawn
	case r.Ahead(on):
		return Planned
	case r.Ended(on) && r.ReplacedBy != "":
		return Replaced
	case r.Ended(on):
		return Ended
	case t.SwitchedOff:
		return TypeOff
	}
	return Inactive
}
