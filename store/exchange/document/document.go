// Package document writes pages for paper and screen: one HTML file each, that runs nothing
// and loads nothing, prints on A4 and reads well aloud.
//
// It promises that every text is escaped, that every table has a caption and every head of
// it a scope, and that no row of a table is cut by the end of a sheet of paper. It refuses
// to know what a page is about, and to clean a text: whoever hands it in has done so.
package document

import (
	"bufio"
	_ "embed" // the style
	"html"
	"strconv"
	"strings"
	"unicode"
)

// style is for the screen and for A4.
//
//go:embed style.css
var style string

// Page is a page that is being written. An error of the writer is kept until Flush.
type Page struct {
	*bufio.Writer
}

const (
	shortTable = 12 // rows of a table that is not cut where it fits on a page
	longWord   = 24 // characters after which a word may be cut
)

// Head is what a page is called, and how it is laid out.
type Head struct {
	Language, Title string
	Footer          string // on every printed page
	Style           string // after the style of all pages
}

// Begin writes all up to the first heading.
func (p Page) Begin(h Head) {
	p.WriteString("<!doctype html>\n<html lang=\"" + html.EscapeString(h.Language) + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'\">\n" +
		"<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex, nofollow\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	p.WriteString("<title>" + html.EscapeString(h.Title) + "</title>\n")
	p.WriteString("<style>\n" + style + h.Style + "@page { @bottom-left { content: " + cssText(h.Footer) + " } }\n</style>\n</head>\n<body>\n<main>\n")
}

// cssText is a text in a style sheet: of anything but letters, digits and spaces nothing
// is left to read as style or as HTML.
func cssText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r == ' ' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			b.WriteRune(r)
		} else {
			b.WriteString(`\` + strconv.FormatInt(int64(r), 16) + " ")
		}
	}
	b.WriteByte('"')
	return b.String()
}

// End writes what closes the page. Flush it then.
func (p Page) End() { p.WriteString("</main>\n</body>\n</html>\n") }

// Tag writes an element with a text. A long word in it may be cut, so that it does not
// widen a table.
func (p Page) Tag(open, text string) {
	name, _, _ := strings.Cut(open, " ")
	p.WriteString("<" + open + ">")
	at, run := 0, 0
	for i, r := range text {
		if r == ' ' {
			run = 0
		} else if run++; run > longWord && !unicode.Is(unicode.M, r) {
			p.WriteString(html.EscapeString(text[at:i]) + "<wbr>")
			at, run = i, 1
		}
	}
	p.WriteString(html.EscapeString(text[at:]) + "</" + name + ">")
}

// Line is Tag on a line of its own.
func (p Page) Line(open, text string) {
	p.Tag(open, text)
	p.WriteByte('\n')
}

// Warning writes a sentence that nobody may miss.
func (p Page) Warning(text string) { p.Line(`p class="warning"`, text) }

// Box is a box to tick, in writing or on paper.
const Box = "☐"

// Table is a table whose rows begin with what they are about.
type Table struct {
	Caption string
	Heads   []string
	Rows    [][]string
	Tick    string // the head of a column with a box in each row; empty: there is none
	Blank   bool   // for writing on
}

// Table writes a table.
func (p Page) Table(t Table) {
	var classes []string
	if t.Blank {
		classes = append(classes, "blank")
	}
	if len(t.Rows) <= shortTable {
		classes = append(classes, "short")
	}
	p.WriteString(`<table class="` + strings.Join(classes, " ") + "\">\n")
	p.Line("caption", t.Caption)
	p.WriteString("<thead><tr>")
	if t.Tick != "" {
		p.Tag(`th scope="col" class="box"`, t.Tick)
	}
	for _, h := range t.Heads {
		p.Tag(`th scope="col"`, h)
	}
	p.WriteString("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		p.WriteString("<tr>")
		if t.Tick != "" {
			p.Tag(`td class="box"`, Box)
		}
		for i, cell := range row {
			if i == 0 {
				p.Tag(`th scope="row"`, cell)
			} else {
				p.Tag("td", cell)
			}
		}
		p.WriteString("</tr>\n")
	}
	p.WriteString("</tbody>\n</table>\n")
}
