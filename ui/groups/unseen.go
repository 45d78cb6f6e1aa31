package groups

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
)

// hiddenLines name the groups and members that the viewer does not see, though they
// are in the same groups.
func (g Screen) hiddenLines(s scene.Scene) []string {
	switch {
	case g.preview.name == "" || g.preview.invented && g.group == "":
		return nil
	case g.preview.as == domain.Administrator:
		return append(slices.Clip(g.preview.broken), s.Words.Say("hidden.administrator"))
	}
	out := slices.Concat(g.preview.broken, g.outsider(s), g.preview.unseen)
	switch {
	case len(out) > 0:
		return out
	case !g.preview.invented && len(s.World.GroupsOn(g.preview.person, s.On)) == 0:
		return []string{s.Words.Say("hidden.no-group")}
	}
	return []string{s.Words.Say("hidden.nothing")}
}

// withUnseen puts into words what the viewer does not see: once, because every frame
// measures and draws it.
func (p preview) withUnseen(s scene.Scene) preview {
	by := func(id domain.PersonID) string { return s.Words.Person(s.World, id) }
	for _, other := range p.breaches.Unseen(p.person) {
		p.broken = append(p.broken, s.Words.Broken(s.World, p.breaches.Pair(p.person, other))...)
	}
	for _, r := range p.hidden.Unlinked {
		p.unseen = append(p.unseen, s.Words.Unlinked(by, s.World, r))
	}
	for _, role := range p.hiddenRoles {
		p.unseen = append(p.unseen, s.Words.Say("hidden.roles", s.Words.Role(role)))
	}
	var groups []string
	for _, id := range p.hidden.Groups {
		groups = append(groups, s.Words.Group(s.World, id))
	}
	if len(groups) > 0 {
		p.unseen = append(p.unseen, s.Words.Say("hidden.groups", s.Words.List(groups)))
	}
	p.unseen = append(p.unseen, nameUnseen(s, by, p.unseenMembers())...)
	return p
}

// mostUnseen is how many members of a group are named; the rest is counted. More would not
// fit below the tiles of the largest window.
const mostUnseen = 60

// unseenMembers are the members of the viewer's groups that they do not see, group by group.
func (p preview) unseenMembers() []sight.HiddenMember {
	return slices.Concat(p.hidden.Members, p.hidden.Within)
}

// nameUnseen names members that are not seen, group by group.
func nameUnseen(s scene.Scene, by tell.Naming, members []sight.HiddenMember) []string {
	var out []string
	for len(members) > 0 {
		group := members[0].Group
		end := slices.IndexFunc(members, func(m sight.HiddenMember) bool { return m.Group != group })
		if end < 0 {
			end = len(members)
		}
		var names []string
		for _, m := range members[:min(end, mostUnseen)] {
			names = append(names, by(m.Person))
		}
		said := s.Words.List(names)
		if end > mostUnseen {
			said = s.Words.Say("list.more", end-mostUnseen, strings.Join(names, ", "))
		}
		out, members = append(out, s.Words.Say("hidden.members", s.Words.Group(s.World, group), said)), members[end:]
	}
	return out
}
