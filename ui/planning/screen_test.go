package planning

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func demo(t testing.TB, w, h int) scene.Scene {
	t.Helper()
	return scenetest.At(scenetest.Demonstration(t), words.Dutch, w, h)
}

// after is the scene after commands.
func after(t testing.TB, s scene.Scene, all ...domain.Command) scene.Scene {
	t.Helper()
	s.World = scenetest.After(t, s.World, all...)
	s.Roster = scene.NewRoster(s.World, s.Roster)
	return s
}

// onto is the screen with the cursor on a shift.
func onto(s scene.Scene, c scene.Screen, id domain.ShiftID) scene.Screen {
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.ShiftNoun, Key: string(id)}})
	return c
}

// under is the shift under the cursor: the one that its dialog takes out.
func under(t *testing.T, s scene.Scene, c scene.Screen) domain.ShiftID {
	t.Helper()
	_, wish := scenetest.Keys(s, c, "d")
	open, ok := wish.(scene.Open)
	if !ok {
		return ""
	}
	_, wish = scenetest.Typed(s, open.Dialog, "enter")
	return commandOf[domain.RemoveShift](t, wish).ID
}

func TestTheScreenAsItIsDrawn(t *testing.T) {
	for _, one := range []struct {
		language words.Language
		w, h     int
		view     string
		keys     []string
	}{
		{words.Dutch, 80, 24, "week", nil}, {words.Dutch, 120, 40, "week", nil}, {words.English, 80, 24, "week", nil},
		{words.Dutch, 120, 40, "medewerker", []string{"f"}}, {words.Dutch, 120, 40, "client", []string{"f", "f"}}, {words.Dutch, 40, 10, "week", nil},
	} {
		t.Run(fmt.Sprintf("%s-%s-%dx%d", one.view, one.language, one.w, one.h), func(t *testing.T) {
			s := scenetest.At(scenetest.Demonstration(t), one.language, one.w, one.h)
			c, _ := scenetest.Keys(s, New(), one.keys...)
			golden.RequireEqual(t, scenetest.Trimmed(scenetest.Screen(t, s, c)))
		})
	}
}

func TestTheStarsAndSignalsOfTheDemonstrationWeekStandOnTheScreen(t *testing.T) {
	// DOMAIN.md 5: the week of 2–8 March 2026.
	type pairs []string
	week := []struct {
		shift          domain.ShiftID
		stars, signals pairs
	}{
		{"S01", pairs{"P06 P21", "P06 P25", "P09 P23", "P09 P26"}, pairs{"P09 P25"}},
		{"S02", pairs{"P08 P22", "P08 P24"}, nil},
		{"S03", pairs{"P08 P22", "P08 P24"}, pairs{"P13 P22"}},
		{"S04", pairs{"P12 P19"}, nil},
		{"S05", pairs{"P07 P18"}, pairs{"P07 P16"}},
		{"S07", nil, nil},
		{"S06", pairs{"P07 P18"}, nil},
		{"S08", pairs{"P09 P23", "P09 P26"}, pairs{"P09 P25"}},
		{"S09", pairs{"P06 P21", "P06 P25", "P08 P22", "P08 P24"}, nil},
		{"S10", pairs{"P11 P15", "P11 P16"}, nil},
	}
	s := demo(t, 200, 90)
	c := New()
	for _, want := range week {
		c, _ = c.Update(s, scene.Refresh{})
		if got := under(t, s, c); got != want.shift {
			t.Fatalf("the cursor is on %s, not on %s", got, want.shift)
		}
		seen := scenetest.Screen(t, s, c)
		for _, kind := range []struct {
			word  string
			pairs pairs
		}{{"is primair bij", want.stars}, {"is ongewenst bij", want.signals}} {
			for _, p := range kind.pairs {
				employee, client, _ := strings.Cut(p, " ")
				scenetest.Says(t, seen, s.Words.Person(s.World, domain.PersonID(employee))+" "+kind.word+" "+s.Words.Person(s.World, domain.PersonID(client))+": relatie ‘")
			}
			if got := strings.Count(seen, kind.word); got != len(kind.pairs) {
				t.Errorf("%s: %q stands there %d times, not %d:\n%s", want.shift, kind.word, got, len(kind.pairs), seen)
			}
		}
		c, _ = scenetest.Keys(s, c, "j")
	}
	scenetest.Says(t, scenetest.Screen(t, s, c), "10 diensten · 19 sterren · 4 signalen")
}

func TestASignalNamesTheRelationThatCausesIt(t *testing.T) {
	s := demo(t, 260, 40)
	scenetest.Says(t, scenetest.Screen(t, s, onto(s, New(), "S01")),
		"! Tomasz Kowalczyk is ongewenst bij Kees Mulder: relatie ‘Niet inplannen’, vanaf 01-12-2025", "Een signaal waarschuwt en houdt niets tegen.")
}

func TestTheScreenAlwaysSaysWhichWeekItShows(t *testing.T) {
	s := demo(t, 120, 40)
	c := New()
	for _, step := range []struct{ key, title string }{
		{">", "Week 11 · ma 9 maart 2026 t/m zo 15 maart 2026"},
		{">", "Week 12 · ma 16 maart 2026 t/m zo 22 maart 2026"},
		{".", "Week 10 · ma 2 maart 2026 t/m zo 8 maart 2026"},
		{"<", "Week 9 · ma 23 februari 2026 t/m zo 1 maart 2026"},
	} {
		c, _ = scenetest.Keys(s, c, step.key)
		scenetest.Says(t, scenetest.Screen(t, s, c), step.title)
	}
	scenetest.Says(t, scenetest.Screen(t, s, c), "In deze week zijn er geen diensten of routes. Druk op n")
	s.On = domain.NewDate(2026, 3, 5)
	scenetest.Says(t, scenetest.Screen(t, s, c), "Week 10 ·") // the reference date takes the week along
	if got := under(t, s, c); got != "S07" {
		t.Errorf("on Thursday the cursor is on %s", got)
	}
}

func TestNoWeekLiesOutsideWhatADateCanSay(t *testing.T) {
	for on, key := range map[domain.Date]string{domain.FirstDate: "<", domain.LastDate: ">"} {
		s := demo(t, 120, 40)
		s.On = on
		c, _ := scenetest.Keys(s, New(), key, key, key)
		first := map[string]domain.Date{"<": care.Monday(domain.FirstDate + 6), ">": care.Monday(domain.LastDate)}[key]
		if first < domain.FirstDate || first > domain.LastDate {
			t.Fatalf("the week begins on %d", first)
		}
		scenetest.Says(t, scenetest.Screen(t, s, c), s.Words.LongDate(first)+" t/m ")
	}
}

func TestFromTheClientsSideOnlyTheirCareAndTheirMarksAreShown(t *testing.T) {
	s := demo(t, 160, 60)
	c, _ := scenetest.Keys(s, New(), "f", "f", "/", "k", "e", "e", "s", "enter")
	seen := scenetest.Screen(t, s, c)
	scenetest.Says(t, seen, "[per cliënt]", "Bekijk de zorg die aan deze cliënt geleverd wordt", "Kees Mulder, 02-03-2026 t/m 08-03-2026:",
		"▸ ma 02-03 07:00–15:00 Vroege dienst Vlierhof", "★ Jan de Vries (Vlierhof)", "! Tomasz Kowalczyk",
		"Tomasz Kowalczyk is ongewenst bij Kees Mulder", "Jan de Vries (Vlierhof) is primair bij Kees Mulder", "5 diensten · 2 sterren · 2 signalen")
	for _, not := range []string{"Willem Terpstra", "Selam"} {
		if strings.Contains(seen, not) {
			t.Errorf("the care for Kees speaks of %s:\n%s", not, seen)
		}
	}
}

func TestFromTheEmployeesSideTheMarksAreTheirs(t *testing.T) {
	s := demo(t, 160, 60)
	c, _ := scenetest.Keys(s, New(), "f", "/", "f", "e", "m", "k", "e", "enter")
	scenetest.Says(t, scenetest.Screen(t, s, c), "[per medewerker]", "Femke Dijkstra", "1 dienst · 1 signaal", "Agnes Sowirono !")
	if got := under(t, s, c); got != "S03" {
		t.Errorf("the cursor is on %s", got)
	}
}

func TestAnotherViewKeepsTheShiftUnderTheCursor(t *testing.T) {
	s := demo(t, 120, 40)
	c := onto(s, New(), "S08")
	for v := range viewCount {
		c, _ = scenetest.Keys(s, c, "f")
		if got := under(t, s, c); got != "S08" {
			t.Errorf("in view %d the cursor is on %s", (v+1)%viewCount, got)
		}
	}
}

func TestAFilterFindsNamesDaysAndSignals(t *testing.T) {
	s := demo(t, 120, 40)
	for query, want := range map[string][]domain.ShiftID{
		"nguyen": {"S04"}, "gezinsroute": {"S07"}, "signaal": {"S01", "S03", "S05", "S08"}, "! tomasz": {"S01", "S08"}, "nachtd": {"S08"}, "za 7": {"S09"}, "zzz": nil,
	} {
		c, _ := scenetest.Keys(s, New(), "/")
		for _, k := range scenetest.Type(query) {
			c, _ = c.Update(s, k)
		}
		found, _ := scenetest.Keys(s, c, "enter", "home")
		var got []domain.ShiftID
		for id := under(t, s, found); id != "" && !slices.Contains(got, id); id = under(t, s, found) {
			got = append(got, id)
			found, _ = scenetest.Keys(s, found, "down")
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %v, not %v", query, got, want)
		}
		scenetest.Screen(t, s, c)
		if c, _ = scenetest.Keys(s, c, "esc"); strings.Contains(scenetest.Screen(t, s, c), "/ ") || c.(scene.Typist).Typing() {
			t.Errorf("esc leaves %q", query)
		}
	}
}

func TestLettersAreTextWhileAFilterIsTyped(t *testing.T) {
	s := demo(t, 120, 40)
	c, wish := scenetest.Keys(s, New(), "/", "n", "d", "f", "<", ".")
	if wish != nil || !c.(scene.Typist).Typing() {
		t.Errorf("wished %#v", wish)
	}
	scenetest.Says(t, scenetest.Screen(t, s, c), "/ ndf<.")
}

func TestTheCursorGoesToWhatWasJustRosteredEvenInAnotherWeek(t *testing.T) {
	s := demo(t, 120, 40)
	c, _ := scenetest.Keys(s, New(), "/", "t", "o", "m", "a", "s", "z", "enter")
	s = after(t, s, domain.AddShift{Shift: domain.Shift{Date: domain.NewDate(2026, 3, 17), Begin: 480, End: 960, Name: "Dagdienst"}})
	scenetest.Says(t, scenetest.Screen(t, s, c), "Week 12 ·", "Dagdienst")
	c, _ = c.Update(s, scene.Refresh{})
	if got := under(t, s, c); got != "S11" {
		t.Errorf("the cursor is on %s", got)
	}
	moved, _ := s.World.Shift("S11")
	moved.Date += 7
	s = after(t, s, domain.EditShift{Shift: moved})
	c, _ = c.Update(s, scene.Refresh{})
	scenetest.Says(t, scenetest.Screen(t, s, c), "Week 13 ·")
	c, _ = scenetest.Keys(s, c, ".")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Week 10 ·")
}

func TestAShiftThatGoesToAnotherDayIsNotHiddenByTheFilterThatFoundIt(t *testing.T) {
	s := demo(t, 120, 40)
	for _, keys := range [][]string{{}, {"f"}, {"f", "f"}} {
		c, _ := scenetest.Keys(s, New(), append(keys, "/", "2", "space", "m", "a", "a", "r", "t", "enter")...)
		if got := under(t, s, c); got != "S01" {
			t.Fatalf("the cursor is on %s", got)
		}
		moved, _ := s.World.Shift("S01")
		moved.Date += 7
		next := after(t, s, domain.EditShift{Shift: moved})
		c, _ = c.Update(next, scene.Refresh{})
		scenetest.Says(t, scenetest.Screen(t, next, c), "Week 11 ·", "/ 2 maart")
		if got := under(t, next, c); got != "S01" {
			t.Errorf("the cursor is on %s", got)
		}
	}
}

func TestEnterOnSomebodyInTheShiftGoesToThem(t *testing.T) {
	s := demo(t, 120, 40)
	_, wish := scenetest.Keys(s, onto(s, New(), "S01"), "tab", "j", "j", "enter") // the signal is about Kees
	if want := (scene.Go{Screen: scene.PeopleScreen, At: domain.Ref{Noun: domain.PersonNoun, Key: "P25"}}); wish != want {
		t.Errorf("wished %#v", wish)
	}
}

func TestAnEmptyPlanningSaysWhichKeyRostersTheFirst(t *testing.T) {
	s := scenetest.At(domain.World{}, words.Dutch, 80, 24)
	scenetest.Says(t, scenetest.Screen(t, s, New()), "Week 10", "Druk op n")
	for _, k := range []string{"e", "y", "d", "enter", "G", "tab", "f"} {
		if _, wish := scenetest.Keys(s, New(), k); wish != nil {
			t.Errorf("%s on nothing wishes %#v", k, wish)
		}
	}
}

func TestAShiftWithNobodyOnItSaysSoInEveryView(t *testing.T) {
	empty := domain.Shift{ID: "S99", Date: domain.NewDate(2026, 3, 8), Begin: 20 * 60, End: 22 * 60, Name: "Lege dienst"}
	for _, w := range []int{80, 120, 200} {
		s := after(t, demo(t, w, 60), domain.AddShift{Shift: empty})
		for _, keys := range [][]string{nil, {"f"}, {"f", "f"}} {
			c, _ := scenetest.Keys(s, New(), append(keys, "G")...)
			if got := under(t, s, c); got != "S99" {
				t.Errorf("%d %q: the last row is of %s", w, keys, got)
			}
			scenetest.Says(t, scenetest.Screen(t, s, c), "niemand", "Medewerkers (0)")
		}
	}
}

func TestAClickSelectsARowOrAViewAndTheWheelScrolls(t *testing.T) {
	s := demo(t, 120, 40)
	click := tea.MouseClickMsg{X: 5, Y: s.Body.Y + 1 + 2 + 2, Button: tea.MouseLeft} // below frame, views and heads: Monday, S01, S02
	c, _ := New().Update(s, click)
	if got := under(t, s, c); got != "S02" {
		t.Errorf("the click landed on %s", got)
	}
	_, wish := c.Update(s, click)
	scenetest.Says(t, scenetest.Dialog(t, s, scenetest.Opened(t, wish)), "Late dienst")
	c, _ = c.Update(s, tea.MouseClickMsg{X: 15, Y: s.Body.Y + 1, Button: tea.MouseLeft})
	scenetest.Says(t, scenetest.Screen(t, s, c), "[per medewerker]")
	s = demo(t, 120, 14)
	before := scenetest.Screen(t, s, c)
	c, _ = c.Update(s, tea.MouseWheelMsg{X: 5, Y: s.Body.Y + 5, Button: tea.MouseWheelDown})
	if scenetest.Screen(t, s, c) == before {
		t.Error("the wheel does not move the list")
	}
}

func TestNoSizeAndNoNameBreaksALine(t *testing.T) {
	long := strings.Repeat("Wéé\u202e漢字 e\u0301 ", 9)
	full := scenetest.After(t, scenetest.Demonstration(t),
		domain.AddPerson{Person: domain.Person{ID: "P77", Role: domain.Client, GivenName: long, FamilyName: long}},
		domain.AddShift{Shift: domain.Shift{ID: "S99", Date: domain.NewDate(2026, 3, 2), Begin: 1380, End: 60, Name: long, Code: long, Employees: []domain.PersonID{"P09"}, Clients: []domain.PersonID{"P77", "P25"}}},
		domain.AddShift{Shift: domain.Shift{ID: "S98", Date: domain.NewDate(2026, 3, 3)}},
	)
	keys := []string{"j", "k", "G", "g", "tab", "/", "esc", "a", "é", "e", "n", "y", "d", "f", "<", ">", ".", "enter", "pgdown"}
	inside := []string{"x", "漢", "tab", "up", "down", "space", "enter", "esc", "pgdown", "right", "ctrl+s", "7"}
	rapid.Check(t, func(r *rapid.T) {
		w := rapid.SampledFrom([]domain.World{{}, full}).Draw(r, "world")
		s := scenetest.At(w, rapid.SampledFrom(words.Languages()).Draw(r, "language"), rapid.IntRange(1, 200).Draw(r, "w"), rapid.IntRange(4, 60).Draw(r, "h"))
		c := New()
		for _, k := range rapid.SliceOfN(rapid.SampledFrom(keys), 0, 12).Draw(r, "keys") {
			var wish scene.Wish
			c, wish = c.Update(s, scenetest.Press(k))
			open, ok := wish.(scene.Open)
			if !ok || s.Size.W < 40 || s.Size.H < 10 {
				continue
			}
			d := open.Dialog
			scenetest.Dialog(t, s, d)
			for _, in := range rapid.SliceOfN(rapid.SampledFrom(inside), 0, 10).Draw(r, "inside") {
				d, _ = d.Update(s, scenetest.Press(in))
				d, _ = d.Update(s, scene.Clicked{X: rapid.IntRange(0, 80).Draw(r, "x"), Y: rapid.IntRange(0, 30).Draw(r, "y"), Wheel: rapid.IntRange(-1, 1).Draw(r, "wheel")})
				scenetest.Dialog(t, s, d)
			}
		}
		scenetest.Screen(t, s, c)
	})
}
