package steps

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// newCheck records a periodic check. What was looked at stands there already; it
// can be said in other words.
func newCheck(s scene.Scene, reason string) scene.Dialog {
	return dialog.Form{
		Title: s.Words.Say("steps.periodic"),
		Lead:  []string{s.Words.Say("periodic.how")},
		Fields: widget.NewForm(widget.Field{Key: dialog.ReasonField, Label: s.Words.Say("periodic.reason"), Value: reason,
			Limit: dialog.ReasonLimit, Help: s.Words.Say("periodic.help")}),
		Save: "steps.act-mark",
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			return domain.DoneCheck{Reason: dialog.Text(f, dialog.ReasonField), On: usual(s)}
		},
	}
}
