package widget

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"golang.org/x/text/unicode/norm"

	"zichtlijn/ui/theme"
)

// Form is a column of labelled fields, one of which has the keys. It is a value: Update returns another form. Made by
// NewForm.
type Form struct {
	fields        []field
	hidden        []field // see SetFields
	at            int
	width, height int
	measure       theme.Measure
	blurred       bool
	cutPaste      func(kept int) string
	lookup        lookup
	placeholder   string // of the line above a list
	fold          func(string) string
}

// SetCutPaste sets the sentence under a field whose last paste did not fit; kept is how many runes of it did.
func (f Form) SetCutPaste(say func(kept int) string) Form {
	f.cutPaste = say
	return f
}

// CutPaste is that sentence for the field that has the keys; empty when all of the last paste fitted.
func (f Form) CutPaste() string {
	now, some := f.focused()
	if kept, cut := now.cut(); some && cut && f.cutPaste != nil {
		return f.cutPaste(kept)
	}
	return ""
}

// NewForm returns a form of the fields in their order; the first that is not locked has the keys.
func NewForm(fields ...Field) Form {
	var f Form
	for _, described := range fields {
		f.fields = append(f.fields, newField(described))
	}
	if i := slices.IndexFunc(f.fields, func(x field) bool { return x.Locked == "" }); i >= 0 {
		f.at = i
	}
	return f
}

// Resize sets the measure and the size that the form is drawn with, for up and down in a note and for the page keys in a list.
func (f Form) Resize(m theme.Measure, w, h int) Form {
	f.measure, f.width, f.height = m, w, h
	return f
}

// Update answers a key or a paste for the field that has the keys. tab, shift+tab, up and down go to another field;
// enter and ctrl+s check everything and submit, or go to the first field that is wrong; esc cancels. On a look-up,
// typing opens its list, which has the keys until something is chosen or esc.
func (f Form) Update(msg tea.Msg) (Form, Event) {
	if f.lookup.open {
		return f.search(msg)
	}
	now, some := f.focused()
	if some && now.opensList(msg) {
		return f.openList(msg)
	}
	key, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		return f.edit(msg)
	}
	switch name := key.String(); name {
	case "esc":
		return f, Cancel
	case "ctrl+s":
		return f.submit()
	case "enter":
		if !some || now.Kind != NoteField || !now.Breaks || now.Locked != "" {
			return f.submit()
		}
	case "tab":
		return f.moveFocus(1), None
	case "shift+tab":
		return f.moveFocus(-1), None
	case "up", "down":
		by := 1
		if name == "up" {
			by = -1
		}
		if !some || now.Kind != NoteField || now.Locked != "" || !now.area.Resize(f.measure, f.valueWidth()).CanMove(by) {
			return f.moveFocus(by), None
		}
	}
	return f.edit(msg)
}

func (f Form) focused() (field, bool) {
	if len(f.fields) == 0 {
		return field{}, false
	}
	return f.fields[f.at], true
}

// setField replaces field i in a copy of the fields.
func (f Form) setField(i int, changed field) Form {
	f.fields = slices.Clone(f.fields)
	f.fields[i] = changed
	return f
}

func (f Form) edit(msg tea.Msg) (Form, Event) {
	now, some := f.focused()
	if !some {
		return f, None
	}
	now.area = now.area.Resize(f.measure, f.valueWidth())
	next, changed := now.update(msg)
	f = f.setField(f.at, next)
	if changed {
		return f, Changed
	}
	return f, None
}

// moveFocus goes round to another field. The field that is left is checked only when its value changed: passing an
// empty field is no mistake.
func (f Form) moveFocus(by int) Form {
	now, some := f.focused()
	if !some {
		return f
	}
	if now.value() != now.opened {
		f = f.setField(f.at, now.check())
	}
	return f.focus((f.at + by + len(f.fields)) % len(f.fields))
}

// focus gives the keys to field i.
func (f Form) focus(i int) Form {
	f.at, f.blurred, f.lookup = i, false, lookup{}
	return f
}

func (f Form) submit() (Form, Event) {
	f.fields = slices.Clone(f.fields)
	for i := range f.fields {
		f.fields[i] = f.fields[i].check()
	}
	if i := f.firstWrong(); i >= 0 {
		return f.focus(i), None
	}
	return f, Submit
}

func (f Form) firstWrong() int {
	return slices.IndexFunc(f.fields, func(x field) bool { return x.wrong != "" })
}

func (f Form) index(key string) int {
	return slices.IndexFunc(f.fields, func(x field) bool { return x.Key == key })
}

// mapField replaces the field with that key by how of it; without such a field it changes nothing.
func (f Form) mapField(key string, how func(field) field) Form {
	i := f.index(key)
	if i < 0 {
		return f
	}
	return f.setField(i, how(f.fields[i]))
}

// Value is the value of the field with that key, in NFC whatever the keyboard or the clipboard sent; empty when there
// is no such field.
func (f Form) Value(key string) string {
	if i := f.index(key); i >= 0 {
		return norm.NFC.String(f.fields[i].value())
	}
	return ""
}

// Has reports whether the form has a field with that key.
func (f Form) Has(key string) bool { return f.index(key) >= 0 }

// On reports whether the toggle with that key is on.
func (f Form) On(key string) bool { return f.Value(key) == True }

// Set fills in a field. Dirty counts it as typed.
func (f Form) Set(key, value string) Form {
	return f.mapField(key, func(x field) field { return x.set(value) })
}

// SetError puts a sentence under a field, such as a refusal, and goes there; an empty one removes it.
func (f Form) SetError(key, sentence string) Form {
	f = f.mapField(key, func(x field) field { x.wrong = sentence; return x })
	if i := f.index(key); i >= 0 && sentence != "" {
		return f.focus(i)
	}
	return f
}

// SetLocked locks a field with the reason, or opens it when the reason is empty.
func (f Form) SetLocked(key, reason string) Form {
	return f.mapField(key, func(x field) field { x.Locked = reason; return x })
}

// SetHelp changes the line that explains a field.
func (f Form) SetHelp(key, help string) Form {
	return f.mapField(key, func(x field) field { x.Help = help; return x })
}

// SetPlaceholder changes the text of an empty field.
func (f Form) SetPlaceholder(key, words string) Form {
	return f.mapField(key, func(x field) field {
		x.Placeholder, x.input.Placeholder, x.area.Placeholder = words, words, words
		return x
	})
}

// SetFields makes it a form of other fields. What was typed stays with fields that it had, also with those that it had
// before and gets again.
func (f Form) SetFields(fields ...Field) Form {
	now := NewForm(fields...)
	kept := slices.Concat(f.fields, f.hidden)
	f.fields, f.hidden = now.fields, nil
	for _, old := range kept {
		i := f.index(old.Key)
		if i < 0 {
			f.hidden = append(f.hidden, old)
			continue
		}
		f.fields[i] = old.redescribe(now.fields[i])
	}
	at := max(f.index(kept[f.at].Key), 0)
	return f.focus(at)
}

// Put describes the field with that key anew, or adds it below the others. What was typed into it stays, also where it
// was dropped in between.
func (f Form) Put(described Field) Form {
	if i := f.index(described.Key); i >= 0 {
		now := f.fields[i].redescribe(newField(described))
		if f.fields[i].wrong != "" {
			now = now.check()
		}
		return f.setField(i, now)
	}
	added := newField(described)
	if i := slices.IndexFunc(f.hidden, func(x field) bool { return x.Key == described.Key }); i >= 0 {
		added = f.hidden[i].redescribe(added)
		f.hidden = slices.Delete(slices.Clone(f.hidden), i, i+1)
	}
	f.fields = append(slices.Clip(f.fields), added)
	return f
}

// Drop takes away the field with that key, if there is one.
func (f Form) Drop(key string) Form {
	i := f.index(key)
	if i < 0 {
		return f
	}
	f.hidden = append(slices.Clip(f.hidden), f.fields[i])
	f.fields = slices.Delete(slices.Clone(f.fields), i, i+1)
	if f.at > i || f.at == len(f.fields) {
		f.at = max(f.at-1, 0)
	}
	return f
}

// Dirty reports whether any field has another value than it opened with.
func (f Form) Dirty() bool {
	return slices.ContainsFunc(f.fields, func(x field) bool { return x.value() != x.opened })
}

// Focused is the key of the field that has the keys.
func (f Form) Focused() string {
	now, _ := f.focused()
	return now.Key
}

// Focus gives the keys to the field with that key.
func (f Form) Focus(key string) Form {
	if i := f.index(key); i >= 0 {
		return f.focus(i)
	}
	return f
}

// Blur takes the keys from the form: it is drawn without pointer and cursor until a field has the keys again. No line
// moves.
func (f Form) Blur() Form {
	f.blurred = true
	return f
}

const (
	gutter      = 2  // the pointer before the field that has the keys
	besideLabel = 36 // the least width for a value beside its label; in a narrower form it stands under it
)

// canvas is a drawn form, of any length.
type canvas struct {
	lines  []string
	owner  []int // of each line: its field
	spots  []spot
	cursor *tea.Cursor
}

// spot is where an option of a choice, or the text of a field, can be clicked.
type spot struct {
	line, x, w int
	field      int
	option     int // -1: the text itself
}

// View draws the form in exactly w by h cells, with the focused field in view. The cursor is as seen from the form's
// corner; nil when that field takes no text.
func (f Form) View(t theme.Theme, w, h int) (string, *tea.Cursor) {
	if f.lookup.open {
		return f.lookup.picker.View(t, w, h)
	}
	s := f.render(t, w)
	top := f.top(s, h)
	if s.cursor != nil {
		s.cursor.Y -= top
		if s.cursor.Y < 0 || s.cursor.Y >= h || s.cursor.X >= w {
			s.cursor = nil
		}
	}
	return Fit(t.Measure, s.lines[min(top, len(s.lines)):], w, h), s.cursor
}

// Lines is how many lines the form needs at a width. The open list of a look-up for one needs a line for each item; one
// for several gets the place of the form, so that nothing jumps.
func (f Form) Lines(t theme.Theme, w int) int {
	if now, open := f.OpenLookup(); open && !now.Several {
		_, offered, _ := f.lookup.picker.Count()
		return max(offered, 3) + 1
	}
	return len(f.render(t, w).lines)
}

// Click answers a click at a cell of the form as View drew it: it goes to the field, and chooses an option.
func (f Form) Click(t theme.Theme, x, y, w, h int) (Form, Event) {
	if f.lookup.open {
		return f.applySearch(f.lookup.picker.Click(x, y, w, h))
	}
	s := f.render(t, w)
	line := f.top(s, h) + y
	if x < 0 || x >= w || y < 0 || y >= h || line >= len(s.lines) {
		return f, None
	}
	before := f.at
	if s.owner[line] != f.at {
		f = f.moveFocus(0)
	}
	f = f.focus(s.owner[line])
	if now := f.fields[f.at]; now.Kind == LookupField && now.Locked == "" {
		return f.openList(nil)
	}
	for _, p := range s.spots {
		if p.line != line || x < p.x || x >= p.x+p.w || f.fields[p.field].Locked != "" {
			continue
		}
		return f.clickSpot(t.Measure, p, x-p.x, before)
	}
	return f, None
}

// clickSpot answers a click at column x of a spot; before is the field that had the keys when it was drawn.
func (f Form) clickSpot(m theme.Measure, p spot, x, before int) (Form, Event) {
	now := f.fields[p.field]
	if p.option < 0 {
		if p.field != before {
			now.input = now.input.atStart()
		}
		now.input = now.input.Click(m, x, p.w)
		return f.setField(p.field, now), None
	}
	same := now.chosen == p.option
	now.chosen, now.wrong = p.option, ""
	f = f.setField(p.field, now)
	if now.Find != nil && now.value() == now.Else {
		f, _ = f.openList(nil)
	}
	if same {
		return f, None
	}
	return f, Changed
}

// top is the first line in view: the focused field must be in view whole, or at least its cursor.
func (f Form) top(s canvas, h int) int {
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

// columns returns the widths of label and value at a width; a label of 0 stands on its own line.
func (f Form) columns(m theme.Measure, w int) (label, value int) {
	if w < besideLabel {
		return 0, max(w-gutter, 1)
	}
	for _, x := range f.fields {
		label = max(label, m.Width(plain(m, x.Label)))
	}
	label = min(label, w/3)
	return label, w - gutter - label - 2
}

func (f Form) valueWidth() int {
	if f.width <= 0 {
		return 0
	}
	_, value := f.columns(f.measure, f.width)
	return value
}

func (f Form) render(t theme.Theme, w int) canvas {
	var s canvas
	label, value := f.columns(t.Measure, w)
	for i := range f.fields {
		f.draw(&s, t, i, label, value)
	}
	return s
}

// draw adds a field to the canvas: label, value, its error and, when it is focused, its help.
func (f Form) draw(s *canvas, t theme.Theme, i, label, value int) {
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
		s.add(i, splice(head, Paint(name, FitLine(t.Measure, x.Label, value))))
		head = spaces(gutter)
	} else {
		head = splice(head, Paint(name, FitLine(t.Measure, x.Label, label)), "  ")
		indent += label + 2
	}
	for n, line := range f.content(s, t, i, indent, value) {
		if n > 0 {
			head = spaces(indent)
		}
		s.add(i, splice(head, line))
	}
	s.note(t.Measure, i, indent, value, t.Error, x.wrong)
	if !focused {
		return
	}
	s.note(t.Measure, i, indent, value, t.Warning, f.CutPaste())
	if x.Locked != "" {
		s.note(t.Measure, i, indent, value, t.Warning, x.Locked)
		return
	}
	if x.isChoice() && x.chosen >= 0 {
		s.note(t.Measure, i, indent, value, t.Faint, x.Options[x.chosen].Help)
	}
	s.note(t.Measure, i, indent, value, t.Faint, x.Help)
}

func (s *canvas) add(field int, line string) {
	s.lines, s.owner = append(s.lines, line), append(s.owner, field)
}

func (s *canvas) note(m theme.Measure, field, indent, w int, style lipgloss.Style, words string) {
	for _, line := range Wrap(m, words, w) {
		s.add(field, spaces(indent)+Paint(style, line))
	}
}

// content draws the value of a field, for the next lines of the canvas.
func (f Form) content(s *canvas, t theme.Theme, i, indent, w int) []string {
	x, line := f.fields[i], len(s.lines)
	ground := t.Input
	if x.Locked != "" {
		ground = t.Faint
	}
	cursor := i == f.at && !f.blurred && x.Locked == ""
	switch {
	case x.isChoice():
		return []string{s.choice(t, x, i, indent, w)}
	case x.Kind == NoteField:
		block, cx, cy := x.area.View(t.Measure, w, x.height(), ground, t.Faint)
		if cursor {
			s.cursor = tea.NewCursor(indent+cx, line+cy)
		}
		return strings.Split(block, "\n")
	default:
		if !cursor || x.Kind == LookupField {
			x.input = x.input.atStart()
		}
		drawn, cx := x.input.View(t.Measure, w, ground, t.Faint)
		if cursor {
			s.cursor = tea.NewCursor(indent+cx, line)
		}
		s.spots = append(s.spots, spot{line: line, x: indent, w: w, field: i, option: -1})
		return []string{drawn}
	}
}

// choice draws all options side by side or, where they do not fit, the chosen one between arrows.
func (s *canvas) choice(t theme.Theme, x field, i, indent, w int) string {
	m, total := t.Measure, 0
	for _, o := range x.Options {
		total += m.Width(plain(m, o.Label)) + 6
	}
	if total-2 > w || total == 0 {
		label := "…"
		if x.chosen >= 0 {
			label = x.Options[x.chosen].Label
		}
		if n := len(x.Options); n > 0 {
			s.spots = append(s.spots, spot{len(s.lines), indent, w, i, (x.chosen + 1) % n})
		}
		label = FitLine(m, label, min(m.Width(plain(m, label)), max(w-4, 1)))
		return FitLine(m, splice("‹ ", Paint(optionStyle(t, x, true), label), " ›"), w)
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
		words := mark + plain(m, o.Label)
		width := m.Width(words)
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
