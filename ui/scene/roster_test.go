package scene

import (
	"fmt"
	"slices"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

// A Roster made of the one before is the one that is made anew, however people
// come, go and change their names; namesakes among them.
func TestARosterAfterAnEditIsTheOneThatIsMadeAnew(t *testing.T) {
	w := domaintest.Large()
	before := NewRoster(w, nil)
	person := func(id, given, family string) domain.Change {
		was, ok := w.Person(domain.PersonID(id))
		now := was
		now.ID, now.GivenName, now.FamilyName, now.Role = domain.PersonID(id), given, family, domain.Client
		swap := &domain.Swap[domain.Person]{After: &now}
		if ok {
			swap.Before = &was
		}
		return domain.Change{Person: swap}
	}
	namesake := before.People()[5000]
	edits := [][]domain.Change{
		{person("P17", "Zoë", "Ærø")},
		{person("P18", "Anna", "de Aa"), person("N1", namesake.GivenName, namesake.FamilyName)},
		nil,
	}
	many := []domain.Change{}
	for i := range 300 {
		many = append(many, person(fmt.Sprint("M", i), "Één", fmt.Sprint("Van ", i)))
	}
	for i, changes := range append(edits, many) {
		next, err := w.With(changes...)
		if err != nil {
			t.Fatal(err)
		}
		w = next
		before = NewRoster(w, before)
		anew := NewRoster(w, nil)
		if !slices.Equal(before.People(), anew.People()) || !slices.Equal(before.Groups(), anew.Groups()) {
			t.Errorf("edit %d: another order than anew", i)
		}
	}
}

// BenchmarkRosterAfterAnEdit is what an edit in an institution of 10,000 waits for.
func BenchmarkRosterAfterAnEdit(b *testing.B) {
	w := domaintest.Large()
	before := NewRoster(w, nil)
	was, _ := w.Person("P17")
	now := was
	now.FamilyName = "Ærø"
	w, err := w.With(domain.Change{Person: &domain.Swap[domain.Person]{Before: &was, After: &now}})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		NewRoster(w, before)
	}
}

// BenchmarkRosterOfASetUp is what opening an institution of 10,000 waits for.
func BenchmarkRosterOfASetUp(b *testing.B) {
	w := domaintest.Large()
	for b.Loop() {
		NewRoster(w, nil)
	}
}
