package types

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

// house is a small institution with types of every kind: a client, the two
// parents, two employees, and a type that nothing uses.
func house(t *testing.T) domain.World {
	t.Helper()
	since := domain.Period{From: domain.NewDate(2025, 9, 1)}
	ended := domain.Period{From: domain.NewDate(2025, 1, 1), Through: domain.NewDate(2025, 8, 31)}
	var w domain.World
	for _, c := range []domain.Command{
		domain.AddPerson{Person: domain.Person{ID: "P05", Role: domain.Counselor, GivenName: "Fatima", FamilyNamePrefix: "El", FamilyName: "Amrani"}},
		domain.AddPerson{Person: domain.Person{ID: "P12", Role: domain.Counselor, GivenName: "Bao", FamilyName: "Nguyễn"}},
		domain.AddPerson{Person: domain.Person{ID: "P14", Role: domain.Client, GivenName: "Sem", FamilyName: "Bakker"}},
		domain.AddPerson{Person: domain.Person{ID: "P28", Role: domain.Guardian, GivenName: "Petra", FamilyName: "Bakker"}},
		domain.AddPerson{Person: domain.Person{ID: "P29", Role: domain.Guardian, GivenName: "Dennis", FamilyName: "Bakker"}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T1", Name: "Persoonlijk begeleider", Primary: true, Exclusive: true, Relevant: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T2", Name: "EVV (eerstverantwoordelijk verzorgende)", Primary: true, Exclusive: true, Relevant: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T3", Name: "Regiebehandelaar", Exclusive: true, Relevant: true, Legal: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T7", Name: "Niet inplannen", Negative: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T8", Name: "Oud-begeleider", Relevant: true, SwitchedOff: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T10", Name: "Ouder of voogd", Kind: domain.GuardianKind, Network: true}},
		domain.AddRelation{Relation: domain.Relation{ID: "R01", Client: "P14", Person: "P05", Type: "T1", Period: ended}},
		domain.AddRelation{Relation: domain.Relation{ID: "R02", Client: "P14", Person: "P12", Type: "T1", Period: since}},
		domain.AddRelation{Relation: domain.Relation{ID: "R03", Client: "P14", Person: "P28", Type: "T10", Period: since}},
		domain.AddRelation{Relation: domain.Relation{ID: "R04", Client: "P14", Person: "P29", Type: "T10", Period: since}},
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
