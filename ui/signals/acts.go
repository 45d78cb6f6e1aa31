package signals

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/words"
)

// Acts are what keys do with the item under the cursor, and with what is listed.
func (k listing) Acts(s scene.Scene, at shelf.At) []scene.Action {
	var out []scene.Action
	one, ok := k.item(at.Key)
	if ok {
		out = append(out, scene.Wishes("enter", "signals.act.go", goTo(one.ref())))
	}
	turn := func(key string, name words.Key, to asked) scene.Action {
		next := k
		next.asked = to
		return scene.Turns(key, name, func(c shelf.Shelf) shelf.Shelf { return c.With(next).Focus(false) })
	}
	line, find := scene.Opens("b", "signals.act.words", func() scene.Dialog { return editWords(s) }), shelf.Find("signals.act.filter")
	if k.asked.mirror {
		return append(out, turn("m", "signals.act.back", asked{all: k.asked.all}), find, line)
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
	if k.asked.all {
		show = "signals.act.hide-accepted"
	}
	return append(out, turn("A", show, asked{all: !k.asked.all}), line,
		turn("m", "signals.act.mirror", asked{all: k.asked.all, mirror: true}), find)
}

// goTo wishes the screen on which a record can be mended.
func goTo(at domain.Ref) scene.Wish {
	switch at.Noun {
	case domain.GroupNoun:
		return scene.Go{Screen: scene.GroupsScreen, At: at}
	case domain.RelationTypeNoun, domain.AccessRoleNoun:
		return scene.Go{Screen: scene.TypesScreen, At: at}
	}
	return scene.Go{Screen: scene.PeopleScreen, At: at}
}
