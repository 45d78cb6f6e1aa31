package sight

import (
	"testing"

	"zichtlijn/domain"
)

// where is the part of an answer that a rule of DOMAIN.md gives.
type where uint8

const (
	inPersonentegel where = iota
	inBerichtentegel
	toMessage
)

// given is one sentence of DOMAIN.md 2.1 or 2.2 about two members of a group,
// written down by hand: a second account of the policy, in another form.
type given struct {
	rule    Rule
	modes   []int
	viewers []domain.Role
	others  []domain.Role
	gives   where
	tag     Tag
	needs   []domain.Reading // all of them on; the first is the one that the ground names
}

func twoMembers() []given {
	const (
		client, guardian, external = domain.Client, domain.Guardian, domain.External
		keeps                      = domain.ReadOpenKeepsCounselorMessages
	)
	counselors := []domain.Role{domain.Counselor, domain.CounselorPlus}
	users := []domain.Role{client, guardian, external}
	all := domain.MemberRoles()
	type roles = []domain.Role
	type needs = []domain.Reading
	return []given{
		{G2, []int{1, 2}, counselors, all, inBerichtentegel, Stated, nil},
		{G3, []int{2}, users, counselors, inPersonentegel, Stated, nil},
		{G4, []int{3}, all, all, inPersonentegel, Stated, nil},
		{G5, []int{3}, counselors, all, inBerichtentegel, Read, needs{domain.ReadOpenKeepsMessagesTile}},

		{D5, []int{2}, roles{client}, counselors, toMessage, Stated, nil},
		{D5, []int{3}, roles{client}, counselors, toMessage, Read, needs{keeps}},
		{D6, []int{2}, roles{guardian}, counselors, toMessage, Read, needs{domain.ReadNamedGuardianMessages}},
		{D6, []int{3}, roles{guardian}, counselors, toMessage, Read, needs{domain.ReadNamedGuardianMessages, keeps}},
		{D6, []int{2}, roles{external}, counselors, toMessage, Read, needs{domain.ReadNamedExternalMessages}},
		{D6, []int{3}, roles{external}, counselors, toMessage, Read, needs{domain.ReadNamedExternalMessages, keeps}},
		{D7, []int{3}, roles{client}, roles{guardian}, toMessage, Stated, nil},
		{D7, []int{3}, roles{guardian}, roles{client}, toMessage, Stated, nil},
		{D7, []int{3}, roles{client}, roles{client}, toMessage, Read, needs{domain.ReadOpenPeerMessages}},
		{D7, []int{3}, roles{guardian}, roles{guardian}, toMessage, Read, needs{domain.ReadOpenPeerMessages}},
		{D8, []int{3}, roles{external}, users, toMessage, Read, needs{domain.ReadOpenExternalMessages}},
		{D8, []int{3}, roles{client, guardian}, roles{external}, toMessage, Read, needs{domain.ReadOpenExternalMessages}},
		{D9, []int{1, 2, 3}, counselors, all, toMessage, Read, needs{domain.ReadCounselorMessagesMembers}},
	}
}

func (g given) about(p policy, v domain.Visibility, rv, ro domain.Role) bool {
	for _, r := range g.needs {
		if !p.On(r) {
			return false
		}
	}
	return has(g.modes, v.Mode()) && has(g.viewers, rv) && has(g.others, ro)
}

func (g given) clause() Clause {
	c := Clause{Rule: g.rule, Tag: g.tag}
	if len(g.needs) > 0 {
		c.Switch, c.HasSwitch = g.needs[0], true
	}
	return c
}

func has[T comparable](list []T, one T) bool {
	for _, x := range list {
		if x == one {
			return true
		}
	}
	return false
}

// everyPolicy calls do with each of the 8192 ways to answer the readings.
func everyPolicy(do func(policy)) {
	for bits := range 1 << len(domain.AllReadings()) {
		var s domain.Readings
		for i, r := range domain.AllReadings() {
			s = s.With(r, bits>>i&1 == 1)
		}
		do(policy{s})
	}
}

func TestUnderAnyReadingsTwoMembersHoldOfEachOtherWhatTheRulesSay(t *testing.T) {
	rules := twoMembers()
	everyPolicy(func(p policy) {
		for _, v := range domain.Visibilities() {
			for _, rv := range domain.Roles() {
				for _, ro := range domain.Roles() {
					var want [3]Clause
					for _, g := range rules {
						if g.about(p, v, rv, ro) {
							want[g.gives] = g.clause()
						}
					}
					h := p.access(v, rv, ro)
					if got := [3]Clause{h.Personentegel, h.Berichtentegel, h.Message}; got != want {
						t.Fatalf("readings %b, %s, %s of %s: %v, want %v", p.Readings, v, rv, ro, got, want)
					}
				}
			}
		}
	})
}

// TestNoTwoRulesClaimOneCell makes sure that the hand-written table is unambiguous:
// otherwise the last rule would win.
func TestNoTwoRulesClaimOneCell(t *testing.T) {
	rules := twoMembers()
	for _, v := range domain.Visibilities() {
		for _, rv := range domain.Roles() {
			for _, ro := range domain.Roles() {
				claimed := map[where]Rule{}
				for _, g := range rules {
					if !has(g.modes, v.Mode()) || !has(g.viewers, rv) || !has(g.others, ro) {
						continue
					}
					if other, twice := claimed[g.gives]; twice {
						t.Errorf("%s and %s for %s, %s of %s", other, g.rule, v, rv, ro)
					}
					claimed[g.gives] = g.rule
				}
			}
		}
	}
}

func TestUnderAnyReadingsAMemberHoldsOfTheGroupWhatTheRulesSay(t *testing.T) {
	for _, c := range []struct {
		viewer                        domain.Role
		mode                          int
		personentegel, berichtentegel Rule
		report, programme, message    Rule
	}{
		{domain.Client, 1, None, None, None, None, None},
		{domain.Client, 2, G3, None, None, None, D4},
		{domain.Client, 3, G4, None, None, None, D4},
		{domain.Guardian, 1, None, None, None, None, None},
		{domain.Guardian, 2, G3, None, None, None, None},
		{domain.Guardian, 3, G4, None, None, None, None},
		{domain.External, 1, None, None, None, None, None},
		{domain.External, 2, G3, None, None, None, None},
		{domain.External, 3, G4, None, None, None, None},
		{domain.Counselor, 1, None, G2, D1, D3, None},
		{domain.Counselor, 2, None, G2, D1, D3, None},
		{domain.Counselor, 3, G4, G5, D1, D3, None},
		{domain.CounselorPlus, 1, None, G2, D1, D3, None},
		{domain.CounselorPlus, 2, None, G2, D1, D3, None},
		{domain.CounselorPlus, 3, G4, G5, D1, D3, None},
		{domain.Administrator, 1, None, None, None, None, None},
		{domain.Administrator, 2, None, None, None, None, None},
		{domain.Administrator, 3, None, None, None, None, None},
	} {
		everyPolicy(func(p policy) {
			want := c
			if !p.On(domain.ReadOpenKeepsMessagesTile) && want.berichtentegel == G5 {
				want.berichtentegel = None
			}
			s := p.groupAccess(domain.Visibility(c.mode-1), c.viewer, 1)
			got := want
			got.personentegel, got.berichtentegel = s.Personentegel.Rule, s.Berichtentegel.Rule
			got.report, got.programme, got.message = s.GroupReport.Rule, s.Programme.Rule, s.GroupMessage.Rule
			if got != want {
				t.Fatalf("readings %b: %+v, want %+v", p.Readings, got, want)
			}
			if alone := p.groupAccess(domain.Visibility(c.mode-1), c.viewer, 0); alone.GroupMessage.Holds() {
				t.Fatalf("%s has a group message to no counselor at all", c.viewer) // D4
			}
		})
	}
}

func TestEveryRuleHasACodeAndStandsInTheOrderOfTheRules(t *testing.T) {
	want := []string{"G2", "G3", "G4", "G5", "G6", "D1", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "N2", "N3", "H9", "H11", "H12"}
	rules := Rules()
	if len(rules) != len(want) {
		t.Fatalf("%d rules, want %d", len(rules), len(want))
	}
	for i, r := range rules {
		if r.String() != want[i] {
			t.Errorf("rule %d is %s, want %s", i, r, want[i])
		}
	}
	if None.String() != "" || Rule(99).String() != "Rule(99)" {
		t.Error("no rule has a code")
	}
}
