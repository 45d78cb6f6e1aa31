package sight

import (
	"fmt"

	"zichtlijn/domain"
)

// Rule is the id of a rule of DOMAIN.md 2 that can be a ground.
type Rule uint8

// The rules through which somebody sees or may do something. None is the
// absence of a rule. Rules that only take away (G1, G7) give no ground.
const (
	None Rule = iota
	G2        // a counselor sees the group and all members, in the Berichtentegel
	G3        // a user sees the group and its counselors
	G4        // everyone in it sees the group and all members
	G5        // a counselor has an open group in the Berichtentegel too
	G6        // a counselor sees a group without being in it
	D1        // group reports
	D3        // set out a programme or tool for the users of the group
	D4        // message to all linked counselors at once
	D5        // message one counselor
	D6        // the same for guardians and externals
	D7        // clients and guardians message one another
	D8        // externals join D7
	D9        // a counselor messages any member of an own group
	N2        // a direct relation
	N3        // the network around a client
	ruleCount
)

var ruleCodes = [ruleCount]string{"", "G2", "G3", "G4", "G5", "G6", "D1", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "N2", "N3"}

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

// Tag says on whose word a ground stands.
type Tag uint8

// The three tags of DOMAIN.md.
const (
	Stated Tag = iota // S: by the products' own articles on groups and on relations
	Vendor            // P: by another public page of the vendor
	Read              // R: a reading; our choice, and the screen says so
)

// String returns the letter that DOMAIN.md uses.
func (t Tag) String() string { return [...]string{"S", "P", "R"}[t] }

// Clause is a rule as it applies in one case: some rules are stated for one
// mode or pair and a reading for another.
type Clause struct {
	Rule   Rule
	Tag    Tag
	Switch domain.Reading // the reading that allows it, if HasSwitch
	// HasSwitch tells a reading that the institution can turn from a fixed one.
	HasSwitch bool
}

// Holds reports whether the clause is a ground at all.
func (c Clause) Holds() bool { return c.Rule != None }

func stated(r Rule) Clause { return Clause{Rule: r, Tag: Stated} }

func vendor(r Rule) Clause { return Clause{Rule: r, Tag: Vendor} }

func read(r Rule, by domain.Reading) Clause {
	return Clause{Rule: r, Tag: Read, Switch: by, HasSwitch: true}
}
