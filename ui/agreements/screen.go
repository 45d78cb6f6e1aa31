// Package agreements is the screen Afspraken: what the coordinator promised
// about this institution, whether it holds, and by which route it does not.
//
// It promises that broken agreements stand first, that nothing is said of who
// sees whom but what the policy says, and that nothing is judged again while the
// world and the day stay the same. It refuses to know how a breach is mended:
// it goes to where that can be done.
package agreements

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// Screen is the screen Afspraken. Made by New.
type Screen struct {
	found  *listing
	list   widget.List
	at     domain.AgreementID // the one under the cursor
	query  widget.Input
	typing bool // keys go into the query
	inside bool // the pane of details has the keys
	detail widget.List
}

// queryLimit is longer than any two names.
const queryLimit = 240

// New makes the screen: every agreement, no filter.
func New() scene.Screen {
	return Screen{found: &listing{}, query: widget.NewInput(queryLimit)}
}

// Typing reports whether keys are text now, so that no letter is taken for a
// key that works everywhere.
func (c Screen) Typing() bool { return c.typing }

func (c Screen) rows(s scene.Scene) []row { return c.found.of(s, lang.Fold(c.query.Value())) }

// current is the agreement under the cursor.
func (c Screen) current(s scene.Scene) (agreed, bool) {
	c, rows := c.settle(s)
	if i := c.list.Cursor(); i >= 0 {
		return *rows[i].agreed, true
	}
	return agreed{}, false
}

// settle brings the screen up to the scene: what is found, where the cursor is,
// how high the windows are. View does so too, for the world may have moved on
// without a message to the screen.
func (c Screen) settle(s scene.Scene) (Screen, []row) {
	rows := c.rows(s)
	c.list = c.list.Set(listed(rows), c.arrange(s).rows.H)
	if c.found.newcomer != "" {
		c.at = c.found.newcomer
	}
	if i := c.list.Cursor(); i >= 0 && rows[i].Agreement.ID != c.at {
		if j := place(rows, c.at); j >= 0 {
			c.list = c.list.Select(j)
		}
	}
	return c, rows
}

func listed(rows []row) widget.Rows {
	return widget.Rows{N: len(rows), Selectable: func(i int) bool { return rows[i].agreed != nil }}
}

func place(rows []row, id domain.AgreementID) int {
	return slices.IndexFunc(rows, func(r row) bool { return r.agreed != nil && r.Agreement.ID == id })
}

// follow takes the agreement under the cursor over, and its details from the top.
func (c Screen) follow(rows []row) Screen {
	c.found.newcomer = ""
	at := domain.AgreementID("")
	if i := c.list.Cursor(); i >= 0 {
		at = rows[i].Agreement.ID
	}
	if at != c.at {
		c.at, c.detail = at, widget.List{}
	}
	return c
}

// Update implements scene.Screen.
func (c Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	c, rows := c.settle(s)
	c = c.follow(rows)
	switch msg := msg.(type) {
	case scene.Arrived:
		if msg.At.Noun == domain.AgreementNoun && msg.At.Key != "" {
			return c.show(s, domain.AgreementID(msg.At.Key)), nil
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

// show puts the cursor on an agreement, and drops a filter that hides it.
func (c Screen) show(s scene.Scene, id domain.AgreementID) Screen {
	if place(c.rows(s), id) < 0 {
		c.query, c.typing = c.query.SetValue(""), false
	}
	c.at, c.inside, c.detail = id, false, widget.List{}
	return c.followed(s)
}

// followed settles and follows, after what is listed has changed.
func (c Screen) followed(s scene.Scene) Screen {
	c, rows := c.settle(s)
	return c.follow(rows)
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
		return c.follow(c.rows(s))
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
		return c.follow(c.rows(s))
	}
	return c
}
