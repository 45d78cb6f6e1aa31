package cli

import (
	"errors"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/lang"
)

type (
	impactJSON struct {
		Gained           []turnJSON `json:"gained"`
		Lost             []turnJSON `json:"lost"`
		BrokenAgreements []string   `json:"brokenAgreements"` // empty until agreements are judged
		NewlyBroken      []string   `json:"newlyBroken"`
	}
	turnJSON struct {
		Viewer   domain.PersonID `json:"viewer"`
		Other    domain.PersonID `json:"other"`
		Sees     bool            `json:"sees"`
		Messages bool            `json:"messages"`
	}
)

func (r *run) groupFlags(f *pflag.FlagSet) {
	r.text(f, &r.given.visibility, "visibility", "", lang.CLIFlagVisible)
	r.dryRun(f)
}

// group changes the visibility of a group, or says what that would turn.
func (r *run) group(s Session, args []string) error {
	to, ok := domain.ParseVisibility(r.given.visibility)
	if !ok {
		return r.notOneOf("--visibility", r.given.visibility, visibilities())
	}
	if r.given.dryRun {
		return r.looking(s, func(desk Desk) error {
			_, err := r.impact(s, desk, args[0], to)
			if err == nil && !r.json() {
				r.sayf(lang.CLIDryRun)
			}
			return err
		})
	}
	return r.editing(s, func(desk Desk) error {
		command, err := r.impact(s, desk, args[0], to)
		if err != nil {
			return err
		}
		_, entry, err := desk.Do(command, s.By)
		var refusal domain.Refusal
		switch {
		case errors.As(err, &refusal) && refusal.Code == domain.NothingToDo:
			if !r.json() {
				r.sayf(lang.CLINothing)
			}
			return nil
		case err != nil:
			return r.notWritten(desk.World(), s.File, err)
		}
		r.copied(desk)
		if !r.json() {
			r.sayf(lang.CLISaved, seq(entry.Seq))
		}
		return nil
	})
}

// impact writes what a change of visibility turns, and returns the command for it.
func (r *run) impact(s Session, desk Desk, asked string, to domain.Visibility) (domain.Command, error) {
	w := desk.World()
	g, err := r.aGroup(w, asked)
	if err != nil {
		return nil, err
	}
	command := domain.SetVisibility{ID: g.ID, Visibility: to}
	var turns []sight.Turn
	if g.Visibility != to {
		changes, err := command.Plan(w)
		if err == nil {
			turns, err = sight.Impact(w, changes, r.on(s, w))
		}
		if err != nil {
			return nil, r.notWritten(w, s.File, err)
		}
	}
	gained, lost := turned(turns)
	if r.json() {
		return command, writeJSON(r.out, impactJSON{gained, lost, []string{}, []string{}})
	}
	r.sayf(lang.CLIGroupChange, r.which(w, g.ID), r.words.Visibility(g.Visibility), r.words.Visibility(to))
	r.turns(w, lang.CLIGained, gained)
	r.turns(w, lang.CLILost, lost)
	if len(turns) == 0 {
		r.sayf(lang.CLINoTurns)
	}
	if len(lost) > 0 {
		r.sayf(lang.CLINoUnreveal) // C5
	}
	return command, nil
}

// turned sorts turns: gained with what holds after, lost with what held before.
// One pair may stand in both.
func turned(turns []sight.Turn) (gained, lost []turnJSON) {
	gained, lost = []turnJSON{}, []turnJSON{}
	for _, t := range turns {
		if t.Gains() {
			gained = append(gained, turnJSON{t.Viewer, t.Other, t.After.Sees, t.After.Messages})
		}
		if t.Loses() {
			lost = append(lost, turnJSON{t.Viewer, t.Other, t.Before.Sees, t.Before.Messages})
		}
	}
	return gained, lost
}

func (r *run) turns(w domain.World, head lang.Key, turns []turnJSON) {
	if len(turns) == 0 {
		return
	}
	r.sayf(head, len(turns))
	for _, t := range turns {
		r.say("  " + r.fact(w, t.Viewer, t.Other, t.Sees, t.Messages))
	}
}
