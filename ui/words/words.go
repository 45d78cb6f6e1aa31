// Package words is the catalogue: every sentence that a person reads, one text
// per language, and what every output does to a text from outside.
//
// It promises that a key has words in every language, that every sentence is said
// somewhere with as many arguments as it takes (a test reads the sources), and
// that nothing from outside reaches a screen or a line uncleaned (Clean). It
// refuses to know the domain, screens, files and clocks.
package words

import (
	"strings"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Key names a sentence: its section and its name in there, such as "people.new".
type Key string

// Words says every sentence in one language. The zero Words is Dutch.
type Words struct{ language Language }

// In returns the words of a language.
func In(l Language) Words { return Words{l} }

// Language returns the language of w.
func (w Words) Language() Language { return w.language }

// Say returns the sentence of a key with its arguments. Texts from outside must be
// cleaned before they are handed in: see Clean. %d groups digits, so hand years and ids
// in as texts.
func (w Words) Say(k Key, args ...any) string {
	l := languages[w.language]
	c := l.read()
	s, ok := c.sentences[k]
	if !ok {
		return string(k) // no test has met it: the key says more than nothing
	}
	text := s.text
	if s.forms != nil {
		text = s.form(l.tag, args)
	}
	if len(args) == 0 || !strings.Contains(text, "%") {
		return text
	}
	return c.printer.Sprintf(text, args...)
}

// plurals are the forms of a sentence by the names that translators use.
var plurals = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two, "few": plural.Few, "many": plural.Many, "other": plural.Other,
}

// form returns the form that the first argument, a number, asks for.
func (s sentence) form(tag language.Tag, args []any) string {
	if len(args) > 0 {
		if n, ok := args[0].(int); ok {
			if text, ok := s.forms[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]; ok {
				return text
			}
		}
	}
	return s.forms[plural.Other]
}

// Has reports whether there are words for the key.
func (w Words) Has(k Key) bool {
	_, ok := languages[w.language].read().sentences[k]
	return ok
}

// catalogue is the text of a language, ready to say sentences.
type catalogue struct {
	sentences map[Key]sentence
	printer   *message.Printer
}

// sentence has one text, or forms of which a number chooses one.
type sentence struct {
	text  string
	forms map[plural.Form]string
}

// read makes a catalogue of a TOML text. A key of a section is a sentence, or a table of
// its forms.
func read(tag language.Tag, text string) *catalogue {
	const roughCount = 2500 // so that the map need not grow
	var top map[string]any
	if err := toml.Unmarshal([]byte(text), &top); err != nil {
		panic("words: " + err.Error()) // a mistake in our own text, which the tests read
	}
	c := &catalogue{sentences: make(map[Key]sentence, roughCount), printer: message.NewPrinter(tag)}
	c.add("", top)
	return c
}

func (c *catalogue) add(prefix string, table map[string]any) {
	for name, v := range table {
		switch v := v.(type) {
		case string:
			c.sentences[Key(prefix+name)] = sentence{text: v}
		case map[string]any:
			if forms := formsOf(v); forms != nil {
				c.sentences[Key(prefix+name)] = sentence{forms: forms}
			} else {
				c.add(prefix+name+".", v)
			}
		}
	}
}

// formsOf returns the forms of a sentence; nil where the table is a section.
func formsOf(table map[string]any) map[plural.Form]string {
	if table["one"] == nil || table["other"] == nil {
		return nil
	}
	out := map[plural.Form]string{}
	for name, v := range table {
		form, known := plurals[name]
		text, said := v.(string)
		if !known || !said {
			return nil
		}
		out[form] = text
	}
	return out
}
