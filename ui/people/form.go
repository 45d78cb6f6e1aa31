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

// Lengths as the domain allows them, so that nobody types what is refused.
const (
	nameLimit  = 120
	noteLimit  = 2000
	emailLimit = 254
	userLimit  = 100
)

func personFields(s scene.Scene, p domain.Person) []widget.Field {
	w := s.Words
	role := ""
	if p.Role != domain.NoRole {
		role = p.Role.String()
	}
	text := func(name domain.Field, value string, limit int, help words.Key) widget.Field {
		f := widget.Field{Key: string(name), Label: w.Field(name), Value: value, Limit: limit}
		if help != "" {
			f.Help = w.Say(help)
		}
		return f
	}
	must := func(f widget.Field) widget.Field {
		f.Label += " *"
		f.Validate = required(s, domain.Field(f.Key))
		return f
	}
	roles := text("role", role, 0, "people.role-help")
	roles.Kind, roles.Options = widget.ChoiceField, roleOptions(s)
	born := text("birthDate", w.Date(p.BirthDate), 0, "people.birth-help")
	born.Kind, born.Validate = widget.DateField, birthDate(s)
	note := text("note", p.Note, noteLimit, "people.note-help")
	note.Kind = widget.NoteField
	return []widget.Field{
		must(roles),
		must(text("givenName", p.GivenName, nameLimit, "")),
		text("initials", p.Initials, 20, ""),
		text("familyNamePrefix", p.FamilyNamePrefix, 30, "people.prefix-help"),
		must(text("familyName", p.FamilyName, nameLimit, "people.family-help")),
		text("displayName", p.DisplayName, nameLimit, ""),
		text("number", p.Number, 32, "people.number-help"),
		text("userName", p.UserName, userLimit, "people.user-help"),
		text("email", p.Email, emailLimit, ""),
		born,
		text("location", p.Location, nameLimit, ""),
		text("function", p.Function, nameLimit, ""),
		note,
	}
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
	value := func(name string) string { return dialog.Text(f, name) }
	p.Role, _ = domain.ParseRole(f.Value("role"))
	p.GivenName, p.Initials = value("givenName"), value("initials")
	p.FamilyNamePrefix, p.FamilyName = value("familyNamePrefix"), value("familyName")
	p.DisplayName, p.Number = value("displayName"), value("number")
	p.UserName, p.Email = value("userName"), value("email")
	p.BirthDate, _ = s.Words.ParseDate(f.Value("birthDate"))
	p.Location, p.Function, p.Note = value("location"), value("function"), value("note")
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

// refusal says how the domain would put it, so that a field's own check and the
// domain's speak with one voice.
func refusal(s scene.Scene, code domain.Code, field domain.Field) string {
	return s.Words.Refusal(s.World, domain.Refusal{Code: code, Field: field})
}

// required is the check of a field that must say something.
func required(s scene.Scene, field domain.Field) func(string) string {
	return func(value string) string {
		if strings.TrimSpace(value) == "" {
			return refusal(s, domain.ValueMissing, field)
		}
		return ""
	}
}
