package domain

import "slices"

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

var groupProperties = []Property[Group]{
	TextProperty("name", Name, nameLimit, func(g *Group) *string { return &g.Name }).Needed(),
	ChoiceProperty("visibility", Visibilities(), func(g *Group) *Visibility { return &g.Visibility }),
	TextProperty("location", Line, nameLimit, func(g *Group) *string { return &g.Location }),
	TextProperty("newsGroup", Line, nameLimit, func(g *Group) *string { return &g.NewsGroup }),
	TextProperty("description", Prose, noteLimit, func(g *Group) *string { return &g.Description }),
}

// GroupProperties are what one says of a group, in the order of a form.
func GroupProperties() []Property[Group] { return slices.Clone(groupProperties) }
