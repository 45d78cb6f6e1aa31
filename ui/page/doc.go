// Package page writes the pages that are given along: to a person what they see and who sees
// them, to a team what the setting of their group means, to a privacy officer the institution.
//
// It promises that the page of a person holds no more than their own tiles (C4): whoever may
// see them on a ground that they do not know is in one sentence that always stands there. It
// promises one HTML file each, that runs and loads nothing, and that all about sight comes from
// package sight. It refuses to know clocks, files and the journal: what a page needs of those is
// handed in.
package page

import (
	"bufio"
	"fmt"
	"io"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/signal"
	"zichtlijn/store/exchange/document"
	"zichtlijn/ui/picture"
	"zichtlijn/ui/picture/draw"
)

// style makes pages upright, keeps a part with the one before, gives a name room to be written,
// and breaks a name without a space rather than a table, but no word of ours.
const style = `.picture svg { display: block; width: 100%; height: auto; max-height: 60rem; }
.code { font-family: Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
.blank th[scope="col"]:nth-child(2) { width: 27%; }
.blank th[scope="col"]:nth-child(3) { width: 14%; }
tbody th, td { overflow-wrap: anywhere; }
tbody th, td:nth-child(-n+2) { min-width: 7rem; }
@page { size: A4 portrait; }
@media print {
 section { break-before: auto; }
 h2 { margin-top: 1.2rem; }
 .picture { break-inside: avoid; }
 .picture svg { max-height: 220mm; }
}
`

// writer writes a page about a subject.
type writer struct {
	document.Page
	draw.Subject
}

// write writes a page between its title and its end.
func write(out io.Writer, s draw.Subject, title, footer string, body func(writer)) error {
	p := writer{document.Page{Writer: bufio.NewWriter(out)}, s} // it keeps an error until Flush
	p.Begin(document.Head{Language: s.Words.LanguageCode(), Title: title, Footer: footer, Style: style})
	p.Line("h1", title)
	if s.AsItWas {
		p.sentence(s.Words.Say("page.as-it-was", s.Words.FullDate(s.On)))
	}
	body(p)
	p.End()
	if err := p.Flush(); err != nil {
		return fmt.Errorf("page: write: %w", err)
	}
	return nil
}

// part writes a part of a page under a heading.
func (p writer) part(heading string, body func()) {
	p.WriteString("<section>\n")
	p.Line("h2", heading)
	body()
	p.WriteString("</section>\n")
}

func (p writer) sentence(text string) { p.Line("p", text) }

// table writes a table, or where it has no rows the sentence none.
func (p writer) table(t document.Table, none string) {
	if len(t.Rows) == 0 {
		p.sentence(none)
		return
	}
	p.Table(t)
}

// picture writes a drawing. Its own title and description are for whoever does not see it.
func (p writer) picture(d picture.Drawing) {
	p.WriteString("<div class=\"picture\">\n")
	_ = d.SVG(p) // kept until Flush
	p.WriteString("</div>\n")
}

func (p writer) person(id domain.PersonID) string {
	p.named(domain.PersonNoun, string(id))
	if p.Person != nil {
		return p.Person(id)
	}
	return p.Words.Person(p.World, id)
}

func (p writer) group(id domain.GroupID) string {
	p.named(domain.GroupNoun, string(id))
	return p.Words.Group(p.World, id)
}

func (p writer) named(of domain.Noun, key string) {
	if p.Named != nil {
		p.Named(domain.Ref{Noun: of, Key: key})
	}
}

// names collects whom sentences name, before they are said with names that are told apart.
type names struct{ ids []domain.PersonID }

func (n *names) by(id domain.PersonID) string {
	n.ids = append(n.ids, id)
	return ""
}

// agreements notes whom verdicts are about.
func (n *names) agreements(s draw.Subject, all []sight.Verdict) {
	for _, v := range all {
		s.Words.AgreementBy(n.by, s.World, v.Agreement)
		if !v.Holds {
			s.Words.BreachBy(n.by, s.World, v)
		}
	}
}

// signals notes whom signals are about.
func (n *names) signals(s draw.Subject, found signal.Findings) {
	for _, one := range found.Open {
		s.Words.Signal(n.by, s.World, s.On, one)
	}
	for _, a := range found.Accepted {
		s.Words.Signal(n.by, s.World, s.On, a.Signal)
	}
}
