package cli

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/stories"
	"zichtlijn/ui/words"
)

// storyStepJSON is a line of a story that acts, looks, shows or expects; of the others one
// that was refused.
type storyStepJSON struct {
	Line   int             `json:"line"`
	Step   string          `json:"step"`
	OK     bool            `json:"ok"`
	ID     string          `json:"id,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
}

const mostStory = 10 << 20 // bytes of a file

// runStory plays a story on an empty scene of its own, which is kept only under --scene.
func (r *run) runStory(s Session, args []string) error {
	text, err := r.storyText(args[0])
	if err != nil {
		return err
	}
	steps, err := rehearsal.ReadStory(text)
	if err == nil {
		err = r.judgeCommands(steps)
	}
	if misread := (rehearsal.Misread{}); errors.As(err, &misread) {
		return r.fail(failure.WrongUse, "rehearse.misread", misread.Line, r.words.Say(words.Key("rehearse.expected."+string(misread.Expected))))
	}
	name := norm.NFC.String(r.given.acting.scene)
	open := r.readStore
	if name != "" {
		if err := r.judgeSceneName(name); err != nil {
			return err
		}
		open = r.editStore
	}
	return open(s, func(db Store) error { return r.playStory(s, db, name, steps) })
}

func (r *run) playStory(s Session, db Store, name string, steps []rehearsal.Step) error {
	p := player{rehearsing: &rehearsing{run: r, session: s, db: db, scene: db.NewScene(name, r.referenceDate(s, db.World()))}}
	p.at = rehearsal.Begin(db.World(), p.scene.On)
	if name != "" {
		var err error
		if p.scenes, err = r.readScenes(s, db); err != nil {
			return err
		}
		if _, taken := p.scenes.Find(name); taken {
			return r.fail(failure.Refused, "rehearse.scene-exists", words.Clean(name))
		}
	}
	for _, step := range steps {
		p.step(step)
	}
	p.settle(false)
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

// judgeCommands refuses a story in which "do" does not edit or "show" does not only look.
func (r *run) judgeCommands(steps []rehearsal.Step) error {
	for _, step := range steps {
		args := list(step.Words, func(w rehearsal.Word) string { return w.Text })
		if step.Verb == "do" && !r.editsInside(args) || step.Verb == "show" && !r.looksInside(args) {
			return rehearsal.Misread{Line: step.Line, Expected: rehearsal.ACommand}
		}
	}
	return nil
}

// player plays a story.
type player struct {
	*rehearsing
	told   []storyStepJSON
	failed bool // a step was refused that nobody expected to be, or the reverse
	// pending is what the last step that could be refused came to, until it is known
	// whether its refusal was expected.
	pending, refused bool
	line             int
}

// settle ends the wait for an "expect refused": was says whether it stands here.
func (p *player) settle(expected bool) {
	if p.pending && p.refused && !expected {
		p.failed = true
		if !p.wantsJSON() {
			p.say("rehearse.unexpected-refusal", p.line)
		}
	}
	p.pending = false
}

func (p *player) step(s rehearsal.Step) {
	switch s.Verb {
	case "say":
		if !p.wantsJSON() {
			p.print(p.words.Filled(p.at.World(), s.Text))
		}
		return
	case "pause":
		return
	case "expect":
		ok := p.pending && p.refused
		p.settle(true)
		if !ok {
			p.failed = true
			if !p.wantsJSON() {
				p.say("rehearse.expected-refusal", s.Line)
			}
		}
		p.told = append(p.told, storyStepJSON{Line: s.Line, Step: s.Verb, OK: ok})
		return
	}
	p.settle(false)
	told := storyStepJSON{Line: s.Line, Step: s.Verb}
	p.carryOut(s, &told)
	p.pending, p.refused, p.line = true, !told.OK, s.Line
	if told.OK && (s.Verb == "as" || s.Verb == "date") {
		return
	}
	p.told = append(p.told, told)
	if !p.wantsJSON() && !told.OK && s.Verb != "do" && s.Verb != "show" { // those say it themselves
		p.say("rehearse.step-refused", s.Line)
	}
}

// carryOut does a step that can be refused.
func (p *player) carryOut(s rehearsal.Step, told *storyStepJSON) {
	switch s.Verb {
	case "as":
		p.as = p.personWord(s.Words[0])
		told.OK = p.as != ""
	case "date":
		next, err := p.at.On(s.Date)
		if told.OK = err == nil; told.OK {
			p.at = next
		}
	case "do", "show":
		p.carryOutCommand(s, told)
	case "look":
		p.lookStep(s, told)
	default:
		p.act(s, told)
	}
}

func (p *player) act(s rehearsal.Step, told *storyStepJSON) {
	q, ok := p.asked(s)
	next, err := p.at.Do(p.wish(q))
	if told.OK = ok && err == nil; !told.OK {
		return
	}
	p.at = next
	told.ID = p.at.ID(p.at.Len())
	if !p.wantsJSON() {
		p.printAct(p.at.Len())
	}
}

// asked says what a step asks for; false: it names a person or group that is not there.
func (p *player) asked(s rehearsal.Step) (q asked, ok bool) {
	q, ok = asked{text: s.Text}, true
	switch first := s.Words[0].Text; s.Verb {
	case "send", "report":
		person, group := p.target(s.Words[0])
		q.group, ok = string(group), person != "" || group != ""
		switch {
		case s.Verb == "report":
			q.kind, q.client = rehearsal.Report, string(person)
		case group != "":
			q.kind = rehearsal.GroupMessage
		default:
			q.kind, q.to = rehearsal.Send, []string{string(person)}
		}
	case "answer":
		q.kind, q.of = rehearsal.Answer, first
	case "read":
		q.kind, q.of = rehearsal.Read, first
	case "post":
		q.kind, q.name = rehearsal.Post, first
	case "assign":
		_, group := p.target(rehearsal.Word{Text: first, Noun: "group"})
		q.kind, q.group, q.name, ok = rehearsal.Assign, string(group), s.Words[1].Text, group != ""
		q.to = list(s.Words[2:], func(w rehearsal.Word) string { return w.Text })
	case "progress":
		q.kind, q.of, q.state = rehearsal.Progress, first, s.Words[1].Text
	}
	return q, ok
}

func (p *player) personWord(w rehearsal.Word) domain.PersonID {
	person, _ := p.target(rehearsal.Word{Text: w.Text, Noun: "person"})
	return person
}

// target returns the person or group that a word names; neither where there is none, or
// where it names one of each.
func (p *player) target(w rehearsal.Word) (person domain.PersonID, group domain.GroupID) {
	if w.Noun != "group" {
		person = p.person(w.Text)
	}
	if w.Noun != "person" {
		group = p.group(w.Text)
	}
	if person != "" && group != "" {
		return "", ""
	}
	return person, group
}

// carryOutCommand does "do" and "show": words of the command line.
func (p *player) carryOutCommand(s rehearsal.Step, told *storyStepJSON) {
	format := asText
	if s.Verb == "show" && p.wantsJSON() {
		format = asJSON
	}
	p.answer(p.command(list(s.Words, func(w rehearsal.Word) string { return w.Text }), s.Verb == "show", format), told)
}

// answer takes over what a command inside said.
func (p *player) answer(a answered, told *storyStepJSON) {
	told.OK = a.exit == failure.Done || a.exit == failure.Attend
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
	person, ok := p.at.World().Person(p.personWord(s.Words[0]))
	if !ok {
		return
	}
	if s.Words[1].Text == "tiles" {
		format := asText
		if p.wantsJSON() {
			format = asJSON
		}
		p.answer(p.command([]string{"show", string(person.ID)}, true, format), told)
		return
	}
	looks := map[string]func(*rehearsing, domain.Person, []string) error{
		"inbox": (*rehearsing).inbox, "reports": (*rehearsing).reports, "news": (*rehearsing).news, "programmes": (*rehearsing).programmes,
	}
	said, err := p.captured(func(t *rehearsing) error { return looks[s.Words[1].Text](t, person, nil) })
	if told.OK = err == nil; !told.OK {
		return
	}
	p.answer(answered{out: said}, told)
}
