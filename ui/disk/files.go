// Package disk reads and writes files for the screen: stores, set-ups, tables and
// the user's preferences.
//
// It promises that nothing is overwritten without having been asked for, that
// what it writes is for the owner's eyes only, and that each of its errors knows
// which file it is about. It refuses to know how the screen looks.
package disk

import (
	"errors"
	"io"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/demo"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/spreadsheet"
	"zichtlijn/store/rehearsed"
	"zichtlijn/store/whole"
	"zichtlijn/ui"
	"zichtlijn/ui/export"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/prefs"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
)

var _ ui.Files = Files{}

// Files says where the files of one user lie.
type Files struct {
	File     string // the user's own set-up
	Settings string // where preferences are kept
	Home     string // the folder that ~ stands for
	Options  store.Options
	By       domain.By
	Zone     *time.Location
}

// fileError is an error that names the file it is about.
type fileError struct {
	path    string
	reading bool
	err     error
}

// Error is for developers.
func (t fileError) Error() string { return "disk: " + t.err.Error() }

// Unwrap returns what went wrong.
func (t fileError) Unwrap() error { return t.err }

// Create makes the user's own file.
func (f Files) Create() (ui.Store, error) {
	db, err := store.Create(f.File, f.Options)
	if err != nil {
		return nil, fileError{f.File, false, err}
	}
	return db, nil
}

// Demo opens the demonstration in a copy that is thrown away.
func (f Files) Demo() (ui.Store, scene.Source, error) {
	source, options := scene.Demo, f.Options
	if options.ReadOnly {
		source, options.ReadOnly = scene.DemoRead, false // the copy itself must be filled
	}
	db, err := demo.Open(options, f.By)
	if err != nil {
		return nil, scene.NoFile, fileError{os.TempDir(), false, err}
	}
	return demoStore{db}, source, nil
}

// demoStore is the demonstration. Its errors are never about the user's own file.
type demoStore struct{ *demo.DB }

// demoError is an error of the demonstration.
type demoError struct{ err error }

// Error is for developers.
func (t demoError) Error() string { return "disk: demonstration: " + t.err.Error() }

// Unwrap returns what went wrong.
func (t demoError) Unwrap() error { return t.err }

func ofDemo(w domain.World, e domain.Entry, err error) (domain.World, domain.Entry, error) {
	if err != nil {
		err = demoError{err}
	}
	return w, e, err
}

func (s demoStore) Do(c domain.Command, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	return ofDemo(s.DB.Do(c, by, check))
}

func (s demoStore) Undo(by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	return ofDemo(s.DB.Undo(by, check))
}

func (s demoStore) Redo(by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	return ofDemo(s.DB.Redo(by, check))
}

// InPlace is nil: nobody misses what is thrown away.
func (demoStore) InPlace() error { return nil }

func (s demoStore) Backup(path string) error {
	if err := s.DB.Backup(path); err != nil {
		return demoError{err}
	}
	return nil
}

// ReadSetup reads a set-up to import while somebody watches work, or stops it: the error is
// exchange.ErrStopped then. nil: nobody does.
func (f Files) ReadSetup(path string, work *exchange.Work) (ui.Setup, error) {
	path = f.expand(path)
	setup, err := exchange.ReadFile(path, exchange.How{Columns: prefs.Load(f.Settings).Columns, Work: work})
	if err != nil {
		return ui.Setup{}, fileError{path, true, err}
	}
	return planOf(exchange.Import{Setups: []exchange.Setup{setup}}, path), nil
}

// ReadPasted is ReadSetup for rows that somebody pasted.
func (f Files) ReadPasted(text string, how scene.ImportHow, work *exchange.Work) (ui.Setup, error) {
	setup, err := exchange.ReadAs("", strings.NewReader(text), exchange.How{
		Tables: true, Headless: true, Keys: how.Columns, Cells: cellsOf(how.Cells), Columns: prefs.Load(f.Settings).Columns, Work: work,
	})
	i := exchange.Import{Setups: []exchange.Setup{setup}, Role: how.Role, Group: how.Group, SameName: exchange.SameName(how.SameName)}
	return planOf(i.Without(slices.Collect(maps.Keys(how.Without))), ""), err
}

// WriteSetup writes an export, in the form that the end of its name says. The secret of
// invented names is made for it and forgotten.
func (f Files) WriteSetup(e ui.Export) (domain.Exported, bool, error) {
	if e.Of != scene.SetupExport {
		return f.writeGiven(e)
	}
	form, err := export.Named("", e.Path)
	if err != nil {
		return domain.Exported{}, false, err
	}
	c := export.Content{World: e.World, On: e.On, Words: e.Words, Demonstration: e.Demonstration}
	secret, err := f.secret(e)
	if err != nil {
		return domain.Exported{}, false, err
	}
	if secret != nil {
		c, _ = export.Pseudonymised(c, secret)
	}
	exists, err := f.write(e.Path, e.Overwrite, e.Work, func(out io.Writer) error {
		_, err := form.Write(c, out)
		return err
	})
	what := domain.NewExported(c.World, form.Name, domain.ToFile)
	what.Pseudonymised = e.Masked
	return what, exists, err
}

// secret is what invented names are made of; nil where they are not wanted.
func (f Files) secret(e ui.Export) ([]byte, error) {
	if !e.Masked {
		return nil, nil
	}
	out := make([]byte, secretSize)
	if _, err := io.ReadFull(f.Options.Random, out); err != nil {
		return nil, fileError{e.Path, false, err}
	}
	return out, nil
}

const secretSize = 32 // bytes

// WriteTable writes rows for a spreadsheet.
func (f Files) WriteTable(rows iter.Seq[[]string], path string, overwrite bool, work *exchange.Work) (exists bool, err error) {
	return f.write(path, overwrite, work, func(out io.Writer) error { return spreadsheet.Write(out, rows) })
}

// stoppable is a file that is not written any further once its work is stopped.
type stoppable struct {
	io.Writer
	work *exchange.Work
}

func (w stoppable) Write(p []byte) (int, error) {
	if err := w.work.Err(); err != nil {
		return 0, err
	}
	return w.Writer.Write(p)
}

func (f Files) write(path string, overwrite bool, work *exchange.Work, fill func(io.Writer) error) (exists bool, err error) {
	path = f.expand(path)
	write := func(out io.Writer) error {
		if err := fill(stoppable{out, work}); err != nil {
			return err
		}
		return work.Err()
	}
	if overwrite {
		err = whole.Replace(path, write)
	} else {
		err = whole.Create(path, write)
	}
	switch {
	case errors.Is(err, os.ErrExist):
		return true, nil
	case work.Err() != nil && err != nil:
		return false, exchange.ErrStopped
	case err != nil:
		return false, fileError{path, false, err}
	}
	return false, nil
}

// Backup copies a store to a file that is not there yet. Its error is about the copy,
// unless the store says that it is about what is open.
func (f Files) Backup(s ui.Store, path string) error {
	path = f.expand(path)
	err := s.Backup(path)
	open := func(is error) bool { return errors.Is(err, is) }
	if err == nil || slices.ContainsFunc([]error{store.ErrClosed, store.ErrStopped, store.ErrNotOurs}, open) {
		return err
	}
	return fileError{path, false, err}
}

// Complete returns the paths that begin with path, by name; folders end in a
// separator. A folder that can not be read has none.
func (f Files) Complete(path string) []string {
	dir, start := filepath.Split(path)
	entries, err := os.ReadDir(f.expand(dir + "."))
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, start) || start == "" && strings.HasPrefix(name, ".") {
			continue
		}
		if e.IsDir() {
			name += string(filepath.Separator)
		}
		out = append(out, dir+name)
	}
	slices.Sort(out)
	return out
}

// expand puts the user's home folder for ~.
func (f Files) expand(path string) string {
	rest, ok := strings.CutPrefix(path, "~")
	if ok && f.Home != "" && (rest == "" || os.IsPathSeparator(rest[0])) {
		return f.Home + rest
	}
	return path
}

// SaveChoices keeps the user's choices. A failure disturbs nobody: they are asked
// again.
func (f Files) SaveChoices(c ui.Choices) {
	if f.Settings == "" {
		return
	}
	p := prefs.Load(f.Settings)
	p.Language, p.LanguageChosen, p.Theme, p.Locked, p.RoleCodes = c.Language, true, c.Theme, c.Locked, c.RoleCodes
	_ = prefs.Save(f.Settings, p)
}

// CopyError returns why the copy of the day could not be made.
func (f Files) CopyError(s ui.Store) error {
	if db, ok := s.(interface{ CopyError() error }); ok {
		return db.CopyError()
	}
	return nil
}

// Explain says in one sentence what an error means. An error that names no file
// is about what is open.
func (f Files) Explain(words tell.Words, w domain.World, err error) string {
	explain := failure.Explainer{Words: words, Zone: f.Zone, World: w}
	var at fileError
	var scenes rehearsed.Error
	var end export.OtherEnd
	switch {
	case errors.As(err, &end):
		return end.Say(words)
	case errors.As(err, &scenes):
		return explain.Write(scenes.Path, scenes.Err).Sentence
	case errors.As(err, &at) && at.reading:
		return explain.Read(at.path, at.err).Sentence
	case errors.As(err, &at):
		return explain.Write(at.path, at.err).Sentence
	case errors.As(err, &demoError{}):
		return explain.Write(words.Say("cli.the-demo"), err).Sentence
	}
	return explain.Write(f.File, err).Sentence
}
