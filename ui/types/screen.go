// Package types is the screen Relatietypen: every kind of relation with its
// flags and what each flag does, and, as a second list, the access roles of Ons
// Autorisatie that take their scope from them.
//
// It promises that a combination of flags that the domain refuses cannot be
// ticked, that switching a type off or making it a direct relation says whom
// that shows and hides, and that an access role on a negative type is never
// silent. It refuses to know how relations themselves are edited.
package types

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/words"
)

// Screen is two lists of which one is shown. Made by New.
type Screen struct {
	lists [2]shelf.Shelf
	front int // tab turns
}

var (
	_ scene.Screen = Screen{}
	_ scene.Typist = Screen{}
)

const (
	typesList = iota
	rolesList
)

// New makes the screen: every type, no filter.
func New() scene.Screen {
	return Screen{lists: [...]shelf.Shelf{shelf.New(domain.RelationTypeNoun, types{}), shelf.New(domain.AccessRoleNoun, roles{})}}
}

// Typing implements scene.Typist.
func (c Screen) Typing() bool { return c.lists[c.front].Typing() }

// View implements scene.Screen.
func (c Screen) View(s scene.Scene) (string, *tea.Cursor) { return c.lists[c.front].View(s) }

// Actions implements scene.Screen: those of the list, with tab before the filter.
func (c Screen) Actions(s scene.Scene) []scene.Action {
	all := c.lists[c.front].Actions(s)
	return slices.Insert(all, len(all)-1, c.toOther())
}

// toOther is the action that turns to the other list.
func (c Screen) toOther() scene.Action {
	return scene.Turns("tab", [...]words.Key{"access.to-roles", "access.to-types"}[c.front], Screen.turn, "shift+tab")
}

// Update implements scene.Screen.
func (c Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	switch msg := msg.(type) {
	case scene.Arrived:
		switch msg.At.Noun {
		case domain.RelationTypeNoun:
			c.front = typesList
		case domain.AccessRoleNoun:
			c.front = rolesList
		case domain.AssignmentNoun:
			record, _ := s.World.Record(msg.At)
			if a, ok := record.(domain.Assignment); ok {
				return c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.AccessRoleNoun, Key: string(a.Role)}})
			}
		}
	case tea.KeyPressMsg:
		if next, wish, ok := scene.Answer(c, []scene.Action{c.toOther()}, msg.String()); ok && !c.Typing() {
			return next, wish
		}
	case tea.MouseClickMsg:
		if c.lists[c.front].OnTitle(s, msg.X, msg.Y) {
			return c.turn(), nil
		}
	}
	next, wish := c.lists[c.front].Update(s, msg)
	c.lists[c.front] = next.(shelf.Shelf)
	return c, wish
}

// turn shows the other list.
func (c Screen) turn() Screen {
	c.lists[c.front] = c.lists[c.front].Focus(false)
	c.front = len(c.lists) - 1 - c.front
	return c
}

// offSign stands before what is switched off, loudSign before what gives access
// to whom it should not; unset where a flag is not.
const (
	offSign  = "×"
	loudSign = "!"
	unset    = "·"
)

// labels are the words of a list.
type labels struct {
	name, all, some, none words.Key
	one                   words.Key // one of them by name
	turn                  words.Key // in the edge: the list that tab turns to
}

// of says how many of the total were found, and the name of the one under the cursor.
func (k labels) of(s scene.Scene, at shelf.At, w, found, total int, name string) shelf.Labels {
	out := shelf.Labels{
		Title: s.Words.Say(k.some, found, s.Words.Say(k.name), total), Right: s.Words.Say(k.turn), About: words.Clean(name),
		TabAbout: s.Words.Say("types.tab-about"), TabList: s.Words.Say("types.tab-list"),
	}
	if found == total {
		out.Title = s.Words.Say(k.all, total, s.Words.Say(k.name))
	}
	switch {
	case at.Key == "":
		out.About = s.Words.Say("types.about")
	case at.Alone: // nothing else says which list one is in
		out.About = s.Words.Say(k.one, out.About)
	}
	switch {
	case total == 0:
		out.Note = dialog.Lines(s.Theme.Faint, w, s.Words.Say(k.none))
	case found == 0:
		out.Note = dialog.Lines(s.Theme.Faint, w, s.Words.Say("list.no-match")+" "+s.Words.Say("types.widen"))
	}
	return out
}
