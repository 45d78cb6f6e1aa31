package groups

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// rows are the people and, under them, what adding them would turn; those lines
// can be walked through, so that all of them can be read.
func (t terms) rows(s scene.Scene, w int) widget.Rows {
	return widget.Rows{N: len(t.people) + len(t.below.Lines(s, w))}
}

// layout is the form, what is remarked, and the list, from above.
func (t terms) layout(s scene.Scene, at widget.Box) (form, remarked, list widget.Box) {
	above, between := t.form.Lines(s.Theme, at.W), len(t.words(s, at.W))
	least := min(4, at.H/2)
	above = min(above, max(at.H-least-between, at.H/3))
	between = min(between, max(at.H-least-above, 0))
	parts := at.Rows(above, between, widget.Share(1))
	return parts[0], parts[1], parts[2]
}

// words stand between the form and the list.
func (t terms) words(s scene.Scene, w int) []string {
	var out dialog.Remarks
	if t.refuse != "" {
		out = append(out, dialog.WrongTone.Of(t.refuse))
	}
	out = append(out, t.told...)
	out = append(out, dialog.HeadTone.Of(s.Words.Say("add-members.to-add", len(t.people))))
	return out.Lines(s.Theme, w)
}

func (t terms) view(s scene.Scene, n dialog.Namer, at widget.Box) (string, *tea.Cursor) {
	form, remarked, in := t.layout(s, at)
	asked := t.form
	if t.inList {
		asked = asked.Blur()
	}
	drawn, cursor := asked.View(s.Theme, form.W, form.H)
	if form.H == 0 {
		drawn = ""
	}
	below := t.below.Lines(s, in.W)
	list := t.list.Set(t.rows(s, in.W), in.H)
	names := widget.Fit(list.Lines(func(i int, state widget.RowState) string {
		if i < len(t.people) {
			return t.draw(s, n, in.W, i, state)
		}
		pointer := "  "
		if state.Selected && t.inList {
			pointer = "▸ "
		}
		return widget.Paint(s.Theme.Accent, pointer) + below[i-len(t.people)]
	}), in.W, in.H)
	if t.inList {
		from, _ := list.Window()
		cursor = tea.NewCursor(0, in.Y-at.Y+max(list.Cursor()-from, 0))
	}
	return widget.Stack(drawn, widget.Fit(t.words(s, at.W), remarked.W, remarked.H), names), cursor
}

// draw is one person: name, what tells them apart, and the role.
func (t terms) draw(s scene.Scene, n dialog.Namer, w, i int, state widget.RowState) string {
	p, _ := s.World.Person(t.people[i])
	role := s.World.RoleIn(domain.Membership{Person: p.ID, Role: t.roles[i]})
	pointer, word := "  ", s.Words.RoleWord(role)
	if state.Selected && t.inList {
		pointer, word = "▸ ", "‹ "+word+" ›"
	}
	style := s.Theme.Roles[max(int(role)-1, 0)]
	if t.roles[i] != domain.NoRole {
		word = s.Words.Say("add-members.other-than-own", word)
	}
	base := s.Theme.Text
	if t.inList {
		base = widget.RowStyle(s.Theme, state, true)
	}
	return widget.Line(w, base,
		widget.Cell{Text: pointer + words.Clean(p.Shown()), Style: s.Theme.Text, W: widget.Share(3)}, widget.Cell{W: 1},
		widget.Cell{Text: n.Apart(p), Style: s.Theme.Faint, W: widget.Share(2)}, widget.Cell{W: 1},
		widget.Cell{Text: word, Style: style, W: min(24, w/3)})
}
