package fhir

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
)

// Options are what the World does not say.
type Options struct {
	// Demonstration marks the Bundle as test data.
	Demonstration bool
	// Narrative is what people read of a group: its visibility, and that other systems
	// ignore that. It is escaped here. nil, or an empty text: no narrative.
	Narrative func(domain.Group) string
	// Language of the narratives, as nl-NL; empty: not said.
	Language string
}

// Write writes a World that breaks no rule (domain.JudgeAll), as it counts on the day
// on and later, and returns what it leaves, by noun and key.
//
// Persons active on that day, groups, and the memberships and relations with a day
// on which they count then or later are carried, planned ones included: a receiver
// must heed every period. A period ends at the latest where one of the people becomes
// inactive. What has ended is left: whoever reads a participant without its period
// would grant access.
//
// Somebody has a resource for each way in which they are known, under one identifier:
// Patient as a client, Practitioner as an employee, RelatedPerson for each client of
// whom they are a guardian or external. Roles in groups count beside the default role.
func Write(w io.Writer, world domain.World, on domain.Date, o Options) ([]exchange.Left, error) {
	head, err := json.Marshal(bundle{"Bundle", meta{Security: o.security()}, "collection"})
	if err != nil {
		return nil, fmt.Errorf("fhir: write: %w", err)
	}
	open, _ := strings.CutSuffix(string(head), "}")
	b := &builder{
		world: world, on: on, Options: o,
		out:   exchange.NewList(w, open+`,"entry":[`),
		roles: map[domain.RelationTypeID][]concept{},
		lacks: placeless(),
	}
	for t := range world.RelationTypes() {
		b.roles[t.ID] = responsibilities(t)
	}
	for p := range world.Persons() {
		b.person(p)
	}
	for g := range world.Groups() {
		b.group(g)
	}
	for p := range world.Persons() {
		b.client(p)
	}
	for r := range world.Relations() {
		b.relation(r)
	}
	b.withoutResource()
	if err := b.out.End(string(head)); err != nil {
		return nil, fmt.Errorf("fhir: write: %w", err)
	}
	return exchange.InOrder(b.left), nil
}

func (o Options) security() []coding {
	out := []coding{{confidentiality, "R"}}
	if o.Demonstration {
		out = append(out, coding{actReason, "HTEST"})
	}
	return out
}

type builder struct {
	world domain.World
	on    domain.Date
	Options
	out   *exchange.List
	left  []exchange.Left
	roles map[domain.RelationTypeID][]concept // of employees
	lacks properties
}

// properties are those that the resources have no place for. A note is for the
// institution itself, and a user name is for its portal.
type properties struct {
	employee, person []domain.Property[domain.Person] // by default role
	group            []domain.Property[domain.Group]
	relation         []domain.Property[domain.Relation]
}

func placeless() properties {
	out := properties{
		person:   domain.Only(domain.PersonProperties(), "initials", "userName", "location", "function", "note"),
		group:    domain.Only(domain.GroupProperties(), "location", "newsGroup", "description"),
		relation: domain.Only(domain.RelationProperties(), "note"),
	}
	out.employee = domain.Without(out.person, "location", "function")
	return out
}

func (p properties) of(who domain.Person) []domain.Property[domain.Person] {
	if who.Role.IsCounselor() {
		return p.employee
	}
	return p.person
}

func (b *builder) add(url string, resource any) { b.out.Add(entry{url, resource}) }

func (b *builder) leave(n domain.Noun, one domain.Keyed, code string) {
	b.left = append(b.left, exchange.Left{Ref: domain.Ref{Noun: n, Key: one.Key()}, Code: code})
}

// leaveFields returns those of the properties that one has, as left.
func leaveFields[T domain.Keyed](b *builder, n domain.Noun, one T, properties []domain.Property[T]) {
	for _, p := range properties {
		if p.Text(&one) != "" {
			b.left = append(b.left, exchange.Left{Ref: domain.Ref{Noun: n, Key: one.Key()}, Field: p.Field, Code: Property})
		}
	}
}

func (b *builder) withoutResource() {
	if b.world.Count(domain.InstitutionNoun) > 0 {
		b.leave(domain.InstitutionNoun, b.world.Institution(), NoResource)
	}
	leaveAll(b, domain.AcceptedSignalNoun, b.world.AcceptedSignals())
	leaveAll(b, domain.RelationTypeNoun, b.world.RelationTypes())
	leaveAll(b, domain.AccessRoleNoun, b.world.AccessRoles())
	leaveAll(b, domain.AssignmentNoun, b.world.Assignments())
	leaveAll(b, domain.ShiftNoun, b.world.Shifts())
	leaveAll(b, domain.AgreementNoun, b.world.Agreements())
}

func leaveAll[T domain.Keyed](b *builder, n domain.Noun, all iter.Seq[T]) {
	for one := range all {
		b.leave(n, one, NoResource)
	}
}
