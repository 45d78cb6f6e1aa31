package spreadsheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// Kind is what a file is by its first bytes.
type Kind uint8

// The kinds of file.
const (
	SeparatedText Kind = iota
	Workbook
	OtherKind // a spreadsheet of another format, which is not read
)

// KindOf looks at what a file begins with. other is the name of a format that is not
// read: xls, ods or html.
func KindOf(data []byte) (k Kind, other string) {
	start := data[:min(len(data), 512)]
	switch {
	case bytes.HasPrefix(start, []byte("\xd0\xcf\x11\xe0")):
		return OtherKind, "xls"
	case bytes.HasPrefix(start, []byte("PK\x03\x04")) && bytes.Contains(start, []byte("opendocument")):
		return OtherKind, "ods"
	case bytes.HasPrefix(start, []byte("PK\x03\x04")):
		return Workbook, ""
	case bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\xef\xbb\xbf")), " \t\r\n"), []byte("<")):
		return OtherKind, "html"
	}
	return SeparatedText, ""
}

// ReadWorkbook reads the rows of every sheet of a workbook. It does not use the library
// that writes them: that one drops what stands behind damage without a word, and does not
// say which numbers are dates. The error is a Problem.
func ReadWorkbook(data []byte, limits Limits) ([]Table, error) {
	if int64(len(data)) > limits.Bytes {
		return nil, Problem{Kind: TooLarge, Limit: limits.Bytes}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, Problem{Kind: Damaged}
	}
	b := &workbook{files: map[string]*zip.File{}, limits: limits, left: limits.Bytes}
	for _, f := range z.File {
		b.files[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))] = f
		b.all += int64(min(f.UncompressedSize64, uint64(limits.Bytes)))
	}
	return b.read()
}

// workbook is a workbook that is being read.
type workbook struct {
	files   map[string]*zip.File
	limits  Limits
	left    int64 // bytes that may still be unpacked, whatever the directory says
	all     int64 // bytes that the directory says are to be unpacked
	rows    int
	shared  []string
	formats []format // by style
	offset  int32    // of serial numbers, where the workbook counts from 1904
}

func (b *workbook) read() ([]Table, error) {
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name string `xml:"name,attr"`
			At   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			Also string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"` // the strict form
		} `xml:"sheets>sheet"`
	}
	var links struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := b.parse("xl/workbook.xml", &book); err != nil {
		return nil, err
	}
	if err := b.parse("xl/_rels/workbook.xml.rels", &links); err != nil {
		return nil, err
	}
	if book.Properties.Date1904 == "1" || book.Properties.Date1904 == "true" {
		b.offset = 1462
	}
	if err := b.readStyles(); err != nil {
		return nil, err
	}
	if err := b.readShared(); err != nil {
		return nil, err
	}
	target := map[string]string{}
	for _, l := range links.All {
		target[l.ID] = l.Target
	}
	var out []Table
	for _, s := range book.Sheets {
		at := target[s.At+s.Also]
		if !strings.HasPrefix(at, "/") {
			at = path.Join("xl", at)
		}
		at = strings.ToLower(strings.TrimPrefix(at, "/"))
		if !strings.Contains(at, "worksheets/") { // a chart has no rows
			continue
		}
		if b.limits.Unread != nil && b.limits.Unread(s.Name) {
			out = append(out, Table{Sheet: s.Name})
			continue
		}
		t, err := b.readSheet(s.Name, at)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// open unpacks a part as far as the limit allows; nil where there is none.
func (b *workbook) open(name string) (io.ReadCloser, error) {
	f, ok := b.files[name]
	if !ok {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, Problem{Kind: Damaged}
	}
	return struct {
		io.Reader
		io.Closer
	}{bounded{b, r}, r}, nil
}

// bounded takes what is read off what may still be unpacked.
type bounded struct {
	b *workbook
	r io.Reader
}

func (r bounded) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	if r.b.left -= int64(n); r.b.left < 0 {
		return n, Problem{Kind: TooLarge, Limit: r.b.limits.Bytes}
	}
	if !r.b.limits.goOn(r.b.limits.Bytes-r.b.left, r.b.all) {
		return n, Problem{Kind: Damaged}
	}
	return n, err
}

// failure is what an error of unpacking or of XML means.
func (b *workbook) failure(sheet string) Problem {
	if b.left < 0 {
		return Problem{Kind: TooLarge, Limit: b.limits.Bytes}
	}
	return Problem{Kind: Damaged, Sheet: sheet}
}

// smallPart bounds the parts that are read as a whole.
const smallPart = 4 << 20

func (b *workbook) parse(name string, into any) error {
	r, err := b.open(name)
	if err != nil {
		return err
	}
	if r == nil {
		return Problem{Kind: Damaged}
	}
	defer func() { _ = r.Close() }() // of memory
	if xml.NewDecoder(io.LimitReader(r, smallPart)).Decode(into) != nil {
		return b.failure("")
	}
	return nil
}

// sharedReader reads the texts that several cells share. Of a text in pieces with a
// pronunciation only the text counts.
type sharedReader struct {
	all            []string
	one            []byte
	inText, spoken bool
}

func (r *sharedReader) begin(t tag) error {
	switch t.name {
	case "si":
		r.one = r.one[:0]
	case "t":
		r.inText = !r.spoken
	case "rPh":
		r.spoken = true
	}
	return nil
}

func (r *sharedReader) text(b []byte) {
	if r.inText {
		r.one = append(r.one, b...)
	}
}

func (r *sharedReader) end(name string) error {
	switch name {
	case "si":
		r.all = append(r.all, string(r.one))
	case "t":
		r.inText = false
	case "rPh":
		r.spoken = false
	}
	return nil
}

func (b *workbook) readShared() error {
	var r *sharedReader
	err := b.tags("xl/sharedstrings.xml", "", func() visitor { r = &sharedReader{}; return r })
	b.shared = r.all
	return err
}

// sheetReader reads the cells of one sheet.
type sheetReader struct {
	b            *workbook
	table        Table
	row          Row
	column       int // of the cell, from 0
	kind         kind
	style        int
	said         []byte
	inText       bool
	spoken       bool
	cellsOfTable int
}

// kind is what a cell says of its text.
type kind uint8

const (
	numberCell kind = iota
	sharedCell      // the place of a shared text
	textCell
)

func (b *workbook) readSheet(name, at string) (Table, error) {
	var r *sheetReader
	err := b.tags(at, name, func() visitor { r = &sheetReader{b: b, table: Table{Sheet: name}}; return r })
	b.rows += len(r.table.Rows)
	return r.table, err
}

func (r *sheetReader) text(b []byte) {
	if r.inText {
		r.said = append(r.said, b...)
	}
}

func (r *sheetReader) begin(t tag) error {
	switch t.name {
	case "row":
		number := r.row.Number + 1
		if n, err := strconv.ParseInt(string(t.r), 10, 32); err == nil {
			if n < int64(number) {
				return r.damaged()
			}
			number = int32(n)
		}
		r.row, r.column = Row{Number: number, Cells: make([]Cell, 0, len(r.row.Cells))}, -1
	case "c":
		r.column++
		if len(t.r) > 0 {
			column, ok := columnOf(t.r)
			if !ok || column < r.column {
				return r.damaged()
			}
			r.column = column
		}
		switch r.said = r.said[:0]; string(t.t) {
		case "", "n":
			r.kind = numberCell
		case "s":
			r.kind = sharedCell
		default:
			r.kind = textCell
		}
		r.style, _ = strconv.Atoi(string(t.s))
	case "v", "t":
		r.inText = !r.spoken
	case "rPh":
		r.spoken = true
	case "f":
		r.table.Formulas = true
	}
	return nil
}

func (r *sheetReader) end(name string) error {
	switch name {
	case "v", "t":
		r.inText = false
	case "rPh":
		r.spoken = false
	case "c":
		return r.add()
	case "row":
		if len(r.row.Cells) == 0 {
			return nil
		}
		if r.b.rows+len(r.table.Rows) >= r.b.limits.Rows {
			return Problem{Kind: TooManyRows, Limit: int64(r.b.limits.Rows)}
		}
		r.table.Rows = append(r.table.Rows, r.row)
	}
	return nil
}

func (r *sheetReader) damaged() Problem { return Problem{Kind: Damaged, Sheet: r.table.Sheet} }

// cellsPerRow bounds how many cells a table may have beside the limit of its rows.
const cellsPerRow = 64

// add puts the cell into its row. Empty ones before it stand there too.
func (r *sheetReader) add() error {
	text := string(r.said)
	if r.kind == sharedCell {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || n < 0 || n >= len(r.b.shared) {
			return r.damaged()
		}
		text = r.b.shared[n]
	}
	if text == "" {
		return nil
	}
	if r.kind != numberCell {
		text = unescaped(text)
	}
	more := r.column + 1 - len(r.row.Cells)
	if r.cellsOfTable += more; r.cellsOfTable > cellsPerRow*(r.b.limits.Rows+1) {
		return Problem{Kind: TooLarge, Limit: r.b.limits.Bytes}
	}
	for range more {
		r.row.Cells = append(r.row.Cells, Cell{})
	}
	c := Cell{Text: text}
	if r.kind == numberCell {
		c = r.b.number(text, r.style)
	}
	r.row.Cells[r.column] = c
	return nil
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescaped returns a text in which a workbook writes some characters as _x000D_.
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escaped.ReplaceAllStringFunc(text, func(code string) string {
		n, _ := strconv.ParseUint(code[2:6], 16, 16)
		return string(rune(n))
	})
}

// mostColumns is how many columns a sheet can have.
const mostColumns = 16_384

// columnOf returns the column of a place such as AB12, from 0.
func columnOf(at []byte) (int, bool) {
	n := 0
	for i := 0; i < len(at); i++ {
		c := at[i]
		if c < 'A' || c > 'Z' {
			return n - 1, n > 0
		}
		if n = n*26 + int(c-'A') + 1; n > mostColumns {
			return 0, false
		}
	}
	return n - 1, n > 0
}
