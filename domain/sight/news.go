package sight

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// NewsGroup is a news group as it reaches one person (H11).
type NewsGroup struct {
	Name     string           // as the first of Groups writes it, those first that they see
	Groups   []domain.GroupID // through which it reaches them, by id
	Grounds  []Ground         // one for each of Groups
	Posting  []Ground         // H12: those through which they may post; none: they may not
	foldedAs string
}

// Is reports whether name is that of the news group.
func (n NewsGroup) Is(name string) bool { return n.foldedAs == domain.SameName(name) }

// NewsGroups returns the news groups that reach somebody on a day, by name: those of the
// groups they are in. Where the institution uses none there are none (H15).
func NewsGroups(w domain.World, person domain.PersonID, on domain.Date) []NewsGroup {
	if w.Institution().WithoutNewsGroups {
		return nil
	}
	e := viewpointOf(w, person, on)
	var out []NewsGroup
	for _, m := range w.GroupsOn(person, on) {
		g, ok := w.Group(m.Group)
		clause := e.news(g.Visibility, m.As)
		if folded := domain.SameName(g.NewsGroup); ok && folded != "" && clause.Holds() {
			out = addNews(out, NewsGroup{g.NewsGroup, []domain.GroupID{g.ID}, clause.Of(g.ID), e.posts(m.As).Of(g.ID), folded})
		}
	}
	slices.SortFunc(out, func(a, b NewsGroup) int { return cmp.Compare(a.foldedAs, b.foldedAs) })
	return out
}

func addNews(out []NewsGroup, n NewsGroup) []NewsGroup {
	at := slices.IndexFunc(out, func(one NewsGroup) bool { return one.foldedAs == n.foldedAs })
	if at < 0 {
		return append(out, n)
	}
	was := &out[at]
	seen := func(g Ground) bool { return !g.HasSwitch }
	if !slices.ContainsFunc(was.Grounds, seen) && seen(n.Grounds[0]) { // the spelling of a hidden group would give it away
		was.Name = n.Name
	}
	was.Groups, was.Grounds, was.Posting = append(was.Groups, n.Groups...), append(was.Grounds, n.Grounds...), append(was.Posting, n.Posting...)
	return out
}

// news decides whether a news group reaches a member in role rv of a group that is
// connected to it (H11).
func (p policy) news(v domain.Visibility, rv domain.Role) Clause {
	switch {
	case !belongs(rv):
		return Clause{}
	case v == domain.Hidden && rv.IsUser():
		return p.when(domain.ReadNewsGroupReachesHidden, H11)
	}
	return stated(H11)
}

// posts decides whether a member in role rv, whom a news group reaches, may post (H12).
func (p policy) posts(rv domain.Role) Clause {
	if rv.IsCounselor() {
		return Clause{Rule: H12, Tag: Read} // our reading, and fixed
	}
	return p.when(domain.ReadNewsGroupMembersPost, H12)
}
