package relationtypes

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	nameField = "name"
	kindField = "kind"
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
		Command: func(s scene.Scene, f widget.Form) domain.Command { return command(typeOf(s, t, f)) },
		Follow:  func(s scene.Scene, _, now widget.Form) widget.Form { return together(s, now) },
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			return dialog.WarnTone.Remarks(typeRemarks(s, t, typeOf(s, t, f))...)
		},
		At: typeField,
	}.Opened(s)
}

// typeProperties are what the form asks; what switches a type off has its own key.
func typeProperties() []flag { return domain.Without(domain.RelationTypeProperties(), "active") }

func typeFields(s scene.Scene, t domain.RelationType) []widget.Field {
	fields := dialog.FieldsOf(s, "types.about-", typeProperties(), t)
	for i := range fields {
		if fields[i].Key == "legal" {
			fields[i].Label = s.Words.Say("types.label-legal") // the whole word is too long beside a field
		}
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
func typeOf(s scene.Scene, t domain.RelationType, f widget.Form) domain.RelationType {
	dialog.Fill(s, typeProperties(), f, &t)
	return t
}

// together ticks and locks what follows from what was ticked, with the reason,
// so that nobody can ask for what the domain refuses (E1, N4).
func together(s scene.Scene, f widget.Form) widget.Form {
	kind, _ := domain.ParseKind(f.Value(kindField))
	for _, g := range flags {
		reason := ""
		if domain.EmployeeOnly(g.Field) && kind != domain.EmployeeKind {
			reason = s.Words.Say("types.employee-only")
		}
		f = holds(f, string(g.Field), reason, false)
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

type flag = domain.Property[domain.RelationType]

// flags are those of a type, in their order. Whether a type is switched off (E7)
// is no flag to tick: that has its own key.
var flags = slices.DeleteFunc(typeProperties(), func(p flag) bool { return p.Shape != domain.Flag })

// isSet reports whether t has the flag f.
func isSet(f flag, t domain.RelationType) bool { return f.Text(&t) == "true" }

// letterOf is the key of the letter that stands for a flag in the list.
func letterOf(f flag) words.Key { return "types.letter-" + words.Key(f.Field) }
