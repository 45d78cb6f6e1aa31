package exchange

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"zichtlijn/domain"
)

// readText refuses a text that is not of the shape.
func readText(r *reader, n *node, shape domain.Shape, limit int) bool {
	if !r.is(n, text) {
		return false
	}
	if n.flawed {
		r.refuse(n, NotUTF8)
		return false
	}
	allowed := ""
	switch shape {
	case domain.One, domain.Many:
		if !domain.ValidID(n.text) {
			r.refuse(n, WrongID)
			return false
		}
		return true
	case domain.Name, domain.Word:
		if n.text == "" {
			r.refuse(n, Required)
			return false
		}
	case domain.Prose:
		allowed = "\n\t"
	}
	if !clean(r, n, allowed) {
		return false
	}
	if i := strings.IndexFunc(n.text, unicode.IsSpace); i >= 0 && shape == domain.Word {
		r.refuse(n, WrongCharacter, codePoint(n.text[i:]))
		return false
	}
	if shape == domain.Mail && !domain.ValidEmail(n.text) {
		r.refuse(n, WrongEmail)
		return false
	}
	if utf8.RuneCountInString(n.text) > limit {
		r.refuse(n, TooLong, strconv.Itoa(limit))
		return false
	}
	return true
}

// clean refuses C0 and C1 controls, which would drive a terminal, but for those allowed.
func clean(r *reader, n *node, allowed string) bool {
	i := strings.IndexFunc(n.text, func(c rune) bool { return unicode.IsControl(c) && !strings.ContainsRune(allowed, c) })
	if i >= 0 {
		r.refuse(n, WrongCharacter, codePoint(n.text[i:]))
	}
	return i < 0
}

func codePoint(s string) string {
	c, _ := utf8.DecodeRuneInString(s)
	return fmt.Sprintf("U+%04X", c)
}

// readValue puts a value that is no text of somebody's own into a record. Its
// text is the same in a file and in the domain.
func readValue[T any](r *reader, n *node, p domain.Property[T], into *T) bool {
	if p.Shape == domain.Flag {
		return r.is(n, boolean) && p.Put(into, n.text)
	}
	if !r.is(n, text) {
		return false
	}
	if n.text != "" && p.Put(into, n.text) {
		return true
	}
	switch p.Shape {
	case domain.Day:
		r.refuse(n, WrongDate)
	case domain.TimeOfDay:
		r.refuse(n, WrongTime)
	default:
		near, _ := nearest(n.text, p.Choices)
		r.refuse(n, wrongChoice(p.Field), append([]string{near}, p.Choices...)...)
	}
	return false
}

func wrongChoice(f domain.Field) Code {
	switch f {
	case "role":
		return WrongRole
	case "visibility":
		return WrongVisibility
	}
	return WrongChoice
}

// readList puts a list into a record, in its own order.
func readList[T any](r *reader, n *node, p domain.Property[T], into *T) bool {
	before := r.refused
	var out []string
	r.items(n, func(_ int, kid *node) {
		if readText(r, kid, p.Shape, p.Limit) {
			out = append(out, kid.text)
		}
	})
	if r.refused > before {
		return false
	}
	if seen := map[string]bool{}; p.Distinct {
		for i, one := range out {
			if seen[one] {
				r.in(step{at: i, inList: true}, func() { r.refuse(&n.kids[i], Repeated) })
			}
			seen[one] = true
		}
	}
	p.PutList(into, out)
	return r.refused == before
}
