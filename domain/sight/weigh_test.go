package sight_test

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

// turnsOn compares two matrices of a day, pair by pair.
func turnsOn(w, after domain.World, on domain.Date) map[pair]sight.Turn {
	out := map[pair]sight.Turn{}
	was, is := factsOn(w, on), factsOn(after, on)
	for _, side := range []map[pair]sight.Fact{was, is} {
		for p := range side {
			if was[p] != is[p] {
				out[p] = sight.Turn{Viewer: p.viewer, Other: p.other, Before: was[p], After: is[p]}
			}
		}
	}
	return out
}

// A sightline, or a group, that an edit turns only later, when a period begins, is
// listed once, on that day.
func TestAWeighingTellsEveryTurnOnTheDayOnWhichItBegins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		changes := edit(t, w)
		after, err := w.With(changes...)
		if err != nil {
			t.Fatal(err)
		}
		weighing := weighed(t, w, changes, 0)
		few := weighed(t, w, changes, 1)
		told := map[domain.Date]sight.Day{}
		for i, d := range few.Days {
			all := weighing.Days[i]
			told[d.On] = all
			if d.Gained != all.Gained || d.Lost != all.Lost || d.GroupsIn != all.GroupsIn || d.GroupsOut != all.GroupsOut || all.UnlistedGroups() != 0 {
				t.Fatalf("%s: with one by name %+v and %+v are counted, else %+v and %+v", d.On, d.Gained, d.Lost, all.Gained, all.Lost)
			}
			if len(all.Turns) > 0 && d.Turns[0] != all.Turns[0] {
				t.Fatalf("%s: the one by name is %+v, the worst is %+v", d.On, d.Turns[0], all.Turns[0])
			}
		}
		before, groupsBefore := map[pair]sight.Turn{}, []sight.GroupTurn{}
		for on := today(); on < today()+70; on++ {
			turns := turnsOn(w, after, on)
			news := map[pair]sight.Turn{}
			for p, turn := range turns {
				if before[p] != turn {
					news[p] = turn
				}
			}
			groups, err := sight.GroupTurns(w, changes, on)
			if err != nil {
				t.Fatal(err)
			}
			groupTurns := slices.Collect(groups)
			agree(t, told[on], news)
			agreeOnGroups(t, told[on], slices.DeleteFunc(slices.Clone(groupTurns), func(g sight.GroupTurn) bool { return slices.Contains(groupsBefore, g) }))
			before, groupsBefore = turns, groupTurns
		}
	})
}

// edit draws some commands as one edit, or the whole set-up taken back.
func edit(t *rapid.T, w domain.World) []domain.Change {
	if rapid.IntRange(0, 9).Draw(t, "taken back") == 0 {
		return domain.Inverse(domain.Creation(w))
	}
	var out []domain.Change
	for range rapid.IntRange(1, 3).Draw(t, "commands") {
		changes, err := domaintest.Command(t, w).Plan(w)
		if err != nil {
			continue
		}
		if w, err = w.With(changes...); err != nil {
			t.Fatal(err)
		}
		out = append(out, changes...)
	}
	return out
}

func weighed(t *rapid.T, w domain.World, changes []domain.Change, most int) sight.Weighing {
	t.Helper()
	out, err := sight.Weigh(w, changes, today(), most)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// agreeOnGroups fails unless a day tells exactly the groups of news.
func agreeOnGroups(t *rapid.T, d sight.Day, news []sight.GroupTurn) {
	t.Helper()
	if !slices.Equal(d.Groups, news) {
		t.Fatalf("%s: told of groups %+v, their facts say %+v", d.On, d.Groups, news)
	}
}

// Above 5,000 changes the two Worlds share nothing, and only the days that the edit
// sets itself are weighed.
func TestALargeSetUpThatIsTakenBackIsToldOnTheDaysOfItsPeriods(t *testing.T) {
	w, all := ofPersons(600)
	if len(all) <= 5000 {
		t.Fatalf("%d changes", len(all))
	}
	weighing, err := sight.Weigh(w, domain.Inverse(all), today(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if len(weighing.Days) < 5 {
		t.Fatalf("%d days", len(weighing.Days))
	}
	for _, d := range []sight.Day{weighing.Days[1], weighing.Days[len(weighing.Days)/2], weighing.Days[len(weighing.Days)-1]} {
		before := turnsOn(w, domain.World{}, d.On-1)
		news := turnsOn(w, domain.World{}, d.On)
		maps.DeleteFunc(news, func(p pair, turn sight.Turn) bool { return before[p] == turn })
		for _, turn := range d.Turns {
			p := pair{turn.Viewer, turn.Other}
			if turn.Pairing = 0; news[p] != turn {
				t.Fatalf("%s: told %+v, the matrices say %+v", d.On, turn, news[p])
			}
			delete(news, p)
		}
		if len(news) > 0 {
			t.Fatalf("%s: %d untold", d.On, len(news))
		}
	}
}

// With few by name, whole roles are counted at once.
func TestANewModeIsCountedByRoleAsPairByPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for g := range w.Groups() {
			for _, v := range domain.Visibilities() {
				_, changes := inMode(w, g, v)
				all, few := weighed(t, w, changes, 0).Days[0], weighed(t, w, changes, 1).Days[0]
				if few.Gained != all.Gained || few.Lost != all.Lost {
					t.Fatalf("%s to %s: counted %+v and %+v, pair by pair %+v and %+v", g.ID, v, few.Gained, few.Lost, all.Gained, all.Lost)
				}
			}
		}
	})
}

func TestAWeighingThatNobodyWaitsForStops(t *testing.T) {
	w, all := ofPersons(100)
	var work sight.Work
	if _, err := work.Weigh(w, domain.Inverse(all), today(), 0); err != nil || work.Percent() < 50 {
		t.Errorf("error %v, %d %% done", err, work.Percent())
	}
	work.Stop()
	if _, err := work.Weigh(w, domain.Inverse(all), today(), 0); !errors.Is(err, sight.ErrStopped) {
		t.Errorf("error %v", err)
	}
}

func agree(t *rapid.T, d sight.Day, news map[pair]sight.Turn) {
	t.Helper()
	var gains, loses sight.Count
	for _, turn := range d.Turns {
		p := pair{turn.Viewer, turn.Other}
		want, ok := news[p]
		if turn.Pairing = 0; !ok || turn != want {
			t.Fatalf("%s: told %+v, the matrices say %+v", d.On, turn, want)
		}
		delete(news, p)
		gains = gains.Plus(count(turn.Gains(), !turn.Before.Sees && turn.After.Sees, !turn.Before.Messages && turn.After.Messages))
		loses = loses.Plus(count(turn.Loses(), turn.Before.Sees && !turn.After.Sees, turn.Before.Messages && !turn.After.Messages))
	}
	if len(news) > 0 {
		t.Fatalf("%s: untold: %+v", d.On, news)
	}
	if d.Gained.All() != gains || d.Lost.All() != loses {
		t.Fatalf("%s: counted %+v and %+v, told %+v and %+v", d.On, d.Gained.All(), d.Lost.All(), gains, loses)
	}
}

func count(any, sees, messages bool) sight.Count {
	n := func(yes bool) int {
		if yes {
			return 1
		}
		return 0
	}
	return sight.Count{Pairs: n(any), Sees: n(sees), Messages: n(messages)}
}

// The demonstration's story: raising the group of Sem, his mother and his father
// would show clients to clients first of all.
func TestRaisingSteigerAIsToldWorstFirst(t *testing.T) {
	w := demonstration(t)
	changes, err := domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}.Plan(w)
	if err != nil {
		t.Fatal(err)
	}
	weighing, err := sight.Weigh(w, changes, today(), 0)
	if err != nil {
		t.Fatal(err)
	}
	day := weighing.Days[0]
	if !weighing.Reveals() || !weighing.Breaks() || len(weighing.Broken) != 1 || weighing.Broken[0].Agreement.ID != "F1" {
		t.Errorf("reveals %v, breaks %v, broken %v", weighing.Reveals(), weighing.Breaks(), weighing.Broken)
	}
	// Four clients among themselves; Petra and Dennis with the three who are not
	// their child, both ways, and Ingrid with the two of whom she is no mentor.
	for p, want := range map[sight.Pairing]int{sight.ClientClient: 12, sight.GuardianClient: 12, sight.ExternalClient: 4} {
		if got := day.Gained[p].Sees; got != want {
			t.Errorf("%s: %d come to see, want %d", p, got, want)
		}
	}
	for i, turn := range day.Turns[:12] {
		if turn.Pairing != sight.ClientClient {
			t.Errorf("turn %d is between %s", i, turn.Pairing)
		}
	}
	few, err := sight.Weigh(w, changes, today(), 5)
	if err != nil {
		t.Fatal(err)
	}
	if len(few.Days[0].Turns) != 5 || few.Days[0].Gained != day.Gained {
		t.Errorf("of %d by name all are counted: %v", len(few.Days[0].Turns), few.Days[0].Gained == day.Gained)
	}
	if !slices.Equal(few.Days[0].Turns, day.Turns[:5]) {
		t.Error("the ones by name are not the worst")
	}
}

func TestWhatBeginsLaterIsWeighedOnItsFirstDay(t *testing.T) {
	w := demonstration(t)
	first := domain.NewDate(2026, 3, 16)
	changes, err := domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29", Period: domain.Period{From: first}}}}.Plan(w)
	if err != nil {
		t.Fatal(err)
	}
	weighing, err := sight.Weigh(w, changes, today(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if len(weighing.Days) != 2 || weighing.Days[0].Reveals() || weighing.Days[1].On != first || !weighing.Days[1].Reveals() {
		t.Errorf("%+v", weighing.Days)
	}
}

// A planned member is shown by a mode that is raised today, on the day on which
// their membership begins.
func TestRaisingAModeTodayIsWeighedOnTheDayOfAPlannedMemberToo(t *testing.T) {
	w := demonstration(t)
	first := domain.NewDate(2026, 4, 1)
	w = after(t, w, domain.AddMembers{Memberships: []domain.Membership{{Group: "G1", Person: "P30", Period: domain.Period{From: first}}}})
	changes, err := domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}.Plan(w)
	if err != nil {
		t.Fatal(err)
	}
	weighing, err := sight.Weigh(w, changes, today(), 0)
	if err != nil {
		t.Fatal(err)
	}
	last := weighing.Days[len(weighing.Days)-1]
	if last.On != first || !slices.ContainsFunc(last.Turns, func(turn sight.Turn) bool { return turn.Other == "P30" && turn.Viewer == "P28" }) {
		t.Errorf("on %s: %+v", last.On, last.Turns)
	}
}

func TestWhoIsWhoseOwnClientIsToldFromTheRelation(t *testing.T) {
	w := demonstration(t)
	changes, err := domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}.Plan(w)
	if err != nil {
		t.Fatal(err)
	}
	turns, err := sight.Impact(w, changes, today())
	if err != nil {
		t.Fatal(err)
	}
	for _, turn := range turns {
		want := map[pair]sight.Pairing{
			{"P14", "P15"}: sight.ClientClient, {"P28", "P15"}: sight.GuardianClient, {"P15", "P28"}: sight.GuardianClient,
			{"P37", "P15"}: sight.ExternalClient, {"P15", "P05"}: sight.UserCounselor,
		}
		if p, ok := want[pair{turn.Viewer, turn.Other}]; ok && p != turn.Pairing {
			t.Errorf("%s and %s are %s", turn.Viewer, turn.Other, turn.Pairing)
		}
	}
	reading, err := domain.SetReading{Reading: domain.ReadNetwork, On: false}.Plan(w)
	if err != nil {
		t.Fatal(err)
	}
	turns, err = sight.Impact(w, reading, today())
	if err != nil {
		t.Fatal(err)
	}
	if len(turns) == 0 || turns[0].Pairing == sight.OwnClient {
		t.Errorf("without networks: %+v", turns)
	}
}
