package cli

import (
	"iter"
	"strings"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/store/exchange/spreadsheet"
	"zichtlijn/ui/words"
)

type (
	sightlineJSON struct {
		Viewer   domain.PersonID `json:"viewer"`
		Other    domain.PersonID `json:"other"`
		Sees     bool            `json:"sees"`
		Messages bool            `json:"messages"`
		Grounds  []string        `json:"grounds"`
	}
	groupSightJSON struct {
		Viewer         domain.PersonID   `json:"viewer"`
		Group          domain.GroupID    `json:"group"`
		Personentegel  bool              `json:"personentegel"`
		Berichtentegel bool              `json:"berichtentegel"`
		Rows           []domain.PersonID `json:"rows"`
		GroupMessage   bool              `json:"groupMessage"`
		GroupReport    bool              `json:"groupReport"`
	}
)

func (r *run) matrixFlags(f *pflag.FlagSet) {
	r.text(f, &r.given.group, "group", "", "matrix.cli.flag-group")
	f.BoolVar(&r.given.grid, "grid", false, r.words.Say("matrix.cli.flag-grid"))
	r.asItWas(f)
}

func (r *run) matrix(s Session, _ []string) error {
	if r.given.grid {
		return r.matrixGrid(s)
	}
	return r.looking(s, func(desk Desk) error {
		on := r.on(s, desk.World())
		w, err := r.seen(s, desk, on)
		if err != nil {
			return err
		}
		lines, head := sight.Matrix(w, on), r.words.Say("cli.matrix.head", r.words.LongDate(on))
		if r.given.group != "" {
			g, err := r.aGroup(w, r.given.group)
			if err != nil {
				return err
			}
			lines, head = sight.Within(w, g.ID, on), r.words.Say("matrix.cli.within", r.which(w, g.ID), r.words.LongDate(on))
		}
		switch r.given.format {
		case asJSON:
			return r.matrixJSON(lines, on)
		case asCSV:
			return r.matrixCSV(w, lines)
		}
		r.say(head)
		r.matrixText(w, lines)
		return nil
	})
}

// matrixJSON writes the sightlines as they are found: of a large institution
// there are millions. Only the groups, which come last, wait.
func (r *run) matrixJSON(lines iter.Seq[sight.Sights], on domain.Date) error {
	r.out.WriteString(`{"date":"` + on.String() + `","persons":[`)
	groups := []groupSightJSON{}
	between := ""
	for line := range lines {
		for _, l := range line.Persons {
			b, err := encode(sightlineJSON{l.Viewer, l.Other, l.Sees(), l.MayMessage(), sight.Shorts(l.Sight, l.Messages)})
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
				g.Access.GroupMessage.Holds(), g.Access.GroupReport.Holds(),
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

func (r *run) matrixText(w domain.World, lines iter.Seq[sight.Sights]) {
	count := 0
	for line := range lines {
		for _, l := range line.Persons {
			r.say(r.sightline(w, l))
			count++
		}
		for _, g := range line.Groups {
			r.sayf("cli.matrix.group", r.who(w, line.Viewer), r.which(w, g.Group), r.words.List(r.stake(g.Access)))
		}
	}
	r.sayf("cli.matrix.count", count)
}

// stake says what a viewer holds of a group.
func (r *run) stake(s sight.GroupAccess) []string {
	var out []string
	for _, part := range []struct {
		sight.Clause
		key words.Key
	}{
		{s.Personentegel, "cli.matrix.personentegel"}, {s.Berichtentegel, "cli.matrix.berichtentegel"},
		{s.GroupMessage, "cli.show.group-message"}, {s.GroupReport, "cli.show.group-report"},
	} {
		if part.Holds() {
			out = append(out, r.tagged(r.words.Say(part.key), part.Clause))
		}
	}
	return out
}

// matrixCSV writes one line per sightline.
func (r *run) matrixCSV(w domain.World, lines iter.Seq[sight.Sights]) error {
	return spreadsheet.Write(r.out, func(yield func([]string) bool) {
		var head []string
		for _, key := range []words.Key{
			"cli.column.viewer", "cli.column.other", "cli.column.viewer-name", "cli.column.other-name",
			"cli.column.sees", "cli.column.messages", "cli.column.grounds",
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
					r.yes(l.Sees()), r.yes(l.MayMessage()), strings.Join(sight.Shorts(l.Sight, l.Messages), " "),
				}) {
					return
				}
			}
		}
	})
}

func (r *run) yes(b bool) string {
	if b {
		return r.words.Say("word.yes")
	}
	return r.words.Say("word.no")
}
