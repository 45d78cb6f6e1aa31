package domain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

func (j *judge) id(at Ref) {
	if !ValidID(at.Key) {
		j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: "id", Value: at.Key})
	}
}

// properties judges each property by itself.
func properties[T any](j *judge, at Ref, all []Property[T], of *T) {
	for _, p := range all {
		if p.Shape == Lines || p.Shape == Many {
			list := p.List(of)
			if p.Distinct {
				j.once(at, p.Field, list)
			}
			for _, one := range list {
				j.value(at, p.Field, p.Shape, p.Limit, one)
			}
			continue
		}
		s := p.Text(of)
		odd := p.Shape == Choice && s != "" && !slices.Contains(p.Choices, s)
		switch {
		case p.Must && p.Shape != Prose && p.Shape != One && strings.TrimSpace(s) == "", odd && p.Must && p.Text(new(T)) == "":
			j.refuse(Refusal{Code: ValueMissing, Subject: at, Field: p.Field})
		case odd:
			j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: p.Field, Value: s})
		default:
			j.value(at, p.Field, p.Shape, p.Limit, s)
		}
	}
}

// value judges a text by its shape. Of whom a reference speaks is judged with the
// record that it stands in.
func (j *judge) value(at Ref, f Field, shape Shape, limit int, s string) {
	switch shape {
	case Line, Name, Lines:
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
	case Day, TimeOfDay, Choice, Flag, One, Many: // whatever the type holds
	}
}

// line judges a text of one line.
func (j *judge) line(at Ref, f Field, s string, limit int) {
	switch {
	case !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl): // they would drive a terminal
		j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: f, Value: s})
	case utf8.RuneCountInString(s) > limit:
		j.refuse(Refusal{Code: ValueTooLong, Subject: at, Field: f, Limit: limit})
	}
}

// once refuses a list that says something twice.
func (j *judge) once(at Ref, f Field, list []string) {
	seen := make(map[string]bool, len(list))
	for _, one := range list {
		if seen[one] {
			j.refuse(Refusal{Code: ValueRepeated, Subject: at, Field: f, Value: one})
			return
		}
		seen[one] = true
	}
}

// ValidEmail judges the shape only: something, one @, something, and no space.
func ValidEmail(s string) bool {
	local, host, _ := strings.Cut(s, "@")
	return local != "" && host != "" && !strings.Contains(host, "@") && !strings.ContainsFunc(s, unicode.IsSpace)
}
