package exchange

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"zichtlijn/store/exchange/spreadsheet"
)

// sheet is a table of a file of which it is known what its rows and columns are.
type sheet struct {
	name    string // empty for separated values
	order   int    // in the file
	kind    tableKind
	columns []column // of the kind
	heads   []string // as they are written, by place in the row
	fields  []int    // by place in the row: of columns; -1 is not read
	at      map[string]int
	header  spreadsheet.Row
	rows    []spreadsheet.Row
}

// rowPlace is the place of a row in a table.
type rowPlace struct {
	of   *sheet
	cell spreadsheet.Row
}

// mostHeaderRow is how many rows are searched for the heads of the columns.
const mostHeaderRow = 10

// sureHeads is how many known heads make a row that of the heads.
const sureHeads = 3

// readme and shown are sheets of our own that hold nothing to read. Who sees whom looks as
// if it did.
var (
	readme = []string{"leesmij", "readme"}
	shown  = []string{"zichtbaarheid", "visibility"}
)

// unread reports whether a sheet is not read, whatever is on it.
func unread(sheet string) bool { return slices.Contains(slices.Concat(readme, shown), head(sheet)) }

// sheets recognises the tables of a file. What it can not read is refused.
func (r *reader) sheets(tables []spreadsheet.Table, how How) []*sheet {
	var out []*sheet
	for i, t := range tables {
		if slices.Contains(shown, head(t.Sheet)) {
			r.note(&node{}, Assumed, "sheet", t.Sheet)
		}
		if len(t.Rows) == 0 {
			continue
		}
		if s := r.sheet(t, i, how); s != nil {
			if len(out) == 0 {
				s.widen(len(how.Keys))
				s.correct(how.Cells)
				s.asSaid(how.Keys)
			}
			out = append(out, s)
		}
	}
	return out
}

func (r *reader) sheet(t spreadsheet.Table, order int, how How) *sheet {
	s := &sheet{name: t.Sheet, order: order, at: map[string]int{}}
	at := s.findHeader(t.Rows, how)
	if at < 0 {
		if how.Headless {
			return s.headless(t)
		}
		r.refuseRow(s, t.Rows[0], NoHeader)
		return nil
	}
	s.header, s.rows = t.Rows[at], t.Rows[at+1:]
	if !r.readHeads(s, how) {
		return nil
	}
	if t.Formulas {
		r.noteRow(s, s.header, Assumed, "formulas")
	}
	return s
}

// headless takes the rows of a list without heads for people with their name in front, and
// what stands beside it for what somebody says it is. A comma in it stands in a name that
// is turned round, and separates nothing.
func (s *sheet) headless(t spreadsheet.Table) *sheet {
	s.kind, s.columns, s.rows = flatTable, flatTable.columns(), t.Rows
	width := 1
	for i, row := range s.rows {
		if t.Separator == ',' {
			texts := make([]string, len(row.Cells))
			for j, c := range row.Cells {
				texts[j] = c.Text
			}
			s.rows[i].Cells = []spreadsheet.Cell{{Text: strings.Join(texts, ",")}}
		}
		width = max(width, len(s.rows[i].Cells))
	}
	s.heads, s.fields = make([]string, width), make([]int, width)
	for i := range s.fields {
		s.fields[i] = -1
	}
	s.is(0, wholeName)
	return s
}

// widen adds columns at the right, which no row has yet.
func (s *sheet) widen(to int) {
	for len(s.heads) < min(to, mostColumns) {
		s.heads, s.fields = append(s.heads, ""), append(s.fields, -1)
	}
}

// mostColumns bounds a table that somebody widens.
const mostColumns = 1000

// correct puts what somebody corrected into its cells.
func (s *sheet) correct(cells map[CellAt]string) {
	for i, row := range s.rows {
		for at := range s.heads {
			text, ok := cells[CellAt{int(row.Number), at + 1}]
			if !ok {
				continue
			}
			row.Cells = slices.Clone(row.Cells)
			if short := at + 1 - len(row.Cells); short > 0 {
				row.Cells = append(row.Cells, make([]spreadsheet.Cell, short)...)
			}
			row.Cells[at] = spreadsheet.Cell{Text: text}
			s.rows[i] = row
		}
	}
}

// is makes a column hold a key.
func (s *sheet) is(at int, key string) {
	s.fields[at] = slices.IndexFunc(s.columns, func(c column) bool { return c.key == key })
	s.at[key] = at
}

// asSaid makes the columns hold what somebody said, by heads in either language; nil says
// nothing.
func (s *sheet) asSaid(heads []string) {
	for i := range s.fields {
		if i >= len(heads) {
			break
		}
		if was := s.keyAt(i); was != "" && s.at[was] == i {
			delete(s.at, was)
		}
		s.fields[i] = -1
	}
	for i, h := range heads[:min(len(heads), len(s.fields))] {
		at := find(s.columns, head(h))
		if at < 0 || s.place(s.columns[at].key) >= 0 {
			continue
		}
		s.is(i, s.columns[at].key)
	}
}

// kindNamed returns the kind that the name of a sheet or file says.
func kindNamed(name string) tableKind {
	name = head(strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)))
	for k := relationTable; k < tableKinds; k++ {
		nl, en := k.names()
		if nl != "" && (name == head(nl) || name == head(en)) {
			return k
		}
	}
	return noTable
}

// findHeader returns the row with the heads of columns, and takes over the kind of table
// that fits them best; -1 where there is none.
func (s *sheet) findHeader(rows []spreadsheet.Row, how How) int {
	said := kindNamed(cmp.Or(s.name, how.name))
	for at, row := range rows[:min(len(rows), mostHeaderRow)] {
		cells := 0
		for _, c := range row.Cells {
			if head(c.Text) != "" {
				cells++
			}
		}
		best, most := noTable, 0
		for k := relationTable; k < tableKinds; k++ {
			keys := keysOfHeads(k.columns(), row, how)
			if fits := k.fits(keys); k == said && fits {
				best, most = k, tableKindsWorth+len(keys)
			} else if fits && len(keys) > most {
				best, most = k, len(keys)
			}
		}
		known := most % tableKindsWorth
		if best != noTable && (known >= sureHeads || known == cells || best == said) {
			s.kind, s.columns = best, best.columns()
			return at
		}
	}
	return -1
}

// tableKindsWorth is more than a table has columns: the kind that a name says goes first.
const tableKindsWorth = 1000

func keysOfHeads(columns []column, row spreadsheet.Row, how How) map[string]bool {
	keys := map[string]bool{}
	for _, c := range row.Cells {
		if at := find(columns, how.columnOf(c.Text)); at >= 0 {
			keys[columns[at].key] = true
		}
	}
	return keys
}

// columnOf is the folded head under which a column is looked up: the one that somebody
// said it is, else its own.
func (h How) columnOf(text string) string {
	folded := head(text)
	if said, ok := h.Columns[folded]; ok {
		return head(said)
	}
	return folded
}

// readHeads finds out what the columns are. It reports whether the table can be read.
func (r *reader) readHeads(s *sheet, how How) bool {
	before := r.refused
	seen := map[string]bool{}
	for i, c := range s.header.Cells {
		s.heads = append(s.heads, c.Text)
		s.fields = append(s.fields, -1)
		folded := how.columnOf(c.Text)
		at := find(s.columns, folded)
		switch {
		case folded == "" || strings.HasPrefix(folded, setAside):
		case slices.Contains(forbiddenHeads, folded):
			r.refuseHead(s, i, BSN)
		case at < 0:
			r.unknownHead(s, i, folded)
		case seen[s.columns[at].key]:
			r.refuseHead(s, i, HeadTwice)
		default:
			seen[s.columns[at].key] = true
			s.fields[i], s.at[s.columns[at].key] = at, i
		}
	}
	return r.refused == before
}

func (r *reader) unknownHead(s *sheet, at int, folded string) {
	var all []string
	for _, c := range s.columns {
		all = append(all, c.nl, c.en)
	}
	if near, ok := nearest(folded, all); ok {
		r.noteCell(s, s.header, at, UnknownHead, near)
		return
	}
	r.noteCell(s, s.header, at, UnknownHead)
}

func (r *reader) refuseHead(s *sheet, at int, c Code) {
	n := s.cellNode(s.header, at)
	if c == BSN {
		n.text = "" // the head may stand above a number, but never shows one
	}
	r.refuse(&n, c)
}

// rowNode is a row as a place of problems.
func (s *sheet) rowNode(row spreadsheet.Row) node {
	return node{kind: object, line: row.Line, row: &rowPlace{s, row}}
}

// cellNode is a cell as a place of problems.
func (s *sheet) cellNode(row spreadsheet.Row, at int) node {
	n := s.rowNode(row)
	n.kind, n.column = text, int32(at)+1
	if at < len(row.Cells) {
		n.text = row.Cells[at].Text
	}
	return n
}

func (r *reader) refuseRow(s *sheet, row spreadsheet.Row, c Code, args ...string) {
	n := s.rowNode(row)
	r.refuse(&n, c, args...)
}

func (r *reader) noteRow(s *sheet, row spreadsheet.Row, c Code, args ...string) {
	n := s.rowNode(row)
	r.note(&n, c, args...)
}

func (r *reader) noteCell(s *sheet, row spreadsheet.Row, at int, c Code, args ...string) {
	n := s.cellNode(row, at)
	r.note(&n, c, args...)
}

// headOf is the head of the column that holds a key: as the file has it, else ours.
func (s *sheet) headOf(key string) string {
	if at := s.place(key); at >= 0 {
		return s.heads[at]
	}
	for _, c := range s.columns {
		if c.key == key {
			return c.nl
		}
	}
	return key
}

// gives reports whether the table has a column for a key, or for what it is made of.
func (s *sheet) gives(key string) bool {
	from := map[string][]string{
		"givenName": {wholeName}, "familyName": {wholeName}, "group": {groupName}, "person": {personNumber}, "client": {clientNumber}, "type": {typeName},
	}[key]
	return s.place(key) >= 0 || slices.ContainsFunc(from, func(key string) bool { return s.place(key) >= 0 })
}

// place returns the place in the rows of the column for a key, -1 where there is none.
func (s *sheet) place(key string) int {
	if at, ok := s.at[key]; ok {
		return at
	}
	return -1
}

// lack is a column that a table needs and has not.
type lack struct {
	of  *sheet
	key string
}

// lacksHead refuses a table for a column that it lacks, once; every row of it counts.
func (r *reader) lacksHead(s *sheet, key string) {
	at := lack{s, key}
	if r.lacked[at] {
		r.refused++
		return
	}
	if r.lacked == nil {
		r.lacked = map[lack]bool{}
	}
	r.lacked[at] = true
	r.descend(step{key: key}, func() { r.refuseRow(s, s.header, NoHeader, "column") })
}
