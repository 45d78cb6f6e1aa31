package ui

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/scene"
)

func visibilityOf(m *memory, id domain.GroupID) domain.Visibility {
	g, _ := m.world.Group(id)
	return g.Visibility
}

func set(id domain.GroupID, v domain.Visibility) scene.Edit {
	return scene.Edit{Command: domain.SetVisibility{ID: id, Visibility: v}}
}

// wished lets the root grant a wish, as a screen would wish it.
func (d *driver) wished(w scene.Wish) *driver {
	next, cmd := d.m.grant(w, nil)
	d.m = next
	d.run(cmd)
	return d
}

func TestAnEditThatRevealsIsSavedOnlyWithAReason(t *testing.T) {
	store := demonstration()
	d := drive(t, opening(store, &fakeFiles{}), 120, 40)
	d.wished(set("G1", domain.MembersVisible)).shows("Dit opent een weg die een afspraak verbiedt", "Cliënten onder elkaar: 12 zien")
	d.keys("enter").shows("Schrijf op waarom deze weg erbij mag")
	d.keys("esc").hides("Dit opent een weg die een afspraak verbiedt")
	if store.Head() != 0 {
		t.Fatal("saved without a reason")
	}
	d.wished(set("G1", domain.MembersVisible)).typed("afgesproken met het team").keys("enter").hides("Dit laat")
	if store.Head() != 1 || store.entries[0].By.Reason != "afgesproken met het team" {
		t.Errorf("the journal: %+v", store.entries)
	}
}

func TestAnEditThatRevealsNothingIsNotHeldUp(t *testing.T) {
	store := demonstration()
	d := drive(t, opening(store, &fakeFiles{}), 120, 40)
	d.wished(set("G3", domain.Hidden)).hides("Nog niet bewaard")
	if visibilityOf(store, "G3") != domain.Hidden {
		t.Error("not saved")
	}
}

func TestTakingBackIsHeldUpWhereItReveals(t *testing.T) {
	store := demonstration()
	d := drive(t, opening(store, &fakeFiles{}), 120, 40)
	d.wished(set("G3", domain.Hidden)).keys("u").shows("Dit laat mensen meer zien", "Ongedaan gemaakt")
	if visibilityOf(store, "G3") != domain.Hidden {
		t.Fatal("taken back unasked")
	}
	d.typed("was een vergissing").keys("enter")
	if visibilityOf(store, "G3") != domain.MembersVisible || store.entries[1].By.Reason != "was een vergissing" {
		t.Errorf("the journal: %+v", store.entries)
	}
	d.keys("ctrl+r").hides("Nog niet bewaard") // hides again: not held up
	if visibilityOf(store, "G3") != domain.Hidden {
		t.Error("not repeated")
	}
}

func TestAnEditThatBreaksAnAgreementNamesTheRouteAndCanBeOverruled(t *testing.T) {
	store := demonstration()
	d := drive(t, opening(store, &fakeFiles{}), 120, 40)
	d.wished(set("G6", domain.GroupVisible)).shows("Dit schendt een afspraak", "Traumagroep Lotus staat hoogstens op")
	d.keys("enter").shows("waarom de afspraak hiervoor wijkt")
	d.typed("besloten").keys("enter")
	if visibilityOf(store, "G6") != domain.GroupVisible {
		t.Error("not overruled")
	}
}

// While an edit is on its way, undo means that edit, whatever it turns out to
// reveal: it is weighed when it is known.
func TestAnUndoBehindAnEditOnItsWayIsWeighedWhenItIsKnown(t *testing.T) {
	store := demonstration()
	d := drive(t, opening(store, &fakeFiles{}), 120, 40)
	d.slow = true
	d.wished(set("G3", domain.Hidden)).keys("u")
	d.disk()
	if visibilityOf(store, "G3") != domain.Hidden || store.Head() != 1 {
		t.Fatalf("after the disk G3 is %v, with %d entries", visibilityOf(store, "G3"), store.Head())
	}
	d.shows("Dit laat mensen meer zien").typed("toch").keys("enter")
	if visibilityOf(store, "G3") != domain.MembersVisible {
		t.Error("not taken back after it was agreed to")
	}
}

// An edit that reveals nothing when it is wished, but does by the time it reaches
// the disk, is asked about after all.
func TestAnEditThatComesToRevealOnItsWayIsAskedAbout(t *testing.T) {
	store := demonstration()
	d := drive(t, opening(store, &fakeFiles{}), 120, 40)
	d.slow = true
	d.wished(scene.Edit{Command: domain.AddGroup{Group: domain.Group{ID: "G9", Name: "Koor"}}})
	d.wished(set("G3", domain.Hidden))
	// Seen from here it changes nothing that anybody sees; behind the edit before
	// it, which hides the group, it reveals.
	d.wished(scene.Edit{Command: domain.EditGroup{Group: domain.Group{ID: "G3", Name: "Bewoners", Visibility: domain.MembersVisible}}})
	d.disk()
	if visibilityOf(store, "G3") != domain.Hidden {
		t.Fatal("revealed unasked")
	}
	d.shows("Dit laat mensen meer zien")
}

func TestAnImportIntoASetUpIsHeldUpAndTheFirstOneIsNot(t *testing.T) {
	dennis := domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29"}}}
	apply := scene.Transfer{What: scene.Import, Apply: true}
	for _, c := range []struct {
		name  string
		store *memory
		setup domain.Command
		asked bool
	}{{"into the demonstration", demonstration(), dennis, true}, {"the first", &memory{}, first(t), false}} {
		t.Run(c.name, func(t *testing.T) {
			d := drive(t, opening(c.store, &fakeFiles{}), 120, 40)
			d.m.plan = &Plan{Command: c.setup}
			head := c.store.Head()
			d.wished(apply)
			if asked := c.store.Head() == head; asked != c.asked {
				t.Errorf("asked: %v\n%s", asked, d.screen())
			}
		})
	}
}

// first is the demonstration as somebody's first import.
func first(t *testing.T) domain.Command {
	t.Helper()
	return taken{demonstration().world}
}

// taken imports a whole world.
type taken struct{ world domain.World }

func (taken) Verb() domain.Verb { return domain.VerbImport }

func (c taken) Plan(domain.World) ([]domain.Change, error) { return domain.Creation(c.world), nil }

// watched counts what a store on a disk refuses because nobody agreed to it.
type watched struct {
	Store
	asked int
}

func (w *watched) Do(c domain.Command, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	return w.noted(w.Store.Do(c, by, check))
}

func (w *watched) Undo(by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	return w.noted(w.Store.Undo(by, check))
}

func (w *watched) Redo(by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	return w.noted(w.Store.Redo(by, check))
}

func (w *watched) noted(world domain.World, e domain.Entry, err error) (domain.World, domain.Entry, error) {
	if errors.As(err, &sight.Asked{}) {
		w.asked++
	}
	return world, e, err
}

// onDisk is the demonstration on a disk, in which edits were made already.
func onDisk(t *testing.T, edits ...domain.Command) *watched {
	t.Helper()
	db, err := store.Create(filepath.Join(t.TempDir(), "a.db"), store.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	for _, c := range append([]domain.Command{exchange.Demonstration()}, edits...) {
		if _, _, err := db.Do(c, domain.By{}, domain.Unchecked); err != nil {
			t.Fatal(err)
		}
	}
	return &watched{Store: db}
}

// The question is the screen's; that there is an answer, the store holds. So each
// wish goes past the question here.
func TestTheStoreRefusesWhatRevealsUnaskedByWhicheverKeyItComes(t *testing.T) {
	opened := set("G1", domain.MembersVisible)
	undone := onDisk(t, opened.Command)
	if _, _, err := undone.Undo(domain.By{}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	const way = "Dit opent een weg die een afspraak verbiedt"
	dennis := domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29"}}}
	for _, c := range []struct {
		name  string
		store *watched
		wish  scene.Wish
		title string
	}{
		{"edit", onDisk(t), opened, way},
		{"undo", onDisk(t, set("G3", domain.Hidden).Command), scene.Undo{}, "Dit laat mensen meer zien"},
		{"redo", undone, scene.Redo{}, way},
		{"import", onDisk(t), scene.Transfer{What: scene.Import, Apply: true}, way},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := drive(t, opening(c.store, &fakeFiles{}), 120, 40)
			d.m.plan = &Plan{Command: dennis}
			head, world := c.store.Head(), c.store.World()
			d.run(d.m.queue.add(d.m.job(d.m.draft(c.wish, nil))))
			if c.store.asked != 1 || c.store.Head() != head || c.store.World() != world {
				t.Fatalf("refused %d times, head %d", c.store.asked, c.store.Head())
			}
			d.shows(c.title).typed("besproken").keys("enter").hides(c.title)
			if c.store.asked != 1 || c.store.Head() != head+1 {
				t.Errorf("after the answer: refused %d times, head %d", c.store.asked, c.store.Head())
			}
		})
	}
}
