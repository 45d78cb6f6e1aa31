package stage_test

import (
	"encoding/json"
	"fmt"
	"image/color"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/stage"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/theme/themetest"
	"zichtlijn/ui/words"
)

var said = tell.In(words.Dutch)

// SHOWING.md 4: text at 4.5 to 1 on its ground in every palette, for everybody's eyes; in
// the palette of high contrast at 7.
func TestTheStageIsReadableInEveryPalette(t *testing.T) {
	for _, p := range stage.Palettes() {
		c := p.Colours()
		least := 4.5
		if p == stage.HighContrast {
			least = 7
		}
		for _, eyes := range themetest.AllEyes() {
			for i, fore := range append([]color.Color{c.Text, c.Quiet, c.Strong}, c.Settings[:]...) {
				if got := themetest.Contrast(eyes.See(fore), eyes.See(c.Ground)); got < least {
					t.Errorf("palette %d, colour %d, %s: %.1f to 1", p, i, eyes.Name, got)
				}
			}
		}
	}
}

func TestTheSettingsOnStageAreToldApartByTheColourBlind(t *testing.T) {
	for _, p := range stage.Palettes() {
		c := p.Colours()
		for _, alike := range themetest.Alike(c.Settings[:]...) {
			t.Errorf("palette %d: settings %s", p, alike)
		}
	}
}

// The sign of a setting is told apart by its form alone.
func TestTheSettingsAreToldApartWithoutColour(t *testing.T) {
	seen := map[string]domain.Visibility{}
	for _, v := range domain.Visibilities() {
		c := stage.Content{Person: "Anna", First: "Anna", Columns: []stage.Column{{Setting: &v}}}
		picture := c.Draw(stage.Canvas{Measure: theme.CodePoints, W: 80, H: 24, NoColour: true}, stage.MoreIn(said))
		if other, twice := seen[picture]; twice {
			t.Errorf("%v looks like %v", v, other)
		}
		seen[picture] = v
	}
}

func view(w domain.World, person domain.PersonID, group domain.GroupID, secret []byte) stage.View {
	g, _ := w.Group(group)
	return stage.View{
		World: w, On: domaintest.Today(), Said: said, Names: stage.NewNames(w, said, secret),
		Group: group, Person: person, As: domain.Client, Settings: []domain.Visibility{g.Visibility},
	}
}

// Every content fits every size exactly: a line too long would tear the picture.
func TestTheStageFitsEverySize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		var people []domain.PersonID
		for p := range w.Persons() {
			people = append(people, p.ID)
		}
		var groups []domain.GroupID
		for g := range w.Groups() {
			groups = append(groups, g.ID)
		}
		if len(people) == 0 || len(groups) == 0 {
			return
		}
		v := view(w, rapid.SampledFrom(people).Draw(t, "person"), rapid.SampledFrom(groups).Draw(t, "group"), rapid.SampledFrom([][]byte{nil, []byte("x")}).Draw(t, "secret"))
		if rapid.Bool().Draw(t, "compare") {
			v.Settings = domain.Visibilities()
		}
		c := v.Content()
		c.Sentence = rapid.StringN(0, 200, 400).Draw(t, "sentence")
		c = c.Clean()
		on := stage.Canvas{Measure: theme.CodePoints, W: rapid.IntRange(1, 220).Draw(t, "w"), H: rapid.IntRange(1, 70).Draw(t, "h"), Foot: "?"}
		lines := strings.Split(c.Draw(on, stage.MoreIn(said)), "\n")
		if len(lines) != on.H {
			t.Fatalf("%d lines for %d", len(lines), on.H)
		}
		for _, line := range lines {
			if got := theme.CodePoints.Width(ansi.Strip(line)); got != on.W {
				t.Fatalf("%d cells for %d: %q", got, on.W, line)
			}
		}
	})
}

func TestASentenceBeginsWithACapitalWhateverGroupItNames(t *testing.T) {
	w := scenetest.Demonstration(t)
	const want = "Een onzichtbare groep is dicht."
	for _, secret := range [][]byte{nil, []byte("x")} {
		for _, number := range []string{"", "12. "} {
			if got := stage.NewNames(w, said, secret).Sentence(number + "Woongroep Steiger A is dicht."); got != number+want {
				t.Errorf("%q, not %q", got, number+want)
			}
		}
	}
}

// Where people go on in a next column they stand under a heading of their own, and not beside
// that of others.
func TestWhoeverIsOnStageStandsUnderTheirHeading(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts, under := []stage.Part{{Head: "In de groep"}, {Head: "Netwerk"}}, map[string]string{}
		for i := range parts {
			for n := range rapid.IntRange(1, 20).Draw(t, parts[i].Head) {
				name := fmt.Sprintf("%c%02d", 'A'+i, n)
				under[name] = parts[i].Head
				parts[i].People = append(parts[i].People, stage.Person{Name: name, First: name, Role: name, Brief: name})
			}
		}
		c := stage.Content{Person: "Zo", First: "Zo", Columns: []stage.Column{{Parts: parts}}}
		on := stage.Canvas{Measure: theme.CodePoints, W: rapid.IntRange(40, 220).Draw(t, "w"), H: rapid.IntRange(12, 70).Draw(t, "h"), NoColour: true}
		picture := strings.Split(ansi.Strip(c.Draw(on, stage.MoreIn(said))), "\n")
		if strings.Contains(strings.Join(picture, ""), "…") {
			t.Fatalf("short names are cut:\n%s", strings.Join(picture, "\n"))
		}
		for name, head := range under {
			if got, shown := headingOf(picture, name, "In de groep", "Netwerk"); shown && got != head {
				t.Fatalf("%s seems to stand under %q, not %q:\n%s", name, got, head, strings.Join(picture, "\n"))
			}
		}
	})
}

// headingOf returns the heading under which a word seems to stand: of those that begin no
// lower and no further to the right, the rightmost and then the lowest.
func headingOf(picture []string, word string, heads ...string) (heading string, shown bool) {
	place := func(row, text string) int {
		before, _, ok := strings.Cut(row, text)
		if !ok {
			return -1
		}
		return theme.CodePoints.Width(before)
	}
	y := slices.IndexFunc(picture, func(row string) bool { return place(row, word) >= 0 })
	if y < 0 {
		return "", false
	}
	right := 0
	for _, row := range picture[:y+1] {
		for _, head := range heads {
			if x := place(row, head); x >= right && x <= place(picture[y], word) {
				heading, right = head, x
			}
		}
	}
	return heading, true
}

// SHOWING.md 1: whom one sees is read from the back of the room, at 80×24 too.
func TestSevenPeopleStandInLargeLettersOnASmallStage(t *testing.T) {
	v := view(scenetest.Demonstration(t), "P31", "G4", nil) // Wendy, in the parents' café
	on := stage.Canvas{Measure: theme.CodePoints, W: 80, H: 24, NoColour: true}
	picture := ansi.Strip(v.Content().Draw(on, stage.MoreIn(said)))
	scenetest.Says(t, picture, "In de groep", "Netwerk", "en 2 mensen in andere groepen")
	for _, name := range []string{"Hatice", "Jana", "Petra", "Anouk", "Jayden", "Ingrid", "Soraya"} {
		if strings.Contains(picture, name) {
			t.Errorf("%s stands in ordinary text:\n%s", name, picture)
		}
	}
}

// However little room there is for people, those elsewhere are not forgotten.
func TestWhoeverIsSeenElsewhereIsCountedWhereNotAllFit(t *testing.T) {
	v := view(scenetest.Demonstration(t), "P31", "G4", nil)
	v.Settings = domain.Visibilities()
	on := stage.Canvas{Measure: theme.CodePoints, W: 80, H: 24, NoColour: true}
	picture := ansi.Strip(v.Content().Draw(on, stage.MoreIn(said)))
	if n := strings.Count(picture, "en 2 elders"); n != 3 {
		t.Errorf("under %d of 3 settings:\n%s", n, picture)
	}
}

func TestWhoSeesNobodyHereSeesHowManyElsewhere(t *testing.T) {
	c := stage.Content{Person: "Zo", First: "Zo", Columns: []stage.Column{{Elsewhere: "en 2 mensen in andere groepen", ElsewhereBrief: "en 2 elders"}}}
	for _, w := range []int{40, 80, 200} {
		on := stage.Canvas{Measure: theme.CodePoints, W: w, H: 24, NoColour: true}
		scenetest.Says(t, ansi.Strip(c.Draw(on, stage.MoreIn(said))), "en 2 mensen in andere groepen")
	}
}

// C4: for a user in a hidden group the stage is that of a world without it, but for the
// setting, which the coordinator shows.
func TestAHiddenGroupAddsNobodyToTheStage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for g := range w.Groups() {
			if g.Visibility != domain.Hidden {
				continue
			}
			without := domaintest.WithoutGroup(w, g.ID)
			for _, m := range w.MembersOn(g.ID, domaintest.Today()) {
				if !m.As.IsUser() {
					continue
				}
				with, other := view(w, m.Person, g.ID, nil).Content(), view(without, m.Person, "", nil).Content()
				a, b := with.Columns[0], other.Columns[0]
				a.Setting, a.Word, a.Group = nil, "", ""
				b.Setting, b.Word, b.Group = nil, "", ""
				if !reflect.DeepEqual(a, b) || with.Role != other.Role || strings.Contains(fmt.Sprint(with), g.Name) && g.Name != "" && !strings.Contains(fmt.Sprint(other), g.Name) {
					t.Fatalf("with %+v\nwithout %+v", with, other)
				}
			}
		}
	})
}

// The small picture of a setting has whoever is seen under it, once, and nobody else.
func TestTheSmallPictureHasWhoeverIsSeen(t *testing.T) {
	v := view(scenetest.Demonstration(t), "P15", "G5", nil) // Noor, in the skills training
	v.Settings = domain.Visibilities()
	type counts = stage.SightCounts
	want := map[domain.Visibility]stage.Sight{
		domain.Hidden:         {Network: counts{Counselors: 2, Users: 1}},                               // Soraya and Saskia, and her mother Rania
		domain.GroupVisible:   {Group: counts{Counselors: 3}, Network: counts{Counselors: 1, Users: 1}}, // Bao, Fatima and Saskia; Soraya and Rania
		domain.MembersVisible: {Group: counts{Counselors: 3, Users: 5}, Network: counts{Counselors: 1}}, // and Milan, Yusuf, Hatice, Rania and Delano
	}
	c := v.Content()
	for _, column := range c.Columns {
		if got := column.Sight; got != want[*column.Setting] {
			t.Errorf("%v: %+v", *column.Setting, got)
		}
	}
	drawn := func(s stage.Sight) string {
		one := c.Columns[2]
		one.Sight = s
		return stage.Content{Person: "Noor", Columns: []stage.Column{one, one}}.Draw(stage.Canvas{Measure: theme.CodePoints, W: 120, H: 40}, stage.MoreIn(said))
	}
	seen := map[string]stage.Sight{}
	for _, s := range []stage.Sight{{}, {Group: counts{Counselors: 1}}, {Group: counts{Users: 1}}, {Network: counts{Users: 1}}, {Group: counts{Users: 2}}, {Group: counts{Users: 9, Counselors: 1}}, {Group: counts{Users: 5000}}, {Group: counts{Users: 5000}, Network: counts{Users: 1}}} {
		picture := drawn(s)
		if other, twice := seen[picture]; twice {
			t.Errorf("%+v is drawn like %+v", s, other)
		}
		seen[picture] = s
	}
}

// Whatever stands in the file of the second screen, it is drawn, or read as nothing.
func TestNoContentBreaksTheStage(t *testing.T) {
	for _, rubbish := range []string{
		`{}`, `{"person":"Zo","first":"Zo","palette":200}`, `{"person":"Zo","columns":[{}]}`, `{"person":"Zo","columns":[{"setting":255,"parts":[{}]},{"parts":[{"people":[{}]}]}]}`,
		`{"blank":true,"columns":[{"setting":2}]}`, `{"person":"Zo","columns":[{"setting":1},{"setting":2,"sight":{"group":{"counselors":9223372036854775807,"users":-3},"network":{"counselors":9223372036854775807}}}]}`, `{"sentence":"x","step":"9","columns":[{},{},{},{},{},{},{},{},{}],"person":"y"}`,
	} {
		var c stage.Content
		if err := json.Unmarshal([]byte(rubbish), &c); err != nil {
			t.Fatal(err)
		}
		for _, size := range [][2]int{{1, 1}, {3, 2}, {80, 24}, {200, 60}} {
			c.Clean().Draw(stage.Canvas{Measure: theme.CodePoints, W: size[0], H: size[1]}, stage.MoreIn(said))
		}
	}
}

// source is a place of a second screen.
type source struct {
	content stage.Content
	present bool
	attends int
}

func (s *source) Read() (stage.Content, bool) { return s.content, s.present }
func (s *source) Attend()                     { s.attends++ }
func (s *source) Leave()                      {}

// The second screen shows what there is, nothing else, and says that it is there.
func TestTheSecondScreenFollows(t *testing.T) {
	from := &source{}
	var f tea.Model = stage.NewFollower(from, said, true)
	tick := f.Init()
	f, _ = f.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	look := func() string {
		begin := time.Now()
		msg := tick()
		if late := time.Since(begin); late > time.Second {
			t.Fatalf("it looks only after %s", late)
		}
		f, tick = f.Update(msg)
		return ansi.Strip(f.View().Content)
	}
	if got := look(); !strings.Contains(got, "Wacht op de presentatie") {
		t.Errorf("it shows %q", got)
	}
	from.present, from.content = true, stage.Content{Person: "Anna Uil", First: "Anna", Role: "cliënt", Columns: []stage.Column{{Nobody: "Hier staat niemand."}}}
	if got := look(); !strings.Contains(got, "Anna Uil") || strings.Contains(got, "Wacht") {
		t.Errorf("it shows %q", got)
	}
	from.content = stage.Content{Blank: true}
	if got := look(); strings.TrimSpace(got) != "" || f.View().WindowTitle != "" {
		t.Errorf("blank it shows %q", got)
	}
	if from.attends == 0 {
		t.Error("it does not say that it is there")
	}
	if _, cmd := f.Update(tea.KeyPressMsg{Code: 'x', Text: "x"}); cmd != nil {
		t.Error("a key does something")
	}
}

// What somebody else wrote into the file of the second screen cannot reach the terminal.
func TestHostileContentIsClean(t *testing.T) {
	wrong := domain.Visibility(200)
	c := stage.Content{Person: "\x1b]0;x\a", First: "A", Role: "r", Palette: 99, Columns: []stage.Column{{
		Setting: &wrong, Word: "\x1b[2J", Parts: []stage.Part{{Head: "\x1b[31m", People: []stage.Person{{Name: "\u202e", First: "\x1b", Role: "\n"}}}},
	}}}
	picture := c.Clean().Draw(stage.Canvas{Measure: theme.CodePoints, W: 80, H: 24, NoColour: true}, stage.MoreIn(said))
	if strings.ContainsAny(ansi.Strip(picture), "\x1b\a\u202e") {
		t.Errorf("%q", picture)
	}
}

// A person who sees five thousand people is drawn denser, not slower.
func BenchmarkTheStageOfFiveThousand(b *testing.B) {
	w := domaintest.Crowd(5000, 5000)
	var who domain.PersonID
	var group domain.GroupID
	for g := range w.Groups() {
		for _, m := range w.MembersOn(g.ID, domaintest.Today()) {
			who, group = m.Person, g.ID
		}
	}
	v := view(w, who, group, []byte("secret"))
	on := stage.Canvas{Measure: theme.CodePoints, W: 120, H: 40}
	b.Run("content", func(b *testing.B) {
		for b.Loop() {
			v.Content()
		}
	})
	c := v.Content()
	b.Run("picture", func(b *testing.B) {
		for b.Loop() {
			c.Draw(on, stage.MoreIn(said))
		}
	})
}
