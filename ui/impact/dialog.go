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
	// Plan returns the changes that it would make in a World. The error is a Refusal.
	Plan func(domain.World) ([]domain.Change, error)
	// Summary says what it does, in one line.
	Summary func(tell.Words, domain.World) string
	Reason  string // what was typed already, or handed in at the start
	Last    string // the reason that was given last, to be taken over
	// Own is the group that it is about, which is told first; empty is none.
	Own domain.GroupID
	// Unseeing is the sentence that says that nobody forgets what they saw.
	Unseeing words.Key
	// Moved tells that the World has changed since it was asked for.
	Moved bool
}

// Dialog implements scene.Dialog.
type Dialog struct {
	ask     Ask
	world   domain.World // of which what follows was foretold
	on      domain.Date
	n       dialog.Namer
	impact  dialog.Impact
	page    dialog.Page
	reason  widget.Input
	at      dialog.Scroll
	refuse  string
	discard dialog.Discard
}

// New returns the question about an edit.
func New(s scene.Scene, a Ask) Dialog {
	d := Dialog{ask: a, reason: widget.NewInput(dialog.ReasonLimit).SetValue(a.Reason)}
	return d.foretold(s)
}

// foretold works out once per world and date what the edit would do.
func (d Dialog) foretold(s scene.Scene) Dialog {
	d.world, d.on = s.World, s.On
	d.n = dialog.NewNamer(s)
	changes, err := d.ask.Plan(s.World)
	var r domain.Refusal
	if errors.As(err, &r) {
		d.refuse = s.Words.Refusal(s.World, r)
	}
	d.impact = dialog.NewImpact(s, d.n, changes, s.On)
	d.impact.Own = d.ask.Own
	if d.ask.Unseeing != "" {
		d.impact.Unseeing = d.ask.Unseeing
	}
	d.page = dialog.NewPage(s, width(s), d.text)
	return d
}

func width(s scene.Scene) int { return dialog.BodyWidth(s, dialogWidth) }

// Update implements scene.Dialog.
func (d Dialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.world != s.World || d.on != s.On {
		d.ask.Moved = d.ask.Moved || d.world != s.World
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
		d = d.pasted(s, msg)
	}
	return d, nil
}

func (d Dialog) pasted(s scene.Scene, msg tea.PasteMsg) Dialog {
	if d.discard.Asking() {
		return d
	}
	d.refuse = ""
	d.reason, _ = d.reason.Update(msg)
	if kept, cut := d.reason.Cut(); cut {
		d.refuse = dialog.CutPaste(s.Words)(kept)
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
		return d.answer(s)
	case "esc":
		var wish scene.Wish
		d.discard, wish = d.discard.Leave(d.reason.Value() != d.ask.Reason && d.reason.Value() != d.ask.Last)
		return d, wish
	case "up":
		d = d.scrolled(s, -1)
	case "down":
		d = d.scrolled(s, 1)
	case "pgup":
		d = d.scrolled(s, -page)
	case "pgdown":
		d = d.scrolled(s, page)
	case "tab":
		if d.again() {
			d.reason, d.refuse = d.reason.SetValue(d.ask.Last), ""
		}
	default:
		d.refuse = ""
		d.reason, _ = d.reason.Update(msg)
	}
	return d, nil
}

// again reports whether the reason of the last time can be taken over.
func (d Dialog) again() bool { return d.ask.Last != "" && strings.TrimSpace(d.reason.Value()) == "" }

// answer agrees, with the reason that is asked for.
func (d Dialog) answer(s scene.Scene) (scene.Dialog, scene.Wish) {
	reason := strings.TrimSpace(d.reason.Value())
	switch covered := d.consent(reason).Covers(d.impact.Weighing); {
	case !covered && d.impact.Breaks():
		d.refuse = s.Words.Say("impact.reason-break")
		return d, nil
	case !covered:
		d.refuse = s.Words.Say("impact.reason-asked")
		return d, nil
	}
	return d, scene.Agreed{Wish: d.ask.Wish, Reason: reason, To: d.impact.Weighing}
}

// consent is that to what is shown, with a reason.
func (d Dialog) consent(reason string) sight.Consent {
	return sight.Consent{Reason: reason, To: &d.impact.Weighing, On: d.on}
}

func (d Dialog) scrolled(s scene.Scene, by int) Dialog {
	d.at = d.at.By(by, len(d.lines(s)), d.room(s))
	return d
}
