package files

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const numberField = "number"

// ask asks what must be given before much ends: why, and perhaps how many.
func (d transfer) ask(s scene.Scene) transfer {
	much, w := *d.plan.Much, s.Words
	fields := []widget.Field{dialog.MustReason(s, func(typed string) string {
		if strings.TrimSpace(typed) == "" {
			return w.Say("files.ends-why")
		}
		return ""
	})}
	if much.Number > 0 {
		fields = append([]widget.Field{{
			Key: numberField, Label: w.Say("files.ends-number") + " *", Limit: 9,
			Validate: func(typed string) string {
				if n, err := strconv.Atoi(strings.TrimSpace(typed)); err != nil || n != much.Number {
					return w.Say("files.ends-other-number")
				}
				return ""
			},
		}}, fields...)
	}
	say := words.Key("files.ends-say")
	if much.Number > 0 {
		say = "files.ends-say-number"
	}
	d.step = asking
	d.much = dialog.Form{
		Title: w.Say(titles[d.what]), Lead: []string{much.Words + " " + w.Say(say)}, Fields: widget.NewForm(fields...), Width: wide, Save: "files.apply",
		Wish: func(_ scene.Scene, f widget.Form) scene.Wish {
			return d.applies(dialog.Text(f, dialog.ReasonField))
		},
	}.Opened(s)
	return d
}

// applies is the wish to carry out the plan.
func (d transfer) applies(reason string) scene.Transfer {
	return scene.Transfer{What: d.what, Path: d.typed(), Apply: true, Reason: reason}
}

// answer hands a key or click to the question; leaving it leaves the plan as it was.
func (d transfer) answer(s scene.Scene, msg tea.Msg) (transfer, scene.Wish) {
	form, wish := d.much.Update(s, msg)
	d.much, _ = form.(dialog.Form)
	switch wish := wish.(type) {
	case scene.Transfer:
		return d.send(wish)
	case scene.Close:
		d.step = planned
		return d, nil
	}
	return d, wish
}
