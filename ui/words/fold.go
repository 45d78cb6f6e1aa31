package words

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// apart are letters that carry their sign inside, so that decomposing does not
// take it off.
var apart = strings.NewReplacer(
	"ı", "i", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "ħ", "h", "ŧ", "t",
	"ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "’", "'", "‘", "'", "`", "'",
)

// Fold returns a text as filters and look-ups compare it: without case, accents
// and odd spaces, so that "nguyen" finds Nguyễn.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(apart.Replace(b.String())), " ")
}
