package widget

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestColumnsShareWhatTheFixedOnesLeave(t *testing.T) {
	b := Box{X: 2, Y: 1, W: 120, H: 9}
	cases := []struct {
		name   string
		widths []int
		want   []int
	}{
		{"fixed and rest", []int{30, Share(1)}, []int{30, 90}},
		{"two shares", []int{32, Share(1), Share(1)}, []int{32, 44, 44}},
		{"unequal shares", []int{Share(1), Share(2)}, []int{40, 80}},
		{"an odd rest goes to the last share", []int{19, Share(1), Share(1)}, []int{19, 50, 51}},
		{"too much is cut from the right", []int{100, 50, Share(1)}, []int{100, 20, 0}},
		{"no share leaves a remainder", []int{10, 0, 20}, []int{10, 0, 20}},
		{"a fixed column after a share", []int{Share(1), 20}, []int{100, 20}},
	}
	for _, c := range cases {
		var got []int
		for _, column := range b.Columns(c.widths...) {
			got = append(got, column.W)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if rows := b.Rows(1, Share(1), 1); rows[1] != (Box{X: 2, Y: 2, W: 120, H: 7}) || rows[2].Y != 9 {
		t.Errorf("rows %v", rows)
	}
}

func TestColumnsWithAShareTileTheBoxWithoutGapOrOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := Box{X: rapid.IntRange(-5, 5).Draw(t, "x"), W: rapid.IntRange(-3, 200).Draw(t, "w"), H: 3}
		widths := append(rapid.SliceOfN(rapid.IntRange(-4, 90), 0, 6).Draw(t, "widths"), Share(1))
		x := b.X
		for i, column := range b.Columns(widths...) {
			if column.X != x || column.W < 0 || column.H != b.H {
				t.Fatalf("column %d is %v, should begin at %d", i, column, x)
			}
			x += column.W
		}
		if x != b.X+max(b.W, 0) {
			t.Fatalf("the columns end at %d, the box at %d", x, b.X+b.W)
		}
	})
}

func TestACenteredBoxStaysWithinItsScreen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := Box{X: 3, Y: 2, W: rapid.IntRange(-3, 100).Draw(t, "w"), H: rapid.IntRange(-3, 50).Draw(t, "h")}
		in := b.Center(rapid.IntRange(-3, 200).Draw(t, "cw"), rapid.IntRange(-3, 100).Draw(t, "ch"))
		if in.Empty() {
			return
		}
		if !b.Contains(in.X, in.Y) || !b.Contains(in.X+in.W-1, in.Y+in.H-1) {
			t.Fatalf("%v is not inside %v", in, b)
		}
	})
}

func TestABoxHoldsItsCellsAndNoOthers(t *testing.T) {
	b := Box{X: 2, Y: 3, W: 4, H: 2}
	for _, c := range []struct {
		x, y int
		in   bool
	}{{2, 3, true}, {5, 4, true}, {6, 4, false}, {5, 5, false}, {1, 3, false}, {2, 2, false}} {
		if b.Contains(c.x, c.y) != c.in {
			t.Errorf("cell %d,%d: want %v", c.x, c.y, c.in)
		}
	}
	if x, y := b.Local(5, 4); x != 3 || y != 1 {
		t.Errorf("local %d,%d", x, y)
	}
	if in := b.Inset(1, 1); in != (Box{X: 3, Y: 4, W: 2, H: 0}) || !in.Empty() {
		t.Errorf("inset %v", in)
	}
	if in := Pane(dark(), "", true).Inner(Box{X: 4, Y: 4, W: 1, H: 9}); !in.Empty() {
		t.Errorf("a frame without room has an inside of %v", in)
	}
}
