package relationtypes

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/words"
)

// Acts returns what keys do with the type under the cursor.
func (types) Acts(s scene.Scene, at shelf.At) []scene.Action {
	out := []scene.Action{scene.Opens("n", "types.new", func() scene.Dialog { return addType(s) })}
	t, ok := s.World.RelationType(domain.RelationTypeID(at.Key))
	standard := dialog.StandardAct(s, s.World.Count(domain.RelationTypeNoun) == 0)
	if !ok {
		return append(out, standard, shelf.Find("types.find"))
	}
	turn := words.Key("types.turn-off")
	if t.SwitchedOff {
		turn = "types.turn-on"
	}
	return append(out,
		scene.Weighs("e", "types.edit", func() scene.Dialog { return editType(s, t) }, "enter"),
		scene.Weighs("o", turn, func() scene.Dialog { return switchType(s, t) }),
		scene.Weighs("d", "types.remove", func() scene.Dialog { return removeType(s, t) }), standard,
		shelf.Find("types.find"))
}
