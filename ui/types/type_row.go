package types

import (
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// columns are the widths of the list's columns; 0 is left out. A name is what
// one looks for: it gets what the others leave.
type columns struct {
	w, kind, flags, uses int
	apart                string // between the letters of the flags
}

func fitting(w int) columns {
	out := columns{w: w, flags: len(flags)}
	if w >= 36 {
		out.uses = 8
	}
	if w >= 60 {
		out.kind, out.uses = 12, 11
	}
	if w >= 84 {
		out.apart, out.flags = " ", 2*len(flags)-1
	}
	return out
}

func (*typeStock) head(s scene.Scene, w int) string {
	k := fitting(w)
	letters := make([]string, len(flags))
	for i, f := range flags {
		letters[i] = s.Words.Say(f.letter)
	}
	uses := s.Words.Say(lang.TypesUses)
	if k.kind == 0 {
		uses = s.Words.Say(lang.TypesUsesShort)
	}
	return k.line(s, widget.RowState{}, false,
		widget.Cell{Style: s.Theme.Faint}, widget.Cell{Text: s.Words.Field("name"), Style: s.Theme.Faint},
		widget.Cell{Text: s.Words.Field("kind"), Style: s.Theme.Faint},
		widget.Cell{Text: strings.Join(letters, k.apart), Style: s.Theme.Faint}, widget.Cell{Text: uses, Style: s.Theme.Faint})
}

func (k *typeStock) row(s scene.Scene, id string, w int, state widget.RowState, focused bool) string {
	t, _ := s.World.RelationType(domain.RelationTypeID(id))
	c, u := fitting(w), k.of(s, t.ID)
	style, tone, sign, name := s.Theme.Text, s.Theme.Warning, "", lang.Clean(t.Name)
	switch {
	case t.SwitchedOff:
		style, sign, name = s.Theme.Faint, offSign, s.Words.Say(lang.TypesNameOff, name)
	case len(wronglyFed(s, t)) > 0:
		tone, sign = s.Theme.Error, loudSign
	}
	letters := make([]string, len(flags))
	for i, f := range flags {
		letters[i] = unset
		if *f.of(&t) {
			letters[i] = s.Words.Say(f.letter)
		}
	}
	return c.line(s, state, focused,
		widget.Cell{Text: sign, Style: tone}, widget.Cell{Text: name, Style: style},
		widget.Cell{Text: s.Words.Kind(t.Kind), Style: style}, widget.Cell{Text: strings.Join(letters, c.apart), Style: style},
		widget.Cell{Text: u.say(), Style: style})
}

func (u uses) say() string { return strconv.Itoa(u.running) + "/" + strconv.Itoa(u.all) }

func (k columns) line(s scene.Scene, state widget.RowState, focused bool, sign, name, kind, letters, uses widget.Cell) string {
	sign.W, name.W = 2, widget.Share(1)
	cells := []widget.Cell{sign, name}
	for _, one := range []struct {
		cell widget.Cell
		w    int
	}{{kind, k.kind}, {letters, k.flags}, {uses, k.uses}} {
		if one.w > 0 {
			one.cell.W = one.w
			cells = append(cells, widget.Cell{W: 1}, one.cell)
		}
	}
	return widget.Line(k.w, widget.RowStyle(s.Theme, state, focused), cells...)
}
