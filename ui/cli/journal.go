package cli

import (
	"errors"
	"strconv"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

type (
	logJSON struct {
		Entries []entryJSON `json:"entries"`
	}
	entryJSON struct {
		Seq     domain.Seq  `json:"seq"`
		At      string      `json:"at"` // UTC, RFC 3339
		By      string      `json:"by"`
		Behalf  string      `json:"behalf"`
		Kind    string      `json:"kind"`
		Of      domain.Seq  `json:"of"` // 0: of no other
		Verb    domain.Verb `json:"verb"`
		Reason  string      `json:"reason"`
		Summary string      `json:"summary"`
	}
)

func (r *run) log(s Session, _ []string) error {
	return r.readStore(s, func(db Store) error {
		w := db.World()
		entries, empty := []entryJSON{}, true
		for e, err := range db.Journal(1, 0) {
			if err != nil {
				return r.readFailure(r.fileName(s), err)
			}
			empty = false
			if r.wantsJSON() {
				entries = append(entries, entryData(w, e))
			} else {
				r.print(r.entryLine(w, e))
			}
		}
		if r.wantsJSON() {
			return writeJSON(r.out, logJSON{entries})
		}
		if empty {
			r.say("cli.log.empty")
		}
		return nil
	})
}

// entryData is an entry as data. JSON never depends on --lang, so its summary is always
// in Dutch; kind and verb say the same in codes.
func entryData(w domain.World, e domain.Entry) entryJSON {
	return entryJSON{
		Seq: e.Seq, At: e.At.UTC().Format(time.RFC3339), By: e.By.Name, Behalf: e.By.Behalf, Kind: e.Kind.String(),
		Of: e.Of, Verb: e.Verb, Reason: e.By.Reason, Summary: tell.In(words.Dutch).Summary(w, e),
	}
}

func (r *run) entryLine(w domain.World, e domain.Entry) string {
	by := words.Clean(e.By.Name)
	if by == "" {
		by = r.words.Say("cli.log.nobody")
	}
	if e.By.Behalf != "" {
		by = r.words.Say("cli.log.behalf", by, words.Clean(e.By.Behalf))
	}
	line := r.words.Say("cli.log.line", seqText(e.Seq), r.words.Moment(e.At, r.Now().Location()), by, r.words.Summary(w, e))
	if e.By.Reason != "" {
		line = r.words.Say("cli.log.reason", line, words.Clean(e.By.Reason))
	}
	return line
}

// seqText writes the number of an entry without grouped digits: it is a name.
func seqText(n domain.Seq) string { return strconv.FormatUint(uint64(n), 10) }

func (r *run) undo(s Session, _ []string) error { return r.undoOrRedo(s, Store.Undo, true) }

func (r *run) redo(s Session, _ []string) error { return r.undoOrRedo(s, Store.Redo, false) }

// undoOrRedo takes an edit back or repeats it, and says which; or it says only what that
// would do. Either may reveal, so it is weighed like any edit.
func (r *run) undoOrRedo(s Session, move func(Store, domain.By, domain.Check) (domain.World, domain.Entry, error), back bool) error {
	open := r.editStore
	if r.given.dryRun {
		open = r.readStore
	}
	return open(s, func(db Store) error {
		w := db.World()
		verb, changes, err := undoChanges(db, back)
		if err != nil {
			return r.writeFailure(w, r.fileName(s), err)
		}
		i, err := r.weigh(s, w, changes, false)
		if err != nil {
			return r.writeFailure(w, r.fileName(s), err)
		}
		switch {
		case r.given.dryRun && verb == "":
			none := map[bool]domain.Code{true: domain.NothingToUndo, false: domain.NothingToRedo}[back]
			return r.writeFailure(w, r.fileName(s), domain.Refusal{Code: none})
		case r.given.dryRun:
			return r.tryUndo(plan{verb: verb, changes: changes, impact: i})
		}
		w, entry, err := move(db, by(s, i), i.consent.Check)
		if err != nil {
			if !r.wantsJSON() && errors.As(err, &sight.Asked{}) {
				r.hearAsked()
				r.printImpact(i)
			}
			return r.writeFailure(db.World(), r.fileName(s), err)
		}
		r.noteSaved(db, entry)
		r.noticeBroken(i)
		if r.wantsJSON() {
			return writeJSON(r.out, entryData(w, entry))
		}
		r.print(r.words.Summary(w, entry))
		r.printBreaches(i)
		return nil
	})
}

// tryUndo says what an undo or a redo would do.
func (r *run) tryUndo(p plan) error {
	if r.wantsJSON() {
		return r.writePlan(p)
	}
	r.printPlan(p)
	r.printOutcome(p)
	return nil
}

// undoChanges returns what an undo or a redo would change, and the verb of the edit that
// it takes back or repeats. It returns none where there is nothing to undo or redo: the
// store says that.
func undoChanges(db Store, back bool) (domain.Verb, []domain.Change, error) {
	at, err := db.Position()
	if err != nil {
		return "", nil, err
	}
	seq := at.Redo
	if back {
		seq = at.Undo
	}
	if seq == 0 {
		return "", nil, nil
	}
	for entry, err := range db.Journal(seq, seq) {
		switch {
		case err != nil:
			return "", nil, err
		case back:
			return entry.Verb, domain.Inverse(entry.Changes), nil
		}
		return entry.Verb, entry.Changes, nil
	}
	return "", nil, nil
}
