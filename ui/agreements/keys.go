package agreements

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

// Actions implements scene.Screen.
func (c Screen) Actions(s scene.Scene) []scene.Action {
	out := []scene.Action{{Key: "n", Name: lang.AgreementsNew, Edits: true, Bar: true}}
	if one, ok := c.current(s); ok {
		out = append(out,
			scene.Action{Key: "enter", Name: lang.AgreementsGo, Bar: true},
			scene.Action{Key: "e", Name: lang.AgreementsEdit, Edits: true, Bar: true},
			scene.Action{Key: "d", Name: lang.AgreementsRemove, Edits: true, Bar: true})
		if one.Agreement.Kind.OfPair() {
			out = append(out, scene.Action{Key: "w", Name: lang.AgreementsWhy, Bar: true})
		}
	}
	return append(out, scene.Action{Key: "/", Name: lang.AgreementsFind, Bar: true})
}

func (c Screen) key(s scene.Scene, msg tea.KeyPressMsg) (scene.Screen, scene.Wish) {
	name := msg.String()
	if c.typing {
		return c.typed(s, msg, name), nil
	}
	switch name {
	case "tab", "shift+tab":
		c.inside = !c.inside
		return c, nil
	case "left", "h":
		c.inside = false
		return c, nil
	case "right", "l":
		c.inside = true
		return c, nil
	case "/":
		c.typing, c.inside = true, false
		return c, nil
	case "esc":
		return c.wider(s), nil
	}
	if c.inside {
		detail := c.detail.Set(rowsOf(c.details(s)), c.arrange(s).about.H)
		if list, ok := detail.Key(name); ok {
			c.detail = list
			return c, nil
		}
	} else if list, ok := c.list.Key(name); ok {
		c.list = list
		return c.follow(c.rows(s)), nil
	}
	return c, c.wish(s, name)
}

func (c Screen) typed(s scene.Scene, msg tea.KeyPressMsg, name string) Screen {
	switch name {
	case "esc":
		c.typing, c.query = false, c.query.SetValue("")
		return c.followed(s)
	case "enter", "tab":
		c.typing = false
		return c
	case "up", "down", "pgup", "pgdown":
		c.list, _ = c.list.Key(name)
		return c.follow(c.rows(s))
	}
	return c.put(s, msg)
}

func (c Screen) put(s scene.Scene, msg tea.Msg) Screen {
	c.query, _ = c.query.Update(msg)
	return c.followed(s)
}

// wider takes the filter off, and then the keys from the details.
func (c Screen) wider(s scene.Scene) Screen {
	if c.query.Value() == "" {
		c.inside = false
		return c
	}
	c.query = c.query.SetValue("")
	return c.followed(s)
}

func (c Screen) wish(s scene.Scene, name string) scene.Wish {
	if name == "n" {
		return scene.Open{Dialog: addAgreement(s, c.found), Edits: true}
	}
	one, ok := c.current(s)
	if !ok {
		return nil
	}
	a := one.Agreement
	switch name {
	case "enter":
		return goTo(c.target(s, one))
	case "e":
		return scene.Open{Dialog: editAgreement(s, c.found, a), Edits: true}
	case "d":
		return scene.Open{Dialog: removeAgreement(s, c.found, a), Edits: true}
	case "w":
		if a.Kind.OfPair() {
			return scene.Why{Viewer: a.Viewer, Other: a.Other}
		}
	}
	return nil
}

// target is where enter goes: what the line under the cursor of the details is
// about, else where the agreement can be mended.
func (c Screen) target(s scene.Scene, one agreed) domain.Ref {
	if c.inside {
		lines := c.details(s)
		if i := c.detail.Set(rowsOf(lines), c.arrange(s).about.H).Cursor(); i >= 0 && lines[i].to.Key != "" {
			return lines[i].to
		}
	}
	return one.mend()
}

// goTo goes to a group, or to somebody's relations: both are edited on the screen
// Groepen, where a person is held until esc.
func goTo(at domain.Ref) scene.Wish { return scene.Go{Screen: scene.GroupsScreen, At: at} }
