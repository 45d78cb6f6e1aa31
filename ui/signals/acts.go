package signals

import (
	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
)

// Acts are what keys do with the item under the cursor, and with what is listed.
func (k listing) Acts(s scene.Scene, at shelf.At) []shelf.Act {
	var out []shelf.Act
	one, ok := k.item(at.Key)
	if ok {
		out = append(out, shelf.Wishes("enter", lang.SignalsGo, goTo(one.ref())))
	}
	turn := func(key string, name lang.Key, to asked) shelf.Act {
		next := k
		next.asked = to
		return shelf.Turns(key, name, func(c shelf.Shelf) shelf.Shelf { return c.With(next).Focus(false) })
	}
	words, find := shelf.Opens("b", lang.SignalsWords, func() scene.Dialog { return editWords(s) }), shelf.Find(lang.SignalsFilter)
	if k.asked.mirror {
		return append(out, turn("m", lang.SignalsBack, asked{all: k.asked.all}), find, words)
	}
	if ok {
		out = append(out, shelf.Opens("a", lang.SignalsAccept, func() scene.Dialog { return accept(s, k, one) }))
	}
	if one.acceptance != nil {
		reopen := shelf.Wishes("d", lang.SignalsReopen, scene.Edit{Command: domain.ReopenSignal{Code: string(one.signal.Code), Objects: one.signal.Objects}})
		reopen.Edits = true
		out = append(out, reopen)
	}
	show := lang.SignalsShowAll
	if k.asked.all {
		show = lang.SignalsHideAll
	}
	return append(out, turn("A", show, asked{all: !k.asked.all}), words,
		turn("m", lang.SignalsMirror, asked{all: k.asked.all, mirror: true}), find)
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
