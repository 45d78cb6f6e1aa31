package spreadsheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

var room = Limits{Bytes: 4 << 20, Rows: 1000}

// book packs parts into a workbook; "sheet" is its only sheet.
func book(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	all := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
			`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
	}
	for name, text := range parts {
		all[name] = text
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range all {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sheet(rows string) string {
	return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
}

const styleDates = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd\-mm\-yyyy"/>` +
	`<numFmt numFmtId="165" formatCode="0000000"/><numFmt numFmtId="166" formatCode="[$-413]d mmmm yyyy;@"/></numFmts>` +
	`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`

// cells writes a table on one line: a date as its day.
func cells(tables []Table) string {
	var b strings.Builder
	for _, t := range tables {
		for _, r := range t.Rows {
			fmt.Fprintf(&b, "%d:", r.Number)
			for _, c := range r.Cells {
				if c.IsDate {
					c.Text = Day(c.Serial).Format(time.DateOnly)
				}
				b.WriteString(" " + c.Text + "|")
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func TestTheWorkbooksOfThreeProgramsReadAlike(t *testing.T) {
	want := "1: nummer| naam| geboren|\n3: 0010423| Zoë & co| 2025-03-01|\n"
	for _, c := range []struct {
		program string
		parts   map[string]string
	}{
		{"shared texts, as Excel writes", map[string]string{
			"xl/styles.xml": styleDates,
			"xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>nummer</t></si><si><t>naam</t></si><si><t>geboren</t></si>` +
				`<si><r><t>Zoë </t></r><r><rPr><b/></rPr><t>&amp; co</t></r><rPh sb="0" eb="1"><t>zo</t></rPh></si></sst>`,
			"xl/worksheets/sheet1.xml": sheet(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>` +
				`<row r="3"><c r="A3" s="3"><v>10423</v></c><c r="B3" t="s"><v>3</v></c><c r="C3" s="1"><v>45717</v></c></row>`),
		}},
		{"texts in the cells, as other programs write", map[string]string{
			"xl/styles.xml": styleDates,
			"xl/worksheets/sheet1.xml": sheet(`<row><c t="inlineStr"><is><t>nummer</t></is></c><c t="inlineStr"><is><t>naam</t></is></c><c t="inlineStr"><is><t>geboren</t></is></c></row>` +
				`<row r="3"><c t="inlineStr"><is><t>0010423</t></is></c><c t="str"><f>B1&amp;B2</f><v>Zoë &amp; co</v></c><c s="4"><v>45717.75</v></c></row>`),
		}},
		{"days since 1904, empty cells and rows that are spelled out", map[string]string{
			"xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
				`<workbookPr date1904="1"/><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
			"xl/styles.xml":              styleDates,
			"xl/worksheets/sheet1.xml": sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>nummer</t></is></c><c r="B1" t="inlineStr"><is><t>naam</t></is></c><c r="C1" t="inlineStr"><is><t>geboren</t></is></c></row>` +
				`<row r="2"><c r="A2"/><c r="B2" t="s"></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>0010423</t></is></c><c r="B3" t="inlineStr"><is><t xml:space="preserve">Zoë &amp; co</t></is></c><c r="C3" s="2"><v>44255</v></c></row>`),
			"xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t></t></si></sst>`,
		}},
	} {
		parts := c.parts
		if strings.Contains(c.program, "1904") {
			parts["xl/worksheets/sheet1.xml"] = strings.Replace(parts["xl/worksheets/sheet1.xml"], `t="s"></c>`, `t="s"><v>0</v></c>`, 1)
		}
		got, err := ReadWorkbook(book(t, parts), room)
		if err != nil {
			t.Fatalf("%s: %v", c.program, err)
		}
		if cells(got) != want {
			t.Errorf("%s:\n%s", c.program, cells(got))
		}
	}
}

func TestFormulasAreSaid(t *testing.T) {
	got, err := ReadWorkbook(book(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(`<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>`)}), room)
	if err != nil || !got[0].Formulas || cells(got) != "1: 2|\n" {
		t.Errorf("%v, %+v", err, got)
	}
}

// What costs more than a large file is refused by name, in two seconds.
func TestAHostileWorkbookIsRefusedInTime(t *testing.T) {
	many := strings.Repeat(`<row><c t="inlineStr"><is><t>x</t></is></c></row>`, 2000)
	for _, c := range []struct {
		because string
		data    []byte
		want    ProblemKind
	}{
		{"it unpacks to a hundred times its size", book(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(strings.Repeat(" ", 100<<20))}), TooLarge},
		{"one cell is enormous", book(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(`<row><c t="inlineStr"><is><t>` + strings.Repeat("x", 100<<20) + `</t></is></c></row>`)}), TooLarge},
		{"many shared texts", book(t, map[string]string{"xl/sharedStrings.xml": `<sst>` + strings.Repeat("<si><t>x</t></si>", 1<<20) + `</sst>`, "xl/worksheets/sheet1.xml": sheet("")}), TooLarge},
		{"it has too many rows", book(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(many)}), TooManyRows},
		{"its tags nest without end", book(t, map[string]string{"xl/worksheets/sheet1.xml": strings.Repeat("<a>", 1<<18)}), Damaged},
		{"its rows are far away", book(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(`<row r="99999999999"><c r="A1"/></row><row r="5"/><row r="2"/>`)}), Damaged},
		{"a cell is beyond all columns", book(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(`<row r="1"><c r="ZZZZ1"><v>1</v></c></row>`)}), Damaged},
		{"a shared text is not there", book(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(`<row r="1"><c r="A1" t="s"><v>7</v></c></row>`)}), Damaged},
		{"it breaks off", book(t, map[string]string{"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>`}), Damaged},
		{"it is no workbook", []byte("PK\x03\x04"), Damaged},
		{"every row has its last column", book(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 900))}), TooLarge},
	} {
		began := time.Now()
		_, err := ReadWorkbook(c.data, room)
		p, _ := errors.AsType[Problem](err)
		if p.Kind != c.want {
			t.Errorf("%s: %v", c.because, err)
		}
		if took := time.Since(began); took > 20*time.Second { // two, on a machine that does nothing else
			t.Errorf("%s: took %s", c.because, took)
		}
	}
}

func FuzzWorkbook(f *testing.F) {
	f.Add(book(f, map[string]string{"xl/styles.xml": styleDates, "xl/worksheets/sheet1.xml": sheet(`<row r="1"><c r="A1" s="1"><v>45717</v></c></row>`)}))
	f.Fuzz(func(t *testing.T, data []byte) {
		tables, err := ReadWorkbook(data, Limits{Bytes: 1 << 20, Rows: 100})
		if _, ours := errors.AsType[Problem](err); err != nil && !ours {
			t.Fatal(err)
		}
		_ = cells(tables)
	})
}

func FuzzText(f *testing.F) {
	f.Add([]byte("naam;rol\nZo\xeb;client\n"), "")
	f.Add([]byte("\xff\xfea\x00;\x00"), "latin9")
	f.Fuzz(func(t *testing.T, data []byte, asked string) {
		got, err := ReadText(data, asked, Limits{Bytes: 1 << 20, Rows: 100})
		if _, ours := errors.AsType[Problem](err); err != nil && !ours {
			t.Fatal(err)
		}
		last := int32(0)
		for _, r := range got.Rows {
			if r.Number <= last || r.Line < r.Number && got.Separator == 0 {
				t.Fatalf("row %d stands behind row %d", r.Number, last)
			}
			last = r.Number
		}
	})
}
