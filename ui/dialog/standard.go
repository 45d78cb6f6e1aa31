package dialog

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// standard offers the usual relation types and access roles to be ticked: nothing is chosen
// for anybody. What the one under the cursor is stands below.
type standard struct {
	pick  PickSeveral
	wrong string // why it was refused, or that nothing is ticked
}

// NewStandard returns the choice for a World. What has its name already cannot be chosen.
func NewStandard(s scene.Scene) scene.Dialog {
	var items []widget.Item
	for _, one := range domain.Standards() {
		item := widget.Item{Key: one.Code, Label: one.Name(), Search: domain.LookUp(one.Name() + " " + one.Code), Detail: s.Words.StandardKind(one)}
		if _, has := one.In(s.World); has {
			item.Off = s.Words.Say("standard.there")
		}
		items = append(items, item)
	}
	pick := NewPickSeveral(s, s.Words.Say("standard.title"), 76, items, "list.no-match")
	pick.Save = "standard.add"
	if s.OnlyLooks() {
		pick.Save = "hint.would"
	}
	return standard{pick: pick}.explained(s)
}

// explained says below the list what is under the cursor.
func (d standard) explained(s scene.Scene) standard {
	d.pick.Note = nil
	if at, ok := d.pick.Picker.Current(); ok {
		for _, one := range domain.Standards() {
			if one.Code == at.Key {
				d.pick.Note = PlainTone.Remarks("", s.Words.StandardAbout(one))
			}
		}
	}
	if d.wrong != "" {
		d.pick.Note = append(d.pick.Note, WrongTone.Remark(d.wrong))
	}
	return d
}

func (d standard) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if refused, ok := msg.(scene.Refused); ok {
		d.wrong = s.Words.Refusal(s.World, refused.Refusal)
		return d.explained(s), nil
	}
	var event widget.Event
	switch d.pick, event = d.pick.Update(s, msg); event {
	case widget.Cancel:
		return d, scene.Close{}
	case widget.Submit:
		if codes := d.pick.Picker.Marked(); len(codes) > 0 {
			return d, scene.Edit{Command: domain.AddStandard{Codes: codes}}
		}
		d.wrong = s.Words.Say("standard.tick-first") // the cursor alone is no choice
	case widget.Changed:
		d.wrong = ""
	}
	return d.explained(s), nil
}

func (d standard) View(s scene.Scene) (string, *tea.Cursor) { return d.pick.View(s) }

// StandardAct is the action that opens the choice; in the hint bar only where there is
// nothing yet.
func StandardAct(s scene.Scene, empty bool) scene.Action {
	a := scene.Weighs("s", "standard.act", func() scene.Dialog { return NewStandard(s) })
	a.Bar = empty
	return a
}
