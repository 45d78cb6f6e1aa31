package ui

import (
	"bytes"
	"errors"
	"io"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/teatest/v2"
)

// whole plays the real program: messages arrive from outside while commands run
// in goroutines of their own.
func whole(t *testing.T, store *memory) *teatest.TestModel {
	t.Helper()
	tm := teatest.NewTestModel(t, New(opening(store, &fakeFiles{})), teatest.WithInitialTermSize(120, 40))
	teatest.WaitFor(t, tm.Output(), func(out []byte) bool { return bytes.Contains(out, []byte("Personentegel")) },
		teatest.WithDuration(30*time.Second))
	go func() { _, _ = io.Copy(io.Discard, tm.Output()) }() // the screen goes on being read
	return tm
}

func typeAhead(tm *teatest.TestModel, name string) {
	tm.Send(press("n"))
	for _, r := range name {
		tm.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	tm.Send(press("enter"))
}

func groupNames(m *memory) []string {
	var out []string
	for g := range m.world.Groups() {
		out = append(out, g.Name)
	}
	return out
}

func TestFastTypingThroughTwoDialogsLosesNothing(t *testing.T) {
	store := demonstration()
	tm := whole(t, store)
	typeAhead(tm, "Kookclub")
	typeAhead(tm, "Zwemclub")
	tm.Send(press("q"))
	tm.WaitFinished(t, teatest.WithFinalTimeout(30*time.Second))
	names := groupNames(store)
	if len(names) != 8 || names[6] != "Kookclub" || names[7] != "Zwemclub" {
		t.Errorf("groups: %q", names)
	}
}

func TestQuittingWaitsForTheStore(t *testing.T) {
	store := demonstration()
	store.hold = make(chan struct{})
	tm := whole(t, store)
	typeAhead(tm, "Kookclub")
	tm.Send(press("q"))
	close(store.hold)
	tm.WaitFinished(t, teatest.WithFinalTimeout(30*time.Second))
	if names := groupNames(store); len(names) != 7 {
		t.Errorf("groups: %q", names)
	}
}

func TestQuittingAsksWhereTheFileIsNotInItsPlaceAndOffersToKeepWhatIsOpen(t *testing.T) {
	store := demonstration()
	store.gone = errors.New("removed")
	d := drive(t, opening(store, &fakeFiles{}), 120, 40)
	d.keys("q").shows("Uw bestand ligt niet meer op zijn plaats", "B kopie maken", "E exporteren", "q toch stoppen")
	if d.quit {
		t.Fatal("it has quit")
	}
	d.keys("E", "enter").shows("Geëxporteerd naar", "Uw bestand ligt niet meer op zijn plaats")
	d.keys("B", "enter").shows("Reservekopie gemaakt", "Uw bestand ligt niet meer op zijn plaats")
	d.keys("esc").hides("Uw bestand ligt niet meer op zijn plaats")
	if d.keys("ctrl+c"); d.quit {
		t.Fatal("it has quit without asking again")
	}
	if d.keys("q"); !d.quit {
		t.Error("nobody gets out")
	}
}

func TestWhereTheFileIsGoneASignalAndASecondCtrlCStillEnd(t *testing.T) {
	store := demonstration()
	store.gone = errors.New("removed")
	d := drive(t, opening(store, &fakeFiles{}), 120, 40)
	if d.keys("ctrl+c", "ctrl+c"); !d.quit {
		t.Error("ctrl+c twice stays")
	}
	d = drive(t, opening(store, &fakeFiles{}), 120, 40)
	if d.send(signalReceived{143}); !d.quit {
		t.Error("a signal asks somebody")
	}
}

func TestASignalWaitsForTheStoreAndKeepsItsCode(t *testing.T) {
	store := demonstration()
	store.hold = make(chan struct{})
	tm := whole(t, store)
	typeAhead(tm, "Kookclub")
	tm.Send(signalReceived{143})
	close(store.hold)
	final := tm.FinalModel(t, teatest.WithFinalTimeout(30*time.Second)).(Model)
	if names := groupNames(store); len(names) != 7 || final.exit != 143 {
		t.Errorf("groups %q, exit %d", names, final.exit)
	}
}

// unbacked is a store that cannot be copied.
type unbacked struct{ *memory }

func (unbacked) Backup(string) error { return errors.New("no") }

func TestABackupThatEndsBehindAnotherDialogSaysSoAndClosesNothing(t *testing.T) {
	for _, c := range []struct {
		store Store
		says  string
	}{{demonstration(), "Reservekopie gemaakt"}, {unbacked{demonstration()}, "Niet opgeslagen"}} {
		d := drive(t, opening(c.store, &fakeFiles{}), 120, 40)
		d.slow = true
		d.keys("B", "enter", "esc", "z")
		d.disk()
		d.shows("Zichtbaarheid van", c.says)
	}
}
