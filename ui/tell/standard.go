package tell

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// TypeFlags are the flags of a relation type in a word each, in their order. Switched off
// (E7) is none of them.
func (w Words) TypeFlags(t domain.RelationType) []string {
	var out []string
	for _, p := range domain.RelationTypeProperties() {
		if p.Shape == domain.Flag && p.Field != "active" && p.Text(&t) == "true" {
			out = append(out, w.TypeFlag(p.Field))
		}
	}
	return out
}

// TypeFlag is a flag of a relation type in a word.
func (w Words) TypeFlag(f domain.Field) string { return w.Say("types.short-" + words.Key(f)) }

// StandardKind says what a usual type or role is: its flags, after whom it is for if that is
// no employee, or how it reaches people.
func (w Words) StandardKind(s domain.Standard) string {
	if s.IsRole() {
		return w.Noun(domain.AccessRoleNoun) + " · " + w.AccessKind(s.Role.Kind)
	}
	flags := strings.Join(w.TypeFlags(s.Type), ", ")
	if s.Type.Kind == domain.EmployeeKind { // as most are
		return flags
	}
	return w.Kind(s.Type.Kind) + " · " + flags
}

// StandardAbout explains it in one sentence.
func (w Words) StandardAbout(s domain.Standard) string {
	return w.Say("standard.about-" + words.Key(s.Code))
}
