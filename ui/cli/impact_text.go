package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// tellImpact says what an edit does to agreements, and whom it reveals or hides:
// day by day, by kind and then by name, worst first.
func (r *run) tellImpact(i impact) {
	r.tellAgreements(i)
	hides := false
	for n, d := range i.Days {
		if n > 0 {
			r.sayf("cli.from", r.words.LongDate(d.On))
		}
		r.turns(i.after, d, way{"cli.group.gained", d.Gained, sight.Turn.Gains, func(t sight.Turn) sight.Fact { return t.After }})
		r.turns(i.after, d, way{"cli.group.lost", d.Lost, sight.Turn.Loses, func(t sight.Turn) sight.Fact { return t.Before }})
		r.tellGroups(i, d, "cli.group.to", sight.GroupTurn.Reveals)
		r.tellGroups(i, d, "cli.group.from", sight.GroupTurn.Hides)
		hides = hides || d.Hides()
	}
	if hides {
		r.sayf("cli.group.no-unreveal") // C5
	}
}

// tellAgreements says which agreements the edit breaks, and which do not hold anyway.
func (r *run) tellAgreements(i impact) {
	newly := map[domain.AgreementID]bool{}
	named := func(id domain.PersonID) string { return r.who(i.after, id) }
	for n, d := range i.Days {
		for _, v := range d.Broken {
			newly[v.Agreement.ID] = true
			promise, breach := r.words.AgreementBy(named, i.after, v.Agreement), r.words.BreachBy(named, i.after, v)
			if n == 0 {
				r.sayf("impact.breaks", promise, breach)
			} else {
				r.sayf("impact.breaks-on", promise, breach, r.words.Date(d.On))
			}
		}
	}
	for _, v := range i.Broken {
		if !newly[v.Agreement.ID] && i.Reveals() {
			r.sayf("impact.broken-still", r.words.AgreementBy(named, i.after, v.Agreement))
		}
	}
}

// way is one of the two ways in which sightlines turn.
type way struct {
	head   words.Key
	counts sight.Counts
	turns  func(sight.Turn) bool
	fact   func(sight.Turn) sight.Fact
}

// turns counts one way, says how many there are of each kind, and names them.
func (r *run) turns(w domain.World, d sight.Day, by way) {
	all := by.counts.All()
	if all.Pairs == 0 {
		return
	}
	r.sayf(by.head, all.Pairs)
	for _, p := range sight.Pairings() {
		if t := by.counts[p]; t.Pairs > 0 {
			r.say("  " + r.words.Say("impact.pairing", r.words.Pairing(p), t.Sees, t.Messages))
		}
	}
	for _, t := range d.Turns {
		if by.turns(t) {
			f := by.fact(t)
			r.say("  " + r.fact(w, t.Viewer, t.Other, f.Sees, f.Messages))
		}
	}
}

// tellGroups says for whom groups come into view or go out of it, by id.
func (r *run) tellGroups(i impact, d sight.Day, key words.Key, how func(sight.GroupTurn) bool) {
	whom := map[domain.GroupID][]string{}
	var groups []domain.GroupID
	for _, t := range d.Groups {
		if how(t) {
			whom[t.Group] = append(whom[t.Group], r.who(i.after, t.Viewer))
			groups = append(groups, t.Group)
		}
	}
	slices.Sort(groups)
	for _, g := range slices.Compact(groups) {
		w := i.after
		if _, ok := w.Group(g); !ok {
			w = i.before // it was removed
		}
		r.sayf(key, r.which(w, g), r.words.List(whom[g]))
	}
}
