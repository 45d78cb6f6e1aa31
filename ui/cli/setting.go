package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

func readingVerbs() []verb {
	return []verb{
		{name: "edit", arguments: []words.Key{"edits.reading-word", "edits.yes-no-word"}, command: setReading},
		{name: listVerb, rows: listReadings},
	}
}

// setReading takes the answer in either language.
func setReading(a *request) domain.Command {
	can := domain.AllReadings()
	reading, ok := domain.ParseReading(a.args[0])
	if !ok {
		a.reject(a.wrongChoice(a.words.Say("edits.reading-word"), a.args[0], codes(can)))
	}
	answer := domain.LookUp(a.args[1])
	yes, no := []string{"yes", "ja", "true"}, []string{"no", "nee", "false"}
	if !slices.Contains(yes, answer) && !slices.Contains(no, answer) {
		a.reject(a.wrongChoice(a.words.Say("edits.yes-no-word"), a.args[1], slices.Concat(yes, no)))
	}
	return domain.SetReading{Reading: reading, On: slices.Contains(yes, answer)}
}

// readingRow is a reading as a record: the exchange form keeps readings differently.
type readingRow struct{ domain.Reading }

// Key is the name of the reading in the exchange form.
func (n readingRow) Key() string { return n.String() }

func listReadings(a *request) []listRow {
	return list(domain.AllReadings(), func(r domain.Reading) listRow {
		on, typed := a.world.Readings().On(r), r.String()
		if a.aloud != nil { // the whole of what turns it
			typed += map[bool]string{true: " no", false: " yes"}[on]
		}
		return listRow{readingRow{r}, a.sentence("lists.reading", a.words.ReadingRule(r), typed, a.words.ReadingQuestion(r), a.words.YesNo(on), a.words.YesNo(r.Default())),
			object{{"reading", r.String()}, {"rule", a.words.ReadingRule(r)}, {"answer", on}, {"default", r.Default()}}}
	})
}

func institutionVerbs() []verb {
	return []verb{{
		name:    "edit",
		options: slices.Concat(propertyOptions(domain.InstitutionProperties()), listOptions("edits.text-word", wordsOption), boolOptions(builtInOption)),
		command: func(a *request) domain.Command {
			if words, ok := a.revealingWords(); ok {
				return words
			}
			now := a.world.Institution()
			fill(a, domain.InstitutionProperties(), &now)
			return domain.EditInstitution{Name: now.Name, WithoutNewsGroups: now.WithoutNewsGroups}
		},
	}}
}

// The options of the list of revealing words: each word once, an empty one for
// none at all, or the built-in list.
const (
	wordsOption   domain.Field = "revealingWord"
	builtInOption domain.Field = "builtInWords"
)

// revealingWords reads a list of words, where one is given. It is an edit of its own in
// the journal, and can not be combined with another.
func (a *request) revealingWords() (domain.Command, bool) {
	words, given := a.values(wordsOption)
	var builtIn bool
	a.setBool(&builtIn, builtInOption)
	if !given && !builtIn {
		return nil, false
	}
	if given && builtIn || a.flags.Changed("name") || a.flags.Changed(flagName("usesNewsGroups")) {
		a.reject(a.fail(failure.WrongUse, "check.words-alone", "--"+flagName(wordsOption), "--"+flagName(builtInOption)))
	}
	if builtIn {
		return domain.SetWords{}, true
	}
	return domain.SetWords{Words: append([]string{}, words...)}, true // never nil: that is the built-in list
}
