package agreements

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// sign is how a state shows before an agreement: they differ in shape, for
// terminals without colour, and the heading above says it in words.
func (st state) sign() string { return [...]string{"✗", "◔", "✓"}[st] }

func (st state) heading() lang.Key {
	return [...]lang.Key{lang.AgreementsBroken, lang.AgreementsBreaking, lang.AgreementsHolding}[st]
}

func (st state) style(t theme.Theme) lipgloss.Style {
	return [...]lipgloss.Style{t.Error, t.Warning, t.Success}[st]
}

// areas are the rectangles of the screen; a click looks in the same ones.
type areas struct {
	list, query, rows scene.Box
	side, about       scene.Box
}

const oneColumn = 60 // below this width one pane at a time

func (c Screen) arrange(s scene.Scene) areas {
	var a areas
	switch {
	case s.Body.W >= oneColumn:
		parts := s.Body.Columns(widget.Share(11), widget.Share(9))
		a.list, a.side = parts[0], parts[1]
	case c.inside:
		a.side = s.Body
	default:
		a.list = s.Body
	}
	query := 0
	if c.typing || c.query.Value() != "" {
		query = 1
	}
	parts := widget.Frame{}.Inner(a.list).Rows(query, widget.Share(1))
	a.query, a.rows = parts[0], parts[1]
	a.about = widget.Frame{}.Inner(a.side).Inset(1, 0)
	return a
}

// View implements scene.Screen.
func (c Screen) View(s scene.Scene) (string, *tea.Cursor) {
	c, rows := c.settle(s)
	a := c.arrange(s)
	var blocks []string
	var cursor *tea.Cursor
	if !a.list.Empty() {
		block, at := c.viewList(s, a, rows)
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

func (c Screen) viewList(s scene.Scene, a areas, rows []row) (string, *tea.Cursor) {
	frame := widget.Pane(s.Theme, c.title(s, rows), !c.inside)
	if a.side.Empty() {
		frame.Right = s.Words.Say(lang.AgreementsTabAbout)
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
	if len(rows) == 0 {
		lines = append(lines, nothing(s, a.rows.W)...)
		return frame.View(a.list.W, a.list.H, lines), cursor
	}
	lines = append(lines, c.list.Lines(func(i int, state widget.RowState) string {
		return draw(s, rows[i], a.rows.W, state, !c.inside)
	})...)
	if from, to := c.list.Window(); !c.typing && !c.inside && c.list.Cursor() >= from && c.list.Cursor() < to {
		cursor = a.rows.Cursor(0, c.list.Cursor()-from)
	}
	return frame.View(a.list.W, a.list.H, lines), cursor
}

// title says how many agreements there are, and of how many a filter left these.
func (c Screen) title(s scene.Scene, rows []row) string {
	found := 0
	for _, r := range rows {
		if r.agreed != nil {
			found++
		}
	}
	name, total := s.Words.Say(lang.ScreenAgreements), s.World.Count(domain.AgreementNoun)
	if found == total {
		return s.Words.Say(lang.AgreementsAll, total, name)
	}
	return s.Words.Say(lang.AgreementsSome, found, name, total)
}

// nothing says why the list is empty: what an agreement is and which key makes
// one, or that a filter hides all.
func nothing(s scene.Scene, w int) []string {
	if s.World.Count(domain.AgreementNoun) > 0 {
		return faint(s, w, s.Words.Say(lang.NoMatch)+" "+s.Words.Say(lang.AgreementsWiden))
	}
	said := []string{s.Words.Say(lang.AgreementsNone), "", s.Words.Say(lang.AgreementsExample)}
	if s.May() {
		said = append(said, "", s.Words.Say(lang.AgreementsNoneNew))
	}
	return faint(s, w, said...)
}

func faint(s scene.Scene, w int, paragraphs ...string) []string {
	var out []string
	for _, p := range paragraphs {
		if p == "" {
			out = append(out, "")
		}
		for _, words := range widget.Wrap(p, w) {
			out = append(out, widget.Paint(s.Theme.Faint, words))
		}
	}
	return out
}

func draw(s scene.Scene, r row, w int, state widget.RowState, focused bool) string {
	t := s.Theme
	if r.agreed == nil {
		return widget.Line(w, t.Text, widget.Cell{Text: s.Words.Say(r.head.heading(), r.count), Style: t.Heading, W: widget.Share(1)})
	}
	st := r.state()
	cells := []widget.Cell{{Text: st.sign(), Style: st.style(t), W: 2}, {Text: r.said, Style: t.Text, W: widget.Share(1)}}
	if st == breaking {
		day := s.Words.Date(r.breaks)
		cells = append(cells, widget.Cell{W: 1}, widget.Cell{Text: day, Style: t.Warning, W: len(day)})
	}
	return widget.Line(w, widget.RowStyle(t, state, focused), cells...)
}

func (c Screen) viewDetails(s scene.Scene, a areas) (string, *tea.Cursor) {
	lines := c.details(s)
	list := c.detail.Set(rowsOf(lines), a.about.H)
	frame := widget.Pane(s.Theme, s.Words.Say(lang.AgreementsAbout), c.inside)
	frame.Thumb = list.Thumb()
	if a.list.Empty() {
		frame.Right = s.Words.Say(lang.AgreementsTabList)
	}
	drawn := list.Lines(func(i int, state widget.RowState) string {
		style := s.Theme.Text
		if c.inside {
			style = widget.RowStyle(s.Theme, state, true)
		}
		return " " + widget.Line(a.about.W, style, lines[i].cells...)
	})
	var cursor *tea.Cursor
	if from, to := list.Window(); list.Cursor() >= from && list.Cursor() < to {
		cursor = a.about.Cursor(0, list.Cursor()-from)
	}
	return frame.View(a.side.W, a.side.H, drawn), cursor
}
