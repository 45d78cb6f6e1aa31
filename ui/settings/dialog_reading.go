package settings

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

const (
	dialogWidth = 72
	reasonLimit = 500
)

// readingDialog turns the answer to one reading, after showing whom it lets see
// whom. It takes a reason.
type readingDialog struct {
	reading domain.Reading
	to      bool
	world   domain.World // of which what follows was foretold
	on      domain.Date
	told    []line
	page    dialog.Page // the question, the turn and what is told
	reason  widget.Input
	at      dialog.Scroll
	refuse  string
	discard dialog.Discard
}

func newReading(s scene.Scene, r domain.Reading) scene.Dialog {
	d := readingDialog{reading: r, to: !s.World.Readings().On(r), reason: widget.NewInput(reasonLimit)}
	return d.foretold(s)
}

func (d readingDialog) command() domain.SetReading {
	return domain.SetReading{Reading: d.reading, On: d.to}
}

// foretold works out once per world and date what the turn would do.
func (d readingDialog) foretold(s scene.Scene) readingDialog {
	d.world, d.on, d.told, d.page = s.World, s.On, nil, dialog.Page{}
	changes, err := d.command().Plan(s.World)
	var r domain.Refusal
	if errors.As(err, &r) {
		d.refuse = s.Words.Refusal(s.World, r)
	} else {
		d.told = foretell(s, changes)
	}
	d.page = dialog.NewPage(s, width(s), d.text)
	return d
}

func width(s scene.Scene) int { return dialog.BodyWidth(s, dialogWidth) }

// Update implements scene.Dialog.
func (d readingDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.world != s.World || d.on != s.On {
		d = d.foretold(s)
	}
	d.page = d.page.Resize(s, width(s))
	switch msg := msg.(type) {
	case scene.Refused:
		d.refuse = s.Words.Refusal(s.World, msg.Refusal)
	case scene.Clicked:
		if key, ok := d.sheet(s).Key(s.Theme, msg); ok {
			return d.Update(s, key)
		}
		d = d.scrolled(s, 3*msg.Wheel)
	case tea.KeyPressMsg:
		return d.key(s, msg)
	case tea.PasteMsg:
		if !d.discard.Asking() {
			d.refuse = ""
			d.reason, _ = d.reason.Update(msg)
			if kept, cut := d.reason.Cut(); cut {
				d.refuse = dialog.CutPaste(s.Words)(kept)
			}
		}
	}
	return d, nil
}

func (d readingDialog) key(s scene.Scene, msg tea.KeyPressMsg) (scene.Dialog, scene.Wish) {
	if d.discard.Asking() {
		var wish scene.Wish
		d.discard, wish = d.discard.Answer(msg)
		return d, wish
	}
	page := max(d.room(s)-1, 1)
	switch msg.String() {
	case "enter":
		return d, scene.Edit{Command: d.command(), Reason: strings.TrimSpace(d.reason.Value())}
	case "esc":
		var wish scene.Wish
		d.discard, wish = d.discard.Leave(d.reason.Value() != "")
		return d, wish
	case "up":
		d = d.scrolled(s, -1)
	case "down":
		d = d.scrolled(s, 1)
	case "pgup":
		d = d.scrolled(s, -page)
	case "pgdown":
		d = d.scrolled(s, page)
	default:
		d.refuse = ""
		d.reason, _ = d.reason.Update(msg)
	}
	return d, nil
}

func (d readingDialog) scrolled(s scene.Scene, by int) readingDialog {
	d.at = d.at.By(by, len(d.lines(s)), d.room(s))
	return d
}

// lines is what is read above the reason.
func (d readingDialog) lines(s scene.Scene) []string { return d.page.Lines(s, width(s)) }

// text wraps the question, the turn, and by name what it does.
func (d readingDialog) text(s scene.Scene, w int) []string {
	t, words := s.Theme, s.Words
	out := dialog.Lines(t.Text, w, words.ReadingQuestion(d.reading))
	turn := words.Say(lang.SettingsTurn, yesNo(words, !d.to), yesNo(words, d.to))
	out = append(out, widget.Paint(t.Marked, turn), "")
	for _, l := range d.told {
		if l.heading {
			out = append(out, dialog.Lines(t.Heading, w, l.words)...)
			continue
		}
		for i, part := range dialog.Lines(t.Text, w-4, l.words) {
			indent := "  "
			if i > 0 {
				indent = "    "
			}
			out = append(out, indent+part)
		}
	}
	return out
}

// foot is the reason, and below it the question or why nothing was saved.
func (d readingDialog) foot(s scene.Scene) (lines []string, cursor *tea.Cursor) {
	w, t := width(s), s.Theme
	if d.discard.Asking() {
		return d.discard.Lines(s, w), nil
	}
	label := s.Words.Say(lang.SettingsReason)
	parts := widget.Box{W: w}.Columns(min(len(label)+1, w/2), widget.Share(1))
	field, x := d.reason.View(parts[1].W, t.Input, t.Faint)
	lines = []string{widget.FitLine(widget.FitLine(label, parts[0].W)+field, w)}
	cursor = tea.NewCursor(parts[0].W+x, 0)
	return append(lines, dialog.Lines(t.Error, w, d.refuse)...), cursor
}

// room is how many lines of the text are in view.
func (d readingDialog) room(s scene.Scene) int {
	foot, _ := d.foot(s)
	return max(d.sheet(s).Body.H-len(foot), 0)
}

func (d readingDialog) sheet(s scene.Scene) dialog.Sheet {
	foot, _ := d.foot(s)
	text := len(d.lines(s))
	title := s.Words.Say(lang.SettingsRule, s.Words.ReadingRule(d.reading))
	p := dialog.NewSheet(s, title, d.hints(s.Words), width(s), text+1+len(foot))
	if p.Body.H-len(foot) >= text || d.discard.Asking() {
		return p
	}
	return p.WithHint(widget.Hint{Key: "pgdown", Show: "↓", Text: s.Words.Say(lang.ReadOnHint)})
}

func (d readingDialog) hints(w lang.Words) []widget.Hint {
	if d.discard.Asking() {
		return d.discard.Hints(w)
	}
	return []widget.Hint{{Key: "enter", Text: w.Say(lang.SaveHint)}, {Key: "esc", Text: w.Say(lang.CancelHint)}}
}

// View implements scene.Dialog.
func (d readingDialog) View(s scene.Scene) (string, *tea.Cursor) {
	p := d.sheet(s)
	foot, cursor := d.foot(s)
	room := max(p.Body.H-len(foot), 0)
	var above string
	if room > 0 {
		above = widget.Fit(d.at.Part(d.lines(s), room), p.Body.W, room)
	}
	if cursor != nil {
		cursor.Y += room
	}
	return p.View(s.Theme, widget.Stack(above, strings.Join(foot, "\n")), cursor)
}
