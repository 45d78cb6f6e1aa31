package cli

import (
	"errors"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
)

type impactJSON struct {
	Gained           []turnJSON      `json:"gained"`
	Lost             []turnJSON      `json:"lost"`
	BrokenAgreements []string        `json:"brokenAgreements"` // empty until agreements are judged
	NewlyBroken      []string        `json:"newlyBroken"`
	Groups           []groupTurnJSON `json:"groups"`
}

func (r *run) groupFlags(f *pflag.FlagSet) {
	r.text(f, &r.given.visibility, "visibility", "", lang.CLIFlagVisible)
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
		i, err := impactOf(w, changes, r.on(s, w))
		if err != nil {
			return r.notWritten(w, r.about(s), err)
		}
		p := plan{changes: changes, impact: i}
		if !r.given.dryRun && len(changes) > 0 {
			if p.entry, err = r.save(s, desk, command); err != nil {
				return r.notWritten(w, r.about(s), err)
			}
		}
		if r.json() {
			return writeJSON(r.out, impactJSON{i.gained, i.lost, []string{}, []string{}, i.groups})
		}
		r.sayf(lang.CLIGroupChange, r.which(w, g.ID), r.words.Visibility(g.Visibility), r.words.Visibility(to))
		if len(i.gained)+len(i.lost) == 0 {
			r.sayf(lang.CLINoTurns)
		}
		r.tellImpact(i)
		r.tellOutcome(p)
		return nil
	})
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
func (r *run) save(s Session, desk Desk, command domain.Command) (domain.Seq, error) {
	_, entry, err := desk.Do(command, s.By)
	if err != nil {
		return 0, err
	}
	r.copied(desk)
	return entry.Seq, nil
}
