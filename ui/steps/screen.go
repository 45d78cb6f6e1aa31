package steps

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Screen is the screen Stappenplan. Made by New.
type Screen struct {
	book   *book
	list   widget.List
	at     subject // under the cursor
	detail widget.List
	spot   spot // under the cursor of the steps
	inside bool // the steps have the keys, not the list
	query  widget.Input
	typing bool // keys go into the query
	past   past
}

var (
	_ scene.Screen = Screen{}
	_ scene.Typist = Screen{}
)

const (
	queryLimit = 120 // longer than any name
	wheel      = 3
)

// New returns the screen with the cursor on the institution.
func New() scene.Screen { return Screen{book: &book{}, query: widget.NewInput(queryLimit)} }

// Typing implements scene.Typist.
func (c Screen) Typing() bool { return c.typing }

// Actions implements scene.Screen.
func (c Screen) Actions(scene.Scene) []scene.Action {
	out := []scene.Action{{Key: "enter", Name: "steps.act-read", Bar: true}}
	switch {
	case c.at.kind == periodic && c.inside:
		out = []scene.Action{{Key: "enter", Also: []string{"space"}, Name: "steps.act-mark", Edits: true, Bar: true}}
	case c.at.kind == periodic:
	case c.inside:
		out = []scene.Action{{Key: "enter", Name: "steps.act-go", Bar: true}, {Key: "space", Name: "steps.act-tick", Edits: true, Bar: true}}
	}
	return append(out,
		scene.Action{Key: "p", Name: "steps.act-periodic", Bar: true},
		scene.Action{Key: "tab", Also: []string{"shift+tab"}, Name: "steps.act-pane"},
		scene.Action{Key: "/", Name: "steps.act-find", Bar: true})
}

// settle brings the screen up to the scene: which groups are found, where the
// cursors are, how high the windows are. View does so too, for the world may have
// moved on without a message to the screen.
func (c Screen) settle(s scene.Scene) (Screen, []subject) {
	rows := c.book.subjects(s, words.Fold(c.query.Value()))
	c.list = c.list.Set(listed(rows), c.arrange(s).rows.H)
	if i := c.list.Cursor(); i >= 0 && rows[i] != c.at {
		if j := slices.Index(rows, c.at); j >= 0 {
			c.list = c.list.Select(j)
		} else {
			c.at, c.detail, c.spot = rows[i], widget.List{}, spot{}
		}
	}
	return c, rows
}

func listed(rows []subject) widget.Rows {
	return widget.Rows{N: len(rows), Selectable: func(i int) bool { return rows[i].kind != heading }}
}

// follow takes over what is under the cursor of the list, and its steps from the top.
func (c Screen) follow(rows []subject) Screen {
	if i := c.list.Cursor(); i >= 0 && rows[i] != c.at {
		c.at, c.detail, c.spot = rows[i], widget.List{}, spot{}
	}
	return c
}

// show puts the cursor of the list on a subject, and drops a filter that hides it.
func (c Screen) show(s scene.Scene, at subject) Screen {
	if !slices.Contains(c.book.subjects(s, words.Fold(c.query.Value())), at) {
		c.query, c.typing = c.query.SetValue(""), false
	}
	if c.at != at {
		c.at, c.detail, c.spot = at, widget.List{}, spot{}
	}
	c, _ = c.settle(s)
	return c
}

// Update implements scene.Screen.
func (c Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	c, rows := c.settle(s)
	var wish scene.Wish
	switch msg := msg.(type) {
	case scene.Arrived:
		c.past = past{}
		if msg.At.Noun == domain.GroupNoun && s.World.Has(msg.At) {
			c = c.show(s, subject{ofGroup, domain.GroupID(msg.At.Key)})
		}
	case scene.Page:
		c.past = c.past.took(s, msg)
	case tea.KeyPressMsg:
		c, wish = c.key(s, rows, msg)
	case tea.PasteMsg:
		if c.typing {
			c = c.put(s, msg)
		}
	case tea.MouseClickMsg:
		c, wish = c.click(s, rows, msg)
	case tea.MouseWheelMsg:
		c = c.wheeled(s, rows, msg)
	}
	c, _ = c.settle(s)
	if c.at.kind != periodic {
		return c, wish
	}
	var read scene.Wish
	c.past, read = c.past.wish(s)
	if wish != nil && read != nil {
		return c, scene.Several{wish, read}
	}
	if wish == nil {
		wish = read
	}
	return c, wish
}

func (c Screen) key(s scene.Scene, rows []subject, msg tea.KeyPressMsg) (Screen, scene.Wish) {
	name := msg.String()
	if c.typing {
		return c.typed(s, msg, name), nil
	}
	switch name {
	case "p":
		c = c.show(s, subject{kind: periodic})
		c.inside = true
		return c, nil
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
	}
	if c.inside {
		return c.insideKey(s, name)
	}
	if name == "enter" {
		c.inside = true
		return c, nil
	}
	c.list, _ = c.list.Key(name)
	return c.follow(rows), nil
}

func (c Screen) insideKey(s scene.Scene, name string) (Screen, scene.Wish) {
	lines := c.lines(s)
	c.detail = c.detailed(s, lines)
	switch name {
	case "enter":
		return c.press(s, lines)
	case "space":
		return c, c.tick(s, lines)
	}
	c.detail, _ = c.detail.Key(name)
	return c.noted(lines), nil
}

func (c Screen) typed(s scene.Scene, msg tea.KeyPressMsg, name string) Screen {
	switch name {
	case "esc":
		c.typing, c.query = false, c.query.SetValue("")
		return c
	case "enter", "tab":
		c.typing = false
		return c
	case "up", "down", "pgup", "pgdown":
		var rows []subject
		c, rows = c.settle(s)
		c.list, _ = c.list.Key(name)
		return c.follow(rows)
	}
	return c.put(s, msg)
}

// put types into the filter; the cursor goes to the first group that is found.
func (c Screen) put(s scene.Scene, msg tea.Msg) Screen {
	var changed bool
	if c.query, changed = c.query.Update(msg); !changed {
		return c
	}
	c, rows := c.settle(s)
	if at := slices.IndexFunc(rows, func(r subject) bool { return r.kind == ofGroup }); at >= 0 && c.query.Value() != "" {
		c.list = c.list.Select(at)
	}
	return c.follow(rows)
}

// wider goes back from the steps to the list, and then takes the filter off.
func (c Screen) wider(s scene.Scene) Screen {
	if c.inside {
		c.inside = false
		return c
	}
	c.query = c.query.SetValue("")
	c, _ = c.settle(s)
	return c
}

func (c Screen) click(s scene.Scene, rows []subject, msg tea.MouseClickMsg) (Screen, scene.Wish) {
	a := c.arrange(s)
	switch {
	case msg.Button != tea.MouseLeft:
	case a.rows.Contains(msg.X, msg.Y):
		c.inside, c.typing = false, false
		_, y := a.rows.Local(msg.X, msg.Y)
		if i, ok := c.list.At(y); ok {
			c.list = c.list.Select(i)
		}
		return c.follow(rows), nil
	case a.lines.Contains(msg.X, msg.Y):
		lines := c.lines(s)
		c.detail = c.detailed(s, lines)
		_, y := a.lines.Local(msg.X, msg.Y)
		i, ok := c.detail.At(y)
		again := c.inside && ok && i == c.detail.Cursor()
		c.inside, c.typing = true, false
		if again {
			return c.press(s, lines)
		}
		if ok {
			c.detail = c.detail.Select(i)
		}
		return c.noted(lines), nil
	case a.query.Contains(msg.X, msg.Y):
		c.inside, c.typing = false, true
	}
	return c, nil
}

func (c Screen) wheeled(s scene.Scene, rows []subject, msg tea.MouseWheelMsg) Screen {
	by := 0
	switch msg.Button {
	case tea.MouseWheelUp:
		by = -wheel
	case tea.MouseWheelDown:
		by = wheel
	}
	a := c.arrange(s)
	if a.side.Contains(msg.X, msg.Y) {
		lines := c.lines(s)
		c.detail = c.detailed(s, lines).Scroll(by)
		return c.noted(lines)
	}
	c.list = c.list.Scroll(by)
	return c.follow(rows)
}
