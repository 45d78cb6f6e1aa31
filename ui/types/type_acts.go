package types

import (
	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
)

// Acts are what keys do with the type under the cursor.
func (types) Acts(s scene.Scene, at shelf.At) []shelf.Act {
	out := []shelf.Act{shelf.Opens("n", lang.TypesNew, func() scene.Dialog { return addType(s) })}
	t, ok := s.World.RelationType(domain.RelationTypeID(at.Key))
	if !ok {
		return out
	}
	turn := lang.TypesTurnOff
	if t.SwitchedOff {
		turn = lang.TypesTurnOn
	}
	return append(out,
		shelf.Opens("e", lang.TypesEdit, func() scene.Dialog { return editType(s, t) }, "enter"),
		shelf.Opens("o", turn, func() scene.Dialog { return switchType(s, t) }),
		shelf.Opens("d", lang.TypesRemove, func() scene.Dialog { return removeType(s, t) }))
}
