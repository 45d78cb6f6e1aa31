// Package people is the screen Personen: everybody in the set-up, and what is
// known of the one under the cursor.
//
// It promises that thousands of people cost what a windowful costs, that the
// cursor stays on its person through edits and filters, and that nobody is
// removed or made inactive without being told whom that touches. It refuses to
// know how groups are shown and what the root does with its wishes.
package people

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Screen is the screen Personen. Made by New.
type Screen struct {
	found  *listing
	list   widget.List
	at     domain.PersonID // who is under the cursor
	query  widget.Input
	typing bool        // keys go into the query
	role   domain.Role // NoRole: everybody
	inside bool        // the pane of details has the keys
	detail widget.List
	second bool // the details show the second section: care, or what somebody may
	views  *views
}

// New makes the screen: everybody, no filter.
func New() scene.Screen {
	return Screen{found: &listing{}, views: &views{}, query: widget.NewInput(queryLimit)}
}

// queryLimit is longer than any name.
const queryLimit = 120

// Typing reports whether keys are text now, so that no letter is taken for a
// key that works everywhere.
func (c Screen) Typing() bool { return c.typing }

// current is who is under the cursor.
func (c Screen) current(s scene.Scene) (domain.Person, bool) {
	c, people := c.settle(s)
	if i := c.list.Cursor(); i >= 0 {
		return *people.person(i), true
	}
	return domain.Person{}, false
}

// settle brings the screen up to the scene: who is found, where the cursor is,
// how high the windows are. View does so too, for the world may have moved on
// without a message to the screen.
func (c Screen) settle(s scene.Scene) (Screen, crowd) {
	people := c.people(s)
	a := c.arrange(s)
	c.list = c.list.Set(widget.Rows{N: people.len()}, a.rows.H)
	if c.found.newcomer != "" {
		c.at = c.found.newcomer
	}
	if i := c.list.Cursor(); i >= 0 && people.person(i).ID != c.at {
		if j := people.place(c.at); j >= 0 {
			c.list = c.list.Select(j)
		}
	}
	return c, people
}

// follow takes the person under the cursor over, and their details from the top.
func (c Screen) follow(people crowd) Screen {
	c.found.newcomer = ""
	at := domain.PersonID("")
	if i := c.list.Cursor(); i >= 0 {
		at = people.person(i).ID
	}
	if at != c.at {
		c.at, c.detail = at, widget.List{}
	}
	return c
}

// Update implements scene.Screen.
func (c Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	c, people := c.settle(s)
	c = c.follow(people)
	switch msg := msg.(type) {
	case scene.Arrived:
		if msg.At.Noun == domain.PersonNoun && msg.At.Key != "" {
			return c.show(s, domain.PersonID(msg.At.Key)), nil
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

// show puts the cursor on somebody, and drops a filter that hides them.
func (c Screen) show(s scene.Scene, id domain.PersonID) Screen {
	if c.people(s).place(id) < 0 {
		c.query, c.role, c.typing = c.query.SetValue(""), domain.NoRole, false
	}
	c.at, c.inside, c.detail = id, false, widget.List{}
	c, people := c.settle(s)
	return c.follow(people)
}

func (c Screen) key(s scene.Scene, msg tea.KeyPressMsg) (scene.Screen, scene.Wish) {
	name := msg.String()
	if c.typing {
		return c.typed(s, msg, name), nil
	}
	switch name {
	case "tab", "shift+tab", "left", "right", "h", "l":
		c.inside = pane(c.inside, name)
		return c, nil
	case "/":
		c.typing, c.inside = true, false
		return c, nil
	case "f":
		return c.byRole(s), nil
	case "m":
		return c.leafed(s), nil
	case "esc":
		return c.wider(s), nil
	}
	if c.inside {
		return c.insideKey(s, name)
	}
	if list, ok := c.list.Key(name); ok {
		c.list = list
		return c.follow(c.people(s)), nil
	}
	return c, c.wish(s, name)
}

func (c Screen) people(s scene.Scene) crowd {
	return c.found.people(s, words.Fold(c.query.Value()), c.role)
}

// pane says whether the details have the keys after a key that moves between the two panes.
func pane(inside bool, name string) bool {
	switch name {
	case "left", "h":
		return false
	case "right", "l":
		return true
	}
	return !inside
}

func (c Screen) typed(s scene.Scene, msg tea.KeyPressMsg, name string) Screen {
	switch name {
	case "esc":
		c.typing, c.query = false, c.query.SetValue("")
		c, people := c.settle(s)
		return c.follow(people)
	case "enter", "tab":
		c.typing = false
		return c
	case "up", "down", "pgup", "pgdown":
		c.list, _ = c.list.Key(name)
		return c.follow(c.people(s))
	}
	return c.put(s, msg)
}

func (c Screen) put(s scene.Scene, msg tea.Msg) Screen {
	c.query, _ = c.query.Update(msg)
	c, people := c.settle(s)
	return c.follow(people)
}

// byRole goes on to the next of the six roles, and after the last to everybody.
func (c Screen) byRole(s scene.Scene) Screen {
	roles := append([]domain.Role{domain.NoRole}, domain.Roles()...)
	c.role = roles[(slices.Index(roles, c.role)+1)%len(roles)]
	c, people := c.settle(s)
	return c.follow(people)
}

// wider takes one filter off: first what was typed, then the role, and then the
// keys from the details.
func (c Screen) wider(s scene.Scene) Screen {
	switch {
	case c.query.Value() != "":
		c.query = c.query.SetValue("")
	case c.role != domain.NoRole:
		c.role = domain.NoRole
	default:
		c.inside = false
	}
	c, people := c.settle(s)
	return c.follow(people)
}

func (c Screen) wish(s scene.Scene, name string) scene.Wish {
	if name == "n" {
		return scene.Open{Dialog: addPerson(s, c.found, c.role), Edits: true}
	}
	if wish, ok := walk(s, name); ok {
		return wish
	}
	p, ok := c.current(s)
	if !ok {
		return nil
	}
	switch name {
	case "e", "enter":
		return scene.Open{Dialog: editPerson(s, c.found, p), Edits: true}
	case "i":
		return scene.Open{Dialog: activity(s, p), Edits: true}
	case "d":
		return scene.Open{Dialog: removePerson(s, p), Edits: true}
	case "V":
		return scene.Open{Dialog: leave(s, p), Edits: true}
	case "v":
		return scene.Several{scene.Look{Person: p.ID}, scene.Go{Screen: scene.GroupsScreen}}
	}
	return nil
}

// insideKey answers a key for the details: enter goes to the group or to the
// other person of a relation.
func (c Screen) insideKey(s scene.Scene, name string) (scene.Screen, scene.Wish) {
	lines := c.details(s)
	c.detail = c.detail.Set(rowsOf(lines), c.arrange(s).about.H)
	if list, ok := c.detail.Key(name); ok {
		c.detail = list
		return c, nil
	}
	if i := c.detail.Cursor(); name == "enter" && i >= 0 {
		switch to := lines[i].to; to.Noun {
		case domain.GroupNoun:
			return c, scene.Go{Screen: scene.GroupsScreen, At: to}
		case domain.PersonNoun:
			return c.show(s, domain.PersonID(to.Key)), nil
		}
	}
	return c, c.wish(s, name)
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
		return c.follow(c.people(s))
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
		return c.follow(c.people(s))
	}
	return c
}
