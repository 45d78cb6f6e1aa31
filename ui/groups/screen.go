// Package groups is the main screen: the panes for groups, members and
// relations, and beside them what all of it means for one person, with its
// dialogs.
//
// It promises that the preview follows the cursor in the members pane at once,
// that its title always says as whom one looks, and that what only the
// coordinator knows never stands inside it. Who sees whom it asks of sight and
// decides nowhere itself.
package groups

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// paneID says which pane has the keys.
type paneID int

const (
	groupsPane paneID = iota
	membersPane
	relationsPane
	previewPane
	paneCount
)

// Screen is the main screen. It is a value: what it caches is built in Update
// and never written to again.
type Screen struct {
	focus   paneID
	lanes   [paneCount]lane
	group   domain.GroupID    // under the cursor of the groups pane; empty: none
	person  domain.PersonID   // as whom one looks; empty: nobody yet
	held    bool              // by v, until esc
	role    domain.Role       // chosen with [ and ], until esc; NoRole: none
	marked  []domain.PersonID // in the members pane, for one edit of several
	groups  groupRows
	members memberRows
	ties    relationRows
	preview preview

	triptych triptych // over all of it, while it is open
}

// New returns the main screen.
func New() scene.Screen {
	s := Screen{}
	for i := range s.lanes {
		s.lanes[i] = newLane()
	}
	return s
}

// Typing implements scene.Typist: a filter that is being typed has the keys.
func (g Screen) Typing() bool { return g.lanes[g.focus].typing }

// Update implements scene.Screen.
func (g Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	g = g.sync(s)
	var wish scene.Wish
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		g, wish = g.key(s, msg)
	case tea.PasteMsg:
		if g.Typing() {
			g.lanes[g.focus] = g.lanes[g.focus].typed(msg)
		}
	case tea.MouseClickMsg:
		g, wish = g.click(s, msg.X, msg.Y)
	case tea.MouseWheelMsg:
		g = g.wheel(s, msg)
	case scene.Look:
		g.person, g.held, g.role = msg.Person, msg.Person != "", domain.NoRole
	case scene.Arrived:
		g = g.arrive(s, msg.At)
	}
	return g.sync(s), wish
}

// arrive puts the cursor on the record that was asked for.
func (g Screen) arrive(s scene.Scene, at domain.Ref) Screen {
	if at.Key != "" {
		g.triptych = triptych{}
	}
	switch at.Noun {
	case domain.GroupNoun:
		g.group, g.focus = domain.GroupID(at.Key), groupsPane
		g.lanes[groupsPane] = g.lanes[groupsPane].clear()
		g.groups = groupRows{}
	case domain.PersonNoun:
		g.person, g.held, g.role = domain.PersonID(at.Key), true, domain.NoRole
	}
	return g
}

// sync builds what is out of date, left to right: the groups, who is in the one
// under the cursor, as whom one looks, their relations, and what they see.
func (g Screen) sync(s scene.Scene) Screen {
	g = g.syncGroups(s)
	g = g.syncMembers(s)
	g = g.syncPerson(s)
	if g.triptych.open {
		return g.syncTriptych(s)
	}
	g = g.syncRelations(s)
	return g.syncPreview(s)
}

// syncPerson decides as whom one looks. The cursor of the members pane decides
// while that pane has the keys; the cursors of groups and relations never do.
// In the triptych somebody stays while one walks through the groups.
func (g Screen) syncPerson(s scene.Scene) Screen {
	if g.held {
		if _, ok := s.World.Person(g.person); ok {
			return g
		}
		g.held = false
	}
	if g.role != domain.NoRole {
		return g.firstInRole()
	}
	under, ok := g.member()
	if _, known := s.World.Person(g.person); !known || g.focus == membersPane && ok && !g.triptych.open {
		g.person = under.Person
	}
	return g
}

// firstInRole looks as the first member of the group in the chosen role; as
// nobody that exists when there is none.
func (g Screen) firstInRole() Screen {
	if m, ok := g.member(); ok && m.As == g.role {
		g.person = m.Person
		return g
	}
	g.person = ""
	for i, r := range g.members.rows {
		if !r.heading() && r.runs && r.As == g.role {
			g.person = r.Person
			g.lanes[membersPane].list = g.lanes[membersPane].list.Select(i)
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
	g.held = false
	g.role = roles[(at+by+len(roles))%len(roles)]
	return g
}

// chooseRole is a click on the role switcher.
func (g Screen) chooseRole(r domain.Role) Screen {
	g.held, g.role = false, r
	return g
}

// release takes back what holds the view, one thing at a time.
func (g Screen) release() Screen {
	switch {
	case g.lanes[g.focus].query() != "":
		g.lanes[g.focus] = g.lanes[g.focus].clear()
	case g.held:
		g.held = false
	case g.role != domain.NoRole:
		g.role = domain.NoRole
	case len(g.marked) > 0:
		g.marked = nil
	}
	return g
}

// key does what a key does on this screen.
func (g Screen) key(s scene.Scene, msg tea.KeyPressMsg) (Screen, scene.Wish) {
	if g.Typing() {
		g.lanes[g.focus] = g.lanes[g.focus].typed(msg)
		return g, nil
	}
	key := msg.String()
	if list, ok := g.lanes[g.focus].list.Key(key); ok && !g.triptych.open {
		g.lanes[g.focus].list = list
		return g.moved(), nil
	}
	next, wish, _ := scene.Answer(g, g.Actions(s), key)
	return next.(Screen), wish
}

// moved lets go of a role that was chosen when somebody else is looked at by hand.
func (g Screen) moved() Screen {
	if g.focus == membersPane {
		g.role, g.held = domain.NoRole, false
	}
	return g
}

func (g Screen) walk(by int) Screen {
	g.focus = (g.focus + paneID(by) + paneCount) % paneCount
	return g
}

// click looks in the same places as View draws in.
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
		p := l.of(id)
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
			_, hits := g.switcher(s, g.arrange(s).preview.inner.W)
			if key, ok := widget.HitAt(hits, x); ok {
				r, _ := domain.ParseRole(key)
				return g.chooseRole(r)
			}
			return g
		}
		y -= switcherLines
	}
	if i, ok := g.lanes[id].list.At(y); ok {
		g.lanes[id].list = g.lanes[id].list.Select(i)
		return g.moved()
	}
	return g
}

func (g Screen) wheel(s scene.Scene, msg tea.MouseWheelMsg) Screen {
	if g.triptych.open {
		return g.wheelTriptych(msg)
	}
	by := 1
	if msg.Button == tea.MouseWheelUp {
		by = -1
	}
	l := g.arrange(s)
	for id := groupsPane; id < paneCount; id++ {
		if l.of(id).frame.Contains(msg.X, msg.Y) {
			g.lanes[id].list = g.lanes[id].list.Scroll(by)
			if id == membersPane && g.focus == membersPane {
				return g.moved()
			}
		}
	}
	return g
}

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

// lane is what every pane of the screen has: a list and a filter.
type lane struct {
	list   widget.List
	filter widget.Input
	typing bool
}

const filterLimit = 80

func newLane() lane { return lane{filter: widget.NewInput(filterLimit)} }

// query is what the filter looks for, without case and accents.
func (l lane) query() string { return words.Fold(l.filter.Value()) }

// matches reports whether a text holds every word of the filter.
func (l lane) matches(text string) bool {
	q := l.query()
	if q == "" {
		return true
	}
	folded := words.Fold(text)
	for _, word := range strings.Fields(q) {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}

func (l lane) clear() lane {
	l.filter = l.filter.SetValue("")
	l.typing = false
	return l
}

// typed takes a key or a paste while the filter is being typed. enter keeps the
// filter and gives the keys back to the list; esc clears it.
func (l lane) typed(msg tea.Msg) lane {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "esc":
			return l.clear()
		case "enter", "tab":
			l.typing = false
			return l
		case "up", "down", "pgup", "pgdown":
			l.list, _ = l.list.Key(key.String())
			return l
		}
	}
	l.filter, _ = l.filter.Update(msg)
	return l
}

// title puts the filter before a pane's title while there is one: a list that
// shows only a part must never pass for the whole.
func (l lane) title(w tell.Words, title string) string {
	if !l.filtered() {
		return title
	}
	return l.filterText(w) + " · " + title
}

func (l lane) filtered() bool { return l.filter.Value() != "" || l.typing }

func (l lane) filterText(w tell.Words) string {
	return w.Say("list.filter", words.Clean(l.filter.Value()))
}
