package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Weighed is the impact of a command as a dialog shows it, which then asks for the
// reason too: no second question repeats it. The zero value shows and asks nothing.
type Weighed struct {
	Remarks Remarks
	impact  *sight.Weighing // nil: the remarks do not tell it
	own     domain.GroupID
	later   bool      // it takes long to weigh: the root asks
	said    words.Key // the sentence that nobody forgets what they saw
}

// Weighed is the impact as a dialog shows it.
func (i Impact) Weighed() Weighed {
	return Weighed{Remarks: i.Full(), impact: &i.Weighing, own: i.Own, said: i.Unseeing}
}

// Weigh is the impact of a command, at length; own is the group that the dialog is about.
// Of one that is refused it shows nothing: the dialog says so on enter.
func Weigh(s scene.Scene, n Namer, c domain.Command, own domain.GroupID) Weighed {
	changes, err := c.Plan(s.World)
	if err != nil {
		return Weighed{}
	}
	return weigh(s, n, changes, own)
}

func weigh(s scene.Scene, n Namer, changes []domain.Change, own domain.GroupID) Weighed {
	i := NewImpact(s, n, changes, s.On)
	i.Own = own
	return i.Weighed()
}

// WeighLight is Weigh, but of a command for whose weighing no key may wait it only says
// that the impact is shown before it is saved.
func WeighLight(s scene.Scene, n Namer, c domain.Command, own domain.GroupID) Weighed {
	changes, err := c.Plan(s.World)
	switch {
	case err != nil:
		return Weighed{}
	case sight.Heavy(s.World, changes):
		return Weighed{Remarks: Remarks{WarnTone.Remark(s.Words.Say("impact.later"))}, own: own, later: true}
	}
	return weigh(s, n, changes, own)
}

// Missing says that what is shown needs a reason; empty: it does not, here it is, or
// nothing is saved anyway.
func (w Weighed) Missing(s scene.Scene, reason string) string {
	if w.impact == nil || s.OnlyLooks() || s.Consent(strings.TrimSpace(reason), w.impact).Covers(*w.impact) {
		return ""
	}
	return s.Words.Consent("ask", w.impact.Concern())
}

// Edit is the wish for the command, with the reason that was given.
func (w Weighed) Edit(c domain.Command, reason string) scene.Edit {
	return scene.Edit{Command: c, Reason: reason, Shown: w.impact, Own: w.own, Ask: w.later, Unseeing: w.said}
}

// AskIn makes the reason of a form one that must be given, where the impact asks for it.
// A form that takes none otherwise gets the field only then.
func (w Weighed) AskIn(s scene.Scene, f widget.Form, always bool) widget.Form {
	field := Reason(s)
	switch {
	case w.Missing(s, "") != "":
		field = MustReason(s, func(typed string) string { return w.Missing(s, typed) })
		field.Value = s.Given
	case !always:
		return f.Drop(ReasonField)
	}
	return f.Put(field)
}

// MayRepeat reports whether tab fills in the reason of the last time: nothing is typed yet.
func MayRepeat(s scene.Scene, f widget.Form) bool {
	return f.Focused() == ReasonField && s.LastReason != "" && Text(f, ReasonField) == ""
}

// Repeats reports whether a key does that.
func Repeats(s scene.Scene, f widget.Form, key tea.KeyPressMsg) bool {
	return key.String() == "tab" && MayRepeat(s, f)
}

// RepeatHint is the hint of that key.
func RepeatHint(s scene.Scene) widget.Hint {
	return widget.Hint{Key: "tab", Text: s.Words.Say("impact.reason-again")}
}
