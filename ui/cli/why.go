package cli

import (
	"fmt"
	"strconv"
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
		breaksJSON
		Grounds []groundJSON `json:"grounds"`
		Missing []missJSON   `json:"missing"`
		Turns   []remedyJSON `json:"turns"` // what would make a fact hold that does not
		Ends    []remedyJSON `json:"ends"`  // what would end one that does
	}
	// missJSON is a rule that nearly applied. sees and messages say which of the facts that
	// do not hold it would have given.
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
	return r.readStore(s, func(db Store) error {
		w := db.World()
		viewer, other, err := r.pairNamed(w, args)
		if err != nil {
			return err
		}
		on := r.referenceDate(s, w)
		a := sight.Why(w, viewer.ID, other.ID, on)
		breaks := breaksJSON{sight.NewBreaches(w, on).Sightline(a.Sightline)}
		turns, ends := sight.Remedies(w, viewer.ID, other.ID, on), sight.EndingRemedies(w, viewer.ID, other.ID, on)
		if r.wantsJSON() {
			return writeJSON(r.out, whyJSON{
				viewer.ID, other.ID, on, a.Sees(), a.MayMessage(), breaks, groundsData(mergeGrounds(a.Sight, a.Messages)),
				list(a.Missing, missData), list(turns, remedyData(w)), list(ends, remedyData(w)),
			})
		}
		question := r.words.Question(a, r.personName(w, viewer.ID), r.personName(w, other.ID))
		r.print(r.withBreaks(r.words.Say("cli.why-head", question, r.words.LongDate(on)), breaks.Breaks))
		for _, reason := range r.words.Reasons(w, a) {
			r.print(reason.Head)
			for _, line := range reason.Lines {
				r.print("  " + line.String())
			}
		}
		if len(a.Missing) > 0 {
			r.printRemedies(w, turns, false, "why.turns", "why.turns-none")
		}
		if a.Sees() || a.MayMessage() {
			r.printRemedies(w, ends, true, "why.ends", "why.ends-none")
		}
		return nil
	})
}

// printRemedies writes what would turn an answer, each with the command that does it.
func (r *run) printRemedies(w domain.World, all []sight.Remedy, ends bool, head, none words.Key) {
	if len(all) == 0 {
		r.say(none)
		return
	}
	if r.aloud != nil {
		r.say("plain.edits", len(all), r.words.Say(head))
	} else {
		r.say(head)
	}
	r.print("  " + r.sentence("why.no-advice"))
	for i, one := range all {
		about := r.words.Say("why.detail", r.words.Effect(one, ends), r.words.SideEffect(w, one))
		_, line := typedCommand(w, one.Command)
		command := "zichtlijn " + strings.Join(quoted(line), " ")
		if r.aloud != nil {
			r.say("plain.edit", i+1, r.words.Proposal(w, one.Command), about, command)
			continue
		}
		r.say("cli.why-edit", r.words.Proposal(w, one.Command), about, command)
	}
}

// quoted writes words as a shell takes them. Ids, codes and days need no quotes; an
// empty text does.
func quoted(words []string) []string {
	return list(words, func(word string) string {
		if word == "" {
			return "''"
		}
		return word
	})
}

func missData(m sight.Miss) missJSON {
	out := missJSON{
		Rule: m.Rule, Group: m.Group, Client: m.Client, Relation: m.Relation, Person: m.Person,
		Because: m.Because.String(), Sees: m.Facts.Sees, Messages: m.Facts.Messages,
	}
	if m.Because == sight.ReadingOff {
		out.Reading = m.Reading.String()
	}
	return out
}

func remedyData(w domain.World) func(sight.Remedy) remedyJSON {
	return func(r sight.Remedy) remedyJSON {
		edit, line := typedCommand(w, r.Command)
		return remedyJSON{edit, line, r.Sees, r.Messages, r.Others}
	}
}

// typedCommand returns a command that sight proposes as it is typed, and what it does
// in fixed English for a script. The words of a person are ui/tell's.
func typedCommand(w domain.World, c domain.Command) (edit string, line []string) {
	switch c := c.(type) {
	case domain.SetVisibility:
		return phrase("group", c.ID, "to", c.Visibility), []string{"group", string(c.ID), "--visibility", c.Visibility.String()}
	case domain.SetReading:
		answer := map[bool]string{true: "yes", false: "no"}[c.On]
		return phrase("reading", c.Reading, "to", answer), []string{"reading", "edit", c.Reading.String(), answer}
	case domain.EditPerson:
		return phrase("person", c.Person.ID, "as", c.Person.Role), []string{"person", "edit", string(c.Person.ID), "--role", c.Person.Role.String()}
	case domain.ReactivatePerson:
		return phrase("person", c.ID, "active"), []string{"person", "reactivate", string(c.ID)}
	case domain.DeactivatePerson:
		return phrase("person", c.ID, "inactive from", c.From), []string{"person", "deactivate", string(c.ID), "--from", c.From.String()}
	case domain.EditRelationType:
		return typedType(w, c.Type)
	case domain.AddMembers, domain.EditMembership, domain.EndMembers, domain.RemoveMembers:
		return typedMembership(w, c)
	}
	return typedRelation(w, c)
}

// phrase joins codes with spaces.
func phrase(parts ...any) string { return strings.TrimSuffix(fmt.Sprintln(parts...), "\n") }

func typedMembership(w domain.World, c domain.Command) (string, []string) {
	switch c := c.(type) {
	case domain.AddMembers:
		m := c.Memberships[0]
		edit, line := phrase("member", m.Person, "into", m.Group), []string{"member", "add", string(m.Group), string(m.Person)}
		if m.Role != domain.NoRole {
			edit, line = phrase(edit, "as", m.Role), append(line, "--role", m.Role.String())
		}
		return edit, append(line, "--from", m.From.String())
	case domain.EndMembers:
		edit := phrase("member", c.Keys[0].Person, "out of", c.Keys[0].Group, "after", c.Through)
		return edit, append(typedMember(w, "end", c.Keys[0]), "--through", c.Through.String())
	case domain.RemoveMembers:
		return phrase("member", c.Keys[0].Person, "never in", c.Keys[0].Group), typedMember(w, "remove", c.Keys[0])
	case domain.EditMembership:
		was, _ := w.Membership(c.Key.Group, c.Key.Person, c.Key.From)
		now, line := c.Membership, typedMember(w, "edit", c.Key)
		edit := phrase("member", now.Person, "in", now.Group)
		if was.Role != now.Role {
			return phrase(edit, "as", w.RoleIn(now)), append(line, "--role", now.Role.String())
		}
		return typedPeriod(edit, line, was.Period, now.Period)
	}
	return "", nil
}

// typedMember names one membership, by its first day too where there are more.
func typedMember(w domain.World, verb string, k domain.MembershipKey) []string {
	line := []string{"member", verb, string(k.Group), string(k.Person)}
	n := 0
	for m := range w.MembershipsOf(k.Person) {
		if m.Group == k.Group {
			n++
		}
	}
	if n > 1 {
		line = append(line, "--since", k.From.String())
	}
	return line
}

// typedPeriod says that a period begins or ends on another day.
func typedPeriod(edit string, line []string, was, now domain.Period) (string, []string) {
	switch {
	case was.From != now.From:
		return phrase(edit, "from", now.From), append(line, "--from", now.From.String())
	case now.Through == 0:
		return phrase(edit, "without end"), append(line, "--through", "")
	}
	return phrase(edit, "through", now.Through), append(line, "--through", now.Through.String())
}

func typedRelation(w domain.World, c domain.Command) (string, []string) {
	switch c := c.(type) {
	case domain.AddRelation:
		r := c.Relation
		return phrase("relation", r.Client, "with", r.Person, "as", r.Type), []string{
			"relation", "add", "--client", string(r.Client), "--person", string(r.Person), "--type", string(r.Type), "--from", r.From.String(),
		}
	case domain.EditRelation:
		was, _ := w.Relation(c.Relation.ID)
		return typedPeriod(phrase("relation", was.ID), []string{"relation", "edit", string(was.ID)}, was.Period, c.Relation.Period)
	case domain.EndRelations:
		return phrase("relation", c.IDs[0], "ended after", c.Through), []string{"relation", "end", string(c.IDs[0]), "--through", c.Through.String()}
	case domain.RemoveRelation:
		return phrase("relation", c.ID, "never"), []string{"relation", "remove", string(c.ID)}
	}
	return "", nil
}

func typedType(w domain.World, now domain.RelationType) (string, []string) {
	was, _ := w.RelationType(now.ID)
	line := []string{"type", "edit", string(now.ID)}
	if on := now.Active(); on != was.Active() {
		return phrase("type", now.ID, map[bool]string{true: "on", false: "off"}[on]), append(line, "--active="+strconv.FormatBool(on))
	}
	verb := map[bool]string{true: "with", false: "without"}[now.Network]
	return phrase("type", now.ID, verb, "network"), append(line, "--network="+strconv.FormatBool(now.Network))
}
