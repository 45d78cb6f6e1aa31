package cli

import (
	"fmt"
	"strconv"
	"strings"

	"zichtlijn/domain"
)

// typed returns a command that sight proposes as it is typed here, and what it
// does in fixed English for a script: the words of a person are ui/tell's.
func typed(w domain.World, c domain.Command) (edit string, line []string) {
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

// words joins codes to a phrase.
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
		return edit, append(member(w, "end", c.Keys[0]), "--through", c.Through.String())
	case domain.RemoveMembers:
		return phrase("member", c.Keys[0].Person, "never in", c.Keys[0].Group), member(w, "remove", c.Keys[0])
	case domain.EditMembership:
		was, _ := w.Membership(c.Key.Group, c.Key.Person, c.Key.From)
		now, line := c.Membership, member(w, "edit", c.Key)
		edit := phrase("member", now.Person, "in", now.Group)
		if was.Role != now.Role {
			return phrase(edit, "as", w.RoleIn(now)), append(line, "--role", now.Role.String())
		}
		return typedPeriod(edit, line, was.Period, now.Period)
	}
	return "", nil
}

// member names one membership: by its first day too where there are more.
func member(w domain.World, verb string, k domain.MembershipKey) []string {
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
