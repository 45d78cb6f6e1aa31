package dialog

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// side is one of the two ways in which a sightline turns.
type side struct {
	tone                Tone
	counts              func(sight.Day) sight.Counts
	sees, messages      func(sight.Turn) bool
	both, see, messaged words.Key
	more                words.Key
}

func gained() side {
	return side{
		tone:     WarnTone,
		counts:   func(d sight.Day) sight.Counts { return d.Gained },
		sees:     func(t sight.Turn) bool { return !t.Before.Sees && t.After.Sees },
		messages: func(t sight.Turn) bool { return !t.Before.Messages && t.After.Messages },
		both:     "impact.both", see: "impact.sees", messaged: "impact.messages",
		more: "impact.unnamed",
	}
}

func lost() side {
	return side{
		tone:     PlainTone,
		counts:   func(d sight.Day) sight.Counts { return d.Lost },
		sees:     func(t sight.Turn) bool { return t.Before.Sees && !t.After.Sees },
		messages: func(t sight.Turn) bool { return t.Before.Messages && !t.After.Messages },
		both:     "impact.neither", see: "impact.sees-not", messaged: "impact.messages-not",
		more: "impact.unnamed",
	}
}

// lines says one side of a day: pairing after pairing, worst first, how many and
// then who, one viewer after another by name.
func (i Impact) lines(d sight.Day, at side) Remarks {
	var out Remarks
	w := i.s.Words
	named := 0
	for _, p := range sight.Pairings() {
		count := at.counts(d)[p]
		if count.Pairs == 0 {
			continue
		}
		out = append(out, Remark{HeadTone, w.Say("impact.pairing", w.Pairing(p), count.Sees, count.Messages)})
		told, n := i.viewers(d, p, at)
		out, named = append(out, told...), named+n
		if n < count.Pairs {
			out = append(out, Remark{QuietTone, w.Say(at.more, count.Pairs-n)})
		}
	}
	return out
}

// viewers names one pairing of a side, and returns how many sightlines it named.
func (i Impact) viewers(d sight.Day, p sight.Pairing, at side) (out Remarks, named int) {
	type view struct{ both, see, mail []domain.PersonID }
	views := map[domain.PersonID]*view{}
	var order []domain.PersonID
	for _, t := range d.Turns {
		sees, messages := at.sees(t), at.messages(t)
		if t.Pairing != p || !sees && !messages {
			continue
		}
		named++
		v := views[t.Viewer]
		if v == nil {
			v = &view{}
			views[t.Viewer] = v
			order = append(order, t.Viewer)
		}
		switch {
		case !messages:
			v.see = append(v.see, t.Other)
		case !sees:
			v.mail = append(v.mail, t.Other)
		default:
			v.both = append(v.both, t.Other)
		}
	}
	w := i.s.Words
	for _, id := range i.n.Order(order) {
		v := views[id]
		for _, part := range []struct {
			key  words.Key
			whom []domain.PersonID
		}{{at.both, v.both}, {at.see, v.see}, {at.messaged, v.mail}} {
			if len(part.whom) > 0 {
				out = append(out, Remark{at.tone, w.Say(part.key, i.n.Name(id), w.List(i.n.Names(part.whom)))})
			}
		}
	}
	return out, named
}
