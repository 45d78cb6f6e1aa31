package journal

import (
	"slices"
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/tell"
)

// loaded is the part of the journal that was read, with its texts: from the newest
// entry back without a gap. It is a value: earlier copies stay as they are.
type loaded struct {
	entries   []domain.Entry
	summaries []string // of each entry
	search    []string // what a filter looks in, folded

	world domain.World // its names stand in the summaries
	voice tell.Voice
}

// isComplete reports whether the very first entry is loaded.
func (l loaded) isComplete() bool { return len(l.entries) > 0 && l.oldest() == 1 }

func (l loaded) oldest() domain.Seq { return l.entries[len(l.entries)-1].Seq }

// addPage appends a page that follows the oldest entry. A page of the newest entries
// replaces all; any other page was overtaken by an edit and is dropped.
func (l loaded) addPage(s scene.Scene, page []domain.Entry) loaded {
	switch {
	case len(page) == 0:
		return l
	case len(l.entries) > 0 && page[0].Seq+1 == l.oldest():
		l.entries = append(slices.Clip(l.entries), page...)
		l.summaries, l.search = slices.Clip(l.summaries), slices.Clip(l.search)
		return l.addTexts(s, page)
	case len(l.entries) == 0 || page[0].Seq >= l.entries[0].Seq:
		next := loaded{entries: page, world: s.World, voice: s.Words.Voice()}
		return next.addTexts(s, page)
	}
	return l
}

// refresh makes the texts anew when names or language have changed.
func (l loaded) refresh(s scene.Scene) loaded {
	if l.world == s.World && l.voice == s.Words.Voice() {
		return l
	}
	next := loaded{entries: l.entries, world: s.World, voice: s.Words.Voice()}
	return next.addTexts(s, l.entries)
}

func (l loaded) addTexts(s scene.Scene, entries []domain.Entry) loaded {
	for _, e := range entries {
		summary := s.Words.Summary(s.World, e)
		l.summaries = append(l.summaries, summary)
		l.search = append(l.search, domain.LookUp(strings.Join([]string{
			number(e.Seq), s.Words.Moment(e.At, s.Zone), e.By.Name, e.By.Behalf, e.By.Reason, summary}, " ")))
	}
	return l
}

// matching are the indexes of the entries with every word of the folded query, newest
// first.
func (l loaded) matching(query string) []int {
	out, wanted := make([]int, 0, len(l.search)), strings.Fields(query)
	for i, text := range l.search {
		if shelf.Holds(text, wanted) {
			out = append(out, i)
		}
	}
	return out
}

// index is the index of the entry whose number is key.
func (l loaded) index(key string) (int, bool) {
	n, err := strconv.ParseUint(key, 10, 64)
	if err != nil || len(l.entries) == 0 || domain.Seq(n) > l.entries[0].Seq || domain.Seq(n) < l.oldest() {
		return 0, false
	}
	return int(l.entries[0].Seq - domain.Seq(n)), true
}

// number writes the number of an entry without separators: it is a name.
func number(n domain.Seq) string { return strconv.FormatUint(uint64(n), 10) }
