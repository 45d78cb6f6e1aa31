package people

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// addPerson asks who is new; a role that the list was narrowed to is prefilled.
func addPerson(s scene.Scene, known *listing, role domain.Role) scene.Dialog {
	return personSheet(s, newNamesakes(s, known, ""), domain.Person{Role: role}, s.Words.Say("people.add-title"), func(p domain.Person) domain.Command {
		return domain.AddPerson{Person: p}
	})
}

// editPerson asks what is otherwise about somebody.
func editPerson(s scene.Scene, known *listing, p domain.Person) scene.Dialog {
	title := s.Words.Say("people.edit-title", words.Clean(p.Shown()))
	return personSheet(s, newNamesakes(s, known, p.ID), p, title, func(now domain.Person) domain.Command {
		if now.Equal(p) {
			return nil
		}
		return domain.EditPerson{Person: now}
	})
}

func personSheet(s scene.Scene, known namesakes, p domain.Person, title string, command func(domain.Person) domain.Command) scene.Dialog {
	return dialog.Form{
		Title:  title,
		Fields: widget.NewForm(personFields(s, p)...),
		Room:   17, // twelve fields, two more lines of the note, three of help
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			return command(personOf(s, p, f))
		},
		Follow: func(s scene.Scene, before, now widget.Form) widget.Form {
			return known.point(s, shownFollows(s, before, now))
		},
		Remark: known.remarks,
		At:     personField,
	}.Opened(s)
}

func personFields(s scene.Scene, p domain.Person) []widget.Field {
	fields := dialog.FieldsOf(s, "people.about-", domain.PersonProperties(), p)
	for i := range fields {
		switch fields[i].Key {
		case "role":
			fields[i].Options = roleOptions(s)
		case "birthDate":
			fields[i].Validate = birthDate(s)
		}
	}
	return fields
}

var roleHelp = map[domain.Role]words.Key{
	domain.Client: "people.help-client", domain.Guardian: "people.help-guardian", domain.External: "people.help-external",
	domain.Counselor: "people.help-counselor", domain.CounselorPlus: "people.help-counselor-plus",
	domain.Administrator: "people.help-administrator",
}

func roleOptions(s scene.Scene) []widget.Option {
	var out []widget.Option
	for _, r := range domain.Roles() {
		out = append(out, widget.Option{
			Key: r.String(), Label: s.Words.Role(r) + " · " + s.Words.RoleWord(r), Help: s.Words.Say(roleHelp[r]),
		})
	}
	return out
}

// birthDate refuses what is no date, and a birth that is still to come: a slip of the year.
func birthDate(s scene.Scene) func(string) string {
	return func(value string) string {
		if strings.TrimSpace(value) == "" {
			return ""
		}
		d, ok := s.Words.ParseDate(value)
		switch {
		case !ok:
			return s.Words.Say("error.date", words.Clean(value))
		case d > s.Today:
			return s.Words.Say("people.birth-ahead", s.Words.Date(d))
		}
		return ""
	}
}

// personOf is p with what the form says.
func personOf(s scene.Scene, p domain.Person, f widget.Form) domain.Person {
	dialog.Fill(s, domain.PersonProperties(), f, &p)
	return p
}

// shownFollows keeps a schermnaam that was the full name the full name while the
// name is typed; empty it becomes that by itself, and the help says so.
func shownFollows(s scene.Scene, before, now widget.Form) widget.Form {
	was, is := personOf(s, domain.Person{}, before), personOf(s, domain.Person{}, now)
	if was.DisplayName != "" && was.DisplayName == was.FullName() && was.FullName() != is.FullName() && is.FullName() != "" {
		now = now.Set("displayName", is.FullName())
	}
	name := is.FullName()
	if name == "" {
		return now.SetHelp("displayName", s.Words.Say("people.shown-help-none"))
	}
	return now.SetHelp("displayName", s.Words.Say("people.shown-help", words.Clean(name)))
}

// personField says under which field a refusal belongs. What a link forbids (N1,
// G7) is about the role: the names in it are those of others.
func personField(r domain.Refusal) string {
	if r.Subject.Noun != domain.PersonNoun {
		return "role"
	}
	return string(r.Field)
}
