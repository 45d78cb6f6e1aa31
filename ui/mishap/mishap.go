// Package mishap tells people what went wrong with a file or an edit.
//
// It promises one sentence for every error of the store, the exchange and the
// system: what happened, what was kept, what to do, in the person's language
// and clean, with the exit code that goes with it. It refuses to know whether a
// screen or a command line shows it.
package mishap

import (
	"cmp"
	"errors"
	"io/fs"
	"strconv"
	"syscall"
	"time"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Mishap is what went wrong, ready to be told.
type Mishap struct {
	Exit     Exit
	Sentence string
}

// Teller tells mishaps to one person.
type Teller struct {
	Words tell.Words
	Zone  *time.Location
	// World names the records of a refusal.
	World domain.World
}

// Reading tells why the file at path could not be read.
func (t Teller) Reading(path string, err error) Mishap {
	if m, ok := t.known(path, err); ok {
		return m
	}
	return t.say(Unusable, "mishap.unreadable", path, Cause(err))
}

// Writing tells why something could not be written to the file at path.
func (t Teller) Writing(path string, err error) Mishap {
	err = store.Named(err)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return t.say(Unsaved, "mishap.no-folder", path)
	}
	if m, ok := t.known(path, err); ok {
		return m
	}
	return t.say(Unsaved, "mishap.unsaved", path, Cause(err))
}

// known tells what the store, the exchange and the domain have a name for.
func (t Teller) known(path string, err error) (Mishap, bool) {
	var refusal domain.Refusal
	var rejected exchange.Rejected
	var locked *store.LockedError
	var damaged *store.DamagedError
	var uncertain *store.UncertainError
	switch {
	case errors.As(err, &refusal):
		return Mishap{Refused, t.Words.Refusal(t.World, refusal)}, true
	case errors.As(err, &rejected):
		return Mishap{Refused, t.Words.Say("mishap.rejected", len(rejected.Problems)+rejected.More)}, true
	case errors.As(err, &locked):
		return t.locked(path, locked), true
	case errors.As(err, &damaged):
		return t.damaged(path, damaged), true
	case errors.As(err, &uncertain):
		if uncertain.Seen {
			return t.say(Unsaved, "mishap.seen", path), true
		}
		return t.say(Unsaved, "mishap.uncertain", path), true
	}
	for _, s := range sentences() {
		if errors.Is(err, s.err) {
			return t.say(s.exit, s.key, path), true
		}
	}
	return Mishap{}, false
}

type sentence struct {
	err  error
	exit Exit
	key  words.Key
}

// sentences are the errors that need nothing but the path. The first that fits
// counts: a full disk says more than "not saved".
func sentences() []sentence {
	return []sentence{
		{store.ErrNoFile, NoFile, "mishap.no-file"},
		{store.ErrEmpty, Unusable, "mishap.empty"},
		{store.ErrForeign, Unusable, "mishap.foreign"},
		{store.ErrNewer, Unusable, "mishap.newer"},
		{store.ErrTooLarge, Unusable, "mishap.too-large"},
		{store.ErrSymlink, Unusable, "mishap.irregular"},
		{store.ErrExists, Unsaved, "mishap.exists"},
		{store.ErrFull, Unsaved, "mishap.full"},
		{store.ErrReadOnly, Unsaved, "mishap.read-only"},
		{store.ErrUnwritable, Unsaved, "mishap.unwritable"},
		{store.ErrNotOurs, Unsaved, "mishap.not-ours"},
		{store.ErrStopped, Unsaved, "mishap.stopped"},
		{store.ErrClosed, Unsaved, "mishap.stopped"},
		{store.ErrNotSaved, Unsaved, "mishap.not-saved"},
		{store.ErrBarred, Unsaved, "mishap.barred"},
		{exchange.ErrExtensions, Unusable, "mishap.extensions"},
		{syscall.EISDIR, Unusable, "mishap.folder"},
		{syscall.ENAMETOOLONG, Unusable, "mishap.long-name"},
		{syscall.ENOTDIR, NoFile, "mishap.absent"},
		{fs.ErrNotExist, NoFile, "mishap.absent"},
		{fs.ErrExist, Unsaved, "mishap.exists"},
		{fs.ErrPermission, Unusable, "mishap.forbidden"},
	}
}

func (t Teller) locked(path string, e *store.LockedError) Mishap {
	if !e.Known {
		return t.say(Locked, "mishap.locked", path)
	}
	who := cmp.Or(e.Login, strconv.Itoa(e.PID))
	return t.say(Locked, "mishap.locked-by", path, who, t.Words.Moment(e.Since, t.Zone))
}

func (t Teller) damaged(path string, e *store.DamagedError) Mishap {
	if e.Copy == "" {
		return t.say(Unusable, "mishap.damaged", path)
	}
	return t.say(Unusable, "mishap.damaged-copy", path, e.Copy)
}

// say cleans what comes from outside: paths, logins and what the system says.
func (t Teller) say(exit Exit, key words.Key, args ...string) Mishap {
	clean := make([]any, len(args))
	for i, a := range args {
		clean[i] = words.Clean(a)
	}
	return Mishap{exit, t.Words.Say(key, clean...)}
}

// Cause is the innermost reason, clean: the system's own words, without the path
// that a sentence names already.
func Cause(err error) string {
	for {
		next := errors.Unwrap(err)
		if several, ok := err.(interface{ Unwrap() []error }); ok {
			next = several.Unwrap()[0] // joined: the first is what went wrong, the rest followed
		}
		if next == nil {
			return words.Clean(err.Error())
		}
		err = next
	}
}
