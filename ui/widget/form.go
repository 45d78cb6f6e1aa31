package widget

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"

	"zichtlijn/ui/theme"
)

// Form is a column of labelled fields, one of which has the keys. It is a value: Update leaves the form it was called
// on as it was. Made by NewForm.
type Form struct {
	fields        []field
	gone          []field // see Ask
	at            int
	width, height int
	blurred       bool
	pasted        func(kept int) string
	look          looking
	seek          string
	fold          func(string) string
}

// Pasted gives the sentence that stands under a field when a paste did not fit, with how many runes of it did.
func (f Form) Pasted(say func(kept int) string) Form {
	f.pasted = say
	return f
}

// CutPaste is that sentence for the field that has the keys; empty when all of the last paste fitted.
func (f Form) CutPaste() string {
	now, some := f.now()
	if kept, cut := now.cut(); some && cut && f.pasted != nil {
		return f.pasted(kept)
	}
	return ""
}

// NewForm makes a form of the fields in their order; the first that is not locked has the keys.
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

// Resize tells the size the form is drawn at, so that up and down in a note follow its lines as they are seen, and a
// page of a list is a page.
func (f Form) Resize(w, h int) Form {
	f.width, f.height = w, h
	return f
}

// Update answers a key or a paste for the field that has the keys. tab, shift+tab, up and down go to another field;
// enter and ctrl+s check everything and submit, or go to the first field that is wrong; esc cancels. On a look-up, what
// is typed opens its list, which has the keys until something is chosen or esc.
func (f Form) Update(msg tea.Msg) (Form, Event) {
	if f.look.open {
		return f.search(msg)
	}
	now, some := f.now()
	if some && now.opens(msg) {
		return f.find(msg)
	}
	key, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		return f.give(msg)
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
		return f.leave(1), None
	case "shift+tab":
		return f.leave(-1), None
	case "up", "down":
		by := 1
		if name == "up" {
			by = -1
		}
		if !some || now.Kind != NoteField || now.Locked != "" || !now.area.Resize(f.valueWidth()).CanMove(by) {
			return f.leave(by), None
		}
	}
	return f.give(msg)
}

func (f Form) now() (field, bool) {
	if len(f.fields) == 0 {
		return field{}, false
	}
	return f.fields[f.at], true
}

// with gives a form in which field i is another; the fields of this one stay.
func (f Form) with(i int, changed field) Form {
	f.fields = slices.Clone(f.fields)
	f.fields[i] = changed
	return f
}

func (f Form) give(msg tea.Msg) (Form, Event) {
	now, some := f.now()
	if !some {
		return f, None
	}
	now.area = now.area.Resize(f.valueWidth())
	next, changed := now.update(msg)
	f = f.with(f.at, next)
	if changed {
		return f, Changed
	}
	return f, None
}

// leave goes round to another field. The field that is left is checked only when it was touched: nobody is told of
// an empty field on the way past.
func (f Form) leave(by int) Form {
	now, some := f.now()
	if !some {
		return f
	}
	if now.value() != now.opened {
		f = f.with(f.at, now.check())
	}
	return f.to((f.at + by + len(f.fields)) % len(f.fields))
}

// to gives the keys to field i.
func (f Form) to(i int) Form {
	f.at, f.blurred, f.look = i, false, looking{}
	return f
}

func (f Form) submit() (Form, Event) {
	f.fields = slices.Clone(f.fields)
	for i := range f.fields {
		f.fields[i] = f.fields[i].check()
	}
	if i := f.wrong(); i >= 0 {
		return f.to(i), None
	}
	return f, Submit
}

func (f Form) wrong() int {
	return slices.IndexFunc(f.fields, func(x field) bool { return x.wrong != "" })
}

func (f Form) index(key string) int {
	return slices.IndexFunc(f.fields, func(x field) bool { return x.Key == key })
}

// change gives a form in which the field of that key went through how; without such a field the form as it is.
func (f Form) change(key string, how func(field) field) Form {
	i := f.index(key)
	if i < 0 {
		return f
	}
	return f.with(i, how(f.fields[i]))
}

// Value is what the field of that key holds now, in NFC whatever the keyboard or the clipboard sent; empty when there
// is none.
func (f Form) Value(key string) string {
	if i := f.index(key); i >= 0 {
		return norm.NFC.String(f.fields[i].value())
	}
	return ""
}

// Has reports whether the form has a field of that key.
func (f Form) Has(key string) bool { return f.index(key) >= 0 }

// On says whether the toggle of that key is on.
func (f Form) On(key string) bool { return f.Value(key) == True }

// Set fills in a field for the person; Dirty counts it.
func (f Form) Set(key, value string) Form {
	return f.change(key, func(x field) field { return x.set(value) })
}

// SetError puts a sentence under a field and goes there: a refusal that belongs to it. An empty one takes it away.
func (f Form) SetError(key, sentence string) Form {
	f = f.change(key, func(x field) field { x.wrong = sentence; return x })
	if i := f.index(key); i >= 0 && sentence != "" {
		return f.to(i)
	}
	return f
}

// SetLocked locks a field with the reason, or opens it when the reason is empty.
func (f Form) SetLocked(key, reason string) Form {
	return f.change(key, func(x field) field { x.Locked = reason; return x })
}

// SetHelp changes the line that explains a field.
func (f Form) SetHelp(key, help string) Form {
	return f.change(key, func(x field) field { x.Help = help; return x })
}

// SetPlaceholder changes what an empty field shows.
func (f Form) SetPlaceholder(key, words string) Form {
	return f.change(key, func(x field) field {
		x.Placeholder, x.input.Placeholder, x.area.Placeholder = words, words, words
		return x
	})
}

// SetOptions offers other answers of a choice; what was chosen stays chosen if it is among them.
func (f Form) SetOptions(key string, options []Option) Form {
	return f.change(key, func(x field) field {
		if x.Kind != ChoiceField {
			return x
		}
		value := x.value()
		x.Options = options
		return x.set(value)
	})
}

// Ask gives a form of other fields. What was typed into those that it had stays, and comes back with those that it
// has again.
func (f Form) Ask(fields ...Field) Form {
	now := NewForm(fields...)
	kept := slices.Concat(f.fields, f.gone)
	f.fields, f.gone = now.fields, nil
	for _, old := range kept {
		i := f.index(old.Key)
		if i < 0 {
			f.gone = append(f.gone, old)
			continue
		}
		f.fields[i] = old.again(now.fields[i])
	}
	at := max(f.index(kept[f.at].Key), 0)
	return f.to(at)
}

// Dirty says whether any field holds something else than it opened with.
func (f Form) Dirty() bool {
	return slices.ContainsFunc(f.fields, func(x field) bool { return x.value() != x.opened })
}

// Focused is the key of the field that has the keys.
func (f Form) Focused() string {
	now, _ := f.now()
	return now.Key
}

// Focus gives the keys to a field.
func (f Form) Focus(key string) Form {
	if i := f.index(key); i >= 0 {
		return f.to(i)
	}
	return f
}

// Blur takes the keys from the form, for something beside it: it is drawn without pointer and cursor until it goes to a
// field again. No line moves.
func (f Form) Blur() Form {
	f.blurred = true
	return f
}

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
