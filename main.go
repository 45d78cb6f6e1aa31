// Zichtlijn sets up the groups of a care institution offline and shows what each
// person sees of them. This file only wires: what is in the environment, where
// files lie, and whether a command or the screen is asked for.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/user"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/charmbracelet/x/term"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/demo"
	"zichtlijn/store/exchange"
	"zichtlijn/store/folders"
	"zichtlijn/ui"
	"zichtlijn/ui/cli"
	"zichtlijn/ui/disk"
	"zichtlijn/ui/mishap"
	"zichtlijn/ui/prefs"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

func main() { os.Exit(run()) }

func run() int {
	home, _ := os.UserHomeDir() // unknown: then no place is known, and that is said where one is needed
	system := folders.System{OS: runtime.GOOS, Home: home, Env: os.Getenv}
	file, _ := system.File()
	settings, _ := system.Settings()
	chosen := prefs.Load(settings)
	login := loginName()
	return cli.Run(cli.Program{
		Args:     os.Args[1:],
		Out:      os.Stdout,
		Err:      os.Stderr,
		Now:      time.Now,
		Language: chosen.Speak(words.FromLocale(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))),
		Theme:    chosen.Theme,
		Login:    login,
		File:     file,
		Version:  version(),
		Terminal: os.Getenv("TERM") != "dumb" && term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stdout.Fd()),
		Shelf:    shelf{store.Options{Now: time.Now, Owner: login, PID: os.Getpid()}},
		Screen:   func(s cli.Session) int { return runScreen(s, settings, home, chosen.Locked) },
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

// runScreen opens the screen on what the session is about; settings is where the
// user's choices are kept.
func runScreen(s cli.Session, settings, home string, locked bool) int {
	// Half the usual garbage before it is collected: the laptop has a browser open
	// too. A key costs the same.
	debug.SetGCPercent(50)
	words, zone := tell.In(s.Language), time.Local
	options := store.Options{Now: time.Now, ReadOnly: s.ReadOnly, Owner: s.By.Name, PID: os.Getpid()}
	desk := disk.Desk{File: s.File, Settings: settings, Home: home, Options: options, By: s.By, Zone: zone}
	open, source, failed := openFor(s, desk)
	if failed != nil {
		tell := mishap.Teller{Words: words, Zone: zone}.Reading(s.File, failed)
		fmt.Fprintln(os.Stderr, tell.Sentence)
		return int(tell.Exit)
	}
	signals, quiet := ui.Signals()
	defer quiet()
	ended := ui.Run(ui.Program{
		Opening: ui.Opening{
			Desk: desk, Store: open, Source: source, On: s.Date, By: s.By, Zone: zone, Now: time.Now,
			Choices:  ui.Choices{Language: s.Language, Theme: s.Theme, Locked: locked && source == scene.File},
			NoColour: os.Getenv("NO_COLOR") != "",
		},
		In: os.Stdin, Out: os.Stdout, Env: os.Environ(), Signals: signals,
	})
	return farewell(ended, words)
}

// openFor opens what the screen begins with: nothing where there is no file yet.
func openFor(s cli.Session, desk disk.Desk) (ui.Store, scene.Source, error) {
	if s.Demo {
		open, err := desk.Demonstrate()
		return open, scene.Demo, err
	}
	db, err := store.Open(s.File, desk.Options)
	switch {
	case errors.Is(err, store.ErrNoFile):
		return nil, scene.NoFile, nil
	case err != nil:
		return nil, scene.NoFile, err
	case db.ReadOnly():
		return db, scene.FileRead, nil
	}
	return db, scene.File, nil
}

// farewell closes what was open and says what somebody must know.
func farewell(e ui.Ended, words tell.Words) int {
	code := e.Code
	if e.Unfinished {
		fmt.Fprintln(os.Stderr, words.Say("notice.uncertain"))
		return cmp.Or(code, int(mishap.Unsaved)) // a disk that hangs would hang Close too
	}
	if e.Store != nil {
		if err := e.Store.Close(); err != nil {
			fmt.Fprintln(os.Stderr, words.Say("notice.uncertain"))
			code = cmp.Or(code, int(mishap.Unsaved))
		}
	}
	if e.Crashed {
		fmt.Fprintln(os.Stderr, words.Say("notice.crashed"))
		code = cmp.Or(code, int(mishap.Crashed))
	}
	return code
}

// loginName is who is at the keyboard as far as the workstation knows.
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

// version is what the build knows of itself; a plain `go run` knows nothing.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// shelf hands the store to the command line.
type shelf struct{ options store.Options }

func (s shelf) Open(path string, readOnly bool) (cli.Desk, error) {
	o := s.options
	o.ReadOnly = readOnly
	db, err := store.Open(path, o)
	if err != nil {
		return nil, err // not db: a nil *store.DB would be a Desk
	}
	return db, nil
}

func (s shelf) Create(path string) (cli.Desk, error) {
	db, err := store.Create(path, s.options)
	if err != nil {
		return nil, err
	}
	return db, nil
}

func (s shelf) Discard(path string) error { return os.Remove(path) }

func (s shelf) Demo(by domain.By) (cli.Desk, error) {
	db, err := demo.Open(s.options, by)
	if err != nil {
		return nil, err
	}
	return db, nil
}

func (s shelf) Verify(path string) (store.Report, error) { return store.Verify(path, s.options) }
