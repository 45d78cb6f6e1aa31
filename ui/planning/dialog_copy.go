package planning

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	howField  = "how"
	daysField = "days"

	toDays = "days"
	toWeek = "week"

	mostDays  = 62 // in one copy: two months
	mostNamed = 14 // in one sentence
)

// copyShift rosters the same shift on other days: on the ones that are typed, or on every
// day of their weeks. It judges the signals on each of those days.
func copyShift(s scene.Scene, who tell.Naming, sh domain.Shift) scene.Dialog {
	w := s.Words
	next := sh.Date.Next()
	return dialog.Form{
		Title: w.Say("planning.copy-title", s.Words.ShiftTitle(sh)),
		Lead:  []string{shiftLead(s, who, "planning.copy-lead", sh)},
		Fields: widget.NewForm(
			widget.Field{Key: howField, Kind: widget.ChoiceField, Label: w.Say("planning.copy-how"), Value: toDays, Options: []widget.Option{
				{Key: toDays, Label: w.Say("planning.copy-days")}, {Key: toWeek, Label: w.Say("planning.copy-week")},
			}},
			widget.Field{Key: daysField, Label: w.Say("planning.copy-list"), Value: w.Date(next), Limit: 1000, Help: w.Say("planning.list-help"), Validate: daysCheck(s)},
		),
		Room: 4,
		Save: "planning.copy-now",
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			return domain.CopyShift{Of: sh.ID, Dates: copyDays(s, f)}
		},
		Follow: func(s scene.Scene, _, now widget.Form) widget.Form {
			if now.Value(howField) == toWeek {
				return now.SetHelp(daysField, s.Words.Say("planning.in-help"))
			}
			return now.SetHelp(daysField, s.Words.Say("planning.list-help"))
		},
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			return dialog.WarnTone.Remarks(copyRemarks(s, who, sh, copyDays(s, f))...)
		},
		At: func(r domain.Refusal) string {
			if r.Field == "date" {
				return daysField
			}
			return ""
		},
	}.Opened(s)
}

// readDays reads days separated by commas or semicolons, each day once. wrong is the first
// text that is no day.
func readDays(w tell.Words, text string) (days []domain.Date, wrong string) {
	for _, one := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }) {
		if one = strings.TrimSpace(one); one == "" {
			continue
		}
		day, ok := w.ParseDate(one)
		if !ok {
			return nil, one
		}
		if !slices.Contains(days, day) {
			days = append(days, day)
		}
	}
	return days, ""
}

func daysCheck(s scene.Scene) func(string) string {
	return func(value string) string {
		switch days, wrong := readDays(s.Words, value); {
		case wrong != "":
			return s.Words.NoDate(wrong)
		case len(days) == 0:
			return s.Words.Refusal(s.World, domain.Refusal{Code: domain.ValueMissing, Field: "date"})
		case len(days) > mostDays:
			return s.Words.Say("planning.copy-many", mostDays)
		}
		return ""
	}
}

// copyDays returns the days that the form asks for: the typed ones, or all days of their
// weeks.
func copyDays(s scene.Scene, f widget.Form) []domain.Date {
	days, _ := readDays(s.Words, f.Value(daysField))
	if f.Value(howField) != toWeek {
		return days
	}
	var out []domain.Date
	for _, named := range days {
		monday := care.Monday(named)
		for day := monday; day <= sunday(monday); day++ {
			if day >= domain.FirstDate && !slices.Contains(out, day) {
				out = append(out, day)
			}
		}
	}
	return out
}

// copyRemarks says which days get the shift, and warns of what happens on each.
func copyRemarks(s scene.Scene, who tell.Naming, sh domain.Shift, days []domain.Date) []string {
	var added, out []string
	w := s.Words
	taken := daysWithSame(s.World, sh)
	for _, day := range days {
		if day == sh.Date {
			out = append(out, w.Say("planning.copy-self", w.LongDate(day)))
			continue
		}
		added = append(added, w.LongDate(day))
		if taken[day] {
			out = append(out, w.Say("planning.copy-twice", w.LongDate(day)))
		}
		next := sh
		next.Date = day
		for _, m := range care.MarkShift(s.World, next).Signals {
			out = append(out, signalSign+" "+w.Say("planning.copy-signal", w.LongDate(day), sentence(s, who, m)))
		}
	}
	if len(added) == 0 {
		return out
	}
	return append([]string{w.Say("planning.copy-to", len(added), w.Some(added, mostNamed))}, out...)
}

// daysWithSame returns the days with a shift of the same name, code and times.
func daysWithSame(w domain.World, sh domain.Shift) map[domain.Date]bool {
	out := map[domain.Date]bool{}
	for o := range w.Shifts() {
		if o.Code == sh.Code && o.Name == sh.Name && o.Begin == sh.Begin && o.End == sh.End {
			out[o.Date] = true
		}
	}
	return out
}

// shiftLead says which shift it is, and who is in it.
func shiftLead(s scene.Scene, who tell.Naming, key words.Key, sh domain.Shift) string {
	return s.Words.Say(key, s.Words.ShiftTitle(sh), s.Words.LongDate(sh.Date), s.Words.ShiftTimes(sh), peopleList(s, who, sh.Employees), peopleList(s, who, sh.Clients))
}

// dropShift asks before it removes a shift, and says who is in it.
func dropShift(s scene.Scene, who tell.Naming, sh domain.Shift) scene.Dialog {
	return dialog.Confirm(s, s.Words.Say("planning.drop-title", s.Words.ShiftTitle(sh)), "planning.drop-now",
		domain.RemoveShift{ID: sh.ID}, shiftLead(s, who, "planning.drop-lead", sh))
}
