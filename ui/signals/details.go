package signals

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/words"
)

// Details tell an item in full: what it means, what can be done and what it is about.
func (k listing) Details(s scene.Scene, key string, w int) []shelf.Line {
	one, ok := k.item(key)
	b := about{Sheet: shelf.Sheet{Scene: s, W: w}, listing: k}
	switch {
	case !ok:
	case one.oneWay != nil:
		b.oneWay(*one.oneWay)
	default:
		b.signal(one)
	}
	return b.Lines
}

// about puts the details of one item together.
type about struct {
	shelf.Sheet
	listing
}

// addSection adds a section of one paragraph.
func (b *about) addSection(head words.Key, paragraph string) {
	b.Section(b.Words.Say(head))
	b.Text(b.Theme.Text, 0, paragraph)
}

func (b *about) signal(r item) {
	s, words := *r.signal, b.Words
	b.Text(b.Theme.Title, 0, b.sentence(b.Scene, r)+".")
	if r.acceptance != nil {
		b.acceptance(*r.acceptance)
	}
	b.more(s)
	b.addSection("signals.means", words.SignalMeans(s.Code))
	b.addSection("signals.do", words.SignalDo(s.Code))
	b.Section(words.Say("signals.refs"))
	for _, at := range s.Refs {
		b.Item(b.Theme.Text, "- ", 2, b.ref(at))
	}
	b.Gap()
	b.Item(b.Theme.Faint, "", 2, words.SignalRule(s.Code))
}

// acceptance says who accepted the signal, when and why.
func (b *about) acceptance(a domain.AcceptedSignal) {
	b.Gap()
	by := b.Words.Say("signals.accepted-on", b.Words.Date(a.On))
	if a.By != "" {
		by = b.Words.Say("signals.accepted-by", words.Clean(a.By), b.Words.Date(a.On))
	}
	b.Item(b.Theme.Success, acceptedSign+" ", 2, by)
	for i, line := range words.CleanLines(a.Reason) {
		if i == 0 {
			line = b.Words.Say("signals.reason", line)
		}
		b.Text(b.Theme.Text, 2, line)
	}
}

// ref names a record; a person with their role and what tells them from a namesake.
func (b *about) ref(at domain.Ref) string {
	if at.Noun != domain.PersonNoun {
		return b.Words.Record(b.World, at)
	}
	p, _ := b.World.Person(domain.PersonID(at.Key))
	return b.Words.Say("signals.apart", words.Clean(p.Shown()), b.Words.Apart(p)+", "+b.Words.RoleWord(p.Role))
}

// more adds what only signals of some codes have to say.
func (b *about) more(s signal.Signal) {
	said := ""
	switch s.Code {
	case signal.RevealingName:
		g, _ := b.World.Group(domain.GroupID(s.Objects[0]))
		if word, found := domain.NewWordFinder(b.World.Institution().RevealingWords()).Find(g.Name); found {
			said = b.Words.Say("signals.word", words.Clean(word))
		}
	case signal.OneWaySight:
		said = b.unseeing(domain.PersonID(s.Objects[0]))
	case signal.RelationEndsSoon:
		said = b.successor(domain.RelationID(s.Objects[0]), s.Date.Next())
	case signal.TypeOffInUse:
		said = b.inUse(domain.RelationTypeID(s.Objects[0]))
	}
	if said != "" {
		b.Gap()
		b.Text(b.Theme.Text, 0, said)
	}
}

// mostNames is the number of names in a sentence; the rest is counted.
const mostNames = 12

func (b *about) unseeing(viewer domain.PersonID) string {
	i := slices.IndexFunc(b.found.Mirror, func(o signal.OneWay) bool { return o.Viewer == viewer })
	if i < 0 {
		return ""
	}
	var names []string
	for _, id := range b.found.Mirror[i].Others {
		names = append(names, b.name(b.Scene, id))
	}
	return b.Words.Say("signals.unseeing", len(names), b.Words.Some(names, mostNames))
}

// successor says who has a relation of the same type to the client from a day on.
func (b *about) successor(id domain.RelationID, from domain.Date) string {
	r, _ := b.World.Relation(id)
	for o := range b.World.RelationsOf(r.Client) {
		if o.ID != r.ID && o.Client == r.Client && o.Type == r.Type && o.RunsOn(from) {
			return b.Words.Say("signals.successor", b.name(b.Scene, o.Person), b.Words.Date(max(o.From, from)))
		}
	}
	return b.Words.Say("signals.no-successor")
}

// inUse names the people in running relations of a type.
func (b *about) inUse(id domain.RelationTypeID) string {
	var names []string
	for r := range b.World.Relations() {
		if r.Type == id && r.RunsOn(b.On) {
			names = append(names, b.Words.Say("signals.relation", b.name(b.Scene, r.Person), b.name(b.Scene, r.Client)))
		}
	}
	return b.Words.Say("signals.in-use", len(names), b.Words.Some(names, mostNames))
}

// oneWay lists whom somebody sees without being seen, by name.
func (b *about) oneWay(o signal.OneWay) {
	b.Text(b.Theme.Title, 0, b.sentence(b.Scene, item{oneWay: &o})+".")
	b.addSection("signals.means", b.Words.Say("mirror.means"))
	b.addSection("signals.do", b.Words.Say("mirror.do"))
	b.Section(b.Words.Say("mirror.head", len(o.Others)))
	people := make([]domain.Person, 0, len(o.Others))
	for _, id := range o.Others {
		if p, ok := b.World.Person(id); ok {
			people = append(people, p)
		}
	}
	words.SortBy(people, b.Roster.NameKey)
	for _, p := range people {
		b.Item(b.Theme.Text, "- ", 2, b.ref(domain.Ref{Noun: domain.PersonNoun, Key: p.Key()}))
	}
}
