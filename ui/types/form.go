package types

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	nameField = "name"
	kindField = "kind"
	nameLimit = 120
)

// addType asks what a new type is.
func addType(s scene.Scene) scene.Dialog {
	return typeSheet(s, domain.RelationType{}, s.Words.Say("types.add-title"), func(t domain.RelationType) domain.Command {
		return domain.AddRelationType{Type: t}
	})
}

// editType asks what is otherwise about a type.
func editType(s scene.Scene, t domain.RelationType) scene.Dialog {
	return typeSheet(s, t, s.Words.Say("types.edit-title", words.Clean(t.Name)), func(now domain.RelationType) domain.Command {
		if now.Equal(t) {
			return nil
		}
		return domain.EditRelationType{Type: now}
	})
}

func typeSheet(s scene.Scene, t domain.RelationType, title string, command func(domain.RelationType) domain.Command) scene.Dialog {
	fields := typeFields(s, t)
	return dialog.Form{
		Title:   title,
		Fields:  widget.NewForm(fields...),
		Room:    len(fields) + 2,
		Command: func(_ scene.Scene, f widget.Form) domain.Command { return command(typeOf(t, f)) },
		Follow:  func(s scene.Scene, _, now widget.Form) widget.Form { return together(s, now) },
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			return dialog.WarnTone.Each(typeRemarks(s, t, typeOf(t, f))...)
		},
		At: typeField,
	}.Opened(s)
}

func typeFields(s scene.Scene, t domain.RelationType) []widget.Field {
	w := s.Words
	var kinds []widget.Option
	for _, k := range domain.Kinds() {
		kinds = append(kinds, widget.Option{Key: k.String(), Label: w.Kind(k)})
	}
	fields := []widget.Field{
		{Key: nameField, Label: w.Field("name") + " *", Value: t.Name, Limit: nameLimit, Validate: named(s)},
		{Key: kindField, Kind: widget.ChoiceField, Label: w.Field("kind"), Value: t.Kind.String(), Options: kinds, Help: w.Say("types.kind-help")},
	}
	for _, f := range flags {
		value := widget.False
		if *f.of(&t) {
			value = widget.True
		}
		fields = append(fields, widget.Field{
			Key: string(f.field), Kind: widget.ToggleField, Label: w.Say(f.label), Value: value,
			On: w.Say("word.yes"), Off: w.Say("word.no"), Help: w.Say(f.explain),
		})
	}
	return fields
}

// typeRemarks is what a coordinator should know of a type before it is saved:
// who would get access for being unwanted, which clients stand in the way of
// making it exclusive, and who would see whom.
func typeRemarks(s scene.Scene, was, now domain.RelationType) []string {
	if was.ID == "" {
		return nil // nothing uses it yet
	}
	var out []string
	for _, a := range wronglyFed(s, now) {
		out = append(out, loudSign+" "+s.Words.Say("access.loud-type", words.Clean(a.Name)))
	}
	if now.Exclusive && !was.Exclusive {
		out = append(out, several(s, was)...)
	}
	if now.Network != was.Network { // nothing else changes who sees whom
		out = append(out, turned(s, was.ID, domain.EditRelationType{Type: now})...)
	}
	return out
}

// typeOf is t with what the form says.
func typeOf(t domain.RelationType, f widget.Form) domain.RelationType {
	t.Name = dialog.Text(f, nameField)
	t.Kind, _ = domain.ParseKind(f.Value(kindField))
	for _, g := range flags {
		*g.of(&t) = f.On(string(g.field))
	}
	return t
}

// together ticks and locks what follows from what was ticked, with the reason,
// so that nobody can ask for what the domain refuses (E1, N4).
func together(s scene.Scene, f widget.Form) widget.Form {
	kind, _ := domain.ParseKind(f.Value(kindField))
	for _, g := range flags {
		reason := ""
		if g.employee && kind != domain.EmployeeKind {
			reason = s.Words.Say("types.employee-only")
		}
		f = holds(f, string(g.field), reason, false)
	}
	if f.On("primary") { // E1
		f = holds(f, "exclusive", s.Words.Say("types.primary-exclusive"), true)
		f = holds(f, "negative", s.Words.Say("types.primary-positive"), false)
	}
	if f.On("negative") { // N4
		f = holds(f, "network", s.Words.Say("types.negative-network"), false)
	}
	return f
}

// holds locks a flag on an answer with the reason; without a reason it opens it.
func holds(f widget.Form, field, reason string, on bool) widget.Form {
	if reason != "" && f.On(field) != on {
		value := widget.False
		if on {
			value = widget.True
		}
		f = f.Set(field, value)
	}
	return f.SetLocked(field, reason)
}

// typeField says under which field a refusal belongs: a relation that the type
// no longer fits is about its kind.
func typeField(r domain.Refusal) string {
	switch r.Code {
	case domain.KindMisfit, domain.ClientSide, domain.OtherSide:
		return kindField
	}
	return string(r.Field)
}
