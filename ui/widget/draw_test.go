package widget

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"zichtlijn/ui/theme"
)

func dark() theme.Theme  { return theme.Resolve(theme.Dark, true, false) }
func paper() theme.Theme { return theme.Resolve(theme.Paper, true, false) }

// words draws text as it may come from outside: names, wide and joined characters, loose accents, escapes, bytes.
func words() *rapid.Generator[string] {
	nasty := rapid.SampledFrom([]string{
		"Bao Nguyễn", "Saskia van den Berg-Özdemir", "世界", "人", "👩\u200d👩\u200d👧", "🇳🇱", "🇳", "e\u0301", "\u0301", "\u200d",
		"\u0600", "\u0d4e", "\u202e", "\u00ad", "\t", "\n", "\r\n", "\x1b[31m", "\x1b[0m", "\x1b[2J", "\x1b]0;x\a", "\x1b",
		"\x9b", "\xff", "☠️", "★", "◐", "ः", "\u1100", "\u1161", " ", "x", "\u2028", "👍🏽", "\U000111c2", "\x00",
		"हिन्दी", "ลำไย", "မြန်မာ", "ភាសា", "ལྷ", "✌🏽", "1️⃣", "क्\u200dष", "රි", "ᄀᆞ", "👨\u200d👩\u200d👧\u200d👦",
	})
	return rapid.Map(rapid.SliceOfN(rapid.OneOf(nasty, rapid.StringN(0, 6, -1)), 0, 6),
		func(s []string) string { return strings.Join(s, "") })
}

// measures draws how the terminal counts cells.
func measures() *rapid.Generator[theme.Measure] {
	return rapid.SampledFrom([]theme.Measure{theme.CodePoints, theme.Clusters})
}

// counted is a theme on a terminal that counts like that.
func counted(th theme.Theme, m theme.Measure) theme.Theme {
	th.Measure = m
	return th
}

func size() *rapid.Generator[int] { return rapid.OneOf(rapid.IntRange(-2, 6), rapid.IntRange(0, 130)) }

// fills fails unless the block is exactly w by h cells and sends nothing but styles to the terminal.
func fills(t rapid.TB, m theme.Measure, what, block string, w, h int) {
	t.Helper()
	if h <= 0 {
		if block != "" {
			t.Fatalf("%s: %q in no lines", what, block)
		}
		return
	}
	lines := strings.Split(block, "\n")
	if len(lines) != h {
		t.Fatalf("%s: %d lines, want %d", what, len(lines), h)
	}
	for i, line := range lines {
		if got := m.Width(line); got != max(w, 0) {
			t.Fatalf("%s: line %d is %d cells wide, want %d: %q", what, i, got, w, line)
		}
		for _, r := range ansi.Strip(line) {
			if isInvisible(r) {
				t.Fatalf("%s: line %d lets %U through", what, i, r)
			}
		}
	}
}

func TestAnyTextFitsAnyBlockExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, w, h := measures().Draw(t, "measure"), size().Draw(t, "w"), rapid.IntRange(-1, 12).Draw(t, "h")
		lines := rapid.SliceOfN(words(), 0, 14).Draw(t, "lines")
		fills(t, m, "fit", Fit(m, lines, w, h), w, h)
		for _, line := range lines {
			fills(t, m, "right", FitRight(m, line, w), w, 1)
			fills(t, m, "painted", Paint(paper().Input, FitLine(m, line, w)), w, 1)
		}
	})
}

func TestAnyFrameIsExactlyItsBox(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, w, h := measures().Draw(t, "measure"), size().Draw(t, "w"), rapid.IntRange(-1, 12).Draw(t, "h")
		th := counted(rapid.SampledFrom([]theme.Theme{dark(), paper()}).Draw(t, "theme"), m)
		f := Pane(th, words().Draw(t, "title"), rapid.Bool().Draw(t, "focused"))
		if rapid.Bool().Draw(t, "preview") {
			f = Preview(th, f.Title, true)
		}
		f.Right, f.Foot = words().Draw(t, "right"), words().Draw(t, "foot")
		f.Thumb = Thumb{From: rapid.IntRange(-1, 5).Draw(t, "from"), To: rapid.IntRange(0, 14).Draw(t, "to")}
		fills(t, m, "frame", f.View(w, h, rapid.SliceOfN(words(), 0, 14).Draw(t, "lines")), w, h)
	})
}

func TestAnyRowIsExactlyAsWideAsItsPane(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, w := measures().Draw(t, "measure"), size().Draw(t, "w")
		th := counted(rapid.SampledFrom([]theme.Theme{dark(), paper()}).Draw(t, "theme"), m)
		base := RowStyle(th, RowState{Selected: rapid.Bool().Draw(t, "selected")}, rapid.Bool().Draw(t, "focused"))
		var cells []Cell
		for range rapid.IntRange(0, 4).Draw(t, "cells") {
			cells = append(cells, Cell{Text: words().Draw(t, "text"), Style: th.Roles[1], W: rapid.IntRange(-3, 40).Draw(t, "width"), Right: rapid.Bool().Draw(t, "right")})
		}
		fills(t, m, "row", Line(m, w, base, cells...), w, 1)
	})
}

func TestPanesBesideEachOtherKeepTheirWidths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, h := measures().Draw(t, "measure"), rapid.IntRange(1, 5).Draw(t, "h")
		total := 0
		var blocks []string
		for range rapid.IntRange(1, 4).Draw(t, "panes") {
			w := rapid.IntRange(1, 30).Draw(t, "w")
			total += w
			blocks = append(blocks, Fit(m, rapid.SliceOfN(words(), 0, h).Draw(t, "lines"), w, h))
		}
		fills(t, m, "beside", Beside(blocks...), total, h)
		fills(t, m, "stack", Stack(Beside(blocks...), "", Beside(blocks...)), total, 2*h)
	})
}

func TestADialogNeverBreaksTheScreenUnderIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := measures().Draw(t, "measure")
		w, h := rapid.IntRange(1, 60).Draw(t, "w"), rapid.IntRange(1, 12).Draw(t, "h")
		base := Fit(m, rapid.SliceOfN(words(), 0, h).Draw(t, "base"), w, h)
		at := Box{X: rapid.IntRange(-5, 65).Draw(t, "x"), Y: rapid.IntRange(-5, 15).Draw(t, "y"), W: size().Draw(t, "bw"), H: rapid.IntRange(-1, 15).Draw(t, "bh")}
		fills(t, m, "overlay", Overlay(m, base, words().Draw(t, "top"), at), w, h)

		d := Dialog{Title: words().Draw(t, "title"), Hints: []Hint{{Key: "enter", Text: words().Draw(t, "hint")}, {Key: "esc", Text: "terug"}}}
		outer, body := d.Place(Box{W: w, H: h}, size().Draw(t, "dw"), size().Draw(t, "dh"))
		if outer.W > w || outer.H > h || body.W > outer.W || body.H > outer.H {
			t.Fatalf("dialog %v with body %v on a screen of %d by %d", outer, body, w, h)
		}
		drawn, _ := d.View(counted(dark(), m), outer, words().Draw(t, "body"))
		fills(t, m, "dialog", drawn, outer.W, outer.H)
		fills(t, m, "screen with dialog", Overlay(m, base, drawn, outer), w, h)
	})
}

func TestAWideCharacterUnderTheEdgeOfADialogBecomesASpace(t *testing.T) {
	got := Overlay(theme.CodePoints, "世界人民", "X", Box{X: 3, Y: 0, W: 2, H: 1})
	if want := "世 X  民"; ansi.Strip(got) != want {
		t.Errorf("drawn %q, want %q", ansi.Strip(got), want)
	}
}

func TestAPaneShowsItsTitleItsRowsAndWhereOneIs(t *testing.T) {
	f := Pane(paper(), "Groepen", true)
	f.Foot, f.Thumb = "2/9", Thumb{From: 1, To: 2}
	want := strings.Join([]string{
		"╭─ Groepen ────────╮",
		"│Bewoners Vlierhof │",
		"│Vaardigheidstrain…┃",
		"╰──────────── 2/9 ─╯",
	}, "\n")
	if got := ansi.Strip(f.View(20, 4, []string{"Bewoners Vlierhof", "Vaardigheidstraining dinsdag"})); got != want {
		t.Errorf("drawn\n%s\nwant\n%s", got, want)
	}
}

func TestThePreviewHasAnotherEdgeThanTheCoordinatorsPanes(t *testing.T) {
	pane, preview := Pane(paper(), "x", true).View(8, 3, nil), Preview(paper(), "x", true).View(8, 3, nil)
	if !strings.Contains(pane, "╭") || !strings.Contains(preview, "╔") {
		t.Errorf("drawn\n%s\n%s", pane, preview)
	}
}

func TestWrappedTextLosesNoWordAndStaysInItsWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, w := measures().Draw(t, "measure"), rapid.IntRange(2, 60).Draw(t, "w")
		for _, line := range Wrap(m, words().Draw(t, "text"), w) {
			text := ansi.Strip(line)
			if got := m.Width(line); got > w && clusterLength(text) < len(text) { // one that no line holds has its own
				t.Fatalf("a line of %d cells in %d: %q", got, w, line)
			}
		}
	})
	got := strings.Join(Wrap(theme.CodePoints, "De groep houdt haar naam. Kies een andere naam.", 20), "|")
	if want := "De groep houdt haar|naam. Kies een|andere naam."; got != want {
		t.Errorf("wrapped %q, want %q", got, want)
	}
	for _, c := range []struct {
		text string
		w    int
		want string
	}{
		{"Loopt van 01-09-2025 t/m 31-08-2026", 16, "Loopt van|01-09-2025 t/m|31-08-2026"}, // half a date is another date
		{"Saskia van den Berg-Özdemir", 20, "Saskia van den|Berg-Özdemir"},
		{"Niet-ingeplandeweekenddienst", 10, "Niet-ingep|landeweeke|nddienst"}, // no line holds it
		{"ja Verantwoordelijkheid", 10, "ja|Verantwoor|delijkheid"},
		{"  ingesprongen  regel", 16, "  ingesprongen|regel"},
		{"       inspringing", 11, "inspringing"}, // the indent gives way
		{"10\u00a0000 mensen", 8, "10\u00a0000|mensen"},
		{"één\n\ntwee", 10, "één||twee"},
		{"世界 世界", 5, "世界|世界"},
		{"één   ", 4, "één"},
	} {
		if got := strings.Join(Wrap(theme.CodePoints, c.text, c.w), "|"); got != c.want {
			t.Errorf("%q in %d is wrapped %q, want %q", c.text, c.w, got, c.want)
		}
	}
	if got := strings.Join(Wrap(theme.Clusters, "1\ufe0f\u20e3Bao", 2), "|"); got != "1\ufe0f\u20e3|Ba|o" {
		t.Errorf("a keycap is wrapped %q", got)
	}
	if lines := Wrap(theme.CodePoints, "rust", 0); lines != nil {
		t.Errorf("wrapped to nothing: %q", lines)
	}
}

func TestAHintIsShownWholeOrNotAtAll(t *testing.T) {
	hints := []Hint{{Key: "n", Text: "nieuw"}, {Key: "space", Show: "spatie", Text: "merk"}, {Key: "?", Text: "hulp"}}
	cases := []struct {
		w    int
		want string
	}{
		{40, " n nieuw  spatie merk  ? hulp"}, {29, " n nieuw  spatie merk  ? hulp"}, {28, " n nieuw  spatie merk"},
		{21, " n nieuw  spatie merk"}, {20, " n nieuw"}, {7, ""}, {0, ""},
	}
	for _, c := range cases {
		line, hits := Hints(dark(), c.w, hints)
		fills(t, theme.CodePoints, "hints", line, c.w, 1)
		drawn := ansi.Strip(line)
		if got := strings.TrimRight(drawn, " "); got != c.want {
			t.Errorf("%d wide: %q, want %q", c.w, got, c.want)
		}
		for _, hit := range hits {
			if key, ok := HitAt(hits, hit.X+hit.W-1); !ok || key != hit.Key {
				t.Errorf("a click on %s gives %q", hit.Key, key)
			}
		}
	}
	_, hits := Hints(dark(), 40, hints)
	if key, ok := HitAt(hits, 10); !ok || key != "space" {
		t.Errorf("a click on the second hint gives %q", key)
	}
	if _, ok := HitAt(hits, 9); ok {
		t.Error("a click between two hints is a key")
	}
}

func TestPaintKeepsALetterAndItsAccentTogether(t *testing.T) {
	if got := Paint(lipgloss.NewStyle().Underline(true), "Jose\u0301"); !strings.Contains(got, "Jose\u0301") {
		t.Errorf("painted %q", got)
	}
}

func TestACutNameKeepsWhatTellsItFromANamesake(t *testing.T) {
	for _, c := range []struct {
		text string
		w    int
		want string
	}{
		{"Jan de Vries (004512)", 18, "Jan de V… (004512)"},
		{"Jan de Vries (004512)", 21, "Jan de Vries (004512)"},
		{"Jan de Vries (*1987)", 15, "Jan de… (*1987)"},
		{"Jan (Groningen en Drenthe)", 10, "Jan (Gron…"},
		{"Jan de Vries, oud", 10, "Jan de Vr…"},
		{"Jan de Vries (Vlierhof) (004512)", 18, "Jan de V… (004512)"},
		{"Jan zit in Koor (open) en Eten (dicht)", 30, "Jan zit in Koor (open) en Ete…"},
		{"Jan de Vries (Vlierhof), Tomasz Kowalczyk", 22, "Jan de Vr… (Vlierhof)…"},
		{"Jan de Vries (Vlierhof) ★, Tomasz Kowalczyk", 18, "Jan… (Vlierhof) ★…"},
		{"Jan de Vries (Steiger) ★", 18, "Jan d… (Steiger) ★"},
		{"Bao Nguyễn, Jan de Vries (Vlierhof), Kees Mulder", 32, "Bao Nguyễn, Jan de … (Vlierhof)…"},
		{"Chantal Winklaar ★, Jan de Vries (Vlierhof)", 24, "Chantal Winklaar ★, Jan…"},
	} {
		if got := strings.TrimRight(FitLine(theme.CodePoints, c.text, c.w), " "); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.text, c.w, got, c.want)
		}
	}
	if got := FitRight(theme.CodePoints, "Jan de Vries (004512)", 18); got != "Jan de V… (004512)" {
		t.Errorf("at the right: %q", got)
	}
}
