package why

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// round is the question turned round: who sees somebody, by name, with the
// grounds of the one under the cursor.
type round struct {
	other domain.PersonID
	lines []sight.Sightline
	list  widget.List
	text  dialog.Page
}

func lookRound(s scene.Scene, other domain.PersonID) round {
	r := round{other: other, lines: sight.Viewers(s.Seen(), other, s.On)}
	words.SortBy(r.lines, func(l sight.Sightline) string {
		p, _ := s.World.Person(l.Viewer)
		return s.Roster.NameKey(p)
	})
	return r.within(1).explained(s)
}

func (r round) within(h int) round {
	r.list = r.list.Set(widget.Rows{N: len(r.lines)}, h)
	return r
}

// explained wraps the grounds of the viewer under the cursor.
func (r round) explained(s scene.Scene) round {
	at := r.list.Cursor()
	r.text = dialog.NewPage(s, textWidth(s), func(s scene.Scene, w int) []string {
		if at < 0 {
			return dialog.Lines(s.Theme.Text, w, s.Words.Say("why.viewers-none", s.Words.Person(s.World, r.other)))
		}
		return reasons(s, sight.Answer{Sightline: r.lines[at]}, w)
	})
	return r
}

// viewer is who is under the cursor.
func (r round) viewer() (domain.PersonID, bool) {
	at := r.list.Cursor()
	if at < 0 {
		return "", false
	}
	return r.lines[at].Viewer, true
}

// key moves the cursor, and reports whether it did.
func (r round) key(s scene.Scene, key string) (round, bool) {
	list, ok := r.list.Key(key)
	if !ok {
		return r, false
	}
	r.list = list
	return r.explained(s), true
}

func (r round) scroll(s scene.Scene, by int) round {
	r.list = r.list.Scroll(by)
	return r.explained(s)
}

func (r round) click(s scene.Scene, y int) round {
	if i, ok := r.list.At(y); ok {
		r.list = r.list.Select(i)
	}
	return r.explained(s)
}

// draw draws one viewer: name, role, and what they can.
func (r round) draw(s scene.Scene, i, w int, state widget.RowState) string {
	l := r.lines[i]
	p, _ := s.World.Person(l.Viewer)
	can := words.Key("why.viewer-mail")
	switch {
	case l.Sees() && l.MayMessage():
		can = "why.viewer-both"
	case l.Sees():
		can = "why.viewer-sees"
	}
	role := 14
	if w < 50 {
		role = 0
	}
	pointer := "  "
	if state.Selected {
		pointer = "▸ "
	}
	return widget.Line(w, widget.RowStyle(s.Theme, state, true),
		widget.Cell{Text: pointer, W: 2},
		widget.Cell{Text: s.Words.Person(s.World, l.Viewer), Style: s.Theme.Text, W: widget.Share(1)},
		widget.Cell{Text: " " + s.Words.RoleWord(p.Role), Style: s.Theme.Faint, W: role},
		widget.Cell{Text: " " + s.Words.Say(can), Style: s.Theme.Accent, W: min(15, w/2)})
}
