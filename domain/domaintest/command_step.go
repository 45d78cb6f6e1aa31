package domaintest

import "zichtlijn/domain"

// stepKinds are the edits about the stappenplan that w leaves room for.
func (e edits) stepKinds() []func() domain.Command {
	kinds := []func() domain.Command{e.doneCheck, e.handOver}
	if len(e.r.Groups) > 0 {
		kinds = append(kinds, e.tick, e.untick)
	}
	return kinds
}

func (e edits) doneCheck() domain.Command {
	return domain.DoneCheck{Reason: pick(e, []string{"nagelopen", "met het team"}), By: "Marloes", On: e.day()}
}

func (e edits) handOver() domain.Command {
	if oneIn(e, 3) {
		return domain.UntickStep{Step: domain.HandoverStep}
	}
	return domain.TickStep{Step: domain.HandoverStep, On: e.day()}
}

func (e edits) tick() domain.Command {
	return domain.TickStep{Step: pick(e, domain.HandSteps()), Group: pick(e, e.r.Groups).ID, Reason: pick(e, []string{"", "met het team"}), On: e.day()}
}

func (e edits) untick() domain.Command {
	return domain.UntickStep{Step: pick(e, domain.HandSteps()), Group: pick(e, e.r.Groups).ID}
}
