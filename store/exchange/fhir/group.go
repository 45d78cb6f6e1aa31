package fhir

import (
	"encoding/xml"
	"strings"

	"zichtlijn/domain"
)

// group writes a group: its clients as a Group, and everybody else as a CareTeam about
// that Group, for an R4 Group may not hold a RelatedPerson. The team is only proposed:
// it treats nobody, and a group gives no access to a record.
func (b *builder) group(g domain.Group) {
	url := groupURL(g.ID)
	out := group{
		head: head{
			Resource: "Group", Extension: []extension{{URL: ownVisibility, Code: g.Visibility.String()}},
			Identifier: []identifier{{ownGroup, string(g.ID)}},
		},
		Active: true, Type: "person", Actual: true, Name: g.Name,
	}
	b.narrate(&out.head, g)
	var others []domain.Membership
	clients := map[domain.PersonID]bool{}
	for m := range b.world.MembersOf(g.ID) {
		p, _ := b.world.Person(m.Person)
		days, code := b.days(m.Period, p)
		if code != "" {
			b.leave(domain.MembershipNoun, m, code)
			continue
		}
		if b.world.RoleIn(m) == domain.Client {
			clients[m.Person] = true
			out.Member = append(out.Member, member{reference{Reference: patientURL(m.Person)}, periodOf(days)})
			continue
		}
		m.Period = days // begins on the same day: the key stays
		others = append(others, m)
	}
	b.add(url, out)
	leaveFields(b, domain.GroupNoun, g, b.lacks.group)

	team := careTeam{head: head{Resource: "CareTeam"}, Status: "proposed", Name: g.Name, Subject: reference{Reference: url}}
	for _, m := range others {
		team.Participant = append(team.Participant, b.takingPart(m, clients)...)
	}
	if len(team.Participant) > 0 {
		b.add(fullURL("CareTeam", "Group", string(g.ID)), team)
	}
}

// narrate adds what people read. Its status is that of a text that tells an extension.
func (b *builder) narrate(h *head, g domain.Group) {
	if b.Narrative == nil {
		return
	}
	text := b.Narrative(g)
	if strings.TrimSpace(text) == "" {
		return
	}
	var div strings.Builder
	div.WriteString(`<div xmlns="http://www.w3.org/1999/xhtml"`)
	if b.Language != "" {
		h.Language = b.Language
		div.WriteString(` lang="` + b.Language + `" xml:lang="` + b.Language + `"`)
	}
	div.WriteString(">")
	xml.EscapeText(&div, []byte(text)) // a Builder never fails
	div.WriteString("</div>")
	h.Text = &narrative{"extensions", div.String()}
}

// takingPart returns a member of a group who is in it as no client. A guardian or external
// takes part for their clients in the group; with none there, for all their clients, since
// they are there for themselves.
func (b *builder) takingPart(m domain.Membership, clients map[domain.PersonID]bool) []participant {
	as := b.world.RoleIn(m)
	one := participant{Role: []concept{takesPart(as)}, Period: periodOf(m.Period)}
	if as.IsCounselor() {
		one.Member.Reference = practitionerURL(m.Person)
		return []participant{one}
	}
	var inGroup, all []participant
	for _, r := range b.relatedTo(m.Person) {
		one.Member.Reference = relatedURL(m.Person, r.client)
		all = append(all, one)
		if clients[r.client] {
			inGroup = append(inGroup, one)
		}
	}
	switch {
	case len(all) == 0:
		b.leave(domain.MembershipNoun, m, NoClient)
	case len(inGroup) > 0:
		return inGroup
	}
	return all
}
