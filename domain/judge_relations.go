package domain

import "slices"

func (j *judge) relationType(s *Swap[RelationType]) {
	if s.After == nil {
		j.gone(refType(s.Before.ID), j.usesOfType(s.Before.ID))
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
		return // nothing can refer to it that is not judged by itself
	}
	if t.Exclusive && !s.Before.Exclusive {
		j.exclusive(at, t)
	}
	for _, r := range j.relationsOfType(t.ID) {
		if t.Kind != s.Before.Kind {
			j.ends(r)
		}
		j.positive(r)
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

// exclusive refuses a type whose clients have several of it together (E2), with all of them.
func (j *judge) exclusive(at Ref, t RelationType) {
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
		j.refuse(Refusal{Code: ExclusiveOverlap, Subject: at, Field: "exclusive", Others: distinct(others)})
	}
}

// distinct drops later repetitions.
func distinct(refs []Ref) []Ref {
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
		j.gone(Ref{RelationNoun, s.Before.Key()}, j.replacedByRefs(s.Before.ID))
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
	j.ends(r)
	if t, _ := j.RelationType(r.Type); t.Exclusive {
		j.alone(r)
	}
	j.positive(r)
}

// ends judges who stands on either side of a relation (N1).
func (j *judge) ends(r Relation) {
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

// alone refuses a relation of an exclusive type that overlaps another of the same client (E2).
func (j *judge) alone(r Relation) {
	for o := range j.RelationsOf(r.Client) {
		if o.ID != r.ID && o.Client == r.Client && o.Type == r.Type && !o.Withdrawn && !r.Withdrawn && o.Overlaps(r.Period) {
			j.refuse(Refusal{Code: ExclusiveOverlap, Subject: Ref{RelationNoun, r.Key()}, Field: "from", Others: []Ref{{RelationNoun, o.Key()}}})
			return
		}
	}
}

// positive refuses one employee who is primary and unwanted for one client on
// one day: a primary relation is always positive (E1). Types that are switched
// off have no effect (E7) and contradict nobody.
func (j *judge) positive(r Relation) {
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

// FitsKind reports whether somebody may stand opposite a client in a relation
// of that kind: by default role, or by any membership role on record (N1).
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
