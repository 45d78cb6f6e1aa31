package groups

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// demoScene is the demonstration on its own day, in a window of w by h.
func demoScene(t testing.TB, l lang.Language, w, h int) scene.Scene {
	t.Helper()
	changes, err := exchange.Demonstration().Plan(domain.World{})
	if err != nil {
		t.Fatal(err)
	}
	world, err := domain.World{}.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	return sceneOf(world, l, w, h)
}

func sceneOf(world domain.World, l lang.Language, w, h int) scene.Scene {
	on := domain.NewDate(2026, 3, 2)
	return scene.Scene{
		World: world, On: on, Today: on, Words: lang.In(l), Theme: theme.Resolve(theme.Dark, true, false),
		Size: widget.Box{W: w, H: h}, Body: widget.Box{Y: 2, W: w, H: h - 3},
		Source: scene.File, Zone: time.UTC, Roster: scene.NewRoster(world, nil),
	}
}

// edited is the scene after an edit was carried out.
func edited(t testing.TB, s scene.Scene, c domain.Command) scene.Scene {
	t.Helper()
	changes, err := c.Plan(s.World)
	if err != nil {
		t.Fatalf("%s: %v", c.Verb(), err)
	}
	world, err := s.World.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	s.World, s.Roster = world, scene.NewRoster(world, s.Roster)
	return s
}

func groupOf(t testing.TB, s scene.Scene, id domain.GroupID) domain.Group {
	t.Helper()
	g, ok := s.World.Group(id)
	if !ok {
		t.Fatalf("no group %s", id)
	}
	return g
}

// do presses keys, by name or as letters to type, and returns the last wish that
// was not nil.
func do(s scene.Scene, d scene.Dialog, keys ...string) (scene.Dialog, scene.Wish) {
	var last scene.Wish
	send := func(msg tea.Msg) {
		next, wish := d.Update(s, msg)
		d = next
		if wish != nil {
			last = wish
		}
	}
	for _, k := range keys {
		switch k {
		case "up":
			send(tea.KeyPressMsg{Code: tea.KeyUp})
		case "down":
			send(tea.KeyPressMsg{Code: tea.KeyDown})
		case "left":
			send(tea.KeyPressMsg{Code: tea.KeyLeft})
		case "right":
			send(tea.KeyPressMsg{Code: tea.KeyRight})
		case "backspace":
			send(tea.KeyPressMsg{Code: tea.KeyBackspace})
		case "clear":
			send(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
		case "pgup":
			send(tea.KeyPressMsg{Code: tea.KeyPgUp})
		case "shift+tab":
			send(tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift})
		case "enter", "esc", "tab", "space", "pgdown", "ctrl+s", "ctrl+v":
			send(pressOf(k))
		default:
			for _, r := range k {
				send(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
		}
	}
	return d, last
}

func paste(s scene.Scene, d scene.Dialog, content string) scene.Dialog {
	d, _ = d.Update(s, tea.PasteMsg{Content: content})
	return d
}

// commandOf is the command of the last wish, which must be an edit.
func commandOf[C domain.Command](t *testing.T, wish scene.Wish) C {
	t.Helper()
	edit, ok := wish.(scene.Edit)
	if !ok {
		t.Fatalf("wished %#v, not an edit", wish)
	}
	c, ok := edit.Command.(C)
	if !ok {
		t.Fatalf("wished %#v", edit.Command)
	}
	return c
}

func seen(s scene.Scene, d scene.Dialog) string {
	picture, _ := d.View(s)
	return ansi.Strip(picture)
}

// flat is what is seen with breaks and frames taken out, to look for sentences in.
func flat(s scene.Scene, d scene.Dialog) string {
	out := strings.NewReplacer("│", " ", "┃", " ", "\n", " ").Replace(seen(s, d))
	return strings.Join(strings.Fields(out), " ")
}

func mustSee(t *testing.T, s scene.Scene, d scene.Dialog, all ...string) {
	t.Helper()
	got := flat(s, d)
	for _, want := range all {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q:\n%s", want, seen(s, d))
		}
	}
}

// mustFit fails when the picture is larger than the window, a line is not as
// wide as the others, or the cursor stands outside it.
func mustFit(t *testing.T, s scene.Scene, d scene.Dialog) {
	t.Helper()
	picture, cursor := d.View(s)
	lines := strings.Split(picture, "\n")
	wide := ansi.StringWidth(lines[0])
	if wide > s.Size.W || len(lines) > s.Size.H {
		t.Fatalf("%d×%d in a window of %d×%d:\n%s", wide, len(lines), s.Size.W, s.Size.H, ansi.Strip(picture))
	}
	for _, l := range lines {
		if ansi.StringWidth(l) != wide {
			t.Fatalf("a line of %d among lines of %d at %d×%d:\n%s", ansi.StringWidth(l), wide, s.Size.W, s.Size.H, ansi.Strip(picture))
		}
	}
	if cursor != nil && (cursor.X < 0 || cursor.Y < 0 || cursor.X >= wide || cursor.Y >= len(lines)) {
		t.Fatalf("the cursor stands at %d,%d of %d×%d", cursor.X, cursor.Y, wide, len(lines))
	}
}

// keep writes what was drawn, colours and all, into the folder that LOOK names:
// for looking at it by eye.
func keep(t *testing.T, name, picture string) {
	if dir := os.Getenv("LOOK"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".ansi"), []byte(picture), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
