package disk

import (
	"errors"
	"io"
	"iter"
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
	"zichtlijn/store/whole"
	"zichtlijn/ui"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/prefs"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
)

// Desk implements ui.Desk.
type Desk struct {
	File     string // the user's own set-up
	Settings string // where preferences are kept
	Home     string // for what is written as ~
	Options  store.Options
	By       domain.By
	Zone     *time.Location
}

// trouble is an error that knows the file it is about.
type trouble struct {
	path    string
	reading bool
	err     error
}

// Error is for developers.
func (t trouble) Error() string { return "disk: " + t.err.Error() }

// Unwrap returns what went wrong.
func (t trouble) Unwrap() error { return t.err }

// Create makes the user's own file.
func (d Desk) Create() (ui.Store, error) {
	db, err := store.Create(d.File, d.Options)
	if err != nil {
		return nil, trouble{d.File, false, err}
	}
	return db, nil
}

// Demonstrate opens the demonstration in a copy that is thrown away.
func (d Desk) Demonstrate() (ui.Store, error) {
	db, err := demo.Open(d.Options, d.By)
	if err != nil {
		return nil, trouble{os.TempDir(), false, err}
	}
	return db, nil
}

// ReadSetup reads a set-up that is to be imported.
func (d Desk) ReadSetup(path string) (ui.Setup, error) {
	path = d.expand(path)
	f, err := os.Open(path)
	if err != nil {
		return ui.Setup{}, trouble{path, true, err}
	}
	defer func() { _ = f.Close() }() // nothing was written through it
	setup, err := exchange.Read(path, f, exchange.Limits{})
	if err != nil {
		return ui.Setup{}, trouble{path, true, err}
	}
	command := exchange.Import{Setups: []exchange.Setup{setup}}
	return ui.Setup{Command: command, Plan: func(w domain.World, words tell.Words) scene.Planned {
		return planned(command.Outcome(w), words)
	}}, nil
}

// planned says in words what an import would do.
func planned(o exchange.Outcome, words tell.Words) scene.Planned {
	out := scene.Planned{Nothing: len(o.Changes) == 0 && len(o.Problems) == 0}
	for _, c := range o.Counts {
		if c.Read() > 0 {
			out.Counts = append(out.Counts, words.Say("cli.import.count", words.Count(c.Noun, c.Read()), c.New, c.Changed, c.Unchanged, c.Rejected))
		}
	}
	for _, p := range o.Problems {
		out.Problems = append(out.Problems, words.ProblemAt(p.Path, p.Line, string(p.Code), p.Value, p.Args))
	}
	if o.More > 0 {
		out.Problems = append(out.Problems, words.Say("problems-more", o.More))
	}
	return out
}

// WriteSetup writes an export.
func (d Desk) WriteSetup(w domain.World, path string, overwrite bool) (exists bool, err error) {
	return d.write(path, overwrite, func(out io.Writer) error { return exchange.Write(out, w) })
}

// WriteTable writes rows for a spreadsheet.
func (d Desk) WriteTable(rows iter.Seq[[]string], path string, overwrite bool) (exists bool, err error) {
	return d.write(path, overwrite, func(out io.Writer) error { return spreadsheet.Write(out, rows) })
}

func (d Desk) write(path string, overwrite bool, write func(io.Writer) error) (exists bool, err error) {
	path = d.expand(path)
	if overwrite {
		err = whole.Replace(path, write)
	} else {
		err = whole.Create(path, write)
	}
	switch {
	case errors.Is(err, os.ErrExist):
		return true, nil
	case err != nil:
		return false, trouble{path, false, err}
	}
	return false, nil
}

// Complete returns the paths that begin as asked for, by name; folders end in a
// separator. What can not be read has no completions.
func (d Desk) Complete(path string) []string {
	dir, start := filepath.Split(path)
	entries, err := os.ReadDir(d.expand(dir + "."))
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

// expand makes ~ the user's own folder.
func (d Desk) expand(path string) string {
	rest, ok := strings.CutPrefix(path, "~")
	if ok && d.Home != "" && (rest == "" || os.IsPathSeparator(rest[0])) {
		return d.Home + rest
	}
	return path
}

// Remember keeps the user's choices. That they could not be kept is no reason
// to disturb anybody: they are asked for again.
func (d Desk) Remember(c ui.Choices) {
	if d.Settings == "" {
		return
	}
	_ = prefs.Save(d.Settings, prefs.Preferences{Language: c.Language, LanguageChosen: true, Theme: c.Theme, Locked: c.Locked})
}

// CopyTrouble returns why the copy of the day could not be made.
func (d Desk) CopyTrouble(s ui.Store) error {
	if db, ok := s.(interface{ CopyError() error }); ok {
		return db.CopyError()
	}
	return nil
}

// Explain says in one sentence what an error means. One without a file of its
// own is about the set-up that is open.
func (d Desk) Explain(words tell.Words, w domain.World, err error) string {
	explain := failure.Explainer{Words: words, Zone: d.Zone, World: w}
	var at trouble
	switch {
	case !errors.As(err, &at):
		return explain.Write(d.File, err).Sentence
	case at.reading:
		return explain.Read(at.path, at.err).Sentence
	}
	return explain.Write(at.path, at.err).Sentence
}
