package groups

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// View implements scene.Screen.
func (g Screen) View(s scene.Scene) (string, *tea.Cursor) {
	g = g.sync(s)
	if g.triptych.open {
		return g.triptych.View(s)
	}
	l := g.arrange(s)
	draw := func(id paneID) string {
		box := l.of(id).frame
		if box.Empty() {
			return ""
		}
		switch id {
		case groupsPane:
			return g.drawGroups(s, box)
		case membersPane:
			return g.drawMembers(s, box)
		case relationsPane:
			return g.drawRelations(s, box)
		}
		return g.drawPreview(s, box)
	}
	return g.compose(s, l, draw), g.cursor(s, l)
}

// compose puts the panes beside and below each other as they lie.
func (g Screen) compose(s scene.Scene, l layout, draw func(paneID) string) string {
	switch {
	case s.Body.W >= threeColumns:
		return widget.Beside(draw(groupsPane), widget.Stack(draw(membersPane), draw(relationsPane)), draw(previewPane))
	case s.Body.W >= twoColumns:
		var left []string
		for _, id := range []paneID{groupsPane, membersPane, relationsPane} {
			if !l.of(id).frame.Empty() {
				left = append(left, draw(id))
			}
		}
		return widget.Beside(widget.Stack(left...), draw(previewPane))
	}
	bar, _ := g.paneTabs(s, l.tabs.W)
	return widget.Stack(bar, draw(g.focus))
}

// paneTabs are the panes of a narrow window, and where each can be clicked.
func (g Screen) paneTabs(s scene.Scene, w int) (string, []widget.Hit) {
	var cells []widget.Cell
	var hits []widget.Hit
	x := 0
	for id, key := range [...]words.Key{"groups.title", "members.tab", "relations.tab", "preview.tab"} {
		text := " " + s.Words.Say(key) + " "
		style := s.Theme.Tab
		if paneID(id) == g.focus {
			style = s.Theme.TabActive
		}
		width := ansi.StringWidth(text)
		cells = append(cells, widget.Cell{Text: text, Style: style, W: width})
		hits = append(hits, widget.Hit{X: x, W: width, Key: string(rune('0' + id))})
		x += width
	}
	return widget.Line(w, s.Theme.Text, cells...), hits
}

// cursor is where the real cursor stands: on the row that has the keys, or in
// the filter that is being typed.
func (g Screen) cursor(s scene.Scene, l layout) *tea.Cursor {
	p := l.of(g.focus)
	if p.frame.Empty() {
		return nil
	}
	lane := g.lanes[g.focus]
	if lane.typing {
		const edge = 3 // corner, line and space before a title
		return tea.NewCursor(p.frame.X+min(p.frame.W-2, edge+ansi.StringWidth(lane.filterText(s.Words))), p.frame.Y)
	}
	from, _ := lane.list.Window()
	at := lane.list.Cursor()
	if at < 0 {
		return nil
	}
	y := p.inner.Y + at - from
	if g.focus == previewPane {
		y += switcherLines
	}
	return tea.NewCursor(p.inner.X, y)
}
