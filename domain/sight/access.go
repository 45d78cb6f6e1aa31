package sight

import "zichtlijn/domain"

// Access returns what the viewer can of a group on a day: the zero GroupAccess where
// there is nothing, as for a group that does not exist (C4).
func Access(w domain.World, viewer domain.PersonID, group domain.GroupID, on domain.Date) GroupAccess {
	g, ok := w.Group(group)
	if !ok {
		return GroupAccess{}
	}
	e := viewpointOf(w, viewer, on)
	at := place{group: g}
	for _, m := range w.GroupsOn(viewer, on) {
		if m.Group == group {
			at.as = m.As
		}
	}
	if at.as == domain.NoRole && !e.seesUnlinked() {
		return GroupAccess{}
	}
	return e.groupAccessIn(at, e.others(at))
}
