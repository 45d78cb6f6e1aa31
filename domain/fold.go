package domain

import (
	"bytes"
	"strings"
	"sync"
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
	if out, ok := byTable(s); ok {
		return out
	}
	return lookUp(s)
}

// byTable is lookUp of a text without combining marks, in the letters of Europe and
// Vietnam: those fold one by one. It is what makes a filter of ten thousand names quick.
func byTable(s string) (string, bool) {
	var room [128]byte // most names need no more memory than their result
	b := room[:0]
	for _, r := range s {
		switch {
		case r == ' ', '\t' <= r && r <= '\r':
			b = appendSpace(b)
		case 'A' <= r && r <= 'Z':
			b = append(b, byte(r+'a'-'A'))
		case r < utf8.RuneSelf && r != '`':
			b = append(b, byte(r))
		default:
			at, ok := inTable(r)
			if !ok {
				return "", false
			}
			for rest := foldedRunes()[at]; rest != ""; rest = rest[1:] {
				if rest[0] == ' ' {
					b = appendSpace(b)
				} else {
					b = append(b, rest[0])
				}
			}
		}
	}
	return string(bytes.TrimSuffix(b, []byte(" "))), true
}

// appendSpace appends a space, unless one stands there or nothing does.
func appendSpace(b []byte) []byte {
	if len(b) == 0 || b[len(b)-1] == ' ' {
		return b
	}
	return append(b, ' ')
}

// tabled are the ranges of runes that fold one by one: letters, and the signs of
// punctuation with apostrophes, hyphens, spaces and what draws nothing.
var tabled = [...]struct{ first, last rune }{{0x60, 0x24f}, {0x1e00, 0x1eff}, {0x2000, 0x203f}}

// inTable returns the place of r in foldedRunes.
func inTable(r rune) (at int, ok bool) {
	for _, t := range tabled {
		if t.first <= r && r <= t.last {
			return at + int(r-t.first), true
		}
		at += int(t.last-t.first) + 1
	}
	return 0, false
}

// foldedRunes are the tabled runes as lookUp folds them.
var foldedRunes = sync.OnceValue(func() []string {
	var out []string
	for _, t := range tabled {
		for r := t.first; r <= t.last; r++ {
			between := lookUp("x" + string(r) + "x") // a space at an end would go
			out = append(out, between[1:len(between)-1])
		}
	}
	return out
})

// lookUp is LookUp of any text.
func lookUp(s string) string {
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
