package rehearse

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// reading shows what one person reads, and what only the coordinator knows of it. It is
// made anew of every rehearsal that is shown: an answer appears in it.
type reading struct {
	what   scene.ReadIn
	talk   rehearsal.Conversation // of Conversation; zero: its reader has none of that number
	fixed  *printed
	fresh  []int // the messages that were unread when it opened
	choice rehearsal.Choice
	page   dialog.Page
	of     *scene.Rehearsing
	scroll dialog.Scroll
}

var _ scene.Dialog = reading{}

// Read shows what somebody reads, a conversation from its end.
func Read(s scene.Scene, what scene.ReadIn) scene.Dialog {
	d := reading{what: what}.sync(s)
	for _, m := range d.talk.Messages {
		if m.Unread {
			d.fresh = append(d.fresh, m.Act)
		}
	}
	d.of = nil
	d = d.sync(s)
	if what.Conversation > 0 {
		d.scroll = d.scroll.By(len(d.lines(s)), len(d.lines(s)), d.sheet(s).Body.H)
	}
	return d
}

// printed is what a step of a story printed.
type printed struct{ title, text string }

// Text shows what a step of a story printed; the next step is a key away.
func Text(title, text string) scene.Dialog { return reading{fixed: &printed{title, text}} }

func (d reading) sync(s scene.Scene) reading {
	if d.of != s.Rehearsal || d.of == nil {
		d.of, d.talk = s.Rehearsal, rehearsal.Conversation{}
		if s.Rehearsal != nil && d.what.Conversation > 0 {
			for _, c := range s.Rehearsal.Inbox(d.what.Reader) {
				if c.ID == d.what.Conversation {
					d.talk = c
				}
			}
		}
		d.page = dialog.NewPage(s, d.width(s)-2, d.text)
	}
	return d
}

func (d reading) lines(s scene.Scene) []string { return d.page.Lines(s, d.width(s)-2) }

func (d reading) width(s scene.Scene) int { return dialog.BodyWidth(s, 84) }

func (d reading) sheet(s scene.Scene) dialog.Sheet {
	var hints []widget.Hint
	shown := map[string]string{"space": s.Words.Say("hint.space")}
	for _, a := range d.actions(s) {
		hints = append(hints, widget.Hint{Key: a.Key, Show: shown[a.Key], Text: s.Words.Say(a.Name)})
	}
	hints = append(hints, widget.Hint{Key: "esc", Text: s.Words.Say("hint.close")})
	sheet := dialog.NewSheet(s, d.title(s), hints, d.width(s), min(max(len(d.lines(s)), 6), max(s.Size.H-6, 7)))
	if len(d.lines(s)) > sheet.Body.H {
		sheet = sheet.WithHint(dialog.ReadOn(s.Words))
	}
	return sheet
}

// actions are what the reader may do from here.
func (d reading) actions(s scene.Scene) []scene.Action {
	if s.Rehearsal == nil {
		return nil
	}
	write := func(name rehearsal.Kind, a rehearsal.Act) []scene.Action {
		a.Kind, a.By = name, d.what.Reader
		key := scene.Action{Key: "a", Also: []string{"enter"}, Name: "rehearse.write"}
		if name == rehearsal.Answer {
			key.Name = "rehearse.answer"
		}
		key.Wish = func() scene.Wish { return scene.Compose{Draft: a} }
		return []scene.Action{key}
	}
	overview := []scene.Action{{Key: "f", Name: "rehearse.by-role"}, {Key: "o", Name: "rehearse.earlier-days"}}
	switch r := d.what; {
	case d.fixed != nil:
		return []scene.Action{{Key: "space", Name: "act.story-next", Wish: func() scene.Wish { return scene.Several{scene.Close{}, scene.NextStep{}} }}}
	case r.Conversation > 0:
		if len(d.talk.MayAnswer) > 0 {
			return write(rehearsal.Answer, rehearsal.Act{Of: r.Conversation})
		}
	case r.Earlier:
		return overview
	case r.Group != "" || r.Client != "":
		return append(write(rehearsal.Report, rehearsal.Act{Group: r.Group, Client: r.Client}), overview...)
	case r.News != "":
		if n, ok := d.news(s); ok && n.MayPost {
			return write(rehearsal.Post, rehearsal.Act{Name: r.News})
		}
	}
	return nil
}

func (d reading) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	d = d.sync(s)
	n, h := len(d.lines(s)), d.sheet(s).Body.H
	d.scroll = d.scroll.By(0, n, h)
	switch msg := msg.(type) {
	case scene.Clicked:
		if key, ok := d.sheet(s).Key(s.Theme, msg); ok {
			return d.Update(s, key)
		}
		d.scroll = d.scroll.By(msg.Wheel, n, h)
	case tea.KeyPressMsg:
		if _, wish, ok := scene.Answer(nil, d.actions(s), msg.String()); ok {
			return d, wish
		}
		switch msg.String() {
		case "esc", "enter":
			return d, scene.Close{}
		case "f":
			return d.nextRole(s), nil
		case "o":
			d.choice.AllDays = true
			d.of = nil
			return d.sync(s), nil
		}
		if by, ok := map[string]int{"up": -1, "k": -1, "down": 1, "j": 1, "pgup": 1 - h, "pgdown": h - 1, "g": -n, "G": n}[msg.String()]; ok {
			d.scroll = d.scroll.By(by, n, h)
		}
	}
	return d, nil
}

// nextRole reads the reports of the next role, and after the last everybody's (H10).
func (d reading) nextRole(s scene.Scene) reading {
	roles := domain.MemberRoles()
	at := 0
	if len(d.choice.ByRole) > 0 {
		at = slices.Index(roles, d.choice.ByRole[0]) + 1
	}
	d.choice.ByRole = nil
	if at < len(roles) {
		d.choice.ByRole = roles[at : at+1]
	}
	d.of = nil
	return d.sync(s)
}

func (d reading) View(s scene.Scene) (string, *tea.Cursor) {
	d = d.sync(s)
	sheet := d.sheet(s)
	return sheet.View(s.Theme, d.scroll.View(s.Theme, d.lines(s), sheet.Body.W, sheet.Body.H), nil)
}

func (d reading) news(s scene.Scene) (rehearsal.News, bool) {
	all := s.Rehearsal.News(d.what.Reader)
	at := slices.IndexFunc(all, func(n rehearsal.News) bool { return n.Name == d.what.News })
	if at < 0 {
		return rehearsal.News{}, false
	}
	return all[at], true
}
