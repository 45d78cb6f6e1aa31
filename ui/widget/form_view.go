package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/ui/theme"
)

const (
	gutter      = 2  // the pointer before the field that has the keys
	besideLabel = 36 // from this width on the value stands beside its label, below it under it
)

// sheet is a form as drawn on a page of any length.
type sheet struct {
	lines  []string
	owner  []int // the field each line belongs to
	spots  []spot
	cursor *tea.Cursor
}

// spot is where one answer of a choice, or the text of a field, can be clicked.
type spot struct {
	line, x, w int
	field      int
	option     int // -1: the text itself
}

// View draws the form in exactly w by h cells, the field that has the keys in view. The cursor is as seen from the
// form's corner; nil when the field is not one to type in.
func (f Form) View(t theme.Theme, w, h int) (string, *tea.Cursor) {
	if f.look.open {
		return f.look.picker.View(t, w, h)
	}
	s := f.sheet(t, w)
	top := f.top(s, h)
	if s.cursor != nil {
		s.cursor.Y -= top
		if s.cursor.Y < 0 || s.cursor.Y >= h || s.cursor.X >= w {
			s.cursor = nil
		}
	}
	return Fit(s.lines[min(top, len(s.lines)):], w, h), s.cursor
}

// Lines is how many lines the form takes at a width as it stands now. The list of a look-up for one takes what it has;
// one to mark several in takes the place of the form, so that nothing jumps.
func (f Form) Lines(t theme.Theme, w int) int {
	if now, open := f.Looking(); open && !now.Several {
		_, offered, _ := f.look.picker.Count()
		return max(offered, 3) + 1
	}
	return len(f.sheet(t, w).lines)
}

// Click answers a click at a cell of the form as View drew it: it goes to the field, and chooses what was clicked.
func (f Form) Click(t theme.Theme, x, y, w, h int) (Form, Event) {
	if f.look.open {
		query := f.look.picker.Query()
		picker, event := f.look.picker.Click(x, y, w, h)
		f.look.picker = picker
		if event == Changed {
			f.look.typed = picker.Query() != query
		}
		return f.searched(event)
	}
	s := f.sheet(t, w)
	line := f.top(s, h) + y
	if x < 0 || x >= w || y < 0 || y >= h || line >= len(s.lines) {
		return f, None
	}
	before := f.at
	if s.owner[line] != f.at {
		f = f.leave(0)
	}
	f = f.to(s.owner[line])
	if now := f.fields[f.at]; now.Kind == LookupField && now.Locked == "" {
		return f.find(nil)
	}
	for _, p := range s.spots {
		if p.line != line || x < p.x || x >= p.x+p.w || f.fields[p.field].Locked != "" {
			continue
		}
		return f.clicked(p, x-p.x, before)
	}
	return f, None
}

// clicked answers a click at column x of a spot; before is the field that had the keys when it was drawn.
func (f Form) clicked(p spot, x, before int) (Form, Event) {
	now := f.fields[p.field]
	if p.option < 0 {
		if p.field != before {
			now.input = now.input.atStart()
		}
		now.input = now.input.Click(x, p.w)
		return f.with(p.field, now), None
	}
	same := now.chosen == p.option
	now.chosen, now.wrong = p.option, ""
	f = f.with(p.field, now)
	if now.Find != nil && now.value() == now.Else {
		f, _ = f.find(nil)
	}
	if same {
		return f, None
	}
	return f, Changed
}

// top is the first line in view: enough to have the whole field that has the keys, and its cursor above all.
func (f Form) top(s sheet, h int) int {
	if len(s.lines) <= h || h <= 0 {
		return 0
	}
	first, last := len(s.lines), 0
	for i, o := range s.owner {
		if o == f.at {
			first, last = min(first, i), i
		}
	}
	top := (first+last+1)/2 - h/2
	if last-first >= h {
		top = first
	}
	if s.cursor != nil {
		top = min(max(top, s.cursor.Y-h+1), s.cursor.Y)
	}
	return max(min(top, len(s.lines)-h), 0)
}

// columns gives the widths of label and value at a width; a label of 0 stands on its own line.
func (f Form) columns(w int) (label, value int) {
	if w < besideLabel {
		return 0, max(w-gutter, 1)
	}
	for _, x := range f.fields {
		label = max(label, ansi.StringWidth(plain(x.Label)))
	}
	label = min(label, w/3)
	return label, w - gutter - label - 2
}

func (f Form) valueWidth() int {
	if f.width <= 0 {
		return 0
	}
	_, value := f.columns(f.width)
	return value
}

func (f Form) sheet(t theme.Theme, w int) sheet {
	var s sheet
	label, value := f.columns(w)
	for i := range f.fields {
		f.draw(&s, t, i, label, value)
	}
	return s
}

// draw adds a field to the sheet: label, value, what is wrong and, where the keys are, what it is for.
func (f Form) draw(s *sheet, t theme.Theme, i, label, value int) {
	x, focused := f.fields[i], i == f.at
	pointer, name := "  ", t.Text
	if focused && !f.blurred {
		pointer, name = "▸ ", t.Title
	}
	if x.Locked != "" {
		name = t.Faint
	}
	head := Paint(t.Accent, pointer)
	indent := gutter
	if label == 0 {
		s.add(i, splice(head, Paint(name, FitLine(x.Label, value))))
		head = spaces(gutter)
	} else {
		head = splice(head, Paint(name, FitLine(x.Label, label)), "  ")
		indent += label + 2
	}
	for n, line := range f.content(s, t, i, indent, value) {
		if n > 0 {
			head = spaces(indent)
		}
		s.add(i, splice(head, line))
	}
	s.note(i, indent, value, t.Error, x.wrong)
	if !focused {
		return
	}
	s.note(i, indent, value, t.Warning, f.CutPaste())
	if x.Locked != "" {
		s.note(i, indent, value, t.Warning, x.Locked)
		return
	}
	if x.picks() && x.chosen >= 0 {
		s.note(i, indent, value, t.Faint, x.Options[x.chosen].Help)
	}
	s.note(i, indent, value, t.Faint, x.Help)
}

func (s *sheet) add(field int, line string) {
	s.lines, s.owner = append(s.lines, line), append(s.owner, field)
}

func (s *sheet) note(field, indent, w int, style lipgloss.Style, words string) {
	for _, line := range Wrap(words, w) {
		s.add(field, spaces(indent)+Paint(style, line))
	}
}

// content draws the value of a field; its first line comes next on the sheet.
func (f Form) content(s *sheet, t theme.Theme, i, indent, w int) []string {
	x, line := f.fields[i], len(s.lines)
	ground := t.Input
	if x.Locked != "" {
		ground = t.Faint
	}
	cursor := i == f.at && !f.blurred && x.Locked == ""
	switch {
	case x.picks():
		return []string{s.choice(t, x, i, indent, w)}
	case x.Kind == NoteField:
		block, cx, cy := x.area.View(w, x.height(), ground, t.Faint)
		if cursor {
			s.cursor = tea.NewCursor(indent+cx, line+cy)
		}
		return strings.Split(block, "\n")
	default:
		if !cursor || x.Kind == LookupField {
			x.input = x.input.atStart()
		}
		drawn, cx := x.input.View(w, ground, t.Faint)
		if cursor {
			s.cursor = tea.NewCursor(indent+cx, line)
		}
		s.spots = append(s.spots, spot{line: line, x: indent, w: w, field: i, option: -1})
		return []string{drawn}
	}
}

// choice draws all answers side by side or, where they do not fit, the chosen one between arrows.
func (s *sheet) choice(t theme.Theme, x field, i, indent, w int) string {
	total := 0
	for _, o := range x.Options {
		total += ansi.StringWidth(plain(o.Label)) + 6
	}
	if total-2 > w || total == 0 {
		label := "…"
		if x.chosen >= 0 {
			label = x.Options[x.chosen].Label
		}
		if n := len(x.Options); n > 0 {
			s.spots = append(s.spots, spot{len(s.lines), indent, w, i, (x.chosen + 1) % n})
		}
		label = FitLine(label, min(ansi.StringWidth(plain(label)), max(w-4, 1)))
		return FitLine(splice("‹ ", Paint(optionStyle(t, x, true), label), " ›"), w)
	}
	var parts []string
	at := indent
	for n, o := range x.Options {
		if n > 0 {
			parts = append(parts, "  ")
		}
		mark := "( ) "
		if n == x.chosen {
			mark = "(•) "
		}
		words := mark + plain(o.Label)
		width := ansi.StringWidth(words)
		s.spots = append(s.spots, spot{len(s.lines), at, width, i, n})
		parts = append(parts, Paint(optionStyle(t, x, n == x.chosen), words))
		at += width + 2
	}
	return splice(parts...)
}

func optionStyle(t theme.Theme, x field, chosen bool) lipgloss.Style {
	switch {
	case x.Locked != "":
		return t.Faint
	case chosen:
		return t.Accent
	default:
		return t.Text
	}
}
