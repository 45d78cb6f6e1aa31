package widget

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"zichtlijn/ui/theme"
)

var noStyle = lipgloss.NewStyle()

// press makes the message of a key by its name; one character types itself.
func press(name string) tea.KeyPressMsg {
	named := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace,
		"delete": tea.KeyDelete, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown}
	var k tea.KeyPressMsg
	for _, mod := range []struct {
		prefix string
		mod    tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if rest, ok := strings.CutPrefix(name, mod.prefix); ok {
			name, k.Mod = rest, k.Mod|mod.mod
		}
	}
	switch code, ok := named[name]; {
	case ok:
		k.Code = code
	case name == "space":
		k.Code = tea.KeySpace
		if k.Mod == 0 {
			k.Text = " "
		}
	default:
		k.Code, _ = utf8.DecodeRuneInString(name)
		if k.Mod == 0 {
			k.Text = name
		}
	}
	return k
}

func typed(in Input, keys ...string) Input {
	for _, k := range keys {
		in, _ = in.Update(press(k))
	}
	return in
}

func TestKeysEditALineAsExpected(t *testing.T) {
	cases := []struct {
		name, start string
		keys        []string
		want        string
	}{
		{"typing", "", []string{"N", "o", "space", "x"}, "No x"},
		{"in the middle", "Nor", []string{"left", "o"}, "Noor"},
		{"backspace takes a letter with its accent", "Jose\u0301", []string{"backspace"}, "Jos"},
		{"delete takes a joined character whole", "👩‍👩‍👧x", []string{"home", "delete"}, "x"},
		{"a word back", "van den Berg", []string{"ctrl+w"}, "van den "},
		{"everything before the cursor", "van den Berg", []string{"ctrl+left", "ctrl+u"}, "Berg"},
		{"a word on", "van den Berg", []string{"home", "ctrl+right", "!"}, "van! den Berg"},
		{"at the edges nothing happens", "a", []string{"right", "delete", "home", "left", "backspace"}, "a"},
		{"enter, tab and arrows belong to the form", "a", []string{"enter", "tab", "up", "down"}, "a"},
		{"the letters of ctrl and alt are not typed", "a", []string{"ctrl+k", "alt+z", "ctrl+space"}, "a"},
	}
	for _, c := range cases {
		if got := typed(Input{}.SetValue(c.start), c.keys...).Value(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if in, changed := (Input{}).Update(tea.KeyReleaseMsg{Code: 'a', Text: "a"}); changed || in.Value() != "" {
		t.Error("a key that is let go was typed")
	}
}

func TestAPasteIsTextOnOneLineWithinTheLimit(t *testing.T) {
	cases := []struct{ paste, want string }{
		{"Bao\r\nNguyễn\tx", "Bao Nguyễn"}, {"q\x1b[2Jx\x00", "q[2Jx"}, {"a\u202eb\xffc", "abc"}, {"0123456789abc", "0123456789"},
	}
	for _, c := range cases {
		in, changed := NewInput(10).Update(tea.PasteMsg{Content: c.paste})
		if in.Value() != c.want || !changed {
			t.Errorf("pasted %q became %q, want %q", c.paste, in.Value(), c.want)
		}
	}
	in, changed := NewInput(3).SetValue("langer dan mag").Update(press("x"))
	if in.Value() != "langer dan mag" || changed {
		t.Errorf("a value that was too long became %q", in.Value())
	}
}

func TestAMegabyteOfPastedNothingIsNotReadToItsEnd(t *testing.T) {
	paste := strings.Repeat("\x00", 1<<20) + "naam"
	if in, changed := NewInput(100).Update(tea.PasteMsg{Content: paste}); changed || in.Value() != "" {
		t.Errorf("read on to %q", in.Value())
	}
	area, _ := NewArea(500).Update(tea.PasteMsg{Content: strings.Repeat("Noor\r\n", 1<<18)})
	if n := utf8.RuneCountInString(area.Value()); n != 500 || strings.Contains(area.Value(), "\r") {
		t.Errorf("%d runes kept", n)
	}
}

func TestWhateverIsTypedTheCursorStandsInTheField(t *testing.T) {
	keys := []string{"left", "right", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+left", "ctrl+right", "alt+d", "ctrl+delete",
		"ctrl+v", "ctrl+h", "ctrl+k", "ctrl+n", "tab", "up", "down", "enter", "space", "x", "世", "\u0301"}
	rapid.Check(t, func(t *rapid.T) {
		in := NewInput(rapid.IntRange(0, 30).Draw(t, "limit")).SetValue(words().Draw(t, "value"))
		area := NewArea(40).SetValue(words().Draw(t, "note"))
		m, w, h := measures().Draw(t, "measure"), size().Draw(t, "w"), rapid.IntRange(-1, 6).Draw(t, "h")
		for range rapid.IntRange(0, 20).Draw(t, "keys") {
			var msg tea.Msg = tea.PasteMsg{Content: words().Draw(t, "paste")}
			if rapid.Bool().Draw(t, "pressed") {
				msg = press(rapid.SampledFrom(keys).Draw(t, "key"))
			}
			in, _ = in.Update(msg)
			area, _ = area.Resize(m, w).Update(msg)
			if rapid.Bool().Draw(t, "clicked") {
				in = in.Click(m, rapid.IntRange(-1, 40).Draw(t, "x"), w)
			}
			line, x := in.View(m, w, noStyle, noStyle)
			fills(t, m, "input", line, w, 1)
			block, ax, ay := area.View(m, w, h, noStyle, noStyle)
			fills(t, m, "area", block, w, h)
			if w > 0 && (x < 0 || x >= w || ax < 0 || ax >= w) || h > 0 && w > 0 && (ay < 0 || ay >= h) {
				t.Fatalf("cursor at %d of %d, in the area at %d,%d of %d by %d", x, w, ax, ay, w, h)
			}
		}
	})
}

func TestALongLineIsShownAroundItsCursor(t *testing.T) {
	in := Input{}.SetValue("Saskia van den Berg")
	if line, x := in.View(theme.CodePoints, 8, noStyle, noStyle); line != "…n Berg " || x != 7 {
		t.Errorf("at the end: %q, cursor %d", line, x)
	}
	if line, x := typed(in, "home").View(theme.CodePoints, 8, noStyle, noStyle); line != "Saskia …" || x != 0 {
		t.Errorf("at the start: %q, cursor %d", line, x)
	}
	empty := Input{Placeholder: "naam"}
	if line, x := empty.View(theme.CodePoints, 6, noStyle, noStyle); ansi.Strip(line) != "naam  " || x != 0 {
		t.Errorf("empty: %q, cursor %d", line, x)
	}
	if got := typed(in.Click(theme.CodePoints, 3, 8), "!").Value(); got != "Saskia van den !Berg" {
		t.Errorf("after a click: %q", got)
	}
}

func TestUpAndDownFollowTheLinesOfANoteAsTheyAreSeen(t *testing.T) {
	a := NewArea(200).SetValue("Vraagt elke dag naar haar moeder\nkort\nen weer een langere regel").Resize(theme.CodePoints, 18)
	keys := func(a Area, names ...string) Area {
		for _, n := range names {
			a, _ = a.Update(press(n))
		}
		return a
	}
	block, _, y := a.View(theme.CodePoints, 18, 8, noStyle, noStyle)
	want := "Vraagt elke dag   \nnaar haar moeder  \nkort              \nen weer een       \nlangere regel     "
	if got := strings.Join(strings.Split(block, "\n")[:5], "\n"); got != want || y != 4 {
		t.Errorf("drawn, cursor on line %d\n%s", y, got)
	}
	if got := keys(a, "up", "up", "!").Value(); !strings.Contains(got, "kort!\n") {
		t.Errorf("two up from the end, then !: %q", got)
	}
	if got := keys(a, "up", "up", "up", "!").Value(); !strings.Contains(got, "naar haar moe!der") {
		t.Errorf("past a short line the column is kept: %q", got)
	}
	if keys(a, "up", "up", "up", "up").CanMove(-1) || !a.CanMove(-1) || a.CanMove(1) {
		t.Error("the edges of the note are not where they are seen")
	}
	if got := keys(a, "enter", "x").Value(); !strings.HasSuffix(got, "regel\nx") {
		t.Errorf("enter: %q", got)
	}
}

func TestTypingReplacesAProposalAndAnyOtherKeyTakesItUp(t *testing.T) {
	cases := []struct {
		name string
		keys []string
		want string
	}{
		{"a character replaces it", []string{"1"}, "1"},
		{"and the next is added", []string{"1", "6"}, "16"},
		{"the cursor keeps it", []string{"end", "1"}, "02-03-20261"},
		{"even where it goes nowhere", []string{"right", "1"}, "02-03-20261"},
		{"backspace edits it", []string{"backspace", "7"}, "02-03-2027"},
		{"deletion clears it", []string{"ctrl+u", "x"}, "x"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := typed(NewInput(20).SetValue("02-03-2026").Fresh(), c.keys...).Value(); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	proposal := NewInput(10).SetValue("02-03-2026").Fresh()
	if pasted, _ := proposal.Update(tea.PasteMsg{Content: "16-03-2027"}); pasted.Value() != "16-03-2027" {
		t.Errorf("a paste gives %q", pasted.Value())
	}
	if pasted, _ := proposal.Update(tea.PasteMsg{Content: "\x1b"}); pasted.Value() != "02-03-2026" {
		t.Errorf("a paste of nothing gives %q", pasted.Value())
	}
	if got := typed(proposal.Click(theme.CodePoints, 2, 10), "x", "y").Value(); got != "02-03-2026" { // full: nothing fits
		t.Errorf("a click does not keep it: %q", got)
	}
}

func TestAProposalIsDrawnAsSelectedUntilItIsTakenUp(t *testing.T) {
	in := NewInput(20).SetValue("morgen").Fresh()
	marked := noStyle.Reverse(true).Render("morgen")
	if drawn, x := in.View(theme.CodePoints, 12, noStyle, noStyle); !strings.HasPrefix(drawn, marked) || ansi.Strip(drawn) != "morgen      " || x != 6 {
		t.Errorf("%q, cursor at %d", drawn, x)
	}
	if drawn, _ := typed(in, "left").View(theme.CodePoints, 12, noStyle, noStyle); strings.HasPrefix(drawn, marked) {
		t.Errorf("still selected: %q", drawn)
	}
}

func TestAPasteThatDoesNotFitTellsHowMuchDid(t *testing.T) {
	cases := []struct {
		name, paste string
		kept        int
		cut         bool
	}{
		{"it fits", "Sem", 3, false},
		{"it fits to the last", "12345678", 8, false},
		{"blank space is no loss", "12345678  \n", 8, false},
		{"it does not fit", "123456789", 8, true},
		{"a megabyte", strings.Repeat("x", 1<<20), 8, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			in, _ := NewInput(10).SetValue("P-").Update(tea.PasteMsg{Content: c.paste})
			area, _ := NewArea(10).SetValue("P-").Update(tea.PasteMsg{Content: c.paste})
			if kept, cut := in.Cut(); cut != c.cut || cut && kept != c.kept {
				t.Errorf("a line: %d, %v", kept, cut)
			}
			if kept, cut := area.Cut(); cut != c.cut || cut && kept != c.kept {
				t.Errorf("a note: %d, %v", kept, cut)
			}
			in, _ = in.Update(press("backspace"))
			area, _ = area.Update(press("backspace"))
			_, line := in.Cut()
			if _, note := area.Cut(); line || note {
				t.Error("it is still said after the next key")
			}
		})
	}
}
