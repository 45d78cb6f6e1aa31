package ui

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// dateDialog sets the reference date and AsItWas. An empty date means the usual one.
type dateDialog struct{ form widget.Form }

const (
	dateField     = "date"
	settingsField = "settings"
	asNow, asThen = "now", "then"
)

func newDateDialog(s scene.Scene) scene.Dialog {
	w := s.Words
	check := func(v string) string {
		if v == "" {
			return ""
		}
		return w.NoDate(v)
	}
	return dateDialog{widget.NewForm(widget.Field{
		Key: dateField, Kind: widget.DateField, Label: w.Say("date.label"), Value: w.Date(s.On), Fresh: true,
		Help: w.Say("date.today"), Validate: check, Limit: 20,
	}, widget.Field{
		Key: settingsField, Kind: widget.ChoiceField, Label: w.Say("date.settings"), Value: either(s.AsItWas, asThen, asNow),
		Options: []widget.Option{
			{Key: asNow, Label: w.Say("date.as-now"), Help: w.Say("date.as-now-help")},
			{Key: asThen, Label: w.Say("date.as-then"), Help: w.Say("date.as-then-help")},
		},
	}).SetCutPaste(dialog.CutPaste(w))}
}

func (d dateDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if next, ok := d.step(s, msg); ok {
		return next, nil
	}
	var event widget.Event
	if at, ok := msg.(scene.Clicked); ok {
		l := d.arrange(s)
		if key, ok := l.Key(s.Theme, at); ok {
			return d.Update(s, key)
		}
		if at.Wheel != 0 || !l.form.Contains(at.X, at.Y) {
			return d, nil
		}
		x, y := l.form.Local(at.X, at.Y)
		d.form, event = d.form.Click(s.Theme, x, y, l.form.W, l.form.H)
	} else {
		d.form, event = d.form.Update(msg)
	}
	switch event {
	case widget.Cancel:
		return d, scene.Close{}
	case widget.Submit:
		return d, d.wish(s)
	}
	return d, nil
}

// wish sets AsItWas before the date, so that the date is shown by those settings.
func (d dateDialog) wish(s scene.Scene) scene.Wish {
	out := scene.Several{scene.Close{}}
	if then := d.form.Value(settingsField) == asThen; then != s.AsItWas {
		out = append(out, scene.SetAsItWas{AsItWas: then})
	}
	on, _ := s.Words.ParseDate(d.form.Value(dateField))
	return append(out, scene.SetDate{On: on})
}

// step moves the date with the arrow keys: by a day, with shift by a week.
func (d dateDialog) step(s scene.Scene, msg tea.Msg) (scene.Dialog, bool) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok || d.form.Focused() != dateField {
		return d, false
	}
	days, ok := map[string]domain.Date{"up": 1, "down": -1, "shift+up": 7, "shift+down": -7}[key.String()]
	on, known := s.Words.ParseDate(d.form.Value(dateField))
	if !ok || !known || on+days < domain.FirstDate || on+days > domain.LastDate {
		return d, ok
	}
	d.form = d.form.Set(dateField, s.Words.Date(on+days))
	return d, true
}

// dateLayout is the place of each part in the picture.
type dateLayout struct {
	dialog.Sheet
	explain []string
	form    widget.Box
}

func (d dateDialog) arrange(s scene.Scene) dateLayout {
	const (
		width = 64
		room  = 4 // for either field: the window must not jump
	)
	w := s.Words
	inner := dialog.BodyWidth(s, width)
	l := dateLayout{explain: append(widget.Wrap(s.Theme.Measure, w.Say("date.explain"), inner), "")}
	l.Sheet = dialog.NewSheet(s, w.Say("date.title"), []widget.Hint{
		{Key: "enter", Show: "⏎", Text: w.Say("hint.choose")}, {Key: "tab", Text: w.Say("date.settings")},
		{Key: "esc", Text: w.Say("hint.cancel")}, {Key: "up", Show: "↑↓", Text: w.Say("date.step")},
	}, inner, len(l.explain)+max(d.form.Lines(s.Theme, inner), room))
	head := min(len(l.explain), max(l.Body.H-d.form.Lines(s.Theme, l.Body.W), 0)) // the fields have priority
	l.explain = l.explain[:head]
	l.form = l.Body.Rows(head, widget.Share(1))[1]
	return l
}

func (d dateDialog) View(s scene.Scene) (string, *tea.Cursor) {
	l := d.arrange(s)
	form, cursor := d.form.View(s.Theme, l.form.W, l.form.H)
	if cursor != nil {
		cursor.Y += len(l.explain)
	}
	return l.View(s.Theme, widget.Stack(widget.Fit(s.Theme.Measure, l.explain, l.Body.W, len(l.explain)), form), cursor)
}
