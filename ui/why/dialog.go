package why

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// Dialog answers one question, or lists who sees the other of the two.
type Dialog struct {
	pair
	world  domain.World // of which the answer is
	on     domain.Date
	answer sight.Answer
	text   dialog.Page // the reasons
	at     dialog.Scroll
	search search
	edits  edits
	busy   bool // scene.Again is on its way
	round  round
	turned bool // who sees the other, instead of the pair
	refuse string
}

// New asks why viewer sees other, or not. The root lets it work on with
// scene.Again.
func New(s scene.Scene, viewer, other domain.PersonID) scene.Dialog {
	return Dialog{busy: true}.ask(s, pair{viewer, other})
}

// ask begins with a question anew.
func (d Dialog) ask(s scene.Scene, p pair) Dialog {
	d = Dialog{
		pair: p, world: s.World, on: s.On, busy: d.busy, turned: d.turned, round: d.round,
		answer: sight.Why(s.Seen(), p.viewer, p.other, s.On), search: begin(s, p),
	}
	if d.turned {
		d.round = lookRound(s, p.other)
	}
	d.text = dialog.NewPage(s, textWidth(s), d.reasons)
	return d.listed(s)
}

// listed takes up what the search has found.
func (d Dialog) listed(s scene.Scene) Dialog {
	d.edits = d.edits.of(s, d.search, d.answer)
	return d.fitted(s)
}

// fitted tells the lists how much room they have.
func (d Dialog) fitted(s scene.Scene) Dialog {
	d.text = d.text.Resize(s, textWidth(s))
	if !d.edits.fits(s) {
		d.edits = d.edits.of(s, d.search, d.answer)
	}
	l := d.arrange(s)
	d.edits = d.edits.within(l.list.H)
	d.round = d.round.within(l.list.H)
	return d
}

// Update implements scene.Dialog.
func (d Dialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.world != s.World || d.on != s.On {
		d = d.ask(s, d.pair)
	}
	d = d.fitted(s)
	switch msg := msg.(type) {
	case scene.Again:
		d.busy = false
		if !d.search.done() {
			d.search = d.search.step(d.pair)
			d = d.listed(s)
		}
	case scene.Refused:
		// It was gone for a while, and what was on its way with it.
		d.refuse, d.busy = s.Words.Refusal(s.World, msg.Refusal), false
	case scene.Clicked:
		return d.clicked(s, msg)
	case tea.KeyPressMsg:
		return d.key(s, msg.String())
	}
	return d.working()
}

// working wishes to work on while there is more to try.
func (d Dialog) working() (Dialog, scene.Wish) {
	if d.busy || d.search.done() {
		return d, nil
	}
	d.busy = true
	return d, scene.Again{}
}

func (d Dialog) key(s scene.Scene, key string) (scene.Dialog, scene.Wish) {
	d.refuse = ""
	switch key {
	case "esc":
		return d, scene.Close{}
	case "tab":
		d.turned = !d.turned
		if d.turned {
			d.round = lookRound(s, d.other)
		}
		d.at = dialog.Scroll{}
		return d.fitted(s).working()
	case "s":
		if !d.turned {
			return d.ask(s, pair{d.other, d.viewer}).working()
		}
	case "pgdown":
		return d.scrolled(s, 1).working()
	case "pgup":
		return d.scrolled(s, -1).working()
	case "enter":
		return d.enter(s)
	default:
		return d.walked(s, key).working()
	}
	return d.working()
}

// enter carries the edit under the cursor out, or asks about who is under it.
func (d Dialog) enter(s scene.Scene) (scene.Dialog, scene.Wish) {
	if d.turned {
		if viewer, ok := d.round.viewer(); ok {
			d.turned = false
			return d.ask(s, pair{viewer, d.other}).working()
		}
		return d.working()
	}
	if r, ok := d.edits.chosen(); ok {
		return d, scene.Edit{Command: r.Command}
	}
	return d.working()
}

// walked moves the cursor.
func (d Dialog) walked(s scene.Scene, key string) Dialog {
	if d.turned {
		var moved bool
		if d.round, moved = d.round.key(s, key); moved {
			d.at = dialog.Scroll{}
		}
		return d
	}
	d.edits = d.edits.key(key)
	return d
}

// scrolled moves through the reasons where there are more than fit, by a window.
func (d Dialog) scrolled(s scene.Scene, by int) Dialog {
	h := d.arrange(s).text.H
	d.at = d.at.By(by*max(h-1, 1), len(d.lines(s)), h)
	return d
}

func (d Dialog) clicked(s scene.Scene, at scene.Clicked) (scene.Dialog, scene.Wish) {
	l := d.arrange(s)
	if key, ok := l.Key(s.Theme, at); ok {
		return d.key(s, key.String())
	}
	inList := l.list.Contains(at.X, at.Y)
	_, y := l.list.Local(at.X, at.Y)
	switch {
	case at.Wheel != 0 && !inList:
		d.at = d.at.By(3*at.Wheel, len(d.lines(s)), l.text.H)
	case at.Wheel != 0 && d.turned:
		d.round = d.round.scroll(s, at.Wheel)
	case at.Wheel != 0:
		d.edits.list, d.edits.moved = d.edits.list.Scroll(at.Wheel), true
	case inList && d.turned:
		d.round = d.round.click(s, y)
	case inList:
		d.edits = d.edits.click(y)
	}
	return d.working()
}

// reasons wraps why and why not.
func (d Dialog) reasons(s scene.Scene, w int) []string {
	return reasons(s, d.answer, w)
}

// mostReasons bounds how many sentences stand under one heading: nobody reads
// dozens of grounds that say the same of another relation.
const mostReasons = 12

func reasons(s scene.Scene, a sight.Answer, w int) []string {
	var out []string
	for _, r := range s.Words.Reasons(s.World, a) {
		out = append(out, dialog.Lines(s.Theme.Heading, w, r.Head)...)
		shown := r.Lines[:min(len(r.Lines), mostReasons)]
		if more := len(r.Lines) - len(shown); more > 0 {
			shown = append(shown[:len(shown):len(shown)], s.Words.Say("why.more", more))
		}
		for _, sentence := range shown {
			for i, line := range widget.Wrap(sentence, w-2) {
				mark := "  "
				if i == 0 {
					mark = "· "
				}
				out = append(out, mark+widget.Paint(s.Theme.Text, line))
			}
		}
	}
	return out
}
