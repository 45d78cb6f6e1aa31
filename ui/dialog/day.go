package dialog

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The keys of the fields of a period, as refusals name them.
const (
	FromField    = "from"
	ThroughField = "through"
)

// From asks for a first day; unless it must be given, empty means from always on.
func From(w tell.Words, day domain.Date, must bool) widget.Field {
	if must {
		return dayField(w, FromField, day, "period-dialog.first", must)
	}
	return dayField(w, FromField, day, "period-dialog.always", must)
}

// Through asks for a last day; empty means an open end.
func Through(w tell.Words, day domain.Date) widget.Field {
	return dayField(w, ThroughField, day, "help.date", false)
}

// LastDay asks for a last day that must be given.
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

// SomeDay is the check of a field that must be a day, in the words of the domain's
// refusal where there is none.
func SomeDay(s scene.Scene, field domain.Field) func(string) string {
	return func(typed string) string {
		return isDay(s.Words, strings.TrimSpace(typed), s.Words.Refusal(s.World, domain.Refusal{Code: domain.ValueMissing, Field: field}))
	}
}

func isDay(w tell.Words, typed, missing string) string {
	if typed == "" {
		return missing
	}
	if _, ok := w.ParseDate(typed); !ok {
		return w.Say("error.date", words.Clean(typed))
	}
	return ""
}

// Period is what the two days say. A day that cannot be read is open, and ok is
// false.
func Period(w tell.Words, f widget.Form) (p domain.Period, ok bool) {
	from, through := Text(f, FromField), Text(f, ThroughField)
	var begins, ends bool
	p.From, begins = w.ParseDate(from)
	p.Through, ends = w.ParseDate(through)
	return p, (begins || from == "") && (ends || through == "")
}
