package domain

import "slices"

// Relation joins one client and one other person, of a type, for a period (N1).
type Relation struct {
	ID     RelationID     `cbor:"1,keyasint"`
	Client PersonID       `cbor:"2,keyasint"`
	Person PersonID       `cbor:"3,keyasint"`
	Type   RelationTypeID `cbor:"4,keyasint"`
	Period
	ReplacedBy RelationID `cbor:"5,keyasint,omitempty"` // E8
	Withdrawn  bool       `cbor:"6,keyasint,omitempty"` // E8: never began, counts on no day
	Note       string     `cbor:"7,keyasint,omitempty"`
}

// Key names the relation among all relations.
func (r Relation) Key() string { return string(r.ID) }

// Equal reports whether r and s say the same.
func (r Relation) Equal(s Relation) bool { return r == s }

// RunsOn reports whether the relation itself counts on a day. Whether it has an
// effect depends on its type and on both people too: see World.InEffect.
func (r Relation) RunsOn(on Date) bool { return !r.Withdrawn && r.Covers(on) }

// Opposite returns the other one of the two people.
func (r Relation) Opposite(id PersonID) PersonID {
	if r.Client == id {
		return r.Person
	}
	return r.Client
}

var relationProperties = []Property[Relation]{
	OneProperty("client", PersonNoun, func(r *Relation) *PersonID { return &r.Client }).Needed(),
	OneProperty("person", PersonNoun, func(r *Relation) *PersonID { return &r.Person }).Needed(),
	OneProperty("type", RelationTypeNoun, func(r *Relation) *RelationTypeID { return &r.Type }).Needed(),
	DayProperty("from", func(r *Relation) *Date { return &r.From }).Needed(),
	DayProperty("through", func(r *Relation) *Date { return &r.Through }),
	TextProperty("note", Prose, noteLimit, func(r *Relation) *string { return &r.Note }),
}

// RelationProperties describes a relation, in the order of a form. Only commands set
// what belongs to a replacement (E8).
func RelationProperties() []Property[Relation] { return slices.Clone(relationProperties) }

// The verbs about relations.
const (
	VerbRelationAdd    Verb = "relation.add"
	VerbRelationEdit   Verb = "relation.edit"
	VerbRelationEnd    Verb = "relation.end"
	VerbRelationRemove Verb = "relation.remove"
)

// AddRelation adds a relation. Without an id it gets the next free one. One of an
// exclusive type replaces the client's others of that type, in the same edit (E8).
type AddRelation struct{ Relation Relation }

func (AddRelation) Verb() Verb { return VerbRelationAdd }

func (c AddRelation) Plan(w World) ([]Change, error) {
	n := c.Relation
	if n.ID == "" {
		n.ID = RelationID(w.Next(RelationNoun))
	}
	at := Ref{RelationNoun, n.Key()}
	if err := fresh(w, at); err != nil {
		return nil, err
	}
	if t, _ := w.RelationType(n.Type); !t.Exclusive {
		for r := range w.alike(n) {
			if r.Person == n.Person {
				return nil, Refusal{Code: AlreadyRelated, Subject: at, Field: "from", Others: []Ref{{RelationNoun, r.Key()}}}
			}
		}
	}
	return plan(w, append(w.Replacements(n), Change{Relation: newSwap(nil, &n)})...)
}

// EditRelation replaces the record with Relation's id. It never replaces another
// relation: an overlap of an exclusive type is refused. If it becomes another relation,
// those that it replaced are not replaced by it any more, in the same edit (E8).
type EditRelation struct {
	Relation Relation
	GiveBack []OldEnd
}

func (EditRelation) Verb() Verb { return VerbRelationEdit }

func (c EditRelation) Plan(w World) ([]Change, error) {
	was, ok := w.Relation(c.Relation.ID)
	at := Ref{RelationNoun, c.Relation.Key()}
	switch {
	case !ok:
		return nil, missing(at)
	case was.Equal(c.Relation):
		return nil, Refusal{Code: NothingToDo, Subject: at}
	}
	now := w.standing(c.Relation)
	var changes []Change
	if was.another(now) {
		var err error
		if changes, err = w.release(was, c.GiveBack); err != nil {
			return nil, err
		}
	}
	return plan(w, append(changes, Change{Relation: newSwap(&was, &now)})...)
}

// EndRelations ends relations with the day Through as their last, as one edit.
// Relations that they replaced do not return (E8).
type EndRelations struct {
	IDs     []RelationID
	Through Date
}

func (EndRelations) Verb() Verb { return VerbRelationEnd }

func (c EndRelations) Plan(w World) ([]Change, error) {
	changes := make([]Change, 0, len(c.IDs))
	for _, id := range c.IDs {
		was, ok := w.Relation(id)
		at := Ref{RelationNoun, string(id)}
		if !ok {
			return nil, missing(at)
		}
		if was.Withdrawn && c.Through != 0 {
			return nil, Refusal{Code: NotRunning, Subject: at, Date: was.Through}
		}
		if err := mayEnd(at, was.Period, c.Through); err != nil {
			return nil, err
		}
		if was.Through == c.Through {
			continue
		}
		now := was
		now.Through = c.Through
		now = w.standing(now)
		changes = append(changes, Change{Relation: newSwap(&was, &now)})
	}
	return plan(w, changes...)
}

// RemoveRelation removes a relation that was made by mistake. One that was real is
// ended instead. Those that it replaced are not replaced any more, in the same edit; they
// end as they do now unless GiveBack names their old end (E8).
type RemoveRelation struct {
	ID       RelationID
	GiveBack []OldEnd
}

func (RemoveRelation) Verb() Verb { return VerbRelationRemove }

func (c RemoveRelation) Plan(w World) ([]Change, error) {
	was, ok := w.Relation(c.ID)
	if !ok {
		return nil, missing(Ref{RelationNoun, string(c.ID)})
	}
	changes, err := w.release(was, c.GiveBack)
	if err != nil {
		return nil, err
	}
	return plan(w, append(changes, Change{Relation: newSwap(&was, nil)})...)
}

func (Relation) judge(j *judge, s *Swap[Relation]) {
	if s.After == nil {
		j.removal(Ref{RelationNoun, s.Before.Key()}, j.replacedByRefs(s.Before.ID))
		return
	}
	r := *s.After
	at := Ref{RelationNoun, r.Key()}
	j.id(at)
	properties(j, at, relationProperties, &r)
	j.period(at, r.Period)
	j.successors(s)
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
