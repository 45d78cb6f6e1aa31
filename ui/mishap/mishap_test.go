package mishap_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/mishap"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// end is an error and the exit code that it ends with.
type end struct {
	err  error
	exit mishap.Exit
}

func ends() []end {
	return []end{
		{store.ErrNoFile, mishap.NoFile},
		{&store.LockedError{}, mishap.Locked},
		{&store.LockedError{Known: true, Login: "anna", Since: time.Unix(0, 0)}, mishap.Locked},
		{store.ErrEmpty, mishap.Unusable},
		{store.ErrForeign, mishap.Unusable},
		{store.ErrNewer, mishap.Unusable},
		{store.ErrTooLarge, mishap.Unusable},
		{store.ErrSymlink, mishap.Unusable},
		{&store.DamagedError{}, mishap.Unusable},
		{&store.DamagedError{Copy: "a.copy"}, mishap.Unusable},
		{fs.ErrPermission, mishap.Unusable},
		{exchange.ErrExtensions, mishap.Unusable},
		{store.ErrExists, mishap.Unsaved},
		{store.ErrFull, mishap.Unsaved},
		{store.ErrReadOnly, mishap.Unsaved},
		{store.ErrUnwritable, mishap.Unsaved},
		{store.ErrBarred, mishap.Unsaved},
		{syscall.EISDIR, mishap.Unusable},
		{syscall.ENAMETOOLONG, mishap.Unusable},
		{store.ErrNotOurs, mishap.Unsaved},
		{store.ErrStopped, mishap.Unsaved},
		{store.ErrNotSaved, mishap.Unsaved},
		{&store.UncertainError{}, mishap.Unsaved},
		{&store.UncertainError{Seen: true}, mishap.Unsaved},
		{domain.Refusal{Code: domain.NothingToUndo}, mishap.Refused},
		{exchange.Rejected{Problems: make([]exchange.Problem, 2)}, mishap.Refused},
	}
}

func TestEveryErrorHasASentenceOfItsOwnInEveryLanguage(t *testing.T) {
	for _, l := range words.Languages() {
		said := map[string]error{}
		teller := mishap.Teller{Words: tell.In(l), Zone: time.UTC}
		for _, e := range ends() {
			m := teller.Reading("a.db", fmt.Errorf("wrapped: %w", e.err))
			if m.Exit != e.exit {
				t.Errorf("%v ends with %d, not %d", e.err, m.Exit, e.exit)
			}
			if !strings.HasSuffix(m.Sentence, ".") || strings.ContainsAny(m.Sentence, "\n\x1b") || strings.Contains(m.Sentence, "%!") {
				t.Errorf("%v: %q", e.err, m.Sentence)
			}
			if other, twice := said[m.Sentence]; twice {
				t.Errorf("%v and %v are told the same: %q", e.err, other, m.Sentence)
			}
			said[m.Sentence] = e.err
		}
	}
}

func TestWhatComesFromOutsideIsShownAndNotObeyed(t *testing.T) {
	teller := mishap.Teller{Words: tell.In(words.Dutch), Zone: time.UTC}
	m := teller.Reading("a\x1b[2J.db", &store.LockedError{Known: true, Login: "anna\u202e"})
	if !strings.Contains(m.Sentence, "a<U+001B>[2J.db") || !strings.Contains(m.Sentence, "anna<U+202E>") {
		t.Errorf("%q", m.Sentence)
	}
}

func TestAPlaceToWriteIsToldApartFromOneToRead(t *testing.T) {
	teller := mishap.Teller{Words: tell.In(words.English), Zone: time.UTC}
	for _, err := range []error{fs.ErrNotExist, fs.ErrPermission, errors.New("odd")} {
		if m := teller.Writing("a.json", err); m.Exit != mishap.Unsaved {
			t.Errorf("writing, %v: %+v", err, m)
		}
		if m := teller.Reading("a.json", err); m.Exit == mishap.Unsaved {
			t.Errorf("reading, %v: %+v", err, m)
		}
	}
}

func TestAPlaceThatTakesNoFileIsToldWhyInOurOwnWords(t *testing.T) {
	teller := mishap.Teller{Words: tell.In(words.English), Zone: time.UTC}
	for _, c := range []struct {
		err  error
		says string
	}{
		{syscall.ENOSPC, "is full"},
		{fs.ErrPermission, "can not be made there"},
		{syscall.EROFS, "can not be made there"},
		{syscall.ENOTDIR, "the folder of a.json does not exist"},
		{store.ErrUnwritable, "you may not write to"},
		{store.ErrReadOnly, "leave out --read-only"},
		{&store.NotSavedError{Cause: syscall.EROFS}, "the disk refused"},
	} {
		m := teller.Writing("a.json", fmt.Errorf("wrapped: %w", c.err))
		if m.Exit != mishap.Unsaved || !strings.Contains(m.Sentence, c.says) {
			t.Errorf("%v: %+v", c.err, m)
		}
		if c.err != store.ErrReadOnly && strings.Contains(m.Sentence, "--read-only") {
			t.Errorf("%v, though nobody asked to look only: %s", c.err, m.Sentence)
		}
	}
}

func TestEveryProblemOfAnImportHasWordsInEveryLanguage(t *testing.T) {
	for _, l := range words.Languages() {
		words := tell.In(l)
		rest := words.Problem("no-such-code", "", nil)
		for _, code := range exchange.Codes() {
			for _, args := range [][]string{nil, {""}, {"person"}, {"CLIENT", "CLIENT", "GUARDIAN"}} {
				said := words.Problem(string(code), "x", args)
				if said == "" || strings.Contains(said, "%!") || strings.Contains(said, "problem.") {
					t.Errorf("%s in %v with %v: %q", code, l, args, said)
				}
			}
			if said := words.Problem(string(code), "", nil); said == rest && code != exchange.OtherRule {
				t.Errorf("%s in %v has no words of its own", code, l)
			}
		}
	}
}
