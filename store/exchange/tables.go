package exchange

import (
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"zichtlijn/store/exchange/spreadsheet"
)

// tableEnds are the ends of the names of files that hold tables, whatever is in them.
var tableEnds = []string{".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".htm", ".html"}

// holdsTables reports whether a file holds tables. Without a name that says so it is one in
// the exchange form, unless its first bytes are those of a workbook.
func holdsTables(name string, data []byte) bool {
	if slices.Contains(tableEnds, strings.ToLower(filepath.Ext(name))) {
		return true
	}
	k, _ := spreadsheet.KindOf(data)
	return k != spreadsheet.SeparatedText
}

// tables reads the tables of a file.
func (r *reader) tables(data []byte, how How, about *About) []*sheet {
	limits := spreadsheet.Limits{Bytes: how.Bytes, Rows: how.Records, Unread: unread, Go: how.Work.read}
	var tables []spreadsheet.Table
	var err error
	switch k, other := spreadsheet.KindOf(data); k {
	case spreadsheet.OtherKind:
		r.refuseValue(&node{}, OtherFormat, "", other)
		return nil
	case spreadsheet.Workbook:
		tables, err = spreadsheet.ReadWorkbook(data, limits)
	case spreadsheet.SeparatedText:
		var t spreadsheet.Text
		t, err = spreadsheet.ReadText(data, how.Encoding, limits)
		tables = []spreadsheet.Table{t.Table}
		about.Encoding, about.Guessed, about.Sample = t.Encoding, t.Guessed, t.Sample
	}
	if err != nil {
		r.unreadable(err, about)
		return nil
	}
	if about.Guessed {
		n := node{}
		r.note(&n, Assumed, append([]string{"encoding", about.Encoding}, about.Sample...)...)
	}
	out := r.sheets(tables, how)
	if len(out) == 0 && r.refused == 0 { // not one row
		r.refuseValue(&node{}, NoHeader, "")
	}
	return out
}

// unreadable refuses a file that holds no tables that can be read.
func (r *reader) unreadable(err error, about *About) {
	p, _ := errors.AsType[spreadsheet.Problem](err)
	at := &node{line: int32(p.Line)}
	switch p.Kind {
	case spreadsheet.TooLarge:
		r.refuseValue(at, TooLarge, "", strconv.FormatInt(p.Limit, 10))
	case spreadsheet.TooManyRows:
		r.refuseValue(at, TooMany, "", strconv.FormatInt(p.Limit, 10))
	case spreadsheet.WrongEncoding:
		r.refuseValue(at, WrongBytes, "", about.Encoding)
	case spreadsheet.UnknownEncoding:
		r.refuseValue(at, UnknownEncoding, p.Name)
	case spreadsheet.OpenQuote:
		r.refuseValue(at, OpenQuote, "")
	default:
		r.refuseValue(at, DamagedBook, "")
	}
}

// rowKey names a row of an import.
type rowKey struct {
	file, sheet string
	number      int32
}

// leavesOut reports whether a row is set aside.
func (i Import) leavesOut(file string, s *sheet, row spreadsheet.Row) bool {
	return i.without[rowKey{file, s.name, row.Number}]
}
