package planning

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// areas are the rectangles of the screen; a click looks in the same ones.
type areas struct {
	list, views, query, head, rows scene.Box
	side, about                    scene.Box
}

const (
	oneColumn  = 60 // below this width one pane at a time
	longDates  = 60 // from this width of the list on
	enoughRows = 6  // below this height the line of views and the column heads give way
)

func (c Screen) arrange(s scene.Scene) areas {
	var a areas
	switch {
	case s.Body.W >= oneColumn:
		parts := s.Body.Columns(widget.Share(3), widget.Share(2))
		a.list, a.side = parts[0], parts[1]
	case c.inside:
		a.side = s.Body
	default:
		a.list = s.Body
	}
	inner := widget.Frame{}.Inner(a.list)
	views, query, head := 0, 0, 0
	if c.typing || c.query.Value() != "" {
		query = 1
	}
	if inner.H-query > enoughRows {
		views, head = 1, 1
	}
	parts := inner.Rows(views, query, head, widget.Share(1))
	a.views, a.query, a.head, a.rows = parts[0], parts[1], parts[2], parts[3]
	a.about = widget.Frame{}.Inner(a.side).Inset(1, 0)
	return a
}

// View implements scene.Screen.
func (c Screen) View(s scene.Scene) (string, *tea.Cursor) {
	c, rows := c.settle(s)
	a := c.arrange(s)
	var blocks []string
	var cursor *tea.Cursor
	if !a.list.Empty() {
		block, at := c.viewList(s, a, rows)
		blocks, cursor = append(blocks, block), at
	}
	if !a.side.Empty() {
		block, at := c.viewDetails(s, a)
		blocks = append(blocks, block)
		if c.inside {
			cursor = at
		}
	}
	return widget.Fit(strings.Split(widget.Beside(blocks...), "\n"), s.Body.W, s.Body.H), cursor
}

func (c Screen) viewList(s scene.Scene, a areas, rows []row) (string, *tea.Cursor) {
	frame := widget.Pane(s.Theme, weekTitle(s, c.monday, a.list.W >= longDates), !c.inside)
	if a.side.Empty() {
		frame.Right = s.Words.Say("planning.tab-about")
	}
	frame.Foot, frame.Thumb = c.foot(s, a.list.W), c.list.Thumb()
	if offset := a.rows.Y - a.list.Y - 1; frame.Thumb != (widget.Thumb{}) {
		frame.Thumb.From += offset
		frame.Thumb.To += offset
	}
	var lines []string
	var cursor *tea.Cursor
	if a.views.H > 0 {
		line, _ := viewLine(s, a.views.W, c.view)
		lines = append(lines, line)
	}
	if a.query.H > 0 {
		query := c.query
		query.Placeholder = s.Words.Say("planning.find-help")
		line, x := query.View(a.query.W-2, s.Theme.Input, s.Theme.Faint)
		lines = append(lines, widget.Paint(s.Theme.Key, "/ ")+line)
		if c.typing {
			cursor = a.query.Cursor(2+x, 0)
		}
	}
	columns := newColumns(a.rows.W, c.view)
	if a.head.H > 0 {
		lines = append(lines, columns.head(s))
	}
	if c.list.Cursor() < 0 {
		said := dialog.Lines(s.Theme.Faint, a.rows.W, c.nothing(s))
		return frame.View(a.list.W, a.list.H, append(lines, said...)), cursor
	}
	lines = append(lines, c.list.Lines(func(i int, state widget.RowState) string {
		if rows[i].heading() {
			return c.heading(s, a.rows.W, rows[i])
		}
		return c.row(s, columns, rows[i], state)
	})...)
	if from, _ := c.list.Window(); !c.typing && !c.inside {
		cursor = a.rows.Cursor(0, c.list.Cursor()-from)
	}
	return frame.View(a.list.W, a.list.H, lines), cursor
}

// foot counts in words what the week has, and says where in it one is if there is room.
func (c Screen) foot(s scene.Scene, w int) string {
	out := counts(s, c.plan.total)
	if at := c.list.Position(); at != "" && ansi.StringWidth(out+at)+9 <= w {
		out += " · " + at
	}
	return out
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

// nothing says why the list is empty and what to do.
func (c Screen) nothing(s scene.Scene) string {
	switch {
	case c.query.Value() != "":
		return s.Words.Say("list.no-match") + " " + s.Words.Say("planning.widen")
	case s.World.Count(domain.ShiftNoun) == 0:
		return s.Words.Say("planning.first")
	}
	return s.Words.Say("planning.nothing")
}

// viewLine draws from which side one looks, and where the others can be clicked.
func viewLine(s scene.Scene, w int, now view) (string, []widget.Hit) {
	var cells []widget.Cell
	var hits []widget.Hit
	x := 0
	for v, name := range [viewCount]words.Key{"planning.by-week", "planning.by-employee", "planning.by-client"} {
		text, style := " "+s.Words.Say(name)+" ", s.Theme.Tab
		if view(v) == now {
			text, style = "["+s.Words.Say(name)+"]", s.Theme.TabActive
		}
		width := ansi.StringWidth(text)
		cells = append(cells, widget.Cell{Text: text, Style: style, W: width})
		hits = append(hits, widget.Hit{X: x, W: width, Key: strconv.Itoa(v)})
		x += width
	}
	return widget.Line(w, s.Theme.Text, cells...), hits
}

// heading is a day or a person, with what they have in words.
func (c Screen) heading(s scene.Scene, w int, r row) string {
	name := s.Words.LongDate(r.day)
	if r.person != "" {
		name = c.plan.who.of(&s, r.person)
	}
	t := s.Theme
	said := counts(s, r)
	style := t.Faint
	if r.signals > 0 {
		style = t.Warning
	}
	for _, shorter := range []string{s.Words.Count(domain.ShiftNoun, r.shifts) + " · " + marks(r), marks(r)} {
		if ansi.StringWidth(name)+1+ansi.StringWidth(said) <= w {
			break
		}
		said = shorter
	}
	return widget.Line(w, t.Text, widget.Cell{Text: name, Style: t.Heading, W: widget.Share(1)}, widget.Cell{W: 1},
		widget.Cell{Text: said, Style: style, W: ansi.StringWidth(said), Right: true})
}

// marks are the counts of a row: a sign before each, and no colour needed.
func marks(r row) string {
	return strings.TrimSpace(count(starSign, r.stars) + " " + count(signalSign, r.signals))
}

func count(sign string, n int) string {
	if n == 0 {
		return ""
	}
	return sign + strconv.Itoa(n)
}

// columns are the widths of the list's columns; 0 is left out.
type columns struct {
	w                             int
	view                          view
	day, code, name, first, other int
}

const (
	clockWidth = 13 // 22:30–07:15+1
	markWidth  = 3  // ★12
)

func newColumns(w int, v view) columns {
	out := columns{w: w, view: v, first: widget.Share(3)}
	if v != byWeek {
		out.day = 8 // ma 02-03
	}
	if w-out.day >= 55 {
		out.code = 5
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

// line sets cells beside each other with a space between them; what has no width is left out.
func (k columns) line(base lipgloss.Style, all ...widget.Cell) string {
	cells := []widget.Cell{{W: 1}}
	for _, one := range all {
		if one.W != 0 {
			cells = append(cells, one, widget.Cell{W: 1})
		}
	}
	return widget.Line(k.w, base, cells...)
}

func (k columns) head(s scene.Scene) string {
	faint := s.Theme.Faint
	word := func(f domain.Field) string { return s.Words.Field(f) }
	first := word("employees")
	if k.view == byEmployee {
		first = word("clients")
	}
	clients := ""
	if k.other < 0 {
		clients = word("clients")
	}
	return k.line(s.Theme.Text,
		widget.Cell{Text: word("date"), Style: faint, W: k.day},
		widget.Cell{Text: s.Words.Say("planning.head-time"), Style: faint, W: clockWidth},
		widget.Cell{Text: word("code"), Style: faint, W: k.code},
		widget.Cell{Text: word("name"), Style: faint, W: k.name},
		widget.Cell{Text: first, Style: faint, W: k.first},
		widget.Cell{Text: clients, Style: faint, W: k.other},
		widget.Cell{Text: starSign, Style: faint, W: markWidth},
		widget.Cell{Text: signalSign, Style: faint, W: markWidth})
}

func (c Screen) row(s scene.Scene, k columns, r row, state widget.RowState) string {
	t, sh := s.Theme, c.plan.shifts[r.shift]
	style := t.Text
	first := strings.Join(c.plan.who.all(s, sh.Employees), ", ")
	switch c.view {
	case byEmployee:
		first = c.opposite(s, sh.Clients, func(id domain.PersonID) string { return signs(sh, r.person, id) })
	case byClient:
		first = c.opposite(s, sh.Employees, func(id domain.PersonID) string { return signs(sh, id, r.person) })
	}
	if k.name == 0 && c.view == byWeek {
		if sh.Code != "" || sh.Name != "" || first == "" {
			name := words.Clean(sh.Code)
			if name == "" {
				name = title(s, sh.Shift)
			}
			first = strings.TrimSuffix(name+" "+first, " ")
		}
	}
	other := s.Words.Say("planning.clients-short", len(sh.Clients))
	if k.other < 0 {
		other = s.Words.Say("planning.clients", len(sh.Clients)) + ": " + strings.Join(c.plan.who.all(s, sh.Clients), ", ")
	}
	return k.line(widget.RowStyle(t, state, !c.inside),
		widget.Cell{Text: dayShort(s.Words, sh.Date), Style: style, W: k.day},
		widget.Cell{Text: clocks(sh.Shift), Style: style, W: clockWidth},
		widget.Cell{Text: words.Clean(sh.Code), Style: style, W: k.code},
		widget.Cell{Text: title(s, sh.Shift), Style: style, W: k.name},
		widget.Cell{Text: first, Style: style, W: k.first},
		widget.Cell{Text: other, Style: style, W: k.other},
		widget.Cell{Text: count(starSign, r.stars), Style: t.Text, W: markWidth},
		widget.Cell{Text: count(signalSign, r.signals), Style: t.Warning, W: markWidth})
}

// opposite names people with their signs, those that have one first: they are
// what one looks for, and a row is short.
func (c Screen) opposite(s scene.Scene, ids []domain.PersonID, sign func(domain.PersonID) string) string {
	var marked, plain []string
	for _, id := range ids {
		if g := sign(id); g != "" {
			marked = append(marked, c.plan.who.of(&s, id)+" "+g)
			continue
		}
		plain = append(plain, c.plan.who.of(&s, id))
	}
	return strings.Join(append(marked, plain...), ", ")
}
