package access

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

var _ scene.Dialog = assignDialog{}

// assignDialog gives several people an access role: first it lists people to mark, then
// it asks the period.
type assignDialog struct {
	role     domain.AccessRole
	pick     dialog.PickSeveral
	terms    dialog.Form
	hasTerms bool // terms has the keys: it asks the period
}

const mostNames = 12 // of the marked people, in a sentence

// assign offers the employees who do not have the role on the reference date, and
// administrators, who set up Ons itself.
func assign(s scene.Scene, a domain.AccessRole) scene.Dialog {
	has := map[domain.PersonID]bool{}
	for one := range s.World.Assignments() {
		if one.Role == a.ID && one.Covers(s.On) {
			has[one.Person] = true
		}
	}
	var items []widget.Item
	left := 0
	for _, p := range s.Roster.People() {
		switch {
		case !p.Role.IsCounselor() && p.Role != domain.Administrator, !p.ActiveOn(s.On):
		case has[p.ID]:
			left++
		default:
			items = append(items, personItem(s, p))
		}
	}
	pick := dialog.NewPickSeveral(s, s.Words.Say("access.pick-title", words.Clean(a.Name)), pickWidth, items, "access.nobody-left")
	if left > 0 {
		pick.Note = dialog.QuietTone.Remarks(s.Words.Say("access.left-out", left, s.Words.Date(s.On)))
	}
	return assignDialog{role: a, pick: pick}
}

const pickWidth = 72 // of the list of people, at most

// personItem returns a person as an item, with what tells namesakes apart.
func personItem(s scene.Scene, p domain.Person) widget.Item {
	detail := s.Words.RoleShort(p.Role) + " · " + s.Words.Apart(p)
	if p.Location != "" && s.Words.Apart(p) != words.Clean(p.Location) {
		detail += " · " + words.Clean(p.Location)
	}
	return widget.Item{
		Key: string(p.ID), Label: words.Clean(p.Shown()), Detail: detail,
		Search: domain.LookUp(p.Shown() + " " + p.FullName() + " " + p.Number + " " + p.Location),
	}
}

func (d assignDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.hasTerms {
		next, wish := d.terms.Update(s, msg)
		d.terms = next.(dialog.Form)
		if wish == (scene.Close{}) { // back to the list, which keeps its marks
			d.hasTerms, wish = false, nil
		}
		return d, wish
	}
	var event widget.Event
	d.pick, event = d.pick.Update(s, msg)
	switch event {
	case widget.Cancel:
		return d, scene.Close{}
	case widget.Submit:
		d.terms, d.hasTerms = assignTerms(s, d.role, d.pick.Picker.Picked()), true
	}
	return d, nil
}

func (d assignDialog) View(s scene.Scene) (string, *tea.Cursor) {
	if d.hasTerms {
		return d.terms.View(s)
	}
	return d.pick.View(s)
}

// assignTerms asks the period, and says who gets what.
func assignTerms(s scene.Scene, a domain.AccessRole, people []string) dialog.Form {
	names := make([]string, len(people))
	for i, id := range people {
		names[i] = s.Words.Person(s.World, domain.PersonID(id))
	}
	return dialog.Form{
		Title:  s.Words.Say("access.assign-title", words.Clean(a.Name)),
		Lead:   []string{s.Words.Say("access.assign-who", len(names), s.Words.Some(names, mostNames)), roleGives(s, a)},
		Fields: widget.NewForm(dialog.From(s.Words, s.On, false), dialog.Through(s.Words, 0), dialog.Reason(s)),
		Room:   5,
		Save:   "access.assign",
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			out := domain.Assign{}
			period, _ := dialog.Period(s.Words, f)
			for _, id := range people {
				out.Assignments = append(out.Assignments, domain.Assignment{Role: a.ID, Person: domain.PersonID(id), Period: period})
			}
			return out
		},
		Remark: func(s scene.Scene, _ widget.Form) dialog.Remarks {
			return dialog.WarnTone.Remarks(assignRemarks(s, a)...)
		},
	}.Opened(s)
}

func assignRemarks(s scene.Scene, a domain.AccessRole) []string {
	var out []string
	if wrong := negativeTypes(s, a); len(wrong) > 0 {
		out = append(out, loudSign+" "+s.Words.Say("access.loud-role", s.Words.List(wrong)))
	}
	if a.SwitchedOff {
		out = append(out, s.Words.Say("access.is-off"))
	}
	if a.Reach() == domain.RelationScope {
		out = append(out, ignoredNote(s))
	}
	return out
}

// assignmentLine says who has which role, and when.
func assignmentLine(s scene.Scene, a domain.Assignment) string {
	return s.Words.Say("access.has", s.Words.Person(s.World, a.Person), s.Words.AccessRole(s.World, a.Role), periodWords(s, a.Period))
}

// editAssignment changes the period of an assignment. Another person or role is another
// assignment.
func editAssignment(s scene.Scene, a domain.Assignment) scene.Dialog {
	return dialog.Form{
		Title:  s.Words.Say("access.period-title", s.Words.Person(s.World, a.Person)),
		Lead:   []string{assignmentLine(s, a)},
		Fields: widget.NewForm(dialog.From(s.Words, a.From, false), dialog.Through(s.Words, a.Through), dialog.Reason(s)),
		Room:   5,
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			now := a
			now.Period, _ = dialog.Period(s.Words, f)
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
		Lead:   []string{assignmentLine(s, a)},
		Fields: widget.NewForm(dialog.LastDay(s.Words, max(s.On, a.From)), dialog.Reason(s)),
		Room:   4,
		Save:   "access.end",
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			period, _ := dialog.Period(s.Words, f)
			return domain.EndAssignments{Keys: []domain.AssignmentKey{keyOf(a)}, Through: period.Through}
		},
	}.Opened(s)
}

// removeAssignment removes an assignment that was a mistake.
func removeAssignment(s scene.Scene, a domain.Assignment) scene.Dialog {
	return dialog.Confirm(s, s.Words.Say("access.take-off-title", s.Words.Person(s.World, a.Person)), "remove.now",
		domain.RemoveAssignments{Keys: []domain.AssignmentKey{keyOf(a)}}, assignmentLine(s, a), s.Words.Say("access.take-off-lead"))
}
