// Package tell makes sentences of what the domain knows: a refusal, a ground, a
// change, a date, a name that tells namesakes apart.
//
// It promises one sentence that says what happened, what was kept and what to do,
// with everything from outside cleaned. It refuses to know screens, files and clocks.
package tell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// Words says everything in one language: the catalogue, and sentences about the
// domain. The zero Words is Dutch.
type Words struct {
	words.Words
	spoken bool // see Spoken
}

// In returns the words of a language.
func In(l words.Language) Words { return Words{Words: words.In(l)} }

// Spoken returns the same words with roles as people speak of them first, and the
// platform's codes second.
func (w Words) Spoken() Words {
	w.spoken = true
	return w
}

// IsSpoken reports whether roles are said as people speak of them.
func (w Words) IsSpoken() bool { return w.spoken }

// Voice is all that decides how Words say a thing: what was said in one is said anew in
// another.
type Voice struct {
	Language words.Language
	spoken   bool
}

// Voice returns that of w.
func (w Words) Voice() Voice { return Voice{w.Language(), w.spoken} }

// NameKey returns the key by which a person sorts: family name without its prefix
// ("van den Berg" under B), given name, prefix. A person with one name sorts by that.
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

// List joins names as a sentence does: "A, B en C".
func (w Words) List(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	last := len(names) - 1
	return w.Say("list.and", strings.Join(names[:last], ", "), names[last])
}

// Some is List with at most most names, and the number of further ones.
func (w Words) Some(names []string, most int) string {
	if len(names) <= most {
		return w.List(names)
	}
	return w.ListAnd(names[:most], len(names)-most)
}

// ListAnd is List of names that are cut short already, with the number of further ones.
func (w Words) ListAnd(names []string, more int) string {
	if more <= 0 {
		return w.List(names)
	}
	return w.Say("list.more", more, strings.Join(names, ", "))
}

// YesNo says yes or no.
func (w Words) YesNo(b bool) string {
	if b {
		return w.Say("word.yes")
	}
	return w.Say("word.no")
}

// UpperFirst returns a sentence with a capital in front.
func UpperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
