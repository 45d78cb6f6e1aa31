package steps

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// What is named of the past: whoever reads further has the journal.
const (
	mostTurns   = 60
	mostLatest  = 200
	turnsIndent = 2
)

// lines are what there is to say of the periodic check.
func (p past) lines(s scene.Scene, w int) []line {
	t, say := s.Theme, s.Words
	out := page{s: s, w: w}
	last, ever := s.World.LastCheck()
	if ever {
		out.text(t.Heading, 0, say.Say("periodic.last", say.Date(last.On), say.Ago(last.On, usual(s))))
		out.text(t.Text, 0, say.Say("periodic.what", words.Clean(last.Reason)))
	} else {
		out.text(t.Warning, 0, say.Say("periodic.never"))
	}
	out.text(t.Text, 0, " ")
	switch {
	case p.failed:
		out.text(t.Error, 0, say.Say("periodic.failed"))
	case p.waiting || p.told.apart || s.Head > 0 && !p.told.made:
		out.text(t.Faint, 0, say.Say("periodic.reading"))
	default:
		if ever {
			out.turns(p.told)
		}
		out.latest(p.told, ever)
	}
	for i := range out.lines {
		out.lines[i].can = true // all of it is read
	}
	return out.lines
}

// turns says who sees whom otherwise than then, worst first.
func (p *page) turns(told told) {
	t, words := p.s.Theme, p.s.Words
	switch {
	case !told.found:
	case told.heavy > 0:
		p.text(t.Warning, 0, words.Say("periodic.too-many", told.heavy))
		p.text(t.Text, 0, " ")
	case len(told.turns) == 0:
		p.text(t.Text, 0, words.Say("periodic.no-turns", words.Date(p.s.On)))
		p.text(t.Text, 0, " ")
	default:
		p.text(t.Heading, 0, words.Say("periodic.turns", len(told.turns)))
		for _, turn := range told.turns[:min(len(told.turns), mostTurns)] {
			p.text(t.Text, turnsIndent, words.Turn(turn, p.who))
		}
		p.more(len(told.turns) - mostTurns)
		p.text(t.Text, 0, " ")
	}
}

// latest lists the edits since, newest first; the newest of all where there never
// was a check.
func (p *page) latest(told told, ever bool) {
	t, w := p.s.Theme, p.s.Words
	if len(told.later) == 0 {
		if ever {
			p.text(t.Text, 0, w.Say("periodic.nothing"))
		}
		return
	}
	key := words.Key("periodic.newest")
	if told.found {
		key = "periodic.entries"
	}
	p.text(t.Heading, 0, w.Say(key, len(told.later)))
	for _, e := range told.later[:min(len(told.later), mostLatest)] {
		p.entry(e)
	}
	p.more(len(told.later) - mostLatest)
}

func (p *page) entry(e domain.Entry) {
	words := p.s.Words
	when := words.Date(domain.DateOf(e.At.In(p.s.Zone)))
	p.text(p.s.Theme.Text, turnsIndent, words.Say("periodic.entry", when, words.Summary(p.s.World, e)))
}

func (p *page) who(id domain.PersonID) string { return p.s.Words.Person(p.s.World, id) }

func (p *page) more(n int) {
	if n > 0 {
		p.text(p.s.Theme.Faint, turnsIndent, p.s.Words.Say("steps.more", n))
	}
}
