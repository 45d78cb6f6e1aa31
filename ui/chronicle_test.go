package ui

import (
	"errors"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/scene"
)

// kept is the demonstration with the journal entry of its making, and with G1
// opened to its members afterwards.
func kept(t *testing.T) *memory {
	t.Helper()
	m := &memory{}
	for _, c := range []domain.Command{exchange.Demonstration(), domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}} {
		if _, _, err := m.Do(c, domain.By{}, domain.Unchecked); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// lookAsNoor holds Noor in the preview.
func lookAsNoor(d *driver) *driver { return d.keys("v").typed("noor").keys("enter") }

func TestSightIsShownAsItWasBeforeASettingTurned(t *testing.T) {
	d := lookAsNoor(drive(t, opening(kept(t), &fakeFiles{}), 120, 40))
	d.shows("Sem Bakker").hides("zoals toen")
	d.keys("t").typed("01-03-2026").keys("enter")
	d.shows("peildatum zo 1 maart 2026", "Sem Bakker") // by today's settings still
	d.keys("t", "tab", "right", "enter")
	d.shows("zoals toen").hides("    Sem Bakker")
	d.whole()
	d.keys("t").typed("02-03-2026").keys("enter")
	d.shows("zoals toen", "    Sem Bakker")
	d.keys("t", "tab", "left", "enter").hides("zoals toen")
}

// What is given along shows what the panes show: sight as it was, and marked so. The set-up that
// is exported is the one that is kept.
func TestWhatIsGivenAlongShowsSightAsItWas(t *testing.T) {
	f := &fakeFiles{}
	d := lookAsNoor(drive(t, opening(kept(t), f), 120, 40))
	d.keys("t").typed("01-03-2026").keys("enter", "t", "tab", "right", "enter").shows("zoals toen")
	for turns, asItWas := range map[int]bool{0: false, 1: true, 2: true, 3: true, 4: true} {
		d.keys("E").keys(slices.Repeat([]string{"ctrl+o"}, turns)...).keys("enter")
		g, _ := f.wrote.World.Group("G1")
		if f.wrote.AsItWas != asItWas || (g.Visibility == domain.Hidden) != asItWas {
			t.Errorf("%d is of a world with %s, marked %v", f.wrote.Of, g.Visibility, f.wrote.AsItWas)
		}
		if d := f.wrote.Decided; d.On > f.wrote.On {
			t.Errorf("it was decided on %v, after %v", d.On, f.wrote.On)
		}
	}
}

func TestAnEditAndItsUndoAreTakenUpInTheChronicle(t *testing.T) {
	d := drive(t, opening(kept(t), &fakeFiles{}), 120, 40)
	d.m, _ = d.m.grant(scene.SetAsItWas{AsItWas: true}, nil)
	d.send(d.m.mustRead(t))
	d.keys("u")
	c := d.m.scene.Chronicle
	if c == nil || c.Head() != 3 || c.Head() != d.m.scene.Head {
		t.Fatalf("after an undo the chronicle is %+v", c)
	}
	d.m, _ = d.m.grant(scene.SetDate{On: domain.NewDate(2026, 3, 1)}, nil)
	if g, _ := d.m.scene.Seen().Group("G1"); g.Visibility != domain.Hidden {
		t.Errorf("the day before it was %s", g.Visibility)
	}
	if a, b := d.m.scene.Seen(), d.m.scene.Seen(); a != b {
		t.Error("from frame to frame it is another world")
	}
}

// mustRead reads the journal as the command of readChronicle does.
func (m Model) mustRead(t *testing.T) chronicleRead {
	t.Helper()
	m.history.reading = false
	_, cmd := m.readChronicle()
	if cmd == nil {
		t.Fatal("nothing is read")
	}
	return cmd().(chronicleRead)
}

func TestAnEditThatOvertakesTheReadingHasTheJournalReadAgain(t *testing.T) {
	store := kept(t)
	d := drive(t, opening(store, &fakeFiles{}), 120, 40)
	early := d.m.mustRead(t)
	d.keys("u")
	d.send(early)
	if c := d.m.scene.Chronicle; c == nil || c.Head() != 3 {
		t.Errorf("the chronicle is %+v", c)
	}
}

// torn is a store whose journal cannot be read.
type torn struct{ *memory }

func (torn) Entry(domain.Seq) (domain.Entry, error) { return domain.Entry{}, errors.New("torn") }

func TestAJournalThatCannotBeReadLeavesSightAsItIsAndSaysSo(t *testing.T) {
	d := drive(t, opening(torn{kept(t)}, &fakeFiles{}), 120, 40)
	d.keys("t", "tab", "right", "enter")
	d.shows("Niet opgeslagen").hides("zoals toen") // how fakeFiles explain any error
	lookAsNoor(d).keys("o").typed("sem").keys("enter")
	d.shows("onder de instellingen van nu", "ziet en mag een bericht sturen")
	d.whole()
}

func TestTheCourseOfTwoPeopleOpensFromARowAndGoesToItsDate(t *testing.T) {
	d := lookAsNoor(drive(t, opening(kept(t), &fakeFiles{}), 120, 40))
	d.keys("o").shows("Wat ziet Noor Haddad van…").typed("sem").keys("enter")
	d.shows("Verloop", "Wat Noor Haddad (100015) ziet van Sem Bakker", "t/m 01-03-2026", "vanaf 02-03-2026", "◂ peildatum")
	d.keys("up").shows("was toen anders dan nu", "begint op 02-03-2026")
	d.keys("enter").shows("peildatum zo 1 maart 2026", "zoals toen").hides("    Sem Bakker")
	d.whole()
}

func TestAnotherSetUpForgetsTheJournalOfTheLast(t *testing.T) {
	d := drive(t, opening(kept(t), &fakeFiles{}), 120, 40)
	d.keys("t", "tab", "right", "enter")
	d.m = d.m.openStore(demonstration(), scene.Demo)
	if d.m.scene.Chronicle != nil || d.m.scene.AsItWas {
		t.Error("the journal of another file is still remembered")
	}
}

func TestInTheSmallestWindowTheHeaderStillSaysThatSightIsAsItWas(t *testing.T) {
	for _, size := range [][2]int{{40, 10}, {59, 20}, {60, 20}, {80, 24}} {
		d := drive(t, opening(kept(t), &fakeFiles{}), size[0], size[1])
		d.keys("t").typed("01-03-2026").keys("tab", "right", "enter")
		d.shows("zoals toen", map[bool]string{true: "01-03-2026", false: "1 maart 2026"}[size[0] < 80])
		d.whole()
	}
}

func TestTheOldEndOfWhomARelationReplacedComesFromTheJournal(t *testing.T) {
	m := kept(t)
	bao, _ := m.World().Relation("R03")
	bao.Through = domain.NewDate(2026, 6, 30)
	next := domain.Relation{ID: "R99", Client: "P17", Person: "P05", Type: "T1", Period: domain.Period{From: domain.NewDate(2026, 3, 16)}}
	for _, c := range []domain.Command{domain.EditRelation{Relation: bao}, domain.AddRelation{Relation: next}} {
		if _, _, err := m.Do(c, domain.By{}, domain.Unchecked); err != nil {
			t.Fatal(err)
		}
	}
	d := drive(t, opening(m, &fakeFiles{}), 120, 40)
	got := d.m.readOldEnds(next)().(scene.OldEnds)
	want := domain.OldEnd{Relation: "R03", Through: domain.NewDate(2026, 6, 30)}
	if got.Failure != "" || got.Of != "R99" || len(got.Ends) != 1 || got.Ends[0] != want {
		t.Errorf("%+v", got)
	}
	d.m.store = torn{m}
	if got := d.m.readOldEnds(next)().(scene.OldEnds); got.Failure == "" {
		t.Errorf("a journal that cannot be read says %+v", got)
	}
}

// hears is a dialog that counts the answers that it hears.
type hears struct{ answers *int }

func (h hears) Update(_ scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if _, ok := msg.(scene.OldEnds); ok {
		*h.answers++
	}
	return h, nil
}

func (hears) View(scene.Scene) (string, *tea.Cursor) { return "", nil }

func TestADialogThatAskedForOldEndsHearsThemBelowAnotherToo(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	var below, above int
	d.m.dialogs = []scene.Dialog{hears{&below}, hears{&above}}
	d.send(scene.OldEnds{Of: "R99"})
	if below != 1 || above != 1 || len(d.m.dialogs) != 2 {
		t.Errorf("%d and %d answers in %d dialogs", below, above, len(d.m.dialogs))
	}
}
