package people

import (
	"cmp"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// nameLine is the key of the field that takes a whole name.
const nameLine = "name"

// addPerson asks for a new person in one line and a role; a key shows all other fields.
func addPerson(s scene.Scene, role domain.Role) scene.Dialog {
	known, p := newNamesakes(""), domain.Person{Role: role}
	return dialog.Form{
		Title:  s.Words.Say("people.add-title"),
		Fields: widget.NewForm(nameField(s), roleField(s, p)),
		Room:   5, // two fields, three lines of help
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			return domain.AddPerson{Person: personOf(s, p, f)}
		},
		Next: func(s scene.Scene, f widget.Form) scene.Dialog { return addPerson(s, personOf(s, p, f).Role) },
		Keys: []dialog.FormKey{{Key: "ctrl+o", Name: "people.all-fields", Press: allFields}},
		Follow: func(s scene.Scene, before, now widget.Form) widget.Form {
			return known.setHelp(s, followName(s, before, now.SetHelp(nameLine, cmp.Or(reading(s, now), s.Words.Say("people.name-example")))))
		},
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			said := known.remarks(s, f)
			if read := reading(s, f); read != "" && f.Focused() != nameLine {
				said = append(dialog.QuietTone.Remarks(read), said...)
			}
			return said
		},
		At: refusedField,
	}.Opened(s)
}

func nameField(s scene.Scene) widget.Field {
	limit := 0
	for _, p := range domain.PersonProperties() {
		if slices.Contains(nameFields, string(p.Field)) {
			limit += p.Limit + len(", ")
		}
	}
	return widget.Field{
		Key: nameLine, Label: s.Words.Field(nameLine) + " *", Limit: limit,
		Validate: func(value string) string {
			if given, _, _ := domain.SplitName(strings.TrimSpace(value)); given != "" {
				return ""
			}
			return dialog.Required(s, "givenName")("")
		},
	}
}

func roleField(s scene.Scene, p domain.Person) widget.Field {
	fields := personFields(s, p)
	return fields[slices.IndexFunc(fields, func(f widget.Field) bool { return f.Key == "role" })]
}

// reading says how the line was split; empty: there is none, or nothing in it.
func reading(s scene.Scene, f widget.Form) string {
	if dialog.Text(f, nameLine) == "" {
		return ""
	}
	p := personOf(s, domain.Person{}, f)
	if p.FamilyName == domain.NoFamilyName {
		p.FamilyName = s.Words.Say("people.one-name")
	}
	var parts []string
	for _, one := range []struct {
		field domain.Field
		value string
	}{{"givenName", p.GivenName}, {"familyNamePrefix", p.FamilyNamePrefix}, {"familyName", p.FamilyName}} {
		if one.value != "" {
			parts = append(parts, s.Words.Field(one.field)+" "+words.Clean(one.value))
		}
	}
	return s.Words.Say("people.name-read", strings.Join(parts, " · "))
}

// allFields makes it the form with every field, the name as it was split.
func allFields(s scene.Scene, d dialog.Form) dialog.Form {
	p := personOf(s, domain.Person{}, d.Fields)
	d.Fields = d.Fields.SetFields(personFields(s, domain.Person{Role: p.Role})...).
		Set("givenName", p.GivenName).Set("familyNamePrefix", p.FamilyNamePrefix).Set("familyName", p.FamilyName).Focus("givenName")
	d.Keys, d.Room = nil, formRoom
	return d
}
