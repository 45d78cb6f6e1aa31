package tell

import (
	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// ReadingQuestion is the question that a reading answers.
func (w Words) ReadingQuestion(r domain.Reading) string { return w.Say(readingKey(r, "question")) }

// ReadingWhy says why its default is what it is.
func (w Words) ReadingWhy(r domain.Reading) string { return w.Say(readingKey(r, "why")) }

// ReadingRule is the id of the rule that hangs on it.
func (w Words) ReadingRule(r domain.Reading) string { return w.Say(readingKey(r, "rule")) }

func readingKey(r domain.Reading, part string) words.Key {
	return words.Key("reading." + r.String() + "." + part)
}
