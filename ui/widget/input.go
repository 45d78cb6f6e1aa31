package widget

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"zichtlijn/ui/theme"
)

// DefaultLimit is how many runes a field holds when its maker named no limit: the zero Input works.
const DefaultLimit = 200

// Input is a single line of text being typed. The cursor is the terminal's own: View returns its column.
//
// Bubbles' textinput edits it; see editLine. It does not draw it: in 2.2.1 its Cursor counts a wide letter as one cell
// and an accent as another, and stands at the right edge of a line that was scrolled and then walked back in.
type Input struct {
	value       string
	at          int    // of the cursor, in bytes, between two whole characters
	limit       int    // in runes
	fresh       bool   // see Fresh
	cut         pasted // how much of the last paste fitted
	Placeholder string // shown while nothing is typed
}

// pasted is a paste of which only the first part fitted; the zero value is none.
type pasted struct {
	kept int // in runes
	cut  bool
}

// NewInput returns an empty field of at most limit runes.
func NewInput(limit int) Input { return Input{limit: limit} }

// room is how many runes fit in a field besides its value.
func room(limit int, value string) int {
	if limit <= 0 {
		limit = DefaultLimit
	}
	return limit - utf8.RuneCountInString(value)
}

// Value is the text as typed.
func (in Input) Value() string { return in.value }

// SetValue replaces the text and puts the cursor at its end. Text over the limit stays whole, so that opening a field
// never shortens its value; nothing can be added then. Control characters go.
func (in Input) SetValue(s string) Input {
	in.value = cleanLines(s)[0]
	in.at = len(in.value)
	in.fresh, in.cut = false, pasted{}
	return in
}

// Fresh makes the value a proposal: it is drawn as selected, and the first character or paste replaces it. Any other
// key, and a click, keeps it for editing.
func (in Input) Fresh() Input {
	in.fresh = in.value != ""
	return in
}

// Cut reports whether the last paste was cut off, and how many of its runes fitted; until the next key or paste.
func (in Input) Cut() (kept int, cut bool) { return in.cut.kept, in.cut.cut }

// Update answers a key or a paste; true means the text changed. Breaks in a paste become spaces; what exceeds the limit
// is not read, see Cut.
func (in Input) Update(msg tea.Msg) (Input, bool) {
	before := in.value
	switch msg := msg.(type) {
	case tea.PasteMsg:
		in = in.endProposal(msg.Content)
		content, more := cleanText(msg.Content, room(in.limit, in.value), false)
		in.cut = pasted{utf8.RuneCountInString(content), more}
		msg.Content = content
		in.value, in.at = editLine(in.value, in.at, msg)
	case tea.KeyPressMsg:
		in = in.endProposal(msg.Text)
		in.cut = pasted{}
		msg.Text, _ = cleanText(msg.Text, room(in.limit, in.value), false)
		in.value, in.at = editLine(in.value, in.at, msg)
	}
	return in, in.value != before
}

// endProposal ends a proposal: text replaces it, anything else keeps it.
func (in Input) endProposal(text string) Input {
	if seen, _ := cleanText(text, 1, false); in.fresh && seen != "" {
		in.value, in.at = "", 0
	}
	in.fresh = false
	return in
}

// ellipsisFrom is the least width of a field that marks cut text with "…"; a narrower one needs all its cells.
const ellipsisFrom = 4

// View draws the field in exactly w cells and returns the column of the cursor. Of text longer than the field the part
// around the cursor is shown.
func (in Input) View(m theme.Measure, w int, style, faint lipgloss.Style) (line string, x int) {
	if w <= 0 {
		return "", 0
	}
	if in.value == "" {
		return Paint(faint.Inherit(style), FitLine(m, in.Placeholder, w)), 0
	}
	more := ""
	if w >= ellipsisFrom {
		more = "…"
	}
	shown := plain(m, in.value)
	column, gone := in.scroll(m, w)
	if gone > 0 {
		shown = more + cutLeft(m, shown, gone+m.Width(more), m.Width(shown))
	}
	drawn := fit(m, shown, w, more)
	if in.fresh {
		text := strings.TrimRight(drawn, " ")
		return Paint(style.Reverse(true), text) + Paint(style, drawn[len(text):]), column - gone
	}
	return Paint(style, drawn), column - gone
}

// scroll returns the column of the cursor in the text and how many columns are out of view at the left, so that the
// character under the cursor is whole and no "…" covers it.
func (in Input) scroll(m theme.Measure, w int) (column, gone int) {
	column = m.Width(plain(m, in.value[:in.at]))
	need := 1
	if in.at < len(in.value) {
		n, width := cluster(m, in.value[in.at:])
		need = max(width, 1)
		if in.at+n < len(in.value) && w >= ellipsisFrom {
			need++
		}
	}
	return column, min(max(column+need-w, 0), column)
}

// atStart is the field as drawn while another has the keys: from its first character.
func (in Input) atStart() Input {
	in.at, in.fresh = 0, false
	return in
}

// Click puts the cursor on the character at column x of a field w cells wide.
func (in Input) Click(m theme.Measure, x, w int) Input {
	_, gone := in.scroll(m, w)
	in.at, in.fresh = byteAtColumn(m, in.value, gone+x), false
	return in
}

// editLine lets the text field of Bubbles answer a key or a paste in a line with the cursor at byte at, and returns the
// edited line and cursor. The cursor stays between whole characters: the field counts runes, a person counts a letter
// with its accents as one.
//
// The field is made anew for each message, in 6 µs: if it were kept, all copies would write into the same runes. Its
// commands are dropped.
func editLine(line string, at int, msg tea.Msg) (string, int) {
	m := lineEditor()
	m.SetValue(line)
	m.SetCursor(utf8.RuneCountInString(line[:at]))
	for range keyRepeats(m.KeyMap, line, at, msg) {
		m, _ = m.Update(msg)
	}
	edited := m.Value()
	to := len(string([]rune(edited)[:m.Position()]))
	from, end := clusterAt(edited, to)
	switch {
	case from == to:
		return edited, to
	case edited == line && to < at:
		return edited, from
	default:
		return edited, end
	}
}

func lineEditor() textinput.Model {
	m := textinput.New()
	m.SetVirtualCursor(false)
	m.KeyMap = lineKeys()
	m.Focus()
	return m
}

// lineKeys are the keys that edit a line; up, down, enter, tab and ctrl+k are left to the form.
func lineKeys() textinput.KeyMap {
	keys := textinput.DefaultKeyMap()
	keys.DeleteCharacterBackward.SetKeys("backspace", "shift+backspace", "ctrl+h")
	keys.DeleteAfterCursor.Unbind()
	keys.DeleteWordForward.Unbind() // textinput 2.2.1 panics on it right before the last rune
	keys.Paste.Unbind()             // it runs a program to read the clipboard; the terminal's own paste needs none
	keys.AcceptSuggestion.Unbind()
	keys.NextSuggestion.Unbind()
	keys.PrevSuggestion.Unbind()
	return keys
}

// keyRepeats is how often a key must be repeated to edit one whole character: the field deletes rune by rune.
func keyRepeats(keys textinput.KeyMap, line string, at int, msg tea.Msg) int {
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
		return 1
	case at > 0 && key.Matches(press, keys.DeleteCharacterBackward):
		from, _ := clusterAt(line, at-1)
		return utf8.RuneCountInString(line[from:at])
	case key.Matches(press, keys.DeleteCharacterForward):
		_, to := clusterAt(line, at)
		return utf8.RuneCountInString(line[at:to])
	}
	return 1
}

// cleanText takes at most room runes from s as text: control and invisible characters are dropped, breaks become
// spaces unless they are kept, and \r\n counts as one. Reading stops at the limit: a pasted megabyte costs no more than
// what fits. more reports that something besides blanks was left over.
func cleanText(s string, room int, keepBreaks bool) (text string, more bool) {
	var b strings.Builder
	b.Grow(max(min(room, len(s)), 0))
	budget := max(room, 0) * 16 // in bytes: dropped characters must not cost without end either
	before, i := rune(0), 0
	for i < len(s) && room > 0 && i < budget {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		follows := r == '\n' && before == '\r'
		before = r
		switch {
		case ' ' <= r && r <= '~': // the common case
		case follows, r == utf8.RuneError:
			continue
		case keepBreaks && (r == '\n' || r == '\r'):
			r = '\n'
		case isBreak(r):
			r = ' '
		case isInvisible(r):
			continue
		}
		b.WriteRune(r)
		room--
	}
	return b.String(), strings.TrimSpace(s[i:]) != ""
}

// cleanLines makes each text a single line: breaks and tabs become spaces, control characters go.
func cleanLines(lines ...string) []string {
	m := lineEditor()
	out := make([]string, len(lines))
	for i, line := range lines {
		m.SetValue(line)
		out[i] = m.Value()
	}
	return out
}
