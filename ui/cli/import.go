package cli

import (
	"errors"
	"os"
	"syscall"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/exchange"

	"zichtlijn/ui/failure"
)

type (
	importJSON struct {
		Counts   object        `json:"counts"`
		Problems []problemJSON `json:"problems"`
		Entry    *domain.Seq   `json:"entry"` // null: none was made
	}
	countJSON struct {
		New       int `json:"new"`
		Changed   int `json:"changed"`
		Unchanged int `json:"unchanged"`
		Rejected  int `json:"rejected"`
	}
	problemJSON struct {
		Path string        `json:"path"`
		Code exchange.Code `json:"code"`
		Args []string      `json:"args"`
	}
)

// planned is an import that was planned already: what was reported is what is
// written. The store refuses it if its world is another by now.
type planned struct{ changes []domain.Change }

// Verb implements domain.Command.
func (planned) Verb() domain.Verb { return domain.VerbImport }

// Plan implements domain.Command.
func (p planned) Plan(domain.World) ([]domain.Change, error) { return p.changes, nil }

// intake is what is read in: the command, and what it would do.
type intake struct {
	exchange.Import
	exchange.Outcome
}

// importFiles reads set-ups into the file, all of them as one edit.
func (r *run) importFiles(s Session, args []string) error {
	if !r.given.dryRun {
		if err := r.mayWrite(s); err != nil {
			return err
		}
	}
	in := intake{Import: exchange.Import{TakeDate: s.Demo}}
	for _, path := range args {
		setup, err := readSetup(path)
		if err != nil {
			return r.notRead(path, err)
		}
		in.Setups = append(in.Setups, setup)
	}
	desk, err := r.importDesk(s)
	if err != nil {
		return err
	}
	if desk == nil {
		return r.importNew(s, in)
	}
	in.Outcome = in.Import.Outcome(desk.World())
	return errors.Join(r.importInto(s, desk, in), r.closed(s, desk))
}

func readSetup(path string) (exchange.Setup, error) {
	f, err := os.Open(path)
	if err != nil {
		return exchange.Setup{}, err
	}
	defer func() { _ = f.Close() }()                       // nothing was written through it
	if info, err := f.Stat(); err == nil && info.IsDir() { // not every system says so when it is read
		return exchange.Setup{}, syscall.EISDIR
	}
	return exchange.Read(path, f, exchange.Limits{})
}

// importDesk opens what is imported into; no desk is a file that is to be made.
func (r *run) importDesk(s Session) (Desk, error) {
	if s.Demo {
		return r.open(s, false)
	}
	if err := r.placed(s); err != nil {
		return nil, err
	}
	desk, err := r.Shelf.Open(s.File, r.given.dryRun)
	switch {
	case errors.Is(err, store.ErrNoFile):
		return nil, nil
	case err != nil:
		return nil, r.notRead(r.about(s), err)
	}
	return desk, nil
}

// importNew makes the file once it is known that all will go into it, and
// leaves none behind if it does not.
func (r *run) importNew(s Session, in intake) error {
	in.Outcome = in.Import.Outcome(domain.World{})
	if len(in.Problems) > 0 || r.given.dryRun {
		return r.report(in, domain.Entry{})
	}
	desk, err := r.Shelf.Create(s.File)
	if err != nil {
		return r.notWritten(domain.World{}, r.about(s), err)
	}
	err = errors.Join(r.importInto(s, desk, in), r.closed(s, desk))
	if err != nil && desk.Head() == 0 {
		if left := r.Shelf.Discard(s.File); left != nil {
			err = errors.Join(err, left) // the first sentence is the one that is told
		}
	}
	return err
}

// importInto reads into a set-up, says what that turns, and reports.
func (r *run) importInto(s Session, desk Desk, in intake) error {
	if len(in.Problems) > 0 || len(in.Changes) == 0 {
		return r.report(in, domain.Entry{})
	}
	i, err := r.impactOf(s, desk.World(), in.Changes, true)
	if err != nil {
		return r.notWritten(desk.World(), r.about(s), err)
	}
	if !r.json() {
		r.tellImpact(i)
	}
	var entry domain.Entry
	if !r.given.dryRun {
		if _, entry, err = desk.Do(planned{in.Changes}, s.By, i.consent.Check); err != nil {
			return r.notWritten(desk.World(), r.about(s), err)
		}
		r.copied(desk)
		r.attend(i)
	}
	return r.report(in, entry)
}

// report writes what an import did or would do. Problems are data; that there
// are any is an error as well.
func (r *run) report(in intake, entry domain.Entry) error {
	if r.json() {
		if err := r.reportJSON(in, entry); err != nil {
			return err
		}
	} else {
		r.reportText(in, entry)
	}
	if found := len(in.Problems) + in.More; found > 0 {
		return r.fail(failure.Refused, "failure.rejected", found)
	}
	return nil
}

func (r *run) reportJSON(in intake, entry domain.Entry) error {
	out := importJSON{Problems: list(in.Problems, func(p exchange.Problem) problemJSON {
		return problemJSON{in.place(p, ":"), p.Code, list(p.Args, func(a string) string { return a })}
	})}
	for _, c := range in.Counts {
		out.Counts = append(out.Counts, field{c.Noun.String(), countJSON{c.New, c.Changed, c.Unchanged, c.Rejected}})
	}
	if entry.Seq > 0 {
		out.Entry = &entry.Seq
	}
	return writeJSON(r.out, out)
}

func (r *run) reportText(in intake, entry domain.Entry) {
	if len(in.Problems) > 0 {
		r.sayf("cli.import.none")
	}
	read := 0
	for _, c := range in.Counts {
		if read += c.Read(); c.Read() > 0 {
			r.sayf("cli.import.count", r.words.Count(c.Noun, c.Read()), c.New, c.Changed, c.Unchanged, c.Rejected)
		}
	}
	for _, p := range in.Problems {
		r.say(r.words.ProblemAt(in.place(p, ": "), p.Line, string(p.Code), p.Value, p.Args))
	}
	switch {
	case in.More > 0:
		r.sayf("problems-more", in.More)
	case len(in.Problems) > 0:
	case r.given.dryRun:
		r.sayf("cli.dry-run")
	case entry.Seq > 0:
		r.sayf("cli.saved", seq(entry.Seq))
	case read == 0:
		r.sayf("cli.import.empty")
	default:
		r.sayf("cli.nothing")
	}
}

// place is where a problem stands; with several files it begins with which.
func (in intake) place(p exchange.Problem, between string) string {
	switch {
	case len(in.Setups) < 2 || p.File == "":
		return p.Path
	case p.Path == "":
		return p.File
	}
	return p.File + between + p.Path
}
