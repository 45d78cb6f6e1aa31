package ui

import "testing"

func TestStartingEmptyAsksTheNameAndLeadsToTheFirstStep(t *testing.T) {
	d := drive(t, opening(nil, &fakeFiles{}), 80, 24)
	d.keys("e").shows("Hoe heet uw instelling?").keys("esc").shows("De demonstratie bekijken").hides("Hoe heet")
	if d.m.store != nil {
		t.Error("a file is made for a name that was not given")
	}
	d.keys("e").typed("De Bron").keys("enter").shows("De Bron", "Instelling · 0 van 5", "Bewaard: Instelling gewijzigd (naam)", "Enter gaat erheen.")
	d.whole()
	d.keys("1").shows("Volgende stap: de personen").keys("9", "enter").shows("2 Personen", "Nog geen personen.").hides("Volgende stap")
	for _, screen := range []string{"3", "4", "5", "6", "8"} {
		d.keys(screen)
		if screen != "8" { // the name is in the journal
			d.shows("Volgende stap: de personen")
		}
	}
	d.keys("2", "u").hides("De Bron")
}

func TestAnInstitutionMayBeginWithoutAName(t *testing.T) {
	d := drive(t, opening(nil, &fakeFiles{}), 80, 24)
	d.keys("e", "enter").shows("Instelling · 0 van 5").hides("Bewaard").keys("8").shows("Nog niets.", "Volgende stap: de personen")
}

// A slow disk: what is typed while the file is made reaches the file, not the first start,
// where 2 opens the demonstration.
func TestWhatIsTypedWhileTheFileIsMadeWaitsForIt(t *testing.T) {
	d := drive(t, opening(nil, &fakeFiles{}), 80, 24)
	d.keys("e")
	d.slow = true
	d.typed("De Bron").keys("enter", "2", "n").typed("An Bos")
	d.disk()
	d.shows("An Bos").hides("Hazelmeander")
}
