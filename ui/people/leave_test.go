package people

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// going is the dialog of Soraya, who leaves: she is personal counselor of Noor,
// of Zoë and, until the 15th, of Jayden, for whom somebody is planned.
func going(t *testing.T, s scene.Scene) scene.Dialog {
	t.Helper()
	return on(t, s, "P11", "V")
}

// seeks reports whether the list is open in which somebody is looked up.
func seeks(d scene.Dialog) bool {
	_, open := d.(dialog.Form).Fields.OpenLookup()
	return open
}

// fields goes down by n fields.
func fields(t *testing.T, s scene.Scene, d scene.Dialog, n int) scene.Dialog {
	t.Helper()
	for range n {
		d, _ = scenetest.Typed(s, d, "down")
	}
	return d
}

// dated types another last day.
func dated(t *testing.T, s scene.Scene, d scene.Dialog, day string) scene.Dialog {
	t.Helper()
	for range len("02-03-2026") {
		d, _ = scenetest.Typed(s, d, "backspace")
	}
	d, _ = scenetest.Typed(s, d, day)
	return d
}

func TestALeaverAsItIsDrawn(t *testing.T) {
	for name, size := range map[string][2]int{"120x40": {120, 40}, "80x24": {80, 24}} {
		t.Run(name, func(t *testing.T) {
			s := scenetest.At(scenetest.Demonstration(t), words.Dutch, size[0], size[1])
			d, _ := scenetest.Typed(s, fields(t, s, going(t, s), 1), "right")
			golden.RequireEqual(t, scenetest.Trimmed(scenetest.Dialog(t, s, d)))
		})
	}
}

func TestALeaverSeesByNameWhatEnds(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 70)
	scenetest.Says(t, scenetest.Dialog(t, s, going(t, s)), "Soraya Ramdin telt vanaf 03-03-2026 niet meer mee",
		"Noor Haddad: Persoonlijk begeleider → nog te kiezen", "Jayden Pinas: Persoonlijk begeleider", "Noor Haddad: Gekoppelde behandelaar",
		"2 lidmaatschappen · Woongroep Steiger A · Dagbehandeling Steiger", "1 toegewezen toegangsrol · Begeleider", "blijft staan; wijzig die in de planning")
	scenetest.Says(t, scenetest.Dialog(t, s, on(t, s, "P41", "V")), "Er loopt dan niets meer.")
}

// TestALeaverGoesInOneEditAndComesBackInOneUndo gives Noor somebody who is with
// her already, Zoë nobody, and leaves Jayden to whoever is planned.
func TestALeaverGoesInOneEditAndComesBackInOneUndo(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 40)
	d, _ := scenetest.Typed(s, fields(t, s, going(t, s), 1), "right")
	d, _ = scenetest.Typed(s, fields(t, s, d, 2), "right", "right")
	d, wish := scenetest.Typed(s, fields(t, s, d, 1), "naar elders", "enter")
	edit := edited(t, wish)
	want := domain.Leave{Person: "P11", Through: s.On, Successors: []domain.Successor{{Relation: "R02", Person: "P03"}}}
	if !reflect.DeepEqual(edit.Command, want) || edit.Reason != "naar elders" {
		t.Fatalf("wished %+v", edit)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Noor Haddad: Persoonlijk begeleider → Saskia van den Berg-Özdemir", "Zoë de Groot: Persoonlijk begeleider → niemand")
	changes, err := edit.Command.Plan(s.World)
	if err != nil {
		t.Fatal(err)
	}
	after, err := s.World.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	gone, _ := after.Person("P11")
	if old, _ := after.Relation("R02"); gone.ActiveOn(s.On+1) || old.Through != s.On || old.ReplacedBy == "" {
		t.Errorf("she left %+v and stays %+v", old, gone)
	}
	back, err := after.With(domain.Inverse(changes)...)
	if err != nil || !reflect.DeepEqual(back.Records(), s.World.Records()) {
		t.Errorf("one step back is not where it was: %v", err)
	}
}

func TestNobodyLosesSomebodyWithoutItBeingThoughtOf(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 40)
	d, wish := scenetest.Typed(s, going(t, s), "enter")
	if wish != nil {
		t.Fatalf("wished %#v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Kies met ← → wie dit overneemt, of niemand.")
}

func TestAnybodyWhoFitsIsFoundByNameAndWhoIsUnwantedIsNot(t *testing.T) {
	w := scenetest.After(t, scenetest.Demonstration(t), domain.AddRelation{Relation: domain.Relation{Client: "P15", Person: "P13", Type: "T7", Period: domain.Period{From: domain.NewDate(2026, 1, 1)}}})
	s := scenetest.At(w, words.Dutch, 120, 40)
	seeking, _ := scenetest.Typed(s, fields(t, s, going(t, s), 1), "femke")
	scenetest.Says(t, scenetest.Dialog(t, s, seeking), "Persoonlijk begeleider van Noor Haddad", "ongewenst bij deze cliënt")
	if d, _ := scenetest.Typed(s, seeking, "enter"); !seeks(d) {
		t.Error("who is unwanted was taken")
	}
	none, _ := scenetest.Typed(s, fields(t, s, going(t, s), 1), "rania")
	scenetest.Says(t, scenetest.Dialog(t, s, none), "Niemand die past heet zo.") // N1: a mother is no employee
	d, wish := scenetest.Typed(s, fields(t, s, going(t, s), 1), "FATIMA", "enter")
	if wish != nil || d.(dialog.Form).Fields.Focused() != successorField("R07") {
		t.Fatalf("it is at %s and wishes %#v", d.(dialog.Form).Fields.Focused(), wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Noor Haddad: Persoonlijk begeleider → Fatima El Amrani")
	seeking, _ = scenetest.Typed(s, d, "bao")
	if d, wish = scenetest.Typed(s, seeking, "esc"); wish != nil || seeks(d) {
		t.Errorf("esc in the list wishes %#v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "→ Fatima El Amrani")
}

func TestSomebodyElseIsLookedUpWithEnterAndByAClick(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 40)
	d, _ := scenetest.Typed(s, fields(t, s, going(t, s), 3), "left")
	if seeks(d) {
		t.Error("passing by with the arrows opens the list")
	}
	open, wish := scenetest.Typed(s, d, "enter")
	if !seeks(open) || wish != nil {
		t.Errorf("enter looks nobody up and wishes %#v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, open), "van Zoë de Groot: wie neemt het over?")
	d = fields(t, s, going(t, s), 3)
	for y, line := range strings.Split(scenetest.Dialog(t, s, d), "\n") {
		if before, _, ok := strings.Cut(line, "( ) iemand anders"); ok {
			d, _ = d.Update(s, scene.Clicked{X: s.Theme.Measure.Width(before) + 1, Y: y})
		}
	}
	if !seeks(d) {
		t.Error("a click looks nobody up")
	}
	d, _ = d.Update(s, tea.PasteMsg{Content: "anouk"})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "van Zoë de Groot: wie neemt het over?", "Anouk Visser", "1/10")
}

func TestAnotherLastDayAsksForOtherSuccessorsAndKeepsWhatWasChosen(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 40)
	d, _ := scenetest.Typed(s, fields(t, s, going(t, s), 1), "right", "up")
	d = dated(t, s, d, "31-03-2026")
	text := scenetest.Dialog(t, s, d)
	scenetest.Says(t, text, "telt vanaf 01-04-2026 niet meer mee", "Noor Haddad: Persoonlijk begeleider → Saskia")
	if strings.Contains(text, "Jayden Pinas: Persoonlijk begeleider") { // over by then
		t.Errorf("Jayden asks for somebody:\n%s", text)
	}
	d = dated(t, s, d, "31-13-2026")
	if d, wish := scenetest.Typed(s, d, "enter"); wish != nil || !strings.Contains(scenetest.Dialog(t, s, d), "‘31-13-2026’ bestaat niet: een jaar") {
		t.Errorf("wished %#v", wish)
	}
}

func TestWhatIsRefusedStaysAsItWasTypedAndWhatWasTypedIsAskedAbout(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 40)
	d, _ := scenetest.Typed(s, fields(t, s, going(t, s), 1), "right")
	d, _ = d.Update(s, scene.Refused{Refusal: domain.Refusal{Code: domain.ValueMalformed, Field: "through", Subject: domain.Ref{Noun: domain.PersonNoun, Key: "P11"}}})
	if got := d.(dialog.Form).Fields; got.Focused() != lastField || got.Value(successorField("R02")) != personChoice("P03") {
		t.Errorf("it is at %s with %s", got.Focused(), got.Value(successorField("R02")))
	}
	d = fields(t, s, d, 1)
	d, wish := scenetest.Typed(s, d, "esc", "x")
	if wish != nil || seeks(d) {
		t.Fatalf("while it asks it looks somebody up, or wishes %#v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Weggooien wat u typte?")
	if _, wish = scenetest.Typed(s, d, "enter"); wish != (scene.Close{}) {
		t.Errorf("throwing away wishes %#v", wish)
	}
	if _, wish = scenetest.Typed(s, going(t, s), "esc"); wish != (scene.Close{}) {
		t.Errorf("with nothing typed esc wishes %#v", wish)
	}
}

func TestALeaverFitsEveryWindowWhateverIsPressed(t *testing.T) {
	demo := scenetest.Demonstration(t)
	rapid.Check(t, func(r *rapid.T) {
		s := scenetest.At(demo, rapid.SampledFrom(words.Languages()).Draw(r, "language"), rapid.IntRange(40, 140).Draw(r, "w"), rapid.IntRange(10, 45).Draw(r, "h"))
		p, _ := demo.Person(rapid.SampledFrom([]domain.PersonID{"P11", "P17", "P06", "P41"}).Draw(r, "who"))
		d := leave(s, p)
		for range rapid.IntRange(0, 14).Draw(r, "presses") {
			d, _ = scenetest.Typed(s, d, rapid.SampledFrom([]string{"x", "5", "世界", "tab", "up", "left", "right", "down", "pgdown", "backspace", "space", "enter", "esc"}).Draw(r, "key"))
			d, _ = d.Update(s, scene.Clicked{X: rapid.IntRange(0, 80).Draw(r, "x"), Y: rapid.IntRange(0, 30).Draw(r, "y"), Wheel: rapid.IntRange(-1, 1).Draw(r, "wheel")})
			scenetest.Dialog(t, s, d)
		}
	})
}

func TestASuccessorWhoIsToBecomeUnwantedIsRefusedByName(t *testing.T) { // E1
	w := scenetest.After(t, scenetest.Demonstration(t), domain.AddRelation{Relation: domain.Relation{
		Client: "P15", Person: "P13", Type: "T7", Period: domain.Period{From: domain.NewDate(2026, 5, 1)}}})
	s := scenetest.At(w, words.Dutch, 100, 40)
	d, _ := scenetest.Typed(s, fields(t, s, going(t, s), 1), "femke", "enter")
	d, wish := scenetest.Typed(s, fields(t, s, d, 1), "right", "right", "enter")
	_, err := edited(t, wish).Command.Plan(w)
	var why domain.Refusal
	if !errors.As(err, &why) {
		t.Fatalf("planned with %v", err)
	}
	d, _ = d.Update(s, scene.Refused{Refusal: why})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Dezelfde medewerker kan niet op één dag primair en ongewenst zijn", "Femke Dijkstra, Niet inplannen van Noor Haddad", "‹ Femke Dijkstra ›")
}
