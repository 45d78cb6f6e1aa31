package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
)

func readingEdits() []edit {
	return []edit{{
		verb: "edit", aliases: []string{"wijzig"}, behind: []lang.Key{lang.EditsReadingWord, lang.EditsYesNoWord}, command: setReading,
	}}
}

// setReading takes the answer in either language, as people say it.
func setReading(a *asked) domain.Command {
	// The rest is kept for later versions and has no effect yet.
	can := domain.AllReadings()[:domain.ReadNewsGroupReachesHidden]
	reading, ok := domain.ParseReading(a.args[0])
	if !ok || !slices.Contains(can, reading) {
		a.wrong(a.notOneOf(a.words.Say(lang.EditsReadingWord), a.args[0], codes(can)))
	}
	answer := lang.Fold(a.args[1])
	yes, no := []string{"yes", "ja", "true"}, []string{"no", "nee", "false"}
	if !slices.Contains(yes, answer) && !slices.Contains(no, answer) {
		a.wrong(a.notOneOf(a.words.Say(lang.EditsYesNoWord), a.args[1], slices.Concat(yes, no)))
	}
	return domain.SetReading{Reading: reading, On: slices.Contains(yes, answer)}
}

func institutionEdits() []edit {
	return []edit{{
		verb: "edit", aliases: []string{"wijzig"}, options: slices.Concat(texts("name"), yesNo("usesNewsGroups")),
		command: func(a *asked) domain.Command {
			was := a.world.Institution()
			c := domain.EditInstitution{Name: was.Name, WithoutNewsGroups: was.WithoutNewsGroups}
			a.text(&c.Name, "name")
			uses := !c.WithoutNewsGroups
			a.yes(&uses, "usesNewsGroups")
			c.WithoutNewsGroups = !uses
			return c
		},
	}}
}
