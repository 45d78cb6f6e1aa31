package widget

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// DefaultLimit is how many runes a field holds when its maker named no limit: the zero Input works.
const DefaultLimit = 200

// Input is a single line of text being typed. The cursor is the terminal's own: View says where it stands.
type Input struct {
	text        text
	Placeholder string // shown while nothing is typed
}

// NewInput makes an empty field of at most limit runes.
func NewInput(limit int) Input { return Input{text: text{limit: limit}} }

func (in Input) ready() Input {
	if in.text.limit <= 0 {
		in.text.limit = DefaultLimit
	}
	return in
}

// Value is the text as typed.
func (in Input) Value() string { return in.text.value }

// SetValue replaces the text and puts the cursor behind it. What is longer than the limit stays whole, so that
// opening a field never shortens what it was opened on; nothing can be added then.
func (in Input) SetValue(s string) Input {
	in = in.ready()
	in.text.value = s
	in.text.at = len(s)
	return in
}

// Update answers a key or a paste; true means the text changed. Breaks in a paste become spaces and what exceeds
// the limit is not read.
func (in Input) Update(msg tea.Msg) (Input, bool) {
	in = in.ready()
	before := in.text.value
	switch msg := msg.(type) {
	case tea.PasteMsg:
		in.text = in.text.insert(msg.Content, false)
	case tea.KeyPressMsg:
		if edited, ok := in.text.key(msg.String()); ok {
			in.text = edited
		} else if msg.Text != "" {
			in.text = in.text.insert(msg.Text, false)
		}
	}
	return in, in.text.value != before
}

// View draws the field in exactly w cells and says at which of them the cursor stands. Text longer than the field
// is shown around the cursor.
func (in Input) View(w int, style, faint lipgloss.Style) (line string, x int) {
	if w <= 0 {
		return "", 0
	}
	if in.text.value == "" {
		return Paint(faint.Inherit(style), FitLine(in.Placeholder, w)), 0
	}
	shown := plain(in.text.value)
	x = ansi.StringWidth(plain(in.text.value[:in.text.at]))
	if over := x - w + 1; over > 0 {
		shown = cutLeft(shown, over, ansi.StringWidth(shown))
		x = w - 1
	}
	return Paint(style, fit(shown, w, "")), x
}

// Click puts the cursor on the character at column x of a field w cells wide.
func (in Input) Click(x, w int) Input {
	column := max(ansi.StringWidth(plain(in.text.value[:in.text.at]))-w+1, 0) + x
	in.text.at = columnIn(in.text, 0, len(in.text.value), column)
	return in
}

// columnIn finds the byte at a column of the stretch from up to to.
func columnIn(t text, from, to, column int) int {
	for from < to {
		n, width := cluster(t.value[from:])
		if column < width {
			return from
		}
		column -= width
		from += n
	}
	return to
}
