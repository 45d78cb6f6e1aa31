package people

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// listing is everybody by name, or who has one role. It is a value: Read returns
// the next one.
type listing struct {
	role   domain.Role     // NoRole: everybody
	second bool            // the details show the second section: care, or what somebody may
	all    []domain.Person // as Roster.People
	found  int             // by role and query

	of     domain.World // whose people are folded
	folded []folded     // as Roster.People
}

// folded is a person as a query and a name compare them.
type folded struct {
	person     domain.Person
	text, name string
}

// Read finds people by name, number, place and what they do.
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

// fold returns everybody folded, by name. Folding ten thousand people takes a
// while: whoever stayed the same is not folded again.
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
	for i, p := range people {
		if was := before[p.ID]; was != nil && was.person.Equal(p) {
			now[i] = *was
			continue
		}
		by := strings.Join([]string{p.Shown(), p.FullName(), p.Number, p.UserName, p.Location, p.Function}, " ")
		now[i] = folded{p, words.Fold(by), words.Fold(p.FullName())}
	}
	l.folded, l.of = now, s.World
	return now
}

// Labels say how many people the list holds and by which role it was narrowed.
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
	if other := l.other(p); other != "" {
		labels.Beside = s.Words.Say("views.other", s.Words.Say(other))
	}
	switch {
	case total == 0:
		labels.Note = dialog.Lines(s.Theme.Faint, w, s.Words.Say("people.nobody"))
	case l.found == 0:
		labels.Note = dialog.Lines(s.Theme.Faint, w, s.Words.Say("list.no-match")+" "+s.Words.Say("people.widen"))
	}
	return labels
}

// The signs before a name, explained in the details. They differ in shape, for
// terminals without colour.
const (
	stoppedSign  = "×" // counts no more
	stoppingSign = "◔" // counts until a day that is known
)

// line draws a sign, a name and the columns that there is room for. A name is what
// one looks for: it gets what the others leave.
func line(s scene.Scene, w int, state widget.RowState, focused bool, sign, name, role, number, location, status widget.Cell) string {
	sign.W, name.W = 2, widget.Share(1)
	cells := []widget.Cell{sign, name}
	for _, column := range []struct {
		from, w int // from which width of the list on it is there
		cell    widget.Cell
	}{{32, 13 /* ADMINISTRATOR */, role}, {48, 8, number}, {60, 10, location}, {90, 26, status}} {
		if w >= column.from {
			column.cell.W = column.w
			cells = append(cells, widget.Cell{W: 1}, column.cell)
		}
	}
	return widget.Line(w, widget.RowStyle(s.Theme, state, focused), cells...)
}

// Head names the columns.
func (listing) Head(s scene.Scene, w int) string {
	head := func(said string) widget.Cell { return widget.Cell{Text: said, Style: s.Theme.Faint} }
	return line(s, w, widget.RowState{}, false, head(""), head(s.Words.Field("name")), head(s.Words.Field("role")),
		head(s.Words.Field("number")), head(s.Words.Field("location")), head(s.Words.Say("people.status")))
}

// Draw draws a person after a sign that they count no more, or not for long.
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

// status says in a word or two that somebody counts no more, or only until a day.
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
