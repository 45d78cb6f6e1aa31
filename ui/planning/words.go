package planning

import (
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// The signs of a mark. A word in view always explains them.
const (
	starSign   = "★"
	signalSign = "!"
)

// sentence says which two people a mark is about and by which relations.
func sentence(s scene.Scene, who tell.Naming, m care.Mark) string {
	key := words.Key("planning.star")
	if m.Rule == care.L2 {
		key = "planning.signal"
	}
	var causes []string
	for _, id := range m.Relations {
		r, _ := s.World.Relation(id)
		kind := s.Words.RelationType(s.World, r.Type)
		if period := s.Words.Period(r.Period); period != "" {
			causes = append(causes, s.Words.Say("planning.cause", kind, period))
			continue
		}
		causes = append(causes, s.Words.Say("planning.cause-open", kind))
	}
	return s.Words.Say(key, who(m.Employee), who(m.Client), s.Words.List(causes))
}

// sentences returns the sentence of every mark, after its sign.
func sentences(s scene.Scene, who tell.Naming, sign string, marks []care.Mark) []string {
	out := make([]string, len(marks))
	for i, m := range marks {
		out[i] = sign + " " + sentence(s, who, m)
	}
	return out
}

// peopleList joins names as a sentence does, or says that there is nobody.
func peopleList(s scene.Scene, who tell.Naming, ids []domain.PersonID) string {
	if len(ids) == 0 {
		return s.Words.Say("planning.nobody")
	}
	return s.Words.List(who.All(ids))
}

// joins reports whether a mark is about the two.
func joins(marks []care.Mark, employee, client domain.PersonID) bool {
	for _, m := range marks {
		if m.Employee == employee && m.Client == client {
			return true
		}
	}
	return false
}

// clocks writes the times of a shift for a column; +1 means the next day.
func clocks(of domain.Shift) string {
	out := of.Begin.String() + "–" + of.End.String()
	if of.End < of.Begin {
		out += "+1"
	}
	return out
}

// dayShort writes a day for a narrow column: ma 02-03.
func dayShort(w tell.Words, d domain.Date) string {
	weekday, _, _ := strings.Cut(w.LongDate(d), " ")
	return weekday + " " + d.Time().Format("02-01")
}

// weekTitle names a week by its number (ISO 8601) and its first and last day.
func weekTitle(s scene.Scene, monday domain.Date, long bool) string {
	_, number := monday.Time().ISOWeek()
	say := s.Words.Date
	if long {
		say = s.Words.LongDate
	}
	return s.Words.Say("planning.week", strconv.Itoa(number), say(monday), say(sunday(monday)))
}

const weekDays = 7

func sunday(monday domain.Date) domain.Date { return min(monday+weekDays-1, domain.LastDate) }
