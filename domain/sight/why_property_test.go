package sight_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

// drawPair draws two different people; false where there are no two.
func drawPair(t *rapid.T, w domain.World) (pair, bool) {
	people := slices.Collect(w.Persons())
	if len(people) < 2 {
		return pair{}, false
	}
	viewer := rapid.IntRange(0, len(people)-1).Draw(t, "viewer")
	other := (viewer + rapid.IntRange(1, len(people)-1).Draw(t, "other")) % len(people)
	return pair{people[viewer].ID, people[other].ID}, true
}

// after carries a command out; ok is false where it is refused.
func carried(w domain.World, c domain.Command) (domain.World, bool) {
	changes, err := c.Plan(w)
	if err != nil {
		return w, false
	}
	next, err := w.With(changes...)
	return next, err == nil
}

func TestNothingIsMissingExactlyWhenBothFactsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for viewer := range w.Persons() {
			for other := range w.Persons() {
				a := sight.Why(w, viewer.ID, other.ID, today())
				if !reflect.DeepEqual(a.Sightline, sight.Between(w, viewer.ID, other.ID, today())) {
					t.Fatalf("%s and %s: %+v", viewer.ID, other.ID, a.Sightline)
				}
				var of sight.Fact
				for _, m := range a.Missing {
					of.Sees, of.Messages = of.Sees || m.Facts.Sees, of.Messages || m.Facts.Messages
				}
				if of.Sees == a.Sees() || of.Messages == a.MayMessage() {
					t.Fatalf("%s sees %s: %v, messages: %v, and missing is %+v", viewer.ID, other.ID, a.Sees(), a.MayMessage(), a.Missing)
				}
			}
		}
	})
}

// everyRemedy checks the facts and counts of remedies against both whole matrices.
func everyRemedy(t *rapid.T, w domain.World, p pair, list []sight.Remedy, turned func(before, after sight.Fact) sight.Fact) {
	t.Helper()
	before := facts(w)
	last := 0
	for _, r := range list {
		next, ok := carried(w, r.Command)
		if !ok {
			t.Fatalf("%+v is refused", r.Command)
		}
		after := facts(next)
		if got := turned(before[p], after[p]); got == (sight.Fact{}) || got != (sight.Fact{Sees: r.Sees, Messages: r.Messages}) {
			t.Fatalf("%v: %+v turns %+v and not %v, %v", p, r.Command, got, r.Sees, r.Messages)
		}
		n := 0
		for q := range union(before, after) {
			if q != p && before[q] != after[q] {
				n++
			}
		}
		if n != r.Others || n < last {
			t.Fatalf("%v: %+v turns %d others and says %d, behind %d", p, r.Command, n, r.Others, last)
		}
		last = n
	}
}

func union(a, b map[pair]sight.Fact) map[pair]bool {
	out := map[pair]bool{}
	for p := range a {
		out[p] = true
	}
	for p := range b {
		out[p] = true
	}
	return out
}

func gains(before, after sight.Fact) sight.Fact {
	return sight.Fact{Sees: after.Sees && !before.Sees, Messages: after.Messages && !before.Messages}
}

func losses(before, after sight.Fact) sight.Fact { return gains(after, before) }

func TestARemedyReallyTurnsTheAnswerAndCountsTheOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		if p, ok := drawPair(t, w); ok {
			everyRemedy(t, w, p, sight.Remedies(w, p.viewer, p.other, today()), gains)
		}
	})
}

func TestAnEndingReallyEndsTheAnswerAndCountsTheOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		if p, ok := drawPair(t, w); ok {
			everyRemedy(t, w, p, sight.EndingRemedies(w, p.viewer, p.other, today()), losses)
		}
	})
}

func TestNoEditIsProposedTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		p, ok := drawPair(t, w)
		if !ok {
			return
		}
		for _, list := range [][]domain.Command{
			sight.Proposals(w, p.viewer, p.other, today()), sight.EndingProposals(w, p.viewer, p.other, today()),
		} {
			seen := map[string]bool{}
			for _, c := range list {
				changes, err := c.Plan(w)
				written := fmt.Sprintf("%T %+v", c, c)
				for _, change := range changes {
					written += fmt.Sprintf(" %+v", change.Step())
				}
				if err == nil && seen[written] {
					t.Fatalf("%s", written)
				}
				seen[written] = true
			}
		}
	})
}

// Every change of mode, turn of a reading and addition of a member that turns the
// answer stands among the remedies.
func TestNoSingleEditOfModeReadingOrMembershipIsOverlooked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		p, ok := drawPair(t, w)
		if !ok {
			return
		}
		overlooked(t, w, p, sight.Remedies(w, p.viewer, p.other, today()), gains)
		overlooked(t, w, p, sight.EndingRemedies(w, p.viewer, p.other, today()), losses)
	})
}

func overlooked(t *rapid.T, w domain.World, p pair, list []sight.Remedy, turned func(before, after sight.Fact) sight.Fact) {
	t.Helper()
	before := facts(w)[p]
	for _, c := range someEdits(w, p) {
		next, ok := carried(w, c)
		if !ok {
			continue
		}
		line := sight.Between(next, p.viewer, p.other, today())
		got := turned(before, sight.Fact{Sees: line.Sees(), Messages: line.MayMessage()})
		named := slices.ContainsFunc(list, func(r sight.Remedy) bool { return reflect.DeepEqual(r.Command, c) })
		if (got != sight.Fact{}) && !named {
			t.Fatalf("%v: %#v turns %+v and is not named", p, c, got)
		}
	}
}

// someEdits lists edits that must be among the remedies if they turn the answer.
func someEdits(w domain.World, p pair) []domain.Command {
	var out []domain.Command
	for g := range w.Groups() {
		for _, v := range domain.Visibilities() {
			out = append(out, domain.SetVisibility{ID: g.ID, Visibility: v})
		}
		for _, id := range []domain.PersonID{p.viewer, p.other} {
			one := domain.Membership{Group: g.ID, Person: id, Period: domain.Period{From: today()}}
			out = append(out, domain.AddMembers{Memberships: []domain.Membership{one}})
			for m := range w.MembershipsOf(id) {
				if m.Group != g.ID {
					continue
				}
				for _, role := range domain.MemberRoles() {
					one, _ := w.Person(id)
					now := m
					if now.Role = role; role == one.Role {
						now.Role = domain.NoRole
					}
					out = append(out, domain.EditMembership{Key: domain.MembershipKey{Group: m.Group, Person: m.Person, From: m.From}, Membership: now})
				}
			}
		}
	}
	for _, r := range domain.AllReadings() {
		out = append(out, domain.SetReading{Reading: r, On: !w.Readings().On(r)})
	}
	for _, id := range []domain.PersonID{p.viewer, p.other} {
		out = append(out, domain.ReactivatePerson{ID: id}, domain.DeactivatePerson{ID: id, From: today()})
		for _, role := range domain.Roles() {
			one, _ := w.Person(id)
			one.Role = role
			out = append(out, domain.EditPerson{Person: one})
		}
	}
	return slices.Concat(out, someRelations(w, p))
}

// someRelations are the edits of relations and their types.
func someRelations(w domain.World, p pair) []domain.Command {
	var out []domain.Command
	for t := range w.RelationTypes() {
		on, off, with, without := t, t, t, t
		on.SwitchedOff, off.SwitchedOff, with.Network, without.Network = false, true, true, false
		for _, edited := range []domain.RelationType{on, off, with, without} {
			out = append(out, domain.EditRelationType{Type: edited})
		}
		for c := range w.Persons() {
			for _, id := range []domain.PersonID{p.viewer, p.other} {
				// A new relation can end what holds only by replacing somebody, which
				// anybody could do: that is not among the endings.
				if before := sight.Between(w, p.viewer, p.other, today()); !before.Sees() {
					out = append(out, domain.AddRelation{Relation: domain.Relation{Client: c.ID, Person: id, Type: t.ID, Period: domain.Period{From: today()}}})
				}
			}
		}
	}
	for r := range w.Relations() {
		if r.RunsOn(today()) && r.From < today() {
			out = append(out, domain.EndRelations{IDs: []domain.RelationID{r.ID}, Through: today() - 1})
		}
		if r.Ahead(today()) {
			r.From = today()
			out = append(out, domain.EditRelation{Relation: r})
		}
	}
	return out
}
