package types

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// offSign stands before a type that is switched off; unset where a flag is not.
const (
	offSign = "×"
	unset   = "·"
)

// areas are the rectangles of the screen; a click looks in the same ones.
type areas struct {
	list, query, head, rows scene.Box
	side, about             scene.Box
}

const (
	oneColumn  = 60 // below this width one pane at a time
	enoughRows = 5  // below this height the column heads give way
)

func (c Screen) arrange(s scene.Scene) areas {
	var a areas
	if s.Body.W < oneColumn {
		if c.inside {
			a.side = s.Body
		} else {
			a.list = s.Body
		}
	} else {
		parts := s.Body.Columns(widget.Share(11), widget.Share(9))
		a.list, a.side = parts[0], parts[1]
	}
	inner := widget.Frame{}.Inner(a.list)
	query, head := 0, 0
	if c.typing || c.query.Value() != "" {
		query = 1
	}
	if inner.H-query > enoughRows {
		head = 1
	}
	parts := inner.Rows(query, head, widget.Share(1))
	a.query, a.head, a.rows = parts[0], parts[1], parts[2]
	a.about = widget.Frame{}.Inner(a.side).Inset(1, 0)
	return a
}

// View implements scene.Screen.
func (c Screen) View(s scene.Scene) (string, *tea.Cursor) {
	c, types := c.settle(s)
	a := c.arrange(s)
	var blocks []string
	var cursor *tea.Cursor
	if !a.list.Empty() {
		block, at := c.viewList(s, a, types)
		blocks, cursor = append(blocks, block), at
	}
	if !a.side.Empty() {
		block, at := c.viewDetails(s, a)
		blocks = append(blocks, block)
		if c.inside {
			cursor = at
		}
	}
	return widget.Fit(strings.Split(widget.Beside(blocks...), "\n"), s.Body.W, s.Body.H), cursor
}

func (c Screen) viewList(s scene.Scene, a areas, types []domain.RelationType) (string, *tea.Cursor) {
	frame := widget.Pane(s.Theme, c.title(s, len(types)), !c.inside)
	if a.side.Empty() {
		frame.Right = s.Words.Say(lang.TypesTabAbout)
	}
	frame.Foot, frame.Thumb = c.list.Position(), c.list.Thumb()
	if offset := a.rows.Y - a.list.Y - 1; frame.Thumb != (widget.Thumb{}) {
		frame.Thumb.From += offset
		frame.Thumb.To += offset
	}
	var lines []string
	var cursor *tea.Cursor
	if a.query.H > 0 {
		line, x := c.query.View(a.query.W-2, s.Theme.Input, s.Theme.Faint)
		lines = append(lines, widget.Paint(s.Theme.Key, "/ ")+line)
		if c.typing {
			cursor = a.query.Cursor(2+x, 0)
		}
	}
	columns := fitting(a.rows.W)
	if a.head.H > 0 {
		lines = append(lines, columns.head(s))
	}
	if len(types) == 0 {
		lines = append(lines, nothing(s, a.rows.W)...)
		return frame.View(a.list.W, a.list.H, lines), cursor
	}
	lines = append(lines, c.list.Lines(func(i int, state widget.RowState) string {
		return columns.row(s, types[i], c.found.of(s, types[i].ID), state, !c.inside)
	})...)
	if from, _ := c.list.Window(); !c.typing && !c.inside {
		cursor = a.rows.Cursor(0, c.list.Cursor()-from)
	}
	return frame.View(a.list.W, a.list.H, lines), cursor
}

func (c Screen) title(s scene.Scene, found int) string {
	name, total := s.Words.Say(lang.ScreenTypes), s.World.Count(domain.RelationTypeNoun)
	if found == total {
		return s.Words.Say(lang.TypesAll, total, name)
	}
	return s.Words.Say(lang.TypesSome, found, name, total)
}

// nothing says why the list is empty and what to do.
func nothing(s scene.Scene, w int) []string {
	said := s.Words.Say(lang.TypesNone)
	if s.World.Count(domain.RelationTypeNoun) > 0 {
		said = s.Words.Say(lang.NoMatch) + " " + s.Words.Say(lang.TypesWiden)
	}
	lines := widget.Wrap(said, w)
	for i := range lines {
		lines[i] = widget.Paint(s.Theme.Faint, lines[i])
	}
	return lines
}

// columns are the widths of the list's columns; 0 is left out. A name is what
// one looks for: it gets what the others leave.
type columns struct {
	w, kind, flags, uses int
	apart                string // between the letters of the flags
}

func fitting(w int) columns {
	out := columns{w: w, flags: len(flags)}
	if w >= 36 {
		out.uses = 8
	}
	if w >= 60 {
		out.kind, out.uses = 12, 11
	}
	if w >= 84 {
		out.apart, out.flags = " ", 2*len(flags)-1
	}
	return out
}

func (k columns) head(s scene.Scene) string {
	letters := make([]string, len(flags))
	for i, f := range flags {
		letters[i] = s.Words.Say(f.letter)
	}
	uses := s.Words.Say(lang.TypesUses)
	if k.kind == 0 {
		uses = s.Words.Say(lang.TypesUsesShort)
	}
	return k.line(s, widget.RowState{}, false,
		widget.Cell{Style: s.Theme.Faint}, widget.Cell{Text: s.Words.Field("name"), Style: s.Theme.Faint},
		widget.Cell{Text: s.Words.Field("kind"), Style: s.Theme.Faint},
		widget.Cell{Text: strings.Join(letters, k.apart), Style: s.Theme.Faint}, widget.Cell{Text: uses, Style: s.Theme.Faint})
}

func (k columns) row(s scene.Scene, t domain.RelationType, u uses, state widget.RowState, focused bool) string {
	style, sign, name := s.Theme.Text, "", lang.Clean(t.Name)
	if t.SwitchedOff {
		style, sign, name = s.Theme.Faint, offSign, s.Words.Say(lang.TypesNameOff, name)
	}
	letters := make([]string, len(flags))
	for i, f := range flags {
		letters[i] = unset
		if *f.of(&t) {
			letters[i] = s.Words.Say(f.letter)
		}
	}
	return k.line(s, state, focused,
		widget.Cell{Text: sign, Style: s.Theme.Warning}, widget.Cell{Text: name, Style: style},
		widget.Cell{Text: s.Words.Kind(t.Kind), Style: style}, widget.Cell{Text: strings.Join(letters, k.apart), Style: style},
		widget.Cell{Text: strconv.Itoa(u.running) + "/" + strconv.Itoa(u.all), Style: style})
}

func (k columns) line(s scene.Scene, state widget.RowState, focused bool, sign, name, kind, letters, uses widget.Cell) string {
	sign.W, name.W = 2, widget.Share(1)
	cells := []widget.Cell{sign, name}
	for _, one := range []struct {
		cell widget.Cell
		w    int
	}{{kind, k.kind}, {letters, k.flags}, {uses, k.uses}} {
		if one.w > 0 {
			one.cell.W = one.w
			cells = append(cells, widget.Cell{W: 1}, one.cell)
		}
	}
	return widget.Line(k.w, widget.RowStyle(s.Theme, state, focused), cells...)
}
