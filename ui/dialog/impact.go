package dialog

import (
	"maps"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// MostNamed is how many sightlines an impact names each way, the worst first. All
// are counted.
const MostNamed = 1000

// Impact describes the consequences of an edit for who sees whom.
type Impact struct {
	s     scene.Scene
	n     Namer
	after domain.World // knows the names of groups that the edit makes
	sight.Weighing
	Own      domain.GroupID // the group that the dialog is about; it stands first
	Unseeing words.Key      // the sentence that nobody forgets what they saw (C5)
}

// NewImpact weighs changes of the scene's world from a day on. Changes that are
// refused have no impact.
func NewImpact(s scene.Scene, n Namer, changes []domain.Change, on domain.Date) Impact {
	if w, err := sight.Weigh(s.World, changes, on, MostNamed); err == nil {
		return ImpactOf(s, n, w)
	}
	i := ImpactOf(s, n, sight.Weighing{Days: []sight.Day{{On: on}}})
	i.after = s.World
	return i
}

// ImpactOf describes what was weighed in the scene's world.
func ImpactOf(s scene.Scene, n Namer, w sight.Weighing) Impact {
	n.after = w.After()
	return Impact{s: s, n: n, after: w.After(), Weighing: w, Unseeing: "impact.no-unseeing"}
}

// firstDay is what turns on the reference date.
func (i Impact) firstDay() sight.Day { return i.Days[0] }

func (i Impact) turns() bool {
	if i.BringsReaders() {
		return true
	}
	for _, d := range i.Days {
		if d.Reveals() || d.Hides() || len(d.Groups)+len(d.Broken)+len(d.Mended)+len(d.Ways) > 0 {
			return true
		}
	}
	return false
}

// Counts is the impact on the first day in one line: how many people it is about, and then
// how many sightlines.
func (i Impact) Counts() string { return i.count(i.firstDay(), true) }

// Brief is Counts for a narrow line.
func (i Impact) Brief() string { return i.count(i.firstDay(), false) }

func (i Impact) count(d sight.Day, long bool) string {
	w := i.s.Words
	var out []string
	for _, at := range []side{gained(), lost()} {
		t := at.counts(d).All()
		if t.Pairs == 0 {
			continue
		}
		lines, said := w.Say(at.lines, t.Pairs, t.Sees, t.Messages), i.whoTurns(d, at, t)
		switch {
		case said == "" && !long:
			lines = w.Say(at.brief, t.Pairs, t.Sees, t.Messages)
		case said != "" && long:
			lines = w.Say("impact.people-and-lines", said, lines)
		case said != "":
			lines = said
		}
		out = append(out, lines)
	}
	if len(out) == 0 {
		if d.GroupsIn > 0 {
			out = append(out, i.whoseGroups(d, sight.GroupTurn.Reveals, d.GroupsIn, "impact.group-more", "impact.group-more-times"))
		}
		if d.GroupsOut > 0 {
			out = append(out, i.whoseGroups(d, sight.GroupTurn.Hides, d.GroupsOut, "impact.group-less", "impact.group-less-times"))
		}
	}
	if i.BringsReaders() {
		out = append(out, w.Say("impact.readers-more", len(i.Readers)))
	}
	if len(out) == 0 {
		return w.Say("impact.none")
	}
	return strings.Join(out, "; ")
}

// whoTurns says for how many people one side of a day turns; empty where not all turns are
// known, because a number that is too small reassures wrongly.
func (i Impact) whoTurns(d sight.Day, at side, all sight.Count) string {
	see, known := map[domain.PersonID]bool{}, 0
	mail := map[domain.PersonID]bool{}
	for _, t := range d.Turns {
		sees, messages := at.sees(t), at.messages(t)
		if sees {
			see[t.Viewer] = true
		}
		if messages {
			mail[t.Viewer] = true
		}
		if sees || messages {
			known++
		}
	}
	if known < all.Pairs {
		return ""
	}
	var said []string
	if len(see) > 0 {
		said = append(said, i.s.Words.Say(at.people, len(see)))
	}
	for id := range see {
		delete(mail, id)
	}
	if len(mail) > 0 {
		said = append(said, i.s.Words.Say(at.senders, len(mail)))
	}
	return strings.Join(said, ", ")
}

// whoseGroups says for how many people groups turn that way on a day; where not all turns are
// known how often they do, because a number that is too small reassures wrongly.
func (i Impact) whoseGroups(d sight.Day, how func(sight.GroupTurn) bool, all int, people, times words.Key) string {
	whose, known := 0, 0
	last := domain.PersonID("")
	for _, t := range d.Groups { // by viewer
		if !how(t) {
			continue
		}
		if known++; t.Viewer != last {
			whose, last = whose+1, t.Viewer
		}
	}
	if known < all {
		return i.s.Words.Say(times, all)
	}
	return i.s.Words.Say(people, whose)
}

// Full is the impact at length: the agreements that break and the ways that open to
// what they forbid, the counts in one line,
// then day by day what is revealed, worst first and by name, and what is hidden.
// Nothing where nothing turns.
func (i Impact) Full() Remarks {
	if !i.turns() {
		return nil
	}
	out := i.agreements()
	out = append(out, i.readers()...)
	if at := slices.IndexFunc(i.Days, func(d sight.Day) bool { return d.Reveals() || d.Hides() }); at >= 0 {
		tone := PlainTone
		if i.Days[at].Reveals() {
			tone = WarnTone
		}
		out = append(out, tone.Remark(i.count(i.Days[at], true)))
	}
	out = append(out, i.kept()...)
	for _, d := range i.Days {
		for _, part := range []Remarks{i.revealRemarks(d), i.hideRemarks(d), i.groupRemarks(d), i.unlisted(d)} {
			if len(part) > 0 && len(out) > 0 {
				out = append(out, Remark{})
			}
			out = append(out, part...)
		}
	}
	return out
}

// kept says that one reason counts for the whole first day, and which it is.
func (i Impact) kept() Remarks {
	first := i.s.FirstDay
	switch {
	case !i.s.Consent("", nil).Keeps(i.Weighing):
		return nil
	case first.Reason == "":
		return Remarks{QuietTone.Remark(i.s.Words.Say("impact.will-keep"))}
	}
	return Remarks{QuietTone.Remark(i.s.Words.Say("impact.keeps", words.Clean(first.Reason)))}
}

// readers are those who come to read more, by name.
func (i Impact) readers() Remarks {
	if !i.BringsReaders() {
		return nil
	}
	w := i.s.Words
	named := i.Readers[:min(len(i.Readers), MostNamed)]
	out := Remarks{{WarnTone, w.Say("impact.readers", len(i.Readers), w.List(i.n.Names(named)))}}
	if unnamed := len(i.Readers) - len(named); unnamed > 0 {
		out = append(out, Remark{QuietTone, w.Say("impact.unnamed-readers", unnamed)})
	}
	if !i.Reveals() { // else it is said below
		out = append(out, Remark{WarnTone, w.Say(i.Unseeing)})
	}
	return out
}

// agreements are the promises that break, the ways to what broken ones forbid, and
// those that were broken already.
func (i Impact) agreements() Remarks {
	var out, closed Remarks
	w := i.s.Words
	said := map[domain.AgreementID]bool{}
	for at, d := range i.Days {
		for _, v := range d.Broken {
			said[v.Agreement.ID] = true
			promise, breach := w.AgreementBy(i.n.Name, i.after, v.Agreement), w.BreachBy(i.n.Name, i.after, v)
			if at == 0 {
				out = append(out, Remark{WrongTone, w.Say("impact.breaks", promise, breach)})
			} else {
				out = append(out, Remark{WrongTone, w.Say("impact.breaks-on", promise, breach, w.Date(d.On))})
			}
		}
		ways := tell.Ways{Words: w, By: i.n.Name, Before: i.s.World, After: i.after}
		if at > 0 {
			ways.From = d.On
		}
		for _, t := range d.Ways {
			said[t.Agreement.ID] = true
			if line := ways.Opened(t); line != "" {
				out = append(out, Remark{WrongTone, line})
			}
			if line := ways.Closed(t); line != "" {
				closed = append(closed, Remark{PlainTone, line})
			}
		}
	}
	out = append(out, closed...)
	mended := tell.Ways{Words: w, By: i.n.Name, Before: i.s.World, After: i.after}
	for _, d := range i.Days {
		for _, m := range d.Mended {
			out = append(out, Remark{PlainTone, mended.Mended(m, d.On)})
		}
	}
	for _, v := range i.Broken {
		if !said[v.Agreement.ID] && i.Reveals() {
			out = append(out, Remark{QuietTone, w.Say("impact.broken-still", w.AgreementBy(i.n.Name, i.after, v.Agreement))})
		}
	}
	return out
}

func (i Impact) revealRemarks(d sight.Day) Remarks {
	if !d.Reveals() {
		return nil
	}
	w := i.s.Words
	out := Remarks{{HeadTone, w.Say("impact.opens", w.Date(d.On))}, {WarnTone, w.Say(i.Unseeing)}}
	out = append(out, i.audiences(d, WarnTone, sight.GroupTurn.Reveals, "impact.group-to", "impact.other-group-to")...)
	return append(out, i.lines(d, gained())...)
}

func (i Impact) hideRemarks(d sight.Day) Remarks {
	if !d.Hides() {
		return nil
	}
	w := i.s.Words
	out := Remarks{{HeadTone, w.Say("impact.closes", w.Date(d.On))}}
	if !i.Reveals() {
		out = append(out, Remark{QuietTone, w.Say("impact.already-seen")}) // C5
	}
	out = append(out, i.audiences(d, PlainTone, sight.GroupTurn.Hides, "impact.group-from", "impact.other-group-from")...)
	return append(out, i.lines(d, lost())...)
}

// audiences says for whom groups turn, the dialog's own first.
func (i Impact) audiences(d sight.Day, tone Tone, how func(sight.GroupTurn) bool, own, other words.Key) Remarks {
	groups, viewers := i.groupViewers(d, how)
	if at := slices.Index(groups, i.Own); at > 0 {
		groups = slices.Insert(slices.Delete(groups, at, at+1), 0, i.Own)
	}
	var out Remarks
	for _, g := range groups {
		if g == i.Own {
			out = append(out, Remark{tone, i.s.Words.Say(own, viewers[g])})
			continue
		}
		out = append(out, Remark{tone, i.s.Words.Say(other, viewers[g], i.group(g))})
	}
	return out
}

// groupViewers are the groups that turn that way on a day, in order, and the names of
// those for whom each does.
func (i Impact) groupViewers(d sight.Day, how func(sight.GroupTurn) bool) ([]domain.GroupID, map[domain.GroupID]string) {
	whom := map[domain.GroupID][]domain.PersonID{}
	for _, t := range d.Groups {
		if how(t) {
			whom[t.Group] = append(whom[t.Group], t.Viewer)
		}
	}
	names := make(map[domain.GroupID]string, len(whom))
	for g, viewers := range whom {
		names[g] = i.s.Words.List(i.n.Names(viewers))
	}
	return slices.Sorted(maps.Keys(whom)), names
}

// groupLines says of each group for whom it turns that way on a day.
func (i Impact) groupLines(d sight.Day, how func(sight.GroupTurn) bool, key words.Key) Remarks {
	var out Remarks
	groups, viewers := i.groupViewers(d, how)
	for _, g := range groups {
		out = append(out, Remark{PlainTone, i.s.Words.Say(key, i.group(g), viewers[g])})
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

// groupRemarks says in which tile a group stands that stays in view, and what can be done with
// groups.
func (i Impact) groupRemarks(d sight.Day) Remarks {
	var out Remarks
	for _, a := range tell.GroupAspects() {
		out = append(out, i.groupLines(d, a.Begins, a.Gain)...)
		out = append(out, i.groupLines(d, a.Ends, a.Lose)...)
	}
	if len(out) > 0 {
		out = append(Remarks{{HeadTone, i.s.Words.Say("impact.moves", i.s.Words.Date(d.On))}}, out...)
	}
	return out
}

// unlisted counts the groups that turn on a day and are not said above.
func (i Impact) unlisted(d sight.Day) Remarks {
	if d.UnlistedGroups() == 0 {
		return nil
	}
	return Remarks{{WarnTone, i.s.Words.Say("impact.unnamed-groups", d.UnlistedGroups())}}
}

// side is one of the two ways in which sightlines turn: gained or lost.
type side struct {
	tone                Tone
	counts              func(sight.Day) sight.Counts
	sees, messages      func(sight.Turn) bool
	both, see, messaged words.Key
	lines, brief        words.Key // how many sightlines
	people, senders     words.Key // for how many people sight turns, or messages alone
}

func gained() side {
	return side{
		tone:     WarnTone,
		counts:   func(d sight.Day) sight.Counts { return d.Gained },
		sees:     func(t sight.Turn) bool { return !t.Before.Sees && t.After.Sees },
		messages: func(t sight.Turn) bool { return !t.Before.Messages && t.After.Messages },
		both:     "impact.both", see: "impact.sees", messaged: "impact.messages",
		lines: "impact.more", brief: "impact.more-brief", people: "impact.people-more", senders: "impact.senders-more",
	}
}

func lost() side {
	return side{
		tone:     PlainTone,
		counts:   func(d sight.Day) sight.Counts { return d.Lost },
		sees:     func(t sight.Turn) bool { return t.Before.Sees && !t.After.Sees },
		messages: func(t sight.Turn) bool { return t.Before.Messages && !t.After.Messages },
		both:     "impact.neither", see: "impact.sees-not", messaged: "impact.messages-not",
		lines: "impact.less", brief: "impact.less-brief", people: "impact.people-less", senders: "impact.senders-less",
	}
}

// lines describes one side of a day: per pairing, worst first, how many, and then
// the viewers by name.
func (i Impact) lines(d sight.Day, at side) Remarks {
	var out Remarks
	w := i.s.Words
	for _, p := range sight.Pairings() {
		count := at.counts(d)[p]
		if count.Pairs == 0 {
			continue
		}
		out = append(out, Remark{HeadTone, weight(p) + " " + w.Say("impact.pairing", count.Messages, w.Pairing(p), count.Sees)})
		viewers, n := i.viewers(d, p, at)
		out = append(out, viewers...)
		if n < count.Pairs {
			out = append(out, Remark{QuietTone, w.Say("impact.unnamed", count.Pairs-n)})
		}
	}
	return out
}

// weight shows by its form how much it matters who comes to see whom: three bars where users
// see other users who are not their own, one among colleagues.
func weight(p sight.Pairing) string {
	switch p {
	case sight.ClientClient, sight.GuardianClient, sight.ExternalClient:
		return "▮▮▮"
	case sight.UserCounselor, sight.Colleagues, sight.OwnClient:
		return "▮▯▯"
	}
	return "▮▮▯"
}

// toneOf is that of a name in a pairing: what weighs most is drawn as a warning, the least
// plainly.
func (at side) toneOf(p sight.Pairing) Tone {
	if at.tone == WarnTone && weight(p) == "▮▯▯" {
		return PlainTone
	}
	return at.tone
}

// viewers names the viewers of one pairing, and returns how many sightlines it named.
func (i Impact) viewers(d sight.Day, p sight.Pairing, at side) (out Remarks, named int) {
	type view struct{ both, see, mail []domain.PersonID }
	views := map[domain.PersonID]*view{}
	var order []domain.PersonID
	for _, t := range d.Turns {
		sees, messages := at.sees(t), at.messages(t)
		if t.Pairing != p || !sees && !messages {
			continue
		}
		named++
		v := views[t.Viewer]
		if v == nil {
			v = &view{}
			views[t.Viewer] = v
			order = append(order, t.Viewer)
		}
		switch {
		case !messages:
			v.see = append(v.see, t.Other)
		case !sees:
			v.mail = append(v.mail, t.Other)
		default:
			v.both = append(v.both, t.Other)
		}
	}
	w := i.s.Words
	for _, id := range i.n.Order(order) {
		v := views[id]
		for _, part := range []struct {
			key  words.Key
			whom []domain.PersonID
		}{{at.both, v.both}, {at.see, v.see}, {at.messaged, v.mail}} {
			if len(part.whom) > 0 {
				out = append(out, Remark{at.toneOf(p), w.Say(part.key, i.n.Name(id), w.List(i.n.Names(part.whom)))})
			}
		}
	}
	return out, named
}
