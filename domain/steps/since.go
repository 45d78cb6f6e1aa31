package steps

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// Since cuts a journal at the last periodic check. entries come newest first,
// without a gap, down to any entry. It returns those after the check, newest
// first, and whether the check lies among them; a check that was undone counts
// no more. Without a check it is all of them and false.
func Since(entries []domain.Entry) (later []domain.Entry, found bool) {
	for i := 0; i < len(entries); i++ {
		e := entries[i]
		mark := checkIn(e)
		switch {
		case mark == nil:
		case e.Kind == domain.Undo:
			// One stands where one stood before the entry that was taken back.
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

// checkIn returns what an entry did to the mark of the periodic check.
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

// Changes returns what entries, newest first, changed together: oldest first, so
// that they lead from the world before the first to the one after the last.
func Changes(entries []domain.Entry) []domain.Change {
	var out []domain.Change
	for _, e := range slices.Backward(entries) {
		out = append(out, e.Changes...)
	}
	return out
}

// Turned returns who sees or may message whom otherwise than before changes, which
// led to w, as sight.Impact orders them. The error is a Refusal: they did not.
func Turned(w domain.World, changes []domain.Change, on domain.Date) ([]sight.Turn, error) {
	before, err := w.With(domain.Inverse(changes)...)
	if err != nil {
		return nil, err
	}
	return sight.Impact(before, changes, on)
}
