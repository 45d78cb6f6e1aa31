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
	if strings.Contains(s.After.Code, "/") { // the key is code/objects
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
		j.removal(refPerson(s.Before.ID), j.Refers(s.Before.ID))
		return
	}
	p := *s.After
	at := refPerson(p.ID)
	j.id(at)
	properties(j, at, personProperties, &p)
	// Links to a new person are new themselves, and judged as such.
	if s.Before != nil && s.Before.Role != p.Role {
		j.newRole(p)
	}
}

// newRole judges whether a person's links fit their new role.
func (j *judge) newRole(p Person) {
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
		j.sides(r)
	}
}

func (j *judge) group(s *Swap[Group]) {
	if s.After == nil {
		j.removal(refGroup(s.Before.ID), j.usesOfGroup(s.Before.ID))
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

func (j *judge) usesOfGroup(id GroupID) []Ref {
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

func (j *judge) relationType(s *Swap[RelationType]) {
	if s.After == nil {
		j.removal(refType(s.Before.ID), j.usesOfType(s.Before.ID))
		return
	}
	t := *s.After
	at := refType(t.ID)
	j.id(at)
	properties(j, at, relationTypeProperties, &t)
	if s.Before == nil || s.Before.Name != t.Name {
		j.unique(at, t.Name)
	}
	j.flags(at, t)
	if s.Before == nil {
		return // whatever refers to a new type is new and judged itself
	}
	if t.Exclusive && !s.Before.Exclusive {
		j.nowExclusive(at, t)
	}
	for _, r := range j.relationsOfType(t.ID) {
		if t.Kind != s.Before.Kind {
			j.sides(r)
		}
		j.notBoth(r)
	}
}

func (j *judge) usesOfType(id RelationTypeID) []Ref {
	var out []Ref
	for _, r := range j.relationsOfType(id) {
		out = append(out, Ref{RelationNoun, r.Key()})
	}
	for a := range j.AccessRoles() {
		if slices.Contains(a.Scope.RelationTypes, id) {
			out = append(out, refRole(a.ID))
		}
	}
	return out
}

// flags judges which flags go together (DOMAIN.md 3).
func (j *judge) flags(at Ref, t RelationType) {
	if t.Primary && !t.Exclusive { // E1
		j.refuse(Refusal{Code: PrimaryNotExclusive, Subject: at, Field: "exclusive"})
	}
	if t.Primary && t.Negative { // E1
		j.refuse(Refusal{Code: TypePrimaryNegative, Subject: at, Field: "negative"})
	}
	if t.Negative && t.Network { // N4
		j.refuse(Refusal{Code: TypeNegativeNetwork, Subject: at, Field: "network"})
	}
	if t.Kind == EmployeeKind {
		return
	}
	for _, p := range relationTypeProperties {
		if EmployeeOnly(p.Field) && p.Text(&t) == "true" {
			j.refuse(Refusal{Code: TypeEmployeeOnly, Subject: at, Field: p.Field})
		}
	}
}

// nowExclusive refuses a type if a client has overlapping relations of it (E2).
// Others are all of those.
func (j *judge) nowExclusive(at Ref, t RelationType) {
	var others []Ref
	byClient := map[PersonID][]Relation{}
	for _, r := range j.relationsOfType(t.ID) {
		for _, o := range byClient[r.Client] {
			if !r.Withdrawn && !o.Withdrawn && r.Overlaps(o.Period) {
				others = append(others, Ref{RelationNoun, o.Key()}, Ref{RelationNoun, r.Key()})
			}
		}
		byClient[r.Client] = append(byClient[r.Client], r)
	}
	if len(others) > 0 {
		j.refuse(Refusal{Code: ExclusiveOverlap, Subject: at, Field: "exclusive", Others: withoutRepeats(others)})
	}
}

func withoutRepeats(refs []Ref) []Ref {
	var out []Ref
	for _, r := range refs {
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

func (j *judge) relation(s *Swap[Relation]) {
	if s.After == nil {
		j.removal(Ref{RelationNoun, s.Before.Key()}, j.replacedByRefs(s.Before.ID))
		return
	}
	r := *s.After
	at := Ref{RelationNoun, r.Key()}
	j.id(at)
	properties(j, at, relationProperties, &r)
	j.period(at, r.Period)
	if r.ReplacedBy != "" {
		j.resolves(at, "replacedBy", Ref{RelationNoun, string(r.ReplacedBy)})
	}
	client := j.resolves(at, "client", refPerson(r.Client))
	person := j.resolves(at, "person", refPerson(r.Person))
	known := j.resolves(at, "type", refType(r.Type))
	if !client || !person || !known {
		return
	}
	j.sides(r)
	if t, _ := j.RelationType(r.Type); t.Exclusive {
		j.noOverlap(r)
	}
	j.notBoth(r)
}

// sides judges the two people of a relation (N1).
func (j *judge) sides(r Relation) {
	at := Ref{RelationNoun, r.Key()}
	client, _ := j.Person(r.Client)
	other, _ := j.Person(r.Person)
	t, _ := j.RelationType(r.Type)
	switch {
	case client.Role != Client:
		j.refuse(Refusal{Code: ClientSide, Subject: at, Field: "client", Others: []Ref{refPerson(r.Client)}})
	case other.Role == Client:
		j.refuse(Refusal{Code: OtherSide, Subject: at, Field: "person", Others: []Ref{refPerson(r.Person)}})
	case other.Role == Administrator: // G7
		j.refuse(Refusal{Code: AdministratorLinked, Subject: at, Field: "person", Others: []Ref{refPerson(r.Person)}})
	case !j.FitsKind(other, t.Kind):
		j.refuse(Refusal{Code: KindMisfit, Subject: at, Field: "person", Value: t.Kind.String(), Others: []Ref{refPerson(r.Person), refType(t.ID)}})
	}
}

// noOverlap refuses a relation of an exclusive type that overlaps another of the same client (E2).
func (j *judge) noOverlap(r Relation) {
	for o := range j.RelationsOf(r.Client) {
		if o.ID != r.ID && o.Client == r.Client && o.Type == r.Type && !o.Withdrawn && !r.Withdrawn && o.Overlaps(r.Period) {
			j.refuse(Refusal{Code: ExclusiveOverlap, Subject: Ref{RelationNoun, r.Key()}, Field: "from", Others: []Ref{{RelationNoun, o.Key()}}})
			return
		}
	}
}

// notBoth refuses an employee who is primary and unwanted for one client on one
// day: a primary relation is always positive (E1). Types that are switched off have
// no effect (E7).
func (j *judge) notBoth(r Relation) {
	t, _ := j.RelationType(r.Type)
	if r.Withdrawn || t.SwitchedOff || !t.Primary && !t.Negative {
		return
	}
	for o := range j.RelationsOf(r.Client) {
		u, _ := j.RelationType(o.Type)
		clash := t.Primary && u.Negative || t.Negative && u.Primary
		if o.Client == r.Client && o.Person == r.Person && clash && !u.SwitchedOff && !o.Withdrawn && o.Overlaps(r.Period) {
			j.refuse(Refusal{Code: PrimaryAndNegative, Subject: Ref{RelationNoun, r.Key()}, Field: "person", Others: []Ref{{RelationNoun, o.Key()}}})
			return
		}
	}
}

// FitsKind reports whether p may have a relation of that kind with a client: by
// default role, or by any membership role on record (N1).
func (w World) FitsKind(p Person, k Kind) bool {
	if k.Fits(p.Role) {
		return true
	}
	for m := range w.MembershipsOf(p.ID) {
		if k.Fits(w.RoleIn(m)) {
			return true
		}
	}
	return false
}

func (j *judge) accessRole(s *Swap[AccessRole]) {
	if s.After == nil {
		var others []Ref
		for a := range j.Assignments() {
			if a.Role == s.Before.ID {
				others = append(others, Ref{AssignmentNoun, a.Key()})
			}
		}
		j.removal(refRole(s.Before.ID), others)
		return
	}
	a := *s.After
	at := refRole(a.ID)
	j.id(at)
	properties(j, at, accessRoleProperties, &a)
	if a.Scope.Kind == NoScope && len(a.Scope.Locations)+len(a.Scope.RelationTypes) > 0 {
		j.refuse(Refusal{Code: ValueMissing, Subject: at, Field: "scope.kind"})
	}
	for _, t := range a.Scope.RelationTypes {
		j.resolves(at, "scope.relationTypes", refType(t))
	}
}

func (j *judge) assignment(s *Swap[Assignment]) {
	if s.After == nil {
		return
	}
	a := *s.After
	at := Ref{AssignmentNoun, a.Key()}
	j.resolves(at, "role", refRole(a.Role))
	j.resolves(at, "person", refPerson(a.Person))
	j.period(at, a.Period)
}

func (j *judge) shift(s *Swap[Shift]) {
	if s.After == nil {
		return
	}
	t := *s.After
	at := Ref{ShiftNoun, t.Key()}
	j.id(at)
	properties(j, at, shiftProperties, &t)
	for _, p := range t.Employees {
		j.resolves(at, "employees", refPerson(p))
	}
	for _, p := range t.Clients {
		j.resolves(at, "clients", refPerson(p))
	}
}

func (j *judge) agreement(s *Swap[Agreement]) {
	if s.After == nil {
		return
	}
	a := *s.After
	at := Ref{AgreementNoun, a.Key()}
	j.id(at)
	properties(j, at, agreementProperties, &a)
	if a.Kind >= agreementKindCount {
		return
	}
	// Refused and not dropped: whoever filled it in meant something by it.
	_, unused := a.fit()
	for _, f := range unused {
		j.refuse(Refusal{Code: NotOfKind, Subject: at, Field: f})
	}
	if a.Kind.OfPair() {
		viewer := j.resolves(at, "viewer", refPerson(a.Viewer))
		if other := j.resolves(at, "other", refPerson(a.Other)); viewer && other && a.Viewer == a.Other {
			j.refuse(Refusal{Code: SamePerson, Subject: at, Field: "other", Others: []Ref{refPerson(a.Other)}})
		}
		return
	}
	j.resolves(at, "group", refGroup(a.Group))
	if a.Kind.Has("role") && a.Role == NoRole {
		j.refuse(Refusal{Code: ValueMissing, Subject: at, Field: "role"})
	}
}
