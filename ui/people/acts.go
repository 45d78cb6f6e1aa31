package people

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/words"
)

// Acts returns what keys do with the person under the cursor.
func (l listing) Acts(s scene.Scene, at shelf.At) []scene.Action {
	p, ok := s.World.Person(domain.PersonID(at.Key))
	out := []scene.Action{scene.Opens("n", "people.new", func() scene.Dialog { return addPerson(s, cmp.Or(l.role, s.RoleAdded)) })}
	switch to := at.To(); to.Noun {
	case domain.GroupNoun:
		out = append(out, scene.Wishes("enter", "", scene.Go{Screen: scene.GroupsScreen, At: to}))
	case domain.PersonNoun:
		out = append(out, scene.Turns("enter", "", func(c shelf.Shelf) shelf.Shelf { return c.Show(s, to.Key) }))
	}
	if ok {
		out = append(out, scene.Weighs("e", "people.edit", func() scene.Dialog { return editPerson(s, p) }, "enter"))
	}
	if other := l.otherSection(p); other != "" {
		out = append(out, scene.Turns("m", other, l.toOtherSection(at)))
	}
	if l.second { // here people read day by day: these keys must not drop off the hint bar
		out = append(out, dateSteps(s, true)...)
	}
	if ok {
		stop := words.Key("people.stop")
		if p.InactiveFrom != 0 {
			stop = "people.resume"
		}
		out = append(out,
			scene.Weighs("i", stop, func() scene.Dialog { return activity(s, p) }),
			withScenes(p.ID, scene.Weighs("d", "people.remove", func() scene.Dialog { return removePerson(s, p) })),
			scene.Wishes("v", "people.look", scene.Several{scene.Look{Person: p.ID}, scene.Go{Screen: scene.GroupsScreen}}))
	}
	out = append(out, scene.Turns("f", "people.by-role", l.nextRole), shelf.Find("people.find"))
	if ok {
		out = append(out, scene.Weighs("V", "leave.act", func() scene.Dialog { return leave(s, p) }))
	}
	if !l.second {
		out = append(out, dateSteps(s, false)...)
	}
	return out
}

// toOtherSection turns to the other section of the details, at its top. With one pane at
// a time it shows the details: a key must not change what is out of view.
func (l listing) toOtherSection(at shelf.At) func(shelf.Shelf) shelf.Shelf {
	l.second = !l.second
	return func(c shelf.Shelf) shelf.Shelf { return c.With(l).Focus(at.Inside || at.Alone) }
}

// nextRole narrows the list to the next role, and after the last shows everybody.
func (l listing) nextRole(c shelf.Shelf) shelf.Shelf {
	roles := append([]domain.Role{domain.NoRole}, domain.Roles()...)
	l.role = roles[(slices.Index(roles, l.role)+1)%len(roles)]
	return c.With(l)
}

// Wider removes the filter by role.
func (l listing) Wider() (shelf.Source, bool) {
	was := l.role != domain.NoRole
	l.role = domain.NoRole
	return l, was
}

// dateSteps returns the actions that go to another reference date.
func dateSteps(s scene.Scene, bar bool) []scene.Action {
	var out []scene.Action
	for _, step := range []struct {
		key  string
		name words.Key
		on   domain.Date
		bar  bool
	}{
		{"<", "views.day-back", s.On - 1, bar}, {">", "views.day-on", s.On + 1, bar},
		{"(", "views.week-back", s.On - 7, false}, {")", "views.week-on", s.On + 7, false},
		{"{", "views.month-back", s.On.AddMonths(-1), false}, {"}", "views.month-on", s.On.AddMonths(1), false},
	} {
		var to scene.Wish = scene.SetDate{On: step.on}
		if step.on < domain.FirstDate || step.on > domain.LastDate || step.on == s.On {
			to = nil
		}
		act := scene.Wishes(step.key, step.name, to)
		act.Bar = step.bar
		out = append(out, act)
	}
	return out
}
