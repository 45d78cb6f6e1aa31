package groups

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
)

// copies are the actions that copy from the pane with the keys: groups, members or
// relations.
func (g Screen) copies(s scene.Scene) []scene.Action {
	say := s.Words
	switch g.focus {
	case groupsPane:
		row := func(one domain.Group) []string { return []string{one.Name, say.Visibility(one.Visibility)} }
		one, ok := underCursor(g.panes[groupsPane], g.groups.rows)
		return copyRows(domain.GroupNoun, []string{say.Field("name"), say.Field("visibility")}, one, ok, g.groups.rows, row)
	case membersPane:
		row := func(r memberRow) []string {
			if r.heading() {
				return nil
			}
			return []string{r.name, say.RoleWord(r.As), day(s, r.From), day(s, r.Through)}
		}
		one, ok := g.member()
		return copyRows(domain.MembershipNoun, []string{say.Field("name"), say.Field("role"), say.Field("from"), say.Field("through")}, one, ok, g.members.rows, row)
	case relationsPane:
		row := func(r relationRow) []string {
			t, _ := s.World.RelationType(r.Type)
			return []string{r.name, t.Name, day(s, r.From), day(s, r.Through)}
		}
		one, ok := g.relation()
		return copyRows(domain.RelationNoun, []string{say.Field("name"), say.Field("type"), say.Field("from"), say.Field("through")}, one, ok, g.relations.rows, row)
	}
	return nil
}

func copyRows[T any](noun domain.Noun, head []string, one T, ok bool, all []T, row func(T) []string) []scene.Action {
	if !ok {
		return nil
	}
	return scene.Copies(noun, head, row(one), func() [][]string {
		var out [][]string
		for _, r := range all {
			if cells := row(r); cells != nil {
				out = append(out, cells)
			}
		}
		return out
	})
}

// day is a date as it is copied; empty where a period is open.
func day(s scene.Scene, d domain.Date) string {
	if d.IsZero() {
		return ""
	}
	return s.Words.Date(d)
}
