package sight_test

import (
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/store/exchange"
)

func demonstration(t testing.TB) domain.World {
	t.Helper()
	changes, err := exchange.Demonstration().Plan(domain.World{})
	if err != nil {
		t.Fatal(err)
	}
	w, err := domain.World{}.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	if w.Institution().Date != today() {
		t.Fatalf("the demonstration is frozen on %s, not on %s", w.Institution().Date, today())
	}
	return w
}

// expected is a row of the table in DOMAIN.md 5.
type expected struct {
	viewer        domain.PersonID
	name          string
	personentegel string // through groups
	messages      string // through groups; the name of a group alone is its group message
	hidden        string // in, but must not see: groups, and members by group
	network       string
}

func TestTheDemonstrationShowsWhatWasExpectedOfIt(t *testing.T) {
	w := demonstration(t)
	for _, want := range []expected{
		{"P15", "Noor, client in three groups", "G5: P03 P05 P12", "G5 P03 P05 P12", "G1 G6; G5: P18 P19 P33 P38", "P03, P11, P30"},
		{"P28", "Petra, guardian", "G4: P10 P31 P33 P34", "P31 P33 P34", "G1", "P05 via P14, P14, P29 via P14, P37 via P14"},
		{"P29", "Dennis, guardian", "", "", "G1", "P05 via P14, P14, P28 via P14, P37 via P14"},
		{"P37", "Ingrid, external", "G2: P04 P11 P12", "", "G1; G2: P17 P20 P27 P32 P35",
			"P05 via P14, P11 via P16, P14, P16, P28 via P14, P29 via P14, P31 via P16"},
		{"P05", "Fatima, counselor and mother", "G2: P04 P11 P12",
			"P03 P07 P11 P12 P14 P15 P16 P18 P19 P28 P29 P30 P33 P37 P38", "G2: P17 P20 P31 P32 P35",
			"P12 via P27, P14, P27, P28 via P14, P29 via P14, P37 via P14"},
		{"P21", "Willem, client", "G3: P04 P06 P08 P09 P22 P23 P24 P25 P26 P36 P39", "G3 P04 P06 P08 P09 P22 P23 P24 P25 P26 P36", "", "P06, P36"},
		{"P39", "Piet, external", "G3: P04 P06 P08 P09 P21 P22 P23 P24 P25 P26 P36", "", "", "P08 via P22, P22"},
		{"P41", "Rob, whose membership has ended", "", "", "", ""},
		{"P01", "Marloes, administrator", "", "", "", ""},
	} {
		t.Run(want.name, func(t *testing.T) {
			got := shown(w, want.viewer)
			got.name = want.name
			if got != want {
				t.Errorf("\ngot  %+v\nwant %+v", got, want)
			}
		})
	}
}

func shown(w domain.World, viewer domain.PersonID) expected {
	p, b := sight.Tiles(w, viewer, today())
	out := expected{viewer: viewer, personentegel: rows(p.Groups)}
	var messages []string
	for _, g := range b.Groups {
		if g.Access.GroupMessage.Holds() {
			messages = append(messages, string(g.Group))
		}
	}
	for _, a := range b.Addressees {
		if slices.ContainsFunc(a.Messages, func(g sight.Ground) bool { return g.Group != "" }) {
			messages = append(messages, string(a.Person))
		}
	}
	out.messages = strings.Join(messages, " ")
	out.hidden = unseen(sight.HiddenFrom(w, viewer, today()))
	var network []string
	for _, r := range p.Network {
		for _, g := range r.Sight {
			if g.Rule == sight.N3 {
				network = append(network, string(r.Person)+" via "+string(g.Client))
			} else {
				network = append(network, string(r.Person))
			}
		}
	}
	slices.Sort(network)
	out.network = strings.Join(network, ", ")
	return out
}

func rows(groups []sight.GroupRows) string {
	var out []string
	for _, g := range groups {
		line := string(g.Group) + ":"
		for _, r := range g.Rows {
			line += " " + string(r.Person)
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

func unseen(h sight.Hidden) string {
	var groups []string
	for _, g := range h.Groups {
		groups = append(groups, string(g))
	}
	out := strings.Join(groups, " ")
	var in domain.GroupID
	for _, m := range h.Members {
		if m.Group != in {
			if out != "" {
				out += "; "
			}
			out, in = out+string(m.Group)+":", m.Group
		}
		out += " " + string(m.Person)
	}
	return out
}

func TestFatimaHasBothHerGroupsAsACounselorWithAllTheirMembers(t *testing.T) {
	_, b := sight.Tiles(demonstration(t), "P05", today())
	want := "G1: P03 P07 P11 P14 P15 P16 P18 P28 P29 P37; G5: P03 P12 P15 P18 P19 P30 P33 P38"
	if got := rows(b.Groups); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestRobWasThereWhileHisMembershipRan(t *testing.T) {
	p, _ := sight.Tiles(demonstration(t), "P41", domain.NewDate(2026, 1, 31))
	if len(p.Groups) != 1 || p.Groups[0].Group != "G3" {
		t.Errorf("%v", p.Groups)
	}
}

func TestThreeHundredAndThirtySixPairsSeeOrMayMessageOneAnother(t *testing.T) {
	if got := len(facts(demonstration(t))); got != 336 {
		t.Errorf("%d pairs", got)
	}
}

// The story of DOMAIN.md 5, told by the engine.
func TestDennisSeesPetraThroughTheirSonAndNotThroughTheGroup(t *testing.T) {
	w := demonstration(t)
	line := sight.Between(w, "P29", "P28", today())
	if got := sight.Shorts(line.Sight); !slices.Equal(got, []string{"N3:P14"}) {
		t.Errorf("Dennis sees Petra through %v", got)
	}
	for _, s := range sight.Viewers(w, "P28", today()) {
		if s.Viewer == "P29" && !slices.Equal(sight.Shorts(s.Sight, s.Messages), []string{"N3:P14"}) {
			t.Errorf("who sees Petra: %v", s)
		}
	}
}

func TestOpeningTheHouseGroupWouldShowPetraToDennisOnceMore(t *testing.T) {
	w := demonstration(t)
	g, _ := w.Group("G1")
	after, changes := inMode(w, g, domain.MembersVisible)
	turns, err := sight.Impact(w, changes, today())
	if err != nil || len(turns) == 0 {
		t.Fatalf("%v, %v", turns, err)
	}
	for _, turn := range turns {
		if !turn.Gains() || turn.Loses() {
			t.Errorf("opening a group turns %+v", turn)
		}
	}
	line := sight.Between(after, "P29", "P28", today())
	if got := sight.Shorts(line.Sight, line.Messages); !slices.Equal(got, []string{"D7:G1", "G4:G1", "N3:P14"}) {
		t.Errorf("Dennis sees Petra through %v", got)
	}
}

// Nobody can tell a fellow member of a hidden group from a name that does not exist.
func TestAFellowMemberOfAHiddenGroupIsLikeAnUnknownName(t *testing.T) {
	w := demonstration(t)
	fellow, nobody := sight.Between(w, "P29", "P15", today()), sight.Between(w, "P29", "P99", today())
	fellow.Other = nobody.Other
	if fellow.Sees() || fellow.MayMessage() || fellow.Sight != nil || nobody.Sight != nil || fellow.Messages != nil || nobody.Messages != nil {
		t.Errorf("%+v and %+v", fellow, nobody)
	}
}

func TestWhoIsInAHiddenGroupIsNamedAmongWhatIsNotSeen(t *testing.T) {
	var got []string
	for _, m := range sight.HiddenFrom(demonstration(t), "P29", today()).Within {
		got = append(got, string(m.Group)+" "+string(m.Person))
	}
	// Petra, Sem, Fatima and Ingrid are in it too, and are seen through Sem's network.
	if want := "G1 P03, G1 P07, G1 P11, G1 P15, G1 P16, G1 P18"; strings.Join(got, ", ") != want {
		t.Errorf("%s\nwant %s", strings.Join(got, ", "), want)
	}
}

func TestARelationOfAParentThatIsNotDirectIsSaidOfBoth(t *testing.T) {
	w := demonstration(t)
	parent, _ := w.RelationType("T10")
	now := parent
	now.Network = false
	w, err := w.With(domain.Change{RelationType: &domain.Swap[domain.RelationType]{Before: &parent, After: &now}})
	if err != nil {
		t.Fatal(err)
	}
	for viewer, want := range map[domain.PersonID]string{"P14": "R44 R45", "P28": "R44", "P11": ""} {
		var got []string
		for _, r := range sight.HiddenFrom(w, viewer, today()).Unlinked {
			got = append(got, string(r.ID))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", viewer, got, want)
		}
	}
}
