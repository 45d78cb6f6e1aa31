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
	c := care.Views(b.World, b.p.ID, b.On)
	b.unwanted(c.Access)
	b.missing(c.Missing)
	b.Section(b.Words.Say("views.medical"))
	b.held(c.Medical)
	b.Section(b.Words.Say("views.involved"))
	b.held(c.Involved)
	b.Text(b.Theme.Faint, 2, b.Words.Say("views.involved-reading"))
	b.app(c)
	b.Section(b.Words.Say("views.responsible"))
	b.Text(b.Theme.Text, 0, b.Words.Say("views.legal"))
	b.held(c.Legal)
	b.Text(b.Theme.Text, 0, b.Words.Say("views.vbm"))
	b.held(c.VBM)
	b.Section(b.Words.Say("views.not-to-plan"))
	b.held(c.NotToPlan)
	b.access(c.Access)
	b.course(c.Course)
}

// said is a sentence that the command line sets in from the margin.
func (b *about) said(k words.Key, args ...any) string {
	return strings.TrimSpace(b.Words.Say(k, args...))
}

// point adds a sentence behind a sign, as a whole leading to somebody.
func (b *about) point(style lipgloss.Style, to domain.PersonID, sentence string) {
	sign := warningSign
	for _, words := range widget.Wrap(sentence, b.W-2) {
		b.leads(person(to), widget.Cell{Text: sign, Style: style, W: 2}, widget.Cell{Text: words, Style: style, W: widget.Share(1)})
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
	name := widget.Cell{Text: b.Words.Person(b.World, id), Style: style, W: widget.Share(1)}
	sign.W = 2
	indent, room := 4, b.W-4
	if b.W >= b.beside {
		name.W = width
		indent, room = 2+width+1, b.W-2-width-1
	}
	var below []string
	for _, sentence := range said {
		below = append(below, widget.Wrap(sentence, room)...)
	}
	first := []widget.Cell{sign, name}
	if b.W >= b.beside && len(below) > 0 {
		first = append(first, widget.Cell{W: 1}, widget.Cell{Text: below[0], Style: b.Theme.Faint, W: widget.Share(1)})
		below = below[1:]
	}
	b.leads(person(id), first...)
	for _, words := range below {
		b.leads(person(id), widget.Cell{W: indent}, widget.Cell{Text: words, Style: b.Theme.Faint, W: widget.Share(1)})
	}
}

// emphasis is how somebody is written who is primary (E1): by a sign and by weight.
func (b *about) emphasis(primary bool) (widget.Cell, lipgloss.Style) {
	if primary {
		return widget.Cell{Text: primarySign, Style: b.Theme.Primary}, b.Theme.Text.Bold(true)
	}
	return widget.Cell{}, b.Theme.Text
}

// held lists relations in effect, or says that there is nobody.
func (b *about) held(lines []care.Line) {
	if len(lines) == 0 {
		b.Text(b.Theme.Faint, 2, b.Words.Say("care.nobody"))
	}
	for _, l := range lines {
		sign, style := b.emphasis(l.Type.Primary)
		if l.Type.Negative {
			sign = widget.Cell{Text: warningSign, Style: b.Theme.Warning}
		}
		b.somebody(l.Relation.Person, sign, style, b.Words.CareLine(b.World, l))
	}
}

// app does not repeat a list that is the same as the one above it.
func (b *about) app(c care.Client) {
	b.Section(b.Words.Say("views.app"))
	same := slices.EqualFunc(c.Involved, c.App, func(x, y care.Line) bool { return x.Relation.ID == y.Relation.ID })
	if !same || len(c.App) == 0 {
		b.held(c.App)
		return
	}
	var names []string
	for _, l := range c.App {
		names = append(names, b.Words.Person(b.World, l.Relation.Person))
	}
	b.Text(b.Theme.Text, 2, b.Words.Say("views.app-same", b.Words.List(names)))
}

func (b *about) missing(m care.Missing) {
	w, warn := b.Words, b.Theme.Warning
	b.Section(w.Say("views.missing"))
	if !m.Any() {
		b.Text(b.Theme.Faint, 2, w.Say("views.nothing-missing"))
	}
	if m.Primary {
		b.point(warn, "", b.said("care.no-primary"))
	}
	if m.Legal {
		b.point(warn, "", b.said("care.no-legal"))
	}
	for _, e := range m.Ending {
		to := e.Relation.Person
		if next, ok := b.World.Relation(e.Successor); ok {
			to = next.Person
		}
		by := func(id domain.PersonID) string { return w.Person(b.World, id) }
		b.point(warn, to, strings.TrimSpace(w.CareEnding(by, b.World, e)))
	}
}

// unwanted says loudly who has access because they are unwanted.
func (b *about) unwanted(holders []care.Holder) {
	for _, h := range holders {
		for _, g := range h.Grants {
			if g.Unwanted {
				b.point(b.Theme.Error, h.Person, b.said("care.unwanted", b.Words.Person(b.World, h.Person), b.Words.AccessRole(b.World, g.Role)))
			}
		}
	}
}

func (b *about) access(holders []care.Holder) {
	w := b.Words
	b.Section(w.Say("views.access"))
	if len(holders) == 0 {
		b.Text(b.Theme.Faint, 2, w.Say("care.nobody"))
		return
	}
	holders = slices.Clone(holders)
	words.SortBy(holders, func(h care.Holder) string {
		p, _ := b.World.Person(h.Person)
		return b.Roster.NameKey(p)
	})
	ignored := false
	for _, h := range holders {
		sign, style := b.emphasis(false)
		var said []string
		for _, g := range h.Grants {
			ignored = ignored || g.ByRelation()
			said = append(said, w.Say("views.grant", w.List(words.CleanAll(g.Tasks)), w.Grant(b.World, g)))
			if g.Unwanted {
				sign = widget.Cell{Text: warningSign, Style: b.Theme.Error}
				said = append(said, w.Say("views.unwanted-here"))
			}
		}
		b.somebody(h.Person, sign, style, said...)
	}
	b.Text(b.Theme.Faint, 2, w.Say("views.access-reading"))
	if ignored {
		b.Text(b.Theme.Warning, 2, b.said("care.ignored"))
	}
}

func (b *about) course(past []care.Past) {
	w := b.Words
	b.Section(w.Say("views.course"))
	if len(past) == 0 {
		b.Text(b.Theme.Faint, 2, w.Say("people.none"))
	}
	for _, p := range past {
		b.somebody(p.Relation.Person, widget.Cell{}, b.Theme.Faint,
			w.Say("views.past", w.CareLine(b.World, p.Line), w.CareState(b.World, p)))
	}
}
