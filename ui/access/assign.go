package access

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// assignDialog gives several people an access role: mark them in a list, then
// say from when until when.
type assignDialog struct {
	role    domain.AccessRole
	picker  widget.Picker
	left    []string // who is not offered
	terms   dialog.Form
	agree   bool // the period is being asked for
	discard dialog.Discard
}

// mostAssigned is how many names of those marked are told.
const mostAssigned = 12

// assign opens on the employees who do not have the role on the reference date.
// Administrators are among them: the set-up of Ons itself is theirs.
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

// pickWidth is how wide a list to pick from gets at most.
const pickWidth = 72

// personItem offers somebody with what tells them from a namesake.
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

// Update implements scene.Dialog.
func (d assignDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.agree {
		next, wish := d.terms.Update(s, msg)
		d.terms = next.(dialog.Form)
		if wish == (scene.Close{}) { // one step back: who was marked stays marked
			d.agree, wish = false, nil
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
		d.terms, d.agree = assignTerms(s, d.role, d.picker.Picked()), true
	}
	return d, nil
}

// assignTerms asks from when until when, and says what it gives to whom.
func assignTerms(s scene.Scene, a domain.AccessRole, people []string) dialog.Form {
	names := make([]string, len(people))
	for i, id := range people {
		names[i] = s.Words.Person(s.World, domain.PersonID(id))
	}
	return dialog.Form{
		Title:  s.Words.Say("access.assign-title", words.Clean(a.Name)),
		Lead:   []string{s.Words.Say("access.assign-who", len(names), s.Words.Some(names, mostAssigned)), roleGives(s, a)},
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
	if wrong := wrongTypes(s, a); len(wrong) > 0 {
		out = append(out, loudSign+" "+s.Words.Say("access.loud-role", s.Words.List(wrong)))
	}
	if a.SwitchedOff {
		out = append(out, s.Words.Say("access.is-off"))
	}
	if a.Reach() == domain.RelationScope {
		out = append(out, ignored(s))
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

// pickBox is where the list is, above who is not offered.
func (d assignDialog) pickBox(s scene.Scene, p dialog.Sheet) widget.Box {
	left := min(len(dialog.Lines(s.Theme.Faint, p.Body.W, d.left...)), p.Body.H/3)
	return p.Body.Rows(p.Body.H-left, left)[0]
}

// View implements scene.Dialog.
func (d assignDialog) View(s scene.Scene) (string, *tea.Cursor) {
	if d.agree {
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
		Lead:   []string{saidOf(s, a)},
		Fields: widget.NewForm(dialog.LastDay(s.Words, max(s.On, a.From)), dialog.Reason(s)),
		Room:   4,
		Save:   "access.end",
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			period, _ := dialog.Period(s.Words, f)
			return domain.EndAssignments{Keys: []domain.AssignmentKey{keyOf(a)}, Through: period.Through}
		},
	}.Opened(s)
}

// removeAssignment takes an assignment off the record: for a mistake.
func removeAssignment(s scene.Scene, a domain.Assignment) scene.Dialog {
	return dialog.Confirm(s, s.Words.Say("access.take-off-title", s.Words.Person(s.World, a.Person)), "remove.now",
		domain.RemoveAssignments{Keys: []domain.AssignmentKey{keyOf(a)}}, saidOf(s, a), s.Words.Say("access.take-off-lead"))
}
