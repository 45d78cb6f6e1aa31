package export

import (
	"zichtlijn/domain"
	"zichtlijn/store/exchange/pseudonym"
	"zichtlijn/ui/picture/draw"
)

// Given is what a picture or page that leaves the program is made of, and whom it names.
type Given struct {
	draw.Subject
	secret []byte // nil: everybody has their own name
	named  map[domain.Ref]bool
}

// NewGiven returns what is given of a World: with a secret among people with invented names,
// and then said is what is replaced.
func NewGiven(c Content, secret []byte) (g Given, said []string) {
	if secret != nil {
		c, said = Pseudonymised(c, secret)
	}
	g = Given{draw.Subject{World: c.World, On: c.On, Words: c.Words}, secret, map[domain.Ref]bool{}}
	g.Named = func(ref domain.Ref) { g.named[ref] = true }
	return g, said
}

// Invented reports whether people have invented names.
func (g Given) Invented() bool { return g.secret != nil }

// Shown is the id that somebody has there.
func (g Given) Shown(id domain.PersonID) domain.PersonID {
	if g.secret == nil {
		return id
	}
	return pseudonym.ID(id, g.secret)
}

// Exported is what to note of it, once it is made: how many people and groups it names.
func (g Given) Exported(form, to string) domain.Exported {
	out := domain.NewExported(domain.World{}, form, to)
	for ref := range g.named {
		out.Counts[ref.Noun]++
	}
	out.Pseudonymised = g.Invented()
	return out
}
