package groups

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

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
