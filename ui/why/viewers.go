package why

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// viewers lists who sees other, by name, with the grounds of the one under the
// cursor.
type viewers struct {
	other domain.PersonID
	lines []sight.Sightline
	list  widget.List
	text  dialog.Page
}

func newViewers(s scene.Scene, other domain.PersonID) viewers {
	v := viewers{other: other, lines: sight.Viewers(s.Seen(), other, s.On)}
	words.SortBy(v.lines, func(l sight.Sightline) string {
		p, _ := s.World.Person(l.Viewer)
		return s.Roster.NameKey(p)
	})
	return v.resize(1).explain(s)
}

func (v viewers) resize(h int) viewers {
	v.list = v.list.Set(widget.Rows{N: len(v.lines)}, h)
	return v
}

// explain wraps the grounds of the viewer under the cursor.
func (v viewers) explain(s scene.Scene) viewers {
	at := v.list.Cursor()
	v.text = dialog.NewPage(s, textWidth(s), func(s scene.Scene, w int) []string {
		if at < 0 {
			return dialog.Lines(s.Theme.Measure, s.Theme.Text, w, s.Words.Say("why.viewers-none", s.Words.Person(s.World, v.other)))
		}
		return reasons(s, sight.Answer{Sightline: v.lines[at]}, w)
	})
	return v
}

// viewer returns the one under the cursor.
func (v viewers) viewer() (domain.PersonID, bool) {
	at := v.list.Cursor()
	if at < 0 {
		return "", false
	}
	return v.lines[at].Viewer, true
}

// key moves the cursor, and reports whether it did.
func (v viewers) key(s scene.Scene, key string) (viewers, bool) {
	list, ok := v.list.Key(key)
	if !ok {
		return v, false
	}
	v.list = list
	return v.explain(s), true
}

func (v viewers) scroll(s scene.Scene, by int) viewers {
	v.list = v.list.Scroll(by)
	return v.explain(s)
}

func (v viewers) click(s scene.Scene, y int) viewers {
	if i, ok := v.list.At(y); ok {
		v.list = v.list.Select(i)
	}
	return v.explain(s)
}

// rows draws the viewers in view.
func (v viewers) rows(s scene.Scene, b sight.Breaches, box widget.Box) string {
	const pointerWidth, mostRole, mostCan, roomForRole = 2, 13, 15, 50
	named, roleWidth := s.Words.RoleColumn(mostRole)
	return dialog.ListView(s.Theme, v.list, box.W, box.H, func(i int, state widget.RowState, w int) string {
		l := v.lines[i]
		p, _ := s.World.Person(l.Viewer)
		broken := s.Broken(b.Sightline(l))
		role := widget.Cell{Text: " " + named(p.Role), Style: s.Theme.Faint, W: 1 + roleWidth}
		if w < roomForRole+broken.W {
			role.W = 0
		}
		pointer := ""
		if state.Selected {
			pointer = "▸"
		}
		return widget.Line(s.Theme.Measure, w, widget.RowStyle(s.Theme, state, true),
			widget.Cell{Text: pointer, W: pointerWidth},
			widget.Cell{Text: s.Words.Person(s.World, l.Viewer), Style: s.Theme.Text, W: widget.Share(1)},
			broken, role,
			widget.Cell{Text: " " + s.Words.Say(viewerCan(l)), Style: s.Theme.Accent, W: min(mostCan, w/2)})
	})
}

// viewerCan says what a viewer can do.
func viewerCan(l sight.Sightline) words.Key {
	switch {
	case l.Sees() && l.MayMessage():
		return "why.viewer-both"
	case l.Sees():
		return "why.viewer-sees"
	}
	return "why.viewer-mail"
}
