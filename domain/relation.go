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

// RunsOn reports whether the relation's own period counts on the given day.
// Whether it has any effect depends on its type and on both people too: see
// World.InEffect.
func (r Relation) RunsOn(on Date) bool { return !r.Withdrawn && r.Covers(on) }

// Opposite returns the one of the two who is not id.
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

// RelationProperties are what one says of a relation, in the order of a form. What
// a replacement sets (E8) is nobody's to say.
func RelationProperties() []Property[Relation] { return slices.Clone(relationProperties) }
