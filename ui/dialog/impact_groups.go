package dialog

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// audiences says for whom groups turn, the dialog's own first.
func (i Impact) audiences(d sight.Day, tone Tone, how func(sight.GroupTurn) bool, own, other words.Key) Remarks {
	whom := map[domain.GroupID][]domain.PersonID{}
	var groups []domain.GroupID
	for _, t := range d.Groups {
		if how(t) {
			if whom[t.Group] == nil {
				groups = append(groups, t.Group)
			}
			whom[t.Group] = append(whom[t.Group], t.Viewer)
		}
	}
	slices.SortFunc(groups, func(a, b domain.GroupID) int {
		switch {
		case a == b:
			return 0
		case a == i.Own || b != i.Own && a < b:
			return -1
		}
		return 1
	})
	var out Remarks
	for _, g := range groups {
		names := i.s.Words.List(i.n.Names(whom[g]))
		if g == i.Own {
			out = append(out, Remark{tone, i.s.Words.Say(own, names)})
			continue
		}
		out = append(out, Remark{tone, i.s.Words.Say(other, names, i.group(g))})
	}
	return out
}

// group names a group, also one that the edit makes or removes.
func (i Impact) group(id domain.GroupID) string {
	if _, ok := i.after.Group(id); ok {
		return i.s.Words.Group(i.after, id)
	}
	return i.s.Words.Group(i.s.World, id)
}

// aspect is one thing that a group can be to somebody who sees it, and how it is
// said that it comes to be so or ends.
type aspect struct {
	holds      func(sight.Standing) bool
	gain, lose words.Key
}

func aspects() []aspect {
	return []aspect{
		{func(s sight.Standing) bool { return s.Personentegel }, "impact.group-persons", "impact.group-persons-not"},
		{func(s sight.Standing) bool { return s.Berichtentegel }, "impact.group-messages", "impact.group-messages-not"},
		{func(s sight.Standing) bool { return s.GroupMessage }, "impact.group-mail", "impact.group-mail-not"},
		{func(s sight.Standing) bool { return s.GroupReport }, "impact.group-report", "impact.group-report-not"},
		{func(s sight.Standing) bool { return s.Programme }, "impact.group-programme", "impact.group-programme-not"},
	}
}

// moves says of groups that stay in view what changes about them: the tile in
// which they stand, and what can be done with them.
func (i Impact) moves(d sight.Day) Remarks {
	var out Remarks
	w := i.s.Words
	for _, a := range aspects() {
		for _, way := range []struct {
			from, to bool
			key      words.Key
		}{{false, true, a.gain}, {true, false, a.lose}} {
			whom := map[domain.GroupID][]domain.PersonID{}
			var groups []domain.GroupID
			for _, t := range d.Groups {
				if !t.Before.Sees() || !t.After.Sees() || a.holds(t.Before) != way.from || a.holds(t.After) != way.to {
					continue
				}
				if whom[t.Group] == nil {
					groups = append(groups, t.Group)
				}
				whom[t.Group] = append(whom[t.Group], t.Viewer)
			}
			slices.Sort(groups)
			for _, g := range groups {
				out = append(out, Remark{PlainTone, w.Say(way.key, i.group(g), w.List(i.n.Names(whom[g])))})
			}
		}
	}
	if len(out) > 0 {
		out = append(Remarks{{HeadTone, w.Say("impact.moves", w.Date(d.On))}}, out...)
	}
	return out
}
