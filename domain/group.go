package domain

// Group links people in one action; its visibility decides who sees whom
// through it (G1–G6).
type Group struct {
	ID          GroupID    `cbor:"1,keyasint"`
	Name        string     `cbor:"2,keyasint"` // unique, see SameName
	Visibility  Visibility `cbor:"3,keyasint,omitempty"`
	Location    string     `cbor:"4,keyasint,omitempty"`
	NewsGroup   string     `cbor:"5,keyasint,omitempty"` // D2
	Description string     `cbor:"6,keyasint,omitempty"`
}

// Key names the group among all groups.
func (g Group) Key() string { return string(g.ID) }

// Equal reports whether g and h say the same.
func (g Group) Equal(h Group) bool { return g == h }
