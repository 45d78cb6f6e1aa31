package groups

import (
	"slices"
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Inside a rehearsal the rows of the preview are live: enter writes as the viewer, and what
// they read has rows of its own. All of it follows from the rehearsal, the viewer and the
// day, so that another viewer has other rows in the same frame.

// received is what the viewer reads in a rehearsal.
type received struct {
	conversations   []rehearsal.Conversation
	groups, clients []rehearsal.Reported
	news            []rehearsal.News
	programmes      []rehearsal.Programme
	followed        []rehearsal.Followed
	unread          int
	reader          domain.PersonID
}

// receivedBy is empty outside a rehearsal, and for an invented viewer.
func receivedBy(s scene.Scene, v viewer) received {
	if s.Rehearsal == nil || v.invented {
		return received{}
	}
	r := s.Rehearsal
	out := received{reader: v.person, conversations: r.Inbox(v.person)}
	out.groups, out.clients = r.Reports(v.person, rehearsal.Choice{})
	out.programmes, out.followed = r.Programmes(v.person)
	for _, n := range r.News(v.person) {
		if len(n.Posts) > 0 || n.MayPost {
			out.news = append(out.news, n)
		}
	}
	for _, c := range out.conversations {
		out.unread += c.Unread
	}
	return out
}

// conversations write those of the viewer, the unread ones with a sign and a word.
func (t *tileWriter) conversations() {
	t.enter(conversationSection, "")
	t.under("rehearse.conversations", func() {
		for _, c := range t.live.conversations {
			row := sightRow{text: t.conversation(c), act: c.Messages[len(c.Messages)-1].Act}
			row.opens = scene.ReadIn{Reader: t.live.reader, Conversation: c.ID}
			if c.Unread > 0 {
				row.mark = t.s.Words.Say("rehearse.unread", c.Unread)
				row.opens = scene.Several{row.opens, scene.Act{Act: rehearsal.Act{Kind: rehearsal.Read, By: t.live.reader, Of: c.ID}}}
			}
			t.reads(c.ID, row)
		}
	})
	t.enter(groupSection, "")
}

// conversation names a conversation by who began it, or by the others in it.
func (t *tileWriter) conversation(c rehearsal.Conversation) string {
	with, group := strings.Join(t.s.Names(c.With), ", "), ""
	if c.Group != "" {
		group = t.s.Words.Group(t.world, c.Group)
	}
	switch began := t.s.Rehearsal.Act(c.ID).By; {
	case began != t.live.reader && len(c.With) > 1:
		return strings.TrimSuffix(t.s.Words.Person(t.world, began)+" · "+group, " · ")
	case group != "":
		return group + ": " + with
	}
	return with
}

// reports write whose the viewer reads; those about a client from the start, because they
// are written from there.
func (t *tileWriter) reports() {
	t.enter(reportSection, "")
	t.under("rehearse.reports-head", func() {
		written := slices.DeleteFunc(slices.Clone(t.live.groups), func(r rehearsal.Reported) bool { return len(r.Days) == 0 })
		for i, one := range append(written, t.live.clients...) {
			n, last := 0, 0
			for _, day := range one.Days {
				n += len(day.Reports)
				last = max(last, day.Reports[len(day.Reports)-1].Act)
			}
			open := scene.ReadIn{Reader: t.live.reader, Group: one.Group, Client: one.Client, Earlier: one.Group == "" && one.Client == ""}
			grounds := sight.ClientReports(t.world, t.live.reader, one.Client, t.s.On)
			if one.Client == "" {
				grounds = sight.Access(t.world, t.live.reader, one.Group, t.s.On).GroupReport.Of(one.Group)
			}
			t.reads(i, sightRow{text: t.s.Words.Say("rehearse.reports-about", n, t.s.About(open)), mail: grounds, act: last, opens: open})
		}
	})
}

// under writes a heading and what write writes under it; nothing where that is nothing.
func (t *tileWriter) under(head words.Key, write func()) {
	t.head(groupRow, head)
	n := len(t.out)
	if write(); len(t.out) == n {
		t.out = t.out[:n-1]
	}
}

// reads writes a row that enter reads, unless the filter leaves it out. id tells it from
// the others of its section.
func (t *tileWriter) reads(id int, row sightRow) {
	row.kind, row.spot.act = liveRow, id
	sign := "  "
	if row.mark != "" {
		sign = "● "
	}
	row.text = sign + row.text
	if t.filter.matches(row.text) {
		t.add(row)
	}
}

// newsTile is the third tile; it is not there for whom there is nothing in it (H15, H16).
func (t *tileWriter) newsTile() {
	l, w := t.live, t.s.Words
	if len(l.news)+len(l.programmes)+len(l.followed) == 0 {
		return
	}
	t.at = spot{tile: newsTile}
	t.add(sightRow{spot: spot{kind: blankRow}})
	t.head(tileRow, "rehearse.tile-news")
	for _, n := range l.news {
		last := 0
		if len(n.Posts) > 0 {
			last = n.Posts[len(n.Posts)-1].Act
		}
		open := scene.ReadIn{Reader: l.reader, News: n.Name}
		t.reads(last, sightRow{text: w.Say("rehearse.posts-in", len(n.Posts), words.Clean(n.Name)), mail: n.Grounds, act: last, opens: open})
	}
	for _, p := range l.programmes {
		text := w.Say("rehearse.received", words.Clean(p.Name), w.State(p.State))
		if p.By != "" {
			text = w.Say("rehearse.received-by", words.Clean(p.Name), w.State(p.State), w.Person(t.world, p.By))
		}
		open := scene.Compose{Draft: rehearsal.Act{Kind: rehearsal.Progress, By: l.reader, Of: p.Act, State: p.State}}
		t.reads(p.Act, sightRow{text: text, act: p.Act, opens: open})
	}
	for _, f := range l.followed {
		done := 0
		for _, to := range f.To {
			if to.State == rehearsal.Done {
				done++
			}
		}
		text := w.Say("rehearse.following", words.Clean(f.Name), w.Group(t.world, f.Group), done, len(f.To))
		t.reads(f.Act, sightRow{text: text, act: f.Act, opens: scene.ReadIn{Reader: l.reader, Followed: f.Act}})
	}
}

// writes are the acts that are done with a group as a whole, by what allows them.
var writes = map[sight.Rule]rehearsal.Kind{sight.D4: rehearsal.GroupMessage, sight.D1: rehearsal.Report, sight.D3: rehearsal.Assign}

// wishes is what enter wishes on a row, as the viewer; nil: nothing.
func (r sightRow) wishes(viewer domain.PersonID) scene.Wish {
	switch {
	case r.kind == personRow && len(r.mail) > 0:
		return scene.Compose{Draft: rehearsal.Act{Kind: rehearsal.Send, By: viewer, To: []domain.PersonID{r.person}}}
	case r.kind == abilityRow:
		return scene.Compose{Draft: rehearsal.Act{Kind: writes[r.ability], By: viewer, Group: r.group}}
	}
	return r.opens
}

// rehearsalActions are those of every pane inside a rehearsal.
func (g Screen) rehearsalActions(s scene.Scene) []scene.Action {
	if s.Rehearsal == nil {
		return nil
	}
	var out []scene.Action
	switch {
	case g.focus == previewPane:
		row, _ := g.previewRow()
		wish := row.wishes(g.preview.person)
		out = append(out, orMissing(s, wish != nil && !g.preview.invented, "rehearse.no-act", scene.Wishes("enter", "act.write-as", wish)))
	case g.focus == relationsPane && g.showsActs(s):
		if n := g.panes[relationsPane].list.Cursor() + 1; n > 0 && n <= s.Rehearsal.Len() {
			out = append(out, scene.Wishes("enter", "act.act-read", scene.ReadIn{Act: n}))
		}
	}
	return append(out,
		scene.Turns("b", "act.to-inbox", Screen.toInbox),
		scene.Turns("H", "act.acts-or-relations", func(g Screen) Screen {
			g.withRelations = !g.withRelations
			return g
		}).OffBar())
}

// toInbox goes to the conversations of the viewer, the first unread one.
func (g Screen) toInbox() Screen {
	g.focus = previewPane
	at := -1
	for i, r := range g.preview.rows {
		if r.section == conversationSection && r.kind == liveRow && (at < 0 || r.mark != "" && g.preview.rows[at].mark == "") {
			at = i
		}
	}
	if at < 0 {
		at = slices.IndexFunc(g.preview.rows, func(r sightRow) bool { return r.tile == messagesTile && r.selectable() })
	}
	if at >= 0 {
		g.panes[previewPane].list = g.panes[previewPane].list.Select(at)
	}
	return g
}

// nextPerson looks as the next or previous member of the group. Inside a rehearsal that is
// who reads what was written.
func (g Screen) nextPerson(by int) Screen {
	rows := g.members.rows
	at := g.members.index(g.person)
	for range rows {
		at = (at + by + len(rows)) % len(rows)
		if !rows[at].heading() && rows[at].runs {
			break
		}
	}
	if at >= 0 && at < len(rows) && !rows[at].heading() {
		g.person, g.pinned, g.role = rows[at].Person, false, domain.NoRole
		g.panes[membersPane].list = g.panes[membersPane].list.Select(at)
	}
	return g
}

// showsActs reports whether the acts stand in the place of the relations.
func (g Screen) showsActs(s scene.Scene) bool { return s.Rehearsal != nil && !g.withRelations }

// syncActs shows the acts; the cursor goes to the last one when there are others.
func (g Screen) syncActs(s scene.Scene) Screen {
	r, pane := s.Rehearsal, g.panes[relationsPane]
	g.relations = relationRows{}
	pane.list = pane.list.Set(widget.Rows{N: r.Len() + len(r.Ahead)}, g.arrange(s).panes[relationsPane].inner.H)
	if g.acts != r {
		if g.acts == nil || g.acts.Len() != r.Len() {
			pane.list = pane.list.Select(max(r.Len()-1, 0))
		}
		g.acts = r
	}
	g.panes[relationsPane] = pane
	return g
}

// drawActs draws what was done, and faint what was taken back.
func (g Screen) drawActs(s scene.Scene, box widget.Box) string {
	r, focused, pane := s.Rehearsal, g.focus == relationsPane, g.panes[relationsPane]
	f := widget.Pane(s.Theme, s.Words.Say("rehearse.acts-title"), focused)
	f.Thumb = pane.list.Thumb()
	if n := len(r.Ahead); n > 0 {
		f.Foot = s.Words.Say("rehearse.acts-ahead", n)
	}
	inner := f.Inner(box)
	lines := pane.list.Lines(func(i int, state widget.RowState) string {
		style, number := s.Theme.Text, strconv.Itoa(i+1)
		a := r.Act(i + 1)
		if i >= r.Len() {
			style, a, number = s.Theme.Faint, r.Ahead[i-r.Len()], "↷"
		}
		state.Selected = state.Selected && (focused || i == r.Len()-1)
		return widget.Line(s.Theme.Measure, inner.W, widget.RowStyle(s.Theme, state, focused),
			widget.Cell{Text: cursorMark(state), W: 1},
			widget.Cell{Text: number + " ", Style: s.Theme.Faint, W: 4, Right: true},
			widget.Cell{Text: s.Acted(a), Style: style, W: widget.Share(1)})
	})
	if len(lines) == 0 {
		lines = widget.Wrap(s.Theme.Measure, s.Words.Say("rehearse.acts-empty"), inner.W)
	}
	return f.View(box.W, box.H, lines)
}
