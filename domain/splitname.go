package domain

import (
	"slices"
	"strings"
)

// namePrefixes are the words before a family name that are no part of it (tussenvoegsels).
var namePrefixes = []string{
	"'s", "'t", "aan", "af", "al", "am", "auf", "bij", "bin", "d'", "da", "dal", "de", "degli", "dei", "del", "della", "den", "der", "des", "di", "die",
	"do", "don", "dos", "du", "el", "ibn", "im", "in", "l'", "la", "las", "le", "les", "lo", "los", "of", "onder", "op", "over", "te", "ten", "ter", "tho",
	"thoe", "thor", "to", "toe", "tot", "uijt", "uit", "unter", "v.d.", "van", "vd", "ver", "vom", "von", "voor", "vor", "zu", "zum", "zur",
}

func isNamePrefix(word string) bool {
	return slices.Contains(namePrefixes, strings.ReplaceAll(strings.ToLower(word), "’", "'"))
}

// SplitName splits a whole name: "Anna de Bos", and "Bos, Anna de" or "de Bos, Anna". Who
// has one name has NoFamilyName. It is a guess, to be shown and corrected.
func SplitName(whole string) (given, prefix, family string) {
	if last, first, turned := strings.Cut(whole, ","); turned {
		given, prefix = cutPrefix(strings.Fields(first), true)
		before, family := cutPrefix(strings.Fields(last), false)
		return given, strings.TrimSpace(prefix + " " + before), orNone(family)
	}
	words := strings.Fields(whole)
	at := 1 // of the first word behind the given names
	for at < len(words)-1 && !isNamePrefix(words[at]) {
		at++
	}
	if at >= len(words) {
		return whole, "", NoFamilyName
	}
	prefix, family = cutPrefix(words[at:], false)
	return strings.Join(words[:at], " "), prefix, family
}

func orNone(family string) string {
	if family == "" {
		return NoFamilyName
	}
	return family
}

// cutPrefix takes the prefixes off the beginning of a name, or off its end. One word is
// always left.
func cutPrefix(words []string, atEnd bool) (first, rest string) {
	n := len(words)
	at := 0
	if atEnd {
		for at = n; at > 1 && isNamePrefix(words[at-1]); {
			at--
		}
	} else {
		for at < n-1 && isNamePrefix(words[at]) {
			at++
		}
	}
	return strings.Join(words[:at], " "), strings.Join(words[at:], " ")
}
