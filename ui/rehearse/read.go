package rehearse

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// reading is a dialog that shows a text, with keys of its own. The text is made anew of
// every rehearsal that is shown: an answer appears in it.
type reading struct {
	write  writing
	of     moment
	text   text // as write made it of that moment
	scroll dialog.Scroll
}

// writing makes a text on lines of at most w cells.
type writing func(s scene.Scene, w int) text

// text is what stands in a reading.
type text struct {
	title   string
	lines   []string
	actions []scene.Action
	turns   map[string]writing // what the keys of actions without a wish show
}

// moment is all that a text depends on.
type moment struct {
	rehearsal *scene.Rehearsing
	width     int
	theme     theme.Kind
	measure   theme.Measure
	voice     tell.Voice
}

var _ scene.Dialog = reading{}

// Read shows what somebody reads, a conversation from its end.
func Read(s scene.Scene, what scene.ReadIn) scene.Dialog {
	if what.Conversation == 0 {
		return reading{write: written(what, nil, rehearsal.Choice{})}
	}
	var fresh []int
	for _, m := range conversation(s, what).Messages {
		if m.Unread {
			fresh = append(fresh, m.Act)
		}
	}
	d := reading{write: written(what, fresh, rehearsal.Choice{})}.sync(s)
	d.scroll, _ = d.scroll.Key("G", len(d.text.lines), d.sheet(s).Body.H)
	return d
}

// Text shows what a step of a story printed; the next step is a key away.
func Text(title, printed string) scene.Dialog {
	return reading{write: func(s scene.Scene, w int) text {
		next := scene.Wishes("space", "act.story-next", scene.Several{scene.Close{}, scene.NextStep{}})
		lines := dialog.PlainTone.Remarks(strings.Split(printed, "\n")...).Lines(s.Theme, w)
		return text{title: title, lines: lines, actions: []scene.Action{next}}
	}}
}

func (d reading) sync(s scene.Scene) reading {
	now := moment{s.Rehearsal, width(s) - 2, s.Theme.Kind, s.Theme.Measure, s.Words.Voice()}
	if d.of != now {
		d.of, d.text = now, d.write(s, now.width)
	}
	return d
}

func width(s scene.Scene) int { return dialog.BodyWidth(s, 84) }

func (d reading) sheet(s scene.Scene) dialog.Sheet {
	var hints []widget.Hint
	shown := map[string]string{"space": s.Words.Say("hint.space")}
	for _, a := range d.text.actions {
		hints = append(hints, widget.Hint{Key: a.Key, Show: shown[a.Key], Text: a.Said(s.Words)})
	}
	hints = append(hints, widget.Hint{Key: "esc", Text: s.Words.Say("hint.close")})
	n := len(d.text.lines)
	sheet := dialog.NewSheet(s, d.text.title, hints, width(s), min(max(n, 6), max(s.Size.H-6, 7)))
	if n > sheet.Body.H {
		sheet = sheet.WithHint(dialog.ReadOn(s.Words))
	}
	return sheet
}

func (d reading) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	d = d.sync(s)
	sheet, n := d.sheet(s), len(d.text.lines)
	switch msg := msg.(type) {
	case scene.Clicked:
		if key, ok := sheet.Key(s.Theme, msg); ok {
			return d.Update(s, key)
		}
		d.scroll = d.scroll.By(msg.Wheel, n, sheet.Body.H)
	case tea.KeyPressMsg:
		key := msg.String()
		if _, wish, ok := scene.Answer(nil, d.text.actions, key); ok {
			return d, wish
		}
		if turned, ok := d.text.turns[key]; ok {
			d.write, d.text = turned, turned(s, d.of.width)
			return d, nil
		}
		if key == "esc" || key == "enter" {
			return d, scene.Close{}
		}
		d.scroll, _ = d.scroll.Key(key, n, sheet.Body.H)
	}
	return d, nil
}

func (d reading) View(s scene.Scene) (string, *tea.Cursor) {
	d = d.sync(s)
	sheet := d.sheet(s)
	return sheet.View(s.Theme, d.scroll.View(s.Theme, d.text.lines, sheet.Body.W, sheet.Body.H), nil)
}
