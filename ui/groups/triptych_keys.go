package groups

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// triptychActions are all keys while the triptych is open: no other reaches the
// panes below, which nobody sees.
func (g Screen) triptychActions(s scene.Scene) []scene.Action {
	group, ok := s.World.Group(g.group)
	member := func(key string, name words.Key) scene.Action {
		return scene.Turns(key, name, func(g Screen) Screen { return g.walkMembers(key) })
	}
	step := func(key string, by int) scene.Action {
		return scene.Turns(key, "act.triptych-group", func(g Screen) Screen { return g.walkGroups(by) })
	}
	scroll := func(key string, name words.Key, pages int) scene.Action {
		return scene.Turns(key, name, func(g Screen) Screen { return g.scrollColumns(pages * g.triptych.page(s)) }).OffBar()
	}
	out := []scene.Action{
		scene.Turns("c", "act.back", Screen.closeTriptych, "esc"),
		scene.Turns("tab", "act.triptych-column", func(g Screen) Screen { return g.walkColumns(1) }),
		scene.Turns("shift+tab", "act.triptych-column", func(g Screen) Screen { return g.walkColumns(-1) }),
		where(s, ok, "groups.none", scene.Opens("z", "act.triptych-take", func() scene.Dialog { return chooseVisibility(s, group, g.triptych.column) }, "enter")),
		member("j", "act.triptych-member"), member("k", "act.triptych-member"), member("down", "act.triptych-member"), member("up", "act.triptych-member"),
		member("home", ""), member("g", ""), member("end", ""), member("G", ""),
		step("l", 1), step("h", -1), step("right", 1), step("left", -1),
	}
	return append(append(out, g.roleActions(s)...), lookAs(s),
		scroll("space", "hint.read-on", 1), scroll("pgdown", "hint.read-on", 1), scroll("pgup", "hint.read-on", -1))
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
