package why

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
)

// fewest is how many edits are tried before a key may come between. Counting
// whom an edit turns besides takes longest, so that one that turns the answer is
// the last of its turn.
const fewest = 8

// pair is whom a question is about.
type pair struct{ viewer, other domain.PersonID }

// search is what was found so far of the edits that would turn the answer.
type search struct {
	proposals, endings []domain.Command
	tried              int
	remedies, ends     []sight.Remedy
	// ledger keeps what one try looked up for the next. It is of one World and day,
	// as the search is.
	ledger *sight.Evaluator
}

func begin(s scene.Scene, p pair) search {
	return search{
		proposals: sight.Proposals(s.World, p.viewer, p.other, s.On),
		endings:   sight.EndingProposals(s.World, p.viewer, p.other, s.On),
		ledger:    sight.NewEvaluator(s.World, s.On),
	}
}

func (x search) total() int { return len(x.proposals) + len(x.endings) }

func (x search) done() bool { return x.tried == x.total() }

// sought reports whether every edit that would make something hold was tried.
func (x search) sought() bool { return x.tried >= len(x.proposals) }

// step tries the next few edits.
func (x search) step(p pair) search {
	for range fewest {
		if x.done() {
			return x
		}
		if x.next(p) {
			return x
		}
	}
	return x
}

// next tries one edit, and reports whether it turns the answer.
func (x *search) next(p pair) bool {
	at := x.tried
	x.tried++
	if at < len(x.proposals) {
		r, ok := x.ledger.Try(p.viewer, p.other, x.proposals[at])
		if ok {
			x.remedies = sight.InsertRanked(x.remedies, r)
		}
		return ok
	}
	r, ok := x.ledger.TryEnding(p.viewer, p.other, x.endings[at-len(x.proposals)])
	if ok {
		x.ends = sight.InsertRanked(x.ends, r)
	}
	return ok
}
