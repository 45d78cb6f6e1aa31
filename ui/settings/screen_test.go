package settings

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

// at returns the screen with the cursor on the row for which is holds.
func at(t *testing.T, s scene.Scene, is func(row) bool) scene.Screen {
	t.Helper()
	var v scene.Screen = New()
	for range rows() {
		if now := v.(Screen); now.list.Cursor() >= 0 && is(rows()[now.list.Cursor()]) {
			return v
		}
		v, _ = v.Update(s, scenetest.Press("down"))
	}
	t.Fatal("no such row")
	return nil
}

func onReading(r domain.Reading) func(row) bool {
	return func(x row) bool { return x == row(readingRow{r}) }
}

func TestEveryReadingCanBeSet(t *testing.T) {
	for _, l := range words.Languages() {
		for _, r := range domain.AllReadings() {
			if !slices.Contains(rows(), row(readingRow{r})) {
				t.Errorf("%s is no row", r)
			}
			if !tell.In(l).Has(words.Key("reading." + r.String() + ".question")) {
				t.Errorf("%s has no question for %s", l, r)
			}
		}
		for _, k := range theme.Kinds() {
			if !tell.In(l).Has(words.Key("settings.theme."+k.String())) || !tell.In(l).Has(words.Key("settings.theme-explain."+k.String())) {
				t.Errorf("%s has no words for the theme %s", l, k)
			}
		}
	}
}

func TestAReadingIsAskedAboutBeforeItIsTurned(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 40)
	want := scene.Edit{Command: domain.SetReading{Reading: domain.ReadNetwork, On: false}, Ask: true}
	if _, wish := at(t, s, onReading(domain.ReadNetwork)).Update(s, scenetest.Press("enter")); wish != scene.Wish(want) {
		t.Errorf("enter wishes %#v", wish)
	}
}

func TestASecondClickTurnsWhatWasClicked(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 40)
	var v scene.Screen = New()
	click := tea.MouseClickMsg{X: 10, Y: s.Body.Y + 1 + 4, Button: tea.MouseLeft}
	v, wish := v.Update(s, click)
	if wish != nil {
		t.Errorf("the first click wishes %v", wish)
	}
	_, wish = v.Update(s, click)
	if e, ok := wish.(scene.Edit); !ok || e.Command != (domain.SetReading{Reading: domain.ReadNetwork}) {
		t.Errorf("wished %#v", wish)
	}
}

func TestTheInstitutionIsEditedAsTyped(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	d := newInstitution(s, nameField)
	if _, wish := d.Update(s, scenetest.Press("enter")); wish != scene.Wish(scene.Close{}) {
		t.Errorf("with nothing typed enter wishes %v", wish)
	}
	for _, k := range []string{"!", "tab", "space"} {
		d, _ = d.Update(s, scenetest.Press(k))
	}
	_, wish := d.Update(s, scenetest.Press("enter"))
	want := scene.Edit{Command: domain.EditInstitution{Name: "Stichting Hazelmeander!", WithoutNewsGroups: true}}
	if wish != scene.Wish(want) {
		t.Errorf("wish %#v", wish)
	}
	d, _ = d.Update(s, scene.Refused{Refusal: domain.Refusal{Code: domain.ValueTooLong, Field: "name", Limit: 120}})
	view, _ := d.View(s)
	if text := ansi.Strip(view); !strings.Contains(text, "Naam is te lang: hoogstens 120 tekens.") || !strings.Contains(text, "Hazelmeander!") {
		t.Errorf("the refusal is not shown, or what was typed is gone:\n%s", text)
	}
	if _, wish := d.Update(s, scenetest.Press("esc")); wish != nil {
		t.Errorf("esc wishes %v although something was typed", wish)
	}
}

func TestChoicesAreWishedAndNeverRemembered(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 40)
	cases := []struct {
		on   row
		want scene.Wish
	}{
		{languageRow{words.English}, scene.SetLanguage{Language: words.English}},
		{languageRow{words.Dutch}, nil},
		{themeRow{theme.Paper}, scene.SetTheme{Kind: theme.Paper}},
		{lockRow{}, scene.SetLock{Locked: true}},
	}
	for _, c := range cases {
		v := at(t, s, func(r row) bool { return r == c.on })
		if _, wish := v.Update(s, scenetest.Press("enter")); wish != c.want {
			t.Errorf("%#v wishes %#v", c.on, wish)
		}
	}
}

func TestTheScreenFillsItsBoxAtEverySize(t *testing.T) {
	long := domain.Institution{Name: strings.Repeat("Ωmega 長い ", 14)}
	w, err := domain.World{}.With(domain.Change{Institution: &domain.Swap[domain.Institution]{After: &long}})
	if err != nil {
		t.Fatal(err)
	}
	for _, world := range []domain.World{{}, w, scenetest.Demonstration(t)} {
		for _, size := range [][2]int{{40, 10}, {41, 11}, {59, 17}, {60, 18}, {99, 24}, {100, 30}, {200, 60}} {
			s := scenetest.At(world, words.Dutch, size[0], size[1])
			v := at(t, s, onReading(domain.ReadNetwork))
			scenetest.Screen(t, s, v)
			if _, cursor := v.View(s); cursor == nil {
				t.Errorf("%v: there is no cursor on the screen", size)
			}
			for _, d := range []scene.Dialog{newInstitution(s, newsField)} {
				for _, k := range []string{"x", "end", "pgdown", "esc"} {
					scenetest.Dialog(t, s, d)
					d, _ = d.Update(s, scenetest.Press(k))
				}
			}
		}
	}
}

func TestHowSettingsLook(t *testing.T) {
	scenetest.Golden(t, func(l scenetest.Look) (scene.Scene, scene.Screen) {
		s := scenetest.At(scenetest.Demonstration(t), l.Language, l.W, l.H)
		return s, at(t, s, onReading(domain.ReadNetwork))
	},
		scenetest.Look{Language: words.Dutch, W: 120, H: 40}, scenetest.Look{Language: words.Dutch, W: 80, H: 24},
		scenetest.Look{Language: words.English, W: 80, H: 24})
}
