package dialog

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Pick finds one of many by name, and goes.
type Pick struct {
	Title  string
	W, H   int // of its body, where the window has room
	Picker widget.Picker
	// Wish is what picking the item of that key wishes, besides to close.
	Wish func(key string) scene.Wish
}

// Update implements scene.Dialog.
func (d Pick) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	var event widget.Event
	switch msg := msg.(type) {
	case scene.Clicked:
		if msg.Wheel != 0 {
			d.Picker = d.Picker.Scroll(msg.Wheel)
			return d, nil
		}
		p := d.sheet(s)
		if key, ok := p.Key(s.Theme, msg); ok {
			return d.Update(s, key)
		}
		x, y := p.Body.Local(msg.X, msg.Y)
		d.Picker, event = d.Picker.Click(x, y, p.Body.W, p.Body.H)
	default:
		d.Picker, event = d.Picker.Update(msg)
	}
	switch event {
	case widget.Cancel:
		return d, scene.Close{}
	case widget.Submit:
		if item, ok := d.Picker.Current(); ok {
			return d, scene.Several{scene.Close{}, d.Wish(item.Key)}
		}
	}
	return d, nil
}

func (d Pick) sheet(s scene.Scene) Sheet {
	return NewSheet(s, d.Title, []widget.Hint{
		{Key: "enter", Show: "⏎", Text: s.Words.Say("hint.choose")}, {Key: "esc", Text: s.Words.Say("hint.cancel")},
	}, d.W, d.H)
}

// View implements scene.Dialog.
func (d Pick) View(s scene.Scene) (string, *tea.Cursor) {
	p := d.sheet(s)
	list, cursor := d.Picker.View(s.Theme, p.Body.W, p.Body.H)
	return p.View(s.Theme, list, cursor)
}

// PickPerson finds one of everybody but except (empty: nobody is left out), by
// any of their names or their number.
func PickPerson(s scene.Scene, title string, except domain.PersonID, wish func(domain.PersonID) scene.Wish) Pick {
	var items []widget.Item
	for _, p := range s.Roster.People() {
		if p.ID == except {
			continue
		}
		items = append(items, PersonItem(s, p))
	}
	p := widget.NewPicker(items, false, words.Fold, widget.Words)
	p.Empty = s.Words.Say("list.no-match")
	return Pick{
		Title: title, W: 64, H: 18, Picker: p,
		Wish: func(key string) scene.Wish { return wish(domain.PersonID(key)) },
	}
}

// PersonItem is somebody to pick, with what tells them from a namesake.
func PersonItem(s scene.Scene, p domain.Person) widget.Item {
	return widget.Item{
		Key: string(p.ID), Label: words.Clean(p.Shown()), Detail: s.Words.RoleShort(p.Role) + " " + s.Words.Apart(p),
		Search: words.Fold(p.Shown() + " " + p.FullName() + " " + p.Number),
	}
}

// Blocked lists what still refers to a record that was to be removed.
type Blocked struct {
	Title, Lead string
	By          []domain.Ref
	Way         WayOut

	list widget.List
}

// WayOut is what can be done with a record instead of removing it.
type WayOut struct {
	Key  string
	Name words.Key
	// Still reports whether it can be done as the world is now.
	Still func(scene.Scene) bool
	Open  func(scene.Scene) scene.Dialog
}

// Update implements scene.Dialog.
func (d Blocked) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	l := d.arrange(s)
	d.list = d.list.Set(widget.Rows{N: len(d.By)}, l.rows.H)
	switch msg := msg.(type) {
	case scene.Clicked:
		if msg.Wheel != 0 {
			d.list = d.list.Scroll(msg.Wheel)
			return d, nil
		}
		if key, ok := l.Key(s.Theme, msg); ok {
			return d, d.wish(s, key.String())
		}
		if i, ok := d.list.At(msg.Y - l.rows.Y); ok {
			d.list = d.list.Select(i)
		}
	case tea.KeyPressMsg:
		if list, ok := d.list.Key(msg.String()); ok {
			d.list = list
			return d, nil
		}
		return d, d.wish(s, msg.String())
	}
	return d, nil
}

func (d Blocked) wish(s scene.Scene, key string) scene.Wish {
	switch {
	case key == "esc" || key == "enter":
		return scene.Close{}
	case key == d.Way.Key && d.Way.Still(s):
		return scene.Several{scene.Close{}, scene.Open{Dialog: d.Way.Open(s), Edits: true}}
	}
	return nil
}

// blockedLayout is where the parts of the list stand in its picture.
type blockedLayout struct {
	Sheet
	lead []string
	rows widget.Box
}

func (d Blocked) arrange(s scene.Scene) blockedLayout {
	w := BodyWidth(s, lineWidth)
	hints := []widget.Hint{{Key: "esc", Text: s.Words.Say("hint.close")}}
	if d.Way.Still(s) {
		hints = append(hints, widget.Hint{Key: d.Way.Key, Text: s.Words.Say(d.Way.Name)})
	}
	lead := append(widget.Wrap(d.Lead, w), "")
	l := blockedLayout{Sheet: NewSheet(s, d.Title, hints, w, len(lead)+len(d.By))}
	l.lead = lead[:min(len(lead), max(l.Body.H-2, 0))]
	l.rows = l.Body.Rows(len(l.lead), widget.Share(1))[1]
	return l
}

// View implements scene.Dialog.
func (d Blocked) View(s scene.Scene) (string, *tea.Cursor) {
	l := d.arrange(s)
	list := d.list.Set(widget.Rows{N: len(d.By)}, l.rows.H)
	rows := list.Lines(func(i int, state widget.RowState) string {
		text := s.Words.Noun(d.By[i].Noun) + ": " + s.Words.Record(s.World, d.By[i])
		return widget.Line(l.rows.W, widget.RowStyle(s.Theme, state, true), widget.Cell{Text: text, Style: s.Theme.Text, W: l.rows.W})
	})
	body := widget.Stack(widget.Fit(l.lead, l.rows.W, len(l.lead)), widget.Fit(rows, l.rows.W, l.rows.H))
	picture, _ := l.View(s.Theme, body, nil)
	if list.Cursor() < 0 {
		return picture, nil
	}
	from, _ := list.Window()
	return picture, l.rows.Cursor(0, list.Cursor()-from)
}
