package types

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// listing remembers what a filter found and how often each type is used, so
// that a frame costs what it shows. It belongs to the one goroutine of the
// screen, like scene.Roster.
type listing struct {
	world    domain.World
	query    string
	known    bool
	found    []domain.RelationType
	newcomer domain.RelationTypeID // what came in since: the cursor goes there

	counted domain.World
	on      domain.Date
	uses    map[domain.RelationTypeID]uses
}

// uses counts the relations of a type: those whose period covers the reference
// date, and all on record.
type uses struct{ running, all int }

// types returns the types whose name has every word of the folded query, by name.
func (l *listing) types(s scene.Scene, query string) []domain.RelationType {
	if l.known && l.world == s.World && l.query == query {
		return l.found
	}
	if l.known && l.world != s.World {
		l.newcomer = newcomer(l.world, s.World)
	}
	l.found = s.Roster.Types()
	if query != "" {
		l.found = filter(s, l.found, query)
	}
	l.world, l.query, l.known = s.World, query, true
	return l.found
}

func filter(s scene.Scene, all []domain.RelationType, query string) []domain.RelationType {
	texts := make([]string, len(all))
	for i, t := range all {
		words := []string{t.Name, s.Words.Kind(t.Kind)}
		for _, f := range flags {
			if *f.of(&t) {
				words = append(words, s.Words.Say(f.word))
			}
		}
		texts[i] = lang.Fold(strings.Join(words, " "))
	}
	hits := widget.Words(query, texts)
	slices.Sort(hits) // a list keeps its order by name; the best hit is for a picker
	out := make([]domain.RelationType, len(hits))
	for i, hit := range hits {
		out[i] = all[hit]
	}
	return out
}

// newcomer returns the type that was just added by hand: it got the next free id.
func newcomer(before, after domain.World) domain.RelationTypeID {
	id := domain.RelationTypeID(before.Next(domain.RelationTypeNoun))
	if after.Count(domain.RelationTypeNoun) != before.Count(domain.RelationTypeNoun)+1 {
		return ""
	}
	if _, ok := after.RelationType(id); !ok {
		return ""
	}
	return id
}

// of returns how often a type is used; all relations are counted once per world and day.
func (l *listing) of(s scene.Scene, id domain.RelationTypeID) uses {
	if l.uses == nil || l.counted != s.World || l.on != s.On {
		l.uses = map[domain.RelationTypeID]uses{}
		for r := range s.World.Relations() {
			u := l.uses[r.Type]
			u.all++
			if r.RunsOn(s.On) {
				u.running++
			}
			l.uses[r.Type] = u
		}
		l.counted, l.on = s.World, s.On
	}
	return l.uses[id]
}
