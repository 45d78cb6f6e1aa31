package sight_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

// withHistory is a world with the chronicle of the edits that led to it, the first on
// the day 40 days before the demonstration's.
func withHistory(t *rapid.T) (domain.World, domain.Chronicle) {
	w := domaintest.Small(t)
	day := today() - 40
	c := domain.Chronicle{}.Note(domain.Entry{Seq: 1, Changes: domain.Creation(w)}, day)
	for range rapid.IntRange(0, 10).Draw(t, "edits") {
		day += domain.Date(rapid.IntRange(0, 12).Draw(t, "later"))
		edit := domaintest.Command(t, w)
		if g, ok := drawGroup(t, w); ok && rapid.Bool().Draw(t, "mode") {
			edit = domain.SetVisibility{ID: g.ID, Visibility: rapid.SampledFrom(domain.Visibilities()).Draw(t, "to")}
		}
		changes, err := edit.Plan(w)
		if err != nil {
			continue
		}
		if w, err = w.With(changes...); err != nil {
			t.Fatal(err)
		}
		c = c.Note(domain.Entry{Seq: c.Head() + 1, Changes: changes}, day)
	}
	return w, c
}

// spansOf asks for the spans of two people in a world with its chronicle.
func spansOf(w domain.World, c domain.Chronicle, viewer, other domain.PersonID) []sight.Span {
	at := func(on domain.Date) domain.World { return c.World(w, on) }
	return sight.Spans(at, w, viewer, other, c.Days())
}

// drawTwo draws two people, often two who share a group or a relation.
func drawTwo(t *rapid.T, w domain.World) (viewer, other domain.PersonID) {
	people := slices.Collect(w.Persons())
	if len(people) == 0 {
		return "", "" // who are nobody, and see nobody
	}
	viewer = rapid.SampledFrom(people).Draw(t, "viewer").ID
	near := slices.Collect(func(yield func(domain.PersonID) bool) {
		for m := range w.MembershipsOf(viewer) {
			for o := range w.MembersOf(m.Group) {
				if o.Person != viewer && !yield(o.Person) {
					return
				}
			}
		}
		for r := range w.RelationsOf(viewer) {
			for s := range w.RelationsOf(r.Client) {
				if s.Opposite(viewer) != viewer && !yield(s.Opposite(viewer)) {
					return
				}
			}
		}
	})
	if len(near) > 0 && rapid.IntRange(0, 4).Draw(t, "near") > 0 {
		return viewer, rapid.SampledFrom(near).Draw(t, "other")
	}
	return viewer, rapid.SampledFrom(people).Draw(t, "other").ID
}

func TestOnEveryDayTheSpansSayWhatThePolicySaysInTheWorldOfThatDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, c := withHistory(t)
		viewer, other := drawTwo(t, w)
		spans := spansOf(w, c, viewer, other)
		for on := today() - 60; on <= today()+60; on++ {
			span := spans[sight.SpanOn(spans, on)]
			then := c.World(w, on)
			line := sight.Between(then, viewer, other, on)
			if want := (sight.Fact{Sees: line.Sees(), Messages: line.MayMessage()}); span.Fact != want {
				t.Fatalf("%s of %s on %s: the span says %+v, the policy %+v", viewer, other, on, span.Fact, want)
			}
			at := slices.IndexFunc(span.Stretches, func(s sight.Stretch) bool { return s.Covers(on) })
			stretch := span.Stretches[at]
			if !slices.Equal(stretch.Sight, line.Sight) || !slices.Equal(stretch.Messages, line.Messages) {
				t.Fatalf("%s of %s on %s: the stretch says %v, the policy %v", viewer, other, on, stretch, line)
			}
			now := sight.Between(w, viewer, other, on)
			if same := slices.Equal(now.Sight, line.Sight) && slices.Equal(now.Messages, line.Messages); !same && !stretch.AsItWas {
				t.Fatalf("%s of %s on %s: today's settings say %v, and nothing tells", viewer, other, on, now)
			}
		}
	})
}

func TestSpansCoverEveryDayOnceAndNeighboursDiffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, c := withHistory(t)
		viewer, other := drawTwo(t, w)
		spans := spansOf(w, c, viewer, other)
		var next domain.Date
		for i, s := range spans {
			if s.From != next || i > 0 && s.Fact == spans[i-1].Fact || (s.Through == 0) != (i == len(spans)-1) {
				t.Fatalf("span %d of %v", i, spans)
			}
			inner := s.From
			for j, part := range s.Stretches {
				if part.From != inner || (j == len(s.Stretches)-1) != (part.Through == s.Through) {
					t.Fatalf("stretch %d of %v", j, s)
				}
				inner = part.Through + 1
			}
			next = s.Through + 1
		}
	})
}

func TestSinceAndUntilHoldTheDayAndEndWhereSightTurns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, c := withHistory(t)
		viewer, other := drawTwo(t, w)
		spans := spansOf(w, c, viewer, other)
		on := today() + domain.Date(rapid.IntRange(-60, 60).Draw(t, "on"))
		sees := func(d domain.Date) bool { return sight.Between(c.World(w, d), viewer, other, d).Sees() }
		since, until := sight.Since(spans, on), sight.Until(spans, on)
		if !(domain.Period{From: since, Through: until}).Covers(on) {
			t.Fatalf("since %s until %s has no %s", since, until, on)
		}
		for d := max(since, today()-90); d <= today()+90 && (until == 0 || d <= until); d++ {
			if sees(d) != sees(on) {
				t.Fatalf("since %s until %s, and %s is otherwise", since, until, d)
			}
		}
		if since != 0 && sees(since-1) == sees(on) || until != 0 && sees(until+1) == sees(on) {
			t.Fatalf("since %s until %s is too short", since, until)
		}
	})
}

// Rob was in the open group of the Vlierhof until the end of January.
func TestAMembershipThatEndedLeavesASpan(t *testing.T) {
	w := demonstration(t)
	spans := spansOf(w, domain.Chronicle{}, "P41", "P21")
	if len(spans) != 2 || !spans[0].Sees || spans[0].Messages || spans[1].Sees {
		t.Fatalf("spans: %+v", spans)
	}
	if got := spans[0].Through; got != domain.NewDate(2026, 1, 31) {
		t.Errorf("he saw Willem until %s", got)
	}
	if grounds := spans[0].Stretches[0].Sight; len(grounds) != 1 || grounds[0].Short() != "G4:G3" {
		t.Errorf("he saw him on %v", grounds)
	}
	if sight.Since(spans, today()) != domain.NewDate(2026, 2, 1) || sight.Until(spans, today()) != 0 {
		t.Errorf("he does not since %s until %s", sight.Since(spans, today()), sight.Until(spans, today()))
	}
}

func TestAModeThatWasTurnedMakesASpanAndSaysSo(t *testing.T) {
	w := demonstration(t)
	c := domain.Chronicle{}.Note(domain.Entry{Seq: 1, Changes: domain.Creation(w)}, today()-30)
	changes, err := domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}.Plan(w)
	if err != nil {
		t.Fatal(err)
	}
	c = c.Note(domain.Entry{Seq: 2, Changes: changes}, today()-10)
	w = after(t, w, domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible})
	spans := spansOf(w, c, "P15", "P28") // Noor and Petra share the group and nothing else
	at := sight.SpanOn(spans, today())
	if span := spans[at]; !span.Sees || span.From != today()-10 || span.AsItWas() {
		t.Errorf("Noor sees Petra: %+v", span)
	}
	if span := spans[at-1]; span.Sees || !span.AsItWas() {
		t.Errorf("before: %+v", span)
	}
}

func TestGroundsThatChangeWhileTheFactStaysAreStretchesOfOneSpan(t *testing.T) {
	w := demonstration(t)
	w = after(t, w, domain.AddMembers{Memberships: []domain.Membership{
		{Group: "G4", Person: "P29", Period: domain.Period{From: today() + 7}},
	}})
	spans := spansOf(w, domain.Chronicle{}, "P28", "P29") // by their child's network, and then in the Oudercafé too
	span := spans[sight.SpanOn(spans, today())]
	at := slices.IndexFunc(span.Stretches, func(s sight.Stretch) bool { return s.From == today()+7 })
	if at < 1 || !slices.Contains(sight.Shorts(span.Stretches[at].Sight), "G4:G4") || slices.Contains(sight.Shorts(span.Stretches[at-1].Sight), "G4:G4") {
		t.Errorf("stretches: %+v", span.Stretches)
	}
}

func BenchmarkSpansInALargeInstitution(b *testing.B) {
	w := domaintest.Large()
	c := domain.Chronicle{}.Note(domain.Entry{Seq: 1, Changes: domain.Creation(w)}, today()-400)
	n := domain.Seq(2)
	now := w
	for g := range w.Groups() {
		changes, err := domain.SetVisibility{ID: g.ID, Visibility: (g.Visibility + 1) % 3}.Plan(now)
		if err != nil {
			b.Fatal(err)
		}
		c = c.Note(domain.Entry{Seq: n, Changes: changes}, today()-400+domain.Date(n)/3)
		if now, err = now.With(changes...); err != nil {
			b.Fatal(err)
		}
		n++
	}
	for b.Loop() {
		spansOf(now, c, "P1", "P2")
	}
}
