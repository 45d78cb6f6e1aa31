package groups

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// triptychPress does what a key does while the triptych is open: no other key
// reaches the panes below, which nobody sees.
func (g Screen) triptychPress(s scene.Scene, key string) (Screen, scene.Wish) {
	switch key {
	case "c", "esc":
		return g.closeTriptych(), nil
	case "up", "k", "down", "j", "home", "g", "end", "G":
		return g.walkMembers(key), nil
	case "left", "h":
		return g.walkGroups(-1), nil
	case "right", "l":
		return g.walkGroups(1), nil
	case "[":
		return g.switchRole(s, -1), nil
	case "]":
		return g.switchRole(s, 1), nil
	case "tab":
		return g.walkColumns(1), nil
	case "shift+tab":
		return g.walkColumns(-1), nil
	case "pgup":
		return g.scrollColumns(-g.triptych.page(s)), nil
	case "pgdown", "space":
		return g.scrollColumns(g.triptych.page(s)), nil
	case "z", "enter":
		one, ok := s.World.Group(g.group)
		if !ok {
			return g, scene.Say{Tone: scene.Warn, Words: s.Words.Say("groups.none")}
		}
		return g, scene.Open{Dialog: chooseVisibility(s, one, g.triptych.column), Edits: true}
	case "v":
		return g, g.wish(s, key)
	}
	return g, nil
}

// walkMembers looks as the next member of the group, and from outside it as the
// one under the cursor.
func (g Screen) walkMembers(key string) Screen {
	if under, ok := g.member(); !ok || under.Person == g.person {
		g.lanes[membersPane].list, _ = g.lanes[membersPane].list.Key(key)
	}
	if under, ok := g.member(); ok {
		g.person, g.held, g.role = under.Person, false, domain.NoRole
	}
	return g
}

func (g Screen) walkGroups(by int) Screen {
	g.lanes[groupsPane].list = g.lanes[groupsPane].list.Move(by)
	return g
}

func (g Screen) walkColumns(by int) Screen {
	n := len(domain.Visibilities())
	g.triptych.column = domain.Visibility((int(g.triptych.column) + by + n) % n)
	return g
}

// scrollColumns scrolls all of them; syncTriptych keeps it within what there is.
func (g Screen) scrollColumns(by int) Screen {
	g.triptych.offset = max(g.triptych.offset+by, 0)
	return g
}

// page is a window of rows, but one.
func (t triptych) page(s scene.Scene) int { return max(t.arrange(s).height()-1, 1) }

func (g Screen) clickTriptych(s scene.Scene, x, y int) Screen {
	l := g.triptych.arrange(s)
	if l.bar.Contains(x, y) {
		_, hits := g.triptych.bar(s, l.bar.W)
		if key, ok := widget.HitAt(hits, x-l.bar.X); ok {
			g.triptych.column, _ = domain.ParseVisibility(key)
		}
		return g
	}
	for v := range l.columns {
		if l.columns[v].frame.Contains(x, y) {
			g.triptych.column = domain.Visibility(v)
		}
	}
	return g
}

func (g Screen) wheelTriptych(msg tea.MouseWheelMsg) Screen {
	switch msg.Button {
	case tea.MouseWheelUp:
		return g.scrollColumns(-1)
	case tea.MouseWheelDown:
		return g.scrollColumns(1)
	}
	return g
}

// triptychActions are the keys of the triptych.
func (g Screen) triptychActions() []scene.Action {
	return []scene.Action{
		{Key: "c", Also: []string{"esc"}, Name: "act.back", Bar: true},
		{Key: "tab", Also: []string{"shift+tab"}, Name: "act.triptych-column", Bar: true},
		{Key: "z", Also: []string{"enter"}, Name: "act.triptych-take", Edits: true, Bar: true},
		{Key: "j", Also: []string{"k", "↓", "↑"}, Name: "act.triptych-member", Bar: true},
		{Key: "l", Also: []string{"h", "→", "←"}, Name: "act.triptych-group", Bar: true},
		{Key: "]", Also: []string{"["}, Name: "act.role", Bar: true},
		{Key: "v", Name: "act.look", Bar: true},
		{Key: "space", Also: []string{"pgdown", "pgup"}, Name: "hint.read-on"},
	}
}
