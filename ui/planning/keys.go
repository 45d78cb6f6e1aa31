package planning

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

func (c Screen) key(s scene.Scene, msg tea.KeyPressMsg) (scene.Screen, scene.Wish) {
	name := msg.String()
	if c.typing {
		return c.typed(s, msg, name), nil
	}
	switch name {
	case "tab", "shift+tab":
		c.inside = !c.inside
		return c, nil
	case "left", "h":
		c.inside = false
		return c, nil
	case "right", "l":
		c.inside = true
		return c, nil
	case "/":
		c.typing, c.inside = true, false
		return c, nil
	case "esc":
		return c.wider(s), nil
	case "f":
		return c.side(s, (c.view+1)%viewCount), nil
	case "<":
		return c.toWeek(c.monday - weekDays).again(s), nil
	case ">":
		return c.toWeek(c.monday + weekDays).again(s), nil
	case ".":
		return c.toWeek(care.Monday(s.On)).again(s), nil
	}
	if c.inside {
		return c.insideKey(s, name)
	}
	if list, ok := c.list.Key(name); ok {
		c.list = list
		return c.follow(c.look(s)), nil
	}
	return c, c.wish(s, name)
}

// side looks from another side; the cursor stays on its shift.
func (c Screen) side(s scene.Scene, v view) Screen {
	c.view, c.list, c.detail = v, widget.List{}, widget.List{}
	return c.again(s)
}

func (c Screen) typed(s scene.Scene, msg tea.KeyPressMsg, name string) Screen {
	switch name {
	case "esc":
		c.typing, c.query = false, c.query.SetValue("")
		return c.again(s)
	case "enter", "tab":
		c.typing = false
		return c
	case "up", "down", "pgup", "pgdown":
		c.list, _ = c.list.Key(name)
		return c.follow(c.look(s))
	}
	return c.put(s, msg)
}

func (c Screen) put(s scene.Scene, msg tea.Msg) Screen {
	c.query, _ = c.query.Update(msg)
	return c.again(s)
}

// wider takes off the filter, and then the keys from the shift's pane.
func (c Screen) wider(s scene.Scene) Screen {
	if c.query.Value() != "" {
		c.query = c.query.SetValue("")
		return c.again(s)
	}
	c.inside = false
	return c
}

func (c Screen) wish(s scene.Scene, name string) scene.Wish {
	edits := func(d scene.Dialog) scene.Wish { return scene.Open{Dialog: d, Edits: true} }
	sh, _, ok := c.current(s)
	if name == "n" {
		return edits(addShift(s, &c.plan.who, c.newDay(s, sh.Date)))
	}
	if !ok {
		return nil
	}
	switch name {
	case "e", "enter":
		return edits(editShift(s, &c.plan.who, sh.Shift))
	case "y":
		return edits(copyShift(s, &c.plan.who, sh.Shift))
	case "d":
		return edits(dropShift(s, &c.plan.who, sh.Shift))
	}
	return nil
}

// newDay is the day a new shift begins as: that under the cursor, else the
// reference date where the week has it, else the week's Monday.
func (c Screen) newDay(s scene.Scene, under domain.Date) domain.Date {
	switch {
	case under != 0:
		return under
	case care.Monday(s.On) == c.monday:
		return s.On
	}
	return c.monday
}

// insideKey answers a key for the shift's pane: enter goes to a person.
func (c Screen) insideKey(s scene.Scene, name string) (scene.Screen, scene.Wish) {
	lines := c.details(s)
	c.detail = c.detail.Set(linesOf(lines), c.arrange(s).about.H)
	if list, ok := c.detail.Key(name); ok {
		c.detail = list
		return c, nil
	}
	if i := c.detail.Cursor(); name == "enter" && i >= 0 {
		if to := lines[i].to; to != "" {
			return c, scene.Go{Screen: scene.PeopleScreen, At: domain.Ref{Noun: domain.PersonNoun, Key: string(to)}}
		}
		return c, nil
	}
	return c, c.wish(s, name)
}

func (c Screen) click(s scene.Scene, x, y int) Screen {
	a := c.arrange(s)
	switch {
	case a.views.Contains(x, y):
		at, _ := a.views.Local(x, y)
		_, hits := viewLine(s, a.views.W, c.view)
		if key, ok := widget.HitAt(hits, at); ok {
			c.inside, c.typing = false, false
			return c.side(s, view(key[0]-'0'))
		}
	case a.rows.Contains(x, y):
		c.inside, c.typing = false, false
		_, line := a.rows.Local(x, y)
		if i, ok := c.list.At(line); ok {
			c.list = c.list.Select(i)
		}
		return c.follow(c.look(s))
	case a.about.Contains(x, y):
		c.inside, c.typing = true, false
		_, line := a.about.Local(x, y)
		c.detail = c.detail.Set(linesOf(c.details(s)), a.about.H)
		if i, ok := c.detail.At(line); ok {
			c.detail = c.detail.Select(i)
		}
	case a.query.Contains(x, y):
		c.inside, c.typing = false, true
	}
	return c
}

func (c Screen) wheel(s scene.Scene, x, y, by int) Screen {
	const lines = 3
	a := c.arrange(s)
	switch {
	case a.about.Contains(x, y):
		c.detail = c.detail.Set(linesOf(c.details(s)), a.about.H).Scroll(by * lines)
	case a.rows.Contains(x, y):
		c.list = c.list.Scroll(by * lines)
		return c.follow(c.look(s))
	}
	return c
}
