package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/store"
	"zichtlijn/store/rehearsed"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/stories"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// storyStepJSON is a line of a story that acts, looks, shows or expects; of the others one
// that was refused.
type storyStepJSON struct {
	Line   int    `json:"line"`
	Step   string `json:"step"`
	OK     bool   `json:"ok"`
	ID     string `json:"id,omitempty"`
	Result any    `json:"result,omitempty"`
}

const mostStory = 10 << 20 // bytes of a file

// runStory plays a story on an empty scene of its own, which is kept only under --scene.
func (r *run) runStory(s Session, args []string) error {
	text, err := r.storyText(args[0])
	if err != nil {
		return err
	}
	steps, err := r.readStory(text)
	if err != nil {
		return err
	}
	name := norm.NFC.String(r.given.acting.scene)
	if name == "" {
		return r.readStore(s, func(db Store) error { return r.playStory(s, db.(rehearsed.Base), nil, name, steps) })
	}
	if err := r.judgeSceneName(name); err != nil {
		return err
	}
	return r.editStore(s, r.withScenes(s, func(base rehearsed.Base, all store.Scenes) error {
		if err := r.newName(all, name); err != nil {
			return err
		}
		return r.playStory(s, base, all, name, steps)
	}))
}

func (r *run) playStory(s Session, base rehearsed.Base, all store.Scenes, name string, steps []rehearsal.Step) error {
	t, err := r.rehearse(s, base, r.newScene(s, base, name))
	if err != nil {
		return err
	}
	t.scenes = all
	p := player{rehearsing: t}
	for _, step := range steps {
		p.step(step)
	}
	p.settle()
	if name != "" {
		if err := p.keep(); err != nil {
			return err
		}
	}
	if p.failed {
		r.notice = failure.Attend
	}
	if r.wantsJSON() {
		return writeJSON(r.out, object{{"steps", some(p.told)}})
	}
	return nil
}

// storyText reads a story from a file, or one of those that come with the program.
func (r *run) storyText(path string) (string, error) {
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) && filepath.Base(path) == path {
		if text, ok := stories.Text(path); ok {
			return text, nil
		}
	}
	b, err := r.readText(path, mostStory)
	return string(b), err
}

// readStory reads a story. It refuses one in which "do" does not edit or "show" does not only
// look.
func (r *run) readStory(text string) ([]rehearsal.Step, error) {
	steps, err := rehearsal.ReadStory(text)
	for _, step := range steps {
		if step.Verb != "do" && step.Verb != "show" {
			continue
		}
		edits, looks := r.useInside(texts(step.Words))
		if step.Verb == "do" && !edits || step.Verb == "show" && !looks {
			err = rehearsal.Misread{Line: step.Line, Expected: rehearsal.ACommand}
			break
		}
	}
	if misread := (rehearsal.Misread{}); errors.As(err, &misread) {
		return nil, r.fail(failure.WrongUse, "rehearse.misread", misread.Line, r.words.Say(words.Key("rehearse.expected."+string(misread.Expected))))
	}
	return steps, nil
}

// player plays a story.
type player struct {
	*rehearsing
	told   []storyStepJSON
	failed bool // a step was refused that nobody expected to be, or the reverse
	// refused is the line of the last step where that was refused and nobody has expected it
	// yet; zero: it was not.
	refused int
}

// settle ends the wait for an "expect refused".
func (p *player) settle() {
	if p.refused > 0 {
		p.failed = true
		p.sayLine("rehearse.unexpected-refusal", p.refused)
	}
	p.refused = 0
}

// sayLine says of a line what stands in the data by itself.
func (p *player) sayLine(key words.Key, line int) {
	if !p.wantsJSON() {
		p.say(key, line)
	}
}

func (p *player) step(s rehearsal.Step) {
	told := storyStepJSON{Line: s.Line, Step: s.Verb}
	switch s.Verb {
	case "say":
		if !p.wantsJSON() {
			p.print(p.words.Filled(p.World(), s.Text))
		}
		return
	case "pause":
		return
	case "expect":
		if told.OK = p.refused > 0; !told.OK {
			p.failed = true
			p.sayLine("rehearse.expected-refusal", s.Line)
		}
		p.refused = 0
	default:
		p.settle()
		p.carryOut(s, &told)
		if !told.OK {
			p.refused = s.Line
			if s.Verb != "do" && s.Verb != "show" { // those say it themselves
				p.sayLine("rehearse.step-refused", s.Line)
			}
		}
	}
	if !told.OK || s.Verb != "as" && s.Verb != "date" {
		p.told = append(p.told, told)
	}
}

// carryOut does a step that can be refused.
func (p *player) carryOut(s rehearsal.Step, told *storyStepJSON) {
	switch s.Verb {
	case "as":
		p.as = p.personWord(s.Words[0])
		told.OK = p.as != ""
	case "date":
		told.OK = p.Prepare(s.Date, false) == nil
	case "do":
		p.carryOutCommand(texts(s.Words), false, asText, told)
	case "show":
		p.carryOutCommand(texts(s.Words), true, p.given.format, told)
	case "look":
		p.lookStep(s, told)
	default:
		p.act(s, told)
	}
}

func (p *player) act(s rehearsal.Step, told *storyStepJSON) {
	_, _, err := p.Act(p.wish(s))
	if told.OK = err == nil; !told.OK {
		return
	}
	n := p.At().Len()
	told.ID = p.At().ID(n)
	if !p.wantsJSON() {
		p.printAct(n)
	}
}

func (p *player) personWord(w rehearsal.Word) domain.PersonID {
	person, _ := p.target(rehearsal.Word{Text: w.Text, Noun: "person"})
	return person
}

// carryOutCommand does words of the command line.
func (p *player) carryOutCommand(args []string, readOnly bool, format string, told *storyStepJSON) {
	a := p.command(args, readOnly, format)
	told.OK = a.done()
	switch {
	case !p.wantsJSON():
		p.out.WriteString(a.out) // an error waits for Flush
		if a.err != "" {
			p.print(strings.TrimSuffix(a.err, "\n"))
		}
	case told.OK && json.Valid([]byte(a.out)):
		told.Result = json.RawMessage(strings.TrimSuffix(a.out, "\n"))
	}
}

func (p *player) lookStep(s rehearsal.Step, told *storyStepJSON) {
	person, ok := p.World().Person(p.personWord(s.Words[0]))
	if !ok {
		return
	}
	of, known := views[s.Words[1].Text]
	if !known { // their tiles
		p.carryOutCommand([]string{"show", string(person.ID)}, true, p.given.format, told)
		return
	}
	told.OK = true
	data, say := of(p.rehearsing, person.ID)
	if p.wantsJSON() {
		told.Result = data
		return
	}
	say()
}

// Story is a story of the program that the screen plays, a few steps at a time.
type Story struct {
	player *player
	steps  []rehearsal.Step
	at     int
	said   *bytes.Buffer
}

// OpenStory reads a story of the program, to be played over an open set-up. The error is a
// sentence.
func OpenStory(p Program, s Session, base rehearsed.Base, name string, w tell.Words) (*Story, error) {
	text, _ := stories.Text(name)
	o := &Story{said: &bytes.Buffer{}}
	p.Err = o.said
	r := &run{Program: p, out: bufio.NewWriter(o.said), words: w, given: flags{format: asText}}
	var err error
	if o.steps, err = r.readStory(text); err != nil {
		return nil, err
	}
	t, err := r.rehearse(s, base, r.newScene(s, base, ""))
	o.player = &player{rehearsing: t}
	return o, err
}

// Len is how many steps the story has.
func (o *Story) Len() int { return len(o.steps) }

// Next does the steps up to and with the next one that there is something to see of.
func (o *Story) Next(at rehearsal.Rehearsal) (rehearsal.Rehearsal, stories.Played) {
	p := o.player
	_, _, _ = p.Take(at) // nothing is written
	out := stories.Played{Person: p.as}
	for o.at < len(o.steps) {
		step := o.steps[o.at]
		o.at++
		o.said.Reset()
		p.step(step)
		_ = p.out.Flush() // into memory
		out.Verb, out.Person, out.Refused = step.Verb, p.as, p.refused > 0
		if step.Verb == "say" {
			out.Text = step.Text
		}
		if step.Verb == "look" {
			out.Person, out.Inbox = p.personWord(step.Words[0]), step.Words[1].Text == "inbox"
		}
		if silent := step.Verb == "as" || step.Verb == "date" || step.Verb == "pause" || step.Verb == "expect"; !silent || o.said.Len() > 0 {
			break
		}
		out.Verb = ""
	}
	out.Said, out.Done = strings.TrimRight(o.said.String(), "\n"), o.at
	return p.At(), out
}
