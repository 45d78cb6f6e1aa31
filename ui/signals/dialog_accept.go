package signals

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// accept asks for the reason to accept a signal. It opens with the reason of an
// earlier acceptance.
func accept(s scene.Scene, k listing, at item) scene.Dialog {
	reason := ""
	if at.acceptance != nil {
		reason = at.acceptance.Reason
	}
	return dialog.Form{
		Title: s.Words.Say("accept.title"),
		Lead:  []string{k.sentence(s, at) + ".", s.Words.Say("accept.explain")},
		Fields: widget.NewForm(widget.Field{
			Key: dialog.ReasonField, Label: s.Words.Field(dialog.ReasonField), Value: reason,
			Limit: dialog.ReasonLimit, Help: s.Words.Say("accept.reason"),
		}),
		Room: 2,
		Save: "accept.hint",
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			if at.acceptance != nil && !f.Dirty() {
				return nil
			}
			return domain.AcceptSignal{Signal: at.signal.Accept(dialog.Text(f, dialog.ReasonField), s.By, s.Today)}
		},
	}
}
