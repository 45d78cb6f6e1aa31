package cli

import (
	"iter"
	"maps"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// groupTurns are all groups that turn, where the Days of an impact list the first: a way in
// which groups turn of which none is listed would not be said at all.
type groupTurns struct {
	i     impact
	later []sight.Day // with all that turns on them; nil: the impact lists it
}

func everyGroupTurn(i impact) groupTurns {
	out := groupTurns{i: i}
	if slices.ContainsFunc(i.Days[1:], func(d sight.Day) bool { return d.UnlistedGroups() > 0 }) {
		out.later = i.Whole().Later()
	}
	return out
}

// on returns the groups that turn on a day, by viewer and group.
func (g groupTurns) on(day int) iter.Seq[sight.GroupTurn] {
	switch {
	case day > 0 && g.later != nil:
		return slices.Values(g.later[day-1].Groups)
	case day == 0 && g.i.Days[0].UnlistedGroups() > 0:
		return g.i.Whole().GroupTurns()
	}
	return slices.Values(g.i.Days[day].Groups)
}

// groupWay is a way in which groups turn, with its sentence: which group, and for whom.
type groupWay struct {
	key   words.Key
	turns func(sight.GroupTurn) bool
	count int
	whom  map[domain.GroupID][]domain.PersonID // the first of them
}

func groupWays() []groupWay {
	out := []groupWay{{key: "cli.group.to", turns: sight.GroupTurn.Reveals}, {key: "cli.group.from", turns: sight.GroupTurn.Hides}}
	for _, a := range tell.GroupAspects() {
		out = append(out, groupWay{key: a.Gain, turns: a.Begins}, groupWay{key: a.Lose, turns: a.Ends})
	}
	return out
}

// add counts a group that turns this way, and keeps for whom while there are at most so many
// (zero: always).
func (g *groupWay) add(t sight.GroupTurn, most int) {
	if g.count++; g.count > most && most > 0 {
		return
	}
	if g.whom == nil {
		g.whom = map[domain.GroupID][]domain.PersonID{}
	}
	g.whom[t.Group] = append(g.whom[t.Group], t.Viewer)
}

// printGroupTurns says way by way for whom groups turn, by id.
func (r *run) printGroupTurns(i impact, turns iter.Seq[sight.GroupTurn]) {
	ways := groupWays()
	for t := range turns {
		for n := range ways {
			if ways[n].turns(t) {
				ways[n].add(t, i.most)
			}
		}
	}
	for _, way := range ways {
		for _, g := range slices.Sorted(maps.Keys(way.whom)) {
			w := i.after
			if _, ok := w.Group(g); !ok {
				w = i.before // it was removed
			}
			r.say(way.key, r.groupName(w, g), r.words.List(list(way.whom[g], func(id domain.PersonID) string { return r.personName(i.after, id) })))
		}
		if i.most > 0 && way.count > i.most {
			r.print("  " + r.words.Say("cli.group.unnamed-groups", way.count-i.most))
		}
	}
}
