package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The smallest window that the screen is drawn in.
const (
	leastWidth  = 40
	leastHeight = 10
)

// regions are the places of the parts of the window, for View and for clicks.
type regions struct{ header, tabs, body, foot widget.Box }

func arrange(size widget.Box) regions {
	rows := size.Rows(1, 1, widget.Share(1), 1)
	return regions{rows[0], rows[1], rows[2], rows[3]}
}

func (m Model) View() tea.View {
	content, cursor := m.picture()
	v := tea.NewView(content)
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	if !m.stage.on || !m.stage.Blank {
		v.WindowTitle = m.scene.Words.Say("app.name")
	}
	v.Cursor = cursor
	return v
}

// picture draws the whole window; the cursor is the real one.
func (m Model) picture() (string, *tea.Cursor) {
	size := m.scene.Size
	switch {
	case size.W <= 0 || size.H <= 0:
		return "", nil // the first View comes before any size
	case size.W < leastWidth || size.H < leastHeight:
		return widget.Fit(m.scene.Theme.Measure, widget.Wrap(m.scene.Theme.Measure, m.scene.Words.Say("window.too-small"), size.W), size.W, size.H), nil
	case m.stage.on:
		return m.stagePicture(), nil
	}
	body, cursor := m.screen().View(m.scene)
	bar, _ := m.tabBar(size.W)
	picture := strings.Join([]string{m.header(size.W), bar, body, m.foot(size.W)}, "\n")
	if len(m.dialogs) > 0 {
		var top string
		var at widget.Box
		top, at, cursor = m.topDialog()
		picture = widget.Overlay(m.scene.Theme.Measure, picture, top, at)
	}
	return m.withNotice(picture), cursor
}

// withNotice draws what is said over the last lines of the picture, also over a dialog. It
// is not cut off: what to do stands at the end of a sentence.
func (m Model) withNotice(picture string) string {
	const most = 4
	size := m.scene.Size
	said := m.said()
	lines := widget.Wrap(m.scene.Theme.Measure, said.Words, size.W-2)
	if len(lines) == 0 {
		return picture
	}
	var drawn []string
	for _, line := range lines[:min(len(lines), most)] {
		drawn = append(drawn, m.noticeLine(said.Tone, line, size.W))
	}
	at := widget.Box{Y: size.H - len(drawn), W: size.W, H: len(drawn)}
	return widget.Overlay(m.scene.Theme.Measure, picture, strings.Join(drawn, "\n"), at)
}

func (m Model) noticeLine(tone scene.Tone, line string, w int) string {
	t := m.scene.Theme
	style := t.Success
	switch tone {
	case scene.Warn:
		style = t.Warning
	case scene.Fail:
		style = t.Error
	}
	return widget.Line(t.Measure, w, t.Text, widget.Cell{Text: " " + line, Style: style, W: w})
}

// topDialog draws the top dialog and returns its place and the real cursor.
func (m Model) topDialog() (string, widget.Box, *tea.Cursor) {
	top, cursor := m.dialogs[len(m.dialogs)-1].View(m.scene)
	lines := strings.Split(top, "\n")
	at := m.scene.Size.Center(m.scene.Theme.Measure.Width(lines[0]), len(lines))
	if cursor != nil {
		moved := *cursor
		moved.X += at.X
		moved.Y += at.Y
		cursor = &moved
	}
	return top, at, cursor
}

// header shows the institution, the reference date and what is out of the ordinary.
func (m Model) header(w int) string {
	s, t := m.scene, m.scene.Theme
	name := words.Clean(s.World.Institution().Name)
	cells := []widget.Cell{
		{Text: " " + s.Words.Say("app.name") + "  ", Style: t.Title, W: 13},
		{Text: name, Style: t.Header, W: widget.Share(1)},
	}
	for _, b := range m.banners(w) {
		style := t.Header
		if b.loud {
			style = t.HeaderWarn
		}
		text := " " + b.text + " "
		cells = append(cells, widget.Cell{Text: text, Style: style, W: t.Measure.Width(text)}, widget.Cell{W: 1})
	}
	return widget.Line(t.Measure, w, t.Text, cells...)
}

type banner struct {
	text string
	loud bool
}

// banners are the right part of the header: always the date, short in a narrow window.
func (m Model) banners(w int) []banner {
	s := m.scene
	if s.Source == scene.NoFile {
		return nil
	}
	date := s.Words.LongDate(s.On)
	if w < 80 {
		date = s.Words.Date(s.On)
	}
	elsewhere := s.On != s.Today && !s.Source.IsDemo() || !m.chosenOn.IsZero() && s.On != m.usualDate()
	if elsewhere {
		date = s.Words.Say("banner.date", date)
	}
	out := []banner{{date, elsewhere}}
	if s.Rehearsal != nil {
		key := words.Key("banner.rehearsal")
		if w < 100 {
			key = "banner.rehearsal-short"
		}
		out = append([]banner{{s.Words.Say(key), true}}, out...)
	}
	add := func(on bool, key words.Key, loud bool) {
		if on {
			out = append(out, banner{s.Words.Say(key), loud})
		}
	}
	if s.AsItWas && w < 60 { // room for one banner: which settings count matters most
		out[0] = banner{s.Words.Say("banner.as-it-was") + " " + s.Words.Date(s.On), true}
	}
	add(s.AsItWas && w >= 60, "banner.as-it-was", true)
	add(s.ShowEnded && w >= 100, "banner.ended", false)
	add(m.queue.pending(), "banner.saving", false)
	add(s.Source.ForReading(), "banner.read-only", true)
	add(s.Locked && !s.Source.ForReading(), "banner.locked", true)
	if s.Source.IsDemo() {
		text := s.Words.Say("banner.demo")
		if w < 100 || s.Rehearsal != nil && w < 140 {
			text, _, _ = strings.Cut(text, " · ")
		}
		out = append(out, banner{text, false})
	}
	return out
}

// tabLook is how much of the tabs is drawn.
type tabLook struct{ named, badges, roomy bool }

// tabLooks are from the widest to the narrowest: badges go before names, and without room
// for all names only the active tab has its own.
var tabLooks = [...]tabLook{{true, true, true}, {true, false, true}, {true, false, false}, {false, true, true}}

// tabLook returns the first look that fits in a window.
func (m Model) tabLook(w int) tabLook {
	for _, look := range tabLooks {
		wide := 0
		for _, tab := range screens {
			wide += m.scene.Theme.Measure.Width(m.tabText(tab, look))
		}
		if wide <= w {
			return look
		}
	}
	return tabLooks[len(tabLooks)-1]
}

// tabBar draws the tabs, and returns where each can be clicked.
func (m Model) tabBar(w int) (string, []widget.Hit) {
	t := m.scene.Theme
	if m.scene.Source == scene.NoFile {
		return widget.FitLine(t.Measure, "", w), nil
	}
	look := m.tabLook(w)
	var cells []widget.Cell
	var hits []widget.Hit
	x := 0
	for _, tab := range screens {
		now, style := look, t.Tab
		if tab.id == m.active {
			now.named, style = true, t.TabActive
		}
		text := m.tabText(tab, now)
		width := t.Measure.Width(text)
		cells = append(cells, widget.Cell{Text: text, Style: style, W: width})
		hits = append(hits, widget.Hit{X: x, W: width, Key: tab.key()})
		x += width
	}
	return widget.Line(t.Measure, w, t.Text, cells...), hits
}

func (m Model) tabText(t tab, look tabLook) string {
	text := " " + t.key()
	if look.named {
		text += " " + m.scene.Words.Say(t.label())
	}
	if t.badge != nil && look.badges {
		text += t.badge(m, look.named)
	}
	if look.roomy {
		text += " "
	}
	return text
}

// usualDate is the reference date when none is chosen: the set-up's own, else today.
func (m Model) usualDate() domain.Date {
	if own := m.scene.World.Institution().Date; !own.IsZero() {
		return own
	}
	return m.scene.Today
}

// foot is the last line: the key hints. What is said is drawn over it.
func (m Model) foot(w int) string {
	bar, _ := widget.Hints(m.scene.Theme, w, m.hints())
	return bar
}

// hints are those of the screen, as many as leave room for those of everywhere: help must
// always be in sight.
func (m Model) hints() []widget.Hint {
	always := m.shown(m.everywhere())
	room := m.scene.Size.W - 1
	for _, h := range always {
		room -= m.hintWidth(h)
	}
	var out []widget.Hint
	for _, h := range m.shown(m.actionsHere()) {
		if room -= m.hintWidth(h); room < 0 {
			break
		}
		out = append(out, h)
	}
	return append(out, always...)
}

// shown are the hints of the actions that stand in the bar.
func (m Model) shown(actions []scene.Action) []widget.Hint {
	var out []widget.Hint
	for _, a := range actions {
		if a.Bar && (!a.Edits || m.scene.May()) {
			out = append(out, widget.Hint{Key: a.Key, Show: showKey(a.Key), Text: a.Said(m.scene.Words)})
		}
	}
	return out
}

func (m Model) hintWidth(h widget.Hint) int {
	measure := m.scene.Theme.Measure
	return measure.Width(h.Show) + measure.Width(h.Text) + 3
}

// showKey is how a key is written in hints and help.
func showKey(key string) string {
	switch key {
	case "space":
		return "␣"
	case "enter":
		return "⏎"
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	}
	return key
}
