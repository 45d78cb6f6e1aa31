package steps

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The limits of what is read and compared here: more would make a person wait. The
// command line has no limit.
const (
	pageSize    = 200
	mostEntries = 10_000
	fewPeople   = 2_000 // up to this many, mostChanges are compared; beyond, fewChanges
	mostChanges = 2_000
	fewChanges  = 100
)

// periodicCheck is the journal from the newest entry back to the last periodic check,
// as far as it is read, with what changed. It is a value.
type periodicCheck struct {
	asked      bool
	head       domain.Seq // the newest entry when the journal was asked for
	waiting    bool
	failed     bool
	entries    []domain.Entry // newest first, without a gap
	comparison comparison
}

// comparison is what the entries changed, worked out once per world and date.
type comparison struct {
	world    domain.World
	on       domain.Date
	done     bool
	later    []domain.Entry // since the last check
	found    bool           // the check is among the entries
	turns    []sight.Turn
	tooMany  int  // the number of changes where they are too many to compare; else 0
	mismatch bool // the entries do not lead to world: another page is on its way
}

// Receive reads the journal back as far as the last check while the cursor is on the
// periodic check, and anew on every visit.
func (k listing) Receive(s scene.Scene, msg tea.Msg, at shelf.At) (shelf.Source, scene.Wish) {
	changed := false
	switch msg := msg.(type) {
	case scene.Arrived:
		k.check, changed = periodicCheck{}, true
	case scene.Page:
		k.check, changed = k.check.addPage(s, msg), true
	}
	var wish scene.Wish
	if at.Key == periodic {
		var read bool
		k.check, wish, read = k.check.advance(s)
		changed = changed || read
	}
	if !changed {
		return nil, nil
	}
	return k, wish
}

// advance asks for the newest page where the journal has grown, or for the next page
// back to the last check, or compares. It reports whether it did anything.
func (c periodicCheck) advance(s scene.Scene) (periodicCheck, scene.Wish, bool) {
	if !c.asked || c.head != s.Head {
		c = periodicCheck{asked: true, head: s.Head, waiting: s.Head > 0}
		if c.waiting {
			return c, scene.ReadJournal{Count: pageSize}, true
		}
	}
	switch {
	case c.waiting || c.failed:
		return c, nil, false
	case !c.complete(s):
		c.waiting = true
		return c, scene.ReadJournal{Before: c.entries[len(c.entries)-1].Seq, Count: pageSize}, true
	case c.comparison.done && c.comparison.world == s.World && c.comparison.on == s.On:
		return c, nil, false
	}
	c.comparison = newComparison(s, c.entries)
	return c, nil, true
}

// complete reports whether enough is read: back to the last check or, where there
// never was one, the newest page.
func (c periodicCheck) complete(s scene.Scene) bool {
	if len(c.entries) == 0 || len(c.entries) >= mostEntries || c.entries[len(c.entries)-1].Seq == 1 {
		return true
	}
	if _, ever := s.World.LastCheck(); !ever {
		return true
	}
	_, found := steps.Since(c.entries)
	return found
}

// addPage appends the page that was asked for. It drops a page that does not follow:
// an edit overtook it, or another screen asked for it.
func (c periodicCheck) addPage(s scene.Scene, page scene.Page) periodicCheck {
	if !c.waiting {
		return c
	}
	follows := len(page.Entries) > 0
	if follows {
		newest := page.Entries[0].Seq
		follows = len(c.entries) == 0 && newest >= c.head || len(c.entries) > 0 && newest+1 == c.entries[len(c.entries)-1].Seq
	}
	if !follows && page.Err == nil {
		return c
	}
	c.waiting, c.failed = false, page.Err != nil
	if follows {
		c.entries = append(slices.Clip(c.entries), page.Entries...)
	}
	c.comparison = comparison{}
	if !c.failed && c.complete(s) {
		c.comparison = newComparison(s, c.entries)
	}
	return c
}

// newComparison compares the scene's world with the one at the last check.
func newComparison(s scene.Scene, entries []domain.Entry) comparison {
	t := comparison{world: s.World, on: s.On, done: true}
	t.later, t.found = steps.Since(entries)
	if _, ever := s.World.LastCheck(); !ever || !t.found {
		return t
	}
	changes := steps.Changes(t.later)
	if isTooMuch(s.World, changes) {
		t.tooMany = len(changes)
		return t
	}
	var err error
	t.turns, err = steps.Turns(s.World, changes, s.On)
	t.mismatch = err != nil
	return t
}

// isTooMuch reports whether comparing would make a person wait. In a large
// institution one change of a reading or a relation type can turn every sightline.
func isTooMuch(w domain.World, changes []domain.Change) bool {
	if w.Count(domain.PersonNoun) <= fewPeople {
		return len(changes) > mostChanges
	}
	return len(changes) > fewChanges || slices.ContainsFunc(changes, func(c domain.Change) bool {
		return c.Institution != nil || c.RelationType != nil
	})
}

// openCheck opens the dialog that records the check, once there is something that
// can have been looked at.
func (c periodicCheck) openCheck(s scene.Scene) scene.Wish {
	if c.waiting || c.failed {
		return nil
	}
	return scene.Open{Dialog: newCheck(s, s.Words.CheckReason(s.World, c.comparison.later, s.Head)), Edits: true}
}

// The most turns and entries that are listed; the journal has the rest.
const (
	mostTurns   = 60
	mostLatest  = 200
	turnsIndent = 2
)

// periodic says when the last check was, and what changed since.
func (p *details) periodic(c periodicCheck) {
	t, w := p.Theme, p.Words
	last, ever := p.World.LastCheck()
	if ever {
		p.Text(t.Heading, 0, w.Say("periodic.last", w.Date(last.On), w.Ago(last.On, currentDay(p.Scene))))
		p.Text(t.Text, 0, w.Say("periodic.what", words.Clean(last.Reason)))
	} else {
		p.Text(t.Warning, 0, w.Say("periodic.never"))
	}
	p.Text(t.Text, 0, " ")
	switch {
	case c.failed:
		p.Text(t.Error, 0, w.Say("periodic.failed"))
	case c.waiting || c.comparison.mismatch || p.Head > 0 && !c.comparison.done:
		p.Text(t.Faint, 0, w.Say("periodic.reading"))
	default:
		if ever {
			p.turns(c.comparison)
		}
		p.latest(c.comparison, ever)
	}
}

// turns says which sightlines differ from those at the last check, worst first.
func (p *details) turns(c comparison) {
	t, words := p.Theme, p.Words
	switch {
	case !c.found:
	case c.tooMany > 0:
		p.Text(t.Warning, 0, words.Say("periodic.too-many", c.tooMany))
		p.Text(t.Text, 0, " ")
	case len(c.turns) == 0:
		p.Text(t.Text, 0, words.Say("periodic.no-turns", words.Date(p.On)))
		p.Text(t.Text, 0, " ")
	default:
		p.Text(t.Heading, 0, words.Say("periodic.turns", len(c.turns)))
		for _, turn := range c.turns[:min(len(c.turns), mostTurns)] {
			p.Text(t.Text, turnsIndent, words.Turn(turn, p.who))
		}
		p.more(turnsIndent, len(c.turns)-mostTurns)
		p.Text(t.Text, 0, " ")
	}
}

// latest lists the edits since the last check, newest first; without a check the
// newest of all.
func (p *details) latest(c comparison, ever bool) {
	t, w := p.Theme, p.Words
	if len(c.later) == 0 {
		if ever {
			p.Text(t.Text, 0, w.Say("periodic.nothing"))
		}
		return
	}
	key := words.Key("periodic.newest")
	if c.found {
		key = "periodic.entries"
	}
	p.Text(t.Heading, 0, w.Say(key, len(c.later)))
	for _, e := range c.later[:min(len(c.later), mostLatest)] {
		p.entry(e)
	}
	p.more(turnsIndent, len(c.later)-mostLatest)
}

func (p *details) entry(e domain.Entry) {
	words := p.Words
	when := words.Date(domain.DateOf(e.At.In(p.Zone)))
	p.Text(p.Theme.Text, turnsIndent, words.Say("periodic.entry", when, words.Summary(p.World, e)))
}

func (p *details) who(id domain.PersonID) string { return p.Words.Person(p.World, id) }

// newCheck records a periodic check. It opens with what was looked at as its reason.
func newCheck(s scene.Scene, reason string) scene.Dialog {
	return dialog.Form{
		Title: s.Words.Say("steps.periodic"),
		Lead:  []string{s.Words.Say("periodic.how")},
		Fields: widget.NewForm(widget.Field{Key: dialog.ReasonField, Label: s.Words.Say("periodic.reason"), Value: reason,
			Limit: dialog.ReasonLimit, Help: s.Words.Say("periodic.help")}),
		Save: "steps.act-mark",
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			return domain.DoneCheck{Reason: dialog.Text(f, dialog.ReasonField), On: currentDay(s)}
		},
	}
}
