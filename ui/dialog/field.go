package dialog

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// FieldsOf returns a field for each property, filled in from a record. The help of
// the property "number" is the sentence about + "number", where there is one. A
// look-up field holds ids; its Find and Name are for the dialog to set.
func FieldsOf[T any](s scene.Scene, about words.Key, all []domain.Property[T], from T) []widget.Field {
	out := make([]widget.Field, len(all))
	for i, p := range all {
		f := widget.Field{Key: string(p.Field), Label: s.Words.Field(p.Field), Value: p.Text(&from), Limit: p.Limit}
		if help := about + words.Key(p.Field); s.Words.Has(help) {
			f.Help = s.Words.Say(help)
		}
		switch p.Shape {
		case domain.Day:
			f.Kind, f.Value = widget.DateField, s.Words.SayProperty(p.Field, p.Shape, f.Value)
		case domain.Choice:
			f.Kind = widget.ChoiceField
			for _, code := range p.Choices {
				f.Options = append(f.Options, widget.Option{Key: code, Label: s.Words.SayProperty(p.Field, p.Shape, code)})
			}
		case domain.Flag:
			f.Kind, f.On, f.Off = widget.ToggleField, s.Words.Say("word.yes"), s.Words.Say("word.no")
		case domain.Prose:
			f.Kind = widget.NoteField
		case domain.Lines:
			f.Kind, f.Breaks, f.Limit = widget.NoteField, true, linesLimit
		case domain.One:
			f.Kind = widget.LookupField
		case domain.Many:
			f.Kind, f.Several, f.Value = widget.LookupField, true, widget.Several(p.List(&from))
		}
		if p.Must && p.List == nil && p.Text(new(T)) == "" {
			f.Label, f.Validate = f.Label+" *", Required(s, p.Field)
		}
		out[i] = f
	}
	return out
}

// linesLimit is how many characters a property of several lines may have in all.
const linesLimit = 4000

// Fill puts the values of a form into a record; properties without a field stay.
func Fill[T any](s scene.Scene, all []domain.Property[T], f widget.Form, to *T) {
	for _, p := range all {
		if !f.Has(string(p.Field)) {
			continue
		}
		v := Text(f, string(p.Field))
		switch p.Shape {
		case domain.Many:
			p.PutList(to, f.Keys(string(p.Field)))
		case domain.Day:
			day, _ := s.Words.ParseDate(v)
			p.Put(to, day.String())
		default:
			p.Put(to, v)
		}
	}
}

// Required refuses an empty field, in the words of the domain's refusal.
func Required(s scene.Scene, f domain.Field) func(string) string {
	return func(value string) string {
		if strings.TrimSpace(value) != "" {
			return ""
		}
		return s.Words.Refusal(s.World, domain.Refusal{Code: domain.ValueMissing, Field: f})
	}
}

// The keys of the fields of a period, as refusals name them.
const (
	FromField    = "from"
	ThroughField = "through"
)

// From is the field of a first day; unless it must be given, empty means always.
func From(w tell.Words, day domain.Date, must bool) widget.Field {
	if must {
		return dayField(w, FromField, day, "period-dialog.first", must)
	}
	return dayField(w, FromField, day, "period-dialog.always", must)
}

// Through is the field of a last day; empty means an open end.
func Through(w tell.Words, day domain.Date) widget.Field {
	return dayField(w, ThroughField, day, "help.date", false)
}

// LastDay is the field of a last day that must be given.
func LastDay(w tell.Words, day domain.Date) widget.Field {
	return dayField(w, ThroughField, day, "period-dialog.last", true)
}

func dayField(w tell.Words, name domain.Field, day domain.Date, help words.Key, must bool) widget.Field {
	return widget.Field{
		Key: string(name), Kind: widget.DateField, Label: w.Field(name), Value: w.Date(day), Fresh: true, Limit: 40, Help: w.Say(help),
		Validate: func(typed string) string {
			if typed == "" && !must {
				return ""
			}
			return isDay(w, typed, w.Say("period-dialog.missing"))
		},
	}
}

// SomeDay refuses a value that is no day; an empty one in the words of the domain's
// refusal.
func SomeDay(s scene.Scene, field domain.Field) func(string) string {
	return func(typed string) string {
		return isDay(s.Words, strings.TrimSpace(typed), s.Words.Refusal(s.World, domain.Refusal{Code: domain.ValueMissing, Field: field}))
	}
}

func isDay(w tell.Words, typed, missing string) string {
	if typed == "" {
		return missing
	}
	return w.NoDate(typed)
}

// Period is the period of the two fields. A day that cannot be read is open, and
// ok is false.
func Period(w tell.Words, f widget.Form) (p domain.Period, ok bool) {
	from, through := Text(f, FromField), Text(f, ThroughField)
	var begins, ends bool
	p.From, begins = w.ParseDate(from)
	p.Through, ends = w.ParseDate(through)
	return p, (begins || from == "") && (ends || through == "")
}
