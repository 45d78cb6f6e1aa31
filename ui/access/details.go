package access

import (
	"strings"

	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Details says what a role gives, over which clients, and who has it.
func (k roles) Details(s scene.Scene, key string, w int) []shelf.Line {
	a, _ := s.World.AccessRole(domain.AccessRoleID(key))
	b := roleDetails{shelf.Sheet{Scene: s, W: w}}
	if a.SwitchedOff {
		b.Text(s.Theme.Warning, 0, offSign+" "+s.Words.Say("access.is-off"))
	}
	if wrong := negativeTypes(s, a); len(wrong) > 0 {
		b.Text(s.Theme.Error, 0, loudSign+" "+s.Words.Say("access.loud-role", s.Words.List(wrong)))
	}
	b.Text(s.Theme.Text, 0, s.Words.Say(kindAbout[a.Kind]))
	b.Section(s.Words.Say("access.scope"))
	b.Text(s.Theme.Text, 0, s.Words.ScopeLong(s.World, a))
	if a.Reach() == domain.RelationScope {
		b.Text(s.Theme.Warning, 0, ignoredNote(s))
	}
	b.Section(s.Words.Say("access.tasks", len(a.Tasks)))
	if len(a.Tasks) == 0 {
		b.Text(s.Theme.Warning, 0, s.Words.Say("access.no-tasks"))
	}
	for _, task := range a.Tasks {
		b.Text(s.Theme.Text, 0, "· "+words.Clean(task))
	}
	if all := k.assignments[a.ID]; a.Kind == domain.ManualAccess || len(all) > 0 {
		b.assigned(a, all, k.uses(a.ID))
	}
	return b.Lines
}

type roleDetails struct{ shelf.Sheet }

// ignoredNote says that some screens of Ons ignore scope by relation (P), without the
// indent that it has on the command line.
func ignoredNote(s scene.Scene) string { return strings.TrimSpace(s.Words.Say("care.ignored")) }

// assigned adds who has the role, each with a period. Keys of the details act on them.
func (b *roleDetails) assigned(role domain.AccessRole, all []domain.Assignment, u uses) {
	s := b.Scene
	b.Section(s.Words.Say("access.assigned", u.running, u.all, s.Words.Date(s.On)))
	switch {
	case role.Kind != domain.ManualAccess:
		b.Text(s.Theme.Warning, 0, s.Words.Say("access.assigned-in-vain"))
	case u.all == 0:
		b.Text(s.Theme.Faint, 0, s.Words.Say("access.assigned-none"))
	}
	var shown []domain.Assignment
	for _, a := range all {
		if s.Lasts(a.Period) {
			shown = append(shown, a)
		}
	}
	b.assignments(shown)
	if hidden := len(all) - len(shown); hidden > 0 {
		b.Text(s.Theme.Faint, 0, s.Words.Say("access.hidden", hidden))
	}
}

// assignments adds people and periods in two columns. If those are too narrow, the period
// stands below the name, rather than half a date beside it.
func (b *roleDetails) assignments(all []domain.Assignment) {
	const apart = 2
	who, when := 0, 0
	for _, a := range all {
		said, _ := b.when(a)
		who, when = max(who, b.Theme.Measure.Width(b.Words.Person(b.World, a.Person))), max(when, b.Theme.Measure.Width(said))
	}
	for _, a := range all {
		name := b.Words.Person(b.World, a.Person)
		said, style := b.when(a)
		b.To = domain.Ref{Noun: domain.AssignmentNoun, Key: a.Key()}
		if who+apart+when <= b.W {
			b.Row(widget.Cell{Text: name, Style: style, W: who + apart}, widget.Cell{Text: said, Style: style, W: widget.Share(1)})
			continue
		}
		b.Row(widget.Cell{Text: name, Style: style, W: widget.Share(1)})
		b.Row(widget.Cell{W: apart}, widget.Cell{Text: said, Style: style, W: widget.Share(1)})
	}
	b.To = domain.Ref{}
}

// when says the period of an assignment, and why it does not count on the reference date.
func (b *roleDetails) when(a domain.Assignment) (string, lipgloss.Style) {
	s := b.Scene
	when := periodWords(s, a.Period)
	p, _ := s.World.Person(a.Person)
	switch {
	case a.Ended(s.On):
		return s.Words.Say("access.ended", when), s.Theme.Faint
	case a.Ahead(s.On) && a.Through == 0:
		return s.Words.Say("access.ahead-from", s.Words.Date(a.From)), s.Theme.Faint
	case a.Ahead(s.On):
		return s.Words.Say("access.ahead", when), s.Theme.Faint
	case !p.ActiveOn(s.On):
		return s.Words.Say("access.inactive", when), s.Theme.Faint
	}
	return when, s.Theme.Text
}

// periodWords says a period; also one without begin and end.
func periodWords(s scene.Scene, p domain.Period) string {
	if when := s.Words.Period(p); when != "" {
		return when
	}
	return s.Words.Say("access.always")
}

func keyOf(a domain.Assignment) domain.AssignmentKey {
	return domain.AssignmentKey{Role: a.Role, Person: a.Person, From: a.From}
}

// roleGives says what an access role gives, and over which clients.
func roleGives(s scene.Scene, a domain.AccessRole) string {
	if len(a.Tasks) == 0 {
		return s.Words.Say("access.no-tasks")
	}
	return s.Words.Say("access.gives", s.Words.List(words.CleanAll(a.Tasks))) + " " + s.Words.ScopeLong(s.World, a)
}

// negativeTypes names the negative types that an access role names.
func negativeTypes(s scene.Scene, a domain.AccessRole) []string {
	var out []string
	for _, id := range care.NegativeTypes(s.World, a) {
		out = append(out, s.Words.RelationType(s.World, id))
	}
	return out
}
