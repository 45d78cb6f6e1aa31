package disk

import (
	"slices"
	"unicode/utf8"

	"zichtlijn/store/exchange"
	"zichtlijn/ui/scene"
)

// cellsOf are cells that were corrected on the screen.
func cellsOf(of map[scene.CellAt]string) map[exchange.CellAt]string {
	out := make(map[exchange.CellAt]string, len(of))
	for at, text := range of {
		out[exchange.CellAt(at)] = text
	}
	return out
}

// mostWrong is how many cells are corrected at a time.
const mostWrong = 8

// wrongCells are the first cells with a problem, each once.
func wrongCells(all []exchange.Problem) []scene.WrongCell {
	var out []scene.WrongCell
	for _, p := range all {
		at := scene.CellAt{Row: p.Row, Column: p.Column}
		if p.Row == 0 || p.Column == 0 || slices.ContainsFunc(out, func(w scene.WrongCell) bool { return w.CellAt == at }) {
			continue
		}
		one := scene.WrongCell{CellAt: at, Head: p.Head}
		if utf8.RuneCountInString(p.Value) < exchange.MostValue {
			one.Value = p.Value
		}
		if out = append(out, one); len(out) == mostWrong {
			break
		}
	}
	return out
}
