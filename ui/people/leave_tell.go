package people

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// departure says by name what ends with the day that is typed, who takes over
// what, and which shifts somebody has to look after.
func departure(s scene.Scene, p domain.Person, f widget.Form) []string {
	through, ok := s.Words.ParseDate(f.Value(lastField))
	if !ok {
		return nil
	}
	d := domain.Leaving(s.World, p.ID, through)
	t := told{s: s, through: through, f: f, by: map[domain.RelationID]domain.Handover{}}
	t.lines = []string{s.Words.Say("leave.counts", words.Clean(p.Shown()), s.Words.Date(through+1))}
	for _, h := range d.Handovers {
		t.by[h.Relation.ID] = h
	}
	t.head("leave.relations", len(d.Relations))
	for _, r := range d.Relations {
		t.relation(r, r.Opposite(p.ID))
	}
	t.head("leave.memberships", len(d.Memberships))
	for _, m := range d.Memberships {
		t.item(s.Words.Group(s.World, m.Group), m.Period)
	}
	t.head("leave.roles", len(d.Assignments))
	for _, a := range d.Assignments {
		t.item(s.Words.AccessRole(s.World, a.Role), a.Period)
	}
	if len(t.lines) == 1 {
		t.lines = append(t.lines, s.Words.Say("leave.nothing"))
	}
	t.head("leave.shifts", len(d.Shifts))
	for _, shift := range d.Shifts {
		t.lines = append(t.lines, s.Words.Say("leave.item", s.Words.Named(s.World, shift)))
	}
	return t.lines
}

// told gathers the lines of a departure.
type told struct {
	s       scene.Scene
	through domain.Date
	f       widget.Form
	by      map[domain.RelationID]domain.Handover
	lines   []string
}

func (t *told) head(k words.Key, n int) {
	if n > 0 {
		t.lines = append(t.lines, t.s.Words.Say(k, n))
	}
}

// item names what ends, or what would have begun later and now never does.
func (t *told) item(what string, p domain.Period) {
	k := words.Key("leave.item")
	if p.Ahead(t.through) {
		k = "leave.item-never"
	}
	t.lines = append(t.lines, t.s.Words.Say(k, what))
}

func (t *told) relation(r domain.Relation, opposite domain.PersonID) {
	w := t.s.Words
	what := w.Say("leave.relation", w.Person(t.s.World, opposite), w.RelationType(t.s.World, r.Type))
	h, asks := t.by[r.ID]
	if !asks {
		t.item(what, r.Period)
		return
	}
	t.lines = append(t.lines, w.Say("leave.item-to", what, t.successor(h)))
}

// successor says who takes over as the form stands.
func (t *told) successor(h domain.Handover) string {
	w := t.s.Words
	value := t.f.Value(takes(h.Relation.ID))
	switch id, ok := chosen(value); {
	case ok:
		return w.Person(t.s.World, id)
	case value == nobodyTakes:
		return w.Say("leave.nobody")
	case value == plannedTakes:
		next, _ := t.s.World.Relation(h.Planned)
		return w.Say("leave.planned", w.Person(t.s.World, next.Person))
	}
	return w.Say("leave.undecided")
}
