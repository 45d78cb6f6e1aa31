package page

import (
	"io"
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/signal"
	"zichtlijn/store/exchange/document"
	"zichtlijn/ui/picture/draw"
	"zichtlijn/ui/words"
)

// Chain is where the journal stood when a page was made.
type Chain struct {
	Entries domain.Seq
	Code    string // see Code; empty: there is no journal
}

// Code writes the hash of an entry so that it can be typed over from paper.
func Code(hash string) string {
	var parts []string
	for len(hash) > codePart {
		parts, hash = append(parts, hash[:codePart]), hash[codePart:]
	}
	return strings.Join(append(parts, hash), "-")
}

const codePart = 8 // digits between two hyphens

// Institution writes the whole set-up for a privacy officer. It names whom agreements and
// signals are about.
func Institution(out io.Writer, s draw.Subject, c Chain) error {
	s.Words = s.Words.Spoken()
	say := s.Words.Say
	title := say("page.institution.title")
	if name := s.Words.Clean(s.World.Institution().Name); name != "" {
		title = say("page.institution.title-of", name)
	}
	agreed, found := sight.Verdicts(s.World, s.On), signal.Look(s.World, s.On)
	var in names
	in.agreements(s, agreed)
	in.signals(s, found)
	s = s.Apart(in.ids)
	return write(out, s, title, say("page.institution.confidential"), func(p writer) {
		p.Warning(say("page.institution.confidential"))
		p.sentence(say("page.on", s.Words.FullDate(s.On)))
		p.part(say("page.institution.proof"), func() { p.proof(c) })
		p.part(say("page.institution.groups"), func() { p.table(p.settings(), say("page.institution.no-groups")) })
		p.part(say("page.institution.matrix"), func() {
			d := draw.Matrix(s)
			p.picture(d)
			p.Line("h3", say("picture.in-words"))
			p.sentence(d.InWords())
		})
		p.part(say("page.institution.readings"), func() {
			p.sentence(say("page.institution.readings-lead"))
			p.Table(p.readings())
		})
		p.part(say("page.agreements"), func() { p.agreements(agreed, say("page.institution.no-agreements")) })
		p.part(say("page.institution.open"), func() {
			if len(found.Open) > mostListed {
				p.Table(p.sorts(found.Open))
			}
			p.table(p.open(found.Open), say("page.institution.none-open"))
		})
		p.part(say("page.institution.accepted"), func() { p.table(p.accepted(found.Accepted), say("page.institution.none-accepted")) })
	})
}

func (p writer) proof(c Chain) {
	if c.Code == "" {
		p.sentence(p.Words.Say("page.institution.no-journal"))
		return
	}
	p.sentence(p.Words.Say("page.institution.entries", int(c.Entries)))
	p.Line(`p class="code"`, c.Code)
	p.sentence(p.Words.Say("page.institution.verify"))
}

// settings are the groups with their setting, and how many members have each role.
func (p writer) settings() document.Table {
	out := document.Table{Caption: p.Words.Say("page.institution.groups-caption"), Heads: []string{p.Words.Say("page.institution.group"), p.Words.Say("page.institution.setting")}}
	roles := append(asked(), domain.CounselorPlus)
	for _, r := range roles {
		out.Heads = append(out.Heads, p.Words.RoleWord(r))
	}
	for g := range p.World.Groups() {
		row := []string{p.group(g.ID), p.Words.Visibility(g.Visibility)}
		count := map[domain.Role]int{}
		for _, m := range p.World.MembersOn(g.ID, p.On) {
			count[m.As]++
		}
		for _, r := range roles {
			row = append(row, strconv.Itoa(count[r]))
		}
		out.Rows = append(out.Rows, row)
	}
	words.SortBy(out.Rows, func(row []string) string { return words.SortKey(row[0]) })
	return out
}

func (p writer) readings() document.Table {
	out := document.Table{Caption: p.Words.Say("page.institution.readings-caption"),
		Heads: []string{p.Words.Say("page.institution.question"), p.Words.Say("page.institution.answer"), p.Words.Say("page.institution.usual")}}
	for _, r := range domain.AllReadings() {
		out.Rows = append(out.Rows, []string{p.Words.ReadingQuestion(r), p.Words.YesNo(p.World.Readings().On(r)), p.Words.YesNo(r.Default())})
	}
	return out
}

func (p writer) open(all []signal.Signal) document.Table {
	out := document.Table{Caption: p.Words.Say("page.institution.open-caption"), Heads: []string{p.Words.Say("page.institution.signal"), p.Words.Say("page.institution.sort")}}
	for _, s := range all {
		out.Rows = append(out.Rows, []string{p.Words.Signal(p.person, p.World, p.On, s), p.Words.SignalTitle(s.Code)})
	}
	return out
}

// mostListed is how many signals need no table that counts them by sort before they are listed:
// of a large institution the list is hundreds of sheets.
const mostListed = 50

// sorts counts signals by what they are about, in the order in which they are listed.
func (p writer) sorts(all []signal.Signal) document.Table {
	out := document.Table{Caption: p.Words.Say("page.institution.sorts-caption", len(all)), Heads: []string{p.Words.Say("page.institution.sort"), p.Words.Say("page.institution.count")}}
	for len(all) > 0 {
		code, n := all[0].Code, 0
		for n < len(all) && all[n].Code == code {
			n++
		}
		out.Rows, all = append(out.Rows, []string{p.Words.SignalTitle(code), strconv.Itoa(n)}), all[n:]
	}
	return out
}

func (p writer) accepted(all []signal.Accepted) document.Table {
	out := document.Table{Caption: p.Words.Say("page.institution.accepted-caption"),
		Heads: []string{p.Words.Say("page.institution.signal"), p.Words.Say("page.institution.reason"), p.Words.Say("page.institution.by"), p.Words.Say("page.institution.on")}}
	for _, a := range all {
		out.Rows = append(out.Rows, []string{p.Words.Signal(p.person, p.World, p.On, a.Signal), p.Words.Clean(a.Acceptance.Reason), p.Words.Clean(a.Acceptance.By), p.Words.Date(a.Acceptance.On)})
	}
	return out
}
