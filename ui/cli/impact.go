package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/lang"
)

type (
	turnJSON struct {
		Viewer   domain.PersonID `json:"viewer"`
		Other    domain.PersonID `json:"other"`
		Sees     bool            `json:"sees"`
		Messages bool            `json:"messages"`
	}
	groupTurnJSON struct {
		Viewer domain.PersonID `json:"viewer"`
		Group  domain.GroupID  `json:"group"`
		Sees   bool            `json:"sees"` // the group and its name, after the edit
	}
)

// impact is what an edit reveals and hides. One pair may be gained and lost: to
// see somebody, but no longer message them.
type impact struct {
	before, after domain.World
	gained, lost  []turnJSON // with what holds after, and what held before
	groups        []groupTurnJSON
}

// impactOf finds what changes turn in w on a day; none turn nothing.
func impactOf(w domain.World, changes []domain.Change, on domain.Date) (impact, error) {
	i := impact{before: w, gained: []turnJSON{}, lost: []turnJSON{}, groups: []groupTurnJSON{}}
	var err error
	if i.after, err = w.With(changes...); err != nil {
		return i, err
	}
	turns, err := sight.Turns(w, changes, on)
	if err != nil {
		return i, err
	}
	for t := range turns {
		if t.Gains() {
			i.gained = append(i.gained, turnJSON{t.Viewer, t.Other, t.After.Sees, t.After.Messages})
		}
		if t.Loses() {
			i.lost = append(i.lost, turnJSON{t.Viewer, t.Other, t.Before.Sees, t.Before.Messages})
		}
	}
	groups, err := sight.GroupTurns(w, changes, on)
	if err != nil {
		return i, err
	}
	for t := range groups {
		if t.Reveals() || t.Hides() {
			i.groups = append(i.groups, groupTurnJSON{t.Viewer, t.Group, t.Reveals()})
		}
	}
	return i, nil
}

// tellImpact says whom an edit reveals or hides, by name: sightlines, then the
// groups that come into view or go out of it.
func (r *run) tellImpact(i impact) {
	r.turns(i.after, lang.CLIGained, i.gained)
	r.turns(i.after, lang.CLILost, i.lost)
	hides := len(i.lost) > 0
	for _, side := range []struct {
		sees bool
		key  lang.Key
	}{{true, lang.CLIGroupTo}, {false, lang.CLIGroupFrom}} {
		for _, g := range i.turned(side.sees) {
			hides = hides || !side.sees
			w := i.after
			if _, ok := w.Group(g); !ok {
				w = i.before // it was removed
			}
			r.sayf(side.key, r.which(w, g), r.words.List(r.viewers(i, g, side.sees)))
		}
	}
	if hides {
		r.sayf(lang.CLINoUnreveal) // C5
	}
}

// turned returns the groups that come into view of somebody, or go out of it, by id.
func (i impact) turned(sees bool) []domain.GroupID {
	var out []domain.GroupID
	for _, t := range i.groups {
		if t.Sees == sees {
			out = append(out, t.Group)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (r *run) viewers(i impact, g domain.GroupID, sees bool) []string {
	var out []string
	for _, t := range i.groups {
		if t.Group == g && t.Sees == sees {
			out = append(out, r.who(i.after, t.Viewer))
		}
	}
	return out
}

func (r *run) turns(w domain.World, head lang.Key, turns []turnJSON) {
	if len(turns) == 0 {
		return
	}
	r.sayf(head, len(turns))
	for _, t := range turns {
		r.say("  " + r.fact(w, t.Viewer, t.Other, t.Sees, t.Messages))
	}
}
