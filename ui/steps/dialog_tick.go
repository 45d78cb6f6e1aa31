package steps

import (
	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

const remarkLimit = 500

// newTick ticks a step off with a remark.
func newTick(s scene.Scene, hand domain.HandStep, group domain.GroupID) scene.Dialog {
	return dialog.Form{
		Title: s.Words.Say("steps.tick-title", s.Words.StepName(steps.Step(hand.String()))),
		Lead:  tickedFor(s, hand, group),
		Fields: widget.NewForm(widget.Field{Key: dialog.ReasonField, Label: s.Words.Say("steps.remark"),
			Limit: remarkLimit, Help: s.Words.Say("steps.remark-help")}),
		Save: "steps.tick-hint",
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			return domain.TickStep{Step: hand, Group: group, Reason: dialog.Text(f, dialog.ReasonField), On: currentDay(s), Of: s.On}
		},
	}
}

// tickedFor names the group and the state of it that the tick is for.
func tickedFor(s scene.Scene, hand domain.HandStep, group domain.GroupID) []string {
	if group == "" {
		return nil
	}
	out := []string{s.Words.Group(s.World, group)}
	g, _ := s.World.Group(group)
	switch hand {
	case domain.ModeStep:
		out = append(out, s.Words.Say("steps.tick-mode", s.Words.Visibility(g.Visibility)))
	case domain.LookStep:
		in := map[domain.Role]bool{}
		for _, m := range s.World.MembersOn(group, s.On) {
			in[m.As] = true
		}
		var roles []string
		for _, r := range domain.MemberRoles() {
			if in[r] {
				roles = append(roles, s.Words.RoleWord(r))
			}
		}
		out = append(out, s.Words.Say("steps.tick-look", s.Words.List(roles)))
	}
	return out
}
