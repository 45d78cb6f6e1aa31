package groups

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// fromField is the first day; unless it must be given, empty means from always on.
func fromField(w tell.Words, from domain.Date, must bool) widget.Field {
	help := words.Key("period-dialog.always")
	if must {
		help = "period-dialog.first"
	}
	return widget.Field{
		Key: "from", Kind: widget.DateField, Label: w.Field("from"), Value: w.Date(from), Fresh: true, Limit: 40,
		Help: w.Say(help), Validate: dateCheck(w, must),
	}
}

// throughField is the last day; empty means an open end.
func throughField(w tell.Words, through domain.Date) widget.Field {
	return widget.Field{
		Key: "through", Kind: widget.DateField, Label: w.Field("through"), Value: w.Date(through), Fresh: true, Limit: 40,
		Help: w.Say("help.date"), Validate: dateCheck(w, false),
	}
}

// lastDayField is a last day that must be given.
func lastDayField(w tell.Words, through domain.Date) widget.Field {
	f := throughField(w, through)
	f.Help, f.Validate = w.Say("period-dialog.last"), dateCheck(w, true)
	return f
}

func dateCheck(w tell.Words, must bool) func(string) string {
	return func(v string) string {
		if v == "" && !must {
			return ""
		}
		if v == "" {
			return w.Say("period-dialog.missing")
		}
		if _, ok := w.ParseDate(v); !ok {
			return w.Say("error.date", words.Clean(v))
		}
		return ""
	}
}

// periodFrom reads both days; ok is false while one of them is no date.
func periodFrom(w tell.Words, f widget.Form) (p domain.Period, ok bool) {
	ok = true
	read := func(key string) domain.Date {
		v := dialog.Text(f, key)
		if v == "" {
			return 0
		}
		d, good := w.ParseDate(v)
		ok = ok && good
		return d
	}
	p.From, p.Through = read("from"), read("through")
	return p, ok
}
