package groups

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// groupRows are the groups as the pane lists them, and from what they were built.
type groupRows struct {
	built  bool
	world  domain.World
	query  string
	height int
	rows   []domain.Group
}

func (g Screen) syncGroups(s scene.Scene) Screen {
	lane := g.lanes[groupsPane]
	height := g.arrange(s).groups.inner.H
	old := g.groups
	if old.built && old.world == s.World && old.query == lane.query() {
		if old.height != height {
			g.groups.height = height
			g.lanes[groupsPane].list = lane.list.Set(widget.Rows{N: len(old.rows)}, height)
		}
		return g.pickGroup()
	}
	next := groupRows{built: true, world: s.World, query: lane.query(), height: height}
	for _, one := range s.Roster.Groups() {
		if lane.matches(one.Name) {
			next.rows = append(next.rows, one)
		}
	}
	at := slices.IndexFunc(next.rows, func(one domain.Group) bool { return one.ID == g.group })
	if fresh, ok := newcomer(old.rows, next.rows); ok && old.built && old.query == next.query {
		at = fresh
	}
	lane.list = lane.list.Set(widget.Rows{N: len(next.rows)}, height)
	if at >= 0 {
		lane.list = lane.list.Select(at)
	}
	g.groups, g.lanes[groupsPane] = next, lane
	return g.pickGroup()
}

// newcomer finds the one group that was added, so that the cursor goes there.
func newcomer(old, now []domain.Group) (int, bool) {
	if len(now) != len(old)+1 || len(old) == 0 {
		return 0, false
	}
	for i, one := range now {
		if !slices.ContainsFunc(old, func(o domain.Group) bool { return o.ID == one.ID }) {
			return i, true
		}
	}
	return 0, false
}

// pickGroup makes the group under the cursor the one whose members are shown.
func (g Screen) pickGroup() Screen {
	g.group = ""
	if at := g.lanes[groupsPane].list.Cursor(); at >= 0 && at < len(g.groups.rows) {
		g.group = g.groups.rows[at].ID
	}
	return g
}

// drawGroups draws the pane: sign and name, and the meaning of the signs where
// there is room for it.
func (g Screen) drawGroups(s scene.Scene, box widget.Box) string {
	lane, focused := g.lanes[groupsPane], g.focus == groupsPane
	f := widget.Pane(s.Theme, lane.title(s.Words, s.Words.Say("groups.title")), focused)
	f.Thumb = lane.list.Thumb()
	inner := f.Inner(box)
	lines := lane.list.Lines(func(i int, state widget.RowState) string {
		one := g.groups.rows[i]
		base := widget.RowStyle(s.Theme, state, focused)
		sign := s.Theme.Visibility[one.Visibility]
		return widget.Line(inner.W, base,
			widget.Cell{Text: cursorMark(state), W: 1},
			widget.Cell{Text: words.Clean(one.Name), W: widget.Share(1)},
			widget.Cell{Text: " " + tell.VisibilitySign(one.Visibility) + " ", Style: sign, W: 3},
		)
	})
	if len(g.groups.rows) == 0 {
		lines = g.noGroups(s, inner.W)
	}
	if legend := g.legend(s, inner.W); len(g.groups.rows)+len(legend)+1 <= inner.H {
		for len(lines) < inner.H-len(legend) {
			lines = append(lines, "")
		}
		lines = append(lines, legend...)
	}
	return f.View(box.W, box.H, lines)
}

// noGroups teaches: which key makes one, or that the filter hides them.
func (g Screen) noGroups(s scene.Scene, w int) []string {
	key := words.Key("groups.empty")
	if g.lanes[groupsPane].query() != "" {
		key = "list.no-match"
	}
	return widget.Wrap(s.Words.Say(key), w)
}

func (g Screen) legend(s scene.Scene, w int) []string {
	var out []string
	for _, v := range domain.Visibilities() {
		out = append(out, widget.Line(w, s.Theme.Faint,
			widget.Cell{Text: " " + tell.VisibilitySign(v) + " ", Style: s.Theme.Visibility[v], W: 3},
			widget.Cell{Text: s.Words.VisibilityShort(v), Style: s.Theme.Faint, W: widget.Share(1)}))
	}
	return out
}

// cursorMark shows the cursor row without colour too.
func cursorMark(state widget.RowState) string {
	if state.Selected {
		return "▸"
	}
	return " "
}
