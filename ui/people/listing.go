package people

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// listing remembers what a filter found and how people compare, so that a frame
// costs what it shows and a key what it changes. It belongs to the one goroutine
// of the screen, like scene.Roster.
type listing struct {
	world    domain.World
	query    string
	role     domain.Role
	known    bool
	found    crowd
	newcomer domain.PersonID // who came in since: the cursor goes there

	of     domain.World // whose people are folded
	folded []folded     // as Roster.People
}

// folded is a person as a query and a name compare them.
type folded struct {
	person     domain.Person
	text, name string
}

// crowd is some of everybody, by name; it copies nobody.
type crowd struct {
	all  []domain.Person
	some []int32 // places in all
	cut  bool    // only some
}

func (c crowd) len() int {
	if c.cut {
		return len(c.some)
	}
	return len(c.all)
}

func (c crowd) person(i int) *domain.Person {
	if c.cut {
		i = int(c.some[i])
	}
	return &c.all[i]
}

// place returns where in the crowd somebody is, or -1.
func (c crowd) place(id domain.PersonID) int {
	for i := range c.len() {
		if c.person(i).ID == id {
			return i
		}
	}
	return -1
}

// people returns who has the role (NoRole: any) and every word of the folded query.
func (l *listing) people(s scene.Scene, query string, role domain.Role) crowd {
	if l.known && l.world == s.World && l.query == query && l.role == role {
		return l.found
	}
	if l.known && l.world != s.World {
		l.newcomer = newcomer(l.world, s.World)
	}
	l.found = crowd{all: s.Roster.People()}
	if query != "" || role != domain.NoRole {
		l.found = l.filter(s, query, role)
	}
	l.world, l.query, l.role, l.known = s.World, query, role, true
	return l.found
}

// newcomer returns who was just added by hand: they got the next free id.
func newcomer(before, after domain.World) domain.PersonID {
	id := domain.PersonID(before.Next(domain.PersonNoun))
	if after.Count(domain.PersonNoun) != before.Count(domain.PersonNoun)+1 {
		return ""
	}
	if _, ok := after.Person(id); !ok {
		return ""
	}
	return id
}

func (l *listing) filter(s scene.Scene, query string, role domain.Role) crowd {
	out := crowd{all: s.Roster.People(), cut: true}
	var texts []folded
	if query != "" {
		texts = l.fold(s)
	}
	words := strings.Fields(query)
	for i := range out.all {
		if (role == domain.NoRole || out.all[i].Role == role) && (texts == nil || holds(texts[i].text, words)) {
			out.some = append(out.some, int32(i))
		}
	}
	return out
}

// holds reports whether a text has every word, in any order.
func holds(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// fold returns everybody folded, by name. Folding ten thousand people takes a
// while: whoever stayed the same is not folded again.
func (l *listing) fold(s scene.Scene) []folded {
	if l.folded != nil && l.of == s.World {
		return l.folded
	}
	before := make(map[domain.PersonID]*folded, len(l.folded))
	for i := range l.folded {
		before[l.folded[i].person.ID] = &l.folded[i]
	}
	people := s.Roster.People()
	now := make([]folded, len(people))
	for i, p := range people {
		if was := before[p.ID]; was != nil && was.person.Equal(p) {
			now[i] = *was
			continue
		}
		by := strings.Join([]string{p.Shown(), p.FullName(), p.Number, p.UserName, p.Location, p.Function}, " ")
		now[i] = folded{p, words.Fold(by), words.Fold(p.FullName())}
	}
	l.folded, l.of = now, s.World
	return now
}
