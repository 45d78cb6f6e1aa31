package groups

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Actions are those of the focused pane, then those of every pane.
func (g Screen) Actions(s scene.Scene) []scene.Action {
	if g.triptych.open {
		return g.triptychActions(s)
	}
	out := g.rehearsalActions(s)
	switch g.focus {
	case groupsPane:
		out = append(g.groupActions(s), out...)
	case membersPane:
		out = append(g.memberActions(s), out...)
	case relationsPane:
		if !g.showsActs(s) {
			out = append(g.relationActions(s), out...)
		}
	case previewPane:
		// The preview shows what somebody else sees: nothing in it can be edited.
		out = append(out, missing("n", s.Words.Say("preview.only"), "e", "d", "D"))
	}
	if s.Rehearsal == nil { // what is shown to others stands in the bar before what edits
		out = append(g.showing(s), out...)
	}
	out = append(out, g.actions(s)...)
	if g.firstSteps(s) {
		out = append(out, scene.Wishes("ctrl+d", "act.demo", scene.Start{How: scene.StartDemo}))
	}
	return out
}

// showing are the actions for which one sits beside somebody.
func (g Screen) showing(s scene.Scene) []scene.Action {
	group, ok := s.World.Group(g.group)
	_, known := s.World.Person(g.person)
	compare := scene.Turns("c", "act.triptych", func(g Screen) Screen { return g.openTriptych(s) })
	if !ok {
		compare = compare.Hidden()
	}
	return []scene.Action{compare, orMissing(s, ok, "groups.none", scene.Weighs("z", "act.visibility", func() scene.Dialog { return setVisibility(s, group) })),
		orMissing(s, known, "person.none", scene.Action{Key: "w", Name: "act.why", Bar: true, Wish: func() scene.Wish { return g.askWhy(s) }})}
}

// missing is an action whose key only says why it does nothing: silence would look
// like a broken key.
func missing(key, why string, also ...string) scene.Action {
	return scene.Wishes(key, "", scene.Say{Tone: scene.Warn, Words: why}, also...)
}

// orMissing is a if it is possible, else an action that says why not.
func orMissing(s scene.Scene, possible bool, why words.Key, a scene.Action) scene.Action {
	if possible {
		return a
	}
	return missing(a.Key, s.Words.Say(why), a.Also...)
}

// firstSteps reports whether nothing was entered yet: then the screen offers the demonstration.
func (g Screen) firstSteps(s scene.Scene) bool {
	return s.Source == scene.File && s.World.Count(domain.GroupNoun)+s.World.Count(domain.PersonNoun) == 0
}

func (g Screen) groupActions(s scene.Scene) []scene.Action {
	group, ok := s.World.Group(g.group)
	return []scene.Action{
		scene.Opens("n", "act.group-new", func() scene.Dialog { return newGroup(s) }),
		orMissing(s, ok, "groups.none", scene.Weighs("e", "act.group-edit", func() scene.Dialog { return editGroup(s, group) })),
		orMissing(s, ok, "groups.none", scene.Weighs("d", "act.group-remove", func() scene.Dialog { return removeGroup(s, group) }).OffBar()),
		toPane("enter", "act.to-members", membersPane),
	}
}

func (g Screen) memberActions(s scene.Scene) []scene.Action {
	group, ok := s.World.Group(g.group)
	member, on := g.member()
	chosen := g.selected()
	why := words.Key("members.none")
	if !ok {
		why = "groups.none"
	}
	out := []scene.Action{
		orMissing(s, ok, why, scene.Weighs("a", "act.members-add", func() scene.Dialog { return addMembers(s, group) }, "n")),
		orMissing(s, on, why, scene.Weighs("e", "act.member-edit", func() scene.Dialog { return editMembership(s, member.Membership) })),
		orMissing(s, len(chosen) > 0, why, scene.Weighs("d", "act.member-end", func() scene.Dialog { return endMembers(s, chosen) })),
		orMissing(s, len(chosen) > 0, why, scene.Weighs("D", "act.member-remove", func() scene.Dialog { return removeMembers(s, chosen) }).OffBar()),
		toPane("enter", "act.to-preview", previewPane),
	}
	if on {
		out = append(out, scene.Turns("space", "hint.mark", Screen.toggleMark))
	}
	return out
}

func (g Screen) relationActions(s scene.Scene) []scene.Action {
	r, ok := g.relation()
	return []scene.Action{
		orMissing(s, g.person != "", "person.none", scene.Weighs("n", "act.relation-add", func() scene.Dialog { return addRelation(s, g.person) }, "r")),
		orMissing(s, ok, "relations.none", withOldEnds(s, r.Relation, scene.Weighs("e", "act.relation-edit", func() scene.Dialog { return editRelation(s, r.Relation) }, "enter"))),
		orMissing(s, ok, "relations.none", scene.Weighs("d", "act.relation-end", func() scene.Dialog { return endRelation(s, r.Relation) })),
		orMissing(s, ok, "relations.none", withOldEnds(s, r.Relation, scene.Weighs("D", "act.relation-remove", func() scene.Dialog { return removeRelation(s, r.Relation) }).OffBar())),
	}
}

// actions are those of every pane.
func (g Screen) actions(s scene.Scene) []scene.Action {
	group, ok := s.World.Group(g.group)
	var out []scene.Action
	if s.Rehearsal != nil {
		out = append(out, g.showing(s)...)
	}
	if g.focus != membersPane {
		out = append(out, orMissing(s, ok, "groups.none", scene.Weighs("a", "act.members-add", func() scene.Dialog { return addMembers(s, group) })))
	}
	if first, ok := g.firstMember(); ok && g.group != "" && !g.preview.member && first.Person != g.person {
		out = append(out, scene.Turns("m", "act.first-member", Screen.lookAsFirst).OffBar())
	}
	out = append(out,
		lookAs(s),
		// An invented member has no course: they never saw anybody.
		orMissing(s, g.person != "", "course.no-viewer", scene.Action{Key: "o", Name: "act.course", Bar: g.focus == previewPane, Wish: g.askTimeline}))
	out = append(append(out, g.roleActions(s)...),
		orMissing(s, ok, "groups.none", scene.Wishes("M", "matrix.act", scene.Matrix{Group: g.group})))
	if g.focus != relationsPane {
		out = append(out, orMissing(s, g.person != "", "person.none", scene.Weighs("r", "act.relation-add", func() scene.Dialog { return addRelation(s, g.person) }).OffBar()))
	}
	if s.Rehearsal != nil && g.nothingHeld() {
		out = append(out, scene.Wishes("esc", "act.rehearse-end", scene.Rehearse{}).OffBar())
	}
	out = append(out, g.copies(s)...)
	return append(out,
		orMissing(s, ok, "groups.none", scene.Weighs("C", "act.group-copy", func() scene.Dialog { return copyGroup(s, group) }).OffBar()),
		scene.Turns("/", "act.filter", func(g Screen) Screen {
			g.panes[g.focus].typing = true
			g.before = g.person
			return g
		}),
		scene.Turns("esc", "act.release", Screen.release).OffBar(),
		scene.Turns("tab", "", func(g Screen) Screen { return g.moveFocus(1) }, "right", "l"),
		scene.Turns("shift+tab", "", func(g Screen) Screen { return g.moveFocus(-1) }, "left", "h"))
}

// toPane is the action that gives the keys to a pane.
func toPane(key string, name words.Key, pane paneID) scene.Action {
	return scene.Turns(key, name, func(g Screen) Screen {
		g.focus = pane
		return g
	}).OffBar()
}

func (g Screen) roleActions(s scene.Scene) []scene.Action {
	if s.Rehearsal != nil {
		return []scene.Action{
			scene.Turns("]", "act.member-next", func(g Screen) Screen { return g.nextPerson(1) }),
			scene.Turns("[", "act.member-next", func(g Screen) Screen { return g.nextPerson(-1) }),
		}
	}
	return []scene.Action{
		scene.Turns("]", "act.role", func(g Screen) Screen { return g.switchRole(s, 1) }),
		scene.Turns("[", "act.role", func(g Screen) Screen { return g.switchRole(s, -1) }),
	}
}

// lookAs is the action that picks a viewer, who stays until esc.
func lookAs(s scene.Scene) scene.Action {
	return scene.Action{Key: "v", Name: "act.look", Bar: true, Wish: func() scene.Wish {
		return scene.Open{Dialog: dialog.PickPerson(s, s.Words.Say("look.title"), "", func(id domain.PersonID) scene.Wish { return scene.Look{Person: id} })}
	}}
}

// askTimeline asks since when and until when the viewer sees the person under the
// cursor of the preview; without such a row the wish names nobody, and the root asks
// whom.
func (g Screen) askTimeline() scene.Wish {
	return scene.Timeline{Viewer: g.person, Other: g.previewPerson()}
}

// previewPerson is the person under the cursor of the preview; empty where that is out
// of sight, because another pane has the keys.
func (g Screen) previewPerson() domain.PersonID {
	at := g.panes[previewPane].list.Cursor()
	if g.focus != previewPane || at < 0 || at >= len(g.preview.rows) {
		return ""
	}
	return g.preview.rows[at].person
}

// askWhy asks why the viewer sees the person under the cursor of the preview; without
// such a row it first asks about whom.
func (g Screen) askWhy(s scene.Scene) scene.Wish {
	if other := g.previewPerson(); other != "" {
		return scene.Why{Viewer: g.person, Other: other}
	}
	return scene.Open{Dialog: g.newOther(s)}
}

// newOther picks the person to ask about: those of "Ziet niet" stand first.
func (g Screen) newOther(s scene.Scene) scene.Dialog {
	unseen := g.preview.unseenPeople()
	people := slices.DeleteFunc(slices.Clone(s.Roster.People()), func(p domain.Person) bool { return p.ID == g.person })
	slices.SortStableFunc(people, func(a, b domain.Person) int {
		switch {
		case unseen[a.ID] == unseen[b.ID]:
			return 0
		case unseen[a.ID]:
			return -1
		}
		return 1
	})
	items := make([]widget.Item, len(people))
	for i, p := range people {
		items[i] = dialog.PersonItem(s, p)
		if unseen[p.ID] {
			items[i].Detail = s.Words.Say("why.unseen") + " · " + items[i].Detail
		}
	}
	p := widget.NewPicker(items, false, domain.LookUp, widget.Words)
	p.Empty = s.Words.Say("list.no-match")
	viewer := g.person
	return dialog.Pick{
		Title: s.Words.Say("why.pick", s.Words.Person(s.World, viewer)), W: 64, H: 18, Picker: p,
		Wish: func(key string) scene.Wish { return scene.Why{Viewer: viewer, Other: domain.PersonID(key)} },
	}
}

// unseenPeople are those of "Ziet niet".
func (p preview) unseenPeople() map[domain.PersonID]bool {
	out := map[domain.PersonID]bool{}
	for _, m := range p.unseenMembers() {
		out[m.Person] = true
	}
	return out
}
