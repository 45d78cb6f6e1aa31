package planning

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// line is one line about the shift; heads and gaps are passed over by the cursor.
type line struct {
	cells []widget.Cell
	to    domain.PersonID // whom enter goes to
	still bool
}

func linesOf(lines []line) widget.Rows {
	return widget.Rows{N: len(lines), Selectable: func(i int) bool { return !lines[i].still }}
}

func (c Screen) viewDetails(s scene.Scene, a areas) (string, *tea.Cursor) {
	lines := c.details(s)
	list := c.detail.Set(linesOf(lines), a.about.H)
	name := s.Words.Say("planning.about")
	if sh, _, ok := c.current(s); ok {
		name = title(s, sh.Shift)
	}
	frame := widget.Pane(s.Theme, name, c.inside)
	frame.Thumb = list.Thumb()
	if a.list.Empty() {
		frame.Right = s.Words.Say("planning.tab-list")
	}
	drawn := list.Lines(func(i int, state widget.RowState) string {
		style := s.Theme.Text
		if c.inside {
			style = widget.RowStyle(s.Theme, state, true)
		}
		return " " + widget.Line(a.about.W, style, lines[i].cells...)
	})
	var cursor *tea.Cursor
	if from, _ := list.Window(); list.Cursor() >= 0 {
		cursor = a.about.Cursor(0, list.Cursor()-from)
	}
	return frame.View(a.side.W, a.side.H, drawn), cursor
}

// details are all lines about the shift under the cursor, for the width at hand.
func (c Screen) details(s scene.Scene) []line {
	sh, person, ok := c.current(s)
	w := c.arrange(s).about.W
	if !ok || w <= 0 {
		return nil
	}
	b := about{s: s, who: &c.plan.who, w: w}
	b.when(sh.Shift)
	if c.view == byClient {
		b.delivered(c.plan.careOf(s, person), person, c.monday, sh.ID)
		return b.lines
	}
	b.marks("planning.signal-head", signalSign, sh.Signals, s.Theme.Warning)
	b.employees(sh)
	b.clients(sh)
	b.marks("planning.star-head", starSign, sh.Stars, s.Theme.Text)
	return b.lines
}

// about puts the lines of one shift together.
type about struct {
	s     scene.Scene
	who   *names
	w     int
	lines []line
}

// text adds a sentence in as many lines as it takes.
func (b *about) text(style lipgloss.Style, said string) { b.signed(style, 0, "", said, "") }

// signed adds a sentence after an indent, and a sign in front of all its lines.
func (b *about) signed(style lipgloss.Style, indent int, sign, said string, to domain.PersonID) {
	width, mark := 0, style
	if sign != "" {
		width = 2
	}
	if sign == starSign {
		mark = b.s.Theme.Primary // only the sign: what is coloured throughout is a signal
	}
	for _, words := range widget.Wrap(said, b.w-indent-width) {
		b.lines = append(b.lines, line{to: to, cells: []widget.Cell{
			{W: indent}, {Text: sign, Style: mark, W: width}, {Text: words, Style: style, W: widget.Share(1)},
		}})
		sign = ""
	}
}

func (b *about) head(said string, style lipgloss.Style) {
	b.lines = append(b.lines, line{still: true})
	for _, words := range widget.Wrap(said, b.w) {
		b.lines = append(b.lines, line{still: true, cells: []widget.Cell{{Text: words, Style: style, W: b.w}}})
	}
}

func (b *about) when(sh domain.Shift) {
	w := b.s.Words
	b.text(b.s.Theme.Text, w.LongDate(sh.Date)+", "+times(b.s, sh))
	said := w.Say("planning.shift-id", string(sh.ID))
	if sh.Code != "" {
		said = w.Say("planning.shift-of", words.Clean(sh.Code), string(sh.ID))
	}
	b.text(b.s.Theme.Faint, said)
}

// marks says every star or signal in full, with the relation that causes it.
func (b *about) marks(head words.Key, sign string, marks []care.Mark, style lipgloss.Style) {
	if len(marks) == 0 {
		return
	}
	heading := b.s.Theme.Heading
	if sign == signalSign {
		heading = style
	}
	b.head(b.s.Words.Say(head, len(marks)), heading)
	for _, m := range marks {
		b.signed(style, 0, sign, sentence(b.s, b.who, m), m.Client)
	}
	if sign == signalSign {
		b.text(b.s.Theme.Faint, b.s.Words.Say("plan.warns"))
	}
}

func (b *about) employees(sh care.Shift) {
	b.head(b.s.Words.Say("planning.employees", len(sh.Employees)), b.s.Theme.Heading)
	for _, id := range sh.Employees {
		r := row{}
		for _, m := range sh.Stars {
			if m.Employee == id {
				r.stars++
			}
		}
		for _, m := range sh.Signals {
			if m.Employee == id {
				r.signals++
			}
		}
		style := b.s.Theme.Text
		if r.signals > 0 {
			style = b.s.Theme.Warning
		}
		b.person(b.who.of(&b.s, id), id, widget.Cell{Text: marks(r), Style: style, W: ansi.StringWidth(marks(r)), Right: true})
	}
	b.nobody(sh.Employees)
}

func (b *about) person(name string, id domain.PersonID, right widget.Cell) {
	b.lines = append(b.lines, line{to: id, cells: []widget.Cell{
		{W: 2}, {Text: name, Style: b.s.Theme.Text, W: widget.Share(1)}, {W: 1}, right,
	}})
}

func (b *about) nobody(ids []domain.PersonID) {
	if len(ids) == 0 {
		b.signed(b.s.Theme.Faint, 2, "", b.s.Words.Say("planning.nobody"), "")
	}
}

// clients names every client, and under each whoever has a star or signal there.
func (b *about) clients(sh care.Shift) {
	b.head(b.s.Words.Say("planning.for-clients", len(sh.Clients)), b.s.Theme.Heading)
	for _, client := range sh.Clients {
		b.person(b.who.of(&b.s, client), client, widget.Cell{})
		b.with(sh, client, true)
	}
	b.nobody(sh.Clients)
}

// with lists the employees who come to a client, with their signs.
func (b *about) with(sh care.Shift, client domain.PersonID, onlyMarked bool) {
	for _, id := range sh.Employees {
		star, signal := has(sh.Stars, id, client), has(sh.Signals, id, client)
		name := b.who.of(&b.s, id)
		switch {
		case signal:
			b.signed(b.s.Theme.Warning, 2, signalSign, name, id)
		case star:
			b.signed(b.s.Theme.Text, 2, starSign, name, id)
		case !onlyMarked:
			b.signed(b.s.Theme.Text, 2, " ", name, id)
		}
	}
}

// signs are the signs of an employee with a client; a relation cannot be both.
func signs(sh care.Shift, employee, client domain.PersonID) string {
	switch {
	case has(sh.Signals, employee, client):
		return signalSign
	case has(sh.Stars, employee, client):
		return starSign
	}
	return ""
}

// delivered is the care of one client in the week; the chosen shift is pointed at.
func (b *about) delivered(all []care.Shift, client domain.PersonID, monday domain.Date, chosen domain.ShiftID) {
	w, t := b.s.Words, b.s.Theme
	b.head(w.Say("planning.care-of"), t.Heading)
	b.signed(t.Faint, 0, "", w.Say("planning.care-week", b.who.of(&b.s, client), w.Date(monday), w.Date(sunday(monday))), client)
	var stars, signals []care.Mark
	for _, sh := range all {
		pointer, style := " ", t.Text
		if sh.ID == chosen {
			pointer, style = "▸", t.Accent
		}
		b.signed(style, 0, pointer, dayShort(w, sh.Date)+" "+clocks(sh.Shift)+" "+title(b.s, sh.Shift), "")
		b.with(sh, client, false)
		stars, signals = unlike(stars, sh.Stars), unlike(signals, sh.Signals)
	}
	b.marks("planning.signal-head", signalSign, signals, t.Warning)
	b.marks("planning.star-head", starSign, stars, t.Text)
}

// unlike adds the marks that are not there yet: over a week the same relation
// gives the same mark again and again.
func unlike(marks, more []care.Mark) []care.Mark {
	for _, m := range more {
		if !slices.ContainsFunc(marks, func(o care.Mark) bool {
			return o.Employee == m.Employee && o.Client == m.Client && slices.Equal(o.Relations, m.Relations)
		}) {
			marks = append(marks, m)
		}
	}
	return marks
}
