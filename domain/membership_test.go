package domain_test

import (
	"testing"

	"zichtlijn/domain"
)

func add(m ...domain.Membership) domain.Command { return domain.AddMembers{Memberships: m} }

func member(g domain.GroupID, p domain.PersonID, period domain.Period) domain.Membership {
	return domain.Membership{Group: g, Person: p, Period: period}
}

func key(g domain.GroupID, p domain.PersonID, from domain.Date) domain.MembershipKey {
	return domain.MembershipKey{Group: g, Person: p, From: from}
}

func TestSeveralPeopleJoinAGroupAsOneEdit(t *testing.T) {
	w, changes := do(t, kade(), add(
		member("leeg", "sem", from("2026-03-02")), member("leeg", "petra", from("2026-03-02")), member("leeg", "bao", from("2026-03-02")),
	))
	if len(changes) != 3 || len(w.MembersOn("leeg", today())) != 3 {
		t.Errorf("%d changes, %d members", len(changes), len(w.MembersOn("leeg", today())))
	}
}

func TestSomebodyWhoLeftMayComeBackFromTheDayAfter(t *testing.T) {
	w, _ := do(t, kade(), add(member("kookgroep", "tomasz", from("2026-01-01"))))
	if got := len(w.GroupsOn("tomasz", today())); got != 1 {
		t.Errorf("in %d groups", got)
	}
}

func TestAMemberIsRefused(t *testing.T) {
	sem := member("steiger", "sem", domain.Period{})
	refuse(t, kade(), []attempt{
		{"when nobody is named", add(), domain.Refusal{Code: domain.NothingToDo}},
		{"in a group that does not exist", add(member("weg", "sem", domain.Period{})),
			domain.Refusal{Code: domain.UnknownRef, Field: "group", Others: one(domain.GroupNoun, "weg")}},
		{"who does not exist", add(member("leeg", "niemand", domain.Period{})),
			domain.Refusal{Code: domain.UnknownRef, Field: "person", Others: one(domain.PersonNoun, "niemand")}},
		{"who is not named", add(member("leeg", "", domain.Period{})), domain.Refusal{Code: domain.ValueMissing, Field: "person"}},
		{"who is the administrator", add(member("leeg", "beheer", domain.Period{})),
			domain.Refusal{Code: domain.AdministratorLinked, Field: "person", Others: one(domain.PersonNoun, "beheer")}},
		{"as administrator of a group", add(domain.Membership{Group: "leeg", Person: "bao", Role: domain.Administrator}),
			domain.Refusal{Code: domain.ValueMalformed, Field: "role"}},
		{"for a period that ends before it begins", add(member("leeg", "sem", through("2026-03-02", "2026-03-01"))),
			domain.Refusal{Code: domain.PeriodReversed, Field: "through"}},
		{"who is in it on the same days", add(sem),
			domain.Refusal{Code: domain.MembershipOverlap, Field: "from", Others: one(domain.MembershipNoun, "steiger/sem/")}},
		{"who is in it on some of those days", add(member("kookgroep", "ingrid", through("2025-06-01", "2026-01-01"))),
			domain.Refusal{Code: domain.MembershipOverlap, Field: "from", Others: one(domain.MembershipNoun, "kookgroep/ingrid/2026-01-01")}},
		{"who stands twice in one list", add(member("leeg", "sem", from("2026-03-02")), member("leeg", "sem", from("2026-03-02"))),
			domain.Refusal{Code: domain.MembershipOverlap, Field: "from", Others: one(domain.MembershipNoun, "leeg/sem/2026-03-02")}},
		{"who stands twice in one list for other days", add(member("leeg", "sem", from("2026-03-02")), member("leeg", "sem", from("2026-04-02"))),
			domain.Refusal{Code: domain.MembershipOverlap, Field: "from", Others: one(domain.MembershipNoun, "leeg/sem/2026-04-02")}},
		{"with others who could have joined", add(member("leeg", "noor", domain.Period{}), sem),
			domain.Refusal{Code: domain.MembershipOverlap, Field: "from", Others: one(domain.MembershipNoun, "steiger/sem/")}},
	})
}

func TestTheFirstDayOfAMembershipMayMove(t *testing.T) {
	w, _ := do(t, kade(), domain.EditMembership{
		Key:        key("kookgroep", "ingrid", day("2026-01-01")),
		Membership: member("kookgroep", "ingrid", from("2026-02-01")),
	})
	if _, old := w.Membership("kookgroep", "ingrid", day("2026-01-01")); old {
		t.Error("the old one is still there")
	}
	if m, ok := w.Membership("kookgroep", "ingrid", day("2026-02-01")); !ok || m.Through != 0 {
		t.Errorf("%v, %v", m, ok)
	}
}

func TestAMembershipIsNotEdited(t *testing.T) {
	w, _ := do(t, kade(), add(member("kookgroep", "tomasz", from("2026-01-01"))))
	again := key("kookgroep", "tomasz", day("2026-01-01"))
	edit := func(k domain.MembershipKey, p domain.Period) domain.Command {
		return domain.EditMembership{Key: k, Membership: domain.Membership{Period: p}}
	}
	refuse(t, w, []attempt{
		{"when it is not there", edit(key("leeg", "sem", 0), domain.Period{}), domain.Refusal{Code: domain.UnknownRef}},
		{"into what it is", edit(again, from("2026-01-01")), domain.Refusal{Code: domain.NothingToDo}},
		{"into the days of an earlier one", edit(again, from("2025-12-31")),
			domain.Refusal{Code: domain.MembershipOverlap, Field: "from", Others: one(domain.MembershipNoun, "kookgroep/tomasz/2025-01-01")}},
		{"onto the first day of an earlier one", edit(again, from("2025-01-01")),
			domain.Refusal{Code: domain.MembershipOverlap, Field: "from", Others: one(domain.MembershipNoun, "kookgroep/tomasz/2025-01-01")}},
		{"to end before it begins", edit(again, through("2026-01-01", "2025-12-31")), domain.Refusal{Code: domain.PeriodReversed, Field: "through"}},
	})
}

func TestAMembershipEndsWithItsLastDayIncluded(t *testing.T) {
	w, _ := do(t, kade(), domain.EndMembers{Keys: []domain.MembershipKey{key("steiger", "sem", 0), key("steiger", "petra", 0)}, Through: today()})
	if len(w.MembersOn("steiger", today())) != 5 || len(w.MembersOn("steiger", today()+1)) != 3 {
		t.Error("the last day is not the last day")
	}
}

func TestAMembershipIsNotEnded(t *testing.T) {
	end := func(last domain.Date, keys ...domain.MembershipKey) domain.Command {
		return domain.EndMembers{Keys: keys, Through: last}
	}
	ingrid := key("kookgroep", "ingrid", day("2026-01-01"))
	refuse(t, kade(), []attempt{
		{"when it is not there", end(today(), key("leeg", "sem", 0)), domain.Refusal{Code: domain.UnknownRef}},
		{"without a last day", end(0, ingrid), domain.Refusal{Code: domain.ValueMissing, Field: "through"}},
		{"when it has ended already", end(today(), key("kookgroep", "tomasz", day("2025-01-01"))), domain.Refusal{Code: domain.NotRunning}},
		{"before it begins", end(day("2025-12-31"), ingrid), domain.Refusal{Code: domain.BeforeFirstDay, Field: "through"}},
		{"on the day on which it ends already", end(day("2026-12-31"), ingrid), domain.Refusal{Code: domain.NothingToDo}},
	})
}

func TestAMembershipMadeByMistakeIsTakenOffTheRecord(t *testing.T) {
	w, _ := do(t, kade(), domain.RemoveMembers{Keys: []domain.MembershipKey{key("steiger", "sem", 0)}})
	if w.Has(domain.Ref{Noun: domain.MembershipNoun, Key: "steiger/sem/"}) {
		t.Error("it is still on record")
	}
	refuse(t, w, []attempt{{"twice", domain.RemoveMembers{Keys: []domain.MembershipKey{key("steiger", "sem", 0)}}, domain.Refusal{Code: domain.UnknownRef}}})
}
