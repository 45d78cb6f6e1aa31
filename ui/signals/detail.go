package signals

import (
	"slices"

	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// detail is one row told in full, wrapped once: a line of the mirror list can
// have hundreds of names.
type detail struct {
	made  subject
	lines []string
	from  int // first line in view
}

// subject says of what, and for which eyes, a detail was made.
type subject struct {
	key      string
	accepted bool
	findings *signal.Findings
	world    domain.World
	language words.Language
	kind     theme.Kind
	width    int
}

// of returns the detail of what is under the cursor: d itself where it is that.
func (d detail) of(s scene.Scene, c Screen, rows []row) detail {
	at, ok := c.current(rows)
	w := c.arrange(s).text.W
	if !ok || w <= 0 {
		return detail{}
	}
	want := subject{at.key(), at.acceptance != nil, s.Signals, s.World, s.Words.Language(), s.Theme.Kind, w}
	if d.made == want {
		return d
	}
	t := teller{Scene: s, stock: c.stock, w: w}
	if at.oneWay != nil {
		t.oneWay(*at.oneWay)
	} else {
		t.signal(at)
	}
	next := detail{made: want, lines: t.lines}
	if d.made.key == want.key {
		next.from = d.from
	}
	return next
}

// scrolled moves the window of h lines.
func (d detail) scrolled(by, h int) detail {
	d.from = max(min(d.from+by, len(d.lines)-h), 0)
	return d
}

func (d detail) key(name string, h int) detail {
	switch name {
	case "up", "k":
		return d.scrolled(-1, h)
	case "down", "j":
		return d.scrolled(1, h)
	case "pgup":
		return d.scrolled(1-h, h)
	case "pgdown", "space":
		return d.scrolled(h-1, h)
	case "home", "g":
		return d.scrolled(-len(d.lines), h)
	case "end", "G":
		return d.scrolled(len(d.lines), h)
	}
	return d
}

func (d detail) part(h int) []string { return d.lines[d.from:min(d.from+max(h, 0), len(d.lines))] }

func (d detail) thumb(h int) widget.Thumb {
	return widget.List{}.Set(widget.Rows{N: len(d.lines)}, h).Scroll(d.from).Thumb()
}

// teller puts a row into lines.
type teller struct {
	scene.Scene
	stock *stock
	w     int
	lines []string
}

func (t *teller) put(style lipgloss.Style, text string) {
	for i, line := range widget.Wrap(text, t.w-2) {
		if i > 0 {
			line = "  " + line
		}
		t.lines = append(t.lines, widget.Paint(style, line))
	}
}

func (t *teller) blank() { t.lines = append(t.lines, "") }

// section is a heading with a paragraph below it.
func (t *teller) section(head words.Key, paragraph string) {
	t.blank()
	t.put(t.Theme.Heading, t.Words.Say(head))
	for _, line := range widget.Wrap(paragraph, t.w) {
		t.lines = append(t.lines, widget.Paint(t.Theme.Text, line))
	}
}

func (t *teller) signal(r row) {
	s, words := *r.signal, t.Words
	for _, line := range widget.Wrap(t.stock.sentence(t.Scene, r)+".", t.w) {
		t.lines = append(t.lines, widget.Paint(t.Theme.Title, line))
	}
	if r.acceptance != nil {
		t.acceptance(*r.acceptance)
	}
	t.more(s)
	t.section("signals.means", words.SignalMeans(s.Code))
	t.section("signals.do", words.SignalDo(s.Code))
	t.blank()
	t.put(t.Theme.Heading, words.Say("signals.refs"))
	for _, at := range s.Refs {
		t.put(t.Theme.Text, "- "+t.ref(at))
	}
	t.blank()
	t.put(t.Theme.Faint, words.SignalRule(s.Code))
}

// acceptance says who accepted it, when and why.
func (t *teller) acceptance(a domain.AcceptedSignal) {
	t.blank()
	by := t.Words.Say("signals.accepted-on", t.Words.Date(a.On))
	if a.By != "" {
		by = t.Words.Say("signals.accepted-by", words.Clean(a.By), t.Words.Date(a.On))
	}
	t.put(t.Theme.Success, acceptedSign+" "+by)
	for i, line := range words.CleanLines(a.Reason) {
		if i == 0 {
			line = t.Words.Say("signals.reason", line)
		}
		t.put(t.Theme.Text, "  "+line)
	}
}

// ref names a record, and people with what tells them apart and their role.
func (t *teller) ref(at domain.Ref) string {
	if at.Noun != domain.PersonNoun {
		return t.Words.Record(t.World, at)
	}
	p, _ := t.World.Person(domain.PersonID(at.Key))
	return t.Words.Say("signals.apart", words.Clean(p.Shown()), t.Words.Apart(p)+", "+t.Words.RoleWord(p.Role))
}

// more adds what a code has to say beyond its sentence.
func (t *teller) more(s signal.Signal) {
	said := ""
	switch s.Code {
	case signal.RevealingName:
		g, _ := t.World.Group(domain.GroupID(s.Objects[0]))
		if word, found := domain.NewBetrayals(t.World.Institution().RevealingWords()).In(g.Name); found {
			said = t.Words.Say("signals.word", words.Clean(word))
		}
	case signal.OneWaySight:
		said = t.unseeing(domain.PersonID(s.Objects[0]))
	case signal.RelationEndsSoon:
		said = t.successor(domain.RelationID(s.Objects[0]), s.Date+1)
	case signal.TypeOffInUse:
		said = t.inUse(domain.RelationTypeID(s.Objects[0]))
	}
	if said != "" {
		t.blank()
		t.put(t.Theme.Text, said)
	}
}

// mostNames is how many names one sentence gives before it counts the rest.
const mostNames = 12

func (t *teller) unseeing(viewer domain.PersonID) string {
	i := slices.IndexFunc(t.Signals.Mirror, func(o signal.OneWay) bool { return o.Viewer == viewer })
	if i < 0 {
		return ""
	}
	var names []string
	for _, id := range t.Signals.Mirror[i].Others {
		names = append(names, t.stock.who(t.Scene, id))
	}
	return t.Words.Say("signals.unseeing", len(names), t.Words.Some(names, mostNames))
}

// successor says who stands in the same type for the client from a day on.
func (t *teller) successor(id domain.RelationID, from domain.Date) string {
	r, _ := t.World.Relation(id)
	for o := range t.World.RelationsOf(r.Client) {
		if o.ID != r.ID && o.Client == r.Client && o.Type == r.Type && o.RunsOn(from) {
			return t.Words.Say("signals.successor", t.stock.who(t.Scene, o.Person), t.Words.Date(max(o.From, from)))
		}
	}
	return t.Words.Say("signals.no-successor")
}

// inUse names who stands in relations of a type.
func (t *teller) inUse(id domain.RelationTypeID) string {
	var names []string
	for r := range t.World.Relations() {
		if r.Type == id && r.RunsOn(t.On) {
			names = append(names, t.Words.Say("signals.relation", t.stock.who(t.Scene, r.Person), t.stock.who(t.Scene, r.Client)))
		}
	}
	return t.Words.Say("signals.in-use", len(names), t.Words.Some(names, mostNames))
}

// oneWay lists whom somebody sees without being seen, by name.
func (t *teller) oneWay(o signal.OneWay) {
	t.put(t.Theme.Title, t.stock.sentence(t.Scene, row{oneWay: &o})+".")
	t.section("signals.means", t.Words.Say("mirror.means"))
	t.section("signals.do", t.Words.Say("mirror.do"))
	t.blank()
	t.put(t.Theme.Heading, t.Words.Say("mirror.head", len(o.Others)))
	people := make([]domain.Person, 0, len(o.Others))
	for _, id := range o.Others {
		if p, ok := t.World.Person(id); ok {
			people = append(people, p)
		}
	}
	words.SortBy(people, t.Roster.NameKey)
	for _, p := range people {
		t.put(t.Theme.Text, "- "+t.ref(domain.Ref{Noun: domain.PersonNoun, Key: p.Key()}))
	}
}
