package groups

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// sheet is what a dialog is drawn on: outer is the whole picture, with its
// corner at 0,0, and body where its content goes.
type sheet struct {
	frame       widget.Dialog
	outer, body widget.Box
}

// newSheet makes room for a body of w by h cells, or less where the window has less.
func newSheet(s scene.Scene, title string, hints []widget.Hint, w, h int) sheet {
	frame := widget.Dialog{Title: title, Hints: hints}
	outer, body := frame.Place(widget.Box{W: s.Size.W, H: s.Size.H}, w, h)
	body.X, body.Y = body.X-outer.X, body.Y-outer.Y
	outer.X, outer.Y = 0, 0
	return sheet{frame, outer, body}
}

// sheetWidth is how wide the body of a dialog is that would like to be w.
func sheetWidth(s scene.Scene, w int) int { return max(min(w, s.Size.W-4), 1) }

// draw returns the picture, and the cursor of the body as seen from its corner.
func (p sheet) draw(t theme.Theme, body string, cursor *tea.Cursor) (string, *tea.Cursor) {
	picture, _ := p.frame.View(t, p.outer, body)
	if cursor != nil {
		cursor.X += p.body.X
		cursor.Y += p.body.Y
	}
	return picture, cursor
}

// hint returns the key that a click at a cell of the picture stands for.
func (p sheet) hint(t theme.Theme, at scene.Clicked) (tea.KeyPressMsg, bool) {
	if at.Wheel != 0 || at.Y != p.frame.HintLine(p.outer) {
		return tea.KeyPressMsg{}, false
	}
	_, hits := p.frame.View(t, p.outer, "")
	key, ok := widget.HitAt(hits, at.X)
	return pressOf(key), ok
}

// pressOf is the key press that a hint of a dialog stands for.
func pressOf(key string) tea.KeyPressMsg {
	switch key {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}
	case "tab":
		return tea.KeyPressMsg{Code: tea.KeyTab}
	case "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	case "pgdown":
		return tea.KeyPressMsg{Code: tea.KeyPgDown}
	case "ctrl+s":
		return tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl}
	case "ctrl+v":
		return tea.KeyPressMsg{Code: 'v', Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{}
}

// tone is how a remark is meant.
type tone uint8

const (
	plainTone tone = iota
	quietTone
	headTone
	warnTone
	wrongTone
)

func (t tone) style(th theme.Theme) lipgloss.Style {
	switch t {
	case quietTone:
		return th.Faint
	case headTone:
		return th.Heading
	case warnTone:
		return th.Warning
	case wrongTone:
		return th.Error
	default:
		return th.Text
	}
}

// remark is a sentence of a dialog about what is typed or would happen. Its
// words are said already, and clean.
type remark struct {
	tone  tone
	words string
}

// remarks are read below a form; they scroll when they do not fit.
type remarks []remark

// lines wraps the remarks to a width; what belongs under a heading is set in.
func (r remarks) lines(t theme.Theme, w int) []string {
	var out []string
	under := false
	for _, one := range r {
		indent := ""
		if one.tone == headTone {
			under = true
		} else if under && one.tone != wrongTone {
			indent = "  "
		}
		if one.words == "" {
			out, under = append(out, ""), false
			continue
		}
		for i, line := range wrapWhole(one.words, w-len(indent)-2) {
			if i > 0 {
				line = "  " + line
			}
			out = append(out, widget.Paint(one.tone.style(t), indent+line))
		}
	}
	return out
}

// wrapWhole wraps without breaking at a hyphen: half a date is another date.
func wrapWhole(words string, w int) []string {
	const unbroken = "\u2011"
	if strings.Contains(words, unbroken) {
		return widget.Wrap(words, w)
	}
	lines := widget.Wrap(strings.ReplaceAll(words, "-", unbroken), w)
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], unbroken, "-")
	}
	return lines
}

// page keeps remarks as they were wrapped: an impact can be hundreds of names,
// and wrapping them in every frame would be felt.
type page struct {
	said    remarks
	width   int
	wrapped []string
}

func newPage(t theme.Theme, said remarks, w int) page { return page{said, w, said.lines(t, w)} }

func (p page) lines(t theme.Theme, w int) []string {
	if p.width == w {
		return p.wrapped
	}
	return p.said.lines(t, w)
}

// scroll is a window on lines that are read and not chosen from.
type scroll struct{ from int }

// clamp keeps the window of h lines on n lines.
func (c scroll) clamp(n, h int) scroll { return scroll{max(min(c.from, n-h), 0)} }

// by moves the window.
func (c scroll) by(lines, n, h int) scroll { return scroll{c.from + lines}.clamp(n, h) }

// view draws h lines; a mark at the right edge shows where one is.
func (c scroll) view(t theme.Theme, lines []string, w, h int) string {
	c = c.clamp(len(lines), h)
	if len(lines) <= h || w < 4 {
		return widget.Fit(lines, w, h)
	}
	thumb := widget.List{}.Set(widget.Rows{N: len(lines)}, h).Scroll(c.from).Thumb()
	shown := make([]string, 0, h)
	for i, line := range lines[c.from:min(c.from+h, len(lines))] {
		bar := widget.Paint(t.Border, "│")
		if i >= thumb.From && i < thumb.To {
			bar = widget.Paint(t.Accent, "┃")
		}
		shown = append(shown, widget.FitLine(line, w-2)+" "+bar)
	}
	return widget.Fit(shown, w, h)
}
