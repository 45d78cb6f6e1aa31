package domain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Shape is what a property holds. How a form asks for it, a flag reads it, a file
// keeps it and a sentence names it all follow from that.
type Shape uint8

// The shapes.
const (
	Line      Shape = iota // one line of text, perhaps empty
	Name                   // a line that a file never gives empty
	Word                   // a Name without a space in it
	Mail                   // an e-mail address, see ValidEmail
	Prose                  // text of several lines
	Day                    // a Date, as 2006-01-02
	TimeOfDay              // a Clock, as 15:04
	Choice                 // one of Choices, by code
	Flag                   // true or false
	Lines                  // several lines of text
	One                    // a record of the noun Of, by id
	Many                   // several records of the noun Of
)

// Limits of the exchange form, in characters.
const (
	nameLimit  = 120
	noteLimit  = 2000
	userLimit  = 100
	emailLimit = 254
)

// Property is one thing that is known of a T: its name outside, what it may hold,
// and the field that holds it. Its text is canonical, the same in every language; empty is
// "not given". Rules that join several properties, and whether a reference
// resolves, are Judge's.
type Property[T any] struct {
	Field    Field
	Shape    Shape
	Limit    int      // of each line, in characters; 0 where the shape bounds itself
	Must     bool     // every record has it, if only as an empty list
	Distinct bool     // Lines, Many: nothing twice
	Choices  []string // Choice: the codes
	Of       Noun     // One, Many: the noun that it refers to
	Text     func(*T) string
	Put      func(*T, string) bool // false: not of the shape, and nothing is put
	Copy     func(to, from *T)
	List     func(*T) []string  // Lines, Many: Text one by one
	PutList  func(*T, []string) // Lines, Many
}

// Needed returns p as one that every record must have.
func (p Property[T]) Needed() Property[T] {
	p.Must = true
	return p
}

// Once returns p as a list that may not repeat anything.
func (p Property[T]) Once() Property[T] {
	p.Distinct = true
	return p
}

// Only returns those of all with one of the fields.
func Only[T any](all []Property[T], fields ...Field) []Property[T] {
	return slices.DeleteFunc(slices.Clone(all), func(p Property[T]) bool { return !slices.Contains(fields, p.Field) })
}

// Without returns those of all with none of the fields.
func Without[T any](all []Property[T], fields ...Field) []Property[T] {
	return slices.DeleteFunc(slices.Clone(all), func(p Property[T]) bool { return slices.Contains(fields, p.Field) })
}

// valueProperty is a property that one field of the record holds.
func valueProperty[T, V any](f Field, shape Shape, at func(*T) *V, text func(V) string, parse func(string) (V, bool)) Property[T] {
	return Property[T]{
		Field: f, Shape: shape,
		Text: func(t *T) string { return text(*at(t)) },
		Put: func(t *T, s string) bool {
			v, ok := parse(s)
			if ok {
				*at(t) = v
			}
			return ok
		},
		Copy: func(to, from *T) { *at(to) = *at(from) },
	}
}

// TextProperty is text of a shape, in at most limit characters.
func TextProperty[T any](f Field, shape Shape, limit int, at func(*T) *string) Property[T] {
	p := valueProperty(f, shape, at, func(s string) string { return s }, func(s string) (string, bool) {
		if shape == Prose {
			s = LineEnds(s)
		}
		return s, true
	})
	p.Limit = limit
	return p
}

// LineEnds returns s with one kind of line end: what is pasted or read has three.
func LineEnds(s string) string { return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s) }

// DayProperty is a date.
func DayProperty[T any](f Field, at func(*T) *Date) Property[T] {
	return valueProperty(f, Day, at, Date.String, func(s string) (d Date, ok bool) { return d, d.UnmarshalText([]byte(s)) == nil })
}

// TimeProperty is a time of day; every record has one.
func TimeProperty[T any](f Field, at func(*T) *Clock) Property[T] {
	return valueProperty(f, TimeOfDay, at, Clock.String, ParseClock).Needed()
}

// FlagProperty is a yes or no.
func FlagProperty[T any](f Field, at func(*T) *bool) Property[T] {
	return flagProperty(f, at, true)
}

// TurnedProperty is a yes or no that the record keeps negated, so that zero is yes.
func TurnedProperty[T any](f Field, at func(*T) *bool) Property[T] {
	return flagProperty(f, at, false)
}

func flagProperty[T any](f Field, at func(*T) *bool, yes bool) Property[T] {
	return valueProperty(f, Flag, at, func(b bool) string { return strconv.FormatBool(b == yes) }, func(s string) (bool, bool) {
		return (s == "true") == yes, s == "true" || s == "false"
	})
}

// ChoiceProperty is one of all. An E whose code is empty stands for none of them.
func ChoiceProperty[T any, E fmt.Stringer](f Field, all []E, at func(*T) *E) Property[T] {
	p := valueProperty(f, Choice, at, E.String, func(s string) (e E, ok bool) {
		e, ok = parseCode(all, s)
		return e, ok || s == "" && e.String() == ""
	})
	p.Choices = codesOf(all)
	return p
}

// OneProperty is a record of a noun, by its id; empty for none.
func OneProperty[T any, I ~string](f Field, of Noun, at func(*T) *I) Property[T] {
	p := valueProperty(f, One, at, func(id I) string { return string(id) }, func(s string) (I, bool) { return I(s), s == "" || ValidID(s) })
	p.Of = of
	return p
}

// LinesProperty is a list of texts of one line, each in at most limit characters.
func LinesProperty[T any](f Field, limit int, at func(*T) *[]string) Property[T] {
	p := listProperty(f, Lines, at)
	p.Limit = limit
	return p
}

// ManyProperty is a list of records of a noun, by id.
func ManyProperty[T any, I ~string](f Field, of Noun, at func(*T) *[]I) Property[T] {
	p := listProperty(f, Many, at)
	p.Of = of
	return p
}

func listProperty[T any, S ~string](f Field, shape Shape, at func(*T) *[]S) Property[T] {
	p := Property[T]{
		Field: f, Shape: shape,
		Copy: func(to, from *T) { *at(to) = *at(from) },
		List: func(t *T) []string {
			out := make([]string, len(*at(t)))
			for i, one := range *at(t) {
				out[i] = string(one)
			}
			return out
		},
		PutList: func(t *T, list []string) {
			var out []S // none at all is nil
			for _, one := range list {
				out = append(out, S(one))
			}
			*at(t) = out
		},
	}
	p.Text = func(t *T) string { return strings.Join(p.List(t), "\n") }
	p.Put = func(t *T, s string) bool {
		var list []string
		for line := range strings.SplitSeq(s, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				list = append(list, line)
			}
		}
		p.PutList(t, list)
		return true
	}
	return p
}
