package domain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// SameName returns what two names share when they count as one: NFC, case
// folded and trimmed. Names of groups and of relation types are unique by it
// (DOMAIN.md 3). It does not hide accents: Zoë and Zoe are two names.
func SameName(s string) string {
	return norm.NFC.String(cases.Fold().String(norm.NFC.String(strings.TrimSpace(s))))
}

// builtInWords betray a diagnosis, a treatment or a measure in the name of a
// group (DOMAIN.md 4), wherever in a word of the name they stand.
var builtInWords = [...]string{
	"adhd", "angst", "anorexia", "asperger", "autisme", "autistisch", "bipolair", "borderline", "boulimia", "crisis",
	"delict", "dementie", "depressie", "detentie", "detox", "eetstoornis", "forensisch", "gedragsstoornis",
	"hechting", "lvb", "misbruik", "mishandeling", "nah", "ondertoezichtstelling", "ots", "psychiatrie",
	"psychiatrisch", "psychose", "ptss", "rouwverwerking", "schizofrenie", "schuldhulp", "suïcide", "tbs", "trauma",
	"uithuisplaatsing", "verslaafd", "verslaving", "verwaarlozing", "zelfbeschadiging",
}

// BuiltInWords returns the words that betray where an institution has no list of
// its own, in alphabetical order.
func BuiltInWords() []string { return slices.Clone(builtInWords[:]) }

// RevealingWords returns the words that betray a diagnosis or a measure in the
// name of a group: the institution's own, else the built-in list.
func (i Institution) RevealingWords() []string {
	if i.Words == nil {
		return BuiltInWords()
	}
	return i.Words
}

// shortWord is the length up to which a word betrays as a whole word only: ots
// stands in bots, and nah in nahuis.
const shortWord = 3

// Betrayals are words that betray, ready to be looked for in many names.
type Betrayals struct{ said, folded []string }

// NewBetrayals makes words ready.
func NewBetrayals(words []string) Betrayals {
	b := Betrayals{said: words, folded: make([]string, len(words))}
	for i, w := range words {
		b.folded[i] = bare(w)
	}
	return b
}

// In returns the first of the words that a name contains; case, accents and odd
// spaces do not matter. A word of at most three letters must stand by itself.
func (b Betrayals) In(name string) (word string, found bool) {
	name = bare(name)
	parts := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, w := range b.folded {
		switch {
		case w == "": // says nothing, and would stand in every name
		case utf8.RuneCountInString(w) > shortWord:
			found = strings.Contains(name, w)
		default:
			found = slices.Contains(parts, w)
		}
		if found {
			return b.said[i], true
		}
	}
	return "", false
}

// bare takes case, accents and odd spaces off a text.
func bare(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(cases.Fold().String(s)))
	return strings.Join(strings.Fields(s), " ")
}
