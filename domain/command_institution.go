package domain

// The verbs about the institution, and of a set-up that is read in.
const (
	VerbInstitutionEdit Verb = "institution.edit"
	VerbReadingSet      Verb = "reading.set"
	VerbImport          Verb = "import"
)

// EditInstitution sets the name and whether news groups are used.
type EditInstitution struct {
	Name              string
	WithoutNewsGroups bool
}

// Verb implements Command.
func (EditInstitution) Verb() Verb { return VerbInstitutionEdit }

// Plan implements Command.
func (c EditInstitution) Plan(w World) ([]Change, error) {
	now := w.Institution()
	now.Name, now.WithoutNewsGroups = c.Name, c.WithoutNewsGroups
	return replaceInstitution(w, now)
}

// SetReading sets the institution's answer to a question that the manual leaves open.
type SetReading struct {
	Reading Reading
	On      bool
}

// Verb implements Command.
func (SetReading) Verb() Verb { return VerbReadingSet }

// Plan implements Command.
func (c SetReading) Plan(w World) ([]Change, error) {
	now := w.Institution()
	now.Readings = now.Readings.With(c.Reading, c.On)
	return replaceInstitution(w, now)
}

func replaceInstitution(w World, now Institution) ([]Change, error) {
	was := w.Institution()
	if was.Equal(now) {
		return nil, Refusal{Code: NothingToDo, Subject: Ref{InstitutionNoun, now.Key()}}
	}
	if !w.Has(Ref{InstitutionNoun, now.Key()}) {
		return settle(w, Change{Institution: between(nil, &now)})
	}
	return settle(w, Change{Institution: between(&was, &now)})
}
