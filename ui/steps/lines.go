package steps

import (
	"strconv"

	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/steps"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// The signs of a step, beside the words.
const (
	doneSign = "✓"
	openSign = "·"
)

// mostNames bounds how much of what is open is named.
const mostNames = 6

// spot is where the cursor of the steps stands, whatever the lines around it do.
type spot struct {
	step steps.Step
	code steps.Code
	ref  domain.Ref
}

// line is one line of the right pane. The cursor stands on a step and on what is
// open by name; the rest is read.
type line struct {
	cells []widget.Cell
	at    spot
	can   bool
}

// lines are what there is to say of the subject under the cursor.
func (c Screen) lines(s scene.Scene) []line {
	w := c.arrange(s).lines.W
	if w <= 0 {
		return nil
	}
	if c.at.kind == periodic {
		return c.past.lines(s, w)
	}
	p := page{s: s, w: w, group: c.at.group}
	for i, state := range c.book.states(s, c.at) {
		p.step(i+1, state)
	}
	return p.lines
}

// page puts the lines of the steps together.
type page struct {
	s     scene.Scene
	w     int
	group domain.GroupID
	lines []line
}

func (p *page) step(number int, state steps.State) {
	t, words := p.s.Theme, p.s.Words
	sign, word, style := openSign, words.Say("steps.open-word"), t.Warning
	if state.Done() {
		sign, word, style = doneSign, words.Say("steps.done"), t.Success
	}
	p.lines = append(p.lines, line{at: spot{step: state.Step}, can: true, cells: []widget.Cell{
		{Text: sign, Style: style, W: 2},
		{Text: strconv.Itoa(number), Style: t.Faint, W: 2},
		{Text: words.StepName(state.Step), Style: t.Heading, W: widget.Share(1)},
		{Text: word, Style: style, W: 7, Right: true},
	}})
	for _, o := range state.Open {
		p.open(state.Step, o)
	}
	if tick, ok := lastTick(state); ok {
		p.text(t.Faint, 4, words.StepTicked(tick, state.Done()))
	}
}

// open says in what way a step is open, and names the first of whom it is about.
func (p *page) open(step steps.Step, o steps.Open) {
	p.text(p.s.Theme.Text, 4, p.s.Words.StepOpen(p.s.World, p.group, o))
	for _, r := range o.Refs[:min(len(o.Refs), mostNames)] {
		p.lines = append(p.lines, line{at: spot{step, o.Code, r}, can: true, cells: []widget.Cell{
			{W: 6}, {Text: p.named(r), Style: p.s.Theme.Text, W: widget.Share(1)},
		}})
	}
	if more := len(o.Refs) - mostNames; more > 0 {
		p.text(p.s.Theme.Faint, 6, p.s.Words.Say("steps.more", more))
	}
}

// named names what is open; a person with what tells namesakes apart.
func (p *page) named(r domain.Ref) string {
	name := p.s.Words.StepRef(p.s.World, r)
	if one, ok := p.s.World.Person(domain.PersonID(r.Key)); ok && r.Noun == domain.PersonNoun {
		return p.s.Words.Say("steps.of", name, p.s.Words.Apart(one))
	}
	return name
}

func (p *page) text(style lipgloss.Style, indent int, said string) {
	for _, words := range widget.Wrap(said, p.w-indent) {
		p.lines = append(p.lines, line{cells: []widget.Cell{{W: indent}, {Text: words, Style: style, W: widget.Share(1)}}})
	}
}

// lastTick is the mark that was made last; a step of a group can have several.
func lastTick(state steps.State) (last domain.AcceptedSignal, ok bool) {
	for _, a := range state.Ticks {
		if !ok || a.On >= last.On {
			last, ok = a, true
		}
	}
	return last, ok
}

func rowsOf(lines []line) widget.Rows {
	return widget.Rows{N: len(lines), Selectable: func(i int) bool { return lines[i].can }}
}

// detailed is the window on the lines, with the cursor where it stood: on the same
// name, else on the same step.
func (c Screen) detailed(s scene.Scene, lines []line) widget.List {
	list := c.detail.Set(rowsOf(lines), c.arrange(s).lines.H)
	if c.at.kind == periodic || c.spot == (spot{}) {
		return list
	}
	if i := list.Cursor(); i >= 0 && lines[i].at == c.spot {
		return list
	}
	step := -1
	for i, l := range lines {
		if l.can && l.at == c.spot {
			return list.Select(i)
		}
		if l.can && step < 0 && l.at.step == c.spot.step {
			step = i
		}
	}
	if step >= 0 {
		return list.Select(step)
	}
	return list
}

// noted remembers where the cursor of the steps stands.
func (c Screen) noted(lines []line) Screen {
	if i := c.detail.Cursor(); i >= 0 {
		c.spot = lines[i].at
	}
	return c
}
