package disk

import (
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

// wrongCell is the first cell with a problem; nil: no cell has one.
func wrongCell(all []exchange.Problem) *scene.WrongCell {
	for _, p := range all {
		if p.Row == 0 || p.Column == 0 {
			continue
		}
		out := scene.WrongCell{CellAt: scene.CellAt{Row: p.Row, Column: p.Column}, Head: p.Head}
		if utf8.RuneCountInString(p.Value) < exchange.MostValue {
			out.Value = p.Value
		}
		return &out
	}
	return nil
}
