package types

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

// roleStock lists the access roles of Ons Autorisatie. It sorts out the
// assignments once per world.
type roleStock struct {
	sorted      domain.World
	assignments map[domain.AccessRoleID][]domain.Assignment
}

var (
	kindWords = [...]lang.Key{lang.AccessManual, lang.AccessByRelation, lang.AccessStandard}
	kindAbout = [...]lang.Key{lang.AccessAboutManual, lang.AccessAboutRelation, lang.AccessAboutStandard}
)

func (*roleStock) noun() domain.Noun { return domain.AccessRoleNoun }

func (*roleStock) words() labels {
	return labels{
		name: lang.AccessTitle, all: lang.AccessAll, some: lang.AccessSome, none: lang.AccessNone,
		one: lang.AccessOneRole, other: lang.AccessToTypes, turn: lang.AccessTurnToTypes,
	}
}

func (*roleStock) all(s scene.Scene) []entry {
	var roles []domain.AccessRole
	for a := range s.World.AccessRoles() {
		roles = append(roles, a)
	}
	lang.SortBy(roles, func(a domain.AccessRole) string { return s.Roster.TextKey(a.Name) })
	out := make([]entry, len(roles))
	for i, a := range roles {
		words := append([]string{a.Name, s.Words.Say(kindWords[a.Kind]), scopeShort(s, a)}, a.Tasks...)
		out[i] = entry{string(a.ID), a.Name, lang.Fold(strings.Join(words, " "))}
	}
	return out
}

// of returns the assignments of a role by name of the person and first day.
func (k *roleStock) of(s scene.Scene, id domain.AccessRoleID) []domain.Assignment {
	if k.assignments == nil || k.sorted != s.World {
		k.assignments, k.sorted = map[domain.AccessRoleID][]domain.Assignment{}, s.World
		for a := range s.World.Assignments() {
			k.assignments[a.Role] = append(k.assignments[a.Role], a)
		}
		for _, of := range k.assignments {
			lang.SortBy(of, func(a domain.Assignment) string {
				p, _ := s.World.Person(a.Person)
				return s.Roster.NameKey(p) + "\x00" + a.Key()
			})
		}
	}
	return k.assignments[id]
}

// uses counts the assignments of a role.
func (k *roleStock) uses(s scene.Scene, id domain.AccessRoleID) uses {
	var u uses
	for _, a := range k.of(s, id) {
		u.all++
		if a.Covers(s.On) {
			u.running++
		}
	}
	return u
}

func (*roleStock) actions(s scene.Scene, id string, at domain.AssignmentKey) []scene.Action {
	role, known := s.World.AccessRole(domain.AccessRoleID(id))
	out := []scene.Action{{Key: "n", Name: lang.AccessNew, Edits: true, Bar: true}}
	if known && role.Kind == domain.ManualAccess {
		out = append(out, scene.Action{Key: "a", Name: lang.AccessAssign, Edits: true, Bar: true})
	}
	if at != (domain.AssignmentKey{}) {
		return append(out,
			scene.Action{Key: "e", Also: []string{"enter"}, Name: lang.AccessPeriod, Edits: true, Bar: true},
			scene.Action{Key: "d", Name: lang.AccessEnd, Edits: true, Bar: true},
			scene.Action{Key: "D", Name: lang.AccessTakeOff, Edits: true})
	}
	turn := lang.TypesTurnOff
	if role.SwitchedOff {
		turn = lang.TypesTurnOn
	}
	return append(out,
		scene.Action{Key: "e", Also: []string{"enter"}, Name: lang.TypesEdit, Edits: true, Bar: true},
		scene.Action{Key: "o", Name: turn, Edits: true, Bar: true},
		scene.Action{Key: "d", Name: lang.TypesRemove, Edits: true, Bar: true})
}

func (*roleStock) wish(s scene.Scene, key, id string, at domain.AssignmentKey) scene.Wish {
	if key == "n" {
		return scene.Open{Dialog: addRole(s), Edits: true}
	}
	role, ok := s.World.AccessRole(domain.AccessRoleID(id))
	if !ok {
		return nil
	}
	if a, ok := s.World.Assignment(at); ok {
		if d := assignmentDialog(s, key, a); d != nil {
			return scene.Open{Dialog: d, Edits: true}
		}
	}
	switch key {
	case "a":
		if role.Kind != domain.ManualAccess {
			return scene.Say{Tone: scene.Warn, Words: s.Words.Say(lang.AccessNotAssigned, s.Words.Say(kindWords[role.Kind]))}
		}
		return scene.Open{Dialog: assign(s, role), Edits: true}
	case "e", "enter":
		return scene.Open{Dialog: editRole(s, role), Edits: true}
	case "o":
		return scene.Open{Dialog: switchRole(s, role), Edits: true}
	case "d":
		return scene.Open{Dialog: removeRole(s, role), Edits: true}
	}
	return nil
}
