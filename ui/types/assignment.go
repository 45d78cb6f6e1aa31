package types

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// saidOf names an assignment: who has which role, and when.
func saidOf(s scene.Scene, a domain.Assignment) string {
	return s.Words.Say("access.has", s.Words.Person(s.World, a.Person), s.Words.AccessRole(s.World, a.Role), saidWhen(s, a.Period))
}

// editAssignment edits when somebody has a role. Who and which role stay:
// another person is another assignment.
func editAssignment(s scene.Scene, a domain.Assignment) scene.Dialog {
	return dialog.Form{
		Title:  s.Words.Say("access.period-title", s.Words.Person(s.World, a.Person)),
		Lead:   []string{saidOf(s, a)},
		Fields: widget.NewForm(fromDay(s.Words, a.From), throughDay(s.Words, a.Through), dialog.Reason(s)),
		Room:   5,
		Save:   "hint.save",
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			now := a
			now.Period = periodOf(s.Words, f)
			if now.Equal(a) {
				return nil
			}
			return domain.EditAssignment{Key: keyOf(a), Assignment: now}
		},
	}.Opened(s)
}

// endAssignment ends an assignment with a last day.
func endAssignment(s scene.Scene, a domain.Assignment) scene.Dialog {
	return dialog.Form{
		Title:  s.Words.Say("access.end-title", s.Words.Person(s.World, a.Person)),
		Lead:   []string{saidOf(s, a)},
		Fields: widget.NewForm(lastDay(s.Words, max(s.On, a.From)), dialog.Reason(s)),
		Room:   4,
		Save:   "access.end",
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			return domain.EndAssignments{Keys: []domain.AssignmentKey{keyOf(a)}, Through: periodOf(s.Words, f).Through}
		},
	}.Opened(s)
}

// removeAssignment takes an assignment off the record: for a mistake.
func removeAssignment(s scene.Scene, a domain.Assignment) scene.Dialog {
	return dialog.Form{
		Title:  s.Words.Say("access.take-off-title", s.Words.Person(s.World, a.Person)),
		Lead:   []string{saidOf(s, a), s.Words.Say("access.take-off-lead")},
		Fields: widget.NewForm(dialog.Reason(s)),
		Room:   2,
		Save:   "types.remove-now",
		Command: func(scene.Scene, widget.Form) domain.Command {
			return domain.RemoveAssignments{Keys: []domain.AssignmentKey{keyOf(a)}}
		},
	}.Opened(s)
}
