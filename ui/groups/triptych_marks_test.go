package groups

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// failing is what a test and a property have in common.
type failing interface {
	Helper()
	Fatalf(format string, args ...any)
}

// laid is the triptych of anybody and any group, without walking there.
func laid(s scene.Scene, g domain.Group, p domain.Person) triptych {
	t := triptych{group: g, viewer: viewer{world: s.World, person: p.ID, name: p.Shown(), as: p.Role}}
	return t.compare(s)
}

// everywhere calls f for everybody and every group of a world.
func everywhere(s scene.Scene, f func(domain.Group, domain.Person, triptych)) {
	for g := range s.World.Groups() {
		for p := range s.World.Persons() {
			f(g, p, laid(s, g, p))
		}
	}
}

// signed are the rows of one mode that carry one of some signs.
func (t triptych) signed(v domain.Visibility, signs ...sign) []markedRow {
	var out []markedRow
	for _, row := range t.rows {
		if slices.Contains(signs, row[v].sign) {
			out = append(out, row[v])
		}
	}
	return out
}

// about is whom and what rows name, once each: people who are seen, people who
// may be messaged, groups.
func about(rows []markedRow) map[string]bool {
	out := map[string]bool{}
	for _, r := range rows {
		switch {
		case r.kind == personRow && r.section == addresseesSection:
			out["message "+string(r.person)] = true
		case r.kind == personRow:
			out["see "+string(r.person)] = true
		case r.kind == groupRow && r.group != "":
			out["group "+string(r.group)] = true
		}
	}
	return out
}

// turned is what sight says that a mode gives one viewer and takes from them.
func turned(t failing, s scene.Scene, g domain.Group, v domain.Visibility) (more, less map[domain.PersonID]map[string]bool) {
	t.Helper()
	more, less = map[domain.PersonID]map[string]bool{}, map[domain.PersonID]map[string]bool{}
	note := func(into map[domain.PersonID]map[string]bool, viewer domain.PersonID, what string, yes bool) {
		if !yes {
			return
		}
		if into[viewer] == nil {
			into[viewer] = map[string]bool{}
		}
		into[viewer][what] = true
	}
	after := g
	after.Visibility = v
	changes := []domain.Change{{Group: &domain.Swap[domain.Group]{Before: &g, After: &after}}}
	turns, err := sight.Impact(s.World, changes, s.On)
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, turn := range turns {
		see, message := "see "+string(turn.Other), "message "+string(turn.Other)
		note(more, turn.Viewer, see, turn.After.Sees && !turn.Before.Sees)
		note(more, turn.Viewer, message, turn.After.Messages && !turn.Before.Messages)
		note(less, turn.Viewer, see, turn.Before.Sees && !turn.After.Sees)
		note(less, turn.Viewer, message, turn.Before.Messages && !turn.After.Messages)
	}
	groups, err := sight.GroupTurns(s.World, changes, s.On)
	if err != nil {
		t.Fatalf("%v", err)
	}
	for turn := range groups {
		note(more, turn.Viewer, "group "+string(turn.Group), turn.Reveals())
		note(less, turn.Viewer, "group "+string(turn.Group), turn.Hides())
	}
	return more, less
}

func TestTheMarksAreExactlyWhatTheModeWouldTurn(t *testing.T) {
	check := func(t failing, s scene.Scene, whom []domain.Person) {
		for g := range s.World.Groups() {
			for _, v := range domain.Visibilities() {
				if v == g.Visibility {
					continue
				}
				more, less := turned(t, s, g, v)
				for _, p := range whom {
					tri := laid(s, g, p)
					if got := about(tri.signed(v, added)); !maps.Equal(got, more[p.ID]) {
						t.Fatalf("%s as %s in %v: marked as new %v, turned %v", g.ID, p.ID, v, got, more[p.ID])
					}
					if got := about(tri.signed(v, removed)); !maps.Equal(got, less[p.ID]) {
						t.Fatalf("%s as %s in %v: marked as gone %v, turned %v", g.ID, p.ID, v, got, less[p.ID])
					}
				}
			}
		}
	}
	demo := demoScene(t, words.Dutch, 120, 40)
	check(t, demo, demo.Roster.People())
	var few []domain.Person // who stand in the table of DOMAIN.md 5
	for _, id := range []domain.PersonID{"P05", "P15", "P21", "P28", "P29", "P37", "P39", "P41"} {
		p, _ := demo.World.Person(id)
		few = append(few, p)
	}
	for _, r := range domain.AllReadings() {
		check(t, edited(t, demo, domain.SetReading{Reading: r, On: !demo.World.Readings().On(r)}), few)
	}
	rapid.Check(t, func(r *rapid.T) {
		s := scenetest.At(domaintest.Small(r), words.Dutch, 120, 40)
		check(r, s, s.Roster.People())
	})
}

func TestAColumnHasTheRowsOfItsWorldAndNoOthers(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	everywhere(s, func(g domain.Group, p domain.Person, tri triptych) {
		for _, v := range domain.Visibilities() {
			after := g
			after.Visibility = v
			w, err := s.World.With(domain.Change{Group: &domain.Swap[domain.Group]{Before: &g, After: &after}})
			if err != nil {
				t.Fatal(err)
			}
			pt, bt := sight.Tiles(w, p.ID, s.On)
			sameRows(t, fmt.Sprintf("%s as %s in %v", g.ID, p.ID, v), tri.signed(v, kept, added, placed), sightRows(s, w, newPane(), pt, bt))
			sees, mails := 0, 0
			for _, line := range sight.Persons(w, p.ID, s.On) {
				sees += one(line.Sees())
				mails += one(line.MayMessage())
			}
			if m := tri.modes[v]; m.sees.count != sees || m.mails.count != mails { // C3
				t.Fatalf("%s as %s in %v: counts %d and %d, sees %d and messages %d", g.ID, p.ID, v, m.sees.count, m.mails.count, sees, mails)
			}
		}
	})
}

func sameRows(t failing, where string, got []markedRow, want []sightRow) {
	t.Helper()
	var plain []sightRow
	for _, r := range got {
		plain = append(plain, *r.sightRow)
	}
	if !reflect.DeepEqual(plain, want) {
		t.Fatalf("%s: the column has\n%v\nthe tiles have\n%v", where, plain, want)
	}
}

func TestToAUserTheHiddenColumnIsAWorldWithoutTheGroup(t *testing.T) { // C4
	check := func(t failing, s scene.Scene) {
		for g := range s.World.Groups() {
			without := worldWithout(t, s.World, g)
			for p := range s.World.Persons() {
				as := roleInGroup(s, g.ID, p)
				if !as.IsUser() {
					continue
				}
				pt, bt := sight.Tiles(without, p.ID, s.On)
				tri := laid(s, g, p)
				sameRows(t, fmt.Sprintf("%s as %s", g.ID, p.ID), tri.signed(domain.Hidden, kept, added, placed), sightRows(s, without, newPane(), pt, bt))
			}
		}
	}
	check(t, demoScene(t, words.Dutch, 120, 40))
	rapid.Check(t, func(r *rapid.T) { check(r, scenetest.At(domaintest.Small(r), words.English, 120, 40)) })
}

// worldWithout takes a group away with its memberships, and judges nothing.
func worldWithout(t failing, w domain.World, g domain.Group) domain.World {
	t.Helper()
	var changes []domain.Change
	for m := range w.MembersOf(g.ID) {
		changes = append(changes, domain.Change{Membership: &domain.Swap[domain.Membership]{Before: &m}})
	}
	out, err := w.With(append(changes, domain.Change{Group: &domain.Swap[domain.Group]{Before: &g}})...)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return out
}

// roleInGroup is the role in which somebody is in a group, else their own.
func roleInGroup(s scene.Scene, g domain.GroupID, p domain.Person) domain.Role {
	for _, m := range s.World.GroupsOn(p.ID, s.On) {
		if m.Group == g {
			return m.As
		}
	}
	return p.Role
}

func TestThePresentColumnHasNoMarks(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	everywhere(s, func(g domain.Group, p domain.Person, tri triptych) {
		if rows := tri.signed(g.Visibility, added, placed, removed, moved); len(rows) > 0 {
			t.Errorf("%s as %s: %v", g.ID, p.ID, rows)
		}
		if turn := tri.modes[g.Visibility].turn; turn != (modeTurn{}) {
			t.Errorf("%s as %s: %+v", g.ID, p.ID, turn)
		}
	})
}

func TestTheSameRowStandsOnOneLineInEveryColumn(t *testing.T) {
	check := func(t failing, s scene.Scene) {
		everywhere(s, func(g domain.Group, p domain.Person, tri triptych) {
			at := map[spot]int{}
			for i, row := range tri.rows {
				for _, r := range row {
					if r.sign == absent || r.kind == emptyRow {
						continue
					}
					if before, ok := at[r.spot]; ok && before != i {
						t.Fatalf("%s as %s: %q stands on lines %d and %d", g.ID, p.ID, r.text, before, i)
					}
					at[r.spot] = i
				}
			}
		})
	}
	demo := demoScene(t, words.Dutch, 120, 40)
	check(t, demo)
	check(t, edited(t, demo, domain.SetReading{Reading: domain.ReadOpenKeepsCounselorMessages, On: false})) // opening takes and gives
	rapid.Check(t, func(r *rapid.T) { check(r, scenetest.At(domaintest.Small(r), words.Dutch, 120, 40)) })
}

// A reading can let an open group take messages away: then the word goes, and
// the person stays.
func TestAMessageThatFallsAwayIsMarkedAtThePersonWhoStays(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	s = edited(t, s, domain.SetReading{Reading: domain.ReadOpenKeepsCounselorMessages, On: false})
	noor, _ := s.World.Person("P15")
	words := map[sign]int{}
	for _, r := range laid(s, groupOf(t, s, "G5"), noor).signed(domain.MembersVisible, kept) {
		words[r.word]++
	}
	if words[removed] == 0 || words[added] > 0 {
		t.Errorf("marked %v", words)
	}
	scenetest.Says(t, scenetest.Screen(t, s, opened(t, s, "G5", "P15")), "−bericht")
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
