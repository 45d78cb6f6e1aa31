package groups

import (
	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

// Actions implements scene.Screen: what the keys do in the pane that has them.
// What has nothing to work on is not offered.
func (g Screen) Actions(s scene.Scene) []scene.Action {
	if g.triptych.open {
		return g.triptychActions()
	}
	var out []scene.Action
	for _, a := range g.actions() {
		if g.applies(a.Key) {
			out = append(out, a)
		}
	}
	if g.firstSteps(s) {
		out = append(out, scene.Action{Key: "ctrl+d", Name: lang.ActDemo, Bar: true})
	}
	return out
}

// firstSteps reports whether nothing was entered yet: then the demonstration is offered.
func (g Screen) firstSteps(s scene.Scene) bool {
	return s.Source == scene.File && s.World.Count(domain.GroupNoun)+s.World.Count(domain.PersonNoun) == 0
}

// applies reports whether there is a group, a person or a row for a key to work on.
func (g Screen) applies(key string) bool {
	_, member := g.member()
	_, relation := g.relation()
	switch key {
	case "z", "c", "C", "a", "M":
		return g.group != ""
	case "r", "w", "o":
		return g.person != ""
	case "e", "d", "D", "space":
		return g.focus == groupsPane && g.group != "" || g.focus == membersPane && member || g.focus == relationsPane && relation
	case "n":
		return g.focus == groupsPane || g.focus == relationsPane && g.person != ""
	}
	return true
}

func (g Screen) actions() []scene.Action {
	var out []scene.Action
	switch g.focus {
	case membersPane:
		out = []scene.Action{
			{Key: "a", Also: []string{"n"}, Name: lang.ActMembersAdd, Edits: true, Bar: true},
			{Key: "e", Name: lang.ActMemberEdit, Edits: true, Bar: true},
			{Key: "d", Name: lang.ActMemberEnd, Edits: true, Bar: true},
			{Key: "D", Name: lang.ActMemberRemove, Edits: true},
			{Key: "space", Name: lang.MarkHint, Bar: true},
		}
	case relationsPane:
		out = []scene.Action{
			{Key: "n", Name: lang.ActRelationAdd, Edits: true, Bar: true},
			{Key: "e", Name: lang.ActRelationEdit, Edits: true, Bar: true},
			{Key: "d", Name: lang.ActRelationEnd, Edits: true, Bar: true},
			{Key: "D", Name: lang.ActRelationRemove, Edits: true},
		}
	case groupsPane:
		out = []scene.Action{
			{Key: "n", Name: lang.ActGroupNew, Edits: true, Bar: true},
			{Key: "e", Name: lang.ActGroupEdit, Edits: true, Bar: true},
			{Key: "d", Name: lang.ActGroupRemove, Edits: true},
		}
	}
	out = append(out,
		scene.Action{Key: "z", Name: lang.ActVisibility, Edits: true, Bar: true},
		scene.Action{Key: "c", Name: lang.ActTriptych, Bar: true},
	)
	if g.focus != membersPane {
		out = append(out, scene.Action{Key: "a", Name: lang.ActMembersAdd, Edits: true, Bar: true})
	}
	out = append(out,
		scene.Action{Key: "v", Name: lang.ActLook, Bar: true},
		scene.Action{Key: "o", Name: lang.ActCourse, Bar: g.focus == previewPane},
		scene.Action{Key: "]", Also: []string{"["}, Name: lang.ActRole, Bar: true},
		scene.Action{Key: "w", Name: lang.ActWhy, Bar: true},
		scene.Action{Key: "M", Name: lang.ActMatrix, Bar: true},
	)
	if g.focus != relationsPane {
		out = append(out, scene.Action{Key: "r", Name: lang.ActRelationAdd, Edits: true})
	}
	return append(out,
		scene.Action{Key: "C", Name: lang.ActGroupCopy, Edits: true},
		scene.Action{Key: "/", Name: lang.ActFilter, Bar: true},
		scene.Action{Key: "esc", Name: lang.ActRelease},
	)
}
