package relationtypes

import (
	"errors"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

const (
	// mostRelations is up to how many relations of a type whoever sees whom is
	// worked out while a person waits for the next key.
	mostRelations = 200
	mostViewers   = 8
	mostNames     = 5
)

// turned says, person by person, which sightlines a change of a type opens and
// closes on the reference date.
func turned(s scene.Scene, id domain.RelationTypeID, c domain.Command) []string {
	changes, err := c.Plan(s.World)
	if err != nil {
		return nil // the refusal comes when it is asked for
	}
	all := 0
	for r := range s.World.Relations() {
		if r.Type == id {
			all++
		}
	}
	if all > mostRelations {
		return []string{s.Words.Say("types.too-many", all)}
	}
	found, err := sight.Turns(s.World, changes, s.On)
	if err != nil {
		return nil
	}
	turns := slices.Collect(found)
	out := lines(s, turns, sight.Turn.Gains, "types.gained")
	if lost := lines(s, turns, sight.Turn.Loses, "types.lost"); len(lost) > 0 {
		out = append(append(out, lost...), s.Words.Say("types.not-unseen")) // C5
	}
	if len(out) == 0 {
		return []string{s.Words.Say("types.no-turn", s.Words.Date(s.On))}
	}
	return out
}

// lines counts the turns that are meant and names them by viewer, who come one
// after another.
func lines(s scene.Scene, turns []sight.Turn, meant func(sight.Turn) bool, head words.Key) []string {
	type view struct {
		viewer domain.PersonID
		others []string
	}
	var views []view
	n := 0
	for _, t := range turns {
		if !meant(t) {
			continue
		}
		n++
		if len(views) == 0 || views[len(views)-1].viewer != t.Viewer {
			views = append(views, view{viewer: t.Viewer})
		}
		last := &views[len(views)-1]
		last.others = append(last.others, s.Words.Person(s.World, t.Other))
	}
	if n == 0 {
		return nil
	}
	out := []string{s.Words.Say(head, n, s.Words.Date(s.On))}
	for i, v := range views {
		if i == mostViewers {
			return append(out, s.Words.Say("types.more-viewers", len(views)-i))
		}
		out = append(out, s.Words.Say("types.viewer", s.Words.Person(s.World, v.viewer), s.Words.Some(v.others, mostNames)))
	}
	return out
}

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
