package steps

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// Since returns the entries after the last periodic check, and whether there is one;
// if not, it returns all. entries are newest first, without a gap, down to any entry.
// A check that was undone does not count.
func Since(entries []domain.Entry) (later []domain.Entry, found bool) {
	for i := 0; i < len(entries); i++ {
		e := entries[i]
		mark := checkIn(e)
		switch {
		case mark == nil:
		case e.Kind == domain.Undo:
			// Continue before the entry that was undone.
			i = max(i, slices.IndexFunc(entries, func(o domain.Entry) bool { return o.Seq == e.Of }))
			if entries[i].Seq != e.Of {
				return entries, false
			}
		case mark.After != nil:
			return entries[:i], true
		}
	}
	return entries, false
}

// checkIn returns the change of an entry to the mark of the periodic check, if any.
func checkIn(e domain.Entry) *domain.Swap[domain.AcceptedSignal] {
	for _, c := range e.Changes {
		if s := c.AcceptedSignal; s != nil {
			if s.After != nil && s.After.IsCheck() || s.Before != nil && s.Before.IsCheck() {
				return s
			}
		}
	}
	return nil
}

// Changes returns the changes of entries, newest first, in the order in which they
// were made.
func Changes(entries []domain.Entry) []domain.Change {
	var out []domain.Change
	for _, e := range slices.Backward(entries) {
		out = append(out, e.Changes...)
	}
	return out
}

// Turns returns the sight and messages that changes, which led to w, gave or took, in
// the order of sight.Impact. The error is a Refusal if they did not lead to w.
func Turns(w domain.World, changes []domain.Change, on domain.Date) ([]sight.Turn, error) {
	before, err := w.With(domain.Inverse(changes)...)
	if err != nil {
		return nil, err
	}
	return sight.Impact(before, changes, on)
}
