package steps

import (
	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// press goes to what is open under the cursor, or records the periodic check.
func (c Screen) press(s scene.Scene, lines []line) (Screen, scene.Wish) {
	if c.at.kind == periodic {
		return c, c.past.mark(s)
	}
	i := c.detail.Cursor()
	if i < 0 {
		return c, nil
	}
	at := lines[i].at
	if at.ref == (domain.Ref{}) { // on the step itself: to the first that is open
		if state, ok := c.state(s, at.step); ok && len(state.Open) > 0 {
			at.code = state.Open[0].Code
			if refs := state.Open[0].Refs; len(refs) > 0 {
				at.ref = refs[0]
			}
		}
	}
	if at.code == steps.GroupOpen {
		return c.show(s, subject{ofGroup, domain.GroupID(at.ref.Key)}), nil
	}
	return c, towards(s, c.at.group, at)
}

// state is how a step of the subject under the cursor stands.
func (c Screen) state(s scene.Scene, step steps.Step) (steps.State, bool) {
	for _, one := range c.book.states(s, c.at) {
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
