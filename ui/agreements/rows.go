package agreements

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// state is how an agreement stands; the worst first.
type state uint8

const (
	broken state = iota
	breaking
	holding
	states
)

// sign is how a state shows before an agreement: they differ in shape, for
// terminals without colour, and the heading above says it in words.
func (st state) sign() string { return [...]string{"✗", "◔", "✓"}[st] }

func heading(st int) words.Key {
	return [...]words.Key{"agreements.broken", "agreements.breaking", "agreements.holding"}[st]
}

func (st state) style(t theme.Theme) lipgloss.Style {
	return [...]lipgloss.Style{t.Error, t.Warning, t.Success}[st]
}

// agreed is one agreement as it stands on the reference date.
type agreed struct {
	sight.Verdict
	breaks domain.Date   // the first day on which it no longer holds; zero: none is known
	then   sight.Verdict // how it is broken on that day
	said   string        // the promise, namesakes told apart
	search string
}

func (a *agreed) state() state {
	switch {
	case !a.Holds:
		return broken
	case a.breaks != 0:
		return breaking
	}
	return holding
}

// judged is how an agreement stands on the reference date.
func judged(s scene.Scene, by tell.Naming, a domain.Agreement) agreed {
	one := agreed{Verdict: sight.VerdictOn(s.World, a, s.On), said: s.Words.AgreementBy(by, s.World, a)}
	if day, ok := sight.Breaks(s.World, a, s.On); ok {
		one.breaks, one.then = day, sight.VerdictOn(s.World, a, day)
	}
	one.search = words.Fold(one.said + " " + words.Clean(a.Note))
	return one
}

// stands says how the agreement stands, in one line.
func (a *agreed) stands(s scene.Scene, by tell.Naming) string {
	return s.Words.OutlookBy(by, s.World, a.Verdict, a.breaks)
}

// breach is the verdict that says by what the agreement is broken, or will be.
func (a *agreed) breach() (sight.Verdict, bool) {
	switch a.state() {
	case broken:
		return a.Verdict, true
	case breaking:
		return a.then, true
	}
	return sight.Verdict{}, false
}

// mend is the group or the person where an agreement can be mended.
func (a *agreed) mend() domain.Ref {
	if !a.Agreement.Kind.OfPair() {
		return groupRef(a.Agreement.Group)
	}
	if v, ok := a.breach(); ok && len(v.Grounds) > 0 {
		return groundRef(v.Grounds[0])
	}
	return personRef(a.Agreement.Viewer)
}

// groundRef is where the route of a ground can be closed: the group, or the
// client with whom the relations are.
func groundRef(g sight.Ground) domain.Ref {
	if g.Group != "" {
		return groupRef(g.Group)
	}
	return personRef(g.Client)
}

func groupRef(id domain.GroupID) domain.Ref {
	return domain.Ref{Noun: domain.GroupNoun, Key: string(id)}
}
func personRef(id domain.PersonID) domain.Ref {
	return domain.Ref{Noun: domain.PersonNoun, Key: string(id)}
}

// listing is every agreement, judged once per world and day. It is a value: Read
// returns the next one.
type listing struct {
	world    domain.World
	on       domain.Date
	language words.Language
	known    bool
	by       tell.Naming // namesakes told apart
	all      []agreed
	heads    [states]int // how many the query found of each
}

// Read lists the agreements under headings that say how they stand.
func (l listing) Read(s scene.Scene, query, at string) (shelf.Source, []shelf.Row, string) {
	if !l.known || l.world != s.World || l.on != s.On || l.language != s.Words.Language() {
		l = l.judged(s)
	}
	var rows []shelf.Row
	words := strings.Fields(query)
	for st := range states {
		var under []shelf.Row
		for i := range l.all {
			if a := &l.all[i]; a.state() == st && shelf.Holds(a.search, words) {
				under = append(under, shelf.Row{Key: string(a.Agreement.ID), Place: i})
			}
		}
		if l.heads[st] = len(under); len(under) > 0 {
			rows = append(append(rows, shelf.Row{Place: int(st)}), under...)
		}
	}
	return l, rows, at
}

// agreement is the one that a row knows by its key.
func (l listing) agreement(key string) (agreed, bool) {
	i := slices.IndexFunc(l.all, func(a agreed) bool { return string(a.Agreement.ID) == key })
	if i < 0 {
		return agreed{}, false
	}
	return l.all[i], true
}

func (l listing) judged(s scene.Scene) listing {
	if !l.known || l.world != s.World {
		l.by = dialog.NewNamer(s).Name
	}
	l.world, l.on, l.language, l.known, l.all = s.World, s.On, s.Words.Language(), true, nil
	for a := range s.World.Agreements() {
		l.all = append(l.all, judged(s, l.by, a))
	}
	slices.SortStableFunc(l.all, func(a, b agreed) int {
		return cmp.Or(cmp.Compare(a.breaks, b.breaks), cmp.Compare(s.Roster.TextKey(a.said), s.Roster.TextKey(b.said)))
	})
	return l
}

// Draw draws an agreement after the sign of its state, or the heading of a state.
func (l listing) Draw(s scene.Scene, r shelf.Row, w int, state widget.RowState, focused bool) string {
	t := s.Theme
	if r.Key == "" {
		return widget.Line(w, t.Text, widget.Cell{Text: s.Words.Say(heading(r.Place), l.heads[r.Place]), Style: t.Heading, W: widget.Share(1)})
	}
	one := &l.all[r.Place]
	st := one.state()
	cells := []widget.Cell{{Text: st.sign(), Style: st.style(t), W: 2}, {Text: one.said, Style: t.Text, W: widget.Share(1)}}
	if st == breaking {
		day := s.Words.Date(one.breaks)
		cells = append(cells, widget.Cell{W: 1}, widget.Cell{Text: day, Style: t.Warning, W: len(day)})
	}
	return widget.Line(w, widget.RowStyle(t, state, focused), cells...)
}

// Labels say how many agreements there are, and of how many a filter left these.
func (l listing) Labels(s scene.Scene, _ shelf.At, w int) shelf.Labels {
	found, name, total := 0, s.Words.Say("screen.agreements"), s.World.Count(domain.AgreementNoun)
	for _, n := range l.heads {
		found += n
	}
	labels := shelf.Labels{
		Title: s.Words.Say("agreements.some", found, name, total), About: s.Words.Say("agreements.about"),
		TabAbout: s.Words.Say("agreements.tab-about"), TabList: s.Words.Say("agreements.tab-list"),
	}
	if found == total {
		labels.Title = s.Words.Say("agreements.all", total, name)
	}
	if found == 0 {
		labels.Note = nothing(s, w)
	}
	return labels
}

// nothing says why the list is empty: what an agreement is and which key makes
// one, or that a filter hides all.
func nothing(s scene.Scene, w int) []string {
	faint := func(said string) []string { return dialog.Lines(s.Theme.Faint, w, said) }
	if s.World.Count(domain.AgreementNoun) > 0 {
		return faint(s.Words.Say("list.no-match") + " " + s.Words.Say("agreements.widen"))
	}
	out := slices.Concat(faint(s.Words.Say("agreements.none")), []string{""}, faint(s.Words.Say("agreements.example")))
	if s.May() {
		out = slices.Concat(out, []string{""}, faint(s.Words.Say("agreements.none-new")))
	}
	return out
}
