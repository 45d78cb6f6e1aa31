package disk

import (
	"zichtlijn/store/exchange"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// cellsOf are cells that were corrected on the screen.
func cellsOf(of map[scene.CellAt]string) map[exchange.CellAt]string {
	out := make(map[exchange.CellAt]string, len(of))
	for at, text := range of {
		out[exchange.CellAt(at)] = text
	}
	return out
}

// tableOf is the first table of an import as it was understood, with the problems of o at
// their cells; nil where it has none.
func tableOf(i exchange.Import, o exchange.Outcome, said tell.Words) *scene.PlannedTable {
	t, ok := i.Setups[0].Understood(headsOf(said.Language()))
	if !ok {
		return nil
	}
	out := &scene.PlannedTable{Could: t.Could, Role: t.Role, HeadRow: t.HeadRow, Len: t.Len(), Row: t.Row, Problems: map[scene.CellAt][]string{}}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, scene.PlannedColumn(c))
	}
	for _, p := range o.Problems {
		if p.Row == 0 || p.Sheet != t.Sheet {
			continue
		}
		at := scene.CellAt{Row: p.Row, Column: p.Column}
		out.Problems[at] = append(out.Problems[at], problem(p, said))
	}
	return out
}

// problem says what is wrong, and where.
func problem(p exchange.Problem, said tell.Words) string {
	return said.ProblemAt(tell.SeverityError, tell.Place(p.Place), string(p.Code), p.Value, p.Args)
}

// headsOf are the heads of columns that a person of a language reads.
func headsOf(l words.Language) exchange.Heads {
	if l == words.English {
		return exchange.SystemHeads
	}
	return exchange.DutchHeads
}
