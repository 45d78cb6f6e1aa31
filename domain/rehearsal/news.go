package rehearsal

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// News is a news group as it reaches one person (H11).
type News struct {
	Name    string
	Posts   []Written // by act
	MayPost bool
	Grounds []sight.Ground // on which it reaches them; for the coordinator only
}

// News returns the news groups that reach somebody now, by name, with everything that was
// ever posted in them.
func (r Rehearsal) News(person domain.PersonID) []News {
	var out []News
	f := r.facesOf(person)
	for _, g := range sight.NewsGroups(r.world, person, r.today) {
		n := News{Name: g.Name, Grounds: g.Grounds, MayPost: len(g.Posting) > 0}
		for at, a := range r.Acts() {
			if a.Kind == Post && g.Is(a.Name) {
				n.Posts = append(n.Posts, Written{at, a.On, f.person(a.By), a.Text})
			}
		}
		out = append(out, n)
	}
	return out
}

// newsGroup returns the news group of a name; without a name: it does not reach the person.
func (r Rehearsal) newsGroup(person domain.PersonID, name string) sight.NewsGroup {
	for _, g := range sight.NewsGroups(r.world, person, r.today) {
		if g.Is(name) {
			return g
		}
	}
	return sight.NewsGroup{}
}
