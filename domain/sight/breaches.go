package sight

import "zichtlijn/domain"

// Breaches says of a pair, a group or a member of a group which agreements they break
// in one World on one day. It says the same as VerdictOn, but looks only at the
// agreements about what is asked: a list asks for every row that it draws. Make it
// with NewBreaches; the zero value knows no agreements.
type Breaches struct {
	w      domain.World
	on     domain.Date
	pairs  map[Pair][]domain.Agreement // in order of id, as groups and unseen
	groups map[domain.GroupID][]domain.Agreement
	unseen map[domain.PersonID][]domain.PersonID // by viewer: whom they should see
}

// Pair is a viewer and whom they look at.
type Pair struct{ Viewer, Other domain.PersonID }

// NewBreaches reads the agreements of a World. It judges none yet.
func NewBreaches(w domain.World, on domain.Date) Breaches {
	b := Breaches{w, on, map[Pair][]domain.Agreement{}, map[domain.GroupID][]domain.Agreement{}, map[domain.PersonID][]domain.PersonID{}}
	for a := range w.Agreements() {
		if !a.Kind.OfPair() {
			b.groups[a.Group] = append(b.groups[a.Group], a)
			continue
		}
		p := Pair{a.Viewer, a.Other}
		b.pairs[p] = append(b.pairs[p], a)
		if a.Kind == domain.Sees {
			b.unseen[a.Viewer] = append(b.unseen[a.Viewer], a.Other)
		}
	}
	return b
}

// At returns b if it is of that World and day, else the breaches of those.
func (b Breaches) At(w domain.World, on domain.Date) Breaches {
	if b.pairs != nil && b.w == w && b.on == on {
		return b
	}
	return NewBreaches(w, on)
}

// Pair returns, by id, the agreements that the viewer breaks by seeing, messaging or
// not seeing the other, on any ground.
func (b Breaches) Pair(viewer, other domain.PersonID) []domain.AgreementID {
	p := Pair{viewer, other}
	if len(b.pairs[p]) == 0 {
		return nil
	}
	return b.Fact(p, fact(Between(b.w, viewer, other, b.on)))
}

// Sightline is Pair for a sightline that is known already.
func (b Breaches) Sightline(l Sightline) []domain.AgreementID {
	return b.Fact(Pair{l.Viewer, l.Other}, fact(l))
}

// Fact returns which agreements about a pair it would break if f held between them.
func (b Breaches) Fact(p Pair, f Fact) []domain.AgreementID {
	var out []domain.AgreementID
	for _, a := range b.pairs[p] {
		switch a.Kind {
		case domain.NeverSees:
			out = appendIf(out, f.Sees, a)
		case domain.NeverMessages:
			out = appendIf(out, f.Messages, a)
		case domain.Sees:
			out = appendIf(out, !f.Sees, a)
		case domain.GroupAtMost, domain.NoRoleInGroup:
			panic("sight: an agreement about a group stands with a pair")
		default:
			panic("sight: nobody says what breaks a promise of kind " + a.Kind.String())
		}
	}
	return out
}

// Group returns, by id, the agreements that a group breaks by its setting.
func (b Breaches) Group(id domain.GroupID) []domain.AgreementID {
	var out []domain.AgreementID
	for _, a := range b.groups[id] {
		g, ok := b.w.Group(id)
		out = appendIf(out, a.Kind == domain.GroupAtMost && ok && g.Visibility > a.MostVisible, a)
	}
	return out
}

// Member returns, by id, the agreements that somebody breaks by being in a group in
// the role as.
func (b Breaches) Member(group domain.GroupID, as domain.Role) []domain.AgreementID {
	var out []domain.AgreementID
	for _, a := range b.groups[group] {
		out = appendIf(out, a.Kind == domain.NoRoleInGroup && a.Role == as, a)
	}
	return out
}

// Unseen returns whom the viewer does not see though an agreement says so, in order of
// the agreements.
func (b Breaches) Unseen(viewer domain.PersonID) []domain.PersonID {
	var out []domain.PersonID
	for _, other := range b.unseen[viewer] {
		if !Between(b.w, viewer, other, b.on).Sees() {
			out = append(out, other)
		}
	}
	return out
}

func appendIf(out []domain.AgreementID, broken bool, a domain.Agreement) []domain.AgreementID {
	if broken {
		return append(out, a.ID)
	}
	return out
}
