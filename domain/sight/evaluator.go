package sight

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"zichtlijn/domain"
)

// Evaluator answers what changes would turn in one World on one day. It keeps what
// it has looked up, so that many hypothetical edits of one World cost little more
// than one. It belongs to one goroutine.
type Evaluator struct{ now *index }

// NewEvaluator returns the evaluator of a World on a day. It looks nothing up yet.
func NewEvaluator(w domain.World, on domain.Date) *Evaluator {
	return &Evaluator{newIndex(w, on, newNumbering())}
}

// Turns returns every sightline that changes would turn, by viewer and other,
// found as they are asked for. The error is a Refusal: the changes do not start
// from the evaluator's World.
func (l *Evaluator) Turns(changes []domain.Change) (iter.Seq[Turn], error) {
	after, err := l.now.w.With(changes...)
	if err != nil {
		return nil, err
	}
	return l.turns(after, changes, affected(l.now.w, after, changes)), nil
}

// turns compares the facts of viewers with those in the World after changes.
func (l *Evaluator) turns(after domain.World, changes []domain.Change, viewers []domain.PersonID) iter.Seq[Turn] {
	return func(yield func(Turn) bool) {
		now, then := l.pair(after, changes, viewers)
		m := &comparison{people: now.people}
		for _, viewer := range viewers {
			now.gather(viewer, m, earlier)
			then.gather(viewer, m, later)
			for _, t := range m.turns(viewer, now.people.number(viewer)) {
				t.Pairing = pairingIn(now, then, t)
				if !yield(t) {
					return
				}
			}
		}
	}
}

// pair returns the indexes before and after changes, for viewers. Where only
// modes change, sight turns among the members alone, and nobody else is looked up.
func (l *Evaluator) pair(after domain.World, changes []domain.Change, viewers []domain.PersonID) (now, then *index) {
	now = l.now
	few := onlyModes(changes)
	if few {
		now = newIndex(l.now.w, l.now.on, newNumbering())
	}
	for _, v := range viewers {
		now.people.number(v) // in order of id, see numbering.ordered
	}
	if few {
		now.restrictTo(viewers)
	}
	return now, now.withChanges(after, changes)
}

// pairingIn returns the pairing of a turn, which is OwnClient where a relation
// between the two is in effect in either World.
func pairingIn(now, then *index, t Turn) Pairing {
	return ownOr(t.Pairing, now, then, t.Viewer, now.people.number(t.Other))
}

// ownOr returns p, or OwnClient where a relation between the two is in effect.
func ownOr(p Pairing, now, then *index, id domain.PersonID, other int32) Pairing {
	if p.mayBeOwn() && (slices.Contains(now.related(id), other) || slices.Contains(then.related(id), other)) {
		return OwnClient
	}
	return p
}

// Count returns how many sightlines changes would turn. The error is that of Turns.
func (l *Evaluator) Count(changes []domain.Change) (int, error) {
	after, err := l.now.w.With(changes...)
	if err != nil {
		return 0, err
	}
	viewers := affected(l.now.w, after, changes)
	now, then := l.pair(after, changes, viewers)
	m := &comparison{people: now.people}
	count := 0
	add := func(int32, cell) { count++ }
	for _, viewer := range viewers {
		if then.sameMembers() {
			now.gatherLinked(viewer, m, earlier)
			then.gatherLinked(viewer, m, later)
			for _, n := range countUnlinked(now, then, viewer, m) {
				count += n
			}
		} else {
			now.gather(viewer, m, earlier)
			then.gather(viewer, m, later)
		}
		m.turned(now.people.number(viewer), add)
	}
	return count, nil
}

// GroupTurns returns every group that changes would turn, by viewer and group,
// found as they are asked for. The error is that of Turns.
func (l *Evaluator) GroupTurns(changes []domain.Change) (iter.Seq[GroupTurn], error) {
	after, err := l.now.w.With(changes...)
	if err != nil {
		return nil, err
	}
	return groupTurns(l.now, l.now.withChanges(after, changes), changes, affected(l.now.w, after, changes)), nil
}

// groupTurns compares two indexes of one day. changes lead from one to the other.
func groupTurns(now, then *index, changes []domain.Change, viewers []domain.PersonID) iter.Seq[GroupTurn] {
	return func(yield func(GroupTurn) bool) {
		var only []domain.GroupID
		if onlyModes(changes) { // a mode changes nothing about other groups
			only = slices.Sorted(maps.Keys(then.stale.groups))
		}
		for _, viewer := range viewers {
			for _, t := range compareGroups(viewer, now.groupStates(viewer, only), then.groupStates(viewer, only)) {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// affected returns, by id, every viewer whose sight changes could turn on any day.
// It may return too many, never too few.
func affected(before, after domain.World, changes []domain.Change) []domain.PersonID {
	t := affectedViewers{before: before, after: after, groups: map[domain.GroupID]bool{}, clients: map[domain.PersonID]bool{}}
	for _, c := range changes {
		t.change(c)
		if t.all {
			return everybody(before, after)
		}
	}
	slices.Sort(t.ids)
	return slices.Compact(t.ids)
}

type affectedViewers struct {
	before, after domain.World
	ids           []domain.PersonID
	all           bool // a reading changes, or unlinked counselors see groups (G6): everybody

	// What was looked at: a set-up that is taken back names each group and client
	// once for everybody in it.
	groups  map[domain.GroupID]bool
	clients map[domain.PersonID]bool
}

func (t *affectedViewers) change(c domain.Change) {
	switch {
	case c.Institution != nil:
		t.all = t.all || slices.ContainsFunc(domain.AllReadings(), func(r domain.Reading) bool {
			return r.TurnsSight() && t.before.Readings().On(r) != t.after.Readings().On(r)
		})
	case keepsSight(c):
	case c.Group != nil && c.Group.Before != nil && c.Group.After != nil:
		t.members(c.Group.After.ID)
	case c.Group != nil:
		t.group(cmp.Or(c.Group.After, c.Group.Before).ID)
	case c.Membership != nil:
		m := cmp.Or(c.Membership.After, c.Membership.Before)
		t.group(m.Group)
	case c.Person != nil:
		t.person(cmp.Or(c.Person.After, c.Person.Before).ID)
	case c.Relation != nil:
		t.relation(c.Relation.Before)
		t.relation(c.Relation.After)
	case c.RelationType != nil:
		t.relationType(cmp.Or(c.RelationType.After, c.RelationType.Before).ID)
	case beside(c):
	default:
		panic("sight: nobody says whom a change affects")
	}
}

// keepsSight reports whether a record keeps everything on which sight depends: a new
// name or note turns nothing.
func keepsSight(c domain.Change) bool {
	switch {
	case c.Group != nil:
		return !comesOrTurns(c.Group, func(a, b domain.Group) bool { return a.Visibility == b.Visibility })
	case c.Person != nil:
		return !comesOrTurns(c.Person, func(a, b domain.Person) bool { return a.Role == b.Role && a.InactiveFrom == b.InactiveFrom })
	case c.RelationType != nil:
		return !comesOrTurns(c.RelationType, func(a, b domain.RelationType) bool {
			return a.Network == b.Network && a.SwitchedOff == b.SwitchedOff
		})
	}
	return false
}

// members adds everyone who is in the group in either World. It is enough for a
// change of mode: an unlinked counselor sees its members in every mode (G6).
func (t *affectedViewers) members(id domain.GroupID) {
	if t.groups[id] {
		return
	}
	t.groups[id] = true
	for _, w := range []domain.World{t.before, t.after} {
		for m := range w.MembersOf(id) {
			t.ids = append(t.ids, m.Person)
		}
	}
}

// group adds everyone who sees any member of the group through it.
func (t *affectedViewers) group(id domain.GroupID) {
	t.members(id)
	for _, w := range []domain.World{t.before, t.after} {
		t.all = t.all || (policy{w.Readings()}).unlinked().Holds()
	}
}

func (t *affectedViewers) person(id domain.PersonID) {
	t.ids = append(t.ids, id)
	for _, w := range []domain.World{t.before, t.after} {
		for m := range w.MembershipsOf(id) {
			t.group(m.Group)
		}
		for r := range w.RelationsOf(id) {
			t.relation(&r)
		}
	}
}

// relation adds both ends, and everyone who is linked to the client in either World.
func (t *affectedViewers) relation(r *domain.Relation) {
	if r == nil {
		return
	}
	t.ids = append(t.ids, r.Client, r.Person)
	if t.clients[r.Client] {
		return
	}
	t.clients[r.Client] = true
	for _, w := range []domain.World{t.before, t.after} {
		for s := range w.RelationsOf(r.Client) {
			t.ids = append(t.ids, s.Person)
		}
	}
}

func (t *affectedViewers) relationType(id domain.RelationTypeID) {
	for r := range t.before.Relations() {
		if r.Type == id {
			t.relation(&r)
		}
	}
}

// everybody returns all people of both Worlds, by id.
func everybody(before, after domain.World) []domain.PersonID {
	out := make([]domain.PersonID, 0, before.Count(domain.PersonNoun))
	for p := range before.Persons() {
		out = append(out, p.ID)
	}
	for p := range after.Persons() {
		if _, ok := before.Person(p.ID); !ok {
			out = append(out, p.ID)
		}
	}
	if len(out) > before.Count(domain.PersonNoun) { // else they are in order
		slices.Sort(out)
	}
	return out
}
