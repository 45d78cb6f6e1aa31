package domain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of the exchange form, in characters.
const (
	nameLimit  = 120
	noteLimit  = 2000
	userLimit  = 100
	emailLimit = 254
)

func (j *judge) id(at Ref) {
	if !ValidID(at.Key) {
		j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: "id", Value: at.Key})
	}
}

// line judges a text of one line.
func (j *judge) line(at Ref, f Field, s string, limit int) {
	switch {
	case !utf8.ValidString(s) || strings.ContainsFunc(s, isControl):
		j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: f, Value: s})
	case utf8.RuneCountInString(s) > limit:
		j.refuse(Refusal{Code: ValueTooLong, Subject: at, Field: f, Limit: limit})
	}
}

// required judges a line that must say something.
func (j *judge) required(at Ref, f Field, s string, limit int) {
	if strings.TrimSpace(s) == "" {
		j.refuse(Refusal{Code: ValueMissing, Subject: at, Field: f})
		return
	}
	j.line(at, f, s, limit)
}

// note judges a text that may run over several lines.
func (j *judge) note(at Ref, f Field, s string) {
	j.line(at, f, strings.NewReplacer("\n", " ", "\t", " ").Replace(s), noteLimit)
}

func (j *judge) userName(at Ref, s string) {
	if strings.ContainsFunc(s, unicode.IsSpace) {
		j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: "userName", Value: s})
		return
	}
	j.line(at, "userName", s, userLimit)
}

// email judges the shape only: something, one @, something, and no space.
func (j *judge) email(at Ref, s string) {
	if s == "" {
		return
	}
	local, host, _ := strings.Cut(s, "@")
	if local == "" || host == "" || strings.Contains(host, "@") || strings.ContainsFunc(s, unicode.IsSpace) {
		j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: "email", Value: s})
		return
	}
	j.line(at, "email", s, emailLimit)
}

// isControl reports the C0 and C1 controls, which no text may hold: they would
// drive a terminal.
func isControl(r rune) bool { return r < 0x20 || 0x7f <= r && r <= 0x9f }

// once refuses a list that says something twice.
func once[T ~string](j *judge, at Ref, f Field, list []T) {
	seen := make(map[T]bool, len(list))
	for _, one := range list {
		if seen[one] {
			j.refuse(Refusal{Code: ValueRepeated, Subject: at, Field: f, Value: string(one)})
			return
		}
		seen[one] = true
	}
}
