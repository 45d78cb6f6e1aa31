package ui

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// click routes a click: to the top dialog, a tab, a hint, the screen. A click beside a
// dialog does nothing: closing it would lose what is typed.
func (m Model) click(msg tea.MouseClickMsg) (Model, tea.Cmd) {
	if m.leaving || msg.Button != tea.MouseLeft || m.tooSmall() || m.stage.on {
		return m, nil
	}
	if m.weighsDialog() {
		return m, nil
	}
	if len(m.dialogs) > 0 {
		return m.clickDialog(msg.X, msg.Y, 0)
	}
	r := arrange(m.scene.Size)
	switch {
	case r.tabs.Contains(msg.X, msg.Y):
		_, hits := m.tabBar(m.scene.Size.W)
		return m.clickHit(hits, msg.X)
	case r.foot.Contains(msg.X, msg.Y) && m.said().Words == "":
		_, hits := widget.Hints(m.scene.Theme, m.scene.Size.W, m.hints())
		return m.clickHit(hits, msg.X)
	}
	return m.toScreen(msg)
}

func (m Model) tooSmall() bool {
	return m.scene.Size.W < leastWidth || m.scene.Size.H < leastHeight
}

// clickHit presses the key of the hint or tab at x.
func (m Model) clickHit(hits []widget.Hit, x int) (Model, tea.Cmd) {
	key, ok := widget.HitAt(hits, x)
	if !ok || m.typing() {
		return m, nil
	}
	return m.press(keyPress(key))
}

func (m Model) clickDialog(x, y, wheel int) (Model, tea.Cmd) {
	_, at, _ := m.topDialog()
	if !at.Contains(x, y) {
		return m, nil
	}
	lx, ly := at.Local(x, y)
	return m.toDialog(scene.Clicked{X: lx, Y: ly, Wheel: wheel})
}

func (m Model) wheel(msg tea.MouseWheelMsg) (Model, tea.Cmd) {
	if m.leaving || m.tooSmall() || m.stage.on {
		return m, nil
	}
	if len(m.dialogs) == 0 {
		return m.toScreen(msg)
	}
	if by := scene.WheelLines(msg); by != 0 {
		return m.clickDialog(msg.X, msg.Y, by)
	}
	return m, nil
}

// keyPress makes the message that pressing a key would send.
func keyPress(key string) tea.KeyPressMsg {
	for name, code := range map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "space": tea.KeySpace, "tab": tea.KeyTab} {
		if key == name {
			return tea.KeyPressMsg{Code: code}
		}
	}
	if rest, ok := cutCtrl(key); ok {
		return tea.KeyPressMsg{Code: rest, Mod: tea.ModCtrl}
	}
	r := []rune(key)
	return tea.KeyPressMsg{Code: r[0], Text: key}
}

func cutCtrl(key string) (rune, bool) {
	const prefix = "ctrl+"
	if len(key) <= len(prefix) || key[:len(prefix)] != prefix {
		return 0, false
	}
	return []rune(key[len(prefix):])[0], true
}
