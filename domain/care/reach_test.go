package care_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/domain/domaintest"
)

func TestWhatSomebodyMayIsTheSameAskedForAllClientsAtOnce(t *testing.T) { // A4
	rapid.Check(t, func(t *rapid.T) {
		w, on := domaintest.Small(t), somewhen(t)
		for p := range w.Persons() {
			var want []care.Reach
			for client := range w.Persons() {
				if grants := care.Access(w, p.ID, client.ID, on); len(grants) > 0 {
					want = append(want, care.Reach{Client: client.ID, Grants: grants})
				}
			}
			if got := care.May(w, p.ID, on); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s may %+v, want %+v", p.ID, got, want)
			}
		}
	})
}

// BenchmarkMay asks what employees of the large institution may do with whom.
func BenchmarkMay(b *testing.B) {
	w := busy()
	var employees []domain.PersonID
	for p := range w.Persons() {
		if p.Role.IsCounselor() {
			employees = append(employees, p.ID)
		}
	}
	i := 0
	for b.Loop() {
		care.May(w, employees[i%len(employees)], today())
		i++
	}
}
