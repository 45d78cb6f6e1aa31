package cli

import (
	"strconv"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

type (
	planningJSON struct {
		Shifts []shiftJSON `json:"shifts"`
	}
	shiftJSON struct {
		ID      domain.ShiftID `json:"id"`
		Date    domain.Date    `json:"date"`
		Stars   []markJSON     `json:"stars"`
		Signals []markJSON     `json:"signals"`
	}
	markJSON struct {
		Employee domain.PersonID     `json:"employee"`
		Client   domain.PersonID     `json:"client"`
		Relation domain.RelationID   `json:"relation"`
		Others   []domain.RelationID `json:"others,omitempty"` // further relations that cause the same
	}
)

// period is what was typed of a run of days, still unjudged.
type period struct{ from, days string }

const (
	weekDays = 7
	mostDays = 366
)

func (r *run) planningFlags(f *pflag.FlagSet) {
	r.text(f, &r.given.period.from, "from", "", "plan.flag.from")
	r.text(f, &r.given.period.days, "days", "", "plan.flag.days")
}

// planning shows shifts with their stars and signals: without --from, of the week
// of the reference date.
func (r *run) planning(s Session, _ []string) error {
	from, days, err := r.days()
	if err != nil {
		return err
	}
	return r.looking(s, func(desk Desk) error {
		w := desk.World()
		if from.IsZero() {
			from = care.Monday(r.on(s, w))
		}
		shifts := care.Week(w, from, days)
		if r.json() {
			return writeJSON(r.out, planningJSON{list(shifts, shiftData)})
		}
		r.planningText(w, from, days, shifts)
		return nil
	})
}

// days judges which days are asked for; no date is a --from that was not given.
func (r *run) days() (from domain.Date, days int, err error) {
	days = weekDays
	if asked := r.given.period.from; asked != "" {
		if from, err = domain.ParseDate(asked); err != nil {
			return 0, 0, r.fail(failure.WrongUse, "cli.wrong-date", words.Clean(asked))
		}
	}
	if asked := r.given.period.days; asked != "" {
		if days, err = strconv.Atoi(asked); err != nil || days < 1 || days > mostDays {
			return 0, 0, r.notOneOf("--days", asked, []string{"1–" + strconv.Itoa(mostDays)})
		}
	}
	return from, days, nil
}

func shiftData(s care.Shift) shiftJSON {
	mark := func(m care.Mark) markJSON { return markJSON{m.Employee, m.Client, m.Relations[0], m.Relations[1:]} }
	return shiftJSON{s.ID, s.Date, list(s.Stars, mark), list(s.Signals, mark)}
}

func (r *run) planningText(w domain.World, from domain.Date, days int, shifts []care.Shift) {
	last := min(from+domain.Date(days)-1, domain.LastDate)
	if last == from {
		r.sayf("plan.head-day", r.words.LongDate(from))
	} else {
		r.sayf("plan.head", r.words.LongDate(from), r.words.LongDate(last))
	}
	stars, signals := 0, 0
	var day domain.Date
	for _, s := range shifts {
		if s.Date != day {
			day = s.Date
			r.say("")
			r.say(r.words.LongDate(day))
		}
		r.shift(w, s)
		stars, signals = stars+len(s.Stars), signals+len(s.Signals)
	}
	r.say("")
	if len(shifts) == 0 {
		r.sayf("plan.none")
		return
	}
	r.sayf("plan.count", r.words.List([]string{
		r.words.Count(domain.ShiftNoun, len(shifts)), r.words.Say("plan.stars", stars), r.words.Say("plan.signals", signals),
	}))
	if signals > 0 {
		r.sayf("plan.warns")
	}
}

func (r *run) shift(w domain.World, s care.Shift) {
	name := words.Clean(s.Name)
	switch {
	case name == "" && s.Code != "":
		name = words.Clean(s.Code)
	case name == "":
		name = r.words.Say("plan.nameless")
	case s.Code != "":
		name += ", " + words.Clean(s.Code)
	}
	times := words.Key("plan.times")
	if s.End < s.Begin {
		times = "plan.times-next"
	}
	r.sayf("plan.shift", name, string(s.ID), r.words.Say(times, s.Begin.String(), s.End.String()))
	r.sayf("plan.employees", r.everybody(w, s.Employees))
	r.sayf("plan.clients", r.everybody(w, s.Clients))
	for _, marks := range [][]care.Mark{s.Stars, s.Signals} {
		for _, m := range marks {
			r.say("    " + r.words.Mark(w, m, r.who(w, m.Employee), r.who(w, m.Client)))
		}
	}
}

// everybody names people in their order, or that there is nobody.
func (r *run) everybody(w domain.World, ids []domain.PersonID) string {
	if len(ids) == 0 {
		return r.words.Say("care.nobody")
	}
	var names []string
	for _, id := range ids {
		names = append(names, r.who(w, id))
	}
	return r.words.List(names)
}
