package types

import (
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
