package fhir

import "zichtlijn/domain"

// client writes the CareTeam of a client: a participant for each relation with an
// employee, since a participant has one period. It is active if one of them counts on
// the day, else proposed.
func (b *builder) client(p domain.Person) {
	team := careTeam{head: head{Resource: "CareTeam"}, Status: "proposed", Subject: reference{Reference: patientURL(p.ID)}}
	for r := range b.world.RelationsOf(p.ID) {
		c, code := b.carried(r)
		if code != "" || c.Client != p.ID || c.of.Kind != domain.EmployeeKind || c.of.Negative {
			continue
		}
		if c.days.Covers(b.on) {
			team.Status = "active"
		}
		team.Participant = append(team.Participant, participant{
			Role: b.roles[c.Type], Member: reference{Reference: practitionerURL(c.Person)}, Period: periodOf(c.days),
		})
	}
	if len(team.Participant) > 0 {
		b.add(fullURL("CareTeam", "Patient", string(p.ID)), team)
	}
}

// relation writes a negative relation, and returns as left what is not carried of any.
func (b *builder) relation(r domain.Relation) {
	c, code := b.carried(r)
	if code != "" {
		b.leave(domain.RelationNoun, r, code)
		return
	}
	leaveFields(b, domain.RelationNoun, r, b.lacks.relation)
	if c.of.Negative {
		b.add(fullURL("Flag", string(r.ID)), b.unwanted(c))
	}
}

// unwanted is what planners must know of a client. FHIR has no element for whom a Flag
// is about besides its subject, so the name stands in its text, for readers who ignore
// our extension.
func (b *builder) unwanted(c carried) flag {
	p, _ := b.world.Person(c.Person)
	return flag{
		head: head{
			Resource:   "Flag",
			Extension:  []extension{{URL: ownUnwanted, Reference: &reference{Reference: practitionerURL(c.Person)}}},
			Identifier: []identifier{{ownRelation, string(c.ID)}},
		},
		Status:   "active",
		Category: []concept{{Coding: []coding{{flagCategory, "admin"}}}},
		Code:     concept{[]coding{{ownFlag, "negative"}}, c.of.Name + ": " + p.Shown()},
		Subject:  reference{Reference: patientURL(c.Client)},
		Period:   periodOf(c.days),
	}
}
