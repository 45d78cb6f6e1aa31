package care

import "fmt"

// Rule is the id of a rule of DOMAIN.md 3.1–3.3 that can be a ground.
type Rule uint8

// The rules on which an answer of this package rests. None is the absence of a rule.
const (
	None Rule = iota
	V1        // Medisch overzicht: an active primary relation
	V2        // Betrokken medewerkers: an active relevant relation
	V3        // Dossier-app: active and relevant only
	V4        // legally or BOPZ (Wzd/Wvggz) responsible
	V5        // not to plan: an active negative relation
	V7        // the course: what counts no more, not yet, or not at all
	V8        // missing: what is not there, or will soon not be
	L1        // star
	L2        // signal
	A1        // access by a relation
	A2        // access by an assignment
	A3        // access of every employee
	ruleCount
)

var ruleCodes = [ruleCount]string{"", "V1", "V2", "V3", "V4", "V5", "V7", "V8", "L1", "L2", "A1", "A2", "A3"}

// String returns the rule's id in DOMAIN.md.
func (r Rule) String() string {
	if r < ruleCount {
		return ruleCodes[r]
	}
	return fmt.Sprintf("Rule(%d)", uint8(r))
}
