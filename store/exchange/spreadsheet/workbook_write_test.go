package spreadsheet

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// Names of sheets may come from a file: each becomes one that a workbook can have.
func TestAnyNameBecomesThatOfASheet(t *testing.T) {
	names := []string{"Personen", "personen", "", "a:b\\c/d?e*f[g]'h", strings.Repeat("x", 40), strings.Repeat("x", 40), strings.Repeat("😀", 20), "\x1b[31m", "'"}
	var sheets []Sheet
	for _, n := range names {
		sheets = append(sheets, Sheet{Name: n, Columns: []Column{{Head: "kop"}}, Rows: slices.Values([][]Cell{{{Text: "=1+1"}}})})
	}
	var b bytes.Buffer
	if err := WriteWorkbook(&b, sheets); err != nil {
		t.Fatal(err)
	}
	read, err := ReadWorkbook(b.Bytes(), room)
	if err != nil || len(read) != len(names) {
		t.Fatalf("%d sheets, %v", len(read), err)
	}
	if got := cells(read[:1]); got != "1: kop|\n2: '=1+1|\n" {
		t.Errorf("read %q", got)
	}
}
