package cli

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/words"
)

// careText writes every view of one client in plain lines.
func (r *run) careText(w domain.World, c care.Client) {
	r.sayf("care.head", r.words.Person(w, c.ID), string(c.ID), r.words.LongDate(c.On))
	for _, v := range []struct {
		head words.Key
		list []care.Line
	}{{"care.medical", c.Medical}, {"care.involved", c.Involved}, {"care.app", c.App}} {
		r.careLines(w, v.head, v.list)
	}
	r.say("")
	r.sayf("care.responsible")
	r.sayf("care.legal", r.listed(w, c.Legal))
	r.sayf("care.vbm", r.listed(w, c.VBM))
	r.careLines(w, "care.not-to-plan", c.NotToPlan)
	r.careAccess(w, c.Access)
	r.careCourse(w, c.Course)
	r.careMissing(w, c.Missing)
}

func (r *run) careLines(w domain.World, head words.Key, lines []care.Line) {
	r.say("")
	r.sayf(head)
	for _, l := range lines {
		r.say("  " + r.careLine(w, l))
	}
	if len(lines) == 0 {
		r.say("  " + r.words.Say("care.nobody"))
	}
}

func (r *run) careLine(w domain.World, l care.Line) string {
	return r.words.Say("care.row", r.who(w, l.Relation.Person), r.words.CareLine(w, l))
}

// listed says lines one behind the other, or that there is nobody.
func (r *run) listed(w domain.World, lines []care.Line) string {
	if len(lines) == 0 {
		return r.words.Say("care.nobody")
	}
	var said []string
	for _, l := range lines {
		said = append(said, r.careLine(w, l))
	}
	return strings.Join(said, "; ")
}

func (r *run) careAccess(w domain.World, holders []care.Holder) {
	r.say("")
	r.sayf("care.access")
	for _, h := range holders {
		for _, g := range h.Grants {
			r.sayf("care.access-row", r.who(w, h.Person), r.words.List(cleaned(g.Tasks)), r.words.Grant(w, g))
			if g.Unwanted {
				r.sayf("care.unwanted", r.who(w, h.Person), r.words.AccessRole(w, g.Role))
			}
		}
	}
	if len(holders) == 0 {
		r.say("  " + r.words.Say("care.nobody"))
	}
	if byRelation(holders) {
		r.sayf("care.ignored")
	}
}

func cleaned(texts []string) []string {
	var out []string
	for _, t := range texts {
		out = append(out, words.Clean(t))
	}
	return out
}

func (r *run) careCourse(w domain.World, course []care.Past) {
	r.say("")
	r.sayf("care.course")
	for _, p := range course {
		r.sayf("care.course-row", r.who(w, p.Relation.Person), r.words.CareLine(w, p.Line), r.words.CareState(w, p))
	}
	if len(course) == 0 {
		r.sayf("cli.show.empty")
	}
}

func (r *run) careMissing(w domain.World, m care.Missing) {
	r.say("")
	r.sayf("care.missing")
	if m.Primary {
		r.sayf("care.no-primary")
	}
	if m.Legal {
		r.sayf("care.no-legal")
	}
	for _, e := range m.Ending {
		args := []any{r.who(w, e.Relation.Person), r.words.CareLine(w, e.Line), r.words.Date(e.Last)}
		switch next, ok := w.Relation(e.Successor); {
		case ok:
			r.sayf("care.ending-next", append(args, r.who(w, next.Person))...)
		case e.Type.Exclusive: // of another type a colleague may well remain
			r.sayf("care.ending-gap", args...)
		default:
			r.sayf("care.ending", args...)
		}
	}
	if !m.Any() {
		r.sayf("cli.show.empty")
	}
}
