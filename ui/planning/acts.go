package planning

import (
	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/words"
)

// Acts returns what keys do with the shift under the cursor.
func (l listing) Acts(s scene.Scene, at shelf.At) []scene.Action {
	sh, _, ok := l.at(at.Key)
	out := []scene.Action{scene.Weighs("n", "planning.new", func() scene.Dialog { return addShift(s, l.who, l.newDay(s, sh.Date)) })}
	if to := at.To(); to.Key != "" {
		out = append(out, scene.Wishes("enter", "", scene.Go{Screen: scene.PeopleScreen, At: to}))
	}
	if ok {
		out = append(out,
			scene.Weighs("e", "planning.edit", func() scene.Dialog { return editShift(s, l.who, sh.Shift) }, "enter"),
			scene.Weighs("y", "planning.copy", func() scene.Dialog { return copyShift(s, l.who, sh.Shift) }),
			scene.Weighs("d", "planning.drop", func() scene.Dialog { return dropShift(s, l.who, sh.Shift) }))
	}
	turns := func(key string, name words.Key, to listing) scene.Action {
		return scene.Turns(key, name, func(c shelf.Shelf) shelf.Shelf { return c.With(to) })
	}
	return append(out,
		turns("<", "planning.earlier", l.toWeek(l.monday-weekDays)),
		turns(">", "planning.later", l.toWeek(l.monday+weekDays)),
		shelf.Find("planning.find"),
		turns("f", "planning.switch", l.withView((l.view+1)%viewCount)),
		turns(".", "planning.here", l.toWeek(care.Monday(s.On))))
}

// newDay returns the day that a new shift begins with: the one under the cursor, else the
// reference date if it is in the week, else Monday.
func (l listing) newDay(s scene.Scene, under domain.Date) domain.Date {
	switch {
	case under != 0:
		return under
	case care.Monday(s.On) == l.monday:
		return s.On
	}
	return l.monday
}

// toWeek turns to another week, between the first and the last date.
func (l listing) toWeek(monday domain.Date) listing {
	monday = max(monday, care.Monday(domain.FirstDate+weekDays-1))
	l.monday, l.weekChosen = min(monday, care.Monday(domain.LastDate)), true
	return l
}

// withView groups the week in another way.
func (l listing) withView(v view) listing {
	l.view = v
	return l
}

// Choose groups the week in the way that was clicked.
func (l listing) Choose(key string) shelf.Source { return l.withView(view(key[0] - '0')) }

// Seek turns to the week of a shift.
func (l listing) Seek(s scene.Scene, ref domain.Ref) (shelf.Source, string) {
	sh, ok := s.World.Shift(domain.ShiftID(ref.Key))
	if ref.Noun != domain.ShiftNoun || !ok {
		return l, ""
	}
	l = l.toWeek(care.Monday(sh.Date))
	l.on, l.weekChosen = s.On, false
	r := row{}
	if people := l.view.people(care.Shift{Shift: sh}); l.view != byWeek && len(people) > 0 {
		r.person = people[0]
	}
	return l, r.key(sh.ID)
}
