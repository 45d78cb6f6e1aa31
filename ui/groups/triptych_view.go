package groups

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// triptychActions are all keys while the triptych is open: none reaches the panes
// below, which are out of sight.
func (g Screen) triptychActions(s scene.Scene) []scene.Action {
	group, ok := s.World.Group(g.group)
	member := func(key string, name words.Key) scene.Action {
		return scene.Turns(key, name, func(g Screen) Screen { return g.walkMembers(key) })
	}
	step := func(key string, by int) scene.Action {
		return scene.Turns(key, "act.triptych-group", func(g Screen) Screen { return g.walkGroups(by) })
	}
	scroll := func(key string, name words.Key, pages int) scene.Action {
		return scene.Turns(key, name, func(g Screen) Screen { return g.scrollColumns(pages * g.triptych.page(s)) }).OffBar()
	}
	out := []scene.Action{
		scene.Turns("c", "act.back", Screen.closeTriptych, "esc"),
		scene.Turns("tab", "act.triptych-column", func(g Screen) Screen { return g.walkColumns(1) }),
		scene.Turns("shift+tab", "act.triptych-column", func(g Screen) Screen { return g.walkColumns(-1) }),
		orMissing(s, ok, "groups.none", scene.Weighs("z", "act.triptych-take", func() scene.Dialog { return chooseVisibility(s, group, g.triptych.column) }, "enter")),
		member("j", "act.triptych-member"), member("k", "act.triptych-member"), member("down", "act.triptych-member"), member("up", "act.triptych-member"),
		member("home", ""), member("g", ""), member("end", ""), member("G", ""),
		step("l", 1), step("h", -1), step("right", 1), step("left", -1),
	}
	return append(append(out, g.roleActions(s)...), lookAs(s),
		scroll("space", "hint.read-on", 1), scroll("pgdown", "hint.read-on", 1), scroll("pgup", "hint.read-on", -1))
}

// walkMembers makes the next member of the group the viewer; for a viewer from outside
// the one under the cursor.
func (g Screen) walkMembers(key string) Screen {
	if under, ok := g.member(); !ok || under.Person == g.person {
		g.panes[membersPane].list, _ = g.panes[membersPane].list.Key(key)
	}
	if under, ok := g.member(); ok {
		g.person, g.pinned, g.role = under.Person, false, domain.NoRole
	}
	return g
}

func (g Screen) walkGroups(by int) Screen {
	g.panes[groupsPane].list = g.panes[groupsPane].list.Move(by)
	return g
}

func (g Screen) walkColumns(by int) Screen {
	n := len(domain.Visibilities())
	g.triptych.column = domain.Visibility((int(g.triptych.column) + by + n) % n)
	return g
}

// scrollColumns scrolls all columns; syncTriptych keeps the offset within the rows.
func (g Screen) scrollColumns(by int) Screen {
	g.triptych.offset = max(g.triptych.offset+by, 0)
	return g
}

// page is how many lines a page key scrolls.
func (t triptych) page(s scene.Scene) int { return max(t.arrange(s).height()-1, 1) }

func (g Screen) clickTriptych(s scene.Scene, x, y int) Screen {
	l := g.triptych.arrange(s)
	if l.bar.Contains(x, y) {
		_, hits := g.triptych.bar(s, l.bar.W)
		if key, ok := widget.HitAt(hits, x-l.bar.X); ok {
			g.triptych.column, _ = domain.ParseVisibility(key)
		}
		return g
	}
	for v := range l.columns {
		if l.columns[v].frame.Contains(x, y) {
			g.triptych.column = domain.Visibility(v)
		}
	}
	return g
}

// triptychLayout is the place of each part of the triptych. In a narrow window only the
// chosen column has one, below a bar that switches.
type triptychLayout struct {
	head, bar, legend widget.Box
	columns           [domain.VisibilityCount]place
	top               int // lines of a column above its rows
}

const (
	columnWidth   = 34 // least: room for the platform's phrase
	roomForLegend = 12 // least lines of the body
)

func (t triptych) arrange(s scene.Scene) triptychLayout {
	legend, bar := 0, 0
	if s.Body.H >= roomForLegend {
		legend = 1
	}
	if t.narrow(s) {
		bar = 1
	}
	rows := s.Body.Rows(len(t.title(s)), bar, widget.Share(1), legend)
	l := triptychLayout{head: rows[0], bar: rows[1], legend: rows[3]}
	if t.narrow(s) {
		l.columns[t.column] = newPlace(rows[2])
	} else {
		for v, box := range rows[2].Columns(slices.Repeat([]int{widget.Share(1)}, len(l.columns))...) {
			l.columns[v] = newPlace(box)
		}
	}
	l.top = t.headLines(s, l.columns[t.column].inner.H)
	return l
}

// headLines is how many lines of a column stand above its rows: the phrase where it is
// not in the frame, the two numbers and a blank; one line where those do not fit.
func (t triptych) headLines(s scene.Scene, inside int) int {
	const least = 7
	switch {
	case inside < least:
		return 1
	case t.narrow(s):
		return 3
	}
	return 4
}

func (t triptych) narrow(s scene.Scene) bool { return s.Body.W < columnWidth*len(t.modes) }

// height is how many rows of a column fit.
func (l triptychLayout) height() int {
	h := 0
	for _, p := range l.columns {
		h = max(h, p.inner.H-l.top)
	}
	return h
}

// length is how many lines can be scrolled through.
func (t triptych) length(s scene.Scene) int {
	if t.narrow(s) {
		return len(t.alone[t.column])
	}
	return len(t.rows)
}

// line is the index in t.rows of a line that can be scrolled to.
func (t triptych) line(s scene.Scene, at int) int {
	if t.narrow(s) {
		return t.alone[t.column][at]
	}
	return at
}

// start is the first offset: the top, unless the first row that differs would be out of view.
func (t triptych) start(s scene.Scene) int {
	height := t.arrange(s).height()
	for at := range t.length(s) {
		differs := slices.ContainsFunc(t.rows[t.line(s, at)][:], func(r markedRow) bool { return r.sign.differs() })
		switch {
		case differs && at >= height:
			return at - 1
		case differs:
			return 0
		}
	}
	return 0
}

// title names the viewer and the group; on a second line what does not fit on the
// first, where there is room for two.
func (t triptych) title(s scene.Scene) []string {
	if t.viewer.name == "" || t.group.ID == "" {
		return []string{s.Words.Say("triptych.title")}
	}
	out := []string{s.Words.Say("preview.title", t.viewer.name, s.Words.Role(t.viewer.head))}
	parts := []string{s.Words.Say("triptych.group", words.Clean(t.group.Name))}
	switch {
	case t.viewer.as == domain.Administrator:
		parts = append(parts, s.Words.Say("hidden.administrator"))
	case !t.viewer.member:
		parts = append(parts, s.Words.Say("triptych.outside"))
	}
	if t.filter != "" {
		parts = append(parts, t.filter)
	}
	for _, part := range parts {
		last := len(out) - 1
		if longer := out[last] + " · " + part; last == 1 || s.Body.H < roomForLegend || s.Theme.Measure.Width(longer) <= s.Body.W-2 {
			out[last] = longer
		} else {
			out = append(out, part)
		}
	}
	return out
}

// View draws the triptych over the whole body. The terminal's cursor stands at the head
// of the chosen column.
func (t triptych) View(s scene.Scene) (string, *tea.Cursor) {
	l := t.arrange(s)
	var head []string
	for _, line := range t.title(s) {
		head = append(head, widget.Paint(s.Theme.Preview.Bold(true), widget.FitLine(s.Theme.Measure, " "+line, l.head.W)))
	}
	out := []string{widget.Fit(s.Theme.Measure, head, l.head.W, l.head.H)}
	if why := t.emptyReason(); why != "" {
		rest := widget.Box{W: s.Body.W, H: s.Body.H - l.head.H}
		return widget.Stack(append(out, widget.Fit(s.Theme.Measure, indented(widget.Wrap(s.Theme.Measure, s.Words.Say(why), rest.W-2)), rest.W, rest.H))...), nil
	}
	if l.bar.H > 0 {
		bar, _ := t.bar(s, l.bar.W)
		out = append(out, bar)
	}
	var columns []string
	for v := range l.columns {
		if !l.columns[v].frame.Empty() {
			columns = append(columns, t.drawColumn(s, l, domain.Visibility(v)))
		}
	}
	out = append(out, widget.Beside(columns...))
	if l.legend.H > 0 {
		out = append(out, t.legend(s, l.legend.W))
	}
	return widget.Stack(out...), l.columns[t.column].inner.Cursor(0, 0)
}

// emptyReason is the sentence for when there is no group or no viewer; it says which
// keys to press.
func (t triptych) emptyReason() words.Key {
	switch {
	case t.key.group == "":
		return "triptych.no-group"
	case t.viewer.name == "":
		return "triptych.nobody"
	}
	return ""
}

func indented(lines []string) []string {
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}

// bar draws the modes of a narrow window with how many people each shows the
// viewer, and returns where each can be clicked. The modes have no number keys: those
// open the screens.
func (t triptych) bar(s scene.Scene, w int) (string, []widget.Hit) {
	var cells []widget.Cell
	var hits []widget.Hit
	x := 0
	for v, text := range t.tabs(s, w) {
		style := s.Theme.Visibility[v]
		if domain.Visibility(v) == t.column {
			style = s.Theme.TabActive
		}
		width := s.Theme.Measure.Width(text)
		cells = append(cells, widget.Cell{Text: text, Style: style, W: width})
		hits = append(hits, widget.Hit{X: x, W: width, Key: domain.Visibility(v).String()})
		x += width
	}
	return widget.Line(s.Theme.Measure, w, s.Theme.Text, cells...), hits
}

// tabs are the texts of the bar, short where the long ones do not fit.
func (t triptych) tabs(s scene.Scene, w int) []string {
	var short, long []string
	for _, v := range domain.Visibilities() {
		now := " "
		if v == t.group.Visibility {
			now = " · " + s.Words.Say("triptych.now") + " "
		}
		sees := t.modes[v].sees.count
		short = append(short, " "+tell.VisibilitySign(v)+" "+s.Words.Say("triptych.sees-brief", sees)+now)
		long = append(long, " "+tell.VisibilitySign(v)+" "+s.Words.VisibilityShort(v)+" · "+s.Words.Say("triptych.sees-brief", sees)+now)
	}
	if s.Theme.Measure.Width(strings.Join(long, "")) <= w {
		return long
	}
	return short
}

// legend explains as many of the signs as fit.
func (t triptych) legend(s scene.Scene, w int) string {
	out := ""
	for _, key := range []words.Key{"triptych.added", "triptych.removed", "triptych.placed", "visibility-dialog.no-unseeing"} {
		longer := out + " " + s.Words.Say(key) + " "
		if s.Theme.Measure.Width(longer) > w {
			break
		}
		out = longer
	}
	return widget.Paint(s.Theme.Coordinator, widget.FitLine(s.Theme.Measure, out, w))
}

func (t triptych) drawColumn(s scene.Scene, l triptychLayout, v domain.Visibility) string {
	place := l.columns[v]
	f := widget.Preview(s.Theme, "", v == t.column)
	now := ""
	if v == t.group.Visibility {
		now = s.Words.Say("triptych.now")
	}
	if t.narrow(s) {
		f.Title, f.Right = phraseOf(s, v), now
	} else {
		f.Title = now
	}
	height := l.height()
	from, to := t.offset, min(t.offset+height, t.length(s))
	if n := t.length(s); n > height && height > 0 && (t.narrow(s) || int(v) == len(t.modes)-1) {
		at := l.top + t.offset*(height-1)/(n-height)
		f.Thumb = widget.Thumb{From: at, To: at + 1}
	}
	lines := t.numbers(s, v, place.inner.W, l.top)
	columns := newMarkedColumns(s, place.inner.W)
	for at := from; at < to; at++ {
		row := t.rows[t.line(s, at)][v]
		var breaks []domain.AgreementID
		if row.sign.here() {
			breaks = rowBreaks(t.modes[v].breaches, t.viewer.person, *row.sightRow)
		}
		lines = append(lines, drawMarked(s, row, breaks, columns, place.inner.W))
	}
	return f.View(place.frame.W, place.frame.H, lines)
}

// numbers is the head of a column: the platform's phrase for the mode, and how many
// people are seen and may be messaged, equal to the rows below (C3). At the right is
// how many that is more and less than now.
func (t triptych) numbers(s scene.Scene, v domain.Visibility, w, lines int) []string {
	m := t.modes[v]
	if lines < 3 {
		text := s.Words.Say("triptych.both", m.sees.count, m.mails.count)
		return []string{t.number(s, text, w, m.turn.moreSees+m.turn.moreMails, m.turn.lessSees+m.turn.lessMails)}
	}
	var out []string
	if !t.narrow(s) {
		base, pointer := s.Theme.Text, " "
		if v == t.column {
			base, pointer = s.Theme.Selected, "▸"
		}
		out = append(out, widget.Line(s.Theme.Measure, w, base, widget.Cell{Text: pointer + phraseOf(s, v), Style: s.Theme.Visibility[v].Bold(true), W: w}))
	}
	return append(out,
		t.number(s, s.Words.Say("triptych.sees", m.sees.count), w, m.turn.moreSees, m.turn.lessSees),
		t.number(s, s.Words.Say("triptych.messages", m.mails.count), w, m.turn.moreMails, m.turn.lessMails),
		"")
}

func (t triptych) number(s scene.Scene, text string, w, more, less int) string {
	var turns []string
	style := s.Theme.Faint
	if more > 0 {
		turns, style = append(turns, s.Words.Say("triptych.more", more)), s.Theme.Warning
	}
	if less > 0 {
		turns = append(turns, s.Words.Say("triptych.less", less))
	}
	turned := strings.Join(turns, " ")
	return widget.Line(s.Theme.Measure, w, s.Theme.Text,
		widget.Cell{Text: " " + text, Style: s.Theme.Heading, W: widget.Share(1)},
		widget.Cell{Text: turned, Style: style, W: s.Theme.Measure.Width(turned), Right: true},
		widget.Cell{W: 1})
}

// drawMarked draws a row as the preview does, behind its sign.
func drawMarked(s scene.Scene, r markedRow, breaks []domain.AgreementID, columns sightColumns, w int) string {
	const signs, indent = 4, " "
	if r.sign == absent {
		return ""
	}
	t := s.Theme
	switch r.kind {
	case tileRow, blankRow:
		return widget.Line(t.Measure, w, t.Text, widget.Cell{Text: r.text, Style: t.Preview.Bold(true), W: w})
	case emptyRow:
		return widget.Line(t.Measure, w, t.Text, widget.Cell{W: signs}, widget.Cell{Text: indent + r.text, Style: t.Faint, W: widget.Share(1)})
	}
	mark, text := r.styles(s)
	cells, broken := []widget.Cell{{Text: r.sign.String(), Style: mark, W: signs}}, s.Broken(breaks)
	switch r.kind {
	case groupRow:
		cells = append(cells, widget.Cell{Text: r.text, Style: text.Bold(true), W: widget.Share(1)}, broken)
	case personRow:
		cells = append(cells, widget.Cell{Text: indent + r.said(s), Style: text, W: widget.Share(1)})
		width := columns.roleWidth
		if cells = append(cells, broken); broken.W > 0 && w < roomForBroken {
			width = 0
		}
		cells = append(cells, widget.Cell{Text: " " + columns.role(r.as), Style: text, W: width})
		if r.section != addresseesSection {
			word, style := r.messageWord(s, columns.message)
			cells = append(cells, widget.Cell{Text: " " + word, Style: style, W: 1 + columns.messageWidth})
		}
	default:
		cells = append(cells, widget.Cell{Text: indent + r.text, Style: text, W: widget.Share(1)})
	}
	return widget.Line(t.Measure, w, t.Text, cells...)
}

// styles are those of the sign and of the text of a row.
func (r markedRow) styles(s scene.Scene) (mark, text lipgloss.Style) {
	switch {
	case r.sign == added:
		return s.Theme.Warning.Bold(true), s.Theme.Warning
	case !r.sign.here():
		return s.Theme.Faint, s.Theme.Faint
	case r.kind == abilityRow:
		return s.Theme.Faint, s.Theme.Accent
	}
	return s.Theme.Faint, s.Theme.Text
}

// messageWord says that somebody may be messaged, with a sign where only that differs.
func (r markedRow) messageWord(s scene.Scene, word string) (string, lipgloss.Style) {
	switch {
	case r.word == added:
		return r.word.String() + word, s.Theme.Warning
	case r.word == removed:
		return r.word.String() + word, s.Theme.Faint
	case r.message && r.sign == added:
		return " " + word, s.Theme.Warning
	case r.message && r.sign.here():
		return " " + word, s.Theme.Accent
	}
	return "", s.Theme.Text
}

// newMarkedColumns are the columns of rows w wide: roles in words where there is room,
// else shortened.
func newMarkedColumns(s scene.Scene, w int) sightColumns {
	const roomy, words, short = 56, 14, 7
	c := newSightColumns(s, words-1)
	if c.roleWidth = words; w < roomy {
		c.role, c.roleWidth = s.Words.RoleTiny, short
	}
	return c
}
