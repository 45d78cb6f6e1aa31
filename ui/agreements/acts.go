package agreements

import (
	"zichtlijn/domain"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
)

// Acts are what keys do with the agreement under the cursor.
func (l listing) Acts(s scene.Scene, at shelf.At) []scene.Action {
	out := []scene.Action{scene.Opens("n", "agreements.new", func() scene.Dialog { return addAgreement(s) })}
	if one, ok := l.agreement(at.Key); ok {
		a := one.Agreement
		out = append(out,
			scene.Wishes("enter", "agreements.go", scene.Go{Screen: scene.GroupsScreen, At: target(at, one)}),
			scene.Opens("e", "agreements.edit", func() scene.Dialog { return editAgreement(s, a) }),
			scene.Opens("d", "agreements.remove", func() scene.Dialog { return removeAgreement(s, a) }))
		if a.Kind.OfPair() {
			out = append(out, scene.Wishes("w", "agreements.why", scene.Why{Viewer: a.Viewer, Other: a.Other}))
		}
	}
	return append(out, shelf.Find("agreements.find"))
}

// target is where enter goes: to what the line under the cursor of the details is
// about, else to where the agreement can be mended. Groups and somebody's relations
// are both edited on the screen Groepen.
func target(at shelf.At, one agreed) domain.Ref {
	if to := at.To(); to.Key != "" {
		return to
	}
	return one.mend()
}
