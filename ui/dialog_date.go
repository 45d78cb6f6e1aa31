package ui

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// dateDialog sets the reference date. An empty field goes back to the usual one.
type dateDialog struct{ form widget.Form }

const dateField = "date"

func newDateDialog(s scene.Scene) scene.Dialog {
	w := s.Words
	check := func(v string) string {
		if _, ok := w.ParseDate(v); v != "" && !ok {
			return w.Say(lang.DateBad, lang.Clean(v))
		}
		return ""
	}
	return dateDialog{widget.NewForm(widget.Field{
		Key: dateField, Kind: widget.DateField, Label: w.Say(lang.DateLabel), Value: w.Date(s.On), Fresh: true,
		Help: w.Say(lang.DateToday), Validate: check, Limit: 20,
	}).Pasted(dialog.CutPaste(w))}
}

// Update implements scene.Dialog.
func (d dateDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if next, ok := d.step(s, msg); ok {
		return next, nil
	}
	var event widget.Event
	d.form, event = d.form.Update(msg)
	switch event {
	case widget.Cancel:
		return d, scene.Close{}
	case widget.Submit:
		on, _ := s.Words.ParseDate(d.form.Value(dateField))
		return d, scene.Several{scene.Close{}, scene.SetDate{On: on}}
	}
	return d, nil
}

// step walks the date with the arrow keys: a day, with shift a week.
func (d dateDialog) step(s scene.Scene, msg tea.Msg) (scene.Dialog, bool) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
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

// View implements scene.Dialog.
func (d dateDialog) View(s scene.Scene) (string, *tea.Cursor) {
	const width = 52
	w := s.Words
	explain := widget.Wrap(w.Say(lang.DateExplain), width-2)
	p := dialog.NewSheet(s, w.Say(lang.DateTitle), []widget.Hint{
		{Key: "enter", Show: "⏎", Text: w.Say(lang.ChooseHint)}, {Key: "up", Show: "↑↓", Text: w.Say(lang.DateStep)},
		{Key: "esc", Text: w.Say(lang.CancelHint)},
	}, width, len(explain)+1+d.form.Lines(s.Theme, width))
	head := min(len(explain)+1, max(p.Body.H-2, 0)) // the field and what is wrong with it have to be read
	form, cursor := d.form.View(s.Theme, p.Body.W, p.Body.H-head)
	if cursor != nil {
		cursor.Y += head
	}
	return p.View(s.Theme, widget.Stack(widget.Fit(explain, p.Body.W, head), form), cursor)
}
