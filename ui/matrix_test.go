package ui

import (
	"strings"
	"testing"

	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

func TestTheMatrixOfAGroupOpensOverTheWholeWindowAndIsLeftWithEsc(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("down", "down", "down", "down", "M").shows("Matrix van Vaardigheidstraining dinsdag").hides("Personentegel")
	d.whole()
	d.keys("esc").shows("Personentegel").hides("Matrix van")
}

func TestThePaletteKnowsTheMatrix(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys(":").typed("matrix").keys("enter").shows("Matrix van")
}

func TestWithoutAGroupTheMatrixSaysWhatIsMissing(t *testing.T) {
	d := drive(t, opening(&memory{}, &fakeFiles{}), 120, 40)
	d.keys("M").shows(tell.In(words.Dutch).Say("groups.none")).hides("Matrix van")
}

func TestTheMatrixIsWrittenWhereOneSaysAndThatIsSaidOverIt(t *testing.T) {
	files := &fakeFiles{}
	d := drive(t, opening(demonstration(), files), 80, 24)
	d.keys("down", "down", "down", "down", "M", "E").shows("zichtmatrix-G5-2026-03-02.csv").keys("enter")
	d.shows("Geëxporteerd naar zichtmatrix-G5-2026-03-02.csv.", "Matrix van")
	d.whole()
	if len(files.table) != 11 || !strings.Contains(strings.Join(files.table[6], ";"), "P15;Noor Haddad;cliënt;ziet en mag bericht") {
		t.Errorf("written: %q", files.table)
	}
	d.keys("down").hides("Geëxporteerd")
}

func TestAMatrixOverwritesNothingUnasked(t *testing.T) {
	files := &fakeFiles{exists: true}
	d := drive(t, opening(demonstration(), files), 120, 40)
	d.keys("down", "M", "E", "enter").shows("bestaat al. Overschrijven?").hides("Geëxporteerd")
	d.keys("enter").shows("Geëxporteerd naar")
}
