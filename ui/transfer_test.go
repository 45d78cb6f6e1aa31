package ui

import "testing"

// Esc stops what is being written: it says so once the disk has, and nothing is noted.
func TestAnExportIsStoppedWithEsc(t *testing.T) {
	m := demonstration()
	d := drive(t, opening(m, &fakeFiles{}), 120, 40)
	d.keys("E")
	d.slow = true
	d.keys("enter").shows("Bezig met schrijven", "esc stoppen")
	d.keys("esc").shows("Bezig met schrijven")
	d.disk()
	d.shows("Het schrijven is gestopt: er is niets geschreven")
	if len(m.entries) > 0 {
		t.Errorf("it is noted: %+v", m.entries)
	}
	d.keys("enter").shows("Geëxporteerd naar")
}
