// Package failure explains to people what went wrong with a file or an edit.
//
// It promises one sentence for every error of the store, the exchange and the
// system: what happened, what was kept, what to do, in the person's language
// and clean, with the exit code that goes with it. It refuses to know whether a
// screen or a command line shows it.
package failure

import (
	"cmp"
	"errors"
	"io/fs"
	"strconv"
	"strings"
	"syscall"
	"time"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/store/whole"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Exit is how the program ends, as a script sees it. The numbers are a contract.
type Exit int

const (
	Done     Exit = 0
	Attend   Exit = 1  // done, but there is something to attend to
	WrongUse Exit = 2  // or no such person or group
	Refused  Exit = 3  // by a rule of the domain, or for the content of an import
	NoFile   Exit = 10 // no such file
	Locked   Exit = 11 // by another program
	Unusable Exit = 13 // damaged, empty, foreign, or written by a newer version
	Unsaved  Exit = 14 // read-only, full, failed
	Crashed  Exit = 70 // a mistake of ours
)

// Failure is an error in one person's words, with the exit code of the program.
type Failure struct {
	Exit     Exit
	Sentence string
}

// Error returns the sentence.
func (f Failure) Error() string { return f.Sentence }

// Explainer explains failures in one person's words.
type Explainer struct {
	Words tell.Words
	Zone  *time.Location
	// World names the records of a refusal.
	World domain.World
}

// Read explains why the file at path could not be read.
func (e Explainer) Read(path string, err error) Failure {
	if f, ok := e.known(path, err); ok {
		return f
	}
	return e.say(Unusable, "failure.unreadable", path, Cause(err))
}

// Write explains why something could not be written to the file at path.
func (e Explainer) Write(path string, err error) Failure {
	if unconfirmed := (*whole.UnconfirmedError)(nil); errors.As(err, &unconfirmed) {
		return e.say(Attend, "failure.unconfirmed", path)
	}
	err = store.Named(err)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return e.say(Unsaved, "failure.no-folder", path)
	}
	if f, ok := e.known(path, err); ok {
		return f
	}
	return e.say(Unsaved, "failure.unsaved", path, Cause(err))
}

// Opening says what there is to know about the file at path when it is opened, a
// sentence for each thing.
func (e Explainer) Opening(path string, o store.Opening) []string {
	path = words.Clean(path)
	var out []string
	if o.Old {
		out = append(out, e.Words.Say("opening.old", path))
	}
	if o.Migrated != "" {
		out = append(out, e.Words.Say("opening.migrated", path, words.Clean(o.Migrated)))
	}
	for _, x := range o.Exposed {
		key := words.Key("opening.open-file")
		switch {
		case x.Foreign && x.Folder:
			key = "opening.foreign-folder"
		case x.Foreign:
			key = "opening.foreign-file"
		case x.Folder:
			key = "opening.open-folder"
		}
		out = append(out, e.Words.Say(key, words.Clean(x.Path), words.Clean(quoted(x.Path))))
	}
	switch {
	case o.Rollback.Missing > 0:
		out = append(out, e.Words.Say("opening.missing", int(o.Rollback.Missing), path))
	case o.Rollback.Differs:
		out = append(out, e.Words.Say("opening.differs", path))
	}
	return out
}

// quoted is a path as a shell takes it.
func quoted(path string) string {
	if strings.Trim(path, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-") == "" && !strings.HasPrefix(path, "-") {
		return path
	}
	return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}

// Displaced explains that the file at path was removed or replaced while it was open.
func (e Explainer) Displaced(path string) Failure { return e.say(Attend, "failure.displaced", path) }

// Close explains that the file at path could not be closed. What was acknowledged before
// is in it.
func (e Explainer) Close(path string, err error) Failure {
	return e.say(Attend, "failure.unclosed", path, Cause(err))
}

// known explains an error that the store, the exchange or the domain has a name for.
func (e Explainer) known(path string, err error) (Failure, bool) {
	var refusal domain.Refusal
	var rejected exchange.Rejected
	var locked *store.LockedError
	var damaged *store.DamagedError
	var lost *store.LostError
	var uncertain *store.UncertainError
	switch {
	case errors.As(err, &refusal):
		return Failure{Refused, e.Words.Refusal(e.World, refusal)}, true
	case errors.As(err, &rejected):
		return Failure{Refused, e.Words.Say("failure.rejected", len(rejected.Problems)+rejected.More)}, true
	case errors.As(err, &locked):
		return e.locked(path, locked), true
	case errors.As(err, &damaged):
		return e.damaged(path, damaged), true
	case errors.As(err, &lost):
		return e.lost(path, lost), true
	case errors.As(err, &uncertain):
		if uncertain.Seen {
			return e.say(Attend, "failure.seen", path), true
		}
		return e.say(Unsaved, "failure.uncertain", path), true
	}
	for _, s := range byPath {
		if errors.Is(err, s.err) {
			return e.say(s.exit, s.key, path), true
		}
	}
	return Failure{}, false
}

// byPath are the errors that need nothing but the path. The first that fits
// counts: a full disk says more than "not saved".
var byPath = []struct {
	err  error
	exit Exit
	key  words.Key
}{
	{store.ErrNoFile, NoFile, "failure.no-file"},
	{store.ErrEmpty, Unusable, "failure.empty"},
	{store.ErrForeign, Unusable, "failure.foreign"},
	{store.ErrNewer, Unusable, "failure.newer"},
	{store.ErrTooLarge, Unusable, "failure.too-large"},
	{store.ErrSymlink, Unusable, "failure.irregular"},
	{whole.ErrIrregular, Unusable, "failure.irregular"},
	{store.ErrExists, Unsaved, "failure.exists"},
	{store.ErrFull, Unsaved, "failure.full"},
	{store.ErrReadOnly, Unsaved, "failure.read-only"},
	{store.ErrUnwritable, Unsaved, "failure.unwritable"},
	{store.ErrNotOurs, Unsaved, "failure.not-ours"},
	{store.ErrStopped, Unsaved, "failure.stopped"},
	{store.ErrClosed, Unsaved, "failure.stopped"},
	{store.ErrNotSaved, Unsaved, "failure.not-saved"},
	{store.ErrBarred, Unsaved, "failure.barred"},
	{store.ErrOtherPast, Refused, "rehearse.other-past"},
	{exchange.ErrExtensions, Unusable, "failure.extensions"},
	{exchange.ErrTooLarge, Refused, "failure.export-large"},
	{exchange.ErrStopped, Unsaved, "failure.import-stopped"},
	{syscall.EMFILE, Unusable, "failure.short"},
	{syscall.ENFILE, Unusable, "failure.short"},
	{syscall.ENOMEM, Unusable, "failure.short"},
	{syscall.EISDIR, Unusable, "failure.folder"},
	{syscall.ENAMETOOLONG, Unusable, "failure.long-name"},
	{syscall.ENOTDIR, NoFile, "failure.absent"},
	{fs.ErrNotExist, NoFile, "failure.absent"},
	{fs.ErrExist, Unsaved, "failure.exists"},
	{fs.ErrPermission, Unusable, "failure.forbidden"},
}

func (e Explainer) locked(path string, by *store.LockedError) Failure {
	if !by.Known {
		return e.say(Locked, "failure.locked", path)
	}
	who := cmp.Or(by.Login, strconv.Itoa(by.PID))
	return e.say(Locked, "failure.locked-by", path, who, e.Words.Moment(by.Since, e.Zone))
}

func (e Explainer) damaged(path string, err *store.DamagedError) Failure {
	switch {
	case err.Reason == store.DamageUnsteady:
		return e.say(Unusable, "failure.unsteady", path)
	case err.Copy == "":
		return e.say(Unusable, "failure.damaged", path)
	}
	return e.say(Unusable, "failure.damaged-copy", path, err.Copy)
}

func (e Explainer) lost(path string, err *store.LostError) Failure {
	switch {
	case errors.Is(err, store.ErrNoFile):
		return e.say(NoFile, "failure.no-file-copy", path, err.Copy)
	case errors.Is(err, store.ErrEmpty):
		return e.say(Unusable, "failure.empty-copy", path, err.Copy)
	}
	return e.say(Unusable, "failure.foreign-copy", path, err.Copy)
}

// say cleans what comes from outside: paths, logins and what the system says.
func (e Explainer) say(exit Exit, key words.Key, args ...string) Failure {
	clean := make([]any, len(args))
	for i, a := range args {
		clean[i] = words.Clean(a)
	}
	return Failure{exit, e.Words.Say(key, clean...)}
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
