package sight_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// connected connects a group to a news group; an empty name to none.
func connected(w domain.World, id domain.GroupID, name string) domain.Command {
	g, _ := w.Group(id)
	g.NewsGroup = name
	return domain.EditGroup{Group: g}
}

func turned(r domain.Reading, on bool) domain.Command { return domain.SetReading{Reading: r, On: on} }

// usersIn are the users of a group, by id.
func usersIn(w domain.World, g domain.GroupID) []domain.PersonID {
	var out []domain.PersonID
	for _, m := range w.MembersOn(g, today()) {
		if m.As.IsUser() {
			out = append(out, m.Person)
		}
	}
	slices.Sort(out)
	return out
}

func readersOf(t *testing.T, w domain.World, c domain.Command) []domain.PersonID {
	t.Helper()
	return weigh(t, w, c).Readers
}

func TestWhoeverANewsGroupComesToReachInAHiddenGroupComesToReadMore(t *testing.T) {
	w := demonstration(t)
	hidden := usersIn(w, "G1")
	if len(hidden) < 3 {
		t.Fatalf("users of G1: %v", hidden)
	}
	board := edited(t, w, connected(w, "G1", "Nieuws"))
	unread := edited(t, board, turned(domain.ReadNewsGroupReachesHidden, false))
	institution := w.Institution()
	none := edited(t, board, domain.EditInstitution{Name: institution.Name, WithoutNewsGroups: true})
	joins := domain.AddMembers{Memberships: []domain.Membership{{Group: "G1", Person: "P21"}}}
	for name, c := range map[string]struct {
		w    domain.World
		edit domain.Command
		want []domain.PersonID
	}{
		"a hidden group is connected":              {w, connected(w, "G1", "Nieuws"), hidden},
		"it is connected to another news group":    {board, connected(board, "G1", "Ander nieuws"), hidden},
		"the name is written another way":          {board, connected(board, "G1", "NIEUWS"), nil},
		"it is no longer connected":                {board, connected(board, "G1", ""), nil},
		"a visible group is connected":             {w, connected(w, "G3", "Nieuws"), nil},
		"somebody joins a connected hidden group":  {board, joins, []domain.PersonID{"P21"}},
		"somebody joins one that is not connected": {w, joins, nil},
		"it opens":                                        {board, domain.SetVisibility{ID: "G1", Visibility: domain.GroupVisible}, nil},
		"the reading is off":                              {edited(t, w, turned(domain.ReadNewsGroupReachesHidden, false)), connected(w, "G1", "Nieuws"), nil},
		"the reading is turned on":                        {unread, turned(domain.ReadNewsGroupReachesHidden, true), hidden},
		"the reading is turned off":                       {board, turned(domain.ReadNewsGroupReachesHidden, false), nil},
		"the institution comes to use news groups":        {none, domain.EditInstitution{Name: institution.Name}, hidden},
		"the institution uses none, and one is connected": {none, connected(none, "G1", "Ander nieuws"), nil},
		"users may post":                                  {board, turned(domain.ReadNewsGroupMembersPost, true), nil},
	} {
		if got := readersOf(t, c.w, c.edit); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v come to read more, not %v", name, got, c.want)
		}
	}
}

func TestWhomANewsGroupReachesAlreadyReadsNoMoreOfIt(t *testing.T) {
	w := demonstration(t)
	w = edited(t, w, connected(w, "G3", "Nieuws"))
	both := usersIn(w, "G1")[0]
	w = edited(t, w, domain.AddMembers{Memberships: []domain.Membership{{Group: "G3", Person: both}}})
	if got := readersOf(t, w, connected(w, "G1", "nieuws")); slices.Contains(got, both) || len(got) != len(usersIn(w, "G1"))-1 {
		t.Errorf("%v come to read more, with %s", got, both)
	}
}

func TestWhoReadsReportsByAReadingThatIsTurnedOnComesToReadMore(t *testing.T) {
	w := demonstration(t)
	alone := edited(t, w, turned(domain.ReadNetworkReports, false))
	got := readersOf(t, alone, turned(domain.ReadNetworkReports, true))
	for p := range w.Persons() {
		was, is := sight.ClientsReported(alone, p.ID, today()), sight.ClientsReported(w, p.ID, today())
		if slices.Contains(got, p.ID) != (len(is) > len(was)) {
			t.Errorf("%s reads of %v, then of %v", p.ID, was, is)
		}
	}
	if len(got) == 0 || !slices.IsSorted(got) {
		t.Errorf("%v come to read reports about a client", got)
	}
	kept := edited(t, w, turned(domain.ReadReportsFollowMembership, false))
	got = readersOf(t, kept, turned(domain.ReadReportsFollowMembership, true))
	if !slices.Contains(got, "P12") || slices.Contains(got, "P15") {
		t.Errorf("%v come to read group reports", got)
	}
	for _, r := range []domain.Reading{domain.ReadNetworkReports, domain.ReadReportsFollowMembership} {
		if got := readersOf(t, w, turned(r, false)); got != nil {
			t.Errorf("%s off: %v come to read more", r, got)
		}
	}
}

func TestWhoWasACounselorKeepsWhatWasReportedThenWithTheReadingOff(t *testing.T) {
	w := demonstration(t)
	for m := range w.MembershipsOf("P12") {
		if m.Group == "G5" {
			w = edited(t, w, domain.EndMembers{Keys: []domain.MembershipKey{{Group: "G5", Person: "P12", From: m.From}}, Through: today() - 1})
		}
	}
	if got := readersOf(t, w, turned(domain.ReadReportsFollowMembership, false)); !slices.Equal(got, []domain.PersonID{"P12"}) {
		t.Errorf("%v come to read more", got)
	}
}

func TestAReadingOfWhatPeopleReadTurnsNoSightline(t *testing.T) {
	w := demonstration(t)
	for _, r := range domain.AllReadings() {
		now := w.Readings().On(r)
		day := weigh(t, w, turned(r, !now)).Days[0]
		if turns := day.Reveals() || day.Hides() || len(day.Groups) > 0; turns != r.TurnsSight() {
			t.Errorf("%s turned: sightlines turn is %v", r, turns)
		}
		if !r.TurnsSight() && sightlines(w) != sightlines(edited(t, w, turned(r, !now))) {
			t.Errorf("%s turned: somebody sees somebody else", r)
		}
	}
}

// sightlines are who sees and messages whom, all of it, without the weighing.
func sightlines(w domain.World) string {
	var out strings.Builder
	for a := range w.Persons() {
		for b := range w.Persons() {
			if a.ID != b.ID {
				s := sight.Between(w, a.ID, b.ID, today())
				fmt.Fprintln(&out, a.ID, b.ID, s.Sees(), s.MayMessage())
			}
		}
	}
	return out.String()
}

func TestWhoeverComesToReadMoreIsAgreedToAsShown(t *testing.T) {
	w := demonstration(t)
	changes := plan(t, w, connected(w, "G1", "Nieuws"))
	shown, err := sight.Weigh(w, changes, today(), 0)
	if err != nil || shown.Concern() != sight.ReaderConcern || shown.Reveals() {
		t.Fatalf("%q: %v", shown.Concern(), err)
	}
	asked := sight.Asked{}
	if err := (sight.Consent{On: today()}).Check(w, changes); !errors.As(err, &asked) {
		t.Errorf("without a reason: %v", err)
	}
	yes := sight.Consent{Reason: "overleg", To: &shown, On: today()}
	if err := yes.Check(w, changes); err != nil {
		t.Error(err)
	}
	more := edited(t, w, domain.AddMembers{Memberships: []domain.Membership{{Group: "G1", Person: "P21"}}})
	if err := yes.Check(more, plan(t, more, connected(more, "G1", "Nieuws"))); !errors.As(err, &asked) || !slices.Contains(asked.Readers, "P21") {
		t.Errorf("somebody more than was shown: %v", err)
	}
}
