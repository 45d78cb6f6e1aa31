// Package groups is the main screen: the panes for groups, members and relations,
// beside them a preview of what one person sees, and their dialogs.
//
// It promises that the preview follows the cursor in the members pane at once, that
// its title always names its viewer, and that what only the coordinator knows stands
// outside the tiles. Only sight decides who sees whom.
package groups

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// paneID names a pane.
type paneID int

const (
	groupsPane paneID = iota
	membersPane
	relationsPane
	previewPane
	paneCount
)

// Screen is the main screen. It is a value: its caches are built in Update and never
// written to again.
type Screen struct {
	focus     paneID
	panes     [paneCount]pane
	group     domain.GroupID    // under the cursor of the groups pane; empty: none
	person    domain.PersonID   // the viewer of the preview; empty: nobody yet
	pinned    bool              // the viewer was chosen with v, and stays until esc
	role      domain.Role       // chosen with [ and ], until esc; NoRole: none
	marked    []domain.PersonID // in the members pane, for one edit of several people
	groups    groupRows
	members   memberRows
	relations relationRows
	preview   preview
	elsewhere elsewhere
	settings  otherSettings
	// before is the viewer when the search of the members began: while it is typed, one that
	// finds nobody must not change the viewer.
	before   domain.PersonID
	breaches sight.Breaches // of the world and the day

	acts          *scene.Rehearsing // of the pane with the acts
	withRelations bool              // inside a rehearsal: relations, not acts

	triptych triptych // over the panes, while it is open
}

var _ scene.Screen = Screen{}

// New returns the main screen.
func New() scene.Screen {
	s := Screen{}
	for i := range s.panes {
		s.panes[i] = newPane()
	}
	return s
}

// Typing reports whether a filter is being typed: then it has the keys.
func (g Screen) Typing() bool { return g.panes[g.focus].typing }

// pasted wants a list read: as members of the group, or, where it means nobody who is
// there, as new people who join it. Of a table the columns would be lost among the
// members: it is read as people.
func (g Screen) pasted(s scene.Scene, list string) scene.Wish {
	if group, ok := s.World.Group(g.group); ok && !strings.Contains(list, "\t") {
		if d, known := pastedMembers(s, group, list); known {
			return scene.Open{Dialog: d, Edits: true}
		}
	}
	return scene.Paste{Text: list, Group: g.group}
}

func (g Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	g = g.sync(s)
	var wish scene.Wish
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		g, wish = g.key(s, msg)
	case tea.PasteMsg:
		if !g.Typing() {
			return g, g.pasted(s, msg.Content)
		}
		g.panes[g.focus] = g.panes[g.focus].edit(msg)
	case tea.MouseClickMsg:
		g, wish = g.click(s, msg.X, msg.Y)
	case tea.MouseWheelMsg:
		g = g.wheel(s, msg)
	case scene.Look:
		g.person, g.pinned, g.role = msg.Person, msg.Person != "", domain.NoRole
	case scene.Arrived:
		g = g.arrive(msg.At)
	}
	return g.sync(s), wish
}

// arrive goes to a record that was asked for elsewhere.
func (g Screen) arrive(at domain.Ref) Screen {
	if at.Key != "" {
		g.triptych = triptych{}
	}
	switch at.Noun {
	case domain.GroupNoun:
		g.group, g.focus = domain.GroupID(at.Key), groupsPane
		g.panes[groupsPane] = g.panes[groupsPane].clear()
		g.groups = groupRows{}
	case domain.PersonNoun:
		g.person, g.pinned, g.role = domain.PersonID(at.Key), true, domain.NoRole
	}
	return g
}

// sync rebuilds what is out of date, from left to right: each pane depends on the
// ones before it.
func (g Screen) sync(s scene.Scene) Screen {
	g.breaches = g.breaches.At(s.World, s.On)
	g = g.syncGroups(s)
	g = g.syncMembers(s)
	g = g.syncPerson(s)
	if g.triptych.open {
		return g.syncTriptych(s)
	}
	if g.showsActs(s) {
		g = g.syncActs(s)
	} else {
		g = g.syncRelations(s)
	}
	g = g.syncElsewhere(s).syncSettings(s)
	return g.syncPreview(s)
}

// syncPerson chooses the viewer. The cursor of the members pane does so while that
// pane has the keys; the cursors of groups and relations never do. In the triptych
// the viewer stays while one goes through the groups.
func (g Screen) syncPerson(s scene.Scene) Screen {
	if g.pinned {
		if _, ok := s.World.Person(g.person); ok {
			return g
		}
		g.pinned = false
	}
	if g.focus == membersPane && g.nothingFound() {
		if _, ok := s.World.Person(g.before); ok && g.Typing() {
			g.person = g.before
		}
		return g
	}
	if g.role != domain.NoRole {
		return g.lookAsRole()
	}
	under, ok := g.member()
	if _, known := s.World.Person(g.person); !known || g.focus == membersPane && ok && !g.triptych.open {
		g.person = under.Person
	}
	return g
}

// lookAsRole makes the first member of the group in the chosen role the viewer; no
// existing person when there is none.
func (g Screen) lookAsRole() Screen {
	if m, ok := g.member(); ok && m.As == g.role {
		g.person = m.Person
		return g
	}
	g.person = ""
	for i, r := range g.members.rows {
		if !r.heading() && r.runs && r.As == g.role {
			g.person = r.Person
			g.panes[membersPane].list = g.panes[membersPane].list.Select(i)
			return g
		}
	}
	return g
}

// switchRole goes to the previous or next role in list order.
func (g Screen) switchRole(s scene.Scene, by int) Screen {
	roles := domain.Roles()
	now := g.role
	if now == domain.NoRole {
		p, _ := s.World.Person(g.person)
		now = p.Role
		if m, ok := g.members.find(g.person); ok {
			now = m.As
		}
	}
	at := slices.Index(roles, now)
	if at < 0 {
		at = 0
	}
	g.pinned = false
	g.role = roles[(at+by+len(roles))%len(roles)]
	return g
}

// release undoes one choice on each esc: filter, viewer, role, marks.
func (g Screen) release() Screen {
	switch {
	case g.panes[g.focus].query != "":
		g.panes[g.focus] = g.panes[g.focus].clear()
	case g.pinned:
		g.pinned = false
	case g.role != domain.NoRole:
		g.role = domain.NoRole
	case len(g.marked) > 0:
		g.marked = nil
	}
	return g
}

// nothingHeld reports whether release has nothing to undo.
func (g Screen) nothingHeld() bool {
	return g.panes[g.focus].query == "" && !g.pinned && g.role == domain.NoRole && len(g.marked) == 0
}

func (g Screen) key(s scene.Scene, msg tea.KeyPressMsg) (Screen, scene.Wish) {
	key := msg.String()
	if key == "enter" && !g.triptych.open && len(g.elsewhere.found) > 0 {
		return g.goElsewhere(), nil
	}
	if g.Typing() {
		g.panes[g.focus] = g.panes[g.focus].edit(msg)
		return g, nil
	}
	if list, ok := g.panes[g.focus].list.Key(key); ok && !g.triptych.open {
		g.panes[g.focus].list = list
		return g.followCursor(), nil
	}
	next, wish, _ := scene.Answer(g, g.Actions(s), key)
	return next.(Screen), wish
}

// followCursor gives up a chosen role or viewer when the cursor of the members moves.
func (g Screen) followCursor() Screen {
	if g.focus == membersPane {
		g.role, g.pinned = domain.NoRole, false
	}
	return g
}

func (g Screen) moveFocus(by int) Screen {
	g.focus = (g.focus + paneID(by) + paneCount) % paneCount
	return g
}

func (g Screen) click(s scene.Scene, x, y int) (Screen, scene.Wish) {
	if g.triptych.open {
		return g.clickTriptych(s, x, y), nil
	}
	l := g.arrange(s)
	if l.tabs.Contains(x, y) {
		_, hits := g.paneTabs(s, l.tabs.W)
		if key, ok := widget.HitAt(hits, x-l.tabs.X); ok {
			g.focus = paneID(key[0] - '0')
		}
		return g, nil
	}
	for id := groupsPane; id < paneCount; id++ {
		p := l.panes[id]
		if !p.frame.Contains(x, y) {
			continue
		}
		g.focus = id
		return g.clickRow(s, id, x-p.inner.X, y-p.inner.Y), nil
	}
	return g, nil
}

func (g Screen) clickRow(s scene.Scene, id paneID, x, y int) Screen {
	if id == previewPane {
		if y == 0 {
			_, hits := g.switcher(s, g.arrange(s).panes[previewPane].inner.W)
			if key, ok := widget.HitAt(hits, x); ok {
				g.pinned = false
				g.role, _ = domain.ParseRole(key)
			}
			return g
		}
		y -= switcherLines
	}
	if i, ok := g.panes[id].list.At(y); ok {
		g.panes[id].list = g.panes[id].list.Select(i)
		return g.followCursor()
	}
	return g
}

func (g Screen) wheel(s scene.Scene, msg tea.MouseWheelMsg) Screen {
	if g.triptych.open {
		return g.scrollColumns(scene.WheelLines(msg))
	}
	l := g.arrange(s)
	for id := groupsPane; id < paneCount; id++ {
		if l.panes[id].frame.Contains(msg.X, msg.Y) {
			g.panes[id].list = g.panes[id].list.Scroll(scene.WheelLines(msg))
			if id == membersPane && g.focus == membersPane {
				return g.followCursor()
			}
		}
	}
	return g
}

// View draws the panes, or the triptych over them.
func (g Screen) View(s scene.Scene) (string, *tea.Cursor) {
	g = g.sync(s)
	if g.triptych.open {
		return g.triptych.View(s)
	}
	l := g.arrange(s)
	draw := func(id paneID) string {
		box := l.panes[id].frame
		if box.Empty() {
			return ""
		}
		switch id {
		case groupsPane:
			return g.drawGroups(s, box)
		case membersPane:
			return g.drawMembers(s, box)
		case relationsPane:
			if g.showsActs(s) {
				return g.drawActs(s, box)
			}
			return g.drawRelations(s, box)
		}
		return g.drawPreview(s, box)
	}
	return g.compose(s, l, draw), g.cursor(s, l)
}

// compose joins the drawn panes as arrange places them.
func (g Screen) compose(s scene.Scene, l layout, draw func(paneID) string) string {
	switch {
	case s.Body.W >= threeColumns:
		return widget.Beside(draw(groupsPane), widget.Stack(draw(membersPane), draw(relationsPane)), draw(previewPane))
	case s.Body.W >= twoColumns:
		var left []string
		for _, id := range []paneID{groupsPane, membersPane, relationsPane} {
			if !l.panes[id].frame.Empty() {
				left = append(left, draw(id))
			}
		}
		return widget.Beside(widget.Stack(left...), draw(previewPane))
	}
	bar, _ := g.paneTabs(s, l.tabs.W)
	return widget.Stack(bar, draw(g.focus))
}

// paneTabs draws a tab for each pane in a narrow window, and returns where each can be clicked.
func (g Screen) paneTabs(s scene.Scene, w int) (string, []widget.Hit) {
	var cells []widget.Cell
	var hits []widget.Hit
	x := 0
	for id, key := range [...]words.Key{"groups.title", "members.tab", "relations.tab", "preview.tab"} {
		if paneID(id) == relationsPane && g.showsActs(s) {
			key = "rehearse.acts-tab"
		}
		text := " " + s.Words.Say(key) + " "
		style := s.Theme.Tab
		if paneID(id) == g.focus {
			style = s.Theme.TabActive
		}
		width := s.Theme.Measure.Width(text)
		cells = append(cells, widget.Cell{Text: text, Style: style, W: width})
		hits = append(hits, widget.Hit{X: x, W: width, Key: string(rune('0' + id))})
		x += width
	}
	return widget.Line(s.Theme.Measure, w, s.Theme.Text, cells...), hits
}

// cursor is the terminal's cursor: in the row with the keys, or in the filter that is
// being typed.
func (g Screen) cursor(s scene.Scene, l layout) *tea.Cursor {
	p := l.panes[g.focus]
	if p.frame.Empty() {
		return nil
	}
	pane := g.panes[g.focus]
	if pane.typing {
		_, x := pane.filterText(s, p.frame.W)
		return tea.NewCursor(p.frame.X+beforeTitle+x, p.frame.Y)
	}
	from, _ := pane.list.Window()
	at := pane.list.Cursor()
	if at < 0 || p.inner.Empty() {
		return nil
	}
	y := p.inner.Y + at - from
	if g.focus == previewPane {
		y += switcherLines
	}
	return tea.NewCursor(p.inner.X, y)
}

// place is the place of a pane: its frame and, inside, its rows. A pane that is not
// shown has empty boxes.
type place struct{ frame, inner widget.Box }

// layout is the place of everything on the screen: View draws in it, a click looks
// in it.
type layout struct {
	tabs  widget.Box // in a narrow window
	panes [paneCount]place
}

const (
	threeColumns = 100 // least width of the body
	twoColumns   = 60  // likewise
	widestGroups = 44  // of the pane with the groups: their names need no more
	roomForThree = 15  // least lines for three panes one above the other
	// mostRelations is how high the relations become: what is over goes to the members.
	mostRelations = 15
)

// arrange places the panes: three columns, two, or one pane with tabs. A pane that
// does not fit is reached with tab.
func (g Screen) arrange(s scene.Scene) layout {
	body := s.Body
	switch {
	case body.W >= threeColumns:
		left := min(body.W*27/100, widestGroups)
		right := body.W * 40 / 100
		cols := body.Columns(left, widget.Share(1), right)
		mid := cols[1].Rows(widget.Share(3), widget.Share(2))
		if mid[1].H > mostRelations {
			mid = cols[1].Rows(widget.Share(1), mostRelations)
		}
		return layout{panes: [paneCount]place{newPlace(cols[0]), newPlace(mid[0]), newPlace(mid[1]), newPlace(cols[2])}}
	case body.W >= twoColumns:
		cols := body.Columns(widget.Share(9), widget.Share(10))
		out := layout{panes: [paneCount]place{previewPane: newPlace(cols[1])}}
		if body.H >= roomForThree {
			rows := cols[0].Rows(widget.Share(4), widget.Share(4), widget.Share(3))
			for id, row := range rows {
				out.panes[id] = newPlace(row)
			}
			return out
		}
		return g.single(out, cols[0], groupsPane, membersPane, relationsPane)
	}
	rows := body.Rows(1, widget.Share(1))
	return g.single(layout{tabs: rows[0]}, rows[1], groupsPane, membersPane, relationsPane, previewPane)
}

// single gives a box to the one of those panes that has the keys, else to the first.
func (g Screen) single(out layout, box widget.Box, among ...paneID) layout {
	shown := among[0]
	for _, id := range among {
		if id == g.focus {
			shown = id
		}
	}
	out.panes[shown] = newPlace(box)
	return out
}

func newPlace(b widget.Box) place { return place{b, widget.Frame{}.Inner(b)} }

// pane is the state of a pane: its list and its filter.
type pane struct {
	list   widget.List
	filter widget.Input
	query  string   // the text of the filter, folded
	wanted []string // its words
	typing bool
}

const filterLimit = 80

func newPane() pane { return pane{filter: widget.NewInput(filterLimit)} }

// filterBy takes another filter. Only here is it folded: thousands of rows are compared with it.
func (p pane) filterBy(filter widget.Input) pane {
	p.filter, p.query = filter, domain.LookUp(filter.Value())
	p.wanted = strings.Fields(p.query)
	return p
}

// matches reports whether a text holds every word of the filter.
func (p pane) matches(text string) bool {
	return len(p.wanted) == 0 || shelf.Holds(domain.LookUp(text), p.wanted)
}

// underCursor is the row under the cursor of a pane.
func underCursor[T any](p pane, rows []T) (row T, ok bool) {
	if at := p.list.Cursor(); at >= 0 && at < len(rows) {
		return rows[at], true
	}
	return row, false
}

func (p pane) clear() pane {
	p.typing = false
	return p.filterBy(p.filter.SetValue(""))
}

// edit answers a key or a paste while the filter is being typed. enter keeps the
// filter and gives the keys back to the list; esc clears it.
func (p pane) edit(msg tea.Msg) pane {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "esc":
			return p.clear()
		case "enter", "tab":
			p.typing = false
			return p
		case "up", "down", "pgup", "pgdown":
			p.list, _ = p.list.Key(key.String())
			return p
		}
	}
	filter, _ := p.filter.Update(msg)
	return p.filterBy(filter)
}

// title puts the filter before a pane's title: a filtered list must never look
// complete. w is the width of the pane.
func (p pane) title(s scene.Scene, title string, w int) string {
	if !p.filtered() {
		return title
	}
	text, _ := p.filterText(s, w)
	const least = 8 // cells of a title behind the filter; below that it would cover the caret
	if p.typing && s.Theme.Measure.Width(text)+least > w-beforeTitle-afterTitle {
		return text
	}
	return text + " · " + title
}

func (p pane) filtered() bool { return p.filter.Value() != "" || p.typing }

// Cells of a frame's top edge before its title, corner, line and space, and after it.
const (
	beforeTitle = 3
	afterTitle  = 2
)

// filterText is the filter in a title, and the column of its caret. While it is typed, the
// part around the caret is shown; the title gives way.
func (p pane) filterText(s scene.Scene, width int) (string, int) {
	head := s.Words.Say("list.filter", "")
	if !p.typing {
		return head + words.Clean(p.filter.Value()), 0
	}
	at, m := s.Theme.Measure.Width(head), s.Theme.Measure
	room := max(width-beforeTitle-afterTitle-at, 1)
	text, x := p.filter.View(m, min(room, m.Width(p.filter.Value())+1), lipgloss.NewStyle(), lipgloss.NewStyle())
	return head + strings.TrimRight(text, " "), at + x
}
