package types

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// removeType asks before a type goes for good; where something still uses it, it
// shows what, and the way out.
func removeType(s scene.Scene, t domain.RelationType) scene.Dialog {
	name := lang.Clean(t.Name)
	title := s.Words.Say(lang.TypesRemoveTitle, name)
	command := domain.RemoveRelationType{ID: t.ID}
	var why domain.Refusal
	if _, err := command.Plan(s.World); errors.As(err, &why) && why.Code == domain.StillReferred {
		return blocked{title: title, name: name, by: why.Others, id: t.ID}
	}
	return sheet{
		title:   title,
		lead:    []string{s.Words.Say(lang.TypesRemoveLead)},
		form:    widget.NewForm(reasonOf(s)),
		room:    2,
		save:    lang.TypesRemoveNow,
		command: func(scene.Scene, widget.Form) domain.Command { return command },
	}
}

// blocked lists what still uses a type that was to be removed.
type blocked struct {
	title, name string
	by          []domain.Ref
	id          domain.RelationTypeID
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
	case "o":
		if t, ok := s.World.RelationType(d.id); ok && t.Active() {
			return scene.Several{scene.Close{}, scene.Open{Dialog: switchType(s, t), Edits: true}}
		}
	}
	return nil
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
	if t, ok := s.World.RelationType(d.id); ok && t.Active() {
		hints = append(hints, widget.Hint{Key: "o", Text: s.Words.Say(lang.TypesTurnOff)})
	}
	l := blockedLayout{frame: widget.Dialog{Title: d.title, Hints: hints}}
	l.lead = append(widget.Wrap(s.Words.Say(lang.TypesBlocked, len(d.by), d.name), w), "")
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
