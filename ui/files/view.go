package files

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

const (
	wide = 76 // how wide the body would like to be
	tall = 14 // and how high while a path is typed, so that offers do not make it jump
)

var titles = [...]lang.Key{lang.FilesImport, lang.FilesExport, lang.FilesBackup}

var intros = [...]lang.Key{lang.FilesImportExplain, lang.FilesExportExplain, lang.FilesBackupExplain}

var acts = [...]lang.Key{lang.FilesRead, lang.FilesWrite, lang.FilesCopy}

// sheet is what the dialog is drawn on: outer is the picture with its corner at
// 0,0, and body where the content goes.
type sheet struct {
	frame       widget.Dialog
	outer, body widget.Box
}

func (d dialog) sheet(s scene.Scene) sheet {
	frame := widget.Dialog{Title: s.Words.Say(titles[d.what]), Hints: d.hints(s)}
	h := tall
	if d.step == planned {
		h = max(h, len(d.planLines(s)))
	}
	outer, body := frame.Place(widget.Box{W: s.Size.W, H: s.Size.H}, bodyWidth(s), h)
	body.X, body.Y = body.X-outer.X, body.Y-outer.Y
	outer.X, outer.Y = 0, 0
	return sheet{frame, outer, body}
}

func bodyWidth(s scene.Scene) int { return max(min(wide, s.Size.W-4), 1) }

// hint returns the key that a click on the picture stands for.
func (p sheet) hint(s scene.Scene, at scene.Clicked) (tea.KeyPressMsg, bool) {
	if at.Wheel != 0 || at.Y != p.frame.HintLine(p.outer) {
		return tea.KeyPressMsg{}, false
	}
	_, hits := p.frame.View(s.Theme, p.outer, "")
	switch key, _ := widget.HitAt(hits, at.X); key {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}, true
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}, true
	case "tab":
		return tea.KeyPressMsg{Code: tea.KeyTab}, true
	case "pgdown":
		return tea.KeyPressMsg{Code: tea.KeyPgDown}, true
	}
	return tea.KeyPressMsg{}, false
}

func (d dialog) hints(s scene.Scene) []widget.Hint {
	w := s.Words
	enter := func(k lang.Key) widget.Hint { return widget.Hint{Key: "enter", Text: w.Say(k)} }
	esc := func(k lang.Key) widget.Hint { return widget.Hint{Key: "esc", Text: w.Say(k)} }
	switch d.step {
	case busy:
		return []widget.Hint{esc(lang.CloseHint)}
	case exists:
		return []widget.Hint{enter(lang.FilesOverwrite), esc(lang.FilesOtherName)}
	case asking:
		return []widget.Hint{enter(lang.FilesDiscard), esc(lang.FilesTypeOn)}
	case planned:
		hints := []widget.Hint{esc(lang.FilesOtherFile)}
		switch {
		case d.applies():
			hints = slices.Insert(hints, 0, enter(lang.FilesApply))
		case len(d.plan.Problems) == 0:
			hints = slices.Insert(hints, 0, enter(lang.CloseHint))
		}
		if len(d.planLines(s)) > s.Size.H-3 { // frame and hints
			hints = append(hints, widget.Hint{Key: "pgdown", Show: "↓", Text: w.Say(lang.FilesReadOn)})
		}
		return hints
	}
	if _, ok := d.offers.chosen(); ok {
		return []widget.Hint{enter(lang.ChooseHint), esc(lang.BackHint)}
	}
	return []widget.Hint{enter(acts[d.what]), {Key: "tab", Text: w.Say(lang.FilesComplete)}, esc(lang.CancelHint)}
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
func (d dialog) lay(s scene.Scene, body widget.Box) laid {
	t, words := s.Theme, s.Words
	var l laid
	intro := painted(words.Say(intros[d.what]), body.W, t.Text)
	field, x := d.path.View(body.W, t.Input, t.Faint)
	below := d.said(s, body.W)
	need := 3 + max(len(below), min(len(d.offers.found), 4)) // a blank line, the label, the path
	switch short := painted(words.Say(lang.FilesCare), body.W, t.Text); {
	case len(intro)+need <= body.H:
		l.lines = append(intro, "", widget.Paint(t.Faint, words.Say(lang.FilesPath)))
	case d.what != scene.Import && len(short)+need-2 <= body.H:
		l.lines = short
	}
	l.field, l.x = len(l.lines), x
	l.lines = append(l.lines, field)
	if len(below) == 0 && len(d.offers.found) == 0 && d.step == naming {
		below = painted(words.Say(lang.FilesHome), body.W, t.Faint)
	}
	l.lines = append(l.lines, below...)
	l.offers = len(l.lines)
	if l.shown = min(len(d.offers.found), max(body.H-l.offers, 0)); l.shown == 0 || d.step != naming {
		l.shown = 0
		return l
	}
	l.first = max(min(d.offers.at-l.shown+1, len(d.offers.found)-l.shown), 0)
	for i, path := range d.offers.found[l.first : l.first+l.shown] {
		state := widget.RowState{Selected: l.first+i == d.offers.at}
		l.lines = append(l.lines, widget.Line(body.W, widget.RowStyle(t, state, true),
			widget.Cell{W: 2}, widget.Cell{Text: lang.Clean(base(path)), Style: t.Text, W: widget.Share(1)}))
	}
	return l
}

// said is the sentence below the path.
func (d dialog) said(s scene.Scene, w int) []string {
	t, words := s.Theme, s.Words
	switch {
	case d.step == busy:
		return painted(words.Say(lang.FilesBusy), w, t.Accent)
	case d.step == exists:
		return painted(words.Say(lang.FilesExists, lang.Clean(d.typed())), w, t.Warning)
	case d.step == asking:
		return painted(words.Say(lang.DiscardAsk), w, t.Warning)
	case d.failure != "":
		return painted(d.failure, w, t.Error)
	}
	return nil
}

// page is a plan as it was wrapped: it can be a thousand problems, and wrapping
// them in every frame would be felt.
type page struct {
	lines    []string
	width    int
	kind     theme.Kind
	language lang.Language
}

func (p page) fits(s scene.Scene) bool {
	return p.width == bodyWidth(s) && p.kind == s.Theme.Kind && p.language == s.Words.Language()
}

func (d dialog) planLines(s scene.Scene) []string {
	if d.page.fits(s) {
		return d.page.lines
	}
	return d.newPage(s).lines
}

// newPage says what an import would do: whether it can be done first, then the
// problems and the counts.
func (d dialog) newPage(s scene.Scene) page {
	t, words, w := s.Theme, s.Words, bodyWidth(s)
	var out []string
	problems, kept := len(d.plan.Problems), lang.FilesUnchanged
	switch {
	case problems > 0:
		out = append(out, painted(words.Say(lang.FilesProblems, problems), w, t.Error)...)
	case d.plan.Nothing:
		out = append(out, painted(words.Say(lang.FilesNothing), w, t.Text)...)
	default:
		out = append(out, painted(words.Say(lang.FilesReady), w, t.Text)...)
		kept = lang.FilesNotYet
	}
	out = append(out, painted(words.Say(kept), w, t.Faint)...)
	for _, part := range [][]string{d.plan.Problems, d.plan.Counts} {
		if len(part) > 0 {
			out = append(out, "")
		}
		for _, line := range part {
			for i, l := range painted(line, w-2, t.Text) {
				if i > 0 {
					l = "  " + l
				}
				out = append(out, l)
			}
		}
	}
	return page{out, w, t.Kind, words.Language()}
}

func (d dialog) scrolled(s scene.Scene, by int) dialog {
	d.from = max(min(d.from+by, len(d.planLines(s))-d.sheet(s).body.H), 0)
	return d
}

// View implements scene.Dialog.
func (d dialog) View(s scene.Scene) (string, *tea.Cursor) {
	p := d.sheet(s)
	cursor := tea.NewCursor(p.body.X, p.body.Y)
	var lines []string
	if d.step == planned {
		all := d.planLines(s)
		lines = slices.Clip(all[max(min(d.from, len(all)-p.body.H), 0):])
	} else {
		l := d.lay(s, p.body)
		lines = l.lines
		cursor.Y += l.field
		if d.step == naming {
			cursor.X += l.x
		} else {
			cursor.Y++ // on the question
		}
	}
	picture, _ := p.frame.View(s.Theme, p.outer, widget.Fit(lines, p.body.W, p.body.H))
	if p.body.H == 0 {
		cursor = nil
	}
	return picture, cursor
}

func painted(sentence string, w int, style lipgloss.Style) []string {
	lines := widget.Wrap(sentence, w)
	for i, line := range lines {
		lines[i] = widget.Paint(style, line)
	}
	return lines
}
