package people

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

var today = domain.NewDate(2026, 3, 2)

// house is a small institution: two groups, a family around one client, two
// namesakes, somebody who left and somebody who is to leave.
func house(t *testing.T) domain.World {
	t.Helper()
	since := domain.Period{From: domain.NewDate(2025, 9, 1)}
	var w domain.World
	for _, c := range []domain.Command{
		domain.AddPerson{Person: domain.Person{ID: "P01", Role: domain.Administrator, GivenName: "Marloes", FamilyName: "Hoekstra", Location: "Centraal"}},
		domain.AddPerson{Person: domain.Person{ID: "P03", Role: domain.CounselorPlus, GivenName: "Saskia", FamilyNamePrefix: "van den", FamilyName: "Berg-Özdemir", DisplayName: "Saskia van den Berg-Özdemir", Number: "200003", Location: "Steiger", Function: "gz-psycholoog, regiebehandelaar"}},
		domain.AddPerson{Person: domain.Person{ID: "P06", Role: domain.Counselor, GivenName: "Jan", FamilyNamePrefix: "de", FamilyName: "Vries", DisplayName: "Jan de Vries (Vlierhof)", Number: "200006", Location: "Vlierhof"}},
		domain.AddPerson{Person: domain.Person{ID: "P07", Role: domain.Counselor, GivenName: "Jan", FamilyNamePrefix: "de", FamilyName: "Vries", DisplayName: "Jan de Vries (Steiger)", Number: "200007", Location: "Steiger"}},
		domain.AddPerson{Person: domain.Person{ID: "P12", Role: domain.Counselor, GivenName: "Bao", FamilyName: "Nguyễn", Number: "200012", Location: "Steiger", Function: "vaktherapeut"}},
		domain.AddPerson{Person: domain.Person{ID: "P13", Role: domain.Counselor, GivenName: "Femke", FamilyName: "Dijkstra", Number: "200013", InactiveFrom: domain.NewDate(2026, 7, 1)}},
		domain.AddPerson{Person: domain.Person{ID: "P15", Role: domain.Client, GivenName: "Noor", FamilyName: "Haddad", Number: "100015", BirthDate: domain.NewDate(2010, 1, 20), Location: "Steiger", Function: "jeugd", Note: "16 geworden: inzage door ouders vraagt haar toestemming"}},
		domain.AddPerson{Person: domain.Person{ID: "P26", Role: domain.Client, GivenName: "Selam", FamilyName: domain.NoFamilyName, Number: "100026", Location: "Vlierhof"}},
		domain.AddPerson{Person: domain.Person{ID: "P30", Role: domain.Guardian, GivenName: "Rania", FamilyName: "Haddad", Function: "moeder van Noor"}},
		domain.AddPerson{Person: domain.Person{ID: "P41", Role: domain.External, GivenName: "Rob", FamilyName: "Mulder", InactiveFrom: domain.NewDate(2026, 1, 1)}},
		domain.AddPerson{Person: domain.Person{ID: "P42", Role: domain.External, GivenName: "Olga", FamilyName: "Shevchenko"}},
		domain.AddGroup{Group: domain.Group{ID: "G2", Name: "Dagbehandeling Steiger", Visibility: domain.GroupVisible}},
		domain.AddGroup{Group: domain.Group{ID: "G3", Name: "Oudercafé", Visibility: domain.MembersVisible}},
		domain.AddMembers{Memberships: []domain.Membership{
			{Group: "G2", Person: "P15"}, {Group: "G2", Person: "P03"}, {Group: "G2", Person: "P12"},
			{Group: "G3", Person: "P30"}, {Group: "G3", Person: "P15", Period: domain.Period{Through: domain.NewDate(2026, 1, 31)}},
		}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T1", Name: "Persoonlijk begeleider", Primary: true, Exclusive: true, Relevant: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T3", Name: "Regiebehandelaar", Exclusive: true, Relevant: true, Legal: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T10", Name: "Ouder of voogd", Kind: domain.GuardianKind, Network: true}},
		domain.AddRelation{Relation: domain.Relation{ID: "R01", Client: "P15", Person: "P12", Type: "T1", Period: since}},
		domain.AddRelation{Relation: domain.Relation{ID: "R02", Client: "P15", Person: "P03", Type: "T3", Period: since}},
		domain.AddRelation{Relation: domain.Relation{ID: "R03", Client: "P15", Person: "P30", Type: "T10", Period: since}},
	} {
		changes, err := c.Plan(w)
		if err != nil {
			t.Fatalf("%s: %v", c.Verb(), err)
		}
		if w, err = w.With(changes...); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

func at(world domain.World, l lang.Language, w, h int) scene.Scene {
	return scene.Scene{
		World: world, On: today, Today: today, Words: lang.In(l), Theme: theme.Resolve(theme.Dark, true, false),
		Body: scene.Box{Y: 2, W: w, H: max(h-3, 0)}, Size: scene.Box{W: w, H: h},
		Source: scene.File, Zone: time.UTC, Roster: scene.NewRoster(world, nil),
	}
}

var named = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab}, "down": {Code: tea.KeyDown},
	"up": {Code: tea.KeyUp}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "space": {Code: tea.KeySpace, Text: " "},
	"pgdown": {Code: tea.KeyPgDown}, "pgup": {Code: tea.KeyPgUp}, "backspace": {Code: tea.KeyBackspace},
	"end": {Code: tea.KeyEnd}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
}

func press(key string) tea.KeyPressMsg {
	if k, ok := named[key]; ok {
		return k
	}
	r := []rune(key)[0]
	return tea.KeyPressMsg{Code: r, Text: key}
}

// keys presses keys one after another and returns the last wish.
func keys(s scene.Scene, c scene.Screen, all ...string) (scene.Screen, scene.Wish) {
	var wish scene.Wish
	for _, k := range all {
		c, wish = c.Update(s, press(k))
	}
	return c, wish
}

func typed(s scene.Scene, d scene.Dialog, all ...string) (scene.Dialog, scene.Wish) {
	var wish scene.Wish
	for _, k := range all {
		if _, ok := named[k]; ok {
			d, wish = d.Update(s, press(k))
			continue
		}
		for _, r := range k {
			d, wish = d.Update(s, press(string(r)))
		}
	}
	return d, wish
}

func opened(t *testing.T, wish scene.Wish) scene.Dialog {
	t.Helper()
	open, ok := wish.(scene.Open)
	if !ok || !open.Edits {
		t.Fatalf("no editing dialog was wished but %#v", wish)
	}
	return open.Dialog
}

// seen is the stripped picture of a screen; it fails on a line that is not as wide as the box.
func seen(t *testing.T, s scene.Scene, c scene.Screen) string {
	t.Helper()
	view, cursor := c.View(s)
	exact(t, view, s.Body.W, s.Body.H)
	if cursor != nil && !s.Body.Contains(cursor.X, cursor.Y) {
		t.Errorf("the cursor at %d,%d stands outside %v", cursor.X, cursor.Y, s.Body)
	}
	return strip(view)
}

func pictured(t *testing.T, s scene.Scene, d scene.Dialog) string {
	t.Helper()
	view, cursor := d.View(s)
	lines := strings.Split(view, "\n")
	w, h := ansi.StringWidth(lines[0]), len(lines)
	if w > s.Size.W || h > s.Size.H {
		t.Errorf("a dialog of %d by %d does not fit in %d by %d", w, h, s.Size.W, s.Size.H)
	}
	exact(t, view, w, h)
	if cursor != nil && !(widget.Box{W: w, H: h}).Contains(cursor.X, cursor.Y) {
		t.Errorf("the cursor at %d,%d stands outside the dialog", cursor.X, cursor.Y)
	}
	return strip(view)
}

func exact(t *testing.T, view string, w, h int) {
	t.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) != h {
		t.Fatalf("%d lines in a box %d high", len(lines), h)
	}
	for i, line := range lines {
		if got := ansi.StringWidth(line); got != w {
			t.Fatalf("line %d is %d wide in a box of %d: %q", i, got, w, ansi.Strip(line))
		}
	}
}

func strip(view string) string {
	lines := strings.Split(ansi.Strip(view), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

func wants(t *testing.T, text string, all ...string) {
	t.Helper()
	flat := strings.Join(strings.Fields(strings.NewReplacer("│", " ", "\n", " ").Replace(text)), " ")
	for _, one := range all {
		if !strings.Contains(flat, one) {
			t.Errorf("%q is not in:\n%s", one, text)
		}
	}
}
