package people

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// namesakes finds who already has a name or a number, without walking everybody
// at each key. One person entered twice is the slip it is for; two people of one
// name are no error, so it only points out.
type namesakes struct {
	except   domain.PersonID
	byName   map[string][]domain.PersonID
	byNumber map[string][]domain.PersonID
}

func newNamesakes(s scene.Scene, known *listing, except domain.PersonID) namesakes {
	people := known.fold(s)
	n := namesakes{except, make(map[string][]domain.PersonID, len(people)), make(map[string][]domain.PersonID, len(people))}
	for i := range people {
		p := &people[i].person
		if p.ID == except {
			continue
		}
		n.byName[people[i].name] = append(n.byName[people[i].name], p.ID)
		if p.Number != "" {
			n.byNumber[p.Number] = append(n.byNumber[p.Number], p.ID)
		}
	}
	return n
}

// found says who has the name, and who the number, of the person in the form.
func (n namesakes) found(s scene.Scene, f widget.Form) (name, number string) {
	p := personOf(s, domain.Person{}, f)
	if same := n.byName[words.Fold(p.FullName())]; len(same) > 0 && p.FamilyName != "" {
		name = s.Words.Say("people.namesake", len(same), n.some(s, same))
	}
	if same := n.byNumber[p.Number]; len(same) > 0 && p.Number != "" {
		number = s.Words.Say("people.same-number", len(same), n.some(s, same), words.Clean(p.Number))
	}
	return name, number
}

// some names people with what tells them apart.
func (namesakes) some(s scene.Scene, ids []domain.PersonID) string {
	names := make([]string, 0, len(ids))
	for _, id := range ids {
		p, _ := s.World.Person(id)
		names = append(names, words.Clean(p.Shown())+" ("+s.Words.Apart(p)+", "+s.Words.RoleWord(p.Role)+")")
	}
	return s.Words.Some(names, 3)
}

var nameFields = []string{"givenName", "familyNamePrefix", "familyName"}

// point explains under the field that is being typed in.
func (n namesakes) point(s scene.Scene, f widget.Form) widget.Form {
	name, number := n.found(s, f)
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

// remarks says at the foot what point does not say where the keys are.
func (n namesakes) remarks(s scene.Scene, f widget.Form) dialog.Remarks {
	name, number := n.found(s, f)
	var out dialog.Remarks
	if name != "" && !slices.Contains(nameFields, f.Focused()) {
		out = append(out, dialog.WarnTone.Remark(name))
	}
	if number != "" && f.Focused() != "number" {
		out = append(out, dialog.WarnTone.Remark(number))
	}
	return out
}
