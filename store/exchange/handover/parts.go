package handover

import (
	"iter"
	"slices"
	"strconv"

	"zichtlijn/domain"
)

// parts returns the parts of the sheet in the order of entry.
func (t *teller) parts() []part {
	var out []part
	if t.since != nil {
		out = append(out, t.changedPart())
	}
	plain, negative := t.byTypes()
	return append(out,
		t.peoplePart(), t.groupsPart(), t.membersPart(), t.typesPart(),
		t.relationsPart(plain), t.negativePart(negative),
		t.endingPart(), t.checkPart(), t.questionsPart(), t.signaturePart())
}

func (t *teller) part(id string, count int, tables iter.Seq[table], lead ...string) part {
	return part{id, t.HandOver(id), lead, count, tables}
}

// onSheet are the nouns that have parts of their own.
var onSheet = []domain.Noun{domain.PersonNoun, domain.GroupNoun, domain.MembershipNoun, domain.RelationTypeNoun, domain.RelationNoun}

// elsewhere are the nouns that the administrator enters without a part of the sheet.
// Agreements, signals and what is known of the institution are for the coordinator.
var elsewhere = []domain.Noun{domain.AccessRoleNoun, domain.AssignmentNoun, domain.ShiftNoun}

// changedPart tells what is new, changed or gone. What has no part of its own is ticked
// off here.
func (t *teller) changedPart() part {
	type line struct {
		domain.Ref
		said string
	}
	var known, other []line
	next, stop := iter.Pull(t.Changes(t.world, t.changes))
	defer stop()
	for _, c := range t.changes {
		said, _ := next()
		l := line{c.Step().Ref, said}
		switch {
		case slices.Contains(onSheet, l.Noun):
			known = append(known, l)
		case slices.Contains(elsewhere, l.Noun):
			other = append(other, l)
		}
	}
	columns := []column[line]{
		{t.HandOver("key"), func(l line) string { return t.Clean(l.Key) }},
		{t.HandOver("noun"), func(l line) string { return t.Noun(l.Noun) }},
		{t.HandOver("what"), func(l line) string { return l.said }},
	}
	return t.part("changes", len(known)+len(other), func(yield func(table) bool) {
		below := tableOf(t.HandOver("changes-below"), known, columns...)
		below.ticked = false
		here := tableOf(t.HandOver("changes-here"), other, columns...)
		_ = (len(known) == 0 || yield(below)) && (len(other) == 0 || yield(here))
	})
}

// absent says what the set-up has that the sheet does not: how many of each noun.
func (t *teller) absent() string {
	var out []string
	for _, n := range elsewhere {
		if have := t.world.Count(n); have > 0 {
			out = append(out, t.Count(n, have))
		}
	}
	return t.List(out)
}

func (t *teller) peoplePart() part {
	byRole := map[domain.Role][]entry[domain.Person]{}
	for _, e := range t.Sheet.people {
		byRole[e.record.Role] = append(byRole[e.record.Role], e)
	}
	columns := []column[entry[domain.Person]]{{t.head("displayName"), func(e entry[domain.Person]) string { return t.Clean(e.record.Shown()) }}}
	columns = append(columns, properties(t, domain.Without(domain.PersonProperties(), "role", "displayName", "note"))...)
	columns = append(columns,
		column[entry[domain.Person]]{t.head("inactiveFrom"), func(e entry[domain.Person]) string { return t.FullDate(e.record.InactiveFrom) }},
		column[entry[domain.Person]]{t.HandOver("key"), func(e entry[domain.Person]) string { return string(e.record.ID) }},
		marks[domain.Person](t))
	return t.part("people", len(t.Sheet.people), func(yield func(table) bool) {
		for _, role := range domain.Roles() {
			of := byRole[role]
			slices.SortFunc(of, func(a, b entry[domain.Person]) int { return t.rank[a.record.ID] - t.rank[b.record.ID] })
			if len(of) > 0 && !yield(tableOf(upperFirst(t.HandOver("people-caption", len(of), t.RoleWord(role))), of, columns...)) {
				return
			}
		}
	})
}

func (t *teller) groupsPart() part {
	sortBy(t.groups, func(e entry[domain.Group]) string { return t.SortKey(e.record.Name) })
	columns := []column[entry[domain.Group]]{{t.head("name"), func(e entry[domain.Group]) string { return t.Clean(e.record.Name) }},
		{t.HandOver("setting"), t.setting}}
	columns = append(columns, properties(t, domain.Only(domain.GroupProperties(), "location", "newsGroup"))...)
	columns = append(columns,
		column[entry[domain.Group]]{t.HandOver("explanation"), func(e entry[domain.Group]) string { return t.prose(e.record.Description) }},
		column[entry[domain.Group]]{t.HandOver("key"), func(e entry[domain.Group]) string { return string(e.record.ID) }},
		marks[domain.Group](t))
	return t.part("groups", len(t.groups), one(tableOf(t.HandOver("groups-caption", len(t.groups)), t.groups, columns...)), t.HandOver("groups-lead", t.Visibility(domain.Hidden)))
}

// setting is the visibility of a group, behind a box of its own: it is set last. A hidden
// group is made so.
func (t *teller) setting(e entry[domain.Group]) string {
	said := t.Visibility(e.record.Visibility)
	if e.record.Visibility == domain.Hidden && (e.mark == unmarked || e.mark == isNew) {
		return said
	}
	return box + " " + said
}

func (t *teller) membersPart() part {
	byGroup := map[domain.GroupID][]entry[domain.Membership]{}
	for _, e := range t.members {
		byGroup[e.record.Group] = append(byGroup[e.record.Group], e)
	}
	groups := slices.Collect(t.world.Groups())
	sortBy(groups, func(g domain.Group) string { return t.SortKey(g.Name) })
	columns := []column[entry[domain.Membership]]{
		{t.head("name"), func(e entry[domain.Membership]) string { return t.name(e.record.Person) }},
		{t.head("number"), func(e entry[domain.Membership]) string { return t.number(e.record.Person) }},
		{t.HandOver("role-here"), t.roleHere},
	}
	columns = append(columns, days(t, func(e entry[domain.Membership]) domain.Period { return e.record.Period })...)
	columns = append(columns, column[entry[domain.Membership]]{t.HandOver("key"), func(e entry[domain.Membership]) string { return string(e.record.Person) }},
		marks[domain.Membership](t))
	return t.part("members", len(t.members), func(yield func(table) bool) {
		for _, g := range groups {
			of := byGroup[g.ID]
			slices.SortStableFunc(of, func(a, b entry[domain.Membership]) int { return t.rank[a.record.Person] - t.rank[b.record.Person] })
			if len(of) == 0 {
				continue
			}
			out := tableOf(t.HandOver("members-caption", len(of), t.Clean(g.Name), t.Visibility(g.Visibility)), of, columns...)
			out.id, out.heading = "group-"+string(g.ID), t.Clean(g.Name)
			if !yield(out) {
				return
			}
		}
	})
}

// roleHere is a member's role in the group, and that it is not their own.
func (t *teller) roleHere(e entry[domain.Membership]) string {
	p, _ := t.world.Person(e.record.Person)
	role := t.world.RoleIn(e.record)
	if role == p.Role {
		return t.RoleWord(role)
	}
	return t.HandOver("role-other", t.RoleWord(role), t.RoleWord(p.Role))
}

func (t *teller) typesPart() part {
	sortBy(t.types, func(e entry[domain.RelationType]) string { return t.SortKey(e.record.Name) })
	columns := []column[entry[domain.RelationType]]{
		{t.head("name"), func(e entry[domain.RelationType]) string { return t.Clean(e.record.Name) }},
		{t.head("kind"), func(e entry[domain.RelationType]) string { return t.Kind(e.record.Kind) }},
	}
	columns = append(columns, properties(t, domain.Without(domain.RelationTypeProperties(), "name", "kind"))...)
	columns = append(columns, column[entry[domain.RelationType]]{t.HandOver("key"), func(e entry[domain.RelationType]) string { return string(e.record.ID) }},
		marks[domain.RelationType](t))
	return t.part("types", len(t.types), one(tableOf(t.HandOver("types-caption", len(t.types)), t.types, columns...)))
}

// byTypes returns the relations by client and other, those of negative types apart.
func (t *teller) byTypes() (plain, negative []entry[domain.Relation]) {
	slices.SortStableFunc(t.relations, func(a, b entry[domain.Relation]) int {
		if c := t.rank[a.record.Client] - t.rank[b.record.Client]; c != 0 {
			return c
		}
		return t.rank[a.record.Person] - t.rank[b.record.Person]
	})
	for _, e := range t.relations {
		if of, _ := t.world.RelationType(e.record.Type); of.Negative {
			negative = append(negative, e)
		} else {
			plain = append(plain, e)
		}
	}
	return plain, negative
}

func (t *teller) relationColumns(first ...column[entry[domain.Relation]]) []column[entry[domain.Relation]] {
	out := append(first,
		column[entry[domain.Relation]]{t.HandOver("with"), func(e entry[domain.Relation]) string { return t.name(e.record.Person) }},
		column[entry[domain.Relation]]{t.head("number"), func(e entry[domain.Relation]) string { return t.number(e.record.Person) }},
		column[entry[domain.Relation]]{t.head("type"), func(e entry[domain.Relation]) string { return t.relationType(e.record.Type) }})
	out = append(out, days(t, func(e entry[domain.Relation]) domain.Period { return e.record.Period })...)
	return append(out, column[entry[domain.Relation]]{t.HandOver("key"), func(e entry[domain.Relation]) string { return string(e.record.ID) }},
		marks[domain.Relation](t))
}

func (t *teller) relationsPart(all []entry[domain.Relation]) part {
	columns := t.relationColumns()
	return t.part("relations", len(all), func(yield func(table) bool) {
		for from := 0; from < len(all); {
			client, to := all[from].record.Client, from
			for to < len(all) && all[to].record.Client == client {
				to++
			}
			out := tableOf(t.HandOver("relations-caption", to-from, t.name(client)), all[from:to], columns...)
			out.id, out.heading = "client-"+string(client), t.name(client)
			if number := t.number(client); number != "" {
				out.heading = t.HandOver("numbered", out.heading, number)
			}
			if !yield(out) {
				return
			}
			from = to
		}
	})
}

func (t *teller) negativePart(all []entry[domain.Relation]) part {
	columns := t.relationColumns(
		column[entry[domain.Relation]]{t.head("client"), func(e entry[domain.Relation]) string { return t.name(e.record.Client) }},
		column[entry[domain.Relation]]{t.HandOver("client-number"), func(e entry[domain.Relation]) string { return t.number(e.record.Client) }})
	return t.part("negative", len(all), one(tableOf(t.HandOver("negative-caption", len(all)), all, columns...)), t.HandOver("negative-lead"))
}

func (t *teller) checkPart() part {
	all := t.checks(t.people)
	names := func(places []int) []string {
		out := make([]string, len(places))
		for i, at := range places {
			out[i] = t.name(t.people[at])
		}
		return out
	}
	crowd := func(of crowd) string {
		if of.count == 0 {
			return t.HandOver("nobody")
		}
		return t.HandOver("crowd", of.count, t.ListAnd(names(of.first), of.count-len(of.first)))
	}
	table := tableOf(t.HandOver("check-caption", len(all)), all,
		column[check]{t.head("name"), func(c check) string { return t.name(c.person.ID) }},
		column[check]{t.head("role"), func(c check) string { return t.RoleWord(c.person.Role) }},
		column[check]{t.HandOver("sees"), func(c check) string { return crowd(c.sees) }},
		column[check]{t.HandOver("seen-by"), func(c check) string { return crowd(c.seenBy) }})
	return t.part("check", len(all), one(table), t.HandOver("check-lead"))
}

// blankLines are for questions that come up during entry.
const blankLines = 4

func (t *teller) questionsPart() part {
	var said []string
	for _, v := range t.broken {
		said = append(said, upperFirst(t.BrokenAgreement(t.name, t.world, v)))
	}
	for _, s := range t.signals {
		said = append(said, t.OpenQuestion(t.name, t.world, t.on, s))
	}
	count := len(said)
	said = append(said, make([]string, blankLines)...)
	out := table{caption: t.HandOver("questions-caption"), heads: []string{t.HandOver("number"), t.HandOver("question"), t.HandOver("answer")}, ticked: true, blank: true}
	for i, s := range said {
		out.rows = append(out.rows, []string{strconv.Itoa(i + 1), s, ""})
	}
	return t.part("questions", count, one(out), t.HandOver("questions-lead"))
}

func (t *teller) signaturePart() part {
	out := table{caption: t.HandOver("signature-caption"), blank: true,
		heads: []string{t.HandOver("who"), t.head("name"), t.head("date"), t.HandOver("signed")}}
	for _, who := range []string{"prepared", "entered", "verified"} {
		out.rows = append(out.rows, []string{t.HandOver(who), "", "", ""})
	}
	return t.part("signature", -1, one(out))
}
