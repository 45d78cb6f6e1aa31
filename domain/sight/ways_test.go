package sight_test

import (
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

// weigh weighs one command.
func weigh(t testing.TB, w domain.World, c domain.Command) sight.Weighing {
	t.Helper()
	changes, err := c.Plan(w)
	if err != nil {
		t.Fatal(err)
	}
	weighing, err := sight.Weigh(w, changes, today(), 0)
	if err != nil {
		t.Fatal(err)
	}
	return weighing
}

// Dennis sees Petra already, through the network of their child (F1). The answer does
// not turn; a second way does open.
func TestAModeThatOpensASecondWayToWhatIsForbiddenIsHeldUp(t *testing.T) {
	w := demonstration(t)
	changes := plan(t, w, domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible})
	weighing, err := sight.Weigh(w, changes, today(), 0)
	if err != nil {
		t.Fatal(err)
	}
	ways := weighing.Days[0].Ways
	if len(ways) != 1 || ways[0].Agreement.ID != "F1" || !slices.Equal(sight.Shorts(ways[0].Opened), []string{"G4:G1"}) ||
		len(ways[0].Closed) > 0 || !slices.Equal(sight.Shorts(ways[0].Kept), []string{"N3:P14"}) {
		t.Fatalf("%+v", ways)
	}
	if !weighing.Breaks() || weighing.Concern() != sight.WayConcern || (sight.Consent{On: today()}).Check(w, changes) == nil {
		t.Error("it passes without a reason")
	}
	if err := (sight.Consent{On: today(), To: &weighing, Reason: "overleg"}).Check(w, changes); err != nil {
		t.Errorf("shown, and with a reason: %v", err)
	}
}

func TestWhatClosesOneOfSeveralWaysIsSaidAndNotHeldUp(t *testing.T) {
	w := after(t, demonstration(t), domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible})
	weighing := weigh(t, w, domain.SetVisibility{ID: "G1", Visibility: domain.Hidden})
	ways := weighing.Days[0].Ways
	if len(ways) != 1 || !slices.Equal(sight.Shorts(ways[0].Closed), []string{"G4:G1"}) || ways[0].Opens() || weighing.Concern() != "" {
		t.Errorf("%q: %+v", weighing.Concern(), ways)
	}
}

// A way is a group or a network, not a ground: a new relation within the network in
// which the two see each other already opens none.
func TestAnotherGroundInTheSameNetworkIsNoOtherWay(t *testing.T) {
	w := demonstration(t)
	var guardian domain.Relation
	for r := range w.RelationsOf("P28") {
		if r.Client == "P14" {
			guardian = r
		}
	}
	kind, _ := w.RelationType(guardian.Type)
	kind.ID, kind.Name = "", "Andere ouder"
	w = after(t, w, domain.AddRelationType{Type: kind})
	var added domain.RelationTypeID
	for r := range w.RelationTypes() {
		if r.Name == kind.Name {
			added = r.ID
		}
	}
	weighing := weigh(t, w, domain.AddRelation{Relation: domain.Relation{Client: "P14", Person: "P28", Type: added, Period: domain.Period{From: today()}}})
	if len(weighing.Days) != 1 || len(weighing.Days[0].Ways) > 0 || len(weighing.Broken) != 1 {
		t.Errorf("%+v", weighing)
	}
}

// The second way of a planned member opens on their first day, whatever else the
// edit turns.
func TestAWayThatOpensLaterIsSaidOnItsFirstDay(t *testing.T) {
	w := demonstration(t)
	first := domain.NewDate(2026, 4, 1)
	w = after(t, w, domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29", Period: domain.Period{From: first, Through: first + 9}}}})
	weighing := weigh(t, w, domain.SetVisibility{ID: "G4", Visibility: domain.Hidden})
	last := weighing.Days[len(weighing.Days)-1]
	if last.On != first || len(last.Ways) != 1 || !slices.Equal(sight.Shorts(last.Ways[0].Closed), []string{"G4:G4"}) {
		t.Errorf("hiding: %+v", last)
	}
	w = after(t, w, domain.SetVisibility{ID: "G4", Visibility: domain.Hidden})
	weighing = weigh(t, w, domain.SetVisibility{ID: "G4", Visibility: domain.MembersVisible})
	last = weighing.Days[len(weighing.Days)-1]
	if last.On != first || len(last.Ways) != 1 || !slices.Equal(sight.Shorts(last.Ways[0].Opened), []string{"G4:G4"}) || len(weighing.Days[0].Ways) > 0 {
		t.Errorf("opening: %+v", last)
	}
}

// An agreement that is broken stands at an edit of its own ways only.
func TestABrokenAgreementStandsOnlyAtWhatTouchesIt(t *testing.T) {
	w := demonstration(t)
	p, _ := w.Person("P28")
	p.GivenName = "Petronella"
	for name, c := range map[string]struct {
		command domain.Command
		touches bool
	}{
		"their group":                   {domain.SetVisibility{ID: "G1", Visibility: domain.GroupVisible}, true},
		"a group of one of them":        {domain.SetVisibility{ID: "G4", Visibility: domain.GroupVisible}, false},
		"another group":                 {domain.SetVisibility{ID: "G5", Visibility: domain.MembersVisible}, false},
		"one of them into another's":    {domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29"}}}, true},
		"one of them elsewhere":         {domain.AddMembers{Memberships: []domain.Membership{{Group: "G5", Person: "P29"}}}, false},
		"somebody else into theirs":     {domain.AddMembers{Memberships: []domain.Membership{{Group: "G1", Person: "P39"}}}, false},
		"one of them leaves":            {domain.DeactivatePerson{ID: "P28", From: today() + 40}, true},
		"their child leaves":            {domain.DeactivatePerson{ID: "P14", From: today() + 40}, true},
		"a name":                        {domain.EditPerson{Person: p}, false},
		"a reading of no way of theirs": {domain.SetReading{Reading: domain.ReadNewsGroupReachesHidden, On: !w.Readings().On(domain.ReadNewsGroupReachesHidden)}, false},
	} {
		broken := weigh(t, w, c.command).Broken
		if got := slices.ContainsFunc(broken, func(v sight.Verdict) bool { return v.Agreement.ID == "F1" }); got != c.touches {
			t.Errorf("%s: F1 among %v is %v", name, broken, got)
		}
	}
}

// wayNames are the places of grounds: the part of their short form behind the rule.
func wayNames(grounds []sight.Ground) map[string]bool {
	out := map[string]bool{}
	for _, g := range grounds {
		out["group "+string(g.Group)+" client "+string(g.Client)] = true
	}
	return out
}

// forbidden are the grounds of what a never-sees or never-messages forbids.
func forbidden(w domain.World, a domain.Agreement, on domain.Date) []sight.Ground {
	line := sight.Between(w, a.Viewer, a.Other, on)
	switch a.Kind {
	case domain.NeverSees:
		return line.Sight
	case domain.NeverMessages:
		return line.Messages
	}
	return nil
}

// without lists what is in a and not in b, sorted.
func without(a, b map[string]bool) []string {
	out := []string{}
	for k := range a {
		if !b[k] {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// sideWays is, by agreement, what a day would say of ways, worked out from all grounds
// before and after.
func sideWays(w, after domain.World, a domain.Agreement, on domain.Date) (opened, closed map[string]bool, broken bool) {
	was, is := forbidden(w, a, on), forbidden(after, a, on)
	opened, closed = map[string]bool{}, map[string]bool{}
	for _, k := range without(wayNames(is), wayNames(was)) {
		opened[k] = true
	}
	for _, k := range without(wayNames(was), wayNames(is)) {
		closed[k] = true
	}
	return opened, closed, len(was) > 0 && len(is) > 0
}

// promised is w with a promise against many of its sightlines, so that most edits
// touch a broken one.
func promised(t *rapid.T, w domain.World) domain.World {
	kinds := []domain.AgreementKind{domain.NeverSees, domain.NeverMessages}
	n := 0
	for line := range sight.Matrix(w, today()+domain.Date(rapid.IntRange(0, 20).Draw(t, "day"))) {
		for _, s := range line.Persons {
			if n++; n > 40 {
				return w
			}
			a := domain.Agreement{ID: domain.AgreementID("F9" + strconv.Itoa(n)), Kind: kinds[n%2], Viewer: s.Viewer, Other: s.Other}
			next, err := w.With(domain.Change{Agreement: &domain.Swap[domain.Agreement]{After: &a}})
			if err != nil {
				t.Fatal(err)
			}
			w = next
		}
	}
	return w
}

// newsOf is what a test expects of a day: what was not so on the day before.
type newsOf struct {
	opened, closed map[string]bool
	breaks, mends  bool
}

func TestWaysAreThoseThatAskingForAllGroundsOnEveryDayFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for range rapid.IntRange(0, 6).Draw(t, "edits") {
			if changes, err := domaintest.Command(t, w).Plan(w); err == nil {
				if w, err = w.With(changes...); err != nil {
					t.Fatal(err)
				}
			}
		}
		w = promised(t, w)
		for range 8 {
			if changes, err := domaintest.Command(t, w).Plan(w); err == nil {
				tellsAllWays(t, w, changes)
			}
		}
	})
}

// tellsAllWays insists that the weighing of changes tells of every agreement that
// they leave alone what its grounds say.
func tellsAllWays(t *rapid.T, w domain.World, changes []domain.Change) {
	t.Helper()
	after, err := w.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	weighing, err := sight.Weigh(w, changes, today(), 1)
	if err != nil {
		t.Fatal(err)
	}
	told := map[domain.Date]sight.Day{}
	for _, d := range weighing.Days {
		told[d.On] = d
	}
	for a := range after.Agreements() {
		was, ok := w.Agreement(a.ID)
		if was.Note = a.Note; ok && was.Equal(a) {
			tellsWays(t, w, after, a, told)
		}
	}
}

// holdsUntil insists that an agreement holds from on until a day, or for good.
func holdsUntil(t *rapid.T, w domain.World, a domain.Agreement, on, until domain.Date) {
	t.Helper()
	for day := on; day < today()+70; day++ {
		holds := sight.VerdictOn(w, a, day).Holds
		if holds != (until == 0 || day < until) {
			t.Fatalf("%+v mended on %s until %s: on %s it holds: %v", a, on, until, day, holds)
		}
		if !holds {
			return
		}
	}
}

// tellsWays insists that each day tells of an agreement what its grounds say.
func tellsWays(t *rapid.T, w, after domain.World, a domain.Agreement, told map[domain.Date]sight.Day) {
	t.Helper()
	var before newsOf
	for on := today(); on < today()+70; on++ {
		opened, closed, broken := sideWays(w, after, a, on)
		held, holds := sight.VerdictOn(w, a, on).Holds, sight.VerdictOn(after, a, on).Holds
		now := newsOf{opened, closed, held && !holds, !held && holds}
		wantOpened, wantClosed := []string{}, []string{}
		if broken {
			wantOpened, wantClosed = without(opened, before.opened), without(closed, before.closed)
		}
		gotOpened, gotClosed := []string{}, []string{}
		for _, turn := range told[on].Ways {
			if turn.Agreement.ID == a.ID {
				gotOpened, gotClosed = without(wayNames(turn.Opened), nil), without(wayNames(turn.Closed), nil)
			}
		}
		if !slices.Equal(gotOpened, wantOpened) || !slices.Equal(gotClosed, wantClosed) {
			t.Fatalf("%s, %+v: told %v opened, %v closed; the grounds say %v and %v", on, a, gotOpened, gotClosed, wantOpened, wantClosed)
		}
		isTold := slices.ContainsFunc(told[on].Broken, func(v sight.Verdict) bool { return v.Agreement.ID == a.ID })
		if isTold != (now.breaks && !before.breaks) {
			t.Fatalf("%s, %+v: told as newly broken: %v", on, a, isTold)
		}
		at := slices.IndexFunc(told[on].Mended, func(m sight.Mended) bool { return m.Agreement.ID == a.ID })
		if (at >= 0) != (now.mends && !before.mends) {
			t.Fatalf("%s, %+v: told as mended: %v", on, a, at >= 0)
		}
		if at >= 0 {
			holdsUntil(t, after, a, on, told[on].Mended[at].Until)
		}
		before = now
	}
}
