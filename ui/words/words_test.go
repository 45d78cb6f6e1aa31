package words

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

func TestTheLanguagesSayTheSameThings(t *testing.T) {
	first := languages[Dutch].read().sentences
	if len(first) < 1000 {
		t.Fatalf("found %d sentences only", len(first))
	}
	for _, l := range Languages() {
		other := languages[l].read().sentences
		for key := range first {
			if _, ok := other[key]; !ok {
				t.Errorf("%v lacks %s", l, key)
			}
		}
		for key := range other {
			if _, ok := first[key]; !ok {
				t.Errorf("%v alone has %s", l, key)
			}
		}
	}
}

// hardWords are words of letters and rules that nobody says: a reader at B1 stumbles.
var hardWords = map[Language][]string{
	Dutch: {
		"middels", "conform", "alsmede", "teneinde", "derhalve", "betreffende", "inzake", "tevens", "indien", "gelieve", "aldus", "hetgeen", "desgewenst", "reeds",
		"slechts", "omtrent", "ingevolge", "krachtens", "dientengevolge", "mutatie", "parameter", "instantie", "authenticatie", "implementeren", "genereren",
		"selecteren", "configureren", "initialiseren", "optioneel", "valideren",
	},
	English: {"utilize", "herein", "pursuant", "aforementioned", "commence", "hereby", "thereof", "subsequently", "facilitate", "instantiate", "initialize", "invalid"},
}

// SHOWING.md 4: the words of the screen are those that people say.
func TestNoSentenceHasAWordThatNobodySays(t *testing.T) {
	for l, hard := range hardWords {
		for key, s := range languages[l].read().sentences {
			text := strings.ToLower(s.text + " " + s.forms[plural.One] + " " + s.forms[plural.Other])
			for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
				if slices.Contains(hard, word) {
					t.Errorf("%v, %s: %q", l, key, word)
				}
			}
		}
	}
}

var argument = regexp.MustCompile(`%(\[\d\])?[a-z]`)

// arguments are which arguments a sentence takes, and how.
func arguments(s sentence) []string {
	out := argument.FindAllString(s.text+" "+s.forms[plural.One]+" "+s.forms[plural.Other], -1)
	slices.Sort(out)
	return slices.Compact(out)
}

func TestASentenceTakesTheSameArgumentsInEveryLanguage(t *testing.T) {
	for _, l := range Languages() {
		for key, s := range languages[Dutch].read().sentences {
			if s.text == "" && (s.forms[plural.One] == "" || s.forms[plural.Other] == "") {
				t.Errorf("%s says nothing", key)
			}
			if want, got := arguments(s), arguments(languages[l].read().sentences[key]); !slices.Equal(want, got) {
				t.Errorf("%s takes %q in Dutch and %q in %v", key, want, got, l)
			}
		}
	}
}

func TestAThirdLanguageIsATextAndARow(t *testing.T) {
	before := languages
	t.Cleanup(func() { languages = before })
	languages = append(slices.Clone(before), speak(language.German, "DEUTSCH", capitals(en)))
	german := Language(len(before))
	if l, ok := ParseLanguage("de"); !ok || l != german || FromLocale("de_AT.UTF-8") != german {
		t.Errorf("--lang de is %v, %v", l, ok)
	}
	if l := Languages(); !slices.Contains(l, german) || English.Next() != german || german.Next() != Dutch {
		t.Errorf("the languages are %v", l)
	}
	for _, c := range []struct{ got, want string }{
		{In(german).Say("screen.groups"), "GROUPS"},
		{In(german).Say("tile.group-message", 1), "GROUP MESSAGE TO 1 COUNSELOR"},
		{In(german).Say("tile.group-message", 12345), "GROUP MESSAGE TO 12.345 COUNSELORS"},
	} {
		if c.got != c.want {
			t.Errorf("said %q, want %q", c.got, c.want)
		}
	}
	TestTheLanguagesSayTheSameThings(t)
	TestASentenceTakesTheSameArgumentsInEveryLanguage(t)
}

// capitals returns a text with every sentence in capitals, and its arguments as they were.
func capitals(text string) string {
	sentences := regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	kept := regexp.MustCompile(`%(\[\d\])?[A-Z]|\\[A-Z]`)
	var out []string
	for _, line := range strings.Split(text, "\n") {
		key, rest, ok := strings.Cut(line, " = ")
		if !ok || strings.HasPrefix(line, "#") {
			out = append(out, line)
			continue
		}
		out = append(out, key+" = "+sentences.ReplaceAllStringFunc(rest, func(s string) string {
			return kept.ReplaceAllStringFunc(strings.ToUpper(s), strings.ToLower)
		}))
	}
	return strings.Join(out, "\n")
}

func TestACountIsSaidInTheRightNumber(t *testing.T) {
	for _, c := range []struct {
		l    Language
		n    int
		want string
	}{
		{Dutch, 1, "groepsbericht aan 1 behandelaar"}, {Dutch, 3, "groepsbericht aan 3 behandelaars"},
		{English, 1, "group message to 1 counselor"}, {English, 12345, "group message to 12,345 counselors"},
		{Dutch, 12345, "groepsbericht aan 12.345 behandelaars"},
	} {
		if got := In(c.l).Say("tile.group-message", c.n); got != c.want {
			t.Errorf("%v %d: %q, want %q", c.l, c.n, got, c.want)
		}
	}
}

func TestTheZeroWordsAreDutch(t *testing.T) {
	if got := (Words{}).Say("screen.groups"); got != "Groepen" {
		t.Errorf("said %q", got)
	}
}

func TestTheLocaleChoosesTheLanguage(t *testing.T) {
	for _, c := range []struct {
		locales []string
		want    Language
	}{
		{nil, Dutch}, {[]string{"", "", "en_GB.UTF-8"}, English}, {[]string{"nl_NL.UTF-8", "en_GB"}, Dutch},
		{[]string{"C"}, Dutch}, {[]string{"EN"}, English}, {[]string{"de_DE@euro"}, Dutch}, {[]string{"", "en@x"}, English},
	} {
		if got := FromLocale(c.locales...); got != c.want {
			t.Errorf("%q: %v, want %v", c.locales, got, c.want)
		}
	}
	if _, ok := ParseLanguage("fr"); ok {
		t.Error("French was taken")
	}
	if fmt.Sprint(Languages()) != "[nl en]" {
		t.Errorf("languages: %v", Languages())
	}
}
