// Package timeline is the dialog that says since when and until when one person
// sees another: every span of days in order, the one of the reference date
// marked, and below it why.
//
// It promises that each span agrees with the policy in the world of its days, and
// that it marks what rests on the journal or on an assumption instead of on
// periods. It refuses to know the other rooms and the root.
package timeline

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Dialog shows the spans of one sightline, the earliest above.
type Dialog struct {
	viewer, other domain.PersonID
	spans         []sight.Span
	source        source
	mostLines     int // of the longest explanation: the window keeps its size from span to span
	breaches      sight.Breaches
	list          widget.List
	scroll        dialog.Scroll // in the explanation
	failure       string        // why the journal could not be read
}

var _ scene.Dialog = Dialog{}

// source is what the spans were made from.
type source struct {
	world     domain.World
	chronicle *domain.Chronicle
	viewer    domain.PersonID
	width     int
	voice     tell.Voice
}

// New shows what the viewer sees of the other over time; the cursor stands on
// the span of the reference date.
func New(s scene.Scene, viewer, other domain.PersonID) Dialog {
	return Dialog{viewer: viewer, other: other}.refresh(s)
}

// Ask asks for the other person, and opens the timeline of the two.
func Ask(s scene.Scene, viewer domain.PersonID) scene.Dialog {
	title := s.Words.Say("course.ask", s.Words.Person(s.World, viewer))
	return dialog.PickPerson(s, title, viewer, func(other domain.PersonID) scene.Wish {
		return scene.Timeline{Viewer: viewer, Other: other}
	})
}

// refresh makes the spans anew when their source has changed, and puts the cursor
// back on the reference date.
func (d Dialog) refresh(s scene.Scene) Dialog {
	now := source{s.World, s.Chronicle, d.viewer, dialog.BodyWidth(s, bodyWidth), s.Words.Voice()}
	if d.spans != nil && d.source == now {
		return d
	}
	var past domain.Chronicle // until the journal is read, today's settings count for every day
	if s.Chronicle != nil {
		past = *s.Chronicle
	}
	at := func(on domain.Date) domain.World { return past.World(s.World, on) }
	d.spans, d.source, d.scroll = sight.Spans(at, s.World, d.viewer, d.other, past.Days()), now, dialog.Scroll{}
	d.breaches, d.mostLines = sight.NewBreaches(s.World, s.On), 0
	for _, span := range d.spans {
		d.mostLines = max(d.mostLines, len(d.lines(s, span, now.width)))
	}
	d.list = d.list.Set(d.rows(), d.arrange(s).rows.H).Select(sight.SpanOn(d.spans, s.On))
	return d
}

func (d Dialog) rows() widget.Rows { return widget.Rows{N: len(d.spans)} }

// current is the span under the cursor; there always is one.
func (d Dialog) current() sight.Span { return d.spans[max(d.list.Cursor(), 0)] }

func (d Dialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	d = d.refresh(s)
	d.list = d.list.Set(d.rows(), d.arrange(s).rows.H)
	switch msg := msg.(type) {
	case scene.Chronicled:
		d.failure = msg.Failure
	case scene.Clicked:
		return d.click(s, msg)
	case tea.KeyPressMsg:
		return d.key(s, msg.String())
	}
	return d, nil
}

func (d Dialog) key(s scene.Scene, key string) (scene.Dialog, scene.Wish) {
	switch key {
	case "esc":
		return d, scene.Close{}
	case "enter":
		return d, d.goTo(s)
	case "tab", "shift+tab":
		d.viewer, d.other = d.other, d.viewer
		return d.refresh(s), nil
	case "pgup":
		return d.scrollPages(s, -1), nil
	case "pgdown", "space":
		return d.scrollPages(s, 1), nil
	}
	if list, ok := d.list.Key(key); ok {
		d.list, d.scroll = list, dialog.Scroll{}
	}
	return d, nil
}

// scrollPages scrolls the explanation by windows less one line.
func (d Dialog) scrollPages(s scene.Scene, by int) Dialog {
	l := d.arrange(s)
	d.scroll = d.scroll.By(by*max(l.text.H-1, 1), len(d.lines(s, d.current(), l.text.W)), l.text.H)
	return d
}

func (d Dialog) click(s scene.Scene, at scene.Clicked) (scene.Dialog, scene.Wish) {
	l := d.arrange(s)
	switch {
	case at.Wheel != 0 && l.text.Contains(at.X, at.Y):
		d.scroll = d.scroll.By(at.Wheel, len(d.lines(s, d.current(), l.text.W)), l.text.H)
	case at.Wheel != 0:
		d.list = d.list.Scroll(at.Wheel)
	default:
		if key, ok := l.Key(s.Theme, at); ok {
			return d.key(s, key.String())
		}
		if i, ok := d.list.At(at.Y - l.rows.Y); ok {
			d.list, d.scroll = d.list.Select(i), dialog.Scroll{}
		}
	}
	return d, nil
}

// goTo makes the first day of the span the reference date, or its last day where
// it has no first. It turns on AsItWas when modes or readings differed on that day:
// by today's settings the screen would contradict the span.
func (d Dialog) goTo(s scene.Scene) scene.Wish {
	span := d.current()
	on := span.From
	if on == 0 {
		on = span.Through
	}
	if on == 0 {
		return scene.Say{Words: s.Words.Say("course.every-day")}
	}
	out := scene.Several{scene.Close{}}
	at := slices.IndexFunc(span.Stretches, func(t sight.Stretch) bool { return t.Covers(on) })
	if span.Stretches[at].AsItWas && !s.AsItWas {
		out = append(out, scene.SetAsItWas{AsItWas: true})
	}
	return append(out, scene.SetDate{On: on})
}

const (
	bodyWidth   = 76
	mostRows    = 10 // of spans; the rest is scrolled to
	onDateWidth = 12
	tight       = 12 // below this height the sentence about the reference date gives way
	besideWidth = 64 // from this width on a row has room for whole words
)

// layout is where the parts of the dialog stand in its picture.
type layout struct {
	dialog.Sheet
	lead       []string
	rows, text widget.Box
}

// arrange gives the spans up to half of the body, and the explanation the rest.
func (d Dialog) arrange(s scene.Scene) layout {
	w := dialog.BodyWidth(s, bodyWidth)
	lead, spans := d.lead(s, w), min(len(d.spans), mostRows)
	need := len(lead) + spans + 1 + d.mostLines
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
	l.rows, l.text = parts[1], parts[2]
	if l.text.H > 2 { // a blank line between them
		l.text.Y, l.text.H = l.text.Y+1, l.text.H-1
	}
	return l
}

// lead names the two people, and says what holds on the reference date.
func (d Dialog) lead(s scene.Scene, w int) []string {
	out := widget.Wrap(s.Theme.Measure, s.Words.Say("course.lead", d.name(s, d.viewer), d.name(s, d.other)), w)
	at := sight.SpanOn(d.spans, s.On)
	if at < 0 || s.Size.H < tight {
		return out
	}
	fact := s.Words.Say(factKey(d.spans[at].Fact))
	now := s.Words.Say("course.now", s.Words.LongDate(s.On), fact, d.periodOnDate(s))
	return append(append(out, widget.Wrap(s.Theme.Measure, now, w)...), "")
}

func (d Dialog) View(s scene.Scene) (string, *tea.Cursor) {
	d = d.refresh(s)
	l := d.arrange(s)
	list := d.list.Set(d.rows(), l.rows.H)
	when := d.periodWidth(s)
	rows := dialog.ListView(s.Theme, list, l.rows.W, l.rows.H, func(i int, state widget.RowState, w int) string { return d.row(s, i, w, when, state) })
	body := widget.Stack(widget.Fit(s.Theme.Measure, l.lead, l.Body.W, len(l.lead)), rows, widget.Fit(s.Theme.Measure, nil, l.Body.W, l.text.Y-l.rows.Y-l.rows.H),
		d.scroll.View(s.Theme, d.lines(s, d.current(), l.text.W), l.text.W, l.text.H))
	picture, _ := l.View(s.Theme, body, nil)
	from, _ := list.Window()
	return picture, l.rows.Cursor(0, max(list.Cursor(), 0)-from)
}

// periodWidth is the column in which every period of the list fits.
func (d Dialog) periodWidth(s scene.Scene) int {
	w := 0
	for _, span := range d.spans {
		w = max(w, s.Theme.Measure.Width(s.Words.PeriodOrAlways(span.Period)))
	}
	return w + 2
}

// row draws one span: when, what holds, and whether the reference date is in it.
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
	return widget.Line(t.Measure, w, widget.RowStyle(t, state, true),
		widget.Cell{Text: mark, Style: t.Accent, W: 2},
		widget.Cell{Text: s.Words.PeriodOrAlways(span.Period), Style: style, W: when},
		widget.Cell{Text: fact, Style: style, W: widget.Share(1)},
		s.Broken(d.breaks(span)),
		widget.Cell{Text: on, Style: t.Accent, W: beside},
	)
}

// breaks are the agreements that the sightline breaks in a span.
func (d Dialog) breaks(span sight.Span) []domain.AgreementID {
	return d.breaches.Fact(sight.Pair{Viewer: d.viewer, Other: d.other}, span.Fact)
}

// factKey names a fact in the words of a row.
func factKey(f sight.Fact) words.Key {
	return keyFor(f, "course.both", "course.sees", "course.messages", "course.nothing")
}

func shortKey(f sight.Fact) words.Key {
	return keyFor(f, "course.short-both", "course.short-sees", "course.short-both", "course.short-nothing")
}

func keyFor(f sight.Fact, both, sees, messages, nothing words.Key) words.Key {
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

// lines explain a span: what holds, by which grounds, and what of it rests on the
// journal or on an assumption.
func (d Dialog) lines(s scene.Scene, span sight.Span, w int) []string {
	t := s.Theme
	w -= 2 // for the scroll bar
	var out []string
	put := func(style lipgloss.Style, indent, text string) {
		for _, line := range widget.Wrap(t.Measure, text, w-len(indent)) {
			out = append(out, indent+widget.Paint(style, line))
		}
	}
	key := keyFor(span.Fact, "course.sees-mail", "course.sees-only", "course.mail-only", "course.no-sight")
	fact := s.Words.Say(key, s.Words.Person(s.World, d.viewer), s.Words.Person(s.World, d.other))
	put(t.Heading, "", s.Words.Say("course.span", s.Words.PeriodOrAlways(span.Period), fact))
	for _, broken := range s.Words.Broken(s.World, d.breaks(span)) {
		put(t.Error, "  ", broken)
	}
	for _, part := range span.Stretches {
		if len(span.Stretches) > 1 {
			put(t.Text, "", s.Words.Say("course.stretch", s.Words.PeriodOrAlways(part.Period)))
		}
		if len(part.Sight)+len(part.Messages) == 0 {
			put(t.Text, "  ", s.Words.Say("course.no-ground"))
		}
		for _, ground := range s.Words.GroundSentences(s.World, part.Sight, part.Messages) {
			for _, line := range dialog.Sentence(t, w-2, ground) {
				out = append(out, "  "+line)
			}
		}
		if part.AsItWas {
			put(t.Warning, "  ", s.Words.Say("course.as-it-was"))
		}
	}
	switch {
	case d.failure != "":
		put(t.Warning, "", s.Words.Say("course.no-journal", d.failure))
	case s.Chronicle == nil:
		put(t.Warning, "", s.Words.Say("course.reading"))
	}
	if s.Chronicle != nil && span.From < s.Chronicle.Began() {
		put(t.Faint, "", s.Words.Say("course.assumed", s.Words.Date(s.Chronicle.Began())))
	}
	put(t.Faint, "", s.Words.Say("course.rest-as-now"))
	return out
}

// periodOnDate says since when and until when the viewer sees the other, or does
// not see them, as on the reference date.
func (d Dialog) periodOnDate(s scene.Scene) string {
	return s.Words.PeriodOrAlways(domain.Period{From: sight.Since(d.spans, s.On), Through: sight.Until(d.spans, s.On)})
}

// name returns a person's name with what tells them from a namesake.
func (d Dialog) name(s scene.Scene, id domain.PersonID) string {
	p, ok := s.World.Person(id)
	if !ok {
		return string(id)
	}
	return s.Words.Say("course.person", s.Words.Person(s.World, id), s.Words.Apart(p))
}
