package agreements

import (
	"cmp"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

// state is how an agreement stands; the worst first.
type state uint8

const (
	broken state = iota
	breaking
	holding
	states
)

// agreed is one agreement as it stands on the reference date.
type agreed struct {
	sight.Verdict
	breaks domain.Date   // the first day on which it no longer holds; zero: none is known
	then   sight.Verdict // how it is broken on that day
	said   string        // the promise, namesakes told apart
	search string
}

func (a *agreed) state() state {
	switch {
	case !a.Holds:
		return broken
	case a.breaks != 0:
		return breaking
	}
	return holding
}

// judged is how an agreement stands on the reference date.
func judged(s scene.Scene, by lang.Naming, a domain.Agreement) agreed {
	one := agreed{Verdict: sight.VerdictOn(s.World, a, s.On), said: s.Words.AgreementBy(by, s.World, a)}
	if day, ok := sight.Breaks(s.World, a, s.On); ok {
		one.breaks, one.then = day, sight.VerdictOn(s.World, a, day)
	}
	one.search = lang.Fold(one.said + " " + lang.Clean(a.Note))
	return one
}

// stands says how the agreement stands, in one line.
func (a *agreed) stands(s scene.Scene, by lang.Naming) string {
	if a.state() == breaking {
		return s.Words.Say(lang.VerdictUntil, a.said, s.Words.Date(a.breaks-1))
	}
	return s.Words.VerdictBy(by, s.World, a.Verdict)
}

// breach is the verdict that says by what the agreement is broken, or will be.
func (a *agreed) breach() (sight.Verdict, bool) {
	switch a.state() {
	case broken:
		return a.Verdict, true
	case breaking:
		return a.then, true
	}
	return sight.Verdict{}, false
}

// mend is the group or the person where an agreement can be mended.
func (a *agreed) mend() domain.Ref {
	if !a.Agreement.Kind.OfPair() {
		return groupRef(a.Agreement.Group)
	}
	if v, ok := a.breach(); ok && len(v.Grounds) > 0 {
		return groundRef(v.Grounds[0])
	}
	return personRef(a.Agreement.Viewer)
}

// groundRef is where the route of a ground can be closed: the group, or the
// client with whom the relations are.
func groundRef(g sight.Ground) domain.Ref {
	if g.Group != "" {
		return groupRef(g.Group)
	}
	return personRef(g.Client)
}

func groupRef(id domain.GroupID) domain.Ref {
	return domain.Ref{Noun: domain.GroupNoun, Key: string(id)}
}
func personRef(id domain.PersonID) domain.Ref {
	return domain.Ref{Noun: domain.PersonNoun, Key: string(id)}
}

// row is an agreement, or the heading above those in one state.
type row struct {
	*agreed
	head  state
	count int
}

// listing judges every agreement once per world and day, and remembers what a
// filter found and who has a namesake. It belongs to the one goroutine of the
// screen, like scene.Roster.
type listing struct {
	world    domain.World
	on       domain.Date
	language lang.Language
	known    bool
	many     map[string]bool // names that several have
	all      []agreed
	query    string
	rows     []row
	newcomer domain.AgreementID // what came in since: the cursor goes there

	told  telling
	lines []line
}

// of returns the agreements that have every word of the folded query under the
// headings of how they stand, each by what it says.
func (l *listing) of(s scene.Scene, query string) []row {
	same := l.known && l.world == s.World && l.on == s.On && l.language == s.Words.Language()
	if same && l.query == query {
		return l.rows
	}
	if !same {
		if l.known && l.world != s.World {
			l.newcomer = newcomer(l.world, s.World)
		}
		l.judge(s)
	}
	l.query, l.rows = query, nil
	words := strings.Fields(query)
	for st := range states {
		at := len(l.rows)
		for i := range l.all {
			if a := &l.all[i]; a.state() == st && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(a.search, w) }) {
				l.rows = append(l.rows, row{agreed: a})
			}
		}
		if n := len(l.rows) - at; n > 0 {
			l.rows = slices.Insert(l.rows, at, row{head: st, count: n})
		}
	}
	return l.rows
}

func (l *listing) judge(s scene.Scene) {
	l.meet(s)
	l.world, l.on, l.language, l.known, l.all = s.World, s.On, s.Words.Language(), true, nil
	by := l.naming(s)
	for a := range s.World.Agreements() {
		l.all = append(l.all, judged(s, by, a))
	}
	slices.SortStableFunc(l.all, func(a, b agreed) int {
		return cmp.Or(cmp.Compare(a.breaks, b.breaks), cmp.Compare(s.Roster.TextKey(a.said), s.Roster.TextKey(b.said)))
	})
}

// meet finds which names several people have, once per world.
func (l *listing) meet(s scene.Scene) {
	if l.known && l.world == s.World {
		return
	}
	l.many = make(map[string]bool)
	seen := make(map[string]bool, s.World.Count(domain.PersonNoun))
	for p := range s.World.Persons() {
		name := strings.ToLower(p.Shown())
		l.many[name] = l.many[name] || seen[name]
		seen[name] = true
	}
}

// naming says the schermnaam, and beside a namesake's what tells them apart
// (DOMAIN.md 4).
func (l *listing) naming(s scene.Scene) lang.Naming {
	return func(id domain.PersonID) string {
		name := s.Words.Person(s.World, id)
		if p, ok := s.World.Person(id); ok && l.many[strings.ToLower(p.Shown())] {
			name += " (" + s.Words.Apart(p) + ")"
		}
		return name
	}
}

// newcomer returns the agreement that was just made by hand: it got the next free id.
func newcomer(before, after domain.World) domain.AgreementID {
	id := domain.AgreementID(before.Next(domain.AgreementNoun))
	if _, ok := after.Agreement(id); ok && after.Count(domain.AgreementNoun) == before.Count(domain.AgreementNoun)+1 {
		return id
	}
	return ""
}
