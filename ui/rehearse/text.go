package rehearse

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// paper is a text that is being written: what one person reads, and what only the
// coordinator knows of it.
type paper struct {
	text
	s    scene.Scene
	w    int
	most int // grounds that are named
	what scene.ReadIn
	by   string // who reads
}

// written writes what somebody reads. fresh are the messages that were unread when it was
// opened.
func written(what scene.ReadIn, fresh []int, c rehearsal.Choice) writing {
	return func(s scene.Scene, w int) text {
		p := paper{s: s, w: w, most: 2, what: what, by: s.Words.Person(s.World, what.Reader)}
		switch {
		case s.Rehearsal == nil:
		case what.Conversation > 0:
			p.conversation(fresh)
		case what.Group != "", what.Client != "", what.Earlier:
			p.reports(c)
		case what.News != "":
			p.news()
		case what.Followed > 0:
			p.followed()
		default:
			p.act()
		}
		return p.text
	}
}

func (p *paper) say(tone dialog.Tone, text string) {
	p.lines = append(p.lines, dialog.Remarks{tone.Remark(text)}.Lines(p.s.Theme, p.w)...)
}

// aside says what only the coordinator may know, set apart from what is read.
func (p *paper) aside(text string) {
	for _, line := range widget.Wrap(p.s.Theme.Measure, p.s.Words.Say("rehearse.aside", text), p.w-2) {
		p.lines = append(p.lines, widget.Paint(p.s.Theme.Coordinator, "┆ "+line))
	}
}

// coordinator says on which ground an act went and who can read it now.
func (p *paper) coordinator(act int) {
	if said := p.s.Aside(act, p.most); len(said) > 0 {
		p.aside(strings.Join(said, " "))
	}
	p.lines = append(p.lines, "")
}

// said is a message, report or post as it is read, under a head.
func (p *paper) said(act int, head, text string) {
	p.say(dialog.HeadTone, head)
	p.say(dialog.PlainTone, p.s.Words.Filled(p.s.World, text))
	p.coordinator(act)
}

// written says a report or post.
func (p *paper) written(one rehearsal.Written) {
	by := p.s.Words.Say("rehearse.somebody")
	if one.By != "" {
		by = p.s.Words.Person(p.s.World, one.By)
	}
	p.said(one.Act, p.s.Words.LongDate(one.On)+" · "+by, one.Text)
}

// may offers the reader to write.
func (p *paper) may(name words.Key, a rehearsal.Act) {
	a.By = p.what.Reader
	p.actions = append(p.actions, scene.Wishes("a", name, scene.Compose{Draft: a}, "enter"))
}

// conversation is one of the reader; zero: they have none of that number.
func conversation(s scene.Scene, what scene.ReadIn) rehearsal.Conversation {
	for _, c := range s.Rehearsal.Inbox(what.Reader) {
		if c.ID == what.Conversation {
			return c
		}
	}
	return rehearsal.Conversation{}
}

func (p *paper) conversation(fresh []int) {
	s, c := p.s, conversation(p.s, p.what)
	p.title = s.Words.Say("rehearse.conversation-as", p.by, some(s, c.With))
	if c.ID == 0 {
		p.say(dialog.QuietTone, s.Words.Say("rehearse.gone"))
		return
	}
	for _, m := range c.Messages {
		head := s.Words.LongDate(m.On) + " · " + s.Words.Person(s.World, m.From)
		if slices.Contains(fresh, m.Act) {
			head = "● " + head + " · " + s.Words.Say("rehearse.new")
		}
		p.said(m.Act, head, m.Text)
	}
	if len(c.MayAnswer) == 0 {
		p.aside(s.Words.Say("rehearse.closed-for", p.by))
		return
	}
	p.may("rehearse.answer", rehearsal.Act{Kind: rehearsal.Answer, Of: c.ID})
}

func (p *paper) reports(c rehearsal.Choice) {
	s, shown := p.s, 0
	p.title = s.Words.Say("rehearse.reports-as", p.by, s.About(p.what))
	if !p.what.Earlier {
		p.may("rehearse.write", rehearsal.Act{Kind: rehearsal.Report, Group: p.what.Group, Client: p.what.Client})
	}
	p.mayChoose(c)
	if len(c.ByRole) > 0 {
		p.say(dialog.QuietTone, s.Words.Say("rehearse.only-role", s.Words.RoleWord(c.ByRole[0])))
	}
	groups, clients := s.Rehearsal.Reports(p.what.Reader, c)
	for _, r := range append(groups, clients...) {
		if r.Group != p.what.Group || r.Client != p.what.Client {
			continue
		}
		for _, day := range r.Days {
			for _, one := range day.Reports {
				p.written(one)
				shown++
			}
		}
		if r.Older > 0 {
			p.say(dialog.QuietTone, s.Words.Say("rehearse.older-days", r.Older))
		}
	}
	if shown == 0 {
		p.say(dialog.QuietTone, strings.TrimSpace(s.Words.Say("rehearse.no-reports")))
	}
}

// mayChoose offers the reports of the next role, and those of all days.
func (p *paper) mayChoose(now rehearsal.Choice) {
	p.actions = append(p.actions, scene.Action{Key: "f", Name: "rehearse.by-role"}, scene.Action{Key: "o", Name: "rehearse.earlier-days"})
	p.turns = map[string]writing{
		"f": written(p.what, nil, rehearsal.Choice{ByRole: nextRole(now.ByRole), AllDays: now.AllDays}),
		"o": written(p.what, nil, rehearsal.Choice{ByRole: now.ByRole, AllDays: true}),
	}
}

// nextRole is the role whose reports are read after those of another, and after the last
// everybody's (H10).
func nextRole(now []domain.Role) []domain.Role {
	roles, at := domain.MemberRoles(), 0
	if len(now) > 0 {
		at = slices.Index(roles, now[0]) + 1
	}
	return roles[at:min(at+1, len(roles))]
}

func (p *paper) news() {
	s := p.s
	p.title = s.Words.Say("rehearse.news-as", p.by, words.Clean(p.what.News))
	for _, n := range s.Rehearsal.News(p.what.Reader) {
		if n.Name != p.what.News {
			continue
		}
		if n.MayPost {
			p.may("rehearse.write", rehearsal.Act{Kind: rehearsal.Post, Name: n.Name})
		}
		for _, one := range n.Posts {
			p.written(one)
		}
	}
	if len(p.lines) == 0 {
		p.say(dialog.QuietTone, s.Words.Say("rehearse.no-posts"))
	}
}

func (p *paper) followed() {
	s := p.s
	p.title = s.Words.Say("rehearse.followed-as", p.by, words.Clean(s.Rehearsal.Act(p.what.Followed).Name))
	_, followed := s.Rehearsal.Programmes(p.what.Reader)
	for _, one := range followed {
		if one.Act != p.what.Followed {
			continue
		}
		for _, to := range one.To {
			p.say(dialog.PlainTone, s.Words.Say("rehearse.follower", s.Words.Person(s.World, to.Person), s.Words.State(to.State)))
		}
	}
	p.coordinator(p.what.Followed)
}

// act is one act, for the coordinator.
func (p *paper) act() {
	s, a := p.s, p.s.Rehearsal.Act(p.what.Act)
	p.title = s.Words.Say("rehearse.act-title", p.what.Act)
	p.say(dialog.PlainTone, s.Acted(a))
	if a.Reason != "" {
		p.say(dialog.QuietTone, s.Words.Field(dialog.ReasonField)+": "+words.Clean(a.Reason))
	}
	p.most = 20
	p.coordinator(p.what.Act)
}
