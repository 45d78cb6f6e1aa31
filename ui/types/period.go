package types

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	fromField    = "from"
	throughField = "through"
	dayLimit     = 40
)

// fromDay asks for a first day; empty means from always on.
func fromDay(w tell.Words, day domain.Date) widget.Field {
	return dayField(w, fromField, day, w.Say("period-dialog.always"), false)
}

// throughDay asks for a last day; empty means an open end.
func throughDay(w tell.Words, day domain.Date) widget.Field {
	return dayField(w, throughField, day, w.Say("help.date"), false)
}

// lastDay asks for a last day that must be given.
func lastDay(w tell.Words, day domain.Date) widget.Field {
	return dayField(w, throughField, day, w.Say("period-dialog.last"), true)
}

func dayField(w tell.Words, name domain.Field, day domain.Date, help string, must bool) widget.Field {
	return widget.Field{
		Key: string(name), Kind: widget.DateField, Label: w.Field(name), Value: w.Date(day), Fresh: true, Limit: dayLimit, Help: help,
		Validate: func(typed string) string {
			if typed == "" {
				if must {
					return w.Say("period-dialog.missing")
				}
				return ""
			}
			if _, ok := w.ParseDate(typed); !ok {
				return w.Say("error.date", words.Clean(typed))
			}
			return ""
		},
	}
}

// periodOf is what the two days say; a day that cannot be read is open.
func periodOf(w tell.Words, f widget.Form) domain.Period {
	var p domain.Period
	p.From, _ = w.ParseDate(dialog.Text(f, fromField))
	p.Through, _ = w.ParseDate(dialog.Text(f, throughField))
	return p
}
