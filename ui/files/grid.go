package files

import (
	"cmp"
	"maps"
	"slices"
	"sort"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// grid is the rows of what was pasted below their heads, with a cursor on a cell or a head.
// What is corrected shows at once, before the rows are read again.
type grid struct {
	table   *scene.PlannedTable // as it was read last; nil: not yet, or it cannot be
	list    widget.List         // of the rows
	column  int                 // of the cursor, from 0
	onHeads bool
	run     int // rows above or below that of the cursor that are marked with it
	mode    gridMode
	input   widget.Input
	picker  widget.Picker

	columns []string                // what they hold, as somebody said; nil: as the rows say
	cells   map[scene.CellAt]string // that were corrected
	was     map[scene.CellAt]string // what stood in those
	without map[int]bool            // rows that are left out, by number
}

// gridMode is where keys go.
type gridMode uint8

const (
	walking  gridMode = iota // to the cursor
	typing                   // to the text of a cell
	choosing                 // to the list of what a column can hold, or of the roles
)

// gridEvent is what follows from a key.
type gridEvent uint8

const (
	gridNone    gridEvent = iota
	gridChanged           // the rows must be read again
	gridMended            // likewise: a cell was corrected, or a row left out
)

// cellLimit is how many characters a corrected cell may have.
const cellLimit = 500

// with takes over the rows as they are read now.
func (g grid) with(t *scene.PlannedTable, lines int) grid {
	g.table = t
	return g.resize(lines)
}

// resize sets how many lines the grid has, heads included.
func (g grid) resize(lines int) grid {
	if g.table != nil {
		g.list = g.list.Set(widget.Rows{N: g.table.Len}, max(lines-1, 1))
		g.column = max(min(g.column, g.width()-1), 0)
	}
	return g
}

// width is how many columns can be filled in. A table without roles has one more for them.
func (g grid) width() int {
	n := len(g.table.Columns)
	if g.table.Role != "" && !slices.ContainsFunc(g.table.Columns, func(c scene.PlannedColumn) bool { return c.As == g.table.Role }) {
		n++
	}
	return n
}

// columnAt is a column; the one for roles that no row has yet holds those.
func (g grid) columnAt(at int) scene.PlannedColumn {
	if at < len(g.table.Columns) {
		c := g.table.Columns[at]
		if at < len(g.columns) {
			c.As = g.columns[at]
		}
		return c
	}
	return scene.PlannedColumn{As: g.table.Role}
}

// cell is a cell as it stands now.
func (g grid) cell(row, column int) (at scene.CellAt, text string) {
	number, texts := g.table.Row(row)
	at = scene.CellAt{Row: number, Column: column + 1}
	if column < len(texts) {
		text = texts[column]
	}
	if was, ok := g.was[at]; ok {
		text = was
	}
	if now, ok := g.cells[at]; ok {
		text = now
	}
	return at, text
}

// place is the cell or head of the cursor.
func (g grid) place() scene.CellAt {
	if g.onHeads || g.table.Len == 0 {
		return scene.CellAt{Row: g.table.HeadRow, Column: g.column + 1}
	}
	at, _ := g.cell(g.list.Cursor(), g.column)
	return at
}

// rows are the first and the last row that the next correction is about.
func (g grid) rows() (first, last int) {
	at := g.list.Cursor()
	return max(min(at, at+g.run), 0), min(max(at, at+g.run), g.table.Len-1)
}

// correct puts a text in the marked cells of the column.
func (g grid) correct(text string) grid {
	g.cells, g.was = copied(g.cells), copied(g.was)
	for first, row := g.rows(); row >= first; row-- {
		at, now := g.cell(row, g.column)
		if _, known := g.was[at]; !known {
			g.was[at] = now
		}
		if g.cells[at] = text; text == g.was[at] {
			delete(g.cells, at)
		}
	}
	if g.column >= len(g.table.Columns) {
		g = g.say(g.column, g.table.Role)
	}
	return g
}

// asPasted takes back what was corrected in the marked cells, and puts back their rows.
func (g grid) asPasted() (grid, gridEvent) {
	event := gridNone
	g.cells, g.without = copied(g.cells), copied(g.without)
	for first, row := g.rows(); row >= first; row-- {
		at, _ := g.cell(row, g.column)
		if _, corrected := g.cells[at]; corrected || g.without[at.Row] {
			event = gridChanged
		}
		delete(g.cells, at)
		delete(g.without, at.Row)
	}
	return g, event
}

// leaveOut leaves out the marked rows, or puts them back where the first of them is out.
func (g grid) leaveOut() grid {
	g.without = copied(g.without)
	first, last := g.rows()
	at, _ := g.cell(first, 0)
	out := !g.without[at.Row]
	for row := first; row <= last; row++ {
		if at, _ := g.cell(row, 0); out {
			g.without[at.Row] = true
		} else {
			delete(g.without, at.Row)
		}
	}
	return g
}

// say makes a column hold something, and no other column that.
func (g grid) say(column int, head string) grid {
	said := make([]string, max(len(g.table.Columns), column+1))
	for i := range said {
		if said[i] = g.columnAt(i).As; said[i] == head || i >= len(g.table.Columns) {
			said[i] = ""
		}
	}
	said[column] = head
	g.columns = said
	return g
}

func copied[K comparable, V any](m map[K]V) map[K]V {
	if m == nil {
		return map[K]V{}
	}
	return maps.Clone(m)
}

// toProblem puts the cursor on the next cell with a problem, going round; false where there
// is none.
func (g grid) toProblem() (grid, bool) {
	if g.table == nil || len(g.table.Problems) == 0 {
		return g, false
	}
	all := slices.SortedFunc(maps.Keys(g.table.Problems), func(a, b scene.CellAt) int { return cmp.Or(a.Row-b.Row, a.Column-b.Column) })
	now, next := g.place(), all[0]
	for _, at := range all {
		if cmp.Or(at.Row-now.Row, at.Column-now.Column) > 0 {
			next = at
			break
		}
	}
	return g.to(next), true
}

// to puts the cursor on a cell, the first of a row, or a head.
func (g grid) to(at scene.CellAt) grid {
	g.column, g.run = max(at.Column-1, 0), 0
	g.onHeads = at.Row == g.table.HeadRow
	if !g.onHeads {
		row := sort.Search(g.table.Len, func(row int) bool {
			number, _ := g.table.Row(row)
			return number >= at.Row
		})
		g.list = g.list.Select(row)
	}
	return g
}
