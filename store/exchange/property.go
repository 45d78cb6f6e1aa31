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

// property is one key of a noun's form: how it is read, what an import does with
// it, and how it is written.
type property[T any] struct {
	key      string
	required bool
	read     func(r *reader, n *node, into *T) bool
	merge    func(into, from *T) // the key was given in from
	write    func(from *T) (n node, set bool)
}

// propertyOf returns the form of a property of the domain. It is left out of a file
// where it is as in a blank record, unless it is required.
func propertyOf[T any](p domain.Property[T]) property[T] {
	blank := p.Text(new(T))
	out := property[T]{
		key: string(p.Field), required: p.Must, merge: p.Copy,
		write: func(from *T) (node, bool) {
			s := p.Text(from)
			if p.Shape == domain.Flag {
				return boolNode(s == "true"), s != blank
			}
			return textNode(s), s != blank
		},
	}
	switch p.Shape {
	case domain.Day, domain.TimeOfDay, domain.Choice, domain.Flag:
		out.read = func(r *reader, n *node, into *T) bool { return readValue(r, n, p, into) }
	case domain.Lines, domain.Many:
		out.read = func(r *reader, n *node, into *T) bool { return readList(r, n, p, into) }
		out.write = func(from *T) (node, bool) {
			all := node{kind: list}
			for _, one := range p.List(from) {
				all.kids = append(all.kids, textNode(one))
			}
			return all, len(all.kids) > 0
		}
	default:
		out.read = func(r *reader, n *node, into *T) bool { return readText(r, n, p.Shape, p.Limit) && p.Put(into, n.text) }
	}
	return out
}

func propertiesOf[T any](lists ...[]domain.Property[T]) []property[T] {
	var out []property[T]
	for _, p := range slices.Concat(lists...) {
		out = append(out, propertyOf(p))
	}
	return out
}

// withID is the form of a noun whose records have an id.
func withID[T any, I ~string](of domain.Noun, at func(*T) *I, all []domain.Property[T]) []property[T] {
	return propertiesOf([]domain.Property[T]{domain.OneProperty("id", of, at).Needed()}, all)
}

// inOrder sorts properties in the order of the schema, where that is not the order of
// the domain. An empty key stands for all that are not named.
func inOrder[T any](all []property[T], keys ...string) []property[T] {
	rank := func(p property[T]) int {
		if at := slices.Index(keys, p.key); at >= 0 {
			return at
		}
		return slices.Index(keys, "")
	}
	slices.SortStableFunc(all, func(a, b property[T]) int { return rank(a) - rank(b) })
	return all
}

func keysOf[T any](properties []property[T]) []string {
	out := make([]string, len(properties))
	for i, p := range properties {
		out[i] = p.key
	}
	return out
}

// given is a set of properties that a record in a file has: bit i is property i.
type given uint32

// firstProperty is the bit of the first property: a relation's id, the institution's
// date.
const firstProperty given = 1

func (g given) has(i int) bool { return g&(1<<i) != 0 }

// readObject reads the properties of an object into a record. present are the
// properties that the object has, read those of them without a problem.
func readObject[T any](r *reader, n *node, properties []property[T], keys []string, into *T) (read, present given) {
	r.members(n, keys, func(at int, kid *node) {
		present |= 1 << at
		if kid.flawed && kid.row != nil { // it was refused as a cell
			return
		}
		if kid.emptied && properties[at].required {
			r.refuse(kid, Required)
			return
		}
		if kid.emptied || properties[at].read(r, kid, into) {
			read |= 1 << at
		}
	})
	if n.kind != object {
		return 0, 0
	}
	for i, p := range properties {
		if p.required && !present.has(i) && !n.partial {
			r.absent(n, p.key)
		}
	}
	return read, present
}

// writeObject writes the properties that are set or required, in order.
func writeObject[T any](properties []property[T], from *T) node {
	out := node{kind: object}
	for _, p := range properties {
		if n, set := p.write(from); set || p.required {
			out.kids = append(out.kids, n.withKey(p.key))
		}
	}
	return out
}

// nested is a property whose keys are properties of the record itself. It is left
// out where none of them is set.
func nested[T any](key string, properties []property[T], merge func(into, from *T)) property[T] {
	keys := keysOf(properties)
	return property[T]{
		key: key,
		read: func(r *reader, n *node, into *T) bool {
			before := r.refused
			readObject(r, n, properties, keys, into)
			return r.refused == before
		},
		merge: merge,
		write: func(from *T) (node, bool) {
			set := func(p property[T]) bool { _, set := p.write(from); return set }
			return writeObject(properties, from), slices.ContainsFunc(properties, set)
		},
	}
}

// readText refuses a text that does not have the shape.
func readText(r *reader, n *node, shape domain.Shape, limit int) bool {
	if !r.expect(n, text) {
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
		if domain.SameName(n.text) == "" {
			r.refuse(n, Required)
			return false
		}
	case domain.Line, domain.Lines:
		if n.text != "" && domain.SameName(n.text) == "" {
			r.refuse(n, Required)
			return false
		}
	case domain.Prose:
		n.text = domain.LineEnds(n.text)
		allowed = "\n\t"
	}
	if !checkControls(r, n, allowed) {
		return false
	}
	if i := strings.IndexFunc(n.text, unicode.IsSpace); i >= 0 && shape == domain.Word {
		r.refuseCharacter(n, i)
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

// checkControls refuses C0 and C1 controls, which would drive a terminal, except
// those in allowed.
func checkControls(r *reader, n *node, allowed string) bool {
	i := strings.IndexFunc(n.text, func(c rune) bool { return unicode.IsControl(c) && !strings.ContainsRune(allowed, c) })
	if i >= 0 {
		r.refuseCharacter(n, i)
	}
	return i < 0
}

// refuseCharacter refuses the character that begins at byte i.
func (r *reader) refuseCharacter(n *node, i int) {
	c, _ := utf8.DecodeRuneInString(n.text[i:])
	r.refuse(n, WrongCharacter, fmt.Sprintf("U+%04X", c), strconv.Itoa(utf8.RuneCountInString(n.text[:i])+1))
}

// readValue puts a value that is no free text into a record. Its text is the same in
// a file and in the domain.
func readValue[T any](r *reader, n *node, p domain.Property[T], into *T) bool {
	if p.Shape == domain.Flag {
		return r.expect(n, boolean) && p.Put(into, n.text)
	}
	if !r.expect(n, text) {
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

// readList puts a list into a record, in the order of the file.
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
				r.descend(step{at: i, inList: true}, func() { r.refuse(&n.kids[i], Repeated) })
			}
			seen[one] = true
		}
	}
	p.PutList(into, out)
	return r.refused == before
}
