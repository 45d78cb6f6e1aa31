package files

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

const (
	pastedWide = 116 // of the body where there is room: rows are wide
	mostLead   = 12  // lines above the fields
	fewRows    = 4
	aboutLines = 3 // below the rows
)

// pastedLayout is the place of each part of the dialog.
type pastedLayout struct {
	dialog.Sheet
	told                      []string
	lead, fields, rows, about widget.Box
}

func (d pasted) arrange(s scene.Scene) pastedLayout {
	w := dialog.BodyWidth(s, pastedWide)
	l := pastedLayout{told: d.told(s).Lines(s.Theme, w-2)} // Scroll draws its mark
	fields := d.fields.Lines(s.Theme, w)
	rows := 0
	if t := d.grid.table; t != nil {
		rows = 1 + max(t.Len, fewRows)
	}
	lead := min(len(l.told), mostLead)
	l.Sheet = dialog.NewSheet(s, s.Words.Say("files.pasted"), d.hints(s), w, min(max(s.Size.H-6, 7), lead+fields+2+rows+aboutLines))
	h := l.Body.H
	if rows > 0 {
		lead = min(lead, max(h/4, 2))
	}
	about, gap := min(aboutLines, h/6), min(1, h/10)
	parts := l.Body.Rows(lead, gap, min(fields, max(h-lead-about-2*gap-3, 1)), gap, widget.Share(1), about)
	l.lead, l.fields, l.rows, l.about = parts[0], parts[2], parts[4], parts[5]
	if d.grid.mode == choosing {
		l.rows = widget.Box{X: l.Body.X, Y: l.fields.Y, W: l.Body.W, H: l.about.Y + l.about.H - l.fields.Y}
	}
	if !d.inGrid && len(l.told) > l.lead.H {
		l.Sheet = l.WithHint(dialog.ReadOn(s.Words))
	}
	return l
}

func (d pasted) hints(s scene.Scene) []widget.Hint {
	w := s.Words
	hint := func(key, say string) widget.Hint { return widget.Hint{Key: key, Text: say} }
	esc := hint("esc", w.Say("hint.cancel"))
	switch {
	case d.discard.Asking():
		return d.discard.Hints(w)
	case d.inGrid && d.grid.mode == typing:
		return []widget.Hint{hint("enter", w.Say("files.pasted-done")), hint("esc", w.Say("hint.back"))}
	case d.inGrid && d.grid.mode == choosing:
		return []widget.Hint{hint("enter", w.Say("hint.choose")), hint("esc", w.Say("hint.back"))}
	case !d.inGrid && d.plan != nil && len(d.plan.Problems) > 0:
		return []widget.Hint{hint("enter", w.Say("files.pasted-correct")), hint("tab", w.Say("files.pasted-to-rows")), esc}
	case !d.inGrid:
		return []widget.Hint{dialog.SaveHint(s, "files.apply"), hint("tab", w.Say("files.pasted-to-rows")), esc}
	}
	out := []widget.Hint{hint("enter", w.Say("files.pasted-edit")), hint("ctrl+x", w.Say("files.pasted-out"))}
	if d.grid.onHeads {
		out = []widget.Hint{hint("enter", w.Say("hint.choose"))}
	} else {
		at := d.grid.place()
		if _, corrected := d.grid.cells[at]; corrected {
			out = append(out, hint("ctrl+z", w.Say("files.pasted-undo")))
		}
		if d.grid.without[at.Row] {
			out[1].Text = w.Say("files.pasted-back")
		}
	}
	if len(d.plan.Problems) > 0 {
		out = append(out, hint("ctrl+n", w.Say("files.pasted-next")))
	} else {
		out = append(out, widget.Hint{Key: "ctrl+s", Text: dialog.SaveHint(s, "files.apply").Text})
	}
	return append(out, esc, hint("tab", w.Say("files.pasted-to-fields")))
}

func (d pasted) click(s scene.Scene, at scene.Clicked) (scene.Dialog, scene.Wish) {
	l := d.arrange(s)
	if key, ok := l.Key(s.Theme, at); ok {
		return d.key(s, key)
	}
	switch {
	case d.discard.Asking() || d.saves:
	case l.rows.Contains(at.X, at.Y) && d.grid.table != nil:
		d.inGrid, d.fields = true, d.fields.Blur()
		var event gridEvent
		d.grid, event = d.grid.click(s, at, l.rows)
		return d.after(event)
	case d.inGrid && d.grid.mode != walking:
	case l.lead.Contains(at.X, at.Y):
		d.lead = d.lead.By(at.Wheel, len(l.told), l.lead.H)
	case l.fields.Contains(at.X, at.Y) && at.Wheel == 0:
		if d.inGrid {
			d = d.leaveGrid(true)
		}
		x, y := l.fields.Local(at.X, at.Y)
		d.fields, _ = d.fields.Click(s.Theme, x, y, l.fields.W, l.fields.H)
		return d.asked()
	}
	return d, nil
}

func (d pasted) View(s scene.Scene) (string, *tea.Cursor) {
	l := d.arrange(s)
	t := s.Theme
	if d.discard.Asking() {
		return l.View(t, widget.Fit(t.Measure, d.discard.Lines(s, l.Body.W), l.Body.W, l.Body.H), nil)
	}
	lead := d.lead.View(t, l.told, l.lead.W, l.lead.H)
	rows, cursor := d.grid.View(s, l.rows.W, l.rows.H, d.inGrid)
	if cursor != nil {
		cursor.X, cursor.Y = cursor.X+l.rows.X-l.Body.X, cursor.Y+l.rows.Y-l.Body.Y
	}
	blank := func(h int) string { return widget.Fit(t.Measure, nil, l.Body.W, h) }
	if d.grid.mode == choosing {
		return l.View(t, widget.Stack(lead, blank(l.rows.Y-l.lead.Y-l.lead.H), rows), cursor)
	}
	fields, _ := d.fields.View(t, l.fields.W, l.fields.H)
	return l.View(t, widget.Stack(lead, blank(l.fields.Y-l.lead.Y-l.lead.H), fields, blank(l.rows.Y-l.fields.Y-l.fields.H), rows,
		widget.Fit(t.Measure, d.about(s).Lines(t, l.about.W), l.about.W, l.about.H)), cursor)
}
