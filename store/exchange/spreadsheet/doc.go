// Package spreadsheet reads and writes tables: separated values in the encodings that
// Dutch offices use, and workbooks (.xlsx).
//
// It promises that no cell that it writes is run as a formula, that it evaluates none
// that it reads, and that a hostile file costs no more than a large one. It refuses to
// know what a table holds: texts from outside stay as they are, and the caller judges
// them. Nothing of a table is kept in a temporary file.
package spreadsheet

import "fmt"

// Table is one sheet of a workbook, or one file of separated values.
type Table struct {
	Sheet string // its name; empty for separated values
	Rows  []Row
	// Formulas says that some cells are formulas, of which the last result was read.
	Formulas  bool
	Separator rune // of separated values
}

// Row is a row that is not empty.
type Row struct {
	Number int32 // as a spreadsheet counts, from 1
	Line   int32 // on which it begins in a text file; 0 in a workbook
	Cells  []Cell
}

// Cell is the text of a cell. Serial is its number in days where the cell may be a date of
// a workbook; 0 where it can not.
type Cell struct {
	Text   string
	Serial int32
	IsDate bool // the workbook shows Serial as a date
}

// Problem is why a file can not be read, or not from some place on.
type Problem struct {
	Kind  ProblemKind
	Sheet string
	Line  int    // of a text file; 0: no place
	Limit int64  // of TooLarge, TooManyRows
	Name  string // of OtherFormat: xls, ods or html; of UnknownEncoding: what was asked for
}

// ProblemKind is the kind of a Problem.
type ProblemKind uint8

// The kinds of Problem.
const (
	Damaged         ProblemKind = iota + 1 // a workbook that is broken or locked with a password
	OtherFormat                            // a spreadsheet of another kind than .xlsx
	TooLarge                               // more than Limit bytes, in the file or unpacked
	TooManyRows                            // more than Limit rows
	WrongEncoding                          // bytes that are no text in the encoding
	UnknownEncoding                        // an encoding with a name that nobody knows
	OpenQuote                              // a quoted cell that is never closed
)

// Error is for developers.
func (p Problem) Error() string {
	return fmt.Sprintf("spreadsheet: problem %d on line %d", p.Kind, p.Line)
}

// Limits bound what is read.
type Limits struct {
	Bytes int64 // of a file, and of a workbook unpacked
	Rows  int   // of all tables of a file together
	// Unread are sheets of a workbook that have no rows, whatever is on them; nil: none.
	Unread func(sheet string) bool
	// Go is told now and then how many bytes of all are read, of a workbook unpacked; where it
	// says false the reading ends, with some Problem. nil: it goes on.
	Go func(done, all int64) bool
}

func (l Limits) goOn(done, all int64) bool { return l.Go == nil || l.Go(done, all) }
