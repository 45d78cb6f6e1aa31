package steps

import (
	"slices"

	"zichtlijn/domain"
)

// Group returns the steps of a group on a day, in order; none if it does not exist.
func Group(w domain.World, id domain.GroupID, on domain.Date) []State {
	g, ok := w.Group(id)
	if !ok {
		return nil
	}
	in := membersOf(w, id, on)
	look, mode := lookState(w, g, in), modeState(w, g)
	early := g.Visibility != domain.Hidden && !(look.Done() && mode.Done())
	out := []State{
		newState(Hidden, openIf(early, VisibleTooEarly)),
		membersState(in),
		relationsState(w, on, people{clients: in.clients, linked: in.linked}),
		look, mode,
	}
	if !w.Institution().WithoutNewsGroups {
		out = append(out, newsState(w, g))
	}
	return append(out,
		byHand(w, Programmes, domain.ProgrammesStep, id),
		byHand(w, Handover, domain.HandoverStep, id))
}

// members are the people in a group on a day, by id.
type members struct {
	users      int
	clients    []domain.PersonID
	linked     []domain.PersonID // guardians and externals
	counselors []domain.PersonID
	inactive   []domain.PersonID // inactive people with a membership that runs
	roles      []domain.Role     // the roles of the others, in list order
}

func membersOf(w domain.World, id domain.GroupID, on domain.Date) members {
	var out members
	as := map[domain.Role]bool{}
	for _, m := range w.MembersOn(id, on) {
		as[m.As] = true
		switch {
		case m.As.IsCounselor():
			out.counselors = append(out.counselors, m.Person)
		case m.As.IsUser():
			out.users++
		}
		switch {
		case m.As == domain.Client && m.Default == domain.Client: // N1: only they have a client's relations
			out.clients = append(out.clients, m.Person)
		case m.As == domain.Guardian, m.As == domain.External:
			out.linked = append(out.linked, m.Person)
		}
	}
	for m := range w.MembersOf(id) {
		if p, ok := w.Person(m.Person); ok && m.Covers(on) && !p.ActiveOn(on) {
			out.inactive = append(out.inactive, m.Person)
		}
	}
	out.roles = slices.DeleteFunc(domain.MemberRoles(), func(r domain.Role) bool { return !as[r] })
	return out
}

func membersState(in members) State {
	return newState(Members,
		openIf(in.users == 0, NoUsers),
		openIf(len(in.counselors) < 2, FewCounselors, refs(domain.PersonNoun, in.counselors)...),
		openFor(InactiveMember, domain.PersonNoun, in.inactive))
}

// lookState is open for every role in the group as which nobody has looked.
func lookState(w domain.World, g domain.Group, in members) State {
	out := State{Step: Look, Ticks: w.Ticks(domain.LookStep, g.ID)}
	if len(in.roles) == 0 {
		out.Open = openIf(true, NobodyYet)
		return out
	}
	seen := ticked(out.Ticks)
	if left := slices.DeleteFunc(in.roles, func(r domain.Role) bool { return seen[r.String()] }); len(left) > 0 {
		out.Open = []Open{{Code: NotLookedAs, Roles: left}}
	}
	return out
}

// modeState is open until the visibility is decided, and again if it is not the
// decided one.
func modeState(w domain.World, g domain.Group) State {
	out := State{Step: Mode, Ticks: w.Ticks(domain.ModeStep, g.ID)}
	decided := ticked(out.Ticks)
	switch {
	case decided[g.Visibility.String()]:
	case len(decided) == 0:
		out.Open = openIf(true, NotDecided)
	default:
		last := out.Ticks[len(out.Ticks)-1]
		was, _ := domain.ParseVisibility(last.Objects[1])
		out.Open = []Open{{Code: DecidedOther, Was: was}}
	}
	return out
}

// ticked returns the roles or visibilities for which a step of a group was ticked.
func ticked(ticks []domain.AcceptedSignal) map[string]bool {
	out := map[string]bool{}
	for _, a := range ticks {
		out[a.Objects[1]] = true
	}
	return out
}

// newsState is done if there is a news group, or a tick that none is needed (D2).
func newsState(w domain.World, g domain.Group) State {
	out := byHand(w, News, domain.NewsStep, g.ID)
	if out.Open = nil; g.NewsGroup == "" && len(out.Ticks) == 0 {
		out.Open = openIf(true, NoNewsGroup)
	}
	return out
}

// byHand is done if it is ticked.
func byHand(w domain.World, s Step, hand domain.HandStep, g domain.GroupID) State {
	out := State{Step: s, Ticks: w.Ticks(hand, g)}
	out.Open = openIf(len(out.Ticks) == 0, NotTicked)
	return out
}
