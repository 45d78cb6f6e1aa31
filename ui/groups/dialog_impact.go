package groups

import (
	"cmp"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

// impact is what an edit would turn.
type impact struct {
	more, less toll
	turns      []sight.Turn
	// enter and leave are the groups that come into view or go out of it, names
	// and all, with for whom.
	enter, leave []audience
	// moved is for whom the dialog's own group stays in view, but in another tile
	// or to do other things with.
	moved []domain.PersonID
}

// toll counts sightlines one way: the pairs that turn, and of these which come to
// see or to message, where one pair can be both.
type toll struct{ pairs, sees, messages int }

// audience is for whom one group comes into view or goes out of it.
type audience struct {
	group domain.GroupID
	name  string // cleaned
	whom  []domain.PersonID
	own   bool // it is the group that the dialog is about
}

// weigh compares the world with that after the changes, on a day. group is the
// one that the dialog is about; empty is none.
func weigh(w domain.World, changes []domain.Change, on domain.Date, group domain.GroupID) impact {
	var out impact
	turns, err := sight.Impact(w, changes, on)
	if err != nil {
		return out
	}
	out.turns = turns
	for _, t := range turns {
		out.more.add(gained, t)
		out.less.add(lost, t)
	}
	groups, err := sight.GroupTurns(w, changes, on)
	if err != nil {
		return out
	}
	after, err := w.With(changes...)
	if err != nil {
		return out
	}
	for t := range groups {
		switch {
		case t.Reveals():
			out.enter = joinedBy(out.enter, t, after, group)
		case t.Hides():
			out.leave = joinedBy(out.leave, t, w, group)
		case t.Group == group:
			out.moved = append(out.moved, t.Viewer)
		}
	}
	for _, side := range [][]audience{out.enter, out.leave} {
		slices.SortFunc(side, func(a, b audience) int {
			if a.own != b.own {
				return one(b.own) - one(a.own)
			}
			return cmp.Compare(a.group, b.group)
		})
	}
	return out
}

// joinedBy adds a viewer to the audience of a group; named is where the group has
// its name.
func joinedBy(all []audience, t sight.GroupTurn, named domain.World, own domain.GroupID) []audience {
	i := slices.IndexFunc(all, func(a audience) bool { return a.group == t.Group })
	if i < 0 {
		i = len(all)
		g, _ := named.Group(t.Group)
		all = append(all, audience{group: t.Group, name: lang.Clean(g.Name), own: t.Group == own})
	}
	all[i].whom = append(all[i].whom, t.Viewer)
	return all
}

func (c *toll) add(at side, t sight.Turn) {
	sees, messages := at.sees(t), at.messages(t)
	c.pairs += one(sees || messages)
	c.sees += one(sees)
	c.messages += one(messages)
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// people counts whoever one or more groups turn for, once.
func people(all []audience) int {
	var ids []domain.PersonID
	for _, a := range all {
		ids = append(ids, a.whom...)
	}
	slices.Sort(ids)
	return len(slices.Compact(ids))
}

func (i impact) reveals() bool { return i.more.pairs+len(i.enter) > 0 }

func (i impact) hides() bool { return i.less.pairs+len(i.leave) > 0 }

// counts is the impact in one line.
func (i impact) counts(w lang.Words) string {
	var out []string
	if i.more.pairs > 0 {
		out = append(out, w.Say(lang.ImpactMore, i.more.pairs, i.more.sees, i.more.messages))
	}
	if i.less.pairs > 0 {
		out = append(out, w.Say(lang.ImpactLess, i.less.pairs, i.less.sees, i.less.messages))
	}
	if len(out) > 0 {
		return strings.Join(out, "; ")
	}
	if len(i.enter) > 0 {
		out = append(out, w.Say(lang.ImpactGroupMore, people(i.enter)))
	}
	if len(i.leave) > 0 {
		out = append(out, w.Say(lang.ImpactGroupLess, people(i.leave)))
	}
	if len(out) > 0 {
		return strings.Join(out, "; ")
	}
	return w.Say(lang.ImpactNone)
}

// brief is counts where there is no room for them.
func (i impact) brief(w lang.Words) string {
	var out []string
	if i.more.pairs > 0 {
		out = append(out, w.Say(lang.ImpactMoreBrief, i.more.pairs, i.more.sees, i.more.messages))
	}
	if i.less.pairs > 0 {
		out = append(out, w.Say(lang.ImpactLessBrief, i.less.pairs, i.less.sees, i.less.messages))
	}
	if len(out) == 0 {
		return i.counts(w)
	}
	return strings.Join(out, "; ")
}

// heard says for whom groups turn, the dialog's own first.
func heard(w lang.Words, n namer, t tone, all []audience, own, other lang.Key) remarks {
	var out remarks
	for _, a := range all {
		if a.own {
			out = append(out, remark{t, w.Say(own, w.List(n.names(a.whom)))})
			continue
		}
		out = append(out, remark{t, w.Say(other, w.List(n.names(a.whom)), a.name)})
	}
	return out
}

// told is the impact by name: what opens first, person by person. unseeing is
// the sentence that says that nobody forgets what they saw (C5).
func (i impact) told(s scene.Scene, n namer, on domain.Date, unseeing lang.Key) remarks {
	var out remarks
	w := s.Words
	if i.reveals() {
		out = append(out, remark{headTone, w.Say(lang.ImpactOpens, w.Date(on))}, remark{warnTone, w.Say(unseeing)})
		out = append(out, heard(w, n, warnTone, i.enter, lang.ImpactGroupTo, lang.ImpactOtherGroupTo)...)
		out = append(out, i.lines(w, n, gained)...)
	}
	if i.hides() {
		if len(out) > 0 {
			out = append(out, remark{})
		}
		out = append(out, remark{headTone, w.Say(lang.ImpactCloses, w.Date(on))})
		out = append(out, heard(w, n, plainTone, i.leave, lang.ImpactGroupFrom, lang.ImpactOtherGroupFrom)...)
		out = append(out, i.lines(w, n, lost)...)
		if !i.reveals() {
			out = append(out, remark{quietTone, w.Say(lang.ImpactAlreadySeen)}) // C5
		}
	}
	return out
}

// side is one of the two ways in which a sightline turns.
type side struct {
	tone                tone
	sees, messages      func(sight.Turn) bool
	both, see, messaged lang.Key
}

var gained = side{
	tone:     warnTone,
	sees:     func(t sight.Turn) bool { return !t.Before.Sees && t.After.Sees },
	messages: func(t sight.Turn) bool { return !t.Before.Messages && t.After.Messages },
	both:     lang.ImpactSeesAndMessages, see: lang.ImpactSees, messaged: lang.ImpactMessages,
}

var lost = side{
	tone:     plainTone,
	sees:     func(t sight.Turn) bool { return t.Before.Sees && !t.After.Sees },
	messages: func(t sight.Turn) bool { return t.Before.Messages && !t.After.Messages },
	both:     lang.ImpactNeither, see: lang.ImpactSeesNot, messaged: lang.ImpactMessagesNot,
}

// lines says one side of the impact, one viewer after another by name.
func (i impact) lines(w lang.Words, n namer, at side) remarks {
	both, see, mail := map[domain.PersonID][]domain.PersonID{}, map[domain.PersonID][]domain.PersonID{}, map[domain.PersonID][]domain.PersonID{}
	var viewers []domain.PersonID
	for _, t := range i.turns {
		into := both
		switch sees, messages := at.sees(t), at.messages(t); {
		case !sees && !messages:
			continue
		case !messages:
			into = see
		case !sees:
			into = mail
		}
		into[t.Viewer] = append(into[t.Viewer], t.Other)
		if len(viewers) == 0 || viewers[len(viewers)-1] != t.Viewer {
			viewers = append(viewers, t.Viewer)
		}
	}
	var out remarks
	for _, v := range n.order(viewers) {
		for _, part := range []struct {
			key  lang.Key
			whom []domain.PersonID
		}{{at.both, both[v]}, {at.see, see[v]}, {at.messaged, mail[v]}} {
			if len(part.whom) > 0 {
				out = append(out, remark{at.tone, w.Say(part.key, n.name(v), w.List(n.names(part.whom)))})
			}
		}
	}
	return out
}

// foretold is what a command would turn on a day; nothing where it is refused,
// which enter will say, or where it turns nothing.
func foretold(s scene.Scene, n namer, c domain.Command, on domain.Date, group domain.GroupID) remarks {
	changes, err := c.Plan(s.World)
	if err != nil {
		return nil
	}
	return weigh(s.World, changes, on, group).full(s, n, on, lang.ImpactNoUnseeing)
}

// full is the impact in one line and then by name; nothing where nothing turns.
func (i impact) full(s scene.Scene, n namer, on domain.Date, unseeing lang.Key) remarks {
	if !i.reveals() && !i.hides() {
		return nil
	}
	tone := plainTone
	if i.reveals() {
		tone = warnTone
	}
	return append(remarks{{tone, i.counts(s.Words)}}, i.told(s, n, on, unseeing)...)
}
