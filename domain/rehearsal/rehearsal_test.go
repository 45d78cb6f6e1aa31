package rehearsal_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/store/exchange"
)

func demonstration(t testing.TB) rehearsal.Rehearsal {
	t.Helper()
	changes, err := exchange.Demonstration().Plan(domain.World{})
	if err != nil {
		t.Fatal(err)
	}
	w, err := domain.World{}.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	return rehearsal.Begin(w, w.Institution().Date)
}

// play does acts one by one; each must be done.
func play(t testing.TB, r rehearsal.Rehearsal, acts ...rehearsal.Act) rehearsal.Rehearsal {
	t.Helper()
	for i, a := range acts {
		next, err := r.Do(a)
		if err != nil {
			t.Fatalf("act %d, %s by %s: %v", i+1, a.Kind, a.By, err)
		}
		r = next
	}
	return r
}

// turn sets the mode of a group inside the rehearsal.
func turn(t testing.TB, r rehearsal.Rehearsal, g domain.GroupID, v domain.Visibility) rehearsal.Rehearsal {
	t.Helper()
	next, err := r.Edit(domain.SetVisibility{ID: g, Visibility: v}, "a trial", domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func set(t testing.TB, r rehearsal.Rehearsal, reading domain.Reading, on bool) rehearsal.Rehearsal {
	t.Helper()
	next, err := r.Edit(domain.SetReading{Reading: reading, On: on}, "", domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func to(ids ...domain.PersonID) []domain.PersonID { return ids }

func refused(t *testing.T, r rehearsal.Rehearsal, a rehearsal.Act) {
	t.Helper()
	if next, err := r.Do(a); !errors.Is(err, rehearsal.ErrRefused) {
		t.Errorf("%s by %s is not refused: %v, %+v", a.Kind, a.By, err, next.Act(next.Len()))
	}
}

// written writes a view as it stands in the tests.
func inboxOf(r rehearsal.Rehearsal, p domain.PersonID) string {
	var out []string
	for _, c := range r.Inbox(p) {
		said := fmt.Sprintf("M%d %s %v answer %v unread %d:", c.ID, c.Group, c.With, c.MayAnswer, c.Unread)
		for _, m := range c.Messages {
			said += fmt.Sprintf(" %s→%v %q", m.From, m.To, m.Text)
		}
		out = append(out, said)
	}
	return strings.Join(out, "\n")
}

func equal(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n%s\nwant\n%s", what, got, want)
	}
}

func TestAGroupMessageReachesEveryLinkedCounselorAsOneConversation(t *testing.T) {
	r := play(t, demonstration(t), rehearsal.Act{Kind: rehearsal.GroupMessage, By: "P15", Group: "G5", Text: "Mag ik later?"})
	for _, counselor := range to("P03", "P05", "P12") {
		others := slices.DeleteFunc(to("P03", "P05", "P12", "P15"), func(p domain.PersonID) bool { return p == counselor })
		equal(t, string(counselor), inboxOf(r, counselor), fmt.Sprintf(`M1 G5 %v answer %v unread 1: P15→[P03 P05 P12] "Mag ik later?"`, others, others))
	}
	equal(t, "the sender", inboxOf(r, "P15"), `M1 G5 [P03 P05 P12] answer [P03 P05 P12] unread 0: P15→[P03 P05 P12] "Mag ik later?"`)
	for _, user := range to("P18", "P19", "P33", "P38") {
		equal(t, "a user of the group", inboxOf(r, user), "")
	}
	r = play(t, r,
		rehearsal.Act{Kind: rehearsal.Read, By: "P12", Of: 1},
		rehearsal.Act{Kind: rehearsal.Answer, By: "P12", Of: 1, Text: "Ja."})
	equal(t, "who read it", inboxOf(r, "P12"), `M1 G5 [P03 P05 P15] answer [P03 P05 P15] unread 0: P15→[P03 P05 P12] "Mag ik later?" P12→[P03 P05 P15] "Ja."`)
	equal(t, "a colleague", inboxOf(r, "P03"), `M1 G5 [P05 P12 P15] answer [P05 P12 P15] unread 2: P15→[P03 P05 P12] "Mag ik later?" P12→[P03 P05 P15] "Ja."`)
}

func TestTwoPeopleHaveOneConversation(t *testing.T) {
	r := play(t, demonstration(t),
		rehearsal.Act{Kind: rehearsal.Send, By: "P29", To: to("P28"), Text: "Hoe laat?"},
		rehearsal.Act{Kind: rehearsal.Send, By: "P28", To: to("P29"), Text: "Om vier uur."})
	equal(t, "Dennis", inboxOf(r, "P29"), `M1  [P28] answer [P28] unread 1: P29→[P28] "Hoe laat?" P28→[P29] "Om vier uur."`)
	if g := r.Grounds(1); len(g) != 1 || g[0].Short() != "N3:P14" {
		t.Errorf("sent on %v", g)
	}
}

func TestWhatIsOutOfReachIsRefusedAsWhatDoesNotExist(t *testing.T) {
	r := play(t, demonstration(t), rehearsal.Act{Kind: rehearsal.GroupMessage, By: "P15", Group: "G5", Text: "Hoi"})
	for _, a := range []rehearsal.Act{
		{Kind: rehearsal.GroupMessage, By: "P15", Group: "G1", Text: "x"},          // hidden to her
		{Kind: rehearsal.GroupMessage, By: "P15", Group: "G99", Text: "x"},         //
		{Kind: rehearsal.GroupMessage, By: "P12", Group: "G5", Text: "x"},          // a counselor sends no group message
		{Kind: rehearsal.Send, By: "P15", To: to("P28"), Text: "x"},                // in the same hidden group
		{Kind: rehearsal.Send, By: "P15", To: to("P99"), Text: "x"},                //
		{Kind: rehearsal.Send, By: "P41", To: to("P22"), Text: "x"},                // ended
		{Kind: rehearsal.Answer, By: "P18", Of: 1, Text: "x"},                      // no message of theirs in it
		{Kind: rehearsal.Answer, By: "P18", Of: 9, Text: "x"},                      //
		{Kind: rehearsal.Read, By: "P18", Of: 1},                                   //
		{Kind: rehearsal.Report, By: "P15", Group: "G5", Text: "x"},                // a client
		{Kind: rehearsal.Report, By: "P12", Group: "G1", Text: "x"},                // not linked
		{Kind: rehearsal.Report, By: "P05", Group: "G2", Text: "x"},                // there she is a mother
		{Kind: rehearsal.Report, By: "P12", Client: "P15", Text: "x"},              // not in her network
		{Kind: rehearsal.Post, By: "P12", Name: "Onbekend nieuws", Text: "x"},      //
		{Kind: rehearsal.Assign, By: "P15", Group: "G5", Name: "Slapen"},           //
		{Kind: rehearsal.Assign, By: "P12", Group: "G5", Name: "x", To: to("P03")}, // no user
		{Kind: rehearsal.Progress, By: "P15", Of: 1, State: rehearsal.Done},        // no programme
	} {
		refused(t, r, a)
	}
}

func TestWhatWasReceivedStaysAndNothingNewGoesOutWithoutAGround(t *testing.T) {
	r := play(t, demonstration(t), rehearsal.Act{Kind: rehearsal.GroupMessage, By: "P15", Group: "G5", Text: "Hoi"})
	r = turn(t, r, "G5", domain.Hidden)
	equal(t, "Noor", inboxOf(r, "P15"), `M1  [P03 P05 P12] answer [P03] unread 0: P15→[P03 P05 P12] "Hoi"`) // P03 through her network
	equal(t, "Bao", inboxOf(r, "P12"), `M1 G5 [P03 P05 P15] answer [P03 P05 P15] unread 1: P15→[P03 P05 P12] "Hoi"`)
	refused(t, r, rehearsal.Act{Kind: rehearsal.GroupMessage, By: "P15", Group: "G5", Text: "Nog eens"})
}

func TestWhoIsInactiveHasNoInboxUntilTheyAreBack(t *testing.T) {
	r := play(t, demonstration(t), rehearsal.Act{Kind: rehearsal.Send, By: "P29", To: to("P28"), Text: "Hoi"})
	away, err := r.Edit(domain.DeactivatePerson{ID: "P28", From: r.Today()}, "", domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "Petra", inboxOf(away, "P28"), "")
	equal(t, "Dennis", inboxOf(away, "P29"), `M1  [P28] answer [] unread 0: P29→[P28] "Hoi"`)
	back, err := away.Edit(domain.ReactivatePerson{ID: "P28"}, "", domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "Petra again", inboxOf(back, "P28"), inboxOf(r, "P28"))
}

func TestACounselorWhoIsLinkedLaterSeesNoEarlierGroupMessage(t *testing.T) {
	r := play(t, demonstration(t), rehearsal.Act{Kind: rehearsal.GroupMessage, By: "P15", Group: "G5", Text: "Hoi"})
	later, err := r.Edit(domain.AddMembers{Memberships: []domain.Membership{{Group: "G5", Person: "P06"}}}, "", domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "the new counselor", inboxOf(later, "P06"), "")
	later = play(t, later, rehearsal.Act{Kind: rehearsal.GroupMessage, By: "P15", Group: "G5", Text: "Weer"})
	if got := inboxOf(later, "P06"); !strings.HasPrefix(got, "M3 ") {
		t.Errorf("the new one reads %q", got)
	}
}

func overview(r rehearsal.Rehearsal, p domain.PersonID, c rehearsal.Choice) string {
	var out []string
	groups, clients := r.Reports(p, c)
	for _, s := range slices.Concat(groups, clients) {
		said := string(s.Group) + string(s.Client) + ":"
		for _, d := range s.Days {
			said += " " + d.On.String()[5:]
			for _, one := range d.Reports {
				said += fmt.Sprintf(" %s %q", one.By, one.Text)
			}
		}
		if s.Older > 0 {
			said += fmt.Sprintf(" and %d older", s.Older)
		}
		out = append(out, said)
	}
	return strings.Join(out, "; ")
}

func TestOnlyLinkedCounselorsReadGroupReports(t *testing.T) {
	r := play(t, demonstration(t), rehearsal.Act{Kind: rehearsal.Report, By: "P05", Group: "G1", Text: "Rustig."})
	var readers []domain.PersonID
	for p := range r.World().Persons() {
		if strings.Contains(overview(r, p.ID, rehearsal.Choice{}), "Rustig.") {
			readers = append(readers, p.ID)
		}
	}
	if want := r.Readers(1); !slices.Equal(readers, want) || len(want) != 4 {
		t.Errorf("%v read it, and Readers says %v", readers, want)
	}
	for _, p := range readers {
		if person, _ := r.World().Person(p); !person.Role.IsCounselor() {
			t.Errorf("%s reads a group report", p)
		}
	}
}

func TestReportsFollowMembershipUnlessTheReadingIsOff(t *testing.T) {
	r := play(t, demonstration(t), rehearsal.Act{Kind: rehearsal.Report, By: "P05", Group: "G5", Text: "Eerst."})
	r, err := r.Edit(domain.AddMembers{Memberships: []domain.Membership{{Group: "G5", Person: "P06"}}}, "", domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	r, err = r.Edit(domain.RemoveMembers{Keys: []domain.MembershipKey{keyOf(r.World(), "G5", "P05")}}, "", domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	reads := func(r rehearsal.Rehearsal, p domain.PersonID) bool {
		return strings.Contains(overview(r, p, rehearsal.Choice{}), "Eerst.")
	}
	if !reads(r, "P06") || reads(r, "P05") {
		t.Error("reports do not follow the membership")
	}
	off := set(t, r, domain.ReadReportsFollowMembership, false)
	if reads(off, "P06") || !reads(off, "P05") || !reads(off, "P12") {
		t.Error("with the reading off somebody reads what was written while they were not linked")
	}
	if !slices.Equal(off.Readers(1), to("P03", "P05", "P12")) {
		t.Errorf("readers %v", off.Readers(1))
	}
}

func keyOf(w domain.World, g domain.GroupID, p domain.PersonID) domain.MembershipKey {
	for m := range w.MembershipsOf(p) {
		if m.Group == g {
			return domain.MembershipKey{Group: g, Person: p, From: m.From}
		}
	}
	return domain.MembershipKey{}
}

func TestTheOverviewShowsTheLastSevenDaysOnWhichSomethingWasReported(t *testing.T) {
	days := []domain.Date{
		domain.NewDate(2028, 2, 1), domain.NewDate(2028, 2, 3), domain.NewDate(2028, 2, 3), domain.NewDate(2028, 2, 20), domain.NewDate(2028, 2, 28),
		domain.NewDate(2028, 2, 29), domain.NewDate(2028, 3, 1), domain.NewDate(2028, 4, 1), domain.NewDate(2028, 12, 31), domain.NewDate(2029, 1, 1),
	}
	for seen, want := range map[int]string{
		1:  `G3: 02-01 P06 "1"`,
		3:  `G3: 02-03 P06 "2" P06 "3" 02-01 P06 "1"`,
		8:  `G3: 04-01 P06 "8" 03-01 P06 "7" 02-29 P06 "6" 02-28 P06 "5" 02-20 P06 "4" 02-03 P06 "2" P06 "3" 02-01 P06 "1"`,
		10: `G3: 01-01 P06 "10" 12-31 P06 "9" 04-01 P06 "8" 03-01 P06 "7" 02-29 P06 "6" 02-28 P06 "5" 02-20 P06 "4" and 2 older`,
	} {
		r := demonstration(t)
		for i, day := range days[:seen] {
			r = play(t, r, rehearsal.Act{Kind: rehearsal.Report, By: "P06", Group: "G3", Text: fmt.Sprint(i + 1), On: day})
		}
		if got := overview(r, "P08", rehearsal.Choice{}); !strings.Contains(got, want) {
			t.Errorf("after %d reports: %s\nwant %s", seen, got, want)
		}
		if got := overview(r, "P08", rehearsal.Choice{AllDays: true}); !strings.Contains(got, `02-01 P06 "1"`) {
			t.Errorf("all days: %s", got)
		}
	}
}

func TestTheReportsOfAClientAreThoseOfTheirNetwork(t *testing.T) {
	r := play(t, demonstration(t), rehearsal.Act{Kind: rehearsal.Report, By: "P05", Client: "P14", Text: "Goede dag."})
	want := to("P05", "P14", "P28", "P29", "P37") // Sem, his parents, his counselor and his contact
	if got := r.Readers(1); !slices.Equal(got, want) {
		t.Errorf("%v read it", got)
	}
	play(t, r, rehearsal.Act{Kind: rehearsal.Report, By: "P28", Client: "P14", Text: "Thuis ook."})
	own := set(t, r, domain.ReadNetworkReports, false)
	if got := own.Readers(1); !slices.Equal(got, to("P05", "P14")) {
		t.Errorf("with the reading off %v read it", got)
	}
	refused(t, own, rehearsal.Act{Kind: rehearsal.Report, By: "P28", Client: "P14", Text: "Thuis ook."})
}

func TestAReaderChoosesWhoseReportsTheyRead(t *testing.T) {
	r := play(t, demonstration(t),
		rehearsal.Act{Kind: rehearsal.Report, By: "P05", Client: "P14", Text: "van Fatima"},
		rehearsal.Act{Kind: rehearsal.Report, By: "P28", Client: "P14", Text: "van Petra"})
	got := overview(r, "P29", rehearsal.Choice{ByRole: []domain.Role{domain.Guardian}})
	if !strings.Contains(got, "van Petra") || strings.Contains(got, "van Fatima") {
		t.Error(got)
	}
}

func newsOf(r rehearsal.Rehearsal, p domain.PersonID) string {
	var out []string
	for _, n := range r.News(p) {
		said := fmt.Sprintf("%s post %v:", n.Name, n.MayPost)
		for _, one := range n.Posts {
			said += fmt.Sprintf(" %s %q", one.By, one.Text)
		}
		out = append(out, said)
	}
	return strings.Join(out, "; ")
}

// connected connects a hidden and a visible group to one news group, and no others.
func connected(t testing.TB) rehearsal.Rehearsal {
	r := demonstration(t)
	for g := range r.World().Groups() {
		g.NewsGroup = map[domain.GroupID]string{"G1": "Steiger nieuws", "G5": "steiger  Nieuws"}[g.ID]
		if next, err := r.Edit(domain.EditGroup{Group: g}, "", domain.Unchecked); err == nil {
			r = next
		}
	}
	return r
}

func TestANewsGroupReachesEveryMemberOfItsGroupsUnderItsOwnName(t *testing.T) {
	r := play(t, connected(t), rehearsal.Act{Kind: rehearsal.Post, By: "P12", Name: "STEIGER NIEUWS", Text: "Pannenkoeken"})
	equal(t, "a counselor of the one group", newsOf(r, "P12"), `steiger  Nieuws post true: P12 "Pannenkoeken"`)
	equal(t, "a father in the hidden group, who does not see the writer", newsOf(r, "P29"), `Steiger nieuws post false:  "Pannenkoeken"`)
	equal(t, "who is in neither", newsOf(r, "P21"), "")
	if got := newsOf(r, "P15"); !strings.HasPrefix(got, "steiger  Nieuws") { // not by the spelling of the hidden one, with a lower id
		t.Error(got)
	}
	off := set(t, r, domain.ReadNewsGroupReachesHidden, false)
	equal(t, "the father, with the reading off", newsOf(off, "P29"), "")
	if got := newsOf(off, "P15"); !strings.HasPrefix(got, "steiger  Nieuws post false") { // not by the spelling of the hidden one
		t.Error(got)
	}
	refused(t, r, rehearsal.Act{Kind: rehearsal.Post, By: "P15", Name: "Steiger nieuws", Text: "x"})
	play(t, set(t, r, domain.ReadNewsGroupMembersPost, true), rehearsal.Act{Kind: rehearsal.Post, By: "P15", Name: "Steiger nieuws", Text: "x"})
	none, err := r.Edit(domain.EditInstitution{Name: "x", WithoutNewsGroups: true}, "", domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "an institution without news groups", newsOf(none, "P12"), "")
	refused(t, none, rehearsal.Act{Kind: rehearsal.Post, By: "P12", Name: "Steiger nieuws", Text: "x"})
}

func TestAProgrammeReachesItsReceiversWithoutWhatTheyDoNotSee(t *testing.T) {
	r := play(t, demonstration(t),
		rehearsal.Act{Kind: rehearsal.Assign, By: "P05", Group: "G1", Name: "Slapen"},
		rehearsal.Act{Kind: rehearsal.Progress, By: "P16", Of: 1, State: rehearsal.Started})
	received, _ := r.Programmes("P16")
	if len(received) != 1 || received[0].By != "" || received[0].State != rehearsal.Started {
		t.Errorf("Jayden, in a hidden group: %+v", received)
	}
	if received, _ = r.Programmes("P14"); len(received) != 1 || received[0].By != "P05" { // his own counselor
		t.Errorf("Sem: %+v", received)
	}
	if received, _ = r.Programmes("P28"); len(received) != 0 { // a guardian is not preselected
		t.Errorf("Petra: %+v", received)
	}
	if _, followed := r.Programmes("P11"); len(followed) != 1 || !slices.Contains(followed[0].To, rehearsal.Follower{Person: "P16", State: rehearsal.Started}) {
		t.Errorf("a linked counselor follows %+v", followed)
	}
	if _, followed := r.Programmes("P12"); len(followed) != 0 {
		t.Errorf("a counselor of another group follows %+v", followed)
	}
}

func TestUndoTakesBackTheLastActAndItsEdit(t *testing.T) {
	begun := demonstration(t)
	one := play(t, begun, rehearsal.Act{Kind: rehearsal.Send, By: "P29", To: to("P28"), Text: "Hoi", On: begun.Today() + 3})
	two := turn(t, one, "G1", domain.MembersVisible)
	for _, step := range []struct{ from, want rehearsal.Rehearsal }{{two, one}, {one, begun}} {
		got, ok := step.from.Undo()
		if !ok || got.World() != step.want.World() || got.Today() != step.want.Today() || got.Len() != step.want.Len() {
			t.Errorf("undo gives %d acts on %s", got.Len(), got.Today())
		}
	}
	back, _ := one.Undo()
	again := play(t, back, rehearsal.Act{Kind: rehearsal.Nothing, By: "P29"}, rehearsal.Act{Kind: rehearsal.Send, By: "P28", To: to("P29"), Text: "Eerst"})
	equal(t, "a conversation that begins anew", inboxOf(again, "P29"), `M2  [P28] answer [P28] unread 1: P28→[P29] "Eerst"`)
	if _, ok := begun.Undo(); ok {
		t.Error("nothing can be taken back")
	}
}

func TestNoDayBeforeThatOfTheLastAct(t *testing.T) {
	r := demonstration(t)
	r = play(t, r, rehearsal.Act{Kind: rehearsal.Send, By: "P29", To: to("P28"), Text: "Hoi", On: r.Today() + 3})
	if _, err := r.Do(rehearsal.Act{Kind: rehearsal.Send, By: "P29", To: to("P28"), Text: "Hoi", On: r.Today() - 1}); !errors.Is(err, rehearsal.ErrEarlier) {
		t.Error(err)
	}
	if _, err := r.On(r.Today() - 1); !errors.Is(err, rehearsal.ErrEarlier) {
		t.Error(err)
	}
}

func TestWhoStandsInAnActCannotBeRemoved(t *testing.T) {
	r := play(t, demonstration(t), rehearsal.Act{Kind: rehearsal.Send, By: "P29", To: to("P28"), Text: "Hoi"})
	var refusal domain.Refusal
	_, err := r.Edit(remove{"P28"}, "", domain.Unchecked)
	if !errors.As(err, &refusal) || refusal.Code != domain.StandsInAct {
		t.Error(err)
	}
}

// remove removes a person with everything of theirs.
type remove struct{ id domain.PersonID }

func (remove) Verb() domain.Verb { return domain.VerbPersonRemove }

func (c remove) Plan(w domain.World) ([]domain.Change, error) {
	p, _ := w.Person(c.id)
	return []domain.Change{{Person: &domain.Swap[domain.Person]{Before: &p}}}, nil
}

func TestTheActsOfAnotherSessionGiveTheSameRehearsal(t *testing.T) {
	r := play(t, demonstration(t), rehearsal.Act{Kind: rehearsal.GroupMessage, By: "P15", Group: "G5", Text: "Hoi"})
	r = play(t, turn(t, r, "G5", domain.MembersVisible), rehearsal.Act{Kind: rehearsal.Answer, By: "P12", Of: 1, Text: "Dag"})
	var acts []rehearsal.Act
	for _, a := range r.Acts() {
		acts = append(acts, a)
	}
	begun := demonstration(t)
	again, err := rehearsal.Restore(begun.World(), begun.Today(), acts)
	if err != nil {
		t.Fatal(err)
	}
	for p := range r.World().Persons() {
		equal(t, string(p.ID), inboxOf(again, p.ID), inboxOf(r, p.ID))
	}
}

func TestATextThatShowsNothingIsRefusedByName(t *testing.T) {
	for text, code := range map[string]domain.Code{" \u200b": domain.ValueMissing, "a\x1b[2J": domain.ValueCharacter, strings.Repeat("é", 2001): domain.ValueTooLong} {
		_, err := demonstration(t).Do(rehearsal.Act{Kind: rehearsal.Send, By: "P29", To: to("P28"), Text: text})
		var refusal domain.Refusal
		if !errors.As(err, &refusal) || refusal.Code != code {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestNobodyAndNothingThatStandsInAnActIsRemoved(t *testing.T) {
	r := play(t, demonstration(t), rehearsal.Act{Kind: rehearsal.Report, By: "P03", Group: "G6", Text: "Geheim"})
	for name, c := range map[string]domain.Command{
		"the group":              domain.RemoveGroup{ID: "G6"},
		"who was in it":          remove{"P19"},
		"who is told of by {id}": remove{"P21"},
	} {
		at := play(t, r, rehearsal.Act{Kind: rehearsal.Send, By: "P29", To: to("P28"), Text: "Hoi {P21}"})
		var refusal domain.Refusal
		if _, err := at.Edit(c, "x", domain.Unchecked); !errors.As(err, &refusal) || refusal.Code != domain.StandsInAct {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := r.Edit(remove{"P21"}, "x", domain.Unchecked); err != nil {
		t.Errorf("somebody of another group: %v", err)
	}
}

func TestACounselorFollowsWhomTheySee(t *testing.T) {
	r := play(t, demonstration(t), rehearsal.Act{Kind: rehearsal.Assign, By: "P03", Group: "G6", Name: "Slapen"})
	_, before := r.Programmes("P03")
	gone := before[0].To[0].Person
	r, err := r.Edit(domain.RemoveMembers{Keys: []domain.MembershipKey{keyOf(r.World(), "G6", gone)}}, "", domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	r, err = r.Edit(domain.AddMembers{Memberships: []domain.Membership{{Group: "G6", Person: "P06"}}}, "", domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	_, after := r.Programmes("P06")
	if len(after) != 1 || slices.ContainsFunc(after[0].To, func(f rehearsal.Follower) bool { return f.Person == gone }) {
		t.Errorf("a counselor who came later follows %+v, with %s", after, gone)
	}
}

func TestAViewIsJudgedOnTheDayOfTheLastAct(t *testing.T) {
	r := demonstration(t)
	begun, day := r.World(), r.Today()
	later := rehearsal.Begin(begun, day+100)
	later = play(t, later, rehearsal.Act{Kind: rehearsal.Send, By: "P29", To: to("P28"), Text: "Hoi", On: day})
	if later.Today() != day {
		t.Errorf("on %s, not on %s", later.Today(), day)
	}
}

func TestActsOfAFileThatNobodyCouldDoAreNotTakenOnTrust(t *testing.T) {
	r := demonstration(t)
	on := r.Today()
	group, _ := r.World().Group("G6")
	open := group
	open.Visibility = domain.MembersVisible
	edit := rehearsal.Act{Kind: rehearsal.Edit, On: on, Verb: domain.VerbGroupVisibility, Changes: []domain.Change{{Group: &domain.Swap[domain.Group]{Before: &group, After: &open}}}}
	for name, acts := range map[string][]rehearsal.Act{
		"a kind of nobody":           {{Kind: 77, By: "P29", On: on}},
		"a state of nobody":          {{Kind: rehearsal.Progress, By: "P29", On: on, State: 9}},
		"a message to nobody":        {{Kind: rehearsal.Send, By: "P29", On: on, Text: "x"}},
		"a text where none belongs":  {{Kind: rehearsal.Read, By: "P29", On: on, Text: "\x1b[2J"}},
		"a text that drives":         {{Kind: rehearsal.Send, By: "P29", On: on, To: to("P28"), Text: "\x1b[2J", Of: 1}},
		"no day":                     {{Kind: rehearsal.Nothing}},
		"a day before the last":      {{Kind: rehearsal.Nothing, On: on}, {Kind: rehearsal.Nothing, On: on - 1}},
		"a message without a ground": {{Kind: rehearsal.Send, By: "P15", On: on, To: to("P28"), Text: "x", Of: 1}},
		"an edit without its reason": {edit},
		"a receiver who got none":    {{Kind: rehearsal.GroupMessage, By: "P15", On: on, Group: "G5", To: to("P28"), Text: "x", Of: 1}},
	} {
		again, err := rehearsal.Restore(r.World(), on, acts)
		if err == nil {
			_, err = again.Again()
		}
		if err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	edit.Reason = "een reden"
	later := edit
	later.On = on + 3
	again, err := rehearsal.Restore(r.World(), on, []rehearsal.Act{{Kind: rehearsal.Nothing, By: "P29", On: on}, later})
	if err == nil {
		_, err = again.Again()
	}
	if err != nil {
		t.Errorf("a good scene: %v", err)
	}
}

func TestAConversationInWhichSomebodyMayMessageNobodyIsClosedForThem(t *testing.T) {
	r := play(t, demonstration(t), rehearsal.Act{Kind: rehearsal.GroupMessage, By: "P21", Group: "G3", Text: "Hoi"})
	if got := r.Closed(1); len(got) > 0 {
		t.Errorf("closed for %v", got)
	}
	r, err := r.Edit(domain.RemoveMembers{Keys: []domain.MembershipKey{keyOf(r.World(), "G3", "P04")}}, "", domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Closed(1); !slices.Equal(got, to("P04")) {
		t.Errorf("closed for %v", got)
	}
}
