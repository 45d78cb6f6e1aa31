package cli

import (
	"iter"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
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
	most    int          // how many are named in a list; zero: all
	whole   *sight.Whole // nil: Weighing lists all that is asked for
}

// weigh works out what changes turn in w; no changes turn nothing. imports says that
// they read in a set-up.
func (r *run) weigh(s Session, w domain.World, changes []domain.Change, imports bool) (impact, error) {
	i := impact{before: w, consent: sight.Consent{Reason: s.By.Reason, On: r.referenceDate(s, w), Import: imports}}
	var err error
	if i.after, err = w.With(changes...); err != nil {
		return i, err
	}
	if i.Weighing, err = i.consent.Weigh(nil, w, changes, mostInData); err != nil {
		return i, err
	}
	shown := i.Weighing
	i.consent.To = &shown
	if s.By.Reason == "" && r.firstDay != nil && r.inside == nil && i.Concern() != "" {
		i.consent.FirstDay = r.firstDay()
	}
	switch {
	case r.given.allTurns:
		whole := i.Whole()
		i.whole = &whole
		i.Days = append(i.Days[:1:1], i.whole.Later()...)
	case r.wantsJSON():
		i.most = mostInData
	default:
		i.most = mostNamed
	}
	return i, nil
}

// by is who makes an edit with that impact, with the reason that goes with it.
func by(s Session, i impact) domain.By {
	out := s.By
	out.Reason = i.consent.Given()
	return out
}

// keepReasons lets edits of a store keep the reason of its first day.
func (r *run) keepReasons(db Store) {
	r.firstDay = func() sight.FirstDay {
		first := sight.FirstDay{On: domain.DateOf(r.Now())}
		for e, err := range db.Journal(1, db.Head()) {
			if first = first.Note(e, domain.DayOf(e, r.Now().Location(), db.World().Institution().Date)); err != nil || first.On == 0 {
				return sight.FirstDay{}
			}
		}
		return first
	}
}

// first returns at most as many of a list as are named.
func first[T any](of iter.Seq[T], most int) iter.Seq[T] {
	return func(yield func(T) bool) {
		n := 0
		for one := range of {
			if n == most && most > 0 || !yield(one) {
				return
			}
			n++
		}
	}
}

// turns returns the sightlines that turn in one direction on a day, worst first.
func (i impact) turns(day int, turns func(sight.Turn) bool) iter.Seq[sight.Turn] {
	all := slices.Values(i.Days[day].Turns)
	if i.whole != nil && day == 0 {
		all = i.whole.Turns()
	}
	return first(only(all, turns), i.most)
}

// groups returns the groups that turn in some direction on a day, by viewer.
func (i impact) groups(day int, turns func(sight.GroupTurn) bool) iter.Seq[sight.GroupTurn] {
	all := slices.Values(i.Days[day].Groups)
	if i.whole != nil && day == 0 {
		all = i.whole.GroupTurns()
	}
	return first(only(all, turns), i.most)
}

func only[T any](of iter.Seq[T], fits func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for one := range of {
			if fits(one) && !yield(one) {
				return
			}
		}
	}
}

// mapped makes data of each of a list, when it is written.
func mapped[T, U any](of iter.Seq[T], data func(T) U) foundList[U] {
	return func(yield func(U) bool) {
		for one := range of {
			if !yield(data(one)) {
				return
			}
		}
	}
}

// noticeBroken makes the call end with 1 when the edit broke an agreement, or opened
// another way to what a broken one forbids.
func (r *run) noticeBroken(i impact) {
	if i.Breaks() {
		r.notice = failure.Attend
	}
}

// data is the impact for JSON: each list bounded and all of it counted.
func (i impact) data() object {
	broken := agreementIDs(i.Broken)
	var newly []domain.AgreementID
	var later []object
	for n, d := range i.Days {
		newly = append(newly, agreementIDs(d.Broken)...)
		if n > 0 {
			later = append(later, slices.Concat(object{{"date", d.On}}, i.pairsData(n), i.groupsData(n)))
		}
	}
	slices.Sort(newly)
	newly = slices.Compact(newly)
	agreements := object{
		{"brokenAgreements", broken}, {"newlyBroken", list(newly, func(id domain.AgreementID) domain.AgreementID { return id })},
	}
	out := slices.Concat(i.pairsData(0), agreements, i.groupsData(0))
	if mended := i.mended(); len(mended) > 0 {
		out = append(out, field{"mendedAgreements", mended})
	}
	if i.BringsReaders() {
		out = append(out, field{"readers", foundList[domain.PersonID](first(slices.Values(i.Readers), i.most))}, field{"readersCount", len(i.Readers)})
	}
	if len(later) > 0 {
		out = append(out, field{"later", foundList[object](slices.Values(later))})
	}
	return out
}

// mended are the agreements that the edit makes hold, on whichever day.
func (i impact) mended() []domain.AgreementID {
	var out []domain.AgreementID
	for _, d := range i.Days {
		out = append(out, list(d.Mended, func(m sight.Mended) domain.AgreementID { return m.Agreement.ID })...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// pairsData is which sightlines turn on one day. A pair may be gained and lost: to see
// somebody, but no longer message them. What is gained has what holds after, what is lost
// what held before.
func (i impact) pairsData(day int) object {
	d := i.Days[day]
	return object{
		{"gained", mapped(i.turns(day, sight.Turn.Gains), gainedData)}, {"lost", mapped(i.turns(day, sight.Turn.Loses), lostData)},
		{"gainedCount", d.Gained.All().Pairs}, {"lostCount", d.Lost.All().Pairs},
	}
}

// groupsData is which groups turn on one day, and which ways to what a broken agreement
// forbids.
func (i impact) groupsData(day int) object {
	d := i.Days[day]
	out := object{
		{"groups", mapped(i.groups(day, func(t sight.GroupTurn) bool { return t.Reveals() || t.Hides() }), groupTurnData)},
		{"groupsCount", d.GroupsIn + d.GroupsOut},
	}
	if len(d.Ways) > 0 {
		out = append(out, field{"ways", mapped(first(slices.Values(d.Ways), i.most), wayTurnData)}, field{"waysCount", len(d.Ways)})
	}
	return out
}

func gainedData(t sight.Turn) turnJSON {
	return turnJSON{t.Viewer, t.Other, t.After.Sees, t.After.Messages}
}

func lostData(t sight.Turn) turnJSON {
	return turnJSON{t.Viewer, t.Other, t.Before.Sees, t.Before.Messages}
}

func groupTurnData(t sight.GroupTurn) groupTurnJSON {
	return groupTurnJSON{t.Viewer, t.Group, t.Reveals()}
}

func wayTurnData(t sight.WayTurn) wayTurnJSON {
	a := t.Agreement
	return wayTurnJSON{a.ID, a.Viewer, a.Other, groundsData(t.Opened), groundsData(t.Closed)}
}

func agreementIDs(of []sight.Verdict) []domain.AgreementID {
	return list(of, func(v sight.Verdict) domain.AgreementID { return v.Agreement.ID })
}

// printImpact says what an edit does to agreements, and whom it reveals or hides: day
// by day, by kind and then by name, worst first.
func (r *run) printImpact(i impact) {
	r.printBreaches(i)
	all := everyGroupTurn(i)
	hides := false
	for n, d := range i.Days {
		if n > 0 {
			r.say("cli.from", r.words.LongDate(d.On))
		}
		r.printDirection(i, n, direction{"cli.group.gained", d.Gained, sight.Turn.Gains})
		r.printDirection(i, n, direction{"cli.group.lost", d.Lost, sight.Turn.Loses})
		r.printGroupTurns(i, all.on(n))
		hides = hides || d.Hides()
	}
	r.printReaders(i)
	if hides {
		r.say("cli.group.no-unreveal") // C5
	}
}

// printReaders says who comes to read more.
func (r *run) printReaders(i impact) {
	if !i.BringsReaders() {
		return
	}
	named := slices.Collect(first(slices.Values(i.Readers), i.most))
	names := list(named, func(id domain.PersonID) string { return r.personName(i.after, id) })
	r.say("impact.readers", len(i.Readers), r.words.List(names))
	if unnamed := len(i.Readers) - len(named); unnamed > 0 {
		r.print("  " + r.words.Say("impact.unnamed-readers", unnamed))
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
		for at, t := range d.Ways {
			said[t.Agreement.ID] = true
			if at >= i.most && i.most > 0 {
				continue
			}
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
	mended := tell.Ways{Words: r.words, By: by, Before: i.before, After: i.after}
	for _, d := range i.Days {
		for _, m := range d.Mended {
			r.print(mended.Mended(m, d.On))
		}
	}
	if unnamed := i.unnamedWays(); unnamed > 0 {
		r.say("cli.group.unnamed-ways", unnamed)
	}
	for _, v := range i.Broken {
		if !said[v.Agreement.ID] && i.Reveals() {
			r.say("impact.broken-still", r.words.AgreementBy(by, i.after, v.Agreement))
		}
	}
}

// unnamedWays counts the ways that a list leaves out.
func (i impact) unnamedWays() int {
	n := 0
	for _, d := range i.Days {
		if i.most > 0 {
			n += max(len(d.Ways)-i.most, 0)
		}
	}
	return n
}

// direction is one of the two in which sightlines turn.
type direction struct {
	head   words.Key
	counts sight.Counts
	turns  func(sight.Turn) bool
}

// printDirection counts the turns of one direction, by kind, and names them.
func (r *run) printDirection(i impact, day int, by direction) {
	all := by.counts.All()
	if all.Pairs == 0 {
		return
	}
	r.say(by.head, all.Pairs)
	for _, p := range sight.Pairings() {
		if t := by.counts[p]; t.Pairs > 0 {
			r.print("  " + r.words.Say("impact.pairing", t.Messages, r.words.Pairing(p), t.Sees))
		}
	}
	named := 0
	for t := range i.turns(day, by.turns) {
		r.print("  " + r.words.TurnFrom(t, r.namer(i.after), func(id domain.PersonID) string { return r.words.Person(i.after, id) }))
		named++
	}
	if named < all.Pairs {
		r.print("  " + r.words.Say("cli.group.unnamed", all.Pairs-named))
	}
}
