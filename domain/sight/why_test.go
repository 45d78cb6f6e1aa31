package sight_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

// brief writes an edit in a few codes.
func brief(c domain.Command) string {
	switch c := c.(type) {
	case domain.SetVisibility:
		return string(c.ID) + " to " + c.Visibility.String()
	case domain.AddMembers:
		m := c.Memberships[0]
		return strings.TrimSpace(fmt.Sprintf("%s into %s %s", m.Person, m.Group, m.Role))
	case domain.EditMembership:
		m := c.Membership
		return strings.TrimSpace(fmt.Sprintf("%s in %s: %s %s %s", m.Person, m.Group, m.Role, m.From, m.Through))
	case domain.EndMembers:
		return fmt.Sprintf("%s out of %s", c.Keys[0].Person, c.Keys[0].Group)
	case domain.RemoveMembers:
		return fmt.Sprintf("%s never in %s", c.Keys[0].Person, c.Keys[0].Group)
	case domain.AddRelation:
		return fmt.Sprintf("%s–%s %s", c.Relation.Client, c.Relation.Person, c.Relation.Type)
	case domain.EditRelation:
		return fmt.Sprintf("%s: %s %s", c.Relation.ID, c.Relation.From, c.Relation.Through)
	case domain.EndRelations:
		return fmt.Sprintf("%s ends", c.IDs[0])
	case domain.RemoveRelation:
		return fmt.Sprintf("%s never", c.ID)
	case domain.EditRelationType:
		return fmt.Sprintf("%s network %v active %v", c.Type.ID, c.Type.Network, c.Type.Active())
	case domain.SetReading:
		return fmt.Sprintf("%s %v", c.Reading, c.On)
	case domain.EditPerson:
		return fmt.Sprintf("%s is %s", c.Person.ID, c.Person.Role)
	case domain.ReactivatePerson:
		return fmt.Sprintf("%s back", c.ID)
	case domain.DeactivatePerson:
		return fmt.Sprintf("%s gone", c.ID)
	}
	return fmt.Sprintf("%T", c)
}

// turning lists edits with how many others each turns.
func turning(list []sight.Remedy) []string {
	var out []string
	for _, r := range list {
		out = append(out, fmt.Sprintf("%d %s", r.Others, brief(r.Command)))
	}
	return out
}

// misses lists misses: reason, rule and where; then s for sight and m for messages.
func misses(list []sight.Miss) string {
	var out []string
	for _, m := range list {
		said := m.Because.String()
		for _, part := range []string{m.Rule, string(m.Group), string(m.Client), string(m.Relation), string(m.Person)} {
			if part != "" {
				said += " " + part
			}
		}
		if m.Because == sight.ReadingOff {
			said += " " + m.Reading.String()
		}
		for _, of := range []struct {
			is     bool
			letter string
		}{{m.Facts.Sees, " s"}, {m.Facts.Messages, " m"}} {
			if of.is {
				said += of.letter
			}
		}
		out = append(out, said)
	}
	return strings.Join(out, "; ")
}

func TestTheDemonstrationSaysWhatStandsInTheWay(t *testing.T) {
	w := demonstration(t)
	for _, c := range []struct {
		viewer, other domain.PersonID
		name          string
		grounds       string
		missing       string
	}{
		{"P15", "P18", "Noor and Yusuf, clients in two groups", "", "group-hidden G1 G1 s m; users-apart G3 G5 s m"},
		{"P29", "P28", "Dennis and Petra, through their son", "N3:P14", ""},
		{"P37", "P15", "Ingrid and Noor, in the hidden house group", "", "group-hidden G1 G1 s m"},
		{"P39", "P21", "Piet, an external, and Willem, a client", "G4:G3", "reading-off D8 G3 openExternalMessages m"},
		{"P05", "P17", "Fatima as a mother, and another user", "", "users-apart G3 G2 s m"},
		{"P05", "P12", "Fatima and a counselor of that group", "D9:G5 G2:G5 G3:G2 N3:P27", ""},
		{"P41", "P21", "Rob, whose membership has ended", "", "membership-ended G4 G3 P41 s; nothing-shared m"},
		{"P21", "P41", "Willem, who no longer sees Rob", "", "membership-ended G4 G3 P41 s; nothing-shared m"},
		{"P41", "P15", "Rob and a stranger", "", "nothing-shared s m"},
		{"P01", "P15", "an administrator", "", "administrator G7 P01 s m"},
		{"P15", "P01", "nobody sees an administrator", "", "administrator G7 P01 s m"},
		{"P33", "P12", "a guardian and the counselor of a named group", "G3:G5", "reading-off D6 G5 namedGuardianMessages m"},
		{"P12", "P21", "a counselor and a group that is not theirs", "", "reading-off G6 G3 unlinkedCounselorsSeeGroups s; nothing-shared m"},
		{"P15", "P15", "nobody sees themselves", "", "same-person P15 s m"},
		{"P15", "P99", "somebody who does not exist", "", "unknown-person P99 s m"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := sight.Why(w, c.viewer, c.other, today())
			if got := strings.Join(sight.Shorts(a.Sight, a.Messages), " "); got != c.grounds {
				t.Errorf("grounds %s, want %s", got, c.grounds)
			}
			if got := misses(a.Missing); got != c.missing {
				t.Errorf("missing %s\nwant    %s", got, c.missing)
			}
		})
	}
}

func TestTheDemonstrationNamesEveryEditThatWouldTurnIt(t *testing.T) {
	w := demonstration(t)
	for _, c := range []struct {
		viewer, other domain.PersonID
		name          string
		want          []string
	}{
		{"P15", "P18", "that Noor sees Yusuf", []string{
			"5 P18 in G5: COUNSELOR", "5 P18 in G5: COUNSELOR_PLUS", "6 P15 in G1: COUNSELOR", "6 P15 in G1: COUNSELOR_PLUS",
			"7 P15 in G5: COUNSELOR", "7 P15 in G5: COUNSELOR_PLUS", "21 G5 to members-visible", "43 G1 to members-visible",
		}},
		{"P39", "P21", "that Piet may message Willem", []string{
			"4 P21–P39 T11", "11 P39 in G3: GUARDIAN", "11 openExternalMessages true",
			"13 P39 in G3: COUNSELOR", "13 P39 in G3: COUNSELOR_PLUS", "14 P39 in G3: CLIENT",
		}},
		{"P41", "P21", "that Rob sees Willem again", []string{"5 P21–P41 T11", "23 P41 in G3:", "23 P41 into G3"}},
		{"P05", "P17", "that Fatima sees a user of the group in which she is a mother", []string{
			"2 P17 into G1", "3 P17 into G5", "3 P17–P05 T10", "3 P17–P05 T9",
			"13 P17 in G2: COUNSELOR", "13 P17 in G2: COUNSELOR_PLUS", "56 G2 to members-visible",
		}},
		{"P01", "P15", "that an administrator sees anybody", nil},
		{"P15", "P15", "that somebody sees themselves", nil},
		{"P29", "P28", "what holds already", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := turning(sight.Remedies(w, c.viewer, c.other, today())); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// Dennis sees Petra through their son, so no edit of the group ends it.
func TestTheDemonstrationNamesEveryEditThatWouldEndThatDennisSeesPetra(t *testing.T) {
	want := []string{
		"6 R44 ends", "6 R45 ends", "10 P29 gone", "18 P28 gone", "19 P14 gone", "29 network false",
		"40 T10 network true active false", "40 T10 network false active true",
	}
	if got := turning(sight.EndingRemedies(demonstration(t), "P29", "P28", today())); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// With two grounds only an edit that removes one of the two people ends it.
func TestWhatRestsOnTwoGroundsEndsOnlyWithOneOfTheTwo(t *testing.T) {
	want := []string{"9 P30 gone", "25 P03 gone"}
	if got := turning(sight.EndingRemedies(demonstration(t), "P03", "P30", today())); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// edited carries out the commands with which a test begins.
func edited(t *testing.T, w domain.World, commands ...domain.Command) domain.World {
	t.Helper()
	for _, c := range commands {
		next, ok := carried(w, c)
		if !ok {
			t.Fatalf("%#v is refused", c)
		}
		w = next
	}
	return w
}

func TestARelationThatDoesNotCountSaysWhy(t *testing.T) {
	w := demonstration(t)
	parents, _ := w.RelationType("T10")
	off, apart := parents, parents
	off.SwitchedOff, apart.Network = true, false
	r44, _ := w.Relation("R44")
	later := r44
	later.From = today() + 5
	for _, c := range []struct {
		name    string
		edit    domain.Command
		missing string
		remedy  string
	}{
		{"ended", domain.EndRelations{IDs: []domain.RelationID{"R44"}, Through: today() - 1}, "relation-ended N3 P14 R44 s m", "R44: " + r44.From.String() + " "},
		{"still to begin", domain.EditRelation{Relation: later}, "relation-ahead N3 P14 R44 s m", "R44: " + today().String() + " "},
		{"of a type that is switched off", domain.EditRelationType{Type: off}, "type-off E7 P14 R45 s m", "T10 network true active true"},
		{"of a type without a network", domain.EditRelationType{Type: apart}, "type-without-network E6 P14 R45 s m", "T10 network true active true"},
		{"in a network that is restricted", domain.SetReading{Reading: domain.ReadNetwork}, "reading-off N3 P14 network s m", "network true"},
		{"with a client who counts no more", domain.DeactivatePerson{ID: "P14", From: today()}, "inactive N3 P14 P14 s m", "P14 back"},
		{"of somebody who counts no more", domain.DeactivatePerson{ID: "P28", From: today()}, "inactive P28 s m", "P28 back"},
	} {
		t.Run(c.name, func(t *testing.T) {
			after := edited(t, w, c.edit)
			// The hidden house group, in which all three are, is in the way as well.
			got := strings.TrimSuffix(strings.TrimPrefix(misses(sight.Why(after, "P29", "P28", today()).Missing), "group-hidden G1 G1 s m; "), "; group-hidden G1 G1 s m")
			if got != c.missing {
				t.Errorf("missing %s\nwant    %s", got, c.missing)
			}
			remedies := sight.Remedies(after, "P29", "P28", today())
			if !slices.ContainsFunc(remedies, func(r sight.Remedy) bool { return brief(r.Command) == c.remedy }) {
				t.Errorf("%q is not among %q", c.remedy, turning(remedies))
			}
		})
	}
}

// A client's message to all counselors of an open group is none to this one.
func TestAGroupMessageIsNoMessageToOneCounselor(t *testing.T) {
	w := edited(t, demonstration(t), domain.SetReading{Reading: domain.ReadOpenKeepsCounselorMessages})
	got := misses(sight.Why(w, "P21", "P04", today()).Missing)
	if want := "group-message-only D4 G3 m; reading-off D5 G3 openKeepsCounselorMessages m; type-without-network E6 P21 R25 m; type-without-network E6 P21 R31 m"; got != want {
		t.Errorf("missing %s\nwant    %s", got, want)
	}
}

func TestWhatBeganTodayIsTakenOffTheRecordAndNotEnded(t *testing.T) {
	w := edited(t, demonstration(t), domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29", Period: domain.Period{From: today()}}}})
	ends := turning(sight.EndingRemedies(w, "P29", "P31", today()))
	if !slices.ContainsFunc(ends, func(s string) bool { return strings.HasSuffix(s, "P29 never in G4") }) {
		t.Errorf("%q", ends)
	}
}

func TestAMembershipRunsOnNoFurtherThanTheNextOne(t *testing.T) {
	later := domain.Membership{Group: "G3", Person: "P41", Period: domain.Period{From: today() + 10}}
	w := edited(t, demonstration(t), domain.AddMembers{Memberships: []domain.Membership{later}})
	got := turning(sight.Remedies(w, "P41", "P21", today()))
	ended := "P41 in G3:   " + (today() + 9).String()
	begins := "P41 in G3:  " + today().String()
	for _, want := range []string{ended, begins} {
		if !slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, want) }) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
}

// BenchmarkWhy asks in the large institution for everything that would turn the
// answer, for a pair that shares nothing and one that shares a group: at most
// 300 ms. Most of it goes into counting the other pairs that each remedy turns.
func BenchmarkWhy(b *testing.B) {
	w := domaintest.Large()
	for _, c := range []struct {
		name string
		pair pair
	}{{"strangers", strangers(w)}, {"fellows", fellows(w)}, {"reading", unread(w)}} {
		b.Run(c.name+"/answer", func(b *testing.B) {
			for b.Loop() {
				sight.Why(w, c.pair.viewer, c.pair.other, today())
				sight.Proposals(w, c.pair.viewer, c.pair.other, today())
			}
		})
		b.Run(c.name+"/whole", func(b *testing.B) {
			tried, turned := 0, 0
			for b.Loop() {
				tried = len(sight.Proposals(w, c.pair.viewer, c.pair.other, today()))
				turned = len(sight.Remedies(w, c.pair.viewer, c.pair.other, today()))
			}
			b.ReportMetric(float64(tried), "tried")
			b.ReportMetric(float64(turned), "turn")
		})
	}
}

// strangers are two people who share no group and no network.
func strangers(w domain.World) pair {
	viewers, others := ofRole(w, domain.Client, 50), ofRole(w, domain.Counselor, 50)
	for _, v := range viewers {
		for _, o := range others {
			a := sight.Why(w, v, o, today())
			if !a.Sees() && len(a.Missing) == 1 && a.Missing[0].Because == sight.NothingShared {
				return pair{v, o}
			}
		}
	}
	return pair{}
}

// fellows are two users of one group who do not see each other.
func fellows(w domain.World) pair {
	for _, v := range ofRole(w, domain.Client, 500) {
		for _, m := range w.GroupsOn(v, today()) {
			for _, o := range w.MembersOn(m.Group, today()) {
				if a := sight.Why(w, v, o.Person, today()); o.Person != v && o.As == domain.Client && !a.Sees() {
					return pair{v, o.Person}
				}
			}
		}
	}
	return pair{}
}

// unread are two people whom a reading that is off keeps from messaging.
func unread(w domain.World) pair {
	for _, v := range ofRole(w, domain.External, 500) {
		for _, m := range w.GroupsOn(v, today()) {
			for _, o := range w.MembersOn(m.Group, today()) {
				for _, miss := range sight.Why(w, v, o.Person, today()).Missing {
					if miss.Because == sight.ReadingOff && miss.Reading != domain.ReadUnlinkedCounselorsSeeGroups {
						return pair{v, o.Person}
					}
				}
			}
		}
	}
	return pair{}
}
