package agreements

import (
	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// line is one line of the details; heads and gaps are passed over by the cursor.
type line struct {
	cells []widget.Cell
	to    domain.Ref // where enter goes
	still bool
}

func rowsOf(lines []line) widget.Rows {
	return widget.Rows{N: len(lines), Selectable: func(i int) bool { return !lines[i].still }}
}

// telling is on what the lines about an agreement depend.
type telling struct {
	world    domain.World
	on       domain.Date
	language lang.Language
	theme    theme.Kind
	id       domain.AgreementID
	w        int
}

// details are all lines about the agreement under the cursor, for the width at hand.
func (c Screen) details(s scene.Scene) []line {
	one, ok := c.current(s)
	w := c.arrange(s).about.W
	if !ok || w <= 0 {
		return nil
	}
	now := telling{s.World, s.On, s.Words.Language(), s.Theme.Kind, one.Agreement.ID, w}
	if l := c.found; l.lines == nil || l.told != now {
		b := about{s: s, by: l.naming(s), w: w}
		b.agreement(one)
		l.lines, l.told = b.lines, now
	}
	return c.found.lines
}

// about puts the details of one agreement together.
type about struct {
	s     scene.Scene
	by    lang.Naming
	w     int
	to    domain.Ref // where enter goes from the lines that are added
	lines []line
}

func (b *about) text(style lipgloss.Style, indent int, said string) {
	for _, words := range widget.Wrap(said, b.w-indent) {
		b.lines = append(b.lines, line{to: b.to, cells: []widget.Cell{{W: indent}, {Text: words, Style: style, W: widget.Share(1)}}})
	}
}

// section is a gap and a heading.
func (b *about) section(said string) {
	b.to = domain.Ref{}
	b.lines = append(b.lines, line{still: true})
	for _, words := range widget.Wrap(said, b.w) {
		b.lines = append(b.lines, line{still: true, cells: []widget.Cell{{Text: words, Style: b.s.Theme.Heading, W: widget.Share(1)}}})
	}
}

func (b *about) agreement(one agreed) {
	t, w, st := b.s.Theme, b.s.Words, one.state()
	b.text(t.Text.Bold(true), 0, one.said)
	said := w.Say(lang.AgreementsHolds, w.LongDate(b.s.On))
	switch st {
	case broken:
		said = w.Say(lang.AgreementsIsBroken, w.LongDate(b.s.On))
	case breaking:
		said = w.Say(lang.AgreementsUntil, w.LongDate(one.breaks-1), w.LongDate(one.breaks))
	}
	b.text(st.style(t), 0, st.sign()+" "+said)
	if v, ok := one.breach(); ok {
		head := w.Say(lang.AgreementsHow)
		if st == breaking {
			head = w.Say(lang.AgreementsHowThen, w.LongDate(one.breaks))
		}
		b.section(head)
		b.route(v)
		b.mending(v)
	} else if a := one.Agreement; a.Kind == domain.GroupAtMost {
		b.lines = append(b.lines, line{still: true})
		b.settings(a)
	}
	if note := lang.CleanLines(one.Agreement.Note); one.Agreement.Note != "" {
		b.section(w.Say(lang.AgreementsNote))
		for _, paragraph := range note {
			b.text(t.Text, 0, paragraph)
		}
	}
	b.lines = append(b.lines, line{still: true})
	at := one.mend()
	b.to = at
	if at.Noun == domain.GroupNoun {
		b.text(t.Faint, 0, w.Say(lang.AgreementsGoGroup, w.Group(b.s.World, domain.GroupID(at.Key))))
		return
	}
	b.text(t.Faint, 0, w.Say(lang.AgreementsGoRelations, b.by(domain.PersonID(at.Key))))
}

// route says ground by ground, or member by member, by what a promise is broken.
func (b *about) route(v sight.Verdict) {
	t, w, a := b.s.Theme, b.s.Words, v.Agreement
	if a.Kind.OfPair() {
		b.text(t.Text, 0, w.BreachBy(b.by, b.s.World, v))
	}
	switch a.Kind {
	case domain.GroupAtMost:
		b.settings(a)
	case domain.Sees:
		b.to = personRef(a.Viewer)
		b.text(t.Text, 0, w.Say(lang.AgreementsSeesNot, b.by(a.Viewer)))
		b.text(t.Faint, 0, w.Say(lang.AgreementsAsks))
	case domain.NoRoleInGroup:
		b.to = groupRef(a.Group)
		b.text(t.Text, 0, w.Say(lang.AgreementsInGroup, w.Role(a.Role)))
		for _, m := range v.Members {
			said := b.by(m.Person)
			if period := w.Period(m.Period); period != "" {
				said += " · " + period
			}
			b.text(t.Text, 2, said)
		}
	}
	for _, g := range v.Grounds {
		b.to = groundRef(g)
		b.lines = append(b.lines, line{still: true})
		b.text(t.Text, 2, w.Ground(b.s.World, g))
		b.text(t.Faint, 4, w.Tag(g.Clause))
	}
}

// settings sets the setting that a group has beside the most open one agreed.
func (b *about) settings(a domain.Agreement) {
	w := b.s.Words
	g, _ := b.s.World.Group(a.Group)
	b.to = groupRef(a.Group)
	for _, one := range []struct {
		word lang.Key
		v    domain.Visibility
	}{{lang.AgreementsNow, g.Visibility}, {lang.AgreementsMost, a.MostVisible}} {
		b.text(b.s.Theme.Visibility[one.v], 2, w.Say(one.word, lang.VisibilitySign(one.v)+" "+w.Visibility(one.v)))
	}
}

// mending warns of the mistake that is made most: hiding a group does not hide
// people who share a network (DOMAIN.md 2.3).
func (b *about) mending(v sight.Verdict) {
	for _, g := range v.Grounds {
		if g.Rule == sight.N3 {
			b.section(b.s.Words.Say(lang.AgreementsMend))
			b.to = personRef(g.Client)
			b.text(b.s.Theme.Text, 0, b.s.Words.Say(lang.AgreementsMendNet, b.by(g.Client)))
			return
		}
	}
}
