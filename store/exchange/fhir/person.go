package fhir

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
)

// person writes the resources of one person.
func (b *builder) person(p domain.Person) {
	if !p.ActiveOn(b.on) {
		b.leave(domain.PersonNoun, p, Inactive)
		return
	}
	patient, employee, clients := b.standing(p)
	if patient {
		b.patient(p)
	}
	if employee != domain.NoRole {
		b.practitioner(p, employee)
	}
	for _, r := range clients {
		b.relatedPerson(p, r)
	}
	if code := leftOf(p, clients); code != "" {
		b.leave(domain.PersonNoun, p, code)
	}
	if !patient && employee == domain.NoRole && len(clients) == 0 {
		return
	}
	leaveFields(b, domain.PersonNoun, p, b.lacks.of(p))
	if !p.InactiveFrom.IsZero() && !p.Role.IsCounselor() { // a PractitionerRole has it as its end
		b.left = append(b.left, exchange.Left{Ref: domain.Ref{Noun: domain.PersonNoun, Key: p.Key()}, Field: "inactiveFrom", Code: Property})
	}
}

// standing is how somebody is known, by default role, by the roles in groups, and by
// relations (N1).
func (b *builder) standing(p domain.Person) (patient bool, employee domain.Role, clients []related) {
	patient = p.Role == domain.Client
	for m := range b.world.MembershipsOf(p.ID) {
		if _, code := b.days(m.Period, p); code != "" {
			continue
		}
		as := b.world.RoleIn(m)
		patient = patient || as == domain.Client
		if as.IsCounselor() {
			employee = max(employee, as)
		}
	}
	for r := range b.world.RelationsOf(p.ID) {
		if c, code := b.carried(r); code == "" && c.Person == p.ID && c.of.Kind == domain.EmployeeKind {
			employee = max(employee, domain.Counselor)
		}
	}
	if p.Role.IsCounselor() {
		employee = p.Role
	}
	return patient, employee, b.relatedTo(p.ID)
}

// leftOf returns why the default role of somebody has no resource.
func leftOf(p domain.Person, clients []related) string {
	switch {
	case p.Role == domain.Administrator:
		return Administrator
	case (p.Role == domain.Guardian || p.Role == domain.External) && len(clients) == 0:
		return NoClient
	}
	return ""
}

func (b *builder) patient(p domain.Person) {
	b.add(patientURL(p.ID), patient{headOf("Patient", p, domain.Client), true, humanOf(p)})
}

// practitioner writes a PractitionerRole only of whom it is the default role: it would give
// the others more days than their relations and groups do.
func (b *builder) practitioner(p domain.Person, as domain.Role) {
	url := practitionerURL(p.ID)
	b.add(url, practitioner{headOf("Practitioner", p, as), true, humanOf(p)})
	if !p.Role.IsCounselor() {
		return
	}
	role := practitionerRole{head: headOf("PractitionerRole", p, as), Active: true, Practitioner: reference{Reference: url}}
	if !p.InactiveFrom.IsZero() {
		role.Period = &period{End: p.InactiveFrom - 1}
	}
	if p.Function != "" {
		role.Code = []concept{{Text: p.Function}}
	}
	if p.Location != "" {
		role.Location = []reference{{Display: p.Location}}
	}
	b.add(fullURL("PractitionerRole", string(p.ID)), role)
}

func (b *builder) relatedPerson(p domain.Person, r related) {
	var roles []domain.Role
	var is []concept
	for i, c := range r.relations {
		if as := roleOf(c.of.Kind); !slices.Contains(roles, as) {
			roles = append(roles, as)
		}
		if !slices.ContainsFunc(r.relations[:i], func(o carried) bool { return o.Type == c.Type }) {
			is = append(is, relationship(c.of))
		}
		if c.days != r.days {
			b.leave(domain.RelationNoun, c.Relation, OwnDays)
		}
	}
	for _, c := range r.after {
		b.leave(domain.RelationNoun, c.Relation, AfterGap)
	}
	b.add(relatedURL(p.ID, r.client), relatedPerson{
		head: headOf("RelatedPerson", p, roles...), Active: true, Patient: reference{Reference: patientURL(r.client)},
		Relationship: is, human: humanOf(p), Period: periodOf(r.days),
	})
}

func roleOf(k domain.Kind) domain.Role {
	if k == domain.GuardianKind {
		return domain.Guardian
	}
	return domain.External
}

// headOf begins a resource about a person, with the roles that it is about.
func headOf(resource string, p domain.Person, roles ...domain.Role) head {
	out := head{Resource: resource, Meta: &meta{}, Identifier: []identifier{{ownPerson, string(p.ID)}}}
	for _, r := range roles {
		out.Meta.Tag = append(out.Meta.Tag, coding{ownRole, r.String()})
	}
	if p.Number != "" {
		out.Identifier = append(out.Identifier, identifier{numberSystem(p), p.Number})
	}
	return out
}

// humanOf writes the family name with its prefix, as R4 has it without extensions.
func humanOf(p domain.Person) human {
	n := name{Text: p.Shown()}
	if p.FamilyName != domain.NoFamilyName {
		n.Family = strings.TrimSpace(p.FamilyNamePrefix + " " + p.FamilyName)
	}
	if p.GivenName != "" {
		n.Given = []string{p.GivenName}
	}
	out := human{Name: []name{n}, Birth: p.BirthDate}
	if p.Email != "" {
		out.Telecom = []contact{{"email", p.Email}}
	}
	return out
}
