package rehearsal

import (
	"slices"

	"zichtlijn/domain"
)

// Programme is a programme or tool in the tile of whoever received it (H14).
type Programme struct {
	Act   int
	Name  string
	By    domain.PersonID // empty: the receiver does not see them now
	State State
}

// Followed is a programme or tool as a linked counselor follows it (H14).
type Followed struct {
	Act   int
	Name  string
	Group domain.GroupID
	To    []Follower // whom the counselor sees now, by id
}

// Follower is how far one receiver is.
type Follower struct {
	Person domain.PersonID
	State  State
}

// Programmes returns what was set out for somebody, and what they follow as a counselor
// who is linked now, by act.
func (r Rehearsal) Programmes(person domain.PersonID) (received []Programme, followed []Followed) {
	if !r.isPresent(person) {
		return nil, nil
	}
	states := r.states()
	f := r.facesOf(person)
	for n, a := range r.Acts() {
		if a.Kind != Assign {
			continue
		}
		if slices.Contains(a.To, person) {
			received = append(received, Programme{n, a.Name, f.person(a.By), states[progress{n, person}]})
		}
		if f.of(a.Group).Programme.Holds() {
			one := Followed{Act: n, Name: a.Name, Group: a.Group}
			for _, to := range f.known(a.To) {
				one.To = append(one.To, Follower{to, states[progress{n, to}]})
			}
			if len(one.To) > 0 {
				followed = append(followed, one)
			}
		}
	}
	return received, followed
}

// progress is one receiver of one programme.
type progress struct {
	of int
	by domain.PersonID
}

// states returns how far everybody is; who said nothing has it new.
func (r Rehearsal) states() map[progress]State {
	out := map[progress]State{}
	for _, a := range r.Acts() {
		if a.Kind == Progress {
			out[progress{a.Of, a.By}] = a.State
		}
	}
	return out
}

// receivers returns for whom a programme is set out: users of the group, else its CLIENT
// members. None: it can not be.
func (r Rehearsal) receivers(a Act) []domain.PersonID {
	if len(a.To) == 0 {
		return r.members(a.Group, func(as domain.Role) bool { return as == domain.Client })
	}
	to, users := slices.Compact(slices.Sorted(slices.Values(a.To))), r.members(a.Group, domain.Role.IsUser)
	if slices.ContainsFunc(to, func(p domain.PersonID) bool { return !slices.Contains(users, p) }) {
		return nil
	}
	return to
}
