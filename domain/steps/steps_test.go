package steps_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/steps"
)

func after(t testing.TB, w domain.World, commands ...domain.Command) domain.World {
	t.Helper()
	for _, c := range commands {
		changes, err := c.Plan(w)
		if err != nil {
			t.Fatalf("%s: %v", c.Verb(), err)
		}
		if w, err = w.With(changes...); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

func state(t testing.TB, all []steps.State, s steps.Step) steps.State {
	t.Helper()
	for _, one := range all {
		if one.Step == s {
			return one
		}
	}
	t.Fatalf("there is no step %s in %v", s, all)
	return steps.State{}
}

func tick(s domain.HandStep, g domain.GroupID) domain.Command {
	return domain.TickStep{Step: s, Group: g, Reason: "met het team", On: on()}
}

func TestTheStepsThatAreTickedByHandAreThoseOfTheDomain(t *testing.T) {
	for _, h := range domain.HandSteps() {
		if got, ok := steps.Step(h.String()).ByHand(); !ok || got != h {
			t.Errorf("%v is %v", h, got)
		}
	}
	for _, s := range []steps.Step{steps.Look, steps.Mode, steps.News, steps.Programmes, steps.Handover} {
		if _, ok := s.ByHand(); !ok {
			t.Errorf("%s is not ticked by hand", s)
		}
	}
	for _, s := range []steps.Step{steps.People, steps.Types, steps.Relations, steps.Groups, steps.Hidden, steps.Members} {
		if _, ok := s.ByHand(); ok {
			t.Errorf("%s is ticked by hand", s)
		}
	}
}

func TestADecidedSettingIsOpenAgainOnceItIsAnother(t *testing.T) {
	w := after(t, demonstration(t), tick(domain.ModeStep, "G2"), tick(domain.LookStep, "G2"))
	look(t, []steps.State{state(t, steps.Group(w, "G2", on()), steps.Mode), state(t, steps.Group(w, "G2", on()), steps.Hidden)},
		"mode: done", "hidden: done")
	w = after(t, w, domain.SetVisibility{ID: "G2", Visibility: domain.MembersVisible})
	look(t, []steps.State{state(t, steps.Group(w, "G2", on()), steps.Mode), state(t, steps.Group(w, "G2", on()), steps.Hidden)},
		"mode: decided-otherwise group-visible", "hidden: visible-undecided")
	w = after(t, w, tick(domain.ModeStep, "G2"))
	if got := w.Ticks(domain.ModeStep, "G2"); len(got) != 1 || got[0].Objects[1] != "members-visible" {
		t.Errorf("decided is %v", got)
	}
}

func TestARoleThatComesLaterOpensTheLookAgain(t *testing.T) {
	w := after(t, demonstration(t), tick(domain.LookStep, "G4"))
	w = after(t, w, domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P38"}}})
	look(t, []steps.State{state(t, steps.Group(w, "G4", on()), steps.Look)}, "look: not-looked-as EXTERNAL")
	w = after(t, w, domain.TickStep{Step: domain.LookStep, Group: "G4", Reason: "ook als Delano", On: on() + 1})
	ticks := w.Ticks(domain.LookStep, "G4")
	if len(ticks) != 3 || ticks[0].On != on() || ticks[1].Reason != "ook als Delano" || !state(t, steps.Group(w, "G4", on()), steps.Look).Done() {
		t.Errorf("looked as %v", ticks)
	}
}

func TestANewsGroupOrATickThatNoneIsNeededDoesTheStep(t *testing.T) {
	w := after(t, demonstration(t), tick(domain.NewsStep, "G1"))
	if !state(t, steps.Group(w, "G1", on()), steps.News).Done() || !state(t, steps.Group(w, "G2", on()), steps.News).Done() {
		t.Error("the step is open")
	}
	w = after(t, w, domain.EditInstitution{Name: "Zonder nieuws", WithoutNewsGroups: true})
	if got := steps.Group(w, "G2", on()); len(got) != 7 {
		t.Errorf("without news groups there are %d steps", len(got))
	}
}

func TestAGroupOfWhichEverythingIsDoneIsClosedForTheInstitution(t *testing.T) {
	w := demonstration(t)
	for _, h := range domain.HandSteps() {
		w = after(t, w, tick(h, "G1"))
	}
	if got := steps.Group(w, "G1", on()); steps.Count(got) != len(got) {
		t.Errorf("%d of %d", steps.Count(got), len(got))
	}
	open := state(t, steps.Institution(w, on()), steps.Groups).Open[0].Refs
	if len(open) != 5 || open[0].Key != "G2" {
		t.Errorf("open are %v", open)
	}
}

func TestWhoeverIsNoLongerActiveIsOpenInTheGroup(t *testing.T) {
	w := after(t, demonstration(t), domain.DeactivatePerson{ID: "P37", From: on()}, domain.DeactivatePerson{ID: "P05", From: on()})
	look(t, []steps.State{state(t, steps.Group(w, "G1", on()), steps.Members)}, "members: inactive-member P05 P37")
	look(t, []steps.State{state(t, steps.Group(w, "G1", on()), steps.Relations)}, "relations: client-without-primary P14")
}

func TestTypesAreAskedOfThoseWhoAreThere(t *testing.T) {
	w := after(t, domain.World{},
		domain.AddPerson{Person: domain.Person{Role: domain.Guardian, GivenName: "Petra", FamilyName: "Bakker"}},
		domain.AddRelationType{Type: domain.RelationType{Name: "Ouder", Kind: domain.GuardianKind}},
		domain.AddRelationType{Type: domain.RelationType{Name: "Begeleider", Primary: true, Exclusive: true}})
	look(t, []steps.State{state(t, steps.Institution(w, on()), steps.Types)}, "types: no-guardian-type")
}

func TestTickingAndUntickingReturnsTheSameWorld(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := domaintest.Small(r)
		h := rapid.SampledFrom(domain.HandSteps()).Draw(r, "step")
		var group domain.GroupID
		for g := range w.Groups() {
			group = g.ID
		}
		changes, err := domain.TickStep{Step: h, Group: group, On: on()}.Plan(w)
		if err != nil {
			return
		}
		ticked, err := w.With(changes...)
		if err != nil {
			r.Fatal(err)
		}
		changes, err = domain.UntickStep{Step: h, Group: group}.Plan(ticked)
		if err != nil {
			r.Fatalf("ticked, it can not be unticked: %v", err)
		}
		back, err := ticked.With(changes...)
		if err != nil || !reflect.DeepEqual(back.Records(), w.Records()) {
			r.Fatalf("it is another world: %v", err)
		}
	})
}

func TestATickedStepIsDoneAndAnUntickedOneIsNot(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := domaintest.Small(r)
		for g := range w.Groups() {
			for _, h := range domain.HandSteps() {
				c := domain.TickStep{Step: h, Group: g.ID, On: on()}
				changes, err := c.Plan(w)
				if err != nil { // nobody to look as
					continue
				}
				ticked, _ := w.With(changes...)
				for _, s := range steps.Group(ticked, g.ID, on()) {
					if got, ok := s.Step.ByHand(); ok && got == h && !s.Done() {
						r.Fatalf("%s of %s is ticked and open: %v", h, g.ID, s.Open)
					}
				}
				changes, _ = domain.UntickStep{Step: h, Group: g.ID}.Plan(ticked)
				open, _ := ticked.With(changes...)
				for _, s := range steps.Group(open, g.ID, on()) {
					if got, ok := s.Step.ByHand(); ok && got == h && s.Done() && !(h == domain.NewsStep && g.NewsGroup != "") {
						r.Fatalf("%s of %s is unticked and done", h, g.ID)
					}
				}
			}
		}
	})
}

// history makes a journal of commands, newest first, with the worlds after each.
type history struct {
	w       domain.World
	worlds  []domain.World // after entry i+1
	entries []domain.Entry // newest first
}

func (h *history) put(e domain.Entry) {
	next, err := h.w.With(e.Changes...)
	if err != nil {
		panic(err)
	}
	e.Seq, e.At = domain.Seq(len(h.entries)+1), time.Unix(int64(len(h.entries)), 0).UTC()
	h.w, h.worlds = next, append(h.worlds, next)
	h.entries = append([]domain.Entry{e}, h.entries...)
}

func (h *history) do(t testing.TB, c domain.Command) {
	t.Helper()
	changes, err := c.Plan(h.w)
	if err != nil {
		t.Fatalf("%s: %v", c.Verb(), err)
	}
	h.put(domain.Entry{Verb: c.Verb(), Changes: changes})
}

// undo takes entry n, the last, back.
func (h *history) undo(n domain.Seq) {
	e := h.entries[len(h.entries)-int(n)]
	h.put(domain.Entry{Kind: domain.Undo, Of: n, Verb: e.Verb, Changes: domain.Inverse(e.Changes)})
}

func (h *history) redo(n domain.Seq) {
	e := h.entries[len(h.entries)-int(n)]
	h.put(domain.Entry{Kind: domain.Redo, Of: n, Verb: e.Verb, Changes: e.Changes})
}

func check(why string) domain.Command { return domain.DoneCheck{Reason: why, On: on()} }

func seqs(entries []domain.Entry) []domain.Seq {
	var out []domain.Seq
	for _, e := range entries {
		out = append(out, e.Seq)
	}
	return out
}

func TestSinceTheLastCheckIsWhatCameAfterIt(t *testing.T) {
	h := &history{w: demonstration(t)}
	raise := domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}
	h.do(t, raise) // 1
	if later, found := steps.Since(h.entries); found || len(later) != 1 {
		t.Errorf("without a check: %v, %v", seqs(later), found)
	}
	h.do(t, check("eerste")) // 2
	if later, found := steps.Since(h.entries); !found || len(later) != 0 {
		t.Errorf("right after it: %v, %v", seqs(later), found)
	}
	h.do(t, domain.SetVisibility{ID: "G5", Visibility: domain.Hidden}) // 3
	h.do(t, check("tweede"))                                           // 4
	h.do(t, domain.SetVisibility{ID: "G4", Visibility: domain.Hidden}) // 5
	if later, found := steps.Since(h.entries); !found || !slices.Equal(seqs(later), []domain.Seq{5}) {
		t.Errorf("after the second: %v, %v", seqs(later), found)
	}
	if later, found := steps.Since(h.entries[:1]); found || len(later) != 1 {
		t.Errorf("with the check out of sight: %v, %v", seqs(later), found)
	}
}

func TestACheckThatWasUndoneCountsNoMore(t *testing.T) {
	h := &history{w: demonstration(t)}
	h.do(t, check("eerste"))                                           // 1
	h.do(t, domain.SetVisibility{ID: "G5", Visibility: domain.Hidden}) // 2
	h.do(t, check("tweede"))                                           // 3
	h.undo(3)                                                          // 4
	if later, found := steps.Since(h.entries); !found || !slices.Equal(seqs(later), []domain.Seq{4, 3, 2}) {
		t.Errorf("undone: %v, %v", seqs(later), found)
	}
	if later, found := steps.Since(h.entries[:1]); found || len(later) != 1 {
		t.Errorf("with what was undone out of sight: %v, %v", seqs(later), found)
	}
	h.redo(3) // 5
	if later, found := steps.Since(h.entries); !found || len(later) != 0 {
		t.Errorf("redone: %v, %v", seqs(later), found)
	}
	h.undo(3) // 6
	h.undo(2) // 7
	h.undo(1) // 8
	if later, found := steps.Since(h.entries); found || len(later) != 8 {
		t.Errorf("all of it undone: %v, %v", seqs(later), found)
	}
}

func factOf(w domain.World, viewer, other domain.PersonID) sight.Fact {
	line := sight.Between(w, viewer, other, on())
	return sight.Fact{Sees: line.Sees(), Messages: line.MayMessage()}
}

func TestWhatTurnedSinceIsTheDifferenceOfThenAndNow(t *testing.T) {
	h := &history{w: demonstration(t)}
	h.do(t, check("eerste"))
	then := h.w
	h.do(t, domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible})
	h.do(t, domain.SetVisibility{ID: "G1", Visibility: domain.GroupVisible})
	h.do(t, domain.SetVisibility{ID: "G5", Visibility: domain.Hidden})
	h.undo(4)
	later, _ := steps.Since(h.entries)
	turns, err := steps.Turns(h.w, steps.Changes(later), on())
	if err != nil {
		t.Fatal(err)
	}
	got := map[[2]domain.PersonID]sight.Turn{}
	for _, one := range turns {
		got[[2]domain.PersonID{one.Viewer, one.Other}] = one
	}
	want := 0
	for v := range h.w.Persons() {
		for o := range h.w.Persons() {
			was, now := factOf(then, v.ID, o.ID), factOf(h.w, v.ID, o.ID)
			if was == now {
				continue
			}
			want++
			if one := got[[2]domain.PersonID{v.ID, o.ID}]; one.Before != was || one.After != now {
				t.Errorf("%s of %s: %v, want %v → %v", v.ID, o.ID, one, was, now)
			}
		}
	}
	if want == 0 || len(turns) != want {
		t.Errorf("%d turns, want %d", len(turns), want)
	}
	if _, err := steps.Turns(then, steps.Changes(later[3:]), on()); err == nil {
		t.Error("changes that did not lead there are let in")
	}
}

func BenchmarkTheStepsOfALargeInstitution(b *testing.B) {
	w := domaintest.Large()
	b.Run("institution", func(b *testing.B) {
		for b.Loop() {
			steps.Institution(w, on())
		}
	})
	b.Run("group", func(b *testing.B) {
		for b.Loop() {
			steps.Group(w, "G1", on())
		}
	})
}
