package sight

import (
	"cmp"
	"fmt"
	"slices"

	"zichtlijn/domain"
)

// Rule is the id of a rule of DOMAIN.md 2 that can be a ground.
type Rule uint8

// The rules through which somebody sees or may do something. Rules that only take
// away (G1, G7) give no ground.
const (
	None Rule = iota // no rule
	G2               // a counselor sees the group and all members, in the Berichtentegel
	G3               // a user sees the group and its counselors
	G4               // everyone in it sees the group and all members
	G5               // a counselor has an open group in the Berichtentegel too
	G6               // a counselor sees a group without being in it
	D1               // group reports
	D3               // set out a programme or tool for the users of the group
	D4               // message to all linked counselors at once
	D5               // message one counselor
	D6               // the same for guardians and externals
	D7               // clients and guardians message one another
	D8               // externals join D7
	D9               // a counselor messages any member of an own group
	N2               // a direct relation
	N3               // the network around a client
	H9               // the reports of a client, by and for their network
	H11              // a news group reaches the members of its groups
	H12              // they post in it
	ruleCount
)

var ruleCodes = [ruleCount]string{"", "G2", "G3", "G4", "G5", "G6", "D1", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "N2", "N3", "H9", "H11", "H12"}

// String returns the rule's id in DOMAIN.md.
func (r Rule) String() string {
	if r < ruleCount {
		return ruleCodes[r]
	}
	return fmt.Sprintf("Rule(%d)", uint8(r))
}

// Rules returns every rule in the order of DOMAIN.md.
func Rules() []Rule {
	out := make([]Rule, 0, ruleCount-1)
	for r := None + 1; r < ruleCount; r++ {
		out = append(out, r)
	}
	return out
}

// Tag is the source of a rule.
type Tag uint8

// The three tags of DOMAIN.md.
const (
	Stated Tag = iota // S: by the products' own articles on groups and on relations
	Vendor            // P: by another public page of the vendor
	Read              // R: a reading: our choice, and the screen says so
)

// String returns the letter that DOMAIN.md uses.
func (t Tag) String() string { return [...]string{"S", "P", "R"}[t] }

// Code returns the tag as a word, for data.
func (t Tag) Code() string { return [...]string{"stated", "vendor", "reading"}[t] }

// Clause is a rule as it applies in one case: some rules are stated for one
// visibility or pair of roles and a reading for another. The zero Clause is no
// ground.
type Clause struct {
	Rule      Rule
	Tag       Tag
	Switch    domain.Reading // the reading that allows it, if HasSwitch
	HasSwitch bool           // the institution can turn the reading; false: it is fixed, or none
}

// Holds reports whether the clause is a ground at all.
func (c Clause) Holds() bool { return c.Rule != None }

// Of returns the clause as a ground about a group; none where it does not hold.
func (c Clause) Of(g domain.GroupID) []Ground {
	if !c.Holds() {
		return nil
	}
	return []Ground{{Clause: c, Group: g}}
}

func stated(r Rule) Clause { return Clause{Rule: r, Tag: Stated} }

func vendor(r Rule) Clause { return Clause{Rule: r, Tag: Vendor} }

func read(r Rule, by domain.Reading) Clause {
	return Clause{Rule: r, Tag: Read, Switch: by, HasSwitch: true}
}

// Ground is a clause with the group, or the client and relations, through which
// it applies.
type Ground struct {
	Clause
	Group    domain.GroupID
	Client   domain.PersonID   // the client of the network
	Relation domain.RelationID // N2: the relation; N3: the viewer's
	Other    domain.RelationID // N3: the other's
}

// Short returns the rule with the group or client, such as G3:G5 or N3:P14, as
// the matrix shows it.
func (g Ground) Short() string {
	if g.Group != "" {
		return g.Rule.String() + ":" + string(g.Group)
	}
	return g.Rule.String() + ":" + string(g.Client)
}

func compareGrounds(a, b Ground) int {
	if c := cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Group, b.Group)); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Client, b.Client), cmp.Compare(a.Relation, b.Relation), cmp.Compare(a.Other, b.Other))
}

// Shorts returns the short forms of all grounds, sorted, each once.
func Shorts(lists ...[]Ground) []string {
	out := []string{}
	for _, list := range lists {
		for _, g := range list {
			out = append(out, g.Short())
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
