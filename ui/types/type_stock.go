package types

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

// typeStock lists the relation types. It counts all relations once per world
// and day.
type typeStock struct {
	counted domain.World
	on      domain.Date
	uses    map[domain.RelationTypeID]uses
}

// uses counts what hangs on a record: what covers the reference date, and all
// on record.
type uses struct{ running, all int }

func (*typeStock) noun() domain.Noun { return domain.RelationTypeNoun }

func (*typeStock) words() labels {
	return labels{
		name: lang.ScreenTypes, all: lang.TypesAll, some: lang.TypesSome, none: lang.TypesNone,
		one: lang.AccessOneType, other: lang.AccessToRoles, turn: lang.AccessTurnToRoles,
	}
}

func (*typeStock) all(s scene.Scene) []entry {
	types := s.Roster.Types()
	out := make([]entry, len(types))
	for i, t := range types {
		words := []string{t.Name, s.Words.Kind(t.Kind)}
		for _, f := range flags {
			if *f.of(&t) {
				words = append(words, s.Words.Say(f.word))
			}
		}
		out[i] = entry{string(t.ID), t.Name, lang.Fold(strings.Join(words, " "))}
	}
	return out
}

// of returns how often a type is used.
func (k *typeStock) of(s scene.Scene, id domain.RelationTypeID) uses {
	if k.uses == nil || k.counted != s.World || k.on != s.On {
		k.uses = map[domain.RelationTypeID]uses{}
		for r := range s.World.Relations() {
			u := k.uses[r.Type]
			u.all++
			if r.RunsOn(s.On) {
				u.running++
			}
			k.uses[r.Type] = u
		}
		k.counted, k.on = s.World, s.On
	}
	return k.uses[id]
}

func (*typeStock) actions(s scene.Scene, id string, _ domain.AssignmentKey) []scene.Action {
	turn := lang.TypesTurnOff
	if t, ok := s.World.RelationType(domain.RelationTypeID(id)); ok && t.SwitchedOff {
		turn = lang.TypesTurnOn
	}
	return []scene.Action{
		{Key: "n", Name: lang.TypesNew, Edits: true, Bar: true},
		{Key: "e", Also: []string{"enter"}, Name: lang.TypesEdit, Edits: true, Bar: true},
		{Key: "o", Name: turn, Edits: true, Bar: true},
		{Key: "d", Name: lang.TypesRemove, Edits: true, Bar: true},
	}
}

func (*typeStock) wish(s scene.Scene, key, id string, _ domain.AssignmentKey) scene.Wish {
	if key == "n" {
		return scene.Open{Dialog: addType(s), Edits: true}
	}
	t, ok := s.World.RelationType(domain.RelationTypeID(id))
	if !ok {
		return nil
	}
	switch key {
	case "e", "enter":
		return scene.Open{Dialog: editType(s, t), Edits: true}
	case "o":
		return scene.Open{Dialog: switchType(s, t), Edits: true}
	case "d":
		return scene.Open{Dialog: removeType(s, t), Edits: true}
	}
	return nil
}
