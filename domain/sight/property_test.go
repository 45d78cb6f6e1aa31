package sight_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

func today() domain.Date { return domaintest.Today() }

// pair is a viewer and another.
type pair struct{ viewer, other domain.PersonID }

// facts lists the pairs of a matrix with their facts.
func facts(w domain.World) map[pair]sight.Fact { return factsOn(w, today()) }

func factsOn(w domain.World, on domain.Date) map[pair]sight.Fact {
	out := map[pair]sight.Fact{}
	for line := range sight.Matrix(w, on) {
		for _, s := range line.Persons {
			out[pair{s.Viewer, s.Other}] = sight.Fact{Sees: s.Sees(), Messages: s.MayMessage()}
		}
	}
	return out
}

// inMode returns w with the group in that mode.
func inMode(w domain.World, g domain.Group, v domain.Visibility) (domain.World, []domain.Change) {
	opened := g
	opened.Visibility = v
	changes := []domain.Change{{Group: &domain.Swap[domain.Group]{Before: &g, After: &opened}}}
	next, err := w.With(changes...)
	if err != nil {
		panic(err)
	}
	return next, changes
}

// withDefaults returns w with every reading at its default.
func withDefaults(w domain.World) domain.World {
	r := w.Records()
	for i := range r.Institution {
		r.Institution[i].Readings = 0
	}
	return domain.NewWorld(r)
}

func drawGroup(t *rapid.T, w domain.World) (domain.Group, bool) {
	groups := slices.Collect(w.Groups())
	if len(groups) == 0 {
		return domain.Group{}, false
	}
	return rapid.SampledFrom(groups).Draw(t, "group"), true
}

func TestOpeningAModeNeverTakesAwaySight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		g, ok := drawGroup(t, w)
		if !ok {
			return
		}
		for v := domain.Hidden; v < domain.MembersVisible; v++ {
			restricted, _ := inMode(w, g, v)
			opened, _ := inMode(w, g, v+1)
			after := facts(opened)
			for p, before := range facts(restricted) {
				if before.Sees && !after[p].Sees {
					t.Fatalf("%s no longer sees %s when %s goes from mode %d to %d", p.viewer, p.other, g.ID, v.Mode(), v.Mode()+1)
				}
			}
		}
	})
}

func TestOpeningAModeTakesAwayNoMessageAndNoTileUnderTheDefaultReadings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := withDefaults(domaintest.Small(t))
		g, ok := drawGroup(t, w)
		if !ok {
			return
		}
		for v := domain.Hidden; v < domain.MembersVisible; v++ {
			restricted, _ := inMode(w, g, v)
			opened, _ := inMode(w, g, v+1)
			after := facts(opened)
			for p, before := range facts(restricted) {
				if before.Messages && !after[p].Messages {
					t.Fatalf("%s can no longer message %s in mode %d", p.viewer, p.other, v.Mode()+1)
				}
			}
			for p := range w.Persons() {
				hadP, hadB := sight.Tiles(restricted, p.ID, today())
				hasP, hasB := sight.Tiles(opened, p.ID, today())
				within(t, p.ID, hadP.Groups, hasP.Groups)
				within(t, p.ID, hadB.Groups, hasB.Groups)
			}
		}
	})
}

// within insists that every row of before stands in after too.
func within(t *rapid.T, viewer domain.PersonID, before, after []sight.GroupRows) {
	t.Helper()
	standing := map[pair]bool{}
	for _, g := range after {
		for _, r := range g.Rows {
			standing[pair{domain.PersonID(g.Group), r.Person}] = true
		}
	}
	for _, g := range before {
		for _, r := range g.Rows {
			if !standing[pair{domain.PersonID(g.Group), r.Person}] {
				t.Fatalf("%s loses the row of %s in %s", viewer, r.Person, g.Group)
			}
		}
	}
}

func TestTheOrderInWhichASetUpComesInDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		shuffled := rapid.Permutation(domain.Creation(w)).Draw(t, "order")
		other, err := domain.World{}.With(shuffled...)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(slices.Collect(sight.Matrix(w, today())), slices.Collect(sight.Matrix(other, today()))) {
			t.Fatal("another order, another matrix")
		}
	})
}

func TestWhoeverMayMessageSomebodySeesThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for p, f := range facts(domaintest.Small(t)) {
			if f.Messages && !f.Sees || !f.Sees && !f.Messages {
				t.Fatalf("%s may message %s without seeing them: %+v", p.viewer, p.other, f)
			}
		}
	})
}

func TestAChangeOfModeTouchesNobodyOutsideTheGroup(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		g, ok := drawGroup(t, w)
		if !ok {
			return
		}
		after, _ := inMode(w, g, rapid.SampledFrom(domain.Visibilities()).Draw(t, "mode"))
		members := map[domain.PersonID]bool{}
		for _, m := range w.MembersOn(g.ID, today()) {
			members[m.Person] = true
		}
		before, now := facts(w), facts(after)
		for viewer := range w.Persons() {
			for other := range w.Persons() {
				p := pair{viewer.ID, other.ID}
				if before[p] != now[p] && !(members[viewer.ID] && members[other.ID]) {
					t.Fatalf("%s and %s are not both in %s", viewer.ID, other.ID, g.ID)
				}
			}
			if !members[viewer.ID] {
				sameTiles(t, viewer.ID, w, after)
			}
		}
	})
}

// sameTiles insists that both tiles of somebody are the same in two Worlds, to
// the last ground.
func sameTiles(t *rapid.T, viewer domain.PersonID, a, b domain.World) {
	t.Helper()
	ap, ab := sight.Tiles(a, viewer, today())
	bp, bb := sight.Tiles(b, viewer, today())
	if !reflect.DeepEqual(ap, bp) || !reflect.DeepEqual(ab, bb) {
		t.Fatalf("%s sees another tile:\n%+v %+v\n%+v %+v", viewer, ap, ab, bp, bb)
	}
}

// C4, on which people rely: a hidden group does not exist for its users, nor for
// anybody who has no part in it.
func TestAHiddenGroupShowsNothingToItsUsers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		g, ok := drawGroup(t, w)
		if !ok {
			return
		}
		hidden, _ := inMode(w, g, domain.Hidden)
		without := domaintest.WithoutGroup(hidden, g.ID)
		for _, m := range hidden.MembersOn(g.ID, today()) {
			if m.As.IsUser() {
				sameTiles(t, m.Person, hidden, without)
				if !reflect.DeepEqual(sight.Persons(hidden, m.Person, today()), sight.Persons(without, m.Person, today())) {
					t.Fatalf("%s sees other people without %s", m.Person, g.ID)
				}
				if counted(hidden, m.Person) != counted(without, m.Person) {
					t.Fatalf("%s counts otherwise without %s", m.Person, g.ID)
				}
				for other := range hidden.Persons() { // a refusal is that of somebody with whom nothing is shared
					if !reflect.DeepEqual(sight.Between(hidden, m.Person, other.ID, today()), sight.Between(without, m.Person, other.ID, today())) {
						t.Fatalf("%s is answered otherwise about %s without %s", m.Person, other.ID, g.ID)
					}
				}
			}
		}
		for p := range hidden.Persons() {
			inIt := slices.ContainsFunc(hidden.MembersOn(g.ID, today()), func(m domain.Member) bool { return m.Person == p.ID })
			if !inIt && !(p.Role.IsCounselor() && w.Readings().On(domain.ReadUnlinkedCounselorsSeeGroups)) {
				sameTiles(t, p.ID, hidden, without)
			}
		}
	})
}

// counted is what can be counted of one line of the matrix: people, groups and rows.
func counted(w domain.World, viewer domain.PersonID) (n struct{ people, groups, rows int }) {
	for line := range sight.Matrix(w, today()) {
		if line.Viewer != viewer {
			continue
		}
		n.people, n.groups = len(line.Persons), len(line.Groups)
		for _, g := range line.Groups {
			n.rows += len(g.Rows)
		}
	}
	return n
}
