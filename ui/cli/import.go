package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// importing are the flags of import, not judged yet.
type importing struct {
	encoding, rejects, sameName, plan string
	columns                           []string
	match                             bool
	ends, limit                       int
}

func (r *run) importFlags(f *pflag.FlagSet) {
	r.dryRunFlag(f)
	g := &r.given.importing
	r.textFlag(f, &g.encoding, "encoding", "", "cli.flag.encoding")
	r.listFlag(f, &g.columns, "column", "cli.flag.column")
	r.textFlag(f, &g.sameName, "same-name", "", "cli.flag.same-name")
	r.textFlag(f, &g.rejects, "rejects", "", "cli.flag.rejects")
	f.BoolVar(&g.match, "match", false, r.words.Say("cli.flag.match"))
	f.IntVar(&g.ends, "ends", 0, r.words.Say("cli.flag.ends"))
	r.textFlag(f, &g.plan, "plan", "", "cli.flag.plan")
	f.IntVar(&g.limit, "limit", 0, r.words.Say("cli.flag.limit"))
}

// plannedImport is an import with what it would do.
type plannedImport struct {
	exchange.Import
	exchange.Outcome
	plan   string // names files, set-up and flags together
	world  domain.World
	aside  []exchange.AsideTable
	impact object // nil: not weighed
}

// watchInterrupt stops the work of an import at the first ctrl+c; a second one ends the
// program at once, as ever.
func (r *run) watchInterrupt() (done func()) {
	came := make(chan os.Signal, 1)
	signal.Notify(came, os.Interrupt)
	go func() {
		if _, ok := <-came; ok {
			r.importing.Stop()
			signal.Stop(came)
		}
	}()
	return func() {
		signal.Stop(came)
		close(came)
	}
}

// importFiles reads set-ups into the store, all of them as one edit. Until that is on its
// way ctrl+c leaves everything as it was.
func (r *run) importFiles(s Session, args []string) error {
	defer r.watchInterrupt()()
	if !r.given.dryRun {
		if err := r.checkWritable(s); err != nil {
			return err
		}
	}
	i, err := r.readImport(s, args)
	if err != nil {
		return err
	}
	db, err := r.openForImport(s)
	if err != nil {
		return err
	}
	if db == nil {
		return r.importNew(s, i)
	}
	in, err := r.planImport(s, i, db.World(), db.Head())
	if err != nil {
		return errors.Join(err, r.closeStore(s, db))
	}
	return errors.Join(r.importInto(s, db, in), r.closeStore(s, db))
}

// readImport reads the files, and judges the flags that say how.
func (r *run) readImport(s Session, args []string) (exchange.Import, error) {
	g := r.given.importing
	i := exchange.Import{TakeDate: s.Demo, Match: g.match}
	said := map[string]string{}
	for _, given := range g.columns {
		from, to, ok := strings.Cut(given, "=")
		if !ok || from == "" || !exchange.KnownHead(to) {
			return i, r.fail(failure.WrongUse, "cli.wrong-column", words.Clean(given))
		}
		said[exchange.FoldHead(from)] = to
	}
	how := exchange.How{Encoding: g.encoding, Columns: r.columns(said), Limits: exchange.Limits{Records: g.limit}, Work: &r.importing}
	switch g.sameName {
	case "":
	case "one":
		i.SameName = exchange.SameNameOne
	case "separate":
		i.SameName = exchange.SameNameSeparate
	default:
		return i, r.wrongChoice("--same-name", g.sameName, []string{"one", "separate"})
	}
	if g.match && g.rejects != "" { // what is set aside would be ended
		return i, r.fail(failure.WrongUse, "cli.import.match-rejects")
	}
	for _, path := range inFolders(args) {
		setup, err := exchange.ReadFile(path, how)
		if err != nil {
			return i, r.readFailure(path, err)
		}
		i.Setups = append(i.Setups, setup)
	}
	r.keepColumns(said)
	return i, nil
}

// inFolders puts the tables in a folder in the place of the folder.
func inFolders(args []string) []string {
	var out []string
	for _, path := range args {
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			out = append(out, path)
			continue
		}
		inside, _ := filepath.Glob(filepath.Join(path, "*.csv")) // the pattern is sound
		if len(inside) == 0 {
			inside = []string{path} // reading it says what is wrong
		}
		out = append(out, inside...)
	}
	return out
}

// planImport finds out what an import would do in a set-up.
func (r *run) planImport(s Session, i exchange.Import, w domain.World, head domain.Seq) (plannedImport, error) {
	i.On = r.referenceDate(s, w)
	in := plannedImport{Import: i, world: w}
	if r.given.importing.rejects != "" {
		in.Import, in.aside = i.SetAside(w)
	}
	in.Outcome = in.Import.Outcome(w)
	in.plan = r.planName(i, head)
	if want := r.given.importing.plan; want != "" && want != in.plan {
		return in, r.fail(failure.Refused, "cli.import.other-plan")
	}
	return in, r.judgeEnds(in, w)
}

// planName names the files, the head of the set-up and the flags of a plan: another name is
// another plan.
func (r *run) planName(i exchange.Import, head domain.Seq) string {
	h := sha256.New()
	for _, s := range i.Setups {
		sum := s.About().Hash
		h.Write(sum[:])
	}
	g := r.given.importing
	fmt.Fprint(h, head, i.On, i.Match, i.SameName, g.encoding, g.columns, g.rejects != "")
	return hex.EncodeToString(h.Sum(nil))[:16]
}

// judgeEnds refuses to end much of a noun without being told so.
func (r *run) judgeEnds(in plannedImport, w domain.World) error {
	switch much, asks := in.EndsMuch(w); {
	case r.given.dryRun || !asks:
	case much.Exact && r.given.importing.ends != much.All:
		return r.fail(failure.Refused, "cli.import.ends-number", r.words.Count(much.Noun, much.Ended), much.Had, much.All)
	case r.given.reason == "":
		return r.fail(failure.Refused, "cli.import.ends-reason", r.words.Count(much.Noun, much.Ended), much.Had)
	}
	return nil
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
func (r *run) importNew(s Session, i exchange.Import) error {
	in, err := r.planImport(s, i, domain.World{}, 0)
	if err != nil {
		return err
	}
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
	if len(in.Problems) == 0 && len(in.aside) > 0 && !r.given.dryRun {
		if err := r.writeAside(in.aside); err != nil {
			return err
		}
	}
	if len(in.Problems) > 0 || len(in.Changes) == 0 {
		return r.report(in, domain.Entry{})
	}
	i, err := r.weigh(s, db.World(), in.Changes, true)
	if err == nil {
		err = r.importing.Err()
	}
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
		if _, entry, err = db.Do(in.Command(), by(s, i), i.consent.Check); err != nil {
			return r.writeFailure(db.World(), r.fileName(s), err)
		}
		r.noteSaved(db, entry)
		r.noticeBroken(i)
	}
	return r.report(in, entry)
}
