package people

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// removePerson asks before somebody goes for good; where something still refers
// to them it shows what, and the way out.
func removePerson(s scene.Scene, p domain.Person) scene.Dialog {
	name := lang.Clean(p.Shown())
	var why domain.Refusal
	if _, err := (domain.RemovePerson{ID: p.ID}).Plan(s.World); errors.As(err, &why) && why.Code == domain.StillReferred {
		return blocked{title: s.Words.Say(lang.PeopleRemoveTitle, name), name: name, by: why.Others, person: p.ID}
	}
	return sheet{
		title:   s.Words.Say(lang.PeopleRemoveTitle, name),
		lead:    []string{s.Words.Say(lang.PeopleRemoveLead, name, s.Words.Apart(p), s.Words.RoleWord(p.Role))},
		form:    widget.NewForm(reasonOf(s)),
		room:    2,
		save:    lang.PeopleRemoveNow,
		command: func(scene.Scene, widget.Form) domain.Command { return domain.RemovePerson{ID: p.ID} },
	}
}

// blocked lists what still refers to somebody who was to be removed.
type blocked struct {
	title, name string
	by          []domain.Ref
	person      domain.PersonID
	list        widget.List
}

// Update implements scene.Dialog.
func (d blocked) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	l := d.arrange(s)
	d.list = d.list.Set(widget.Rows{N: len(d.by)}, l.rows.H)
	switch msg := msg.(type) {
	case scene.Clicked:
		if msg.Wheel != 0 {
			d.list = d.list.Scroll(msg.Wheel)
			return d, nil
		}
		if msg.Y == l.frame.HintLine(l.outer) {
			_, hits := l.frame.View(s.Theme, l.outer, "")
			name, _ := widget.HitAt(hits, msg.X)
			return d, d.wish(s, name)
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

func (d blocked) wish(s scene.Scene, name string) scene.Wish {
	switch name {
	case "esc", "enter":
		return scene.Close{}
	case "i":
		if p, ok := s.World.Person(d.person); ok && d.active(s) {
			return scene.Several{scene.Close{}, scene.Open{Dialog: activity(s, p), Edits: true}}
		}
	}
	return nil
}

// active reports whether making them inactive is still a way out.
func (d blocked) active(s scene.Scene) bool {
	p, ok := s.World.Person(d.person)
	return ok && p.InactiveFrom == 0
}

// blockedLayout is where the parts of the list stand in its picture.
type blockedLayout struct {
	frame widget.Dialog
	outer scene.Box
	lead  []string
	rows  scene.Box
}

func (d blocked) arrange(s scene.Scene) blockedLayout {
	w := max(min(sheetWidth, s.Size.W-4), 1)
	hints := []widget.Hint{{Key: "esc", Text: s.Words.Say(lang.CloseHint)}}
	if d.active(s) {
		hints = append(hints, widget.Hint{Key: "i", Text: s.Words.Say(lang.PeopleStop)})
	}
	l := blockedLayout{frame: widget.Dialog{Title: d.title, Hints: hints}}
	l.lead = append(widget.Wrap(s.Words.Say(lang.PeopleBlocked, len(d.by), d.name), w), "")
	outer, body := l.frame.Place(scene.Box{W: s.Size.W, H: s.Size.H}, w, len(l.lead)+len(d.by))
	body.X, body.Y = body.X-outer.X, body.Y-outer.Y
	l.outer = scene.Box{W: outer.W, H: outer.H}
	l.lead = l.lead[:min(len(l.lead), max(body.H-2, 0))]
	l.rows = body.Rows(len(l.lead), widget.Share(1))[1]
	return l
}

// View implements scene.Dialog.
func (d blocked) View(s scene.Scene) (string, *tea.Cursor) {
	l := d.arrange(s)
	list := d.list.Set(widget.Rows{N: len(d.by)}, l.rows.H)
	rows := list.Lines(func(i int, state widget.RowState) string {
		text := s.Words.Noun(d.by[i].Noun) + ": " + s.Words.Record(s.World, d.by[i])
		return widget.Line(l.rows.W, widget.RowStyle(s.Theme, state, true), widget.Cell{Text: text, Style: s.Theme.Text, W: l.rows.W})
	})
	body := widget.Stack(widget.Fit(l.lead, l.rows.W, len(l.lead)), widget.Fit(rows, l.rows.W, l.rows.H))
	picture, _ := l.frame.View(s.Theme, l.outer, body)
	if list.Cursor() < 0 {
		return picture, nil
	}
	from, _ := list.Window()
	return picture, within(l.rows, 0, list.Cursor()-from)
}
