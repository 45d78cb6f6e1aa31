// Package agreements is the screen Afspraken: what the coordinator promised
// about this institution, whether it holds, and by which route it does not.
//
// It promises that broken agreements stand first, that nothing is said of who
// sees whom but what the policy says, and that nothing is judged again while the
// world and the day stay the same. It refuses to know how a breach is mended:
// it goes to where that can be done.
package agreements

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
)

// New makes the screen: every agreement, no filter.
func New() scene.Screen { return shelf.New(domain.AgreementNoun, listing{}) }
