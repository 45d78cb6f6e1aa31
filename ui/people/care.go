package people

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The signs of the second section, explained by the words beside them.
const (
	primarySign = "★"
	warningSign = "!"
)

// care is every view of one client (DOMAIN.md 3.1). What asks for something to be
// done stands first: nobody scrolls for what they do not know to be there.
func (b *about) care() {
	c := care.Views(b.s.World, b.p.ID, b.s.On)
	b.unwanted(c.Access)
	b.missing(c.Missing)
	b.head(b.s.Words.Say("views.medical"))
	b.held(c.Medical)
	b.head(b.s.Words.Say("views.involved"))
	b.held(c.Involved)
	b.text(b.s.Theme.Faint, 2, b.s.Words.Say("views.involved-reading"))
	b.app(c)
	b.head(b.s.Words.Say("views.responsible"))
	b.text(b.s.Theme.Text, 0, b.s.Words.Say("views.legal"))
	b.held(c.Legal)
	b.text(b.s.Theme.Text, 0, b.s.Words.Say("views.vbm"))
	b.held(c.VBM)
	b.head(b.s.Words.Say("views.not-to-plan"))
	b.held(c.NotToPlan)
	b.access(c.Access)
	b.course(c.Course)
}

// said is a sentence that the command line sets in from the margin.
func (b *about) said(k words.Key, args ...any) string {
	return strings.TrimSpace(b.s.Words.Say(k, args...))
}

// point adds a sentence behind a sign, as a whole leading to somebody.
func (b *about) point(style lipgloss.Style, to domain.PersonID, sentence string) {
	sign := warningSign
	for _, words := range widget.Wrap(sentence, b.w-2) {
		b.lines = append(b.lines, line{to: person(to), cells: []widget.Cell{
			{Text: sign, Style: style, W: 2}, {Text: words, Style: style, W: widget.Share(1)},
		}})
		sign = ""
	}
}

// person is where enter goes for somebody; nowhere for nobody.
func person(id domain.PersonID) domain.Ref {
	if id == "" {
		return domain.Ref{}
	}
	return domain.Ref{Noun: domain.PersonNoun, Key: string(id)}
}

// somebody adds a person and what is to be said of them: beside the name where
// there is room, and else below it.
func (b *about) somebody(id domain.PersonID, sign widget.Cell, style lipgloss.Style, said ...string) {
	const width = 30
	name := widget.Cell{Text: b.s.Words.Person(b.s.World, id), Style: style, W: widget.Share(1)}
	sign.W = 2
	indent, room := 4, b.w-4
	if b.w >= b.beside {
		name.W = width
		indent, room = 2+width+1, b.w-2-width-1
	}
	var below []string
	for _, sentence := range said {
		below = append(below, widget.Wrap(sentence, room)...)
	}
	first := line{to: person(id), cells: []widget.Cell{sign, name}}
	if b.w >= b.beside && len(below) > 0 {
		first.cells = append(first.cells, widget.Cell{W: 1}, widget.Cell{Text: below[0], Style: b.s.Theme.Faint, W: widget.Share(1)})
		below = below[1:]
	}
	b.lines = append(b.lines, first)
	for _, words := range below {
		b.lines = append(b.lines, line{to: person(id), cells: []widget.Cell{
			{W: indent}, {Text: words, Style: b.s.Theme.Faint, W: widget.Share(1)},
		}})
	}
}

// emphasis is how somebody is written who is primary (E1): by a sign and by weight.
func (b *about) emphasis(primary bool) (widget.Cell, lipgloss.Style) {
	if primary {
		return widget.Cell{Text: primarySign, Style: b.s.Theme.Primary}, b.s.Theme.Text.Bold(true)
	}
	return widget.Cell{}, b.s.Theme.Text
}

// held lists relations in effect, or says that there is nobody.
func (b *about) held(lines []care.Line) {
	if len(lines) == 0 {
		b.text(b.s.Theme.Faint, 2, b.s.Words.Say("care.nobody"))
	}
	for _, l := range lines {
		sign, style := b.emphasis(l.Type.Primary)
		if l.Type.Negative {
			sign = widget.Cell{Text: warningSign, Style: b.s.Theme.Warning}
		}
		b.somebody(l.Relation.Person, sign, style, b.s.Words.CareLine(b.s.World, l))
	}
}

// app does not repeat a list that is the same as the one above it.
func (b *about) app(c care.Client) {
	b.head(b.s.Words.Say("views.app"))
	same := slices.EqualFunc(c.Involved, c.App, func(x, y care.Line) bool { return x.Relation.ID == y.Relation.ID })
	if !same || len(c.App) == 0 {
		b.held(c.App)
		return
	}
	var names []string
	for _, l := range c.App {
		names = append(names, b.s.Words.Person(b.s.World, l.Relation.Person))
	}
	b.text(b.s.Theme.Text, 2, b.s.Words.Say("views.app-same", b.s.Words.List(names)))
}

func (b *about) missing(m care.Missing) {
	w, warn := b.s.Words, b.s.Theme.Warning
	b.head(w.Say("views.missing"))
	if !m.Any() {
		b.text(b.s.Theme.Faint, 2, w.Say("views.nothing-missing"))
	}
	if m.Primary {
		b.point(warn, "", b.said("care.no-primary"))
	}
	if m.Legal {
		b.point(warn, "", b.said("care.no-legal"))
	}
	for _, e := range m.Ending {
		args := []any{w.Person(b.s.World, e.Relation.Person), w.CareLine(b.s.World, e.Line), w.Date(e.Last)}
		next, ok := b.s.World.Relation(e.Successor)
		switch {
		case ok:
			b.point(warn, next.Person, b.said("care.ending-next", append(args, w.Person(b.s.World, next.Person))...))
		case e.Type.Exclusive: // of another type a colleague may well remain
			b.point(warn, e.Relation.Person, b.said("care.ending-gap", args...))
		default:
			b.point(warn, e.Relation.Person, b.said("care.ending", args...))
		}
	}
}

// unwanted says loudly who has access because they are unwanted.
func (b *about) unwanted(holders []care.Holder) {
	for _, h := range holders {
		for _, g := range h.Grants {
			if g.Unwanted {
				b.point(b.s.Theme.Error, h.Person, b.said("care.unwanted", b.s.Words.Person(b.s.World, h.Person), b.s.Words.AccessRole(b.s.World, g.Role)))
			}
		}
	}
}

func (b *about) access(holders []care.Holder) {
	w := b.s.Words
	b.head(w.Say("views.access"))
	if len(holders) == 0 {
		b.text(b.s.Theme.Faint, 2, w.Say("care.nobody"))
		return
	}
	holders = slices.Clone(holders)
	words.SortBy(holders, func(h care.Holder) string {
		p, _ := b.s.World.Person(h.Person)
		return b.s.Roster.NameKey(p)
	})
	ignored := false
	for _, h := range holders {
		sign, style := b.emphasis(false)
		var said []string
		for _, g := range h.Grants {
			ignored = ignored || g.ByRelation()
			said = append(said, w.Say("views.grant", w.List(cleaned(g.Tasks)), w.Grant(b.s.World, g)))
			if g.Unwanted {
				sign = widget.Cell{Text: warningSign, Style: b.s.Theme.Error}
				said = append(said, w.Say("views.unwanted-here"))
			}
		}
		b.somebody(h.Person, sign, style, said...)
	}
	b.text(b.s.Theme.Faint, 2, w.Say("views.access-reading"))
	if ignored {
		b.text(b.s.Theme.Warning, 2, b.said("care.ignored"))
	}
}

func cleaned(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = words.Clean(t)
	}
	return out
}

func (b *about) course(past []care.Past) {
	w := b.s.Words
	b.head(w.Say("views.course"))
	if len(past) == 0 {
		b.text(b.s.Theme.Faint, 2, w.Say("people.none"))
	}
	for _, p := range past {
		b.somebody(p.Relation.Person, widget.Cell{}, b.s.Theme.Faint,
			w.Say("views.past", w.CareLine(b.s.World, p.Line), w.CareState(b.s.World, p)))
	}
}
