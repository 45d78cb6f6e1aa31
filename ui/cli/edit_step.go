package cli

import (
	"cmp"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

func stepEdits() []edit {
	behind := []words.Key{"cli.step-word", "cli.group-word"}
	return []edit{
		{verb: "tick", aliases: []string{"afvinken"}, behind: behind, optional: true, command: func(a *asked) domain.Command {
			step, group := a.handStep()
			return domain.TickStep{Step: step, Group: group, Reason: a.given.reason, By: cmp.Or(a.given.by, a.Login),
				On: a.run.on(Session{}, a.world), Of: a.on}
		}},
		{verb: "untick", aliases: []string{"heropen"}, behind: behind, optional: true, command: func(a *asked) domain.Command {
			step, group := a.handStep()
			return domain.UntickStep{Step: step, Group: group}
		}},
	}
}

// handStep reads which step is meant, and of which group.
func (a *asked) handStep() (step domain.HandStep, group domain.GroupID) {
	step, ok := domain.ParseHandStep(a.args[0])
	if !ok {
		a.wrong(a.notOneOf(a.words.Say("cli.step-word"), a.args[0], codes(domain.HandSteps())))
	}
	if len(a.args) > 1 {
		group = a.someGroup(a.args[1]).ID
	}
	return step, group
}

// listTicks lists what was ticked by hand, by step and group.
func listTicks(a *asked) []listRow {
	var out []listRow
	for one := range a.world.AcceptedSignals() {
		if _, ok := one.TickedStep(); ok {
			out = append(out, listRow{one, a.words.Say("lists.line", strings.Join(append([]string{one.Code}, one.Objects...), " "),
				a.words.Say("steps.of", a.words.Named(a.world, one), a.tickLine(one, true))), nil})
		}
	}
	return out
}
