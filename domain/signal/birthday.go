package signal

import "zichtlijn/domain"

// birthdays finds the clients who soon reach an age from which somebody else has
// to consent.
func (h *house) birthdays() []Signal {
	const months = 12
	var out []Signal
	for _, p := range h.people {
		if p.Role != domain.Client || p.BirthDate == 0 || !p.ActiveOn(h.on) {
			continue
		}
		for _, age := range []struct {
			years int
			code  Code
		}{{12, Turns12}, {16, Turns16}, {18, Turns18}} {
			if day := p.BirthDate.AddMonths(age.years * months); h.near(day) {
				out = append(out, made(age.code, string(p.ID)).due(day))
			}
		}
	}
	return out
}
