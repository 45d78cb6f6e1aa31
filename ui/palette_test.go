package ui

import (
	"testing"

	"zichtlijn/domain/domaintest"
)

func TestWhateverHasANameIsFoundAndEnterGoesThere(t *testing.T) {
	for _, c := range []struct{ typed, there string }{
		{"noor had", "Noor Haddad"}, {"100015", "Noor Haddad"}, {"P15", "Noor Haddad"},
		{"ouder dennis", "Dennis Bakker"}, {"parent dennis", "Dennis Bakker"},
		{"trauma", "Leden van Traumagroep Lotus"}, {"trmglot", "Leden van Traumagroep Lotus"},
		{"regieb", "Regiebehandelaar"}, {"dennis nooit", "Dennis Bakker ziet Petra Bakker nooit"}, {"never petra", "Dennis Bakker ziet Petra Bakker nooit"},
		{"rooster", "per medewerker"}, {"schedule", "per medewerker"}, {"journal", "Logboek"},
		{"visibility", "Zichtbaarheid van ‘Bewoners Vlierhof’"}, {"verbergen", "Zichtbaarheid van ‘Bewoners Vlierhof’"},
	} {
		for _, key := range []string{"ctrl+p", ":"} {
			d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
			d.keys(key).typed(c.typed).shows("Wat zoekt u").keys("enter").shows(c.there).hides("Wat zoekt u")
		}
	}
}

func TestAPersonIsFoundWhateverThePeopleScreenWasNarrowedTo(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("2", "f", "ctrl+p").typed("saskia").keys("enter").shows("─ Saskia van den Berg-Özdemir ─").keys("e").shows("Saskia van den Berg-Özdemir wijzigen")
}

func TestThePaletteTakesKeysBeforeTheRecordsAreListed(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.slow = true
	d.keys("ctrl+p").typed("petra").shows("Niets met die naam")
	d.disk()
	d.shows("Petra Bakker").keys("enter").shows("2 Personen").hides("Wat zoekt u")
}

func TestOnTheFirstStartThePaletteIsNotThere(t *testing.T) {
	o := opening(nil, &fakeFiles{})
	o.Store = nil
	drive(t, o, 80, 24).keys("ctrl+p").hides("Wat zoekt u")
}

// BenchmarkPalette is the first key, a later one, and what is done in between off the keys,
// for ten thousand people. Each key is to stay under 16 ms.
func BenchmarkPalette(b *testing.B) {
	k := walkIn(domaintest.Large(), false)
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			m, _ := k.m.update(press("ctrl+p"))
			m.picture()
		}
	})
	b.Run("listing", func(b *testing.B) {
		for b.Loop() {
			recordOffers(k.m.scene)
		}
	})
	d, _ := k.m.update(press("ctrl+p"))
	d, _ = d.update(indexed{d.scene.World, recordOffers(d.scene)})
	for _, typed := range []string{"a", "zxqj"} {
		b.Run("key "+typed, func(b *testing.B) {
			for b.Loop() {
				m := d
				for _, r := range typed {
					m, _ = m.update(press(string(r)))
				}
				m.picture()
			}
		})
	}
}
