package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Area is text of several lines: a note, a pasted list. enter starts a new line, so whoever wants enter to save
// looks at the key first.
type Area struct {
	text        text
	width       int // what up and down go by; 0: the lines as they were typed
	goal        int // the column up and down try to keep, plus one
	Placeholder string
}

// NewArea makes an empty area of at most limit runes.
func NewArea(limit int) Area { return Area{text: text{limit: limit}} }

// Value is the text with "\n" between its lines.
func (a Area) Value() string { return a.text.value }

// SetValue replaces the text and puts the cursor behind it; see Input.SetValue for what is too long.
func (a Area) SetValue(s string) Area {
	a.text.value = strings.ReplaceAll(s, "\r\n", "\n")
	a.text.at, a.goal = len(a.text.value), 0
	return a
}

// Resize tells the width the area is drawn at, so that up and down follow the lines as they are seen.
func (a Area) Resize(w int) Area {
	a.width = w
	return a
}

// Update answers a key or a paste; true means the text changed.
func (a Area) Update(msg tea.Msg) (Area, bool) {
	if a.text.limit <= 0 {
		a.text.limit = DefaultLimit
	}
	before := a.text.value
	switch msg := msg.(type) {
	case tea.PasteMsg:
		a.text, a.goal = a.text.insert(msg.Content, true), 0
	case tea.KeyPressMsg:
		a = a.key(msg)
	}
	return a, a.text.value != before
}

func (a Area) key(msg tea.KeyPressMsg) Area {
	key := msg.String()
	switch key {
	case "up":
		return a.vertical(-1)
	case "down":
		return a.vertical(1)
	}
	a.goal = 0
	if edited, ok := a.text.key(key); ok {
		a.text = edited
		return a
	}
	switch key {
	case "enter", "shift+enter", "alt+enter", "ctrl+j":
		a.text = a.text.insert("\n", true)
	default:
		a.text = a.text.insert(msg.Text, true)
	}
	return a
}

// CanMove says whether up (-1) or down (1) has a line to go to: a form moves to the next field otherwise.
func (a Area) CanMove(by int) bool {
	rows := a.rows(a.width)
	at := a.row(rows) + by
	return at >= 0 && at < len(rows)
}

func (a Area) vertical(by int) Area {
	rows := a.rows(a.width)
	from := a.row(rows)
	to := from + by
	if to < 0 || to >= len(rows) {
		return a
	}
	if a.goal == 0 {
		a.goal = ansi.StringWidth(plain(a.text.value[rows[from].from:a.text.at])) + 1
	}
	end := rows[to].to
	if to+1 < len(rows) && rows[to+1].from == end {
		end = a.text.before(end) // the end of a wrapped line is the start of the next
	}
	a.text.at = columnIn(a.text, rows[to].from, max(end, rows[to].from), a.goal-1)
	return a
}

// span is one line as it is seen: a stretch of bytes.
type span struct{ from, to int }

// rows wraps the text at spaces. One cell is kept free for the cursor behind the last character.
func (a Area) rows(w int) []span {
	var out []span
	value := a.text.value
	for from := 0; ; {
		end := a.text.lineEnd(from)
		out = wrapSpan(out, value, from, end, w-1)
		if end == len(value) {
			return out
		}
		from = end + 1
	}
}

func wrapSpan(out []span, value string, from, end, w int) []span {
	width, space := 0, -1
	for i := from; i < end && w > 0; {
		n, cells := cluster(value[i:])
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
		if r.from <= a.text.at {
			at = i
		}
	}
	return at
}

// View draws the area in exactly w by h cells and says where in them the cursor stands; the line with the cursor is
// always in view.
func (a Area) View(w, h int, style, faint lipgloss.Style) (block string, x, y int) {
	if w <= 0 || h <= 0 {
		return Fit(nil, w, h), 0, 0
	}
	rows := a.rows(w)
	at := a.row(rows)
	top := max(at-h+1, 0)
	out := make([]string, h)
	for i := range out {
		line := ""
		if top+i < len(rows) {
			line = plain(a.text.value[rows[top+i].from:rows[top+i].to])
		}
		out[i] = Paint(style, fit(line, w, ""))
	}
	if a.text.value == "" {
		out[0] = Paint(faint.Inherit(style), FitLine(a.Placeholder, w))
	}
	x = ansi.StringWidth(plain(a.text.value[rows[at].from:a.text.at]))
	return strings.Join(out, "\n"), min(x, w-1), at - top
}
