package signal

import "zichtlijn/domain"

// relationSignals finds relations that end soon, and those of inactive people.
func (f *finder) relationSignals() []Signal {
	var out []Signal
	inactive := map[domain.PersonID][]domain.RelationID{}
	for r := range f.w.Relations() {
		if !r.RunsOn(f.on) || !f.types[r.Type].Active() {
			continue
		}
		gone := false
		for _, id := range []domain.PersonID{r.Client, r.Person} {
			if !f.active(id, f.on) {
				inactive[id] = append(inactive[id], r.ID)
				gone = true
			}
		}
		if last := f.lastDay(r.Period, r.Client, r.Person); !gone && f.near(last) && !f.relationGoesOn(r, last) {
			out = append(out, endsSoon(r, last))
		}
	}
	for _, p := range f.people {
		if ids := inactive[p.ID]; len(ids) > 0 {
			out = append(out, newListSignal(RelationInactive, p.ID, ids))
		}
	}
	return out
}

// endsSoon returns the signal of a relation that ends. The client is the first ref,
// where it is edited.
func endsSoon(r domain.Relation, last domain.Date) Signal {
	s := newSignal(RelationEndsSoon, string(r.ID)).withDate(last)
	s.Refs = append([]domain.Ref{
		{Noun: domain.PersonNoun, Key: string(r.Client)}, {Noun: domain.PersonNoun, Key: string(r.Person)},
	}, s.Refs...)
	return s
}

// relationGoesOn reports whether the same two have a relation of the type on the day after
// last.
func (f *finder) relationGoesOn(r domain.Relation, last domain.Date) bool {
	if !f.active(r.Client, last+1) || !f.active(r.Person, last+1) {
		return false
	}
	for o := range f.w.RelationsOf(r.Client) {
		if o.ID != r.ID && o.Client == r.Client && o.Person == r.Person && o.Type == r.Type && o.RunsOn(last+1) {
			return true
		}
	}
	return false
}

// typeSignals finds relation types whose flags contradict each other (DOMAIN.md 3), and
// those whose running relations do less than one may expect: the type is switched off, or
// makes no direct relation. The flags of a type that is switched off have no effect (E7).
func (f *finder) typeSignals() []Signal {
	runs, counts := map[domain.RelationTypeID]bool{}, map[domain.RelationTypeID]bool{}
	for r := range f.w.Relations() {
		if t := f.types[r.Type]; t.SwitchedOff && r.RunsOn(f.on) {
			runs[r.Type] = true
		} else if t.LacksNetwork() && f.inEffect(r) {
			counts[r.Type] = true
		}
	}
	var out []Signal
	for t := range f.w.RelationTypes() {
		for _, one := range []struct {
			code  Code
			holds bool
		}{
			{TypeOffInUse, runs[t.ID]},
			{WithoutNetwork, counts[t.ID]},
			{PrimaryNotRelevant, t.Active() && t.Primary && !t.Relevant},
			{NegativeRelevant, t.Active() && t.Negative && t.Relevant},
		} {
			if one.holds {
				out = append(out, newSignal(one.code, string(t.ID)))
			}
		}
	}
	return out
}
