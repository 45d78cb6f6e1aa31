// Package matrix is the dialog that shows which members of a group see and may
// message which others, as a grid of signs with a cursor.
//
// It promises that every sign is the answer of the one policy, whatever the
// ground, that a supposed visibility is never taken for the real one, and that a
// group of thousands is drawn as fast as one of ten. It refuses to change anything.
package matrix

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// matrix is the dialog. Its cursor stands on one cell: a row and a column.
type matrix struct {
	group      domain.GroupID
	comparison comparison
	rows, cols widget.List
	columnSees bool // instead of the row: who sees me
}

var _ scene.Dialog = matrix{}

// New returns the matrix of a group as the world is.
func New(s scene.Scene, group domain.GroupID) scene.Dialog {
	return matrix{group: group, comparison: newComparison(s, group)}.resize(s)
}

// refresh compares anew when the world, the date or the language has changed. The
// cursor stays on the same two people, and the supposed visibility stays supposed.
func (d matrix) refresh(s scene.Scene) matrix {
	if d.comparison.isFor(s) {
		return d.resize(s)
	}
	before := d.comparison
	d.comparison = newComparison(s, d.group)
	if before.active {
		d.comparison = d.comparison.suppose(before.setting)
	}
	d = d.resize(s)
	d.rows = follow(d.rows, before.members, d.comparison.members)
	d.cols = follow(d.cols, before.members, d.comparison.members)
	return d
}

// follow keeps a cursor on the same person.
func follow(l widget.List, before, now []domain.Member) widget.List {
	at := l.Cursor()
	if at < 0 || at >= len(before) {
		return l
	}
	for i, m := range now {
		if m.Person == before[at].Person {
			return l.Select(i)
		}
	}
	return l
}

// resize fits the cursor to the number of people and of cells in view, and loads the
// lines of the viewers in view.
func (d matrix) resize(s scene.Scene) matrix {
	l := d.arrange(s)
	n := widget.Rows{N: len(d.comparison.members)}
	d.rows, d.cols = d.rows.Set(n, l.grid.H), d.cols.Set(n, l.columns)
	viewers := d.rows
	if d.columnSees {
		viewers = d.cols
	}
	d.comparison = d.comparison.load(viewers.Window())
	return d
}

// pair is the two people of the cell under the cursor; false where the group is
// empty.
func (d matrix) pair() (viewer, other int, ok bool) {
	viewer, other = d.rows.Cursor(), d.cols.Cursor()
	if d.columnSees {
		viewer, other = other, viewer
	}
	return viewer, other, viewer >= 0
}

// cellAt is the cell in a row and a column of the picture.
func (d matrix) cellAt(row, col int) (cell sight.Cell, turn sight.Turn) {
	if d.columnSees {
		row, col = col, row
	}
	return d.comparison.cell(row, col), d.comparison.turn(row, col)
}

// isBroken reports whether the cell in a row and a column breaks an agreement.
func (d matrix) isBroken(row, col int) bool {
	if d.columnSees {
		row, col = col, row
	}
	return len(d.comparison.breaks(row, col)) > 0
}

func (d matrix) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	d = d.refresh(s)
	var wish scene.Wish
	switch msg := msg.(type) {
	case scene.Clicked:
		d, wish = d.click(s, msg)
	case tea.KeyPressMsg:
		d, wish = d.key(s, msg.String())
	}
	return d.resize(s), wish
}

func (d matrix) key(s scene.Scene, key string) (matrix, scene.Wish) {
	switch key {
	case "left", "h":
		d.cols = d.cols.Move(-1)
	case "right", "l":
		d.cols = d.cols.Move(1)
	case "home":
		d.cols = d.cols.Home()
	case "end":
		d.cols = d.cols.End()
	case "tab":
		// The cursor stays on the same two people.
		d.columnSees, d.rows, d.cols = !d.columnSees, d.rows.Select(d.cols.Cursor()), d.cols.Select(d.rows.Cursor())
	case "z":
		d.comparison = d.comparison.next()
	case "enter", "w":
		return d, d.why(s)
	case "E":
		return d, d.export(s)
	case "esc":
		return d, scene.Close{}
	default:
		d.rows, _ = d.rows.Key(key)
	}
	return d, nil
}

// why opens the dialog with the reasons of the cell. That dialog speaks of the world
// as it is: for a supposed visibility it would be wrong.
func (d matrix) why(s scene.Scene) scene.Wish {
	viewer, other, ok := d.pair()
	switch {
	case !ok || viewer == other:
		return nil
	case d.comparison.active:
		return scene.Say{Tone: scene.Warn, Words: s.Words.Say("matrix.why-now")}
	}
	return scene.Why{Viewer: d.comparison.members[viewer].Person, Other: d.comparison.members[other].Person}
}

// export writes the shown matrix as a table with a line per viewer, also where the
// picture is turned. No person's name stands in the proposed file name.
func (d matrix) export(s scene.Scene) scene.Wish {
	if len(d.comparison.members) == 0 {
		return nil
	}
	k := d.comparison
	about, square, as := words.Key("matrix.table.about"), k.now.square, ""
	if k.active {
		about, square, as = "matrix.table.about-if", k.ifSet.square, "-"+s.Words.Say("matrix.table.file-if")+"-"+k.setting.String()
	}
	said := s.Words.Say(about, words.Clean(k.group.Name), s.Words.Visibility(k.shownVisibility()), s.Words.LongDate(k.on))
	return scene.Write{
		Name:  "zichtmatrix-" + string(d.group) + as + "-" + k.on.String() + ".csv",
		Table: &scene.Table{Rows: s.Words.SquareTable(k.shownWorld(), square, said)},
	}
}

func (d matrix) click(s scene.Scene, at scene.Clicked) (matrix, scene.Wish) {
	if at.Wheel != 0 {
		d.rows = d.rows.Scroll(at.Wheel)
		return d, nil
	}
	l := d.arrange(s)
	if key, ok := l.Key(s.Theme, at); ok {
		return d.key(s, key.String())
	}
	x, y := l.grid.Local(at.X, at.Y)
	if row, ok := d.rows.At(y); ok {
		d.rows = d.rows.Select(row)
	}
	if col, ok := d.cols.At((x - l.names) / l.cell); ok && x >= l.names && y >= -1 && y < l.grid.H {
		d.cols = d.cols.Select(col)
	}
	return d, nil
}

// layout is where the parts of the matrix stand in its picture: View draws in
// them, a click looks in them.
type layout struct {
	dialog.Sheet
	supposed, column, head, grid, gap, words, legend widget.Box

	digits  int  // of the highest number
	names   int  // width of the names at the left
	cell    int  // width of a cell with the space before it
	columns int  // how many columns fit
	role    int  // width of the role behind a name
	worded  bool // a cell has room for words, and a head for a name
}

const (
	leastName = 8
	wordCell  = 16 // of a cell in words, with the space before it
	roleWidth = 2
	wordRole  = 6  // of a role in a short word
	roomy     = 14 // lines from which the legend is shown
)

func (d matrix) arrange(s scene.Scene) layout {
	var l layout
	l.Sheet = dialog.NewSheet(s, d.title(s), d.hints(s), s.Size.W, s.Size.H)
	supposed, gap, legend := 0, 0, 0
	if d.comparison.active {
		supposed = 1
	}
	if l.Body.H >= roomy {
		legend = len(d.legend(s, l.Body.W, false))
		gap = 1
	}
	words := max(l.Body.H/4, 2)
	// A small group has its words right below it, and more room for them.
	rows := min(max(l.Body.H-supposed-2-gap-words-legend, 1), max(len(d.comparison.members), 1))
	parts := l.Body.Rows(supposed, 1, 1, rows, gap, widget.Share(1), legend)
	l.supposed, l.column, l.head, l.grid, l.gap, l.words, l.legend = parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]

	l.digits = len(strconv.Itoa(max(len(d.comparison.members), 1)))
	l.cell = max(l.digits+1, 3+supposed)       // a space before the mark
	around := 1 + l.digits + 1 + 1 + roleWidth // the pointer, the number, the sign, a space after the name, the role
	longest := max(s.Theme.Measure.Width(d.corner(s.Words))-around+roleWidth, leastName)
	for _, name := range d.comparison.names {
		longest = max(longest, s.Theme.Measure.Width(name))
	}
	l.names = around + max(min(longest, l.Body.W/3), min(leastName, l.Body.W))
	l.role = roleWidth
	n, left := len(d.comparison.members), l.Body.W-l.names-wordRole+roleWidth
	l.worded = n > 0 && left/wordCell >= n
	if l.worded {
		l.cell = wordCell
	}
	if left/l.cell >= n { // words where no column goes for them
		l.role, l.names = wordRole, l.names+wordRole-roleWidth
	}
	l.columns = max((l.Body.W-l.names)/l.cell, 1)
	return l
}

// corner says whether rows see columns or columns see rows.
func (d matrix) corner(w tell.Words) string {
	if d.columnSees {
		return w.Say("matrix.column-sees")
	}
	return w.Say("matrix.row-sees")
}

func (d matrix) title(s scene.Scene) string {
	name, v := words.Clean(d.comparison.group.Name), d.comparison.shownVisibility()
	name = s.Words.WithBreaks(name, d.comparison.shownBreaches().Group(d.group))
	if d.comparison.active {
		return s.Words.Say("matrix.title-if", s.Words.Visibility(v), name)
	}
	setting := tell.VisibilitySign(v) + " " + s.Words.VisibilityShort(v)
	title := s.Words.Say("matrix.title", name, setting, s.Words.LongDate(d.comparison.on))
	if s.Theme.Measure.Width(title) > s.Size.W-6 { // frame and spaces
		title = s.Words.Say("matrix.title", name, setting, s.Words.Date(d.comparison.on))
	}
	return title
}

func (d matrix) hints(s scene.Scene) []widget.Hint {
	w := s.Words
	if len(d.comparison.members) == 0 {
		return []widget.Hint{{Key: "esc", Text: w.Say("hint.close")}}
	}
	return []widget.Hint{
		{Key: "enter", Show: "⏎", Text: w.Say("matrix.hint.why")},
		{Key: "tab", Text: w.Say("matrix.hint.turn")},
		{Key: "z", Text: w.Say("matrix.hint.if")},
		{Key: "E", Text: w.Say("matrix.hint.export")},
		{Key: "esc", Text: w.Say("hint.close")},
	}
}

// legend explains the signs. Its spaces are hard, so that no line breaks between a
// sign and its words.
func (d matrix) legend(s scene.Scene, width int, worded bool) []string {
	w := s.Words
	parts := w.CellLegend()
	if worded {
		parts = []string{w.Say("matrix.legend.words")}
	}
	if d.comparison.world.Count(domain.AgreementNoun) > 0 {
		parts = append(parts, w.Say("broken.legend", tell.BrokenSign))
	}
	if d.comparison.active {
		parts = append(parts, w.Say("matrix.legend.come"), w.Say("matrix.legend.go"))
	}
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(p, " ", "\u00a0")
	}
	return dialog.Lines(s.Theme.Measure, s.Theme.Faint, width, strings.Join(parts, "   "))
}

func (d matrix) View(s scene.Scene) (string, *tea.Cursor) {
	d = d.refresh(s)
	l := d.arrange(s)
	if len(d.comparison.members) == 0 {
		empty := dialog.Lines(s.Theme.Measure, s.Theme.Text, l.Body.W, s.Empty(steps.Members, s.Words.Say("matrix.empty", s.Words.LongDate(d.comparison.on))))
		return l.View(s.Theme, widget.Fit(s.Theme.Measure, empty, l.Body.W, l.Body.H), nil)
	}
	body := widget.Stack(
		widget.Fit(s.Theme.Measure, []string{d.drawSupposed(s, l.supposed.W)}, l.supposed.W, l.supposed.H),
		widget.Fit(s.Theme.Measure, []string{d.drawColumn(s, l)}, l.column.W, l.column.H),
		widget.Fit(s.Theme.Measure, []string{d.drawHead(s, l)}, l.head.W, l.head.H),
		widget.Fit(s.Theme.Measure, d.drawRows(s, l), l.grid.W, l.grid.H),
		widget.Fit(s.Theme.Measure, nil, l.gap.W, l.gap.H),
		widget.Fit(s.Theme.Measure, d.drawWords(s, l.words.W, l.words.H), l.words.W, l.words.H),
		widget.Fit(s.Theme.Measure, d.legend(s, l.legend.W, l.worded), l.legend.W, l.legend.H),
	)
	row, _ := d.rows.Window()
	col, _ := d.cols.Window()
	// On the sign of the cell, which stands before its letter.
	x, y := l.names+(d.cols.Cursor()-col)*l.cell+l.cell-2, d.rows.Cursor()-row
	cursor := l.grid.Cursor(x, y)
	if cursor != nil {
		cursor.X, cursor.Y = cursor.X-l.Body.X, cursor.Y-l.Body.Y
	}
	return l.View(s.Theme, body, cursor)
}

// drawSupposed warns that the picture is only supposed, and counts the differences.
func (d matrix) drawSupposed(s scene.Scene, w int) string {
	k := d.comparison
	if !k.active {
		return ""
	}
	sign := tell.VisibilitySign(k.setting)
	said := s.Words.Say("matrix.if", k.turned.Differ, k.turned.Gain, k.turned.Lose, sign+" "+s.Words.VisibilityShort(k.setting))
	if s.Theme.Measure.Width(said) > w {
		said = s.Words.Say("matrix.if-short", sign, k.turned.Gain, k.turned.Lose)
	}
	return widget.Paint(s.Theme.Warning, widget.FitLine(s.Theme.Measure, said, w))
}

// drawColumn names the person of the column under the cursor, and at the right the
// part of a large group that is in view.
func (d matrix) drawColumn(s scene.Scene, l layout) string {
	at := d.cols.Cursor()
	said := s.Words.Say("matrix.column", strconv.Itoa(at+1), d.comparison.names[at], s.Words.RoleShort(d.comparison.members[at].As))
	top, bottom := d.rows.Window()
	left, right := d.cols.Window()
	n := len(d.comparison.members)
	view := ""
	if bottom-top < n || right-left < n {
		view = s.Words.Say("matrix.view", strconv.Itoa(top+1), strconv.Itoa(bottom), strconv.Itoa(left+1), strconv.Itoa(right), strconv.Itoa(n))
	}
	room := s.Theme.Measure.Width(view)
	if room+2+s.Theme.Measure.Width(said) > l.column.W { // the name has priority
		room = 0
	}
	return widget.Line(s.Theme.Measure, l.column.W, s.Theme.Text,
		widget.Cell{Text: said, Style: s.Theme.Heading, W: widget.Share(1)},
		widget.Cell{Text: view, Style: s.Theme.Faint, W: room})
}

// drawHead names the columns, or numbers them where a name has no room above a cell.
func (d matrix) drawHead(s scene.Scene, l layout) string {
	cells := []widget.Cell{{Text: d.corner(s.Words), Style: s.Theme.Faint, W: l.names}}
	from, to := d.cols.Window()
	for i := from; i < to; i++ {
		style := s.Theme.Faint
		if i == d.cols.Cursor() {
			style = s.Theme.Title
		}
		head := strconv.Itoa(i + 1)
		if l.worded {
			head = " " + widget.FitLine(s.Theme.Measure, d.comparison.names[i], l.cell-1)
		}
		cells = append(cells, widget.Cell{Text: head, Style: style, W: l.cell, Right: !l.worded})
	}
	return widget.Line(s.Theme.Measure, l.head.W, s.Theme.Text, cells...)
}

func (d matrix) drawRows(s scene.Scene, l layout) []string {
	painter := newCellPainter(s, l.cell, l.worded)
	from, to := d.cols.Window()
	return d.rows.Lines(func(row int, state widget.RowState) string {
		line := d.drawName(s, l, row, state)
		for col := from; col < to; col++ {
			if row == col {
				line += painter.self(state.Selected && col == d.cols.Cursor())
				continue
			}
			cell, turn := d.cellAt(row, col)
			line += painter.cell(cell, turn, d.isBroken(row, col), state.Selected && col == d.cols.Cursor())
		}
		return line
	})
}

func (d matrix) drawName(s scene.Scene, l layout, row int, state widget.RowState) string {
	pointer, sign, name := " ", " ", s.Theme.Text
	if state.Selected {
		pointer, name = "▸", s.Theme.Title
	}
	if len(d.comparison.memberBreaks(row)) > 0 { // the cursor hides it nowhere
		sign, name = tell.BrokenSign, s.Theme.Error
	}
	as := d.comparison.members[row].As
	role := s.Words.RoleTiny(as)
	if l.role < wordRole {
		role = s.Words.RoleCode(as)
	}
	return widget.Line(s.Theme.Measure, l.names, s.Theme.Text,
		widget.Cell{Text: pointer, Style: s.Theme.Title, W: 1},
		widget.Cell{Text: strconv.Itoa(row + 1), Style: s.Theme.Faint, W: l.digits, Right: true},
		widget.Cell{Text: sign, Style: s.Theme.Error, W: 1},
		widget.Cell{Text: d.comparison.names[row], Style: name, W: widget.Share(1)},
		widget.Cell{W: 1},
		widget.Cell{Text: role, Style: s.Theme.Roles[as-1], W: l.role},
	)
}

// cellPainter draws cells. A window has thousands of cells but few kinds: each kind
// is painted once.
type cellPainter struct {
	words  tell.Words
	theme  theme.Theme
	width  int
	worded bool
	done   map[cellKind]string
}

// cellKind is one kind of cell.
type cellKind struct {
	cell           sight.Cell
	gains, loses   bool
	broken         bool
	self, selected bool
}

func newCellPainter(s scene.Scene, width int, worded bool) cellPainter {
	return cellPainter{s.Words, s.Theme, width, worded, map[cellKind]string{}}
}

func (b cellPainter) self(selected bool) string {
	return b.paint(cellKind{self: true, selected: selected}, " "+tell.CellSelf+" ", b.theme.Faint)
}

func (b cellPainter) cell(c sight.Cell, t sight.Turn, broken, selected bool) string {
	k := cellKind{cell: c, gains: t.Gains(), loses: t.Loses(), broken: broken, selected: selected}
	mark, style := " ", b.theme.Text
	switch {
	case broken:
		mark, style = tell.BrokenSign, b.theme.Error
	case k.gains && k.loses:
		mark, style = "±", b.theme.Warning
	case k.gains:
		mark, style = "+", b.theme.Warning
	case k.loses:
		mark, style = "−", b.theme.Accent
	case c.Sight == sight.Elsewhere:
		style = b.theme.Preview
	case !c.Fact().Sees && !c.Fact().Messages:
		style = b.theme.Faint
	}
	if b.worded {
		return b.paint(k, mark+b.words.CellWord(c), style)
	}
	return b.paint(k, mark+b.words.Cell(c), style)
}

func (b cellPainter) paint(k cellKind, text string, style lipgloss.Style) string {
	if done, ok := b.done[k]; ok {
		return done
	}
	if k.selected {
		style = b.theme.Selected
	}
	done := widget.FitRight(b.theme.Measure, "", b.width-b.theme.Measure.Width(text)) + widget.Paint(style, text)
	if b.worded { // words stand below the beginning of the name
		done = widget.Paint(style, text) + widget.FitRight(b.theme.Measure, "", b.width-b.theme.Measure.Width(text))
	}
	b.done[k] = done
	return done
}

// drawWords explains the cell under the cursor in h lines: what holds, how it is now
// where that differs, and every ground for which there is room.
func (d matrix) drawWords(s scene.Scene, w, h int) []string {
	viewer, other, _ := d.pair()
	t, k := s.Theme, d.comparison
	if viewer == other {
		key := words.Key("matrix.self")
		if len(k.members) == 1 {
			key = "matrix.alone"
		}
		return append(dialog.Lines(t.Measure, t.Text, w, s.Words.Say(key, k.names[viewer])), d.drawBroken(s, w, k.memberBreaks(viewer))...)
	}
	line := k.sightline(viewer, other)
	grounds := s.Words.GroundSentences(k.shownWorld(), line.Sight, line.Messages)
	head := words.Key("matrix.plain")
	if len(grounds) > 0 {
		head = "matrix.grounds"
	}
	out := dialog.Lines(t.Measure, t.Text, w, s.Words.Say(head, d.fact(s, viewer, other, sight.Fact{Sees: line.Sees(), Messages: line.MayMessage()})))
	if turn := k.turn(viewer, other); turn.Before != turn.After {
		out = append(out, dialog.Lines(t.Measure, t.Warning, w, s.Words.Say("matrix.now", d.fact(s, viewer, other, turn.Before)))...)
	}
	out = append(out, d.drawBroken(s, w, k.cellBreaks(viewer, other))...)
	for i, said := range grounds {
		said.Says = "· " + said.Says
		lines := dialog.Sentence(t, w, said)
		last := i == len(grounds)-1
		if room := h - len(out); len(lines) > room || !last && len(lines) == room {
			return d.more(s, out, len(grounds)-i, w, h)
		}
		out = append(out, lines...)
	}
	return out
}

// drawBroken says which agreements are broken.
func (d matrix) drawBroken(s scene.Scene, w int, ids []domain.AgreementID) []string {
	var out []string
	for _, broken := range s.Words.Broken(d.comparison.world, ids) {
		out = append(out, dialog.Lines(s.Theme.Measure, s.Theme.Error, w, broken)...)
	}
	return out
}

// more ends the words with how many grounds have no room. The dialog behind enter
// has them all, but not for a supposed visibility.
func (d matrix) more(s scene.Scene, out []string, n, w, h int) []string {
	key := words.Key("matrix.more-grounds")
	if d.comparison.active {
		key = "matrix.more-if"
	}
	return append(out[:min(len(out), max(h-1, 0))], widget.Paint(s.Theme.Faint, widget.FitLine(s.Theme.Measure, s.Words.Say(key, n), w)))
}

// fact says whether one member sees and may message another.
func (d matrix) fact(s scene.Scene, viewer, other int, f sight.Fact) string {
	key := words.Key("matrix.nothing")
	switch {
	case f.Sees && f.Messages:
		key = "cli.line.sees-messages"
	case f.Sees:
		key = "cli.line.sees"
	case f.Messages:
		key = "cli.line.messages"
	}
	return s.Words.Say(key, d.comparison.names[viewer], d.comparison.names[other])
}
