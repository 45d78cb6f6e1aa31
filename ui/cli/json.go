package cli

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// writeJSON writes v as one line of JSON. Texts keep every character; those that
// a terminal would obey or not show are escaped, as encoding/json does with the
// ones below space.
func writeJSON(w io.Writer, v any) error {
	if err := writeValue(w, v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// inParts is data that is written part by part: a list in it may be longer than there is
// room for.
type inParts interface{ writeParts(w io.Writer) error }

func writeValue(w io.Writer, v any) error {
	if parts, ok := v.(inParts); ok {
		return parts.writeParts(w)
	}
	b, err := encode(v)
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}

// foundList is a list for JSON that is written as it is found.
type foundList[T any] iter.Seq[T]

func (f foundList[T]) writeParts(w io.Writer) error {
	next := "["
	for one := range f {
		if _, err := io.WriteString(w, next); err != nil {
			return err
		}
		if err := writeValue(w, one); err != nil {
			return err
		}
		next = ","
	}
	_, err := io.WriteString(w, map[bool]string{true: "[]", false: "]"}[next == "["])
	return err
}

func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("cli: json: %w", err)
	}
	return escapeInvisible(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

// escapeInvisible escapes the characters that words.Clean would show in another way. In
// JSON they stand in texts only, so an escape says the same.
func escapeInvisible(b []byte) []byte {
	var out []byte
	done := 0
	for i, n := 0, 0; i < len(b); i += n {
		var c rune
		if c, n = rune(b[i]), 1; c >= 0x7f {
			c, n = utf8.DecodeRune(b[i:])
			if s := string(c); words.Clean(s) != s {
				out = append(out, b[done:i]...)
				for _, unit := range utf16.Encode([]rune{c}) {
					out = fmt.Appendf(out, `\u%04x`, unit)
				}
				done = i + n
			}
		}
	}
	return append(out, b[done:]...)
}

// field is one key of an object.
type field struct {
	key   string
	value any
}

// object is a JSON object with its keys in order.
type object []field

// MarshalJSON writes the keys in order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	err := o.writeParts(&b)
	return b.Bytes(), err
}

func (o object) writeParts(w io.Writer) error {
	next := "{"
	for _, f := range o {
		key, err := encode(f.key)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, next+string(key)+":"); err != nil {
			return err
		}
		if err := writeValue(w, f.value); err != nil {
			return err
		}
		next = ","
	}
	_, err := io.WriteString(w, map[bool]string{true: "{}", false: "}"}[next == "{"])
	return err
}

// list maps a list for JSON: it is never null.
func list[T, U any](of []T, make func(T) U) []U {
	out := []U{}
	for _, one := range of {
		out = append(out, make(one))
	}
	return out
}

type ground = sight.Ground

// groundJSON is a ground as data: the rule, and the group or client and
// relations through which it holds.
type groundJSON struct {
	Rule     string            `json:"rule"`
	Group    domain.GroupID    `json:"group,omitempty"`
	Client   domain.PersonID   `json:"client,omitempty"`
	Relation domain.RelationID `json:"relation,omitempty"`
	Other    domain.RelationID `json:"other,omitempty"`
	Tag      string            `json:"tag"`               // the source of the rule: stated, vendor, reading
	Reading  string            `json:"reading,omitempty"` // that allows it, where the institution can turn it
}

func groundsData(of []ground) []groundJSON {
	return list(of, func(g ground) groundJSON {
		out := groundJSON{Rule: g.Rule.String(), Group: g.Group, Client: g.Client, Relation: g.Relation, Other: g.Other, Tag: g.Tag.Code()}
		if g.HasSwitch {
			out.Reading = g.Switch.String()
		}
		return out
	})
}

// mergeGrounds returns every ground of the lists once, in order of rule and place: one
// relation lets two people both see and message each other.
func mergeGrounds(lists ...[]ground) []ground {
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b ground) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Group, b.Group), cmp.Compare(a.Client, b.Client),
			cmp.Compare(a.Relation, b.Relation), cmp.Compare(a.Other, b.Other))
	})
	return slices.Compact(all)
}
