package groups

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const visibilityWidth = 96

// visibilityDialog sets a group's mode: a choice of each, and the people that the one
// under the cursor would reveal or hide. What is typed is the reason.
type visibilityDialog struct {
	group   domain.Group
	world   domain.World
	chosen  domain.Visibility
	counts  [domain.VisibilityCount]string // the impact of each choice in one line; empty for the present one
	brief   [domain.VisibilityCount]string // likewise, for a narrow window
	opens   [domain.VisibilityCount]bool
	weighed [domain.VisibilityCount]dialog.Weighed
	notes   [domain.VisibilityCount]dialog.Page
	reason  widget.Form
	at      dialog.Scroll
	refuse  string
	discard dialog.Discard
}

// setVisibility opens on the present mode of the group.
func setVisibility(s scene.Scene, g domain.Group) scene.Dialog {
	return chooseVisibility(s, g, g.Visibility)
}

// chooseVisibility opens on a mode that was chosen elsewhere.
func chooseVisibility(s scene.Scene, g domain.Group, v domain.Visibility) scene.Dialog {
	d := visibilityDialog{chosen: v, reason: widget.NewForm(dialog.Reason(s))}
	d.group = g
	return d.weigh(s)
}

// weigh finds the impact of each choice. It is too slow for every frame: call it when
// the dialog opens and when the world changed.
func (d visibilityDialog) weigh(s scene.Scene) visibilityDialog {
	d.world = s.World
	if g, ok := s.World.Group(d.group.ID); ok {
		d.group = g
	}
	n := dialog.NewNamer(s)
	for _, v := range domain.Visibilities() {
		d.counts[v], d.brief[v], d.opens[v], d.weighed[v], d.notes[v] = "", "", false, dialog.Weighed{}, dialog.Page{}
		remarks := dialog.Remarks{{Tone: dialog.QuietTone, Words: s.Words.Say("visibility-dialog.no-change")}}
		changes, err := domain.SetVisibility{ID: d.group.ID, Visibility: v}.Plan(s.World)
		if err == nil {
			i := dialog.NewImpact(s, n, changes, s.On)
			i.Own, i.Unseeing = d.group.ID, "visibility-dialog.no-unseeing"
			d.counts[v], d.brief[v], d.opens[v] = i.Counts(), i.Brief(), i.Reveals()
			d.weighed[v] = i.Weighed()
			if remarks = d.weighed[v].Remarks; len(remarks) == 0 {
				remarks = dialog.Remarks{{Tone: dialog.QuietTone, Words: s.Words.Say("visibility-dialog.nobody")}}
			}
		}
		d.notes[v] = remarks.Page(s, dialog.BodyWidth(s, visibilityWidth)-2)
	}
	d.reason = d.weighed[d.chosen].AskIn(s, d.reason, true)
	return d
}

var _ scene.Dialog = visibilityDialog{}

func (d visibilityDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.world != s.World {
		d = d.weigh(s)
	}
	switch msg := msg.(type) {
	case scene.Refused:
		d.refuse = s.Words.Refusal(s.World, msg.Refusal)
	case scene.Clicked:
		return d.click(s, msg)
	case tea.KeyPressMsg:
		return d.key(s, msg)
	case tea.PasteMsg:
		return d.edit(s, msg), nil
	}
	return d, nil
}

func (d visibilityDialog) key(s scene.Scene, msg tea.KeyPressMsg) (scene.Dialog, scene.Wish) {
	var wish scene.Wish
	if d.discard.Asking() {
		d.discard, wish = d.discard.Answer(msg)
		return d, wish
	}
	d.refuse = ""
	switch msg.String() {
	case "up":
		return d.choose(s, max(int(d.chosen)-1, 0)), nil
	case "down":
		return d.choose(s, min(int(d.chosen)+1, domain.VisibilityCount-1)), nil
	case "pgdown":
		return d.scroll(s, 1), nil
	case "pgup":
		return d.scroll(s, -1), nil
	case "esc":
		d.discard, wish = d.discard.Leave(d.reason.Dirty())
		return d, wish
	case "tab":
		if d.chosen != d.group.Visibility && dialog.MayRepeat(s, d.reason) {
			d.reason = d.reason.Set(dialog.ReasonField, s.LastReason)
		}
		return d, nil
	case "enter":
		return d.submit(s)
	}
	return d.edit(s, msg), nil
}

func (d visibilityDialog) choose(s scene.Scene, v int) visibilityDialog {
	d.chosen, d.at = domain.Visibility(v), dialog.Scroll{}
	d.reason = d.weighed[v].AskIn(s, d.reason, true)
	return d
}

// edit gives a key or a paste to the reason, while another mode is chosen.
func (d visibilityDialog) edit(s scene.Scene, msg tea.Msg) visibilityDialog {
	if d.chosen != d.group.Visibility && !d.discard.Asking() {
		d.reason, _ = d.reason.SetCutPaste(dialog.CutPaste(s.Words)).Update(msg)
		d.refuse = d.reason.CutPaste() // the form has one line here
	}
	return d
}

func (d visibilityDialog) submit(s scene.Scene) (scene.Dialog, scene.Wish) {
	if d.chosen == d.group.Visibility {
		return d, scene.Close{}
	}
	reason := dialog.Text(d.reason, dialog.ReasonField)
	if d.refuse = d.weighed[d.chosen].Missing(s, reason); d.refuse != "" {
		return d, nil
	}
	return d, d.weighed[d.chosen].Edit(domain.SetVisibility{ID: d.group.ID, Visibility: d.chosen}, reason)
}

func (d visibilityDialog) scroll(s scene.Scene, by int) visibilityDialog {
	l := d.layout(s)
	d.at = d.at.By(by*max(l.notes.H-1, 1), len(d.below(s, l.notes.W)), l.notes.H)
	return d
}

func (d visibilityDialog) click(s scene.Scene, at scene.Clicked) (scene.Dialog, scene.Wish) {
	l := d.layout(s)
	if key, ok := l.Key(s.Theme, at); ok {
		return d.key(s, key)
	}
	if d.discard.Asking() {
		return d, nil
	}
	if at.Wheel != 0 {
		d.at = d.at.By(at.Wheel, len(d.below(s, l.notes.W)), l.notes.H)
		return d, nil
	}
	if _, y := l.choices.Local(at.X, at.Y); l.choices.Contains(at.X, at.Y) && l.each > 0 {
		return d.choose(s, min(y/l.each, domain.VisibilityCount-1)), nil
	}
	return d, nil
}

// visibilityLayout is the place of each part of the dialog; each choice has one line,
// or two where its meaning fits.
type visibilityLayout struct {
	dialog.Sheet
	choices, gap, notes, reason widget.Box
	each                        int
}

func (d visibilityDialog) layout(s scene.Scene) visibilityLayout {
	w := dialog.BodyWidth(s, visibilityWidth)
	ask := 0
	if d.chosen != d.group.Visibility {
		ask = 1
	}
	// Room for the longest of them, so that the dialog does not jump.
	longest := 0
	for v := range d.notes {
		longest = max(longest, len(d.notes[v].Lines(s, w-2)))
	}
	l := visibilityLayout{each: 2}
	l.Sheet = dialog.NewSheet(s, s.Words.Say("visibility-dialog.title", words.Clean(d.group.Name)), d.hints(s), w, l.each*len(d.notes)+1+longest+2)
	gap := 1
	if l.Body.H < 14 {
		l.each, gap = 1, 0
	}
	parts := l.Body.Rows(l.each*len(d.notes), gap, widget.Share(1), ask)
	l.choices, l.gap, l.notes, l.reason = parts[0], parts[1], parts[2], parts[3]
	if len(d.below(s, w)) > l.notes.H {
		l.Sheet = l.WithHint(dialog.ReadOn(s.Words))
	}
	return l
}

func (d visibilityDialog) hints(s scene.Scene) []widget.Hint {
	if d.discard.Asking() {
		return d.discard.Hints(s.Words)
	}
	enter := dialog.SaveHint(s, "hint.save")
	if d.chosen == d.group.Visibility {
		enter.Text = s.Words.Say("hint.close")
	}
	out := []widget.Hint{enter, {Key: "", Show: "↑↓", Text: s.Words.Say("hint.choose")}, {Key: "esc", Text: s.Words.Say("hint.cancel")}}
	if d.chosen != d.group.Visibility && dialog.MayRepeat(s, d.reason) {
		out = append(out, dialog.RepeatHint(s))
	}
	return out
}

func (d visibilityDialog) View(s scene.Scene) (string, *tea.Cursor) {
	l := d.layout(s)
	var lines []string
	wide := 0
	for _, v := range domain.Visibilities() {
		wide = max(wide, s.Theme.Measure.Width(phraseOf(s, v)))
	}
	for _, v := range domain.Visibilities() {
		lines = append(lines, d.choice(s, v, l.choices.W, wide))
		if l.each > 1 {
			lines = append(lines, widget.Paint(s.Theme.Faint, "      "+s.Words.VisibilityExplain(v)))
		}
	}
	cursor := tea.NewCursor(0, int(d.chosen)*l.each)
	asked := ""
	if l.reason.H > 0 && !d.discard.Asking() {
		var at *tea.Cursor
		asked, at = d.reason.View(s.Theme, l.reason.W, 1)
		if at != nil {
			cursor = tea.NewCursor(at.X, l.reason.Y-l.Body.Y)
		}
	} else {
		asked = widget.Fit(s.Theme.Measure, nil, l.reason.W, l.reason.H)
	}
	return l.View(s.Theme, widget.Stack(
		widget.Fit(s.Theme.Measure, lines, l.choices.W, l.choices.H),
		widget.Fit(s.Theme.Measure, nil, l.gap.W, l.gap.H),
		d.at.View(s.Theme, d.below(s, l.notes.W), l.notes.W, l.notes.H),
		asked,
	), cursor)
}

func (d visibilityDialog) below(s scene.Scene, w int) []string {
	switch {
	case d.discard.Asking():
		return d.discard.Lines(s, w-2)
	case d.refuse != "":
		return append(dialog.Remarks{dialog.WrongTone.Remark(d.refuse), {}}.Lines(s.Theme, w-2), d.notes[d.chosen].Lines(s, w-2)...)
	}
	return d.notes[d.chosen].Lines(s, w-2)
}

// choice draws one mode: sign, the platform's phrase and the impact.
func (d visibilityDialog) choice(s scene.Scene, v domain.Visibility, w, phrase int) string {
	mark, pointer, counts := "( )", "  ", d.counts[v]
	if v == d.chosen {
		mark, pointer = "(•)", "▸ "
	}
	tone := s.Theme.Faint
	if d.opens[v] {
		tone = s.Theme.Warning
	}
	if v == d.group.Visibility {
		counts = s.Words.Say("visibility-dialog.now")
	}
	if before := 6 + phrase + 2; s.Theme.Measure.Width(counts) > w-before && d.brief[v] != "" {
		counts = d.brief[v]
	}
	return widget.Line(s.Theme.Measure, w, widget.RowStyle(s.Theme, widget.RowState{Selected: v == d.chosen}, true),
		widget.Cell{Text: pointer + mark + " " + phraseOf(s, v), Style: s.Theme.Visibility[v], W: 6 + phrase},
		widget.Cell{W: 2},
		widget.Cell{Text: counts, Style: tone, W: widget.Share(1)})
}

// phraseOf is the platform's phrase for a mode, with its sign.
func phraseOf(s scene.Scene, v domain.Visibility) string {
	return tell.VisibilitySign(v) + " " + s.Words.Visibility(v)
}
