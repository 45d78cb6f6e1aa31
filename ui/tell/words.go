// Package tell makes sentences of what the domain knows: a refusal, a ground, a
// change, a date, a name that tells namesakes apart.
//
// It promises one sentence that says what happened, what was kept and what to do,
// with everything from outside cleaned. It refuses to know screens, files and clocks.
package tell

import (
	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// Words says everything in one language: the catalogue, and sentences about the
// domain. The zero Words is Dutch.
type Words struct{ words.Words }

// In returns the words of a language.
func In(l words.Language) Words { return Words{words.In(l)} }

// NameKey returns the key by which a person sorts: family name without its
// prefix ("van den Berg" under B), given name, prefix; for whoever has one name,
// that name.
func NameKey(p domain.Person) string {
	family := p.FamilyName
	if family == domain.NoFamilyName {
		family = ""
	}
	if family == "" {
		family = p.GivenName
	}
	return words.SortKey(family + "\x00" + p.GivenName + "\x00" + p.FamilyNamePrefix)
}
