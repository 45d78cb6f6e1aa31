package cli

import (
	"encoding/json"
	"errors"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
)

// tellAside says, before an edit is saved, what saving it means beside the
// changes: whom it replaces, what speaks against it.
func (r *run) tellAside(p plan) {
	for _, line := range p.aside.lines {
		r.say(line)
	}
}

// tellUnsaved takes back what tellAside said of an edit that failed. What may
// have been saved all the same is for the error to say.
func (r *run) tellUnsaved(p plan, err error) {
	if len(p.aside.lines) > 0 && !r.json() && !errors.Is(err, store.ErrUncertain) {
		r.sayf("edits.unsaved")
	}
}

// tellPlan says what an edit changes, every record, and whom it reveals or hides.
func (r *run) tellPlan(p plan) {
	entry := domain.Entry{Verb: p.verb, Changes: p.changes}
	for i, line := range r.words.Details(p.impact.after, entry) {
		if i < len(p.changes) {
			if at := p.changes[i].Step().Ref; p.impact.before.Next(at.Noun) != "" {
				line = r.words.Say("edits.line", at.Key, line)
			}
		}
		r.say(line)
	}
	r.tellImpact(p.impact)
}

func (r *run) tellOutcome(p plan) {
	switch {
	case len(p.changes) == 0:
		r.sayf("cli.nothing")
	case r.given.dryRun:
		r.sayf("cli.dry-run")
	default:
		r.sayf("cli.saved", seq(p.entry))
	}
}

type changeJSON struct {
	Noun   string          `json:"noun"`
	Key    string          `json:"key"`
	Before json.RawMessage `json:"before"` // as in the exchange form; null: was not there
	After  json.RawMessage `json:"after"`  // null: is no longer there
}

// writePlan writes an edit as data. entry is 0 while nothing is saved.
func (r *run) writePlan(p plan) error {
	changes := []changeJSON{}
	for _, c := range p.changes {
		one, err := changeData(c)
		if err != nil {
			return err
		}
		changes = append(changes, one)
	}
	out := object{
		{"verb", p.verb}, {"dryRun", r.given.dryRun}, {"entry", p.entry}, {"changes", changes},
	}
	turned := p.impact.data()
	out = append(out, object{
		{"gained", turned.Gained}, {"lost", turned.Lost}, {"groups", turned.Groups},
		{"brokenAgreements", turned.BrokenAgreements}, {"newlyBroken", turned.NewlyBroken},
	}...)
	if len(turned.Later) > 0 {
		out = append(out, field{"later", turned.Later})
	}
	return writeJSON(r.out, append(out, p.aside.fields...))
}

func changeData(c domain.Change) (changeJSON, error) {
	st := c.Step()
	out := changeJSON{Noun: st.Noun.String(), Key: st.Key}
	var err error
	if st.Before != nil {
		if out.Before, err = recordData(st.Before); err != nil {
			return out, err
		}
	}
	if st.After != nil {
		out.After, err = recordData(st.After)
	}
	return out, err
}

// recordData writes a record as the exchange form has it, and of a person the day
// that the form keeps apart.
func recordData(rec domain.Keyed) (json.RawMessage, error) {
	out, err := exchange.Record(rec)
	if p, ok := rec.(domain.Person); ok && err == nil && p.InactiveFrom != 0 {
		return withMore(out, object{{"inactiveFrom", p.InactiveFrom}})
	}
	return out, err
}

// named joins people as a line lists them.
func (a *asked) named(ids []domain.PersonID) string {
	var names []string
	for _, id := range ids {
		names = append(names, a.who(a.world, id))
	}
	return strings.Join(names, ", ")
}
