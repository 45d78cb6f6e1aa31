package store

import (
	"errors"
	"fmt"
	"testing"

	"zichtlijn/domain"
)

func TestTheSetUpIsKnownAsEveryEntryLeftIt(t *testing.T) {
	db := fresh(t, quick())
	counts := []int{0}
	for n := range 5 {
		p := domain.Person{ID: domain.PersonID(fmt.Sprint("P", n)), Role: domain.Client, GivenName: "Noor", FamilyName: "Haddad"}
		if _, _, err := db.Do(domain.AddPerson{Person: p}, domain.By{}, domain.Unchecked); err != nil {
			t.Fatal(err)
		}
		counts = append(counts, n+1)
	}
	if _, _, err := db.Undo(domain.By{}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	counts = append(counts, 4)
	for n, want := range counts {
		w, err := db.WorldAt(domain.Seq(n))
		if got := w.Count(domain.PersonNoun); err != nil || got != want {
			t.Errorf("entry %d left %d people, not %d: %v", n, want, got, err)
		}
	}
	if _, err := db.WorldAt(domain.Seq(len(counts))); !errors.Is(err, ErrOtherPast) {
		t.Errorf("an entry that there is not: %v", err)
	}
}
