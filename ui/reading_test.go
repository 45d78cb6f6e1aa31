package ui

import (
	"errors"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
)

// readIn is a screen that reads a file with one new membership; planned sees each World in
// which that is planned.
func readIn(t *testing.T, planned func(*driver, domain.World)) *driver {
	t.Helper()
	var d *driver
	d = drive(t, opening(demonstration(), &fakeFiles{setup: Setup{Plan: func(in Planning) Plan {
		planned(d, in.World)
		return does(domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29"}}}, "lidmaatschappen: 1 nieuw").Plan(in)
	}}}), 80, 24)
	d.slow = true
	return d.keys("I").typed("een.json").keys("enter")
}

func never(d *driver, _ domain.World) { d.t.Error("it was planned") }

func TestALongReadingSaysHowFarItIs(t *testing.T) {
	d := readIn(t, func(d *driver, _ domain.World) {
		d.slow = true // the frame after this one comes later
		d.send(workOn{d.m.reading.work})
		d.shows("Het bestand is gelezen. Bezig met nagaan")
		d.slow = false
	})
	d.shows("bezig…").hides("0 %")
	d.send(workOn{d.m.reading.work})
	d.shows("Bezig met lezen: 0 %. Esc stopt; er is nog niets ingelezen.")
	d.disk()
	d.shows("lidmaatschappen: 1 nieuw").hides("Bezig")
}

func TestAReadingThatIsStoppedReadsNothingIn(t *testing.T) {
	for _, key := range []string{"esc", "ctrl+c"} {
		t.Run(key, func(t *testing.T) {
			d := readIn(t, never)
			work := d.m.reading.work
			d.keys(key).shows("Het lezen is gestopt; er is niets ingelezen.", "een.json")
			if d.disk(); work.Err() == nil || d.m.plan != nil || d.quit {
				t.Errorf("stopped %v, plan %v, left %v", work.Err(), d.m.plan, d.quit)
			}
			d.shows("Het lezen is gestopt")
		})
	}
}

// A first ctrl+c leaves the reading, a second the program.
func TestAfterAStoppedReadingOneCanLeave(t *testing.T) {
	d := readIn(t, never).keys("ctrl+c")
	d.disk()
	if d.keys("ctrl+c"); !d.quit {
		t.Error("the program stayed")
	}
}

func TestWhatWasPlannedInAnotherWorldIsPlannedAgain(t *testing.T) {
	var other domain.World
	var in []domain.World
	d := readIn(t, func(d *driver, w domain.World) {
		if in = append(in, w); len(in) == 1 {
			d.m = d.m.showWorld(other)
		}
	})
	d.disk()
	d.shows("lidmaatschappen: 1 nieuw")
	if len(in) != 2 || in[1] != other {
		t.Errorf("planned %d times", len(in))
	}
}

// What is shown is what was read last: until that is there, enter imports nothing.
func TestNothingIsReadInWhileAnotherFileIsRead(t *testing.T) {
	d := readIn(t, func(*driver, domain.World) {})
	d.disk()
	d.slow = true
	d.m, _ = d.m.read(scene.Transfer{What: scene.Import, Path: "twee.json"})
	d.keys("enter").shows("lidmaatschappen: 1 nieuw")
	if d.m.weighing.work != nil {
		t.Error("the first one is on its way")
	}
}

// The rows come first: without their file nothing is read in.
func TestRowsThatAreSetAsideAreWrittenBeforeTheEdit(t *testing.T) {
	for name, fails := range map[string]error{"written": nil, "not written": errors.New("disk full")} {
		t.Run(name, func(t *testing.T) {
			store := demonstration()
			var before domain.Seq = 9
			d := drive(t, opening(store, &fakeFiles{setup: Setup{Plan: func(in Planning) Plan {
				out := does(domain.AddGroup{Group: domain.Group{Name: "Nieuw"}}, "1 groep").Plan(in)
				out.Aside = []string{"FOUT  rij 2"}
				out.SetAside = func() (string, error) {
					before = store.Head()
					return "een-afgekeurd.csv", fails
				}
				return out
			}}}), 120, 40)
			d.keys("I").typed("een.json").keys("enter", "enter")
			if before != 0 {
				t.Errorf("after %d entries", before)
			}
			if fails == nil {
				d.shows("1 rij staat apart in een-afgekeurd.csv")
			}
			if saved := store.Head() == 1; saved != (fails == nil) {
				t.Errorf("saved: %v\n%s", saved, d.screen())
			}
		})
	}
}
