// Zichtlijn sets up the groups of a care institution offline and shows what each
// person sees of them. This file only wires: it reads the environment, knows where
// files lie, and opens the command line or the screen.
package main

import (
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/user"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/demo"
	"zichtlijn/store/exchange"
	"zichtlijn/store/folders"
	"zichtlijn/store/rehearsed"
	"zichtlijn/ui"
	"zichtlijn/ui/cli"
	"zichtlijn/ui/disk"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/prefs"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/stage"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

func main() { os.Exit(run()) }

func run() int {
	home, _ := os.UserHomeDir() // unknown: refused where a place is needed
	system := folders.System{OS: runtime.GOOS, Home: home, Env: os.Getenv}
	file, err := system.File()
	badHome := ""
	if errors.Is(err, folders.ErrRelative) {
		badHome, home = home, "" // nor does ~ stand for it
	}
	seen, _ := system.Seen()
	settings, _ := system.Settings()
	shown, _ := system.Stage()
	chosen := prefs.Load(settings)
	login := loginName()
	return cli.Run(cli.Program{
		Args:     os.Args[1:],
		Out:      os.Stdout,
		Err:      os.Stderr,
		Now:      time.Now,
		Random:   rand.Reader,
		Mapping:  prefs.Mapping{Path: settings},
		Language: chosen.LanguageOr(words.FromLocale(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))),
		Theme:    chosen.Theme,
		Login:    login,
		File:     file,
		BadHome:  badHome,
		Version:  version(),
		Terminal: os.Getenv("TERM") != "dumb" && term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stdout.Fd()),
		ASCII:    slices.Contains([]string{"dumb", "linux", "vt100", "vt220"}, os.Getenv("TERM")),
		Files:    storeFiles{store.Options{Now: time.Now, Random: rand.Reader, Seen: seen, Owner: login, PID: os.Getpid()}},
		Screen:   func(s cli.Session) int { return runScreen(s, settings, home, seen, audience(shown), chosen) },
		Stage:    func(s cli.Session) int { return runStage(s, shown) },
		Keys:     keys,
	})
}

// keys are those of the screen, as the demonstration has them.
func keys(l words.Language) []cli.KeySection {
	changes, _ := exchange.Demonstration().Plan(domain.World{})
	world, _ := domain.World{}.With(changes...) // as for exchange.Demonstration: reading from memory cannot fail
	var out []cli.KeySection
	for _, s := range ui.KeyTable(world, world.Institution().Date, l) {
		out = append(out, cli.KeySection(s))
	}
	return out
}

// runScreen opens the screen and returns the exit code. settings is where the
// user's choices are kept.
func runScreen(s cli.Session, settings, home, seen string, audience ui.Audience, chosen prefs.Preferences) int {
	// Half the usual garbage before it is collected: the laptop has a browser open
	// too. A key costs the same.
	debug.SetGCPercent(50)
	words, zone := tell.In(s.Language), time.Local
	options := store.Options{Now: time.Now, Random: rand.Reader, ReadOnly: s.ReadOnly, Seen: seen, Owner: s.By.Name, PID: os.Getpid()}
	files := disk.Files{File: s.File, Settings: settings, Home: home, Options: options, By: s.By, Zone: zone}
	open, source, err := openStore(s, files)
	if err != nil {
		failed := failure.Explainer{Words: words, Zone: zone}.Read(s.File, err)
		if s.Demo { // no sentence names a file that the run does not use
			failed = failure.Failure{Exit: failure.Unsaved, Sentence: files.Explain(words, domain.World{}, err)}
		}
		fmt.Fprintln(os.Stderr, failed)
		return int(failed.Exit)
	}
	remark, ok := remarkOn(open, failure.Explainer{Words: words, Zone: zone}, s)
	if !ok {
		return int(failure.Attend)
	}
	signals, quiet := ui.Signals()
	defer quiet()
	ended := ui.Run(ui.Program{
		Opening: ui.Opening{
			Files: files, Store: open, Source: source, Remark: remark, On: s.Date, By: s.By, Zone: zone, Now: time.Now,
			Story: func(base ui.Store, name string, w tell.Words) (ui.Story, error) {
				return cli.OpenStory(cli.Program{Now: time.Now}, s, base.(rehearsed.Base), name, w) // no other is rehearsed on
			},
			Choices:  ui.Choices{Language: s.Language, Theme: s.Theme, Locked: chosen.Locked && source == scene.File, RoleCodes: chosen.RoleCodes},
			NoColour: os.Getenv("NO_COLOR") != "", Play: s.Story, Audience: audience,
		},
		In: os.Stdin, Out: os.Stdout, Env: os.Environ(), Signals: signals,
	})
	return closeScreen(ended, failure.Explainer{Words: words, Zone: zone})
}

// audience is the way to a second screen; nil where no folder is known for it.
func audience(folder string) ui.Audience {
	if folder == "" {
		return nil
	}
	return disk.Audience{Folder: folder, Now: time.Now}
}

// runStage shows the second screen and returns the exit code.
func runStage(s cli.Session, folder string) int {
	if folder == "" {
		fmt.Fprintln(os.Stderr, tell.In(s.Language).Say("stage.no-folder"))
		return int(failure.Unsaved)
	}
	seat := &disk.Seat{Audience: disk.Audience{Folder: folder, Now: time.Now}}
	defer seat.Leave()
	signals, quiet := ui.Signals()
	defer quiet()
	follower := stage.NewFollower(seat, tell.In(s.Language), os.Getenv("NO_COLOR") != "")
	return ui.RunFollower(follower, os.Stdin, os.Stdout, os.Environ(), signals)
}

// openStore opens what the screen begins with: nothing where there is no file yet.
func openStore(s cli.Session, files disk.Files) (ui.Store, scene.Source, error) {
	if s.Demo {
		return files.Demo()
	}
	db, err := store.Open(s.File, files.Options)
	switch {
	case errors.Is(err, store.ErrNoFile) && !errors.As(err, new(*store.LostError)):
		return nil, scene.NoFile, nil
	case err != nil:
		return nil, scene.NoFile, err
	case db.ReadOnly():
		return db, scene.FileRead, nil
	}
	return db, scene.File, nil
}

// remarkOn returns what the screen says of a file when it opens. Where something is
// missing from the file it asks, before the screen, whether to go on; the second result
// is whether to.
func remarkOn(open ui.Store, e failure.Explainer, s cli.Session) (string, bool) {
	db, ok := open.(*store.DB)
	if !ok {
		return "", true
	}
	about := db.Opening()
	remark := strings.Join(e.Opening(s.File, about), " ")
	if !about.Rollback.Any() || s.ReadOnly {
		return remark, true
	}
	fmt.Fprintln(os.Stderr, remark)
	fmt.Fprint(os.Stderr, e.Words.Say("opening.ask")+" ")
	var answer string
	_, _ = fmt.Fscanln(os.Stdin, &answer) // no answer is no
	switch strings.ToLower(answer) {
	case "j", "ja", "y", "yes":
		db.Accept()
		return "", true
	}
	_ = db.Close() // nothing was written through it
	return "", false
}

// closeScreen closes the store and says what went wrong. It returns the exit code.
func closeScreen(e ui.Ended, explain failure.Explainer) int {
	code, words := e.Code, explain.Words
	if e.Unfinished {
		fmt.Fprintln(os.Stderr, words.Say("notice.uncertain"))
		return cmp.Or(code, int(failure.Unsaved)) // a disk that hangs would hang Close too
	}
	if e.Store != nil {
		if e.Store.InPlace() != nil {
			gone := explain.Displaced(rehearsed.PathOf(e.Store))
			fmt.Fprintln(os.Stderr, gone)
			code = cmp.Or(code, int(gone.Exit))
		}
		if err := e.Store.Close(); err != nil {
			failed := explain.Close(rehearsed.PathOf(e.Store), err)
			fmt.Fprintln(os.Stderr, failed)
			code = cmp.Or(code, int(failed.Exit))
		}
	}
	if e.Crashed {
		fmt.Fprintln(os.Stderr, words.Say("notice.crashed"))
		code = cmp.Or(code, int(failure.Crashed))
	}
	return code
}

// loginName is the workstation's name for the person at the keyboard.
func loginName() string {
	for _, name := range []string{"USER", "USERNAME", "LOGNAME"} {
		if login := os.Getenv(name); login != "" {
			return login
		}
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

// version is the version that was built; a plain `go run` has none.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// storeFiles opens stores for the command line.
type storeFiles struct{ options store.Options }

var _ cli.Files = storeFiles{}

func (f storeFiles) Open(path string, readOnly bool) (cli.Store, error) {
	o := f.options
	o.ReadOnly = readOnly
	return asStore(store.Open(path, o))
}

func (f storeFiles) Create(path string) (cli.Store, error) {
	return asStore(store.Create(path, f.options))
}

func (f storeFiles) Discard(path string) error { return os.Remove(path) }

func (f storeFiles) Demo(by domain.By) (cli.Store, error) {
	db, err := demo.Open(f.options, by)
	if err != nil {
		return nil, err
	}
	return db, nil
}

func (f storeFiles) Verify(path string) (store.Report, error) { return store.Verify(path, f.options) }

func (f storeFiles) Accept(path string) (store.Report, error) { return store.Accept(path, f.options) }

// asStore returns no store beside an error: a nil *store.DB would be one.
func asStore(db *store.DB, err error) (cli.Store, error) {
	if err != nil {
		return nil, err
	}
	return db, nil
}
