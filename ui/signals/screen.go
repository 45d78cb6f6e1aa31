package signals

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Screen is the screen Signalen. Made by New.
type Screen struct {
	stock  *stock
	list   widget.List
	at     string // the key of what is under the cursor
	all    bool   // accepted ones stand there too
	mirror bool   // the mirror list stands in place of the signals
	query  widget.Input
	typing bool // keys go into the query
	inside bool // the detail has the keys
	detail detail
}

// New makes the screen: what asks for attention, no filter.
func New() scene.Screen {
	return Screen{stock: &stock{}, query: widget.NewInput(queryLimit)}
}

const (
	queryLimit = 120
	wheelLines = 3
)

// Typing reports whether keys are text now, so that no letter is taken for a key
// that works everywhere.
func (c Screen) Typing() bool { return c.typing }

// Actions implements scene.Screen.
func (c Screen) Actions(s scene.Scene) []scene.Action {
	visit := scene.Action{Key: "enter", Name: "signals.act.go", Bar: true}
	find := scene.Action{Key: "/", Name: "signals.act.filter", Bar: true}
	line := scene.Action{Key: "b", Name: "signals.act.words", Edits: true, Bar: true}
	if c.mirror {
		return []scene.Action{visit, {Key: "m", Name: "signals.act.back", Bar: true}, find, line}
	}
	show := words.Key("signals.act.show-accepted")
	if c.all {
		show = "signals.act.hide-accepted"
	}
	out := []scene.Action{visit, {Key: "a", Name: "signals.act.accept", Edits: true, Bar: true}}
	if c.all {
		out = append(out, scene.Action{Key: "d", Name: "signals.act.reopen", Edits: true, Bar: true})
	}
	return append(out, scene.Action{Key: "A", Name: show, Bar: true},
		line, scene.Action{Key: "m", Name: "signals.act.mirror", Bar: true}, find)
}

// settle brings the screen up to the scene: what is listed, where the cursor is,
// how high the windows are. View does so too, for the scene may have moved on
// without a message to the screen.
func (c Screen) settle(s scene.Scene) (Screen, []row) {
	rows := c.stock.rows(s, asked{c.all, c.mirror, words.Fold(c.query.Value())})
	c.list = c.list.Set(listed(rows), c.arrange(s).rows.H)
	if i := c.list.Cursor(); i >= 0 && rows[i].key() != c.at {
		if j := place(rows, c.at); j >= 0 {
			c.list = c.list.Select(j)
		}
	}
	return c, rows
}

func listed(rows []row) widget.Rows {
	return widget.Rows{N: len(rows), Selectable: func(i int) bool { return !rows[i].heading() }}
}

// follow takes over what is under the cursor, and its detail from the top.
func (c Screen) follow(s scene.Scene, rows []row) Screen {
	c.at = ""
	if i := c.list.Cursor(); i >= 0 {
		c.at = rows[i].key()
	}
	c.detail = c.detail.of(s, c, rows)
	return c
}

// current is what is under the cursor.
func (c Screen) current(rows []row) (row, bool) {
	if i := c.list.Cursor(); i >= 0 && i < len(rows) {
		return rows[i], true
	}
	return row{}, false
}

// Update implements scene.Screen.
func (c Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	c, rows := c.settle(s)
	c = c.follow(s, rows)
	var wish scene.Wish
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		c, wish = c.key(s, msg, rows)
	case tea.PasteMsg:
		if c.typing {
			c.query, _ = c.query.Update(msg)
		}
	case tea.MouseClickMsg:
		c, wish = c.click(s, msg, rows)
	case tea.MouseWheelMsg:
		c = c.wheel(s, msg)
	}
	// A key may have asked for other rows; else the cursor has moved and leads.
	if now, again := c.settleOn(s, rows); again != nil {
		return now.follow(s, again), wish
	}
	return c.follow(s, rows), wish
}

// settleOn settles anew where other rows than before are asked for.
func (c Screen) settleOn(s scene.Scene, before []row) (Screen, []row) {
	rows := c.stock.rows(s, asked{c.all, c.mirror, words.Fold(c.query.Value())})
	if len(rows) == len(before) && (len(rows) == 0 || &rows[0] == &before[0]) {
		c.list = c.list.Set(listed(rows), c.arrange(s).rows.H)
		return c, nil
	}
	return c.settle(s)
}

func (c Screen) key(s scene.Scene, msg tea.KeyPressMsg, rows []row) (Screen, scene.Wish) {
	name := msg.String()
	if c.typing {
		return c.typed(msg, name), nil
	}
	switch name {
	case "tab", "shift+tab":
		c.inside = !c.inside
	case "left", "h":
		c.inside = false
	case "right", "l":
		c.inside = true
	case "/":
		c.typing, c.inside = true, false
	case "A":
		c.all = !c.all && !c.mirror
	case "m":
		c.mirror, c.inside, c.at, c.list = !c.mirror, false, "", widget.List{}
	case "esc":
		c = c.back()
	case "b":
		return c, scene.Open{Dialog: editWords(s), Edits: true}
	default:
		return c.act(s, name, rows)
	}
	return c, nil
}

// back takes one thing off: the keys from the detail, what was typed, the mirror list.
func (c Screen) back() Screen {
	switch {
	case c.inside:
		c.inside = false
	case c.query.Value() != "":
		c.query = c.query.SetValue("")
	case c.mirror:
		c.mirror, c.at, c.list = false, "", widget.List{}
	}
	return c
}

func (c Screen) typed(msg tea.KeyPressMsg, name string) Screen {
	switch name {
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

// act answers a key about what is under the cursor.
func (c Screen) act(s scene.Scene, name string, rows []row) (Screen, scene.Wish) {
	at, ok := c.current(rows)
	switch {
	case name == "enter" && ok:
		return c, goTo(at.ref())
	case name == "a" && ok && at.signal != nil:
		return c, scene.Open{Dialog: accept(s, c.stock, at), Edits: true}
	case name == "d" && ok && at.acceptance != nil:
		return c, scene.Edit{Command: domain.ReopenSignal{Code: string(at.signal.Code), Objects: at.signal.Objects}}
	case c.inside:
		c.detail = c.detail.key(name, c.arrange(s).text.H)
	default:
		c.list, _ = c.list.Key(name)
	}
	return c, nil
}

// goTo wishes the screen on which a record can be mended.
func goTo(at domain.Ref) scene.Wish {
	switch at.Noun {
	case domain.GroupNoun:
		return scene.Go{Screen: scene.GroupsScreen, At: at}
	case domain.RelationTypeNoun, domain.AccessRoleNoun:
		return scene.Go{Screen: scene.TypesScreen, At: at}
	}
	return scene.Go{Screen: scene.PeopleScreen, At: at}
}

// click puts the cursor on a row, and a second one goes there.
func (c Screen) click(s scene.Scene, msg tea.MouseClickMsg, rows []row) (Screen, scene.Wish) {
	a := c.arrange(s)
	switch {
	case msg.Button != tea.MouseLeft:
	case a.rows.Contains(msg.X, msg.Y):
		_, y := a.rows.Local(msg.X, msg.Y)
		i, ok := c.list.At(y)
		again := ok && i == c.list.Cursor() && !c.inside
		c.inside, c.typing = false, false
		if again {
			return c, goTo(rows[i].ref())
		}
		if ok {
			c.list = c.list.Select(i)
		}
	case a.query.Contains(msg.X, msg.Y):
		c.typing, c.inside = true, false
	case a.side.Contains(msg.X, msg.Y):
		c.inside, c.typing = true, false
	}
	return c, nil
}

func (c Screen) wheel(s scene.Scene, msg tea.MouseWheelMsg) Screen {
	by := 0
	switch msg.Button {
	case tea.MouseWheelUp:
		by = -wheelLines
	case tea.MouseWheelDown:
		by = wheelLines
	}
	a := c.arrange(s)
	if a.side.Contains(msg.X, msg.Y) {
		c.detail = c.detail.scrolled(by, a.text.H)
		return c
	}
	c.list = c.list.Scroll(by)
	return c
}
