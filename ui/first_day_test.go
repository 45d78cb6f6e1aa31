package ui

import (
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
)

// beginning is a set-up that was begun today: a hidden group of two clients.
func beginning(t *testing.T) (*memory, Opening) {
	m := &memory{}
	for _, c := range []domain.Command{
		domain.AddPerson{Person: domain.Person{Role: domain.Client, GivenName: "Anna", FamilyName: "Vos"}},
		domain.AddPerson{Person: domain.Person{Role: domain.Client, GivenName: "Bram", FamilyName: "Kool"}},
		domain.AddGroup{Group: domain.Group{Name: "Koor"}},
		domain.AddMembers{Memberships: []domain.Membership{{Group: "G1", Person: "P1"}, {Group: "G1", Person: "P2"}}},
	} {
		if _, _, err := m.Do(c, domain.By{}, domain.Unchecked); err != nil {
			t.Fatal(err)
		}
	}
	o := opening(m, &fakeFiles{})
	o.Source = scene.File
	o.Now = func() time.Time { return time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC) }
	return m, o
}

func (m *memory) lastReason() string { return m.entries[len(m.entries)-1].By.Reason }

func TestOnTheFirstDayTheReasonIsAskedOnce(t *testing.T) {
	m, o := beginning(t)
	d := drive(t, o, 120, 40)
	d.keys("z", "down", "down").shows("Deze reden geldt vandaag ook")
	d.keys("enter").shows("Schrijf op waarom")
	d.typed("opbouw").keys("enter", "z", "up", "up", "enter") // hidden again
	d.keys("z", "down", "down").shows("Enter bewaart dit met de reden van vandaag: “opbouw”")
	d.keys("enter")
	if g, _ := m.world.Group("G1"); g.Visibility != domain.MembersVisible || m.lastReason() != "opbouw" {
		t.Errorf("%s, because of %q", g.Visibility, m.lastReason())
	}
}

// What is in the journal counts, whoever wrote it and whenever the program was begun.
func TestWhetherItIsTheFirstDayIsReadFromTheJournal(t *testing.T) {
	m, o := beginning(t)
	if _, _, err := m.Do(domain.EditInstitution{Name: "Vlierhof"}, domain.By{Reason: "opbouw"}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	d := drive(t, o, 120, 40).keys("z", "down", "down").shows("Enter bewaart dit met de reden van vandaag: “opbouw”")
	d.keys("enter")
	if m.lastReason() != "opbouw" {
		t.Errorf("recorded with %q", m.lastReason())
	}
	o.Now = func() time.Time { return time.Date(2026, 3, 3, 10, 0, 0, 0, time.UTC) } // the next morning
	d = drive(t, o, 120, 40).keys("z", "up", "up", "enter", "z", "down", "down").hides("reden van vandaag", "geldt vandaag")
	d.keys("enter").shows("Schrijf op waarom")
}

func TestAfterAnExportOnTheFirstDayAReasonIsAsked(t *testing.T) {
	m, o := beginning(t)
	d := drive(t, o, 120, 40)
	d.keys("z", "down", "down").typed("opbouw").keys("enter")
	d.keys("E").keys("enter")
	if e := m.entries[len(m.entries)-1]; e.Kind != domain.Export {
		t.Fatalf("the last entry is %s", e.Kind)
	}
	d.keys("z", "up", "up", "enter", "z", "down", "down").hides("reden van vandaag")
	d.keys("enter").shows("Schrijf op waarom")
}

// Undo while an earlier edit is on its way knows not yet what it takes back: it is asked.
func TestUndoingInAHurryOnTheFirstDayIsStillRecordedWithAReason(t *testing.T) {
	m, o := beginning(t)
	d := drive(t, o, 120, 40)
	d.keys("z", "down", "down").typed("opbouw").keys("enter")
	d.slow = true
	d.keys("z", "up", "up", "enter", "u")
	d.disk()
	if g, _ := m.world.Group("G1"); g.Visibility != domain.Hidden {
		t.Errorf("it is %s unasked", g.Visibility)
	}
	d.shows("Dit laat mensen meer zien")
}
