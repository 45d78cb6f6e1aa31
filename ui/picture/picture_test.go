package picture

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"zichtlijn/ui/picture/picturetest"
)

// example has every mark.
func example(name string) Drawing {
	return Drawing{Title: "Wie ziet wie: " + name, Desc: []string{name + " staat in het midden."}, W: 400, H: 160, Marks: []Mark{
		Line{From: Spot{60, 40}, To: Spot{340, 40}, Gap: 18},
		Line{From: Spot{60, 40}, To: Spot{340, 120}, Gap: 18, Arrow: true},
		Line{From: Spot{60, 120}, To: Spot{340, 120}, Gap: 18, Style: Dotted, Arrow: true, Bend: 12},
		Line{From: Spot{60, 120}, To: Spot{60, 40}, Gap: 18, Weight: 4},
		Ring{At: Spot{200, 80}, RX: 60, RY: 30, Style: Dotted},
		Ring{At: Spot{200, 80}, RX: 190, RY: 75, Corners: true},
		Rect{At: Spot{150, 60}, W: 40, H: 40, Density: 0.5},
		Rect{At: Spot{200, 60}, W: 40, H: 40, Density: 1, Bare: true},
		Point{At: Spot{60, 40}, Form: Square, Letter: "B", Label: name, Side: Above, Room: 120},
		Point{At: Spot{340, 40}, Form: Disc, Letter: "C", Label: name, Side: Left, Room: 80, Strong: true},
		Point{At: Spot{60, 120}, Form: Diamond, Letter: "O", Label: name, Side: Below},
		Point{At: Spot{340, 120}, Form: Triangle, Letter: "E", Label: name, Room: 40},
		Text{At: Spot{200, 145}, Text: name, Anchor: Middle, Room: 200, Bold: true, Plate: true, Size: 1.5},
	}}
}

func written(t testing.TB, d Drawing) string {
	t.Helper()
	var b bytes.Buffer
	if err := d.SVG(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAnSVGKeepsToItsGrammarWhateverTheNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := example(rapid.String().Draw(t, "name"))
		var b bytes.Buffer
		if err := d.SVG(&b); err != nil {
			t.Fatal(err)
		}
		out, ids := picturetest.Faults(b.String())
		if len(out) > 0 {
			t.Fatalf("%q", out)
		}
		if slices.Sort(ids); len(ids) != 2 || len(slices.Compact(ids)) != 2 {
			t.Fatalf("ids %q", ids)
		}
	})
}

func TestAHostileNameStaysAName(t *testing.T) {
	for _, name := range []string{`</text><script>alert(1)</script>`, `"onload="x`, "a\x1b[2Jb", "\u202egnp", "]]>", "&#x3c;", "\xff\xfe", "regel\neen"} {
		svg := written(t, example(name))
		if out, _ := picturetest.Faults(svg); len(out) > 0 {
			t.Errorf("%q: %q", name, out)
		}
		for _, line := range example(name).Cells(80, 24, Braille) {
			if strings.ContainsAny(line, "\x1b\n\u202e") || !utf8.ValidString(line) {
				t.Errorf("%q stands in the cells as %q", name, line)
			}
		}
	}
}

func TestAPlaceThatIsNoneIsDrawnSomewhere(t *testing.T) {
	nowhere := Drawing{Title: "t", Desc: []string{"d"}, W: 100, H: math.NaN(), Marks: []Mark{
		Line{From: Spot{math.Inf(1), 0}, To: Spot{math.NaN(), 0}}, Point{At: Spot{math.NaN(), math.Inf(-1)}}, Rect{W: 10, H: 10, Density: math.NaN()},
	}}
	if out, _ := picturetest.Faults(written(t, nowhere)); len(out) > 0 {
		t.Errorf("%q", out)
	}
}

func TestSeveralDrawingsStandOnOnePageWithoutSharingIDs(t *testing.T) {
	same := example("Sanne")
	same.ID = "two"
	_, ids := picturetest.Faults("<svg>" + written(t, example("Sanne")) + written(t, example("Noor")) + written(t, same) + "</svg>")
	if slices.Sort(ids); len(ids) != 6 || len(slices.Compact(ids)) != 6 {
		t.Errorf("ids %q", ids)
	}
}

func TestADrawingIsTheSameEachTime(t *testing.T) {
	if a, b := written(t, example("Sanne")), written(t, example("Sanne")); a != b {
		t.Error("it differs")
	}
}

func TestCellsStayWithinTheirSize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 130).Draw(t, "w"), rapid.IntRange(1, 50).Draw(t, "h")
		name := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"東京太郎", "e\u0301lan", "Jan de Vries-van den Berg"})).Draw(t, "name")
		for _, charset := range []Charset{Braille, ASCII} {
			lines := example(name).Cells(w, h, charset)
			if len(lines) > h {
				t.Fatalf("%d lines of %d", len(lines), h)
			}
			for _, line := range lines {
				if width(line) > w {
					t.Fatalf("%q is wider than %d", line, w)
				}
			}
		}
	})
}
