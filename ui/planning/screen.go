// Package planning is the screen Planning: the shifts and routes of one week,
// with a star where the planned employee is primary and a signal where one is
// unwanted (DOMAIN.md 3.2).
//
// It promises that the screen always says which week it shows, that a signal
// stands in the dialog before anything is saved, and that it warns and never
// blocks. It refuses to judge: package care says what is a star or a signal, on
// the shift's own date.
package planning

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Screen is the screen Planning. Made by New.
type Screen struct {
	plan   *plan
	view   view
	monday domain.Date // of the week
	on     domain.Date // the reference date that the week was chosen for
	list   widget.List
	at     spot // under the cursor
	query  widget.Input
	typing bool // keys go into the query
	inside bool // the pane of the shift has the keys
	detail widget.List
}

// New makes the screen on the week of the reference date.
func New() scene.Screen {
	const longerThanAnyName = 120
	return Screen{plan: &plan{}, query: widget.NewInput(longerThanAnyName)}
}

// Typing implements scene.Typist.
func (c Screen) Typing() bool { return c.typing }

// Actions implements scene.Screen.
func (c Screen) Actions(scene.Scene) []scene.Action {
	return []scene.Action{
		{Key: "n", Name: "planning.new", Edits: true, Bar: true},
		{Key: "e", Also: []string{"enter"}, Name: "planning.edit", Edits: true, Bar: true},
		{Key: "y", Name: "planning.copy", Edits: true, Bar: true},
		{Key: "d", Name: "planning.drop", Edits: true, Bar: true},
		{Key: "<", Name: "planning.earlier", Bar: true},
		{Key: ">", Name: "planning.later", Bar: true},
		{Key: "/", Name: "planning.find", Bar: true},
		{Key: "f", Name: "planning.switch", Bar: true},
		{Key: ".", Name: "planning.here", Bar: true},
	}
}

// settle brings the screen up to the scene. View does so too, for the world may
// have moved on without a message to the screen.
func (c Screen) settle(s scene.Scene) (Screen, []row) {
	if c.on != s.On {
		c = c.toWeek(care.Monday(s.On))
		c.on = s.On
	}
	c.plan.notice(s, c.at.shift)
	if sh, ok := s.World.Shift(c.plan.moved); ok {
		c.monday, c.at.shift = care.Monday(sh.Date), sh.ID
	}
	rows := c.look(s)
	if c.plan.moved != "" && c.query.Value() != "" && c.plan.place(rows, c.at) < 0 {
		c.query = c.query.SetValue("") // what was just rostered is never hidden
		rows = c.look(s)
	}
	c.list = c.list.Set(rowsOf(rows), c.arrange(s).rows.H)
	if c.plan.on(rows, c.list.Cursor(), c.at) {
		return c, rows
	}
	switch i := c.plan.place(rows, c.at); {
	case i >= 0:
		c.list = c.list.Select(i)
	case c.at.shift == "" && c.view == byWeek && c.monday == care.Monday(s.On):
		if first := c.plan.from(rows, s.On); first >= 0 {
			c.list = c.list.Select(first)
		}
	}
	return c, rows
}

func (c Screen) look(s scene.Scene) []row {
	return c.plan.look(s, c.monday, c.view, words.Fold(c.query.Value()))
}

func rowsOf(rows []row) widget.Rows {
	return widget.Rows{N: len(rows), Selectable: func(i int) bool { return !rows[i].heading() }}
}

// follow takes over what is under the cursor, and its details from the top.
func (c Screen) follow(rows []row) Screen {
	c.plan.moved = ""
	at := spot{}
	if i := c.list.Cursor(); i >= 0 {
		at = spot{rows[i].person, c.plan.shifts[rows[i].shift].ID}
	}
	if at != c.at {
		c.at, c.detail = at, widget.List{}
	}
	return c
}

// again settles and follows: after what changed which rows there are.
func (c Screen) again(s scene.Scene) Screen {
	c, rows := c.settle(s)
	return c.follow(rows)
}

// toWeek turns to another week, within what a date can say.
func (c Screen) toWeek(monday domain.Date) Screen {
	monday = max(monday, care.Monday(domain.FirstDate+weekDays-1))
	c.monday = min(monday, care.Monday(domain.LastDate))
	c.at, c.list, c.detail = spot{}, widget.List{}, widget.List{}
	return c
}

// current is the shift under the cursor, and the person whose row it is.
func (c Screen) current(s scene.Scene) (care.Shift, domain.PersonID, bool) {
	c, rows := c.settle(s)
	i := c.list.Cursor()
	if i < 0 {
		return care.Shift{}, "", false
	}
	return c.plan.shifts[rows[i].shift], rows[i].person, true
}

// Update implements scene.Screen.
func (c Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	c = c.again(s)
	switch msg := msg.(type) {
	case scene.Arrived:
		if sh, ok := s.World.Shift(domain.ShiftID(msg.At.Key)); ok && msg.At.Noun == domain.ShiftNoun {
			return c.show(s, sh), nil
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

// show goes to a shift, and takes off a filter.
func (c Screen) show(s scene.Scene, sh domain.Shift) Screen {
	c = c.toWeek(care.Monday(sh.Date))
	c.query, c.typing, c.inside = c.query.SetValue(""), false, false
	c.at.shift = sh.ID
	return c.again(s)
}
