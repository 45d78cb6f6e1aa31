package spreadsheet

import (
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Sheet is a table to write.
type Sheet struct {
	Name    string
	Columns []Column
	Rows    iter.Seq[[]Cell] // each may be the same slice; a Cell with IsDate becomes a date
}

// Column is a column to write.
type Column struct {
	Head    string
	Choices []string // that a spreadsheet offers in the cells; none: anything
	Width   float64  // in characters
}

// WriteWorkbook writes a workbook without formulas, macros and properties. Every cell is
// text, or a date. A large sheet goes through a temporary file, which is for the owner
// only and is gone at the end.
func WriteWorkbook(w io.Writer, sheets []Sheet) (err error) {
	f := excelize.NewFile()
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	styles, err := newStyles(f)
	if err != nil {
		return err
	}
	taken := map[string]bool{}
	for i, s := range sheets {
		s.Name = sheetName(s.Name, taken)
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), s.Name)
		} else {
			_, err = f.NewSheet(s.Name)
		}
		if err == nil {
			err = writeSheet(f, s, styles)
		}
		if err != nil {
			return err
		}
	}
	return f.Write(w)
}

// mostName is how many characters the name of a sheet can have.
const mostName = 31

// sheetName makes a name that a sheet can have and none of the others has: it may come from
// outside.
func sheetName(name string, taken map[string]bool) string {
	name = strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`:\/?*[]'`, r) {
			return ' '
		}
		return r
	}, name), " ")
	for n := 1; ; n++ {
		end := ""
		if n > 1 {
			end = " " + strconv.Itoa(n)
		}
		runes := []rune(name)
		for len(utf16.Encode(runes))+len(end) > mostName {
			runes = runes[:len(runes)-1]
		}
		one := strings.TrimSpace(strings.TrimSpace(string(runes)) + end)
		if folded := strings.ToLower(one); one != "" && !taken[folded] {
			taken[folded] = true
			return one
		}
	}
}

type styles struct{ head, text, date int }

func newStyles(f *excelize.File) (out styles, err error) {
	dateCode := "dd-mm-yyyy"
	for at, s := range map[*int]excelize.Style{
		&out.head: {Font: &excelize.Font{Bold: true}, NumFmt: 49},
		&out.text: {NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "top"}},
		&out.date: {CustomNumFmt: &dateCode, Alignment: &excelize.Alignment{Vertical: "top"}},
	} {
		if *at, err = f.NewStyle(&s); err != nil {
			return out, err
		}
	}
	return out, nil
}

func writeSheet(f *excelize.File, s Sheet, styles styles) error {
	last, _ := excelize.ColumnNumberToName(max(len(s.Columns), 1))
	for i, c := range s.Columns {
		if len(c.Choices) == 0 {
			continue
		}
		at, _ := excelize.ColumnNumberToName(i + 1)
		v := excelize.NewDataValidation(true)
		v.SetSqref(at + "2:" + at + "100000")
		if err := v.SetDropList(c.Choices); err != nil {
			return err
		}
		if err := f.AddDataValidation(s.Name, v); err != nil {
			return err
		}
	}
	out, err := f.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	for i, c := range s.Columns {
		if err := out.SetColWidth(i+1, i+1, max(c.Width, 10)); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(s.Columns))
	for i, c := range s.Columns {
		head[i] = excelize.Cell{StyleID: styles.head, Value: c.Head}
	}
	if err := out.SetRow("A1", head); err != nil {
		return err
	}
	n := 1
	var cells []any
	for row := range s.Rows {
		n++
		cells = cells[:0]
		for _, c := range row {
			cells = append(cells, written(c, styles))
		}
		at, err := excelize.CoordinatesToCellName(1, n)
		if err != nil {
			return err
		}
		if err := out.SetRow(at, cells); err != nil {
			return err
		}
	}
	if len(s.Columns) > 1 {
		if err := f.AutoFilter(s.Name, "A1:"+last+"1", nil); err != nil {
			return err
		}
	}
	return out.Flush()
}

func written(c Cell, styles styles) any {
	switch {
	case c.IsDate && c.Serial > 0:
		return excelize.Cell{StyleID: styles.date, Value: c.Serial}
	case c.Text == "":
		return nil
	}
	return excelize.Cell{StyleID: styles.text, Value: Protected(strings.ReplaceAll(c.Text, "\r\n", "\n"))}
}
