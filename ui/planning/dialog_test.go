package planning

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

func opened(t *testing.T, s scene.Scene, id domain.ShiftID, key string) scene.Dialog {
	t.Helper()
	_, wish := scenetest.Keys(s, onto(s, New(), id), key)
	return scenetest.Opened(t, wish)
}

func commandOf[C domain.Command](t *testing.T, wish scene.Wish) C {
	t.Helper()
	edit, ok := wish.(scene.Edit)
	if !ok {
		t.Fatalf("wished %#v, not an edit", wish)
	}
	c, ok := edit.Command.(C)
	if !ok {
		t.Fatalf("wished %#v", edit.Command)
	}
	return c
}

func fieldsOf(d scene.Dialog) widget.Form { return d.(dialog.Form).Fields }

// looking reports whether the list of people is open.
func looking(d scene.Dialog) bool {
	_, open := fieldsOf(d).OpenLookup()
	return open
}

func TestTheDialogsAsTheyAreDrawn(t *testing.T) {
	for name, one := range map[string]struct {
		key   string
		typed []string
	}{"edit": {"e", nil}, "pick": {"e", []string{"up", "up", "space"}}, "copy": {"y", nil}, "drop": {"d", nil}} {
		t.Run(name, func(t *testing.T) {
			s := demo(t, 80, 24)
			d, _ := scenetest.Typed(s, opened(t, s, "S01", one.key), one.typed...)
			golden.RequireEqual(t, scenetest.Trimmed(scenetest.Dialog(t, s, d)))
		})
	}
}

func TestSwappingTomaszTakesTheSignalOfTheFirstShiftAway(t *testing.T) {
	// DOMAIN.md 5, the story, (7).
	s := demo(t, 260, 40)
	c := onto(s, New(), "S01")
	scenetest.Says(t, scenetest.Screen(t, s, c), "10 diensten · 19 sterren · 4 signalen", "Tomasz Kowalczyk is ongewenst bij Kees Mulder")
	_, wish := scenetest.Keys(s, c, "e")
	d, _ := scenetest.Typed(s, scenetest.Opened(t, wish), "up", "up") // round to the employees
	d, _ = scenetest.Typed(s, d, "space", "down", "space")            // Tomasz goes
	scenetest.Says(t, scenetest.Dialog(t, s, d), "✓1")
	if strings.Contains(scenetest.Dialog(t, s, d), "is ongewenst bij") {
		t.Error("the signal stays without Tomasz")
	}
	d, _ = scenetest.Typed(s, d, "chantal", "enter") // and Chantal comes
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Jan de Vries (Vlierhof), Chantal Winklaar", "Chantal Winklaar is primair bij Agnes Sowirono")
	_, wish = scenetest.Typed(s, d, "enter")
	edit := commandOf[domain.EditShift](t, wish)
	if want := []domain.PersonID{"P06", "P08"}; !slices.Equal(edit.Shift.Employees, want) {
		t.Fatalf("rosters %v", edit.Shift.Employees)
	}
	s = after(t, s, edit)
	c, _ = c.Update(s, scene.Refresh{})
	seen := scenetest.Screen(t, s, c)
	scenetest.Says(t, seen, "3 signalen", "Chantal Winklaar is primair bij Agnes Sowirono")
	if strings.Contains(seen, "is ongewenst bij") {
		t.Errorf("the first shift still has a signal:\n%s", seen)
	}
}

func TestASignalStandsInTheDialogBeforeSavingAndBlocksNothing(t *testing.T) {
	s := demo(t, 120, 40)
	_, wish := scenetest.Keys(s, New(), "n")
	d, _ := scenetest.Typed(s, scenetest.Opened(t, wish), "tab", "2230", "tab", "7.15", "tab", "NX", "tab", "Nachtroute", "tab", "tomasz", "enter", "tab", "kees")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "! ongewenst bij Tomasz Kowalczyk", // beside Kees in the list
		"! Tomasz Kowalczyk is ongewenst bij Kees Mulder: relatie ‘Niet inplannen’, vanaf 01-12-2025")
	d, _ = scenetest.Typed(s, d, "enter")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "! Tomasz Kowalczyk is ongewenst bij Kees Mulder", "Een signaal waarschuwt en houdt niets tegen.",
		"Eindigt om 07:15 op di 3 maart 2026; de dienst hoort bij ma 2 maart 2026.")
	_, wish = scenetest.Typed(s, d, "enter")
	want := domain.Shift{Date: domain.NewDate(2026, 3, 2), Begin: 1350, End: 435, Code: "NX", Name: "Nachtroute",
		Employees: []domain.PersonID{"P09"}, Clients: []domain.PersonID{"P25"}}
	if got := commandOf[domain.AddShift](t, wish).Shift; !got.Equal(want) {
		t.Errorf("wished %+v", got)
	}
}

func TestASignalIsJudgedOnTheDayThatIsTyped(t *testing.T) {
	// Jan de Vries (Steiger) was unwanted at Jayden's until 4 March: S05 has a signal, on the 5th there is none.
	s := demo(t, 120, 40)
	d := opened(t, s, "S05", "e")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "is ongewenst bij Jayden Pinas")
	for range 10 {
		d, _ = scenetest.Typed(s, d, "backspace")
	}
	d, _ = scenetest.Typed(s, d, "5-3-2026")
	if seen := scenetest.Dialog(t, s, d); strings.Contains(seen, "ongewenst") {
		t.Errorf("on the 5th:\n%s", seen)
	}
	_, wish := scenetest.Typed(s, d, "enter")
	if got := commandOf[domain.EditShift](t, wish).Shift.Date; got != domain.NewDate(2026, 3, 5) {
		t.Errorf("moved to %v", got)
	}
}

func TestSeveralAreMarkedAndTheirOrderStays(t *testing.T) {
	s := demo(t, 120, 40)
	d := opened(t, s, "S07", "e") // P10 with P14, P18, P19
	d, _ = scenetest.Typed(s, d, "up", "space", "down", "space", "noor", "ctrl+s")
	d, _ = scenetest.Typed(s, d, "enter")
	_, wish := scenetest.Typed(s, d, "enter")
	if got, want := commandOf[domain.EditShift](t, wish).Shift.Clients, []domain.PersonID{"P14", "P19", "P15"}; !slices.Equal(got, want) {
		t.Errorf("clients %v, not %v", got, want)
	}
}

func TestAMarkIsAnAnswerAndTheNextInTheListIsNot(t *testing.T) {
	s := demo(t, 120, 40)
	d := opened(t, s, "S07", "e")
	d, _ = scenetest.Typed(s, d, "up", "space", "n", "down", "up", "space", "enter") // searches, marks one; the cursor has moved on
	if got := fieldsOf(d).Keys(clientsField); len(got) != 4 {
		t.Errorf("clients %v", got)
	}
}

func TestEscLeavesTheListOfPeopleAndLosesNoMarksUnasked(t *testing.T) {
	s := demo(t, 120, 40)
	d := opened(t, s, "S07", "e")
	back, wish := scenetest.Typed(s, d, "up", "noo", "esc")
	if wish != nil || looking(back) {
		t.Errorf("a search is asked about: %#v", wish)
	}
	asked, wish := scenetest.Typed(s, d, "up", "space", "space", "esc")
	scenetest.Says(t, scenetest.Dialog(t, s, asked), "Weggooien wat u typte?")
	if on, _ := scenetest.Typed(s, asked, "esc"); wish != nil || !looking(on) {
		t.Error("typing on leaves the list")
	}
	gone, wish := scenetest.Typed(s, asked, "enter")
	if wish != nil || looking(gone) || len(fieldsOf(gone).Keys(clientsField)) != 3 {
		t.Errorf("throwing away wishes %#v", wish)
	}
}

func TestNothingChangedIsNothingToSaveAndLeavingAsksOnlyAfterAChange(t *testing.T) {
	s := demo(t, 120, 40)
	d := opened(t, s, "S01", "e")
	for _, key := range []string{"enter", "esc"} {
		if _, wish := scenetest.Typed(s, d, key); wish != (scene.Close{}) {
			t.Errorf("%s wishes %#v", key, wish)
		}
	}
	changed, _ := scenetest.Typed(s, d, "up", "up", "space", "space", "enter")
	if _, wish := scenetest.Typed(s, changed, "esc"); wish != nil {
		t.Errorf("esc after a change wishes %#v", wish)
	}
}

func TestWhatIsNoTimeOrDateIsSaidAtItsField(t *testing.T) {
	s := demo(t, 120, 40)
	_, wish := scenetest.Keys(s, New(), "n")
	d, wish := scenetest.Typed(s, scenetest.Opened(t, wish), "tab", "25:00", "tab", "8", "enter")
	if wish != nil {
		t.Fatalf("wished %#v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "‘25:00’ is geen tijd; schrijf uren en minuten: 07:30.")
}

func TestClocksAreReadAsPeopleTypeThem(t *testing.T) {
	for text, want := range map[string]string{"7": "07:00", "07:30": "07:30", "7.30": "07:30", "730": "07:30", "0730": "07:30", " 22:05 ": "22:05", "24": "", "7:3": "", "": "", "x": "", "12345": ""} {
		got, ok := readClock(text)
		if ok != (want != "") || ok && got.String() != want {
			t.Errorf("%q is read as %v, %v", text, got, ok)
		}
	}
}

func TestARefusalStandsAtItsFieldAndKeepsWhatWasTyped(t *testing.T) {
	s := demo(t, 120, 40)
	d, _ := scenetest.Typed(s, opened(t, s, "S01", "e"), "tab", "tab", "tab", "tab", "!")
	for field, at := range map[domain.Field]string{"clients": clientsField, "name": nameField, "id": ""} {
		next, _ := d.Update(s, scene.Refused{Refusal: domain.Refusal{Code: domain.ValueTooLong, Field: field, Limit: 120}})
		scenetest.Says(t, scenetest.Dialog(t, s, next), "is te lang", "Vroege dienst Vlierhof!")
		if got := fieldsOf(next).Focused(); at != "" && got != at {
			t.Errorf("refused for %s the keys are at %s", field, got)
		}
	}
}

func TestWhoIsNotActiveThatDayIsNotOfferedAndWarnedOfWhenAlreadyIn(t *testing.T) {
	s := demo(t, 120, 40)
	s = after(t, s, domain.DeactivatePerson{ID: "P06", From: domain.NewDate(2026, 3, 1)}, domain.DeactivatePerson{ID: "P12", From: domain.NewDate(2026, 3, 1)})
	d, _ := scenetest.Typed(s, opened(t, s, "S01", "e"))
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Niet actief op 02-03-2026: Jan de Vries (Vlierhof).")
	for _, nobody := range []string{"bao", "zzz"} {
		list, wish := scenetest.Typed(s, d, "up", "up", nobody, "enter")
		if got := fieldsOf(list).Keys(employeesField); wish != nil || !looking(list) || slices.Contains(got, "P12") {
			t.Errorf("%s: chosen are %v, wished %#v", nobody, got, wish)
		}
		if nobody == "bao" {
			scenetest.Says(t, scenetest.Dialog(t, s, list), "Bao Nguyễn niet actief op 02-03-2026")
		}
	}
}

func TestAShiftIsCopiedToDaysOrOverAWeekWithTheSignalsOfThoseDays(t *testing.T) {
	s := demo(t, 120, 40)
	march := func(days ...int) []domain.Date {
		var out []domain.Date
		for _, d := range days {
			out = append(out, domain.NewDate(2026, 3, d))
		}
		return out
	}
	d, wish := scenetest.Typed(s, opened(t, s, "S05", "y"), "tab", "; 9-3-2026, 5-3-2026", "enter")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Er komen 2 diensten bij: do 5 maart 2026 en ma 9 maart 2026.",
		"Op do 5 maart 2026 is er al een dienst met deze naam en tijd")
	if strings.Contains(scenetest.Dialog(t, s, d), "ongewenst") {
		t.Error("after 4 March nobody is unwanted there")
	}
	if got := commandOf[domain.CopyShift](t, wish); got.Of != "S05" || !slices.Equal(got.Dates, march(5, 9)) {
		t.Errorf("wished %+v", got)
	}
	d, wish = scenetest.Typed(s, opened(t, s, "S05", "y"), "right", "enter")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Er komen 6 diensten bij: ma 2 maart 2026", "Op wo 4 maart 2026 staat deze dienst al",
		"! Signaal op ma 2 maart 2026: Jan de Vries (Steiger) is ongewenst bij Jayden Pinas")
	copied := commandOf[domain.CopyShift](t, wish)
	if !slices.Equal(copied.Dates, march(2, 3, 4, 5, 6, 7, 8)) {
		t.Errorf("wished %+v", copied)
	}
	if got := after(t, s, copied).World.Count(domain.ShiftNoun); got != 16 {
		t.Errorf("%d shifts", got)
	}
}

func TestACopyToNoDayIsRefusedAtTheDays(t *testing.T) {
	s := demo(t, 120, 40)
	for typed, want := range map[string]string{"31-2-2026": "‘31-2-2026’ bestaat niet: februari 2026 heeft 28 dagen", ",": "maar"} {
		d := opened(t, s, "S05", "y")
		d, _ = scenetest.Typed(s, d, "tab")
		for range 10 {
			d, _ = scenetest.Typed(s, d, "backspace")
		}
		d, wish := scenetest.Typed(s, d, typed, "enter")
		if wish != nil {
			t.Errorf("%q wishes %#v", typed, wish)
		}
		if typed != "," {
			scenetest.Says(t, scenetest.Dialog(t, s, d), want)
		}
	}
}

func TestCallingAShiftOffNamesEverybodyAndTakesAReason(t *testing.T) {
	s := demo(t, 120, 40)
	d, wish := scenetest.Typed(s, opened(t, s, "S07", "d"), "uitstapje", "enter")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Gezinsroute Noord laten vervallen", "do 5 maart 2026, van 09:00 tot 12:30",
		"Medewerkers: Anouk Visser. Cliënten: Sem Bakker, Yusuf Demir en Milan Novák.")
	if want := (scene.Edit{Command: domain.RemoveShift{ID: "S07"}, Reason: "uitstapje"}); wish != scene.Wish(want) {
		t.Errorf("wished %#v", wish)
	}
}

func TestEveryWordOfThePlanningIsThereInBothLanguages(t *testing.T) {
	for _, l := range words.Languages() {
		s := scenetest.At(scenetest.Demonstration(t), l, 120, 40)
		for _, a := range New().Actions(s) {
			if !s.Words.Has(a.Name) {
				t.Errorf("%s has no words for %s", l, a.Name)
			}
		}
	}
}
