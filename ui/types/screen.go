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
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

// Screen is the screen Relatietypen. Made by New.
type Screen struct {
	shelves [2]shelf
	front   int // which of them is shown; tab turns
}

const (
	typesShelf = iota
	rolesShelf
)

// New makes the screen: every type, no filter.
func New() scene.Screen {
	return Screen{shelves: [2]shelf{newShelf(&typeStock{}), newShelf(&roleStock{})}}
}

// Typing reports whether keys are text now, so that no letter is taken for a
// key that works everywhere.
func (c Screen) Typing() bool { return c.shown().typing }

func (c Screen) shown() shelf { return c.shelves[c.front] }

// Actions implements scene.Screen.
func (c Screen) Actions(s scene.Scene) []scene.Action {
	return append(c.shown().actions(s),
		scene.Action{Key: "tab", Also: []string{"shift+tab"}, Name: c.shown().stock.words().other, Bar: true},
		scene.Action{Key: "/", Name: lang.TypesFind, Bar: true})
}

// Update implements scene.Screen.
func (c Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	switch msg := msg.(type) {
	case scene.Arrived:
		return c.arrive(s, msg.At), nil
	case tea.KeyPressMsg:
		if key := msg.String(); (key == "tab" || key == "shift+tab") && !c.Typing() {
			return c.turn(), nil
		}
	case tea.MouseClickMsg:
		if c.shown().titled(s, msg.X, msg.Y) {
			return c.turn(), nil
		}
	}
	var wish scene.Wish
	c.shelves[c.front], wish = c.shown().update(s, msg)
	return c, wish
}

// turn shows the other list.
func (c Screen) turn() Screen {
	c.shelves[c.front].inside, c.shelves[c.front].typing = false, false
	c.front = len(c.shelves) - 1 - c.front
	return c
}

// arrive goes to the record that was asked for, on whichever list it is.
func (c Screen) arrive(s scene.Scene, at domain.Ref) Screen {
	if at.Key == "" {
		return c
	}
	id := at.Key
	switch at.Noun {
	case domain.RelationTypeNoun:
		c.front = typesShelf
	case domain.AccessRoleNoun:
		c.front = rolesShelf
	case domain.AssignmentNoun:
		c.front, id = rolesShelf, roleOfAssignment(s.World, at)
	default:
		return c
	}
	c.shelves[c.front] = c.shown().show(s, id)
	return c
}

func roleOfAssignment(w domain.World, at domain.Ref) string {
	record, _ := w.Record(at)
	a, _ := record.(domain.Assignment)
	return string(a.Role)
}

// View implements scene.Screen.
func (c Screen) View(s scene.Scene) (string, *tea.Cursor) { return c.shown().view(s) }
