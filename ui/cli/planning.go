package cli

import (
	"slices"
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

// dayRange is a run of days as it was typed.
type dayRange struct{ from, days string }

const (
	weekDays = 7
	mostDays = 366
)

func (r *run) planningFlags(f *pflag.FlagSet) {
	r.textFlag(f, &r.given.period.from, "from", "", "plan.flag.from")
	r.textFlag(f, &r.given.period.days, "days", "", "plan.flag.days")
}

// planning shows shifts with their stars and signals: without --from, of the week of
// the reference date.
func (r *run) planning(s Session, _ []string) error {
	from, days, err := r.parseDays()
	if err != nil {
		return err
	}
	return r.readStore(s, func(db Store) error {
		w := db.World()
		if from.IsZero() {
			from = care.Monday(r.referenceDate(s, w))
		}
		shifts := care.Shifts(w, from, days)
		if r.wantsJSON() {
			return writeJSON(r.out, planningJSON{list(shifts, shiftData)})
		}
		r.printPlanning(w, from, days, shifts)
		return nil
	})
}

// parseDays reads which days are asked for. No date means that --from was not given.
func (r *run) parseDays() (from domain.Date, days int, err error) {
	days = weekDays
	if asked := r.given.period.from; asked != "" {
		if from, err = r.parseISODate(asked); err != nil {
			return 0, 0, err
		}
	}
	if asked := r.given.period.days; asked != "" {
		if days, err = strconv.Atoi(asked); err != nil || days < 1 || days > mostDays {
			return 0, 0, r.wrongChoice("--days", asked, []string{"1–" + strconv.Itoa(mostDays)})
		}
	}
	return from, days, nil
}

func shiftData(s care.Shift) shiftJSON {
	mark := func(m care.Mark) markJSON { return markJSON{m.Employee, m.Client, m.Relations[0], m.Relations[1:]} }
	return shiftJSON{s.ID, s.Date, list(s.Stars, mark), list(s.Signals, mark)}
}

func (r *run) printPlanning(w domain.World, from domain.Date, days int, shifts []care.Shift) {
	last := min(from+domain.Date(days)-1, domain.LastDate)
	if last == from {
		r.say("plan.head-day", r.words.LongDate(from))
	} else {
		r.say("plan.head", r.words.LongDate(from), r.words.LongDate(last))
	}
	stars, signals := 0, 0
	var day domain.Date
	for _, s := range shifts {
		if s.Date != day {
			day = s.Date
			r.print("")
			r.print(r.words.LongDate(day))
		}
		r.printShift(w, s)
		stars, signals = stars+len(s.Stars), signals+len(s.Signals)
	}
	r.print("")
	if len(shifts) == 0 {
		r.say("plan.none")
		return
	}
	r.say("plan.count", r.words.List([]string{
		r.words.Count(domain.ShiftNoun, len(shifts)), r.words.Say("plan.stars", stars), r.words.Say("plan.signals", signals),
	}))
	if signals > 0 {
		r.say("plan.warns")
	}
}

func (r *run) printShift(w domain.World, s care.Shift) {
	title := r.words.ShiftTitle(s.Shift)
	if s.Name != "" && s.Code != "" && r.aloud == nil {
		title += ", " + words.Clean(s.Code)
	}
	r.say("plan.shift", title, string(s.ID), r.words.ShiftTimes(s.Shift))
	r.say("plan.employees", r.peopleWords(w, s.Employees))
	r.say("plan.clients", r.peopleWords(w, s.Clients))
	for _, marks := range [][]care.Mark{s.Stars, s.Signals} {
		for _, m := range marks {
			r.print("    " + r.words.Mark(w, m, r.personName(w, m.Employee), r.personName(w, m.Client)))
		}
	}
}

// peopleWords names people in their order, or says that there is nobody.
func (r *run) peopleWords(w domain.World, ids []domain.PersonID) string {
	if len(ids) == 0 {
		return r.words.Say("care.nobody")
	}
	return r.words.List(list(ids, r.namer(w)))
}

// shiftVerbs have a --date of their own: the day of the shift, on which it is judged
// too.
func shiftVerbs() []verb {
	shift := []words.Key{"edits.shift-word"}
	about := propertyOptions(domain.ShiftProperties())
	return []verb{
		{name: "add", options: slices.Concat(textOptions("id"), about), remarks: shiftRemarks, command: func(a *request) domain.Command {
			var s domain.Shift
			setID(a, &s.ID)
			a.require("date", "begin", "end")
			fill(a, domain.ShiftProperties(), &s)
			return domain.AddShift{Shift: s}
		}},
		{name: "edit", arguments: shift, options: about, remarks: shiftRemarks, command: func(a *request) domain.Command {
			s := a.findShift(a.args[0])
			fill(a, domain.ShiftProperties(), &s)
			return domain.EditShift{Shift: s}
		}},
		{name: "copy", arguments: shift, remarks: shiftRemarks,
			options: slices.Concat(dateOptions("date"), valueOptions("edits.number-word", []domain.Field{"days"})), command: copyShift},
		{name: "remove", arguments: shift, command: func(a *request) domain.Command {
			return domain.RemoveShift{ID: a.findShift(a.args[0]).ID}
		}},
	}
}

// copyShift copies to --date, or over as many --days from there.
func copyShift(a *request) domain.Command {
	c := domain.CopyShift{Of: a.findShift(a.args[0]).ID}
	var first domain.Date
	a.setDate(&first, "date")
	count := 1
	if v, ok := a.value("days"); ok {
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 || n > mostDays {
			a.reject(a.fail(failure.WrongUse, "edits.wrong-number", "--days", words.Clean(v), mostDays))
			n = 0
		}
		count = n
	}
	for n := range count {
		if first != 0 {
			c.Dates = append(c.Dates, first+domain.Date(n))
		}
	}
	return c
}

// shiftRemarks shows a shift as planning does, and names the negative relations that
// speak against it (L2). They warn and never block.
func shiftRemarks(a *request, changes []domain.Change) remarks {
	var out remarks
	var marked []care.Shift
	for _, c := range changes {
		s := care.MarkShift(a.world, *c.Shift.After)
		marked = append(marked, s)
		for _, m := range s.Signals {
			for _, id := range m.Relations {
				r, _ := a.world.Relation(id)
				out.lines = append(out.lines, a.words.Say("edits.signal", string(s.ID), a.words.Date(s.Date),
					a.personName(a.world, m.Employee), a.personName(a.world, m.Client), a.words.RelationType(a.world, r.Type), string(id)))
			}
		}
	}
	out.data = object{{"shifts", list(marked, shiftData)}}
	return out
}
