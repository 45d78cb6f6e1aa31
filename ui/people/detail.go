package people

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// line is one line of the details; heads and gaps are passed over by the cursor.
type line struct {
	cells []widget.Cell
	to    domain.Ref // where enter goes
	still bool
}

func rowsOf(lines []line) widget.Rows {
	return widget.Rows{N: len(lines), Selectable: func(i int) bool { return !lines[i].still }}
}

func (c Screen) viewDetails(s scene.Scene, a areas) (string, *tea.Cursor) {
	lines := c.details(s)
	list := c.detail.Set(rowsOf(lines), a.about.H)
	title := s.Words.Say("people.about")
	if p, ok := s.World.Person(c.at); ok {
		title = c.sectionTitle(s, p)
	}
	frame := widget.Pane(s.Theme, title, c.inside)
	frame.Thumb = list.Thumb()
	if a.list.Empty() {
		frame.Right = s.Words.Say("people.tab-list")
	} else if other := c.other(s.World.Person(c.at)); other != "" {
		frame.Right = s.Words.Say("views.other", s.Words.Say(other))
	}
	var drawn []string
	if !a.day.Empty() {
		drawn = append(drawn, day(s, a.day.W))
		if frame.Thumb != (widget.Thumb{}) {
			frame.Thumb.From++
			frame.Thumb.To++
		}
	}
	drawn = append(drawn, list.Lines(func(i int, state widget.RowState) string {
		style := s.Theme.Text
		if c.inside {
			style = widget.RowStyle(s.Theme, state, true)
		}
		return " " + widget.Line(a.about.W, style, lines[i].cells...)
	})...)
	var cursor *tea.Cursor
	if from, _ := list.Window(); list.Cursor() >= 0 {
		cursor = a.about.Cursor(0, list.Cursor()-from)
	}
	return frame.View(a.side.W, a.side.H, drawn), cursor
}

// details are all lines about the person under the cursor, for the width at hand.
func (c Screen) details(s scene.Scene) []line {
	p, ok := c.current(s)
	if !ok {
		return nil
	}
	w := c.arrange(s).about.W
	if w <= 0 {
		return nil
	}
	b := about{s: s, p: p, w: w, beside: 76}
	if _, has := section(p); has && c.second {
		return c.views.get(b)
	}
	b.state()
	b.fields()
	b.groups()
	b.relations()
	return b.lines
}

// about puts the details of one person together.
type about struct {
	s      scene.Scene
	p      domain.Person
	w      int
	beside int // from this width on what is said of somebody stands beside their name
	lines  []line
}

func (b *about) text(style lipgloss.Style, indent int, said string) {
	for _, words := range widget.Wrap(said, b.w-indent) {
		b.lines = append(b.lines, line{cells: []widget.Cell{{W: indent}, {Text: words, Style: style, W: widget.Share(1)}}})
	}
}

func (b *about) head(said string) {
	b.lines = append(b.lines, line{still: true},
		line{still: true, cells: []widget.Cell{{Text: said, Style: b.s.Theme.Heading, W: b.w}}})
}

// state says first what is easily overlooked: that somebody counts no more.
func (b *about) state() {
	w, name, day := b.s.Words, words.Clean(b.p.Shown()), b.p.InactiveFrom
	switch {
	case day == 0:
	case day == domain.FirstDate:
		b.text(b.s.Theme.Warning, 0, stoppedSign+" "+w.Say("people.never-long", name))
	case b.p.ActiveOn(b.s.On):
		b.text(b.s.Theme.Warning, 0, stoppingSign+" "+w.Say("people.until-long", name, w.Date(day-1)))
	default:
		b.text(b.s.Theme.Warning, 0, stoppedSign+" "+w.Say("people.since-long", name, w.Date(day)))
	}
}

// fields shows what is filled in; the names that a person must have always.
func (b *about) fields() {
	p, w := b.p, b.s.Words
	role := w.Role(p.Role) + " · " + w.RoleWord(p.Role)
	b.field("role", []string{role}, b.s.Theme.Roles[max(int(p.Role)-1, 0)])
	for _, f := range []struct {
		name  domain.Field
		value string
	}{
		{"givenName", p.GivenName}, {"initials", p.Initials}, {"familyNamePrefix", p.FamilyNamePrefix},
		{"familyName", p.FamilyName}, {"displayName", p.Shown()}, {"number", p.Number}, {"userName", p.UserName},
		{"email", p.Email}, {"birthDate", w.Date(p.BirthDate)}, {"location", p.Location},
		{"function", p.Function}, {"note", p.Note},
	} {
		if f.value == domain.NoFamilyName && f.name == "familyName" {
			f.value = w.Say("people.one-name")
		}
		if f.value != "" {
			b.field(f.name, words.CleanLines(f.value), b.s.Theme.Text)
		}
	}
}

// field sets a label before its value, which runs on under itself.
func (b *about) field(name domain.Field, value []string, style lipgloss.Style) {
	label := min(15, b.w*5/12)
	text := b.s.Words.Field(name)
	for _, paragraph := range value {
		wrapped := widget.Wrap(paragraph, b.w-label-1)
		if len(wrapped) == 0 {
			wrapped = []string{""}
		}
		for _, words := range wrapped {
			b.lines = append(b.lines, line{cells: []widget.Cell{
				{Text: text, Style: b.s.Theme.Faint, W: label}, {W: 1}, {Text: words, Style: style, W: widget.Share(1)},
			}})
			text = ""
		}
	}
}

func (b *about) groups() {
	var shown []domain.Membership
	all := 0
	for m := range b.s.World.MembershipsOf(b.p.ID) {
		all++
		if b.s.Lasts(m.Period) {
			shown = append(shown, m)
		}
	}
	if b.p.Role == domain.Administrator && all == 0 { // G7
		b.head(b.s.Words.Say("people.groups", 0))
		b.text(b.s.Theme.Faint, 2, b.s.Words.Say("people.manages-only"))
		return
	}
	name := func(m domain.Membership) string {
		g, _ := b.s.World.Group(m.Group)
		return b.s.Roster.TextKey(g.Name)
	}
	slices.SortStableFunc(shown, func(x, y domain.Membership) int { return strings.Compare(name(x), name(y)) })
	b.head(b.s.Words.Say("people.groups", len(shown)))
	for _, m := range shown {
		b.group(m)
	}
	b.rest(len(shown), all)
}

func (b *about) group(m domain.Membership) {
	t, w := b.s.Theme, b.s.Words
	g, _ := b.s.World.Group(m.Group)
	role := b.s.World.RoleIn(m)
	style, rank, period := t.Text, t.Roles[max(int(role)-1, 0)], b.period(m.Period, false)
	if !m.Covers(b.s.On) {
		style, rank = t.Faint, t.Faint
	}
	b.link(domain.Ref{Noun: domain.GroupNoun, Key: string(m.Group)}, style, period, []widget.Cell{
		{Text: tell.VisibilitySign(g.Visibility), Style: t.Visibility[g.Visibility], W: 2},
		{Text: w.Group(b.s.World, m.Group), Style: style, W: widget.Share(1)},
		{W: 1}, {Text: w.RoleShort(role), Style: rank, W: 13},
	})
}

// link adds a row, with its period beside it where there is room and else below.
func (b *about) link(to domain.Ref, style lipgloss.Style, period string, cells []widget.Cell) {
	const width = 38
	switch {
	case b.w >= b.beside:
		cells = append(cells, widget.Cell{W: 1}, widget.Cell{Text: period, Style: style, W: width})
		b.lines = append(b.lines, line{to: to, cells: cells})
	case period == "":
		b.lines = append(b.lines, line{to: to, cells: cells})
	default:
		b.lines = append(b.lines, line{to: to, cells: cells}, line{to: to, cells: []widget.Cell{
			{W: 4}, {Text: period, Style: b.s.Theme.Faint, W: widget.Share(1)},
		}})
	}
}

// period says when, and in a word that it is not now.
func (b *about) period(p domain.Period, withdrawn bool) string {
	said := b.s.Words.Period(p)
	switch {
	case withdrawn:
		return b.s.Words.Say("people.withdrawn") + " · " + said
	case p.Ended(b.s.On):
		return b.s.Words.Say("people.ended") + " · " + said
	case p.Ahead(b.s.On):
		return b.s.Words.Say("people.ahead") + " · " + said
	}
	return said
}

func (b *about) relations() {
	var shown []domain.Relation
	all := 0
	for r := range b.s.World.RelationsOf(b.p.ID) {
		all++
		if b.s.ShowEnded || r.RunsOn(b.s.On) {
			shown = append(shown, r)
		}
	}
	if b.p.Role == domain.Administrator && all == 0 { // G7
		return
	}
	key := func(r domain.Relation) string {
		t, _ := b.s.World.RelationType(r.Type)
		o, _ := b.s.World.Person(r.Opposite(b.p.ID))
		first := "1"
		if t.Primary && t.Active() {
			first = "0" // E1: emphasis everywhere
		}
		return first + b.s.Roster.TextKey(t.Name) + "\x00" + b.s.Roster.NameKey(o)
	}
	keys := make(map[domain.RelationID]string, len(shown))
	for _, r := range shown {
		keys[r.ID] = key(r)
	}
	slices.SortStableFunc(shown, func(x, y domain.Relation) int { return strings.Compare(keys[x.ID], keys[y.ID]) })
	head := words.Key("people.relations")
	if b.p.Role != domain.Client {
		head = "people.relations-with"
	}
	b.head(b.s.Words.Say(head, len(shown)))
	for _, r := range shown {
		b.relation(r)
	}
	b.rest(len(shown), all)
}

func (b *about) relation(r domain.Relation) {
	t, w, other := b.s.Theme, b.s.Words, r.Opposite(b.p.ID)
	kind, _ := b.s.World.RelationType(r.Type)
	style, period := t.Text, b.period(r.Period, r.Withdrawn)
	primary := kind.Primary && kind.Active()
	star, _ := b.emphasis(primary)
	star.W = 2
	if !r.RunsOn(b.s.On) {
		style = t.Faint
	}
	if kind.SwitchedOff { // E7: history stays, without effect
		period, style = w.Say("people.type-off")+" · "+period, t.Faint
	}
	if o, ok := b.s.World.Person(other); ok && !o.ActiveOn(b.s.On) {
		period, style = w.Say("people.not-active")+" · "+period, t.Faint
	}
	b.link(domain.Ref{Noun: domain.PersonNoun, Key: string(other)}, style, period, []widget.Cell{
		star, {Text: w.Person(b.s.World, other), Style: style.Bold(primary), W: widget.Share(1)},
		{W: 1}, {Text: w.RelationType(b.s.World, r.Type), Style: style, W: widget.Share(1)},
	})
}

// rest says how many are not shown, so that nobody takes a short list for all there ever was.
func (b *about) rest(shown, all int) {
	if all == 0 {
		b.text(b.s.Theme.Faint, 2, b.s.Words.Say("people.none"))
	}
	if hidden := all - shown; hidden > 0 {
		b.text(b.s.Theme.Faint, 2, b.s.Words.Say("people.hidden", hidden))
	}
}
