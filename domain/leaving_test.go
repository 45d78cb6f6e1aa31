package domain_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

func leave(who domain.PersonID, last string, successors ...domain.Successor) domain.Leave {
	return domain.Leave{Person: who, Through: day(last), Successors: successors}
}

// kadeWithABusyBao is kade, where Bao also has things that begin later.
func kadeWithABusyBao(t *testing.T) domain.World {
	t.Helper()
	w, _ := do(t, kade(), domain.AddMembers{Memberships: []domain.Membership{{Group: "kookgroep", Person: "bao", Period: from("2026-06-01")}}})
	w, _ = do(t, w, domain.Assign{Assignments: []domain.Assignment{
		assigned("nacht", "bao", through("2026-01-01", "2026-12-31")), assigned("nacht", "bao", from("2027-01-01")),
	}})
	w, _ = do(t, w, relate("noor", "bao", "tweede", "2026-06-01")) // R1
	w, _ = do(t, w, relate("sem", "bao", "regie", "2026-06-01"))   // R2
	w, _ = do(t, w, relate("lotte", "vera", "tweede", "2026-01-01"))
	return w
}

// TestALeaverLeavesNothingBehind is the one-date leaver action: Bao's last day
// is 31 March.
func TestALeaverLeavesNothingBehind(t *testing.T) {
	before := kadeWithABusyBao(t)
	w, changes := do(t, before, leave("bao", "2026-03-31", domain.Successor{Relation: "lotte-bao", Person: "vera"}))
	bao, _ := w.Person("bao")
	last, first := day("2026-03-31"), day("2026-04-01")
	if !bao.ActiveOn(last) || bao.ActiveOn(first) {
		t.Errorf("inactive from %s", bao.InactiveFrom)
	}
	for m := range w.MembershipsOf("bao") {
		if m.Through != last || m.Group == "kookgroep" {
			t.Errorf("membership %+v", m)
		}
	}
	for a := range w.AssignmentsOf("bao") {
		if a.Through != last || a.From == day("2027-01-01") {
			t.Errorf("assignment %+v", a)
		}
	}
	for _, c := range []struct {
		id   domain.RelationID
		want domain.Relation
	}{
		{"lotte-bao", domain.Relation{Period: through("2025-09-01", "2026-03-31"), ReplacedBy: "R4"}},
		{"R1", domain.Relation{Period: from("2026-06-01"), Withdrawn: true}},
		{"R2", domain.Relation{Period: from("2026-06-01"), Withdrawn: true}},
		{"R4", domain.Relation{Period: from("2026-04-01")}},
	} {
		r, _ := w.Relation(c.id)
		if r.Period != c.want.Period || r.ReplacedBy != c.want.ReplacedBy || r.Withdrawn != c.want.Withdrawn {
			t.Errorf("%s became %+v", c.id, r)
		}
	}
	if n, _ := w.Relation("R4"); n.Client != "lotte" || n.Person != "vera" || n.Type != "begeleider" {
		t.Errorf("the successor is %+v", n)
	}
	back, err := w.With(domain.Inverse(changes)...)
	if err != nil || !reflect.DeepEqual(back.Records(), before.Records()) {
		t.Errorf("one step back is not where we were: %v", err)
	}
}

// TestASuccessorTakesOverWhatIsLeftOfTheDays is about Lotte's personal counselor.
func TestASuccessorTakesOverWhatIsLeftOfTheDays(t *testing.T) {
	for _, c := range []struct {
		name    string
		planned domain.Relation // added before Bao leaves; no client: nobody
		of      domain.RelationID
		leaver  domain.PersonID
		last    string
		want    domain.Period
		by      domain.RelationID
	}{
		{"with an open end: from the day after", domain.Relation{}, "lotte-bao", "bao", "2026-03-31", from("2026-04-01"), ""},
		{"with somebody planned: until the day before them, who keep their place",
			related("lotte", "vera", "begeleider", from("2026-05-01")), "lotte-bao", "bao", "2026-03-31", through("2026-04-01", "2026-04-30"), "R1"},
		{"of one who would begin later: from the day on which they would have begun",
			related("lotte", "vera", "begeleider", from("2026-05-01")), "R1", "vera", "2026-03-31", from("2026-05-01"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := kade()
			if c.planned.Client != "" {
				w, _ = do(t, w, domain.AddRelation{Relation: c.planned})
			}
			w, _ = do(t, w, leave(c.leaver, c.last, domain.Successor{Relation: c.of, Person: "tomasz"}))
			old, _ := w.Relation(c.of)
			if n, _ := w.Relation(old.ReplacedBy); n.Person != "tomasz" || n.Period != c.want || n.ReplacedBy != c.by {
				t.Errorf("the successor is %+v", n)
			}
		})
	}
}

func TestALeaverIsRefused(t *testing.T) {
	w := kadeWithABusyBao(t)
	w, _ = do(t, w, relate("lotte", "tomasz", "niet", "2026-01-01"))
	give := func(r domain.RelationID, who domain.PersonID) domain.Successor {
		return domain.Successor{Relation: r, Person: who}
	}
	at := func(k string) domain.Ref { return domain.Ref{Noun: domain.RelationNoun, Key: k} }
	refuse(t, w, []attempt{
		{"who does not exist", leave("weg", "2026-03-31"), domain.Refusal{Code: domain.UnknownRef}},
		{"without a last day", domain.Leave{Person: "bao"}, domain.Refusal{Code: domain.ValueMissing, Field: "through"}},
		{"on the last day that can be written", leave("bao", "9999-12-31"), domain.Refusal{Code: domain.NoDayAfter, Field: "through", Date: domain.LastDate}},
		{"with a successor in what does not exist", leave("bao", "2026-03-31", give("geen", "vera")), domain.Refusal{Code: domain.UnknownRef}},
		{"with a successor in what is another's", leave("bao", "2026-03-31", give("noor-vera", "tomasz")),
			domain.Refusal{Code: domain.NotHandedOver, Subject: at("noor-vera")}},
		{"with a successor in what several can be at once", leave("bao", "2026-03-31", give("R1", "tomasz")),
			domain.Refusal{Code: domain.NotHandedOver, Subject: at("R1")}},
		{"with two successors in one relation", leave("bao", "2026-03-31", give("lotte-bao", "vera"), give("lotte-bao", "fatima")),
			domain.Refusal{Code: domain.ValueRepeated, Field: "successor"}},
		{"with themselves as successor", leave("bao", "2026-03-31", give("lotte-bao", "bao")),
			domain.Refusal{Code: domain.LeaverSucceeds, Field: "person", Others: one(domain.PersonNoun, "bao")}},
		{"with a successor who does not exist", leave("bao", "2026-03-31", give("lotte-bao", "niemand")),
			domain.Refusal{Code: domain.UnknownRef, Field: "person", Others: one(domain.PersonNoun, "niemand")}},
		{"with a mother as successor (N1)", leave("bao", "2026-03-31", give("lotte-bao", "petra")),
			domain.Refusal{Code: domain.KindMisfit, Field: "person", Others: []domain.Ref{
				{Noun: domain.PersonNoun, Key: "petra"}, {Noun: domain.RelationTypeNoun, Key: "begeleider"}}}},
		{"with a successor whom the client must not have (E1)", leave("bao", "2026-03-31", give("lotte-bao", "tomasz")),
			domain.Refusal{Code: domain.PrimaryAndNegative, Field: "person", Others: relations("R4")}},
	})
}

func TestWhoHasLeftAlreadyLeavesNoMore(t *testing.T) {
	w, _ := do(t, kade(), leave("bao", "2026-03-31"))
	refuse(t, w, []attempt{{"on the same day", leave("bao", "2026-03-31"), domain.Refusal{Code: domain.NothingToDo}}})
}

func TestSomebodyInactiveAndStillLinkedIsUnlinkedAndStaysInactive(t *testing.T) {
	w, _ := do(t, kade(), domain.DeactivatePerson{ID: "bao", From: day("2026-02-01")})
	w, _ = do(t, w, leave("bao", "2026-03-31"))
	if p, _ := w.Person("bao"); p.InactiveFrom != day("2026-02-01") {
		t.Errorf("inactive from %s", p.InactiveFrom)
	}
	if r, _ := w.Relation("lotte-bao"); r.Through != day("2026-03-31") {
		t.Errorf("%+v", r)
	}
}

func TestAClientWhoLeavesNeedsNoSuccessor(t *testing.T) {
	d := domain.Leaving(kade(), "lotte", day("2026-03-31"))
	if len(d.Handovers) != 0 || len(d.Relations) != 2 || len(d.Memberships) != 1 {
		t.Errorf("%+v", d)
	}
	w, _ := do(t, kade(), leave("lotte", "2026-03-31"))
	if r, _ := w.Relation("lotte-bao"); r.Through != day("2026-03-31") || r.ReplacedBy != "" {
		t.Errorf("%+v", r)
	}
}

// TestALeaverAsksForSuccessors checks what the dialog proposes before anything is
// saved. Bao leaves on 31 March.
func TestALeaverAsksForSuccessors(t *testing.T) {
	for _, c := range []struct {
		name string
		with []domain.Command
		want []domain.Handover // of each: relation id, vacant days, planned, candidates
	}{
		{"nobody is near: nobody is proposed", nil,
			[]domain.Handover{{Relation: domain.Relation{ID: "lotte-bao"}, Vacant: from("2026-04-01")}}},
		{"others know Lotte: they are proposed, by id, and once",
			[]domain.Command{relate("lotte", "vera", "tweede", "2026-01-01"), relate("lotte", "tomasz", "tweede", "2026-01-01"), relate("lotte", "vera", "regie", "2026-01-01")},
			[]domain.Handover{{Relation: domain.Relation{ID: "lotte-bao"}, Vacant: from("2026-04-01"), Candidates: []domain.PersonID{"tomasz", "vera"}}}},
		{"one of them is unwanted: not proposed",
			[]domain.Command{relate("lotte", "vera", "tweede", "2026-01-01"), relate("lotte", "vera", "niet", "2026-02-01")},
			[]domain.Handover{{Relation: domain.Relation{ID: "lotte-bao"}, Vacant: from("2026-04-01")}}},
		{"one of them leaves too: not proposed",
			[]domain.Command{relate("lotte", "vera", "tweede", "2026-01-01"), domain.DeactivatePerson{ID: "vera", From: day("2026-04-01")}},
			[]domain.Handover{{Relation: domain.Relation{ID: "lotte-bao"}, Vacant: from("2026-04-01")}}},
		{"Vera is planned from May: nobody has to be found",
			[]domain.Command{relate("lotte", "vera", "begeleider", "2026-05-01")},
			[]domain.Handover{{Relation: domain.Relation{ID: "lotte-bao"}, Vacant: through("2026-04-01", "2026-04-30"), Planned: "R1"}}},
		{"Vera is planned from the day after: nothing is vacant",
			[]domain.Command{relate("lotte", "vera", "begeleider", "2026-04-01")}, nil},
		{"the type is switched off (E7)", []domain.Command{switchedOff("begeleider")}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := kade()
			for _, command := range c.with {
				w, _ = do(t, w, command)
			}
			got := domain.Leaving(w, "bao", day("2026-03-31")).Handovers
			if len(got) != len(c.want) {
				t.Fatalf("%d handovers, want %d", len(got), len(c.want))
			}
			for i, h := range got {
				want := c.want[i]
				if h.Relation.ID != want.Relation.ID || h.Vacant != want.Vacant || h.Planned != want.Planned ||
					!slices.Equal(h.Candidates, want.Candidates) || h.NeedsSuccessor() != (want.Planned == "") {
					t.Errorf("%+v\nwant %+v", h, want)
				}
			}
		})
	}
}

func switchedOff(id domain.RelationTypeID) domain.Command {
	ty, _ := kade().RelationType(id)
	ty.SwitchedOff = true
	return domain.EditRelationType{Type: ty}
}

func TestALeaverWhoIsStillRosteredIsToldAndStaysRostered(t *testing.T) {
	if d := domain.Leaving(kade(), "tomasz", today()-1); len(d.Shifts) != 1 || d.Shifts[0].ID != "maandag" {
		t.Errorf("%v", d.Shifts)
	}
	if d := domain.Leaving(kade(), "tomasz", today()); len(d.Shifts) != 0 {
		t.Errorf("%v on the last day itself", d.Shifts)
	}
	w, _ := do(t, kade(), leave("tomasz", "2026-03-01"))
	if s, _ := w.Shift("maandag"); !slices.Equal(s.Employees, []domain.PersonID{"tomasz"}) {
		t.Errorf("%v", s.Employees)
	}
}

func TestAfterALeaveNothingOfTheLeaverRuns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		var people []domain.PersonID
		for p := range w.Persons() {
			people = append(people, p.ID)
		}
		if len(people) == 0 {
			return
		}
		who := rapid.SampledFrom(people).Draw(t, "leaver")
		last := domaintest.Today() + domain.Date(rapid.IntRange(-400, 400).Draw(t, "day"))
		changes, err := domain.Leave{Person: who, Through: last}.Plan(w)
		if err != nil {
			return
		}
		w, _ = w.With(changes...)
		if d := domain.Leaving(w, who, last); len(d.Memberships)+len(d.Relations)+len(d.Assignments)+len(d.Handovers) != 0 {
			t.Fatalf("left behind: %+v", d)
		}
		if p, _ := w.Person(who); p.ActiveOn(last + 1) {
			t.Fatal("still active")
		}
	})
}

// After any commands and undos E2 holds on every day.
func TestAnExclusiveTypeHoldsOneADayThroughCommandsAndUndos(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		var done [][]domain.Change
		for range rapid.IntRange(1, 10).Draw(t, "steps") {
			if len(done) > 0 && rapid.IntRange(0, 3).Draw(t, "undo") == 3 {
				back, err := w.With(domain.Inverse(done[len(done)-1])...)
				if err != nil {
					t.Fatalf("it can not be taken back: %v", err)
				}
				w, done = back, done[:len(done)-1]
			} else if changes, err := domaintest.Command(t, w).Plan(w); err == nil {
				w, _ = w.With(changes...)
				done = append(done, changes)
			}
			onePerDay(t, w)
		}
	})
}
