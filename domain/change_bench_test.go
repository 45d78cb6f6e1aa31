package domain_test

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

// BenchmarkWith takes one change in the large institution: the price of every
// edit and of every hypothetical world.
func BenchmarkWith(b *testing.B) {
	w := domaintest.Large()
	g, _ := w.Group("G500")
	mode := domain.Visibilities()[(int(g.Visibility)+1)%3]
	for _, c := range []struct {
		name    string
		command domain.Command
	}{
		{"Visibility", domain.SetVisibility{ID: g.ID, Visibility: mode}},
		{"Member", domain.AddMembers{Memberships: []domain.Membership{{Group: g.ID, Person: employee(w)}}}},
	} {
		b.Run(c.name, func(b *testing.B) {
			changes, err := c.command.Plan(w)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := w.With(changes...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// employee returns a counselor who is in no group yet.
func employee(w domain.World) domain.PersonID {
	for p := range w.Persons() {
		if p.Role.IsCounselor() && len(w.GroupsOn(p.ID, domaintest.Today())) == 0 {
			return p.ID
		}
	}
	return ""
}
