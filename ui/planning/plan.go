package planning

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// view is from which side the week is looked at.
type view uint8

const (
	byWeek view = iota
	byEmployee
	byClient
	viewCount
)

// row is a line of the list: a heading, or a shift under one.
type row struct {
	day            domain.Date     // whose heading it is, where one looks by week
	person         domain.PersonID // whose row or heading it is, where one looks by person
	shift          int             // place in the week's shifts; -1: a heading
	shifts         int             // of a heading: how many it has
	stars, signals int             // for this row alone
}

func (r row) heading() bool { return r.shift < 0 }

// spot is what the cursor is on.
type spot struct {
	person domain.PersonID
	shift  domain.ShiftID
}

// week is what is asked of the plan.
type week struct {
	world    domain.World
	monday   domain.Date
	view     view
	query    string // folded
	language words.Language
}

// plan remembers one week as it is looked at, so that a frame costs what it
// shows. It belongs to the one goroutine of the screen, like scene.Roster.
type plan struct {
	who    names
	is     week
	known  bool
	shifts []care.Shift // of the week, by date, begin and id
	rows   []row
	total  row // of the rows, each shift once
	texts  []text
	// moved is the shift that was just rostered or went to another day: the week and the cursor go there.
	moved domain.ShiftID

	asked     week // when the care of one client was asked last
	client    domain.PersonID
	delivered []care.Shift
}

// text is a shift as a filter compares it.
type text struct{ about, employees, clients string }

// notice sees what became of the world since it was looked at last.
func (p *plan) notice(s scene.Scene, at domain.ShiftID) {
	if !p.known || p.is.world == s.World {
		return
	}
	before := p.is.world
	next := domain.ShiftID(before.Next(domain.ShiftNoun))
	_, was := before.Shift(next)
	if _, is := s.World.Shift(next); is && !was {
		p.moved = next
		return
	}
	old, was := before.Shift(at)
	if now, is := s.World.Shift(at); was && is && old.Date != now.Date {
		p.moved = at
	}
}

// look returns the rows of a week.
func (p *plan) look(s scene.Scene, monday domain.Date, v view, query string) []row {
	asked := week{s.World, monday, v, query, s.Words.Language()}
	if p.known && p.is == asked {
		return p.rows
	}
	if !p.known || p.is.world != asked.world || p.is.monday != monday || p.is.language != asked.language {
		p.shifts, p.texts = care.Week(s.World, monday, weekDays), nil
	}
	p.is, p.known = asked, true
	words := strings.Fields(query)
	if len(words) > 0 && p.texts == nil {
		p.texts = p.fold(s)
	}
	if v == byWeek {
		p.rows = p.byDay(words)
	} else {
		p.rows = p.byPerson(s, words)
	}
	p.total = p.totals(p.rows)
	return p.rows
}

func (p *plan) fold(s scene.Scene) []text {
	out := make([]text, len(p.shifts))
	for i, sh := range p.shifts {
		about := strings.Join([]string{title(s, sh.Shift), words.Clean(sh.Code), string(sh.ID), sh.Begin.String(), s.Words.LongDate(sh.Date)}, " ")
		if n := len(sh.Stars); n > 0 {
			about += " " + starSign + " " + s.Words.Say("plan.stars", n)
		}
		if n := len(sh.Signals); n > 0 {
			about += " " + signalSign + " " + s.Words.Say("plan.signals", n)
		}
		out[i] = text{words.Fold(about), p.folded(s, sh.Employees), p.folded(s, sh.Clients)}
	}
	return out
}

func (p *plan) folded(s scene.Scene, ids []domain.PersonID) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = p.who.fold(&s, id)
	}
	return strings.Join(all, "\n")
}

// holds reports whether every word stands in one of the texts.
func holds(words []string, texts ...string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		return !slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(t, w) })
	})
}

// byDay are the seven days with their shifts; a filter leaves out days without.
func (p *plan) byDay(words []string) []row {
	var out []row
	i := 0
	for day := p.is.monday; day <= sunday(p.is.monday); day++ {
		head := row{day: day, shift: -1}
		at := len(out)
		out = append(out, head)
		for ; i < len(p.shifts) && p.shifts[i].Date == day; i++ {
			if len(words) > 0 && !holds(words, p.texts[i].about, p.texts[i].employees, p.texts[i].clients) {
				continue
			}
			r := row{shift: i, stars: len(p.shifts[i].Stars), signals: len(p.shifts[i].Signals)}
			out = append(out, r)
			head = head.with(r)
		}
		out[at] = head
		if head.shifts == 0 && len(words) > 0 {
			out = out[:at]
		}
	}
	return out
}

func (r row) with(below row) row {
	r.shifts, r.stars, r.signals = r.shifts+1, r.stars+below.stars, r.signals+below.signals
	return r
}

// people are those of a shift from whose side one looks.
func (v view) people(sh care.Shift) []domain.PersonID {
	if v == byClient {
		return sh.Clients
	}
	return sh.Employees
}

// marked is the one of a mark from whose side one looks.
func (v view) marked(m care.Mark) domain.PersonID {
	if v == byClient {
		return m.Client
	}
	return m.Employee
}

// byPerson are the people of the week by name, each with their shifts and with
// the marks that are theirs.
func (p *plan) byPerson(s scene.Scene, said []string) []row {
	of := map[domain.PersonID][]row{}
	var people []domain.PersonID
	for i, sh := range p.shifts {
		marks := map[domain.PersonID]row{}
		for _, m := range sh.Stars {
			r := marks[p.is.view.marked(m)]
			r.stars++
			marks[p.is.view.marked(m)] = r
		}
		for _, m := range sh.Signals {
			r := marks[p.is.view.marked(m)]
			r.signals++
			marks[p.is.view.marked(m)] = r
		}
		for _, id := range p.is.view.people(sh) {
			if len(said) > 0 && !p.matches(s, said, id, i) {
				continue
			}
			r := marks[id]
			r.person, r.shift = id, i
			if of[id] == nil {
				people = append(people, id)
			}
			of[id] = append(of[id], r)
		}
	}
	words.SortBy(people, func(id domain.PersonID) string {
		one, _ := s.World.Person(id)
		return s.Roster.NameKey(one)
	})
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

// matches reports whether a filter finds somebody's row: by them, by the shift,
// or by who stands opposite.
func (p *plan) matches(s scene.Scene, words []string, id domain.PersonID, shift int) bool {
	opposite := p.texts[shift].clients
	if p.is.view == byClient {
		opposite = p.texts[shift].employees
	}
	return holds(words, p.who.fold(&s, id), p.texts[shift].about, opposite)
}

// on reports whether a row is that spot.
func (p *plan) on(rows []row, i int, at spot) bool {
	return i >= 0 && i < len(rows) && !rows[i].heading() && rows[i].person == at.person && p.shifts[rows[i].shift].ID == at.shift
}

// place returns the row of a spot: the same, else another of that shift, else -1.
func (p *plan) place(rows []row, at spot) int {
	some := -1
	for i, r := range rows {
		if r.heading() || p.shifts[r.shift].ID != at.shift {
			continue
		}
		if r.person == at.person {
			return i
		}
		if some < 0 {
			some = i
		}
	}
	return some
}

// from returns the first shift on or after a day, or -1.
func (p *plan) from(rows []row, day domain.Date) int {
	return slices.IndexFunc(rows, func(r row) bool { return !r.heading() && p.shifts[r.shift].Date >= day })
}

// careOf is the care that a client gets in the week.
func (p *plan) careOf(s scene.Scene, client domain.PersonID) []care.Shift {
	if p.client != client || p.asked.world != s.World || p.asked.monday != p.is.monday {
		p.delivered, p.client, p.asked = care.OfClient(s.World, client, p.is.monday, weekDays), client, p.is
	}
	return p.delivered
}

// totals counts what the rows show, each shift once.
func (p *plan) totals(rows []row) row {
	out := row{shift: -1}
	seen := make([]bool, len(p.shifts))
	for _, r := range rows {
		if r.heading() || seen[r.shift] {
			continue
		}
		seen[r.shift] = true
		out = out.with(row{stars: len(p.shifts[r.shift].Stars), signals: len(p.shifts[r.shift].Signals)})
	}
	return out
}
