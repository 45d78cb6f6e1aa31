package journal

import (
	"slices"
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/words"
)

// loaded is the part of the journal that was read, from the newest entry back
// without a gap, in words. It is a value: older ones stay as they are.
type loaded struct {
	entries []domain.Entry
	said    []string // the summary of each
	search  []string // what a filter looks in, folded

	world    domain.World // in whose names the summaries are said
	language words.Language
}

// whole reports whether the first entry of all is there.
func (l loaded) whole() bool { return len(l.entries) > 0 && l.oldest() == 1 }

func (l loaded) oldest() domain.Seq { return l.entries[len(l.entries)-1].Seq }

// with takes up a page. One that goes on where the last entry stands is added,
// one from the newest entry on replaces; any other was overtaken by an edit.
func (l loaded) with(s scene.Scene, page []domain.Entry) loaded {
	switch {
	case len(page) == 0:
		return l
	case len(l.entries) > 0 && page[0].Seq+1 == l.oldest():
		l.entries = append(slices.Clip(l.entries), page...)
		l.said, l.search = slices.Clip(l.said), slices.Clip(l.search)
		return l.say(s, page)
	case len(l.entries) == 0 || page[0].Seq >= l.entries[0].Seq:
		fresh := loaded{entries: page, world: s.World, language: s.Words.Language()}
		return fresh.say(s, page)
	}
	return l
}

// resaid says everything anew where names or language are others now.
func (l loaded) resaid(s scene.Scene) loaded {
	if l.world == s.World && l.language == s.Words.Language() {
		return l
	}
	fresh := loaded{entries: l.entries, world: s.World, language: s.Words.Language()}
	return fresh.say(s, l.entries)
}

func (l loaded) say(s scene.Scene, entries []domain.Entry) loaded {
	for _, e := range entries {
		summary := s.Words.Summary(s.World, e)
		l.said = append(l.said, summary)
		l.search = append(l.search, words.Fold(strings.Join([]string{
			number(e.Seq), s.Words.Moment(e.At, s.Zone), e.By.Name, e.By.Behalf, e.By.Reason, summary}, " ")))
	}
	return l
}

// matching are the entries that have every word of the folded query, newest first.
func (l loaded) matching(query string) []int {
	out, wanted := make([]int, 0, len(l.search)), strings.Fields(query)
	for i, text := range l.search {
		if shelf.Holds(text, wanted) {
			out = append(out, i)
		}
	}
	return out
}

// at is where the entry of a number stands.
func (l loaded) at(key string) (int, bool) {
	n, err := strconv.ParseUint(key, 10, 64)
	if err != nil || len(l.entries) == 0 || domain.Seq(n) > l.entries[0].Seq || domain.Seq(n) < l.oldest() {
		return 0, false
	}
	return int(l.entries[0].Seq - domain.Seq(n)), true
}

// number writes the number of an entry: never grouped, for it is a name.
func number(n domain.Seq) string { return strconv.FormatUint(uint64(n), 10) }
