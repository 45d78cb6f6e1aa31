package exchange

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"zichtlijn/domain"
)

// form is how one kind of value stands in a file.
type form[V any] struct {
	read  func(r *reader, n *node) (V, bool) // false: refused
	write func(V) node
	unset func(V) bool // the value is left out, unless it must be there
}

// Lengths of the schema, in characters.
const (
	nameLength  = 120
	noteLength  = 2000
	emailLength = 254
)

func zero[V comparable](v V) bool {
	var none V
	return v == none
}

// textForm is a text that holds to what rule says of it.
func textForm(rule func(r *reader, n *node) bool) form[string] {
	return form[string]{
		read: func(r *reader, n *node) (string, bool) {
			return n.text, r.is(n, text) && whole(r, n) && rule(r, n)
		},
		write: textNode,
		unset: zero[string],
	}
}

// line is a text of one line that may be empty.
func line(most int) form[string] {
	return textForm(func(r *reader, n *node) bool { return clean(r, n, "") && fits(r, n, most) })
}

// name is a line that says something.
func name() form[string] {
	return textForm(func(r *reader, n *node) bool {
		return filled(r, n) && clean(r, n, "") && fits(r, n, nameLength)
	})
}

// note is a text that may run over several lines.
func note() form[string] {
	return textForm(func(r *reader, n *node) bool { return clean(r, n, "\n\t") && fits(r, n, noteLength) })
}

// word is a line without a space in it.
func word(most int) form[string] {
	return textForm(func(r *reader, n *node) bool {
		if !filled(r, n) || !clean(r, n, "") {
			return false
		}
		if i := strings.IndexFunc(n.text, unicode.IsSpace); i >= 0 {
			r.refuse(n, WrongCharacter, codePoint(n.text[i:]))
			return false
		}
		return fits(r, n, most)
	})
}

// email is judged by its shape only, as the domain does.
func email() form[string] {
	return textForm(func(r *reader, n *node) bool {
		if !clean(r, n, "") {
			return false
		}
		local, host, _ := strings.Cut(n.text, "@")
		if local == "" || host == "" || strings.Contains(host, "@") || strings.ContainsFunc(n.text, unicode.IsSpace) {
			r.refuse(n, WrongEmail)
			return false
		}
		return fits(r, n, emailLength)
	})
}

func whole(r *reader, n *node) bool {
	if n.flawed {
		r.refuse(n, NotUTF8)
	}
	return !n.flawed
}

func filled(r *reader, n *node) bool {
	if n.text == "" {
		r.refuse(n, Required)
	}
	return n.text != ""
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

func fits(r *reader, n *node, most int) bool {
	if utf8.RuneCountInString(n.text) > most {
		r.refuse(n, TooLong, strconv.Itoa(most))
		return false
	}
	return true
}

// id is the id of a record, its own or another's.
func id[I ~string]() form[I] {
	return form[I]{
		read: func(r *reader, n *node) (I, bool) {
			if !r.is(n, text) || !whole(r, n) {
				return "", false
			}
			if !domain.ValidID(n.text) {
				r.refuse(n, WrongID)
				return "", false
			}
			return I(n.text), true
		},
		write: func(v I) node { return node{kind: text, text: string(v)} },
		unset: zero[I],
	}
}

// choice is one word of several; the zero value of V is left out.
func choice[V interface {
	comparable
	fmt.Stringer
}](wrong Code, of []V) form[V] {
	words := make([]string, len(of))
	for i, v := range of {
		words[i] = v.String()
	}
	return form[V]{
		read: func(r *reader, n *node) (V, bool) {
			var none V
			if !r.is(n, text) {
				return none, false
			}
			if at := slices.Index(words, n.text); at >= 0 {
				return of[at], true
			}
			near, _ := nearest(n.text, words)
			r.refuse(n, wrong, append([]string{near}, words...)...)
			return none, false
		},
		write: func(v V) node { return node{kind: text, text: v.String()} },
		unset: zero[V],
	}
}

func date() form[domain.Date] {
	return form[domain.Date]{
		read: func(r *reader, n *node) (domain.Date, bool) {
			if !r.is(n, text) {
				return 0, false
			}
			d, err := domain.ParseDate(n.text)
			if err != nil {
				r.refuse(n, WrongDate)
			}
			return d, err == nil
		},
		write: func(d domain.Date) node { return node{kind: text, text: d.String()} },
		unset: zero[domain.Date],
	}
}

func clock() form[domain.Clock] {
	return form[domain.Clock]{
		read: func(r *reader, n *node) (domain.Clock, bool) {
			if !r.is(n, text) {
				return 0, false
			}
			c, ok := domain.ParseClock(n.text)
			if !ok {
				r.refuse(n, WrongTime)
			}
			return c, ok
		},
		write: func(c domain.Clock) node { return node{kind: text, text: c.String()} },
		unset: func(domain.Clock) bool { return false },
	}
}

// flag is true or false, false by default.
func flag() form[bool] {
	return form[bool]{
		read:  func(r *reader, n *node) (bool, bool) { return n.text == "true", r.is(n, boolean) },
		write: boolNode,
		unset: zero[bool],
	}
}

// negated is a flag whose default is true, kept the other way round.
func negated() form[bool] {
	f := flag()
	read := f.read
	f.read = func(r *reader, n *node) (bool, bool) {
		on, ok := read(r, n)
		return !on, ok
	}
	f.write = func(off bool) node { return boolNode(!off) }
	return f
}

// several is a list of values, in its own order. No values at all is nil.
func several[V comparable](of form[V]) form[[]V] {
	return form[[]V]{
		read: func(r *reader, n *node) ([]V, bool) {
			before := r.refused
			var out []V
			r.items(n, func(_ int, kid *node) {
				if v, ok := of.read(r, kid); ok {
					out = append(out, v)
				}
			})
			return out, r.refused == before
		},
		write: func(vs []V) node {
			out := node{kind: list, kids: make([]node, len(vs))}
			for i, v := range vs {
				out.kids[i] = of.write(v)
			}
			return out
		},
		unset: func(vs []V) bool { return len(vs) == 0 },
	}
}

// distinct is several values, none of them twice.
func distinct[V comparable](of form[V]) form[[]V] {
	f := several(of)
	read := f.read
	f.read = func(r *reader, n *node) ([]V, bool) {
		out, ok := read(r, n)
		if !ok {
			return nil, false
		}
		seen := make(map[V]bool, len(out))
		for i, v := range out {
			if seen[v] {
				r.in(step{at: i, inList: true}, func() { r.refuse(&n.kids[i], Repeated) })
				ok = false
			}
			seen[v] = true
		}
		return out, ok
	}
	return f
}
