package course

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	bodyWidth   = 76
	mostRows    = 10 // of spans; the rest is scrolled to
	onDateWidth = 12
	tight       = 12 // below this height the list has to say itself what holds now
	besideWidth = 64 // from this width on a row has room for whole words
)

// layout is where the parts of the dialog stand in its picture.
type layout struct {
	dialog.Sheet
	lead       []string
	rows, told widget.Box
}

// arrange gives the spans what they need, up to half, and what is told of one the rest.
func (d Dialog) arrange(s scene.Scene) layout {
	w := dialog.BodyWidth(s, bodyWidth)
	lead, spans := d.lead(s, w), min(len(d.spans), mostRows)
	need := len(lead) + spans + 1 + d.tallest
	hints := []widget.Hint{
		{Key: "enter", Show: "⏎", Text: s.Words.Say("course.go-hint")}, {Key: "tab", Text: s.Words.Say("course.turn-hint")},
		{Key: "esc", Text: s.Words.Say("hint.close")},
	}
	l := layout{Sheet: dialog.NewSheet(s, s.Words.Say("course.title"), hints, w, need)}
	if l.Body.H < need {
		hints = append(hints, widget.Hint{Key: "pgdown", Show: "pgdn", Text: s.Words.Say("hint.read-on")})
		l.Sheet = dialog.NewSheet(s, s.Words.Say("course.title"), hints, w, need)
	}
	l.lead = lead[:min(len(lead), max(l.Body.H-4, 0))]
	room := l.Body.H - len(l.lead)
	parts := l.Body.Rows(len(l.lead), min(spans, max(room/2, 1)), widget.Share(1))
	l.rows, l.told = parts[1], parts[2]
	if l.told.H > 2 { // a blank line between them
		l.told.Y, l.told.H = l.told.Y+1, l.told.H-1
	}
	return l
}

// lead says what the list is of, and what holds on the reference date.
func (d Dialog) lead(s scene.Scene, w int) []string {
	out := widget.Wrap(s.Words.Say("course.lead", d.name(s, d.viewer), d.name(s, d.other)), w)
	at := sight.SpanOn(d.spans, s.On)
	if at < 0 || s.Size.H < tight {
		return out
	}
	fact := s.Words.Say(factKey(d.spans[at].Fact))
	now := s.Words.Say("course.now", s.Words.LongDate(s.On), fact, d.held(s))
	return append(append(out, widget.Wrap(now, w)...), "")
}

// View implements scene.Dialog.
func (d Dialog) View(s scene.Scene) (string, *tea.Cursor) {
	d = d.synced(s)
	l := d.arrange(s)
	list := d.list.Set(d.rows(), l.rows.H)
	when := d.periodWidth(s)
	rows := list.Lines(func(i int, state widget.RowState) string { return d.row(s, i, l.rows.W, when, state) })
	told := d.told(s, d.current(), l.told.W)
	body := widget.Stack(widget.Fit(l.lead, l.Body.W, len(l.lead)), widget.Fit(rows, l.rows.W, l.rows.H), widget.Fit(nil, l.Body.W, l.told.Y-l.rows.Y-l.rows.H),
		d.at.View(s.Theme, told, l.told.W, l.told.H))
	picture, _ := l.View(s.Theme, body, nil)
	from, _ := list.Window()
	return picture, l.rows.Cursor(0, max(list.Cursor(), 0)-from)
}

// periodWidth is the column in which every period of the list fits.
func (d Dialog) periodWidth(s scene.Scene) int {
	w := 0
	for _, span := range d.spans {
		w = max(w, ansi.StringWidth(period(s, span.Period)))
	}
	return w + 2
}

// row is one span: when, what holds, and whether the reference date is in it.
func (d Dialog) row(s scene.Scene, i, w, when int, state widget.RowState) string {
	t, span := s.Theme, d.spans[i]
	mark, style, on := "  ", t.Faint, ""
	if span.Covers(s.On) {
		mark, style, on = "● ", t.Text, s.Words.Say("course.on-date")
	}
	fact, beside := s.Words.Say(factKey(span.Fact)), onDateWidth
	if w < besideWidth {
		fact, beside = s.Words.Say(shortKey(span.Fact)), 0
	}
	return widget.Line(w, widget.RowStyle(t, state, true),
		widget.Cell{Text: mark, Style: t.Accent, W: 2},
		widget.Cell{Text: period(s, span.Period), Style: style, W: when},
		widget.Cell{Text: fact, Style: style, W: widget.Share(1)},
		widget.Cell{Text: on, Style: t.Accent, W: beside},
	)
}

// factKey is what can be, in the words of a row.
func factKey(f sight.Fact) words.Key {
	return pick(f, "course.both", "course.sees", "course.messages", "course.nothing")
}

func shortKey(f sight.Fact) words.Key {
	return pick(f, "course.short-both", "course.short-sees", "course.short-both", "course.short-nothing")
}

func pick(f sight.Fact, both, sees, messages, nothing words.Key) words.Key {
	switch {
	case f.Sees && f.Messages:
		return both
	case f.Sees:
		return sees
	case f.Messages:
		return messages
	}
	return nothing
}
