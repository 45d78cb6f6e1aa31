package exchange

// Understood is the first table of a file as it was understood.
type Understood struct {
	Columns []Column
	Could   []string // the heads that they could have
	Role    string   // the one of Could that is a role; empty: none is
	HeadRow int      // the number of the row with the heads; 0: there is none
	Sheet   string   // its name; empty where there is one

	sheet *sheet
}

// Column is a column of a table.
type Column struct {
	Head string // as it is written; empty in a list without heads
	As   string // the head of what it holds; empty: it is not read
}

// Understood returns the first table, with heads in a language; false where the file has
// none.
func (s Setup) Understood(h Heads) (Understood, bool) {
	if len(s.sheets) == 0 {
		return Understood{}, false
	}
	t := s.sheets[0]
	out := Understood{HeadRow: int(t.header.Number), Sheet: t.name, sheet: t}
	for i, at := range t.fields {
		c := Column{Head: t.heads[i]}
		if at >= 0 {
			c.As = h.of(t.columns[at])
		}
		out.Columns = append(out.Columns, c)
	}
	for _, c := range t.columns {
		out.Could = append(out.Could, h.of(c))
		if c.shape == roleCell {
			out.Role = h.of(c)
		}
	}
	return out, true
}

// Len returns how many rows stand below the heads.
func (u Understood) Len() int { return len(u.sheet.rows) }

// Row returns a row by its place from 0: its number in the file, and a text for each column.
func (u Understood) Row(at int) (number int, texts []string) {
	row := u.sheet.rows[at]
	return int(row.Number), u.sheet.textsOf(row)
}

// Without returns the import without rows of the first table of its first file, by number.
func (i Import) Without(rows []int) Import {
	if len(i.Setups) == 0 || len(i.Setups[0].sheets) == 0 {
		return i
	}
	i.without = map[rowKey]bool{}
	for _, n := range rows {
		i.without[rowKey{i.Setups[0].file, i.Setups[0].sheets[0].name, int32(n)}] = true
	}
	return i
}
