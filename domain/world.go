package domain

import (
	"iter"
	"slices"

	"github.com/tidwall/btree"
)

// World is everything that is known at one moment. It never changes: With returns
// the next one and shares what stays the same, so that keeping an old or a
// hypothetical World costs nothing. The zero World is empty. Several goroutines may
// read one World.
type World struct{ t *tables }

// table holds the records of one noun by key. Records are shared between
// Worlds: nobody may write through the pointers.
type table[T any] struct{ btree.Map[string, *T] }

// fork returns a table that can be written to while t stays as it is.
func (t table[T]) fork() table[T] { return table[T]{forkMap(t.Map)} }

// index files records under a person or a group.
type index[K ~string, T any] struct {
	btree.Map[K, *links[T]]
	current *byte // names this fork; no other has the same address
}

// links is a sorted list of records. Only the fork that made it writes to it, so
// that many changes to one list cost one copy; other Worlds may share it later.
type links[T any] struct {
	list []*T
	fork *byte
}

func (x index[K, T]) fork() index[K, T] { return index[K, T]{forkMap(x.Map), new(byte)} }

func (x *index[K, T]) list(key K) []*T {
	if l, ok := x.Get(key); ok {
		return l.list
	}
	return nil
}

// degree is half of what a node of a tree can hold. A change copies the nodes on
// the way to its record, so that wide ones cost With more than they save a look-up.
const degree = 8

// forkMap returns a map that can be written to while m stays as it is. Map.Copy
// writes to its source; m is a copy of the source already.
func forkMap[K ~string, V any](m btree.Map[K, V]) btree.Map[K, V] {
	if m.Len() == 0 {
		return *btree.NewMap[K, V](degree)
	}
	return *m.Copy()
}

// tables are the records, and the links by person. The members of a group need no
// index: the keys of memberships begin with it.
type tables struct {
	institution    table[Institution]
	accepted       table[AcceptedSignal]
	persons        table[Person]
	groups         table[Group]
	memberships    table[Membership]
	relationTypes  table[RelationType]
	relations      table[Relation]
	accessRoles    table[AccessRole]
	assignments    table[Assignment]
	shifts         table[Shift]
	agreements     table[Agreement]
	membershipsOf  index[PersonID, Membership]
	relationsAbout index[PersonID, Relation] // as client or as the other

	today Date

	forked [nounCount]bool // whose tables no other World shares, while With runs
}

var noTables = &tables{}

// At returns w on a workstation whose day is today, by which Judge refuses birth dates.
func (w World) At(today Date) World {
	if w.Today() == today {
		return w
	}
	t := *w.tables()
	t.today = today
	return World{&t}
}

// Today is the day of the workstation; zero: not known, and nothing is judged by it. It is
// not the reference date.
func (w World) Today() Date { return w.tables().today }

func (w World) tables() *tables {
	if w.t == nil {
		return noTables
	}
	return w.t
}

func get[T any](t *table[T], key string) (T, bool) {
	if p, ok := t.Get(key); ok {
		return *p, true
	}
	var none T
	return none, false
}

func all[T any](t *table[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		t.Scan(func(_ string, p *T) bool { return yield(*p) })
	}
}

func each[T any](list []*T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, p := range list {
			if !yield(*p) {
				return
			}
		}
	}
}

// Institution returns the institution; zero if the set-up has none.
func (w World) Institution() Institution {
	i, _ := get(&w.tables().institution, Institution{}.Key())
	return i
}

// Readings returns the institution's answers.
func (w World) Readings() Readings { return w.Institution().Readings }

// Person returns the person of that id.
func (w World) Person(id PersonID) (Person, bool) { return get(&w.tables().persons, string(id)) }

// Persons returns everybody by id.
func (w World) Persons() iter.Seq[Person] { return all(&w.tables().persons) }

// Group returns the group of that id.
func (w World) Group(id GroupID) (Group, bool) { return get(&w.tables().groups, string(id)) }

// Groups returns every group by id.
func (w World) Groups() iter.Seq[Group] { return all(&w.tables().groups) }

// Membership returns the membership that began on that first day (zero: from always on).
func (w World) Membership(g GroupID, p PersonID, from Date) (Membership, bool) {
	return get(&w.tables().memberships, Membership{Group: g, Person: p, Period: Period{From: from}}.Key())
}

// Memberships returns every membership by key.
func (w World) Memberships() iter.Seq[Membership] { return all(&w.tables().memberships) }

// MembersOf returns the memberships of a group by person and first day, ended ones included.
func (w World) MembersOf(g GroupID) iter.Seq[Membership] {
	return each(w.tables().membersOf(g))
}

// MembershipsOf returns the memberships of a person by group and first day, ended ones included.
func (w World) MembershipsOf(p PersonID) iter.Seq[Membership] {
	return each(w.tables().membershipsOf.list(p))
}

// RelationType returns the relation type of that id.
func (w World) RelationType(id RelationTypeID) (RelationType, bool) {
	return get(&w.tables().relationTypes, string(id))
}

// RelationTypes returns every relation type by id.
func (w World) RelationTypes() iter.Seq[RelationType] { return all(&w.tables().relationTypes) }

// Relation returns the relation of that id.
func (w World) Relation(id RelationID) (Relation, bool) {
	return get(&w.tables().relations, string(id))
}

// Relations returns every relation by id.
func (w World) Relations() iter.Seq[Relation] { return all(&w.tables().relations) }

// RelationsOf returns the relations of a person, on either side, by id.
func (w World) RelationsOf(p PersonID) iter.Seq[Relation] {
	return each(w.tables().relationsAbout.list(p))
}

// AccessRoles returns every access role by id.
func (w World) AccessRoles() iter.Seq[AccessRole] { return all(&w.tables().accessRoles) }

// AccessRole returns the access role of that id.
func (w World) AccessRole(id AccessRoleID) (AccessRole, bool) {
	return get(&w.tables().accessRoles, string(id))
}

// Assignments returns every assignment by key.
func (w World) Assignments() iter.Seq[Assignment] { return all(&w.tables().assignments) }

// Shifts returns every shift by id.
func (w World) Shifts() iter.Seq[Shift] { return all(&w.tables().shifts) }

// Shift returns the shift of that id.
func (w World) Shift(id ShiftID) (Shift, bool) { return get(&w.tables().shifts, string(id)) }

// Agreements returns every agreement by id.
func (w World) Agreements() iter.Seq[Agreement] { return all(&w.tables().agreements) }

// Agreement returns the agreement of that id.
func (w World) Agreement(id AgreementID) (Agreement, bool) {
	return get(&w.tables().agreements, string(id))
}

// AcceptedSignals returns every accepted signal by key.
func (w World) AcceptedSignals() iter.Seq[AcceptedSignal] { return all(&w.tables().accepted) }

// Accepted returns the accepted signal of that key.
func (w World) Accepted(key string) (AcceptedSignal, bool) { return get(&w.tables().accepted, key) }

// Count returns how many records of a noun there are.
func (w World) Count(n Noun) int { return kinds[n].count(w.tables()) }

// Record returns the record that r refers to, without its type.
func (w World) Record(r Ref) (Keyed, bool) {
	if r.Noun >= nounCount {
		return nil, false
	}
	return kinds[r.Noun].record(w.tables(), r.Key)
}

// RoleIn returns the role that m gives: its own, else the person's default role.
func (w World) RoleIn(m Membership) Role {
	if m.Role != NoRole {
		return m.Role
	}
	p, _ := w.Person(m.Person)
	return p.Role
}

// Member is a membership that counts on a day.
type Member struct {
	Membership
	As      Role // the role in the group
	Default Role // the person's default role
}

// MembersOn returns who is in the group on that day, by person: the membership
// runs and the person is active (DOMAIN.md 2).
func (w World) MembersOn(g GroupID, on Date) []Member {
	return w.membersIn(w.tables().membersOf(g), on)
}

// GroupsOn returns the memberships of a person that count on that day, by group.
func (w World) GroupsOn(p PersonID, on Date) []Member {
	return w.membersIn(w.tables().membershipsOf.list(p), on)
}

// membersOf returns the memberships of a group by person and first day. In the order
// of the keys P-1 stands before P, since - is less than /.
func (t *tables) membersOf(g GroupID) []*Membership {
	var out []*Membership
	t.memberships.Ascend(string(g)+"/", func(_ string, m *Membership) bool {
		if m.Group != g {
			return false
		}
		out = append(out, m)
		return true
	})
	if !slices.IsSortedFunc(out, compareMemberships) {
		slices.SortFunc(out, compareMemberships)
	}
	return out
}

func (w World) membersIn(list []*Membership, on Date) []Member {
	out := make([]Member, 0, len(list))
	for _, m := range list {
		if one, ok := w.member(m, on); ok {
			out = append(out, one)
		}
	}
	return out
}

// member returns m as a Member; ok is false if it does not count on the day.
func (w World) member(m *Membership, on Date) (Member, bool) {
	if !m.Covers(on) {
		return Member{}, false
	}
	p, ok := w.tables().persons.Get(string(m.Person))
	if !ok || !p.ActiveOn(on) {
		return Member{}, false
	}
	out := Member{*m, m.Role, p.Role}
	if m.Role == NoRole {
		out.As = p.Role
	}
	return out, true
}

// InEffect returns the type of r and whether r counts on that day: its period
// runs, it is not withdrawn, its type is switched on (E7) and both people are active.
func (w World) InEffect(r Relation, on Date) (RelationType, bool) {
	if !r.RunsOn(on) {
		return RelationType{}, false
	}
	t, ok := w.RelationType(r.Type)
	if !ok || t.SwitchedOff {
		return t, false
	}
	return t, w.active(r.Client, on) && w.active(r.Person, on)
}

func (w World) active(id PersonID, on Date) bool {
	p, ok := w.tables().persons.Get(string(id))
	return ok && p.ActiveOn(on)
}

// Refers returns every record that refers to the person, in the order of the nouns.
func (w World) Refers(id PersonID) []Ref {
	var out []Ref
	for m := range w.MembershipsOf(id) {
		out = append(out, Ref{MembershipNoun, m.Key()})
	}
	for r := range w.RelationsOf(id) {
		out = append(out, Ref{RelationNoun, r.Key()})
	}
	for a := range w.Assignments() {
		if a.Person == id {
			out = append(out, Ref{AssignmentNoun, a.Key()})
		}
	}
	for s := range w.Shifts() {
		if slices.Contains(s.Employees, id) || slices.Contains(s.Clients, id) {
			out = append(out, Ref{ShiftNoun, s.Key()})
		}
	}
	for a := range w.Agreements() {
		if a.Viewer == id || a.Other == id {
			out = append(out, Ref{AgreementNoun, a.Key()})
		}
	}
	return out
}

// Next returns the noun's next free id, a letter and a number: P for persons, G
// groups, T relation types, R relations, A access roles, S shifts, F agreements.
// The other nouns have no id: it is empty.
func (w World) Next(n Noun) string { return kinds[n].next(w.tables()) }

// Has reports whether the record exists.
func (w World) Has(r Ref) bool {
	_, ok := w.Record(r)
	return ok
}
