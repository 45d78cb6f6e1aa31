package files

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	wide = 76 // how wide the body would like to be
	tall = 14 // and how high while a path is typed, so that offers do not make it jump
)

var titles = [...]words.Key{"files.import", "files.export", "files.backup", "files.table"}

var intros = [...]words.Key{"files.import-explain", "files.export-explain", "files.backup-explain", "files.table-explain"}

var acts = [...]words.Key{"files.read", "files.write", "files.copy", "files.write"}

func (d transfer) sheet(s scene.Scene) dialog.Sheet {
	h := tall
	if d.step == planned {
		h = max(h, len(d.planLines(s)))
	}
	return dialog.NewSheet(s, s.Words.Say(titles[d.what]), d.hints(s), width(s), h)
}

func width(s scene.Scene) int { return dialog.BodyWidth(s, wide) }

func (d transfer) hints(s scene.Scene) []widget.Hint {
	w := s.Words
	enter := func(k words.Key) widget.Hint { return widget.Hint{Key: "enter", Text: w.Say(k)} }
	esc := func(k words.Key) widget.Hint { return widget.Hint{Key: "esc", Text: w.Say(k)} }
	if d.discard.Asking() {
		return d.discard.Hints(w)
	}
	switch d.step {
	case busy:
		return []widget.Hint{esc("hint.close")}
	case exists:
		return []widget.Hint{enter("files.overwrite"), esc("files.other-name")}
	case planned:
		hints := []widget.Hint{esc("files.other-file")}
		switch {
		case d.applies():
			hints = slices.Insert(hints, 0, enter("files.apply"))
		case len(d.plan.Problems) == 0:
			hints = slices.Insert(hints, 0, enter("hint.close"))
		}
		if len(d.planLines(s)) > s.Size.H-3 { // frame and hints
			hints = append(hints, widget.Hint{Key: "pgdown", Show: "↓", Text: w.Say("hint.read-on")})
		}
		return hints
	}
	if _, ok := d.offers.chosen(); ok {
		return []widget.Hint{enter("hint.choose"), esc("hint.back")}
	}
	return []widget.Hint{enter(acts[d.what]), {Key: "tab", Text: w.Say("files.complete")}, esc("hint.cancel")}
}

// laid is what stands in the body, line by line.
type laid struct {
	lines  []string
	field  int // the line of the path; -1: not in view
	offers int // the line of the first offer in view
	first  int // which offer that is
	shown  int // how many are in view
	x      int // the column of the cursor in the field
}

func (l laid) offerAt(y int) int {
	if y < l.offers || y >= l.offers+l.shown {
		return -1
	}
	return l.first + y - l.offers
}

// lay sets the path with what is said about it. Where there is no room the
// introduction gives way, down to the warning that this is care data: the path,
// a question and a failure have to be read.
func (d transfer) lay(s scene.Scene, body widget.Box) laid {
	t, w := s.Theme, s.Words
	var l laid
	intro := dialog.Lines(t.Text, body.W, w.Say(intros[d.what]))
	field, x := d.path.View(body.W, t.Input, t.Faint)
	below := d.said(s, body.W)
	need := 3 + max(len(below), min(len(d.offers.found), 4)) // a blank line, the label, the path
	switch short := dialog.Lines(t.Text, body.W, w.Say("files.care")); {
	case len(intro)+need <= body.H:
		l.lines = append(intro, "", widget.Paint(t.Faint, w.Say("files.path")))
	case d.what != scene.Import && len(short)+need-2 <= body.H:
		l.lines = short
	}
	l.field, l.x = len(l.lines), x
	l.lines = append(l.lines, field)
	if len(below) == 0 && len(d.offers.found) == 0 && d.typing() {
		below = dialog.Lines(t.Faint, body.W, w.Say("files.home"))
	}
	l.lines = append(l.lines, below...)
	l.offers = len(l.lines)
	if l.shown = min(len(d.offers.found), max(body.H-l.offers, 0)); l.shown == 0 || !d.typing() {
		l.shown = 0
		return l
	}
	l.first = max(min(d.offers.at-l.shown+1, len(d.offers.found)-l.shown), 0)
	for i, path := range d.offers.found[l.first : l.first+l.shown] {
		state := widget.RowState{Selected: l.first+i == d.offers.at}
		l.lines = append(l.lines, widget.Line(body.W, widget.RowStyle(t, state, true),
			widget.Cell{W: 2}, widget.Cell{Text: words.Clean(base(path)), Style: t.Text, W: widget.Share(1)}))
	}
	return l
}

// said is the sentence below the path.
func (d transfer) said(s scene.Scene, w int) []string {
	t, say := s.Theme, s.Words
	switch {
	case d.discard.Asking():
		return d.discard.Lines(s, w)
	case d.step == busy:
		return dialog.Lines(t.Accent, w, say.Say("files.busy"))
	case d.step == exists:
		return dialog.Lines(t.Warning, w, say.Say("files.exists", words.Clean(d.typed())))
	case d.failure != "":
		return dialog.Lines(t.Error, w, d.failure)
	}
	return nil
}

func (d transfer) planLines(s scene.Scene) []string { return d.page.Lines(s, width(s)) }

// text says what an import would do: whether it can be done first, then the
// problems and the counts.
func (d transfer) text(s scene.Scene, w int) []string {
	t, say := s.Theme, s.Words
	var out []string
	problems, kept := len(d.plan.Problems), words.Key("files.unchanged")
	switch {
	case problems > 0:
		out = append(out, dialog.Lines(t.Error, w, say.Say("files.problems", problems))...)
	case d.plan.Nothing:
		out = append(out, dialog.Lines(t.Text, w, say.Say("files.nothing"))...)
	default:
		out = append(out, dialog.Lines(t.Text, w, say.Say("files.ready"))...)
		kept = "files.not-yet"
	}
	out = append(out, dialog.Lines(t.Faint, w, say.Say(kept))...)
	for _, part := range [][]string{d.plan.Problems, d.plan.Counts} {
		if len(part) > 0 {
			out = append(out, "")
		}
		for _, line := range part {
			for i, l := range dialog.Lines(t.Text, w-2, line) {
				if i > 0 {
					l = "  " + l
				}
				out = append(out, l)
			}
		}
	}
	return out
}

func (d transfer) scrolled(s scene.Scene, by int) transfer {
	d.at = d.at.By(by, len(d.planLines(s)), d.sheet(s).Body.H)
	return d
}

// View implements scene.Dialog.
func (d transfer) View(s scene.Scene) (string, *tea.Cursor) {
	p := d.sheet(s)
	cursor := tea.NewCursor(0, 0)
	var lines []string
	if d.step == planned {
		lines = d.at.Part(d.planLines(s), p.Body.H)
	} else {
		l := d.lay(s, p.Body)
		lines = l.lines
		cursor.Y += l.field
		if d.typing() {
			cursor.X += l.x
		} else {
			cursor.Y++ // on the question
		}
	}
	if p.Body.H == 0 {
		cursor = nil
	}
	return p.View(s.Theme, widget.Fit(lines, p.Body.W, p.Body.H), cursor)
}
