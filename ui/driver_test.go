package ui

import (
	"flag"
	"os"
	"runtime/debug"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// TestMain lets garbage lie for longer than a screen does, but where something is measured:
// here much is made and little kept.
func TestMain(m *testing.M) {
	if flag.Parse(); flag.Lookup("test.bench").Value.String() == "" {
		debug.SetGCPercent(400)
	}
	os.Exit(m.Run())
}

// driver plays the program without a terminal: every command is carried out at
// once, in order, so that a test is a straight line.
type driver struct {
	t *testing.T
	m Model
	// held are commands that a test keeps back, as a slow disk would.
	held []tea.Cmd
	slow bool
	quit bool
}

func drive(t *testing.T, o Opening, w, h int) *driver {
	t.Helper()
	d := &driver{t: t, m: New(o)}
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

func (d *driver) send(msg tea.Msg) {
	next, cmd := d.m.update(msg)
	d.m = next
	d.run(cmd)
}

func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if d.slow {
		d.held = append(d.held, cmd)
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case tea.QuitMsg:
		d.quit = true
	default:
		d.send(msg)
	}
}

// disk lets the slow disk go on. What still waits when the program has left, such as the
// clock of leaving, is waited for no longer.
func (d *driver) disk() {
	d.slow = false
	held := d.held
	d.held = nil
	for _, c := range held {
		if d.quit {
			return
		}
		d.run(c)
	}
}

// keys presses keys one by one: names such as enter, or single characters.
func (d *driver) keys(keys ...string) *driver {
	for _, k := range keys {
		d.send(press(k))
	}
	return d
}

func (d *driver) typed(text string) *driver {
	for _, r := range text {
		if r == ' ' {
			d.send(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
			continue
		}
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return d
}

func press(k string) tea.KeyPressMsg {
	named := map[string]rune{
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "pgup": tea.KeyPgUp,
		"pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
	}
	if code, ok := named[k]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if k == "shift+tab" {
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	}
	if k == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	return keyPress(k)
}

func (d *driver) screen() string {
	content, _ := d.m.picture()
	return ansi.Strip(content)
}

func (d *driver) shows(texts ...string) *driver {
	d.t.Helper()
	for _, text := range texts {
		if !strings.Contains(d.screen(), text) {
			d.t.Errorf("the screen does not show %q:\n%s", text, d.screen())
		}
	}
	return d
}

func (d *driver) hides(texts ...string) *driver {
	d.t.Helper()
	for _, text := range texts {
		if strings.Contains(d.screen(), text) {
			d.t.Errorf("the screen shows %q:\n%s", text, d.screen())
		}
	}
	return d
}

// whole fails when a line of the picture is not exactly as wide as the window,
// or there are more or fewer than its height.
func (d *driver) whole() {
	d.t.Helper()
	content, cursor := d.m.picture()
	size := d.m.scene.Size
	lines := strings.Split(content, "\n")
	if len(lines) != size.H && size.H > 0 && size.W > 0 {
		d.t.Fatalf("%d lines in a window of %d×%d", len(lines), size.W, size.H)
	}
	for i, l := range lines {
		if w := d.m.scene.Theme.Measure.Width(l); w != size.W && size.H > 0 && size.W > 0 {
			d.t.Fatalf("line %d is %d wide in a window of %d×%d: %q", i, w, size.W, size.H, ansi.Strip(l))
		}
	}
	if cursor != nil && (cursor.X < 0 || cursor.Y < 0 || cursor.X >= size.W || cursor.Y >= size.H) {
		d.t.Fatalf("the cursor stands at %d,%d in a window of %d×%d", cursor.X, cursor.Y, size.W, size.H)
	}
}
