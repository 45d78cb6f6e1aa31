package spreadsheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// record writes what it is told on lines.
type record struct{ strings.Builder }

func (r *record) begin(t tag) error {
	fmt.Fprintf(r, "\n<%s %q %q %q>", t.name, t.r, t.t, t.s)
	return nil
}

func (r *record) text(b []byte) {
	if len(b) > 0 {
		fmt.Fprintf(r, "\n%x", b)
	}
}

func (r *record) end(name string) error { fmt.Fprintf(r, "\n</%s>", name); return nil }

func told(read func(io.Reader, visitor) error, data []byte) (string, error) {
	var r record
	err := read(bytes.NewReader(data), &r)
	return r.String(), err
}

const (
	excelSheet = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n" + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" mc:Ignorable="x14ac xr" xr:uid="{00-01}"><dimension ref="A1:B2"/>` +
		`<sheetData><row r="1" spans="1:2" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> Zoë &amp; &#39;co&#x2019; </t></is></c></row></sheetData></worksheet>`
	libreSheet = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" /><x:c r="B1"><v>1</v></x:c></row></sheetData></worksheet>` + "\n"
)

// What spreadsheets write is plain: it takes the short way.
func TestWhatSpreadsheetsWriteIsPlain(t *testing.T) {
	for _, s := range []string{excelSheet, libreSheet} {
		short, err := told(plain, []byte(s))
		if long, _ := told(decoded, []byte(s)); err != nil || short != long {
			t.Errorf("%v, %s\nand by the decoder %s", err, short, long)
		}
	}
}

// What is odd is left to the decoder, and what is damaged to its judgement.
func TestWhatIsOddIsLeftToTheDecoder(t *testing.T) {
	for _, s := range []string{
		"<a><![CDATA[x]]></a>", "<a><!-- x --></a>", "<!DOCTYPE a><a/>", "<a>&nope;</a>", "<a>&amp</a>", "<a>&#0;</a>", "<a>]]></a>", "<a>\x01</a>", "<a>\xff</a>", "<a>\uffff</a>",
		"<a b='1'/>", "<a b=\"<\"/>", "<a b=\"&amp;\"/>", "<a b=\"1\"c=\"2\"/>", "<a b/>", "<a></b", "<a>", "</a>", "<a></a></a>", "<1/>", "<a:/>", "<a:b:c/>", "<>", "< a/>",
		`<?xml version="1.0" encoding="latin1"?><a/>`, strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100), "<a>" + strings.Repeat("x", mostPlain) + "</a>",
	} {
		if _, err := told(plain, []byte(s)); !errors.Is(err, errUnusual) {
			t.Errorf("%.40q: %v", s, err)
		}
	}
}

// fragments of XML, whole and broken.
var fragments = []string{
	"<row>", "</row>", "<c>", "</c>", "<x:t>", "</x:t>", "<v/>", "<v />", `<c r="A1"/>`, ` r="1"`, ` t="s"`, ` x:s="2"`, ` s="a b"`, `s='1'`, "<a", "<", ">", "/", "/>", "</", "=", `"`, "'", " ", "\n", "\r\n", "\r", "\t",
	"&", ";", "&amp;", "&lt;", "&quot;", "&#39;", "&#xA;", "&#x10FFFF;", "&#xD800;", "&#13;", "&#1;", "&#;", "&#x;", "&amp", "&nope;", "x", "\u00eb", "\U0001F600", "\ufffe", "\ufffd", "\ufeff", "\xff", "\x00", "\x7f", "]", "]]>", "]]&gt;",
	"<!-- x -->", "<![CDATA[x]]>", `<?xml version="1.0" encoding="UTF-8"?>`, `<?xml version="1.0"?>`, "<?x?>", "<!D>", ":", "-", ".", "1", "_",
}

// agree holds the short way to what the decoder tells of the same bytes.
func agree(t interface{ Fatalf(string, ...any) }, data []byte) {
	short, err := told(plain, data)
	if errors.Is(err, errUnusual) {
		return
	}
	if long, wrong := told(decoded, data); err != nil || wrong != nil || short != long {
		t.Fatalf("%q\nshort: %v %s\nlong: %v %s", data, err, short, wrong, long)
	}
}

func TestTheShortWayTellsWhatTheDecoderTells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		agree(t, []byte(strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 1, 12).Draw(t, "xml"), "")))
		inside := strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 1, 3).Draw(t, "in a tag"), "")
		agree(t, []byte("<c"+inside+"><t>x</t></c>"))
		agree(t, []byte("<c>"+inside+"</c>"+inside))
	})
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{excelSheet, libreSheet, styleDates, sheet(`<row r="3"><c r="A3" t="str"><f>B1&amp;B2</f><v>a` + "\r\n\r" + `b</v></c></row>`), `<a:b c:d="1" r="x" r="y">&#xA;&#9;</a:b >`, "<a>]]&gt;</a>\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { agree(t, data) })
}
