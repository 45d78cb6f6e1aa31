package tell

import (
	"unicode/utf8"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

var roleKeys = map[domain.Role]words.Key{
	domain.NoRole: "role.default", domain.Client: "role.CLIENT", domain.Guardian: "role.GUARDIAN", domain.External: "role.EXTERNAL",
	domain.Counselor: "role.COUNSELOR", domain.CounselorPlus: "role.COUNSELOR_PLUS", domain.Administrator: "role.ADMINISTRATOR",
}

var roleWordKeys = map[domain.Role]words.Key{
	domain.NoRole: "role.default", domain.Client: "role-word.CLIENT", domain.Guardian: "role-word.GUARDIAN", domain.External: "role-word.EXTERNAL",
	domain.Counselor: "role-word.COUNSELOR", domain.CounselorPlus: "role-word.COUNSELOR_PLUS", domain.Administrator: "role-word.ADMINISTRATOR",
}

var roleBriefKeys = map[domain.Role]words.Key{
	domain.NoRole: "role.default", domain.Client: "role-brief.CLIENT", domain.Guardian: "role-brief.GUARDIAN", domain.External: "role-brief.EXTERNAL",
	domain.Counselor: "role-brief.COUNSELOR", domain.CounselorPlus: "role-brief.COUNSELOR_PLUS", domain.Administrator: "role-brief.ADMINISTRATOR",
}

var roleTinyKeys = map[domain.Role]words.Key{
	domain.NoRole: "role.default", domain.Client: "role-tiny.CLIENT", domain.Guardian: "role-tiny.GUARDIAN", domain.External: "role-tiny.EXTERNAL",
	domain.Counselor: "role-tiny.COUNSELOR", domain.CounselorPlus: "role-tiny.COUNSELOR_PLUS", domain.Administrator: "role-tiny.ADMINISTRATOR",
}

var kindKeys = [...]words.Key{"kind.employee", "kind.guardian", "kind.external"}

// Person returns the schermnaam of somebody, cleaned; the id if nobody has it.
func (w Words) Person(world domain.World, id domain.PersonID) string {
	p, ok := world.Person(id)
	if !ok {
		return string(id)
	}
	return words.Clean(p.Shown())
}

// Group returns the name of a group, cleaned; the id if there is none.
func (w Words) Group(world domain.World, id domain.GroupID) string {
	g, ok := world.Group(id)
	if !ok {
		return string(id)
	}
	return words.Clean(g.Name)
}

// RelationType returns the name of a type, cleaned; the id if there is none.
func (w Words) RelationType(world domain.World, id domain.RelationTypeID) string {
	t, ok := world.RelationType(id)
	if !ok {
		return string(id)
	}
	return words.Clean(t.Name)
}

// Apart returns what tells a person from a namesake: number, else birth year, else
// location, else the id (DOMAIN.md 4).
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

// Role returns a role: the platform's own code, which the portal's screens show too, or as
// people speak of it.
func (w Words) Role(r domain.Role) string {
	if w.spoken && r != domain.NoRole {
		return w.RoleWord(r)
	}
	return w.Say(roleKeys[r])
}

// RoleShort is Role for a narrow column.
func (w Words) RoleShort(r domain.Role) string {
	switch {
	case w.spoken && r != domain.NoRole:
		return w.RoleBrief(r)
	case r == domain.CounselorPlus:
		return "COUNSELOR+"
	}
	return r.String()
}

// RoleTiny is RoleShort where six of them stand next to each other.
func (w Words) RoleTiny(r domain.Role) string {
	if w.spoken {
		return w.Say(roleTinyKeys[r])
	}
	return [...]string{"", "CLIENT", "GUARD", "EXT", "COUNS", "COUNS+", "ADMIN"}[r]
}

// RoleBoth returns both, the one that goes first in front.
func (w Words) RoleBoth(r domain.Role) string {
	if w.spoken {
		return w.RoleWord(r) + " · " + w.Say(roleKeys[r])
	}
	return w.Say(roleKeys[r]) + " · " + w.RoleWord(r)
}

// RoleCode is RoleShort in two letters, for a column of a few cells.
func (w Words) RoleCode(r domain.Role) string {
	if r < domain.Client || r > domain.Administrator {
		return ""
	}
	return [...]string{"CL", "GU", "EX", "CO", "C+", "AD"}[r-domain.Client]
}

// Visibility returns the platform's own phrase for a setting.
func (w Words) Visibility(v domain.Visibility) string {
	return w.Say(words.Key("visibility." + v.String()))
}

// VisibilityShort is Visibility in a word or two, for a legend.
func (w Words) VisibilityShort(v domain.Visibility) string {
	return w.Say(words.Key("visibility-short." + v.String()))
}

// VisibilitySign returns the sign that always stands beside the word.
func VisibilitySign(v domain.Visibility) string { return [...]string{"○", "◐", "◉"}[v] }

// Kind names the kind of person that a relation type joins with a client.
func (w Words) Kind(k domain.Kind) string { return w.Say(kindKeys[k]) }

// RoleWord returns a role as people speak of it.
func (w Words) RoleWord(r domain.Role) string { return w.Say(roleWordKeys[r]) }

// RoleBrief returns RoleWord in a shorter word, for a narrow column.
func (w Words) RoleBrief(r domain.Role) string { return w.Say(roleBriefKeys[r]) }

// RoleColumn returns how a column of at most most cells names roles, with whole words that
// all fit where any do, and how wide it is.
func (w Words) RoleColumn(most int) (name func(domain.Role) string, width int) {
	all := []func(domain.Role) string{w.RoleWord, w.RoleBrief, w.RoleCode}
	if !w.spoken {
		all = []func(domain.Role) string{w.RoleShort, w.RoleTiny, w.RoleCode}
	}
	for _, name := range all {
		width = 0
		for _, r := range domain.Roles() {
			width = max(width, utf8.RuneCountInString(name(r)))
		}
		if width <= most {
			return name, width
		}
	}
	return w.RoleCode, width
}

// VisibilityExplain says in one line what a setting means.
func (w Words) VisibilityExplain(v domain.Visibility) string {
	return w.Say(words.Key("visibility-explain." + v.String()))
}

// AccessRole returns the name of an access role, cleaned; the id if there is none.
func (w Words) AccessRole(world domain.World, id domain.AccessRoleID) string {
	r, ok := world.AccessRole(id)
	if !ok {
		return string(id)
	}
	return words.Clean(r.Name)
}

// AccessKind says how people get an access role (A1, A2, A3).
func (w Words) AccessKind(k domain.AccessKind) string {
	return w.Say([...]words.Key{
		domain.ManualAccess: "access.manual", domain.RelationAccess: "access.by-relation", domain.StandardAccess: "access.standard",
	}[k])
}

// Pairing says which kinds of people see each other.
func (w Words) Pairing(p sight.Pairing) string { return w.Say(words.Key("pairing." + p.String())) }

// ReadingQuestion returns the question that a reading answers.
func (w Words) ReadingQuestion(r domain.Reading) string { return w.Say(readingKey(r, "question")) }

// ReadingWhy gives the reason for its default.
func (w Words) ReadingWhy(r domain.Reading) string { return w.Say(readingKey(r, "why")) }

// ReadingRule returns the id of the rule that depends on it.
func (w Words) ReadingRule(r domain.Reading) string { return w.Say(readingKey(r, "rule")) }

func readingKey(r domain.Reading, part string) words.Key {
	return words.Key("reading." + r.String() + "." + part)
}

// Field names a property of a record.
func (w Words) Field(f domain.Field) string {
	key := words.Key("field." + string(f))
	if f == "" || !w.Has(key) {
		return string(f)
	}
	return w.Say(key)
}

// Noun names a kind of record.
func (w Words) Noun(n domain.Noun) string { return w.Say(words.Key("noun." + n.String())) }

// Unlinked says that a relation makes no direct one, though its kind usually does.
func (w Words) Unlinked(by Naming, world domain.World, r domain.Relation) string {
	return w.Say("hidden.unlinked", by(r.Person), w.RelationType(world, r.Type), by(r.Client))
}
