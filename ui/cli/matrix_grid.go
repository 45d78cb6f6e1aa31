package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/store/exchange/spreadsheet"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// grid is the matrix of one group as rows and columns.
type grid struct {
	world  domain.World
	group  domain.Group
	on     domain.Date
	square sight.Square
}

// matrixGrid draws one group with the signs of the screen. The plain lines stay
// what one gets unasked: nobody can listen to a grid.
func (r *run) matrixGrid(s Session) error {
	if r.given.group == "" {
		return r.fail(failure.WrongUse, "matrix.cli.need-group")
	}
	if err := r.format([]string{asText, asCSV}); err != nil {
		return err
	}
	return r.looking(s, func(desk Desk) error {
		w := desk.World()
		g, err := r.aGroup(w, r.given.group)
		if err != nil {
			return err
		}
		on := r.on(s, w)
		members := w.MembersOn(g.ID, on)
		tell.SortMembers(w, members, tell.NameKey)
		one := grid{w, g, on, sight.NewSquare(w, g.ID, members, on)}
		if r.given.format == asCSV {
			about := r.words.Say("matrix.table.about", words.Clean(g.Name), r.words.Visibility(g.Visibility), r.words.LongDate(on))
			return spreadsheet.Write(r.out, r.words.SquareTable(w, one.square, about))
		}
		r.drawGrid(one)
		return nil
	})
}

func (r *run) drawGrid(g grid) {
	members := g.square.Members()
	if len(members) == 0 {
		r.sayf("matrix.cli.empty", r.which(g.world, g.group.ID), r.words.LongDate(g.on))
		return
	}
	r.sayf("matrix.cli.grid", r.which(g.world, g.group.ID), r.words.Visibility(g.group.Visibility), r.words.LongDate(g.on))
	names, widest := make([]string, len(members)), 0
	for i, m := range members {
		names[i] = r.who(g.world, m.Person)
		widest = max(widest, ansi.StringWidth(names[i]))
	}
	digits := len(strconv.Itoa(len(members)))
	cell := max(digits+1, 3)
	head := strings.Repeat(" ", digits+1+widest+1+2)
	for i := range members {
		head += fmt.Sprintf("%*d", cell, i+1)
	}
	r.say(head)
	for i, m := range members {
		var b strings.Builder
		fmt.Fprintf(&b, "%*d %s %-2s", digits, i+1, widget.FitLine(names[i], widest), r.words.RoleCode(m.As))
		for j, c := range g.square.Line(i) {
			said := r.words.Cell(c)
			if i == j {
				said = tell.CellSelf + " "
			}
			b.WriteString(strings.Repeat(" ", cell-2) + said)
		}
		r.say(strings.TrimRight(b.String(), " "))
	}
	r.sayf("matrix.cli.legend", strings.Join(r.words.CellLegend(), "; "))
}
