package access

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/words"
)

// Acts returns what keys do with the access role under the cursor, or with the assignment
// under the cursor of the details.
func (roles) Acts(s scene.Scene, at shelf.At) []scene.Action {
	out := []scene.Action{scene.Weighs("n", "access.new", func() scene.Dialog { return addRole(s) })}
	role, ok := s.World.AccessRole(domain.AccessRoleID(at.Key))
	standard := dialog.StandardAct(s, s.World.Count(domain.AccessRoleNoun) == 0)
	if !ok {
		return append(out, standard, shelf.Find("types.find"))
	}
	if role.Kind == domain.ManualAccess {
		out = append(out, scene.Weighs("a", "access.assign", func() scene.Dialog { return assign(s, role) }))
	} else {
		why := s.Words.Say("access.not-assigned", s.Words.AccessKind(role.Kind))
		out = append(out, scene.Wishes("a", "access.assign", scene.Say{Tone: scene.Warn, Words: why}).Hidden())
	}
	turn := words.Key("types.turn-off")
	if role.SwitchedOff {
		turn = "types.turn-on"
	}
	switched := scene.Weighs("o", turn, func() scene.Dialog { return switchRole(s, role) })
	record, _ := s.World.Record(at.To())
	if a, ok := record.(domain.Assignment); ok {
		return append(out,
			scene.Weighs("e", "access.period", func() scene.Dialog { return editAssignment(s, a) }, "enter"),
			scene.Weighs("d", "access.end", func() scene.Dialog { return endAssignment(s, a) }),
			scene.Weighs("D", "access.take-off", func() scene.Dialog { return removeAssignment(s, a) }).OffBar(),
			switched.Hidden(), shelf.Find("types.find"))
	}
	return append(out,
		scene.Weighs("e", "types.edit", func() scene.Dialog { return editRole(s, role) }, "enter"), switched,
		scene.Weighs("d", "types.remove", func() scene.Dialog { return removeRole(s, role) }), standard,
		shelf.Find("types.find"))
}
