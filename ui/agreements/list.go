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

// state says whether an agreement is kept; the worst state first.
type state uint8

const (
	broken state = iota
	breaking
	holding
	states
)

// sign marks the state before an agreement. The signs differ in shape, for terminals
// without colour; the heading above has the words.
func (st state) sign() string { return [...]string{tell.BrokenSign, "◔", "✓"}[st] }

func headingKey(st int) words.Key {
	return [...]words.Key{"agreements.broken", "agreements.breaking", "agreements.holding"}[st]
}

func (st state) style(t theme.Theme) lipgloss.Style {
	return [...]lipgloss.Style{t.Error, t.Warning, t.Success}[st]
}

// item is an agreement with its verdict on the reference date.
type item struct {
	sight.Verdict
	breaks  domain.Date   // the first later day on which it no longer holds; zero: none is known
	atBreak sight.Verdict // on the day breaks
	text    string        // the agreement as a sentence, namesakes told apart
	search  string
}

func (a *item) state() state {
	switch {
	case !a.Holds:
		return broken
	case a.breaks != 0:
		return breaking
	}
	return holding
}

// newItem judges an agreement on the reference date.
func newItem(s scene.Scene, naming tell.Naming, a domain.Agreement) item {
	one := item{Verdict: sight.VerdictOn(s.World, a, s.On), text: s.Words.AgreementBy(naming, s.World, a)}
	if day, ok := sight.Breaks(s.World, a, s.On); ok {
		one.breaks, one.atBreak = day, sight.VerdictOn(s.World, a, day)
	}
	one.search = domain.LookUp(one.text + " " + words.Clean(a.Note))
	return one
}

// stateLine says in one line whether the agreement is kept.
func (a *item) stateLine(s scene.Scene, naming tell.Naming) string {
	return s.Words.OutlookBy(naming, s.World, a.Verdict, a.breaks)
}

// breach is the verdict of the day on which the agreement is or will be broken.
func (a *item) breach() (sight.Verdict, bool) {
	switch a.state() {
	case broken:
		return a.Verdict, true
	case breaking:
		return a.atBreak, true
	}
	return sight.Verdict{}, false
}

// mendRef is the group or the person where an agreement can be mended.
func (a *item) mendRef() domain.Ref {
	if !a.Agreement.Kind.OfPair() {
		return groupRef(a.Agreement.Group)
	}
	if v, ok := a.breach(); ok && len(v.Grounds) > 0 {
		return groundRef(v.Grounds[0])
	}
	return personRef(a.Agreement.Viewer)
}

// groundRef is the record where a ground can be taken away: the group, or the client
// of the relations.
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
	world  domain.World
	on     domain.Date
	voice  tell.Voice
	read   bool
	naming tell.Naming // namesakes told apart
	all    []item
	heads  [states]int // per state how many match the query
}

// Read lists the agreements, with a heading above each state.
func (l listing) Read(s scene.Scene, query, at string) (shelf.Source, []shelf.Row, string) {
	if !l.read || l.world != s.World || l.on != s.On || l.voice != s.Words.Voice() {
		l = l.judge(s)
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

// agreement returns the agreement with a key.
func (l listing) agreement(key string) (item, bool) {
	i := slices.IndexFunc(l.all, func(a item) bool { return string(a.Agreement.ID) == key })
	if i < 0 {
		return item{}, false
	}
	return l.all[i], true
}

func (l listing) judge(s scene.Scene) listing {
	if !l.read || l.world != s.World {
		l.naming = dialog.NewNamer(s).Name
	}
	l.world, l.on, l.voice, l.read, l.all = s.World, s.On, s.Words.Voice(), true, nil
	for a := range s.World.Agreements() {
		l.all = append(l.all, newItem(s, l.naming, a))
	}
	slices.SortStableFunc(l.all, func(a, b item) int {
		return cmp.Or(cmp.Compare(a.breaks, b.breaks), cmp.Compare(s.Roster.TextKey(a.text), s.Roster.TextKey(b.text)))
	})
	return l
}

// Draw draws an agreement after the sign of its state, or the heading of a state.
func (l listing) Draw(s scene.Scene, r shelf.Row, w int, state widget.RowState, focused bool) string {
	t := s.Theme
	if r.Key == "" {
		return widget.Line(t.Measure, w, t.Text, widget.Cell{Text: s.Words.Say(headingKey(r.Place), l.heads[r.Place]), Style: t.Heading, W: widget.Share(1)})
	}
	one := &l.all[r.Place]
	st := one.state()
	cells := []widget.Cell{{Text: st.sign(), Style: st.style(t), W: 2}, {Text: one.text, Style: t.Text, W: widget.Share(1)}}
	if st == breaking {
		day := s.Words.Date(one.breaks)
		cells = append(cells, widget.Cell{W: 1}, widget.Cell{Text: day, Style: t.Warning, W: len(day)})
	}
	return widget.Line(t.Measure, w, widget.RowStyle(t, state, focused), cells...)
}

// Labels count the agreements, and those that the filter left.
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
	faint := func(said string) []string { return dialog.Lines(s.Theme.Measure, s.Theme.Faint, w, said) }
	if s.World.Count(domain.AgreementNoun) > 0 {
		return faint(s.Words.Say("list.no-match") + " " + s.Words.Say("agreements.widen"))
	}
	out := slices.Concat(faint(s.Words.Say("agreements.none")), []string{""}, faint(s.Words.Say("agreements.example")))
	if s.May() {
		out = slices.Concat(out, []string{""}, faint(s.Empty("", s.Words.Say("agreements.none-new"))))
	}
	return out
}
