package domain_test

import (
	"reflect"
	"testing"

	"zichtlijn/domain"
)

// was is a personal counselor of Lotte before a new one is added.
type was struct {
	id     domain.RelationID
	who    domain.PersonID
	period domain.Period
	// then is the relation afterwards: the last day (zero: open), by whom it was
	// replaced, and whether it is withdrawn.
	then      domain.Date
	by        domain.RelationID
	withdrawn bool
}

// TestANewPersonalCounselorReplacesTheOthers is E8 as a table. The new one is n.
func TestANewPersonalCounselorReplacesTheOthers(t *testing.T) {
	for _, c := range []struct {
		name string
		was  []was
		n    domain.Relation
	}{
		{"from today: the present one ends yesterday",
			[]was{{"a", "bao", from("2025-09-01"), day("2026-03-01"), "n", false}},
			related("lotte", "vera", "begeleider", from("2026-03-02"))},
		{"from 16 March: the present one stays until the 15th",
			[]was{{"a", "bao", from("2025-09-01"), day("2026-03-15"), "n", false}},
			related("lotte", "vera", "begeleider", from("2026-03-16"))},
		{"from a day in the past: the present one ended before it",
			[]was{{"a", "bao", from("2025-09-01"), day("2026-01-31"), "n", false}},
			related("lotte", "vera", "begeleider", from("2026-02-01"))},
		{"from the first day of the present one: that never began",
			[]was{{"a", "bao", from("2025-09-01"), 0, "n", true}},
			related("lotte", "vera", "begeleider", from("2025-09-01"))},
		{"from before the present one: that never began",
			[]was{{"a", "bao", from("2025-09-01"), 0, "n", true}},
			related("lotte", "vera", "begeleider", from("2025-01-01"))},
		{"one day after the first day of the present one: that had a single day",
			[]was{{"a", "bao", from("2025-09-01"), day("2025-09-01"), "n", false}},
			related("lotte", "vera", "begeleider", from("2025-09-02"))},
		{"after one that has ended: that stays as it was",
			[]was{{"a", "bao", through("2025-09-01", "2026-03-01"), day("2026-03-01"), "", false}},
			related("lotte", "vera", "begeleider", from("2026-03-02"))},
		{"on the last day of one that ends: it ends a day earlier",
			[]was{{"a", "bao", through("2025-09-01", "2026-03-02"), day("2026-03-01"), "n", false}},
			related("lotte", "vera", "begeleider", from("2026-03-02"))},
		{"over a planned successor: the present one ends earlier, the successor never begins",
			[]was{
				{"a", "bao", through("2025-09-01", "2026-03-15"), day("2026-03-09"), "n", false},
				{"b", "tomasz", from("2026-03-16"), 0, "n", true},
			},
			related("lotte", "vera", "begeleider", from("2026-03-10"))},
		{"with an end before the planned successor: the successor stays, and nobody returns between",
			[]was{
				{"a", "bao", through("2025-09-01", "2026-03-15"), day("2026-03-09"), "n", false},
				{"b", "tomasz", from("2026-03-16"), 0, "", false},
			},
			related("lotte", "vera", "begeleider", through("2026-03-10", "2026-03-12"))},
		{"with an end on the first day of the successor: the successor never begins",
			[]was{{"b", "tomasz", from("2026-03-16"), 0, "n", true}},
			related("lotte", "vera", "begeleider", through("2026-03-10", "2026-03-16"))},
		{"wholly before the present one: nothing happens to it",
			[]was{{"a", "bao", from("2025-09-01"), 0, "", false}},
			related("lotte", "vera", "begeleider", through("2025-01-01", "2025-08-31"))},
		{"the same person again: their old period ends",
			[]was{{"a", "bao", from("2025-09-01"), day("2026-03-01"), "n", false}},
			related("lotte", "bao", "begeleider", from("2026-03-02"))},
		{"over several to come: none of them begins",
			[]was{
				{"a", "bao", through("2026-04-01", "2026-04-30"), day("2026-04-30"), "n", true},
				{"b", "tomasz", from("2026-05-01"), 0, "n", true},
			},
			related("lotte", "vera", "begeleider", from("2026-03-02"))},
	} {
		t.Run(c.name, func(t *testing.T) { replacement(t, c.was, c.n) })
	}
}

func replacement(t *testing.T, before []was, n domain.Relation) {
	w, _ := do(t, kade(), domain.RemoveRelation{ID: "lotte-bao"})
	for _, r := range before {
		old := related("lotte", r.who, "begeleider", r.period)
		old.ID = r.id
		w, _ = do(t, w, domain.AddRelation{Relation: old})
	}
	n.ID = "n"
	after, changes := do(t, w, domain.AddRelation{Relation: n})
	touched := 1
	for _, r := range before {
		got, _ := after.Relation(r.id)
		if got.From != r.period.From || got.Through != r.then || got.ReplacedBy != r.by || got.Withdrawn != r.withdrawn {
			t.Errorf("%s became %+v", r.who, got)
		}
		if r.by != "" {
			touched++
		}
	}
	if got, _ := after.Relation("n"); got != n {
		t.Errorf("the new one became %+v", got)
	}
	if len(changes) != touched {
		t.Errorf("%d changes, want one for each of the %d that change", len(changes), touched)
	}
	back, err := after.With(domain.Inverse(changes)...)
	if err != nil || !reflect.DeepEqual(back.Records(), w.Records()) {
		t.Errorf("one step back is not where we were: %v", err)
	}
}

func TestReplacementIsPerClientAndPerType(t *testing.T) {
	w, _ := do(t, kade(), relate("lotte", "vera", "regie", "2026-01-01"))
	_, changes := do(t, w, relate("sem", "bao", "begeleider", "2026-03-02"))
	if len(changes) != 1 {
		t.Errorf("Sem's counselor touched %d records", len(changes))
	}
	_, changes = do(t, w, relate("lotte", "tomasz", "begeleider", "2026-03-02"))
	if len(changes) != 2 {
		t.Errorf("Lotte's counselor touched %d records, want Bao's and the new one", len(changes))
	}
}

func TestATypeThatIsNotExclusiveReplacesNobody(t *testing.T) {
	_, changes := do(t, kade(), relate("noor", "bao", "tweede", "2026-03-02"))
	if len(changes) != 1 {
		t.Errorf("%d changes", len(changes))
	}
}

func TestAWithdrawnRelationIsNotReplacedAgain(t *testing.T) {
	w, _ := do(t, kade(), relate("lotte", "vera", "begeleider", "2025-09-01")) // Bao's is withdrawn
	w, _ = do(t, w, relate("lotte", "tomasz", "begeleider", "2026-03-02"))
	bao, _ := w.Relation("lotte-bao")
	if !bao.Withdrawn || bao.ReplacedBy != "R1" || bao.RunsOn(today()) {
		t.Errorf("%+v", bao)
	}
}

func TestARefusedReplacementReplacesNobody(t *testing.T) {
	refuse(t, kade(), []attempt{{"by a mother", relate("lotte", "petra", "begeleider", "2026-03-02"),
		domain.Refusal{Code: domain.KindMisfit, Field: "person", Others: []domain.Ref{
			{Noun: domain.PersonNoun, Key: "petra"}, {Noun: domain.RelationTypeNoun, Key: "begeleider"}}}}})
}

// A withdrawn relation counts on no day (E8), so that it excludes no other.
func TestAWithdrawnRelationContradictsNobody(t *testing.T) {
	w, _ := do(t, kade(), relate("lotte", "vera", "begeleider", "2025-09-01")) // Bao's is withdrawn
	w, _ = do(t, w, relate("lotte", "bao", "niet", "2026-03-02"))              // he was never primary
	ty, _ := w.RelationType("begeleider")
	several := ty
	several.Primary, several.Exclusive = false, false
	w, _ = do(t, w, domain.EditRelationType{Type: several})
	do(t, w, domain.EditRelationType{Type: ty}) // exclusive again: only Vera's runs
}
