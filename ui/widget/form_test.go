package widget

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"zichtlijn/ui/theme"
)

func groupForm() Form {
	return NewForm(
		Field{Key: "name", Label: "Naam", Value: "Steiger", Help: "Zo heet de groep in het portaal.", Validate: func(v string) string {
			if strings.TrimSpace(v) == "" {
				return "Een groep heeft een naam nodig; vul er een in."
			}
			return ""
		}},
		Field{Key: "mode", Kind: ChoiceField, Label: "Zichtbaarheid", Value: "group", Options: []Option{
			{Key: "hidden", Label: "onzichtbaar"}, {Key: "group", Label: "groep zichtbaar", Help: "Leden zien de behandelaars."}, {Key: "all", Label: "elkaar zichtbaar"}}},
		Field{Key: "active", Kind: ToggleField, Label: "Actief", Value: True, On: "ja", Off: "nee"},
		Field{Key: "note", Kind: NoteField, Label: "Notitie", Height: 2},
		Field{Key: "id", Label: "Nummer", Value: "G-7", Locked: "Het nummer komt van het portaal."},
	)
}

func drive(f Form, names ...string) (Form, Event) {
	event := None
	for _, n := range names {
		f, event = f.Update(press(n))
	}
	return f, event
}

func TestKeysFillInAForm(t *testing.T) {
	cases := []struct {
		name  string
		keys  []string
		key   string
		value string
		event Event
		dirty bool
	}{
		{"nothing pressed", nil, "name", "Steiger", None, false},
		{"typing", []string{"space", "A"}, "name", "Steiger A", Changed, true},
		{"typed and taken back", []string{"x", "backspace"}, "name", "Steiger", Changed, false},
		{"the next answer", []string{"tab", "right"}, "mode", "all", Changed, true},
		{"past the last answer", []string{"tab", "space", "space"}, "mode", "hidden", Changed, true},
		{"the answer before", []string{"down", "left"}, "mode", "hidden", Changed, true},
		{"a toggle", []string{"tab", "tab", "space"}, "active", False, Changed, true},
		{"a letter does nothing to a choice", []string{"tab", "x"}, "mode", "group", None, false},
		{"a locked field stays", []string{"shift+tab", "x"}, "id", "G-7", None, false},
		{"round to the first", []string{"tab", "tab", "tab", "tab", "tab", "x"}, "name", "Steigerx", Changed, true},
		{"enter submits", []string{"enter"}, "name", "Steiger", Submit, false},
		{"enter submits from a note", []string{"tab", "tab", "tab", "x", "enter"}, "note", "x", Submit, true},
		{"ctrl+j breaks a line in a note", []string{"tab", "tab", "tab", "x", "ctrl+j", "y"}, "note", "x\ny", Changed, true},
		{"esc cancels and keeps", []string{"x", "esc"}, "name", "Steigerx", Cancel, true},
	}
	for _, c := range cases {
		f, event := drive(groupForm(), c.keys...)
		if got := f.Value(c.key); got != c.value || event != c.event || f.Dirty() != c.dirty {
			t.Errorf("%s: %q, %v, dirty %v; want %q, %v, %v", c.name, got, event, f.Dirty(), c.value, c.event, c.dirty)
		}
	}
}

func TestUpdateLeavesTheFormItWasCalledOnAsItWas(t *testing.T) {
	f := groupForm()
	drive(f, "x", "tab", "right", "enter")
	f.Set("name", "anders")
	if f.Value("name") != "Steiger" || f.Dirty() || f.Focused() != "name" {
		t.Errorf("name %q, focus %s", f.Value("name"), f.Focused())
	}
}

func TestAWrongFieldKeepsTheFormAndSaysWhatIsWrong(t *testing.T) {
	f, event := drive(groupForm(), "ctrl+u", "tab", "tab", "enter")
	if event != None || f.Focused() != "name" {
		t.Fatalf("event %v, focus %s", event, f.Focused())
	}
	drawn, cursor := f.View(paper(), 60, 12)
	fills(t, theme.CodePoints, "form", drawn, 60, 12)
	if !strings.Contains(ansi.Strip(drawn), "Een groep heeft een naam nodig; vul") || cursor == nil {
		t.Errorf("drawn, cursor %v\n%s", cursor, ansi.Strip(drawn))
	}
	f, event = drive(f, "A", "enter")
	if drawn, _ := f.View(paper(), 60, 12); event != Submit || strings.Contains(ansi.Strip(drawn), "nodig") {
		t.Errorf("repaired: %v\n%s", event, ansi.Strip(drawn))
	}
}

func TestARefusalIsShownUnderItsFieldUntilItIsRepaired(t *testing.T) {
	f := groupForm().SetError("mode", "Deze groep mag niet zichtbaar worden.")
	if drawn, _ := f.View(paper(), 60, 12); f.Focused() != "mode" || !strings.Contains(ansi.Strip(drawn), "mag niet zichtbaar") {
		t.Errorf("focus %s\n%s", f.Focused(), ansi.Strip(drawn))
	}
	f, _ = drive(f, "left")
	if drawn, _ := f.View(paper(), 60, 12); strings.Contains(ansi.Strip(drawn), "mag niet zichtbaar") {
		t.Errorf("still there\n%s", ansi.Strip(drawn))
	}
}

func TestAnUntouchedEmptyFieldIsNotComplainedAboutOnTheWayPast(t *testing.T) {
	f := NewForm(Field{Key: "a", Validate: func(string) string { return "Vul iets in." }}, Field{Key: "b"})
	f, _ = drive(f, "tab")
	if drawn, _ := f.View(paper(), 40, 5); strings.Contains(drawn, "Vul iets in.") {
		t.Errorf("drawn\n%s", drawn)
	}
}

func TestAFormAtItsUsualWidth(t *testing.T) {
	f, _ := drive(groupForm(), "tab")
	drawn, cursor := f.View(paper(), 76, 9)
	want := strings.Join([]string{
		"  Naam           Steiger",
		"▸ Zichtbaarheid  ( ) onzichtbaar  (•) groep zichtbaar  ( ) elkaar zichtbaar",
		"                 Leden zien de behandelaars.",
		"  Actief         (•) ja  ( ) nee",
		"  Notitie",
		"",
		"  Nummer         G-7",
		"",
		"",
	}, "\n")
	if got := trimmed(drawn); got != want || cursor != nil {
		t.Errorf("drawn, cursor %v\n%s\nwant\n%s", cursor, got, want)
	}
	drawn, cursor = groupForm().View(paper(), 30, 4)
	want = "▸ Naam\n  Steiger\n  Zo heet de groep in het\n  portaal."
	if got := trimmed(drawn); got != want || cursor == nil || cursor.X != 9 || cursor.Y != 1 {
		t.Errorf("narrow, cursor %v\n%s\nwant\n%s", cursor, got, want)
	}
	f, _ = drive(groupForm(), "tab", "right")
	if drawn, _ := f.View(paper(), 30, 9); !strings.Contains(trimmed(drawn), "‹ elkaar zichtbaar ›") {
		t.Errorf("a choice without room\n%s", trimmed(drawn))
	}
}

func trimmed(block string) string {
	lines := strings.Split(ansi.Strip(block), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

func TestALockedFieldSaysWhy(t *testing.T) {
	f := groupForm().Focus("id")
	drawn, cursor := f.View(paper(), 60, 12)
	if !strings.Contains(ansi.Strip(drawn), "Het nummer komt van het portaal.") || cursor != nil {
		t.Errorf("cursor %v\n%s", cursor, ansi.Strip(drawn))
	}
	f, _ = drive(f.SetLocked("id", ""), "8")
	if f.Value("id") != "G-78" {
		t.Errorf("opened again it holds %q", f.Value("id"))
	}
}

func TestAClickChoosesWhatIsUnderIt(t *testing.T) {
	f, event := groupForm().Click(paper(), 20, 2, 76, 9)
	if event != Changed || f.Value("mode") != "hidden" || f.Focused() != "mode" {
		t.Errorf("on an answer: %v, %q, focus %s", event, f.Value("mode"), f.Focused())
	}
	f, event = groupForm().Click(paper(), 19, 0, 76, 9)
	if f, _ = drive(f, "!"); event != None || f.Value("name") != "St!eiger" {
		t.Errorf("in a text: %v, %q", event, f.Value("name"))
	}
	if f, event = groupForm().Click(paper(), 3, 8, 76, 9); event != None || f.Focused() != "name" {
		t.Errorf("below the fields: %v, focus %s", event, f.Focused())
	}
}

func TestAChoiceWithoutAnAnswerStaysUndecided(t *testing.T) {
	f := NewForm(Field{Key: "role", Kind: ChoiceField, Options: []Option{{Key: "a", Label: "A"}, {Key: "b", Label: "B"}}}, Field{Key: "none", Kind: ChoiceField})
	if f.Value("role") != "" || f.Value("unknown") != "" || f.Dirty() {
		t.Errorf("opened on %q", f.Value("role"))
	}
	if f, _ = drive(f, "right"); f.Value("role") != "a" {
		t.Errorf("first answer %q", f.Value("role"))
	}
	if f, event := drive(f, "tab", "right", "space"); f.Value("none") != "" || event != None {
		t.Errorf("a choice of nothing holds %q", f.Value("none"))
	}
}

func TestANoteThatBreaksLinesIsSubmittedByCtrlS(t *testing.T) {
	f := NewForm(Field{Key: "list", Kind: NoteField, Breaks: true, Limit: 1000})
	f, event := drive(f, "a", "enter", "b")
	if f.Value("list") != "a\nb" || event != Changed {
		t.Errorf("%q, %v", f.Value("list"), event)
	}
	if _, event = drive(f, "ctrl+s"); event != Submit {
		t.Errorf("ctrl+s: %v", event)
	}
}

func TestAFormWithoutTheKeysShowsNoPointerAndMovesNoLine(t *testing.T) {
	with := groupForm()
	without := with.Blur()
	before, _ := with.View(paper(), 60, 10)
	after, cursor := without.View(paper(), 60, 10)
	if want := strings.Replace(ansi.Strip(before), "▸", " ", 1); ansi.Strip(after) != want || cursor != nil {
		t.Errorf("cursor %v in\n%s", cursor, ansi.Strip(after))
	}
	tabbed, _ := drive(without, "tab")
	clicked, _ := without.Click(paper(), 3, 0, 60, 10)
	for i, back := range []Form{tabbed, clicked, without.Focus("note"), without.SetError("name", "Kies een andere naam.")} {
		if drawn, _ := back.View(paper(), 60, 10); !strings.Contains(drawn, "▸") {
			t.Errorf("going to a field does not give the keys back (%d)", i)
		}
	}
}

func TestAPlaceholderIsShownOnlyWhileNothingIsTyped(t *testing.T) {
	f := NewForm(Field{Key: "shown"}, Field{Key: "note", Kind: NoteField}).
		SetPlaceholder("shown", "Saskia van den Berg").SetPlaceholder("note", "geen medische gegevens")
	drawn, _ := f.View(paper(), 60, 6)
	if got := ansi.Strip(drawn); !strings.Contains(got, "Saskia van den Berg") || !strings.Contains(got, "geen medische gegevens") {
		t.Errorf("not shown:\n%s", got)
	}
	f, _ = drive(f, "x")
	if drawn, _ = f.View(paper(), 60, 6); strings.Contains(drawn, "Saskia") || f.Value("shown") != "x" || f.Value("note") != "" {
		t.Errorf("shown over %q:\n%s", f.Value("shown"), ansi.Strip(drawn))
	}
}

func TestAnyFormFillsAnyBoxWithItsCursorInside(t *testing.T) {
	keys := []string{"tab", "shift+tab", "up", "down", "left", "right", "space", "x", "backspace", "enter", "ctrl+j", "ctrl+u"}
	rapid.Check(t, func(t *rapid.T) {
		var fields []Field
		for i := range rapid.IntRange(0, 7).Draw(t, "fields") {
			f := Field{Key: string(rune('a' + i)), Kind: FieldKind(rapid.IntRange(0, 4).Draw(t, "kind")), Label: words().Draw(t, "label"),
				Help: words().Draw(t, "help"), Value: words().Draw(t, "value"), On: "ja", Off: words().Draw(t, "off"),
				Options: []Option{{Key: "1", Label: words().Draw(t, "option")}, {Key: "2", Label: "twee", Help: words().Draw(t, "why")}}}
			if rapid.IntRange(0, 4).Draw(t, "locked") == 0 {
				f.Locked = words().Draw(t, "reason")
			}
			f.Validate = func(v string) string { return strings.Repeat("Dat kan niet. ", len(v)%3) }
			fields = append(fields, f)
		}
		f := NewForm(fields...)
		m, w, h := measures().Draw(t, "measure"), size().Draw(t, "w"), rapid.IntRange(-1, 14).Draw(t, "h")
		for range rapid.IntRange(0, 12).Draw(t, "steps") {
			f, _ = f.Resize(m, w, 20).Update(press(rapid.SampledFrom(keys).Draw(t, "key")))
			f, _ = f.Update(tea.PasteMsg{Content: words().Draw(t, "paste")})
			f, _ = f.Click(counted(paper(), m), rapid.IntRange(-1, 90).Draw(t, "x"), rapid.IntRange(-1, 14).Draw(t, "y"), w, h)
			drawn, cursor := f.View(counted(paper(), m), w, h)
			fills(t, m, "form", drawn, w, h)
			if cursor != nil && (cursor.X < 0 || cursor.Y < 0 || cursor.X >= w || cursor.Y >= h) {
				t.Fatalf("cursor at %v in %d by %d", cursor.Position, w, h)
			}
		}
	})
}

func TestAFormSaysUnderTheFieldThatAPasteWasCut(t *testing.T) {
	for _, kind := range []FieldKind{TextField, NoteField} {
		f := NewForm(Field{Key: "name", Kind: kind, Label: "Naam", Limit: 5}).SetCutPaste(func(kept int) string {
			return "Geplakt: de eerste " + strings.Repeat("I", kept) + " tekens."
		})
		f, _ = f.Update(tea.PasteMsg{Content: "Woongroep"})
		if drawn, _ := f.View(paper(), 60, 8); !strings.Contains(ansi.Strip(drawn), "Geplakt: de eerste IIIII tekens.") || f.Value("name") != "Woong" {
			t.Errorf("%q:\n%s", f.Value("name"), ansi.Strip(drawn))
		}
		f, _ = drive(f, "backspace")
		if drawn, _ := f.View(paper(), 60, 8); strings.Contains(drawn, "Geplakt") {
			t.Errorf("still said:\n%s", ansi.Strip(drawn))
		}
	}
}

func TestAFieldThatProposesIsTypedOver(t *testing.T) {
	f := NewForm(Field{Key: "from", Kind: DateField, Value: "02-03-2026", Fresh: true}, Field{Key: "name", Value: "Steiger"})
	f, _ = drive(f, "tab", "s", "shift+tab", "1", "6")
	if f.Value("from") != "16" || f.Value("name") != "Steigers" {
		t.Errorf("%q and %q", f.Value("from"), f.Value("name"))
	}
	f, _ = drive(f.Set("from", "03-03-2026"), "7")
	if f.Value("from") != "7" {
		t.Errorf("what was filled in for the person is %q", f.Value("from"))
	}
}
