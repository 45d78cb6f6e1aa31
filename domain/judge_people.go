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
	j.line(at, "name", s.After.Name, nameLimit)
	once(j, at, "revealingWords", s.After.Words)
	for _, word := range s.After.Words {
		j.line(at, "revealingWords", word, nameLimit)
	}
}

func (j *judge) accepted(s *Swap[AcceptedSignal]) {
	if s.After == nil {
		return
	}
	at := Ref{AcceptedSignalNoun, s.After.Key()}
	j.required(at, "code", s.After.Code, nameLimit)
	if strings.Contains(s.After.Code, "/") { // the key would say something else
		j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: "code", Value: s.After.Code})
	}
	j.note(at, "reason", s.After.Reason)
	j.line(at, "by", s.After.By, nameLimit)
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
	if p.Role < Client || p.Role > Administrator {
		j.refuse(Refusal{Code: ValueMissing, Subject: at, Field: "role"})
	}
	j.required(at, "givenName", p.GivenName, nameLimit)
	j.required(at, "familyName", p.FamilyName, nameLimit)
	j.line(at, "number", p.Number, 32)
	j.line(at, "initials", p.Initials, 20)
	j.line(at, "familyNamePrefix", p.FamilyNamePrefix, 30)
	j.line(at, "displayName", p.DisplayName, nameLimit)
	j.userName(at, p.UserName)
	j.email(at, p.Email)
	j.line(at, "location", p.Location, nameLimit)
	j.line(at, "function", p.Function, nameLimit)
	j.note(at, "note", p.Note)
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
	j.required(at, "name", g.Name, nameLimit)
	if s.Before == nil || s.Before.Name != g.Name {
		j.unique(at, g.Name)
	}
	if g.Visibility > MembersVisible {
		j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: "visibility", Value: g.Visibility.String()})
	}
	j.line(at, "location", g.Location, nameLimit)
	j.line(at, "newsGroup", g.NewsGroup, nameLimit)
	j.note(at, "description", g.Description)
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
	if m.Role > CounselorPlus {
		j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: "role", Value: m.Role.String()})
	}
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
	list, _ := j.tables().membershipsOf.Get(m.Person)
	at, _ := slices.BinarySearchFunc(list, m, compareMemberships)
	for _, i := range []int{at - 1, at + 1} {
		if 0 <= i && i < len(list) && list[i].Group == m.Group && list[i].Overlaps(m.Period) {
			return list[i], true
		}
	}
	return nil, false
}
