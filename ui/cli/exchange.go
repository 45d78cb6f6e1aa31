package cli

import (
	"errors"
	"io"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/store/whole"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

type (
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

// plannedCommand makes the very changes that were reported. The store refuses it if its
// world is another by now.
type plannedCommand struct{ changes []domain.Change }

var _ domain.Command = plannedCommand{}

func (plannedCommand) Verb() domain.Verb { return domain.VerbImport }

func (p plannedCommand) Plan(domain.World) ([]domain.Change, error) { return p.changes, nil }

// plannedImport is an import with what it would do.
type plannedImport struct {
	exchange.Import
	exchange.Outcome
	impact object // nil: not weighed
}

// importFiles reads set-ups into the store, all of them as one edit.
func (r *run) importFiles(s Session, args []string) error {
	if !r.given.dryRun {
		if err := r.checkWritable(s); err != nil {
			return err
		}
	}
	in := plannedImport{Import: exchange.Import{TakeDate: s.Demo}}
	for _, path := range args {
		setup, err := exchange.ReadFile(path, exchange.How{})
		if err != nil {
			return r.readFailure(path, err)
		}
		in.Setups = append(in.Setups, setup)
	}
	db, err := r.openForImport(s)
	if err != nil {
		return err
	}
	if db == nil {
		return r.importNew(s, in)
	}
	in.Outcome = in.Import.Outcome(db.World())
	return errors.Join(r.importInto(s, db, in), r.closeStore(s, db))
}

// openForImport opens the store to import into; nil is a file that is to be made.
func (r *run) openForImport(s Session) (Store, error) {
	if s.Demo {
		return r.openStore(s, false)
	}
	if err := r.requireFile(s); err != nil {
		return nil, err
	}
	db, err := r.Files.Open(s.File, r.given.dryRun)
	switch {
	case errors.Is(err, store.ErrNoFile):
		return nil, nil
	case err != nil:
		return nil, r.readFailure(r.fileName(s), err)
	}
	r.noteOpening(s.File, db.Opening())
	return db, nil
}

// importNew makes the file only when everything will go into it, and removes it if that
// fails.
func (r *run) importNew(s Session, in plannedImport) error {
	in.Outcome = in.Import.Outcome(domain.World{})
	if len(in.Problems) > 0 || r.given.dryRun {
		return r.report(in, domain.Entry{})
	}
	db, err := r.Files.Create(s.File)
	if err != nil {
		return r.writeFailure(domain.World{}, r.fileName(s), err)
	}
	err = errors.Join(r.importInto(s, db, in), r.closeStore(s, db))
	if err != nil && db.Head() == 0 {
		if left := r.Files.Discard(s.File); left != nil {
			err = errors.Join(err, left) // only the first sentence is shown
		}
	}
	return err
}

// importInto imports into an open store and says what that turns.
func (r *run) importInto(s Session, db Store, in plannedImport) error {
	if len(in.Problems) > 0 || len(in.Changes) == 0 {
		return r.report(in, domain.Entry{})
	}
	i, err := r.weigh(s, db.World(), in.Changes, true)
	if err != nil {
		return r.writeFailure(db.World(), r.fileName(s), err)
	}
	if r.wantsJSON() {
		in.impact = i.data()
	} else {
		r.printImpact(i)
	}
	var entry domain.Entry
	if !r.given.dryRun {
		if _, entry, err = db.Do(plannedCommand{in.Changes}, s.By, i.consent.Check); err != nil {
			return r.writeFailure(db.World(), r.fileName(s), err)
		}
		r.noteSaved(db, entry)
		r.noticeBroken(i)
	}
	return r.report(in, entry)
}

// report writes what an import did or would do. Problems are data, and end the call
// with an error as well.
func (r *run) report(in plannedImport, entry domain.Entry) error {
	if r.wantsJSON() {
		if err := r.writeReport(in, entry); err != nil {
			return err
		}
	} else {
		r.printReport(in, entry)
	}
	if found := len(in.Problems) + in.More; found > 0 {
		return r.fail(failure.Refused, "failure.rejected", found)
	}
	return nil
}

func (r *run) writeReport(in plannedImport, entry domain.Entry) error {
	counts := object{}
	for _, c := range in.Counts {
		counts = append(counts, field{c.Noun.String(), countJSON{c.New, c.Changed, c.Unchanged, c.Rejected}})
	}
	out := object{{"counts", counts}, {"problems", list(in.Problems, func(p exchange.Problem) problemJSON {
		return problemJSON{in.problemPath(p, ":"), p.Code, list(p.Args, func(a string) string { return a })}
	})}}
	if in.impact != nil {
		out = append(out, field{"impact", in.impact})
	}
	var made *domain.Seq // null: none was made
	if entry.Seq > 0 {
		made = &entry.Seq
	}
	return writeJSON(r.out, append(out, field{"entry", made}))
}

func (r *run) printReport(in plannedImport, entry domain.Entry) {
	if len(in.Problems) > 0 {
		r.say("cli.import.none")
	}
	read := 0
	for _, c := range in.Counts {
		if read += c.Read(); c.Read() > 0 {
			r.say("cli.import.count", r.words.Count(c.Noun, c.Read()), c.New, c.Changed, c.Unchanged, c.Rejected)
		}
	}
	for _, p := range in.Problems {
		r.print(r.words.ProblemAt(in.problemPath(p, ": "), p.Line, string(p.Code), p.Value, p.Args))
	}
	switch {
	case in.More > 0:
		r.say("problems-more", in.More)
	case len(in.Problems) > 0:
	case r.given.dryRun:
		r.say("cli.dry-run")
	case entry.Seq > 0:
		r.say("cli.saved", seqText(entry.Seq))
	case read == 0:
		r.say("cli.import.empty")
	default:
		r.say("cli.nothing")
	}
}

// problemPath is where a problem stands. With several files it begins with the file.
func (in plannedImport) problemPath(p exchange.Problem, between string) string {
	switch {
	case len(in.Setups) < 2 || p.File == "":
		return p.Path
	case p.Path == "":
		return p.File
	}
	return p.File + between + p.Path
}

func (r *run) outputFlag(f *pflag.FlagSet) {
	r.textFlag(f, &r.given.output, "output", "o", "cli.flag.output")
}

// export writes the set-up, to stdout or to a file that does not exist yet.
func (r *run) export(s Session, _ []string) error {
	return r.readStore(s, func(db Store) error {
		w := db.World()
		to := r.given.output
		if to == "" {
			err := exchange.Write(r.out, w)
			if errors.Is(err, exchange.ErrExtensions) {
				return r.readFailure(r.fileName(s), err)
			}
			return err
		}
		if err := whole.Create(to, func(out io.Writer) error { return exchange.Write(out, w) }); err != nil {
			return r.writeFailure(w, to, err)
		}
		r.note(r.words.Say("cli.written", words.Clean(to)))
		return nil
	})
}
