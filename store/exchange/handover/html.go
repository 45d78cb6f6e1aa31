package handover

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

// page writes HTML that runs nothing and loads nothing: its own policy forbids both.
type page struct {
	*bufio.Writer
	footer string // on every printed page
}

const (
	shortTable = 12 // rows of a table that is not cut where it fits on a page
	longWord   = 24 // characters after which a word may be cut
)

// tag writes an element with a text.
func (p *page) tag(open, text string) {
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

func (p *page) line(open, text string) {
	p.tag(open, text)
	p.WriteByte('\n')
}

func (p *page) begin(language, title string) {
	p.WriteString("<!doctype html>\n<html lang=\"" + html.EscapeString(language) + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'\">\n" +
		"<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex, nofollow\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	p.WriteString("<title>" + html.EscapeString(title) + "</title>\n")
	p.WriteString("<style>\n" + style + "@page { @bottom-left { content: " + cssText(p.footer) + " } }\n</style>\n</head>\n<body>\n<main>\n")
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

func (p *page) title(text string)    { p.line("h1", text) }
func (p *page) warning(text string)  { p.line(`p class="warning"`, text) }
func (p *page) sentence(text string) { p.line("p", text) }

func (p *page) contents(heads [2]string, caption string, parts []part) {
	p.WriteString("<table class=\"contents\">\n")
	p.line("caption", caption)
	p.WriteString("<thead><tr>")
	p.tag(`th scope="col"`, heads[0])
	p.tag(`th scope="col" class="count"`, heads[1])
	p.WriteString("</tr></thead>\n<tbody>\n")
	for _, one := range parts {
		p.WriteString(`<tr><th scope="row">`)
		p.tag(`a href="#`+one.id+`"`, one.title)
		p.WriteString("</th>")
		p.tag(`td class="count"`, one.counted())
		p.WriteString("</tr>\n")
	}
	p.WriteString("</tbody>\n</table>\n")
}

func (p *page) beginPart(id, title string, empty bool) {
	if empty { // it needs no page of its own
		p.WriteString("<section class=\"empty\">\n")
	} else {
		p.WriteString("<section>\n")
	}
	p.line(`h2 id="`+id+`"`, title)
}

func (p *page) endPart() { p.WriteString("</section>\n") }

func (p *page) heading(id, text string) { p.line(`h3 id="`+html.EscapeString(id)+`"`, text) }

func (p *page) table(done string, t table) {
	var classes []string
	if t.blank {
		classes = append(classes, "blank")
	}
	if len(t.rows) <= shortTable {
		classes = append(classes, "short")
	}
	p.WriteString(`<table class="` + strings.Join(classes, " ") + "\">\n")
	p.line("caption", t.caption)
	p.WriteString("<thead><tr>")
	if t.ticked {
		p.tag(`th scope="col" class="box"`, done)
	}
	for _, h := range t.heads {
		p.tag(`th scope="col"`, h)
	}
	p.WriteString("</tr></thead>\n<tbody>\n")
	for _, row := range t.rows {
		p.WriteString("<tr>")
		if t.ticked {
			p.tag(`td class="box"`, box)
		}
		for i, cell := range row {
			if i == 0 {
				p.tag(`th scope="row"`, cell)
			} else {
				p.tag("td", cell)
			}
		}
		p.WriteString("</tr>\n")
	}
	p.WriteString("</tbody>\n</table>\n")
}

func (p *page) end() { p.WriteString("</main>\n</body>\n</html>\n") }
