package journal

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// regions are where the parts of the screen lie: View draws in them, a click
// looks in them. Where there is room for one pane only, the other is empty.
type regions struct {
	list, filter, rows widget.Box // the pane, and in it the filter line and the entries
	detail, text       widget.Box
}

const (
	besideFrom = 100 // columns from which the two panes stand side by side
	belowFrom  = 14  // lines from which they stand on top of each other
)

func (v Screen) arrange(s scene.Scene) regions {
	var r regions
	switch body := s.Body; {
	case body.W >= besideFrom:
		parts := body.Columns(widget.Share(5), widget.Share(3))
		r.list, r.detail = parts[0], parts[1]
	case body.H >= belowFrom:
		parts := body.Rows(widget.Share(3), widget.Share(2))
		r.list, r.detail = parts[0], parts[1]
	case v.reading:
		r.detail = body
	default:
		r.list = body
	}
	r.rows, r.text = widget.Frame{}.Inner(r.list), widget.Frame{}.Inner(r.detail).Inset(1, 0)
	if v.typing || v.filter.Value() != "" {
		parts := r.rows.Rows(1, widget.Share(1))
		r.filter, r.rows = parts[0], parts[1]
	}
	return r
}

// View implements scene.Screen.
func (v Screen) View(s scene.Scene) (string, *tea.Cursor) {
	r := v.arrange(s)
	var list, beside string
	var cursor *tea.Cursor
	if !r.list.Empty() {
		list, cursor = v.viewList(s, r)
	}
	if !r.detail.Empty() {
		beside = v.viewDetail(s, r)
		if v.reading {
			cursor = tea.NewCursor(r.text.X, r.text.Y)
		}
	}
	if r.detail.X > r.list.X && !r.list.Empty() {
		return widget.Beside(list, beside), cursor
	}
	return widget.Stack(list, beside), cursor
}

func (v Screen) viewList(s scene.Scene, r regions) (string, *tea.Cursor) {
	t, words := s.Theme, s.Words
	rows := v.list.Set(v.rows(), r.rows.H)
	frame := widget.Pane(t, words.Say("screen.journal"), !v.reading)
	frame.Foot, frame.Thumb = rows.Position(), rows.Thumb()
	var lines []string
	var cursor *tea.Cursor
	if from, to := rows.Window(); rows.Cursor() >= from && rows.Cursor() < to {
		cursor = tea.NewCursor(r.rows.X, r.rows.Y+rows.Cursor()-from)
	}
	if !r.filter.Empty() {
		frame.Right = v.reach(words)
		line, x := v.filter.View(max(r.filter.W-2, 0), t.Input, t.Faint)
		lines = append(lines, widget.Paint(t.Key, "/ ")+line)
		if v.typing {
			cursor = tea.NewCursor(r.filter.X+2+x, r.filter.Y)
		}
	}
	drawn := rows.Lines(func(i int, state widget.RowState) string {
		return v.draw(s, v.loaded.found[i], r.rows.W, state)
	})
	return frame.View(r.list.W, r.list.H, append(lines, v.attended(s, drawn, r.rows)...)), cursor
}

// reach says through how much of the journal the filter has looked.
func (v Screen) reach(w tell.Words) string {
	if v.loaded.whole() {
		return w.Say("journal.found", len(v.loaded.found), len(v.loaded.entries))
	}
	return w.Say("journal.found-of", len(v.loaded.found), len(v.loaded.entries))
}

// attended adds the sentence that stands for rows, or under them: nothing yet,
// nothing found, or that the journal could not be read.
func (v Screen) attended(s scene.Scene, drawn []string, box widget.Box) []string {
	t, w := s.Theme, s.Words
	if v.failed {
		said := widget.Wrap(w.Say("journal.failed"), box.W)
		for i, line := range said {
			said[i] = widget.Paint(t.Error, line)
		}
		return append(drawn[:max(min(len(drawn), box.H-len(said)), 0)], said...)
	}
	key := words.Key("journal.none")
	switch {
	case len(v.loaded.found) > 0:
		return drawn
	case v.waiting:
		key = "journal.waiting"
	case len(v.loaded.entries) > 0:
		key = "list.no-match"
	}
	said := widget.Wrap(w.Say(key), box.W)
	for i, line := range said {
		said[i] = widget.Paint(t.Faint, line)
	}
	return said
}

var kindKeys = [...]words.Key{"journal.kind.edit", "journal.kind.undo", "journal.kind.redo", "journal.kind.import"}

// draw draws one entry, with as many columns as there is room for.
func (v Screen) draw(s scene.Scene, at, w int, state widget.RowState) string {
	t, say, e := s.Theme, s.Words, v.loaded.entries[at]
	when, pointer := say.Moment(e.At, s.Zone), ""
	if state.Selected {
		pointer = "▸"
	}
	gap := widget.Cell{W: 1}
	cells := []widget.Cell{{Text: pointer, Style: t.Text, W: 1}}
	if w >= 56 {
		cells = append(cells, widget.Cell{Text: number(e.Seq), Style: t.Faint, W: len(number(v.head)) + 1, Right: true}, gap,
			widget.Cell{Text: when, Style: t.Text, W: 17}, gap,
			widget.Cell{Text: words.Clean(e.By.Name), Style: t.Faint, W: min(w/6, 20)}, gap)
	} else {
		cells = append(cells, widget.Cell{Text: say.Date(domain.DateOf(e.At.In(s.Zone))), Style: t.Text, W: 11}, gap)
	}
	if w >= 90 {
		cells = append(cells, widget.Cell{Text: kind(say, e.Kind), Style: t.Faint, W: 9}, gap)
	}
	cells = append(cells, widget.Cell{Text: v.loaded.said[at], Style: t.Text, W: widget.Share(1)})
	return widget.Line(w, widget.RowStyle(t, state, !v.reading), cells...)
}

func kind(w tell.Words, k domain.EntryKind) string {
	if int(k) >= len(kindKeys) {
		return k.String()
	}
	return w.Say(kindKeys[k])
}

func (v Screen) viewDetail(s scene.Scene, r regions) string {
	d := v.detail.of(s, v)
	d = d.scrolled(0, r.text.H)
	title := ""
	if at, ok := v.current(); ok {
		e := v.loaded.entries[at]
		title = s.Words.Say("journal.entry", number(e.Seq), kind(s.Words, e.Kind))
	}
	frame := widget.Pane(s.Theme, title, v.reading)
	lines := make([]string, 0, r.text.H)
	for _, line := range d.lines[d.from:min(d.from+r.text.H, len(d.lines))] {
		lines = append(lines, " "+line)
	}
	if len(d.lines) > r.text.H {
		frame.Thumb = widget.List{}.Set(widget.Rows{N: len(d.lines)}, r.text.H).Scroll(d.from).Thumb()
	}
	return frame.View(r.detail.W, r.detail.H, lines)
}
