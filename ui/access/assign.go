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
	role    domain.AccessRole
	picker  widget.Picker
	left    []string // says how many are not offered
	terms   dialog.Form
	asking  bool // terms has the keys: it asks the period
	discard dialog.Discard
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
	d := assignDialog{role: a, picker: widget.NewPicker(items, true, words.Fold, nil)}
	d.picker.Empty = s.Words.Say("list.no-match")
	if len(items) == 0 {
		d.picker.Empty = s.Words.Say("access.nobody-left")
	}
	if left > 0 {
		d.left = []string{s.Words.Say("access.left-out", left, s.Words.Date(s.On))}
	}
	return d
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
		Search: words.Fold(p.Shown() + " " + p.FullName() + " " + p.Number + " " + p.Location),
	}
}

// Update answers a message. Closing the form for the period goes back to the list.
func (d assignDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.asking {
		next, wish := d.terms.Update(s, msg)
		d.terms = next.(dialog.Form)
		if wish == (scene.Close{}) { // back to the list, which keeps its marks
			d.asking, wish = false, nil
		}
		return d, wish
	}
	p := d.sheet(s)
	if at, ok := msg.(scene.Clicked); ok {
		if key, hit := p.Key(s.Theme, at); hit {
			msg = key
		}
	}
	if d.discard.Asking() {
		var wish scene.Wish
		d.discard, wish = d.discard.Answer(msg)
		return d, wish
	}
	var event widget.Event
	at := d.pickBox(s, p)
	d.picker = d.picker.Resize(at.H)
	switch msg := msg.(type) {
	case scene.Clicked:
		if msg.Wheel != 0 {
			d.picker = d.picker.Scroll(msg.Wheel)
			return d, nil
		}
		x, y := at.Local(msg.X, msg.Y)
		d.picker, event = d.picker.Click(x, y, at.W, at.H)
	case tea.KeyPressMsg, tea.PasteMsg:
		d.picker, event = d.picker.Update(msg)
	}
	switch event {
	case widget.Cancel:
		var wish scene.Wish
		d.discard, wish = d.discard.Leave(len(d.picker.Marked()) > 0)
		return d, wish
	case widget.Submit:
		d.terms, d.asking = assignTerms(s, d.role, d.picker.Picked()), true
	}
	return d, nil
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
		Remark: func(s scene.Scene, _ widget.Form) dialog.Remarks { return dialog.WarnTone.Each(assignRemarks(s, a)...) },
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

func (d assignDialog) sheet(s scene.Scene) dialog.Sheet {
	hints := []widget.Hint{
		{Key: "enter", Text: s.Words.Say("add-members.next")},
		{Key: "space", Show: s.Words.Say("hint.space"), Text: s.Words.Say("hint.mark")},
		{Key: "esc", Text: s.Words.Say("hint.cancel")},
	}
	if d.discard.Asking() {
		hints = d.discard.Hints(s.Words)
	}
	return dialog.NewSheet(s, s.Words.Say("access.pick-title", words.Clean(d.role.Name)), hints, dialog.BodyWidth(s, pickWidth), min(max(s.Size.H-6, 7), 30))
}

// pickBox returns the box of the list, above the line about those not offered.
func (d assignDialog) pickBox(s scene.Scene, p dialog.Sheet) widget.Box {
	left := min(len(dialog.Lines(s.Theme.Faint, p.Body.W, d.left...)), p.Body.H/3)
	return p.Body.Rows(p.Body.H-left, left)[0]
}

// View draws the list, the form for the period or the question whether to discard.
func (d assignDialog) View(s scene.Scene) (string, *tea.Cursor) {
	if d.asking {
		return d.terms.View(s)
	}
	p := d.sheet(s)
	if d.discard.Asking() {
		return p.View(s.Theme, widget.Fit(d.discard.Lines(s, p.Body.W), p.Body.W, p.Body.H), nil)
	}
	at := d.pickBox(s, p)
	drawn, cursor := d.picker.View(s.Theme, at.W, at.H)
	left := dialog.Lines(s.Theme.Faint, at.W, d.left...)
	return p.View(s.Theme, widget.Stack(drawn, widget.Fit(left, at.W, p.Body.H-at.H)), cursor)
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
