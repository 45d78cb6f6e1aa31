package files

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// Displaced asks on leaving whether to, though the open file is no longer in its place:
// what the screen shows may stand nowhere else. While it is on top the root leaves
// without asking again.
type Displaced struct{ scroll dialog.Scroll }

var _ scene.Dialog = Displaced{}

func (d Displaced) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	sheet, lines := d.sheet(s)
	switch msg := msg.(type) {
	case scene.Clicked:
		if key, ok := sheet.Key(s.Theme, msg); ok {
			return d.Update(s, key)
		}
		d.scroll = d.scroll.By(msg.Wheel, len(lines), sheet.Body.H)
	case tea.KeyPressMsg:
		switch msg.String() {
		case "E":
			return d, scene.Open{Dialog: Export(s, About{})}
		case "B":
			return d, scene.Open{Dialog: Backup(s)}
		case "q":
			return d, scene.Quit{}
		case "esc":
			return d, scene.Close{}
		}
		d.scroll, _ = d.scroll.Key(msg.String(), len(lines), sheet.Body.H)
	}
	return d, nil
}

func (d Displaced) sheet(s scene.Scene) (dialog.Sheet, []string) {
	lines := dialog.Lines(s.Theme.Measure, s.Theme.Text, width(s)-2, s.Words.Say("files.displaced-explain")) // beside the bar
	sheet := dialog.NewSheet(s, s.Words.Say("files.displaced"), []widget.Hint{
		{Key: "B", Text: s.Words.Say("files.copy")}, {Key: "E", Text: s.Words.Say("files.write")},
		{Key: "esc", Text: s.Words.Say("hint.back")}, {Key: "q", Text: s.Words.Say("files.leave")},
	}, width(s), len(lines))
	if len(lines) > sheet.Body.H {
		sheet = sheet.WithHint(dialog.ReadOn(s.Words))
	}
	return sheet, lines
}

func (d Displaced) View(s scene.Scene) (string, *tea.Cursor) {
	sheet, lines := d.sheet(s)
	return sheet.View(s.Theme, d.scroll.View(s.Theme, lines, sheet.Body.W, sheet.Body.H), tea.NewCursor(0, 0))
}
