package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
)

// breath is how long a dialog that works on waits, so that keys and frames come
// between.
const breath = time.Millisecond

// later brings scene.Again after a breath.
func later() tea.Cmd {
	return tea.Tick(breath, func(time.Time) tea.Msg { return scene.Again{} })
}

// again lets every dialog work on, not only the one on top: what was begun goes
// on under a question that stands over it. One that has nothing to do ignores it.
func (m Model) again() (Model, tea.Cmd) {
	var cmds []tea.Cmd
	for i := 0; i < len(m.dialogs); i++ { // a wish may take one away
		next, wish := m.dialogs[i].Update(m.scene, scene.Again{})
		m.dialogs = append([]scene.Dialog{}, m.dialogs...)
		m.dialogs[i] = next
		var cmd tea.Cmd
		m, cmd = m.grant(wish, next)
		cmds = append(cmds, cmd)
	}
	return m, tea.Batch(cmds...)
}
