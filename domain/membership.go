package domain

import (
	"cmp"
	"slices"
	"strings"
)

// Membership is one person in one group, in a role, for a period. Its key is
// group, person and first day; periods of one person in one group never overlap.
type Membership struct {
	Group  GroupID  `cbor:"1,keyasint"`
	Person PersonID `cbor:"2,keyasint"`
	Role   Role     `cbor:"3,keyasint,omitempty"` // NoRole: the person's default role, see World.RoleIn
	Period
}

// Key names the membership among all memberships.
func (m Membership) Key() string {
	return strings.Join([]string{string(m.Group), string(m.Person), m.From.String()}, "/")
}

// Equal reports whether m and n say the same.
func (m Membership) Equal(n Membership) bool { return m == n }

func (m *Membership) period() *Period { return &m.Period }

// compareMemberships orders by group, person and first day.
func compareMemberships(a, b *Membership) int {
	return cmp.Or(cmp.Compare(a.Group, b.Group), cmp.Compare(a.Person, b.Person), cmp.Compare(a.From, b.From))
}

var membershipProperties = []Property[Membership]{
	ChoiceProperty("role", MemberRoles(), func(m *Membership) *Role { return &m.Role }),
	DayProperty("from", func(m *Membership) *Date { return &m.From }),
	DayProperty("through", func(m *Membership) *Date { return &m.Through }),
}

// MembershipProperties describes a membership, without its group and person.
func MembershipProperties() []Property[Membership] { return slices.Clone(membershipProperties) }

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

// AddMembers adds memberships, as one edit.
type AddMembers struct{ Memberships []Membership }

func (AddMembers) Verb() Verb { return VerbMemberAdd }

func (c AddMembers) Plan(w World) ([]Change, error) {
	changes := make([]Change, 0, len(c.Memberships))
	seen := map[Ref]bool{} // a pasted list may name somebody twice
	for _, m := range c.Memberships {
		at := Ref{MembershipNoun, m.Key()}
		if w.Has(at) || seen[at] {
			return nil, Refusal{Code: MembershipOverlap, Subject: at, Field: "from", Others: []Ref{at}}
		}
		seen[at] = true
		changes = append(changes, Change{Membership: newSwap(nil, &m)})
	}
	return plan(w, changes...)
}

// EditMembership replaces a membership by Membership, of the same group and
// person; its first day may move.
type EditMembership struct {
	Key        MembershipKey
	Membership Membership
}

func (EditMembership) Verb() Verb { return VerbMemberEdit }

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
		return plan(w, Change{Membership: newSwap(&was, &now)})
	}
	if at := (Ref{MembershipNoun, now.Key()}); w.Has(at) {
		return nil, Refusal{Code: MembershipOverlap, Subject: at, Field: "from", Others: []Ref{at}}
	}
	return plan(w, Change{Membership: newSwap(&was, nil)}, Change{Membership: newSwap(nil, &now)})
}

// EndMembers ends memberships with the day Through as their last, as one edit.
type EndMembers struct {
	Keys    []MembershipKey
	Through Date
}

func (EndMembers) Verb() Verb { return VerbMemberEnd }

func (c EndMembers) Plan(w World) ([]Change, error) {
	return planEnd(w, c.Keys, c.Through, (*Membership).period)
}

// RemoveMembers removes memberships that were made by mistake. One that was real is
// ended instead.
type RemoveMembers struct{ Keys []MembershipKey }

func (RemoveMembers) Verb() Verb { return VerbMemberRemove }

func (c RemoveMembers) Plan(w World) ([]Change, error) {
	return planRemoveAll[Membership](w, c.Keys)
}

func (Membership) judge(j *judge, s *Swap[Membership]) {
	if s.Before != nil && (s.After == nil || s.After.Role != s.Before.Role) {
		// A relation may rest on the role that somebody has in a group (N1).
		for r := range j.RelationsOf(s.Before.Person) {
			j.sides(r)
		}
	}
	if s.After == nil {
		return
	}
	m := *s.After
	at := Ref{MembershipNoun, m.Key()}
	inGroup := j.resolves(at, "group", refGroup(m.Group))
	known := j.resolves(at, "person", refPerson(m.Person))
	properties(j, at, membershipProperties, &m)
	if p, _ := j.Person(m.Person); known && p.Role == Administrator { // G7
		j.refuse(Refusal{Code: AdministratorLinked, Subject: at, Field: "person", Others: []Ref{refPerson(m.Person)}})
	}
	j.period(at, m.Period)
	if !inGroup || !known {
		return
	}
	if o, ok := j.overlapping(&m); ok {
		j.refuse(Refusal{Code: MembershipOverlap, Subject: at, Field: "from", Others: []Ref{{MembershipNoun, o.Key()}}})
	}
}

// overlapping returns a membership of the same person and group that overlaps m.
// They are in order of their first day, so if any overlaps m, a neighbour does.
func (j *judge) overlapping(m *Membership) (*Membership, bool) {
	list := j.tables().membershipsOf.list(m.Person)
	at, _ := slices.BinarySearchFunc(list, m, compareMemberships)
	for _, i := range []int{at - 1, at + 1} {
		if 0 <= i && i < len(list) && list[i].Group == m.Group && list[i].Overlaps(m.Period) {
			return list[i], true
		}
	}
	return nil, false
}
