package steps

import (
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/widget"
)

// The signs of a step, beside the words.
const (
	doneSign = "✓"
	openSign = "·"
)

// mostNames is the number of open records that are named per step.
const mostNames = 6

// target is the subject of a line: a step, or an open record of a step.
type target struct {
	step steps.Step
	code steps.Code
	ref  domain.Ref
}

// targetOf reads the target of a line that the methods step and open made.
func targetOf(l shelf.Line) target {
	step, code, _ := strings.Cut(l.Tag, " ")
	return target{steps.Step(step), steps.Code(code), l.To}
}

// details puts the lines of one row together.
type details struct {
	shelf.Sheet
	group domain.GroupID
}

// Details are the steps of a row, or the changes since the last periodic check. The
// cursor stops on steps and open records only.
func (k listing) Details(s scene.Scene, key string, w int) []shelf.Line {
	p := details{shelf.Sheet{Scene: s, W: w}, groupOf(key)}
	if key == periodic {
		p.periodic(k.check)
		return p.Lines
	}
	for i, state := range k.stepsOf(s, key) {
		p.step(i+1, state)
	}
	for i := range p.Lines {
		p.Lines[i].Still = p.Lines[i].Tag == ""
	}
	return p.Lines
}

func (p *details) step(number int, state steps.State) {
	t := p.Theme
	sign, word, style := openSign, p.Words.Say("steps.open-word"), t.Warning
	if state.Done() {
		sign, word, style = doneSign, p.Words.Say("steps.done"), t.Success
	}
	p.Lines = append(p.Lines, shelf.Line{Tag: string(state.Step), Cells: []widget.Cell{
		{Text: sign, Style: style, W: 2},
		{Text: strconv.Itoa(number), Style: t.Faint, W: 2},
		{Text: p.Words.StepName(state.Step), Style: t.Heading, W: widget.Share(1)},
		{Text: word, Style: style, W: 7, Right: true},
	}})
	for _, o := range state.Open {
		p.open(state.Step, o)
	}
	if tick, ok := lastTick(state); ok {
		p.Text(t.Faint, 4, p.Words.StepTicked(tick, state.Done()))
	}
}

// open says why a step is open, and names the first of the records that keep it open.
func (p *details) open(step steps.Step, o steps.Open) {
	p.Text(p.Theme.Text, 4, p.Words.StepOpen(p.World, p.group, o))
	for _, r := range o.Refs[:min(len(o.Refs), mostNames)] {
		p.Lines = append(p.Lines, shelf.Line{Tag: string(step) + " " + string(o.Code), To: r, Cells: []widget.Cell{
			{W: 6}, {Text: p.name(r), Style: p.Theme.Text, W: widget.Share(1)},
		}})
	}
	p.more(6, len(o.Refs)-mostNames)
}

// name names an open record; a person with what tells namesakes apart.
func (p *details) name(r domain.Ref) string {
	name := p.Words.StepRef(p.World, r)
	if one, ok := p.World.Person(domain.PersonID(r.Key)); ok && r.Noun == domain.PersonNoun {
		return p.Words.Say("steps.of", name, p.Words.Apart(one))
	}
	return name
}

// more counts the records that are not named.
func (p *details) more(indent, n int) {
	if n > 0 {
		p.Text(p.Theme.Faint, indent, p.Words.Say("steps.more", n))
	}
}

// lastTick is the latest tick; a step of a group can have several.
func lastTick(state steps.State) (last domain.AcceptedSignal, ok bool) {
	for _, a := range state.Ticks {
		if !ok || a.On >= last.On {
			last, ok = a, true
		}
	}
	return last, ok
}

// Pins keeps room below the steps for how to do the one under the cursor.
func (listing) Pins(h int) (above, below int) {
	const enough, room = 16, 6
	if h < enough {
		return 0, 0
	}
	return 0, room
}

// Pin says how to do the step under the cursor.
func (k listing) Pin(s scene.Scene, at shelf.At, w int) (above, below []string) {
	how := s.Words.Say("periodic.how")
	if at.Key != periodic {
		step := targetOf(at.Line).step
		if step == "" {
			return nil, nil
		}
		how = s.Words.StepHow(step)
		if state, _ := k.state(s, at.Key, step); !state.Done() {
			how += " " + s.Words.Say("steps.enter-goes")
		}
	}
	below = []string{widget.Paint(s.Theme.Border, strings.Repeat("─", max(w, 0)))}
	for _, line := range widget.Wrap(s.Theme.Measure, how, w) {
		below = append(below, widget.Paint(s.Theme.Text, line))
	}
	return nil, below
}
