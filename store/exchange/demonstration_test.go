package exchange

import (
	"testing"

	"zichtlijn/domain"
)

func TestTheDemonstrationIsInOurOwnFormAndOpensOnItsDay(t *testing.T) {
	w := taken(t, domain.World{}, Demonstration())
	if got := written(t, w); got != string(demonstration) {
		t.Error("demonstration.json is not as Write writes it")
	}
	if got := w.Institution().Date.String(); got != "2026-03-02" {
		t.Errorf("it opens on %q", got)
	}
	for noun, want := range map[domain.Noun]int{
		domain.PersonNoun: 41, domain.GroupNoun: 6, domain.MembershipNoun: 55, domain.RelationTypeNoun: 11, domain.RelationNoun: 73,
		domain.AccessRoleNoun: 5, domain.AssignmentNoun: 13, domain.ShiftNoun: 10, domain.AgreementNoun: 3,
	} {
		if got := w.Count(noun); got != want {
			t.Errorf("%d of %s, want %d", got, noun, want)
		}
	}
}
