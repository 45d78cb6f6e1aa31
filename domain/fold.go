package domain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// This file has the one folding of names, in two strengths (DOMAIN.md 3).

// SameName folds a name: two names with one result count as the same. Names of groups
// and of relation types are unique by it. Case, the kinds of apostrophe, hyphen and
// space, ligatures, full-width forms and what draws nothing do not count; accents do: Zoë
// and Zoe are two names. A name that shows nothing becomes empty.
func SameName(s string) string {
	if plain(s) {
		return oneSpace(strings.ToLower(s))
	}
	s = norm.NFKC.String(strings.Map(alike, s))
	return oneSpace(norm.NFKC.String(cases.Fold().String(strings.Map(alike, s))))
}

// LookUp folds a text as look-ups, filters, namesakes and pasted lists compare it:
// SameName without accents, so that "nguyen" finds Nguyễn. The vowel signs of other
// scripts stay: without them it is another name.
func LookUp(s string) string {
	s = SameName(s)
	if plain(s) {
		return s
	}
	var b strings.Builder
	accented := false // the letter before takes accents
	for _, r := range norm.NFD.String(s) {
		if unicode.Is(unicode.Mn, r) {
			if !accented {
				b.WriteRune(r)
			}
			continue
		}
		accented = unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
		b.WriteRune(r)
	}
	return oneSpace(norm.NFC.String(undecomposed.Replace(b.String())))
}

// undecomposed maps letters whose sign decomposing does not remove.
var undecomposed = strings.NewReplacer(
	"ı", "i", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "ħ", "h", "ŧ", "t", "æ", "ae", "œ", "oe", "þ", "th",
)

// plain reports whether s is ASCII without a sign that is folded: nearly every name.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] == '`' {
			return false
		}
	}
	return true
}

// oneSpace trims, and makes every run of spaces one space.
func oneSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// alike maps the signs that people type for one another to one, and drops what draws
// nothing.
func alike(r rune) rune {
	switch r {
	case '’', '‘', 'ʼ', '´', '`':
		return '\''
	case '‐', '‑':
		return '-'
	case 0x2800: // a braille cell without dots
		return ' '
	}
	if unicode.Is(unicode.Cf, r) || fillers[r] {
		return -1
	}
	return r
}

// fillers are letters and marks that draw nothing.
var fillers = map[rune]bool{0x034f: true, 0x115f: true, 0x1160: true, 0x17b4: true, 0x17b5: true,
	0x180b: true, 0x180c: true, 0x180d: true, 0x3164: true, 0xffa0: true}
