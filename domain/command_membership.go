package domain

// The verbs about memberships.
const (
	VerbMemberAdd    Verb = "member.add"
	VerbMemberEdit   Verb = "member.edit"
	VerbMemberEnd    Verb = "member.end"
	VerbMemberRemove Verb = "member.remove"
)

// MembershipKey names one membership: group, person and first day (zero: from always on).
type MembershipKey struct {
	Group  GroupID
	Person PersonID
	From   Date
}

func (k MembershipKey) ref() Ref {
	return Ref{MembershipNoun, Membership{Group: k.Group, Person: k.Person, Period: Period{From: k.From}}.Key()}
}

// AddMembers puts several people into groups, as one edit.
type AddMembers struct{ Memberships []Membership }

// Verb implements Command.
func (AddMembers) Verb() Verb { return VerbMemberAdd }

// Plan implements Command.
func (c AddMembers) Plan(w World) ([]Change, error) {
	changes := make([]Change, 0, len(c.Memberships))
	named := map[Ref]bool{} // a pasted list may name somebody twice
	for _, m := range c.Memberships {
		at := Ref{MembershipNoun, m.Key()}
		if w.Has(at) || named[at] {
			return nil, Refusal{Code: MembershipOverlap, Subject: at, Field: "from", Others: []Ref{at}}
		}
		named[at] = true
		changes = append(changes, Change{Membership: between(nil, &m)})
	}
	return settle(w, changes...)
}

// EditMembership replaces a membership by Membership, of the same group and
// person; its first day may move.
type EditMembership struct {
	Key        MembershipKey
	Membership Membership
}

// Verb implements Command.
func (EditMembership) Verb() Verb { return VerbMemberEdit }

// Plan implements Command.
func (c EditMembership) Plan(w World) ([]Change, error) {
	was, ok := w.Membership(c.Key.Group, c.Key.Person, c.Key.From)
	if !ok {
		return nil, missing(c.Key.ref())
	}
	now := c.Membership
	now.Group, now.Person = was.Group, was.Person
	if was.Equal(now) {
		return nil, Refusal{Code: NothingToDo, Subject: c.Key.ref()}
	}
	if was.Key() == now.Key() {
		return settle(w, Change{Membership: between(&was, &now)})
	}
	if at := (Ref{MembershipNoun, now.Key()}); w.Has(at) {
		return nil, Refusal{Code: MembershipOverlap, Subject: at, Field: "from", Others: []Ref{at}}
	}
	return settle(w, Change{Membership: between(&was, nil)}, Change{Membership: between(nil, &now)})
}

// EndMembers ends memberships with the day Through as their last, as one edit.
type EndMembers struct {
	Keys    []MembershipKey
	Through Date
}

// Verb implements Command.
func (EndMembers) Verb() Verb { return VerbMemberEnd }

// Plan implements Command.
func (c EndMembers) Plan(w World) ([]Change, error) {
	changes := make([]Change, 0, len(c.Keys))
	for _, k := range c.Keys {
		was, ok := w.Membership(k.Group, k.Person, k.From)
		if !ok {
			return nil, missing(k.ref())
		}
		if err := mayEnd(k.ref(), was.Period, c.Through); err != nil {
			return nil, err
		}
		if was.Through == c.Through {
			continue
		}
		now := was
		now.Through = c.Through
		changes = append(changes, Change{Membership: between(&was, &now)})
	}
	return settle(w, changes...)
}

// RemoveMembers takes memberships off the record, as if they had never been:
// for a mistake. What was so and is over is ended instead.
type RemoveMembers struct{ Keys []MembershipKey }

// Verb implements Command.
func (RemoveMembers) Verb() Verb { return VerbMemberRemove }

// Plan implements Command.
func (c RemoveMembers) Plan(w World) ([]Change, error) {
	changes := make([]Change, 0, len(c.Keys))
	for _, k := range c.Keys {
		was, ok := w.Membership(k.Group, k.Person, k.From)
		if !ok {
			return nil, missing(k.ref())
		}
		changes = append(changes, Change{Membership: between(&was, nil)})
	}
	return settle(w, changes...)
}
