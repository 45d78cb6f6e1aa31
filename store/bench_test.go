package store

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

// seenFolder is where the benchmarks remember heads, as the program does.
var seenFolder = filepath.Join(os.TempDir(), "zichtlijn-store-bench-seen")

// real writes to the disk as the program does.
func real() Options {
	o := quick()
	o.noSync, o.Seen = false, seenFolder
	return o
}

// largeFile returns the path of a closed file with the large institution.
func largeFile(b *testing.B) string {
	b.Helper()
	db := fresh(b, real())
	do(b, db, reading{domaintest.Large()})
	return closed(b, db)
}

// BenchmarkOpen opens the large institution: every page, every seal and every
// record is checked. The goal is 300 ms.
func BenchmarkOpen(b *testing.B) {
	path := largeFile(b)
	for b.Loop() {
		db, err := Open(path, real())
		if err != nil {
			b.Fatal(err)
		}
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkVerify replays the journal of the large institution as well.
func BenchmarkVerify(b *testing.B) {
	path := largeFile(b)
	for b.Loop() {
		if _, err := Verify(path, real()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkImport reads the large institution in, as one entry.
func BenchmarkImport(b *testing.B) {
	w := domaintest.Large()
	for b.Loop() {
		db := fresh(b, real())
		do(b, db, reading{w})
		closed(b, db)
	}
}

// BenchmarkEdit makes one edit of the large institution and, in turn, two bare
// fdatasyncs of a page each, which is the least that bbolt's two steps cost the disk.
// The goal is 2.5 times those, on a disk whose fdatasync takes over 50 µs.
func BenchmarkEdit(b *testing.B) {
	for _, c := range []struct {
		name string
		edit func(domain.World) domain.Command
	}{
		{"Member", endless},
		{"Visibility", func(w domain.World) domain.Command {
			return domain.SetVisibility{ID: "G500", Visibility: other(w, "G500")}
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			db := open(b, largeFile(b), real())
			do(b, db, group("Warm")) // the copy of the day is not the price of an edit
			compare(b, func() { do(b, db, c.edit(db.World())) })
		})
	}
}

// compare times edits and bare fdatasyncs in turn, so that other load on the machine
// slows both.
func compare(b *testing.B, edit func()) {
	bare, err := os.Create(filepath.Join(b.TempDir(), "bare"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = bare.Close() }()
	page := make([]byte, pageSize)
	if _, err := bare.Write(make([]byte, 256*pageSize)); err != nil {
		b.Fatal(err)
	}
	if err := bare.Sync(); err != nil {
		b.Fatal(err)
	}
	var edits, syncs []time.Duration
	for b.Loop() {
		begin := time.Now()
		edit()
		edited := time.Now()
		for i := range 2 {
			if _, err := bare.WriteAt(page, int64((2*len(edits)+i)%256)*pageSize); err != nil {
				b.Fatal(err)
			}
			if err := datasync(bare); err != nil {
				b.Fatal(err)
			}
		}
		edits, syncs = append(edits, edited.Sub(begin)), append(syncs, time.Since(edited))
	}
	one, two := median(edits), median(syncs)
	b.ReportMetric(float64(one)/float64(two), "x-two-fdatasyncs")
	b.ReportMetric(float64(one.Nanoseconds()), "median-ns/edit")
	b.ReportMetric(float64(two.Nanoseconds())/2, "median-ns/fdatasync")
	if two < 100*time.Microsecond {
		b.Logf("two fdatasyncs take %v here: too little to compare an edit with", two)
	}
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

// endless puts one person into one group, or takes them out again.
func endless(w domain.World) domain.Command {
	m := domain.Membership{Group: "G1000", Person: "P1", Period: domain.Period{From: domaintest.Today() + 5000}}
	if _, in := w.Membership(m.Group, m.Person, m.From); in {
		return domain.RemoveMembers{Keys: []domain.MembershipKey{{Group: m.Group, Person: m.Person, From: m.From}}}
	}
	return domain.AddMembers{Memberships: []domain.Membership{m}}
}

// other returns a mode that the group does not have.
func other(w domain.World, id domain.GroupID) domain.Visibility {
	if g, _ := w.Group(id); g.Visibility == domain.Hidden {
		return domain.GroupVisible
	}
	return domain.Hidden
}
