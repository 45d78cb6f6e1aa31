package domain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// builtInWords reveal a diagnosis, a treatment or a measure in the name of a group
// (DOMAIN.md 4).
var builtInWords = [...]string{
	"adhd", "alzheimer", "angst", "anorexia", "asperger", "autisme", "autistisch", "bipolair", "borderline", "boulimia", "crisis",
	"delict", "dementie", "depressie", "detentie", "detox", "diabetes", "dwang", "eetstoornis", "epilepsie", "forensisch", "gedragsstoornis",
	"hechting", "hiv", "kanker", "lvb", "misbruik", "mishandeling", "nah", "obesitas", "ondertoezichtstelling", "ots", "parkinson", "psychiatrie",
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

// shortWord is the length up to which a word is found only by itself or before one of
// compoundEnds: ots is in bots, and nah in nahuis.
const shortWord = 3

var compoundEnds = [...]string{
	"", "afdeling", "begeleiding", "behandeling", "cursus", "groep", "groepen", "jongeren", "kliniek", "ouders", "poli", "team", "training",
}

// WordFinder finds words in many names.
type WordFinder struct{ words, folded []string }

func NewWordFinder(words []string) WordFinder {
	f := WordFinder{words: words, folded: make([]string, len(words))}
	for i, w := range words {
		f.folded[i] = LookUp(w)
	}
	return f
}

// Find returns the first of the words that a name contains. Case, accents and
// repeated spaces do not matter. A word of at most three letters must stand
// alone or begin a compound such as nahgroep.
func (f WordFinder) Find(name string) (word string, found bool) {
	name = LookUp(name)
	parts := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, w := range f.folded {
		switch {
		case w == "": // would be in every name
		case utf8.RuneCountInString(w) > shortWord:
			found = strings.Contains(name, w)
		default:
			found = slices.ContainsFunc(parts, func(part string) bool {
				end, begins := strings.CutPrefix(part, w)
				return begins && slices.Contains(compoundEnds[:], end)
			})
		}
		if found {
			return f.words[i], true
		}
	}
	return "", false
}
