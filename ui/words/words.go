package words

import (
	"strings"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// Key names a sentence: its section and its name in there, such as "people.new".
type Key string

// Words says every sentence in one language. The zero Words is Dutch.
type Words struct{ language Language }

// In returns the words of a language.
func In(l Language) Words { return Words{l} }

// Language returns in which language w speaks.
func (w Words) Language() Language { return w.language }

// Say returns the sentence of a key with its arguments. Texts from outside that
// are handed in must be cleaned before: see Clean. %d groups digits, so years
// and ids are handed in as texts.
func (w Words) Say(k Key, args ...any) string {
	c := languages[w.language].read()
	if s, ok := c.sentences[k]; ok && s.text != "" && (len(args) == 0 || !strings.Contains(s.text, "%")) {
		return s.text
	}
	return c.printer.Sprintf(message.Key(string(k), string(k)), args...)
}

// Has reports whether there are words for the key.
func (w Words) Has(k Key) bool {
	_, ok := languages[w.language].read().sentences[k]
	return ok
}

// catalogue is the text of a language, made ready to say things.
type catalogue struct {
	sentences map[Key]sentence
	printer   *message.Printer
}

// sentence has one text, or two where the first argument, a number, decides.
type sentence struct{ text, one, other string }

// read makes a catalogue of a text: TOML, in which a key of a section is a
// sentence, or a table of its two forms.
func read(tag language.Tag, text string) *catalogue {
	var sections map[string]any
	must(toml.Unmarshal([]byte(text), &sections))
	c := &catalogue{sentences: map[Key]sentence{}}
	c.add("", sections)
	b := catalog.NewBuilder(catalog.Fallback(tag))
	for k, s := range c.sentences {
		switch {
		case s.other != "":
			must(b.Set(tag, string(k), plural.Selectf(1, "%d", "=1", s.one, "other", s.other)))
		case strings.Contains(s.text, "%"):
			must(b.SetString(tag, string(k), s.text))
		}
	}
	c.printer = message.NewPrinter(tag, message.Catalog(b))
	return c
}

func (c *catalogue) add(prefix string, table map[string]any) {
	for name, v := range table {
		switch v := v.(type) {
		case string:
			c.sentences[Key(prefix+name)] = sentence{text: v}
		case map[string]any:
			if one, other, ok := forms(v); ok {
				c.sentences[Key(prefix+name)] = sentence{one: one, other: other}
			} else {
				c.add(prefix+name+".", v)
			}
		}
	}
}

func forms(table map[string]any) (one, other string, ok bool) {
	one, first := table["one"].(string)
	other, second := table["other"].(string)
	return one, other, first && second && len(table) == 2
}

// must stands where only a mistake in our own texts can fail; the tests read them all.
func must(err error) {
	if err != nil {
		panic("words: " + err.Error())
	}
}
