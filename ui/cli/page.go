package cli

import (
	"strings"
	"unicode/utf8"

	"zichtlijn/ui/widget"
)

// page explains a command, a subject or the whole program. Help writes it as lines, man as roff.
type page struct {
	names    []string // of the manual page, that of the language first: zichtlijn-show
	short    string
	about    []string // paragraphs
	use      section
	sections []section
	foot     string // where more stands
}

// section is a part of a page. What it has stands in this order; one that has nothing is left out.
type section struct {
	heading string
	text    []string // paragraphs
	typed   []string // as somebody types it
	rows    []row
	column  int // how wide terms are at least, so that several sections read as one list
}

func (s section) empty() bool { return len(s.text)+len(s.typed)+len(s.rows) == 0 }

// row is a term and what it means.
type row struct{ term, means string }

// proseWidth is where paragraphs break: a terminal would break them inside words.
const proseWidth = 80

func (r *run) writeHelp(p page) {
	r.say(p.short)
	r.sayParagraphs(p.about)
	for _, s := range append([]section{p.use}, p.sections...) {
		if s.empty() {
			continue
		}
		r.say("")
		r.say(s.heading + ":")
		for _, line := range s.typed {
			r.say("  " + line)
		}
		r.sayRows(s)
	}
	if p.foot != "" {
		r.sayParagraphs([]string{p.foot})
	}
}

func (r *run) sayRows(s section) {
	widest := s.column
	for _, one := range s.rows {
		widest = max(widest, utf8.RuneCountInString(one.term))
	}
	for _, one := range s.rows {
		r.say("  " + one.term + strings.Repeat(" ", widest-utf8.RuneCountInString(one.term)+2) + one.means)
	}
}

func (r *run) sayParagraphs(all []string) {
	for _, paragraph := range all {
		r.say("")
		for _, line := range widget.Wrap(paragraph, proseWidth) {
			r.say(line)
		}
	}
}
