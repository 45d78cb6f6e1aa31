package people

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Details returns the facts of a person, or the second section: the care that a client
// gets, or what an employee may do.
func (l listing) Details(s scene.Scene, key string, w int) []shelf.Line {
	p, ok := s.World.Person(domain.PersonID(key))
	if !ok {
		return nil
	}
	b := personDetails{Sheet: shelf.Sheet{Scene: s, W: w}, p: p, beside: 76}
	b.state()
	switch of, has := secondSection(p); {
	case !l.second || !has:
		b.fields()
		b.groups()
		b.relations()
	case of == "views.care":
		b.care()
	default:
		b.may()
	}
	return b.Lines
}

// secondSection names the second section of a person: care for a client, access for
// those who can have an access role. The others have none.
func secondSection(p domain.Person) (words.Key, bool) {
	switch p.Role {
	case domain.Client:
		return "views.care", true
	case domain.Counselor, domain.CounselorPlus, domain.Administrator:
		return "views.may", true
	}
	return "", false
}

// sectionTitle returns the title of a person's details.
func (l listing) sectionTitle(s scene.Scene, p domain.Person) string {
	name := words.Clean(p.Shown())
	of, ok := secondSection(p)
	switch {
	case !l.second || !ok:
		return name
	case of == "views.care":
		return s.Words.Say("views.title-care", name)
	}
	return s.Words.Say("views.title-may", name)
}

// otherSection names the section that m turns to; empty for none.
func (l listing) otherSection(p domain.Person) words.Key {
	if l.second {
		return "views.facts"
	}
	of, _ := secondSection(p)
	return of
}

// Divide gives the second section more room, because it is longer.
func (l listing) Divide(body scene.Box) (list, side scene.Box) {
	shares := [...]int{11, 9}
	if l.second {
		shares = [...]int{9, 11}
	}
	parts := body.Columns(widget.Share(shares[0]), widget.Share(shares[1]))
	return parts[0], parts[1]
}

// Pins keeps the day of the second section in view.
func (l listing) Pins(int) (above, below int) {
	if l.second {
		return 1, 0
	}
	return 0, 0
}

// Pin says for which day the second section holds and, if there is room, which keys
// change the day.
func (listing) Pin(s scene.Scene, _ shelf.At, w int) (above, below []string) {
	style := s.Theme.Title
	if s.On != s.Today {
		style = s.Theme.Warning
	}
	on, hint := s.Words.Say("views.on", s.Words.LongDate(s.On)), s.Words.Say("views.walk")
	cells := []widget.Cell{{Text: on, Style: style, W: widget.Share(1)}}
	if n := s.Theme.Measure.Width(hint); s.Theme.Measure.Width(on)+2+n <= w {
		cells = append(cells, widget.Cell{Text: hint, Style: s.Theme.Faint, W: n})
	}
	return []string{widget.Line(s.Theme.Measure, w, s.Theme.Text, cells...)}, nil
}

// personDetails builds the details of one person.
type personDetails struct {
	shelf.Sheet
	p      domain.Person
	beside int // least width at which sentences about a person stand beside the name
}

// linkRow adds a row from which enter goes to a record.
func (b *personDetails) linkRow(to domain.Ref, cells ...widget.Cell) {
	b.Lines = append(b.Lines, shelf.Line{To: to, Cells: cells})
}

// state says that a person is or will be inactive, first because it is easily overlooked.
func (b *personDetails) state() {
	w, name, day := b.Words, words.Clean(b.p.Shown()), b.p.InactiveFrom
	switch {
	case day == 0:
	case day == domain.FirstDate:
		b.Text(b.Theme.Warning, 0, stoppedSign+" "+w.Say("people.never-long", name))
	case b.p.ActiveOn(b.On):
		b.Text(b.Theme.Warning, 0, stoppingSign+" "+w.Say("people.until-long", name, w.Date(day-1)))
	default:
		b.Text(b.Theme.Warning, 0, stoppedSign+" "+w.Say("people.since-long", name, w.Date(day)))
	}
}

// fields adds the properties that are filled in.
func (b *personDetails) fields() {
	p, w := b.p, b.Words
	role := w.RoleBoth(p.Role)
	b.field("role", []string{role}, b.Theme.Roles[max(int(p.Role)-1, 0)])
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
			b.field(f.name, words.CleanLines(f.value), b.Theme.Text)
		}
	}
}

// field adds a label and its value, whose further lines are indented.
func (b *personDetails) field(name domain.Field, value []string, style lipgloss.Style) {
	label := min(15, b.W*5/12)
	text := b.Words.Field(name)
	for _, paragraph := range value {
		wrapped := widget.Wrap(b.Theme.Measure, paragraph, b.W-label-1)
		if len(wrapped) == 0 {
			wrapped = []string{""}
		}
		for _, words := range wrapped {
			b.Row(widget.Cell{Text: text, Style: b.Theme.Faint, W: label}, widget.Cell{W: 1},
				widget.Cell{Text: words, Style: style, W: widget.Share(1)})
			text = ""
		}
	}
}

func (b *personDetails) groups() {
	var shown []domain.Membership
	all := 0
	for m := range b.World.MembershipsOf(b.p.ID) {
		all++
		if b.Lasts(m.Period) {
			shown = append(shown, m)
		}
	}
	if b.p.Role == domain.Administrator && all == 0 { // G7
		b.Section(b.Words.Say("people.groups", 0))
		b.Text(b.Theme.Faint, 2, b.Words.Say("people.manages-only"))
		return
	}
	name := func(m domain.Membership) string {
		g, _ := b.World.Group(m.Group)
		return b.Roster.TextKey(g.Name)
	}
	slices.SortStableFunc(shown, func(x, y domain.Membership) int { return strings.Compare(name(x), name(y)) })
	b.Section(b.Words.Say("people.groups", len(shown)))
	for _, m := range shown {
		b.group(m)
	}
	b.hidden(len(shown), all)
}

func (b *personDetails) group(m domain.Membership) {
	t, w := b.Theme, b.Words
	g, _ := b.World.Group(m.Group)
	role := b.World.RoleIn(m)
	style, rank, period := t.Text, t.Roles[max(int(role)-1, 0)], b.period(m.Period, false)
	if !m.Covers(b.On) {
		style, rank = t.Faint, t.Faint
	}
	b.link(domain.Ref{Noun: domain.GroupNoun, Key: string(m.Group)}, style, period, []widget.Cell{
		{Text: tell.VisibilitySign(g.Visibility), Style: t.Visibility[g.Visibility], W: 2},
		{Text: w.Group(b.World, m.Group), Style: style, W: widget.Share(1)},
		{W: 1}, {Text: w.RoleShort(role), Style: rank, W: 13},
	})
}

// link adds a row with its period, beside it if there is room, else below.
func (b *personDetails) link(to domain.Ref, style lipgloss.Style, period string, cells []widget.Cell) {
	const width = 38
	if b.W >= b.beside {
		cells = append(cells, widget.Cell{W: 1}, widget.Cell{Text: period, Style: style, W: width})
	}
	b.linkRow(to, cells...)
	if b.W < b.beside && period != "" {
		b.linkRow(to, widget.Cell{W: 4}, widget.Cell{Text: period, Style: b.Theme.Faint, W: widget.Share(1)})
	}
}

// period says a period, and in a word why it does not count now.
func (b *personDetails) period(p domain.Period, withdrawn bool) string {
	said := b.Words.Period(p)
	switch {
	case withdrawn:
		return b.Words.Say("people.withdrawn") + " · " + said
	case p.Ended(b.On):
		return b.Words.Say("people.ended") + " · " + said
	case p.Ahead(b.On):
		return b.Words.Say("people.ahead") + " · " + said
	}
	return said
}

func (b *personDetails) relations() {
	var shown []domain.Relation
	all := 0
	for r := range b.World.RelationsOf(b.p.ID) {
		all++
		if b.ShowEnded || r.RunsOn(b.On) {
			shown = append(shown, r)
		}
	}
	if b.p.Role == domain.Administrator && all == 0 { // G7
		return
	}
	key := func(r domain.Relation) string {
		t, _ := b.World.RelationType(r.Type)
		o, _ := b.World.Person(r.Opposite(b.p.ID))
		first := "1"
		if t.Primary && t.Active() {
			first = "0" // E1
		}
		return first + b.Roster.TextKey(t.Name) + "\x00" + b.Roster.NameKey(o)
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
	b.Section(b.Words.Say(head, len(shown)))
	for _, r := range shown {
		b.relation(r)
	}
	b.hidden(len(shown), all)
}

func (b *personDetails) relation(r domain.Relation) {
	t, w, other := b.Theme, b.Words, r.Opposite(b.p.ID)
	kind, _ := b.World.RelationType(r.Type)
	style, period := t.Text, b.period(r.Period, r.Withdrawn)
	primary := kind.Primary && kind.Active()
	star, _ := b.emphasis(primary)
	star.W = 2
	if !r.RunsOn(b.On) {
		style = t.Faint
	}
	if kind.SwitchedOff { // E7: history stays, without effect
		period, style = w.Say("people.type-off")+" · "+period, t.Faint
	}
	if o, ok := b.World.Person(other); ok && !o.ActiveOn(b.On) {
		period, style = w.Say("people.not-active")+" · "+period, t.Faint
	}
	b.link(domain.Ref{Noun: domain.PersonNoun, Key: string(other)}, style, period, []widget.Cell{
		star, {Text: w.Person(b.World, other), Style: style.Bold(primary), W: widget.Share(1)},
		{W: 1}, {Text: w.RelationType(b.World, r.Type), Style: style, W: widget.Share(1)},
	})
}

// hidden says how many records are not shown, so that nobody takes a short list for all.
func (b *personDetails) hidden(shown, all int) {
	if all == 0 {
		b.Text(b.Theme.Faint, 2, b.Words.Say("people.none"))
	}
	if hidden := all - shown; hidden > 0 {
		b.Text(b.Theme.Faint, 2, b.Words.Say("people.hidden", hidden))
	}
}
