package cli

import (
	"encoding/csv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/lang"
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

func (r *run) matrix(s Session, _ []string) error {
	return r.looking(s, func(desk Desk) error {
		on := r.on(s, desk.World())
		w, err := r.seen(s, desk, on)
		if err != nil {
			return err
		}
		switch r.given.format {
		case asJSON:
			return r.matrixJSON(w, on)
		case asCSV:
			return r.matrixCSV(w, on)
		}
		r.matrixText(w, on)
		return nil
	})
}

// matrixJSON writes the sightlines as they are found: of a large institution
// there are millions. Only the groups, which come last, wait.
func (r *run) matrixJSON(w domain.World, on domain.Date) error {
	r.out.WriteString(`{"date":"` + on.String() + `","persons":[`)
	groups := []groupSightJSON{}
	between := ""
	for line := range sight.Matrix(w, on) {
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
				line.Viewer, g.Group, g.Stake.Personentegel.Holds(), g.Stake.Berichtentegel.Holds(),
				list(g.Rows, func(id domain.PersonID) domain.PersonID { return id }),
				g.Stake.GroupMessage.Holds(), g.Stake.GroupReport.Holds(),
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

func (r *run) matrixText(w domain.World, on domain.Date) {
	r.sayf(lang.CLIMatrixHead, r.words.LongDate(on))
	count := 0
	for line := range sight.Matrix(w, on) {
		for _, l := range line.Persons {
			r.say(r.sightline(w, l))
			count++
		}
		for _, g := range line.Groups {
			r.sayf(lang.CLIMatrixGroup, r.who(w, line.Viewer), r.which(w, g.Group), r.words.List(r.stake(g.Stake)))
		}
	}
	r.sayf(lang.CLIMatrixCount, count)
}

// stake says what a viewer holds of a group.
func (r *run) stake(s sight.Stake) []string {
	var out []string
	for _, part := range []struct {
		sight.Clause
		key lang.Key
	}{
		{s.Personentegel, lang.CLIInPersonentegel}, {s.Berichtentegel, lang.CLIInBerichten},
		{s.GroupMessage, lang.CLIGroupMessage}, {s.GroupReport, lang.CLIGroupReport},
	} {
		if part.Holds() {
			out = append(out, r.tagged(r.words.Say(part.key), part.Clause))
		}
	}
	return out
}

// matrixCSV writes one line per sightline as a Dutch spreadsheet opens it
// without loss: BOM, semicolons, CRLF, and no cell that would be run as a formula.
func (r *run) matrixCSV(w domain.World, on domain.Date) error {
	r.out.WriteString("\uFEFF")
	table := csv.NewWriter(r.out)
	table.Comma, table.UseCRLF = ';', true
	row := func(cells ...string) error {
		for i, c := range cells {
			cells[i] = cell(c)
		}
		return table.Write(cells)
	}
	var head []string
	for _, key := range []lang.Key{
		lang.CLIColumnViewer, lang.CLIColumnOther, lang.CLIColumnViewerIs, lang.CLIColumnOtherIs,
		lang.CLIColumnSees, lang.CLIColumnMessages, lang.CLIColumnGrounds,
	} {
		head = append(head, r.words.Say(key))
	}
	if err := row(head...); err != nil {
		return err
	}
	for line := range sight.Matrix(w, on) {
		for _, l := range line.Persons {
			err := row(string(l.Viewer), string(l.Other), r.words.Person(w, l.Viewer), r.words.Person(w, l.Other),
				r.yes(l.Sees()), r.yes(l.MayMessage()), strings.Join(sight.Shorts(l.Sight, l.Messages), " "))
			if err != nil {
				return err
			}
		}
	}
	table.Flush()
	return table.Error()
}

// cell keeps a spreadsheet from taking a text for a formula.
func cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

func (r *run) yes(b bool) string {
	if b {
		return r.words.Say(lang.YesWord)
	}
	return r.words.Say(lang.NoWord)
}
