package cli_test

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// demo runs a command on the demonstration and decodes its JSON.
func demo[T any](t *testing.T, args ...string) T {
	t.Helper()
	a := inside(append([]string{"--demo", "--format", "json"}, args...)...)
	if a.code != 0 || a.said != "" {
		t.Fatalf("%v: ended with %d, %s", args, a.code, a.said)
	}
	var v T
	d := json.NewDecoder(strings.NewReader(a.out))
	d.DisallowUnknownFields()
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	return v
}

type (
	ground struct{ Rule, Group, Client, Relation, Other, Tag, Reading string }
	row    struct {
		Person, Name, Role string
		Message            bool
		Grounds            []ground
		Breaks             []string
	}
	rows struct {
		Group, Name               string
		GroupMessage, GroupReport bool
		Rows                      []row
		Breaks                    []string
	}
	shown struct {
		Viewer, Name, Date string
		Roles              []string
		Personentegel      struct {
			Groups  []rows
			Network []row
		}
		Berichtentegel struct {
			Groups     []rows
			Addressees []row
		}
		Hidden struct {
			Groups          []string
			Persons, Within []struct {
				Person, Group string
				Breaks        []string
			}
			Roles, Unlinked []string
		}
	}
)

// expectation is one row of the table of DOMAIN.md 5. Lists are of persons or
// groups by id, separated by spaces.
type expectation struct {
	viewer string
	// groups in the Personentegel, each with whom the viewer sees in it
	sees map[string]string
	// groups in the Berichtentegel with their members
	reports map[string]string
	// groups to whose counselors a group message goes
	groupMessage string
	// whom the viewer may message through a group
	messages string
	// groups that the viewer is in and does not see
	hiddenGroups string
	// members of groups that the viewer sees, whom they do not see
	hiddenPersons string
	// the network: with whom there is a direct relation, and whom the viewer
	// meets in the network of which client
	direct string
	via    map[string]string
}

func expectations() []expectation {
	const (
		vlierhof = "P04 P06 P08 P09 P22 P23 P24 P25 P26 P36 P39"
		staff    = "P04 P06 P08 P09"
		willems  = "P22 P23 P24 P25 P26 P36"
		steiger  = "P03 P07 P11 P14 P15 P16 P18 P28 P29 P37"
		dinsdag  = "P03 P12 P15 P18 P19 P30 P33 P38"
		fatimas  = "P03 P07 P11 P12 P14 P15 P16 P18 P19 P28 P29 P30 P33 P37 P38"
		// Of the users of G2, Fatima sees Jayden in G1 and Ilias in the network,
		// Ingrid sees Fatima and Wendy in networks (DOMAIN.md 2.4).
		fatimasNot = "P17 P20 P31 P32 P35"
		ingridsNot = "P17 P20 P27 P32 P35"
	)
	return []expectation{
		{viewer: "P15", sees: map[string]string{"G5": "P03 P05 P12"}, groupMessage: "G5", messages: "P03 P05 P12",
			hiddenGroups: "G1 G6", hiddenPersons: "P18 P19 P33 P38", direct: "P03 P11 P30"},
		{viewer: "P28", sees: map[string]string{"G4": "P10 P31 P33 P34"}, messages: "P31 P33 P34",
			hiddenGroups: "G1", direct: "P14", via: map[string]string{"P14": "P05 P29 P37"}},
		{viewer: "P29", hiddenGroups: "G1", direct: "P14", via: map[string]string{"P14": "P05 P28 P37"}},
		{viewer: "P37", sees: map[string]string{"G2": "P04 P11 P12"}, hiddenGroups: "G1",
			hiddenPersons: ingridsNot, direct: "P14 P16",
			via: map[string]string{"P14": "P05 P28 P29", "P16": "P11 P31"}},
		{viewer: "P05", sees: map[string]string{"G2": "P04 P11 P12"},
			reports: map[string]string{"G1": steiger, "G5": dinsdag}, messages: fatimas,
			hiddenPersons: fatimasNot, direct: "P14 P27",
			via: map[string]string{"P14": "P28 P29 P37", "P27": "P12"}},
		{viewer: "P21", sees: map[string]string{"G3": vlierhof}, groupMessage: "G3", messages: staff + " " + willems,
			direct: "P06 P36"},
		{viewer: "P39", sees: map[string]string{"G3": strings.Replace(vlierhof, " P39", "", 1) + " P21"}, direct: "P22",
			via: map[string]string{"P22": "P08"}},
		{viewer: "P41"},
	}
}

func TestTheDemonstrationShowsWhatTheDomainExpects(t *testing.T) {
	for _, want := range expectations() {
		t.Run(want.viewer, func(t *testing.T) {
			t.Parallel()
			got := demo[shown](t, "show", want.viewer)
			if got.Viewer != want.viewer || got.Date != "2026-03-02" {
				t.Errorf("it is about %s on %s", got.Viewer, got.Date)
			}
			sees, reports, messages := map[string]string{}, map[string]string{}, []string{}
			for _, g := range got.Personentegel.Groups {
				sees[g.Group] = people(g.Rows)
			}
			for _, g := range got.Berichtentegel.Groups {
				if g.GroupMessage {
					messages = append(messages, g.Group)
				}
				if g.GroupReport {
					reports[g.Group] = people(g.Rows)
				}
			}
			same(t, "groups in the Personentegel", sees, want.sees)
			same(t, "groups in the Berichtentegel", reports, want.reports)
			equal(t, "group messages", strings.Join(messages, " "), want.groupMessage)
			equal(t, "messages through groups", people(slices.DeleteFunc(got.Berichtentegel.Addressees, func(r row) bool {
				return !slices.ContainsFunc(r.Grounds, func(g ground) bool { return g.Group != "" })
			})), want.messages)
			equal(t, "hidden groups", strings.Join(got.Hidden.Groups, " "), want.hiddenGroups)
			var hidden []row
			for _, h := range got.Hidden.Persons {
				hidden = append(hidden, row{Person: h.Person})
			}
			equal(t, "hidden persons", people(hidden), want.hiddenPersons)
			network(t, got.Personentegel.Network, want)
		})
	}
}

// network sorts the people of a network by how the viewer came to them: a direct
// relation goes first, else the client whose network they share.
func network(t *testing.T, got []row, want expectation) {
	t.Helper()
	var direct []row
	via := map[string]string{}
	for _, r := range got {
		clients := map[string]bool{}
		isDirect := false
		for _, g := range r.Grounds {
			isDirect = isDirect || g.Rule == "N2"
			if g.Rule == "N3" {
				clients[g.Client] = true
			}
		}
		if isDirect {
			direct = append(direct, r)
			continue
		}
		for _, c := range slices.Sorted(maps.Keys(clients)) {
			via[c] = strings.TrimSpace(via[c] + " " + r.Person)
		}
	}
	equal(t, "direct relations", people(direct), want.direct)
	same(t, "networks", via, want.via)
}

func people(list []row) string {
	var ids []string
	for _, r := range list {
		ids = append(ids, r.Person)
	}
	slices.Sort(ids)
	return strings.Join(slices.Compact(ids), " ")
}

func equal(t *testing.T, what, got, want string) {
	t.Helper()
	sorted := strings.Fields(want)
	slices.Sort(sorted)
	if want = strings.Join(sorted, " "); got != want {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

func same(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
	for _, key := range slices.Sorted(maps.Keys(want)) {
		equal(t, what+" "+key, got[key], want[key])
	}
}

type matrix struct {
	Date    string
	Persons []struct {
		Viewer, Other  string
		Sees, Messages bool
		Grounds        []string
		Breaks         []string
	}
	Groups []struct {
		Viewer, Group                                            string
		Personentegel, Berichtentegel, GroupMessage, GroupReport bool
		Rows                                                     []string
		Breaks                                                   []string
	}
}

func TestTheMatrixOfTheDemonstrationHas336Sightlines(t *testing.T) {
	m := demo[matrix](t, "matrix")
	if len(m.Persons) != 336 || m.Date != "2026-03-02" {
		t.Errorf("%d sightlines on %s", len(m.Persons), m.Date)
	}
	var order []string
	for _, p := range m.Persons {
		order = append(order, p.Viewer+" "+p.Other)
		if p.Viewer == p.Other || !p.Sees && !p.Messages || len(p.Grounds) == 0 || !slices.IsSorted(p.Grounds) {
			t.Errorf("odd: %+v", p)
		}
	}
	if !slices.IsSorted(order) || len(slices.Compact(order)) != 336 {
		t.Error("the sightlines are not in order, each once")
	}
	order = nil
	for _, g := range m.Groups {
		order = append(order, g.Viewer+" "+g.Group)
		if !g.Personentegel && !g.Berichtentegel && !g.GroupMessage || g.Rows == nil || slices.Contains(g.Rows, g.Viewer) {
			t.Errorf("odd: %+v", g)
		}
	}
	if len(order) == 0 || !slices.IsSorted(order) {
		t.Error("the groups are not in order")
	}
}

func TestAReaderThatGoesAwayLeavesNoDemonstrationBehind(t *testing.T) {
	temp := t.TempDir()
	cmd := exec.Command(program, "--demo", "matrix")
	cmd.Env = append(os.Environ(), "TMPDIR="+temp, "TMP="+temp)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // how it ends is the platform's: by a signal, or by our sentence
	left, err := os.ReadDir(temp)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestTheMatrixAndShowAgreeForEverybody(t *testing.T) {
	m := demo[matrix](t, "matrix")
	for _, viewer := range []string{"P05", "P15", "P21", "P28", "P37"} {
		v := demo[shown](t, "show", viewer)
		seen, may := []row{}, v.Berichtentegel.Addressees
		for _, g := range slices.Concat(v.Personentegel.Groups, v.Berichtentegel.Groups) {
			seen = append(seen, g.Rows...)
		}
		seen = append(seen, v.Personentegel.Network...)
		var sees, messages []row
		for _, p := range m.Persons {
			if p.Viewer == viewer && p.Sees {
				sees = append(sees, row{Person: p.Other})
			}
			if p.Viewer == viewer && p.Messages {
				messages = append(messages, row{Person: p.Other})
			}
		}
		equal(t, viewer+" sees", people(sees), people(seen))
		equal(t, viewer+" messages", people(messages), people(may))
	}
}
