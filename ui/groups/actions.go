package groups

import (
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

// Actions implements scene.Screen: what the keys do in the pane that has them.
func (g Screen) Actions(scene.Scene) []scene.Action {
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
	case groupsPane, previewPane:
		out = []scene.Action{
			{Key: "n", Name: lang.ActGroupNew, Edits: true, Bar: true},
			{Key: "e", Name: lang.ActGroupEdit, Edits: true, Bar: g.focus == groupsPane},
			{Key: "d", Name: lang.ActGroupRemove, Edits: true},
		}
	}
	out = append(out, scene.Action{Key: "z", Name: lang.ActVisibility, Edits: true, Bar: true})
	if g.focus != membersPane {
		out = append(out, scene.Action{Key: "a", Name: lang.ActMembersAdd, Edits: true, Bar: true})
	}
	out = append(out,
		scene.Action{Key: "v", Name: lang.ActLook, Bar: true},
		scene.Action{Key: "]", Also: []string{"["}, Name: lang.ActRole, Bar: true},
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
