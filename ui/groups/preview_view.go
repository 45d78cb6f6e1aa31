package groups

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The blocks of the preview, from above: role switcher, what the person sees,
// the grounds of the row under the cursor, and what they do not see.
const (
	switcherLines = 2
	groundLines   = 5
)

// listHeight is how many rows of the tiles there is room for.
func (g Screen) listHeight(s scene.Scene) int {
	inner := g.arrange(s).preview.inner
	why, hidden := g.feet(s, inner)
	return max(inner.H-switcherLines-why-hidden, 0)
}

// feet is what the two blocks below take of the inside of the preview. The
// grounds stand there only while the preview has the keys: then one asks why.
// What is not seen gets the lines it needs, up to a third.
func (g Screen) feet(s scene.Scene, inner widget.Box) (why, hidden int) {
	room := max(inner.H-switcherLines-3, 0)
	if g.focus == previewPane {
		why = min(groundLines, room)
	}
	need := 1
	for _, line := range g.unseen(s) {
		need += len(widget.Wrap(line, inner.W))
	}
	return why, min(max(need, 2), max(inner.H/3, 4), room-why)
}

func (g Screen) drawPreview(s scene.Scene, box widget.Box) string {
	focused := g.focus == previewPane
	f := widget.Preview(s.Theme, g.previewTitle(s), focused)
	if g.held {
		f.Foot = s.Words.Say("preview.held")
	} else if g.role != domain.NoRole {
		f.Foot = s.Words.Say("preview.role-held")
	}
	if s.Seen() != s.World { // the signs of the groups stay today's
		f.Foot = strings.TrimSuffix(s.Words.Say("banner.as-it-was")+" · "+f.Foot, " · ")
	}
	lane := g.lanes[previewPane]
	if f.Thumb = lane.list.Thumb(); f.Thumb.To > 0 {
		f.Thumb.From, f.Thumb.To = f.Thumb.From+switcherLines, f.Thumb.To+switcherLines
	}
	inner := f.Inner(box)
	bar, _ := g.switcher(s, inner.W)
	lines := []string{bar, ""}
	tiles := lane.list.Lines(func(i int, state widget.RowState) string {
		return g.drawSight(s, g.preview.rows[i], inner.W, state, focused)
	})
	height := g.listHeight(s)
	for len(tiles) < height {
		tiles = append(tiles, "")
	}
	lines = append(lines, tiles...)
	return f.View(box.W, box.H, append(lines, g.previewFoot(s, inner)...))
}

// previewTitle always says as whom one looks.
func (g Screen) previewTitle(s scene.Scene) string {
	p := g.preview
	if p.name == "" {
		return s.Words.Say("preview.title-none")
	}
	return g.lanes[previewPane].title(s.Words, s.Words.Say("preview.title", p.name, s.Words.Role(p.as)))
}

// switcher draws the six roles, the one as whom one looks marked, and where each
// can be clicked.
func (g Screen) switcher(s scene.Scene, w int) (string, []widget.Hit) {
	var cells []widget.Cell
	var hits []widget.Hit
	x := 0
	for _, r := range domain.Roles() {
		text := " " + shortRole(s.Words, r, w) + " "
		style := s.Theme.Faint
		if g.preview.name != "" && r == g.preview.as {
			style = s.Theme.TabActive
		}
		width := ansi.StringWidth(text)
		cells = append(cells, widget.Cell{Text: text, Style: style, W: width})
		hits = append(hits, widget.Hit{X: x, W: width, Key: r.String()})
		x += width
	}
	return widget.Line(w, s.Theme.Text, cells...), hits
}

// shortRole shortens the roles until all six fit beside each other.
func shortRole(w tell.Words, r domain.Role, width int) string {
	switch {
	case width >= 68:
		return w.RoleShort(r)
	case width >= 44:
		return [...]string{"CLIENT", "GUARD", "EXT", "COUNS", "COUNS+", "ADMIN"}[r-domain.Client]
	}
	return w.RoleCode(r)
}

func (g Screen) drawSight(s scene.Scene, r sightRow, w int, state widget.RowState, focused bool) string {
	t := s.Theme
	base := widget.RowStyle(t, state, focused)
	if !focused {
		base = t.Text // the preview shows what somebody sees, not where a cursor stands
	}
	mark := " "
	if focused {
		mark = cursorMark(state)
	}
	switch r.kind {
	case tileRow:
		return widget.Line(w, t.Text, widget.Cell{Text: r.text, Style: t.Preview.Bold(true), W: w})
	case groupRow:
		return widget.Line(w, base, widget.Cell{Text: mark, W: 1}, widget.Cell{Text: " " + r.text, Style: t.Heading, W: widget.Share(1)})
	case personRow:
		word := ""
		if r.message {
			word = s.Words.Say("tile.message")
		}
		return widget.Line(w, base,
			widget.Cell{Text: mark, W: 1},
			widget.Cell{Text: "   " + r.text, Style: t.Text, W: widget.Share(1)},
			widget.Cell{Text: " " + s.Words.RoleWord(r.as), Style: t.Text, W: min(14, w/3)},
			widget.Cell{Text: " " + word, Style: t.Accent, W: min(9, w/5)})
	case abilityRow:
		return widget.Line(w, base, widget.Cell{Text: mark, W: 1}, widget.Cell{Text: "   " + r.text, Style: t.Accent, W: widget.Share(1)})
	default:
		return widget.Line(w, t.Faint, widget.Cell{Text: "   " + r.text, Style: t.Faint, W: w})
	}
}

// previewFoot are the blocks below: why, while the preview has the keys, and
// what only the coordinator knows.
func (g Screen) previewFoot(s scene.Scene, inner widget.Box) []string {
	why, hidden := g.feet(s, inner)
	var out []string
	if why > 0 {
		out = block(s, inner.W, why, "preview.why", g.grounds(s))
	}
	if hidden > 0 {
		out = append(out, block(s, inner.W, hidden, "preview.hidden", g.unseen(s))...)
	}
	return out
}

// block is a rule with a title, and a text below in the coordinator's own style.
func block(s scene.Scene, w, h int, title words.Key, text []string) []string {
	head := "── " + s.Words.Say(title) + " "
	out := []string{widget.Paint(s.Theme.Coordinator, widget.FitLine(head+strings.Repeat("─", max(0, w-ansi.StringWidth(head))), w))}
	var lines []string
	for _, line := range text {
		lines = append(lines, widget.Wrap(line, w)...)
	}
	if room := h - 1; len(lines) > room && room > 0 {
		lines = append(lines[:room-1:room-1], widget.FitLine(lines[room-1], max(w-2, 0))+" …")
	}
	for i := 0; i < h-1; i++ {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		out = append(out, widget.Paint(s.Theme.Coordinator, widget.FitLine(line, w)))
	}
	return out
}

// grounds says why the row under the cursor stands there: rule, route and on
// whose word.
func (g Screen) grounds(s scene.Scene) []string {
	at := g.lanes[previewPane].list.Cursor()
	if at < 0 || at >= len(g.preview.rows) {
		return []string{s.Words.Say("preview.why-none")}
	}
	row := g.preview.rows[at]
	return s.Words.Grounds(s.World, row.sight, row.mail)
}

// unseen names what the person is in and does not see.
func (g Screen) unseen(s scene.Scene) []string {
	switch {
	case g.preview.name == "" || g.preview.unreal && g.group == "":
		return nil
	case g.preview.as == domain.Administrator:
		return []string{s.Words.Say("hidden.administrator")}
	}
	h := g.preview.hidden
	var groups []string
	for _, id := range h.Groups {
		groups = append(groups, s.Words.Group(s.World, id))
	}
	var out []string
	if len(groups) > 0 {
		out = append(out, s.Words.Say("hidden.groups", s.Words.List(groups)))
	}
	var names []string
	for i, m := range h.Members {
		names = append(names, s.Words.Person(s.World, m.Person))
		if i+1 == len(h.Members) || h.Members[i+1].Group != m.Group {
			out = append(out, s.Words.Say("hidden.members", s.Words.Group(s.World, m.Group), s.Words.List(names)))
			names = nil
		}
	}
	if len(out) == 0 {
		return []string{s.Words.Say("hidden.nothing")}
	}
	return out
}
