package cli

import (
	"errors"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

func (r *run) groupFlags(f *pflag.FlagSet) {
	r.text(f, &r.given.visibility, "visibility", "", "cli.flag.visibility")
	r.dryRun(f)
}

// group changes the visibility of a group and says what that turned, or only
// what it would. Nothing is said of an edit that was not saved.
func (r *run) group(s Session, args []string) error {
	to, ok := domain.ParseVisibility(r.given.visibility)
	if !ok {
		return r.notOneOf("--visibility", r.given.visibility, visibilities())
	}
	open := r.editing
	if r.given.dryRun {
		open = r.looking
	}
	return open(s, func(desk Desk) error {
		w := desk.World()
		g, err := r.aGroup(w, args[0])
		if err != nil {
			return err
		}
		command := domain.SetVisibility{ID: g.ID, Visibility: to}
		changes, err := effective(command, w)
		if err != nil {
			return r.notWritten(w, r.about(s), err)
		}
		i, err := r.impactOf(s, w, changes, false)
		if err != nil {
			return r.notWritten(w, r.about(s), err)
		}
		p := plan{changes: changes, impact: i}
		tell := func(plan) error {
			if r.json() {
				return writeJSON(r.out, i.data())
			}
			r.sayf("cli.group.change", r.which(w, g.ID), r.words.Visibility(g.Visibility), r.words.Visibility(to))
			if day := i.Days[0]; day.Gained.All().Pairs+day.Lost.All().Pairs == 0 {
				r.sayf("cli.group.no-turns")
			}
			r.tellImpact(i)
			return nil
		}
		return r.carryOut(s, desk, command, p, tell)
	})
}

// carryOut saves what was planned unless it is a trial, and tells what it turns:
// also where it is refused because it asks for a reason, so that somebody can
// give one. Nothing is said to be so that was not saved.
func (r *run) carryOut(s Session, desk Desk, command domain.Command, p plan, tell func(plan) error) error {
	if !r.given.dryRun && len(p.changes) > 0 {
		var err error
		if p.entry, err = r.save(s, desk, command, p.impact); err != nil {
			failed := r.notWritten(p.impact.before, r.about(s), err)
			if errors.As(err, &sight.Asked{}) {
				return errors.Join(tell(p), failed)
			}
			r.tellUnsaved(p, err)
			return failed
		}
		r.attend(p.impact)
	}
	if err := tell(p); err != nil || r.json() {
		return err
	}
	r.tellOutcome(p)
	return nil
}

// effective returns what a command changes; nothing where it is so already.
func effective(command domain.Command, w domain.World) ([]domain.Change, error) {
	changes, err := command.Plan(w)
	var refusal domain.Refusal
	if errors.As(err, &refusal) && refusal.Code == domain.NothingToDo {
		return nil, nil
	}
	return changes, err
}

// save makes an edit and returns the number of its entry.
func (r *run) save(s Session, desk Desk, command domain.Command, i impact) (domain.Seq, error) {
	_, entry, err := desk.Do(command, s.By, i.consent.Check)
	if err != nil {
		return 0, err
	}
	r.copied(desk)
	return entry.Seq, nil
}
