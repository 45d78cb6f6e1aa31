package cli

import (
	"bytes"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/handover"
	"zichtlijn/store/whole"
	"zichtlijn/ui/export"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// exporting are the flags of export, not judged yet.
type exporting struct {
	system, pseudonymise bool
	validTo, key, since  string
}

func (r *run) outputFlag(f *pflag.FlagSet) {
	r.textFlag(f, &r.given.output, "output", "o", "cli.flag.output")
}

func (r *run) exportFlags(f *pflag.FlagSet) {
	r.outputFlag(f)
	f.BoolVar(&r.given.exporting.system, "system", false, r.words.Say("cli.flag.system"))
	r.textFlag(f, &r.given.exporting.since, "since", "", "cli.flag.since")
	f.BoolVar(&r.given.exporting.pseudonymise, "pseudonymise", false, r.words.Say("cli.flag.pseudonymise"))
	r.textFlag(f, &r.given.exporting.key, "key", "", "cli.flag.key")
	r.textFlag(f, &r.given.exporting.validTo, "valid-to", "", "cli.flag.valid-to")
}

// export writes the set-up, to stdout or to a file that does not exist yet, and notes that
// in its journal.
func (r *run) export(s Session, _ []string) error {
	asked, to := "", r.given.output
	if r.given.formatChosen {
		asked = r.given.format
	}
	form, err := export.Named(asked, to)
	if end := (export.OtherEnd{}); errors.As(err, &end) {
		return failure.Failure{Exit: failure.WrongUse, Sentence: end.Say(r.words)}
	}
	if form.Binary && to == "" {
		return r.fail(failure.WrongUse, "cli.export.needs-file", form.Name)
	}
	c, err := r.exportContent(s)
	if err != nil {
		return err
	}
	secret, err := r.secret()
	if err != nil {
		return err
	}
	return r.openForExport(s, func(db Store) error {
		c.World, c.On = db.World(), r.referenceDate(s, db.World())
		if c.Since, err = r.since(s, db, form); err != nil {
			return err
		}
		if secret != nil {
			var said []string
			c, said = export.Pseudonymised(c, secret)
			r.noteAll(said)
		}
		what := domain.NewExported(c.World, form.Name, placeOf(form, to))
		what.Pseudonymised = secret != nil
		if err := r.exportAs(s, form, c, to); err != nil {
			return err
		}
		r.noteExport(s, db, what)
		return nil
	})
}

// exportContent judges the flags that say how something goes out.
func (r *run) exportContent(s Session) (export.Content, error) {
	c := export.Content{Words: r.words, Demonstration: s.Demo, System: r.given.exporting.system}
	switch r.given.exporting.validTo {
	case "", "exclusive":
	case "inclusive":
		c.ValidToInclusive = true
	default:
		return c, r.wrongChoice("--valid-to", r.given.exporting.validTo, []string{"exclusive", "inclusive"})
	}
	return c, nil
}

func (r *run) noteAll(said []string) {
	for _, line := range said {
		r.note(line)
	}
}

// since returns the set-up as the entry of --since left it; nil without that flag.
func (r *run) since(s Session, db Store, form export.Form) (*handover.Since, error) {
	given := r.given.exporting.since
	if given == "" {
		return nil, nil
	}
	n, err := strconv.ParseUint(given, 10, 63)
	switch {
	case err != nil || domain.Seq(n) > db.Head():
		return nil, r.fail(failure.WrongUse, "cli.export.no-entry", words.Clean(given), seqText(db.Head()))
	case slices.Contains([]string{export.Ons, export.FHIR, export.Template}, form.Name):
		return nil, r.fail(failure.WrongUse, "cli.export.no-since", form.Name)
	}
	out := &handover.Since{On: r.referenceDate(s, db.World()), Name: r.words.Say("cli.export.since-entry", seqText(domain.Seq(n)))}
	if out.World, err = db.WorldAt(domain.Seq(n)); err != nil {
		return nil, r.readFailure(r.fileName(s), err)
	}
	if n > 0 {
		e, err := db.Entry(domain.Seq(n))
		if err != nil {
			return nil, r.readFailure(r.fileName(s), err)
		}
		out.On = domain.DayOf(e, r.Now().Location(), db.World().Institution().Date)
	}
	return out, nil
}

// openForExport opens the store so that the export can be noted; with --read-only as it is.
func (r *run) openForExport(s Session, do func(Store) error) error {
	if s.ReadOnly {
		return r.readStore(s, do)
	}
	return r.editStore(s, do)
}

func placeOf(form export.Form, to string) string {
	switch {
	case to == "":
		return domain.ToOutput
	case form.Name == export.Folder:
		return domain.ToFolder
	}
	return domain.ToFile
}

// noteExport notes an export in the journal. Where that can not be written the export is
// done all the same, and the call says so and ends with 1.
func (r *run) noteExport(s Session, db Store, what domain.Exported) {
	err := error(store.ErrReadOnly)
	if !s.ReadOnly {
		_, err = db.NoteExport(what, s.By)
	}
	if err != nil {
		r.note(r.words.Say("cli.export.not-noted"))
		r.notice = failure.Attend
	}
}

// exportAs writes what goes out in a form.
func (r *run) exportAs(s Session, form export.Form, c export.Content, to string) error {
	if form.Name == export.Folder {
		return r.writeFolder(c, to)
	}
	var left []exchange.Left
	write := func(out io.Writer) (err error) {
		left, err = form.Write(c, out)
		return err
	}
	if to == "" {
		if err := write(r.out); err != nil {
			return r.notWritten(s, err)
		}
	} else {
		if err := whole.Create(to, write); err != nil {
			return r.writeFailure(c.World, to, err)
		}
		r.note(r.words.Say("cli.written", words.Clean(to)))
	}
	r.noteAll(export.SayLeft(r.words, left))
	return nil
}

// writeFolder writes tables as files in a folder that does not exist yet. Where one can
// not be written nothing stays.
func (r *run) writeFolder(c export.Content, to string) error {
	if err := os.Mkdir(to, 0o700); err != nil {
		return r.writeFailure(c.World, to, err)
	}
	for _, f := range export.Files(c) {
		path := filepath.Join(to, f.Name)
		if err := whole.Create(path, f.Write); err != nil {
			return r.writeFailure(c.World, path, errors.Join(err, os.RemoveAll(to)))
		}
	}
	r.note(r.words.Say("cli.written", words.Clean(to)))
	return nil
}

// notWritten says why nothing was written to stdout.
func (r *run) notWritten(s Session, err error) error {
	if errors.Is(err, exchange.ErrExtensions) {
		return r.readFailure(r.fileName(s), err)
	}
	return err
}

// leastSecret is the length of a secret, in bytes, that nobody guesses.
const leastSecret = 16

// secret returns what people are given other names with: that of --key, which is made where
// there is none, else one for this time only. nil: nobody is.
func (r *run) secret() ([]byte, error) {
	g := r.given.exporting
	switch {
	case !g.pseudonymise && g.key != "":
		return nil, r.fail(failure.WrongUse, "cli.export.key-alone")
	case !g.pseudonymise:
		return nil, nil
	}
	fresh := make([]byte, 2*leastSecret)
	if _, err := io.ReadFull(r.Random, fresh); err != nil {
		return nil, err
	}
	if g.key == "" {
		return fresh, nil
	}
	known, err := whole.Read(g.key, mostKey)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		text := hex.EncodeToString(fresh)
		if err := whole.Create(g.key, func(w io.Writer) error { _, err := io.WriteString(w, text+"\n"); return err }); err != nil {
			return nil, r.writeFailure(domain.World{}, g.key, err)
		}
		r.note(r.words.Say("cli.export.key-made", words.Clean(g.key)))
		return []byte(text), nil
	case err != nil:
		return nil, r.readFailure(g.key, err)
	}
	if known = bytes.TrimSpace(known); len(known) < leastSecret {
		return nil, r.fail(failure.Refused, "cli.export.key-short", words.Clean(g.key), leastSecret)
	}
	return known, nil
}

const mostKey = 64 << 10 // bytes of a file with a secret
