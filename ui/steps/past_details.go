package steps

import (
	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// What is named of the past: whoever reads further has the journal.
const (
	mostTurns   = 60
	mostLatest  = 200
	turnsIndent = 2
)

// check says when the check was done last, and what changed since.
func (p *page) check(of past) {
	t, w := p.Theme, p.Words
	last, ever := p.World.LastCheck()
	if ever {
		p.Text(t.Heading, 0, w.Say("periodic.last", w.Date(last.On), w.Ago(last.On, usual(p.Scene))))
		p.Text(t.Text, 0, w.Say("periodic.what", words.Clean(last.Reason)))
	} else {
		p.Text(t.Warning, 0, w.Say("periodic.never"))
	}
	p.Text(t.Text, 0, " ")
	switch {
	case of.failed:
		p.Text(t.Error, 0, w.Say("periodic.failed"))
	case of.waiting || of.since.apart || p.Head > 0 && !of.since.made:
		p.Text(t.Faint, 0, w.Say("periodic.reading"))
	default:
		if ever {
			p.turns(of.since)
		}
		p.latest(of.since, ever)
	}
}

// turns says who sees whom otherwise than then, worst first.
func (p *page) turns(since since) {
	t, words := p.Theme, p.Words
	switch {
	case !since.found:
	case since.heavy > 0:
		p.Text(t.Warning, 0, words.Say("periodic.too-many", since.heavy))
		p.Text(t.Text, 0, " ")
	case len(since.turns) == 0:
		p.Text(t.Text, 0, words.Say("periodic.no-turns", words.Date(p.On)))
		p.Text(t.Text, 0, " ")
	default:
		p.Text(t.Heading, 0, words.Say("periodic.turns", len(since.turns)))
		for _, turn := range since.turns[:min(len(since.turns), mostTurns)] {
			p.Text(t.Text, turnsIndent, words.Turn(turn, p.who))
		}
		p.more(turnsIndent, len(since.turns)-mostTurns)
		p.Text(t.Text, 0, " ")
	}
}

// latest lists the edits since, newest first; the newest of all where there never
// was a check.
func (p *page) latest(since since, ever bool) {
	t, w := p.Theme, p.Words
	if len(since.later) == 0 {
		if ever {
			p.Text(t.Text, 0, w.Say("periodic.nothing"))
		}
		return
	}
	key := words.Key("periodic.newest")
	if since.found {
		key = "periodic.entries"
	}
	p.Text(t.Heading, 0, w.Say(key, len(since.later)))
	for _, e := range since.later[:min(len(since.later), mostLatest)] {
		p.entry(e)
	}
	p.more(turnsIndent, len(since.later)-mostLatest)
}

func (p *page) entry(e domain.Entry) {
	words := p.Words
	when := words.Date(domain.DateOf(e.At.In(p.Zone)))
	p.Text(p.Theme.Text, turnsIndent, words.Say("periodic.entry", when, words.Summary(p.World, e)))
}

func (p *page) who(id domain.PersonID) string { return p.Words.Person(p.World, id) }
