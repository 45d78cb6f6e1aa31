package people

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The signs of the second section. The words beside them explain them.
const (
	primarySign = "★"
	warningSign = "!"
)

// care adds every view of one client (DOMAIN.md 3.1). What needs action stands first:
// nobody scrolls to what they do not expect.
func (b *personDetails) care() {
	c := care.Views(b.World, b.p.ID, b.On)
	b.unwanted(c.Access)
	b.missing(c.Missing)
	b.Section(b.Words.Say("views.medical"))
	b.careLines(c.Medical)
	b.Section(b.Words.Say("views.involved"))
	b.careLines(c.Involved)
	b.Text(b.Theme.Faint, 2, b.Words.Say("views.involved-reading"))
	b.appList(c)
	b.Section(b.Words.Say("views.responsible"))
	b.Text(b.Theme.Text, 0, b.Words.Say("views.legal"))
	b.careLines(c.Legal)
	b.Text(b.Theme.Text, 0, b.Words.Say("views.vbm"))
	b.careLines(c.VBM)
	b.Section(b.Words.Say("views.not-to-plan"))
	b.careLines(c.NotToPlan)
	b.access(c.Access)
	b.course(c.Course)
}

// sentence says a sentence without the indent that it has on the command line.
func (b *personDetails) sentence(k words.Key, args ...any) string {
	return strings.TrimSpace(b.Words.Say(k, args...))
}

// warn adds a sentence after a sign. Enter on any of its lines goes to a person.
func (b *personDetails) warn(style lipgloss.Style, to domain.PersonID, sentence string) {
	sign := warningSign
	for _, words := range widget.Wrap(b.Theme.Measure, sentence, b.W-2) {
		b.linkRow(personRef(to), widget.Cell{Text: sign, Style: style, W: 2}, widget.Cell{Text: words, Style: style, W: widget.Share(1)})
		sign = ""
	}
}

// personRef returns the record of a person; zero for no id.
func personRef(id domain.PersonID) domain.Ref {
	if id == "" {
		return domain.Ref{}
	}
	return domain.Ref{Noun: domain.PersonNoun, Key: string(id)}
}

// person adds a person and the sentences about them: beside the name if there is room,
// else below it.
func (b *personDetails) person(id domain.PersonID, sign widget.Cell, style lipgloss.Style, said ...string) {
	const width = 30
	name := widget.Cell{Text: b.Words.Person(b.World, id), Style: style, W: widget.Share(1)}
	sign.W = 2
	indent, room := 4, b.W-4
	if b.W >= b.beside {
		name.W = width
		indent, room = 2+width+1, b.W-2-width-1
	}
	var below []string
	for _, sentence := range said {
		below = append(below, widget.Wrap(b.Theme.Measure, sentence, room)...)
	}
	first := []widget.Cell{sign, name}
	if b.W >= b.beside && len(below) > 0 {
		first = append(first, widget.Cell{W: 1}, widget.Cell{Text: below[0], Style: b.Theme.Faint, W: widget.Share(1)})
		below = below[1:]
	}
	b.linkRow(personRef(id), first...)
	for _, words := range below {
		b.linkRow(personRef(id), widget.Cell{W: indent}, widget.Cell{Text: words, Style: b.Theme.Faint, W: widget.Share(1)})
	}
}

// emphasis returns sign and style of a person: primary ones get a star and bold (E1).
func (b *personDetails) emphasis(primary bool) (widget.Cell, lipgloss.Style) {
	if primary {
		return widget.Cell{Text: primarySign, Style: b.Theme.Primary}, b.Theme.Text.Bold(true)
	}
	return widget.Cell{}, b.Theme.Text
}

// careLines lists relations in effect, or says that there are none.
func (b *personDetails) careLines(lines []care.Line) {
	if len(lines) == 0 {
		b.Text(b.Theme.Faint, 2, b.Words.Say("care.nobody"))
	}
	for _, l := range lines {
		sign, style := b.emphasis(l.Type.Primary)
		if l.Type.Negative {
			sign = widget.Cell{Text: warningSign, Style: b.Theme.Warning}
		}
		b.person(l.Relation.Person, sign, style, b.Words.CareLine(b.World, l))
	}
}

// appList adds who is in the app. It does not repeat the list above it if they are equal.
func (b *personDetails) appList(c care.Client) {
	b.Section(b.Words.Say("views.app"))
	same := slices.EqualFunc(c.Involved, c.App, func(x, y care.Line) bool { return x.Relation.ID == y.Relation.ID })
	if !same || len(c.App) == 0 {
		b.careLines(c.App)
		return
	}
	var names []string
	for _, l := range c.App {
		names = append(names, b.Words.Person(b.World, l.Relation.Person))
	}
	b.Text(b.Theme.Text, 2, b.Words.Say("views.app-same", b.Words.List(names)))
}

func (b *personDetails) missing(m care.Missing) {
	w, warn := b.Words, b.Theme.Warning
	b.Section(w.Say("views.missing"))
	if !m.Any() {
		b.Text(b.Theme.Faint, 2, w.Say("views.nothing-missing"))
	}
	if m.Primary {
		b.warn(warn, "", b.sentence("care.no-primary"))
	}
	if m.Legal {
		b.warn(warn, "", b.sentence("care.no-legal"))
	}
	for _, e := range m.Ending {
		to := e.Relation.Person
		if next, ok := b.World.Relation(e.Successor); ok {
			to = next.Person
		}
		by := func(id domain.PersonID) string { return w.Person(b.World, id) }
		b.warn(warn, to, strings.TrimSpace(w.CareEnding(by, b.World, e)))
	}
}

// unwanted warns of everybody who has access through an unwanted relation.
func (b *personDetails) unwanted(holders []care.Holder) {
	for _, h := range holders {
		for _, g := range h.Grants {
			if g.Unwanted {
				b.warn(b.Theme.Error, h.Person, b.sentence("care.unwanted", b.Words.Person(b.World, h.Person), b.Words.AccessRole(b.World, g.Role)))
			}
		}
	}
}

func (b *personDetails) access(holders []care.Holder) {
	w := b.Words
	b.Section(w.Say("views.access"))
	if len(holders) == 0 {
		b.Text(b.Theme.Faint, 2, w.Say("care.nobody"))
		return
	}
	holders = slices.Clone(holders)
	words.SortBy(holders, func(h care.Holder) string {
		p, _ := b.World.Person(h.Person)
		return b.Roster.NameKey(p)
	})
	ignored := false
	for _, h := range holders {
		sign, style := b.emphasis(false)
		var said []string
		for _, g := range h.Grants {
			ignored = ignored || g.ByRelation()
			said = append(said, w.Say("views.grant", w.List(words.CleanAll(g.Tasks)), w.Grant(b.World, g)))
			if g.Unwanted {
				sign = widget.Cell{Text: warningSign, Style: b.Theme.Error}
				said = append(said, w.Say("views.unwanted-here"))
			}
		}
		b.person(h.Person, sign, style, said...)
	}
	b.Text(b.Theme.Faint, 2, w.Say("views.access-reading"))
	if ignored {
		b.Text(b.Theme.Warning, 2, b.sentence("care.ignored"))
	}
}

func (b *personDetails) course(past []care.Past) {
	w := b.Words
	b.Section(w.Say("views.course"))
	if len(past) == 0 {
		b.Text(b.Theme.Faint, 2, w.Say("people.none"))
	}
	for _, p := range past {
		b.person(p.Relation.Person, widget.Cell{}, b.Theme.Faint,
			w.Say("views.past", w.CareLine(b.World, p.Line), w.CareState(b.World, p)))
	}
}

// may adds what an employee may do with whom, and by which role (DOMAIN.md 3.3).
func (b *personDetails) may() {
	w := b.Words
	all := care.AccessibleClients(b.World, b.p.ID, b.On)
	if len(all) == 0 {
		b.Text(b.Theme.Faint, 0, w.Say("views.may-nothing"))
		return
	}
	words.SortBy(all, func(r care.Reach) string {
		p, _ := b.World.Person(r.Client)
		return b.Roster.NameKey(p)
	})
	b.beside = 58 // names of roles are short
	ignored := false
	for _, r := range all {
		for _, g := range r.Grants {
			ignored = ignored || g.ByRelation()
			if g.Unwanted {
				b.warn(b.Theme.Error, r.Client, w.Say("views.may-unwanted", w.Person(b.World, r.Client), w.AccessRole(b.World, g.Role)))
			}
		}
	}
	b.Section(w.Say("views.roles"))
	for _, role := range reachByRole(b.World, all) {
		b.accessRole(role)
	}
	if ignored {
		b.Text(b.Theme.Warning, 2, b.sentence("care.ignored"))
	}
	b.Section(w.Say("views.with-whom", len(all)))
	for _, r := range all {
		b.client(r)
	}
}

// client adds one client with the names of the roles, which are explained once, above.
func (b *personDetails) client(r care.Reach) {
	var names []string
	primary, unwanted := false, false
	for _, g := range r.Grants {
		if name := b.Words.AccessRole(b.World, g.Role); !slices.Contains(names, name) {
			names = append(names, name)
		}
		unwanted = unwanted || g.Unwanted
		for _, id := range g.Relations {
			relation, _ := b.World.Relation(id)
			t, _ := b.World.RelationType(relation.Type)
			primary = primary || t.Primary
		}
	}
	sign, style := b.emphasis(primary)
	if unwanted {
		sign = widget.Cell{Text: warningSign, Style: b.Theme.Error}
	}
	b.person(r.Client, sign, style, b.Words.List(names))
}

// roleReach is an access role with all clients that an employee reaches by it.
type roleReach struct {
	role    domain.AccessRoleID
	rule    care.Rule
	tasks   []string
	clients map[domain.PersonID]bool
	places  []string // by location
	own     bool     // the location is the employee's own
	types   []domain.RelationTypeID
	all     bool // every client
}

// reachByRole groups grants by role, in the order of the ids.
func reachByRole(w domain.World, all []care.Reach) []roleReach {
	var out []roleReach
	for _, r := range all {
		for _, g := range r.Grants {
			i, found := slices.BinarySearchFunc(out, g.Role, func(s roleReach, id domain.AccessRoleID) int { return cmp.Compare(s.role, id) })
			if !found {
				out = slices.Insert(out, i, roleReach{role: g.Role, rule: g.Rule, tasks: g.Tasks, clients: map[domain.PersonID]bool{}})
			}
			out[i] = out[i].with(w, r.Client, g)
		}
	}
	return out
}

func (s roleReach) with(w domain.World, client domain.PersonID, g care.Grant) roleReach {
	s.clients[client] = true
	switch g.Scope {
	case domain.AllClients:
		s.all = true
	case domain.LocationScope:
		s.own = s.own || g.OwnLocation
		if place := words.Clean(g.Location); !slices.Contains(s.places, place) {
			s.places = append(s.places, place)
			slices.Sort(s.places)
		}
	case domain.RelationScope:
		for _, id := range g.Relations {
			if r, _ := w.Relation(id); !slices.Contains(s.types, r.Type) {
				s.types = append(s.types, r.Type)
				slices.Sort(s.types)
			}
		}
	}
	return s
}

// accessRole adds what a role allows, how the employee got it and which clients it covers.
func (b *personDetails) accessRole(s roleReach) {
	w := b.Words
	how := map[care.Rule]words.Key{care.A1: "views.given", care.A2: "care.assigned", care.A3: "care.standard"}[s.rule]
	var scope string
	switch {
	case s.all:
		scope = w.Say("care.all-clients")
	case s.own:
		scope = w.Say("views.own-places", w.List(s.places))
	case len(s.places) > 0:
		scope = w.Say("views.at-places", len(s.places), w.List(s.places))
	default:
		var types []string
		for _, t := range s.types {
			types = append(types, w.RelationType(b.World, t))
		}
		scope = w.Say("views.by-types", w.List(types))
	}
	said := w.Say("views.role", w.List(words.CleanAll(s.tasks)), w.Say("views.clients", len(s.clients)), scope, s.rule.String(), w.Say(how))
	b.Row(widget.Cell{W: 2}, widget.Cell{Text: w.AccessRole(b.World, s.role), Style: b.Theme.Text, W: widget.Share(1)})
	b.Text(b.Theme.Faint, 4, said)
}
