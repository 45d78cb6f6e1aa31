package shelf

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// Update answers a message, and hands it to a Listener after that.
func (c Shelf) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	c, wish := c.current(s).answer(s, msg)
	c = c.current(s)
	listener, ok := c.source.(Listener)
	if !ok {
		return c, wish
	}
	from, own := listener.Receive(s, msg, c.position(s))
	if from != nil {
		c.source, c.known = from, false
		c = c.current(s)
	}
	switch {
	case own == nil:
		return c, wish
	case wish == nil:
		return c, own
	}
	return c, scene.Several{wish, own}
}

func (c Shelf) answer(s scene.Scene, msg tea.Msg) (Shelf, scene.Wish) {
	switch msg := msg.(type) {
	case scene.Arrived:
		if _, key := c.seek(s, msg.At); key != "" {
			c.inside, c.detail = false, widget.List{}
			return c.reveal(s, msg.At), nil
		}
	case tea.KeyPressMsg:
		if c.typing {
			return c.filterKey(msg), nil
		}
		return c.key(s, msg.String())
	case tea.PasteMsg:
		if !c.typing {
			return c, scene.Paste{Text: msg.Content}
		}
		c.query, _ = c.query.Update(msg)
	case tea.MouseClickMsg:
		return c.click(s, msg.X, msg.Y)
	case tea.MouseWheelMsg:
		return c.wheel(s, msg), nil
	}
	return c, nil
}

func (c Shelf) key(s scene.Scene, name string) (Shelf, scene.Wish) {
	switch name {
	case "tab", "shift+tab":
		return c.Focus(!c.inside), nil
	case "left", "h":
		return c.Focus(false), nil
	case "right", "l":
		return c.Focus(true), nil
	case "esc":
		return c.widen(), nil
	}
	moved := false
	if c.inside {
		c.detail, moved = c.detail.Key(name)
	} else {
		c.list, moved = c.list.Key(name)
	}
	if moved {
		return c, nil
	}
	return c.act(s, name)
}

// act does the action of a key; space without one pages through the details.
func (c Shelf) act(s scene.Scene, name string) (Shelf, scene.Wish) {
	next, wish, ok := scene.Answer(c, c.acts(s), name)
	c = next.(Shelf)
	if !ok && c.inside && name == "space" {
		c.detail = c.detail.Page(1)
	}
	return c, wish
}

// filterKey answers a key while the filter has the keys.
func (c Shelf) filterKey(msg tea.KeyPressMsg) Shelf {
	switch name := msg.String(); name {
	case "esc":
		c.typing, c.query = false, c.query.SetValue("")
	case "enter", "tab":
		c.typing = false
	case "up", "down", "pgup", "pgdown":
		c.list, _ = c.list.Key(name)
	default:
		c.query, _ = c.query.Update(msg)
	}
	return c
}

// widen removes one filter: first the query, then those of the source. Without any it
// takes the keys from the details.
func (c Shelf) widen() Shelf {
	if c.query.Value() != "" {
		c.query = c.query.SetValue("")
		return c
	}
	if f, ok := c.source.(Filtered); ok {
		if from, was := f.Wider(); was {
			return c.With(from)
		}
	}
	return c.Focus(false)
}

// click puts the cursor where it lands; a second click does what enter does.
func (c Shelf) click(s scene.Scene, x, y int) (Shelf, scene.Wish) {
	a := c.arrange(s)
	switch {
	case a.bar.Contains(x, y):
		from := c.source.(Barred)
		at, _ := a.bar.Local(x, y)
		_, hits := from.Bar(s, a.bar.W)
		if key, ok := widget.HitAt(hits, at); ok {
			return c.With(from.Choose(key)).Focus(false), nil
		}
	case a.rows.Contains(x, y):
		_, line := a.rows.Local(x, y)
		i, ok := c.list.At(line)
		again := ok && i == c.list.Cursor() && !c.inside && !c.typing
		if c = c.Focus(false); again {
			return c.act(s, "enter")
		}
		if ok {
			c.list = c.list.Select(i)
		}
	case a.about.Contains(x, y):
		_, line := a.about.Local(x, y)
		i, ok := c.detail.At(line)
		again := ok && i == c.detail.Cursor() && c.inside
		if c = c.Focus(true); again {
			return c.act(s, "enter")
		}
		if ok {
			c.detail = c.detail.Select(i)
		}
	case a.query.Contains(x, y):
		c.inside, c.typing = false, true
	}
	return c, nil
}

func (c Shelf) wheel(s scene.Scene, msg tea.MouseWheelMsg) Shelf {
	switch a := c.arrange(s); {
	case a.side.Contains(msg.X, msg.Y):
		c.detail = c.detail.Scroll(scene.WheelLines(msg))
	case a.list.Contains(msg.X, msg.Y):
		c.list = c.list.Scroll(scene.WheelLines(msg))
	}
	return c
}
