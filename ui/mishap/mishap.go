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
	"zichtlijn/ui/lang"
)

// Mishap is what went wrong, ready to be told.
type Mishap struct {
	Exit     Exit
	Sentence string
}

// Teller tells mishaps to one person.
type Teller struct {
	Words lang.Words
	Zone  *time.Location
	// World names the records of a refusal.
	World domain.World
}

// Reading tells why the file at path could not be read.
func (t Teller) Reading(path string, err error) Mishap {
	if m, ok := t.known(path, err); ok {
		return m
	}
	return t.say(Unusable, lang.MishapUnreadable, path, Cause(err))
}

// Writing tells why something could not be written to the file at path.
func (t Teller) Writing(path string, err error) Mishap {
	err = store.Named(err)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return t.say(Unsaved, lang.MishapNoFolder, path)
	}
	if m, ok := t.known(path, err); ok {
		return m
	}
	return t.say(Unsaved, lang.MishapUnsaved, path, Cause(err))
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
		return Mishap{Refused, t.Words.Say(lang.MishapRejected, len(rejected.Problems)+rejected.More)}, true
	case errors.As(err, &locked):
		return t.locked(path, locked), true
	case errors.As(err, &damaged):
		return t.damaged(path, damaged), true
	case errors.As(err, &uncertain):
		if uncertain.Seen {
			return t.say(Unsaved, lang.MishapSeen, path), true
		}
		return t.say(Unsaved, lang.MishapUncertain, path), true
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
	key  lang.Key
}

// sentences are the errors that need nothing but the path. The first that fits
// counts: a full disk says more than "not saved".
func sentences() []sentence {
	return []sentence{
		{store.ErrNoFile, NoFile, lang.MishapNoFile},
		{store.ErrEmpty, Unusable, lang.MishapEmpty},
		{store.ErrForeign, Unusable, lang.MishapForeign},
		{store.ErrNewer, Unusable, lang.MishapNewer},
		{store.ErrTooLarge, Unusable, lang.MishapTooLarge},
		{store.ErrSymlink, Unusable, lang.MishapIrregular},
		{store.ErrExists, Unsaved, lang.MishapExists},
		{store.ErrFull, Unsaved, lang.MishapFull},
		{store.ErrReadOnly, Unsaved, lang.MishapReadOnly},
		{store.ErrUnwritable, Unsaved, lang.MishapUnwritable},
		{store.ErrNotOurs, Unsaved, lang.MishapNotOurs},
		{store.ErrStopped, Unsaved, lang.MishapStopped},
		{store.ErrClosed, Unsaved, lang.MishapStopped},
		{store.ErrNotSaved, Unsaved, lang.MishapNotSaved},
		{store.ErrBarred, Unsaved, lang.MishapBarred},
		{exchange.ErrExtensions, Unusable, lang.MishapExtensions},
		{syscall.EISDIR, Unusable, lang.MishapFolder},
		{syscall.ENAMETOOLONG, Unusable, lang.MishapLongName},
		{syscall.ENOTDIR, NoFile, lang.MishapAbsent},
		{fs.ErrNotExist, NoFile, lang.MishapAbsent},
		{fs.ErrExist, Unsaved, lang.MishapExists},
		{fs.ErrPermission, Unusable, lang.MishapForbidden},
	}
}

func (t Teller) locked(path string, e *store.LockedError) Mishap {
	if !e.Known {
		return t.say(Locked, lang.MishapLocked, path)
	}
	who := cmp.Or(e.Login, strconv.Itoa(e.PID))
	return t.say(Locked, lang.MishapLockedBy, path, who, t.Words.Moment(e.Since, t.Zone))
}

func (t Teller) damaged(path string, e *store.DamagedError) Mishap {
	if e.Copy == "" {
		return t.say(Unusable, lang.MishapDamaged, path)
	}
	return t.say(Unusable, lang.MishapDamagedCopy, path, e.Copy)
}

// say cleans what comes from outside: paths, logins and what the system says.
func (t Teller) say(exit Exit, key lang.Key, args ...string) Mishap {
	clean := make([]any, len(args))
	for i, a := range args {
		clean[i] = lang.Clean(a)
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
			return lang.Clean(err.Error())
		}
		err = next
	}
}
