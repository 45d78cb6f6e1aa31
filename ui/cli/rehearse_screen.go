package cli

import (
	"bufio"
	"bytes"
	"errors"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/stories"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Story is a story of the program that the screen plays, a few steps at a time.
type Story struct {
	player *player
	steps  []rehearsal.Step
	at     int
	said   *bytes.Buffer
}

// Played is what a step came to.
type Played struct {
	Verb    string
	Said    string          // what the step says or prints, on lines
	Person  domain.PersonID // who acts, or as whom one looks
	Inbox   bool            // one looks at their conversations
	Refused bool
	Done    int // steps
}

// OpenStory reads a story of the program, to be played over an open set-up. The error is a
// sentence.
func OpenStory(p Program, s Session, db Store, name string, w tell.Words) (*Story, error) {
	text, _ := stories.Text(name)
	o := &Story{said: &bytes.Buffer{}}
	p.Err = o.said
	r := &run{Program: p, out: bufio.NewWriter(o.said), words: w}
	steps, err := rehearsal.ReadStory(text)
	if err == nil {
		err = r.judgeCommands(steps)
	}
	if misread := (rehearsal.Misread{}); errors.As(err, &misread) {
		return nil, r.fail(failure.WrongUse, "rehearse.misread", misread.Line, w.Say(words.Key("rehearse.expected."+string(misread.Expected))))
	}
	o.steps = steps
	o.player = &player{rehearsing: &rehearsing{run: r, session: s, db: db, scene: db.NewScene("", r.referenceDate(s, db.World()))}}
	return o, nil
}

// Len is how many steps the story has.
func (o *Story) Len() int { return len(o.steps) }

// Next does the steps up to and with the next one that there is something to see of.
func (o *Story) Next(at rehearsal.Rehearsal) (rehearsal.Rehearsal, Played) {
	p := o.player
	p.at = at
	out := Played{Person: p.as}
	for o.at < len(o.steps) {
		step := o.steps[o.at]
		o.at++
		o.said.Reset()
		p.step(step)
		_ = p.out.Flush() // into memory
		out.Verb, out.Person, out.Refused = step.Verb, p.as, p.refused && p.pending
		if step.Verb == "look" {
			out.Person, out.Inbox = p.personWord(step.Words[0]), step.Words[1].Text == "inbox"
		}
		if silent := step.Verb == "as" || step.Verb == "date" || step.Verb == "pause" || step.Verb == "expect"; !silent || o.said.Len() > 0 {
			break
		}
		out.Verb = ""
	}
	out.Said, out.Done = strings.TrimRight(o.said.String(), "\n"), o.at
	return p.at, out
}
