package page

import (
	"io"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/store/exchange/document"
	"zichtlijn/ui/picture/draw"
	"zichtlijn/ui/words"
)

// Person writes what somebody sees and who sees them, for themselves. It is made of their
// tiles and their own relations only: with a hidden group in the World or without it, the
// page of its user is byte for byte the same.
func Person(out io.Writer, s draw.Subject, id domain.PersonID) error {
	say := s.Words.Say
	title := say("page.person.title")
	return write(out, s, title, title, func(p writer) {
		v := p.viewOf(id)
		p.sentence(say("page.person.for", p.person(id), s.Words.FullDate(s.On)))
		p.part(say("page.person.sees"), func() {
			p.groupsOf(v)
			var rows [][]string
			for _, o := range v.others {
				rows = append(rows, []string{o.name, p.roles(o.as), say("page.person.sees-because", o.name, p.because(v, o.id, o.grounds)), p.Words.YesNo(o.messages)})
			}
			p.table(document.Table{Caption: say("page.person.sees-caption"),
				Heads: []string{say("page.person.who"), say("page.role"), say("page.person.why"), say("page.person.message")}, Rows: rows}, say("page.person.sees-nobody"))
		})
		p.part(say("page.person.seen"), func() {
			p.sentence(say("page.person.seen-lead"))
			var rows [][]string
			for _, o := range v.others {
				if known := v.knownGrounds(p, o.id); len(known) > 0 {
					rows = append(rows, []string{o.name, p.roles(o.as), say("page.person.seen-because", o.name, p.because(v, o.id, known))})
				}
			}
			p.table(document.Table{Caption: say("page.person.seen-caption"),
				Heads: []string{say("page.person.who"), say("page.role"), say("page.person.why")}, Rows: rows}, say("page.person.seen-nobody"))
			p.sentence(say("page.person.others"))
		})
		p.part(say("page.person.picture"), func() { p.picture(draw.Seen(s, id)) })
		p.sentence(say("page.person.later", s.Words.FullDate(s.On)))
	})
}

// other is somebody whom the person sees, as both tiles have them.
type other struct {
	id       domain.PersonID
	name     string
	as       []domain.Role // in each place, each once
	grounds  []sight.Ground
	messages bool
}

// view is what a person sees: all that their page may be made of.
type view struct {
	person          domain.PersonID
	groups, answers []domain.GroupID // that they see, and whose counselors they may message at once
	in              map[domain.GroupID][]domain.PersonID
	others          []other // by name
}

func (p writer) viewOf(id domain.PersonID) view {
	v := view{person: id, in: map[domain.GroupID][]domain.PersonID{}}
	personentegel, berichtentegel := sight.Tiles(p.World, id, p.On)
	found := map[domain.PersonID]*other{}
	add := func(rows []sight.Row, messages bool) {
		for _, r := range rows {
			o := found[r.Person]
			if o == nil {
				o = &other{id: r.Person, name: p.person(r.Person)}
				found[r.Person] = o
			}
			if !messages && !slices.Contains(o.as, r.As) {
				o.as = append(o.as, r.As)
			}
			o.grounds = append(o.grounds, r.Sight...)
			o.messages = o.messages || messages
		}
	}
	for _, g := range slices.Concat(personentegel.Groups, berichtentegel.Groups) {
		if g.Access.Sees() && !slices.Contains(v.groups, g.Group) {
			v.groups = append(v.groups, g.Group)
		}
		if g.Access.GroupMessage.Holds() && !slices.Contains(v.answers, g.Group) {
			v.answers = append(v.answers, g.Group)
		}
		for _, r := range g.Rows {
			v.in[g.Group] = append(v.in[g.Group], r.Person)
		}
		add(g.Rows, false)
	}
	add(personentegel.Network, false)
	add(berichtentegel.Addressees, true)
	for _, o := range found {
		if len(o.grounds) > 0 { // else they may be messaged without being seen
			v.others = append(v.others, *o)
		}
	}
	slices.SortFunc(v.others, func(a, b other) int { return strings.Compare(string(a.id), string(b.id)) })
	words.SortBy(v.others, func(o other) string { return words.SortKey(o.name) })
	return v
}

// knownGrounds are the grounds on which another sees the person, as far as the person may
// know them: through a group in which they see the other, or through a network, whose grounds
// hold both ways.
func (v view) knownGrounds(p writer, id domain.PersonID) []sight.Ground {
	var out []sight.Ground
	for _, g := range sight.Between(p.World, id, v.person, p.On).Sight {
		if g.Group == "" || slices.Contains(v.in[g.Group], id) {
			out = append(out, g)
		}
	}
	return out
}

// because says grounds as one subordinate clause, each once. It names no relation but one
// between the person and the other.
func (p writer) because(v view, id domain.PersonID, grounds []sight.Ground) string {
	var out []string
	for _, g := range grounds {
		said := p.clause(v, id, g)
		if !slices.Contains(out, said) {
			out = append(out, said)
		}
	}
	return p.Words.List(out)
}

func (p writer) clause(v view, id domain.PersonID, g sight.Ground) string {
	name := p.person(id)
	switch g.Rule {
	case sight.N2:
		r, _ := p.World.Relation(g.Relation)
		if r.Client == v.person {
			return p.Words.Say("page.because.yours", name, p.Words.RelationType(p.World, r.Type))
		}
		return p.Words.Say("page.because.theirs", name, p.Words.RelationType(p.World, r.Type))
	case sight.N3:
		return p.Words.Say("page.because.around", p.person(g.Client))
	case sight.G6:
		return p.Words.Say("page.because.every-group", p.group(g.Group))
	}
	return p.Words.Say("page.because.group", p.group(g.Group))
}

// groupsOf says which groups somebody sees.
func (p writer) groupsOf(v view) {
	names := func(ids []domain.GroupID) string {
		var out []string
		for _, id := range ids {
			out = append(out, p.group(id))
		}
		words.SortBy(out, words.SortKey)
		return p.Words.List(out)
	}
	if len(v.groups) > 0 {
		p.sentence(p.Words.Say("page.person.groups", names(v.groups)))
	} else {
		p.sentence(p.Words.Say("page.person.no-groups"))
	}
	if len(v.answers) > 0 {
		p.sentence(p.Words.Say("page.person.group-message", names(v.answers)))
	}
}

func (p writer) roles(all []domain.Role) string {
	var out []string
	for _, r := range all {
		out = append(out, p.Words.RoleWord(r))
	}
	return p.Words.List(out)
}
