package types

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// stock is what a shelf lists: the relation types, or the access roles. Its
// records are known by their id.
type stock interface {
	noun() domain.Noun
	words() labels
	// all gives every record by name.
	all(s scene.Scene) []entry
	// head and row are one line of the list, w cells wide.
	head(s scene.Scene, w int) string
	row(s scene.Scene, id string, w int, state widget.RowState, focused bool) string
	// about is what there is to know of a record, in lines of w cells.
	about(s scene.Scene, id string, w int) []line
	// actions and wish are what keys do; id is empty where the list is, and the
	// assignment is the one under the cursor, if any.
	actions(s scene.Scene, id string, at domain.AssignmentKey) []scene.Action
	wish(s scene.Scene, key, id string, at domain.AssignmentKey) scene.Wish
}

// labels are the words of a stock.
type labels struct {
	name, all, some, none lang.Key
	one                   lang.Key // one of them by name
	other                 lang.Key // the list that tab turns to
	turn                  lang.Key // the same, in the edge of the frame
}

// entry is one record of a list: what it is called, and what a filter reads.
type entry struct{ id, name, search string }

// finding remembers what a filter found and what was told of the record under
// the cursor, so that a frame costs what it shows. It belongs to the one
// goroutine of the screen, like scene.Roster.
type finding struct {
	world    domain.World
	language lang.Language
	query    string
	known    bool
	all      []entry
	found    []entry
	newcomer string // what came in since: the cursor goes there

	told  telling
	lines []line
}

// telling is on what the lines about a record depend.
type telling struct {
	world    domain.World
	on       domain.Date
	ended    bool
	language lang.Language
	theme    theme.Kind
	id       string
	w        int
}

// of returns the records that have every word of the folded query, by name.
func (f *finding) of(s scene.Scene, from stock, query string) []entry {
	same := f.known && f.world == s.World && f.language == s.Words.Language()
	if same && f.query == query {
		return f.found
	}
	if !same {
		if f.known && f.world != s.World {
			f.newcomer = newcomer(from.noun(), f.world, s.World)
		}
		f.all = from.all(s)
	}
	f.found = f.all
	if query != "" {
		f.found = filter(f.all, query)
	}
	f.world, f.language, f.query, f.known = s.World, s.Words.Language(), query, true
	return f.found
}

func filter(all []entry, query string) []entry {
	texts := make([]string, len(all))
	for i, one := range all {
		texts[i] = one.search
	}
	hits := widget.Words(query, texts)
	slices.Sort(hits) // a list keeps its order by name; the best hit is for a picker
	out := make([]entry, len(hits))
	for i, hit := range hits {
		out[i] = all[hit]
	}
	return out
}

// newcomer returns the record that was just added by hand: it got the next free id.
func newcomer(noun domain.Noun, before, after domain.World) string {
	id := before.Next(noun)
	if after.Count(noun) != before.Count(noun)+1 || !after.Has(domain.Ref{Noun: noun, Key: id}) {
		return ""
	}
	return id
}

// about returns the lines about a record.
func (f *finding) about(s scene.Scene, from stock, id string, w int) []line {
	now := telling{s.World, s.On, s.ShowEnded, s.Words.Language(), s.Theme.Kind, id, w}
	if f.lines == nil || f.told != now {
		f.lines, f.told = from.about(s, id, w), now
	}
	return f.lines
}
