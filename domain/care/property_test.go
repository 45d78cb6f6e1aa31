package care_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/domain/domaintest"
)

// somewhen draws a day around that on which the drawn institutions lie.
func somewhen(t *rapid.T) domain.Date {
	return today() + domain.Date(rapid.IntRange(-60, 60).Draw(t, "day"))
}

// crowd is a shift of everybody with everybody: every star and signal that there is.
func crowd(w domain.World, on domain.Date) domain.Shift {
	s := domain.Shift{ID: "crowd", Date: on}
	for p := range w.Persons() {
		s.Employees, s.Clients = append(s.Employees, p.ID), append(s.Clients, p.ID)
	}
	return s
}

// inEffect insists that a relation counts on a day and returns its type.
func inEffect(t *rapid.T, w domain.World, id domain.RelationID, on domain.Date) domain.RelationType {
	t.Helper()
	r, ok := w.Relation(id)
	ty, counts := w.InEffect(r, on)
	if !ok || !counts || ty.SwitchedOff {
		t.Fatalf("%s does not count on %s", id, on)
	}
	return ty
}

func TestOnlyWhatIsInEffectShowsOutsideTheCourse(t *testing.T) { // E7
	rapid.Check(t, func(t *rapid.T) {
		w, on := domaintest.Small(t), somewhen(t)
		for p := range w.Persons() {
			c := care.Views(w, p.ID, on)
			for _, list := range [][]care.Line{c.Medical, c.Involved, c.App, c.Legal, c.VBM, c.NotToPlan} {
				for _, l := range list {
					inEffect(t, w, l.Relation.ID, on)
				}
			}
			for _, e := range c.Missing.Ending {
				inEffect(t, w, e.Relation.ID, on)
				inEffect(t, w, e.Relation.ID, e.Last)
				if _, counts := w.InEffect(e.Relation, e.Last+1); counts || e.Last-on > care.Soon {
					t.Fatalf("%s does not end on %s, or not soon", e.Relation.ID, e.Last)
				}
				if e.Successor != "" {
					inEffect(t, w, e.Successor, e.Last+1)
				}
			}
		}
	})
}

func TestEveryRelationOfAClientIsEitherInEffectOrInTheCourse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, on := domaintest.Small(t), somewhen(t)
		for p := range w.Persons() {
			past := map[domain.RelationID]int{}
			for _, l := range care.Views(w, p.ID, on).Course {
				past[l.Relation.ID]++
			}
			for r := range w.RelationsOf(p.ID) {
				want := 1
				if _, counts := w.InEffect(r, on); counts || r.Client != p.ID {
					want = 0
				}
				if past[r.ID] != want {
					t.Fatalf("%s stands %d times in the course of %s, want %d", r.ID, past[r.ID], p.ID, want)
				}
			}
		}
	})
}

func TestNobodyIsPrimaryAndUnwantedForOneClientOnOneDay(t *testing.T) { // E1
	rapid.Check(t, func(t *rapid.T) {
		w, on := domaintest.Small(t), somewhen(t)
		s := care.MarkShift(w, crowd(w, on))
		for _, star := range s.Stars {
			for _, r := range star.Relations {
				if !inEffect(t, w, r, on).Primary {
					t.Fatalf("%s gives a star and is not primary", r)
				}
			}
			for _, signal := range s.Signals {
				if star.Employee == signal.Employee && star.Client == signal.Client {
					t.Fatalf("%s has a star and a signal with %s", star.Employee, star.Client)
				}
			}
		}
		for _, signal := range s.Signals {
			for _, r := range signal.Relations {
				if !inEffect(t, w, r, on).Negative {
					t.Fatalf("%s gives a signal and is not negative", r)
				}
			}
		}
	})
}

// C3 in the rooms of Ons: the views of clients and planning tell one story.
func TestStarsAndSignalsAreTheViewsOfTheClients(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, on := domaintest.Small(t), somewhen(t)
		s := care.MarkShift(w, crowd(w, on))
		marks := map[domain.RelationID]care.Rule{}
		for _, m := range slices.Concat(s.Stars, s.Signals) {
			for _, r := range m.Relations {
				marks[r] = m.Rule
			}
		}
		found := 0
		for p := range w.Persons() {
			c := care.Views(w, p.ID, on)
			for _, l := range slices.Concat(c.Medical, c.NotToPlan) {
				found++
				if want := map[care.Rule]care.Rule{care.V1: care.L1, care.V5: care.L2}[l.Rule]; marks[l.Relation.ID] != want {
					t.Fatalf("%s stands under %s and planning shows %s", l.Relation.ID, l.Rule, marks[l.Relation.ID])
				}
			}
		}
		if found != len(marks) {
			t.Fatalf("%d relations in the views, %d in planning", found, len(marks))
		}
	})
}

func TestEitherSideOfAShiftIsPartOfTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for _, s := range care.Shifts(w, today(), 14) {
			if !reflect.DeepEqual(s, care.MarkShift(w, s.Shift)) {
				t.Fatalf("%s is another by itself", s.ID)
			}
			var stars, signals []care.Mark
			for _, c := range s.Clients {
				for _, one := range care.ClientShifts(w, c, s.Date, 1) {
					if one.ID == s.ID {
						stars, signals = append(stars, one.Stars...), append(signals, one.Signals...)
					}
				}
			}
			for _, e := range s.Employees {
				for _, one := range care.EmployeeShifts(w, e, s.Date, 1) {
					if one.ID == s.ID {
						stars, signals = append(stars, one.Stars...), append(signals, one.Signals...)
					}
				}
			}
			if len(stars) != 2*len(s.Stars) || len(signals) != 2*len(s.Signals) {
				t.Fatalf("%s: %d and %d, from both sides %d and %d", s.ID, len(s.Stars), len(s.Signals), len(stars), len(signals))
			}
		}
	})
}

func TestAccessRestsOnWhatCountsOnTheDay(t *testing.T) { // A1–A4
	rapid.Check(t, func(t *rapid.T) {
		w, on := domaintest.Small(t), somewhen(t)
		for client := range w.Persons() {
			for _, h := range care.Holders(w, client.ID, on) {
				p, _ := w.Person(h.Person)
				if !p.ActiveOn(on) || !client.ActiveOn(on) || client.Role != domain.Client {
					t.Fatalf("%s may do something with %s", p.ID, client.ID)
				}
				for _, g := range h.Grants {
					rests(t, w, g, p, client, on)
				}
			}
		}
	})
}

// rests insists on the ground of one grant.
func rests(t *rapid.T, w domain.World, g care.Grant, p, client domain.Person, on domain.Date) {
	t.Helper()
	role, ok := w.AccessRole(g.Role)
	if !ok || role.SwitchedOff || len(g.Tasks) == 0 || !slices.Equal(g.Tasks, role.Tasks) {
		t.Fatalf("%s by %s", p.ID, g.Role)
	}
	if g.ByRelation() != (len(g.Relations) > 0) || g.Scope == domain.NoScope {
		t.Fatalf("%s by %s: %+v", p.ID, g.Role, g)
	}
	for _, id := range g.Relations {
		ty := inEffect(t, w, id, on)
		r, _ := w.Relation(id)
		if r.Client != client.ID || r.Person != p.ID || !slices.Contains(role.Scope.RelationTypes, ty.ID) {
			t.Fatalf("%s of %s and %s gives %s with %s", id, r.Person, r.Client, p.ID, client.ID)
		}
	}
	switch g.Rule {
	case care.A1:
		ok = role.Kind == domain.RelationAccess && g.ByRelation()
	case care.A2:
		assigned := func(a domain.Assignment) bool {
			return a.Role == role.ID && a.Person == p.ID && a.Period == g.Assigned && a.Covers(on)
		}
		ok = role.Kind == domain.ManualAccess && slices.ContainsFunc(slices.Collect(w.Assignments()), assigned)
	case care.A3:
		ok = role.Kind == domain.StandardAccess && p.Role.IsCounselor()
	default:
		ok = false
	}
	if !ok {
		t.Fatalf("%s has %s by %s", p.ID, g.Role, g.Rule)
	}
}

func TestWhoAndAccessAgreeForEveryPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, on := domaintest.Small(t), somewhen(t)
		for client := range w.Persons() {
			who := map[domain.PersonID][]care.Grant{}
			for _, h := range care.Holders(w, client.ID, on) {
				who[h.Person] = h.Grants
			}
			for p := range w.Persons() {
				if !reflect.DeepEqual(who[p.ID], care.Access(w, p.ID, client.ID, on)) {
					t.Fatalf("%s with %s: %v and %v", p.ID, client.ID, who[p.ID], care.Access(w, p.ID, client.ID, on))
				}
			}
		}
	})
}

func TestTheOrderInWhichASetUpComesInDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, on := domaintest.Small(t), somewhen(t)
		other, err := domain.World{}.With(rapid.Permutation(domain.Creation(w)).Draw(t, "order")...)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(care.Shifts(w, today(), 14), care.Shifts(other, today(), 14)) {
			t.Fatal("another order, another week")
		}
		for p := range w.Persons() {
			if !reflect.DeepEqual(care.Views(w, p.ID, on), care.Views(other, p.ID, on)) {
				t.Fatalf("another order, other views of %s", p.ID)
			}
		}
	})
}
