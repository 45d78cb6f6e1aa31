package ui

import (
	"maps"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
)

// Twelve people who were pasted are twelve people with one key more, and members of the
// group where they were pasted.
func TestAPastedListBecomesPeopleAndMembers(t *testing.T) {
	m := demonstration()
	before, group := m.world.Count(domain.PersonNoun), m.world.Count(domain.MembershipNoun)
	d := drive(t, opening(m, &fakeFiles{}), 120, 40)
	var list strings.Builder
	for _, name := range []string{"Mila", "Noud", "Sara", "Vigo", "Lena", "Okan", "Pien", "Ravi", "Bibi", "Tara", "Ugo", "Wout"} {
		list.WriteString(name + " van den Testveld\n")
	}
	d.send(tea.PasteMsg{Content: list.String()})
	d.shows("Geplakt: wie zijn dit?", "Zo is het begrepen", "12 personen", "12 lidmaatschappen")
	d.keys("enter")
	d.shows("Dit laat mensen meer zien", "Mila van den Testveld")
	d.typed("intake").keys("enter")
	d.disk()
	if got := m.world.Count(domain.PersonNoun) - before; got != 12 {
		t.Fatalf("%d people more\n%s", got, d.screen())
	}
	if got := m.world.Count(domain.MembershipNoun) - group; got != 12 {
		t.Errorf("%d members more", got)
	}
}

// A name that somebody has already is asked about, once for all.
func TestPastedNamesakesAreDecidedInTheDialog(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40).keys("2")
	d.send(tea.PasteMsg{Content: "Noor Haddad\tOost\nMila Testveld\tWest\n"})
	d.shows("Nog 1 probleem", "C-MOGELIJK-DUBBEL", "Bij ‘Zelfde naam als iemand’ kiest u", "! 1  ", "West")
	d.keys("ctrl+s").shows("Geplakt: wie zijn dit?")
	d.keys("shift+tab", "right", "right").shows("Zo is het begrepen").hides("! 1  ")
}

// What a column holds is said at its head: no other column holds that then.
func TestWhatAPastedColumnHoldsIsSaidAtItsHead(t *testing.T) {
	m := demonstration()
	d := drive(t, opening(m, &fakeFiles{}), 120, 40).keys("2")
	d.send(tea.PasteMsg{Content: "12\tMila Testveld\n13\tNoa Testveld\n"})
	d.shows("Geplakt: wie zijn dit?").keys("shift+tab", "up", "enter").typed("nummer").keys("enter")
	d.keys("right", "enter").typed("naam").keys("enter").shows("nummer", "Zo is het begrepen", "2 personen")
	d.keys("ctrl+s")
	d.disk()
	for p := range m.world.Persons() {
		if p.GivenName == "Noa" && p.Number != "13" {
			t.Errorf("the number of Noa is %q", p.Number)
		}
	}
}

func TestAPastedWordIsNoList(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.send(tea.PasteMsg{Content: "q"})
	d.hides("Geplakt")
}

const wrongRows = "naam\trol\tgeboortedatum\nMila Testveld\tbegelijder\t\nNoa Testveld\tcliënt\t31-2-2019\n"

// What stands wrong in a cell is corrected in the cell; the next problem is shown then, and
// after the last one enter reads the rows.
func TestPastedCellsAreCorrectedInPlace(t *testing.T) {
	m := demonstration()
	before := m.world.Count(domain.PersonNoun)
	d := drive(t, opening(m, &fakeFiles{}), 120, 40).keys("2")
	d.send(tea.PasteMsg{Content: wrongRows})
	d.shows("Nog 2 problemen", "! begelijder", "! 31-2-2019")
	d.keys("ctrl+s").shows("Geplakt: wie zijn dit?") // nothing is corrected yet
	d.keys("ctrl+n").typed("behandelaar").keys("enter").shows("Nog 1 probleem", "* behandelaar")
	d.typed("28-2-2019").keys("enter").shows("Zo is het begrepen", "* 28-2-2019", "enter importeren")
	d.keys("enter")
	d.disk()
	if got := m.world.Count(domain.PersonNoun) - before; got != 2 {
		t.Errorf("%d people more\n%s", got, d.screen())
	}
}

// A correction can be seen and taken back, a row left out and put back.
func TestPastedCorrectionsAndRowsAreTakenBack(t *testing.T) {
	m := demonstration()
	before := m.world.Count(domain.PersonNoun)
	d := drive(t, opening(m, &fakeFiles{}), 120, 40).keys("2")
	d.send(tea.PasteMsg{Content: wrongRows})
	d.typed("behandelaar").keys("enter", "up", "left").shows("* behandelaar", "Er was geplakt: ‘begelijder’")
	d.keys("ctrl+z").shows("! begelijder", "Nog 2 problemen").hides("* behandelaar")
	d.keys("ctrl+x").shows("– 2", "Nog 1 probleem")
	d.keys("ctrl+x").shows("– 3", "Alles hieruit staat er al zo").keys("shift+tab", "home", "ctrl+x").hides("– 2").shows("– 3", "1 probleem")
	d.typed("client").keys("enter").shows("Zo is het begrepen").keys("ctrl+s")
	d.disk()
	if got := m.world.Count(domain.PersonNoun) - before; got != 1 {
		t.Errorf("%d people more\n%s", got, d.screen())
	}
}

// Rows without roles get them in a column of their own, for many at once.
func TestRolesOfPastedPeopleAreChosenForManyAtOnce(t *testing.T) {
	m := demonstration()
	d := drive(t, opening(m, &fakeFiles{}), 120, 40).keys("2")
	d.send(tea.PasteMsg{Content: "Mila Testveld\nNoa Testveld\nSara Testveld\nTess Testveld\n"})
	d.keys("shift+tab", "right", "down", "shift+down").typed("behandelaar").keys("enter").shows("Zo is het begrepen", "* behandelaar").keys("ctrl+s")
	d.disk()
	got := map[string]domain.Role{}
	for p := range m.world.Persons() {
		if p.FamilyName == "Testveld" {
			got[p.GivenName] = p.Role
		}
	}
	want := map[string]domain.Role{"Mila": domain.Client, "Noa": domain.Counselor, "Sara": domain.Counselor, "Tess": domain.Client}
	if !maps.Equal(got, want) {
		t.Errorf("%v\n%s", got, d.screen())
	}
}

// Another list in the place of the first begins anew, with the same answers.
func TestAListPastedInTheDialogTakesThePlaceOfTheFirst(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40).keys("2")
	d.send(tea.PasteMsg{Content: wrongRows})
	d.send(tea.PasteMsg{Content: "Mila Testveld\nNoa Testveld\n"})
	d.shows("Zo is het begrepen", "2 personen").hides("begelijder")
}

// A list with people who are there and people who are not is one edit: the first become
// members, the others are made too.
func TestAListOfKnownAndUnknownMembersIsOneEdit(t *testing.T) {
	m := demonstration()
	before := m.world.Count(domain.PersonNoun)
	d := drive(t, opening(m, &fakeFiles{}), 120, 40)
	d.send(tea.PasteMsg{Content: "Noor Haddad\nJo \"J\" Testveld\nSaskia van den Berg-Özdemir\n"})
	d.shows("Gevonden (2)").keys("n").shows("Geplakt: wie zijn dit?", "Zo is het begrepen").keys("enter")
	d.typed("intake").keys("enter")
	d.disk()
	if got := m.world.Count(domain.PersonNoun) - before; got != 1 || len(m.entries) != 1 {
		t.Fatalf("%d people more in %d edits\n%s", got, len(m.entries), d.screen())
	}
	for id, role := range map[domain.PersonID]domain.Role{"P15": domain.Client, "P03": domain.CounselorPlus} {
		if p, _ := m.world.Person(id); p.Role != role {
			t.Errorf("%s is a %s now", p.Shown(), p.Role)
		}
	}
	if len(d.m.dialogs) > 0 {
		t.Errorf("%d dialogs are left", len(d.m.dialogs))
	}
	joined := 0
	for _, c := range m.entries[0].Changes {
		if c.Membership != nil && c.Membership.Before == nil {
			joined++
		}
		if c.Person != nil && c.Person.Before != nil {
			t.Errorf("%s is changed", c.Person.Before.Shown())
		}
	}
	if joined != 3 {
		t.Errorf("%d joined", joined)
	}
}
