package ui

import (
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

// What columns hold can be said; a name that somebody has already is asked about.
func TestPastedColumnsAndNamesakesAreDecidedInTheDialog(t *testing.T) {
	m := demonstration()
	d := drive(t, opening(m, &fakeFiles{}), 120, 40).keys("2")
	d.send(tea.PasteMsg{Content: "Noor Haddad\tOost\nMila Testveld\tWest\n"})
	d.shows("Zo kan het nog niet: 1 probleem", "C-MOGELIJK-DUBBEL", "Kolom 2, zoals ‘Oost’")
	d.keys("enter")
	d.shows("Geplakt: wie zijn dit?")
	d.keys("tab", "tab", "right", "right")
	d.shows("Zo is het begrepen")
}

func TestAPastedWordIsNoList(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.send(tea.PasteMsg{Content: "q"})
	d.hides("Geplakt")
}

// What stands wrong in a cell is corrected in the dialog, one cell after the other.
func TestPastedCellsAreCorrectedOneByOne(t *testing.T) {
	m := demonstration()
	before := m.world.Count(domain.PersonNoun)
	d := drive(t, opening(m, &fakeFiles{}), 120, 40).keys("2")
	d.send(tea.PasteMsg{Content: "naam\trol\tgeboortedatum\nMila Testveld\tbegelijder\t\nNoa Testveld\tcliënt\t31-2-2019\n"})
	d.shows("Zo kan het nog niet: 2 problemen", "Rij 2, ‘rol’", "Rij 3, ‘geboortedatum’", "enter verbeteren")
	d.keys("enter").shows("Zo kan het nog niet: 2 problemen") // nothing is corrected yet
	d.keys("ctrl+u").typed("begeleider").keys("enter")
	d.shows("Zo kan het nog niet: 1 probleem", "Rij 3, ‘geboortedatum’").hides("Rij 2,")
	d.keys("ctrl+u").typed("28-2-2019").keys("enter").shows("Zo is het begrepen", "enter importeren").hides("Rij 3,")
	d.keys("enter")
	d.disk()
	if got := m.world.Count(domain.PersonNoun) - before; got != 2 {
		t.Errorf("%d people more\n%s", got, d.screen())
	}
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
