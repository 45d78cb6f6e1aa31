package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/files"
	"zichtlijn/ui/rehearse"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// everywhere are the actions of all screens. On the first start there are only help,
// language, theme and leaving.
func (m Model) everywhere() []scene.Action {
	s := m.scene
	first := s.Source == scene.NoFile
	wish := func(w scene.Wish) func() scene.Wish { return func() scene.Wish { return w } }
	opens := func(dialog func(scene.Scene) scene.Dialog) func() scene.Wish {
		return func() scene.Wish { return scene.Open{Dialog: dialog(s)} }
	}
	help := scene.Action{Key: "?", Name: "act.help", Bar: true, Wish: opens(m.help)}
	settings := []scene.Action{
		{Key: "ctrl+l", Name: "act.language", Args: languageNames(), Wish: wish(scene.SetLanguage{Language: s.Words.Language().Next()})},
		{Key: "ctrl+t", Name: "act.theme", Wish: wish(scene.SetTheme{Kind: nextTheme(s.ThemeChosen)})},
		{Key: "q", Also: []string{"ctrl+c"}, Name: "act.quit", Bar: first, Wish: wish(scene.Quit{})},
	}
	if first {
		return append([]scene.Action{help}, settings...)
	}
	if s.Rehearsal != nil {
		settings[len(settings)-1] = scene.Action{Key: "q", Name: "act.rehearse-end", Wish: wish(scene.Rehearse{})}
	}
	out := append([]scene.Action{
		{Key: "u", Also: []string{"ctrl+z"}, Name: "act.undo", Bar: true, Wish: wish(scene.Undo{})},
		{Key: "ctrl+r", Name: "act.redo", Wish: wish(scene.Redo{})},
		{Key: "P", Name: "act.stage", Bar: s.Size.W >= roomyBar, Wish: wish(scene.Stage{})},
		{Key: ":", Also: []string{"ctrl+k", "ctrl+p"}, Name: "act.palette", Bar: true, Wish: wish(scene.Find{})},
		help,
		{Key: "t", Name: "act.date", Wish: opens(newDateDialog)},
		{Key: "x", Name: "act.ended", Wish: wish(scene.SetEnded{Show: !s.ShowEnded})},
		{Key: "L", Name: "act.lock", Wish: wish(scene.SetLock{Locked: !s.Locked})},
		{Key: "O", Name: "act.roles", Wish: wish(scene.SetRoles{})},
	}, m.setupActions(wish, opens)...)
	return append(out, settings...)
}

// roomyBar is how wide a window must be for keys in its bar that no edit needs.
const roomyBar = 160

// setupActions are those of the set-up, and inside a rehearsal those of the rehearsal.
func (m Model) setupActions(wish func(scene.Wish) func() scene.Wish, opens func(func(scene.Scene) scene.Dialog) func() scene.Wish) []scene.Action {
	if r := m.scene.Rehearsal; r != nil {
		out := []scene.Action{
			{Key: "R", Name: "act.rehearse-end", Bar: true, Wish: wish(scene.Rehearse{})},
			{Key: "S", Name: "act.scenes", Wish: opens(func(s scene.Scene) scene.Dialog { return rehearse.Stage(s, m.storyNames()) })},
			// Not offered, but whoever presses them hears why: a picture or page of a rehearsal
			// would be taken for how it is, and no journal would know of it.
			{Key: "E", Wish: wish(scene.Say{Tone: scene.Warn, Words: m.scene.Words.Say("rehearse.nothing-given")})},
			{Key: "I", Also: []string{"B"}, Wish: wish(scene.Say{Tone: scene.Warn, Words: m.scene.Words.Say("rehearse.outside-only")})},
		}
		if r.Story != "" {
			out = append([]scene.Action{{Key: "space", Name: "act.story-next", Bar: true, Wish: wish(scene.NextStep{})}}, out...)
		}
		return out
	}
	return []scene.Action{
		{Key: "R", Name: "act.rehearse", Wish: wish(scene.Rehearse{})},
		{Key: "I", Name: "act.import", Wish: opens(files.Import)},
		{Key: "E", Name: "act.export", Wish: opens(func(s scene.Scene) scene.Dialog { return files.Export(s, m.exportAbout()) })},
		{Key: "B", Name: "act.backup", Wish: opens(files.Backup)},
	}
}

// languageNames are all languages but the last, and the last.
func languageNames() []any {
	var all []string
	for _, l := range words.Languages() {
		all = append(all, l.Name())
	}
	last := len(all) - 1
	return []any{strings.Join(all[:last], ", "), all[last]}
}

// press routes a key: to the top dialog, a screen that takes text, the actions of
// everywhere, the screen.
func (m Model) press(msg tea.KeyPressMsg) (Model, tea.Cmd) {
	key := msg.String()
	m.notice = scene.Say{}
	if m.stage.on && !m.leaving {
		return m.stageKey(key)
	}
	if key == "ctrl+c" {
		return m.leave()
	}
	if m.leaving {
		return m, nil
	}
	if m.weighing.work != nil {
		switch {
		case key == "esc":
			return m.stopWeighing()
		case m.weighsDialog():
			return m, nil
		}
	}
	if len(m.dialogs) > 0 {
		return m.toDialog(msg)
	}
	if m.typing() {
		return m.toScreen(msg)
	}
	if next, cmd, ok := m.pressEverywhere(key); ok {
		return next, cmd
	}
	return m.toScreen(msg)
}

// pressEverywhere does the action of everywhere that has the key; false: there is none.
func (m Model) pressEverywhere(key string) (Model, tea.Cmd, bool) {
	all := m.everywhere()
	if m.scene.Source != scene.NoFile {
		all = append(all, digits()...)
	}
	_, wish, ok := scene.Answer(nil, all, key)
	if !ok {
		return m, nil, false
	}
	next, cmd := m.grant(wish, nil)
	return next, cmd, true
}

// actionsHere are the named actions of the active screen.
func (m Model) actionsHere() []scene.Action { return scene.Shown(m.screen().Actions(m.scene)) }

func (m Model) help(scene.Scene) scene.Dialog {
	return help{here: m.actionsHere(), all: m.everywhere()}
}

// paste goes only where text is taken: elsewhere it must not count as keys.
func (m Model) paste(msg tea.PasteMsg) (Model, tea.Cmd) {
	switch {
	case m.leaving || m.weighsDialog() || m.stage.on:
		return m, nil
	case len(m.dialogs) > 0:
		return m.toDialog(msg)
	case m.typing():
		return m.toScreen(msg)
	case scene.IsList(msg.Content) && m.scene.Source != scene.NoFile && (m.active == scene.GroupsScreen || m.active == scene.PeopleScreen):
		return m.toScreen(msg)
	}
	return m, nil
}
