package scene

import (
	"sync"

	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/words"
)

// nextStep is the next open step of a world on a date. It is judged when it is first asked
// for, and kept: in a large institution that takes longer than a frame may.
type nextStep struct {
	of    domain.World
	on    domain.Date
	judge func() openStep
}

type openStep struct {
	step  steps.Step
	group domain.GroupID
	ok    bool
}

func judgeNext(w domain.World, on domain.Date) openStep {
	step, group, ok := steps.Next(w, on)
	return openStep{step, group, ok}
}

func newNextStep(w domain.World, on domain.Date) nextStep {
	return nextStep{w, on, sync.OnceValue(func() openStep { return judgeNext(w, on) })}
}

// Empty is what an empty pane says: why it is empty and, where that is not the own step of
// the pane, which step is next and the key that does it. Own is empty where the pane
// belongs to no step. Where nothing can be edited, and inside a rehearsal, no step is next.
func (s Scene) Empty(own steps.Step, said string) string {
	if s.Rehearsal != nil || !s.May() {
		return said
	}
	next := s.next.judge
	if next == nil || s.next.of != s.World || s.next.on != s.On {
		next = func() openStep { return judgeNext(s.World, s.On) }
	}
	to := next()
	if !to.ok || to.step == own {
		return said
	}
	key := words.Key("next-step." + string(to.step))
	if to.group != "" && to.step == steps.Handover {
		key = "next-step.handover-group"
	}
	if said != "" {
		said += "\n"
	}
	return said + s.Words.Say(key, s.Words.Group(s.World, to.group))
}
