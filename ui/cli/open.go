package cli

import (
	"errors"
	"os"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// open opens what the session is about. Only import may make a file.
func (r *run) open(s Session, readOnly bool) (Desk, error) {
	if s.Demo {
		if !r.json() {
			r.note(r.words.Say("cli.demo"))
		}
		desk, err := r.Shelf.Demo(s.By)
		if err != nil {
			return nil, r.fail(failure.Unsaved, "cli.no-demo", words.Clean(os.TempDir()))
		}
		return desk, nil
	}
	if err := r.placed(s); err != nil {
		return nil, err
	}
	desk, err := r.Shelf.Open(s.File, readOnly)
	if err != nil {
		return nil, r.notRead(s.File, err)
	}
	return desk, nil
}

// about names what the session is about: not the user's own file where that is
// left alone.
func (r *run) about(s Session) string {
	if s.Demo {
		return r.words.Say("cli.the-demo")
	}
	return s.File
}

// placed refuses a session for which no file is known.
func (r *run) placed(s Session) error {
	if s.File == "" {
		return r.fail(failure.WrongUse, "cli.no-place")
	}
	return nil
}

// looking opens what the session is about for reading only.
func (r *run) looking(s Session, do func(Desk) error) error {
	desk, err := r.open(s, true)
	if err != nil {
		return err
	}
	return errors.Join(do(desk), r.closed(s, desk))
}

// editing opens what the session is about for one edit.
func (r *run) editing(s Session, do func(Desk) error) error {
	if err := r.mayWrite(s); err != nil {
		return err
	}
	desk, err := r.open(s, false)
	if err != nil {
		return err
	}
	return errors.Join(do(desk), r.closed(s, desk))
}

func (r *run) mayWrite(s Session) error {
	if s.ReadOnly {
		return r.notWritten(domain.World{}, r.about(s), store.ErrReadOnly)
	}
	return nil
}

func (r *run) closed(s Session, desk Desk) error {
	if err := desk.Close(); err != nil {
		return r.notWritten(domain.World{}, r.about(s), err)
	}
	return nil
}

// copied tells when an edit is on the disk but the copy of the day is not.
func (r *run) copied(desk Desk) {
	if desk.CopyError() != nil {
		r.note(r.words.Say("cli.copy-failed"))
		r.notice = failure.Attend
	}
}

// on is the day on which everything is judged: --date, else the set-up's own,
// else today.
func (r *run) on(s Session, w domain.World) domain.Date {
	switch {
	case !s.Date.IsZero():
		return s.Date
	case !w.Institution().Date.IsZero():
		return w.Institution().Date
	}
	return domain.DateOf(r.Now())
}
