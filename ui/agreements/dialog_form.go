package agreements

import (
	"errors"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The fields of an agreement, named as refusals name them.
const (
	kindField   = "kind"
	viewerField = "viewer"
	otherField  = "other"
	groupField  = "group"
	modeField   = "visibility"
	roleField   = "role"
	noteField   = "note"
)

func addAgreement(s scene.Scene) scene.Dialog {
	return agreementForm(s, s.Words.Say("agreements.add-title"), domain.Agreement{})
}

func editAgreement(s scene.Scene, a domain.Agreement) scene.Dialog {
	return agreementForm(s, s.Words.Say("agreements.edit-title"), a)
}

// agreementForm asks for a kind of agreement and its fields. People and groups that
// were looked up stay when another kind is tried.
func agreementForm(s scene.Scene, title string, was domain.Agreement) scene.Dialog {
	n := dialog.NewNamer(s)
	return dialog.Form{
		Title:  title,
		Fields: widget.NewForm(fields(s, n, was, was.Kind)...),
		Room:   9, // four fields, two more lines of the note, three of help
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			now := agreementOf(s, was, f)
			switch {
			case was.ID == "":
				return domain.AddAgreement{Agreement: now}
			case now.Equal(was):
				return nil
			}
			return domain.EditAgreement{Agreement: now}
		},
		Follow: func(s scene.Scene, before, now widget.Form) widget.Form {
			if before.Value(kindField) == now.Value(kindField) {
				return now
			}
			return now.SetFields(fields(s, n, was, agreementOf(s, was, now).Kind)...)
		},
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			return dialog.WarnTone.Remarks(remarks(s, n, was, f)...)
		},
	}.Opened(s)
}

// fields are the fields of kind k with their first values; the kind itself first.
func fields(s scene.Scene, n dialog.Namer, was domain.Agreement, k domain.AgreementKind) []widget.Field {
	w := s.Words
	var kinds []widget.Option
	for _, one := range domain.AgreementKinds() {
		kinds = append(kinds, widget.Option{Key: one.String(), Label: w.AgreementKind(one), Help: w.Say(words.Key("agreements.kind." + one.String()))})
	}
	out := []widget.Field{{Key: kindField, Kind: widget.ChoiceField, Label: w.Field(kindField), Value: was.Kind.String(), Options: kinds}}
	for _, f := range k.Fields() {
		out = append(out, field(s, n, f, was))
	}
	return append(out, dialog.FieldsOf(s, "agreements.about-", domain.Only(domain.AgreementProperties(), noteField), was)...)
}

// field asks for one of the fields that depend on the kind.
func field(s scene.Scene, n dialog.Namer, f domain.Field, was domain.Agreement) widget.Field {
	switch f {
	case viewerField:
		return person(s, n, viewerField, otherField, was.Viewer)
	case otherField:
		return person(s, n, otherField, viewerField, was.Other)
	case groupField:
		return group(s, was.Group)
	case modeField:
		return mode(s, was)
	case roleField:
		return role(s, was)
	}
	panic("agreements: the form has no field for " + string(f))
}

// lookUp is a field that must be looked up, not typed.
func lookUp(s scene.Scene, key, value string) widget.Field {
	label := s.Words.Field(domain.Field(key))
	return widget.Field{
		Key: key, Kind: widget.LookupField, Label: label + " *", Value: value, Placeholder: s.Words.Say("look-up.find"),
		Validate: func(v string) string {
			if v == "" {
				return s.Words.Say("agreements.missing", label)
			}
			return ""
		},
	}
}

// person looks up one of a pair: everybody but the other of the pair. Inactive people
// are offered too: an agreement can be about somebody who comes back.
func person(s scene.Scene, n dialog.Namer, key, other string, value domain.PersonID) widget.Field {
	f := lookUp(s, key, string(value))
	f.Help, f.Empty = s.Words.Say("agreements.person-help"), s.Words.Say("agreements.no-fit")
	f.Name = func(key string) string { return n.Name(domain.PersonID(key)) }
	f.Find = func(now widget.Form) []widget.Item {
		var out []widget.Item
		for _, p := range s.Roster.People() {
			if string(p.ID) == now.Value(other) {
				continue
			}
			item := n.Item(p)
			item.Search += " " + domain.LookUp(string(p.ID))
			out = append(out, item)
		}
		return out
	}
	return f
}

func group(s scene.Scene, value domain.GroupID) widget.Field {
	f := lookUp(s, groupField, string(value))
	f.Help, f.Empty = s.Words.Say("agreements.group-help"), s.Words.Say("list.no-match")
	f.Name = func(key string) string { return s.Words.Group(s.World, domain.GroupID(key)) }
	f.Find = func(widget.Form) []widget.Item {
		var out []widget.Item
		for _, g := range s.Roster.Groups() {
			out = append(out, widget.Item{Key: string(g.ID), Label: words.Clean(g.Name),
				Detail: tell.VisibilitySign(g.Visibility) + " " + s.Words.VisibilityShort(g.Visibility),
				Search: domain.LookUp(g.Name + " " + string(g.ID))})
		}
		return out
	}
	return f
}

// mode opens without a choice: hidden, the strictest one, must not be agreed by
// default.
func mode(s scene.Scene, was domain.Agreement) widget.Field {
	f := widget.Field{Key: modeField, Kind: widget.ChoiceField, Label: s.Words.Field("mostVisible") + " *", Validate: dialog.Required(s, modeField)}
	for _, v := range domain.Visibilities() {
		f.Options = append(f.Options, widget.Option{
			Key: v.String(), Label: tell.VisibilitySign(v) + " " + s.Words.Visibility(v), Help: s.Words.VisibilityExplain(v),
		})
	}
	if was.Kind.Has(modeField) {
		f.Value = was.MostVisible.String()
	}
	return f
}

func role(s scene.Scene, was domain.Agreement) widget.Field {
	f := widget.Field{Key: roleField, Kind: widget.ChoiceField, Label: s.Words.Field(roleField) + " *", Validate: dialog.Required(s, roleField)}
	roles := domain.MemberRoles()
	if was.Role != domain.NoRole {
		f.Value = was.Role.String()
		if !slices.Contains(roles, was.Role) { // an import may name ADMINISTRATOR
			roles = append(roles, was.Role)
		}
	}
	for _, r := range roles {
		f.Options = append(f.Options, widget.Option{Key: r.String(), Label: s.Words.RoleBoth(r)})
	}
	return f
}

// agreementOf is the agreement in the form, without fields of another kind.
func agreementOf(s scene.Scene, was domain.Agreement, f widget.Form) domain.Agreement {
	a := domain.Agreement{ID: was.ID}
	dialog.Fill(s, domain.AgreementProperties(), f, &a)
	return a.Fitting()
}

// remarks say whether the agreement in the form would be kept, once it is complete.
func remarks(s scene.Scene, n dialog.Namer, was domain.Agreement, f widget.Form) []string {
	a := agreementOf(s, was, f)
	command := domain.Command(domain.AddAgreement{Agreement: a})
	if was.ID != "" {
		command = domain.EditAgreement{Agreement: a}
	}
	if a.Kind.Has(modeField) && f.Value(modeField) == "" {
		return nil
	}
	if _, err := command.Plan(s.World); err != nil {
		if twice := (domain.Refusal{}); errors.As(err, &twice) && twice.Code == domain.AgreementTwice {
			return []string{s.Words.Refusal(s.World, twice)}
		}
		return nil
	}
	one := newItem(s, n.Name, a)
	return []string{one.state().sign() + " " + one.stateLine(s, n.Name)}
}

// removeAgreement asks before an agreement is removed.
func removeAgreement(s scene.Scene, a domain.Agreement) scene.Dialog {
	return dialog.Confirm(s, s.Words.Say("agreements.remove-title"), "agreements.remove-now", domain.RemoveAgreement{ID: a.ID},
		s.Words.Say("agreements.remove-lead", s.Words.AgreementBy(dialog.NewNamer(s).Name, s.World, a)))
}
