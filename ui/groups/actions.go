package groups

import (
	"zichtlijn/domain"

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
		out = append(out, scene.Action{Key: "ctrl+d", Name: "act.demo", Bar: true})
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
			{Key: "a", Also: []string{"n"}, Name: "act.members-add", Edits: true, Bar: true},
			{Key: "e", Name: "act.member-edit", Edits: true, Bar: true},
			{Key: "d", Name: "act.member-end", Edits: true, Bar: true},
			{Key: "D", Name: "act.member-remove", Edits: true},
			{Key: "space", Name: "hint.mark", Bar: true},
		}
	case relationsPane:
		out = []scene.Action{
			{Key: "n", Name: "act.relation-add", Edits: true, Bar: true},
			{Key: "e", Name: "act.relation-edit", Edits: true, Bar: true},
			{Key: "d", Name: "act.relation-end", Edits: true, Bar: true},
			{Key: "D", Name: "act.relation-remove", Edits: true},
		}
	case groupsPane:
		out = []scene.Action{
			{Key: "n", Name: "act.group-new", Edits: true, Bar: true},
			{Key: "e", Name: "act.group-edit", Edits: true, Bar: true},
			{Key: "d", Name: "act.group-remove", Edits: true},
		}
	}
	out = append(out,
		scene.Action{Key: "z", Name: "act.visibility", Edits: true, Bar: true},
		scene.Action{Key: "c", Name: "act.triptych", Bar: true},
	)
	if g.focus != membersPane {
		out = append(out, scene.Action{Key: "a", Name: "act.members-add", Edits: true, Bar: true})
	}
	out = append(out,
		scene.Action{Key: "v", Name: "act.look", Bar: true},
		scene.Action{Key: "o", Name: "act.course", Bar: g.focus == previewPane},
		scene.Action{Key: "]", Also: []string{"["}, Name: "act.role", Bar: true},
		scene.Action{Key: "w", Name: "act.why", Bar: true},
		scene.Action{Key: "M", Name: "matrix.act", Bar: true},
	)
	if g.focus != relationsPane {
		out = append(out, scene.Action{Key: "r", Name: "act.relation-add", Edits: true})
	}
	return append(out,
		scene.Action{Key: "C", Name: "act.group-copy", Edits: true},
		scene.Action{Key: "/", Name: "act.filter", Bar: true},
		scene.Action{Key: "esc", Name: "act.release"},
	)
}
