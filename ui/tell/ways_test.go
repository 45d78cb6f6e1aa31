package tell_test

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// ground is a ground in a group, or in a client's network.
func ground(rule sight.Rule, group domain.GroupID, client domain.PersonID) sight.Ground {
	return sight.Ground{Clause: sight.Clause{Rule: rule}, Group: group, Client: client}
}

func TestWaysAreCountedByPlaceAndNamedByRule(t *testing.T) {
	network, koor, tuin := ground(sight.N3, "", "P3"), ground(sight.G4, "G1", ""), ground(sight.G4, "G2", "")
	tile := ground(sight.G5, "G1", "")
	promise := domain.Agreement{ID: "F1", Kind: domain.NeverSees, Viewer: "P1", Other: "P2"}
	w := tell.Ways{Words: tell.In(words.Dutch), By: func(id domain.PersonID) string { return string(id) }}
	w.After = domain.NewWorld(domain.Records{Groups: []domain.Group{{ID: "G1", Name: "Koor"}, {ID: "G2", Name: "Tuin"}}})
	was := " De afspraak “P1 ziet P2 nooit” was al geschonden."
	for _, c := range []struct {
		turn           sight.WayTurn
		opened, closed string
	}{
		{sight.WayTurn{Opened: []sight.Ground{koor, tile}, Kept: []sight.Ground{network}}, "Opent een tweede weg: P1 → P2 (regel G4, G5 · groep Koor)." + was, ""},
		{sight.WayTurn{Opened: []sight.Ground{koor}, Kept: []sight.Ground{network, tuin}}, "Opent nog een weg: P1 → P2 (regel G4 · groep Koor)." + was, ""},
		{
			sight.WayTurn{Opened: []sight.Ground{koor, tuin}, Kept: []sight.Ground{network}},
			"Opent nog 2 wegen: P1 → P2 (regel G4 · groep Koor en regel G4 · groep Tuin)." + was, "",
		},
		{
			sight.WayTurn{Opened: []sight.Ground{koor}, Closed: []sight.Ground{network}},
			"Opent een andere weg: P1 → P2 (regel G4 · groep Koor)." + was,
			"Sluit een van de wegen: P1 → P2 (regel N3 · netwerk van P3). De afspraak “P1 ziet P2 nooit” blijft geschonden (regel G4 · groep Koor).",
		},
	} {
		c.turn.Agreement = promise
		if got := w.Opened(c.turn); got != c.opened {
			t.Errorf("opened: %q, want %q", got, c.opened)
		}
		if got := w.Closed(c.turn); got != c.closed {
			t.Errorf("closed: %q, want %q", got, c.closed)
		}
	}
	w.From = domain.NewDate(2026, 4, 1)
	if got, want := w.Opened(sight.WayTurn{Agreement: promise, Opened: []sight.Ground{koor}, Kept: []sight.Ground{network}}), "Opent een tweede weg: P1 → P2 (regel G4 · groep Koor, vanaf 01-04-2026)."+was; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
