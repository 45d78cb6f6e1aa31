package impact

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// lines is what is read above the reason.
func (d Dialog) lines(s scene.Scene) []string { return d.page.Lines(s, width(s)) }

// text wraps what the edit is, and by name what it would turn.
func (d Dialog) text(s scene.Scene, w int) []string {
	t, words := s.Theme, s.Words
	var out []string
	if d.ask.Moved {
		out = dialog.Lines(t.Warning, w, words.Say("impact.moved"))
	}
	out = append(out, dialog.Lines(t.Marked, w, words.Say("impact.would", d.ask.Summary(words, s.World)))...)
	told := d.impact.Full()
	if len(told) == 0 {
		told = dialog.Remarks{{Tone: dialog.QuietTone, Words: words.Say("impact.nothing", words.Date(s.On))}}
	}
	return append(append(out, ""), told.Lines(t, w)...)
}

// foot is the reason, and below it the question or why nothing was saved.
func (d Dialog) foot(s scene.Scene) (lines []string, cursor *tea.Cursor) {
	w, t := width(s), s.Theme
	if d.discard.Asking() {
		return d.discard.Lines(s, w), nil
	}
	label := s.Words.Say("impact.reason")
	if d.consent("").Covers(d.impact.Weighing) {
		label = s.Words.Say("impact.reason-free")
	}
	parts := widget.Box{W: w}.Columns(min(ansi.StringWidth(label)+1, w/2), widget.Share(1))
	field, x := d.reason.View(parts[1].W, t.Input, t.Faint)
	lines = []string{widget.FitLine(widget.FitLine(label, parts[0].W)+field, w)}
	cursor = tea.NewCursor(parts[0].W+x, 0)
	return append(lines, dialog.Lines(t.Error, w, d.refuse)...), cursor
}

// room is how many lines of the text are in view.
func (d Dialog) room(s scene.Scene) int {
	foot, _ := d.foot(s)
	return max(d.sheet(s).Body.H-len(foot), 0)
}

func (d Dialog) sheet(s scene.Scene) dialog.Sheet {
	foot, _ := d.foot(s)
	text := len(d.lines(s))
	title := words.Key("impact.title")
	switch {
	case d.impact.Breaks():
		title = "impact.title-breaks"
	case !d.impact.Reveals():
		title = "impact.title-plain"
	}
	p := dialog.NewSheet(s, s.Words.Say(title), d.hints(s.Words), width(s), text+1+len(foot))
	if p.Body.H-len(foot) >= text || d.discard.Asking() {
		return p
	}
	return p.WithHint(widget.Hint{Key: "pgdown", Show: "↓", Text: s.Words.Say("hint.read-on")})
}

func (d Dialog) hints(w tell.Words) []widget.Hint {
	if d.discard.Asking() {
		return d.discard.Hints(w)
	}
	out := []widget.Hint{{Key: "enter", Text: w.Say("hint.save")}, {Key: "esc", Text: w.Say("impact.back-hint")}}
	if d.again() {
		out = append(out, widget.Hint{Key: "tab", Text: w.Say("impact.reason-again")})
	}
	return out
}

// View implements scene.Dialog.
func (d Dialog) View(s scene.Scene) (string, *tea.Cursor) {
	p := d.sheet(s)
	foot, cursor := d.foot(s)
	room := max(p.Body.H-len(foot), 0)
	var above string
	if room > 0 {
		above = d.at.View(s.Theme, d.lines(s), p.Body.W, room)
	}
	if cursor != nil {
		cursor.Y += room
	}
	return p.View(s.Theme, widget.Stack(above, strings.Join(foot, "\n")), cursor)
}
