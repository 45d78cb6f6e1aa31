package planning

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// names says who somebody is, so that namesakes are told apart (DOMAIN.md 4). It
// remembers what it said: a week names the same people hundreds of times. It
// belongs to the one goroutine of the screen, like scene.Roster. It takes a Scene by
// reference: one is large, and a busy week asks for thousands of names.
type names struct {
	world        domain.World
	known        bool
	many         map[string]bool // names that several have
	said, folded map[domain.PersonID]string
}

func (n *names) fresh(s *scene.Scene) {
	if n.known && n.world == s.World {
		return
	}
	n.world, n.known = s.World, true
	n.said, n.folded = map[domain.PersonID]string{}, map[domain.PersonID]string{}
	n.many = map[string]bool{}
	seen := make(map[string]bool, s.World.Count(domain.PersonNoun))
	for p := range s.World.Persons() {
		name := strings.ToLower(p.Shown())
		if seen[name] {
			n.many[name] = true
		}
		seen[name] = true
	}
}

// of is somebody's schermnaam; a namesake's has beside it what tells them apart.
func (n *names) of(s *scene.Scene, id domain.PersonID) string {
	n.fresh(s)
	name, ok := n.said[id]
	if ok {
		return name
	}
	name = s.Words.Person(s.World, id)
	if p, ok := s.World.Person(id); ok && n.many[strings.ToLower(p.Shown())] {
		name += " (" + s.Words.Apart(p) + ")"
	}
	n.said[id] = name
	return name
}

// fold is the name as a filter compares it.
func (n *names) fold(s *scene.Scene, id domain.PersonID) string {
	name := n.of(s, id)
	f, ok := n.folded[id]
	if !ok {
		f = words.Fold(name)
		n.folded[id] = f
	}
	return f
}

func (n *names) all(s scene.Scene, ids []domain.PersonID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = n.of(&s, id)
	}
	return out
}

// list names people as a sentence does, or says that there is nobody.
func (n *names) list(s scene.Scene, ids []domain.PersonID) string {
	if len(ids) == 0 {
		return s.Words.Say("planning.nobody")
	}
	return s.Words.List(n.all(s, ids))
}
