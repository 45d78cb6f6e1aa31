// Package domaintest makes institutions up, for tests and benchmarks only.
//
// It promises that every World breaks no rule (JudgeAll), that a seed makes the same
// World on every machine, and that nobody in it exists. It refuses to know what a
// test is about.
package domaintest

import (
	"fmt"
	"math/rand/v2"

	"pgregory.net/rapid"

	"zichtlijn/domain"
)

// Today is the day around which all periods are: Monday 2 March 2026, as in the
// demonstration.
func Today() domain.Date { return domain.NewDate(2026, 3, 2) }

// Size is how many records of each noun to make. Relation types are made if there are
// relations. There are fewer of a noun if no more are possible (two people, ninety
// relations).
type Size struct {
	Persons, Groups, Memberships, Relations                int
	Shifts, AccessRoles, Assignments, Agreements, Accepted int
}

// Institution returns the institution of that seed and size.
func Institution(seed uint64, size Size) domain.World {
	return generate(rand.New(rand.NewPCG(seed, 0x5a696368746c696a)), size)
}

// Large returns the institution on which speed is measured: 10,000 persons,
// 1,000 groups, 50,000 memberships and 30,000 relations.
func Large() domain.World {
	return Institution(1, Size{
		Persons: 10_000, Groups: 1_000, Memberships: 50_000, Relations: 30_000,
		Shifts: 500, AccessRoles: 20, Assignments: 500, Agreements: 50, Accepted: 50,
	})
}

// Crowd returns an institution with one members-visible group, G1, of the first of its
// people. There are three users to a counselor.
func Crowd(members, persons int) domain.World {
	r := domain.Records{Groups: []domain.Group{{ID: "G1", Name: "Iedereen", Visibility: domain.MembersVisible}}}
	roles := []domain.Role{domain.Client, domain.Client, domain.Guardian, domain.Counselor}
	for i := range persons {
		id := domain.PersonID(fmt.Sprintf("P%06d", i))
		r.Persons = append(r.Persons, domain.Person{ID: id, Role: roles[i%len(roles)], GivenName: "Noor", FamilyName: fmt.Sprintf("Berg %d", i)})
		if i < members {
			r.Memberships = append(r.Memberships, domain.Membership{Group: "G1", Person: id})
		}
	}
	return domain.NewWorld(r)
}

// ParentsFirst returns an institution with one hidden group, G1, of so many parents and then,
// by id, so many clients and one counselor: what turns for clients alone stands behind what
// turns for parents.
func ParentsFirst(parents, clients int) domain.World {
	r := domain.Records{Groups: []domain.Group{{ID: "G1", Name: "Iedereen", Visibility: domain.Hidden}}}
	for i := range parents + clients + 1 {
		p := domain.Person{ID: domain.PersonID(fmt.Sprintf("P%06d", i)), Role: domain.Guardian, GivenName: "Noor", FamilyName: fmt.Sprintf("Berg %d", i)}
		switch {
		case i == parents+clients:
			p.Role = domain.Counselor
		case i >= parents:
			p.Role = domain.Client
		}
		r.Persons = append(r.Persons, p)
		r.Memberships = append(r.Memberships, domain.Membership{Group: "G1", Person: p.ID})
	}
	return domain.NewWorld(r)
}

// Small draws an institution of at most a dozen people, the empty one included.
func Small(t *rapid.T) domain.World {
	c := drawn{t}
	return generate(c, Size{
		Persons: c.IntN(13), Groups: c.IntN(5), Memberships: c.IntN(25), Relations: c.IntN(20),
		Shifts: c.IntN(3), AccessRoles: c.IntN(3), Assignments: c.IntN(3), Agreements: c.IntN(4), Accepted: c.IntN(3),
	})
}

// chance makes choices: from a seed, or by rapid, which shrinks them while a test
// fails. Zero is always the plainest choice.
type chance interface{ IntN(n int) int }

type drawn struct{ t *rapid.T }

func (d drawn) IntN(n int) int { return rapid.IntRange(0, n-1).Draw(d.t, "choice") }

// oneIn reports true once in n times.
func oneIn(c chance, n int) bool { return c.IntN(n) == n-1 }

func pick[T any](c chance, list []T) T { return list[c.IntN(len(list))] }
