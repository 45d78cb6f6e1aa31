package planning

import (
	"cmp"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// view is how the week is grouped.
type view uint8

const (
	byWeek view = iota
	byEmployee
	byClient
	viewCount
)

// row is a line of the list: a heading, or a shift under one.
type row struct {
	day            domain.Date     // of a heading, by week
	person         domain.PersonID // of a row or heading, by employee or client
	shift          int             // index in the week's shifts; -1: a heading
	shifts         int             // of a heading: how many follow
	stars, signals int             // of this row alone
}

func (r row) heading() bool { return r.shift < 0 }

// key identifies a row to the shelf: the shift and, by employee or client, the person.
func (r row) key(id domain.ShiftID) string {
	if r.person == "" {
		return string(id)
	}
	return string(id) + "\x00" + string(r.person)
}

// idOf returns the shift of a key.
func idOf(key string) domain.ShiftID {
	id, _, _ := strings.Cut(key, "\x00")
	return domain.ShiftID(id)
}

// listing lists the shifts of one week in one view.
type listing struct {
	view       view
	monday     domain.Date // of the week
	on         domain.Date // the reference date that the week was chosen for
	weekChosen bool        // since the last Read: the cursor goes to the start

	madeFor madeFor
	namer   dialog.Namer
	who     tell.Naming  // as namer
	shifts  []care.Shift // of the week, by date, begin and id
	query   string
	texts   []text                     // of the shifts; nil until there is a query
	folded  map[domain.PersonID]string // the names in them
	moved   domain.ShiftID             // moved to another day: the week follows it, and no query hides it
	rows    []row
	total   row // of the rows, each shift once
}

// madeFor is what the shifts depend on.
type madeFor struct {
	world  domain.World
	monday domain.Date
	voice  tell.Voice
}

// Read finds the shifts of the week by name, people, day and signs.
func (l listing) Read(s scene.Scene, query, at string) (shelf.Source, []shelf.Row, string) {
	if l.on != s.On {
		l = l.toWeek(care.Monday(s.On))
		l.on = s.On
	}
	if l = l.withMovedShift(s, at); query != l.query {
		l.query, l.moved = query, ""
	}
	l = l.withShifts(s)
	wanted := strings.Fields(query)
	if len(wanted) > 0 && l.texts == nil {
		l = l.fold(s)
	}
	if l.view == byWeek {
		l.rows = l.byDay(wanted)
	} else {
		l.rows = l.byPerson(s, wanted)
	}
	l.total = l.totals()
	rows := make([]shelf.Row, len(l.rows))
	for i, r := range l.rows {
		if rows[i].Place = i; !r.heading() {
			rows[i].Key = r.key(l.shifts[r.shift].ID)
		}
	}
	at = l.cursorKey(s, rows, at)
	l.weekChosen = false
	return l, rows, at
}

// withMovedShift turns to the week of the shift under the cursor if it was moved to another
// day.
func (l listing) withMovedShift(s scene.Scene, at string) listing {
	if l.who == nil || l.madeFor.world == s.World {
		return l
	}
	id := idOf(at)
	was, had := l.madeFor.world.Shift(id)
	now, has := s.World.Shift(id)
	if had && has && was.Date != now.Date {
		l.monday, l.moved, l.weekChosen = care.Monday(now.Date), id, false
	}
	return l
}

// withShifts returns the listing with the shifts of the week as the scene has them.
func (l listing) withShifts(s scene.Scene) listing {
	now := madeFor{s.World, l.monday, s.Words.Voice()}
	if l.who != nil && l.madeFor == now {
		return l
	}
	if l.who == nil || l.madeFor.world != s.World {
		l.namer = dialog.NewNamer(s)
	}
	l.madeFor, l.shifts, l.texts = now, care.Shifts(s.World, l.monday, weekDays), nil
	l.who = l.naming()
	return l
}

// naming remembers the names of the week: a frame asks for a thousand.
func (l listing) naming() tell.Naming {
	said := map[domain.PersonID]string{}
	for _, sh := range l.shifts {
		for _, ids := range [...][]domain.PersonID{sh.Employees, sh.Clients} {
			for _, id := range ids {
				if _, known := said[id]; !known {
					said[id] = l.namer.Name(id)
				}
			}
		}
	}
	return func(id domain.PersonID) string {
		if name, known := said[id]; known {
			return name
		}
		return l.namer.Name(id)
	}
}

// cursorKey returns the key of the row that the cursor goes to: in another week the first
// shift from the reference date on, in another view a row of the same shift.
func (l listing) cursorKey(s scene.Scene, rows []shelf.Row, at string) string {
	find := func(is func(r shelf.Row) bool) string {
		if i := slices.IndexFunc(rows, func(r shelf.Row) bool { return r.Key != "" && is(r) }); i >= 0 {
			return rows[i].Key
		}
		return ""
	}
	if !l.weekChosen {
		same := find(func(r shelf.Row) bool { return idOf(r.Key) == idOf(at) })
		return cmp.Or(find(func(r shelf.Row) bool { return r.Key == at }), same, at)
	}
	from := l.monday
	if l.view == byWeek && from == care.Monday(s.On) {
		from = s.On
	}
	first := find(func(shelf.Row) bool { return true })
	return cmp.Or(find(func(r shelf.Row) bool { return l.shifts[l.rows[r.Place].shift].Date >= from }), first)
}

// at returns the shift of a row and, by employee or client, the person.
func (l listing) at(key string) (care.Shift, domain.PersonID, bool) {
	id, person, _ := strings.Cut(key, "\x00")
	i := slices.IndexFunc(l.shifts, func(sh care.Shift) bool { return string(sh.ID) == id })
	if i < 0 {
		return care.Shift{}, "", false
	}
	return l.shifts[i], domain.PersonID(person), true
}

// text is a shift as the query is compared with it.
type text struct{ about, employees, clients string }

// fold makes the texts of the week. It folds each name once, of hundreds of uses.
func (l listing) fold(s scene.Scene) listing {
	l.folded, l.texts = map[domain.PersonID]string{}, make([]text, len(l.shifts))
	folded := func(ids []domain.PersonID) string {
		all := make([]string, len(ids))
		for i, id := range ids {
			if _, known := l.folded[id]; !known {
				l.folded[id] = domain.LookUp(l.who(id))
			}
			all[i] = l.folded[id]
		}
		return strings.Join(all, "\n")
	}
	for i, sh := range l.shifts {
		about := strings.Join([]string{s.Words.ShiftTitle(sh.Shift), words.Clean(sh.Code), string(sh.ID), sh.Begin.String(), s.Words.LongDate(sh.Date)}, " ")
		if n := len(sh.Stars); n > 0 {
			about += " " + starSign + " " + s.Words.Say("plan.stars", n)
		}
		if n := len(sh.Signals); n > 0 {
			about += " " + signalSign + " " + s.Words.Say("plan.signals", n)
		}
		l.texts[i] = text{domain.LookUp(about), folded(sh.Employees), folded(sh.Clients)}
	}
	return l
}

// holds reports whether every word stands in one of the texts.
func holds(wanted []string, texts ...string) bool {
	return !slices.ContainsFunc(wanted, func(w string) bool {
		return !slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(t, w) })
	})
}

// byDay returns the seven days with their shifts; a query leaves out days without.
func (l listing) byDay(wanted []string) []row {
	var out []row
	i := 0
	for day := l.monday; day <= sunday(l.monday); day++ {
		head := row{day: day, shift: -1}
		at := len(out)
		out = append(out, head)
		for ; i < len(l.shifts) && l.shifts[i].Date == day; i++ {
			if len(wanted) > 0 && l.shifts[i].ID != l.moved && !holds(wanted, l.texts[i].about, l.texts[i].employees, l.texts[i].clients) {
				continue
			}
			r := row{shift: i, stars: len(l.shifts[i].Stars), signals: len(l.shifts[i].Signals)}
			out = append(out, r)
			head = head.with(r)
		}
		out[at] = head
		if head.shifts == 0 && len(wanted) > 0 {
			out = out[:at]
		}
	}
	return out
}

func (r row) with(below row) row {
	r.shifts, r.stars, r.signals = r.shifts+1, r.stars+below.stars, r.signals+below.signals
	return r
}

// nobody stands for the people of a shift that has none: it must not be missing from a view.
const nobody domain.PersonID = ""

// people returns the people of a shift that the view groups by, or nobody.
func (v view) people(sh care.Shift) []domain.PersonID {
	people := sh.Employees
	if v == byClient {
		people = sh.Clients
	}
	if len(people) == 0 {
		return []domain.PersonID{nobody}
	}
	return people
}

// marked returns the person of a mark that the view groups by.
func (v view) marked(m care.Mark) domain.PersonID {
	if v == byClient {
		return m.Client
	}
	return m.Employee
}

// byPerson returns the people of the week by name, each with their shifts and their own
// marks, and last the shifts that have nobody.
func (l listing) byPerson(s scene.Scene, wanted []string) []row {
	of := map[domain.PersonID][]row{}
	var people []domain.PersonID
	for i, sh := range l.shifts {
		marks := map[domain.PersonID]row{}
		for _, m := range sh.Stars {
			r := marks[l.view.marked(m)]
			r.stars++
			marks[l.view.marked(m)] = r
		}
		for _, m := range sh.Signals {
			r := marks[l.view.marked(m)]
			r.signals++
			marks[l.view.marked(m)] = r
		}
		for _, id := range l.view.people(sh) {
			if len(wanted) > 0 && sh.ID != l.moved && !l.matches(wanted, id, i) {
				continue
			}
			r := marks[id]
			r.person, r.shift = id, i
			if of[id] == nil && id != nobody {
				people = append(people, id)
			}
			of[id] = append(of[id], r)
		}
	}
	words.SortBy(people, func(id domain.PersonID) string {
		one, _ := s.World.Person(id)
		return s.Roster.NameKey(one)
	})
	if of[nobody] != nil {
		people = append(people, nobody)
	}
	var out []row
	for _, id := range people {
		head := row{person: id, shift: -1}
		for _, r := range of[id] {
			head = head.with(r)
		}
		out = append(append(out, head), of[id]...)
	}
	return out
}

// matches reports whether a query finds a person's row: by the person, the shift, or the
// people opposite.
func (l listing) matches(wanted []string, id domain.PersonID, shift int) bool {
	opposite := l.texts[shift].clients
	if l.view == byClient {
		opposite = l.texts[shift].employees
	}
	return holds(wanted, l.folded[id], l.texts[shift].about, opposite)
}

// totals counts the marks and shifts of all rows, each shift once.
func (l listing) totals() row {
	out := row{shift: -1}
	seen := make([]bool, len(l.shifts))
	for _, r := range l.rows {
		if r.heading() || seen[r.shift] {
			continue
		}
		seen[r.shift] = true
		out = out.with(row{stars: len(l.shifts[r.shift].Stars), signals: len(l.shifts[r.shift].Signals)})
	}
	return out
}
