package signal

import (
	"slices"

	"zichtlijn/domain"
)

// Code is what a signal is about. Acceptances store it and scripts read it: it never
// changes its meaning.
type Code string

// The codes in list order, the most urgent first, each with its objects. If they end
// with a list of ids, one id more or less makes another signal: an acceptance is
// about exactly those.
const (
	ParentAsCounselor  Code = "member.parent-as-counselor" // group, person, client: a parent or external of a client in it, as a counselor
	RevealingName      Code = "group.revealing-name"       // group: visible, and its name betrays a diagnosis or a measure
	OneWaySight        Code = "sight.one-way"              // viewer: no counselor by default role, and sees somebody who does not see them
	NoCounselors       Code = "group.no-counselors"        // group
	FewCounselors      Code = "group.few-counselors"       // group: one counselor, so nobody when that one is away
	ExternalNoEnd      Code = "member.external-no-end"     // group, person: in it as EXTERNAL without a last day
	MemberInactive     Code = "member.inactive"            // person, groups: counts no more and is in them still
	RelationInactive   Code = "relation.inactive"          // person, relations: counts no more and stands in them still
	AssignmentInactive Code = "assignment.inactive"        // person, access roles: counts no more and has them still
	TypeOffInUse       Code = "type.off-in-use"            // type: switched off while relations of it run (E7)
	WithoutNetwork     Code = "type.without-network"       // type: relations of it run, and none is direct, as those of its kind usually are (E6)
	Unseen             Code = "person.unseen"              // person: active, no administrator, and nobody sees them
	Turns12            Code = "client.turns-12"            // client: within Soon days; from 12 on parent and young person consent
	Turns16            Code = "client.turns-16"            // client: from 16 on the young person consents
	Turns18            Code = "client.turns-18"            // client: of age
	MemberEndsSoon     Code = "member.ends-soon"           // group, person: last day within Soon days
	RelationEndsSoon   Code = "relation.ends-soon"         // relation: last day within Soon days
	AssignmentEndsSoon Code = "assignment.ends-soon"       // access role, person: last day within Soon days
	SeveralRoles       Code = "person.several-roles"       // person, groups: in these in another role than their own
	SeveralModes       Code = "person.several-modes"       // person, groups: as a user in groups of different modes
	Namesakes          Code = "person.namesakes"           // persons: everybody of one name
	PrimaryNotRelevant Code = "type.primary-not-relevant"  // type (DOMAIN.md 3)
	NegativeRelevant   Code = "type.negative-relevant"     // type (DOMAIN.md 3)
	OnNegativeType     Code = "role.on-negative-type"      // access role, types: access because somebody is unwanted (DOMAIN.md 3)
)

// shape is the nouns of a code's objects; list: any number of the last.
type shape struct {
	code  Code
	nouns []domain.Noun
	list  bool
}

var shapes = [...]shape{
	{ParentAsCounselor, []domain.Noun{domain.GroupNoun, domain.PersonNoun, domain.PersonNoun}, false},
	{RevealingName, []domain.Noun{domain.GroupNoun}, false},
	{OneWaySight, []domain.Noun{domain.PersonNoun}, false},
	{NoCounselors, []domain.Noun{domain.GroupNoun}, false},
	{FewCounselors, []domain.Noun{domain.GroupNoun}, false},
	{ExternalNoEnd, []domain.Noun{domain.GroupNoun, domain.PersonNoun}, false},
	{MemberInactive, []domain.Noun{domain.PersonNoun, domain.GroupNoun}, true},
	{RelationInactive, []domain.Noun{domain.PersonNoun, domain.RelationNoun}, true},
	{AssignmentInactive, []domain.Noun{domain.PersonNoun, domain.AccessRoleNoun}, true},
	{TypeOffInUse, []domain.Noun{domain.RelationTypeNoun}, false},
	{WithoutNetwork, []domain.Noun{domain.RelationTypeNoun}, false},
	{Unseen, []domain.Noun{domain.PersonNoun}, false},
	{Turns12, []domain.Noun{domain.PersonNoun}, false},
	{Turns16, []domain.Noun{domain.PersonNoun}, false},
	{Turns18, []domain.Noun{domain.PersonNoun}, false},
	{MemberEndsSoon, []domain.Noun{domain.GroupNoun, domain.PersonNoun}, false},
	{RelationEndsSoon, []domain.Noun{domain.RelationNoun}, false},
	{AssignmentEndsSoon, []domain.Noun{domain.AccessRoleNoun, domain.PersonNoun}, false},
	{SeveralRoles, []domain.Noun{domain.PersonNoun, domain.GroupNoun}, true},
	{SeveralModes, []domain.Noun{domain.PersonNoun, domain.GroupNoun}, true},
	{Namesakes, []domain.Noun{domain.PersonNoun}, true},
	{PrimaryNotRelevant, []domain.Noun{domain.RelationTypeNoun}, false},
	{NegativeRelevant, []domain.Noun{domain.RelationTypeNoun}, false},
	{OnNegativeType, []domain.Noun{domain.AccessRoleNoun, domain.RelationTypeNoun}, true},
}

// Codes returns every code in list order.
func Codes() []Code {
	out := make([]Code, len(shapes))
	for i, s := range shapes {
		out[i] = s.code
	}
	return out
}

// Parse reads a code; ok is false for codes of other acceptances, such as the ticks
// of steps.
func Parse(s string) (c Code, ok bool) {
	c = Code(s)
	return c, c.place() >= 0
}

// place returns the index in the list; -1 for no code.
func (c Code) place() int {
	return slices.IndexFunc(shapes[:], func(s shape) bool { return s.code == c })
}

// Noun returns the noun of object i of a signal. All objects of a list have the last
// noun.
func (c Code) Noun(i int) domain.Noun {
	at := c.place()
	if at < 0 {
		return 0
	}
	nouns := shapes[at].nouns
	return nouns[min(i, len(nouns)-1)]
}

// List returns the index of the first object of the list; ok is false if the code has
// none.
func (c Code) List() (from int, ok bool) {
	at := c.place()
	if at < 0 || !shapes[at].list {
		return 0, false
	}
	return len(shapes[at].nouns) - 1, true
}
