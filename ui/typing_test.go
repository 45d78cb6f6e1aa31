package ui

import (
	"errors"
	"slices"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
)

// twelve is who arrives on one morning: six clients, four parents, two employees.
var twelve = []struct {
	name string
	role domain.Role
}{
	{"Anna de Bos", domain.Client}, {"Bao Nguyễn", domain.Client}, {"Pelé", domain.Client}, {"Noor El Haddad", domain.Client},
	{"Jan van ’t Hof", domain.Client}, {"Sita Maria Ram", domain.Client}, {"Els de Bos", domain.Guardian}, {"Linh Nguyễn", domain.Guardian},
	{"Rania El Haddad", domain.Guardian}, {"Kees van ’t Hof", domain.Guardian}, {"Fatima Ouali", domain.Counselor}, {"Tom Smit", domain.Counselor},
}

// Before the line and ctrl+n each of these took n, the role, the name in three fields and
// enter: 217 keys in all, 95 of them besides the letters; now 159 and 21.
func TestTwelvePeopleAreEnteredInUnderTwoMinutesOfTyping(t *testing.T) {
	store := &memory{}
	o := opening(store, &fakeFiles{})
	o.Source = scene.File
	d := drive(t, o, 80, 24)
	d.slow = true // no key waits for the disk
	keys, letters := 0, 0
	press := func(all ...string) {
		keys += len(all)
		d.keys(all...)
	}
	press("2", "n")
	role := domain.NoRole
	for i, p := range twelve {
		d.typed(p.name)
		letters += len([]rune(p.name))
		if p.role != role {
			press("tab")
			for ; role != p.role; role++ {
				press("right")
			}
		}
		if i < len(twelve)-1 {
			press("ctrl+n")
		}
	}
	press("enter")
	d.disk()
	if d.m.store.World().Count(domain.PersonNoun) != len(twelve) {
		t.Fatalf("%d people were saved", d.m.store.World().Count(domain.PersonNoun))
	}
	roles := map[string]domain.Role{}
	for p := range store.world.Persons() {
		roles[p.FullName()] = p.Role
	}
	for _, want := range twelve {
		if roles[want.name] != want.role {
			t.Errorf("%s was saved as %v", want.name, roles[want.name])
		}
	}
	t.Logf("%d keys, %d of them besides the letters", keys+letters, keys)
	const perMinute = 100 // keys of somebody who types with two fingers
	if keys+letters > 2*perMinute || keys > 2*len(twelve) {
		t.Errorf("%d letters and %d other keys", letters, keys)
	}
}

func TestTheRoleOfThePersonWhoWasAddedLastIsProposed(t *testing.T) {
	o := opening(&memory{}, &fakeFiles{})
	o.Source = scene.File
	d := drive(t, o, 80, 24)
	d.keys("2", "n").typed("Anna Bos").keys("tab", "right", "right", "enter", "n").shows("GUARDIAN")
	d.typed("Els Bos").keys("enter").shows("Els Bos")
}

// A form that comes back must not take the letters that somebody is typing for the next.
func TestAPersonWhoIsNotSavedComesBackBelowTheFormInWhichOneTypes(t *testing.T) {
	store := &memory{}
	o := opening(store, &fakeFiles{})
	o.Source = scene.File
	d := drive(t, o, 80, 24)
	d.slow = true
	d.keys("2", "n").typed("Anna Bos").keys("tab", "right", "ctrl+n").typed("Els")
	store.fail = errors.New("full")
	d.disk()
	d.typed(" Bos").keys("enter")
	if people := slices.Collect(store.world.Persons()); len(people) != 1 || people[0].FullName() != "Els Bos" {
		t.Errorf("saved was %+v", people)
	}
	d.shows("Nieuwe persoon", "Anna Bos").keys("enter")
	if store.world.Count(domain.PersonNoun) != 2 {
		t.Error("who came back was not saved")
	}
	d.hides("Nieuwe persoon")
}
