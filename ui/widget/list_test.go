package widget

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"zichtlijn/ui/theme"
)

func every(n int) func(int) bool { return func(i int) bool { return i%n != 0 } }

func TestTheCursorIsAlwaysOnASelectableRowInView(t *testing.T) {
	keys := []string{"up", "down", "j", "k", "pgup", "pgdown", "home", "end", "g", "G"}
	rapid.Check(t, func(t *rapid.T) {
		var l List
		rows := Rows{}
		height := 1
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			switch rapid.IntRange(0, 4).Draw(t, "kind") {
			case 0:
				rows.N = rapid.IntRange(0, 60).Draw(t, "n")
				rows.Selectable = rapid.SampledFrom([]func(int) bool{nil, every(2), every(7), every(1)}).Draw(t, "headings")
				height = rapid.IntRange(1, 12).Draw(t, "height")
				l = l.Set(rows, height)
			case 1:
				l = l.Scroll(rapid.IntRange(-9, 9).Draw(t, "wheel"))
			case 2:
				l = l.Move(rapid.IntRange(-70, 70).Draw(t, "by"))
			case 3:
				l = l.Select(rapid.IntRange(-5, 70).Draw(t, "row"))
			default:
				l, _ = l.Key(rapid.SampledFrom(keys).Draw(t, "key"))
			}
			stands(t, l, rows, height)
		}
	})
}

func stands(t *rapid.T, l List, rows Rows, height int) {
	from, to := l.Window()
	if from < 0 || to > max(rows.N, 0) || (rows.N > 0 && to-from != min(height, rows.N)) {
		t.Fatalf("window %d to %d of %d rows on %d lines", from, to, rows.N, height)
	}
	c := l.Cursor()
	if c < 0 {
		if rows.nearest(0) >= 0 {
			t.Fatal("no cursor although a row can be selected")
		}
		return
	}
	if !rows.selectable(c) || c < from || c >= to {
		t.Fatalf("cursor on %d, selectable %v, window %d to %d", c, rows.selectable(c), from, to)
	}
	if i, ok := l.At(c - from); !ok || i != c {
		t.Fatalf("a click on the cursor's line gives %d, %v", i, ok)
	}
}

func TestTheWheelPassesAHeadingInBothDirections(t *testing.T) {
	l := List{}.Set(Rows{N: 40, Selectable: every(5)}, 6)
	for range 60 {
		l = l.Scroll(1)
	}
	if _, to := l.Window(); to != 40 {
		t.Errorf("scrolled to row %d of 40", to)
	}
	for range 60 {
		l = l.Scroll(-1)
	}
	if from, _ := l.Window(); from != 0 {
		t.Errorf("scrolled back to row %d", from)
	}
}

func TestMovingUpToTheFirstRowShowsItsHeading(t *testing.T) {
	l := List{}.Set(Rows{N: 30, Selectable: func(i int) bool { return i != 0 }}, 5).End()
	for range 40 {
		l = l.Move(-1)
	}
	if from, _ := l.Window(); l.Cursor() != 1 || from != 0 {
		t.Errorf("cursor on %d, first line %d", l.Cursor(), from)
	}
}

func TestAListDrawsOnlyTheRowsInView(t *testing.T) {
	drawn := 0
	draw := func(i int, s RowState) string {
		drawn++
		if s.Selected {
			return fmt.Sprintf("▸%d", i)
		}
		return fmt.Sprintf(" %d", i)
	}
	l := List{}.Set(Rows{N: 100_000}, 4).Select(50_000)
	got := l.View(theme.CodePoints, Box{W: 8, H: 4}, Rows{N: 100_000}, draw)
	if want := " 49997  \n 49998  \n 49999  \n▸50000  "; got != want || drawn != 4 {
		t.Errorf("drew %d rows:\n%s", drawn, got)
	}
	if l.Position() != "50001/100000" || l.Thumb() == (Thumb{}) {
		t.Errorf("position %q, thumb %v", l.Position(), l.Thumb())
	}
}

func TestAListThatGotShorterIsDrawnWithoutBeingTold(t *testing.T) {
	l := List{}.Set(Rows{N: 50}, 5).End()
	got := l.View(theme.CodePoints, Box{W: 3, H: 2}, Rows{N: 1}, func(i int, _ RowState) string { return fmt.Sprint(i) })
	if got != "0  \n   " {
		t.Errorf("drawn %q", got)
	}
	if got := l.View(theme.CodePoints, Box{W: 3, H: 1}, Rows{}, nil); got != "   " {
		t.Errorf("an empty list drawn %q", got)
	}
}

func TestTheThumbRunsFromTheTopToTheBottom(t *testing.T) {
	l := List{}.Set(Rows{N: 100}, 10)
	if got := l.Thumb(); got.From != 0 {
		t.Errorf("at the top: %v", got)
	}
	if got := l.End().Thumb(); got.To != 10 {
		t.Errorf("at the bottom: %v", got)
	}
	if got := (List{}.Set(Rows{N: 10}, 10).Thumb()); got != (Thumb{}) {
		t.Errorf("with all in view: %v", got)
	}
}

func TestASelectedRowIsOneBarWithoutColoursOfItsCells(t *testing.T) {
	th := dark()
	cells := []Cell{{Text: "Noor Haddad", W: 12}, {Text: "CLIENT", Style: th.Roles[0], W: Share(1), Right: true}}
	bar, row := Line(theme.CodePoints, 24, th.Selected, cells...), Line(theme.CodePoints, 24, th.Text, cells...)
	if strings.Count(bar, "\x1b[") != 2 {
		t.Errorf("the bar changes colour: %q", bar)
	}
	if ansi.Strip(bar) != ansi.Strip(row) || ansi.Strip(row) != "Noor Haddad       CLIENT" {
		t.Errorf("drawn %q and %q", ansi.Strip(bar), ansi.Strip(row))
	}
	if !strings.Contains(row, Paint(th.Roles[0], "      CLIENT")) {
		t.Errorf("an ordinary row lost its colour: %q", row)
	}
}

func BenchmarkListView(b *testing.B) {
	th := dark()
	for _, n := range []int{30, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			l := List{}.Set(Rows{N: n}, 30)
			for i := range b.N {
				l = l.Move(1 - i%2*2)
				l.View(theme.CodePoints, Box{W: 40, H: 30}, Rows{N: n}, func(i int, s RowState) string {
					return Line(theme.CodePoints, 40, RowStyle(th, s, true), Cell{Text: "Bao Nguyễn", W: Share(1)}, Cell{Text: "COUNSELOR", Style: th.Roles[2], W: 10})
				})
			}
		})
	}
}
