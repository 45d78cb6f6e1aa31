package cli

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/text/unicode/norm"

	"zichtlijn/domain"
	"zichtlijn/ui/mishap"
	"zichtlijn/ui/words"
)

// option is a flag that says one property of a record.
type option struct {
	field   domain.Field
	value   words.Key // placeholder; empty where choices say it, or for yes or no
	choices []string
	several bool // may be given more than once
}

func texts(fields ...domain.Field) []option { return valued("edits.text-word", fields) }
func days(fields ...domain.Field) []option  { return valued("edits.date-word", fields) }
func yesNo(fields ...domain.Field) []option { return valued("", fields) }

func valued(word words.Key, fields []domain.Field) []option {
	var out []option
	for _, f := range fields {
		out = append(out, option{field: f, value: word})
	}
	return out
}

func lists(word words.Key, fields ...domain.Field) []option {
	out := valued(word, fields)
	for i := range out {
		out[i].several = true
	}
	return out
}

func oneOf[T fmt.Stringer](f domain.Field, all []T) []option {
	return []option{{field: f, choices: codes(all)}}
}

// codes lists what can be chosen; a code that is an empty text means none and
// needs no naming.
func codes[T fmt.Stringer](all []T) []string {
	var out []string
	for _, one := range all {
		if code := one.String(); code != "" {
			out = append(out, code)
		}
	}
	return out
}

// flagName writes a property of the exchange form as a flag: givenName is given-name.
func flagName(f domain.Field) string {
	var b strings.Builder
	for _, r := range string(f) {
		if unicode.IsUpper(r) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func (r *run) declare(c *cobra.Command, all []option) {
	for _, o := range all {
		name, does := flagName(o.field), r.words.Field(o.field)
		value := strings.Join(o.choices, "|")
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
		fixed(c, name, o.choices)
	}
}

// asked is what was asked of an edit, read against a world. The first thing
// that is wrong with it is kept; whatever is read after that does not matter.
type asked struct {
	*run
	world domain.World
	on    domain.Date
	flags *pflag.FlagSet
	args  []string
	err   error
}

func (a *asked) wrong(err error) {
	if a.err == nil {
		a.err = err
	}
}

// said returns the value of a flag that was given, in the form of Unicode in
// which import keeps texts.
func (a *asked) said(f domain.Field) (string, bool) {
	flag := a.flags.Lookup(flagName(f))
	return norm.NFC.String(flag.Value.String()), flag.Changed
}

// all returns the values of a flag that may be given more than once. A single
// empty one empties the list.
func (a *asked) all(f domain.Field) ([]string, bool) {
	if !a.flags.Changed(flagName(f)) {
		return nil, false
	}
	given, err := a.flags.GetStringArray(flagName(f))
	a.wrong(err)
	var out []string
	for _, one := range given {
		if one != "" {
			out = append(out, norm.NFC.String(one))
		}
	}
	return out, true
}

func (a *asked) text(to *string, f domain.Field) {
	if v, ok := a.said(f); ok {
		*to = v
	}
}

func (a *asked) texts(to *[]string, f domain.Field) {
	if v, ok := a.all(f); ok {
		*to = v
	}
}

// must refuses a new record for which a property was not given that has no
// usual value, as import does.
func (a *asked) must(fields ...domain.Field) {
	for _, f := range fields {
		if !a.flags.Changed(flagName(f)) {
			a.wrong(a.notWritten(a.world, "", domain.Refusal{Code: domain.ValueMissing, Field: f}))
		}
	}
}

// id is text for an id, which only a new record can be given.
func id[T ~string](a *asked, to *T) {
	if v, ok := a.said("id"); ok {
		*to = T(v)
	}
}

func (a *asked) yes(to *bool, f domain.Field) {
	if a.flags.Changed(flagName(f)) {
		v, err := a.flags.GetBool(flagName(f))
		a.wrong(err)
		*to = v
	}
}

// active is yes for a property that the domain keeps turned round.
func (a *asked) active(switchedOff *bool) {
	on := !*switchedOff
	a.yes(&on, "active")
	*switchedOff = !on
}

func (a *asked) date(to *domain.Date, f domain.Field) {
	v, ok := a.said(f)
	if !ok {
		return
	}
	*to = 0
	if v == "" {
		return
	}
	d, ok := a.words.ParseDate(v)
	if !ok {
		a.wrong(a.fail(mishap.WrongUse, "cli.wrong-date", words.Clean(v)))
	}
	*to = d
}

func (a *asked) period(to *domain.Period) {
	a.date(&to.From, "from")
	a.date(&to.Through, "through")
}

func (a *asked) clock(to *domain.Clock, f domain.Field) {
	v, ok := a.said(f)
	if !ok {
		return
	}
	if *to, ok = domain.ParseClock(v); !ok {
		a.wrong(a.fail(mishap.WrongUse, "edits.wrong-time", words.Clean(v)))
	}
}

// choose reads one of a few codes.
func choose[T fmt.Stringer](a *asked, to *T, f domain.Field, all []T) {
	v, ok := a.said(f)
	if !ok {
		return
	}
	for _, one := range all {
		if one.String() == v {
			*to = one
			return
		}
	}
	a.wrong(a.notOneOf("--"+flagName(f), v, codes(all)))
}
