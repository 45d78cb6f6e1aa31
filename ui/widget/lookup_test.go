package widget

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"
)

// seeking is a form with a look-up for one, one for several, and a choice that finds more than its options.
func seeking() Form {
	names := map[string]string{"P1": "Noor", "P2": "Sem", "P3": "Lotte van Dam"}
	find := func(Form) []Item {
		return []Item{{Key: "P1", Label: "Noor"}, {Key: "P2", Label: "Sem"}, {Key: "P3", Label: "Lotte van Dam"}}
	}
	name := func(key string) string { return names[key] }
	return NewForm(
		Field{Key: "one", Kind: LookupField, Label: "Wie", Find: find, Name: name, Validate: func(v string) string {
			if v == "" {
				return "Kies iemand."
			}
			return ""
		}},
		Field{Key: "all", Kind: LookupField, Label: "Allen", Find: find, Name: name, Several: true, Value: Several([]string{"P2"})},
		Field{Key: "who", Kind: ChoiceField, Label: "Of", Find: find, Else: "else", Options: []Option{{Key: "none", Label: "niemand"}, {Key: "else", Label: "anders"}}},
	)
}

func TestALookUpTakesTheKeyOfWhatIsFoundAndGoesOn(t *testing.T) {
	f, _ := drive(seeking(), "s", "e")
	if _, open := f.OpenLookup(); !open {
		t.Fatal("a letter does not open the list")
	}
	f, event := drive(f, "enter")
	if got := f.Value("one"); got != "P2" || event != Changed || f.Focused() != "all" {
		t.Errorf("%q, %v, at %s", got, event, f.Focused())
	}
	if text := strings.Join(f.render(dark(), 60).lines, "\n"); !strings.Contains(text, "Sem") {
		t.Errorf("the name is not shown:\n%s", text)
	}
	back, event := drive(f.Focus("one"), "space", "n", "esc")
	if _, open := back.OpenLookup(); open || back.Value("one") != "P2" || event == Cancel {
		t.Errorf("esc leaves the form, or what was chosen: %q", back.Value("one"))
	}
}

func TestEnterOpensTheListOnlyWhereNothingMayNotBe(t *testing.T) {
	f, event := drive(seeking(), "enter")
	if _, open := f.OpenLookup(); !open || event != None {
		t.Error("enter on what must be chosen opens no list")
	}
	f, event = drive(seeking().Set("one", "P1").Focus("all"), "enter")
	if _, open := f.OpenLookup(); open || event != Submit {
		t.Errorf("enter on what is chosen gives %v", event)
	}
}

func TestWhatIsMarkedIsTheValueAtOnceAndEscAsksBeforeMarksAreLost(t *testing.T) {
	f, event := drive(seeking().Focus("all"), "space", "down", "space")
	if got := f.Keys("all"); event != Changed || !slices.Equal(got, []string{"P2", "P1"}) {
		t.Fatalf("marked %q", got)
	}
	asks, event := drive(f, "esc")
	if _, open := asks.OpenLookup(); !open || event != Cancel {
		t.Error("esc throws marks away unasked")
	}
	if got := asks.CloseLookup().Keys("all"); !slices.Equal(got, []string{"P2"}) {
		t.Errorf("back is %q", got)
	}
	kept, _ := drive(f, "enter")
	if got := kept.Keys("all"); !slices.Equal(got, []string{"P2", "P1"}) || kept.Focused() != "all" {
		t.Errorf("taken %q", got)
	}
	searched, event := drive(seeking().Focus("all"), "l", "o", "esc")
	if got := searched.Keys("all"); event == Cancel || !slices.Equal(got, []string{"P2"}) {
		t.Errorf("a search is an answer: %q", got)
	}
}

func TestEnterDoesNotPassOverWhoIsSearchedForInVain(t *testing.T) {
	f, event := drive(seeking().Focus("all"), "x", "y", "enter")
	if _, open := f.OpenLookup(); !open || event == Submit {
		t.Error("enter takes what was marked before for an answer to another search")
	}
}

func TestAChoiceAddsWhatItFindsToItsOptions(t *testing.T) {
	f, _ := drive(seeking().Focus("who"), "l", "enter")
	if got := f.Value("who"); got != "P3" {
		t.Errorf("chosen %q", got)
	}
	f = f.SetFields(f.fields[0].Field, Field{Key: "who", Kind: ChoiceField, Find: f.fields[2].Find, Else: "else", Options: []Option{{Key: "else", Label: "anders"}}})
	if got := f.Value("who"); got != "P3" {
		t.Errorf("after other options %q", got)
	}
	f, _ = drive(seeking().Focus("who").Set("who", "none"), "right")
	if _, open := f.OpenLookup(); open || f.Value("who") != "else" {
		t.Error("passing by opens the list")
	}
	if f, _ = drive(f, "enter"); !f.lookup.open {
		t.Error("enter does not open it")
	}
}

func TestWhatWasTypedComesBackWithItsField(t *testing.T) {
	fields := []Field{{Key: "kind"}, {Key: "name", Value: "oud"}, {Key: "note"}}
	f, _ := drive(NewForm(fields...).Focus("name"), "x")
	f = f.Set("note", "n").Focus("kind").SetFields(fields[0], fields[2])
	if f.Value("name") != "" || f.Value("note") != "n" || f.Focused() != "kind" {
		t.Errorf("%q and %q, at %s", f.Value("name"), f.Value("note"), f.Focused())
	}
	if f = f.SetFields(fields...); f.Value("name") != "oudx" || f.Value("note") != "n" {
		t.Errorf("%q and %q come back", f.Value("name"), f.Value("note"))
	}
}

func TestAFormWithLookUpsIsDrawnWholeWhateverIsPressed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := measures().Draw(t, "measure")
		f, w, h := seeking(), rapid.IntRange(1, 60).Draw(t, "w"), rapid.IntRange(0, 12).Draw(t, "h")
		for range rapid.IntRange(0, 12).Draw(t, "presses") {
			switch key := rapid.SampledFrom([]string{"s", "space", "enter", "esc", "tab", "up", "down", "left", "right", "click", "paste", "wheel"}).Draw(t, "key"); key {
			case "click":
				f, _ = f.Click(counted(dark(), m), rapid.IntRange(0, 60).Draw(t, "x"), rapid.IntRange(0, 12).Draw(t, "y"), w, h)
			case "paste":
				f, _ = f.Resize(m, w, h).Update(tea.PasteMsg{Content: "Lotte\nvan Dam"})
			case "wheel":
				f = f.Scroll(1)
			default:
				f, _ = f.Resize(m, w, h).Update(press(key))
			}
			drawn, _ := f.View(counted(dark(), m), w, h)
			fills(t, m, "the form", drawn, w, h)
		}
	})
}
