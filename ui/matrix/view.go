package matrix

import (
	"strconv"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// View implements scene.Dialog.
func (d matrix) View(s scene.Scene) (string, *tea.Cursor) {
	d = d.fresh(s)
	l := d.arrange(s)
	if len(d.known.members) == 0 {
		empty := dialog.Lines(s.Theme.Text, l.Body.W, s.Words.Say("matrix.empty", s.Words.LongDate(d.known.on)))
		return l.View(s.Theme, widget.Fit(empty, l.Body.W, l.Body.H), nil)
	}
	body := widget.Stack(
		widget.Fit([]string{d.drawSupposed(s, l.supposed.W)}, l.supposed.W, l.supposed.H),
		widget.Fit([]string{d.drawColumn(s, l)}, l.column.W, l.column.H),
		widget.Fit([]string{d.drawHead(s, l)}, l.head.W, l.head.H),
		widget.Fit(d.drawRows(s, l), l.grid.W, l.grid.H),
		widget.Fit(nil, l.gap.W, l.gap.H),
		widget.Fit(d.drawWords(s, l.words.W, l.words.H), l.words.W, l.words.H),
		widget.Fit(dialog.Lines(s.Theme.Faint, l.legend.W, d.legend(s.Words, l.legend.W)...), l.legend.W, l.legend.H),
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

// drawSupposed says that what is shown is not so, and how much it differs.
func (d matrix) drawSupposed(s scene.Scene, w int) string {
	k := d.known
	if !k.holds {
		return ""
	}
	sign := tell.VisibilitySign(k.setting)
	said := s.Words.Say("matrix.if", k.differ, k.come, k.gone, sign+" "+s.Words.VisibilityShort(k.setting))
	if ansi.StringWidth(said) > w {
		said = s.Words.Say("matrix.if-short", sign, k.come, k.gone)
	}
	return widget.Paint(s.Theme.Warning, widget.FitLine(said, w))
}

// drawColumn writes out who stands in the column of the cursor, and at the right
// what of a large group is in view.
func (d matrix) drawColumn(s scene.Scene, l layout) string {
	at := d.cols.Cursor()
	said := s.Words.Say("matrix.column", strconv.Itoa(at+1), d.known.names[at], s.Words.RoleShort(d.known.members[at].As))
	top, bottom := d.rows.Window()
	left, right := d.cols.Window()
	n := len(d.known.members)
	view := ""
	if bottom-top < n || right-left < n {
		view = s.Words.Say("matrix.view", strconv.Itoa(top+1), strconv.Itoa(bottom), strconv.Itoa(left+1), strconv.Itoa(right), strconv.Itoa(n))
	}
	room := ansi.StringWidth(view)
	if room+2+ansi.StringWidth(said) > l.column.W { // who it is about goes first
		room = 0
	}
	return widget.Line(l.column.W, s.Theme.Text,
		widget.Cell{Text: said, Style: s.Theme.Heading, W: widget.Share(1)},
		widget.Cell{Text: view, Style: s.Theme.Faint, W: room})
}

// drawHead numbers the columns: names can not stand above cells.
func (d matrix) drawHead(s scene.Scene, l layout) string {
	cells := []widget.Cell{{Text: d.corner(s.Words), Style: s.Theme.Faint, W: l.names}}
	from, to := d.cols.Window()
	for i := from; i < to; i++ {
		style := s.Theme.Faint
		if i == d.cols.Cursor() {
			style = s.Theme.Title
		}
		cells = append(cells, widget.Cell{Text: strconv.Itoa(i + 1), Style: style, W: l.cell, Right: true})
	}
	return widget.Line(l.head.W, s.Theme.Text, cells...)
}

func (d matrix) drawRows(s scene.Scene, l layout) []string {
	paint := newBrush(s, l.cell)
	from, to := d.cols.Window()
	return d.rows.Lines(func(row int, state widget.RowState) string {
		line := d.drawName(s, l, row, state)
		for col := from; col < to; col++ {
			if row == col {
				line += paint.self(state.Selected && col == d.cols.Cursor())
				continue
			}
			cell, turn := d.at(row, col)
			line += paint.cell(cell, turn, state.Selected && col == d.cols.Cursor())
		}
		return line
	})
}

func (d matrix) drawName(s scene.Scene, l layout, row int, state widget.RowState) string {
	mark, name := " ", s.Theme.Text
	if state.Selected {
		mark, name = "▸", s.Theme.Title
	}
	as := d.known.members[row].As
	return widget.Line(l.names, s.Theme.Text,
		widget.Cell{Text: mark, Style: s.Theme.Title, W: 1},
		widget.Cell{Text: strconv.Itoa(row + 1), Style: s.Theme.Faint, W: l.digits, Right: true},
		widget.Cell{W: 1},
		widget.Cell{Text: d.known.names[row], Style: name, W: widget.Share(1)},
		widget.Cell{W: 1},
		widget.Cell{Text: s.Words.RoleCode(as), Style: s.Theme.Roles[as-1], W: roleWidth},
	)
}

// brush draws cells. A window has thousands and few kinds of them: each kind is
// painted once.
type brush struct {
	words tell.Words
	theme theme.Theme
	width int
	done  map[stroke]string
}

// stroke is one kind of cell.
type stroke struct {
	cell        sight.Cell
	gains, lose bool
	self, under bool
}

func newBrush(s scene.Scene, width int) brush {
	return brush{s.Words, s.Theme, width, map[stroke]string{}}
}

func (b brush) self(under bool) string {
	return b.drawn(stroke{self: true, under: under}, " "+tell.CellSelf+" ", b.theme.Faint)
}

func (b brush) cell(c sight.Cell, t sight.Turn, under bool) string {
	k := stroke{cell: c, gains: t.Gains(), lose: t.Loses(), under: under}
	mark, style := " ", b.theme.Text
	switch {
	case k.gains && k.lose:
		mark, style = "±", b.theme.Warning
	case k.gains:
		mark, style = "+", b.theme.Warning
	case k.lose:
		mark, style = "−", b.theme.Accent
	case c.Sight == sight.Elsewhere:
		style = b.theme.Preview
	case !c.Fact().Sees && !c.Fact().Messages:
		style = b.theme.Faint
	}
	return b.drawn(k, mark+b.words.Cell(c), style)
}

func (b brush) drawn(k stroke, text string, style lipgloss.Style) string {
	if done, ok := b.done[k]; ok {
		return done
	}
	if k.under {
		style = b.theme.Selected
	}
	done := widget.FitRight("", b.width-ansi.StringWidth(text)) + widget.Paint(style, text)
	b.done[k] = done
	return done
}
