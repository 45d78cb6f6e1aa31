package rehearsal_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/domain/sight"
)

// views is everything that a person can read.
type views struct {
	inbox           []rehearsal.Conversation
	groups, clients []rehearsal.Reported
	news            []rehearsal.News
	received        []rehearsal.Programme
	followed        []rehearsal.Followed
}

func viewsOf(r rehearsal.Rehearsal, p domain.PersonID) views {
	var v views
	v.inbox = r.Inbox(p)
	v.groups, v.clients = r.Reports(p, rehearsal.Choice{AllDays: true})
	v.news = r.News(p)
	v.received, v.followed = r.Programmes(p)
	return v
}

// names returns the numbers of the acts that a view shows.
func (v views) names() map[int]bool {
	out := map[int]bool{}
	for _, c := range v.inbox {
		for _, m := range c.Messages {
			out[m.Act] = true
		}
	}
	for _, s := range slices.Concat(v.groups, v.clients) {
		for _, d := range s.Days {
			for _, one := range d.Reports {
				out[one.Act] = true
			}
		}
	}
	for _, n := range v.news {
		for _, one := range n.Posts {
			out[one.Act] = true
		}
	}
	for _, one := range v.received {
		out[one.Act] = true
	}
	for _, one := range v.followed {
		out[one.Act] = true
	}
	return out
}

// chance draws acts in a rehearsal. Most are within reach, as in life.
type chance struct {
	*rapid.T
	r      rehearsal.Rehearsal
	people []domain.PersonID
	groups []domain.GroupID
}

func pick[T any](c chance, label string, list []T) T {
	return list[rapid.IntRange(0, len(list)-1).Draw(c.T, label)]
}

func (c chance) act() rehearsal.Act {
	by := pick(c, "by", c.people)
	a := rehearsal.Act{By: by, Text: fmt.Sprintf("text %d", c.r.Len()+1), On: c.r.Today() + domain.Date(rapid.SampledFrom([]int{0, 0, 0, 1, 40}).Draw(c.T, "days"))}
	a.Kind = rapid.SampledFrom([]rehearsal.Kind{
		rehearsal.Send, rehearsal.Send, rehearsal.GroupMessage, rehearsal.GroupMessage, rehearsal.Answer, rehearsal.Read, rehearsal.Report, rehearsal.Post, rehearsal.Assign, rehearsal.Progress,
	}).Draw(c.T, "kind")
	switch a.Kind {
	case rehearsal.Send:
		a.To = []domain.PersonID{pick(c, "to", c.people)}
		if near := sight.Persons(c.r.World(), by, c.r.Today()); len(near) > 0 && rapid.Bool().Draw(c.T, "within reach") {
			a.To[0] = pick(c, "near", near).Other
		}
	case rehearsal.GroupMessage, rehearsal.Assign:
		a.Group, a.Name = c.group(by), "Slapen"
	case rehearsal.Report:
		if clients := sight.ClientsReported(c.r.World(), by, c.r.Today()); len(clients) > 0 && rapid.Bool().Draw(c.T, "of a client") {
			a.Client = pick(c, "client", clients)
		} else {
			a.Group = c.group(by)
		}
	case rehearsal.Post:
		a.Name = rapid.SampledFrom([]string{"Nieuws", "Bewonersnieuws"}).Draw(c.T, "news group")
	default:
		a.Of = rapid.IntRange(0, c.r.Len()).Draw(c.T, "of")
		a.State = rapid.SampledFrom(rehearsal.States()).Draw(c.T, "state")
	}
	return a
}

func (c chance) group(by domain.PersonID) domain.GroupID {
	if own := c.r.World().GroupsOn(by, c.r.Today()); len(own) > 0 && rapid.Bool().Draw(c.T, "own group") {
		return pick(c, "own", own).Group
	}
	return pick(c, "group", c.groups)
}

// drawn is a rehearsal of drawn acts and edits over a drawn World, with news groups.
func drawn(t *rapid.T) rehearsal.Rehearsal {
	w := domaintest.Small(t)
	c := chance{T: t, r: rehearsal.Begin(w, domaintest.Today())}
	for p := range w.Persons() {
		c.people = append(c.people, p.ID)
	}
	for g := range w.Groups() {
		c.groups = append(c.groups, g.ID)
		g.NewsGroup = rapid.SampledFrom([]string{"", "Nieuws", "bewonersnieuws"}).Draw(t, "connected")
		c.edit(domain.EditGroup{Group: g})
	}
	if len(c.people) == 0 || len(c.groups) == 0 {
		return c.r
	}
	for range rapid.IntRange(1, 25).Draw(t, "acts") {
		if rapid.IntRange(0, 5).Draw(t, "edit") == 0 {
			c.edit(domaintest.Command(t, c.r.World()))
		} else if next, err := c.r.Do(c.act()); err == nil {
			c.r = next
		}
	}
	return c.r
}

func (c *chance) edit(command domain.Command) {
	if next, err := c.r.Edit(command, "", domain.Unchecked); err == nil {
		c.r = next
	}
}

func TestWhoeverReadsSomethingHadAGroundAndReadersNamesThemAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		for p := range r.World().Persons() {
			shown := viewsOf(r, p.ID).names()
			for n, a := range r.Acts() {
				switch a.Kind {
				case rehearsal.Nothing, rehearsal.Read, rehearsal.Progress, rehearsal.Edit:
					continue
				}
				if reads := slices.Contains(r.Readers(n), p.ID); reads != shown[n] {
					t.Fatalf("%s reads act %d (%s by %s): %v, Readers: %v", p.ID, n, a.Kind, a.By, shown[n], reads)
				}
				if shown[n] && len(r.Grounds(n)) == 0 {
					t.Fatalf("act %d (%s) was done on no ground", n, a.Kind)
				}
			}
		}
	})
}

func TestForWhoHasNoGroundAnActDoesNotExist(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		var acts []rehearsal.Act
		for _, a := range r.Acts() {
			acts = append(acts, a)
		}
		begun := r
		for begun.Len() > 0 {
			begun, _ = begun.Undo()
		}
		for n, a := range r.Acts() {
			if a.Kind == rehearsal.Edit || a.Kind == rehearsal.Read {
				continue
			}
			without := slices.Clone(acts)
			without[n-1] = rehearsal.Act{On: a.On}
			quiet, err := rehearsal.Restore(begun.World(), begun.Today(), without)
			if err != nil {
				t.Fatal(err)
			}
			readers := r.Readers(n)
			for p := range r.World().Persons() {
				if slices.Contains(readers, p.ID) {
					continue
				}
				if with, without := viewsOf(r, p.ID), viewsOf(quiet, p.ID); !reflect.DeepEqual(with, without) {
					t.Fatalf("%s, who does not read act %d (%s by %s), reads\n%+v\nand without it\n%+v", p.ID, n, a.Kind, a.By, with, without)
				}
			}
		}
	})
}

func TestARefusalSaysTheSameForWhatIsOutOfReachAndForWhatIsNot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		c := chance{T: t, r: r, people: []domain.PersonID{"nobody"}, groups: []domain.GroupID{"nothing"}}
		for p := range r.World().Persons() {
			c.people = append(c.people, p.ID)
		}
		for g := range r.World().Groups() {
			c.groups = append(c.groups, g.ID)
		}
		a := c.act()
		next, err := r.Do(a)
		if err != nil && err != rehearsal.ErrRefused {
			t.Fatalf("%+v: %v", a, err)
		}
		if err != nil && next.Len() != r.Len() {
			t.Fatal("a refused act took a number")
		}
	})
}
