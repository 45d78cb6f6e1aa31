package ui

import (
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
)

// imported is a screen on a set-up that was read in as one edit.
func imported(t *testing.T) *driver {
	t.Helper()
	store := &memory{}
	if _, _, err := store.Do(importOf{demonstration().world}, domain.By{}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	return drive(t, opening(store, &fakeFiles{}), 80, 24)
}

func TestKeysAreAliveWhileAnImportThatIsTakenBackIsWeighed(t *testing.T) {
	d := imported(t)
	d.slow = true
	d.keys("u").shows("Bezig met wegen (ongedaan maken): 0 %. Esc stopt; er is nog niets bewaard.")
	d.keys("2").shows("Bezig met wegen", "Personen")
	if d.m.active != scene.PeopleScreen {
		t.Errorf("the screen is %v", d.m.active)
	}
	d.disk()
	d.hides("Bezig met wegen")
	if n := d.m.scene.World.Count(domain.PersonNoun); n != 0 {
		t.Errorf("%d persons are left", n)
	}
}

func TestEscStopsAWeighingAndChangesNothing(t *testing.T) {
	d := imported(t)
	d.slow = true
	d.keys("u", "esc").shows("Het wegen is gestopt; er is niets veranderd.")
	d.disk()
	if d.m.scene.World.Count(domain.PersonNoun) == 0 || d.m.store.Head() != 1 {
		t.Error("the import was taken back")
	}
}

func TestLeavingWhileSomethingIsWeighedFirstStopsThat(t *testing.T) {
	d := imported(t)
	d.slow = true
	d.keys("u", "q").shows("Het wegen is gestopt")
	d.disk()
	if d.quit {
		t.Fatal("the program left")
	}
	if d.keys("q"); !d.quit {
		t.Error("the program stayed")
	}
}

func TestWhatIsWishedWhileSomethingIsWeighedIsRefused(t *testing.T) {
	d := imported(t)
	d.slow = true
	d.keys("u", "ctrl+r").shows("Er wordt nog gewogen; dit is niet bewaard.")
	d.disk()
	d.hides("gewogen")
	if d.m.store.Head() != 2 {
		t.Errorf("%d entries", d.m.store.Head())
	}
}

func TestADialogWhoseWishIsWeighedTakesNothing(t *testing.T) {
	store := demonstration()
	d := drive(t, opening(store, &fakeFiles{setup: does(domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29"}}})}), 120, 40)
	d.keys("I").typed("een.json").keys("enter")
	d.slow = true
	before := d.keys("enter").shows("Bezig met wegen (importeren)").screen()
	d.typed("x").keys("down", "enter")
	d.send(tea.PasteMsg{Content: "y"})
	d.send(tea.MouseClickMsg{X: 60, Y: 20, Button: tea.MouseLeft})
	if d.screen() != before {
		t.Errorf("the dialog took something:\n%s", d.screen())
	}
	d.disk()
	d.shows("Gaat open")
}

func TestAFileWhoseNextUndoCannotBeReadSaysThat(t *testing.T) {
	d := drive(t, opening(unreadable{demonstration()}, &fakeFiles{}), 80, 24)
	d.keys("u").shows("Niet opgeslagen: de schijf weigerde")
}

// unreadable is a store that cannot read where the journal stands.
type unreadable struct{ *memory }

func (unreadable) Position() (domain.Position, error) {
	return domain.Position{}, errors.New("read error")
}

func TestAWeighingOfAnotherDayIsMadeAgain(t *testing.T) {
	d := imported(t)
	d.slow = true
	d.keys("u")
	d.m.chosenOn = d.m.scene.On + 40
	d.m = d.m.showWorld(d.m.scene.World)
	d.disk()
	if d.m.weighing.work != nil || d.m.store.Head() != 2 {
		t.Errorf("%d entries, %v", d.m.store.Head(), d.m.weighing.work)
	}
}

func TestTheImportThatIsNotAnsweredStaysAPlan(t *testing.T) {
	for name, leave := range map[string]func(d *driver){
		"its question is left":    func(d *driver) { d.keys("enter").shows("Gaat open").keys("esc") },
		"its weighing is stopped": func(d *driver) { d.slow = true; d.keys("enter", "esc").disk() },
	} {
		t.Run(name, func(t *testing.T) {
			store := demonstration()
			d := drive(t, opening(store, &fakeFiles{setup: does(domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29"}}}, "lidmaatschappen: 1 nieuw")}), 120, 40)
			d.keys("I").typed("een.json").keys("enter").shows("lidmaatschappen: 1 nieuw")
			leave(d)
			d.shows("lidmaatschappen: 1 nieuw", "esc").hides("Bezig")
			if d.keys("enter").shows("Gaat open"); len(store.entries) != 0 {
				t.Error("something was saved")
			}
		})
	}
}
