package cli

import (
	"slices"
	"strconv"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// shiftEdits have a --date of their own: the day of the shift, on which it is
// judged too.
func shiftEdits() []edit {
	shift := []words.Key{"edits.shift-word"}
	about := optionsOf(domain.ShiftProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, options: slices.Concat(texts("id"), about), also: signals, command: func(a *asked) domain.Command {
			var s domain.Shift
			id(a, &s.ID)
			a.must("date", "begin", "end")
			fill(a, domain.ShiftProperties(), &s)
			return domain.AddShift{Shift: s}
		}},
		{verb: "edit", aliases: []string{"wijzig"}, behind: shift, options: about, also: signals, command: func(a *asked) domain.Command {
			s := a.someShift(a.args[0])
			fill(a, domain.ShiftProperties(), &s)
			return domain.EditShift{Shift: s}
		}},
		{verb: "copy", aliases: []string{"kopieer"}, behind: shift, also: signals,
			options: slices.Concat(days("date"), valued("edits.number-word", []domain.Field{"days"})), command: copyShift},
		{verb: "remove", aliases: []string{"verwijder"}, behind: shift, command: func(a *asked) domain.Command {
			return domain.RemoveShift{ID: a.someShift(a.args[0]).ID}
		}},
	}
}

// copyShift copies to --date, or over as many --days from there.
func copyShift(a *asked) domain.Command {
	c := domain.CopyShift{Of: a.someShift(a.args[0]).ID}
	var first domain.Date
	a.date(&first, "date")
	count := 1
	if v, ok := a.said("days"); ok {
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 || n > mostDays {
			a.wrong(a.fail(failure.WrongUse, "edits.wrong-number", "--days", words.Clean(v), mostDays))
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

// signals shows what is rostered as planning does, and names the negative
// relations that speak against it (L2). They warn and never block.
func signals(a *asked, changes []domain.Change) aside {
	var out aside
	var marked []care.Shift
	for _, c := range changes {
		s := care.Of(a.world, *c.Shift.After)
		marked = append(marked, s)
		for _, m := range s.Signals {
			for _, id := range m.Relations {
				r, _ := a.world.Relation(id)
				out.lines = append(out.lines, a.words.Say("edits.signal", string(s.ID), a.words.Date(s.Date),
					a.who(a.world, m.Employee), a.who(a.world, m.Client), a.words.RelationType(a.world, r.Type), string(id)))
			}
		}
	}
	out.fields = object{{"shifts", list(marked, shiftData)}}
	return out
}
