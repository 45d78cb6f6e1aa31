package types

import (
	"errors"

	"zichtlijn/domain"

	"zichtlijn/ui/scene"
)

// several lists, client by client, the relations that stand in the way of making
// a type exclusive (E2); nothing where none do.
func several(s scene.Scene, was domain.RelationType) []string {
	alone := was // nothing else that was typed may be refused first
	alone.Exclusive = true
	var why domain.Refusal
	_, err := domain.EditRelationType{Type: alone}.Plan(s.World)
	if !errors.As(err, &why) || why.Code != domain.ExclusiveOverlap {
		return nil
	}
	var order []domain.PersonID
	of := map[domain.PersonID][]string{}
	for _, ref := range why.Others {
		r, _ := s.World.Relation(domain.RelationID(ref.Key))
		if _, known := of[r.Client]; !known {
			order = append(order, r.Client)
		}
		said := s.Words.Person(s.World, r.Person)
		if when := s.Words.Period(r.Period); when != "" {
			said += " (" + when + ")"
		}
		of[r.Client] = append(of[r.Client], said)
	}
	out := []string{s.Words.Say("types.several", len(order))}
	for _, client := range order {
		out = append(out, s.Words.Say("types.several-of", s.Words.Person(s.World, client), s.Words.List(of[client])))
	}
	return out
}
