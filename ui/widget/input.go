package widget

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// DefaultLimit is how many runes a field holds when its maker named no limit: the zero Input works.
const DefaultLimit = 200

// Input is a single line of text being typed. The cursor is the terminal's own: View says where it stands.
//
// Bubbles' textinput edits it; see edit. It does not draw it: in 2.2.1 its Cursor counts a wide letter as one cell and
// an accent as another, and stands at the right edge of a line that was scrolled and then walked back in.
type Input struct {
	value       string
	at          int    // of the cursor, in bytes, between two whole characters
	limit       int    // in runes
	fresh       bool   // see Fresh
	cut         pasted // the last paste, as far as it did not fit
	Placeholder string // shown while nothing is typed
}

// pasted is a paste of which only the first part fitted; the zero value is none.
type pasted struct {
	kept int // in runes
	cut  bool
}

// NewInput makes an empty field of at most limit runes.
func NewInput(limit int) Input { return Input{limit: limit} }

// room is how many runes a field of a limit still takes beside value.
func room(limit int, value string) int {
	if limit <= 0 {
		limit = DefaultLimit
	}
	return limit - utf8.RuneCountInString(value)
}

// Value is the text as typed.
func (in Input) Value() string { return in.value }

// SetValue replaces the text and puts the cursor behind it. What is longer than the limit stays whole, so that
// opening a field never shortens what it was opened on; nothing can be added then. Control characters go.
func (in Input) SetValue(s string) Input {
	in.value = held(s)[0]
	in.at = len(in.value)
	in.fresh, in.cut = false, pasted{}
	return in
}

// Fresh offers the value as a proposal: it is drawn as selected, and the first character or paste takes its place. Any
// other key, and a click, takes it up to be edited.
func (in Input) Fresh() Input {
	in.fresh = in.value != ""
	return in
}

// Cut tells that the last paste did not fit, and how many of its runes did; until the next key or paste.
func (in Input) Cut() (kept int, cut bool) { return in.cut.kept, in.cut.cut }

// Update answers a key or a paste; true means the text changed. Breaks in a paste become spaces and what exceeds
// the limit is not read: Cut tells.
func (in Input) Update(msg tea.Msg) (Input, bool) {
	before := in.value
	switch msg := msg.(type) {
	case tea.PasteMsg:
		in = in.taken(msg.Content)
		content, more := bounded(msg.Content, room(in.limit, in.value), false)
		in.cut = pasted{utf8.RuneCountInString(content), more}
		msg.Content = content
		in.value, in.at = edit(in.value, in.at, msg)
	case tea.KeyPressMsg:
		in = in.taken(msg.Text)
		in.cut = pasted{}
		msg.Text, _ = bounded(msg.Text, room(in.limit, in.value), false)
		in.value, in.at = edit(in.value, in.at, msg)
	}
	return in, in.value != before
}

// taken ends a proposal: text takes its place, anything else keeps it.
func (in Input) taken(text string) Input {
	if seen, _ := bounded(text, 1, false); in.fresh && seen != "" {
		in.value, in.at = "", 0
	}
	in.fresh = false
	return in
}

// marked is the width from which a field says with "…" that its text goes on; a narrower one needs its cells.
const marked = 4

// View draws the field in exactly w cells and says at which of them the cursor stands. Text longer than the field
// is shown around the cursor.
func (in Input) View(w int, style, faint lipgloss.Style) (line string, x int) {
	if w <= 0 {
		return "", 0
	}
	if in.value == "" {
		return Paint(faint.Inherit(style), FitLine(in.Placeholder, w)), 0
	}
	more := ""
	if w >= marked {
		more = "…"
	}
	shown := plain(in.value)
	column, gone := in.scrolled(w)
	if gone > 0 {
		shown = more + cutLeft(shown, gone+ansi.StringWidth(more), ansi.StringWidth(shown))
	}
	drawn := fit(shown, w, more)
	if in.fresh {
		text := strings.TrimRight(drawn, " ")
		return Paint(style.Reverse(true), text) + Paint(style, drawn[len(text):]), column - gone
	}
	return Paint(style, drawn), column - gone
}

// scrolled gives the column of the cursor in the text and how many columns are out of view at the left, so that the
// character under the cursor is whole and the mark of what is cut does not cover it.
func (in Input) scrolled(w int) (column, gone int) {
	column = ansi.StringWidth(plain(in.value[:in.at]))
	need := 1
	if in.at < len(in.value) {
		n, width := cluster(in.value[in.at:])
		need = max(width, 1)
		if in.at+n < len(in.value) && w >= marked {
			need++
		}
	}
	return column, min(max(column+need-w, 0), column)
}

// atStart is the field as it is drawn while another has the keys: from its first character.
func (in Input) atStart() Input {
	in.at, in.fresh = 0, false
	return in
}

// Click puts the cursor on the character at column x of a field w cells wide.
func (in Input) Click(x, w int) Input {
	_, gone := in.scrolled(w)
	in.at, in.fresh = columnIn(in.value, gone+x), false
	return in
}
