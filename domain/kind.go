package domain

import "slices"

// kind is what the World does with the records of a noun, whichever it is.
type kind interface {
	name() string
	blank() Keyed

	fork(t *tables)
	count(t *tables) int
	record(t *tables, key string) (Keyed, bool)
	next(t *tables) string

	isIn(c *Change) bool
	apply(t *tables, n Noun, c *Change) error
	step(n Noun, c *Change) Step
	invert(c, into *Change)
	judge(j *judge, c *Change)

	load(t *tables, r *Records)
	unload(t *tables, r *Records)
	allocate(r *Records, size int) []Keyed
	creation(r *Records) []Change
}

// kindOf is the kind of the noun with records of type T.
type kindOf[T record[T]] struct {
	code   string
	letter string // the first of the ids that Next makes; empty: the noun has no ids
	table  func(*tables) *table[T]
	list   func(*Records) *[]T
	swap   func(*Change) **Swap[T]
	// reindex updates the indexes after a swap; nil: the noun is in none.
	reindex func(*tables, *Swap[T])
	indexes func(*tables) // forks those that reindex writes to
}

// kinds has one row per noun. A new noun is a row here, and a field each in
// tables, Records and Change. What is judged of it is a method of its records: a
// function in the row that looks records up would be an initialisation cycle.
var kinds = [nounCount]kind{
	InstitutionNoun: &kindOf[Institution]{
		code:  "institution",
		table: func(t *tables) *table[Institution] { return &t.institution },
		list:  func(r *Records) *[]Institution { return &r.Institution },
		swap:  func(c *Change) **Swap[Institution] { return &c.Institution },
	},
	AcceptedSignalNoun: &kindOf[AcceptedSignal]{
		code:  "acceptedSignal",
		table: func(t *tables) *table[AcceptedSignal] { return &t.accepted },
		list:  func(r *Records) *[]AcceptedSignal { return &r.AcceptedSignal },
		swap:  func(c *Change) **Swap[AcceptedSignal] { return &c.AcceptedSignal },
	},
	PersonNoun: &kindOf[Person]{
		code: "person", letter: "P",
		table: func(t *tables) *table[Person] { return &t.persons },
		list:  func(r *Records) *[]Person { return &r.Persons },
		swap:  func(c *Change) **Swap[Person] { return &c.Person },
	},
	GroupNoun: &kindOf[Group]{
		code: "group", letter: "G",
		table: func(t *tables) *table[Group] { return &t.groups },
		list:  func(r *Records) *[]Group { return &r.Groups },
		swap:  func(c *Change) **Swap[Group] { return &c.Group },
	},
	MembershipNoun: &kindOf[Membership]{
		code:    "membership",
		table:   func(t *tables) *table[Membership] { return &t.memberships },
		list:    func(r *Records) *[]Membership { return &r.Memberships },
		swap:    func(c *Change) **Swap[Membership] { return &c.Membership },
		reindex: (*tables).reindexMembership,
		indexes: (*tables).forkMemberships,
	},
	RelationTypeNoun: &kindOf[RelationType]{
		code: "relationType", letter: "T",
		table: func(t *tables) *table[RelationType] { return &t.relationTypes },
		list:  func(r *Records) *[]RelationType { return &r.RelationTypes },
		swap:  func(c *Change) **Swap[RelationType] { return &c.RelationType },
	},
	RelationNoun: &kindOf[Relation]{
		code: "relation", letter: "R",
		table:   func(t *tables) *table[Relation] { return &t.relations },
		list:    func(r *Records) *[]Relation { return &r.Relations },
		swap:    func(c *Change) **Swap[Relation] { return &c.Relation },
		reindex: (*tables).reindexRelation,
		indexes: (*tables).forkRelations,
	},
	AccessRoleNoun: &kindOf[AccessRole]{
		code: "accessRole", letter: "A",
		table: func(t *tables) *table[AccessRole] { return &t.accessRoles },
		list:  func(r *Records) *[]AccessRole { return &r.AccessRoles },
		swap:  func(c *Change) **Swap[AccessRole] { return &c.AccessRole },
	},
	AssignmentNoun: &kindOf[Assignment]{
		code:  "roleAssignment",
		table: func(t *tables) *table[Assignment] { return &t.assignments },
		list:  func(r *Records) *[]Assignment { return &r.Assignments },
		swap:  func(c *Change) **Swap[Assignment] { return &c.Assignment },
	},
	ShiftNoun: &kindOf[Shift]{
		code: "shift", letter: "S",
		table: func(t *tables) *table[Shift] { return &t.shifts },
		list:  func(r *Records) *[]Shift { return &r.Shifts },
		swap:  func(c *Change) **Swap[Shift] { return &c.Shift },
	},
	AgreementNoun: &kindOf[Agreement]{
		code: "agreement", letter: "F",
		table: func(t *tables) *table[Agreement] { return &t.agreements },
		list:  func(r *Records) *[]Agreement { return &r.Agreements },
		swap:  func(c *Change) **Swap[Agreement] { return &c.Agreement },
	},
}

// kindIn returns the noun that c changes; its kind is nil if c changes nothing.
func kindIn(c *Change) (Noun, kind) {
	for n, k := range kinds {
		if k.isIn(c) {
			return Noun(n), k
		}
	}
	return 0, nil
}

func (k *kindOf[T]) name() string { return k.code }

func (k *kindOf[T]) blank() Keyed {
	var none T
	return none
}

func (k *kindOf[T]) fork(t *tables) {
	*k.table(t) = k.table(t).fork()
	if k.indexes != nil {
		k.indexes(t)
	}
}

func (k *kindOf[T]) count(t *tables) int { return k.table(t).Len() }

func (k *kindOf[T]) record(t *tables, key string) (Keyed, bool) {
	if p, ok := k.table(t).Get(key); ok {
		return *p, true
	}
	return nil, false
}

func (k *kindOf[T]) next(t *tables) string {
	if k.letter == "" {
		return ""
	}
	top := 0
	k.table(t).Scan(func(id string, _ *T) bool {
		top = max(top, numberAfter(k.letter, id))
		return true
	})
	return following(k.letter, top)
}

func (k *kindOf[T]) isIn(c *Change) bool { return *k.swap(c) != nil }

func (k *kindOf[T]) apply(t *tables, n Noun, c *Change) error {
	s := *k.swap(c)
	if err := swap(k.table(t), n, s); err != nil {
		return err
	}
	if k.reindex != nil {
		k.reindex(t, s)
	}
	return nil
}

func (k *kindOf[T]) step(n Noun, c *Change) Step {
	s, out := *k.swap(c), Step{Ref: Ref{Noun: n}}
	if s.Before != nil {
		out.Before, out.Key = *s.Before, (*s.Before).Key()
	}
	if s.After != nil {
		out.After, out.Key = *s.After, (*s.After).Key()
	}
	return out
}

func (k *kindOf[T]) invert(c, into *Change) {
	if s := *k.swap(c); s != nil {
		*k.swap(into) = newSwap(s.After, s.Before)
	}
}

func (k *kindOf[T]) judge(j *judge, c *Change) {
	var noun T
	noun.judge(j, *k.swap(c))
}

func (k *kindOf[T]) load(t *tables, r *Records) {
	into, list := k.table(t), *k.list(r)
	for i := range list {
		into.Load(list[i].Key(), &list[i])
	}
}

func (k *kindOf[T]) unload(t *tables, r *Records) { *k.list(r) = slices.Collect(all(k.table(t))) }

func (k *kindOf[T]) allocate(r *Records, size int) []Keyed {
	list := make([]T, size)
	*k.list(r) = list
	out := make([]Keyed, size)
	for i := range list {
		out[i] = any(&list[i]).(Keyed) // a *T has the methods of T
	}
	return out
}

func (k *kindOf[T]) creation(r *Records) []Change {
	list := *k.list(r)
	out := make([]Change, len(list))
	for i := range list {
		*k.swap(&out[i]) = newSwap(nil, &list[i])
	}
	return out
}
