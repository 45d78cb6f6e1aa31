package domain

// Record returns the record that r points at, without its type.
func (w World) Record(r Ref) (Keyed, bool) {
	t := w.tables()
	switch r.Noun {
	case InstitutionNoun:
		return keyed(&t.institution, r.Key)
	case AcceptedSignalNoun:
		return keyed(&t.accepted, r.Key)
	case PersonNoun:
		return keyed(&t.persons, r.Key)
	case GroupNoun:
		return keyed(&t.groups, r.Key)
	case MembershipNoun:
		return keyed(&t.memberships, r.Key)
	case RelationTypeNoun:
		return keyed(&t.relationTypes, r.Key)
	case RelationNoun:
		return keyed(&t.relations, r.Key)
	case AccessRoleNoun:
		return keyed(&t.accessRoles, r.Key)
	case AssignmentNoun:
		return keyed(&t.assignments, r.Key)
	case ShiftNoun:
		return keyed(&t.shifts, r.Key)
	case AgreementNoun:
		return keyed(&t.agreements, r.Key)
	}
	return nil, false
}

func keyed[T Keyed](t *table[T], key string) (Keyed, bool) {
	p, ok := t.Get(key)
	if !ok {
		return nil, false
	}
	return *p, true
}

// Next returns the lowest id above every id of the noun that is its letter and
// a number: P for persons, G groups, T relation types, R relations, A access
// roles, S shifts, F agreements. The other nouns have no id: the text is empty.
func (w World) Next(n Noun) string {
	t := w.tables()
	switch n {
	case PersonNoun:
		return following("P", highest(&t.persons, "P"))
	case GroupNoun:
		return following("G", highest(&t.groups, "G"))
	case RelationTypeNoun:
		return following("T", highest(&t.relationTypes, "T"))
	case RelationNoun:
		return following("R", highest(&t.relations, "R"))
	case AccessRoleNoun:
		return following("A", highest(&t.accessRoles, "A"))
	case ShiftNoun:
		return following("S", highest(&t.shifts, "S"))
	case AgreementNoun:
		return following("F", highest(&t.agreements, "F"))
	}
	return ""
}

func highest[T any](t *table[T], prefix string) int {
	top := 0
	t.Scan(func(id string, _ *T) bool {
		top = max(top, numberAfter(prefix, id))
		return true
	})
	return top
}
