package matrix

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
	"zichtlijn/store/exchange/spreadsheet"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// opened is the matrix of a group after keys.
func opened(s scene.Scene, group domain.GroupID, keys ...string) matrix {
	d := New(s, group)
	for _, k := range keys {
		d, _ = d.Update(s, scenetest.Press(k))
	}
	return d.(matrix)
}

// agrees compares what the dialog shows in every row and column with Between.
func agrees(t interface{ Errorf(string, ...any) }, s scene.Scene, d matrix) {
	for row, a := range d.comparison.members {
		for col, b := range d.comparison.members {
			viewer, other := a, b
			if d.columnSees {
				viewer, other = b, a
			}
			cell, _ := d.cellAt(row, col)
			line := sight.Between(d.comparison.shownWorld(), viewer.Person, other.Person, s.On)
			if got, want := cell.Fact(), (sight.Fact{Sees: line.Sees(), Messages: line.MayMessage()}); got != want {
				t.Errorf("%s: row %d, column %d, turned %v: %+v, want %+v", d.group, row, col, d.columnSees, got, want)
			}
		}
	}
}

// counts compares what is marked and counted with the turns of the same edit.
func counts(t interface{ Errorf(string, ...any) }, s scene.Scene, d matrix) {
	changes, err := domain.SetVisibility{ID: d.group, Visibility: d.comparison.setting}.Plan(s.World)
	if err != nil {
		t.Errorf("%s: %v", d.group, err)
		return
	}
	turns, err := sight.Impact(s.World, changes, s.On)
	if err != nil {
		t.Errorf("%s: %v", d.group, err)
		return
	}
	come, gone := 0, 0
	for _, turn := range turns {
		if turn.Gains() {
			come++
		}
		if turn.Loses() {
			gone++
		}
	}
	if d.comparison.turned.Differ != len(turns) || d.comparison.turned.Gain != come || d.comparison.turned.Lose != gone {
		t.Errorf("%s as %v: %d differ, +%d −%d, want %d, +%d −%d", d.group, d.comparison.setting, d.comparison.turned.Differ, d.comparison.turned.Gain, d.comparison.turned.Lose, len(turns), come, gone)
	}
}

// everyWay looks at a group as it is and in the two other settings, either way round.
func everyWay(t interface{ Errorf(string, ...any) }, s scene.Scene, group domain.GroupID) {
	var seen []domain.Visibility
	for z := range 3 {
		d := opened(s, group, slices.Repeat([]string{"z"}, z)...)
		seen = append(seen, d.comparison.shownVisibility())
		agrees(t, s, d)
		agrees(t, s, opened(s, group, append(slices.Repeat([]string{"z"}, z), "tab")...))
		if z > 0 {
			counts(t, s, d)
		}
	}
	if slices.Sort(seen); !slices.Equal(seen, domain.Visibilities()) {
		t.Errorf("%s was shown as %v", group, seen)
	}
	if d := opened(s, group, "z", "z", "z"); d.comparison.active {
		t.Errorf("%s: z does not come back to how it is", group)
	}
}

func TestEveryCellIsTheAnswerOfThePolicy(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	for g := range s.World.Groups() {
		everyWay(t, s, g.ID)
	}
	rapid.Check(t, func(r *rapid.T) {
		s := scenetest.At(domaintest.Small(r), words.Dutch, 80, 24)
		for g := range s.World.Groups() {
			everyWay(r, s, g.ID)
		}
	})
}

func TestCounselorsStandBeforeUsersAndEachByName(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	want := []string{"Fatima El Amrani", "Saskia van den Berg-Özdemir", "Bao Nguyễn", "Hatice Demir", "Yusuf Demir", "Noor Haddad", "Rania Haddad", "Delano Kartosen", "Milan Novák"}
	if got := opened(s, "G5").comparison.names; !slices.Equal(got, want) {
		t.Errorf("in order: %q", got)
	}
}

func TestTheCursorStaysWithTheTwoWhenTheMatrixIsTurnedOrTheWorldMovesOn(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	d := opened(s, "G5", "down", "down", "right", "j", "k", "l", "h")
	pair := func(d matrix) [2]string {
		viewer, other, _ := d.pair()
		return [2]string{d.comparison.names[viewer], d.comparison.names[other]}
	}
	want := [2]string{"Bao Nguyễn", "Saskia van den Berg-Özdemir"}
	if got := pair(d); got != want {
		t.Fatalf("on %v", got)
	}
	turned, _ := d.Update(s, scenetest.Press("tab"))
	if got := pair(turned.(matrix)); got != want {
		t.Errorf("turned, on %v", got)
	}
	s.World = scenetest.After(t, s.World, domain.DeactivatePerson{ID: "P05", From: s.On})
	s.Roster = scene.NewRoster(s.World, s.Roster)
	next, _ := d.Update(s, scenetest.Press("x"))
	if got := pair(next.(matrix)); got != want || len(next.(matrix).comparison.members) != 8 {
		t.Errorf("after Fatima left, on %v of %d", got, len(next.(matrix).comparison.members))
	}
}

func TestACellAsksWhyOfWhatIsAndNotOfWhatIsSupposed(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	for _, key := range []string{"enter", "w"} {
		if _, wish := opened(s, "G5", "down", "right", "right").Update(s, scenetest.Press(key)); wish != (scene.Why{Viewer: "P03", Other: "P12"}) {
			t.Errorf("%s wished %#v", key, wish)
		}
		if _, wish := opened(s, "G5").Update(s, scenetest.Press(key)); wish != nil {
			t.Errorf("of oneself %s wished %#v", key, wish)
		}
		_, wish := opened(s, "G5", "down", "z").Update(s, scenetest.Press(key))
		if say, ok := wish.(scene.Say); !ok || !strings.Contains(say.Words, "Waarom gaat over hoe het nu is") {
			t.Errorf("of what is supposed %s wished %#v", key, wish)
		}
	}
	if _, wish := opened(s, "G5", "z").Update(s, scenetest.Press("esc")); wish != (scene.Close{}) {
		t.Errorf("esc wished %#v", wish)
	}
}

func TestAClickPutsTheCursorOnACellAndAHintIsAKey(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	d := opened(s, "G5")
	l := d.arrange(s)
	next, _ := d.Update(s, scene.Clicked{X: l.grid.X + l.names + 5*l.cell + 1, Y: l.grid.Y + 3})
	if viewer, other, _ := next.(matrix).pair(); viewer != 3 || other != 5 {
		t.Errorf("a click on row 3, column 5 went to %d, %d", viewer, other)
	}
	next, _ = next.Update(s, scene.Clicked{X: l.grid.X + l.names + 1, Y: l.head.Y})
	if viewer, other, _ := next.(matrix).pair(); viewer != 3 || other != 0 {
		t.Errorf("a click on the head of column 0 went to %d, %d", viewer, other)
	}
	view, _ := d.View(s)
	lines := strings.Split(scenetest.Dialog(t, s, d), "\n")
	y := len(lines) - 2
	x := len([]rune(lines[y][:strings.Index(lines[y], "omdraaien")]))
	if turned, _ := d.Update(s, scene.Clicked{X: x, Y: y}); !turned.(matrix).columnSees {
		t.Errorf("a click on a hint did nothing:\n%s", view)
	}
	if wheeled, _ := opened(s, "G5").Update(s, scene.Clicked{Wheel: 1}); wheeled.(matrix).rows.Cursor() != 0 {
		t.Error("the wheel moved a list that is all in view")
	}
}

// read reads an exported table back as a spreadsheet does.
func read(t *testing.T, w scene.Write) [][]string {
	t.Helper()
	var b strings.Builder
	if err := spreadsheet.Write(&b, w.Table.Rows); err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\uFEFF")))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestTheExportReadsBackAsTheMatrixAndNamesNobodyInItsFile(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	for g := range s.World.Groups() {
		d := opened(s, g.ID, "tab") // however the picture is turned
		_, wish := d.Update(s, scenetest.Press("E"))
		w, ok := wish.(scene.Write)
		if !ok || w.Name != "zichtmatrix-"+string(g.ID)+"-2026-03-02.csv" {
			t.Fatalf("wished %#v", wish)
		}
		rows := read(t, w)
		if len(rows) != len(d.comparison.members)+2 {
			t.Fatalf("%d rows of %d members", len(rows), len(d.comparison.members))
		}
		for i, v := range d.comparison.members {
			for j, o := range d.comparison.members {
				said := rows[i+1][j+3]
				line := sight.Between(s.World, v.Person, o.Person, s.On)
				if sees := strings.HasPrefix(said, "ziet") && said != "ziet niet"; sees != line.Sees() ||
					strings.Contains(said, "mag bericht") != line.MayMessage() || (said == "–") != (i == j) {
					t.Errorf("%s of %s: %q", v.Person, o.Person, said)
				}
			}
			if rows[i+1][0] != string(v.Person) || !strings.HasSuffix(rows[0][i+3], "("+string(v.Person)+")") {
				t.Errorf("row %q, column %q of %s", rows[i+1][0], rows[0][i+3], v.Person)
			}
		}
	}
}

func TestAnExportOfWhatIsSupposedSaysSoInItsNameAndInIt(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.English, 80, 24)
	_, wish := opened(s, "G5", "z", "z").Update(s, scenetest.Press("E"))
	w, _ := wish.(scene.Write)
	if w.Name != "zichtmatrix-G5-if-members-visible-2026-03-02.csv" {
		t.Errorf("named %q", w.Name)
	}
	rows := read(t, w)
	if about := rows[len(rows)-1][1]; !strings.HasPrefix(about, "NOT SAVED") {
		t.Errorf("it is about %q", about)
	}
	if got := rows[9][8]; got != "sees and may message" { // Milan of Noor
		t.Errorf("Milan of Noor: %q", got)
	}
}

func TestAnEmptyGroupTeachesAndCanBeLeft(t *testing.T) {
	s := scenetest.At(scenetest.After(t, scenetest.Demonstration(t), domain.AddGroup{Group: domain.Group{Name: "Kookgroep"}}), words.Dutch, 80, 24)
	for _, group := range []domain.GroupID{"G7", "G99"} {
		d := opened(s, group, "down", "right", "tab", "z", "enter", "E", "home", "end", "g", "G", "pgup", "pgdown")
		scenetest.Says(t, scenetest.Dialog(t, s, d), "zit er niemand in deze groep", "met a voegt u leden toe")
		if _, wish := d.Update(s, scenetest.Press("esc")); wish != (scene.Close{}) {
			t.Errorf("esc wished %#v", wish)
		}
	}
}
