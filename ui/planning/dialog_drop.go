package planning

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// lead says which shift it is about, with everybody in it by name.
func lead(s scene.Scene, who tell.Naming, key words.Key, sh domain.Shift) string {
	return s.Words.Say(key, title(s, sh), s.Words.LongDate(sh.Date), times(s, sh), listed(s, who, sh.Employees), listed(s, who, sh.Clients))
}

// dropShift takes a shift out of the planning, after saying whom it was for.
func dropShift(s scene.Scene, who tell.Naming, sh domain.Shift) scene.Dialog {
	return dialog.Form{
		Title:   s.Words.Say("planning.drop-title", title(s, sh)),
		Lead:    []string{lead(s, who, "planning.drop-lead", sh)},
		Fields:  widget.NewForm(dialog.Reason(s)),
		Room:    2,
		Save:    "planning.drop-now",
		Command: func(scene.Scene, widget.Form) domain.Command { return domain.RemoveShift{ID: sh.ID} },
	}.Opened(s)
}
