package domain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// SameName folds a name: two names with one result count as the same. It is NFC,
// case folded and trimmed, and keeps accents: Zoë and Zoe are two names. Names of
// groups and of relation types are unique by it (DOMAIN.md 3).
func SameName(s string) string {
	return norm.NFC.String(cases.Fold().String(norm.NFC.String(strings.TrimSpace(s))))
}

// builtInWords reveal a diagnosis, a treatment or a measure in the name of a group
// (DOMAIN.md 4).
var builtInWords = [...]string{
	"adhd", "angst", "anorexia", "asperger", "autisme", "autistisch", "bipolair", "borderline", "boulimia", "crisis",
	"delict", "dementie", "depressie", "detentie", "detox", "eetstoornis", "forensisch", "gedragsstoornis",
	"hechting", "lvb", "misbruik", "mishandeling", "nah", "ondertoezichtstelling", "ots", "psychiatrie",
	"psychiatrisch", "psychose", "ptss", "rouwverwerking", "schizofrenie", "schuldhulp", "suïcide", "tbs", "trauma",
	"uithuisplaatsing", "verslaafd", "verslaving", "verwaarlozing", "zelfbeschadiging",
}

// BuiltInWords returns the revealing words for an institution without a list of its
// own, in alphabetical order.
func BuiltInWords() []string { return slices.Clone(builtInWords[:]) }

// RevealingWords returns the words that reveal a diagnosis or a measure in the name
// of a group: the institution's own, else the built-in list.
func (i Institution) RevealingWords() []string {
	if i.Words == nil {
		return BuiltInWords()
	}
	return i.Words
}

// shortWord is the length up to which only a whole word is found: ots is in bots,
// and nah in nahuis.
const shortWord = 3

// WordFinder finds words in many names.
type WordFinder struct{ words, folded []string }

func NewWordFinder(words []string) WordFinder {
	f := WordFinder{words: words, folded: make([]string, len(words))}
	for i, w := range words {
		f.folded[i] = foldWord(w)
	}
	return f
}

// Find returns the first of the words that a name contains. Case, accents and
// repeated spaces do not matter. A word of at most three letters must stand alone.
func (f WordFinder) Find(name string) (word string, found bool) {
	name = foldWord(name)
	parts := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, w := range f.folded {
		switch {
		case w == "": // would be in every name
		case utf8.RuneCountInString(w) > shortWord:
			found = strings.Contains(name, w)
		default:
			found = slices.Contains(parts, w)
		}
		if found {
			return f.words[i], true
		}
	}
	return "", false
}

// foldWord removes case, accents and repeated spaces.
func foldWord(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(cases.Fold().String(s)))
	return strings.Join(strings.Fields(s), " ")
}
