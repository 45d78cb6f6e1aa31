package tell

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// Person returns the schermnaam of somebody, cleaned; the id where nobody of
// that id is known.
func (w Words) Person(world domain.World, id domain.PersonID) string {
	p, ok := world.Person(id)
	if !ok {
		return string(id)
	}
	return words.Clean(p.Shown())
}

// Group returns the name of a group, cleaned; the id where there is none.
func (w Words) Group(world domain.World, id domain.GroupID) string {
	g, ok := world.Group(id)
	if !ok {
		return string(id)
	}
	return words.Clean(g.Name)
}

// RelationType returns the name of a type, cleaned; the id where there is none.
func (w Words) RelationType(world domain.World, id domain.RelationTypeID) string {
	t, ok := world.RelationType(id)
	if !ok {
		return string(id)
	}
	return words.Clean(t.Name)
}

// Apart returns what tells a person from a namesake: number, else birth year,
// else location, else the id (DOMAIN.md 4).
func (w Words) Apart(p domain.Person) string {
	switch {
	case p.Number != "":
		return words.Clean(p.Number)
	case !p.BirthDate.IsZero():
		return "*" + p.BirthDate.String()[:4]
	case p.Location != "":
		return words.Clean(p.Location)
	}
	return string(p.ID)
}

// Role returns a role as people see it beside a name: the platform's own code,
// which the portal's screens show too.
func (w Words) Role(r domain.Role) string { return w.Say(roleKeys[r]) }

// RoleShort is Role for a narrow column.
func (w Words) RoleShort(r domain.Role) string {
	if r == domain.CounselorPlus {
		return "COUNSELOR+"
	}
	return r.String()
}

// RoleCode is RoleShort in two letters, for a column of a few cells.
func (w Words) RoleCode(r domain.Role) string {
	if r < domain.Client || r > domain.Administrator {
		return ""
	}
	return [...]string{"CL", "GU", "EX", "CO", "C+", "AD"}[r-domain.Client]
}

// Visibility returns the platform's own phrase for a setting.
func (w Words) Visibility(v domain.Visibility) string { return w.Say(visibilityKeys[v]) }

// VisibilityShort is Visibility in a word or two, for a legend.
func (w Words) VisibilityShort(v domain.Visibility) string { return w.Say(visibilityShortKeys[v]) }

// VisibilitySign is the sign that always stands beside the word.
func VisibilitySign(v domain.Visibility) string { return [...]string{"○", "◐", "◉"}[v] }

// Kind returns who stands opposite the client.
func (w Words) Kind(k domain.Kind) string { return w.Say(kindKeys[k]) }

// List joins names as a sentence does: "A, B en C".
func (w Words) List(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	last := len(names) - 1
	return w.Say("list.and", strings.Join(names[:last], ", "), names[last])
}

// Some is List for a long list: the first most names and how many more.
func (w Words) Some(names []string, most int) string {
	if len(names) <= most {
		return w.List(names)
	}
	return w.Say("list.more", len(names)-most, strings.Join(names[:most], ", "))
}

// RoleWord is a role as people speak of it.
func (w Words) RoleWord(r domain.Role) string { return w.Say(roleWordKeys[r]) }

// VisibilityExplain says in one line what a setting means.
func (w Words) VisibilityExplain(v domain.Visibility) string { return w.Say(visibilityExplainKeys[v]) }
