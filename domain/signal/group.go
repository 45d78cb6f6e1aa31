package signal

import (
	"slices"

	"zichtlijn/domain"
)

// groupSignals finds groups with too few counselors, and visible ones whose name
// reveals a diagnosis or a measure.
func (f *finder) groupSignals() []Signal {
	words := domain.NewWordFinder(f.w.Institution().RevealingWords())
	var out []Signal
	for g := range f.w.Groups() {
		switch f.groups[g.ID].counselors {
		case 0:
			out = append(out, newSignal(NoCounselors, string(g.ID)))
		case 1:
			out = append(out, newSignal(FewCounselors, string(g.ID)))
		}
		if g.Visibility == domain.Hidden {
			continue // no user sees its name (G1)
		}
		if _, found := words.Find(g.Name); found {
			out = append(out, newSignal(RevealingName, string(g.ID)))
		}
	}
	return out
}

// memberSignals finds externals without a last day, memberships that end soon,
// inactive members, and parents in the wrong role.
func (f *finder) memberSignals() []Signal {
	var out []Signal
	for _, p := range f.people {
		if !p.ActiveOn(f.on) {
			out = append(out, p.inactive()...)
			continue
		}
		for _, s := range p.memberships {
			if s.as == domain.External && s.Through == 0 {
				out = append(out, s.signal(ExternalNoEnd))
			}
			if last := f.lastDay(s.Period, s.Person); f.near(last) && !f.membershipGoesOn(s, last) {
				out = append(out, s.signal(MemberEndsSoon).withDate(last))
			}
		}
		out = append(out, f.parents(p)...)
	}
	return out
}

func (s membership) signal(c Code) Signal { return newSignal(c, string(s.Group), string(s.Person)) }

// inactive returns the signal of an inactive person who is still in groups.
func (p person) inactive() []Signal {
	if len(p.memberships) == 0 {
		return nil
	}
	var groups []domain.GroupID
	for _, s := range p.memberships {
		groups = append(groups, s.Group)
	}
	return []Signal{newListSignal(MemberInactive, p.ID, groups)}
}

// membershipGoesOn reports whether another membership begins on the day after last, such as
// in another role.
func (f *finder) membershipGoesOn(s membership, last domain.Date) bool {
	if !f.active(s.Person, last+1) {
		return false
	}
	for m := range f.w.MembershipsOf(s.Person) {
		if m.Group == s.Group && m.From == last+1 {
			return true
		}
	}
	return false
}

// parents finds the clients of whom p, a counselor of their group, is a guardian or an
// external: p should be in it in that role.
func (f *finder) parents(p person) []Signal {
	if !slices.ContainsFunc(p.memberships, func(s membership) bool { return s.as.IsCounselor() }) {
		return nil
	}
	var out []Signal
	for r := range f.w.RelationsOf(p.ID) {
		if r.Person != p.ID || f.types[r.Type].Kind == domain.EmployeeKind || !f.inEffect(r) {
			continue
		}
		for m := range f.w.MembershipsOf(r.Client) {
			if m.Covers(f.on) && p.isCounselorOf(m.Group) {
				out = append(out, newSignal(ParentAsCounselor, string(m.Group), string(p.ID), string(r.Client)))
			}
		}
	}
	return out
}

func (p person) isCounselorOf(g domain.GroupID) bool {
	return slices.ContainsFunc(p.memberships, func(s membership) bool { return s.Group == g && s.as.IsCounselor() })
}
