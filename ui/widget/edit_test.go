package widget

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"zichtlijn/ui/theme"
)

var editing = []string{"left", "right", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+left", "ctrl+right",
	"alt+b", "alt+f", "alt+d", "ctrl+delete", "ctrl+v", "ctrl+k", "up", "down", "enter", "ctrl+j", "space", "x", "世", "\u0301"}

// stroke draws a key or a paste.
func stroke(t *rapid.T) tea.Msg {
	if rapid.IntRange(0, 4).Draw(t, "pasted") == 0 {
		return tea.PasteMsg{Content: words().Draw(t, "paste")}
	}
	return press(rapid.SampledFrom(editing).Draw(t, "key"))
}

// whole fails unless the cursor stands between two whole characters of text without control characters.
func whole(t *rapid.T, value string, at int) {
	t.Helper()
	from := strings.LastIndexByte(value[:at], '\n') + 1
	line, _, _ := strings.Cut(value[from:], "\n")
	if begun, _ := clusterAt(line, at-from); begun != at-from {
		t.Fatalf("cursor at %d is inside a character of %q", at, value)
	}
	if i := strings.IndexFunc(strings.ReplaceAll(value, "\n", ""), unicode.IsControl); i >= 0 {
		t.Fatalf("a control character in %q", value)
	}
}

func TestAFieldThatWasCopiedKeepsWhatItHeld(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, area := NewInput(40).SetValue(words().Draw(t, "value")), NewArea(60).SetValue(words().Draw(t, "note"))
		form := NewForm(Field{Key: "a", Value: in.Value(), Limit: 40}, Field{Key: "b", Kind: NoteField, Value: area.Value(), Breaks: true})
		for range rapid.IntRange(1, 12).Draw(t, "keys") {
			msg := stroke(t)
			oldIn, oldArea, oldForm := in, area, form
			wasIn, wasArea, wasForm := in.Value(), area.Value(), form.Value("a")+"|"+form.Value("b")
			drawn, _, _ := oldArea.View(theme.CodePoints, 20, 4, noStyle, noStyle)
			var changed bool
			if in, changed = in.Update(msg); changed != (in.Value() != wasIn) {
				t.Fatalf("changed is %v from %q to %q", changed, wasIn, in.Value())
			}
			area, _ = area.Update(msg)
			form, _ = form.Update(msg)
			oldIn.Update(press("y")) // a second future of the same past
			oldArea.Update(press("backspace"))
			if again, _, _ := oldArea.View(theme.CodePoints, 20, 4, noStyle, noStyle); oldIn.Value() != wasIn || oldArea.Value() != wasArea || again != drawn ||
				oldForm.Value("a")+"|"+oldForm.Value("b") != wasForm {
				t.Fatalf("%v changed a copy: %q, %q", msg, oldIn.Value(), oldArea.Value())
			}
			whole(t, in.value, in.at)
			whole(t, area.value, area.at)
		}
	})
}

func TestTheCursorMovesOverWholeCharacters(t *testing.T) {
	cases := []struct {
		name, start string
		keys        []string
		want        string
	}{
		{"left over a letter with its accent", "Jose\u0301", []string{"left", "!"}, "Jos!e\u0301"},
		{"right over a family", "👩‍👩‍👧x", []string{"home", "right", "!"}, "👩‍👩‍👧!x"},
		{"a word back over a space with an accent", "ja \u0301nee", []string{"ctrl+left", "ctrl+left", "!"}, "!ja \u0301nee"},
		{"an accent joins the letter before the cursor", "ex", []string{"left", "\u0301", "!"}, "e\u0301!x"},
		{"removing what held two halves apart", "🇳x🇱", []string{"left", "backspace", "!"}, "🇳🇱!"},
		{"the key of the clipboard reads nothing", "a", []string{"ctrl+v"}, "a"},
		{"a word forward is left alone", "ab", []string{"left", "alt+d", "ctrl+delete", "alt+delete"}, "ab"},
	}
	for _, c := range cases {
		if got := typed(Input{}.SetValue(c.start), c.keys...).Value(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTheCursorStandsOnTheCharacterItEdits(t *testing.T) {
	cases := []struct {
		name, value string
		keys        []string
		w           int
		line        string
		x           int
	}{
		{"behind wide letters", "世界", nil, 6, "世界  ", 4},
		{"on a wide letter", "世界", []string{"left"}, 6, "世界  ", 2},
		{"behind an accent", "Jose\u0301", nil, 6, "Jose\u0301  ", 4},
		{"scrolled and walked back", "Saskia van den Berg", []string{"left", "left", "left"}, 8, "…den Be…", 6},
		{"just before the end", "Saskia van den Berg", []string{"left"}, 8, "…en Berg", 7},
		{"scrolled to a wide letter", "世界世界世", []string{"left"}, 6, "… 界世", 4},
		{"text that just fits", "Noor", []string{"home"}, 4, "Noor", 0},
		{"too narrow for a mark", "Noor", nil, 3, "or ", 2},
		{"one cell", "世界", nil, 1, " ", 0},
	}
	for _, c := range cases {
		line, x := typed(Input{}.SetValue(c.value), c.keys...).View(theme.CodePoints, c.w, noStyle, noStyle)
		if line != c.line || x != c.x {
			t.Errorf("%s: %q, cursor %d; want %q, %d", c.name, line, x, c.line, c.x)
		}
	}
}

func TestAValueFromOutsideLosesItsControlCharactersAndNothingElse(t *testing.T) {
	if got := (Input{}).SetValue("a\r\nb\tc\x1b[2J\x00d\u202ee").Value(); got != "a  b c[2Jd\u202ee" {
		t.Errorf("in a line: %q", got)
	}
	if got := (Area{}).SetValue("een\r\ntwee\rdrie\n\x1bvier\t").Value(); got != "een\ntwee\ndrie\nvier " {
		t.Errorf("in a note: %q", got)
	}
	long := strings.Repeat("langer dan mag ", 50)
	if got := NewArea(3).SetValue(long); got.Value() != long {
		t.Errorf("a long note became %d bytes", len(got.Value()))
	}
}

func TestKeysCrossTheLinesOfANote(t *testing.T) {
	cases := []struct {
		name, start string
		keys        []string
		want        string
	}{
		{"left and right over a break", "a\nb", []string{"home", "left", "!", "right", "?"}, "a!\n?b"},
		{"words over a break", "een\ntwee", []string{"ctrl+left", "ctrl+left", "!", "ctrl+right"}, "een!\ntwee"},
		{"backspace joins lines", "een\ntwee", []string{"home", "backspace", "!"}, "een!twee"},
		{"delete joins lines", "een\ntwee", []string{"up", "end", "delete", "!"}, "een!twee"},
		{"ctrl+u empties the line, then joins", "een\ntwee", []string{"ctrl+u", "ctrl+u", "!"}, "een!"},
		{"ctrl+w takes the break by itself", "een\ntwee", []string{"ctrl+w", "ctrl+w", "!"}, "een!"},
		{"an accent that comes to a letter is part of it", "e\n\u0301x", []string{"home", "backspace", "!"}, "e\u0301!x"},
		{"at the edges nothing happens", "a", []string{"delete", "right", "down", "home", "left", "backspace", "ctrl+u", "up"}, "a"},
		{"every way to break a line", "", []string{"a", "enter", "b", "ctrl+j", "c", "shift+enter", "alt+enter"}, "a\nb\nc\n\n"},
		{"other keys type nothing", "a", []string{"tab", "esc", "ctrl+v", "ctrl+k", "alt+d", "ctrl+n"}, "a"},
	}
	for _, c := range cases {
		a := NewArea(100).SetValue(c.start)
		for _, k := range c.keys {
			a, _ = a.Update(press(k))
		}
		if a.Value() != c.want {
			t.Errorf("%s: %q, want %q", c.name, a.Value(), c.want)
		}
	}
	if a, changed := NewArea(2).SetValue("ab").Update(press("enter")); changed || a.Value() != "ab" {
		t.Errorf("a break beyond the limit: %q", a.Value())
	}
}

func TestAFieldWithoutTheKeysIsShownFromItsStart(t *testing.T) {
	f := NewForm(Field{Key: "a", Label: "A"}, Field{Key: "b", Label: "B", Value: "Saskia van den Berg en haar zus Machteld"})
	drawn, _ := f.View(paper(), 40, 2)
	if got := strings.Split(ansi.Strip(drawn), "\n")[1]; got != "  B  Saskia van den Berg en haar zus Ma…" {
		t.Errorf("drawn %q", got)
	}
	f, _ = f.Click(paper(), 12, 1, 40, 2)
	if f, _ = drive(f, "!"); !strings.HasPrefix(f.Value("b"), "Saskia !van") || f.Focused() != "b" {
		t.Errorf("after a click where the v was drawn: %q", f.Value("b"))
	}
}

func BenchmarkFormKey(b *testing.B) {
	var fields []Field
	for i := range 12 {
		fields = append(fields, Field{Key: fmt.Sprint(i), Label: fmt.Sprintf("Veld %d", i), Value: "Saskia van den Berg-Özdemir", Kind: []FieldKind{TextField, DateField, NoteField}[i%3]})
	}
	for _, at := range []string{"0", "2"} {
		b.Run("field "+at, func(b *testing.B) {
			f := NewForm(fields...).Resize(theme.CodePoints, 76, 20).Focus(at)
			keys := []tea.Msg{press("x"), press("backspace")}
			for i := range b.N {
				f, _ = f.Update(keys[i%2])
			}
		})
	}
	b.Run("drawn", func(b *testing.B) {
		f := NewForm(fields...).Resize(theme.CodePoints, 76, 20)
		keys := []tea.Msg{press("x"), press("backspace")}
		for i := range b.N {
			f, _ = f.Update(keys[i%2])
			f.View(dark(), 76, 24)
		}
	})
}

func BenchmarkLongNoteKey(b *testing.B) {
	a := NewArea(100_000).SetValue(strings.Repeat("Saskia van den Berg-Özdemir\n", 1000)).Resize(theme.CodePoints, 60)
	keys := []tea.Msg{press("x"), press("backspace")}
	for i := range b.N {
		a, _ = a.Update(keys[i%2])
		a.View(theme.CodePoints, 60, 20, noStyle, noStyle)
	}
}

func BenchmarkPasteOfAMegabyte(b *testing.B) {
	msg := tea.PasteMsg{Content: strings.Repeat("Saskia van den Berg-Özdemir\n", 1<<20/28)}
	b.Run("in a line", func(b *testing.B) {
		for range b.N {
			Input{}.Update(msg)
		}
	})
	b.Run("in a note of 100,000", func(b *testing.B) {
		for range b.N {
			NewArea(100_000).Update(msg)
		}
	})
	b.Run("in a note without end", func(b *testing.B) {
		for range b.N {
			NewArea(2 << 20).Update(msg)
		}
	})
}
