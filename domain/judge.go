package domain

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Judge returns a Refusal for every rule that the changed records, and those that
// depend on them, break in after, the World that changes led to. They are in the
// order of the changes.
//
// Commands and imports are judged here and nowhere else, so that both allow the same.
func Judge(after World, changes []Change) []Refusal {
	j := judge{World: after}
	for i := range changes {
		if _, k := kindIn(&changes[i]); k != nil {
			k.judge(&j, &changes[i])
		}
	}
	return j.refusals
}

// JudgeAll returns a Refusal for every rule that w breaks.
func JudgeAll(w World) []Refusal { return Judge(w, Creation(w)) }

// Creation returns the changes that lead from the empty World to w.
func Creation(w World) []Change {
	r := w.Records()
	out := make([]Change, 0, w.size())
	for _, k := range kinds {
		out = append(out, k.creation(&r)...)
	}
	return out
}

func (w World) size() int {
	n := 0
	for _, noun := range Nouns() {
		n += w.Count(noun)
	}
	return n
}

// judge collects refusals. The lookups are built when first needed: one edit
// rarely needs them, an import of thousands must not scan for each record.
type judge struct {
	World
	refusals   []Refusal
	names      map[Noun]map[string][]Ref
	byType     map[RelationTypeID][]Relation
	replacedBy map[RelationID][]Ref
	promises   map[Agreement][]Ref
}

func (j *judge) refuse(r Refusal) { j.refusals = append(j.refusals, r) }

// unique refuses a name that another record of the noun has (SameName).
func (j *judge) unique(at Ref, name string) {
	if j.names == nil {
		j.names = map[Noun]map[string][]Ref{GroupNoun: {}, RelationTypeNoun: {}}
		for g := range j.Groups() {
			n := SameName(g.Name)
			j.names[GroupNoun][n] = append(j.names[GroupNoun][n], refGroup(g.ID))
		}
		for t := range j.RelationTypes() {
			n := SameName(t.Name)
			j.names[RelationTypeNoun][n] = append(j.names[RelationTypeNoun][n], refType(t.ID))
		}
	}
	var others []Ref
	for _, r := range j.names[at.Noun][SameName(name)] {
		if r != at {
			others = append(others, r)
		}
	}
	if len(others) > 0 {
		j.refuse(Refusal{Code: NameTaken, Subject: at, Field: "name", Value: name, Others: others})
	}
}

// relationsOfType returns every relation of a type by id.
func (j *judge) relationsOfType(id RelationTypeID) []Relation {
	if j.byType == nil {
		j.byType = map[RelationTypeID][]Relation{}
		for r := range j.Relations() {
			j.byType[r.Type] = append(j.byType[r.Type], r)
		}
	}
	return j.byType[id]
}

// replacedByRefs returns the relations that name id as their replacement.
func (j *judge) replacedByRefs(id RelationID) []Ref {
	if j.replacedBy == nil {
		j.replacedBy = map[RelationID][]Ref{}
		for r := range j.Relations() {
			if r.ReplacedBy != "" {
				j.replacedBy[r.ReplacedBy] = append(j.replacedBy[r.ReplacedBy], Ref{RelationNoun, r.Key()})
			}
		}
	}
	return j.replacedBy[id]
}

// removal refuses to remove a record that others refer to.
func (j *judge) removal(at Ref, others []Ref) {
	if len(others) > 0 {
		j.refuse(Refusal{Code: StillReferred, Subject: at, Others: others})
	}
}

// resolves reports whether to exists, and refuses the reference if not.
func (j *judge) resolves(at Ref, field Field, to Ref) bool {
	if to.Key == "" {
		j.refuse(Refusal{Code: ValueMissing, Subject: at, Field: field})
		return false
	}
	if !j.Has(to) {
		j.refuse(Refusal{Code: UnknownRef, Subject: at, Field: field, Value: to.Key, Others: []Ref{to}})
		return false
	}
	return true
}

func (j *judge) period(at Ref, p Period) {
	if !p.Ordered() {
		j.refuse(Refusal{Code: PeriodReversed, Subject: at, Field: "through", Date: p.From})
	}
}

func (j *judge) id(at Ref) {
	if !ValidID(at.Key) {
		j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: "id", Value: at.Key})
	}
}

// properties judges each property by itself.
func properties[T any](j *judge, at Ref, all []Property[T], t *T) {
	for _, p := range all {
		if p.Shape == Lines || p.Shape == Many {
			list := p.List(t)
			if p.Distinct {
				j.distinct(at, p.Field, list)
			}
			for _, one := range list {
				j.value(at, p.Field, p.Shape, p.Limit, one)
			}
			continue
		}
		s := p.Text(t)
		odd := p.Shape == Choice && s != "" && !slices.Contains(p.Choices, s)
		switch {
		case p.Must && p.Shape != Prose && p.Shape != One && SameName(s) == "", odd && p.Must && p.Text(new(T)) == "":
			j.refuse(Refusal{Code: ValueMissing, Subject: at, Field: p.Field})
		case odd:
			j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: p.Field, Value: s})
		default:
			j.value(at, p.Field, p.Shape, p.Limit, s)
		}
	}
}

// value judges a text by its shape. Whether a reference resolves is judged with its
// record.
func (j *judge) value(at Ref, f Field, shape Shape, limit int, s string) {
	switch shape {
	case Line, Name, Lines:
		if s != "" && SameName(s) == "" { // it would be shown instead of a name
			j.refuse(Refusal{Code: ValueMissing, Subject: at, Field: f})
			return
		}
		j.line(at, f, s, limit)
	case Word:
		if strings.ContainsFunc(s, unicode.IsSpace) {
			j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: f, Value: s})
			return
		}
		j.line(at, f, s, limit)
	case Mail:
		if s != "" && !ValidEmail(s) {
			j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: f, Value: s})
			return
		}
		j.line(at, f, s, limit)
	case Prose:
		j.line(at, f, strings.NewReplacer("\n", " ", "\t", " ").Replace(s), limit)
	case Day:
		if _, err := ParseDate(s); s != "" && err != nil {
			j.refuse(Refusal{Code: DateOutside, Subject: at, Field: f, Value: s})
		}
	case TimeOfDay, Choice, Flag, One, Many: // bounded by their types
	}
}

// line judges a text of one line.
func (j *judge) line(at Ref, f Field, s string, limit int) {
	control := strings.IndexFunc(s, unicode.IsControl) // it would drive a terminal
	switch {
	case !utf8.ValidString(s):
		j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: f, Value: s})
	case control >= 0:
		r, _ := utf8.DecodeRuneInString(s[control:])
		j.refuse(Refusal{Code: ValueCharacter, Subject: at, Field: f, Value: fmt.Sprintf("U+%04X", r), Limit: utf8.RuneCountInString(s[:control]) + 1})
	case utf8.RuneCountInString(s) > limit:
		j.refuse(Refusal{Code: ValueTooLong, Subject: at, Field: f, Limit: limit})
	}
}

// distinct refuses a list that holds something twice.
func (j *judge) distinct(at Ref, f Field, list []string) {
	seen := make(map[string]bool, len(list))
	for _, one := range list {
		if seen[one] {
			j.refuse(Refusal{Code: ValueRepeated, Subject: at, Field: f, Value: one})
			return
		}
		seen[one] = true
	}
}

// ValidEmail checks the shape only: something, one @, something, and no space.
func ValidEmail(s string) bool {
	local, host, _ := strings.Cut(s, "@")
	return local != "" && host != "" && !strings.Contains(host, "@") && !strings.ContainsFunc(s, unicode.IsSpace)
}

// JudgeText judges a text that must show something, of a record that is no record of a
// World. The error is a Refusal.
func JudgeText(at Ref, f Field, shape Shape, limit int, s string) error {
	if SameName(s) == "" {
		return Refusal{Code: ValueMissing, Subject: at, Field: f}
	}
	var j judge
	j.value(at, f, shape, limit, s)
	if len(j.refusals) > 0 {
		return j.refusals[0]
	}
	return nil
}
