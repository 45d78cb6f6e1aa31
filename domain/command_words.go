package domain

// VerbInstitutionWords is the verb of the list of revealing words.
const VerbInstitutionWords Verb = "institution.words"

// SetWords sets the words that betray a diagnosis or a measure in the name of a
// visible group (DOMAIN.md 4). nil goes back to the built-in list, an empty list
// has no word.
type SetWords struct{ Words []string }

// Verb implements Command.
func (SetWords) Verb() Verb { return VerbInstitutionWords }

// Plan implements Command.
func (c SetWords) Plan(w World) ([]Change, error) {
	now := w.Institution()
	now.Words = c.Words
	return replaceInstitution(w, now)
}
