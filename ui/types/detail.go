package types

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// line is one line of the details; heads and gaps are passed over by the cursor.
type line struct {
	cells []widget.Cell
	still bool
}

func rowsOf(lines []line) widget.Rows {
	return widget.Rows{N: len(lines), Selectable: func(i int) bool { return !lines[i].still }}
}

func (c Screen) viewDetails(s scene.Scene, a areas) (string, *tea.Cursor) {
	lines := c.details(s)
	list := c.detail.Set(rowsOf(lines), a.about.H)
	title := s.Words.Say(lang.TypesAbout)
	if t, ok := c.current(s); ok {
		title = lang.Clean(t.Name)
	}
	frame := widget.Pane(s.Theme, title, c.inside)
	frame.Thumb = list.Thumb()
	if a.list.Empty() {
		frame.Right = s.Words.Say(lang.TypesTabList)
	}
	drawn := list.Lines(func(i int, state widget.RowState) string {
		style := s.Theme.Text
		if c.inside {
			style = widget.RowStyle(s.Theme, state, true)
		}
		return " " + widget.Line(a.about.W, style, lines[i].cells...)
	})
	var cursor *tea.Cursor
	if from, _ := list.Window(); list.Cursor() >= 0 {
		cursor = a.about.Cursor(0, list.Cursor()-from)
	}
	return frame.View(a.side.W, a.side.H, drawn), cursor
}

// details are all lines about the type under the cursor, for the width at hand.
func (c Screen) details(s scene.Scene) []line {
	t, ok := c.current(s)
	w := c.arrange(s).about.W
	if !ok || w <= 0 {
		return nil
	}
	b := about{s: s, w: w}
	if t.SwitchedOff { // E7
		b.text(s.Theme.Warning, 0, offSign+" "+s.Words.Say(lang.TypesIsOff))
	}
	kind := [...]lang.Key{lang.TypesKindEmployee, lang.TypesKindGuardian, lang.TypesKindExternal}[t.Kind]
	b.text(s.Theme.Text, 0, s.Words.Say(kind))
	u := c.found.of(s, t.ID)
	b.text(s.Theme.Text, 0, s.Words.Say(lang.TypesUsed, u.all, u.running, s.Words.Date(s.On)))
	if roles := accessRoles(s, t.ID); len(roles) > 0 {
		b.text(s.Theme.Text, 0, s.Words.Say(lang.TypesAccess, s.Words.List(roles)))
	}
	b.lines = append(b.lines, line{still: true})
	for _, f := range flags {
		b.flag(s.Words.Say(f.letter), s.Words.Say(f.word), *f.of(&t), s.Words.Say(f.explain))
	}
	b.flag(offSign, s.Words.Say(lang.TypesOffWord), t.SwitchedOff, s.Words.Say(lang.TypesAboutOff))
	return b.lines
}

// accessRoles names the access roles that take their scope from the type.
func accessRoles(s scene.Scene, id domain.RelationTypeID) []string {
	var out []string
	for a := range s.World.AccessRoles() {
		if slices.Contains(a.Scope.RelationTypes, id) {
			out = append(out, lang.Clean(a.Name))
		}
	}
	return out
}

type about struct {
	s     scene.Scene
	w     int
	lines []line
}

func (b *about) text(style lipgloss.Style, indent int, said string) {
	for _, words := range widget.Wrap(said, b.w-indent) {
		b.lines = append(b.lines, line{cells: []widget.Cell{{W: indent}, {Text: words, Style: style, W: widget.Share(1)}}})
	}
}

// flag is a flag with its letter, whether it is set, and what it does.
func (b *about) flag(letter, word string, on bool, explain string) {
	t := b.s.Theme
	style, answer, tone := t.Faint, lang.NoWord, t.Faint
	if on {
		style, answer, tone = t.Accent, lang.YesWord, t.Text
	}
	b.lines = append(b.lines, line{cells: []widget.Cell{
		{Text: letter, Style: style, W: 2}, {Text: word + ": " + b.s.Words.Say(answer), Style: style, W: widget.Share(1)},
	}})
	b.text(tone, 4, explain)
}
