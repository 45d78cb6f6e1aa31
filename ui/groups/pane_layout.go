package groups

import (
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// pane is where a pane lies: its frame and, inside, its rows. A pane that is
// not shown has an empty box.
type pane struct{ frame, inner widget.Box }

// layout is where everything on the screen lies: View draws in it, a click
// looks in it.
type layout struct {
	tabs                                widget.Box // of a narrow window
	groups, members, relations, preview pane
}

// From these widths on there are three columns, or two.
const (
	threeColumns = 100
	twoColumns   = 60
	roomForThree = 15 // lines for three panes one above the other
)

// arrange lays the panes out: three columns, two, or one pane with tabs. What
// does not fit is reached with tab, never wrapped into a neighbour.
func (g Screen) arrange(s scene.Scene) layout {
	body := s.Body
	switch {
	case body.W >= threeColumns:
		left := body.W * 27 / 100
		right := body.W * 40 / 100
		cols := body.Columns(left, widget.Share(1), right)
		mid := cols[1].Rows(widget.Share(3), widget.Share(2))
		return layout{groups: framed(cols[0]), members: framed(mid[0]), relations: framed(mid[1]), preview: framed(cols[2])}
	case body.W >= twoColumns:
		cols := body.Columns(widget.Share(9), widget.Share(10))
		out := layout{preview: framed(cols[1])}
		if body.H >= roomForThree {
			rows := cols[0].Rows(widget.Share(4), widget.Share(4), widget.Share(3))
			out.groups, out.members, out.relations = framed(rows[0]), framed(rows[1]), framed(rows[2])
			return out
		}
		return g.single(out, cols[0], groupsPane, membersPane, relationsPane)
	}
	rows := body.Rows(1, widget.Share(1))
	return g.single(layout{tabs: rows[0]}, rows[1], groupsPane, membersPane, relationsPane, previewPane)
}

// single gives a box to the one of the panes that has the keys, else to the first.
func (g Screen) single(out layout, box widget.Box, among ...paneID) layout {
	shown := among[0]
	for _, id := range among {
		if id == g.focus {
			shown = id
		}
	}
	*out.of(shown) = framed(box)
	return out
}

// of returns the place of a pane.
func (l *layout) of(id paneID) *pane {
	return [...]*pane{&l.groups, &l.members, &l.relations, &l.preview}[id]
}

func framed(b widget.Box) pane { return pane{b, widget.Frame{}.Inner(b)} }
