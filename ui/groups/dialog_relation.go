package groups

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// addRelation asks for a relation of a person: of a client with somebody, or of
// somebody else with a client.
func addRelation(s scene.Scene, id domain.PersonID) scene.Dialog {
	n := dialog.NewNamer(s)
	about, _ := s.World.Person(id)
	typed := lookUp(s, "type", func(widget.Form) []widget.Item { return typesFor(s, about) },
		func(key string) string { return s.Words.RelationType(s.World, domain.RelationTypeID(key)) })
	whom := func(key string) widget.Field {
		return lookUp(s, key, func(f widget.Form) []widget.Item { return opposites(s, n, key, f) },
			func(key string) string { return n.Name(domain.PersonID(key)) })
	}
	title, fields := words.Key("relation-dialog.add"), []widget.Field{typed, whom("person")}
	if about.Role != domain.Client { // the client comes first
		title, fields = "relation-dialog.add-of", []widget.Field{whom("client"), typed}
	}
	relation := func(s scene.Scene, f widget.Form) domain.Relation {
		var r domain.Relation
		dialog.Fill(s, domain.RelationProperties(), f, &r)
		if about.Role == domain.Client {
			r.Client = id
		} else {
			r.Person = id
		}
		return r
	}
	return dialog.Form{
		Title:  s.Words.Say(title, s.Words.Person(s.World, id)),
		Width:  formWidth,
		Fields: widget.NewForm(append(fields, dialog.From(s.Words, s.On, true), dialog.Through(s.Words, 0), noteField(s, ""))...),
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			return domain.AddRelation{Relation: relation(s, f)}
		},
		Follow: func(s scene.Scene, _, now widget.Form) widget.Form { return clearUnfitting(s, now) },
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			r := relation(s, f)
			if _, ok := dialog.Period(s.Words, f); !ok || r.Type == "" || r.Client == "" || r.Person == "" {
				return nil
			}
			command := domain.AddRelation{Relation: r}
			out := replacements(s, n, command)
			if t, _ := s.World.RelationType(r.Type); t.SwitchedOff { // E7
				out = append(out, dialog.QuietTone.Remark(s.Words.Say("relation-dialog.type-off")))
			}
			return out
		},
		Weigh: func(s scene.Scene, f widget.Form) dialog.Weighed {
			r := relation(s, f)
			if _, ok := dialog.Period(s.Words, f); !ok || r.Type == "" || r.Client == "" || r.Person == "" {
				return dialog.Weighed{}
			}
			return dialog.Weigh(s, n, domain.AddRelation{Relation: r}, "")
		},
	}.Opened(s)
}

// lookUp is a look-up field that must be filled in.
func lookUp(s scene.Scene, key string, find func(widget.Form) []widget.Item, name func(string) string) widget.Field {
	label := s.Words.Field(domain.Field(key))
	return widget.Field{
		Key: key, Kind: widget.LookupField, Label: label, Find: find, Name: name, Empty: s.Words.Say("relation-dialog.none-fits"),
		Placeholder: s.Words.Say("look-up.find"), Help: s.Words.Say("relation-dialog.look-up-help"),
		Validate: func(v string) string {
			if v == "" {
				return s.Words.Say("relation-dialog.missing", label)
			}
			return ""
		},
	}
}

// clearUnfitting clears the person when they do not fit the chosen type (N1).
func clearUnfitting(s scene.Scene, f widget.Form) widget.Form {
	t, typed := s.World.RelationType(domain.RelationTypeID(f.Value("type")))
	if p, known := s.World.Person(domain.PersonID(f.Value("person"))); typed && known && !s.World.FitsKind(p, t.Kind) {
		return f.Set("person", "")
	}
	return f
}

// typesFor are the relation types that fit a person; those that are switched off come
// last and say so.
func typesFor(s scene.Scene, about domain.Person) []widget.Item {
	var on, off []widget.Item
	for _, t := range s.Roster.Types() {
		if about.Role != domain.Client && !s.World.FitsKind(about, t.Kind) { // N1
			continue
		}
		detail := s.Words.Kind(t.Kind)
		for _, flag := range []struct {
			on    bool
			field domain.Field
		}{
			{t.Primary, "primary"}, {t.Exclusive && !t.Primary, "exclusive"},
			{t.Negative, "negative"}, {t.Network, "network"},
		} {
			if flag.on {
				detail += " · " + s.Words.Field(flag.field)
			}
		}
		item := widget.Item{Key: string(t.ID), Label: words.Clean(t.Name), Detail: detail}
		if t.SwitchedOff {
			item.Detail = s.Words.Say("relation-dialog.off") + " · " + detail
			off = append(off, item)
			continue
		}
		on = append(on, item)
	}
	return append(on, off...)
}

// opposites are the people who fit (N1) and are active on the reference date.
func opposites(s scene.Scene, n dialog.Namer, key string, f widget.Form) []widget.Item {
	t, typed := s.World.RelationType(domain.RelationTypeID(f.Value("type")))
	var out []widget.Item
	for _, p := range s.Roster.People() {
		fits := p.Role == domain.Client
		if key == "person" {
			fits = p.Role != domain.Client && p.Role != domain.Administrator && (!typed || s.World.FitsKind(p, t.Kind))
		}
		if fits && p.ActiveOn(s.On) {
			out = append(out, n.Item(p))
		}
	}
	return out
}

// editRelation edits the period and note of a relation. People and type stay: another
// person is another relation.
func editRelation(s scene.Scene, r domain.Relation) scene.Dialog {
	n := dialog.NewNamer(s)
	return releasing{
		of: r,
		command: func(s scene.Scene, f widget.Form, back []domain.OldEnd) domain.Command {
			if !f.Dirty() {
				return nil
			}
			now := r
			dialog.Fill(s, domain.RelationProperties(), f, &now)
			return domain.EditRelation{Relation: now, GiveBack: back}
		},
		fields: []widget.Field{dialog.From(s.Words, r.From, true), dialog.Through(s.Words, r.Through), noteField(s, r.Note)},
		remark: func(s scene.Scene, f widget.Form, c domain.Command) dialog.Remarks {
			out := dialog.Remarks{dialog.QuietTone.Remark(describe(s, n, r))}
			if r.Withdrawn {
				out = append(out, dialog.WarnTone.Remark(s.Words.Say("relation-dialog.withdrawn")))
			}
			return out
		},
	}.form(s, n, dialog.Form{Title: s.Words.Say("relation-dialog.edit", s.Words.Person(s.World, r.Client)), Width: formWidth})
}

func noteField(s scene.Scene, note string) widget.Field {
	f := dialog.FieldsOf(s, "group-dialog.about-", domain.Only(domain.RelationProperties(), "note"), domain.Relation{Note: note})[0]
	f.Height = 2
	return f
}

// describe describes a relation: who is what of whom, and when.
func describe(s scene.Scene, n dialog.Namer, r domain.Relation) string {
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
		Fields: widget.NewForm(dialog.LastDay(s.Words, max(s.On, r.From)), dialog.Reason(s)),
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			out := dialog.Remarks{dialog.PlainTone.Remark(describe(s, n, r))}
			if t, _ := s.World.RelationType(r.Type); t.Exclusive { // E8
				out = append(out, dialog.QuietTone.Remark(s.Words.Say("relation-dialog.nobody-returns")))
			}
			return out
		},
		Weigh: func(s scene.Scene, f widget.Form) dialog.Weighed {
			if _, ok := s.Words.ParseDate(f.Value("through")); !ok {
				return dialog.Weighed{}
			}
			return dialog.Weigh(s, n, command(s, f), "")
		},
	}.Opened(s)
}

// removeRelation takes a relation off the record, to repair a mistake.
func removeRelation(s scene.Scene, r domain.Relation) scene.Dialog {
	n := dialog.NewNamer(s)
	return releasing{
		of: r,
		command: func(_ scene.Scene, _ widget.Form, back []domain.OldEnd) domain.Command {
			return domain.RemoveRelation{ID: r.ID, GiveBack: back}
		},
		fields: []widget.Field{dialog.Reason(s)},
		remark: func(s scene.Scene, _ widget.Form, c domain.Command) dialog.Remarks {
			return dialog.Remarks{dialog.PlainTone.Remark(describe(s, n, r)), dialog.WarnTone.Remark(s.Words.Say("relation-dialog.never-was"))}
		},
	}.form(s, n, dialog.Form{
		Title: s.Words.Say("relation-dialog.remove", s.Words.Person(s.World, r.Client)), Width: formWidth, Room: 2, Save: "group-dialog.remove-hint",
	})
}

// replacements name the relations that a new one would end or withdraw, and when (E8).
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
			out = append(out, dialog.WarnTone.Remark(s.Words.Say("relation-dialog.withdraws",
				n.Name(r.Client), kind, n.Name(r.Person), s.Words.Date(r.From))))
			continue
		}
		out = append(out, dialog.WarnTone.Remark(s.Words.Say("relation-dialog.replaces",
			n.Name(r.Client), kind, n.Name(r.Person), s.Words.Date(r.Through))))
	}
	t, _ := s.World.RelationType(c.Relation.Type)
	if t.Exclusive && !c.Relation.Through.IsZero() {
		out = append(out, dialog.QuietTone.Remark(s.Words.Say("relation-dialog.nobody-returns")))
	}
	return out
}
