package cli

import (
	"slices"

	"zichtlijn/domain"
)

// standardRow is a usual type or role as a record: the set-up does not have it yet.
type standardRow struct{ domain.Standard }

// Key is the code by which it is chosen.
func (n standardRow) Key() string { return n.Code }

// listStandards lists the usual types and roles, each with what it is for.
func listStandards(a *request) []listRow {
	return list(domain.Standards(), func(one domain.Standard) listRow {
		ref, has := one.In(a.world)
		what, noun := a.words.StandardKind(one), domain.RelationTypeNoun
		if has {
			what = a.words.Say("standard.there") + " · " + what
		}
		if one.IsRole() {
			noun = domain.AccessRoleNoun
		}
		return listRow{standardRow{one}, a.words.Say("standard.line", a.words.Say("cli.named", one.Name(), one.Code), what, a.words.StandardAbout(one)),
			object{{"code", one.Code}, {"noun", noun.String()}, {"name", one.Name()}, {"id", ref.Key}}}
	})
}

// addStandards adds those that are named.
func addStandards(a *request) domain.Command {
	can := list(domain.Standards(), func(one domain.Standard) string { return one.Code })
	for _, typed := range a.args {
		if !slices.Contains(can, typed) {
			a.reject(a.wrongChoice(a.words.Say("check.code-word"), typed, can))
		}
	}
	return domain.AddStandard{Codes: a.args}
}
