package exchange

import (
	"path/filepath"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/store/exchange/spreadsheet"
)

// Rejected rows are set aside as they were read, so that they can be corrected and read
// again.

// AsideTable is the rows of one table that were set aside.
type AsideTable struct {
	File, Sheet string
	Heads       []string
	Rows        []AsideRow
}

// AsideRow is a row that was set aside, and the first thing that is wrong with it.
type AsideRow struct {
	Cells   []string
	Problem Problem
}

// mostRounds bounds how often an import is tried without the rows that were wrong before:
// each round may find those that depend on them.
const mostRounds = 50

// SetAside returns the import without the rows that have problems, and those rows by table.
// Problems that are not of a row stay, and refuse the rest as before.
func (i Import) SetAside(w domain.World) (Import, []AsideTable) {
	var out []AsideTable
	tables := map[*sheet]int{}
	i.without = map[rowKey]bool{}
	for range mostRounds {
		more := false
		for _, p := range i.Outcome(w).Problems {
			key := rowKey{p.File, p.Sheet, int32(p.Row)}
			s := i.sheetOf(p)
			if s == nil || i.without[key] {
				continue
			}
			at, known := tables[s]
			if !known {
				at = len(out)
				tables[s], out = at, append(out, AsideTable{File: p.File, Sheet: p.Sheet, Heads: s.heads})
			}
			i.without[key], more = true, true
			out[at].Rows = append(out[at].Rows, AsideRow{s.texts(p.Row), p})
		}
		if !more {
			break
		}
	}
	for _, t := range out {
		slices.SortFunc(t.Rows, func(a, b AsideRow) int { return a.Problem.Row - b.Problem.Row })
	}
	return i, out
}

// AsideSheets are tables of rows as they were read, with what say says is wrong with each.
func AsideSheets(tables []AsideTable, say func(Problem) string) []spreadsheet.Sheet {
	var out []spreadsheet.Sheet
	for _, t := range tables {
		out = append(out, t.spread(say))
	}
	return out
}

func (t AsideTable) spread(say func(Problem) string) spreadsheet.Sheet {
	out := spreadsheet.Sheet{Name: t.Sheet}
	if out.Name == "" {
		out.Name = strings.TrimSuffix(filepath.Base(t.File), filepath.Ext(t.File))
	}
	for _, head := range append(slices.Clone(t.Heads), "fout_kolom", "fout_code", "fout_melding") {
		out.Columns = append(out.Columns, spreadsheet.Column{Head: head})
	}
	out.Rows = func(yield func([]spreadsheet.Cell) bool) {
		for _, row := range t.Rows {
			p := row.Problem
			var cells []spreadsheet.Cell
			for _, text := range append(slices.Clone(row.Cells), p.Head, string(p.Code), say(p)) {
				cells = append(cells, spreadsheet.Cell{Text: text})
			}
			if !yield(cells) {
				return
			}
		}
	}
	return out
}

// sheetOf returns the table with the row of a problem; nil where it is of no row.
func (i Import) sheetOf(p Problem) *sheet {
	for _, s := range i.Setups {
		if s.file != p.File {
			continue
		}
		for _, t := range s.sheets {
			if t.name == p.Sheet && p.Row != 0 && int32(p.Row) != t.header.Number {
				return t
			}
		}
	}
	return nil
}

// texts are the cells of a row as they were read.
func (s *sheet) texts(number int) []string {
	at, found := slices.BinarySearchFunc(s.rows, int32(number), func(r spreadsheet.Row, n int32) int { return int(r.Number - n) })
	if !found {
		return nil
	}
	return s.textsOf(s.rows[at])
}

func (s *sheet) textsOf(row spreadsheet.Row) []string {
	out := make([]string, len(s.heads))
	for i := range out {
		c := cell(row, i)
		day := c.Serial > 0 && s.fields[i] >= 0 && s.columns[s.fields[i]].shape == dayCell
		if out[i] = spreadsheet.Bare(c.Text); day || c.IsDate { // as text it would be a number
			out[i] = DutchHeads.day(dayOfSerial(c.Serial).String()).Text
		}
	}
	return out
}
