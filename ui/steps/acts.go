package steps

import (
	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/words"
)

// Acts are what keys do: in the list enter goes to the steps, in the steps it goes to
// what is open, and space ticks off.
func (k listing) Acts(s scene.Scene, at shelf.At) []scene.Action {
	var out []scene.Action
	switch {
	case !at.Inside:
		out = append(out, scene.Turns("enter", "steps.act-read", func(c shelf.Shelf) shelf.Shelf { return c.Focus(true) }))
	case at.Key == periodic:
		out = append(out, edits("enter", "steps.act-mark", func() scene.Wish { return k.past.mark(s) }, "space"))
	default:
		out = append(out, k.goes(s, at), edits("space", "steps.act-tick", func() scene.Wish { return k.tick(s, at) }))
	}
	return append(out,
		scene.Turns("p", "steps.act-periodic", func(c shelf.Shelf) shelf.Shelf { return c.Show(s, periodic).Focus(true) }),
		scene.Action{Key: "tab", Also: []string{"shift+tab"}, Name: "steps.act-pane"},
		shelf.Find("steps.act-find"))
}

func edits(key string, name words.Key, wish func() scene.Wish, also ...string) scene.Action {
	return scene.Action{Key: key, Also: also, Name: name, Edits: true, Bar: true, Wish: wish}
}

// goes goes to what is open under the cursor of the steps.
func (k listing) goes(s scene.Scene, at shelf.At) scene.Action {
	spot := spotOf(at.Line)
	if spot.ref == (domain.Ref{}) { // on the step itself: to the first that is open
		if state, ok := k.state(s, at.Key, spot.step); ok && len(state.Open) > 0 {
			spot.code = state.Open[0].Code
			if refs := state.Open[0].Refs; len(refs) > 0 {
				spot.ref = refs[0]
			}
		}
	}
	switch {
	case spot.step == "":
		return scene.Wishes("enter", "steps.act-go", nil)
	case spot.code == steps.GroupOpen:
		return scene.Turns("enter", "steps.act-go", func(c shelf.Shelf) shelf.Shelf { return c.Show(s, spot.ref.Key).Focus(true) })
	}
	return scene.Wishes("enter", "steps.act-go", towards(s, groupOf(at.Key), spot))
}

// tick ticks the step under the cursor off, or opens it again.
func (k listing) tick(s scene.Scene, at shelf.At) scene.Wish {
	state, ok := k.state(s, at.Key, spotOf(at.Line).step)
	if !ok {
		return nil
	}
	hand, ok := state.Step.ByHand()
	switch {
	case !ok, state.Done() && len(state.Ticks) == 0:
		return scene.Say{Words: s.Words.Say("steps.not-by-hand")}
	case state.Done():
		return scene.Edit{Command: domain.UntickStep{Step: hand, Group: groupOf(at.Key)}}
	case state.Open[0].Code == steps.NobodyYet:
		return scene.Say{Tone: scene.Warn, Words: s.Words.Say("steps.nobody-look")}
	}
	return scene.Open{Dialog: newTick(s, hand, groupOf(at.Key)), Edits: true}
}

// state is how a step of a row stands.
func (k listing) state(s scene.Scene, key string, step steps.Step) (steps.State, bool) {
	for _, one := range k.of(s, key) {
		if one.Step == step {
			return one, true
		}
	}
	return steps.State{}, false
}

// towards wishes the screen where a step is taken, at the record that is open, and
// a word on the key that takes it.
func towards(s scene.Scene, group domain.GroupID, at spot) scene.Wish {
	tip := scene.Say{Words: s.Words.Say(words.Key("steps.go." + string(at.step)))}
	to := func(screen scene.ScreenID, ref domain.Ref) scene.Wish {
		return scene.Several{scene.Go{Screen: screen, At: ref}, tip}
	}
	here := domain.Ref{}
	if group != "" {
		here = domain.Ref{Noun: domain.GroupNoun, Key: string(group)}
	}
	switch {
	case at.step == steps.Handover:
		return tip
	case at.code == steps.InactiveMember:
		return scene.Go{Screen: scene.PeopleScreen, At: at.ref}
	case at.step == steps.People:
		return to(scene.PeopleScreen, domain.Ref{})
	case at.step == steps.Types:
		return to(scene.TypesScreen, domain.Ref{})
	case at.step == steps.Relations && at.ref.Key != "":
		return to(scene.GroupsScreen, at.ref)
	case at.step == steps.Relations && at.code == steps.NobodyYet:
		return nobodyYet(s, group, here)
	case at.step == steps.Relations && group == "":
		return scene.Go{Screen: scene.PeopleScreen}
	}
	return to(scene.GroupsScreen, here)
}

// nobodyYet goes where the people come from whom a step is about.
func nobodyYet(s scene.Scene, group domain.GroupID, here domain.Ref) scene.Wish {
	screen, step := scene.PeopleScreen, steps.People
	if group != "" {
		screen, step = scene.GroupsScreen, steps.Members
	}
	return scene.Several{scene.Go{Screen: screen, At: here}, scene.Say{Words: s.Words.Say(words.Key("steps.go." + string(step)))}}
}
