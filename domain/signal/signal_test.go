package signal_test

import (
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/signal"
)

func person(id domain.PersonID, r domain.Role) domain.Person {
	return domain.Person{ID: id, Role: r, GivenName: string(id), FamilyName: "Haven"}
}

// haven is an institution without signals; names serve as ids.
func haven() domain.Records {
	return domain.Records{
		Persons: []domain.Person{
			person("anna", domain.Counselor), person("beheer", domain.Administrator), person("bram", domain.CounselorPlus),
			person("ina", domain.External), person("lot", domain.Client), person("mo", domain.Guardian), person("noor", domain.Client),
		},
		Groups: []domain.Group{
			{ID: "dag", Name: "Dagbesteding", Visibility: domain.GroupVisible},
			{ID: "woon", Name: "Woongroep"},
		},
		Memberships: []domain.Membership{
			{Group: "dag", Person: "anna"}, {Group: "dag", Person: "bram"}, {Group: "dag", Person: "noor"},
			{Group: "woon", Person: "anna"}, {Group: "woon", Person: "bram"}, {Group: "woon", Person: "lot"}, {Group: "woon", Person: "mo"},
		},
		RelationTypes: []domain.RelationType{
			{ID: "contact", Name: "Netwerkcontact", Kind: domain.ExternalKind, Network: true},
			{ID: "evv", Name: "EVV", Primary: true, Exclusive: true, Relevant: true},
			{ID: "niet", Name: "Niet inplannen", Negative: true},
			{ID: "ouder", Name: "Ouder of voogd", Kind: domain.GuardianKind, Network: true},
		},
		Relations: []domain.Relation{
			{ID: "lot-anna", Client: "lot", Person: "anna", Type: "evv", Period: since()},
			{ID: "lot-ina", Client: "lot", Person: "ina", Type: "contact", Period: since()},
			{ID: "lot-mo", Client: "lot", Person: "mo", Type: "ouder", Period: since()},
		},
		AccessRoles: []domain.AccessRole{
			{ID: "nacht", Name: "Nachtdienst", Tasks: []string{"inzien"}, Scope: domain.Scope{Kind: domain.AllClients}},
		},
		Assignments: []domain.Assignment{{Role: "nacht", Person: "bram"}},
	}
}

func since() domain.Period { return domain.Period{From: domain.NewDate(2025, 9, 1)} }

// until is a period that ends n days from today.
func until(n int) domain.Period {
	return domain.Period{From: domain.NewDate(2025, 9, 1), Through: today() + domain.Date(n)}
}

// world makes a World of records in any order.
func world(t *testing.T, r domain.Records) domain.World {
	t.Helper()
	for _, sort := range []func(){
		func() { slices.SortFunc(r.Persons, byKey[domain.Person]) }, func() { slices.SortFunc(r.Groups, byKey[domain.Group]) },
		func() { slices.SortFunc(r.Memberships, byKey[domain.Membership]) }, func() { slices.SortFunc(r.RelationTypes, byKey[domain.RelationType]) },
		func() { slices.SortFunc(r.Relations, byKey[domain.Relation]) }, func() { slices.SortFunc(r.AccessRoles, byKey[domain.AccessRole]) },
		func() { slices.SortFunc(r.Assignments, byKey[domain.Assignment]) },
	} {
		sort()
	}
	w := domain.NewWorld(r)
	if found := domain.JudgeAll(w); len(found) > 0 {
		t.Fatalf("no such house: %v", found)
	}
	return w
}

func byKey[T domain.Keyed](a, b T) int { return strings.Compare(a.Key(), b.Key()) }

func TestAHouseInWhichAllIsWellGivesNoSignal(t *testing.T) {
	if got := lines(signal.Find(world(t, haven()), today())); len(got) > 0 {
		t.Errorf("%v", got)
	}
	if got := signal.Find(domain.World{}, today()); len(got) > 0 {
		t.Errorf("an empty world gives %v", got)
	}
}

// worry is one change to haven, and every signal that it must give.
type worry struct {
	name   string
	change func(*domain.Records)
	want   []string
}

func add(m ...domain.Membership) func(*domain.Records) {
	return func(r *domain.Records) { r.Memberships = append(r.Memberships, m...) }
}

func relate(list ...domain.Relation) func(*domain.Records) {
	return func(r *domain.Records) { r.Relations = append(r.Relations, list...) }
}

func both(all ...func(*domain.Records)) func(*domain.Records) {
	return func(r *domain.Records) {
		for _, change := range all {
			change(r)
		}
	}
}

// of returns a change of one property of a person.
func of(id domain.PersonID, change func(*domain.Person)) func(*domain.Records) {
	return func(r *domain.Records) {
		for i := range r.Persons {
			if r.Persons[i].ID == id {
				change(&r.Persons[i])
			}
		}
	}
}

func gone(id domain.PersonID, days int) func(*domain.Records) {
	return of(id, func(p *domain.Person) { p.InactiveFrom = today() + domain.Date(days) })
}

func born(id domain.PersonID, years, days int) func(*domain.Records) {
	return of(id, func(p *domain.Person) { p.BirthDate = (today() + domain.Date(days)).AddMonths(-12 * years) })
}

// ends gives the memberships of somebody in a group a last day.
func ends(g domain.GroupID, id domain.PersonID, days int) func(*domain.Records) {
	return func(r *domain.Records) {
		for i, m := range r.Memberships {
			if m.Group == g && m.Person == id {
				r.Memberships[i].Through = today() + domain.Date(days)
			}
		}
	}
}

func kind(id domain.RelationTypeID, change func(*domain.RelationType)) func(*domain.Records) {
	return func(r *domain.Records) {
		for i := range r.RelationTypes {
			if r.RelationTypes[i].ID == id {
				change(&r.RelationTypes[i])
			}
		}
	}
}

func called(id domain.GroupID, name string, v domain.Visibility) func(*domain.Records) {
	return func(r *domain.Records) {
		for i := range r.Groups {
			if r.Groups[i].ID == id {
				r.Groups[i].Name, r.Groups[i].Visibility = name, v
			}
		}
	}
}

func try(t *testing.T, all []worry) {
	t.Helper()
	for _, c := range all {
		t.Run(c.name, func(t *testing.T) {
			r := haven()
			c.change(&r)
			if got := lines(signal.Find(world(t, r), today())); !slices.Equal(got, c.want) {
				t.Errorf("\ngot  %s\nwant %s", strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
			}
		})
	}
}

func TestGroupsThatNeedALook(t *testing.T) {
	words := func(list ...string) func(*domain.Records) {
		return func(r *domain.Records) { r.Institution = []domain.Institution{{Words: list}} }
	}
	try(t, []worry{
		{"one counselor is few", ends("woon", "bram", -1), []string{"group.few-counselors woon"}},
		{"without any it is said so, and only that", both(ends("woon", "bram", -1), ends("woon", "anna", -1)), []string{"group.no-counselors woon"}},
		{"a counselor who has left is none", gone("bram", 0), []string{
			"group.few-counselors dag", "group.few-counselors woon", "member.inactive bram dag woon", "assignment.inactive bram nacht"}},
		{"a hidden name betrays nobody", called("woon", "Traumagroep", domain.Hidden), nil},
		{"a visible one does", called("dag", "Traumagroep", domain.GroupVisible), []string{"group.revealing-name dag"}},
		{"by the institution's own words", both(called("dag", "Trauma en Vlíeger", domain.GroupVisible), words("vlieger")), []string{"group.revealing-name dag"}},
		{"and no others", both(called("dag", "Traumagroep", domain.GroupVisible), words("vlieger")), nil},
	})
}

func TestMembershipsThatNeedALook(t *testing.T) {
	mo := domain.Membership{Group: "woon", Person: "mo", Role: domain.Counselor}
	asCounselor := func(r *domain.Records) { r.Memberships[len(r.Memberships)-1] = mo }
	try(t, []worry{
		{"an external for ever", add(domain.Membership{Group: "dag", Person: "ina"}), []string{"member.external-no-end dag ina"}},
		{"an external until autumn is well", add(domain.Membership{Group: "dag", Person: "ina", Period: until(200)}), nil},
		{"a guardian who was an external until yesterday", add(domain.Membership{Group: "dag", Person: "mo", Role: domain.External, Period: until(-1)}), nil},
		{"a mother as a counselor of her son", asCounselor, []string{"member.parent-as-counselor woon mo lot", "person.several-roles mo woon"}},
		{"who sees others than him", both(asCounselor, add(domain.Membership{Group: "woon", Person: "noor"})), []string{
			"member.parent-as-counselor woon mo lot", "sight.one-way mo", "person.several-roles mo woon", "person.several-modes noor dag woon"}},
		{"as a counselor elsewhere she has two roles", add(domain.Membership{Group: "dag", Person: "mo", Role: domain.Counselor}), []string{
			"person.several-roles mo dag"}},
		{"once his mother, and so no more", both(asCounselor, func(r *domain.Records) { r.Relations[2].Through = today() - 1 }), []string{
			"sight.one-way mo", "person.several-roles mo woon"}},
		{"the last of thirty days", ends("dag", "noor", 30), []string{"member.ends-soon dag noor"}},
		{"today", ends("dag", "noor", 0), []string{"member.ends-soon dag noor"}},
		{"in thirty-one days is later", ends("dag", "noor", 31), nil},
		{"another role from the day after is no end", both(ends("dag", "noor", 9), add(domain.Membership{Group: "dag", Person: "noor", Period: domain.Period{From: today() + 10}})), nil},
		{"whoever leaves on a day leaves everything", gone("lot", 10), []string{
			"member.ends-soon woon lot", "relation.ends-soon lot-anna", "relation.ends-soon lot-ina", "relation.ends-soon lot-mo"}},
	})
}

func TestPeopleWhoNeedALook(t *testing.T) {
	named := func(id domain.PersonID, name string) func(*domain.Records) {
		return of(id, func(p *domain.Person) { p.GivenName = name })
	}
	shown := func(id domain.PersonID, name string) func(*domain.Records) {
		return of(id, func(p *domain.Person) { p.DisplayName = name })
	}
	try(t, []worry{
		{"a user of two modes", add(domain.Membership{Group: "woon", Person: "noor"}), []string{"person.several-modes noor dag woon"}},
		{"a counselor of two modes is at work", add(), nil},
		{"two of one name", both(named("lot", "Jan"), named("mo", "jan")), []string{"person.namesakes lot mo"}},
		{"told apart on screen they are still two of one name", both(named("lot", "Jan"), named("mo", "Jan"), shown("lot", "Jan 1")), []string{"person.namesakes lot mo"}},
		{"two who look like one", both(shown("lot", "Jan H."), shown("mo", "JAN H.")), []string{"person.namesakes lot mo"}},
		{"a list within another is not told twice", both(named("lot", "Jan"), named("mo", "Jan"), named("noor", "Jan"), shown("lot", "Jan H."), shown("mo", "Jan H.")),
			[]string{"person.namesakes lot mo noor"}},
		{"two lists that cross are both told", both(named("lot", "Jan"), named("mo", "Jan"), shown("mo", "J."), shown("noor", "J.")),
			[]string{"person.namesakes lot mo", "person.namesakes mo noor"}},
		{"Zoë is not Zoe", both(named("lot", "Zoë"), named("mo", "Zoe")), nil},
		{"whoever has left is confused with nobody", both(named("ina", "Jan"), named("mo", "Jan"), gone("ina", 0)), []string{"relation.inactive ina lot-ina"}},
		{"nobody sees the newcomer", func(r *domain.Records) { r.Persons = append(r.Persons, person("zus", domain.Guardian)) }, []string{"person.unseen zus"}},
		{"an administrator is there to be unseen", func(r *domain.Records) { r.Persons = append(r.Persons, person("zus", domain.Administrator)) }, nil},
		{"twelve today", born("noor", 12, 0), []string{"client.turns-12 noor"}},
		{"sixteen in thirty days", born("noor", 16, 30), []string{"client.turns-16 noor"}},
		{"eighteen next week", born("noor", 18, 7), []string{"client.turns-18 noor"}},
		{"eighteen yesterday", born("noor", 18, -1), nil},
		{"eighteen in thirty-one days", born("noor", 18, 31), nil},
		{"thirteen, and nobody else's business", born("noor", 13, 7), nil},
		{"a guardian of sixteen is no client", born("mo", 16, 7), nil},
	})
}

func TestRelationsTypesAndAccessThatNeedALook(t *testing.T) {
	off := kind("evv", func(k *domain.RelationType) { k.SwitchedOff = true })
	onNegative := func(r *domain.Records) {
		r.AccessRoles = append(r.AccessRoles, domain.AccessRole{ID: "mis", Name: "Mis", Kind: domain.RelationAccess, Tasks: []string{"inzien"},
			Scope: domain.Scope{Kind: domain.RelationScope, RelationTypes: []domain.RelationTypeID{"niet", "evv"}}})
	}
	assigned := func(p domain.Period) func(*domain.Records) {
		return func(r *domain.Records) { r.Assignments[0].Period = p }
	}
	last := func(n int) func(*domain.Records) {
		return func(r *domain.Records) { r.Relations[0].Through = today() + domain.Date(n) }
	}
	again := domain.Relation{ID: "lot-anna-2", Client: "lot", Person: "anna", Type: "evv", Period: domain.Period{From: today() + 6}}
	other := again
	other.Person = "bram"
	try(t, []worry{
		{"a relation that ends", last(5), []string{"relation.ends-soon lot-anna"}},
		{"one that ended", last(-1), nil},
		{"one that somebody else takes over ends all the same", both(last(5), relate(other)), []string{"relation.ends-soon lot-anna"}},
		{"one that goes on in another does not", both(last(5), relate(again)), nil},
		{"one that was withdrawn", func(r *domain.Records) { r.Relations[0].Withdrawn, r.Relations[0].Through = true, today()+5 }, nil},
		{"somebody who has left", gone("ina", -5), []string{"relation.inactive ina lot-ina"}},
		{"a type that is off and in use", off, []string{"type.off-in-use evv"}},
		{"one that is off and was used", both(off, last(-1)), nil},
		{"primary and not relevant", kind("evv", func(k *domain.RelationType) { k.Relevant = false }), []string{"type.primary-not-relevant evv"}},
		{"negative and relevant", kind("niet", func(k *domain.RelationType) { k.Relevant = true }), []string{"type.negative-relevant niet"}},
		{"negative and relevant, and off", kind("niet", func(k *domain.RelationType) { k.Relevant, k.SwitchedOff = true, true }), nil},
		{"access because somebody is unwanted", onNegative, []string{"role.on-negative-type mis niet"}},
		{"access by a type that is off", both(onNegative, kind("niet", func(k *domain.RelationType) { k.SwitchedOff = true })), nil},
		{"a role that ends", assigned(until(30)), []string{"assignment.ends-soon nacht bram"}},
		{"a role that ends later", assigned(until(31)), nil},
		{"a role that goes on", both(assigned(until(5)), func(r *domain.Records) {
			r.Assignments = append(r.Assignments, domain.Assignment{Role: "nacht", Person: "bram", Period: domain.Period{From: today() + 6}})
		}), nil},
		{"a role that is off", both(assigned(until(5)), func(r *domain.Records) { r.AccessRoles[0].SwitchedOff = true }), nil},
	})
}

func TestAnEndAndABirthdaySayTheirDay(t *testing.T) {
	r := haven()
	both(ends("dag", "noor", 9), born("lot", 18, 3), gone("ina", 5))(&r)
	got := map[string]domain.Date{}
	for _, s := range signal.Find(world(t, r), today()) {
		got[line(s)] = s.Date - today()
	}
	for l, days := range map[string]domain.Date{"member.ends-soon dag noor": 9, "client.turns-18 lot": 3, "relation.ends-soon lot-ina": 4} {
		if got[l] != days {
			t.Errorf("%s in %d days, not %d", l, got[l], days)
		}
	}
}

func TestARelationIsMendedAtItsClient(t *testing.T) {
	r := haven()
	r.Relations[0].Through = today()
	found := signal.Find(world(t, r), today())
	want := []domain.Ref{{Noun: domain.PersonNoun, Key: "lot"}, {Noun: domain.PersonNoun, Key: "anna"}, {Noun: domain.RelationNoun, Key: "lot-anna"}}
	if len(found) != 1 || !slices.Equal(found[0].Refs, want) {
		t.Errorf("%v", found)
	}
}

func TestARunningRelationOfAParentThatIsNotDirectIsASignalOfItsType(t *testing.T) {
	r := haven()
	r.RelationTypes[3].Network = false
	if got := lines(signal.Find(world(t, r), today())); !slices.Contains(got, "type.without-network ouder") {
		t.Errorf("%v", got)
	}
	r.RelationTypes[3].Kind = domain.EmployeeKind // a colleague is as a rule not in the network
	r.Relations = slices.DeleteFunc(r.Relations, func(r domain.Relation) bool { return r.Type == "ouder" })
	if got := lines(signal.Find(world(t, r), today())); slices.Contains(got, "type.without-network ouder") {
		t.Errorf("%v", got)
	}
}
