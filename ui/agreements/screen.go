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

// New returns the screen with every agreement and no filter.
func New() scene.Screen { return shelf.New(domain.AgreementNoun, listing{}) }

// Acts are the actions on the agreement under the cursor.
func (l listing) Acts(s scene.Scene, at shelf.At) []scene.Action {
	out := []scene.Action{scene.Weighs("n", "agreements.new", func() scene.Dialog { return addAgreement(s) })}
	if one, ok := l.agreement(at.Key); ok {
		a := one.Agreement
		out = append(out,
			scene.Wishes("enter", "agreements.go", scene.Go{Screen: scene.GroupsScreen, At: target(at, one)}),
			scene.Weighs("e", "agreements.edit", func() scene.Dialog { return editAgreement(s, a) }),
			scene.Weighs("d", "agreements.remove", func() scene.Dialog { return removeAgreement(s, a) }))
		if a.Kind.OfPair() {
			out = append(out, scene.Wishes("w", "agreements.why", scene.Why{Viewer: a.Viewer, Other: a.Other}))
		}
	}
	return append(out, shelf.Find("agreements.find"))
}

// target is the record that enter goes to: that of the line under the cursor of the
// details, else the one where the agreement can be mended. Groups and relations are
// both edited on the screen Groepen.
func target(at shelf.At, one item) domain.Ref {
	if to := at.To(); to.Key != "" {
		return to
	}
	return one.mendRef()
}
