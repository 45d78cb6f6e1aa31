package groups

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

// impact is what an edit would turn, in facts: one sightline can come to be seen
// and messaged, which are two.
type impact struct {
	sees, messages     int // that come to hold
	unsees, unmessages int // that end
	turns              []sight.Turn
	// enter and leave are who comes to see the group itself, or sees it no more:
	// its name is shown too.
	enter, leave []domain.PersonID
}

// weigh compares the world with that after the changes, on a day. group is the
// one whose own appearance counts; empty is none.
func weigh(w domain.World, changes []domain.Change, on domain.Date, group domain.GroupID) impact {
	var out impact
	turns, err := sight.Impact(w, changes, on)
	if err != nil {
		return out
	}
	out.turns = turns
	for _, t := range turns {
		out.sees += one(!t.Before.Sees && t.After.Sees)
		out.messages += one(!t.Before.Messages && t.After.Messages)
		out.unsees += one(t.Before.Sees && !t.After.Sees)
		out.unmessages += one(t.Before.Messages && !t.After.Messages)
	}
	after, err := w.With(changes...)
	if err != nil || group == "" {
		return out
	}
	for _, id := range membersOnEither(w, after, group, on) {
		before, now := standsFor(w, id, group, on), standsFor(after, id, group, on)
		switch {
		case now && !before:
			out.enter = append(out.enter, id)
		case before && !now:
			out.leave = append(out.leave, id)
		}
	}
	return out
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// membersOnEither are the people who are in the group before or after.
func membersOnEither(before, after domain.World, group domain.GroupID, on domain.Date) []domain.PersonID {
	var out []domain.PersonID
	for _, w := range []domain.World{before, after} {
		for _, m := range w.MembersOn(group, on) {
			out = append(out, m.Person)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// standsFor reports whether the group stands in either tile of a person.
func standsFor(w domain.World, id domain.PersonID, group domain.GroupID, on domain.Date) bool {
	is := func(g sight.GroupRows) bool { return g.Group == group }
	p, b := sight.Tiles(w, id, on)
	return slices.ContainsFunc(p.Groups, is) || slices.ContainsFunc(b.Groups, is)
}

func (i impact) reveals() bool { return i.sees+i.messages+len(i.enter) > 0 }

func (i impact) hides() bool { return i.unsees+i.unmessages+len(i.leave) > 0 }

// counts is the impact in one line.
func (i impact) counts(w lang.Words) string {
	switch {
	case i.sees+i.messages > 0 && i.unsees+i.unmessages > 0:
		return w.Say(lang.ImpactMore, i.sees+i.messages, i.sees, i.messages) + "; " +
			w.Say(lang.ImpactLess, i.unsees+i.unmessages, i.unsees, i.unmessages)
	case i.sees+i.messages > 0:
		return w.Say(lang.ImpactMore, i.sees+i.messages, i.sees, i.messages)
	case i.unsees+i.unmessages > 0:
		return w.Say(lang.ImpactLess, i.unsees+i.unmessages, i.unsees, i.unmessages)
	case len(i.enter) > 0:
		return w.Say(lang.ImpactGroupMore, len(i.enter))
	case len(i.leave) > 0:
		return w.Say(lang.ImpactGroupLess, len(i.leave))
	}
	return w.Say(lang.ImpactNone)
}

// brief is counts where there is no room for them.
func (i impact) brief(w lang.Words) string {
	var out []string
	if i.sees+i.messages > 0 {
		out = append(out, w.Say(lang.ImpactMoreBrief, i.sees, i.messages))
	}
	if i.unsees+i.unmessages > 0 {
		out = append(out, w.Say(lang.ImpactLessBrief, i.unsees, i.unmessages))
	}
	if len(out) == 0 {
		return i.counts(w)
	}
	return strings.Join(out, "; ")
}

// told is the impact by name: what opens first, person by person. unseeing is
// the sentence that says that nobody forgets what they saw (C5).
func (i impact) told(s scene.Scene, n namer, on domain.Date, unseeing lang.Key) remarks {
	var out remarks
	w := s.Words
	if i.reveals() {
		out = append(out, remark{headTone, w.Say(lang.ImpactOpens, w.Date(on))}, remark{warnTone, w.Say(unseeing)})
		if len(i.enter) > 0 {
			out = append(out, remark{warnTone, w.Say(lang.ImpactGroupTo, w.List(n.names(i.enter)))})
		}
		out = append(out, i.lines(w, n, gained)...)
	}
	if i.hides() {
		if len(out) > 0 {
			out = append(out, remark{})
		}
		out = append(out, remark{headTone, w.Say(lang.ImpactCloses, w.Date(on))})
		if len(i.leave) > 0 {
			out = append(out, remark{plainTone, w.Say(lang.ImpactGroupFrom, w.List(n.names(i.leave)))})
		}
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
