package steps

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// newCheck records a periodic check. What was looked at stands there already; it
// can be said in other words.
func newCheck(s scene.Scene, reason string) scene.Dialog {
	return dialog.Form{
		Title: s.Words.Say(lang.StepsPeriodic),
		Lead:  []string{s.Words.Say(lang.PeriodicHow)},
		Fields: widget.NewForm(widget.Field{Key: dialog.ReasonField, Label: s.Words.Say(lang.PeriodicReason), Value: reason,
			Limit: dialog.ReasonLimit, Help: s.Words.Say(lang.PeriodicHelp)}),
		Save: lang.StepsMark,
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			return domain.DoneCheck{Reason: dialog.Text(f, dialog.ReasonField), On: usual(s)}
		},
	}
}
