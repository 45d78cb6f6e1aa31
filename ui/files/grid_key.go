package files

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// Update answers a key while the grid has them.
func (g grid) Update(s scene.Scene, msg tea.KeyPressMsg) (grid, gridEvent) {
	switch {
	case g.mode == typing:
		return g.typingKey(msg)
	case g.mode == choosing:
		return g.choosingKey(msg)
	}
	key := msg.String()
	if moved, ok := g.move(key); ok {
		return moved, gridNone
	}
	switch {
	case key == "enter":
		return g.open(s), gridNone
	case g.onHeads || g.table.Len == 0:
		return g, gridNone
	case key == "ctrl+x":
		return g.leaveOut(), gridMended
	case key == "ctrl+z":
		return g.asPasted()
	case key == "backspace" || key == "delete":
		return g.correct(""), gridMended
	case msg.Text != "":
		return g.typed(msg), gridNone
	}
	return g, gridNone
}

// move answers the keys that move the cursor; with shift they mark rows.
func (g grid) move(key string) (grid, bool) {
	switch key {
	case "left", "right":
		by := 1
		if key == "left" {
			by = -1
		}
		g.column, g.run = max(min(g.column+by, g.width()-1), 0), 0
		return g, true
	case "shift+up", "shift+down":
		if g.onHeads {
			return g, true
		}
		before := g.list.Cursor()
		g.list, _ = g.list.Key(key[len("shift+"):])
		g.run += before - g.list.Cursor()
		return g, true
	case "up":
		if g.run = 0; g.list.Cursor() <= 0 {
			g.onHeads = true
			return g, true
		}
	case "down":
		if g.run = 0; g.onHeads {
			g.onHeads = g.table.Len == 0
			return g, true
		}
	case "pgup", "pgdown", "home", "end":
		g.run, g.onHeads = 0, false
	default:
		return g, false
	}
	g.list, _ = g.list.Key(key)
	return g, true
}

// open lets somebody choose what a column holds, or a role, or type what a cell says.
func (g grid) open(s scene.Scene) grid {
	switch {
	case g.onHeads || g.table.Len == 0:
		items := []widget.Item{{Label: s.Words.Say("files.pasted-unread")}}
		for _, head := range g.table.Could {
			items = append(items, widget.Item{Key: head, Label: head})
		}
		return g.offer(s, items)
	case g.columnAt(g.column).As == g.table.Role && g.table.Role != "":
		var items []widget.Item
		for _, r := range domain.Roles() {
			items = append(items, widget.Item{Key: s.Words.RoleWord(r), Label: s.Words.RoleWord(r)})
		}
		return g.offer(s, items)
	}
	return g.typed(tea.KeyPressMsg{})
}

// typed has the cell of the cursor typed anew or on, beginning with a key or a paste.
func (g grid) typed(msg tea.Msg) grid {
	_, text := g.cell(g.list.Cursor(), g.column)
	g.mode, g.input = typing, widget.NewInput(cellLimit).SetValue(text).Fresh()
	if key, isKey := msg.(tea.KeyPressMsg); !isKey || key.Text != "" {
		g.input, _ = g.input.Update(msg)
	}
	return g
}

func (g grid) offer(s scene.Scene, items []widget.Item) grid {
	g.mode, g.picker = choosing, widget.NewPicker(items, false, domain.LookUp, nil)
	g.picker.Empty = s.Words.Say("list.no-match")
	return g
}

func (g grid) typingKey(msg tea.KeyPressMsg) (grid, gridEvent) {
	switch msg.String() {
	case "esc":
		g.mode = walking
		return g, gridNone
	case "enter", "tab":
		g.mode = walking
		return g.correct(g.input.Value()), gridMended
	}
	g.input, _ = g.input.Update(msg)
	return g, gridNone
}

func (g grid) choosingKey(msg tea.KeyPressMsg) (grid, gridEvent) {
	var event widget.Event
	g.picker, event = g.picker.Update(msg)
	return g.chosen(event)
}

// chosen takes over what was chosen, once it is.
func (g grid) chosen(event widget.Event) (grid, gridEvent) {
	switch event {
	case widget.Cancel:
		g.mode = walking
	case widget.Submit:
		item, _ := g.picker.Current()
		if g.mode = walking; g.onHeads || g.table.Len == 0 {
			return g.say(g.column, item.Key), gridChanged
		}
		return g.correct(item.Key), gridMended
	}
	return g, gridNone
}

// paste puts one line of text in a cell; it is typed on.
func (g grid) paste(msg tea.PasteMsg) grid {
	switch {
	case g.mode == typing:
		g.input, _ = g.input.Update(msg)
	case g.mode == choosing:
		g.picker, _ = g.picker.Update(msg)
	case !g.onHeads && g.table.Len > 0:
		return g.typed(msg)
	}
	return g
}

// click answers a click at a cell of the grid as View drew it: it goes there, and a second
// one opens it.
func (g grid) click(s scene.Scene, at scene.Clicked, box widget.Box) (grid, gridEvent) {
	x, y := box.Local(at.X, at.Y)
	switch {
	case g.table == nil || g.mode == typing:
		return g, gridNone
	case g.mode == choosing && at.Wheel != 0:
		g.picker = g.picker.Scroll(at.Wheel)
		return g, gridNone
	case g.mode == choosing:
		var event widget.Event
		g.picker, event = g.picker.Click(x, y, box.W, box.H)
		return g.chosen(event)
	case at.Wheel != 0:
		g.list = g.list.Scroll(at.Wheel)
		return g, gridNone
	}
	before := g.place()
	for _, c := range g.shown(s.Theme.Measure, box) {
		if x < c.x || x >= c.x+c.w {
			continue
		}
		g.column, g.run, g.onHeads = c.at, 0, y == 0
		if row, ok := g.list.At(y - 1); ok && y > 0 {
			g.list = g.list.Select(row)
		}
		if g.place() == before {
			g = g.open(s)
		}
	}
	return g, gridNone
}
