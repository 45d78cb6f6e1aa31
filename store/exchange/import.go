package exchange

import "zichtlijn/domain"

// Import takes set-ups into a World, in their order and as one edit. It merges
// by key: what a file gives wins, what it does not give stays, nothing is
// deleted. It is all or nothing, and it never replaces (E8): an overlap of an
// exclusive type is a problem.
type Import struct {
	Setups []Setup
	// TakeDate takes the reference date too. Only a demonstration asks for it.
	TakeDate bool
}

// Verb implements domain.Command.
func (Import) Verb() domain.Verb { return domain.VerbImport }

// Plan implements domain.Command. The error is Rejected, or a domain.Refusal
// with code NothingToDo when everything is in w already.
func (i Import) Plan(w domain.World) ([]domain.Change, error) {
	out := i.Outcome(w)
	switch {
	case len(out.Problems) > 0:
		return nil, Rejected{Problems: out.Problems, More: out.More}
	case len(out.Changes) == 0:
		return nil, domain.Refusal{Code: domain.NothingToDo, Subject: domain.Ref{Noun: domain.InstitutionNoun, Key: domain.Institution{}.Key()}}
	}
	return out.Changes, nil
}

// Outcome is what an import would do: the dry run of Plan, by the same code.
type Outcome struct {
	Counts   []Count // of every noun, in the order of domain.Nouns
	Problems []Problem
	More     int             // problems found beyond those
	Changes  []domain.Change // none while there are problems
}

// Count says how the records read of a noun come off. The four add up to them.
type Count struct {
	Noun                              domain.Noun
	New, Changed, Unchanged, Rejected int
}

// Read returns how many records were read of the noun.
func (c Count) Read() int { return c.New + c.Changed + c.Unchanged + c.Rejected }

// Outcome says what the import would do to w.
func (i Import) Outcome(w domain.World) Outcome {
	m := newMerger(w, i)
	institution().merge(m, i.batches(0))
	for n, f := range sections() {
		f.merge(m, i.batches(1+n))
	}
	m.judge()
	out := Outcome{Counts: m.counts()}
	var all problems
	for _, of := range m.found {
		of.inOrder()
		all.join(of)
	}
	if out.Problems, out.More = all.list, all.more; len(out.Problems) == 0 {
		out.Changes = m.changes
	}
	return out
}

// batches returns the records of one section of every file.
func (i Import) batches(n int) []batch {
	out := make([]batch, len(i.Setups))
	for at, s := range i.Setups {
		if n < len(s.batches) {
			out[at] = s.batches[n]
		}
	}
	return out
}
