package domain_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
)

func TestAnIdIsLettersDigitsAndThreeSigns(t *testing.T) {
	for _, id := range []string{"P01", "a", "7", "G-oudercafe_2.b", strings.Repeat("x", 64)} {
		if !domain.ValidID(id) {
			t.Errorf("%q is refused", id)
		}
	}
	for _, id := range []string{
		"", " ", "-a", ".a", "_a", "a b", "a/b", "a:b", "é", "a\n", "\na", "a\x00", strings.Repeat("x", 65), "a\u202e",
	} {
		if domain.ValidID(id) {
			t.Errorf("%q is let in", id)
		}
	}
}

func TestANewIdIsTheOneAfterTheHighest(t *testing.T) {
	w := domain.NewWorld(domain.Records{
		Persons: []domain.Person{person("P07", domain.Client), person("P3", domain.Client), person("Px9", domain.Client), person("x88", domain.Client)},
		Groups:  []domain.Group{{ID: "G99999999999999999999999", Name: "Te hoog"}},
	})
	for _, c := range []struct {
		noun domain.Noun
		want string
	}{
		{domain.PersonNoun, "P8"}, {domain.GroupNoun, "G1"}, {domain.RelationTypeNoun, "T1"}, {domain.RelationNoun, "R1"},
		{domain.AccessRoleNoun, "A1"}, {domain.ShiftNoun, "S1"}, {domain.AgreementNoun, "F1"},
		{domain.InstitutionNoun, ""}, {domain.MembershipNoun, ""}, {domain.AssignmentNoun, ""}, {domain.AcceptedSignalNoun, ""},
	} {
		if got := w.Next(c.noun); got != c.want {
			t.Errorf("next %s is %q, want %q", c.noun, got, c.want)
		}
	}
}

func TestANewIdIsAlwaysFreeAndValid(t *testing.T) {
	ids := rapid.SliceOfDistinct(rapid.StringMatching(`P?-?[0-9]{1,15}`).Filter(domain.ValidID), rapid.ID[string])
	rapid.Check(t, func(t *rapid.T) {
		w := domain.World{}
		for _, id := range ids.Draw(t, "ids") {
			p := person(domain.PersonID(id), domain.Client)
			w, _ = w.With(domain.Change{Person: &domain.Swap[domain.Person]{After: &p}})
		}
		next := w.Next(domain.PersonNoun)
		if _, taken := w.Person(domain.PersonID(next)); taken || !domain.ValidID(next) {
			t.Fatalf("next is %q", next)
		}
	})
}

// TestCodesPrintAndParse checks the codes that scripts and files depend on.
func TestCodesPrintAndParse(t *testing.T) {
	holds(t, domain.Roles(), domain.ParseRole, "CLIENT GUARDIAN EXTERNAL COUNSELOR COUNSELOR_PLUS ADMINISTRATOR")
	holds(t, domain.Visibilities(), domain.ParseVisibility, "hidden group-visible members-visible")
	holds(t, domain.Kinds(), domain.ParseKind, "employee guardian external")
	holds(t, domain.AllReadings(), domain.ParseReading, "network counselorMessagesMembers openKeepsMessagesTile "+
		"openKeepsCounselorMessages openPeerMessages namedGuardianMessages namedExternalMessages openExternalMessages "+
		"unlinkedCounselorsSeeGroups newsGroupReachesHidden newsGroupMembersPost networkReports reportsFollowMembership")
	prints(t, domain.Nouns(), "institution acceptedSignal person group membership relationType relation accessRole roleAssignment shift agreement")
	prints(t, domain.AccessKinds(), "manual relation standard")
	prints(t, domain.ScopeKinds(), "all-clients locations relation")
	prints(t, domain.AgreementKinds(), "never-sees never-messages sees group-at-most no-role-in-group")
	prints(t, []domain.EntryKind{domain.Edit, domain.Undo, domain.Redo, domain.Import}, "edit undo redo import")
}

func prints[T fmt.Stringer](t *testing.T, all []T, want string) {
	t.Helper()
	codes := make([]string, len(all))
	for i, one := range all {
		codes[i] = one.String()
	}
	if got := strings.Join(codes, " "); got != want {
		t.Errorf("codes are %s\nwant %s", got, want)
	}
}

func holds[T interface {
	comparable
	fmt.Stringer
}](t *testing.T, all []T, parse func(string) (T, bool), want string) {
	t.Helper()
	prints(t, all, want)
	for _, one := range all {
		if got, ok := parse(one.String()); !ok || got != one {
			t.Errorf("%s is read as %s, %v", one, got, ok)
		}
	}
	for _, other := range []string{"", "x", " " + all[0].String(), strings.ToUpper(all[1].String()) + "S"} {
		if got, ok := parse(other); ok {
			t.Errorf("%q is read as %s", other, got)
		}
	}
}

func TestACodeThatDoesNotExistPrintsItsNumber(t *testing.T) {
	for _, c := range []struct {
		code fmt.Stringer
		want string
	}{
		{domain.Role(99), "Role(99)"}, {domain.Visibility(9), "Visibility(9)"}, {domain.Kind(9), "Kind(9)"},
		{domain.Reading(99), "Reading(99)"}, {domain.Noun(99), "Noun(99)"}, {domain.AccessKind(9), "AccessKind(9)"},
		{domain.ScopeKind(9), "ScopeKind(9)"}, {domain.AgreementKind(9), "AgreementKind(9)"}, {domain.EntryKind(9), "EntryKind(9)"},
	} {
		if got := c.code.String(); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

func TestEveryRoleIsACounselorAUserOrTheAdministrator(t *testing.T) {
	for _, r := range domain.Roles() {
		if r.IsCounselor() == r.IsUser() && r != domain.Administrator {
			t.Errorf("%s is both or neither", r)
		}
	}
	if domain.Administrator.IsCounselor() || domain.Administrator.IsUser() || domain.NoRole.IsUser() || domain.NoRole.IsCounselor() {
		t.Error("an administrator or no role counts as somebody in a group")
	}
	if got := domain.MemberRoles(); len(got) != 5 || got[4] != domain.CounselorPlus {
		t.Errorf("roles of a membership: %v", got)
	}
}

func TestTheModesAreOneTwoAndThree(t *testing.T) {
	for i, v := range domain.Visibilities() {
		if v.Mode() != i+1 {
			t.Errorf("%s is mode %d", v, v.Mode())
		}
	}
	if (domain.Group{}).Visibility != domain.Hidden {
		t.Error("a new group is not hidden")
	}
}

func TestEightReadingsAreOnUnlessTheInstitutionSaysOtherwise(t *testing.T) {
	on := map[domain.Reading]bool{
		domain.ReadNetwork: true, domain.ReadCounselorMessagesMembers: true, domain.ReadOpenKeepsMessagesTile: true,
		domain.ReadOpenKeepsCounselorMessages: true, domain.ReadOpenPeerMessages: true,
		domain.ReadNewsGroupReachesHidden: true, domain.ReadNetworkReports: true, domain.ReadReportsFollowMembership: true,
	}
	for _, r := range domain.AllReadings() {
		if r.Default() != on[r] || (domain.Readings(0)).On(r) != on[r] {
			t.Errorf("%s is %v", r, r.Default())
		}
	}
}

func TestAReadingIsSetWithoutTouchingTheOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := map[domain.Reading]bool{}
		var s domain.Readings
		for range rapid.IntRange(0, 20).Draw(t, "times") {
			r := rapid.SampledFrom(domain.AllReadings()).Draw(t, "reading")
			want[r] = rapid.Bool().Draw(t, "on")
			s = s.With(r, want[r])
		}
		for _, r := range domain.AllReadings() {
			on, chosen := want[r]
			if !chosen {
				on = r.Default()
			}
			if s.On(r) != on || s.Turned(r) != (on != r.Default()) {
				t.Fatalf("%s is %v, want %v", r, s.On(r), on)
			}
		}
	})
}

func TestATimeOfDayIsReadInOneFormOnly(t *testing.T) {
	for _, text := range []string{"00:00", "07:05", "23:59"} {
		if c, ok := domain.ParseClock(text); !ok || c.String() != text {
			t.Errorf("%q is read as %s, %v", text, c, ok)
		}
	}
	for _, text := range []string{"", "7:05", "24:00", "23:60", "07.05", "07:5a", "ab:cd", "07:05:00"} {
		if _, ok := domain.ParseClock(text); ok {
			t.Errorf("%q is let in", text)
		}
	}
}

// The bits of an institution are stored. Two readings have another default than in a
// program of before, and places of their own therefore.
func TestAStoredAnswerIsWhatItWas(t *testing.T) {
	for bit, r := range map[int]domain.Reading{9: domain.ReadNewsGroupReachesHidden, 11: domain.ReadNetworkReports} {
		was := domain.Readings(1 << bit)
		if !was.On(r) || was.Turned(r) || !domain.Readings(0).On(r) {
			t.Errorf("%s is off where it was on, or where nobody answered it", r)
		}
		off := was.With(r, false)
		if off.On(r) || off.With(r, true) != was {
			t.Errorf("%s turned off and on again is %b, not %b", r, off.With(r, true), was)
		}
	}
	places := map[domain.Reading]int{domain.ReadNewsGroupReachesHidden: 13, domain.ReadNetworkReports: 14}
	for i, r := range domain.AllReadings() {
		bit, moved := places[r]
		if !moved {
			bit = i
		}
		if got := domain.Readings(0).With(r, !r.Default()); got != 1<<bit {
			t.Errorf("%s is stored as %b, not in bit %d", r, got, bit)
		}
	}
}
