package ui

import "testing"

// The tab says how many promises are broken, and follows what is done about it.
func TestTheTabOfAgreementsCountsWhatIsBroken(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.shows("5 Afspraken (1!)")
	d.keys("5")
	d.shows("Dennis Bakker ziet Petra Bakker via het netwerk", "Geschonden (1)")
	d.keys("n", "tab").typed("noor").keys("enter").typed("yusuf").keys("enter", "shift+tab", "shift+tab", "shift+tab", "right", "right", "enter")
	d.shows("5 Afspraken (2!)", "✗ Noor Haddad ziet Yusuf Demir altijd", "Afspraak gemaakt")
	d.keys("u")
	d.shows("5 Afspraken (1!)")
	d.keys("g", "enter")
	d.shows("Relaties van Sem Bakker")
	d.whole()
}
