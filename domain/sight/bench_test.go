package sight_test

import (
	"slices"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

// BenchmarkTiles asks for both tiles of one person with all grounds in the large
// institution, for a person of each role in turn: at most 200 µs.
func BenchmarkTiles(b *testing.B) {
	w := domaintest.Large()
	for _, role := range domain.MemberRoles() {
		viewers := ofRole(w, role, 50)
		b.Run(role.String(), func(b *testing.B) {
			i := 0
			for b.Loop() {
				sight.Tiles(w, viewers[i%len(viewers)], today())
				i++
			}
		})
	}
}

// ofRole returns up to n people of a role who are in some group.
func ofRole(w domain.World, role domain.Role, n int) []domain.PersonID {
	var out []domain.PersonID
	for p := range w.Persons() {
		if len(out) < n && p.Role == role && len(w.GroupsOn(p.ID, today())) > 0 {
			out = append(out, p.ID)
		}
	}
	return out
}

// BenchmarkMatrix asks for every sightline of the demonstration.
func BenchmarkMatrix(b *testing.B) {
	w := demonstration(b)
	for b.Loop() {
		for range sight.Matrix(w, today()) {
		}
	}
}

// BenchmarkViewers asks who sees somebody in the large institution.
func BenchmarkViewers(b *testing.B) {
	w := domaintest.Large()
	clients := ofRole(w, domain.Client, 50)
	i := 0
	for b.Loop() {
		sight.Viewers(w, clients[i%len(clients)], today())
		i++
	}
}

// BenchmarkImpact asks what opening a group of 200 members would turn.
func BenchmarkImpact(b *testing.B) {
	w, group := withLargeGroup(b)
	_, changes := inMode(w, group, domain.MembersVisible)
	b.ResetTimer()
	for b.Loop() {
		turns, err := sight.Impact(w, changes, today())
		if err != nil || len(turns) == 0 {
			b.Fatalf("%d turns, %v", len(turns), err)
		}
	}
}

// withLargeGroup returns the large institution and another, hidden group of 200 members.
func withLargeGroup(b *testing.B) (domain.World, domain.Group) {
	b.Helper()
	g := domain.Group{ID: "vol", Name: "Volle groep"}
	changes := []domain.Change{{Group: &domain.Swap[domain.Group]{After: &g}}}
	w := domaintest.Large()
	for _, p := range slices.Concat(ofRole(w, domain.Client, 100), ofRole(w, domain.Guardian, 60), ofRole(w, domain.Counselor, 40)) {
		m := domain.Membership{Group: g.ID, Person: p}
		changes = append(changes, domain.Change{Membership: &domain.Swap[domain.Membership]{After: &m}})
	}
	w, err := w.With(changes...)
	if err != nil {
		b.Fatal(err)
	}
	if n := len(w.MembersOn(g.ID, today())); n < 190 { // some are inactive
		b.Fatalf("%d members", n)
	}
	return w, g
}

// BenchmarkReading counts what turning a reading would turn in the large
// institution: everybody's sight is compared.
func BenchmarkReading(b *testing.B) {
	w := domaintest.Large()
	for _, r := range []domain.Reading{domain.ReadNetwork, domain.ReadUnlinkedCounselorsSeeGroups} {
		changes, err := domain.SetReading{Reading: r, On: !w.Readings().On(r)}.Plan(w)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(r.String(), func(b *testing.B) {
			n := 0
			for b.Loop() {
				if n, err = sight.NewEvaluator(w, today()).Count(changes); err != nil || n == 0 {
					b.Fatalf("%d turns, %v", n, err)
				}
			}
			b.ReportMetric(float64(n), "turns")
		})
	}
}

// BenchmarkBreaks asks for all 50 agreements of the large institution whether they
// hold and until when, as the screen does once per edit.
func BenchmarkBreaks(b *testing.B) {
	w := domaintest.Large()
	for b.Loop() {
		for _, v := range sight.Verdicts(w, domaintest.Today()) {
			sight.Breaks(w, v.Agreement, domaintest.Today())
		}
	}
}

// BenchmarkWeighOneMember weighs the end of one membership where counselors see every
// group (G6), as its dialog does between two keys: it may not take 16 ms.
func BenchmarkWeighOneMember(b *testing.B) {
	w := domaintest.Large()
	turned, err := domain.SetReading{Reading: domain.ReadUnlinkedCounselorsSeeGroups, On: true}.Plan(w)
	if err != nil {
		b.Fatal(err)
	}
	if w, err = w.With(turned...); err != nil {
		b.Fatal(err)
	}
	m := w.GroupsOn(ofRole(w, domain.Client, 1)[0], today())[0]
	changes, err := domain.RemoveMembers{Keys: []domain.MembershipKey{{Group: m.Group, Person: m.Person, From: m.From}}}.Plan(w)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := sight.Weigh(w, changes, today(), 1000); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWeigh weighs an edit as the question before saving does: opening a large
// group, and the reading that turns most.
func BenchmarkWeigh(b *testing.B) {
	large, group := withLargeGroup(b)
	_, opened := inMode(large, group, domain.MembersVisible)
	seesEveryGroup, err := domain.SetReading{Reading: domain.ReadUnlinkedCounselorsSeeGroups, On: true}.Plan(large)
	if err != nil {
		b.Fatal(err)
	}
	for name, changes := range map[string][]domain.Change{"mode": opened, "reading": seesEveryGroup} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if weighing, err := sight.Weigh(large, changes, today(), 1000); err != nil || !weighing.Reveals() {
					b.Fatal(err)
				}
			}
		})
	}
}
