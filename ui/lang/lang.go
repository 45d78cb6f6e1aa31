package lang

import (
	"strings"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// Language is one of the languages that Zichtlijn speaks. The zero value is Dutch.
type Language uint8

// The languages, Dutch first.
const (
	Dutch Language = iota
	English
)

// Languages returns all of them.
func Languages() []Language { return []Language{Dutch, English} }

// String returns the code that --lang takes.
func (l Language) String() string { return [...]string{"nl", "en"}[l] }

// ParseLanguage reads what String writes.
func ParseLanguage(s string) (l Language, ok bool) {
	for _, l := range Languages() {
		if l.String() == s {
			return l, true
		}
	}
	return Dutch, false
}

// FromLocale returns English for a locale such as en_GB.UTF-8, else Dutch. It
// takes the values of LC_ALL, LC_MESSAGES and LANG in that order; the first that
// says something counts.
func FromLocale(locales ...string) Language {
	for _, l := range locales {
		if l == "" {
			continue
		}
		l, _, _ = strings.Cut(l, ".")
		l, _, _ = strings.Cut(l, "@")
		if strings.HasPrefix(strings.ToLower(l), "en") {
			return English
		}
		return Dutch
	}
	return Dutch
}

func (l Language) tag() language.Tag { return [...]language.Tag{language.Dutch, language.English}[l] }

// Key names a sentence.
type Key string

// table holds the sentences of one room in one language: a string, or a count
// where the number decides.
type table map[Key]any

// count is a sentence in two forms, chosen by its first argument.
type count struct{ One, Other string }

// Words says everything in one language. The zero Words is Dutch.
type Words struct {
	language Language
	spoken   *spoken
}

// spoken is one language made ready to say things: built once, read by all.
type spoken struct {
	plain   map[Key]string
	printer *message.Printer
}

// In returns the words of a language.
func In(l Language) Words { return Words{l, ready[l]()} }

var ready = map[Language]func() *spoken{
	Dutch:   sync.OnceValue(func() *spoken { return prepare(Dutch) }),
	English: sync.OnceValue(func() *spoken { return prepare(English) }),
}

func prepare(l Language) *spoken {
	b := catalog.NewBuilder(catalog.Fallback(l.tag()))
	plain := map[Key]string{}
	for _, t := range tables(l) {
		for k, v := range t {
			switch v := v.(type) {
			case string:
				plain[k] = v
				if strings.Contains(v, "%") {
					must(b.SetString(l.tag(), string(k), v))
				}
			case count:
				must(b.Set(l.tag(), string(k), plural.Selectf(1, "%d", "=1", v.One, "other", v.Other)))
			}
		}
	}
	return &spoken{plain, message.NewPrinter(l.tag(), message.Catalog(b))}
}

// must stands where only a mistake in our own tables can fail; the test of the
// tables would have met it.
func must(err error) {
	if err != nil {
		panic("lang: " + err.Error())
	}
}

func (w Words) voice() *spoken {
	if w.spoken == nil {
		return ready[w.language]()
	}
	return w.spoken
}

// Language returns in which language w speaks.
func (w Words) Language() Language { return w.language }

// Say returns the sentence of a key with its arguments. Texts from outside that
// are handed in must be cleaned before: see Clean. %d groups digits, so years
// and ids are handed in as texts.
func (w Words) Say(k Key, args ...any) string {
	v := w.voice()
	if s, ok := v.plain[k]; ok && (len(args) == 0 || !strings.Contains(s, "%")) {
		return s
	}
	return v.printer.Sprintf(message.Key(string(k), string(k)), args...)
}

// Has reports whether there are words for the key.
func (w Words) Has(k Key) bool {
	for _, t := range tables(w.language) {
		if _, ok := t[k]; ok {
			return true
		}
	}
	return false
}

// tables returns every table of a language, one per room.
func tables(l Language) []table {
	if l == English {
		return []table{enCommon, enDomain, enRefusal, enReadings, enGroups, enGroupDialogs, enPeople, enTypes, enSettings, enJournal, enStart, enFiles, enCLI, enSummary, enExchange, enCare, enPlanning, enEdits, enLists, enViews, enAccess, enAgreements, enImpact, enWhy, enSignals, enCheck, enTriptych, enMatrix, enSteps, enCourse, enHelp}
	}
	return []table{nlCommon, nlDomain, nlRefusal, nlReadings, nlGroups, nlGroupDialogs, nlPeople, nlTypes, nlSettings, nlJournal, nlStart, nlFiles, nlCLI, nlSummary, nlExchange, nlCare, nlPlanning, nlEdits, nlLists, nlViews, nlAccess, nlAgreements, nlImpact, nlWhy, nlSignals, nlCheck, nlTriptych, nlMatrix, nlSteps, nlCourse, nlHelp}
}
