// Package people is the screen Personen: everybody in the set-up, and what is
// known of the one under the cursor.
//
// It promises that thousands of people cost what a windowful costs, that the
// cursor stays on its person through edits and filters, and that nobody is
// removed or made inactive without being departure whom that touches. It refuses to
// know how groups are shown and what the root does with its wishes.
package people

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// New returns the screen, with everybody in the list.
func New() scene.Screen { return shelf.New(domain.PersonNoun, listing{}) }

// listing lists people by name: everybody, or those with one role.
type listing struct {
	role   domain.Role     // NoRole: everybody
	second bool            // the details show the second section: care or access
	all    []domain.Person // as Roster.People
	found  int             // by role and query

	of     domain.World // that folded is made from
	folded []folded     // as Roster.People
}

// folded is a person with the text that a query is compared with.
type folded struct {
	person domain.Person
	text   string
}

// Read finds people by name, number, location and function.
func (l listing) Read(s scene.Scene, query, at string) (shelf.Source, []shelf.Row, string) {
	l.all = s.Roster.People()
	var texts []folded
	if query != "" {
		texts = l.fold(s)
	}
	rows := make([]shelf.Row, 0, len(l.all))
	wanted := strings.Fields(query)
	for i := range l.all {
		p := &l.all[i]
		if (l.role == domain.NoRole || p.Role == l.role) && (texts == nil || shelf.Holds(texts[i].text, wanted)) {
			rows = append(rows, shelf.Row{Key: string(p.ID), Place: i})
		}
	}
	l.found = len(rows)
	return l, rows, at
}

// fold returns everybody folded, by name. Folding ten thousand people is slow, so it does
// not fold those again who are unchanged.
func (l *listing) fold(s scene.Scene) []folded {
	if l.folded != nil && l.of == s.World {
		return l.folded
	}
	before := make(map[domain.PersonID]*folded, len(l.folded))
	for i := range l.folded {
		before[l.folded[i].person.ID] = &l.folded[i]
	}
	people := s.Roster.People()
	now := make([]folded, len(people))
	for i := range people {
		p := &people[i]
		if was := before[p.ID]; was != nil && was.person == *p {
			now[i] = *was
			continue
		}
		now[i].person = *p
		by := []string{p.FullName(), p.Number, p.UserName, p.Location, p.Function}
		if p.DisplayName != "" && p.DisplayName != by[0] {
			by = append(by, p.DisplayName)
		}
		now[i].text = domain.LookUp(strings.Join(by, " "))
	}
	l.folded, l.of = now, s.World
	return now
}

// Labels say how many people are listed and which role the list is narrowed to.
func (l listing) Labels(s scene.Scene, at shelf.At, w int) shelf.Labels {
	name, total := s.Words.Say("screen.people"), s.World.Count(domain.PersonNoun)
	if l.role != domain.NoRole {
		name = s.Words.Say("people.only-role", name, s.Words.Role(l.role))
	}
	p, ok := s.World.Person(domain.PersonID(at.Key))
	labels := shelf.Labels{
		Title: s.Words.Say("people.some", l.found, name, total), Right: s.Words.Say("people.sorted"), About: s.Words.Say("people.about"),
		TabAbout: s.Words.Say("people.tab-about"), TabList: s.Words.Say("people.tab-list"),
	}
	if l.found == total {
		labels.Title = s.Words.Say("people.all", total, name)
	}
	if ok {
		labels.About = l.sectionTitle(s, p)
	}
	if other := l.otherSection(p); other != "" {
		labels.Beside = s.Words.Say("views.other", s.Words.Say(other))
	}
	switch {
	case total == 0:
		labels.Note = dialog.Lines(s.Theme.Measure, s.Theme.Faint, w, s.Empty(steps.People, s.Words.Say("people.nobody")))
	case l.found == 0:
		labels.Note = dialog.Lines(s.Theme.Measure, s.Theme.Faint, w, s.Words.Say("list.no-match")+" "+s.Words.Say("people.widen"))
	}
	return labels
}

// The signs before a name. They differ in shape, for terminals without colour.
const (
	stoppedSign  = "×" // inactive
	stoppingSign = "◔" // inactive from a later day
)

// line draws a sign, a name and the columns that there is room for. The name gets the
// space that the others leave.
func line(s scene.Scene, w int, state widget.RowState, focused bool, sign, name, role, number, location, status widget.Cell) string {
	sign.W, name.W = 2, widget.Share(1)
	cells := []widget.Cell{sign, name}
	for _, column := range []struct {
		from, w int // least width of the list, width of the column
		cell    widget.Cell
	}{{32, 13 /* ADMINISTRATOR */, role}, {48, 8, number}, {60, 10, location}, {90, 26, status}} {
		if w >= column.from {
			column.cell.W = column.w
			cells = append(cells, widget.Cell{W: 1}, column.cell)
		}
	}
	return widget.Line(s.Theme.Measure, w, widget.RowStyle(s.Theme, state, focused), cells...)
}

// Head names the columns.
func (listing) Head(s scene.Scene, w int) string {
	head := func(said string) widget.Cell { return widget.Cell{Text: said, Style: s.Theme.Faint} }
	return line(s, w, widget.RowState{}, false, head(""), head(s.Words.Field("name")), head(s.Words.Field("role")),
		head(s.Words.Field("number")), head(s.Words.Field("location")), head(s.Words.Say("people.status")))
}

// Heads and Cells are the columns of a person as they are copied.
func (listing) Heads(s scene.Scene) []string {
	return []string{s.Words.Field("name"), s.Words.Field("role"), s.Words.Field("number"), s.Words.Field("location")}
}

func (l listing) Cells(s scene.Scene, r shelf.Row) []string {
	p := &l.all[r.Place]
	return []string{p.Shown(), s.Words.RoleWord(p.Role), p.Number, p.Location}
}

// Draw draws a person after the sign for an inactive one.
func (l listing) Draw(s scene.Scene, r shelf.Row, w int, state widget.RowState, focused bool) string {
	p := &l.all[r.Place]
	style, role, sign := s.Theme.Text, s.Theme.Roles[max(int(p.Role)-1, 0)], ""
	switch {
	case !p.ActiveOn(s.On):
		style, role, sign = s.Theme.Faint, s.Theme.Faint, stoppedSign
	case p.InactiveFrom != 0:
		sign = stoppingSign
	}
	cell := func(text string) widget.Cell { return widget.Cell{Text: text, Style: style} }
	return line(s, w, state, focused, widget.Cell{Text: sign, Style: s.Theme.Warning}, cell(words.Clean(p.Shown())),
		widget.Cell{Text: s.Words.RoleShort(p.Role), Style: role}, cell(words.Clean(p.Number)), cell(words.Clean(p.Location)), cell(status(s, *p)))
}

// status says in a word or two that a person is inactive, or from when.
func status(s scene.Scene, p domain.Person) string {
	switch {
	case p.InactiveFrom == 0:
		return ""
	case p.InactiveFrom == domain.FirstDate:
		return s.Words.Say("people.not-active")
	case p.ActiveOn(s.On):
		return s.Words.Say("people.active-through", s.Words.Date(p.InactiveFrom-1))
	}
	return s.Words.Say("people.not-since", s.Words.Date(p.InactiveFrom))
}
