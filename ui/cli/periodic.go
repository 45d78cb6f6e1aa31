package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

type periodicJSON struct {
	Date    domain.Date `json:"date"`
	Last    *tickJSON   `json:"last"`   // null: never done
	Gained  []turnJSON  `json:"gained"` // since then: with what holds now, and what held then
	Lost    []turnJSON  `json:"lost"`
	Entries []entryJSON `json:"entries"` // since then, newest first; the newest where it was never done
}

// journalBlock is how many entries are read at a time in search of the last check.
const journalBlock = 200

// periodic says what changed since the last periodic check, or records one.
func (r *run) periodic(s Session, args []string) error {
	if len(args) == 0 {
		return r.readStore(s, func(db Store) error { return r.printPeriodic(s, db) })
	}
	if args[0] != "done" && args[0] != "gedaan" {
		return r.fail(failure.WrongUse, "cli.steps-wrong", words.Clean(args[0]))
	}
	return r.editStore(s, func(db Store) error { return r.markChecked(s, db) })
}

// entriesSinceCheck returns the entries after the last check, newest first, and whether
// that check was found.
func (r *run) entriesSinceCheck(s Session, db Store) (later []domain.Entry, found bool, err error) {
	_, ever := db.World().LastCheck()
	var entries []domain.Entry
	for last := db.Head(); last > 0 && !found; {
		first := max(last, journalBlock) - journalBlock + 1
		var block []domain.Entry
		for e, err := range db.Journal(first, last) {
			if err != nil {
				return nil, false, r.readFailure(r.fileName(s), err)
			}
			block = append(block, e)
		}
		slices.Reverse(block)
		entries = append(entries, block...)
		if later, found = steps.Since(entries); !ever {
			break
		}
		last = first - 1
	}
	return later, found, nil
}

func (r *run) printPeriodic(s Session, db Store) error {
	w := db.World()
	on := r.referenceDate(s, w)
	later, found, err := r.entriesSinceCheck(s, db)
	if err != nil {
		return err
	}
	var turns []sight.Turn
	if found {
		if turns, err = steps.Turns(w, steps.Changes(later), on); err != nil {
			return r.readFailure(r.fileName(s), err)
		}
	}
	last, ever := w.LastCheck()
	if r.wantsJSON() {
		out := periodicJSON{Date: on, Entries: list(later, func(e domain.Entry) entryJSON { return entryData(w, e) })}
		if ever {
			one := tickData(last)
			out.Last = &one
		}
		out.Gained = list(slices.Collect(only(slices.Values(turns), sight.Turn.Gains)), gainedData)
		out.Lost = list(slices.Collect(only(slices.Values(turns), sight.Turn.Loses)), lostData)
		return writeJSON(r.out, out)
	}
	if !ever {
		r.say("periodic.never")
	} else {
		r.say("periodic.last", r.words.Date(last.On), r.words.Ago(last.On, r.referenceDate(Session{}, w)))
		r.say("periodic.what", words.Clean(last.Reason))
		r.printTurns(w, on, turns)
	}
	r.printEntries(w, later, ever)
	return nil
}

// printTurns says who sees whom otherwise than at the last check.
func (r *run) printTurns(w domain.World, on domain.Date, turns []sight.Turn) {
	if len(turns) == 0 {
		r.say("periodic.no-turns", r.words.Date(on))
		return
	}
	r.say("periodic.turns", len(turns))
	for _, t := range turns {
		r.print("  " + r.words.Turn(t, r.namer(w)))
	}
}

func (r *run) printEntries(w domain.World, later []domain.Entry, ever bool) {
	switch {
	case len(later) > 0 && ever:
		r.say("periodic.entries", len(later))
	case len(later) > 0:
		r.say("periodic.newest", len(later))
	case ever:
		r.say("periodic.nothing")
	}
	for _, e := range later {
		r.print("  " + r.entryLine(w, e))
	}
}

// markChecked records a check. Without --reason its reason is how much there was to
// look at.
func (r *run) markChecked(s Session, db Store) error {
	w := db.World()
	later, _, err := r.entriesSinceCheck(s, db)
	if err != nil {
		return err
	}
	reason := s.By.Reason
	if reason == "" {
		reason = r.words.CheckReason(w, later, db.Head())
	}
	command := domain.DoneCheck{Reason: reason, By: s.By.Name, On: r.referenceDate(Session{}, w)}
	on := r.referenceDate(s, w)
	p := plan{verb: command.Verb(), impact: impact{
		before: w, after: w, Weighing: sight.Weighing{Days: []sight.Day{{On: on}}}, consent: sight.Consent{On: on},
	}}
	if p.changes, err = planChanges(command, w); err == nil && len(p.changes) > 0 {
		p.entry, err = r.save(s, db, command, p.impact)
	}
	if err != nil {
		return r.writeFailure(w, r.fileName(s), err)
	}
	if r.wantsJSON() {
		return r.writePlan(p)
	}
	p.impact.before, p.impact.after = w, db.World()
	r.printPlan(p)
	r.printOutcome(p)
	return nil
}
