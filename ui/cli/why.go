package cli

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

type (
	whyJSON struct {
		Viewer   domain.PersonID `json:"viewer"`
		Other    domain.PersonID `json:"other"`
		Date     domain.Date     `json:"date"`
		Sees     bool            `json:"sees"`
		Messages bool            `json:"messages"`
		Grounds  []groundJSON    `json:"grounds"`
		Missing  []missJSON      `json:"missing"`
		Turns    []remedyJSON    `json:"turns"` // what would make a fact hold that does not
		Ends     []remedyJSON    `json:"ends"`  // what would end one that does
	}
	// missJSON is a rule that nearly applied. sees and messages say which of the
	// facts that do not hold it would have given.
	missJSON struct {
		Rule     string            `json:"rule"` // empty where none has an id
		Group    domain.GroupID    `json:"group,omitempty"`
		Client   domain.PersonID   `json:"client,omitempty"`
		Relation domain.RelationID `json:"relation,omitempty"`
		Person   domain.PersonID   `json:"person,omitempty"`
		Reading  string            `json:"reading,omitempty"`
		Because  string            `json:"because"`
		Sees     bool              `json:"sees"`
		Messages bool              `json:"messages"`
	}
	remedyJSON struct {
		Edit      string   `json:"edit"`
		Command   []string `json:"command"`
		Sees      bool     `json:"sees"`     // whether it turns sight
		Messages  bool     `json:"messages"` // whether it turns messages
		AlsoTurns int      `json:"alsoTurns"`
	}
)

func (r *run) why(s Session, args []string) error {
	return r.looking(s, func(desk Desk) error {
		w := desk.World()
		viewer, err := r.person(w, args[0])
		if err != nil {
			return err
		}
		other, err := r.person(w, args[1])
		if err != nil {
			return err
		}
		on := r.on(s, w)
		a := sight.Why(w, viewer.ID, other.ID, on)
		turns, ends := sight.Remedies(w, viewer.ID, other.ID, on), sight.EndingRemedies(w, viewer.ID, other.ID, on)
		if r.json() {
			return writeJSON(r.out, whyJSON{
				viewer.ID, other.ID, on, a.Sees(), a.MayMessage(), grounds(union(a.Sight, a.Messages)),
				list(a.Missing, missing), list(turns, remedy(w)), list(ends, remedy(w)),
			})
		}
		question := r.words.Question(a, r.who(w, viewer.ID), r.who(w, other.ID))
		r.sayf("cli.why-head", question, r.words.LongDate(on))
		for _, reason := range r.words.Reasons(w, a) {
			r.say(reason.Head)
			for _, line := range reason.Lines {
				r.say("  " + line)
			}
		}
		if len(a.Missing) > 0 {
			r.remedies(w, turns, false, "why.turns", "why.turns-none")
		}
		if a.Sees() || a.MayMessage() {
			r.remedies(w, ends, true, "why.ends", "why.ends-none")
		}
		return nil
	})
}

// remedies says what would turn an answer, each with the command that does it.
func (r *run) remedies(w domain.World, all []sight.Remedy, ends bool, head, none words.Key) {
	if len(all) == 0 {
		r.sayf(none)
		return
	}
	r.sayf(head)
	r.say("  " + r.words.Say("why.no-advice"))
	for _, one := range all {
		about := r.words.Say("why.detail", r.words.Turned(one, ends), r.words.Along(w, one))
		_, line := typed(w, one.Command)
		r.sayf("cli.why-edit", r.words.Proposal(w, one.Command), about, "zichtlijn "+strings.Join(quoted(line), " "))
	}
}

// quoted writes words as a shell takes them. Ids, codes and days need no quotes;
// an empty text does.
func quoted(words []string) []string {
	return list(words, func(word string) string {
		if word == "" {
			return "''"
		}
		return word
	})
}

func missing(m sight.Miss) missJSON {
	out := missJSON{
		Rule: m.Rule, Group: m.Group, Client: m.Client, Relation: m.Relation, Person: m.Person,
		Because: m.Because.String(), Sees: m.Facts.Sees, Messages: m.Facts.Messages,
	}
	if m.Because == sight.ReadingOff {
		out.Reading = m.Reading.String()
	}
	return out
}

func remedy(w domain.World) func(sight.Remedy) remedyJSON {
	return func(r sight.Remedy) remedyJSON {
		edit, line := typed(w, r.Command)
		return remedyJSON{edit, line, r.Sees, r.Messages, r.Others}
	}
}
