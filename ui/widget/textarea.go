package widget

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"zichtlijn/ui/theme"
)

// Area is text of several lines: a note, a pasted list. enter starts a new line; a form that saves on enter takes that
// key first.
//
// The line of the cursor is edited as an Input is; see editLine. Bubbles' textarea (2.2.1) is not used: its copies
// write into the same lines, viewport and cache, and made anew for each key it forgets its column and cannot be put
// back on its row. It also draws all its text in every Update: [0.25 ms a key with five lines, 1.8 with a hundred, 18
// with a thousand], and a pasted list has hundreds.
type Area struct {
	value       string
	at          int // of the cursor, in bytes, between two whole characters
	limit       int // in runes
	width       int // for up and down; 0: the lines as they were typed
	measure     theme.Measure
	goal        int // the column that up and down try to keep, plus one; 0: none
	cut         pasted
	Placeholder string
}

// NewArea returns an empty area of at most limit runes.
func NewArea(limit int) Area { return Area{limit: limit} }

// Value is the text with "\n" between its lines.
func (a Area) Value() string { return a.value }

// SetValue replaces the text and puts the cursor at its end; text over the limit stays, as in Input.SetValue.
func (a Area) SetValue(s string) Area {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	a.value = strings.Join(cleanLines(strings.Split(s, "\n")...), "\n")
	a.at, a.goal, a.cut = len(a.value), 0, pasted{}
	return a
}

// Cut reports whether the last paste was cut off; see Input.Cut.
func (a Area) Cut() (kept int, cut bool) { return a.cut.kept, a.cut.cut }

// Resize sets the measure and the width that the area is drawn with, so that up and down follow the lines as they are seen.
func (a Area) Resize(m theme.Measure, w int) Area {
	a.measure, a.width = m, w
	return a
}

// Update answers a key or a paste; true means the text changed.
func (a Area) Update(msg tea.Msg) (Area, bool) {
	before := a.value
	switch msg := msg.(type) {
	case tea.PasteMsg:
		content, more := cleanText(msg.Content, room(a.limit, a.value), true)
		a = a.replace(a.at, a.at, content)
		a.cut = pasted{utf8.RuneCountInString(content), more}
	case tea.KeyPressMsg:
		a = a.key(msg)
		a.cut = pasted{}
	}
	return a, a.value != before
}

func (a Area) key(msg tea.KeyPressMsg) Area {
	switch msg.String() {
	case "up":
		return a.moveRow(-1)
	case "down":
		return a.moveRow(1)
	case "enter", "shift+enter", "alt+enter", "ctrl+j":
		return a.insert("\n")
	}
	if msg.Text != "" {
		return a.insert(msg.Text)
	}
	a.goal = 0
	from, to := a.line()
	line, at := editLine(a.value[from:to], a.at-from, msg)
	if line == a.value[from:to] && from+at == a.at {
		return a.crossBreak(msg)
	}
	a.value = a.value[:from] + line + a.value[to:]
	a.at = from + at
	return a
}

// crossBreak answers a key that changed nothing in its line: at an edge it passes the break, or deletes it.
func (a Area) crossBreak(msg tea.KeyPressMsg) Area {
	keys := lineKeys()
	from, to := a.line()
	back, on := from > 0 && a.at == from, to < len(a.value) && a.at == to
	switch {
	case back && key.Matches(msg, keys.CharacterBackward, keys.WordBackward):
		a.at--
	case on && key.Matches(msg, keys.CharacterForward, keys.WordForward):
		a.at++
	case back && key.Matches(msg, keys.DeleteCharacterBackward, keys.DeleteWordBackward, keys.DeleteBeforeCursor):
		return a.replace(a.at-1, a.at, "")
	case on && key.Matches(msg, keys.DeleteCharacterForward):
		return a.replace(a.at, a.at+1, "")
	}
	return a
}

// insert adds text at the cursor, as far as the limit allows.
func (a Area) insert(s string) Area {
	fits, _ := cleanText(s, room(a.limit, a.value), true)
	return a.replace(a.at, a.at, fits)
}

// replace puts s in the place of bytes from up to to, and the cursor behind it. When that joins an accent to a letter,
// the cursor goes behind the accent.
func (a Area) replace(from, to int, s string) Area {
	a.value = a.value[:from] + s + a.value[to:]
	a.at, a.goal = from+len(s), 0
	start, end := a.line()
	if begun, whole := clusterAt(a.value[start:end], a.at-start); start+begun < a.at {
		a.at = start + whole
	}
	return a
}

// line returns the bounds of the line of the cursor.
func (a Area) line() (from, to int) {
	return strings.LastIndexByte(a.value[:a.at], '\n') + 1, a.lineEnd(a.at)
}

func (a Area) lineEnd(i int) int {
	if n := strings.IndexByte(a.value[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(a.value)
}

// CanMove reports whether up (-1) or down (1) has a line to go to; otherwise a form moves to the next field.
func (a Area) CanMove(by int) bool {
	rows := a.rows(a.measure, a.width)
	at := a.row(rows) + by
	return at >= 0 && at < len(rows)
}

func (a Area) moveRow(by int) Area {
	rows := a.rows(a.measure, a.width)
	from := a.row(rows)
	to := from + by
	if to < 0 || to >= len(rows) {
		return a
	}
	if a.goal == 0 {
		a.goal = a.measure.Width(plain(a.measure, a.value[rows[from].from:a.at])) + 1
	}
	end := rows[to].to
	if to+1 < len(rows) && rows[to+1].from == end {
		last, _ := clusterAt(a.value[rows[to].from:end], end-rows[to].from-1) // its end is the start of the next row
		end = rows[to].from + last
	}
	a.at = rows[to].from + byteAtColumn(a.measure, a.value[rows[to].from:end], a.goal-1)
	return a
}

// span is the bytes of one line as it is seen.
type span struct{ from, to int }

// rows wraps the text at spaces. One cell stays free for the cursor behind the last character.
func (a Area) rows(m theme.Measure, w int) []span {
	var out []span
	value := a.value
	for from := 0; ; {
		end := a.lineEnd(from)
		out = wrapSpan(m, out, value, from, end, w-1)
		if end == len(value) {
			return out
		}
		from = end + 1
	}
}

func wrapSpan(m theme.Measure, out []span, value string, from, end, w int) []span {
	width, space := 0, -1
	for i := from; i < end && w > 0; {
		n, cells := cluster(m, value[i:])
		if width+cells > w && i > from {
			cut := i
			if space > from {
				cut = space
			}
			out = append(out, span{from, cut})
			from, i, width, space = cut, cut, 0, -1
			continue
		}
		if value[i] == ' ' {
			space = i + n
		}
		width += cells
		i += n
	}
	return append(out, span{from, end})
}

func (a Area) row(rows []span) int {
	at := 0
	for i, r := range rows {
		if r.from <= a.at {
			at = i
		}
	}
	return at
}

// View draws the area in exactly w by h cells and returns the place of the cursor in them; its line is always in view.
func (a Area) View(m theme.Measure, w, h int, style, faint lipgloss.Style) (block string, x, y int) {
	if w <= 0 || h <= 0 {
		return Fit(m, nil, w, h), 0, 0
	}
	rows := a.rows(m, w)
	at := a.row(rows)
	top := max(at-h+1, 0)
	out := make([]string, h)
	for i := range out {
		line := ""
		if top+i < len(rows) {
			line = plain(m, a.value[rows[top+i].from:rows[top+i].to])
		}
		out[i] = Paint(style, fit(m, line, w, ""))
	}
	if a.value == "" {
		out[0] = Paint(faint.Inherit(style), FitLine(m, a.Placeholder, w))
	}
	x = m.Width(plain(m, a.value[rows[at].from:a.at]))
	return strings.Join(out, "\n"), min(x, w-1), at - top
}
