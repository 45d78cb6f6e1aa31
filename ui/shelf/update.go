package shelf

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// Update implements scene.Screen.
func (c Shelf) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	c, wish := c.settled(s).answer(s, msg)
	c = c.settled(s)
	listener, ok := c.source.(Listener)
	if !ok {
		return c, wish
	}
	from, own := listener.Receive(s, msg, c.where(s))
	if from != nil {
		c.source, c.known = from, false
		c = c.settled(s)
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
		if c.has(s, msg.At) {
			return c.Show(s, c.home(s, msg.At).Key), nil
		}
	case tea.KeyPressMsg:
		if c.typing {
			return c.typed(msg), nil
		}
		return c.key(s, msg.String())
	case tea.PasteMsg:
		if c.typing {
			c.query, _ = c.query.Update(msg)
		}
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
		return c.wider(), nil
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

// act does what a key does with the record under the cursor.
func (c Shelf) act(s scene.Scene, name string) (Shelf, scene.Wish) {
	next, wish, ok := scene.Answer(c, c.source.Acts(s, c.where(s)), name)
	c = next.(Shelf)
	if !ok && c.inside && name == "space" {
		c.detail = c.detail.Page(1)
	}
	return c, wish
}

// typed takes a key while the filter has them.
func (c Shelf) typed(msg tea.KeyPressMsg) Shelf {
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

// wider takes one filter off: first what was typed, then those of the source; and
// then the keys from the details.
func (c Shelf) wider() Shelf {
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

// click puts the cursor where it lands; a second one does what enter does.
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
	by := 3 // lines
	switch msg.Button {
	case tea.MouseWheelUp:
		by = -by
	case tea.MouseWheelDown:
	default:
		return c
	}
	switch a := c.arrange(s); {
	case a.side.Contains(msg.X, msg.Y):
		c.detail = c.detail.Scroll(by)
	case a.list.Contains(msg.X, msg.Y):
		c.list = c.list.Scroll(by)
	}
	return c
}
