package theme

import (
	"image/color"
	"reflect"
	"slices"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/ui/theme/themetest"
)

// styles lists every style of a theme with its name, so that a new one cannot escape the tests below.
func styles(t Theme) (names []string, found []lipgloss.Style) {
	v := reflect.ValueOf(t)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		switch field := v.Field(i).Interface().(type) {
		case lipgloss.Style:
			names, found = append(names, name), append(found, field)
		case [6]lipgloss.Style:
			for _, s := range field {
				names, found = append(names, name), append(found, s)
			}
		case [3]lipgloss.Style:
			for _, s := range field {
				names, found = append(names, name), append(found, s)
			}
		}
	}
	return names, found
}

func coloursGiven(c color.Color) bool { return c != nil && c != color.Color(lipgloss.NoColor{}) }

func TestEveryTextIsReadableOnItsBackground(t *testing.T) {
	grounds := map[Kind][]string{Dark: {"#000000", "#1a1a1a", "#222222"}, Light: {"#ffffff", "#fdf6e3"}}
	for _, kind := range []Kind{Dark, Light} {
		names, found := styles(Resolve(kind, false, false))
		for i, s := range found {
			ink := s.GetForeground()
			if !coloursGiven(ink) {
				continue // the terminal's own colours: its owner chose them
			}
			var on []color.Color
			if ground := s.GetBackground(); coloursGiven(ground) {
				on = append(on, ground)
			} else {
				for _, hex := range grounds[kind] {
					on = append(on, lipgloss.Color(hex))
				}
			}
			for _, ground := range on {
				for _, eyes := range themetest.AllEyes() {
					if c := themetest.Contrast(eyes.See(ink), eyes.See(ground)); c < 4.5 {
						t.Errorf("%v %s, %s: contrast %.2f, want at least 4.5", kind, names[i], eyes.Name, c)
					}
				}
			}
		}
	}
}

func TestPaperHasNoColourAtAll(t *testing.T) {
	names, found := styles(Resolve(Paper, true, false))
	if len(found) < 30 {
		t.Fatalf("only %d styles looked at", len(found))
	}
	for i, s := range found {
		if coloursGiven(s.GetForeground()) || coloursGiven(s.GetBackground()) {
			t.Errorf("%s has a colour on paper", names[i])
		}
	}
}

func TestAChosenRowAndAWarningStandOutWithoutColour(t *testing.T) {
	p := Resolve(Paper, true, false)
	for name, s := range map[string]lipgloss.Style{"Selected": p.Selected, "SelectedDim": p.SelectedDim,
		"HeaderWarn": p.HeaderWarn, "Error": p.Error, "TabActive": p.TabActive, "Coordinator": p.Coordinator} {
		if drawn := s.Render("x"); drawn == ansi.Strip(drawn) {
			t.Errorf("%s looks like plain text on paper", name)
		}
	}
}

func TestWithoutColourEveryThemeIsPaper(t *testing.T) {
	cases := []struct {
		asked         Kind
		dark, noColor bool
		shown         Kind
	}{
		{Auto, true, false, Dark}, {Auto, false, false, Light}, {Dark, false, false, Dark}, {Light, true, false, Light},
		{Paper, true, false, Paper}, {Auto, true, true, Paper}, {Dark, true, true, Paper}, {Light, false, true, Paper},
	}
	for _, c := range cases {
		if got := Resolve(c.asked, c.dark, c.noColor).Kind; got != c.shown {
			t.Errorf("%v asked, dark %v, no colour %v: shown %v, want %v", c.asked, c.dark, c.noColor, got, c.shown)
		}
	}
}

func TestRolesAndVisibilitiesDifferInColour(t *testing.T) {
	for _, kind := range []Kind{Dark, Light} {
		th := Resolve(kind, false, false)
		for _, set := range [][]lipgloss.Style{th.Roles[:], th.Visibility[:]} {
			var seen []string
			for _, s := range set {
				drawn := s.Render("x")
				if slices.Contains(seen, drawn) {
					t.Errorf("%v: two of them look the same", kind)
				}
				seen = append(seen, drawn)
			}
		}
	}
}

// Roles are not among them: six colours are too many for that, and a word or a letter stands
// with each.
func TestSettingsAndOutcomesAreToldApartByTheColourBlind(t *testing.T) {
	for _, kind := range []Kind{Dark, Light} {
		th := Resolve(kind, false, false)
		for name, set := range map[string][]lipgloss.Style{"settings": th.Visibility[:], "outcomes": {th.Error, th.Warning, th.Success}} {
			var inks []color.Color
			for _, s := range set {
				inks = append(inks, s.GetForeground())
			}
			for _, alike := range themetest.Alike(inks...) {
				t.Errorf("%v: %s %s", kind, name, alike)
			}
		}
	}
}

func TestAKindReadsBackAsItWasWritten(t *testing.T) {
	for _, k := range Kinds() {
		if got, ok := ParseKind(k.String()); !ok || got != k {
			t.Errorf("%v read back as %v, %v", k, got, ok)
		}
	}
	if _, ok := ParseKind("donker"); ok {
		t.Error("a word that is no kind was read as one")
	}
}
