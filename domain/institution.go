package domain

import (
	"bytes"
	"slices"
)

// Institution is the one record about the institution as a whole.
type Institution struct {
	Name              string   `cbor:"1,keyasint,omitempty"`
	WithoutNewsGroups bool     `cbor:"2,keyasint,omitempty"` // D2: usesNewsGroups, turned so that zero is its default
	Readings          Readings `cbor:"3,keyasint,omitempty"`
	// Date is the reference date to open the set-up on; zero is today. Only a
	// demonstration has one.
	Date Date `cbor:"4,keyasint,omitempty"`
	// Words reveal a diagnosis or a measure in a group's name. nil is the built-in
	// list, an empty list is none.
	Words         []string `cbor:"5,keyasint"`
	Pseudonymised bool     `cbor:"6,keyasint,omitempty"`
	// Extensions are what a newer version added, as a JSON object in canonical form.
	// They are kept and written back unread.
	Extensions []byte `cbor:"7,keyasint,omitempty"`
}

// Key is the same for every institution: a set-up has one.
func (Institution) Key() string { return "institution" }

// Equal reports whether i and j say the same.
func (i Institution) Equal(j Institution) bool {
	return i.Name == j.Name && i.WithoutNewsGroups == j.WithoutNewsGroups && i.Readings == j.Readings &&
		i.Date == j.Date && i.Pseudonymised == j.Pseudonymised && bytes.Equal(i.Extensions, j.Extensions) &&
		(i.Words == nil) == (j.Words == nil) && slices.Equal(i.Words, j.Words)
}

var institutionProperties = []Property[Institution]{
	TextProperty("name", Name, nameLimit, func(i *Institution) *string { return &i.Name }),
	TurnedProperty("usesNewsGroups", func(i *Institution) *bool { return &i.WithoutNewsGroups }),
}

// RevealingWords is the institution's own list, which SetWords sets.
func RevealingWords() Property[Institution] {
	return LinesProperty("revealingWords", nameLimit, func(i *Institution) *[]string { return &i.Words }).Once()
}

// InstitutionProperties are what EditInstitution sets. The rest of the record has
// commands of its own.
func InstitutionProperties() []Property[Institution] { return slices.Clone(institutionProperties) }

// The verbs about the institution, and that of an import.
const (
	VerbInstitutionEdit  Verb = "institution.edit"
	VerbInstitutionWords Verb = "institution.words"
	VerbReadingSet       Verb = "reading.set"
	VerbImport           Verb = "import"
)

// EditInstitution sets the name and whether news groups are used.
type EditInstitution struct {
	Name              string
	WithoutNewsGroups bool
}

func (EditInstitution) Verb() Verb { return VerbInstitutionEdit }

func (c EditInstitution) Plan(w World) ([]Change, error) {
	now := w.Institution()
	now.Name, now.WithoutNewsGroups = c.Name, c.WithoutNewsGroups
	return planInstitution(w, now)
}

// SetReading sets the institution's answer to a question that the manual leaves open.
type SetReading struct {
	Reading Reading
	On      bool
}

func (SetReading) Verb() Verb { return VerbReadingSet }

func (c SetReading) Plan(w World) ([]Change, error) {
	now := w.Institution()
	now.Readings = now.Readings.With(c.Reading, c.On)
	return planInstitution(w, now)
}

func planInstitution(w World, now Institution) ([]Change, error) {
	was := w.Institution()
	if was.Equal(now) {
		return nil, Refusal{Code: NothingToDo, Subject: Ref{InstitutionNoun, now.Key()}}
	}
	if !w.Has(Ref{InstitutionNoun, now.Key()}) {
		return plan(w, Change{Institution: newSwap(nil, &now)})
	}
	return plan(w, Change{Institution: newSwap(&was, &now)})
}

// SetWords sets Institution.Words (DOMAIN.md 4).
type SetWords struct{ Words []string }

func (SetWords) Verb() Verb { return VerbInstitutionWords }

func (c SetWords) Plan(w World) ([]Change, error) {
	now := w.Institution()
	now.Words = c.Words
	return planInstitution(w, now)
}

func (Institution) judge(j *judge, s *Swap[Institution]) {
	if s.After == nil {
		return
	}
	at := Ref{InstitutionNoun, s.After.Key()}
	properties(j, at, institutionProperties, s.After)
	properties(j, at, []Property[Institution]{RevealingWords()}, s.After)
}
