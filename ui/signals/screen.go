// Package signals is the screen Signalen: what deserves attention in the set-up,
// grouped by what it is, with what it means and what can be done; and the mirror
// list of who sees without being seen.
//
// It promises that thousands of signals cost what a windowful costs, that the
// cursor stays on its signal through edits and filters, and that accepting one
// takes a reason. It refuses to look for signals itself: the root does that beside
// the keys, and the scene holds the findings.
package signals

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/words"
)

// New returns the screen with the open signals and no filter.
func New() scene.Screen { return shelf.New(domain.InstitutionNoun, listing{}) }

// Acts are the actions on the item under the cursor, and on the list.
func (k listing) Acts(s scene.Scene, at shelf.At) []scene.Action {
	var out []scene.Action
	one, ok := k.item(at.Key)
	if ok {
		out = append(out, scene.Wishes("enter", "signals.act.go", goTo(one.ref())))
	}
	turn := func(key string, name words.Key, to selection) scene.Action {
		next := k
		next.selection = to
		return scene.Turns(key, name, func(c shelf.Shelf) shelf.Shelf { return c.With(next).Focus(false) })
	}
	editWordList, find := scene.Weighs("b", "signals.act.words", func() scene.Dialog { return editWords(s) }), shelf.Find("signals.act.filter")
	if k.selection.mirror {
		return append(out, turn("m", "signals.act.back", selection{all: k.selection.all}), find, editWordList)
	}
	if ok {
		out = append(out, scene.Opens("a", "signals.act.accept", func() scene.Dialog { return accept(s, k, one) }))
	}
	if one.acceptance != nil {
		reopen := scene.Wishes("d", "signals.act.reopen", scene.Edit{Command: domain.ReopenSignal{Code: string(one.signal.Code), Objects: one.signal.Objects}})
		reopen.Edits = true
		out = append(out, reopen)
	}
	show := words.Key("signals.act.show-accepted")
	if k.selection.all {
		show = "signals.act.hide-accepted"
	}
	return append(out, turn("A", show, selection{all: !k.selection.all}), editWordList,
		turn("m", "signals.act.mirror", selection{all: k.selection.all, mirror: true}), find)
}

// goTo goes to a record on the screen where it is edited.
func goTo(at domain.Ref) scene.Wish {
	switch at.Noun {
	case domain.GroupNoun:
		return scene.Go{Screen: scene.GroupsScreen, At: at}
	case domain.RelationTypeNoun, domain.AccessRoleNoun:
		return scene.Go{Screen: scene.TypesScreen, At: at}
	}
	return scene.Go{Screen: scene.PeopleScreen, At: at}
}
