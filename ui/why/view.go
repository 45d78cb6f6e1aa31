package why

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/ui/dialog"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

const (
	dialogWidth = 96
	edge        = 6 // what the frame of a dialog takes of a title's line
)

// textWidth is how wide reasons and edits are wrapped: the last two columns are
// for the mark that shows where one is.
func textWidth(s scene.Scene) int { return max(dialog.BodyWidth(s, dialogWidth)-2, 1) }

// layout is where the parts stand in the picture.
type layout struct {
	dialog.Sheet
	text, gap, list widget.Box
}

// arrange gives each of the two parts half, or what the other leaves.
func (d Dialog) arrange(s scene.Scene) layout {
	var l layout
	l.Sheet = dialog.NewSheet(s, d.title(s), d.hints(s), dialog.BodyWidth(s, dialogWidth), s.Size.H)
	text, rows := len(d.lines(s)), len(d.edits.rows)
	if d.turned {
		rows = len(d.round.lines)
	}
	h := l.Body.H
	gap := 0
	if h > 12 && rows > 0 {
		gap = 1
	}
	if !d.search.done() && !d.turned {
		rows = max(rows, h/2) // what is still to be found shall not push what one reads
	}
	if d.turned {
		list := min(rows, max((h-gap)/2, h-gap-text))
		parts := l.Body.Rows(list, gap, widget.Share(1))
		l.list, l.gap, l.text = parts[0], parts[1], parts[2]
	} else {
		above := min(text, max((h-gap)/2, h-gap-rows))
		parts := l.Body.Rows(above, gap, widget.Share(1))
		l.text, l.gap, l.list = parts[0], parts[1], parts[2]
	}
	if text > l.text.H {
		l.Sheet = l.WithHint(widget.Hint{Key: "pgdown", Text: s.Words.Say("hint.read-on")})
	}
	return l
}

// question is what the dialog is about, as a sentence.
func (d Dialog) question(s scene.Scene) string {
	if d.turned {
		return s.Words.Say("why.viewers", s.Words.Person(s.World, d.other))
	}
	viewer, other := s.Words.Person(s.World, d.viewer), s.Words.Person(s.World, d.other)
	if viewer == other { // namesakes
		v, _ := s.World.Person(d.viewer)
		o, _ := s.World.Person(d.other)
		viewer, other = s.Words.Say("why.line", viewer, s.Words.Apart(v)), s.Words.Say("why.line", other, s.Words.Apart(o))
	}
	return s.Words.Question(d.answer, viewer, other)
}

// title is the question, or a word of it where that would be cut: then it stands
// above the reasons.
func (d Dialog) title(s scene.Scene) string {
	if q := d.question(s); ansi.StringWidth(q) <= dialog.BodyWidth(s, dialogWidth)+4-edge {
		return q
	}
	return s.Words.Say("why.short")
}

// lines is what is read and not chosen from.
func (d Dialog) lines(s scene.Scene) []string {
	w := textWidth(s)
	var out []string
	if q := d.question(s); d.title(s) != q {
		out = dialog.Lines(s.Theme.Marked, w, q)
	}
	if d.refuse != "" {
		out = append(out, dialog.Lines(s.Theme.Error, w, d.refuse)...)
	}
	if d.turned {
		return append(out, d.round.text.Lines(s, w)...)
	}
	return append(out, d.text.Lines(s, w)...)
}

func (d Dialog) hints(s scene.Scene) []widget.Hint {
	var out []widget.Hint
	_, edit := d.edits.chosen()
	_, viewer := d.round.viewer()
	switch {
	case d.turned && viewer:
		out = append(out, widget.Hint{Key: "enter", Text: s.Words.Say("why.ask-hint")})
	case !d.turned && edit && s.May():
		out = append(out, widget.Hint{Key: "enter", Text: s.Words.Say("why.do-hint")})
	}
	out = append(out, widget.Hint{Key: "esc", Text: s.Words.Say("hint.close")})
	if d.turned {
		return append(out, widget.Hint{Key: "tab", Text: s.Words.Say("why.back-hint")})
	}
	return append(out, widget.Hint{Key: "tab", Text: s.Words.Say("why.round-hint")}, widget.Hint{Key: "s", Text: s.Words.Say("why.swap-hint")})
}

// View implements scene.Dialog.
func (d Dialog) View(s scene.Scene) (string, *tea.Cursor) {
	d = d.fitted(s)
	l := d.arrange(s)
	text := d.at.View(s.Theme, d.lines(s), l.text.W, l.text.H)
	gap := widget.Fit(nil, l.gap.W, l.gap.H)
	if d.turned {
		rows := d.round.list.Lines(func(i int, state widget.RowState) string { return d.round.draw(s, i, l.list.W, state) })
		body := widget.Stack(widget.Fit(rows, l.list.W, l.list.H), gap, text)
		return l.View(s.Theme, body, d.cursor(l, d.round.list, d.round.list.Cursor()))
	}
	body := widget.Stack(text, gap, d.drawEdits(s, l.list))
	at := d.edits.list.Cursor()
	for at > 0 && d.edits.rows[at-1].item == d.edits.rows[at].item {
		at-- // the real cursor stands where the edit begins
	}
	return l.View(s.Theme, body, d.cursor(l, d.edits.list, at))
}

// cursor is where the real cursor stands, as seen from the body; nil while there
// is nothing to choose from.
func (d Dialog) cursor(l layout, list widget.List, at int) *tea.Cursor {
	if at < 0 || l.list.H <= 0 {
		return nil
	}
	from, _ := list.Window()
	return tea.NewCursor(0, l.list.Y-l.Body.Y+max(at-from, 0))
}

func (d Dialog) drawEdits(s scene.Scene, box widget.Box) string {
	chosen := -1
	if at := d.edits.list.Cursor(); at >= 0 {
		chosen = d.edits.rows[at].item
	}
	thumb := d.edits.list.Thumb()
	from, _ := d.edits.list.Window()
	lines := d.edits.list.Lines(func(i int, _ widget.RowState) string {
		r := d.edits.rows[i]
		first := i == 0 || d.edits.rows[i-1].item != r.item
		line := d.drawRow(s, r, box.W-2, r.item >= 0 && r.item == chosen, first)
		if thumb.To == 0 {
			return line
		}
		bar := widget.Paint(s.Theme.Border, "│")
		if y := i - from; y >= thumb.From && y < thumb.To {
			bar = widget.Paint(s.Theme.Accent, "┃")
		}
		return line + " " + bar
	})
	return widget.Fit(lines, box.W, box.H)
}

func (d Dialog) drawRow(s scene.Scene, r row, w int, selected, first bool) string {
	base := widget.RowStyle(s.Theme, widget.RowState{Selected: selected}, true)
	pointer := "  "
	if selected && first {
		pointer = "▸ "
	}
	switch r.kind {
	case heading:
		return widget.Line(w, s.Theme.Text, widget.Cell{Text: r.text, Style: s.Theme.Heading, W: widget.Share(1)},
			widget.Cell{Text: d.progress(s), Style: s.Theme.Faint, W: min(ansi.StringWidth(d.progress(s)), w/2), Right: true})
	case note:
		return widget.Line(w, s.Theme.Text, widget.Cell{Text: r.text, Style: s.Theme.Faint, W: w})
	case sentence:
		return widget.Line(w, base, widget.Cell{Text: pointer + r.text, Style: s.Theme.Text, W: w})
	case detail:
		return widget.Line(w, base, widget.Cell{Text: "    " + r.text, Style: s.Theme.Faint, W: w})
	}
	return widget.Line(w, s.Theme.Text)
}

// progress says how far the search is, while it is under way.
func (d Dialog) progress(s scene.Scene) string {
	if d.search.done() {
		return ""
	}
	return s.Words.Say("why.progress", d.search.tried, d.search.total())
}
