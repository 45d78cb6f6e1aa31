package cli

import (
	"errors"
	"os"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// openStore opens the store of the session. Only import may make a file.
func (r *run) openStore(s Session, readOnly bool) (Store, error) {
	if r.inside != nil {
		return r.inside, nil
	}
	if s.Demo {
		if !r.wantsJSON() {
			r.note(r.words.Say("cli.demo"))
		}
		db, err := r.Files.Demo(s.By)
		if err != nil {
			return nil, r.fail(failure.Unsaved, "cli.no-demo", words.Clean(os.TempDir()))
		}
		return db, nil
	}
	if err := r.requireFile(s); err != nil {
		return nil, err
	}
	db, err := r.Files.Open(s.File, readOnly)
	if err != nil {
		return nil, r.readFailure(s.File, err)
	}
	r.noteOpening(s.File, db.Opening())
	return db, nil
}

// noteOpening says what there is to say about a file. Where something is missing from it
// the call ends with 1, until that is accepted.
func (r *run) noteOpening(path string, o store.Opening) {
	for _, sentence := range r.explainer(domain.World{}).Opening(path, o) {
		r.note(sentence)
	}
	if o.Rollback.Any() {
		r.notice = failure.Attend
	}
}

// fileName is how sentences name the store of the session.
func (r *run) fileName(s Session) string {
	if s.Demo {
		return r.words.Say("cli.the-demo")
	}
	return s.File
}

// requireFile refuses a session for which no file is known.
func (r *run) requireFile(s Session) error {
	switch {
	case s.File != "" || s.Demo:
		return nil
	case r.BadHome != "":
		return r.fail(failure.WrongUse, "cli.relative-home", words.Clean(r.BadHome))
	}
	return r.fail(failure.WrongUse, "cli.no-place")
}

// readStore opens the store of the session for reading.
func (r *run) readStore(s Session, do func(Store) error) error {
	db, err := r.openStore(s, true)
	if err != nil {
		return err
	}
	return errors.Join(do(db), r.closeStore(s, db))
}

// editStore opens the store of the session for one edit.
func (r *run) editStore(s Session, do func(Store) error) error {
	if err := r.checkWritable(s); err != nil {
		return err
	}
	db, err := r.openStore(s, false)
	if err != nil {
		return err
	}
	r.keepReasons(db)
	return errors.Join(do(db), r.closeStore(s, db))
}

func (r *run) checkWritable(s Session) error {
	if s.ReadOnly {
		return r.writeFailure(domain.World{}, r.fileName(s), store.ErrReadOnly)
	}
	return nil
}

func (r *run) closeStore(s Session, db Store) error {
	if r.inside != nil {
		return nil // the call around it does
	}
	if err := db.Close(); err != nil {
		return r.explainer(domain.World{}).Close(r.fileName(s), err)
	}
	return nil
}

// noteSaved remembers that an edit is saved, and says so when the copy of the day is not.
func (r *run) noteSaved(db Store, e domain.Entry) {
	r.saved = e.Seq
	if reason := e.By.Reason; reason != r.given.reason {
		r.note(r.words.Say("cli.kept-reason", words.Clean(reason)))
	}
	if db.CopyError() != nil {
		r.note(r.words.Say("cli.copy-failed"))
		r.notice = failure.Attend
	}
}

// referenceDate is the day on which everything is judged: --date, else the set-up's
// own, else today.
func (r *run) referenceDate(s Session, w domain.World) domain.Date {
	switch {
	case !s.Date.IsZero():
		return s.Date
	case !w.Institution().Date.IsZero():
		return w.Institution().Date
	}
	return domain.DateOf(r.Now())
}

// asItWasFlag declares the flag that shows the past under the settings of that time.
// Its Dutch name does the same.
func (r *run) asItWasFlag(f *pflag.FlagSet) {
	f.BoolVar(&r.given.asItWas, "as-it-was", false, r.words.Say("cli.flag.as-it-was"))
	f.SetNormalizeFunc(func(_ *pflag.FlagSet, name string) pflag.NormalizedName {
		if name == "zoals-toen" {
			name = "as-it-was"
		}
		return pflag.NormalizedName(name)
	})
}

// readChronicle reads from the journal how visibilities and readings were set over
// time.
func (r *run) readChronicle(s Session, db Store) (domain.Chronicle, error) {
	var failed error
	frozen := db.World().Institution().Date
	c := domain.NewChronicle(func(yield func(domain.Entry, domain.Date) bool) {
		for e, err := range db.Journal(1, 0) {
			if err != nil {
				failed = r.readFailure(r.fileName(s), err)
				return
			}
			if !yield(e, domain.DayOf(e, r.Now().Location(), frozen)) {
				return
			}
		}
	})
	return c, failed
}

// seenWorld returns the world whose sight is shown on a day: as it is, or with
// --as-it-was under the settings of that day, which text says above.
func (r *run) seenWorld(s Session, db Store, on domain.Date) (domain.World, error) {
	w := db.World()
	if !r.given.asItWas {
		return w, nil
	}
	c, err := r.readChronicle(s, db)
	if err == nil && r.given.format == asText {
		r.say("cli.as-it-was", r.words.LongDate(on))
	}
	return c.World(w, on), err
}
