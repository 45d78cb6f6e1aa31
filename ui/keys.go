package ui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// tab is one of the screens as the header shows it.
type tab struct {
	id   scene.ScreenID
	name words.Key
}

var tabs = [...]tab{
	{scene.GroupsScreen, "screen.groups"},
	{scene.PeopleScreen, "screen.people"},
	{scene.TypesScreen, "tab.types"},
	{scene.PlanningScreen, "screen.planning"},
	{scene.AgreementsScreen, "screen.agreements"},
	{scene.SignalsScreen, "screen.signals"},
	{scene.SettingsScreen, "screen.settings"},
	{scene.JournalScreen, "screen.journal"},
	{scene.StepsScreen, "screen.steps"},
}

// everywhere are the actions of every screen.
func everywhere() []scene.Action {
	return []scene.Action{
		{Key: "u", Also: []string{"ctrl+z"}, Name: "act.undo", Edits: true, Bar: true},
		{Key: "ctrl+r", Name: "act.redo", Edits: true},
		{Key: ":", Also: []string{"ctrl+k"}, Name: "act.palette", Bar: true},
		{Key: "?", Name: "act.help", Bar: true},
		{Key: "t", Name: "act.date"},
		{Key: "x", Name: "act.ended"},
		{Key: "L", Name: "act.lock"},
		{Key: "I", Name: "act.import", Edits: true},
		{Key: "E", Name: "act.export"},
		{Key: "B", Name: "act.backup"},
		{Key: "ctrl+l", Name: "act.language"},
		{Key: "ctrl+t", Name: "act.theme"},
		{Key: "q", Also: []string{"ctrl+c"}, Name: "act.quit"},
	}
}

// press routes a key: to the top dialog, else to a screen that takes text, else
// to what works everywhere, else to the screen.
func (m Model) press(msg tea.KeyPressMsg) (Model, tea.Cmd) {
	key := msg.String()
	m.notice = scene.Say{}
	if key == "ctrl+c" {
		return m.leave()
	}
	if m.leaving {
		return m, nil
	}
	if len(m.dialogs) > 0 {
		return m.tell(msg)
	}
	if m.typing() {
		return m.toScreen(msg)
	}
	if next, cmd, ok := m.everywhere(key); ok {
		return next, cmd
	}
	return m.toScreen(msg)
}

// everywhere does what a key does on every screen.
func (m Model) everywhere(key string) (Model, tea.Cmd, bool) {
	wish, ok := m.wishFor(key)
	if !ok {
		return m, nil, false
	}
	next, cmd := m.grant(wish, nil)
	return next, cmd, true
}

// wishFor returns what a key that works everywhere wishes. On the first start
// only leaving, help and looks are possible.
func (m Model) wishFor(key string) (scene.Wish, bool) {
	switch key {
	case "q":
		return scene.Quit{}, true
	case "?":
		return scene.Open{Dialog: newHelp(m.actionsHere(), everywhere())}, true
	case "ctrl+l":
		return scene.SetLanguage{Language: m.scene.Words.Language().Next()}, true
	case "ctrl+t":
		return scene.SetTheme{Kind: nextTheme(m.scene.ThemeChosen)}, true
	}
	if m.scene.Source == scene.NoFile {
		return nil, false
	}
	if n, err := strconv.Atoi(key); err == nil {
		for _, t := range tabs {
			if int(t.id) == n {
				return scene.Go{Screen: t.id}, true
			}
		}
		return nil, false
	}
	return m.wishForSetup(key)
}

// wishForSetup is wishFor where a set-up is open.
func (m Model) wishForSetup(key string) (scene.Wish, bool) {
	switch key {
	case "u", "ctrl+z":
		return scene.Undo{}, true
	case "ctrl+r":
		return scene.Redo{}, true
	case ":", "ctrl+k":
		return scene.Open{Dialog: newPalette(m.scene, m.palette())}, true
	case "t":
		return scene.Open{Dialog: newDateDialog(m.scene)}, true
	case "x":
		return scene.SetEnded{Show: !m.scene.ShowEnded}, true
	case "L":
		return scene.SetLock{Locked: !m.scene.Locked}, true
	case "I", "E", "B":
		return m.fileDialog(key), true
	}
	return nil, false
}

// actionsHere are those of the active screen.
func (m Model) actionsHere() []scene.Action { return m.screen().Actions(m.scene) }

// palette is every action by name with its key: the screen's, the other
// screens, and what works everywhere.
func (m Model) palette() []choice {
	var out []choice
	w := m.scene.Words
	for _, a := range append(m.actionsHere(), everywhere()...) {
		if a.Edits && !m.scene.May() || a.Key == ":" {
			continue
		}
		out = append(out, choice{a.Key, w.Say(a.Name)})
	}
	for _, t := range tabs {
		out = append(out, choice{strconv.Itoa(int(t.id)), w.Say("act.screen", w.Say(t.name))})
	}
	return out
}

// paste goes where text is taken; elsewhere a paste is text, never commands.
func (m Model) paste(msg tea.PasteMsg) (Model, tea.Cmd) {
	switch {
	case m.leaving:
		return m, nil
	case len(m.dialogs) > 0:
		return m.tell(msg)
	case m.typing():
		return m.toScreen(msg)
	}
	return m, nil
}
