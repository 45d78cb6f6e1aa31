package scenetest

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
)

var named = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"space": {Code: tea.KeySpace, Text: " "}, "backspace": {Code: tea.KeyBackspace},
}

// Press returns the press of a named key, or of a letter.
func Press(name string) tea.KeyPressMsg {
	if key, ok := named[name]; ok {
		return key
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: []rune(letter)[0], Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// Type returns the presses of named keys, and of any other text letter by letter.
func Type(all ...string) []tea.KeyPressMsg {
	var out []tea.KeyPressMsg
	for _, k := range all {
		if _, ok := named[k]; ok || strings.HasPrefix(k, "ctrl+") {
			out = append(out, Press(k))
			continue
		}
		for _, r := range k {
			out = append(out, Press(string(r)))
		}
	}
	return out
}

// Keys presses keys on a screen and returns the last wish.
func Keys(s scene.Scene, c scene.Screen, all ...string) (scene.Screen, scene.Wish) {
	var wish scene.Wish
	for _, k := range all {
		c, wish = c.Update(s, Press(k))
	}
	return c, wish
}

// Typed types into a dialog and returns the last wish.
func Typed(s scene.Scene, d scene.Dialog, all ...string) (scene.Dialog, scene.Wish) {
	var wish scene.Wish
	for _, key := range Type(all...) {
		d, wish = d.Update(s, key)
	}
	return d, wish
}

// Opened returns the dialog that a wish opens.
func Opened(t testing.TB, wish scene.Wish) scene.Dialog {
	t.Helper()
	if several, ok := wish.(scene.Several); ok && len(several) > 0 {
		wish = several[0]
	}
	open, ok := wish.(scene.Open)
	if !ok {
		t.Fatalf("no dialog was wished but %#v", wish)
	}
	return open.Dialog
}
