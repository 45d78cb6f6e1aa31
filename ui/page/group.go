package page

import (
	"cmp"
	"io"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/store/exchange/document"
	"zichtlijn/ui/picture/draw"
)

// Decision is the entry of the journal that gave a group its setting.
type Decision struct {
	On domain.Date // zero: the journal has none
	By domain.By
}

// Decided returns whether an entry of the journal set the visibility of a group.
func Decided(e domain.Entry, id domain.GroupID) bool {
	return slices.ContainsFunc(e.Changes, func(c domain.Change) bool {
		g := c.Group
		return g != nil && g.After != nil && g.After.ID == id && (g.Before == nil || g.Before.Visibility != g.After.Visibility)
	})
}

// Group writes what the setting of a group means, for its team, with roles as people speak of
// them. It names everybody in it.
func Group(out io.Writer, s draw.Subject, id domain.GroupID, d Decision) error {
	s.Words = s.Words.Spoken()
	say := s.Words.Say
	name, agreed := s.Words.Group(s.World, id), about(s, id)
	var in names
	for _, m := range s.World.MembersOn(id, s.On) {
		in.by(m.Person)
	}
	in.agreements(s, agreed)
	s = s.Apart(in.ids)
	return write(out, s, say("page.group.title", name), say("page.group.team"), func(p writer) {
		g, _ := s.World.Group(id)
		p.group(id)
		p.Warning(say("page.group.team"))
		p.sentence(say("page.on", s.Words.FullDate(s.On)))
		p.part(say("page.group.setting"), func() {
			p.sentence(say("page.group.set", name, s.Words.Visibility(g.Visibility)))
			p.sentence(s.Words.VisibilityExplain(g.Visibility))
		})
		p.part(say("page.group.roles"), func() {
			p.sentence(say("page.group.roles-lead"))
			p.Table(p.byRole(g.Visibility))
			p.sentence(say("page.group.network"))
			if othersSee(s, id) {
				p.sentence(say("page.group.others"))
			}
		})
		p.part(say("page.group.picture"), func() {
			d := draw.Group(s, id)
			p.picture(d)
			p.Line("h3", say("picture.in-words"))
			p.sentence(d.InWords())
		})
		p.part(say("page.agreements"), func() { p.agreements(agreed, say("page.group.no-agreements")) })
		p.part(say("page.group.decision"), func() { p.decision(d) })
		p.part(say("page.group.signature"), func() {
			p.Table(document.Table{Caption: say("page.group.signature-caption"), Blank: true,
				Heads: []string{say("page.group.function"), say("page.group.name"), say("page.group.date"), say("page.group.signed")},
				Rows:  [][]string{{say("page.group.counselor"), "", "", ""}, {say("page.group.responsible"), "", "", ""}}})
		})
	})
}

// asked are the roles that a team asks about.
func asked() []domain.Role {
	return []domain.Role{domain.Client, domain.Guardian, domain.External, domain.Counselor}
}

// byRole asks the policy what the setting does in a group of two people of each role who
// share nothing else.
func (p writer) byRole(v domain.Visibility) document.Table {
	const group = "G"
	institution := p.World.Institution()
	r := domain.Records{Institution: []domain.Institution{{Readings: institution.Readings}}, Groups: []domain.Group{{ID: group, Name: group, Visibility: v}}}
	first := func(role domain.Role) domain.PersonID { return domain.PersonID("A" + role.String()) }
	second := func(role domain.Role) domain.PersonID { return domain.PersonID("B" + role.String()) }
	for _, name := range []func(domain.Role) domain.PersonID{first, second} {
		for _, role := range asked() {
			r.Persons = append(r.Persons, domain.Person{ID: name(role), Role: role})
			r.Memberships = append(r.Memberships, domain.Membership{Group: group, Person: name(role)})
		}
	}
	slices.SortFunc(r.Persons, func(a, b domain.Person) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(r.Memberships, func(a, b domain.Membership) int { return cmp.Compare(a.Person, b.Person) })
	w := domain.NewWorld(r)
	out := document.Table{Caption: p.Words.Say("page.group.roles-caption"), Heads: []string{p.Words.Say("page.group.viewer")}}
	for _, o := range asked() {
		out.Heads = append(out.Heads, p.Words.Say("page.group.other", p.Words.RoleWord(o)))
	}
	out.Heads = append(out.Heads, p.Words.Say("page.group.all-counselors"))
	for _, viewer := range asked() {
		row := []string{p.Words.Say("page.group.as-viewer", p.Words.RoleWord(viewer))}
		for _, o := range asked() {
			row = append(row, p.can(sight.Between(w, first(viewer), second(o), p.On)))
		}
		_, b := sight.Tiles(w, first(viewer), p.On)
		at := slices.ContainsFunc(b.Groups, func(g sight.GroupRows) bool { return g.Access.GroupMessage.Holds() })
		out.Rows = append(out.Rows, append(row, p.Words.YesNo(at)))
	}
	return out
}

func (p writer) can(l sight.Sightline) string {
	switch {
	case l.Sees() && l.MayMessage():
		return p.Words.Say("page.can.both")
	case l.Sees():
		return p.Words.Say("page.can.sees")
	case l.MayMessage():
		return p.Words.Say("page.can.messages")
	}
	return p.Words.Say("page.can.neither")
}

// about are the agreements about a group, and those about two of its members.
func about(s draw.Subject, id domain.GroupID) []sight.Verdict {
	in := map[domain.PersonID]bool{}
	for _, m := range s.World.MembersOn(id, s.On) {
		in[m.Person] = true
	}
	return slices.DeleteFunc(sight.Verdicts(s.World, s.On), func(v sight.Verdict) bool {
		a := v.Agreement
		return a.Group != id && !(a.Kind.OfPair() && in[a.Viewer] && in[a.Other])
	})
}

func (p writer) agreements(all []sight.Verdict, none string) {
	var rows [][]string
	for _, v := range all {
		state := p.Words.Say("page.kept")
		if !v.Holds {
			state = p.Words.Say("page.broken", p.Words.BreachBy(p.person, p.World, v))
		}
		rows = append(rows, []string{p.Words.AgreementBy(p.person, p.World, v.Agreement), state})
	}
	p.table(document.Table{Caption: p.Words.Say("page.agreements-caption"), Heads: []string{p.Words.Say("page.agreement"), p.Words.Say("page.state")}, Rows: rows}, none)
}

func (p writer) decision(d Decision) {
	if d.On == 0 {
		p.sentence(p.Words.Say("page.group.no-decision"))
		return
	}
	by, reason := p.Words.Clean(d.By.Name), p.Words.Clean(d.By.Reason)
	if by == "" {
		by = p.Words.Say("page.not-recorded")
	}
	if d.By.Behalf != "" {
		by = p.Words.Say("page.group.behalf", by, p.Words.Clean(d.By.Behalf))
	}
	if reason == "" {
		reason = p.Words.Say("page.not-recorded")
	}
	p.sentence(p.Words.Say("page.group.decided", p.Words.FullDate(d.On), by))
	p.sentence(p.Words.Say("page.group.reason", reason))
}

// othersSee reports whether a counselor who is not in a group sees it all the same (G6).
func othersSee(s draw.Subject, id domain.GroupID) bool {
	one := domain.Person{ID: "?", Role: domain.Counselor, GivenName: "?", FamilyName: domain.NoFamilyName} // an id that nobody can have
	w, err := s.World.With(domain.Change{Person: &domain.Swap[domain.Person]{After: &one}})
	return err == nil && sight.Access(w, one.ID, id, s.On).Sees()
}
