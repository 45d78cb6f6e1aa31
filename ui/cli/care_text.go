package cli

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/lang"
)

// careText writes every view of one client in plain lines.
func (r *run) careText(w domain.World, c care.Client) {
	r.sayf(lang.CareHead, r.words.Person(w, c.ID), string(c.ID), r.words.LongDate(c.On))
	for _, v := range []struct {
		head lang.Key
		list []care.Line
	}{{lang.CareMedical, c.Medical}, {lang.CareInvolved, c.Involved}, {lang.CareApp, c.App}} {
		r.careLines(w, v.head, v.list)
	}
	r.say("")
	r.sayf(lang.CareResponsible)
	r.sayf(lang.CareLegal, r.listed(w, c.Legal))
	r.sayf(lang.CareVBM, r.listed(w, c.VBM))
	r.careLines(w, lang.CareNotToPlan, c.NotToPlan)
	r.careAccess(w, c.Access)
	r.careCourse(w, c.Course)
	r.careMissing(w, c.Missing)
}

func (r *run) careLines(w domain.World, head lang.Key, lines []care.Line) {
	r.say("")
	r.sayf(head)
	for _, l := range lines {
		r.say("  " + r.careLine(w, l))
	}
	if len(lines) == 0 {
		r.say("  " + r.words.Say(lang.CareNobody))
	}
}

func (r *run) careLine(w domain.World, l care.Line) string {
	return r.words.Say(lang.CareRow, r.who(w, l.Relation.Person), r.words.CareLine(w, l))
}

// listed says lines one behind the other, or that there is nobody.
func (r *run) listed(w domain.World, lines []care.Line) string {
	if len(lines) == 0 {
		return r.words.Say(lang.CareNobody)
	}
	var said []string
	for _, l := range lines {
		said = append(said, r.careLine(w, l))
	}
	return strings.Join(said, "; ")
}

func (r *run) careAccess(w domain.World, holders []care.Holder) {
	r.say("")
	r.sayf(lang.CareAccess)
	for _, h := range holders {
		for _, g := range h.Grants {
			r.sayf(lang.CareAccessRow, r.who(w, h.Person), r.words.List(cleaned(g.Tasks)), r.words.Grant(w, g))
			if g.Unwanted {
				r.sayf(lang.CareUnwanted, r.who(w, h.Person), r.words.AccessRole(w, g.Role))
			}
		}
	}
	if len(holders) == 0 {
		r.say("  " + r.words.Say(lang.CareNobody))
	}
	if byRelation(holders) {
		r.sayf(lang.CareIgnored)
	}
}

func cleaned(texts []string) []string {
	var out []string
	for _, t := range texts {
		out = append(out, lang.Clean(t))
	}
	return out
}

func (r *run) careCourse(w domain.World, course []care.Past) {
	r.say("")
	r.sayf(lang.CareCourse)
	for _, p := range course {
		r.sayf(lang.CareCourseRow, r.who(w, p.Relation.Person), r.words.CareLine(w, p.Line), r.words.CareState(w, p))
	}
	if len(course) == 0 {
		r.sayf(lang.CLIEmpty)
	}
}

func (r *run) careMissing(w domain.World, m care.Missing) {
	r.say("")
	r.sayf(lang.CareMissing)
	if m.Primary {
		r.sayf(lang.CareNoPrimary)
	}
	if m.Legal {
		r.sayf(lang.CareNoLegal)
	}
	for _, e := range m.Ending {
		args := []any{r.who(w, e.Relation.Person), r.words.CareLine(w, e.Line), r.words.Date(e.Last)}
		switch next, ok := w.Relation(e.Successor); {
		case ok:
			r.sayf(lang.CareEndingNext, append(args, r.who(w, next.Person))...)
		case e.Type.Exclusive: // of another type a colleague may well remain
			r.sayf(lang.CareEndingGap, args...)
		default:
			r.sayf(lang.CareEnding, args...)
		}
	}
	if !m.Any() {
		r.sayf(lang.CLIEmpty)
	}
}
