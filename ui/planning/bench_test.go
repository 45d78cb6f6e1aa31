package planning

import (
	"strconv"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// busy is a week of 200 shifts with two employees and 30 clients each, in an
// institution of 40 employees and 300 clients with three relations per client.
func busy(tb testing.TB) domain.World {
	tb.Helper()
	employee := func(n int) domain.PersonID { return domain.PersonID("E" + strconv.Itoa(n%40)) }
	client := func(n int) domain.PersonID { return domain.PersonID("C" + strconv.Itoa(n%300)) }
	var all []domain.Command
	for i := range 40 {
		all = append(all, domain.AddPerson{Person: domain.Person{ID: employee(i), Role: domain.Counselor, GivenName: "Medewerker", FamilyName: "Nummer" + strconv.Itoa(i)}})
	}
	for i := range 300 {
		all = append(all, domain.AddPerson{Person: domain.Person{ID: client(i), Role: domain.Client, GivenName: "Cliënt", FamilyName: "Nummer" + strconv.Itoa(i)}})
	}
	all = append(all,
		domain.AddRelationType{Type: domain.RelationType{ID: "T1", Name: "EVV", Primary: true, Exclusive: true, Relevant: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T2", Name: "Niet inplannen", Negative: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T3", Name: "Betrokken", Relevant: true}})
	for i := range 300 {
		for n, kind := range []domain.RelationTypeID{"T1", "T2", "T3"} {
			all = append(all, domain.AddRelation{Relation: domain.Relation{Client: client(i), Person: employee(i + 7*n), Type: kind, Period: domain.Period{From: domain.NewDate(2025, 1, 1)}}})
		}
	}
	for i := range 200 {
		sh := domain.Shift{Date: domaintest.Today() + domain.Date(i%7), Begin: domain.Clock(i % 24 * 60), End: domain.Clock((i + 8) % 24 * 60), Code: "D" + strconv.Itoa(i), Name: "Dienst", Employees: []domain.PersonID{employee(i), employee(i + 1)}}
		for n := range 30 {
			sh.Clients = append(sh.Clients, client(i*30+n))
		}
		all = append(all, domain.AddShift{Shift: sh})
	}
	return scenetest.After(tb, domain.World{}, all...)
}

func TestABusyWeekIsDrawnFromEverySide(t *testing.T) {
	s := scenetest.At(busy(t), words.Dutch, 120, 40)
	c := New()
	for _, want := range []string{"200 diensten", "200 diensten", "200 diensten"} {
		scenetest.Says(t, scenetest.Screen(t, s, c), want)
		c, _ = scenetest.Keys(s, c, "f", "G")
	}
}

// A key, drawn, in a week of 200 shifts with 30 clients each: by view, with the
// week at hand, another week, and another world.
func BenchmarkABusyWeek(b *testing.B) {
	s := scenetest.At(busy(b), words.Dutch, 120, 40)
	press := func(b *testing.B, c scene.Screen, keys ...string) {
		c.View(s)
		for i := 0; b.Loop(); i++ {
			c, _ = c.Update(s, scenetest.Press(keys[i%len(keys)]))
			c.View(s)
		}
	}
	for v, name := range []string{"week", "employee", "client"} {
		c := New()
		for range v {
			c, _ = scenetest.Keys(s, c, "f")
		}
		b.Run("key-by-"+name, func(b *testing.B) { press(b, c, "j", "k") })
		b.Run("turn-by-"+name, func(b *testing.B) { press(b, c, ">", "<") })
		b.Run("filter-by-"+name, func(b *testing.B) {
			typing, _ := scenetest.Keys(s, c, "/", "n")
			press(b, typing, "1", "backspace")
		})
		b.Run("edit-by-"+name, func(b *testing.B) {
			one, _ := s.World.Shift("S1")
			one.Name = "Anders"
			other := after(b, s, domain.EditShift{Shift: one})
			both := []scene.Scene{s, other}
			for i := 0; b.Loop(); i++ {
				c, _ = c.Update(both[i%2], scene.Refresh{})
				c.View(both[i%2])
			}
		})
	}
	b.Run("dialog", func(b *testing.B) {
		_, wish := scenetest.Keys(s, New(), "e")
		d := wish.(scene.Open).Dialog
		d, _ = scenetest.Typed(s, d, "up", "space")
		for i := 0; b.Loop(); i++ {
			d, _ = d.Update(s, scenetest.Press([]string{"n", "backspace"}[i%2]))
			d.View(s)
		}
	})
}
