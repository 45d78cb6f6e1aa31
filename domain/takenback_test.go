package domain_test

import (
	"reflect"
	"testing"

	"zichtlijn/domain"
)

// mistaken is Lotte's counselor Bao replaced by Vera in March, and an edit after it.
func mistaken(t *testing.T) domain.World {
	t.Helper()
	w, _ := do(t, kade(), domain.RemoveRelation{ID: "lotte-bao"})
	old := related("lotte", "bao", "begeleider", through("2026-01-01", "2026-06-30"))
	old.ID = "a"
	w, _ = do(t, w, domain.AddRelation{Relation: old})
	n := related("lotte", "vera", "begeleider", through("2026-03-01", "2026-03-31"))
	n.ID = "n"
	w, _ = do(t, w, domain.AddRelation{Relation: n})
	w, _ = do(t, w, relate("sem", "bao", "begeleider", "2026-03-02"))
	return w
}

func relationIn(t *testing.T, w domain.World, id domain.RelationID) domain.Relation {
	t.Helper()
	r, ok := w.Relation(id)
	if !ok {
		t.Fatalf("%s is gone", id)
	}
	return r
}

func TestAReplacementCanBeTakenBackAfterAnotherEdit(t *testing.T) {
	w := mistaken(t)
	after, changes := do(t, w, domain.RemoveRelation{ID: "n"})
	a := relationIn(t, after, "a")
	if _, there := after.Relation("n"); there || a.ReplacedBy != "" || a.Through != day("2026-02-28") || len(changes) != 2 {
		t.Errorf("%+v, %d changes", a, len(changes))
	}
	back, err := after.With(domain.Inverse(changes)...)
	if err != nil || !reflect.DeepEqual(back.Records(), w.Records()) {
		t.Errorf("one step back is not where we were: %v", err)
	}
}

func TestTheOldEndIsGivenBackInTheSameEdit(t *testing.T) {
	for _, end := range []domain.Date{day("2026-06-30"), 0} {
		after, changes := do(t, mistaken(t), domain.RemoveRelation{ID: "n", GiveBack: []domain.OldEnd{{Relation: "a", Through: end}}})
		if a := relationIn(t, after, "a"); a.Through != end || a.ReplacedBy != "" || len(changes) != 2 {
			t.Errorf("%+v, %d changes", a, len(changes))
		}
	}
}

func TestAWithdrawnRelationStaysSoUnlessItIsTakenUp(t *testing.T) {
	w, _ := do(t, kade(), relate("lotte", "vera", "begeleider", "2025-09-01")) // Bao's is withdrawn
	after, _ := do(t, w, domain.RemoveRelation{ID: "R1"})
	if bao := relationIn(t, after, "lotte-bao"); !bao.Withdrawn || bao.ReplacedBy != "" {
		t.Errorf("%+v", bao)
	}
	after, _ = do(t, w, domain.RemoveRelation{ID: "R1", GiveBack: []domain.OldEnd{{Relation: "lotte-bao"}}})
	if bao := relationIn(t, after, "lotte-bao"); bao.Withdrawn || bao.ReplacedBy != "" || !bao.RunsOn(today()) {
		t.Errorf("%+v", bao)
	}
}

func TestAnOldEndIsOnlyGivenBackToWhoWasReplaced(t *testing.T) {
	refuse(t, mistaken(t), []attempt{{"to another",
		domain.RemoveRelation{ID: "n", GiveBack: []domain.OldEnd{{Relation: "R1"}}},
		domain.Refusal{Code: domain.NotReplacedBy, Field: "replacedBy", Others: relations("n")}}})
}

func TestEditingTheSuccessorClearsWhatItNoLongerReplaces(t *testing.T) {
	for name, edit := range map[string]func(*domain.Relation){
		"another client":    func(r *domain.Relation) { r.Client = "henk" },
		"another person":    func(r *domain.Relation) { r.Person = "tomasz" },
		"another type":      func(r *domain.Relation) { r.Type = "tweede" },
		"another first day": func(r *domain.Relation) { r.From = day("2026-03-05") },
	} {
		w := mistaken(t)
		n := relationIn(t, w, "n")
		edit(&n)
		if _, there := w.Person(n.Client); !there {
			n.Client = "noor"
		}
		after, changes := do(t, w, domain.EditRelation{Relation: n})
		if a := relationIn(t, after, "a"); a.ReplacedBy != "" || a.Through != day("2026-02-28") || len(changes) != 2 {
			t.Errorf("%s: %+v, %d changes", name, a, len(changes))
		}
	}
	w := mistaken(t)
	n := relationIn(t, w, "n")
	n.Note, n.Through = "langer", day("2026-04-30")
	after, _ := do(t, w, domain.EditRelation{Relation: n})
	if a := relationIn(t, after, "a"); a.ReplacedBy != "n" {
		t.Errorf("a longer successor: %+v", a)
	}
}

func TestEditingTheReplacedOneKeepsItsReplacementTrue(t *testing.T) {
	w := mistaken(t)
	a := relationIn(t, w, "a")
	a.Type = "tweede"
	after, _ := do(t, w, domain.EditRelation{Relation: a})
	if a := relationIn(t, after, "a"); a.ReplacedBy != "" {
		t.Errorf("%+v", a)
	}
}

func TestWhatReplacesIsARealLaterRelationOfTheSameClientAndType(t *testing.T) {
	w := mistaken(t)
	for name, put := range map[string]func(*domain.Relation){
		"itself":       func(r *domain.Relation) { r.ReplacedBy = "a" },
		"other client": func(r *domain.Relation) { r.ReplacedBy = "R1" },
		"earlier":      func(r *domain.Relation) { r.Through = day("2026-03-15") },
	} {
		was := relationIn(t, w, "a")
		now := was
		put(&now)
		change := domain.Change{Relation: &domain.Swap[domain.Relation]{Before: &was, After: &now}}
		after, err := w.With(change)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, r := range domain.Judge(after, []domain.Change{change}) {
			found = found || r.Code == domain.NotReplacedBy && r.Field == "replacedBy" && r.Subject.Key == "a"
		}
		if !found {
			t.Errorf("%s is not refused", name)
		}
	}
}
