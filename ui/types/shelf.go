package types

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// shelf is a list that can be filtered, beside what there is to know of the
// record under its cursor. Made by newShelf.
type shelf struct {
	stock  stock
	found  *finding
	list   widget.List
	at     string // the record under the cursor
	query  widget.Input
	typing bool // keys go into the query
	inside bool // the pane of details has the keys
	detail widget.List
}

// queryLimit is longer than any name.
const queryLimit = 120

func newShelf(from stock) shelf {
	return shelf{stock: from, found: &finding{}, query: widget.NewInput(queryLimit)}
}

func (c shelf) actions(s scene.Scene) []scene.Action {
	return c.stock.actions(s, c.current(s), c.touched(s))
}

// current is the id of the record under the cursor; empty where the list is.
func (c shelf) current(s scene.Scene) string {
	c, entries := c.settle(s)
	if i := c.list.Cursor(); i >= 0 {
		return entries[i].id
	}
	return ""
}

// touched is the assignment under the cursor while the details have the keys.
func (c shelf) touched(s scene.Scene) domain.AssignmentKey {
	lines := c.details(s)
	list := c.detail.Set(rowsOf(lines), c.arrange(s).about.H)
	if i := list.Cursor(); c.inside && i >= 0 {
		return lines[i].assignment
	}
	return domain.AssignmentKey{}
}

func (c shelf) entries(s scene.Scene) []entry {
	return c.found.of(s, c.stock, lang.Fold(c.query.Value()))
}

// settle brings the shelf up to the scene: what is found, where the cursor is,
// how high the windows are. view does so too, for the world may have moved on
// without a message to the screen.
func (c shelf) settle(s scene.Scene) (shelf, []entry) {
	entries := c.entries(s)
	c.list = c.list.Set(widget.Rows{N: len(entries)}, c.arrange(s).rows.H)
	if c.found.newcomer != "" {
		c.at = c.found.newcomer
	}
	if i := c.list.Cursor(); i >= 0 && entries[i].id != c.at {
		if j := slices.IndexFunc(entries, func(e entry) bool { return e.id == c.at }); j >= 0 {
			c.list = c.list.Select(j)
		}
	}
	return c, entries
}

// follow takes the record under the cursor over, and its details from the top.
func (c shelf) follow(entries []entry) shelf {
	c.found.newcomer = ""
	at := ""
	if i := c.list.Cursor(); i >= 0 {
		at = entries[i].id
	}
	if at != c.at {
		c.at, c.detail = at, widget.List{}
	}
	return c
}

func (c shelf) update(s scene.Scene, msg tea.Msg) (shelf, scene.Wish) {
	c, entries := c.settle(s)
	c = c.follow(entries)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return c.key(s, msg)
	case tea.PasteMsg:
		if c.typing {
			return c.put(s, msg), nil
		}
	case tea.MouseClickMsg:
		return c.click(s, msg.X, msg.Y), nil
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			return c.wheel(s, msg.X, msg.Y, -1), nil
		case tea.MouseWheelDown:
			return c.wheel(s, msg.X, msg.Y, 1), nil
		}
	}
	return c, nil
}

// show puts the cursor on a record, and drops a filter that hides it.
func (c shelf) show(s scene.Scene, id string) shelf {
	if !slices.ContainsFunc(c.entries(s), func(e entry) bool { return e.id == id }) {
		c.query, c.typing = c.query.SetValue(""), false
	}
	c.at, c.inside, c.detail = id, false, widget.List{}
	c, entries := c.settle(s)
	return c.follow(entries)
}

func (c shelf) key(s scene.Scene, msg tea.KeyPressMsg) (shelf, scene.Wish) {
	name := msg.String()
	if c.typing {
		return c.typed(s, msg, name), nil
	}
	switch name {
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
	}
	if c.inside {
		detail := c.detail.Set(rowsOf(c.details(s)), c.arrange(s).about.H)
		if list, ok := detail.Key(name); ok {
			c.detail = list
			return c, nil
		}
	} else if list, ok := c.list.Key(name); ok {
		c.list = list
		return c.follow(c.entries(s)), nil
	}
	return c, c.stock.wish(s, name, c.current(s), c.touched(s))
}

func (c shelf) typed(s scene.Scene, msg tea.KeyPressMsg, name string) shelf {
	switch name {
	case "esc":
		c.typing, c.query = false, c.query.SetValue("")
		c, entries := c.settle(s)
		return c.follow(entries)
	case "enter", "tab":
		c.typing = false
		return c
	case "up", "down", "pgup", "pgdown":
		c.list, _ = c.list.Key(name)
		return c.follow(c.entries(s))
	}
	return c.put(s, msg)
}

func (c shelf) put(s scene.Scene, msg tea.Msg) shelf {
	c.query, _ = c.query.Update(msg)
	c, entries := c.settle(s)
	return c.follow(entries)
}

// wider takes the filter off, and then the keys from the details.
func (c shelf) wider(s scene.Scene) shelf {
	if c.query.Value() == "" {
		c.inside = false
		return c
	}
	c.query = c.query.SetValue("")
	c, entries := c.settle(s)
	return c.follow(entries)
}

func (c shelf) click(s scene.Scene, x, y int) shelf {
	a := c.arrange(s)
	switch {
	case a.rows.Contains(x, y):
		c.inside, c.typing = false, false
		_, line := a.rows.Local(x, y)
		if i, ok := c.list.At(line); ok {
			c.list = c.list.Select(i)
		}
		return c.follow(c.entries(s))
	case a.about.Contains(x, y):
		c.inside, c.typing = true, false
		_, line := a.about.Local(x, y)
		c.detail = c.detail.Set(rowsOf(c.details(s)), a.about.H)
		if i, ok := c.detail.At(line); ok {
			c.detail = c.detail.Select(i)
		}
	case a.query.Contains(x, y):
		c.inside, c.typing = false, true
	}
	return c
}

func (c shelf) wheel(s scene.Scene, x, y, by int) shelf {
	const lines = 3
	a := c.arrange(s)
	switch {
	case a.about.Contains(x, y):
		c.detail = c.detail.Set(rowsOf(c.details(s)), a.about.H).Scroll(by * lines)
	case a.rows.Contains(x, y):
		c.list = c.list.Scroll(by * lines)
		return c.follow(c.entries(s))
	}
	return c
}

// details are all lines about the record under the cursor, for the width at hand.
func (c shelf) details(s scene.Scene) []line {
	w := c.arrange(s).about.W
	id := c.current(s)
	if id == "" || w <= 0 {
		return nil
	}
	return c.found.about(s, c.stock, id, w)
}
