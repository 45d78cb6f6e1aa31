package ui

import (
	"testing"

	"zichtlijn/domain"
)

func TestWOnARowOfThePreviewSaysWhyThatPersonIsSeen(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("v").typed("dennis").keys("enter", "tab", "tab", "tab", "down")
	d.keys("w").shows("Waarom ziet Dennis Bakker", "is Ouder of voogd van Sem Bakker", "regel N3", "Wat zou er een eind aan maken", "veranderen mee")
	d.keys("esc").hides("Waarom ziet").whole()
}

func TestWElsewhereAsksAboutWhomAndOffersFirstWhoIsNotSeen(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("v").typed("noor").keys("enter", "w").shows("Waarom ziet Noor Haddad … wel of niet?", "▸ Dennis Bakker", "ziet niet · ouder")
	d.typed("yusuf").keys("enter").shows("Waarom ziet Noor Haddad Yusuf Demir niet?", "Groep Vaardigheidstraining dinsdag: gebruikers zien daar de behandelaars, niet elkaar", "21 andere zichtlijnen veranderen mee")
}

func TestTheSearchIsUnderWayBetweenKeysAndEndsWithItsDialog(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("v").typed("noor").keys("enter", "w").typed("yusuf")
	d.slow = true
	d.keys("enter").shows("0 van 32 bekeken")
	held := d.held
	d.held = nil
	d.send(held[len(held)-1]()) // one breath: a few are tried, and it goes on
	d.hides("0 van 32 bekeken").shows("van 32 bekeken")
	d.keys("esc").hides("bekeken")
	d.disk() // what was on its way comes to nobody
	d.hides("bekeken").whole()
}

func TestAnEditOfWhyIsCarriedOutAndClosesIt(t *testing.T) {
	store := demonstration()
	d := drive(t, opening(store, &fakeFiles{}), 120, 40)
	d.keys("v").typed("noor").keys("enter", "w").typed("yusuf").keys("enter", "end")
	d.shows("▸ Groep Woongroep Steiger A op ‘Gebruikers kunnen elkaar zien’ zetten")
	d.keys("enter").shows("Dit opent een weg die een afspraak verbiedt").typed("besproken").keys("enter").hides("Waarom ziet")
	if g, _ := store.World().Group("G1"); g.Visibility != domain.MembersVisible {
		t.Errorf("the group is %v", g.Visibility)
	}
}

func TestNothingIsCarriedOutWhileEditingIsLocked(t *testing.T) {
	store := demonstration()
	d := drive(t, opening(store, &fakeFiles{}), 120, 40)
	d.keys("L", "v").typed("noor").keys("enter", "w").typed("yusuf").keys("enter")
	d.shows("Wat zou het veranderen", "wat dat zou doen").hides("uitvoeren")
	d.keys("enter").shows("Nog niet bewaard", "op slot. L haalt het van slot").keys("enter").shows("Waarom ziet")
	if len(store.entries) > 0 {
		t.Errorf("%v", store.entries)
	}
}
