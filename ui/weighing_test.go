package ui

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
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

func TestWhatIsWishedWhileSomethingIsWeighedKeepsItsTurn(t *testing.T) {
	d := imported(t)
	d.slow = true
	d.keys("u", "ctrl+r") // there is nothing to redo yet
	d.disk()
	if d.keys("enter"); d.m.store.Head() < 2 {
		t.Fatalf("%d entries", d.m.store.Head())
	}
	if e, _ := d.m.store.Entry(2); e.Kind != domain.Undo {
		t.Errorf("entry 2 is %v", e.Kind)
	}
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
			d := drive(t, opening(store, &fakeFiles{setup: Setup{
				Command: domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29"}}},
				Plan: func(domain.World, tell.Words) scene.Planned {
					return scene.Planned{Counts: []string{"lidmaatschappen: 1 nieuw"}}
				},
			}}), 120, 40)
			d.keys("I").typed("een.json").keys("enter").shows("lidmaatschappen: 1 nieuw")
			leave(d)
			d.shows("lidmaatschappen: 1 nieuw", "esc").hides("Bezig")
			if d.keys("enter").shows("Gaat open"); len(store.entries) != 0 {
				t.Error("something was saved")
			}
		})
	}
}
