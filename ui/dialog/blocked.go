package dialog

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Blocked lists what still refers to a record, so that it cannot be removed.
type Blocked struct {
	Title, Lead string
	By          []domain.Ref
	Way         WayOut

	list widget.List
}

// WayOut is an action instead of removing a record.
type WayOut struct {
	Key   string
	Name  words.Key
	Still func(scene.Scene) bool // reports whether it is possible now
	Open  func(scene.Scene) scene.Dialog
}

// Remove asks before a record goes for good, with lead above; where something still
// refers to it, it lists what, and the way out. blocked is the sentence for that: how
// many things refer to it (1) and its name (2).
func Remove(s scene.Scene, name string, command domain.Command, blocked words.Key, way WayOut, lead ...string) scene.Dialog {
	title := s.Words.Say("remove.title", name)
	var why domain.Refusal
	if _, err := command.Plan(s.World); errors.As(err, &why) && why.Code == domain.StillReferred {
		return Blocked{Title: title, Lead: s.Words.Say(blocked, len(why.Others), name), By: why.Others, Way: way}
	}
	return Confirm(s, title, "remove.now", command, lead...)
}

var _ scene.Dialog = Blocked{}

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
		return scene.Several{scene.Close{}, scene.Open{Dialog: d.Way.Open(s)}}
	}
	return nil
}

// blockedLayout is the place of each part of the list in its picture.
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
	lead := append(widget.Wrap(s.Theme.Measure, d.Lead, w), "")
	l := blockedLayout{Sheet: NewSheet(s, d.Title, hints, w, len(lead)+len(d.By))}
	l.lead = lead[:min(len(lead), max(l.Body.H-2, 0))]
	l.rows = l.Body.Rows(len(l.lead), widget.Share(1))[1]
	return l
}

func (d Blocked) View(s scene.Scene) (string, *tea.Cursor) {
	l := d.arrange(s)
	list := d.list.Set(widget.Rows{N: len(d.By)}, l.rows.H)
	rows := ListView(s.Theme, list, l.rows.W, l.rows.H, func(i int, state widget.RowState, w int) string {
		text := s.Words.Noun(d.By[i].Noun) + ": " + s.Words.Record(s.World, d.By[i])
		return widget.Line(s.Theme.Measure, w, widget.RowStyle(s.Theme, state, true), widget.Cell{Text: text, Style: s.Theme.Text, W: w})
	})
	body := widget.Stack(widget.Fit(s.Theme.Measure, l.lead, l.rows.W, len(l.lead)), rows)
	picture, _ := l.View(s.Theme, body, nil)
	if list.Cursor() < 0 {
		return picture, nil
	}
	from, _ := list.Window()
	return picture, l.rows.Cursor(0, list.Cursor()-from)
}
