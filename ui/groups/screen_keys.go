package groups

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// key does what a key does on this screen.
func (g Screen) key(s scene.Scene, msg tea.KeyPressMsg) (Screen, scene.Wish) {
	if g.Typing() {
		g.lanes[g.focus] = g.lanes[g.focus].typed(msg)
		return g, nil
	}
	key := msg.String()
	if g.triptych.open {
		return g.triptychPress(s, key)
	}
	if list, ok := g.lanes[g.focus].list.Key(key); ok {
		g.lanes[g.focus].list = list
		return g.moved(), nil
	}
	switch key {
	case "tab", "right", "l":
		return g.walk(1), nil
	case "shift+tab", "left", "h":
		return g.walk(-1), nil
	case "enter":
		return g.enter(s)
	case "esc":
		return g.release(), nil
	case "/":
		g.lanes[g.focus].typing = true
		return g, nil
	case "[":
		return g.switchRole(s, -1), nil
	case "]":
		return g.switchRole(s, 1), nil
	case "c":
		return g.openTriptych(s), nil
	case "space":
		if g.focus == membersPane {
			return g.toggleMark(), nil
		}
		return g, nil
	}
	return g, g.wish(s, key)
}

// moved lets go of a role that was chosen when somebody else is looked at by hand.
func (g Screen) moved() Screen {
	if g.focus == membersPane {
		g.role, g.held = domain.NoRole, false
	}
	return g
}

func (g Screen) walk(by int) Screen {
	g.focus = (g.focus + paneID(by) + paneCount) % paneCount
	return g
}

// enter opens: a group its members, a member what they see, a relation its dialog.
func (g Screen) enter(s scene.Scene) (Screen, scene.Wish) {
	switch g.focus {
	case groupsPane:
		g.focus = membersPane
	case membersPane:
		g.focus = previewPane
	case relationsPane:
		return g, g.wish(s, "e")
	}
	return g, nil
}

// wish returns what a key wants of the root: mostly a dialog. A key without
// anything to work on says so: silence would look like a key that is broken.
func (g Screen) wish(s scene.Scene, key string) scene.Wish {
	edits := func(d scene.Dialog) scene.Wish { return scene.Open{Dialog: d, Edits: true} }
	group, hasGroup := s.World.Group(g.group)
	switch {
	case key == "v":
		return scene.Open{Dialog: newLook(s)}
	case key == "w":
		return g.why(s)
	case key == "M" && hasGroup:
		return scene.Matrix{Group: g.group}
	case key == "o":
		return g.course(s)
	case key == "ctrl+d" && g.firstSteps(s):
		return scene.Start{How: scene.StartDemo}
	case key == "n" && g.focus == groupsPane:
		return edits(newGroup(s))
	case key == "r" && g.person != "":
		return edits(addRelation(s, g.person))
	case key == "r":
		return scene.Say{Tone: scene.Warn, Words: s.Words.Say("person.none")}
	case g.focus == previewPane && (key == "n" || key == "e" || key == "d" || key == "D"):
		// A row here is what somebody else sees: nothing of theirs is edited.
		return scene.Say{Tone: scene.Warn, Words: s.Words.Say("preview.only")}
	case !hasGroup && g.focus != relationsPane && (key == "z" || key == "a" || key == "C" || key == "n" || key == "e" || key == "d" || key == "D"):
		return scene.Say{Tone: scene.Warn, Words: s.Words.Say("groups.none")}
	}
	switch key {
	case "z", "a", "C", "M":
		if !hasGroup {
			return scene.Say{Tone: scene.Warn, Words: s.Words.Say("groups.none")}
		}
		return edits(g.dialogOf(s, key, group))
	case "n", "e", "d", "D":
		return g.wishHere(s, key, group)
	}
	return nil
}

// dialogOf returns the dialog about a whole group.
func (g Screen) dialogOf(s scene.Scene, key string, group domain.Group) scene.Dialog {
	switch key {
	case "z":
		return setVisibility(s, group)
	case "a":
		return addMembers(s, group)
	}
	return copyGroup(s, group)
}

// wishHere returns what new, edit and end mean in the pane that has the keys.
func (g Screen) wishHere(s scene.Scene, key string, group domain.Group) scene.Wish {
	edits := func(d scene.Dialog) scene.Wish { return scene.Open{Dialog: d, Edits: true} }
	switch g.focus {
	case membersPane:
		return g.wishMember(s, key, group)
	case relationsPane:
		return g.wishRelation(s, key)
	}
	switch key {
	case "e":
		return edits(editGroup(s, group))
	case "d":
		return edits(removeGroup(s, group))
	}
	return nil
}

func (g Screen) wishMember(s scene.Scene, key string, group domain.Group) scene.Wish {
	edits := func(d scene.Dialog) scene.Wish { return scene.Open{Dialog: d, Edits: true} }
	chosen := g.chosen()
	switch {
	case key == "n":
		return edits(addMembers(s, group))
	case len(chosen) == 0:
		return scene.Say{Tone: scene.Warn, Words: s.Words.Say("members.none")}
	case key == "e":
		m, ok := g.member()
		if !ok {
			return nil
		}
		return edits(editMembership(s, m.Membership))
	case key == "d":
		return edits(endMembers(s, chosen))
	}
	return edits(removeMembers(s, chosen))
}

func (g Screen) wishRelation(s scene.Scene, key string) scene.Wish {
	edits := func(d scene.Dialog) scene.Wish { return scene.Open{Dialog: d, Edits: true} }
	if key == "n" {
		if g.person == "" {
			return scene.Say{Tone: scene.Warn, Words: s.Words.Say("person.none")}
		}
		return edits(addRelation(s, g.person))
	}
	r, ok := g.relation()
	if !ok {
		return scene.Say{Tone: scene.Warn, Words: s.Words.Say("relations.none")}
	}
	switch key {
	case "e":
		return edits(editRelation(s, r.Relation))
	case "d":
		return edits(endRelation(s, r.Relation))
	}
	return edits(removeRelation(s, r.Relation))
}

// click looks in the same places as View draws in.
func (g Screen) click(s scene.Scene, x, y int) (Screen, scene.Wish) {
	if g.triptych.open {
		return g.clickTriptych(s, x, y), nil
	}
	l := g.arrange(s)
	if l.tabs.Contains(x, y) {
		_, hits := g.paneTabs(s, l.tabs.W)
		if key, ok := widget.HitAt(hits, x-l.tabs.X); ok {
			g.focus = paneID(key[0] - '0')
		}
		return g, nil
	}
	for id := groupsPane; id < paneCount; id++ {
		p := l.of(id)
		if !p.frame.Contains(x, y) {
			continue
		}
		g.focus = id
		return g.clickRow(s, id, x-p.inner.X, y-p.inner.Y), nil
	}
	return g, nil
}

func (g Screen) clickRow(s scene.Scene, id paneID, x, y int) Screen {
	if id == previewPane {
		if y == 0 {
			_, hits := g.switcher(s, g.arrange(s).preview.inner.W)
			if key, ok := widget.HitAt(hits, x); ok {
				r, _ := domain.ParseRole(key)
				return g.chooseRole(r)
			}
			return g
		}
		y -= switcherLines
	}
	if i, ok := g.lanes[id].list.At(y); ok {
		g.lanes[id].list = g.lanes[id].list.Select(i)
		return g.moved()
	}
	return g
}

func (g Screen) wheel(s scene.Scene, msg tea.MouseWheelMsg) Screen {
	if g.triptych.open {
		return g.wheelTriptych(msg)
	}
	by := 1
	if msg.Button == tea.MouseWheelUp {
		by = -1
	}
	l := g.arrange(s)
	for id := groupsPane; id < paneCount; id++ {
		if l.of(id).frame.Contains(msg.X, msg.Y) {
			g.lanes[id].list = g.lanes[id].list.Scroll(by)
			if id == membersPane && g.focus == membersPane {
				return g.moved()
			}
		}
	}
	return g
}
