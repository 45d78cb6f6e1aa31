package domain

import (
	"slices"
	"strings"
)

func (j *judge) institution(s *Swap[Institution]) {
	if s.After == nil {
		return
	}
	at := Ref{InstitutionNoun, s.After.Key()}
	properties(j, at, institutionProperties, s.After)
	properties(j, at, []Property[Institution]{RevealingWords()}, s.After)
}

func (j *judge) accepted(s *Swap[AcceptedSignal]) {
	if s.After == nil {
		return
	}
	at := Ref{AcceptedSignalNoun, s.After.Key()}
	properties(j, at, acceptedSignalProperties, s.After)
	if strings.Contains(s.After.Code, "/") { // the key would say something else
		j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: "code", Value: s.After.Code})
	}
	for _, o := range s.After.Objects {
		if !ValidID(o) {
			j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: "objects", Value: o})
		}
	}
}

func (j *judge) person(s *Swap[Person]) {
	if s.After == nil {
		j.gone(refPerson(s.Before.ID), j.Refers(s.Before.ID))
		return
	}
	p := *s.After
	at := refPerson(p.ID)
	j.id(at)
	properties(j, at, personProperties, &p)
	// Links to somebody new are new themselves, and judged where they stand.
	if s.Before != nil && s.Before.Role != p.Role {
		j.linksOf(p)
	}
}

// linksOf judges what a person's role allows of the links that they have.
func (j *judge) linksOf(p Person) {
	if p.Role == Administrator { // G7
		var links []Ref
		for m := range j.MembershipsOf(p.ID) {
			links = append(links, Ref{MembershipNoun, m.Key()})
		}
		for r := range j.RelationsOf(p.ID) {
			links = append(links, Ref{RelationNoun, r.Key()})
		}
		if len(links) > 0 {
			j.refuse(Refusal{Code: AdministratorLinked, Subject: refPerson(p.ID), Field: "role", Others: links})
			return
		}
	}
	for r := range j.RelationsOf(p.ID) {
		j.ends(r)
	}
}

func (j *judge) group(s *Swap[Group]) {
	if s.After == nil {
		j.gone(refGroup(s.Before.ID), j.linksOfGroup(s.Before.ID))
		return
	}
	g := *s.After
	at := refGroup(g.ID)
	j.id(at)
	properties(j, at, groupProperties, &g)
	if s.Before == nil || s.Before.Name != g.Name {
		j.unique(at, g.Name)
	}
}

func (j *judge) linksOfGroup(id GroupID) []Ref {
	var out []Ref
	for m := range j.MembersOf(id) {
		out = append(out, Ref{MembershipNoun, m.Key()})
	}
	for a := range j.Agreements() {
		if a.Group == id {
			out = append(out, Ref{AgreementNoun, a.Key()})
		}
	}
	return out
}

func (j *judge) membership(s *Swap[Membership]) {
	if s.Before != nil && (s.After == nil || s.After.Role != s.Before.Role) {
		// A relation may rest on the role that somebody has in a group (N1).
		for r := range j.RelationsOf(s.Before.Person) {
			j.ends(r)
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
	if o, ok := j.beside(&m); ok {
		j.refuse(Refusal{Code: MembershipOverlap, Subject: at, Field: "from", Others: []Ref{{MembershipNoun, o.Key()}}})
	}
}

// beside returns the membership before or after m, of the same person in the
// same group, that overlaps it. Periods are in order of their first day, so
// where any two overlap, two neighbours do.
func (j *judge) beside(m *Membership) (*Membership, bool) {
	list := j.tables().membershipsOf.list(m.Person)
	at, _ := slices.BinarySearchFunc(list, m, compareMemberships)
	for _, i := range []int{at - 1, at + 1} {
		if 0 <= i && i < len(list) && list[i].Group == m.Group && list[i].Overlaps(m.Period) {
			return list[i], true
		}
	}
	return nil, false
}
