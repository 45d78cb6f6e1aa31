// Package steps is the screen Stappenplan: for the institution and for every
// group which steps are done and what is still open, and for the periodic check
// what changed since the last one.
//
// It promises that enter goes to whatever is open, and that a thousand groups cost
// what a windowful costs. It refuses to take steps and to judge them: the other
// screens do the one, the domain the other.
package steps

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/words"
)

// Screen is the screen Stappenplan. Made by New.
type Screen struct{ shelf.Shelf }

var (
	_ scene.Screen = Screen{}
	_ scene.Typist = Screen{}
)

// New returns the screen with the cursor on the institution.
func New() scene.Screen { return Screen{shelf.New(domain.InstitutionNoun, listing{})} }

// Update goes to a group or to the steps of the institution where that is asked for, and
// on arriving leaves a step that is done meanwhile. New makes the shelf without a noun, so
// that it does not go to a group just made on another screen.
func (c Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	if to, ok := msg.(scene.Arrived); ok {
		switch {
		case to.At.Noun == domain.GroupNoun && s.World.Has(to.At):
			c.Shelf = c.Show(s, to.At.Key)
		case to.At == (domain.Ref{Noun: domain.InstitutionNoun, Key: domain.Institution{}.Key()}):
			c.Shelf, msg = c.Show(s, institution).Focus(true), scene.Arrived{} // the shelf has no row of that id
		}
		if _, at := c.Now(s); at.Inside {
			c.Shelf = toOpenStep(s, c.Shelf)
		}
	}
	next, wish := c.Shelf.Update(s, msg)
	return Screen{next.(shelf.Shelf)}, wish
}

// toOpenStep puts the cursor of the institution's steps on the first that is open, unless
// it is on one that is open already.
func toOpenStep(s scene.Scene, c shelf.Shelf) shelf.Shelf {
	from, at := c.Now(s)
	k := from.(listing)
	if state, ok := k.state(s, at.Key, targetOf(at.Line).step); at.Key != institution || ok && !state.Done() {
		return c
	}
	for _, state := range k.stepsOf(s, at.Key) {
		if !state.Done() {
			return c.Stand(s, func(l shelf.Line) bool { return l.Tag == string(state.Step) })
		}
	}
	return c
}

// Acts are the actions: enter goes from the list to the steps and from a step to the
// open record; space ticks a step off.
func (k listing) Acts(s scene.Scene, at shelf.At) []scene.Action {
	var out []scene.Action
	switch {
	case !at.Inside:
		out = append(out, scene.Turns("enter", "steps.act-read", func(c shelf.Shelf) shelf.Shelf { return toOpenStep(s, c.Focus(true)) }))
	case at.Key == periodic:
		out = append(out, edits("enter", "steps.act-mark", func() scene.Wish { return k.check.openCheck(s) }, "space"))
	default:
		out = append(out, k.goToOpen(s, at), edits("space", "steps.act-tick", func() scene.Wish { return k.tick(s, at) }))
	}
	return append(out,
		scene.Turns("p", "steps.act-periodic", func(c shelf.Shelf) shelf.Shelf { return c.Show(s, periodic).Focus(true) }),
		scene.Action{Key: "tab", Also: []string{"shift+tab"}, Name: "steps.act-pane"},
		shelf.Find("steps.act-find"))
}

func edits(key string, name words.Key, wish func() scene.Wish, also ...string) scene.Action {
	return scene.Action{Key: key, Also: also, Name: name, Edits: true, Bar: true, Wish: wish}
}

// goToOpen goes to the open record under the cursor; on a step to its first.
func (k listing) goToOpen(s scene.Scene, at shelf.At) scene.Action {
	target := targetOf(at.Line)
	if target.ref == (domain.Ref{}) { // on the step itself: to the first that is open
		if state, ok := k.state(s, at.Key, target.step); ok && len(state.Open) > 0 {
			target.code = state.Open[0].Code
			if refs := state.Open[0].Refs; len(refs) > 0 {
				target.ref = refs[0]
			}
		}
	}
	switch {
	case target.step == "":
		return scene.Wishes("enter", "steps.act-go", nil)
	case target.code == steps.GroupOpen:
		return scene.Turns("enter", "steps.act-go", func(c shelf.Shelf) shelf.Shelf { return c.Show(s, target.ref.Key).Focus(true) })
	}
	return scene.Wishes("enter", "steps.act-go", wishFor(s, groupOf(at.Key), target))
}

// tick ticks the step under the cursor off, or opens it again.
func (k listing) tick(s scene.Scene, at shelf.At) scene.Wish {
	state, ok := k.state(s, at.Key, targetOf(at.Line).step)
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

// state is the state of a step in a row.
func (k listing) state(s scene.Scene, key string, step steps.Step) (steps.State, bool) {
	for _, one := range k.stepsOf(s, key) {
		if one.Step == step {
			return one, true
		}
	}
	return steps.State{}, false
}

// wishFor goes to the screen where a step is taken, at the open record, and says the
// key that takes it.
func wishFor(s scene.Scene, group domain.GroupID, to target) scene.Wish {
	tip := scene.Say{Words: s.Words.Say(words.Key("steps.go." + string(to.step)))}
	goTo := func(screen scene.ScreenID, ref domain.Ref) scene.Wish {
		return scene.Several{scene.Go{Screen: screen, At: ref}, tip}
	}
	here := domain.Ref{}
	if group != "" {
		here = domain.Ref{Noun: domain.GroupNoun, Key: string(group)}
	}
	switch {
	case to.step == steps.Handover:
		return scene.Several{scene.Press{Key: "E"}, tip}
	case to.code == steps.InactiveMember:
		return scene.Go{Screen: scene.PeopleScreen, At: to.ref}
	case to.step == steps.People:
		return goTo(scene.PeopleScreen, domain.Ref{})
	case to.step == steps.Types:
		return goTo(scene.TypesScreen, domain.Ref{})
	case to.step == steps.Relations && to.code == steps.NobodyYet:
		return nobodyYet(s, group, here)
	case to.step == steps.Relations && s.World.Count(domain.RelationTypeNoun) == 0:
		return wishFor(s, "", target{step: steps.Types})
	case to.step == steps.Relations && to.ref.Key != "":
		return goTo(scene.GroupsScreen, to.ref)
	case to.step == steps.Relations && group == "":
		return scene.Go{Screen: scene.PeopleScreen}
	}
	return goTo(scene.GroupsScreen, here)
}

// nobodyYet goes to where the people whom a step needs are added.
func nobodyYet(s scene.Scene, group domain.GroupID, here domain.Ref) scene.Wish {
	screen, step := scene.PeopleScreen, steps.People
	if group != "" {
		screen, step = scene.GroupsScreen, steps.Members
	}
	return scene.Several{scene.Go{Screen: screen, At: here}, scene.Say{Words: s.Words.Say(words.Key("steps.go." + string(step)))}}
}
