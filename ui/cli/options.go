package cli

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/text/unicode/norm"

	"zichtlijn/domain"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// option is a flag for one property of a record.
type option struct {
	field   domain.Field
	value   words.Key // placeholder; empty where choices say it, or for yes or no
	choices []string
	several bool // may be given more than once
}

func textOptions(fields ...domain.Field) []option { return valueOptions("edits.text-word", fields) }
func dateOptions(fields ...domain.Field) []option { return valueOptions("edits.date-word", fields) }
func boolOptions(fields ...domain.Field) []option { return valueOptions("", fields) }

func valueOptions(word words.Key, fields []domain.Field) []option {
	var out []option
	for _, f := range fields {
		out = append(out, option{field: f, value: word})
	}
	return out
}

func listOptions(word words.Key, fields ...domain.Field) []option {
	out := valueOptions(word, fields)
	for i := range out {
		out[i].several = true
	}
	return out
}

// codes lists what can be chosen. An empty code means none and needs no naming.
func codes[T fmt.Stringer](all []T) []string {
	var out []string
	for _, one := range all {
		if code := one.String(); code != "" {
			out = append(out, code)
		}
	}
	return out
}

// flagName writes a property of the exchange form as a flag: givenName is given-name,
// scope.locations is locations, and the kind of a part is called as the part.
func flagName(f domain.Field) string {
	name := string(f)
	if part, property, inside := strings.Cut(name, "."); inside && property == "kind" {
		name = part
	} else if inside {
		name = property
	}
	var b strings.Builder
	for _, r := range name {
		if unicode.IsUpper(r) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func (r *run) declareOptions(c *cobra.Command, all []option) {
	for _, o := range all {
		name, does := flagName(o.field), r.words.Field(o.field)
		value := choices(o.choices)
		if o.value != "" {
			value = r.words.Say(o.value)
		}
		switch {
		case value == "":
			c.Flags().Bool(name, false, does)
			continue
		case o.several:
			c.Flags().StringArray(name, nil, r.words.Say("edits.repeat", does))
		default:
			c.Flags().String(name, "", does)
		}
		c.Flags().Lookup(name).Annotations = map[string][]string{placeholder: {value}}
		completeValues(c, name, o.choices)
	}
}

// request is what was asked of an edit or a list, read against a world. The first error
// is kept; what is read after it does not matter.
type request struct {
	*run
	world domain.World
	on    domain.Date
	flags *pflag.FlagSet
	args  []string
	err   error
	db    Store
	file  string                                // of db, for sentences
	about string                                // whom or what a list is about
	ends  map[domain.RelationID][]domain.OldEnd // that the journal was read for
}

func (r *run) request(s Session, db Store, flags *pflag.FlagSet, args []string) *request {
	w := db.World()
	return &request{run: r, world: w, on: r.referenceDate(s, w), flags: flags, args: args, db: db, file: r.fileName(s),
		ends: map[domain.RelationID][]domain.OldEnd{}}
}

func (a *request) reject(err error) {
	if a.err == nil {
		a.err = err
	}
}

// value returns the text of a flag and whether it was given, in the form of Unicode in
// which import keeps texts.
func (a *request) value(f domain.Field) (string, bool) {
	flag := a.flags.Lookup(flagName(f))
	return norm.NFC.String(flag.Value.String()), flag.Changed
}

// values returns the texts of a flag that may be given more than once. A single empty
// one empties the list.
func (a *request) values(f domain.Field) ([]string, bool) {
	if !a.flags.Changed(flagName(f)) {
		return nil, false
	}
	given, err := a.flags.GetStringArray(flagName(f))
	a.reject(err)
	var out []string
	for _, one := range given {
		if one != "" {
			out = append(out, norm.NFC.String(one))
		}
	}
	return out, true
}

// require refuses a new record without a property that has no usual value, as import
// does.
func (a *request) require(fields ...domain.Field) {
	for _, f := range fields {
		if !a.flags.Changed(flagName(f)) {
			a.reject(a.writeFailure(a.world, "", domain.Refusal{Code: domain.ValueMissing, Field: f}))
		}
	}
}

// setID reads the id of a new record.
func setID[T ~string](a *request, to *T) {
	if v, ok := a.value("id"); ok {
		*to = T(v)
	}
}

func (a *request) setBool(to *bool, f domain.Field) {
	if a.flags.Changed(flagName(f)) {
		v, err := a.flags.GetBool(flagName(f))
		a.reject(err)
		*to = v
	}
}

func (a *request) setDate(to *domain.Date, f domain.Field) {
	if v, ok := a.value(f); ok {
		*to = a.parseDate(v)
	}
}

// parseDate reads a date as people write it; empty is none.
func (a *request) parseDate(typed string) domain.Date {
	d, ok := a.words.ParseDate(typed)
	if !ok && typed != "" {
		a.reject(failure.Failure{Exit: failure.WrongUse, Sentence: a.words.NoISODate(typed)})
	}
	return d
}

// propertyOptions returns a flag for each property.
func propertyOptions[T any](all []domain.Property[T]) []option {
	var out []option
	for _, p := range all {
		o := option{field: p.Field, value: "edits.text-word", choices: p.Choices, several: p.Shape == domain.Lines || p.Shape == domain.Many}
		switch p.Shape {
		case domain.Choice, domain.Flag:
			o.value = ""
		case domain.Day:
			o.value = "edits.date-word"
		case domain.TimeOfDay:
			o.value = "edits.time-word"
		case domain.One, domain.Many:
			o.value = recordPlaceholders[p.Of]
		}
		out = append(out, o)
	}
	return out
}

var recordPlaceholders = map[domain.Noun]words.Key{
	domain.PersonNoun: "cli.person-word", domain.GroupNoun: "cli.group-word", domain.RelationTypeNoun: "edits.type-word",
}

// fill puts the flags that were given into a record.
func fill[T any](a *request, all []domain.Property[T], to *T) {
	for _, p := range all {
		if p.Shape == domain.Lines || p.Shape == domain.Many {
			if given, ok := a.values(p.Field); ok {
				p.PutList(to, list(given, func(one string) string { return a.canonical(p.Shape, p.Of, one) }))
			}
			continue
		}
		v, ok := a.value(p.Field)
		if !ok {
			continue
		}
		fits := p.Put(to, a.canonical(p.Shape, p.Of, v))
		switch p.Shape {
		case domain.Choice:
			if !slices.Contains(p.Choices, v) && (v != "" || p.Must || !fits) {
				a.reject(a.wrongChoice("--"+flagName(p.Field), v, p.Choices))
			}
		case domain.TimeOfDay:
			if !fits {
				a.reject(a.fail(failure.WrongUse, "edits.wrong-time", words.Clean(v)))
			}
		}
	}
}

// canonical returns what was typed as the domain writes it.
func (a *request) canonical(shape domain.Shape, of domain.Noun, typed string) string {
	switch shape {
	case domain.Day:
		return a.parseDate(typed).String()
	case domain.One, domain.Many:
		switch of {
		case domain.PersonNoun:
			return string(a.findPerson(typed).ID)
		case domain.GroupNoun:
			return string(a.findGroup(typed).ID)
		case domain.RelationTypeNoun:
			return string(a.findType(typed).ID)
		}
	}
	return typed
}
