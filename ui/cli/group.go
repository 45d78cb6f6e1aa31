package cli

import (
	"slices"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

func (r *run) groupFlags(f *pflag.FlagSet) {
	r.textFlag(f, &r.given.visibility, "visibility", "", "cli.flag.visibility", choices(codes(domain.Visibilities())))
	r.dryRunFlag(f)
}

// group changes the visibility of a group and says what that turns, or only what it
// would.
func (r *run) group(s Session, args []string) error {
	to, ok := domain.ParseVisibility(r.given.visibility)
	if !ok {
		return r.wrongChoice("--visibility", r.given.visibility, codes(domain.Visibilities()))
	}
	open := r.editStore
	if r.given.dryRun {
		open = r.readStore
	}
	return open(s, func(db Store) error {
		w := db.World()
		g, err := r.groupNamed(w, args[0])
		if err != nil {
			return err
		}
		command := domain.SetVisibility{ID: g.ID, Visibility: to}
		p, err := r.plan(s, w, command)
		if err != nil {
			return r.writeFailure(w, r.fileName(s), err)
		}
		return r.carryOut(s, db, command, p, func(plan) error {
			if r.wantsJSON() {
				return writeJSON(r.out, p.impact.data())
			}
			r.say("cli.group.change", r.groupName(w, g.ID), r.words.Visibility(g.Visibility), r.words.Visibility(to))
			if day := p.impact.Days[0]; day.Gained.All().Pairs+day.Lost.All().Pairs == 0 {
				r.say("cli.group.no-turns")
			}
			r.printImpact(p.impact)
			return nil
		})
	})
}

func groupVerbs() []verb {
	group := []words.Key{"cli.group-word"}
	about := propertyOptions(domain.GroupProperties())
	return []verb{
		{name: "add", options: slices.Concat(textOptions("id"), about), command: func(a *request) domain.Command {
			var g domain.Group
			setID(a, &g.ID)
			fill(a, domain.GroupProperties(), &g)
			return domain.AddGroup{Group: g}
		}},
		{name: "edit", arguments: group, options: about, command: func(a *request) domain.Command {
			g := a.findGroup(a.args[0])
			fill(a, domain.GroupProperties(), &g)
			return domain.EditGroup{Group: g}
		}},
		{name: "copy", arguments: group, options: slices.Concat(textOptions("id"), about), command: copyGroup},
		{name: "remove", arguments: group, command: func(a *request) domain.Command {
			return domain.RemoveGroup{ID: a.findGroup(a.args[0]).ID}
		}},
		{name: listVerb, rows: listGroups},
	}
}

// copyGroup takes over where the group is, never its visibility: that is chosen for
// each group.
func copyGroup(a *request) domain.Command {
	of := a.findGroup(a.args[0])
	g := domain.Group{Location: of.Location, NewsGroup: of.NewsGroup, Description: of.Description}
	setID(a, &g.ID)
	fill(a, domain.GroupProperties(), &g)
	return domain.CopyGroup{Of: of.ID, Group: g, On: a.on}
}

func memberVerbs() []verb {
	both := []words.Key{"cli.group-word", "cli.person-word"}
	about := propertyOptions(domain.MembershipProperties())
	return []verb{
		{name: "add", arguments: both, several: true, options: about, command: addMembers},
		{name: "edit", arguments: both, options: slices.Concat(about, dateOptions("since")), command: editMember},
		{name: "end", arguments: both, several: true, options: dateOptions("through", "since"), command: func(a *request) domain.Command {
			c := domain.EndMembers{Keys: a.memberKeys()}
			a.setDate(&c.Through, "through")
			return c
		}},
		{name: "remove", arguments: both, several: true, options: dateOptions("since"), command: func(a *request) domain.Command {
			return domain.RemoveMembers{Keys: a.memberKeys()}
		}},
		{name: listVerb, arguments: both[:1], options: boolOptions("ended"), rows: listMembers},
	}
}

func addMembers(a *request) domain.Command {
	var c domain.AddMembers
	g := a.findGroup(a.args[0])
	for _, typed := range a.args[1:] {
		m := domain.Membership{Group: g.ID, Person: a.findPerson(typed).ID}
		fill(a, domain.MembershipProperties(), &m)
		c.Memberships = append(c.Memberships, m)
	}
	return c
}

func editMember(a *request) domain.Command {
	m := a.findMembership(a.findGroup(a.args[0]), a.findPerson(a.args[1]))
	c := domain.EditMembership{Key: domain.MembershipKey{Group: m.Group, Person: m.Person, From: m.From}, Membership: m}
	fill(a, domain.MembershipProperties(), &c.Membership)
	return c
}

func (a *request) memberKeys() []domain.MembershipKey {
	var out []domain.MembershipKey
	g := a.findGroup(a.args[0])
	for _, typed := range a.args[1:] {
		m := a.findMembership(g, a.findPerson(typed))
		out = append(out, domain.MembershipKey{Group: m.Group, Person: m.Person, From: m.From})
	}
	return out
}

func listGroups(a *request) []listRow {
	groups := slices.Collect(a.world.Groups())
	words.SortBy(groups, func(g domain.Group) string { return words.SortKey(g.Name) })
	return list(groups, func(g domain.Group) listRow {
		members := len(a.world.MembersOn(g.ID, a.on))
		return listRow{g, a.recordLine(g.Name, string(g.ID), a.words.Visibility(g.Visibility), a.words.Say("lists.members", members)),
			object{{"members", members}}}
	})
}

// listMembers lists counselors before users, as the screen does.
func listMembers(a *request) []listRow {
	g := a.findGroup(a.args[0])
	a.about = a.groupName(a.world, g.ID)
	ended := a.wantsEnded()
	var members []domain.Membership
	for m := range a.world.MembersOf(g.ID) {
		if ended || a.stateOn(m.Period, m.Person) == runningState {
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
		as, state := a.world.RoleIn(m), a.stateOn(m.Period, m.Person)
		return listRow{m, a.recordLine(a.words.Person(a.world, m.Person), string(m.Person), a.words.Role(as), a.words.Period(m.Period), a.stateWord(state)),
			object{{"as", as.String()}, {"state", state}}}
	})
}
