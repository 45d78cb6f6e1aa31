package cli

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/store/exchange/spreadsheet"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// measure is that of plain lines: they go to a terminal that nobody has asked for another.
const measure = theme.CodePoints

type (
	sightlineJSON struct {
		Viewer   domain.PersonID `json:"viewer"`
		Other    domain.PersonID `json:"other"`
		Sees     bool            `json:"sees"`
		Messages bool            `json:"messages"`
		Grounds  []string        `json:"grounds"`
		breaksJSON
	}
	groupSightJSON struct {
		Viewer         domain.PersonID   `json:"viewer"`
		Group          domain.GroupID    `json:"group"`
		Personentegel  bool              `json:"personentegel"`
		Berichtentegel bool              `json:"berichtentegel"`
		Rows           []domain.PersonID `json:"rows"`
		GroupMessage   bool              `json:"groupMessage"`
		GroupReport    bool              `json:"groupReport"`
		breaksJSON
	}
)

func (r *run) matrixFlags(f *pflag.FlagSet) {
	r.textFlag(f, &r.given.group, "group", "", "matrix.cli.flag-group")
	f.BoolVar(&r.given.grid, "grid", false, r.words.Say("matrix.cli.flag-grid"))
	r.asItWasFlag(f)
}

func (r *run) matrix(s Session, _ []string) error {
	if r.given.grid {
		return r.matrixGrid(s)
	}
	return r.readStore(s, func(db Store) error {
		on := r.referenceDate(s, db.World())
		w, err := r.seenWorld(s, db, on)
		if err != nil {
			return err
		}
		lines, head := sight.Matrix(w, on), r.words.Say("cli.matrix.head", r.words.LongDate(on))
		heard := func() { r.heardInstitution(w, on) }
		if r.given.group != "" {
			g, err := r.groupNamed(w, r.given.group)
			if err != nil {
				return err
			}
			heard = func() { r.heardGroup(w, g.ID, on) }
			lines, head = sight.Within(w, g.ID, on), r.words.Say("matrix.cli.within", r.groupName(w, g.ID), r.words.LongDate(on))
		}
		switch r.given.format {
		case asJSON:
			return r.writeMatrixJSON(lines, sight.NewBreaches(w, on), on)
		case asCSV:
			return r.writeMatrixCSV(w, lines, sight.NewBreaches(w, on))
		}
		r.print(head)
		if r.aloud != nil {
			heard()
			return nil
		}
		r.printMatrix(w, lines, sight.NewBreaches(w, on))
		return nil
	})
}

// writeMatrixJSON writes the sightlines as they are found: a large institution has
// millions. Only the groups, which come last, wait.
func (r *run) writeMatrixJSON(lines iter.Seq[sight.Sights], breaches sight.Breaches, on domain.Date) error {
	r.out.WriteString(`{"date":"` + on.String() + `","persons":[`)
	groups := []groupSightJSON{}
	between := ""
	for line := range lines {
		for _, l := range line.Persons {
			b, err := encode(sightlineJSON{l.Viewer, l.Other, l.Sees(), l.MayMessage(), sight.Shorts(l.Sight, l.Messages), breaksJSON{breaches.Sightline(l)}})
			if err != nil {
				return err
			}
			r.out.WriteString(between)
			r.out.Write(b)
			between = ","
		}
		for _, g := range line.Groups {
			groups = append(groups, groupSightJSON{
				line.Viewer, g.Group, g.Access.Personentegel.Holds(), g.Access.Berichtentegel.Holds(),
				list(g.Rows, func(id domain.PersonID) domain.PersonID { return id }),
				g.Access.GroupMessage.Holds(), g.Access.GroupReport.Holds(), breaksJSON{breaches.Group(g.Group)},
			})
		}
	}
	b, err := encode(groups)
	if err != nil {
		return err
	}
	r.out.WriteString(`],"groups":`)
	r.out.Write(b)
	r.out.WriteString("}\n")
	return nil
}

func (r *run) printMatrix(w domain.World, lines iter.Seq[sight.Sights], b sight.Breaches) {
	count := 0
	for line := range lines {
		for _, l := range line.Persons {
			r.print(r.sightlineWords(w, l, b.Sightline(l)))
			count++
		}
		for _, g := range line.Groups {
			said := r.words.Say("cli.matrix.group", r.personName(w, line.Viewer), r.groupName(w, g.Group), r.words.List(r.accessWords(g.Access)))
			r.print(r.withBreaks(said, b.Group(g.Group)))
		}
	}
	r.say("cli.matrix.count", count)
}

// accessWords says what a viewer can do with a group.
func (r *run) accessWords(s sight.GroupAccess) []string {
	var out []string
	for _, part := range []struct {
		sight.Clause
		key words.Key
	}{
		{s.Personentegel, "cli.matrix.personentegel"}, {s.Berichtentegel, "cli.matrix.berichtentegel"},
		{s.GroupMessage, "cli.show.group-message"}, {s.GroupReport, "cli.show.group-report"},
	} {
		if part.Holds() {
			out = append(out, r.withTag(r.words.Say(part.key), part.Clause))
		}
	}
	return out
}

// writeMatrixCSV writes one line per sightline.
func (r *run) writeMatrixCSV(w domain.World, lines iter.Seq[sight.Sights], b sight.Breaches) error {
	return spreadsheet.Write(r.out, func(yield func([]string) bool) {
		var head []string
		for _, key := range []words.Key{
			"cli.column.viewer", "cli.column.other", "cli.column.viewer-name", "cli.column.other-name",
			"cli.column.sees", "cli.column.messages", "cli.column.grounds", "cli.column.breaks",
		} {
			head = append(head, r.words.Say(key))
		}
		if !yield(head) {
			return
		}
		for line := range lines {
			for _, l := range line.Persons {
				if !yield([]string{
					string(l.Viewer), string(l.Other), r.words.Person(w, l.Viewer), r.words.Person(w, l.Other),
					r.words.YesNo(l.Sees()), r.words.YesNo(l.MayMessage()), strings.Join(sight.Shorts(l.Sight, l.Messages), " "), tell.AgreementIDs(b.Sightline(l)),
				}) {
					return
				}
			}
		}
	})
}

// grid is the matrix of one group as rows and columns.
type grid struct {
	world  domain.World
	group  domain.Group
	on     domain.Date
	square sight.Square
}

// matrixGrid draws one group with the signs of the screen. It must be asked for: a
// screen reader makes nothing of a grid.
func (r *run) matrixGrid(s Session) error {
	if r.given.group == "" {
		return r.fail(failure.WrongUse, "matrix.cli.need-group")
	}
	if err := r.checkFormat([]string{asText, asCSV}); err != nil {
		return err
	}
	return r.readStore(s, func(db Store) error {
		w := db.World()
		g, err := r.groupNamed(w, r.given.group)
		if err != nil {
			return err
		}
		on := r.referenceDate(s, w)
		members := w.MembersOn(g.ID, on)
		tell.SortMembers(w, members, tell.NameKey)
		one := grid{w, g, on, sight.NewSquare(w, g.ID, members, on)}
		if r.given.format == asCSV {
			about := r.words.Say("matrix.table.about", words.Clean(g.Name), r.words.Visibility(g.Visibility), r.words.LongDate(on))
			return spreadsheet.Write(r.out, r.words.SquareTable(w, one.square, about))
		}
		if r.given.plain { // a table is no help to who hears it
			r.print(r.words.Say("matrix.cli.within", r.groupName(w, g.ID), r.words.LongDate(on)))
			r.heardGroup(w, g.ID, on)
			return nil
		}
		r.printGrid(one)
		return nil
	})
}

func (r *run) printGrid(g grid) {
	members := g.square.Members()
	if len(members) == 0 {
		r.say("matrix.cli.empty", r.groupName(g.world, g.group.ID), r.words.LongDate(g.on))
		return
	}
	breaches := sight.NewBreaches(g.world, g.on)
	about := r.words.Say("matrix.cli.grid", r.groupName(g.world, g.group.ID), r.words.Visibility(g.group.Visibility), r.words.LongDate(g.on))
	r.print(r.withBreaks(about, breaches.Group(g.group.ID)))
	names, widest := make([]string, len(members)), 0
	for i, m := range members {
		names[i] = r.personName(g.world, m.Person)
		widest = max(widest, measure.Width(names[i]))
	}
	digits := len(strconv.Itoa(len(members)))
	cell := max(digits+1, 3)
	head := strings.Repeat(" ", digits+1+widest+1+2)
	for i := range members {
		head += fmt.Sprintf("%*d", cell, i+1)
	}
	r.print(head)
	for i, m := range members {
		breaks := breaches.Member(g.group.ID, m.As)
		var b strings.Builder
		fmt.Fprintf(&b, "%*d %s %-2s", digits, i+1, widget.FitLine(measure, names[i], widest), r.words.RoleCode(m.As))
		for j, c := range g.square.Line(i) {
			said := r.words.Cell(c)
			if i == j {
				said = tell.CellSelf + " "
			}
			gap := strings.Repeat(" ", cell-2)
			if broken := breaches.Fact(sight.Pair{Viewer: m.Person, Other: members[j].Person}, c.Fact()); len(broken) > 0 {
				gap, breaks = gap[1:]+tell.BrokenSign, append(breaks, broken...)
			}
			b.WriteString(gap + said)
		}
		slices.Sort(breaks)
		r.print(r.withBreaks(strings.TrimRight(b.String(), " "), slices.Compact(breaks)))
	}
	r.say("matrix.cli.legend", strings.Join(r.words.CellLegend(), "; "))
}
