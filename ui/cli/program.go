// Package cli is the command line: every view and every edit of the screen, as plain lines and
// as data, over the same engine.
//
// It promises what a script needs: data on stdout and everything else on
// stderr, exit codes that keep their meaning, JSON of one shape in whatever
// language the sentences are, and one sentence for every error. Plain lines are
// complete without colour or place, for a screen reader.
//
// It refuses to know the environment, the terminal and where a file comes from:
// main hands all of that in. It decides nothing about who sees whom: package
// sight does.
package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/store/rehearsed"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

// Store is an open institution, as far as commands need it. One of a file is a
// rehearsed.Base too.
type Store interface {
	World() domain.World
	Head() domain.Seq
	Do(domain.Command, domain.By, domain.Check) (domain.World, domain.Entry, error)
	Undo(domain.By, domain.Check) (domain.World, domain.Entry, error)
	Redo(domain.By, domain.Check) (domain.World, domain.Entry, error)
	Journal(first, last domain.Seq) iter.Seq2[domain.Entry, error]
	Position() (domain.Position, error)
	Backup(path string) error
	NoteExport(domain.Exported, domain.By) (domain.Entry, error)
	// WorldAt is the World as an entry left it; 0: before the first.
	WorldAt(domain.Seq) (domain.World, error)
	Entry(domain.Seq) (domain.Entry, error)
	Verify() (store.Report, error)
	// Opening is what somebody should be told about the file.
	Opening() store.Opening
	// CopyError is why the copy of the day could not be made, see store.DB.
	CopyError() error
	Close() error
}

// Files opens stores. Its errors are those of package store.
type Files interface {
	Open(path string, readOnly bool) (Store, error)
	// Create makes a new file, which must not exist; Discard removes it while it
	// holds nothing.
	Create(path string) (Store, error)
	Discard(path string) error
	Demo(by domain.By) (Store, error)
	Verify(path string) (store.Report, error)
	// Accept verifies, and takes the file for the one last seen, see store.Rollback.
	Accept(path string) (store.Report, error)
}

// Program is one call of zichtlijn, with everything around it.
type Program struct {
	Args     []string // without the program's own name
	Out, Err io.Writer
	// Now is the clock; its location is that of the person at the keyboard.
	Now      func() time.Time
	Random   io.Reader
	Mapping  Mapping        // nil: nothing is remembered
	Language words.Language // unless --lang says otherwise
	Theme    theme.Kind     // unless --theme says otherwise
	Login    string
	File     string // unless --file says otherwise; empty where no place is known
	BadHome  string // the home folder, where File is empty because that is no full path
	Version  string
	// Terminal reports that a screen can be opened here.
	Terminal bool
	// ASCII says that the terminal has nothing but plain letters and signs.
	ASCII bool
	Files Files
	// Screen opens the screen and returns the exit code.
	Screen func(Session) int
	// Stage opens the second screen and returns the exit code.
	Stage func(Session) int
	// Keys returns what the keys of the screen do; nil: help does not say it.
	Keys func(words.Language) []KeySection
}

// KeySection is what keys do on one screen, or everywhere.
type KeySection struct {
	Title string
	Rows  [][2]string // the keys that do the same, and what they do
}

// Session is what the global flags ask for, with defaults for those that were not
// given.
type Session struct {
	File     string
	Demo     bool
	Story    string      // that begins on the stage; empty: none
	Date     domain.Date // zero: not given
	Language words.Language
	By       domain.By
	ReadOnly bool
	Theme    theme.Kind
}

// outputBuffer is how much output waits until the store is closed. A reader that goes
// away (| head) ends the program at its next write; the demonstration, whose longest
// view has a fifth of this, must be removed by then.
const outputBuffer = 512 << 10

// Run carries out one call and returns the exit code.
func Run(p Program) int {
	r := &run{Program: p, out: bufio.NewWriterSize(p.Out, outputBuffer), words: tell.In(languageOf(p.Args, p.Language))}
	return int(r.call())
}

// call carries out the call.
func (r *run) call() failure.Exit {
	root := r.rootCommand()
	root.SetArgs(append([]string{}, r.Args...)) // never nil: cobra would take the arguments of the process
	err := root.Execute()
	if flushed := r.out.Flush(); flushed != nil && err == nil {
		err = flushed
	}
	return r.exitCode(err)
}

// run is one call of the program.
type run struct {
	Program
	out   *bufio.Writer
	words tell.Words
	given flags
	aloud *aloud // with --plain; nil: lines stay as they are
	// importing is the import under way, which ctrl+c stops.
	importing exchange.Work
	notice    failure.Exit // Attend when something done needs attention
	saved     domain.Seq   // the entry that the call has made; zero: none
	// inside is the rehearsal in which the call is made: nothing of it reaches the set-up.
	// nil: it is made in none.
	inside *rehearsed.Store
	// firstDay reads whether the set-up is still in its first day; nil: no reason is kept.
	firstDay func() sight.FirstDay
}

// saidExit is the exit code of the screen, or of a command inside a rehearsal, which has
// said itself what there was to say.
type saidExit int

// Error is for developers.
func (l saidExit) Error() string { return fmt.Sprintf("cli: ended with %d", int(l)) }

// fail returns a failure. Its args must be clean.
func (r *run) fail(exit failure.Exit, key words.Key, args ...any) error {
	return failure.Failure{Exit: exit, Sentence: r.words.Say(key, args...)}
}

// exitCode writes the sentence of an error and returns its exit code.
func (r *run) exitCode(err error) failure.Exit {
	var f failure.Failure
	var said saidExit
	switch {
	case err == nil:
		return r.notice
	case errors.As(err, &said):
		return failure.Exit(said)
	case !errors.As(err, &f):
		f = r.unwritten(err)
	}
	r.note(f.Sentence)
	return f.Exit
}

// unwritten says that the output could not be written. Every other error has its sentence
// by then. The call itself is finished, which matters most where it has saved something.
func (r *run) unwritten(err error) failure.Failure {
	f := failure.Failure{Exit: failure.Attend, Sentence: r.words.Say("cli.no-output", failure.Cause(err))}
	switch {
	case r.saved > 0:
		f.Sentence = r.words.Say("cli.saved-silent", seqText(r.saved), failure.Cause(err))
	case errors.Is(store.Named(err), store.ErrFull):
		f.Sentence = r.words.Say("cli.output-full")
	}
	return f
}

// print writes one line of data.
func (r *run) print(line string) {
	if !r.wantsJSON() {
		line = r.aloud.line(line)
	}
	r.out.WriteString(line) // an error waits for Flush
	r.out.WriteByte('\n')
}

// say writes one line of data in words.
func (r *run) say(key words.Key, args ...any) { r.print(r.words.Say(key, args...)) }

// note writes one line to stderr. Where that fails there is nobody left to tell.
func (r *run) note(line string) {
	_, _ = fmt.Fprintln(r.Err, r.aloud.line(line))
}

func (r *run) explainer(w domain.World) failure.Explainer {
	return failure.Explainer{Words: r.words, Zone: r.Now().Location(), World: w}
}

func (r *run) readFailure(path string, err error) error {
	return r.explainer(domain.World{}).Read(path, err)
}

func (r *run) writeFailure(w domain.World, path string, err error) error {
	var asked sight.Asked
	if errors.As(err, &asked) {
		return failure.Failure{Exit: failure.Refused, Sentence: r.words.Consent("refused", asked.Concern())}
	}
	return r.explainer(w).Write(path, err)
}
