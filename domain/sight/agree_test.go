package sight_test

import (
	"cmp"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

// C3: one engine. Every way to ask gets the same answer.
func TestMatrixViewersTilesPersonsAndBetweenAgreeForEveryPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		matrix := map[pair]sight.Sightline{}
		groups := map[domain.PersonID][]sight.GroupSight{}
		for line := range sight.Matrix(w, today()) {
			for _, s := range line.Persons {
				matrix[pair{s.Viewer, s.Other}] = s
			}
			groups[line.Viewer] = line.Groups
		}
		viewers := map[pair]sight.Sightline{}
		for other := range w.Persons() {
			for _, s := range sight.Viewers(w, other.ID, today()) {
				viewers[pair{s.Viewer, s.Other}] = s
			}
		}
		if !reflect.DeepEqual(matrix, viewers) {
			t.Fatalf("the matrix says %v\nwho-sees says %v", matrix, viewers)
		}
		for viewer := range w.Persons() {
			lines := sight.Persons(w, viewer.ID, today())
			for other := range w.Persons() {
				between := sight.Between(w, viewer.ID, other.ID, today())
				at := slices.IndexFunc(lines, func(s sight.Sightline) bool { return s.Other == other.ID })
				inMatrix, listed := matrix[pair{viewer.ID, other.ID}]
				if listed != (at >= 0) || listed != (between.Sees() || between.MayMessage()) {
					t.Fatalf("%s and %s: in the matrix %v, listed %v, between %+v", viewer.ID, other.ID, listed, at >= 0, between)
				}
				if listed && (!reflect.DeepEqual(between, inMatrix) || !reflect.DeepEqual(between, lines[at])) {
					t.Fatalf("%s and %s: %+v, %+v, %+v", viewer.ID, other.ID, between, inMatrix, lines[at])
				}
			}
			agreeOnTiles(t, w, viewer.ID, lines, groups[viewer.ID])
		}
	})
}

// agreeOnTiles counts the rows of both tiles and compares them with the lists.
func agreeOnTiles(t *rapid.T, w domain.World, viewer domain.PersonID, lines []sight.Sightline, groups []sight.GroupSight) {
	t.Helper()
	p, b := sight.Tiles(w, viewer, today())
	seen, mailed := map[domain.PersonID]int{}, map[domain.PersonID]int{}
	rows := map[domain.GroupID][]domain.PersonID{}
	for _, tile := range [][]sight.GroupRows{p.Groups, b.Groups} {
		for _, g := range tile {
			if _, ok := rows[g.Group]; !ok || len(g.Rows) > 0 {
				rows[g.Group] = nil
			}
			for _, r := range g.Rows {
				seen[r.Person] += len(r.Sight)
				rows[g.Group] = append(rows[g.Group], r.Person)
			}
		}
	}
	for _, r := range p.Network {
		seen[r.Person] += len(r.Sight)
	}
	for _, r := range b.Addressees {
		mailed[r.Person] += len(r.Messages)
	}
	for _, s := range lines {
		if seen[s.Other] != len(s.Sight) || mailed[s.Other] != len(s.Messages) {
			t.Fatalf("%s of %s: %d grounds of sight in the tiles and %d in the list, %d and %d of messages",
				viewer, s.Other, seen[s.Other], len(s.Sight), mailed[s.Other], len(s.Messages))
		}
		delete(seen, s.Other)
		delete(mailed, s.Other)
	}
	if len(seen)+len(mailed) > 0 {
		t.Fatalf("%s: in the tiles and in no list: %v, %v", viewer, seen, mailed)
	}
	if len(rows) != len(groups) {
		t.Fatalf("%s: %d groups in the tiles, %d in the matrix", viewer, len(rows), len(groups))
	}
	for _, g := range groups {
		if want, ok := rows[g.Group]; !ok || !slices.Equal(g.Rows, want) {
			t.Fatalf("%s in %s: rows %v, in the matrix %v", viewer, g.Group, want, g.Rows)
		}
	}
}

func TestARowStandsInATileOfAGroupThatTheViewerSeesThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for viewer := range w.Persons() {
			p, b := sight.Tiles(w, viewer.ID, today())
			for _, g := range p.Groups {
				if !g.Access.Personentegel.Holds() {
					t.Fatalf("%s has %s in the Personentegel on no ground", viewer.ID, g.Group)
				}
				inOrder(t, viewer.ID, g)
			}
			for _, g := range b.Groups {
				if len(g.Rows) > 0 && !g.Access.Berichtentegel.Holds() || !g.Access.Berichtentegel.Holds() && !g.Access.GroupMessage.Holds() {
					t.Fatalf("%s has %s in the Berichtentegel on no ground", viewer.ID, g.Group)
				}
				inOrder(t, viewer.ID, g)
			}
			ordered(t, viewer.ID, p.Network)
			ordered(t, viewer.ID, b.Addressees)
		}
	})
}

// inOrder also checks C2: rows of a group have grounds of that group alone.
func inOrder(t *rapid.T, viewer domain.PersonID, g sight.GroupRows) {
	t.Helper()
	ordered(t, viewer, g.Rows)
	for _, r := range g.Rows {
		for _, ground := range slices.Concat(r.Sight, r.Messages) {
			if ground.Group != g.Group || ground.Client != "" {
				t.Fatalf("%s sees %s in %s through %v", viewer, r.Person, g.Group, ground)
			}
		}
	}
}

// ordered insists on one row per person, by id, never the viewer's own.
func ordered(t *rapid.T, viewer domain.PersonID, rows []sight.Row) {
	t.Helper()
	byPerson := func(a, b sight.Row) int { return cmp.Compare(a.Person, b.Person) }
	if !slices.IsSortedFunc(rows, byPerson) || len(slices.CompactFunc(slices.Clone(rows), func(a, b sight.Row) bool { return a.Person == b.Person })) != len(rows) {
		t.Fatalf("%s: rows out of order or twice: %v", viewer, rows)
	}
	if slices.ContainsFunc(rows, func(r sight.Row) bool { return r.Person == viewer }) {
		t.Fatalf("%s sees themselves", viewer)
	}
}

// In a group somebody stands in the role that they have there, elsewhere in
// their own: Fatima is a mother in the Oudercafé and a counselor as an addressee.
func TestARowNamesTheRoleOfItsPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for viewer := range w.Persons() {
			p, b := sight.Tiles(w, viewer.ID, today())
			for _, g := range slices.Concat(p.Groups, b.Groups) {
				for _, r := range g.Rows {
					if !slices.ContainsFunc(w.MembersOn(g.Group, today()), func(m domain.Member) bool { return m.Person == r.Person && m.As == r.As }) {
						t.Fatalf("%s stands in %s as %s", r.Person, g.Group, r.As)
					}
				}
			}
			for _, r := range slices.Concat(p.Network, b.Addressees) {
				if other, _ := w.Person(r.Person); other.Role != r.As {
					t.Fatalf("%s stands outside any group as %s", r.Person, r.As)
				}
			}
		}
	})
}

func TestEveryGroundSaysWhereItHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for line := range sight.Matrix(w, today()) {
			for _, s := range line.Persons {
				for _, g := range slices.Concat(s.Sight, s.Messages) {
					if !grounded(w, s, g) {
						t.Fatalf("%s of %s: %+v", s.Viewer, s.Other, g)
					}
				}
			}
		}
	})
}

// grounded checks a ground against the records, without the policy.
func grounded(w domain.World, s sight.Sightline, g sight.Ground) bool {
	in := func(p domain.PersonID) bool {
		return slices.ContainsFunc(w.MembersOn(g.Group, today()), func(m domain.Member) bool { return m.Person == p })
	}
	links := func(id domain.RelationID, p domain.PersonID) bool {
		r, ok := w.Relation(id)
		t, runs := w.InEffect(r, today())
		return ok && runs && t.Network && r.Client == g.Client && (r.Person == p || r.Client == p)
	}
	switch g.Rule {
	case sight.N2:
		return links(g.Relation, s.Viewer) && links(g.Relation, s.Other) && g.Other == ""
	case sight.N3:
		return links(g.Relation, s.Viewer) && links(g.Other, s.Other) && s.Viewer != g.Client && s.Other != g.Client
	case sight.G6:
		return in(s.Other) && !in(s.Viewer)
	default:
		return in(s.Other) && in(s.Viewer)
	}
}

func TestANetworkIsSeenFromBothSides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for viewer := range w.Persons() {
			p, _ := sight.Tiles(w, viewer.ID, today())
			for _, r := range p.Network {
				back, _ := sight.Tiles(w, r.Person, today())
				if !slices.ContainsFunc(back.Network, func(o sight.Row) bool { return o.Person == viewer.ID }) {
					t.Fatalf("%s has %s in the network and is not in theirs", viewer.ID, r.Person)
				}
			}
		}
	})
}

func TestSomebodyInactiveSeesNobodyAndIsSeenByNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		gone := map[domain.PersonID]bool{}
		for p := range w.Persons() {
			if !p.ActiveOn(today()) {
				gone[p.ID] = true
				sameTiles(t, p.ID, w, domain.World{})
			}
		}
		for p := range facts(w) {
			if gone[p.viewer] || gone[p.other] {
				t.Fatalf("%v though one of them is inactive", p)
			}
		}
	})
}

func TestAnAdministratorSeesNothing(t *testing.T) { // G7
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for p := range w.Persons() {
			if p.Role == domain.Administrator {
				sameTiles(t, p.ID, w, domain.World{})
				if len(sight.Viewers(w, p.ID, today())) > 0 {
					t.Fatalf("somebody sees %s", p.ID)
				}
			}
		}
	})
}

func TestWhatTheViewerDoesNotSeeNamesNobodyWhomTheySee(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for viewer := range w.Persons() {
			hidden := sight.HiddenFrom(w, viewer.ID, today())
			for _, m := range slices.Concat(hidden.Members, hidden.Within) {
				if sight.Between(w, viewer.ID, m.Person, today()).Sees() {
					t.Fatalf("%s sees %s all the same", viewer.ID, m.Person)
				}
			}
			p, b := sight.Tiles(w, viewer.ID, today())
			for _, g := range slices.Concat(p.Groups, b.Groups) {
				if slices.Contains(hidden.Groups, g.Group) {
					t.Fatalf("%s sees %s all the same", viewer.ID, g.Group)
				}
			}
			everyGroup(t, w, viewer.ID, hidden)
		}
	})
}

// everyGroup insists that each group in which the viewer is stands in a tile or
// among the hidden ones, and each fellow member among the seen or the hidden.
func everyGroup(t *rapid.T, w domain.World, viewer domain.PersonID, hidden sight.Hidden) {
	t.Helper()
	p, b := sight.Tiles(w, viewer, today())
	for _, m := range w.GroupsOn(viewer, today()) {
		visible := slices.ContainsFunc(slices.Concat(p.Groups, b.Groups), func(g sight.GroupRows) bool { return g.Group == m.Group })
		if visible == slices.Contains(hidden.Groups, m.Group) {
			t.Fatalf("%s in %s: visible %v", viewer, m.Group, visible)
		}
		for _, o := range w.MembersOn(m.Group, today()) {
			among := hidden.Within
			if visible {
				among = hidden.Members
			}
			named := slices.Contains(among, sight.HiddenMember{Person: o.Person, Group: m.Group})
			unseen := o.Person != viewer && !sight.Between(w, viewer, o.Person, today()).Sees()
			if named != unseen {
				t.Fatalf("%s in %s of %s: named %v, unseen %v", viewer, m.Group, o.Person, named, unseen)
			}
		}
	}
}
