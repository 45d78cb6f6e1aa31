package scene

import "zichtlijn/domain"

// Paste wants what was pasted read as people: a list of names, or rows of a spreadsheet.
// They may join Group.
type Paste struct {
	Text  string
	Group domain.GroupID
}

// ImportHow says what pasted rows do not say themselves.
type ImportHow struct {
	Role     domain.Role // of people without one
	Group    domain.GroupID
	SameName SameName
	Columns  []string          // what each column holds, by a head of PlannedTable.Could; nil: as the rows say
	Cells    map[CellAt]string // cells that were corrected
	Without  map[int]bool      // rows that are left out, by number
}

// CellAt is the place of a cell in pasted rows, from 1. Column 0 is the row as a whole.
type CellAt struct{ Row, Column int }

// Pasted is what was pasted, and how to read it.
type Pasted struct {
	Text string
	How  ImportHow
}

// SameName is who somebody is whose name another has, where nothing else tells.
type SameName uint8

// The answers.
const (
	SameNameAsk SameName = iota
	SameNameOne
	SameNameSeparate
)

// PlannedTable is a table as it was understood, row by row: most are never drawn.
type PlannedTable struct {
	Columns  []PlannedColumn
	Could    []string // heads that the columns could have
	Role     string   // the one of them that is a role
	HeadRow  int      // the number of the row with the heads; 0: there is none
	Len      int      // rows below the heads
	Row      func(at int) (number int, texts []string)
	Problems map[CellAt][]string // a line each
}

// PlannedColumn is a column of it.
type PlannedColumn struct {
	Head string
	As   string // of Could; empty: it is not read
}

func (Paste) isWish() {}

// IsList reports whether a paste is a list or a table: it has several lines, or cells.
func IsList(s string) bool {
	for i, seen := 0, false; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\t':
			return true
		case c == '\n' || c == '\r':
			if seen && hasText(s[i:]) {
				return true
			}
		case c != ' ':
			seen = true
		}
	}
	return false
}

func hasText(s string) bool {
	for i := range len(s) {
		if s[i] > ' ' {
			return true
		}
	}
	return false
}
