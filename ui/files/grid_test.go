package files

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// rows is a table of n people in which each tenth has a problem.
func rows(n int) *scene.PlannedTable {
	t := &scene.PlannedTable{
		Columns: []scene.PlannedColumn{{Head: "naam", As: "naam"}, {Head: "Cl.nr"}, {Head: "groep", As: "groep"}}, Could: []string{"naam", "nummer", "groep"}, Role: "rol",
		HeadRow: 1, Len: n, Problems: map[scene.CellAt][]string{},
		Row: func(at int) (int, []string) {
			return at + 2, []string{fmt.Sprint("Persoon ", at), fmt.Sprint(at), "Oost"}
		},
	}
	for at := 0; at < n; at += 10 {
		t.Problems[scene.CellAt{Row: at + 2, Column: 3}] = []string{"deze groep is er niet"}
	}
	return t
}

// From problem to problem, and round.
func TestTheNextProblemIsFoundFromWhereTheCursorStands(t *testing.T) {
	g := grid{}.with(rows(25), 10)
	for _, want := range []int{2, 12, 22, 2} {
		if g, _ = g.toProblem(); g.place() != (scene.CellAt{Row: want, Column: 3}) {
			t.Fatalf("it is %v, not row %d", g.place(), want)
		}
	}
}

// The cell of the cursor is in view at every size that has room for a cell.
func TestTheCellOfTheCursorIsAlwaysInView(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	for w := 1; w < 60; w++ {
		for h := 1; h < 8; h++ {
			g := grid{}.with(rows(25), h)
			for _, key := range []string{"right", "right", "right", "end", "left", "left", "home"} {
				g, _ = g.Update(s, press(key))
				if _, at := g.View(s, w, h, true); w > 20 && h > 1 && (at == nil || at.X < 0 || at.Y < 0 || at.X >= w || at.Y >= h) {
					t.Fatalf("%d×%d after %s: the cursor is at %v", w, h, key, at)
				}
			}
		}
	}
}

// A key costs the same among a hundred thousand rows as among a screenful.
func BenchmarkAKeyAmongPastedRows(b *testing.B) {
	s := stage(words.Dutch, 120, 40)
	for _, n := range []int{20, 100_000} {
		b.Run(fmt.Sprint(n, " rows"), func(b *testing.B) {
			var d scene.Dialog
			d, _ = Pasted(s, scene.Paste{Text: "x"})
			how := d.(pasted).how
			d, _ = d.Update(s, scene.Transferred{Transfer: scene.Transfer{What: scene.Import, Pasted: &scene.Pasted{How: how}}, Planned: &scene.Planned{Table: rows(n), Problems: []string{"x"}}})
			for b.Loop() {
				for _, key := range []string{"down", "right", "pgdown", "left", "ctrl+n", "ctrl+x", "ctrl+x"} {
					d, _ = d.Update(s, press(key))
					d.View(s)
				}
			}
		})
	}
}

func press(key string) tea.KeyPressMsg {
	return map[string]tea.KeyPressMsg{
		"right": {Code: tea.KeyRight}, "left": {Code: tea.KeyLeft}, "down": {Code: tea.KeyDown}, "end": {Code: tea.KeyEnd}, "home": {Code: tea.KeyHome}, "pgdown": {Code: tea.KeyPgDown},
		"ctrl+n": {Code: 'n', Mod: tea.ModCtrl}, "ctrl+x": {Code: 'x', Mod: tea.ModCtrl},
	}[key]
}
