package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

func groupEdits() []edit {
	group := []words.Key{"cli.group-word"}
	about := optionsOf(domain.GroupProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, options: slices.Concat(texts("id"), about), command: func(a *asked) domain.Command {
			var g domain.Group
			id(a, &g.ID)
			fill(a, domain.GroupProperties(), &g)
			return domain.AddGroup{Group: g}
		}},
		{verb: "edit", aliases: []string{"wijzig"}, behind: group, options: about, command: func(a *asked) domain.Command {
			g := a.someGroup(a.args[0])
			fill(a, domain.GroupProperties(), &g)
			return domain.EditGroup{Group: g}
		}},
		{verb: "copy", aliases: []string{"kopieer"}, behind: group, options: slices.Concat(texts("id"), about), command: copyGroup},
		{verb: "remove", aliases: []string{"verwijder"}, behind: group, command: func(a *asked) domain.Command {
			return domain.RemoveGroup{ID: a.someGroup(a.args[0]).ID}
		}},
	}
}

// copyGroup takes over where the group is, never that it is visible: that is
// chosen for each group.
func copyGroup(a *asked) domain.Command {
	of := a.someGroup(a.args[0])
	g := domain.Group{Location: of.Location, NewsGroup: of.NewsGroup, Description: of.Description}
	id(a, &g.ID)
	fill(a, domain.GroupProperties(), &g)
	return domain.CopyGroup{Of: of.ID, Group: g, On: a.on}
}

func memberEdits() []edit {
	both := []words.Key{"cli.group-word", "cli.person-word"}
	about := optionsOf(domain.MembershipProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, behind: both, several: true, options: about, command: addMembers},
		{verb: "edit", aliases: []string{"wijzig"}, behind: both, options: slices.Concat(about, days("since")), command: editMember},
		{verb: "end", aliases: []string{"beëindig", "beeindig"}, behind: both, several: true, options: days("through", "since"), command: func(a *asked) domain.Command {
			c := domain.EndMembers{Keys: a.memberKeys()}
			a.date(&c.Through, "through")
			return c
		}},
		{verb: "remove", aliases: []string{"verwijder"}, behind: both, several: true, options: days("since"), command: func(a *asked) domain.Command {
			return domain.RemoveMembers{Keys: a.memberKeys()}
		}},
	}
}

func addMembers(a *asked) domain.Command {
	var c domain.AddMembers
	g := a.someGroup(a.args[0])
	for _, typed := range a.args[1:] {
		m := domain.Membership{Group: g.ID, Person: a.somebody(typed).ID}
		fill(a, domain.MembershipProperties(), &m)
		c.Memberships = append(c.Memberships, m)
	}
	return c
}

func editMember(a *asked) domain.Command {
	m := a.membership(a.someGroup(a.args[0]), a.somebody(a.args[1]))
	c := domain.EditMembership{Key: domain.MembershipKey{Group: m.Group, Person: m.Person, From: m.From}, Membership: m}
	fill(a, domain.MembershipProperties(), &c.Membership)
	return c
}

func (a *asked) memberKeys() []domain.MembershipKey {
	var out []domain.MembershipKey
	g := a.someGroup(a.args[0])
	for _, typed := range a.args[1:] {
		m := a.membership(g, a.somebody(typed))
		out = append(out, domain.MembershipKey{Group: m.Group, Person: m.Person, From: m.From})
	}
	return out
}
