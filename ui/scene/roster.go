package scene

import (
	"zichtlijn/domain"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Roster is the order in which lists show people, groups and types of one
// World. Collating ten thousand names takes a while, so it is done when first
// asked for, and names that stayed the same keep their key from the Roster
// before. It belongs to the one goroutine of the screen.
type Roster struct {
	world  domain.World
	keys   map[string]string // name -> key of the collation
	people []domain.Person
	groups []domain.Group
	types  []domain.RelationType
}

// NewRoster returns the order of world; before may be nil.
func NewRoster(world domain.World, before *Roster) *Roster {
	r := &Roster{world: world, keys: map[string]string{}}
	if before != nil {
		r.keys = before.keys
	}
	return r
}

func (r *Roster) key(name string, make func() string) string {
	k, ok := r.keys[name]
	if !ok {
		k = make()
		r.keys[name] = k
	}
	return k
}

// NameKey returns the key by which a person sorts.
func (r *Roster) NameKey(p domain.Person) string {
	name := p.FamilyName + "\x00" + p.GivenName + "\x00" + p.FamilyNamePrefix
	return r.key(name, func() string { return tell.NameKey(p) })
}

// TextKey returns the key by which a text sorts.
func (r *Roster) TextKey(s string) string { return r.key(s, func() string { return words.SortKey(s) }) }

// People returns everybody by name.
func (r *Roster) People() []domain.Person {
	if r.people == nil {
		for p := range r.world.Persons() {
			r.people = append(r.people, p)
		}
		words.SortBy(r.people, r.NameKey)
	}
	return r.people
}

// Groups returns every group by name.
func (r *Roster) Groups() []domain.Group {
	if r.groups == nil {
		for g := range r.world.Groups() {
			r.groups = append(r.groups, g)
		}
		words.SortBy(r.groups, func(g domain.Group) string { return r.TextKey(g.Name) })
	}
	return r.groups
}

// Types returns every relation type by name.
func (r *Roster) Types() []domain.RelationType {
	if r.types == nil {
		for t := range r.world.RelationTypes() {
			r.types = append(r.types, t)
		}
		words.SortBy(r.types, func(t domain.RelationType) string { return r.TextKey(t.Name) })
	}
	return r.types
}
