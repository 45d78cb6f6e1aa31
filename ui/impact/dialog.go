// Package impact is the question before an edit that lets people see more, or
// that breaks an agreement: what it would turn, by name and worst first, and the
// reason why it may.
//
// It promises that nothing is saved before it is answered with a reason, that
// what it shows is what would be saved, and that leaving it keeps what was typed
// in the dialog below. It refuses to know the edit: plan and summary are handed in.
package impact

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const dialogWidth = 96

// Ask is an edit that waits for an answer.
type Ask struct {
	Wish scene.Wish // what is asked for: an edit, an undo, an import
	// Plan returns the changes that the wish would make in a World. The error is a
	// domain.Refusal.
	Plan func(domain.World) ([]domain.Change, error)
	// Weighed is what it turns in the world on screen.
	Weighed sight.Weighing
	// Summary says in one line what the wish does.
	Summary func(tell.Words, domain.World) string
	Reason  string // what was typed already, or handed in at the start
	// Own is the group that the edit is about: it is named first. Empty is none.
	Own domain.GroupID
	// Unseeing is the sentence that nobody forgets what they saw.
	Unseeing words.Key
	// Moved reports that the World has changed since the wish.
	Moved bool
}

// Dialog asks whether an edit shall be saved. Made by New.
type Dialog struct {
	ask     Ask
	world   domain.World // impact was worked out in world, on the day on
	on      domain.Date
	namer   dialog.Namer
	impact  dialog.Impact
	page    dialog.Page
	reason  widget.Input
	scroll  dialog.Scroll
	refusal string
	discard dialog.Discard
}

var _ scene.Dialog = Dialog{}

// New returns the question about an edit.
func New(s scene.Scene, a Ask) Dialog {
	d := Dialog{ask: a, reason: widget.NewInput(dialog.ReasonLimit).SetValue(a.Reason)}
	return d.predict(s)
}

// predict works out what the edit would do, once per world and date.
func (d Dialog) predict(s scene.Scene) Dialog {
	d.world, d.on = s.World, s.On
	d.namer = dialog.NewNamer(s)
	if d.ask.Weighed.IsOf(s.World, s.On) {
		d.impact = dialog.ImpactOf(s, d.namer, d.ask.Weighed)
	} else {
		changes, err := d.ask.Plan(s.World)
		var r domain.Refusal
		if errors.As(err, &r) {
			d.refusal = s.Words.Refusal(s.World, r)
		}
		d.impact = dialog.NewImpact(s, d.namer, changes, s.On)
	}
	d.impact.Own = d.ask.Own
	if d.ask.Unseeing != "" {
		d.impact.Unseeing = d.ask.Unseeing
	}
	d.page = dialog.NewPage(s, width(s), d.lines)
	return d
}

func width(s scene.Scene) int { return dialog.BodyWidth(s, dialogWidth) }

func (d Dialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.world != s.World || d.on != s.On {
		d.ask.Moved = d.ask.Moved || d.world != s.World
		d = d.predict(s)
	}
	d.page = d.page.Resize(s, width(s))
	switch msg := msg.(type) {
	case scene.Refused:
		d.refusal = s.Words.Refusal(s.World, msg.Refusal)
	case scene.Clicked:
		if key, ok := d.sheet(s).Key(s.Theme, msg); ok {
			return d.Update(s, key)
		}
		d = d.scrollBy(s, msg.Wheel)
	case tea.KeyPressMsg:
		return d.key(s, msg)
	case tea.PasteMsg:
		d = d.paste(s, msg)
	}
	return d, nil
}

func (d Dialog) paste(s scene.Scene, msg tea.PasteMsg) Dialog {
	if d.discard.Asking() || s.OnlyLooks() {
		return d
	}
	d.refusal = ""
	d.reason, _ = d.reason.Update(msg)
	if kept, cut := d.reason.Cut(); cut {
		d.refusal = dialog.CutPaste(s.Words)(kept)
	}
	return d
}

func (d Dialog) key(s scene.Scene, msg tea.KeyPressMsg) (scene.Dialog, scene.Wish) {
	if d.discard.Asking() {
		var wish scene.Wish
		d.discard, wish = d.discard.Answer(msg)
		return d, wish
	}
	page := max(d.room(s)-1, 1)
	switch msg.String() {
	case "enter":
		if s.OnlyLooks() {
			return d, scene.Close{}
		}
		return d.answer(s)
	case "esc":
		var wish scene.Wish
		d.discard, wish = d.discard.Leave(d.reason.Value() != d.ask.Reason && d.reason.Value() != s.LastReason)
		return d, wish
	case "up":
		d = d.scrollBy(s, -1)
	case "down":
		d = d.scrollBy(s, 1)
	case "pgup":
		d = d.scrollBy(s, -page)
	case "pgdown":
		d = d.scrollBy(s, page)
	case "tab":
		if d.mayRepeatReason(s) && !s.OnlyLooks() {
			d.reason, d.refusal = d.reason.SetValue(s.LastReason), ""
		}
	default:
		if !s.OnlyLooks() {
			d.refusal = ""
			d.reason, _ = d.reason.Update(msg)
		}
	}
	return d, nil
}

// mayRepeatReason reports whether tab fills in the reason of the last time.
func (d Dialog) mayRepeatReason(s scene.Scene) bool {
	return s.LastReason != "" && strings.TrimSpace(d.reason.Value()) == ""
}

// answer wishes the edit with the reason, or says that a reason is missing.
func (d Dialog) answer(s scene.Scene) (scene.Dialog, scene.Wish) {
	reason := strings.TrimSpace(d.reason.Value())
	if !s.Consent(reason, &d.impact.Weighing).Covers(d.impact.Weighing) {
		d.refusal = s.Words.Consent("ask", d.impact.Concern())
		return d, nil
	}
	return d, scene.Agreed{Wish: d.ask.Wish, Reason: reason, To: d.impact.Weighing}
}

func (d Dialog) scrollBy(s scene.Scene, by int) Dialog {
	d.scroll = d.scroll.By(by, len(d.page.Lines(s, width(s))), d.room(s))
	return d
}

// lines wrap the summary of the edit, and by name what it would turn, beside the bar of
// the scroll.
func (d Dialog) lines(s scene.Scene, w int) []string {
	w -= 2
	t, words := s.Theme, s.Words
	var out []string
	if d.ask.Moved {
		out = dialog.Lines(t.Measure, t.Warning, w, words.Say("impact.moved"))
	}
	out = append(out, dialog.Lines(t.Measure, t.Marked, w, words.Say("impact.would", d.ask.Summary(words, s.World)))...)
	remarks := d.impact.Full()
	if len(remarks) == 0 {
		remarks = dialog.Remarks{{Tone: dialog.QuietTone, Words: words.Say("impact.nothing", words.Date(s.On))}}
	}
	return append(append(out, ""), remarks.Lines(t, w)...)
}

// foot is the reason with a refusal below it, or the question whether to throw the
// reason away.
func (d Dialog) foot(s scene.Scene) (lines []string, cursor *tea.Cursor) {
	w, t := width(s), s.Theme
	if d.discard.Asking() {
		return d.discard.Lines(s, w), nil
	}
	if s.OnlyLooks() {
		return dialog.Lines(t.Measure, t.Warning, w, s.Words.Say(s.Held())), nil
	}
	label := s.Words.Say("impact.reason")
	if s.Consent("", nil).Covers(d.impact.Weighing) {
		label = s.Words.Say("impact.reason-free")
	}
	parts := widget.Box{W: w}.Columns(min(t.Measure.Width(label)+1, w/2), widget.Share(1))
	field, x := d.reason.View(t.Measure, parts[1].W, t.Input, t.Faint)
	lines = []string{widget.FitLine(t.Measure, widget.FitLine(t.Measure, label, parts[0].W)+field, w)}
	cursor = tea.NewCursor(parts[0].W+x, 0)
	return append(lines, dialog.Lines(t.Measure, t.Error, w, d.refusal)...), cursor
}

// room is the number of lines above the reason.
func (d Dialog) room(s scene.Scene) int {
	foot, _ := d.foot(s)
	return max(d.sheet(s).Body.H-len(foot), 0)
}

func (d Dialog) sheet(s scene.Scene) dialog.Sheet {
	foot, _ := d.foot(s)
	text := len(d.page.Lines(s, width(s)))
	p := dialog.NewSheet(s, s.Words.Consent("title", d.impact.Concern()), d.hints(s), width(s), text+1+len(foot))
	if p.Body.H-len(foot) >= text || d.discard.Asking() {
		return p
	}
	return p.WithHint(widget.Hint{Key: "pgdown", Show: "↓", Text: s.Words.Say("hint.read-on")})
}

func (d Dialog) hints(s scene.Scene) []widget.Hint {
	w := s.Words
	if d.discard.Asking() {
		return d.discard.Hints(w)
	}
	if s.OnlyLooks() {
		return []widget.Hint{{Key: "esc", Text: w.Say("impact.back-hint")}}
	}
	out := []widget.Hint{{Key: "enter", Text: w.Say("hint.save")}, {Key: "esc", Text: w.Say("impact.back-hint")}}
	if d.mayRepeatReason(s) {
		out = append(out, dialog.RepeatHint(s))
	}
	return out
}

func (d Dialog) View(s scene.Scene) (string, *tea.Cursor) {
	p := d.sheet(s)
	foot, cursor := d.foot(s)
	room := max(p.Body.H-len(foot), 0)
	var above string
	if room > 0 {
		above = d.scroll.View(s.Theme, d.page.Lines(s, width(s)), p.Body.W, room)
	}
	if cursor != nil {
		cursor.Y += room
	}
	return p.View(s.Theme, widget.Stack(above, strings.Join(foot, "\n")), cursor)
}
