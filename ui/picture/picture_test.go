package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// example has every mark.
func example(name string) Drawing {
	return Drawing{Title: "Wie ziet wie: " + name, Desc: name + " staat in het midden.", W: 400, H: 160, Marks: []Mark{
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

// grammar is every element that an SVG of ours may have, with every attribute.
var grammar = map[string]string{
	"svg":     "xmlns role aria-labelledby viewBox width height font-family font-size",
	"title":   "id",
	"desc":    "id",
	"rect":    "x y width height rx fill stroke stroke-width",
	"circle":  "cx cy r fill stroke stroke-width",
	"ellipse": "cx cy rx ry fill stroke stroke-width stroke-dasharray stroke-linecap",
	"line":    "x1 y1 x2 y2 stroke stroke-width stroke-dasharray stroke-linecap",
	"path":    "d fill stroke stroke-width stroke-dasharray stroke-linecap",
	"polygon": "points fill stroke stroke-width",
	"text":    "x y fill text-anchor font-size font-weight",
}

// values is what an attribute may say; of the others only numbers.
var values = map[string]string{
	"xmlns": `http://www\.w3\.org/2000/svg`, "role": "img", "aria-labelledby": `picture-[\w-]+-title picture-[\w-]+-desc`, "id": `picture-[\w-]+-(title|desc)`,
	"viewBox": `0 0 \d+(\.\d+)? \d+(\.\d+)?`, "font-family": "Arial, Helvetica, sans-serif", "fill": "#000|#fff|none", "stroke": "#000", "stroke-linecap": "round",
	"stroke-dasharray": `[\d. ]+`, "d": `(M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+|Q-?[\d.]+ -?[\d.]+ -?[\d.]+ -?[\d.]+))+`, "points": `[-\d., ]+`, "text-anchor": "start|middle|end", "font-weight": "bold",
}

// faults returns what in an SVG is outside the grammar, and its ids.
func faults(svg string) (out, ids []string) {
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, ids
		}
		if err != nil {
			return append(out, err.Error()), ids
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			if _, ok := token.(xml.CharData); !ok {
				if _, ok := token.(xml.EndElement); !ok {
					out = append(out, fmt.Sprintf("a token %T", token))
				}
			}
			continue
		}
		allowed, ok := grammar[start.Name.Local]
		if !ok {
			out = append(out, "element "+start.Name.Local)
		}
		for _, a := range start.Attr {
			if !slices.Contains(strings.Fields(allowed), a.Name.Local) {
				out = append(out, start.Name.Local+" has "+a.Name.Local)
			}
			if a.Name.Local == "id" {
				ids = append(ids, a.Value)
			}
			if !sound(a) {
				out = append(out, a.Name.Local+" is "+a.Value)
			}
		}
	}
}

func sound(a xml.Attr) bool {
	if values[a.Name.Local] != "" || a.Name.Local == "xmlns" {
		return regexp.MustCompile("^(" + values[a.Name.Local] + ")$").MatchString(a.Value)
	}
	f, err := strconv.ParseFloat(a.Value, 64)
	return err == nil && !math.IsInf(f, 0) && !math.IsNaN(f)
}

func TestAnSVGKeepsToItsGrammarWhateverTheNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := example(rapid.String().Draw(t, "name"))
		var b bytes.Buffer
		if err := d.SVG(&b); err != nil {
			t.Fatal(err)
		}
		out, ids := faults(b.String())
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
		if out, _ := faults(svg); len(out) > 0 {
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
	nowhere := Drawing{Title: "t", Desc: "d", W: 100, H: math.NaN(), Marks: []Mark{
		Line{From: Spot{math.Inf(1), 0}, To: Spot{math.NaN(), 0}}, Point{At: Spot{math.NaN(), math.Inf(-1)}}, Rect{W: 10, H: 10, Density: math.NaN()},
	}}
	if out, _ := faults(written(t, nowhere)); len(out) > 0 {
		t.Errorf("%q", out)
	}
}

func TestSeveralDrawingsStandOnOnePageWithoutSharingIDs(t *testing.T) {
	same := example("Sanne")
	same.ID = "two"
	_, ids := faults("<svg>" + written(t, example("Sanne")) + written(t, example("Noor")) + written(t, same) + "</svg>")
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
