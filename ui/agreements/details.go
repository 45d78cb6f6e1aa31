package agreements

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Details say whether an agreement is kept, and by what it is broken.
func (l listing) Details(s scene.Scene, key string, w int) []shelf.Line {
	one, ok := l.agreement(key)
	if !ok {
		return nil
	}
	b := about{Sheet: shelf.Sheet{Scene: s, W: w}, naming: l.naming}
	b.agreement(one)
	return b.Lines
}

// about puts the details of one agreement together.
type about struct {
	shelf.Sheet
	naming tell.Naming
}

func (b *about) agreement(one item) {
	t, w, st := b.Theme, b.Words, one.state()
	b.Text(t.Text.Bold(true), 0, one.text)
	said := w.Say("agreements.holds", w.LongDate(b.On))
	switch st {
	case broken:
		said = w.Say("agreements.is-broken", w.LongDate(b.On))
	case breaking:
		said = w.Say("agreements.until", w.LongDate(one.breaks-1), w.LongDate(one.breaks))
	}
	b.Text(st.style(t), 0, st.sign()+" "+said)
	if v, ok := one.breach(); ok {
		head := w.Say("agreements.how")
		if st == breaking {
			head = w.Say("agreements.how-then", w.LongDate(one.breaks))
		}
		b.Section(head)
		b.route(v)
		b.mending(v)
	} else if a := one.Agreement; a.Kind.Has("visibility") {
		b.Gap()
		b.settings(a)
	}
	if note := words.CleanLines(one.Agreement.Note); one.Agreement.Note != "" {
		b.Section(w.Say("agreements.note"))
		for _, paragraph := range note {
			b.Text(t.Text, 0, paragraph)
		}
	}
	b.Gap()
	at := one.mendRef()
	b.To = at
	if at.Noun == domain.GroupNoun {
		b.Text(t.Faint, 0, w.Say("agreements.go-group", w.Group(b.World, domain.GroupID(at.Key))))
		return
	}
	b.Text(t.Faint, 0, w.Say("agreements.go-relations", b.naming(domain.PersonID(at.Key))))
}

// route says by which grounds or members an agreement is broken.
func (b *about) route(v sight.Verdict) {
	t, w, a := b.Theme, b.Words, v.Agreement
	switch {
	case a.Kind.Has("visibility"):
		b.settings(a)
	case len(v.Members) > 0:
		b.members(v)
	default:
		b.Text(t.Text, 0, w.BreachBy(b.naming, b.World, v))
	}
	if a.Kind == domain.Sees {
		b.To = personRef(a.Viewer)
		b.Text(t.Text, 0, w.Say("agreements.sees-not", b.naming(a.Viewer)))
		b.Text(t.Faint, 0, w.Say("agreements.asks"))
	}
	for _, g := range v.Grounds {
		b.To = groundRef(g)
		b.Gap()
		for _, said := range w.GroundSentences(b.World, []sight.Ground{g}) {
			b.Text(t.Text, 2, said.Says)
			b.Text(t.Faint, 4, strings.TrimLeft(said.Behind, " ·"))
		}
	}
}

// members lists who has in the group the role that nobody should have there.
func (b *about) members(v sight.Verdict) {
	b.To = groupRef(v.Agreement.Group)
	b.Text(b.Theme.Text, 0, b.Words.Say("agreements.in-group", b.Words.Role(v.Agreement.Role)))
	for _, m := range v.Members {
		said := b.naming(m.Person)
		if period := b.Words.Period(m.Period); period != "" {
			said += " · " + period
		}
		b.Text(b.Theme.Text, 2, said)
	}
}

// settings shows the group's visibility beside the most open one that was agreed.
func (b *about) settings(a domain.Agreement) {
	w := b.Words
	g, _ := b.World.Group(a.Group)
	b.To = groupRef(a.Group)
	for _, one := range []struct {
		word words.Key
		v    domain.Visibility
	}{{"agreements.now", g.Visibility}, {"agreements.most", a.MostVisible}} {
		b.Text(b.Theme.Visibility[one.v], 2, w.Say(one.word, tell.VisibilitySign(one.v)+" "+w.Visibility(one.v)))
	}
}

// mending warns of the most common mistake: hiding a group does not hide people who
// share a network (DOMAIN.md 2.3).
func (b *about) mending(v sight.Verdict) {
	for _, g := range v.Grounds {
		if g.Rule == sight.N3 {
			b.Section(b.Words.Say("agreements.mend"))
			b.To = personRef(g.Client)
			b.Text(b.Theme.Text, 0, b.Words.Say("agreements.mend-network", b.naming(g.Client)))
			return
		}
	}
}
