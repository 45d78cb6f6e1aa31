package sight_test

import (
	"flag"
	"runtime"
	"slices"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

var sizes = flag.Bool("sizes", false, "measure institutions of a real size, print seconds and megabytes")

// measured prints what a computation costs. It fails nothing: a busy machine is slow.
func measured(t *testing.T, what string, do func()) {
	t.Helper()
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	do()
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	t.Logf("%-60s %8.3f s, %6d MB allocated", what, took.Seconds(), (after.TotalAlloc-before.TotalAlloc)>>20)
}

// ofPersons returns an institution of a size that an import could have, and the
// changes that bring all of it into a World that is empty.
func ofPersons(n int) (domain.World, []domain.Change) {
	w := domaintest.Institution(1, domaintest.Size{
		Persons: n, Groups: n / 10, Memberships: 5 * n, Relations: 3 * n,
		Shifts: n / 20, AccessRoles: 20, Assignments: n / 20, Agreements: 50, Accepted: 50,
	})
	return w, domain.Creation(w)
}

func TestWhatAnImportTurnsIsWeighedInAnInstitutionOfARealSize(t *testing.T) {
	if !*sizes {
		t.Skip("run with -sizes")
	}
	for _, n := range []int{1_000, 10_000} {
		w, all := ofPersons(n)
		back := domain.Inverse(all)
		for _, one := range []struct {
			what    string
			from    domain.World
			changes []domain.Change
		}{
			{"undo of the import", w, back},
			{"redo of the import", domain.World{}, all},
			{"second import that renames all", w, renamed(w)},
		} {
			measured(t, one.what, func() {
				weighing, err := sight.Weigh(one.from, one.changes, domaintest.Today(), 1000)
				if err != nil {
					t.Fatal(err)
				}
				t.Logf("%d persons, %d days", n, len(weighing.Days))
			})
		}
	}
}

// renamed gives everybody another name, as a second import of changed records does.
func renamed(w domain.World) []domain.Change {
	var out []domain.Change
	for p := range w.Persons() {
		now := p
		now.GivenName += "a"
		out = append(out, domain.Change{Person: &domain.Swap[domain.Person]{Before: &p, After: &now}})
	}
	return slices.Clip(out)
}

func TestACrowdThatSeesEachOtherIsWeighedAndSearchedInLittleRoom(t *testing.T) {
	if !*sizes {
		t.Skip("run with -sizes")
	}
	for _, size := range []struct{ members, persons int }{{5_000, 100_000}, {45_000, 50_000}} {
		w := domaintest.Crowd(size.members, size.persons)
		t.Logf("%d members among %d", size.members, size.persons)
		measured(t, "whom nobody sees, and who sees one way", func() { sight.NewEvaluator(w, domaintest.Today()).Seen() })
		group, _ := w.Group("G1")
		measured(t, "a new member of the group", func() {
			changes, err := domain.AddMembers{Memberships: []domain.Membership{{Group: "G1", Person: outside(w)}}}.Plan(w)
			if err != nil {
				t.Fatal(err)
			}
			if weighing, err := sight.Weigh(w, changes, domaintest.Today(), 200); err != nil || !weighing.Reveals() {
				t.Fatal(err)
			}
		})
		_, changes := inMode(w, group, domain.Hidden)
		measured(t, "hiding the group", func() {
			weighing, err := sight.Weigh(w, changes, domaintest.Today(), 200)
			if err != nil || !weighing.Days[0].Hides() {
				t.Fatal(err)
			}
		})
	}
}

// outside returns a client who is in no group.
func outside(w domain.World) domain.PersonID {
	for p := range w.Persons() {
		if p.Role == domain.Client && len(w.GroupsOn(p.ID, domaintest.Today())) == 0 {
			return p.ID
		}
	}
	return ""
}
