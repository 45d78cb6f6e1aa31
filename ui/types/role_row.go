package types

import (
	"strconv"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// roleCells are what the list says of an access role, column by column.
type roleCells struct{ sign, name, kind, scope, tasks, assigned widget.Cell }

// roleLine draws them in w cells: what does not fit is left out, the name last.
func roleLine(s scene.Scene, w int, state widget.RowState, focused bool, c roleCells) string {
	c.sign.W, c.name.W, c.kind.W, c.scope.W, c.tasks.W, c.assigned.W = 2, widget.Share(1), 11, widget.Share(1), 5, 8
	c.tasks.Right, c.assigned.Right = true, true
	cells := []widget.Cell{c.sign, c.name, {W: 1}, c.kind}
	if w >= 60 {
		cells = append(cells, widget.Cell{W: 1}, c.scope)
	}
	if w >= 54 {
		cells = append(cells, widget.Cell{W: 1}, c.tasks)
	}
	if w >= 36 {
		cells = append(cells, widget.Cell{W: 1}, c.assigned)
	}
	return widget.Line(w, widget.RowStyle(s.Theme, state, focused), cells...)
}

func (*roleStock) head(s scene.Scene, w int) string {
	head := func(said string) widget.Cell { return widget.Cell{Text: said, Style: s.Theme.Faint} }
	return roleLine(s, w, widget.RowState{}, false, roleCells{
		head(""), head(s.Words.Field("name")), head(s.Words.Field("kind")), head(s.Words.Field("scope")),
		head(s.Words.Field("tasks")), head(s.Words.Say(lang.TypesUsesShort)),
	})
}

func (k *roleStock) row(s scene.Scene, id string, w int, state widget.RowState, focused bool) string {
	a, _ := s.World.AccessRole(domain.AccessRoleID(id))
	style, tone, sign, name := s.Theme.Text, s.Theme.Warning, "", lang.Clean(a.Name)
	switch {
	case a.SwitchedOff:
		style, sign, name = s.Theme.Faint, offSign, s.Words.Say(lang.TypesNameOff, name)
	case len(wrongTypes(s, a)) > 0:
		tone, sign = s.Theme.Error, loudSign
	}
	assigned := k.uses(s, a.ID)
	said := assigned.say()
	if a.Kind != domain.ManualAccess && assigned.all == 0 {
		said = "–" // nobody can be
	}
	cell := func(text string) widget.Cell { return widget.Cell{Text: text, Style: style} }
	return roleLine(s, w, state, focused, roleCells{
		widget.Cell{Text: sign, Style: tone}, cell(name), cell(s.Words.Say(kindWords[a.Kind])), cell(scopeShort(s, a)),
		cell(strconv.Itoa(len(a.Tasks))), cell(said),
	})
}
