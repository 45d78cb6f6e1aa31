package domain

// Swap replaces one record by another of the same key. No Before: created; no
// After: removed. The records are shared, never written to.
type Swap[T any] struct {
	Before *T `cbor:"1,keyasint,omitempty"`
	After  *T `cbor:"2,keyasint,omitempty"`
}

// Change is one step from a World to the next. Exactly one field is set. It
// keeps what was there, so that taking back, audit and conflicts need nothing else.
type Change struct {
	Institution    *Swap[Institution]    `cbor:"1,keyasint,omitempty"`
	AcceptedSignal *Swap[AcceptedSignal] `cbor:"2,keyasint,omitempty"`
	Person         *Swap[Person]         `cbor:"3,keyasint,omitempty"`
	Group          *Swap[Group]          `cbor:"4,keyasint,omitempty"`
	Membership     *Swap[Membership]     `cbor:"5,keyasint,omitempty"`
	RelationType   *Swap[RelationType]   `cbor:"6,keyasint,omitempty"`
	Relation       *Swap[Relation]       `cbor:"7,keyasint,omitempty"`
	AccessRole     *Swap[AccessRole]     `cbor:"8,keyasint,omitempty"`
	Assignment     *Swap[Assignment]     `cbor:"9,keyasint,omitempty"`
	Shift          *Swap[Shift]          `cbor:"10,keyasint,omitempty"`
	Agreement      *Swap[Agreement]      `cbor:"11,keyasint,omitempty"`
}

// Keyed is a record that is kept: it has a key for good.
type Keyed interface{ Key() string }

// Step is a Change seen without its type: which record, and what it was and becomes.
type Step struct {
	Ref
	Before, After Keyed // nil: was not there, is no longer there
}

// Step returns c without its type. It panics for a Change with no field set,
// which no command plans and no store returns.
func (c Change) Step() Step {
	n, k := kindIn(&c)
	if k == nil {
		panic("domain: a change that changes nothing")
	}
	return k.step(n, &c)
}

// Inverse returns the change that takes c back.
func (c Change) Inverse() Change {
	var out Change
	for _, k := range kinds {
		k.invert(&c, &out)
	}
	return out
}

// Inverse returns the changes that take all of changes back, last first.
func Inverse(changes []Change) []Change {
	out := make([]Change, len(changes))
	for i, c := range changes {
		out[len(changes)-1-i] = c.Inverse()
	}
	return out
}

// record is what apply needs of a noun.
type record[T any] interface {
	Keyed
	Equal(T) bool
}

// between returns the swap from before to after, either of which may be nil.
func between[T any](before, after *T) *Swap[T] { return &Swap[T]{Before: before, After: after} }
