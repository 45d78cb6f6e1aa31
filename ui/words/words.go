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

	"github.com/pelletier/go-toml/v2/unstable"
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

// read makes a catalogue of a TOML text: a sentence, or an inline table of its forms, per
// key of a section. It takes the parser's events, not Unmarshal, which costs every start
// 2 ms more.
func read(tag language.Tag, text string) *catalogue {
	const roughCount = 2500 // so that the map need not grow
	c := &catalogue{sentences: make(map[Key]sentence, roughCount), printer: message.NewPrinter(tag)}
	var (
		p       unstable.Parser
		section string
	)
	p.Reset([]byte(text))
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table:
			section = dotted(e) + "."
		case unstable.KeyValue:
			c.sentences[Key(section+dotted(e))] = sentenceOf(e.Value())
		}
	}
	if err := p.Error(); err != nil {
		panic("words: " + err.Error()) // a mistake in our own text, which the tests read
	}
	return c
}

// dotted returns the key of an expression.
func dotted(e *unstable.Node) string {
	out := ""
	for k := e.Key(); k.Next(); {
		if out != "" {
			out += "."
		}
		out += string(k.Node().Data)
	}
	return out
}

func sentenceOf(value *unstable.Node) sentence {
	if value.Kind != unstable.InlineTable {
		return sentence{text: string(value.Data)}
	}
	s := sentence{forms: map[plural.Form]string{}}
	for of := value.Children(); of.Next(); {
		s.forms[plurals[dotted(of.Node())]] = string(of.Node().Value().Data)
	}
	return s
}
