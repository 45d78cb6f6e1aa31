// Package planning is the screen Planning: the shifts and routes of one week,
// with a star where the planned employee is primary and a signal where one is
// unwanted (DOMAIN.md 3.2).
//
// It promises that the screen always says which week it shows, that a signal
// stands in the dialog before anything is saved, and that it warns and never
// blocks. It refuses to judge: package care says what is a star or a signal, on
// the shift's own date.
package planning

import (
	"cmp"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// New returns the screen on the week of the reference date.
func New() scene.Screen { return shelf.New(domain.ShiftNoun, listing{}) }

// Divide gives the list three parts of five.
func (listing) Divide(body scene.Box) (list, side scene.Box) {
	parts := body.Columns(widget.Share(3), widget.Share(2))
	return parts[0], parts[1]
}

// Labels say which week it is and how many shifts, stars and signals it has.
func (l listing) Labels(s scene.Scene, at shelf.At, w int) shelf.Labels {
	const longDates = 58 // from this width on
	labels := shelf.Labels{
		Title: weekTitle(s, l.monday, w >= longDates), Foot: counts(s, l.total), Find: s.Words.Say("planning.find-help"),
		About: s.Words.Say("planning.about"), TabAbout: s.Words.Say("planning.tab-about"), TabList: s.Words.Say("planning.tab-list"),
	}
	if sh, _, ok := l.at(at.Key); ok {
		labels.About = s.Words.ShiftTitle(sh.Shift)
	}
	if l.total.shifts == 0 {
		labels.Note = dialog.Lines(s.Theme.Measure, s.Theme.Faint, w, l.emptyNote(s))
	}
	return labels
}

// emptyNote says why the list is empty and what to do.
func (l listing) emptyNote(s scene.Scene) string {
	switch {
	case l.query != "":
		return s.Words.Say("list.no-match") + " " + s.Words.Say("planning.widen")
	case s.World.Count(domain.ShiftNoun) == 0:
		return s.Empty("", s.Words.Say("planning.first"))
	}
	return s.Words.Say("planning.nothing")
}

// counts says in words what a heading has.
func counts(s scene.Scene, r row) string {
	parts := []string{s.Words.Count(domain.ShiftNoun, r.shifts)}
	if r.stars > 0 {
		parts = append(parts, s.Words.Say("plan.stars", r.stars))
	}
	if r.signals > 0 {
		parts = append(parts, s.Words.Say("plan.signals", r.signals))
	}
	return strings.Join(parts, " · ")
}

// Bar draws from which side one looks, and where the others can be clicked.
func (l listing) Bar(s scene.Scene, w int) (string, []widget.Hit) {
	var cells []widget.Cell
	var hits []widget.Hit
	x := 0
	for v, name := range [viewCount]words.Key{"planning.by-week", "planning.by-employee", "planning.by-client"} {
		text, style := " "+s.Words.Say(name)+" ", s.Theme.Tab
		if view(v) == l.view {
			text, style = "["+s.Words.Say(name)+"]", s.Theme.TabActive
		}
		width := s.Theme.Measure.Width(text)
		cells = append(cells, widget.Cell{Text: text, Style: style, W: width})
		hits = append(hits, widget.Hit{X: x, W: width, Key: strconv.Itoa(v)})
		x += width
	}
	return widget.Line(s.Theme.Measure, w, s.Theme.Text, cells...), hits
}

// Draw draws a shift, or a heading.
func (l listing) Draw(s scene.Scene, r shelf.Row, w int, state widget.RowState, focused bool) string {
	if r.Key == "" {
		return l.heading(s, w, l.rows[r.Place])
	}
	return l.shift(s, newColumns(w, l.view), l.rows[r.Place], widget.RowStyle(s.Theme, state, focused))
}

// heading draws a day or a person with their counts in words.
func (l listing) heading(s scene.Scene, w int, r row) string {
	name := s.Words.LongDate(r.day)
	switch {
	case r.person != nobody:
		name = l.who(r.person)
	case r.day == 0:
		name = s.Words.Say("planning.nobody")
	}
	t := s.Theme
	said := counts(s, r)
	style := t.Faint
	if r.signals > 0 {
		style = t.Warning
	}
	for _, shorter := range []string{s.Words.Count(domain.ShiftNoun, r.shifts) + " · " + marks(r), marks(r)} {
		if t.Measure.Width(name)+1+t.Measure.Width(said) <= w {
			break
		}
		said = shorter
	}
	return widget.Line(t.Measure, w, t.Text, widget.Cell{Text: name, Style: t.Heading, W: widget.Share(1)}, widget.Cell{W: 1},
		widget.Cell{Text: said, Style: style, W: t.Measure.Width(said), Right: true})
}

// marks returns the counts of a row, each after its sign, so that no colour is needed.
func marks(r row) string {
	return strings.TrimSpace(count(starSign, r.stars) + " " + count(signalSign, r.signals))
}

func count(sign string, n int) string {
	if n == 0 {
		return ""
	}
	return sign + strconv.Itoa(n)
}

// columns are the widths of the columns; 0 leaves a column out.
type columns struct {
	w                             int
	day, code, name, first, other int
}

const (
	clockWidth = 13 // 22:30–07:15+1
	codeWidth  = 5  // room for most codes
	markWidth  = 3  // ★12
)

func newColumns(w int, v view) columns {
	out := columns{w: w, first: widget.Share(3)}
	if v != byWeek {
		out.day = 8 // ma 02-03
	}
	if w-out.day >= 55 {
		out.code = codeWidth
	}
	if w >= 60 {
		out.name = widget.Share(2)
	}
	if w >= 100 && v == byWeek {
		out.other = widget.Share(5)
	} else if v == byWeek && w >= 42 {
		out.other = 5 // 12 cl.
	}
	return out
}

// line draws cells with a space between them, without those of no width.
func (k columns) line(m theme.Measure, base lipgloss.Style, all ...widget.Cell) string {
	cells := []widget.Cell{{W: 1}}
	for _, one := range all {
		if one.W != 0 {
			cells = append(cells, one, widget.Cell{W: 1})
		}
	}
	return widget.Line(m, k.w, base, cells...)
}

// Head names the columns.
func (l listing) Head(s scene.Scene, w int) string {
	k := newColumns(w, l.view)
	faint := s.Theme.Faint
	word := func(f domain.Field) string { return s.Words.Field(f) }
	first := word("employees")
	if l.view == byEmployee {
		first = word("clients")
	}
	clients := ""
	if k.other < 0 {
		clients = word("clients")
	}
	return k.line(s.Theme.Measure, s.Theme.Text,
		widget.Cell{Text: word("date"), Style: faint, W: k.day},
		widget.Cell{Text: s.Words.Say("planning.head-time"), Style: faint, W: clockWidth},
		widget.Cell{Text: word("code"), Style: faint, W: k.code},
		widget.Cell{Text: word("name"), Style: faint, W: k.name},
		widget.Cell{Text: first, Style: faint, W: k.first},
		widget.Cell{Text: clients, Style: faint, W: k.other},
		widget.Cell{Text: starSign, Style: faint, W: markWidth},
		widget.Cell{Text: signalSign, Style: faint, W: markWidth})
}

func (l listing) shift(s scene.Scene, k columns, r row, base lipgloss.Style) string {
	t, sh := s.Theme, &l.shifts[r.shift]
	style := t.Text
	first := strings.Join(l.who.All(sh.Employees), ", ")
	switch l.view {
	case byEmployee:
		first = l.opposite(sh.Clients, func(id domain.PersonID) string { return signs(*sh, r.person, id) })
	case byClient:
		first = l.opposite(sh.Employees, func(id domain.PersonID) string { return signs(*sh, id, r.person) })
	}
	if first == "" {
		first = s.Words.Say("planning.nobody")
	}
	code := words.Clean(sh.Code)
	if k.name == 0 && l.view == byWeek && (k.code == 0 || code == "") {
		switch title := s.Words.ShiftTitle(sh.Shift); {
		case len(sh.Employees) == 0: // first, because the row is short
			first += " · " + cmp.Or(code, title)
		case code != "": // not as part of the name: that is cut
			k.code = min(t.Measure.Width(code), codeWidth)
		case sh.Name != "":
			first = title + " " + first
		}
	}
	other := s.Words.Say("planning.clients-short", len(sh.Clients))
	if k.other < 0 && len(sh.Clients) == 0 {
		other = s.Words.Say("planning.nobody")
	} else if k.other < 0 {
		other = s.Words.Say("planning.clients", len(sh.Clients)) + ": " + strings.Join(l.who.All(sh.Clients), ", ")
	}
	return k.line(s.Theme.Measure, base,
		widget.Cell{Text: dayShort(s.Words, sh.Date), Style: style, W: k.day},
		widget.Cell{Text: clocks(sh.Shift), Style: style, W: clockWidth},
		widget.Cell{Text: code, Style: style, W: k.code},
		widget.Cell{Text: s.Words.ShiftTitle(sh.Shift), Style: style, W: k.name},
		widget.Cell{Text: first, Style: style, W: k.first},
		widget.Cell{Text: other, Style: style, W: k.other},
		widget.Cell{Text: count(starSign, r.stars), Style: t.Text, W: markWidth},
		widget.Cell{Text: count(signalSign, r.signals), Style: t.Warning, W: markWidth})
}

// opposite names people with their signs. Those with a sign come first, because a row is
// short.
func (l listing) opposite(ids []domain.PersonID, sign func(domain.PersonID) string) string {
	var marked, plain []string
	for _, id := range ids {
		if g := sign(id); g != "" {
			marked = append(marked, l.who(id)+" "+g)
			continue
		}
		plain = append(plain, l.who(id))
	}
	return strings.Join(append(marked, plain...), ", ")
}
