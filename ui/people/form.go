package people

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// formRoom is the room for all fields: twelve, two more lines of the note, three of help.
const formRoom = 17

// editPerson asks for changes to a person.
func editPerson(s scene.Scene, p domain.Person) scene.Dialog {
	known := newNamesakes(p.ID)
	return dialog.Form{
		Title:  s.Words.Say("people.edit-title", words.Clean(p.Shown())),
		Fields: widget.NewForm(personFields(s, p)...),
		Room:   formRoom,
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			now := personOf(s, p, f)
			if now.Equal(p) {
				return nil
			}
			return domain.EditPerson{Person: now}
		},
		Follow: func(s scene.Scene, before, now widget.Form) widget.Form {
			return known.setHelp(s, followName(s, before, now))
		},
		Remark: known.remarks,
		At:     refusedField,
	}.Opened(s)
}

func personFields(s scene.Scene, p domain.Person) []widget.Field {
	fields := dialog.FieldsOf(s, "people.about-", domain.PersonProperties(), p)
	for i := range fields {
		switch fields[i].Key {
		case "role":
			fields[i].Options = roleOptions(s)
		case "birthDate":
			fields[i].Validate = birthDate(s, p.BirthDate)
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
			Key: r.String(), Label: s.Words.RoleBoth(r), Help: s.Words.Say(roleHelp[r]),
		})
	}
	return out
}

// birthDate refuses what is no date, and a date ahead unless it was so: a wrong year.
func birthDate(s scene.Scene, was domain.Date) func(string) string {
	return func(value string) string {
		if strings.TrimSpace(value) == "" {
			return ""
		}
		if d, ok := s.Words.ParseDate(value); ok && d > s.Today && d != was {
			return s.Words.Refusal(s.World, domain.Refusal{Code: domain.BornAhead, Field: "birthDate", Date: d})
		}
		return s.Words.NoDate(value)
	}
}

// personOf returns p with the values of the form, which may have the name on one line.
func personOf(s scene.Scene, p domain.Person, f widget.Form) domain.Person {
	dialog.Fill(s, domain.PersonProperties(), f, &p)
	if name := dialog.Text(f, nameLine); name != "" {
		p.GivenName, p.FamilyNamePrefix, p.FamilyName = domain.SplitName(name)
	}
	return p
}

// followName keeps the schermnaam equal to the full name, if it was, while the name is
// typed. An empty one becomes the full name on saving, and the help says so.
func followName(s scene.Scene, before, now widget.Form) widget.Form {
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

// refusedField returns the field to show a refusal under. A refusal about another record
// is about the role, which its links forbid (N1, G7).
func refusedField(r domain.Refusal) string {
	if r.Subject.Noun != domain.PersonNoun {
		return "role"
	}
	return string(r.Field)
}

// namesakes finds who already has a name or a number, without going through everybody at
// each key. It guards against entering a person twice. Two people may share a name, so it
// only warns.
type namesakes struct {
	except domain.PersonID
	known  *nameIndex // shared by the copies of a form, for the World that they saw last
}

type nameIndex struct {
	of       domain.World
	byName   map[string][]domain.PersonID
	byNumber map[string][]domain.PersonID
}

func newNamesakes(except domain.PersonID) namesakes { return namesakes{except, &nameIndex{}} }

// index is who is called what now: while a form is open, others are saved.
func (n namesakes) index(s scene.Scene) *nameIndex {
	if n.known.byName != nil && n.known.of == s.World {
		return n.known
	}
	people := s.Roster.People()
	*n.known = nameIndex{s.World, make(map[string][]domain.PersonID, len(people)), make(map[string][]domain.PersonID, len(people))}
	for i := range people {
		p := &people[i]
		if p.ID == n.except {
			continue
		}
		name := domain.LookUp(p.FullName())
		n.known.byName[name] = append(n.known.byName[name], p.ID)
		if p.Number != "" {
			n.known.byNumber[p.Number] = append(n.known.byNumber[p.Number], p.ID)
		}
	}
	return n.known
}

// matches says who has the name of the person in the form, and who the number.
func (n namesakes) matches(s scene.Scene, f widget.Form) (name, number string) {
	p, known := personOf(s, domain.Person{}, f), n.index(s)
	if same := known.byName[domain.LookUp(p.FullName())]; len(same) > 0 && p.FamilyName != "" {
		name = s.Words.Say("people.namesake", len(same), n.names(s, same))
	}
	if same := known.byNumber[p.Number]; len(same) > 0 && p.Number != "" {
		number = s.Words.Say("people.same-number", len(same), n.names(s, same), words.Clean(p.Number))
	}
	return name, number
}

// names lists people with what tells them apart.
func (namesakes) names(s scene.Scene, ids []domain.PersonID) string {
	names := make([]string, 0, len(ids))
	for _, id := range ids {
		p, _ := s.World.Person(id)
		names = append(names, words.Clean(p.Shown())+" ("+s.Words.Apart(p)+", "+s.Words.RoleWord(p.Role)+")")
	}
	return s.Words.Some(names, 3)
}

var nameFields = []string{"givenName", "familyNamePrefix", "familyName"}

// setHelp says the matches in the help of the fields that they are about.
func (n namesakes) setHelp(s scene.Scene, f widget.Form) widget.Form {
	name, number := n.matches(s, f)
	for _, field := range nameFields {
		f = f.SetHelp(field, name)
	}
	if name == "" {
		f = f.SetHelp("familyNamePrefix", s.Words.Say("people.about-familyNamePrefix")).SetHelp("familyName", s.Words.Say("people.about-familyName"))
	}
	if number == "" {
		number = s.Words.Say("people.about-number")
	}
	return f.SetHelp("number", number)
}

// remarks says the matches at the foot while another field has the keys.
func (n namesakes) remarks(s scene.Scene, f widget.Form) dialog.Remarks {
	name, number := n.matches(s, f)
	var out dialog.Remarks
	if name != "" && !slices.Contains(nameFields, f.Focused()) {
		out = append(out, dialog.WarnTone.Remark(name))
	}
	if number != "" && f.Focused() != "number" {
		out = append(out, dialog.WarnTone.Remark(number))
	}
	return out
}
