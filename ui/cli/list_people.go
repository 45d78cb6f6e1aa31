package cli

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// line writes what a list says of a record: its name and id, and the rest.
func (a *asked) line(name, id string, rest ...string) string {
	var said []string
	for _, one := range rest {
		if one != "" {
			said = append(said, one)
		}
	}
	return a.words.Say("lists.line", a.words.Say("cli.named", words.Clean(name), id), strings.Join(said, ", "))
}

// ofRole is the property by which a list of persons is narrowed.
func ofRole() []domain.Property[domain.Person] { return domain.Only(domain.PersonProperties(), "role") }

func listPersons(a *asked) []listRow {
	var like domain.Person
	fill(a, ofRole(), &like)
	var people []domain.Person
	for p := range a.world.Persons() {
		if like.Role == domain.NoRole || p.Role == like.Role {
			people = append(people, p)
		}
	}
	words.SortBy(people, tell.NameKey)
	return list(people, func(p domain.Person) listRow {
		var more object
		if p.InactiveFrom != 0 && p.InactiveFrom != domain.FirstDate { // the exchange form keeps this day apart
			more = object{{"inactiveFrom", p.InactiveFrom}}
		}
		return listRow{p, a.line(p.Shown(), string(p.ID), a.words.Role(p.Role), words.Clean(p.Number),
			words.Clean(p.Location), a.inactive(p)), more}
	})
}

// inactive says since when somebody counts no more, or until when they do.
func (a *asked) inactive(p domain.Person) string {
	switch p.InactiveFrom {
	case 0:
		return ""
	case domain.FirstDate:
		return a.words.Say("lists.never-active")
	}
	key := words.Key("lists.inactive-since")
	if p.ActiveOn(a.on) {
		key = "lists.inactive-from"
	}
	return a.words.Say(key, a.words.Date(p.InactiveFrom))
}

func listGroups(a *asked) []listRow {
	var groups []domain.Group
	for g := range a.world.Groups() {
		groups = append(groups, g)
	}
	words.SortBy(groups, func(g domain.Group) string { return words.SortKey(g.Name) })
	return list(groups, func(g domain.Group) listRow {
		members := len(a.world.MembersOn(g.ID, a.on))
		return listRow{g, a.line(g.Name, string(g.ID), a.words.Visibility(g.Visibility), a.words.Say("lists.members", members)),
			object{{"members", members}}}
	})
}

// listMembers lists counselors before users, as the screen does.
func listMembers(a *asked) []listRow {
	g := a.someGroup(a.args[0])
	ended := a.alsoEnded()
	var members []domain.Membership
	for m := range a.world.MembersOf(g.ID) {
		if ended || a.state(m.Period, m.Person) == running {
			members = append(members, m)
		}
	}
	words.SortBy(members, func(m domain.Membership) string {
		part := "1"
		if a.world.RoleIn(m).IsCounselor() {
			part = "0"
		}
		return part + a.nameKey(m.Person)
	})
	return list(members, func(m domain.Membership) listRow {
		as, state := a.world.RoleIn(m), a.state(m.Period, m.Person)
		return listRow{m, a.line(a.words.Person(a.world, m.Person), string(m.Person), a.words.Role(as), a.words.Period(m.Period), a.stateWord(state)),
			object{{"as", as.String()}, {"state", state}}}
	})
}

func (a *asked) nameKey(id domain.PersonID) string {
	p, _ := a.world.Person(id)
	return tell.NameKey(p)
}

// running is the state of what counts on the day; the others are those of care.
const running = "running"

// state says whether something of a person counts on the day, and why not.
func (a *asked) state(of domain.Period, who domain.PersonID) string {
	switch p, _ := a.world.Person(who); {
	case of.Ahead(a.on):
		return care.Planned.String()
	case of.Ended(a.on):
		return care.Ended.String()
	case !p.ActiveOn(a.on):
		return care.Inactive.String()
	}
	return running
}

func (a *asked) stateWord(state string) string {
	switch state {
	case care.Planned.String():
		return a.words.Say("care.state.planned")
	case care.Ended.String():
		return a.words.Say("care.state.ended")
	case care.Inactive.String():
		return a.words.Say("lists.never-active")
	}
	return ""
}
