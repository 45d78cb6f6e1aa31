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

// title says who reads what.
func (d reading) title(s scene.Scene) string {
	w, by := s.Words, s.Words.Person(s.World, d.what.Reader)
	switch r := d.what; {
	case d.fixed != nil:
		return d.fixed.title
	case r.Conversation > 0:
		return w.Say("rehearse.conversation-as", by, some(s, d.talk.With))
	case r.Group != "":
		return w.Say("rehearse.reports-as", by, w.Group(s.World, r.Group))
	case r.Client != "":
		return w.Say("rehearse.reports-as", by, w.Person(s.World, r.Client))
	case r.Earlier:
		return w.Say("rehearse.reports-as", by, w.Say("rehearse.about-before"))
	case r.News != "":
		return w.Say("rehearse.news-as", by, words.Clean(r.News))
	case r.Followed > 0:
		return w.Say("rehearse.followed-as", by, words.Clean(s.Rehearsal.Act(r.Followed).Name))
	}
	return w.Say("rehearse.act-title", d.what.Act)
}

// text is what is read, in lines of at most w cells.
func (d reading) text(s scene.Scene, w int) []string {
	if s.Rehearsal == nil {
		return nil
	}
	p := paper{s: s, w: w, most: 2}
	switch r := d.what; {
	case d.fixed != nil:
		for line := range strings.SplitSeq(d.fixed.text, "\n") {
			p.say(dialog.PlainTone, line)
		}
	case r.Conversation > 0:
		d.conversationText(&p)
	case r.Group != "", r.Client != "", r.Earlier:
		d.reportsText(&p)
	case r.News != "":
		n, _ := d.news(s)
		for _, one := range n.Posts {
			p.written(one)
		}
		if len(n.Posts) == 0 {
			p.say(dialog.QuietTone, s.Words.Say("rehearse.no-posts"))
		}
	case r.Followed > 0:
		d.followedText(&p)
	default:
		a := s.Rehearsal.Act(d.what.Act)
		p.say(dialog.PlainTone, s.Words.Act(s.World, a, func(id domain.PersonID) string { return s.Words.Person(s.World, id) }))
		if a.Reason != "" {
			p.say(dialog.QuietTone, s.Words.Field(dialog.ReasonField)+": "+words.Clean(a.Reason))
		}
		p.most = 20
		p.coordinator(d.what.Act)
	}
	return p.lines
}

// paper is a text that is being written.
type paper struct {
	s     scene.Scene
	most  int // grounds that are named
	w     int
	lines []string
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
	s := p.s
	if said := s.Aside(act, p.most); len(said) > 0 {
		p.aside(strings.Join(said, " "))
	}
	p.lines = append(p.lines, "")
}

func (d reading) conversationText(p *paper) {
	s := p.s
	c := d.talk
	if c.ID == 0 {
		p.say(dialog.QuietTone, s.Words.Say("rehearse.gone"))
		return
	}
	for _, m := range c.Messages {
		head := s.Words.LongDate(m.On) + " · " + s.Words.Person(s.World, m.From)
		if slices.Contains(d.fresh, m.Act) {
			head = "● " + head + " · " + s.Words.Say("rehearse.new")
		}
		p.say(dialog.HeadTone, head)
		p.say(dialog.PlainTone, s.Words.Filled(s.World, m.Text))
		p.coordinator(m.Act)
	}
	if len(c.MayAnswer) == 0 {
		p.aside(s.Words.Say("rehearse.closed-for", s.Words.Person(s.World, d.what.Reader)))
	}
}

// written says a report or post as its reader reads it.
func (p *paper) written(one rehearsal.Written) {
	s := p.s
	by := s.Words.Say("rehearse.somebody")
	if one.By != "" {
		by = s.Words.Person(s.World, one.By)
	}
	p.say(dialog.HeadTone, s.Words.LongDate(one.On)+" · "+by)
	p.say(dialog.PlainTone, s.Words.Filled(s.World, one.Text))
	p.coordinator(one.Act)
}

// reported are the reports that are shown.
func (d reading) reported(s scene.Scene) []rehearsal.Reported {
	groups, clients := s.Rehearsal.Reports(d.what.Reader, d.choice)
	return slices.DeleteFunc(append(groups, clients...), func(r rehearsal.Reported) bool { return r.Group != d.what.Group || r.Client != d.what.Client })
}

func (d reading) reportsText(p *paper) {
	s, shown := p.s, 0
	if len(d.choice.ByRole) > 0 {
		p.say(dialog.QuietTone, s.Words.Say("rehearse.only-role", s.Words.RoleWord(d.choice.ByRole[0])))
	}
	for _, r := range d.reported(s) {
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

func (d reading) followedText(p *paper) {
	s := p.s
	_, followed := s.Rehearsal.Programmes(d.what.Reader)
	for _, one := range followed {
		if one.Act != d.what.Followed {
			continue
		}
		for _, to := range one.To {
			p.say(dialog.PlainTone, s.Words.Say("rehearse.follower", s.Words.Person(s.World, to.Person), s.Words.State(to.State)))
		}
	}
	p.coordinator(d.what.Followed)
}
