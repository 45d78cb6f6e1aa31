package signal

import "zichtlijn/domain"

// relationSignals finds relations that end soon, and those that run on although
// one of the two counts no more.
func (h *house) relationSignals() []Signal {
	var out []Signal
	left := map[domain.PersonID][]domain.RelationID{}
	for r := range h.w.Relations() {
		if !r.RunsOn(h.on) || !h.types[r.Type].Active() {
			continue
		}
		gone := false
		for _, id := range []domain.PersonID{r.Client, r.Person} {
			if !h.active(id, h.on) {
				left[id] = append(left[id], r.ID)
				gone = true
			}
		}
		if last := h.lastDay(r.Period, r.Client, r.Person); !gone && h.near(last) && !h.goesOn(r, last) {
			out = append(out, ending(r, last))
		}
	}
	for _, p := range h.people {
		if ids := left[p.ID]; len(ids) > 0 {
			out = append(out, about(RelationInactive, p.ID, ids))
		}
	}
	return out
}

// ending is the signal of a relation that ends. It is mended at the client.
func ending(r domain.Relation, last domain.Date) Signal {
	s := made(RelationEndsSoon, string(r.ID)).due(last)
	s.Refs = append([]domain.Ref{
		{Noun: domain.PersonNoun, Key: string(r.Client)}, {Noun: domain.PersonNoun, Key: string(r.Person)},
	}, s.Refs...)
	return s
}

// goesOn reports whether the same two stand in the same type from the day after last.
func (h *house) goesOn(r domain.Relation, last domain.Date) bool {
	if !h.active(r.Client, last+1) || !h.active(r.Person, last+1) {
		return false
	}
	for o := range h.w.RelationsOf(r.Client) {
		if o.ID != r.ID && o.Client == r.Client && o.Person == r.Person && o.Type == r.Type && o.RunsOn(last+1) {
			return true
		}
	}
	return false
}
