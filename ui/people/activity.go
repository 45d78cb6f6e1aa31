package people

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	dayField  = "inactiveFrom"
	whatField = "what"

	resume = "resume"
	redate = "redate"
)

// activity makes a person inactive from a day, or an inactive one active again or inactive
// from another day. It names who then sees whom, and who no longer.
func activity(s scene.Scene, p domain.Person) scene.Dialog {
	name := words.Clean(p.Shown())
	from, fields := s.On, []widget.Field{}
	title, lead := s.Words.Say("people.stop-title", name), s.Words.Say("people.stop-lead")
	if p.InactiveFrom != 0 {
		title, lead = s.Words.Say("people.resume-title", name, status(s, p)), s.Words.Say("people.resume-lead")
		if p.InactiveFrom != domain.FirstDate {
			from = p.InactiveFrom
		}
		fields = append(fields, widget.Field{Key: whatField, Kind: widget.ChoiceField, Label: s.Words.Say("people.what"), Value: resume,
			Options: []widget.Option{{Key: resume, Label: s.Words.Say("people.resume-option")}, {Key: redate, Label: s.Words.Say("people.redate-option")}}})
	}
	fields = append(fields,
		widget.Field{Key: dayField, Kind: widget.DateField, Label: s.Words.Say("people.stop-day"), Value: s.Words.Date(from), Fresh: true,
			Help: s.Words.Say("people.stop-day-help"), Validate: dialog.SomeDay(s, dayField)},
		dialog.Reason(s))
	return dialog.Form{
		Title:  title,
		Lead:   []string{lead},
		Fields: widget.NewForm(fields...),
		Room:   len(fields) + 1,
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			return activityCommand(s, p, f)
		},
		Follow: func(s scene.Scene, _, now widget.Form) widget.Form {
			if p.InactiveFrom == 0 || now.Value(whatField) == redate {
				return now.SetLocked(dayField, "")
			}
			return now.SetLocked(dayField, s.Words.Say("people.day-locked"))
		},
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			return dialog.WarnTone.Remarks(impactLines(s, p.ID, activityCommand(s, p, f))...)
		},
	}.Opened(s)
}

// activityCommand returns nil while the day cannot be read.
func activityCommand(s scene.Scene, p domain.Person, f widget.Form) domain.Command {
	if p.InactiveFrom != 0 && f.Value(whatField) == resume {
		return domain.ReactivatePerson{ID: p.ID}
	}
	day, ok := s.Words.ParseDate(f.Value(dayField))
	if !ok {
		return nil
	}
	return domain.DeactivatePerson{ID: p.ID, From: day}
}

// impactLines names who would begin or cease to see a person, and whom that person would,
// on the reference date or on the day on which the change begins, if that is later.
func impactLines(s scene.Scene, id domain.PersonID, c domain.Command) []string {
	if c == nil {
		return nil
	}
	changes, err := c.Plan(s.World)
	if err != nil {
		return nil // saving shows the refusal
	}
	on := s.On
	if d, ok := c.(domain.DeactivatePerson); ok {
		on = max(on, d.From)
	}
	if countNear(s.World, id) > mostNear {
		return []string{s.Words.Say("people.too-many")}
	}
	turns, err := sight.Impact(s.World, changes, on)
	if err != nil {
		return nil
	}
	var unseen, unsees, seen, sees []string
	for _, t := range turns {
		switch {
		case t.Loses() && t.Other == id:
			unseen = append(unseen, s.Words.Person(s.World, t.Viewer))
		case t.Loses() && t.Viewer == id:
			unsees = append(unsees, s.Words.Person(s.World, t.Other))
		case t.Gains() && t.Other == id:
			seen = append(seen, s.Words.Person(s.World, t.Viewer))
		case t.Gains() && t.Viewer == id:
			sees = append(sees, s.Words.Person(s.World, t.Other))
		}
	}
	var out []string
	say := func(k words.Key, names []string) {
		if len(names) > 0 {
			out = append(out, s.Words.Say(k, len(names), s.Words.Person(s.World, id), s.Words.Some(names, 6)))
		}
	}
	say("people.unseen", unseen)
	say("people.unsees", unsees)
	say("people.seen", seen)
	say("people.sees", sees)
	if len(out) == 0 {
		return []string{s.Words.Say("people.no-turn", s.Words.Date(on))}
	}
	return append([]string{s.Words.Say("people.turn-on", s.Words.Date(on))}, out...)
}

// mostNear people around a person is the most for which sight is worked out between two
// keys.
const mostNear = 500

// countNear counts those who may see a person or be seen by them, some of them twice.
func countNear(w domain.World, id domain.PersonID) int {
	n := 0
	for m := range w.MembershipsOf(id) {
		if w.Readings().On(domain.ReadUnlinkedCounselorsSeeGroups) { // G6: a group is seen from anywhere
			return w.Count(domain.PersonNoun)
		}
		for range w.MembersOf(m.Group) {
			n++
		}
	}
	for r := range w.RelationsOf(id) {
		for range w.RelationsOf(r.Client) {
			n++
		}
	}
	return n
}

// removePerson asks before it removes a person. One that records refer to can be made
// inactive instead.
func removePerson(s scene.Scene, p domain.Person) scene.Dialog {
	name := words.Clean(p.Shown())
	d := dialog.Remove(s, name, domain.RemovePerson{ID: p.ID}, "people.blocked", stopInstead(p.ID),
		s.Words.Say("people.remove-lead", name, s.Words.Apart(p), s.Words.RoleWord(p.Role)),
		s.Words.Say("people.name-stays", name))
	if form, ok := d.(dialog.Form); ok {
		form.Told = func(_ scene.Scene, d dialog.Form, msg any) (dialog.Form, bool) {
			in, ok := msg.(scene.NamedIn)
			if ok = ok && in.Person == p.ID; ok {
				d.Lead = append(slices.Clip(d.Lead), in.Words)
			}
			return d, ok
		}
		return form
	}
	return d
}

// withScenes makes the action that removes a person read which scenes of a rehearsal name
// them.
func withScenes(p domain.PersonID, open scene.Action) scene.Action {
	opens := open.Wish
	open.Wish = func() scene.Wish { return scene.Several{opens(), scene.ReadScenes{Person: p}} }
	return open
}

// stopInstead offers to make the person inactive, unless they are already.
func stopInstead(id domain.PersonID) dialog.WayOut {
	return dialog.WayOut{
		Key: "i", Name: "people.stop",
		Still: func(s scene.Scene) bool {
			p, ok := s.World.Person(id)
			return ok && p.InactiveFrom == 0
		},
		Open: func(s scene.Scene) scene.Dialog {
			p, _ := s.World.Person(id)
			return activity(s, p)
		},
	}
}
