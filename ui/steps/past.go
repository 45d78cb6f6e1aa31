package steps

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
)

// How much is read and compared before somebody waits for it. Beyond it the
// command line tells everything.
const (
	pageSize    = 200
	mostEntries = 10_000
	fewPeople   = 2_000 // up to this many, mostChanges are compared; beyond, fewChanges
	mostChanges = 2_000
	fewChanges  = 100
)

// past is what was read of the journal, from the newest entry back as far as the
// last periodic check, and what it says. It is a value.
type past struct {
	asked   bool
	head    domain.Seq // up to which entry it was asked
	waiting bool
	failed  bool
	entries []domain.Entry // newest first, without a gap
	since   since
}

// since is what the entries mean, worked out once per world and date.
type since struct {
	world domain.World
	on    domain.Date
	made  bool
	later []domain.Entry // since the last check
	found bool           // the check is among the entries
	turns []sight.Turn
	heavy int  // so many changes that they were not compared; 0: they were
	apart bool // the entries lead to another world: another page is on its way
}

// Receive reads the journal back as far as the last check while the cursor is on the
// periodic check, and anew on every visit.
func (k listing) Receive(s scene.Scene, msg tea.Msg, at shelf.At) (shelf.Source, scene.Wish) {
	changed := false
	switch msg := msg.(type) {
	case scene.Arrived:
		k.past, changed = past{}, true
	case scene.Page:
		k.past, changed = k.past.with(s, msg), true
	}
	var wish scene.Wish
	if at.Key == periodic {
		var read bool
		k.past, wish, read = k.past.next(s)
		changed = changed || read
	}
	if !changed {
		return nil, nil
	}
	return k, wish
}

// next asks for the journal where it has grown, or goes on as far as the last check.
// It reports whether that changed anything.
func (p past) next(s scene.Scene) (past, scene.Wish, bool) {
	if !p.asked || p.head != s.Head {
		p = past{asked: true, head: s.Head, waiting: s.Head > 0}
		if p.waiting {
			return p, scene.ReadJournal{Count: pageSize}, true
		}
	}
	switch {
	case p.waiting || p.failed:
		return p, nil, false
	case !p.enough(s):
		p.waiting = true
		return p, scene.ReadJournal{Before: p.entries[len(p.entries)-1].Seq, Count: pageSize}, true
	case p.since.made && p.since.world == s.World && p.since.on == s.On:
		return p, nil, false
	}
	p.since = sinceCheck(s, p.entries)
	return p, nil, true
}

// enough reports whether one need not read on: the check was met, or there never
// was one and the newest entries do.
func (p past) enough(s scene.Scene) bool {
	if len(p.entries) == 0 || len(p.entries) >= mostEntries || p.entries[len(p.entries)-1].Seq == 1 {
		return true
	}
	if _, ever := s.World.LastCheck(); !ever {
		return true
	}
	_, found := steps.Since(p.entries)
	return found
}

// with takes up a page that was asked for; one that an edit overtook, or that
// another screen asked for, is none of ours.
func (p past) with(s scene.Scene, page scene.Page) past {
	if !p.waiting {
		return p
	}
	next := len(page.Entries) > 0
	if next {
		newest := page.Entries[0].Seq
		next = len(p.entries) == 0 && newest >= p.head || len(p.entries) > 0 && newest+1 == p.entries[len(p.entries)-1].Seq
	}
	if !next && page.Err == nil {
		return p
	}
	p.waiting, p.failed = false, page.Err != nil
	if next {
		p.entries = append(slices.Clip(p.entries), page.Entries...)
	}
	p.since = since{}
	if !p.failed && p.enough(s) {
		p.since = sinceCheck(s, p.entries)
	}
	return p
}

// sinceCheck works out what entries mean in the scene's world.
func sinceCheck(s scene.Scene, entries []domain.Entry) since {
	t := since{world: s.World, on: s.On, made: true}
	t.later, t.found = steps.Since(entries)
	if _, ever := s.World.LastCheck(); !ever || !t.found {
		return t
	}
	changes := steps.Changes(t.later)
	if tooHeavy(s.World, changes) {
		t.heavy = len(changes)
		return t
	}
	var err error
	t.turns, err = steps.Turns(s.World, changes, s.On)
	t.apart = err != nil
	return t
}

// tooHeavy reports whether comparing would make somebody wait: a reading alone can
// turn what everybody sees.
func tooHeavy(w domain.World, changes []domain.Change) bool {
	if w.Count(domain.PersonNoun) <= fewPeople {
		return len(changes) > mostChanges
	}
	return len(changes) > fewChanges || slices.ContainsFunc(changes, func(c domain.Change) bool {
		return c.Institution != nil || c.RelationType != nil
	})
}

// mark wishes the dialog that records the check; not before there is something to
// have looked at.
func (p past) mark(s scene.Scene) scene.Wish {
	if p.waiting || p.failed {
		return nil
	}
	return scene.Open{Dialog: newCheck(s, s.Words.CheckReason(s.World, p.since.later, s.Head)), Edits: true}
}
