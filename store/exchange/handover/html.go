package handover

import (
	"html"

	"zichtlijn/store/exchange/document"
)

// page writes a sheet as HTML.
type page struct {
	document.Page
	footer string // on every printed page
}

func (p *page) begin(language, title string) {
	p.Begin(document.Head{Language: language, Title: title, Footer: p.footer})
}

func (p *page) title(text string)    { p.Line("h1", text) }
func (p *page) warning(text string)  { p.Warning(text) }
func (p *page) sentence(text string) { p.Line("p", text) }

func (p *page) contents(heads [2]string, caption string, parts []part) {
	p.WriteString("<table class=\"contents\">\n")
	p.Line("caption", caption)
	p.WriteString("<thead><tr>")
	p.Tag(`th scope="col"`, heads[0])
	p.Tag(`th scope="col" class="count"`, heads[1])
	p.WriteString("</tr></thead>\n<tbody>\n")
	for _, one := range parts {
		p.WriteString(`<tr><th scope="row">`)
		p.Tag(`a href="#`+one.id+`"`, one.title)
		p.WriteString("</th>")
		p.Tag(`td class="count"`, one.counted())
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
	p.Line(`h2 id="`+id+`"`, title)
}

func (p *page) endPart() { p.WriteString("</section>\n") }

func (p *page) heading(id, text string) { p.Line(`h3 id="`+html.EscapeString(id)+`"`, text) }

func (p *page) table(done string, t table) {
	out := document.Table{Caption: t.caption, Heads: t.heads, Rows: t.rows, Blank: t.blank}
	if t.ticked {
		out.Tick = done
	}
	p.Table(out)
}

func (p *page) end() { p.End() }
