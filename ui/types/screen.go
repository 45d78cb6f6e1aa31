// Package types is the screen Relatietypen: every kind of relation with its
// flags, and what each flag does.
//
// It promises that a combination of flags that the domain refuses cannot be
// ticked, and that switching a type off or making it a direct relation says whom
// that shows and hides. It refuses to know how relations themselves are edited.
package types

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// Screen is the screen Relatietypen. Made by New.
type Screen struct {
	found  *listing
	list   widget.List
	at     domain.RelationTypeID // the type under the cursor
	query  widget.Input
	typing bool // keys go into the query
	inside bool // the pane of details has the keys
	detail widget.List
}

// New makes the screen: every type, no filter.
func New() scene.Screen { return Screen{found: &listing{}, query: widget.NewInput(queryLimit)} }

// queryLimit is longer than any name.
const queryLimit = 120

// Typing reports whether keys are text now, so that no letter is taken for a
// key that works everywhere.
func (c Screen) Typing() bool { return c.typing }

// Actions implements scene.Screen.
func (c Screen) Actions(s scene.Scene) []scene.Action {
	turn := lang.TypesTurnOff
	if t, ok := c.current(s); ok && t.SwitchedOff {
		turn = lang.TypesTurnOn
	}
	return []scene.Action{
		{Key: "n", Name: lang.TypesNew, Edits: true, Bar: true},
		{Key: "e", Also: []string{"enter"}, Name: lang.TypesEdit, Edits: true, Bar: true},
		{Key: "o", Name: turn, Edits: true, Bar: true},
		{Key: "d", Name: lang.TypesRemove, Edits: true, Bar: true},
		{Key: "/", Name: lang.TypesFind, Bar: true},
	}
}

func (c Screen) current(s scene.Scene) (domain.RelationType, bool) {
	c, types := c.settle(s)
	if i := c.list.Cursor(); i >= 0 {
		return types[i], true
	}
	return domain.RelationType{}, false
}

func (c Screen) types(s scene.Scene) []domain.RelationType {
	return c.found.types(s, lang.Fold(c.query.Value()))
}

// settle brings the screen up to the scene: what is found, where the cursor is,
// how high the windows are. View does so too, for the world may have moved on
// without a message to the screen.
func (c Screen) settle(s scene.Scene) (Screen, []domain.RelationType) {
	types := c.types(s)
	c.list = c.list.Set(widget.Rows{N: len(types)}, c.arrange(s).rows.H)
	if c.found.newcomer != "" {
		c.at = c.found.newcomer
	}
	if i := c.list.Cursor(); i >= 0 && types[i].ID != c.at {
		if j := slices.IndexFunc(types, func(t domain.RelationType) bool { return t.ID == c.at }); j >= 0 {
			c.list = c.list.Select(j)
		}
	}
	return c, types
}

// follow takes the type under the cursor over, and its details from the top.
func (c Screen) follow(types []domain.RelationType) Screen {
	c.found.newcomer = ""
	at := domain.RelationTypeID("")
	if i := c.list.Cursor(); i >= 0 {
		at = types[i].ID
	}
	if at != c.at {
		c.at, c.detail = at, widget.List{}
	}
	return c
}

// Update implements scene.Screen.
func (c Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	c, types := c.settle(s)
	c = c.follow(types)
	switch msg := msg.(type) {
	case scene.Arrived:
		if msg.At.Noun == domain.RelationTypeNoun && msg.At.Key != "" {
			return c.show(s, domain.RelationTypeID(msg.At.Key)), nil
		}
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

// show puts the cursor on a type, and drops a filter that hides it.
func (c Screen) show(s scene.Scene, id domain.RelationTypeID) Screen {
	if !slices.ContainsFunc(c.types(s), func(t domain.RelationType) bool { return t.ID == id }) {
		c.query, c.typing = c.query.SetValue(""), false
	}
	c.at, c.inside, c.detail = id, false, widget.List{}
	c, types := c.settle(s)
	return c.follow(types)
}

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
	}
	if c.inside {
		detail := c.detail.Set(rowsOf(c.details(s)), c.arrange(s).about.H)
		if list, ok := detail.Key(name); ok {
			c.detail = list
			return c, nil
		}
	} else if list, ok := c.list.Key(name); ok {
		c.list = list
		return c.follow(c.types(s)), nil
	}
	return c, c.wish(s, name)
}

func (c Screen) typed(s scene.Scene, msg tea.KeyPressMsg, name string) Screen {
	switch name {
	case "esc":
		c.typing, c.query = false, c.query.SetValue("")
		c, types := c.settle(s)
		return c.follow(types)
	case "enter", "tab":
		c.typing = false
		return c
	case "up", "down", "pgup", "pgdown":
		c.list, _ = c.list.Key(name)
		return c.follow(c.types(s))
	}
	return c.put(s, msg)
}

func (c Screen) put(s scene.Scene, msg tea.Msg) Screen {
	c.query, _ = c.query.Update(msg)
	c, types := c.settle(s)
	return c.follow(types)
}

// wider takes the filter off, and then the keys from the details.
func (c Screen) wider(s scene.Scene) Screen {
	if c.query.Value() == "" {
		c.inside = false
		return c
	}
	c.query = c.query.SetValue("")
	c, types := c.settle(s)
	return c.follow(types)
}

func (c Screen) wish(s scene.Scene, name string) scene.Wish {
	if name == "n" {
		return scene.Open{Dialog: addType(s), Edits: true}
	}
	t, ok := c.current(s)
	if !ok {
		return nil
	}
	switch name {
	case "e", "enter":
		return scene.Open{Dialog: editType(s, t), Edits: true}
	case "o":
		return scene.Open{Dialog: switchType(s, t), Edits: true}
	case "d":
		return scene.Open{Dialog: removeType(s, t), Edits: true}
	}
	return nil
}

func (c Screen) click(s scene.Scene, x, y int) Screen {
	a := c.arrange(s)
	switch {
	case a.rows.Contains(x, y):
		c.inside, c.typing = false, false
		_, line := a.rows.Local(x, y)
		if i, ok := c.list.At(line); ok {
			c.list = c.list.Select(i)
		}
		return c.follow(c.types(s))
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

func (c Screen) wheel(s scene.Scene, x, y, by int) Screen {
	const lines = 3
	a := c.arrange(s)
	switch {
	case a.about.Contains(x, y):
		c.detail = c.detail.Set(rowsOf(c.details(s)), a.about.H).Scroll(by * lines)
	case a.rows.Contains(x, y):
		c.list = c.list.Scroll(by * lines)
		return c.follow(c.types(s))
	}
	return c
}
