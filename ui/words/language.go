package words

import (
	_ "embed" // the texts
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// Language is one of the languages that Zichtlijn speaks. The zero value is Dutch.
type Language uint8

// The languages that code names.
const (
	Dutch Language = iota
	English
)

//go:embed nl.toml
var nl string

//go:embed en.toml
var en string

// languages has a row per language, in the order in which they are offered. A
// new language is a text and a row.
var languages = []spoken{
	Dutch:   speak(language.Dutch, "Nederlands", nl),
	English: speak(language.English, "English", en),
}

// spoken is a language with its own name for itself, and its catalogue, which is read once,
// when first needed.
type spoken struct {
	tag  language.Tag
	name string
	read func() *catalogue
}

func speak(tag language.Tag, name, text string) spoken {
	return spoken{tag, name, sync.OnceValue(func() *catalogue { return read(tag, text) })}
}

// Languages returns all of them.
func Languages() []Language {
	all := make([]Language, len(languages))
	for i := range all {
		all[i] = Language(i)
	}
	return all
}

// String returns the code that --lang takes.
func (l Language) String() string { return languages[l].tag.String() }

// Name returns what l calls itself.
func (l Language) Name() string { return languages[l].name }

// Next returns the language after l, and the first after the last.
func (l Language) Next() Language { return (l + 1) % Language(len(languages)) }

// ParseLanguage reads what String writes.
func ParseLanguage(s string) (l Language, ok bool) {
	for _, l := range Languages() {
		if l.String() == s {
			return l, true
		}
	}
	return Dutch, false
}

// FromLocale returns the language of a locale such as en_GB.UTF-8, and Dutch for a
// language that Zichtlijn does not speak. It takes the values of LC_ALL, LC_MESSAGES and
// LANG in that order; the first that is not empty counts.
func FromLocale(locales ...string) Language {
	for _, name := range locales {
		if name == "" {
			continue
		}
		name, _, _ = strings.Cut(name, ".")
		name, _, _ = strings.Cut(name, "@")
		for _, l := range Languages() {
			if strings.HasPrefix(strings.ToLower(name), l.String()) {
				return l
			}
		}
		return Dutch
	}
	return Dutch
}
