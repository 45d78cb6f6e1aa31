package cli_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/cli"
	"zichtlijn/ui/words"
)

// watched counts what the store refuses because nobody agreed to it.
type watched struct {
	*store.DB
	asked *int
}

func (w watched) Do(c domain.Command, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	return w.noted(w.DB.Do(c, by, check))
}

func (w watched) Undo(by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	return w.noted(w.DB.Undo(by, check))
}

func (w watched) Redo(by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	return w.noted(w.DB.Redo(by, check))
}

func (w watched) noted(world domain.World, e domain.Entry, err error) (domain.World, domain.Entry, error) {
	if errors.As(err, &sight.Asked{}) {
		*w.asked++
	}
	return world, e, err
}

// watchedFiles open stores that are watched.
type watchedFiles struct {
	cli.Files // for what the test does not use
	asked     *int
}

func (d watchedFiles) Open(path string, _ bool) (cli.Store, error) {
	db, err := store.Open(path, store.Options{Now: time.Now})
	if err != nil {
		return nil, err
	}
	return watched{db, d.asked}, nil
}

// The command line has no rule of its own for what needs a reason: the store refuses.
func TestTheStoreRefusesWhatRevealsWithoutAReasonByWhicheverCommandItComes(t *testing.T) {
	more := filepath.Join(t.TempDir(), "more.json")
	if err := os.WriteFile(more, []byte(`{"format":"zichtlijn-setup","version":1,"memberships":[{"group":"G4","person":"P29"}]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	open := domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}
	hide := domain.SetVisibility{ID: "G3", Visibility: domain.Hidden}
	for _, c := range []struct {
		args   []string
		before func(*store.DB) error
		done   int // the exit code with a reason: 1 where a way opens to what an agreement forbids
	}{
		{[]string{"group", "G1", "--visibility", "members-visible"}, nil, 1},
		{[]string{"member", "add", "G4", "P29"}, nil, 1},
		{[]string{"undo"}, func(db *store.DB) error {
			_, _, err := db.Do(hide, domain.By{}, domain.Unchecked)
			return err
		}, 0},
		{[]string{"redo"}, func(db *store.DB) error {
			_, _, did := db.Do(open, domain.By{}, domain.Unchecked)
			_, _, undid := db.Undo(domain.By{}, domain.Unchecked)
			return errors.Join(did, undid)
		}, 1},
		{[]string{"import", more}, nil, 1},
	} {
		t.Run(c.args[0], func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.db")
			db, err := store.Create(path, store.Options{Now: time.Now})
			if err != nil {
				t.Fatal(err)
			}
			_, _, err = db.Do(exchange.Demonstration(), domain.By{}, domain.Unchecked)
			if c.before != nil {
				err = errors.Join(err, c.before(db))
			}
			head := db.Head()
			if err := errors.Join(err, db.Close()); err != nil {
				t.Fatal(err)
			}
			asked := 0
			run := func(more ...string) (int, domain.Seq) {
				var stderr bytes.Buffer
				code := cli.Run(cli.Program{
					Args: append(more, c.args...), Out: io.Discard, Err: &stderr, File: path, Language: words.Dutch, Files: watchedFiles{asked: &asked}, Now: time.Now,
				})
				db, err := store.Open(path, store.Options{Now: time.Now})
				if err != nil {
					t.Fatal(err, stderr.String())
				}
				defer func() { _ = db.Close() }()
				return code, db.Head()
			}
			if code, now := run(); code != 3 || asked != 1 || now != head {
				t.Errorf("exit code %d, refused %d times, head %d of %d", code, asked, now, head)
			}
			if code, now := run("--reason", "besproken"); code != c.done || asked != 1 || now != head+1 {
				t.Errorf("with a reason: exit code %d, refused %d times, head %d of %d", code, asked, now, head)
			}
		})
	}
}
