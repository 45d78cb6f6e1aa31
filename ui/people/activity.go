package people

import (
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

// activity makes somebody inactive from a day, or who is so already active again
// or inactive from another day; it names whom that shows to whom, and hides.
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
			return dialog.WarnTone.Remarks(turned(s, p.ID, activityCommand(s, p, f))...)
		},
	}.Opened(s)
}

// activityCommand is nothing while the day cannot be read.
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

// turned says by name who would see somebody or no longer, and whom they would,
// on the reference date or, where that lies ahead, on the day it begins.
func turned(s scene.Scene, id domain.PersonID, c domain.Command) []string {
	if c == nil {
		return nil
	}
	changes, err := c.Plan(s.World)
	if err != nil {
		return nil // the refusal comes when it is asked for
	}
	on := s.On
	if d, ok := c.(domain.DeactivatePerson); ok {
		on = max(on, d.From)
	}
	if near(s.World, id) > mostNear {
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

// mostNear is up to how many people around somebody whoever sees whom is worked
// out while a person waits for the next key.
const mostNear = 500

// near counts, some twice, who may see somebody or be seen by them.
func near(w domain.World, id domain.PersonID) int {
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
