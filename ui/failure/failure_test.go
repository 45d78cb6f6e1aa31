package failure_test

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/fhir"
	"zichtlijn/store/exchange/ons"
	"zichtlijn/store/whole"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// end is an error and the exit code that it ends with.
type end struct {
	err  error
	exit failure.Exit
}

func ends() []end {
	return []end{
		{store.ErrNoFile, failure.NoFile},
		{&store.LockedError{}, failure.Locked},
		{&store.LockedError{Known: true, Login: "anna", Since: time.Unix(0, 0)}, failure.Locked},
		{store.ErrEmpty, failure.Unusable},
		{store.ErrForeign, failure.Unusable},
		{store.ErrNewer, failure.Unusable},
		{store.ErrTooLarge, failure.Unusable},
		{store.ErrSymlink, failure.Unusable},
		{&store.DamagedError{}, failure.Unusable},
		{&store.DamagedError{Copy: "a.copy"}, failure.Unusable},
		{fs.ErrPermission, failure.Unusable},
		{exchange.ErrExtensions, failure.Unusable},
		{exchange.ErrTooLarge, failure.Refused},
		{exchange.ErrStopped, failure.Unsaved},
		{store.ErrExists, failure.Unsaved},
		{store.ErrFull, failure.Unsaved},
		{store.ErrReadOnly, failure.Unsaved},
		{store.ErrUnwritable, failure.Unsaved},
		{store.ErrBarred, failure.Unsaved},
		{syscall.EISDIR, failure.Unusable},
		{syscall.ENAMETOOLONG, failure.Unusable},
		{store.ErrNotOurs, failure.Unsaved},
		{store.ErrStopped, failure.Unsaved},
		{store.ErrNotSaved, failure.Unsaved},
		{&store.UncertainError{}, failure.Unsaved},
		{&store.UncertainError{Seen: true}, failure.Attend},
		{&store.DamagedError{Reason: store.DamageUnsteady, Copy: "a.copy"}, failure.Unusable},
		{&store.LostError{Copy: "a.copy", Cause: store.ErrNoFile}, failure.NoFile},
		{&store.LostError{Copy: "a.copy", Cause: store.ErrEmpty}, failure.Unusable},
		{&store.LostError{Copy: "a.copy", Cause: store.ErrForeign}, failure.Unusable},
		{syscall.EMFILE, failure.Unusable},
		{domain.Refusal{Code: domain.NothingToUndo}, failure.Refused},
		{exchange.Rejected{Problems: make([]exchange.Problem, 2)}, failure.Refused},
	}
}

func TestEveryErrorHasASentenceOfItsOwnInEveryLanguage(t *testing.T) {
	for _, l := range words.Languages() {
		said := map[string]error{}
		explain := failure.Explainer{Words: tell.In(l), Zone: time.UTC}
		for _, e := range ends() {
			m := explain.Read("a.db", fmt.Errorf("wrapped: %w", e.err))
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

func TestAFileThatIsThereIsNotSaidToBeUnsaved(t *testing.T) {
	for _, l := range words.Languages() {
		explain := failure.Explainer{Words: tell.In(l), Zone: time.UTC}
		for _, cause := range []error{syscall.EIO, syscall.ENOENT, syscall.ENOSPC, fs.ErrPermission} {
			m := explain.Write("a.json", fmt.Errorf("wrapped: %w", &whole.UnconfirmedError{Cause: cause}))
			if m.Exit != failure.Attend || !strings.HasPrefix(m.Sentence, "a.json is ") {
				t.Errorf("%v: %+v", cause, m)
			}
		}
	}
}

func TestWhatComesFromOutsideIsShownAndNotObeyed(t *testing.T) {
	explain := failure.Explainer{Words: tell.In(words.Dutch), Zone: time.UTC}
	m := explain.Read("a\x1b[2J.db", &store.LockedError{Known: true, Login: "anna\u202e"})
	if !strings.Contains(m.Sentence, "a<U+001B>[2J.db") || !strings.Contains(m.Sentence, "anna<U+202E>") {
		t.Errorf("%q", m.Sentence)
	}
}

func TestAPlaceToWriteIsToldApartFromOneToRead(t *testing.T) {
	explain := failure.Explainer{Words: tell.In(words.English), Zone: time.UTC}
	for _, err := range []error{fs.ErrNotExist, fs.ErrPermission, errors.New("odd")} {
		if m := explain.Write("a.json", err); m.Exit != failure.Unsaved {
			t.Errorf("writing, %v: %+v", err, m)
		}
		if m := explain.Read("a.json", err); m.Exit == failure.Unsaved {
			t.Errorf("reading, %v: %+v", err, m)
		}
	}
}

func TestAPlaceThatTakesNoFileIsToldWhyInOurOwnWords(t *testing.T) {
	explain := failure.Explainer{Words: tell.In(words.English), Zone: time.UTC}
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
		m := explain.Write("a.json", fmt.Errorf("wrapped: %w", c.err))
		if m.Exit != failure.Unsaved || !strings.Contains(m.Sentence, c.says) {
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
		rest := words.Problem("no-such-code", "", nil, tell.Place{})
		for _, code := range exchange.Codes() {
			for _, args := range [][]string{nil, {""}, {"person"}, {"CLIENT", "CLIENT", "GUARDIAN"}} {
				said := words.Problem(string(code), "x", args, tell.Place{})
				if said == "" || strings.Contains(said, "%!") || strings.Contains(said, "problem.") {
					t.Errorf("%s in %v with %v: %q", code, l, args, said)
				}
			}
			if said := words.Problem(string(code), "", nil, tell.Place{}); said == rest && code != exchange.OtherRule {
				t.Errorf("%s in %v has no words of its own", code, l)
			}
		}
	}
}

func TestADiskThatFailsIsNoReasonToReplaceAGoodFile(t *testing.T) {
	for _, l := range words.Languages() {
		explain := failure.Explainer{Words: tell.In(l), Zone: time.UTC}
		for _, err := range []error{syscall.EIO, syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM, &store.DamagedError{Reason: store.DamageUnsteady, Copy: "a.copy"}} {
			said := explain.Read("a.db", err).Sentence
			for _, bad := range []string{"beschadigd", "damaged", "op zijn plaats", "in its place", "a.copy"} {
				if strings.Contains(said, bad) {
					t.Errorf("%v: %s", err, said)
				}
			}
		}
	}
}

func TestWhatAFormDoesNotCarryIsSaidInEveryLanguage(t *testing.T) {
	for _, l := range words.Languages() {
		for _, code := range slices.Concat(ons.Codes(), fhir.Codes()) {
			if !tell.In(l).Has(words.Key("left." + code)) {
				t.Errorf("%s has no words in %v", code, l)
			}
		}
	}
}
