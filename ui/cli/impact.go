package cli

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/failure"
)

type (
	impactJSON struct {
		Gained           []turnJSON           `json:"gained"`
		Lost             []turnJSON           `json:"lost"`
		BrokenAgreements []domain.AgreementID `json:"brokenAgreements"`
		NewlyBroken      []domain.AgreementID `json:"newlyBroken"`
		Groups           []groupTurnJSON      `json:"groups"`
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
		Date   domain.Date     `json:"date"`
		Gained []turnJSON      `json:"gained"`
		Lost   []turnJSON      `json:"lost"`
		Groups []groupTurnJSON `json:"groups"`
	}
)

// impact is what an edit reveals and hides, the worlds before and after it, and
// what whoever gave the command consents to: to what is told of it, with --reason.
type impact struct {
	before, after domain.World
	sight.Weighing
	consent sight.Consent
}

// impactOf weighs what changes turn in w; none turn nothing. imports tells that
// they read a set-up in.
func (r *run) impactOf(s Session, w domain.World, changes []domain.Change, imports bool) (impact, error) {
	i := impact{before: w, consent: sight.Consent{Reason: s.By.Reason, On: r.on(s, w), Import: imports}}
	var err error
	if i.after, err = w.With(changes...); err != nil {
		return i, err
	}
	told, err := i.consent.Weigh(w, changes, 0)
	i.Weighing, i.consent.To = told, &told
	return i, err
}

// attend makes the call end with 1 when it broke an agreement.
func (r *run) attend(i impact) {
	if i.Breaks() {
		r.notice = failure.Attend
	}
}

func (i impact) data() impactJSON {
	now := i.Days[0]
	out := impactJSON{
		BrokenAgreements: ids(i.Broken), NewlyBroken: ids(now.Broken),
		Groups: groupTurns(now),
	}
	out.Gained, out.Lost = turnsOf(now)
	for _, d := range i.Days[1:] {
		later := laterDayJSON{Date: d.On, Groups: groupTurns(d)}
		later.Gained, later.Lost = turnsOf(d)
		out.Later = append(out.Later, later)
		out.NewlyBroken = append(out.NewlyBroken, ids(d.Broken)...)
	}
	slices.Sort(out.NewlyBroken)
	out.NewlyBroken = slices.Compact(out.NewlyBroken)
	return out
}

func ids(of []sight.Verdict) []domain.AgreementID {
	return list(of, func(v sight.Verdict) domain.AgreementID { return v.Agreement.ID })
}

// turnsOf lists what is gained, with what holds after, and what is lost, with
// what held before, by viewer and other. One pair may be both: to see somebody,
// but no longer message them.
func turnsOf(d sight.Day) (gained, lost []turnJSON) {
	gained, lost = []turnJSON{}, []turnJSON{}
	for _, t := range d.Turns {
		if t.Gains() {
			gained = append(gained, turnJSON{t.Viewer, t.Other, t.After.Sees, t.After.Messages})
		}
		if t.Loses() {
			lost = append(lost, turnJSON{t.Viewer, t.Other, t.Before.Sees, t.Before.Messages})
		}
	}
	byPair := func(a, b turnJSON) int { return cmp.Or(cmp.Compare(a.Viewer, b.Viewer), cmp.Compare(a.Other, b.Other)) }
	slices.SortFunc(gained, byPair)
	slices.SortFunc(lost, byPair)
	return gained, lost
}

func groupTurns(d sight.Day) []groupTurnJSON {
	out := []groupTurnJSON{}
	for _, t := range d.Groups {
		if t.Reveals() || t.Hides() {
			out = append(out, groupTurnJSON{t.Viewer, t.Group, t.Reveals()})
		}
	}
	return out
}
