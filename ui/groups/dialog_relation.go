package groups

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// editRelation edits when a relation runs and its note. Who and of which type
// stay: another person is another relation.
func editRelation(s scene.Scene, r domain.Relation) scene.Dialog {
	n := dialog.NewNamer(s)
	command := func(_ scene.Scene, f widget.Form) domain.Command {
		if !f.Dirty() {
			return nil
		}
		now := r
		now.Period, _ = periodFrom(s.Words, f)
		now.Note = dialog.Text(f, "note")
		return domain.EditRelation{Relation: now}
	}
	return dialog.Form{
		Title: s.Words.Say("relation-dialog.edit", s.Words.Person(s.World, r.Client)), Command: command,
		Width:  formWidth,
		Fields: widget.NewForm(fromField(s.Words, r.From, true), throughField(s.Words, r.Through), noteField(s, r.Note)),
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			out := dialog.Remarks{dialog.QuietTone.Of(said(s, n, r))}
			if r.Withdrawn {
				out = append(out, dialog.WarnTone.Of(s.Words.Say("relation-dialog.withdrawn")))
			}
			if _, ok := periodFrom(s.Words, f); ok && f.Dirty() {
				out = append(out, dialog.Foretold(s, n, command(s, f), s.On, "")...)
			}
			return out
		},
	}.Opened(s)
}

func noteField(s scene.Scene, note string) widget.Field {
	f := dialog.FieldsOf(s, "group-dialog.about-", domain.Only(domain.RelationProperties(), "note"), domain.Relation{Note: note})[0]
	f.Height = 2
	return f
}

// said names a relation: who is what of whom, and when.
func said(s scene.Scene, n dialog.Namer, r domain.Relation) string {
	out := s.Words.Say("relation-dialog.who", n.Name(r.Person), s.Words.RelationType(s.World, r.Type), n.Name(r.Client))
	if when := s.Words.Period(r.Period); when != "" {
		out += " · " + when
	}
	return out
}

// endRelation ends a relation with a last day.
func endRelation(s scene.Scene, r domain.Relation) scene.Dialog {
	n := dialog.NewNamer(s)
	command := func(s scene.Scene, f widget.Form) domain.Command {
		through, _ := s.Words.ParseDate(f.Value("through"))
		return domain.EndRelations{IDs: []domain.RelationID{r.ID}, Through: through}
	}
	return dialog.Form{
		Title: s.Words.Say("relation-dialog.end", s.Words.Person(s.World, r.Client)), Command: command, Save: "member-dialog.end-hint",
		Width:  formWidth,
		Fields: widget.NewForm(lastDayField(s.Words, max(s.On, r.From)), dialog.Reason(s)),
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			out := dialog.Remarks{dialog.PlainTone.Of(said(s, n, r))}
			if t, _ := s.World.RelationType(r.Type); t.Exclusive { // E8
				out = append(out, dialog.QuietTone.Of(s.Words.Say("relation-dialog.nobody-returns")))
			}
			if through, ok := s.Words.ParseDate(f.Value("through")); ok {
				out = append(out, dialog.Foretold(s, n, command(s, f), through+1, "")...)
			}
			return out
		},
	}.Opened(s)
}

// removeRelation takes a relation off the record: for a mistake.
func removeRelation(s scene.Scene, r domain.Relation) scene.Dialog {
	n := dialog.NewNamer(s)
	command := domain.RemoveRelation{ID: r.ID}
	return dialog.Form{
		Title: s.Words.Say("relation-dialog.remove", s.Words.Person(s.World, r.Client)), Save: "group-dialog.remove-hint",
		Width:   formWidth,
		Fields:  widget.NewForm(dialog.Reason(s)),
		Command: func(scene.Scene, widget.Form) domain.Command { return command },
		Remark: func(s scene.Scene, _ widget.Form) dialog.Remarks {
			out := dialog.Remarks{dialog.PlainTone.Of(said(s, n, r)), dialog.WarnTone.Of(s.Words.Say("relation-dialog.never-was"))}
			if t, _ := s.World.RelationType(r.Type); t.Exclusive { // E8
				out = append(out, dialog.QuietTone.Of(s.Words.Say("relation-dialog.replaced-stays")))
			}
			return append(out, dialog.Foretold(s, n, command, s.On, "")...)
		},
	}.Opened(s)
}

// replacements says whom a new relation would replace, and from when (E8).
func replacements(s scene.Scene, n dialog.Namer, c domain.AddRelation) dialog.Remarks {
	changes, err := c.Plan(s.World)
	if err != nil {
		return nil
	}
	var out dialog.Remarks
	for _, change := range changes {
		if change.Relation == nil || change.Relation.Before == nil {
			continue
		}
		r := *change.Relation.After
		kind := s.Words.RelationType(s.World, r.Type)
		if r.Withdrawn {
			out = append(out, dialog.WarnTone.Of(s.Words.Say("relation-dialog.withdraws",
				n.Name(r.Client), kind, n.Name(r.Person), s.Words.Date(r.From))))
			continue
		}
		out = append(out, dialog.WarnTone.Of(s.Words.Say("relation-dialog.replaces",
			n.Name(r.Client), kind, n.Name(r.Person), s.Words.Date(r.Through))))
	}
	t, _ := s.World.RelationType(c.Relation.Type)
	if t.Exclusive && !c.Relation.Through.IsZero() {
		out = append(out, dialog.QuietTone.Of(s.Words.Say("relation-dialog.nobody-returns")))
	}
	return out
}
