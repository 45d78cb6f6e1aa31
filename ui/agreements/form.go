package agreements

import (
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

// promiseForm asks for a kind of promise and what belongs to it. People and
// groups are looked up in a picker over the form.
type promiseForm struct {
	dialog.Form
	found   *listing
	was     domain.Agreement // without an id: a new one
	chosen  domain.Agreement // of which the people and the group were looked up
	looking string           // the field that is being looked up; empty: the form has the keys
	picker  widget.Picker
}

func addAgreement(s scene.Scene, found *listing) scene.Dialog {
	return newForm(s, found, s.Words.Say("agreements.add-title"), domain.Agreement{})
}

func editAgreement(s scene.Scene, found *listing, a domain.Agreement) scene.Dialog {
	return newForm(s, found, s.Words.Say("agreements.edit-title"), a)
}

func newForm(s scene.Scene, found *listing, title string, a domain.Agreement) scene.Dialog {
	d := promiseForm{found: found, was: a, chosen: a}
	d.Form = dialog.Form{
		Title: title, Save: "hint.save",
		Fields: widget.NewForm(d.fields(s, a.Kind)...),
		Room:   9, // four fields, two more lines of the note, three of help
	}
	return d.bound(s)
}

// bound is the dialog with the command and the remarks of what is looked up now.
func (d promiseForm) bound(s scene.Scene) promiseForm {
	at := d
	d.Form.Command = func(_ scene.Scene, f widget.Form) domain.Command {
		now := at.promise(f)
		switch {
		case at.was.ID == "":
			return domain.AddAgreement{Agreement: now}
		case now.Equal(at.was):
			return nil
		}
		return domain.EditAgreement{Agreement: now}
	}
	d.Form.Remark = func(s scene.Scene, f widget.Form) dialog.Remarks {
		return dialog.WarnTone.Each(at.remarks(s, f)...)
	}
	d.Form.Follow = func(s scene.Scene, before, now widget.Form) widget.Form {
		if before.Value(kindField) == now.Value(kindField) {
			return now
		}
		return at.of(s, now)
	}
	d.Form = d.Form.Opened(s)
	return d
}

// of is the form of the kind that was chosen, with the note and whom and what was
// looked up before: nobody looks up twice who tries another kind.
func (d promiseForm) of(s scene.Scene, filled widget.Form) widget.Form {
	f := widget.NewForm(d.fields(s, kindOf(filled))...)
	for key, value := range map[string]string{
		kindField: filled.Value(kindField), noteField: filled.Value(noteField),
		viewerField: d.person(s, d.chosen.Viewer), otherField: d.person(s, d.chosen.Other), groupField: d.group(s, d.chosen.Group),
	} {
		f = f.Set(key, value)
	}
	return f.Focus(filled.Focused())
}

func kindOf(f widget.Form) domain.AgreementKind {
	for _, k := range domain.AgreementKinds() {
		if k.String() == f.Value(kindField) {
			return k
		}
	}
	return domain.NeverSees
}

// fields are those of a kind, as they open: kind first.
func (d promiseForm) fields(s scene.Scene, k domain.AgreementKind) []widget.Field {
	w := s.Words
	help := [...]words.Key{"agreements.kind.never-sees", "agreements.kind.never-messages", "agreements.kind.sees", "agreements.kind.group-at-most", "agreements.kind.no-role-in-group"}
	kinds := make([]widget.Option, 0, len(help))
	for _, one := range domain.AgreementKinds() {
		kinds = append(kinds, widget.Option{Key: one.String(), Label: w.AgreementKind(one), Help: w.Say(help[one])})
	}
	out := []widget.Field{{Key: kindField, Kind: widget.ChoiceField, Label: w.Field(kindField), Value: d.was.Kind.String(), Options: kinds}}
	if k.OfPair() {
		out = append(out, lookUp(s, viewerField, d.person(s, d.was.Viewer)), lookUp(s, otherField, d.person(s, d.was.Other)))
	} else {
		out = append(out, lookUp(s, groupField, d.group(s, d.was.Group)))
	}
	switch k {
	case domain.GroupAtMost:
		out = append(out, d.mode(s))
	case domain.NoRoleInGroup:
		out = append(out, d.role(s))
	}
	return append(out, dialog.FieldsOf(s, "agreements.about-", domain.Only(domain.AgreementProperties(), noteField), d.was)...)
}

// lookUp is a field that shows who or what was picked.
func lookUp(s scene.Scene, key, value string) widget.Field {
	help := words.Key("agreements.person-help")
	if key == groupField {
		help = "agreements.group-help"
	}
	label := s.Words.Field(domain.Field(key))
	return widget.Field{
		Key: key, Label: label + " *", Value: value, Placeholder: s.Words.Say("agreements.look-up"), Help: s.Words.Say(help),
		Validate: func(v string) string {
			if v == "" {
				return s.Words.Say("agreements.missing", label)
			}
			return ""
		},
	}
}

// mode opens undecided: the strictest promise is not made by saying nothing.
func (d promiseForm) mode(s scene.Scene) widget.Field {
	f := widget.Field{Key: modeField, Kind: widget.ChoiceField, Label: s.Words.Field("mostVisible") + " *", Validate: chosen(s, modeField)}
	for _, v := range domain.Visibilities() {
		f.Options = append(f.Options, widget.Option{
			Key: v.String(), Label: tell.VisibilitySign(v) + " " + s.Words.Visibility(v), Help: s.Words.VisibilityExplain(v),
		})
	}
	if d.was.Kind == domain.GroupAtMost {
		f.Value = d.was.MostVisible.String()
	}
	return f
}

func (d promiseForm) role(s scene.Scene) widget.Field {
	f := widget.Field{Key: roleField, Kind: widget.ChoiceField, Label: s.Words.Field(roleField) + " *", Validate: chosen(s, roleField)}
	roles := domain.MemberRoles()
	if d.was.Role != domain.NoRole {
		f.Value = d.was.Role.String()
		if !slices.Contains(roles, d.was.Role) { // an import may name ADMINISTRATOR
			roles = append(roles, d.was.Role)
		}
	}
	for _, r := range roles {
		f.Options = append(f.Options, widget.Option{Key: r.String(), Label: s.Words.Role(r) + " · " + s.Words.RoleWord(r)})
	}
	return f
}

func chosen(s scene.Scene, field domain.Field) func(string) string {
	return func(value string) string {
		if value == "" {
			return s.Words.Refusal(s.World, domain.Refusal{Code: domain.ValueMissing, Field: field})
		}
		return ""
	}
}

func (d promiseForm) person(s scene.Scene, id domain.PersonID) string {
	if id == "" {
		return ""
	}
	return d.found.naming(s)(id)
}

func (d promiseForm) group(s scene.Scene, id domain.GroupID) string {
	if id == "" {
		return ""
	}
	return s.Words.Group(s.World, id)
}

// promise is what the form says now, and nothing of another kind.
func (d promiseForm) promise(f widget.Form) domain.Agreement {
	a := d.chosen
	a.Kind, a.Note = kindOf(f), dialog.Text(f, noteField)
	a.MostVisible, a.Role = 0, domain.NoRole
	for _, v := range domain.Visibilities() {
		if v.String() == f.Value(modeField) {
			a.MostVisible = v
		}
	}
	for _, r := range domain.Roles() {
		if r.String() == f.Value(roleField) {
			a.Role = r
		}
	}
	return a.Fitting()
}

// remarks say how the promise stands that would be made, once it is whole.
func (d promiseForm) remarks(s scene.Scene, f widget.Form) []string {
	a := d.promise(f)
	command := domain.Command(domain.AddAgreement{Agreement: a})
	if d.was.ID != "" {
		command = domain.EditAgreement{Agreement: a}
	}
	if _, err := command.Plan(s.World); err != nil || a.Kind == domain.GroupAtMost && f.Value(modeField) == "" {
		return nil
	}
	one := judged(s, d.found.naming(s), a)
	out := []string{one.state().sign() + " " + one.stands(s, d.found.naming(s))}
	for o := range s.World.Agreements() {
		same := o
		same.ID, same.Note = a.ID, a.Note
		if o.ID != a.ID && same.Equal(a) {
			return append(out, s.Words.Say("agreements.twice"))
		}
	}
	return out
}

// removeAgreement asks before a promise is no longer watched.
func removeAgreement(s scene.Scene, found *listing, a domain.Agreement) scene.Dialog {
	return dialog.Form{
		Title:   s.Words.Say("agreements.remove-title"),
		Lead:    []string{s.Words.Say("agreements.remove-lead", s.Words.AgreementBy(found.naming(s), s.World, a))},
		Fields:  widget.NewForm(dialog.Reason(s)),
		Room:    2,
		Save:    "agreements.remove-now",
		Command: func(scene.Scene, widget.Form) domain.Command { return domain.RemoveAgreement{ID: a.ID} },
	}
}
