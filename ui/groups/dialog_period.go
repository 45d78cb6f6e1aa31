package groups

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/widget"
)

// fromField is the first day; unless it must be given, empty means from always on.
func fromField(w lang.Words, from domain.Date, must bool) widget.Field {
	help := lang.PeriodDialogAlways
	if must {
		help = lang.PeriodDialogFirst
	}
	return widget.Field{
		Key: "from", Kind: widget.DateField, Label: w.Field("from"), Value: w.Date(from), Fresh: true, Limit: 40,
		Help: w.Say(help), Validate: dateCheck(w, must),
	}
}

// throughField is the last day; empty means an open end.
func throughField(w lang.Words, through domain.Date) widget.Field {
	return widget.Field{
		Key: "through", Kind: widget.DateField, Label: w.Field("through"), Value: w.Date(through), Fresh: true, Limit: 40,
		Help: w.Say(lang.DateHelp), Validate: dateCheck(w, false),
	}
}

// lastDayField is a last day that must be given.
func lastDayField(w lang.Words, through domain.Date) widget.Field {
	f := throughField(w, through)
	f.Help, f.Validate = w.Say(lang.PeriodDialogLast), dateCheck(w, true)
	return f
}

func dateCheck(w lang.Words, must bool) func(string) string {
	return func(v string) string {
		if v == "" && !must {
			return ""
		}
		if v == "" {
			return w.Say(lang.PeriodDialogMissing)
		}
		if _, ok := w.ParseDate(v); !ok {
			return w.Say(lang.DateWrong, lang.Clean(v))
		}
		return ""
	}
}

// periodFrom reads both days; ok is false while one of them is no date.
func periodFrom(w lang.Words, f widget.Form) (p domain.Period, ok bool) {
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
