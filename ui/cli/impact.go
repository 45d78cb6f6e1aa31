package cli

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

type (
	impactJSON struct {
		// Gained and Lost hold the first mostInData, worst first; the counts are of all.
		Gained           []turnJSON           `json:"gained"`
		Lost             []turnJSON           `json:"lost"`
		GainedCount      int                  `json:"gainedCount"`
		LostCount        int                  `json:"lostCount"`
		BrokenAgreements []domain.AgreementID `json:"brokenAgreements"`
		NewlyBroken      []domain.AgreementID `json:"newlyBroken"`
		Groups           []groupTurnJSON      `json:"groups"`
		Ways             []wayTurnJSON        `json:"ways,omitempty"`
		// Later is what turns on later days only, by periods that begin or end then.
		Later []laterDayJSON `json:"later,omitempty"`
	}
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
	laterDayJSON struct {
		Date        domain.Date     `json:"date"`
		Gained      []turnJSON      `json:"gained"`
		Lost        []turnJSON      `json:"lost"`
		GainedCount int             `json:"gainedCount"`
		LostCount   int             `json:"lostCount"`
		Groups      []groupTurnJSON `json:"groups"`
		Ways        []wayTurnJSON   `json:"ways,omitempty"`
	}
	// wayTurnJSON is what opens and closes of the ways to what a broken agreement forbids.
	wayTurnJSON struct {
		Agreement domain.AgreementID `json:"agreement"`
		Viewer    domain.PersonID    `json:"viewer"`
		Other     domain.PersonID    `json:"other"`
		Opened    []groundJSON       `json:"opened"`
		Closed    []groundJSON       `json:"closed"`
	}
)

// Without --all so many sightlines each way, and groups, are data, and so many are named
// in text. In a group of thousands millions turn: they are counted.
const (
	mostInData = 200
	mostNamed  = 50
)

// impact is what an edit reveals and hides, the worlds before and after it, and the
// consent that --reason gives to exactly that.
type impact struct {
	before, after domain.World
	sight.Weighing
	consent sight.Consent
	most    int // how many sightlines each way, and groups, are listed on each day; zero: all
}

// weigh works out what changes turn in w; no changes turn nothing. imports says that
// they read in a set-up.
func (r *run) weigh(s Session, w domain.World, changes []domain.Change, imports bool) (impact, error) {
	i := impact{before: w, most: r.most(mostInData), consent: sight.Consent{Reason: s.By.Reason, On: r.referenceDate(s, w), Import: imports}}
	var err error
	if i.after, err = w.With(changes...); err != nil {
		return i, err
	}
	i.Weighing, err = i.consent.Weigh(nil, w, changes, i.most)
	shown := i.Weighing
	i.consent.To = &shown
	return i, err
}

// most is a bound that --all lifts; zero is none.
func (r *run) most(bound int) int {
	if r.given.allTurns {
		return 0
	}
	return bound
}

// noticeBroken makes the call end with 1 when the edit broke an agreement, or opened
// another way to what a broken one forbids.
func (r *run) noticeBroken(i impact) {
	if i.Breaks() {
		r.notice = failure.Attend
	}
}

func (i impact) data() impactJSON {
	now := i.Days[0]
	out := impactJSON{
		BrokenAgreements: agreementIDs(i.Broken), NewlyBroken: agreementIDs(now.Broken),
		Groups: groupTurnsData(now), Ways: wayTurnsData(now),
	}
	out.Gained, out.Lost = i.turnsData(now)
	out.GainedCount, out.LostCount = now.Gained.All().Pairs, now.Lost.All().Pairs
	for _, d := range i.Days[1:] {
		later := laterDayJSON{
			Date: d.On, Groups: groupTurnsData(d), Ways: wayTurnsData(d), GainedCount: d.Gained.All().Pairs, LostCount: d.Lost.All().Pairs,
		}
		later.Gained, later.Lost = i.turnsData(d)
		out.Later = append(out.Later, later)
		out.NewlyBroken = append(out.NewlyBroken, agreementIDs(d.Broken)...)
	}
	slices.Sort(out.NewlyBroken)
	out.NewlyBroken = slices.Compact(out.NewlyBroken)
	return out
}

func wayTurnsData(d sight.Day) []wayTurnJSON {
	return list(d.Ways, func(t sight.WayTurn) wayTurnJSON {
		a := t.Agreement
		return wayTurnJSON{a.ID, a.Viewer, a.Other, groundsData(t.Opened), groundsData(t.Closed)}
	})
}

func agreementIDs(of []sight.Verdict) []domain.AgreementID {
	return list(of, func(v sight.Verdict) domain.AgreementID { return v.Agreement.ID })
}

// turnsData lists what is gained, with what holds after, and what is lost, with what
// held before. A pair may be in both: to see somebody, but no longer message them.
func turnsData(turns []sight.Turn) (gained, lost []turnJSON) {
	gained, lost = []turnJSON{}, []turnJSON{}
	for _, t := range turns {
		if t.Gains() {
			gained = append(gained, turnJSON{t.Viewer, t.Other, t.After.Sees, t.After.Messages})
		}
		if t.Loses() {
			lost = append(lost, turnJSON{t.Viewer, t.Other, t.Before.Sees, t.Before.Messages})
		}
	}
	return gained, lost
}

// turnsData is the function turnsData of a day, worst first, each way at most as many as
// were asked for.
func (i impact) turnsData(d sight.Day) (gained, lost []turnJSON) {
	worst := slices.Clone(d.Turns)
	slices.SortStableFunc(worst, func(a, b sight.Turn) int { return cmp.Compare(a.Pairing, b.Pairing) })
	gained, lost = turnsData(worst)
	if i.most > 0 {
		gained, lost = gained[:min(i.most, len(gained))], lost[:min(i.most, len(lost))]
	}
	return gained, lost
}

func groupTurnsData(d sight.Day) []groupTurnJSON {
	out := []groupTurnJSON{}
	for _, t := range d.Groups {
		if t.Reveals() || t.Hides() {
			out = append(out, groupTurnJSON{t.Viewer, t.Group, t.Reveals()})
		}
	}
	return out
}

// printImpact says what an edit does to agreements, and whom it reveals or hides: day
// by day, by kind and then by name, worst first.
func (r *run) printImpact(i impact) {
	r.printBreaches(i)
	hides := false
	for n, d := range i.Days {
		if n > 0 {
			r.say("cli.from", r.words.LongDate(d.On))
		}
		r.printDirection(i.after, d, direction{"cli.group.gained", d.Gained, sight.Turn.Gains, func(t sight.Turn) sight.Fact { return t.After }})
		r.printDirection(i.after, d, direction{"cli.group.lost", d.Lost, sight.Turn.Loses, func(t sight.Turn) sight.Fact { return t.Before }})
		r.printGroupTurns(i, d, groupDirection{"cli.group.to", d.GroupsIn, sight.GroupTurn.Reveals})
		r.printGroupTurns(i, d, groupDirection{"cli.group.from", d.GroupsOut, sight.GroupTurn.Hides})
		hides = hides || d.Hides()
	}
	if hides {
		r.say("cli.group.no-unreveal") // C5
	}
}

// printBreaches says which agreements the edit breaks, what it opens and closes of the
// ways to what broken ones forbid, and which were broken already.
func (r *run) printBreaches(i impact) {
	said := map[domain.AgreementID]bool{}
	var closed []string
	by := r.namer(i.after)
	for n, d := range i.Days {
		for _, v := range d.Broken {
			said[v.Agreement.ID] = true
			promise, breach := r.words.AgreementBy(by, i.after, v.Agreement), r.words.BreachBy(by, i.after, v)
			if n == 0 {
				r.say("impact.breaks", promise, breach)
			} else {
				r.say("impact.breaks-on", promise, breach, r.words.Date(d.On))
			}
		}
		ways := tell.Ways{Words: r.words, By: by, Before: i.before, After: i.after}
		if n > 0 {
			ways.From = d.On
		}
		for _, t := range d.Ways {
			said[t.Agreement.ID] = true
			if line := ways.Opened(t); line != "" {
				r.print(line)
			}
			closed = append(closed, ways.Closed(t))
		}
	}
	for _, line := range closed {
		if line != "" {
			r.print(line)
		}
	}
	for _, v := range i.Broken {
		if !said[v.Agreement.ID] && i.Reveals() {
			r.say("impact.broken-still", r.words.AgreementBy(by, i.after, v.Agreement))
		}
	}
}

// direction is one of the two in which sightlines turn.
type direction struct {
	head   words.Key
	counts sight.Counts
	turns  func(sight.Turn) bool
	fact   func(sight.Turn) sight.Fact
}

// printDirection counts the turns of one direction, by kind, and names them.
func (r *run) printDirection(w domain.World, d sight.Day, by direction) {
	all := by.counts.All()
	if all.Pairs == 0 {
		return
	}
	r.say(by.head, all.Pairs)
	for _, p := range sight.Pairings() {
		if t := by.counts[p]; t.Pairs > 0 {
			r.print("  " + r.words.Say("impact.pairing", r.words.Pairing(p), t.Sees, t.Messages))
		}
	}
	named, most := 0, r.most(mostNamed)
	for _, t := range d.Turns {
		if !by.turns(t) {
			continue
		}
		if named == most && most > 0 {
			break
		}
		f := by.fact(t)
		r.print("  " + r.factWords(w, t.Viewer, t.Other, f.Sees, f.Messages))
		named++
	}
	if named < all.Pairs {
		r.print("  " + r.words.Say("cli.group.unnamed", all.Pairs-named))
	}
}

// groupDirection is one of the two in which groups turn: their sentence, how many do, and
// which.
type groupDirection struct {
	key   words.Key
	count int
	turns func(sight.GroupTurn) bool
}

// printGroupTurns says for whom groups come into view or go out of it, by id.
func (r *run) printGroupTurns(i impact, d sight.Day, by groupDirection) {
	whom := map[domain.GroupID][]string{}
	var groups []domain.GroupID
	most := r.most(mostNamed)
	for _, t := range d.Groups {
		if by.turns(t) && (most == 0 || len(groups) < most) {
			whom[t.Group] = append(whom[t.Group], r.personName(i.after, t.Viewer))
			groups = append(groups, t.Group)
		}
	}
	unnamed := by.count - len(groups)
	slices.Sort(groups)
	for _, g := range slices.Compact(groups) {
		w := i.after
		if _, ok := w.Group(g); !ok {
			w = i.before // it was removed
		}
		r.say(by.key, r.groupName(w, g), r.words.List(whom[g]))
	}
	if unnamed > 0 {
		r.print("  " + r.words.Say("cli.group.unnamed-groups", unnamed))
	}
}
