package words

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestANameCanNeitherDriveATerminalNorPoseAsAnother(t *testing.T) {
	for in, want := range map[string]string{
		"Noor Haddad":        "Noor Haddad",
		"Zoë\u00a0de Groot":  "Zoë\u00a0de Groot",
		"\x1b[31mrood":       "<U+001B>[31mrood",
		"a\u202eb":           "a<U+202E>b",
		"Jan\u200bde Vries":  "Jan<U+200B>de Vries",
		"\u0085\u009b":       "<U+0085><U+009B>",
		"x\ufe0fy":           "x<U+FE0F>y",
		"ﾠ":                  "<U+FFA0>",
		"kapot\xff":          "kapot\uFFFD",
		"regel\neen":         "regel<U+000A>een",
		"الاسم":              "الاسم",
		"wide\u3000space":    "wide<U+3000>space",
		"\U000E0041tag":      "<U+E0041>tag",
		"van den Berg-Özdem": "van den Berg-Özdem",
	} {
		if got := Clean(in); got != want {
			t.Errorf("%+q became %+q, want %+q", in, got, want)
		}
	}
}

func TestWhateverIsCleanedIsSafeAndStaysSo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.RuneFrom(nil, unicode.Cf, unicode.Cc, unicode.Zs), 0, 20, -1)).Draw(t, "text")
		out := Clean(in)
		for _, r := range out {
			if unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) {
				t.Fatalf("%+q kept %U", in, r)
			}
		}
		if !utf8.ValidString(out) || Clean(out) != out {
			t.Fatalf("%+q became %+q", in, out)
		}
	})
}
