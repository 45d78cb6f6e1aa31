package domain

// Period is a run of whole days, the last day included ("t/m"). No From means
// from always on, no Through means an open end; the zero Period is always.
type Period struct {
	From    Date `cbor:"20,keyasint,omitempty"`
	Through Date `cbor:"21,keyasint,omitempty"`
}

// last is Through with an open end made comparable.
func (p Period) last() Date {
	if p.Through == 0 {
		return LastDate
	}
	return p.Through
}

// Covers reports whether the day on lies in p.
func (p Period) Covers(on Date) bool { return p.From <= on && on <= p.last() }

// Overlaps reports whether p and q share a day.
func (p Period) Overlaps(q Period) bool { return p.From <= q.last() && q.From <= p.last() }

// Ordered reports whether p does not end before it begins.
func (p Period) Ordered() bool { return p.From <= p.last() }

// Ended reports whether p lies wholly before the day on.
func (p Period) Ended(on Date) bool { return p.last() < on }

// Ahead reports whether p begins only after the day on.
func (p Period) Ahead(on Date) bool { return p.From > on }
