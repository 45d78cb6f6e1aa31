package disk

import (
	"cmp"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/spreadsheet"
	"zichtlijn/store/whole"
	"zichtlijn/ui"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// planOf plans an import of the file at path; empty: it was pasted.
func planOf(i exchange.Import, path string) ui.Setup {
	return ui.Setup{Plan: func(in ui.Planning) ui.Plan {
		i := i
		i.On, i.Match = in.On, in.Take == scene.TakeMatch
		i.SameName = cmp.Or(exchange.SameName(in.SameName), i.SameName)
		var aside []exchange.AsideTable
		if in.Take == scene.TakeAside && path != "" {
			i, aside = i.SetAside(in.World)
		}
		o := i.Outcome(in.World)
		out := ui.Plan{Planned: planned(o, in.World, in.Words), Command: i}
		if i.Match || len(aside) > 0 {
			out.Command = o.Command() // what ends or is set aside was counted and named
		}
		if len(aside) > 0 {
			out.Aside = asideTold(aside, in.Words)
			out.SetAside = setAside(aside, path, in.Words)
		}
		out.Table = tableOf(i, o, in.Words)
		out.Alike = i.SameName != exchange.SameNameAsk || slices.ContainsFunc(o.Problems, func(p exchange.Problem) bool { return p.Code == exchange.PerhapsTwice })
		return out
	}}
}

// planned says in words what an import would do.
func planned(o exchange.Outcome, w domain.World, words tell.Words) scene.Planned {
	out := scene.Planned{Nothing: len(o.Changes) == 0 && len(o.Problems) == 0}
	for _, c := range o.Counts {
		if c.Read() > 0 {
			out.Counts = append(out.Counts, words.Say("cli.import.count", words.Count(c.Noun, c.Read()), c.New, c.Changed, c.Unchanged, c.Rejected))
		}
		if c.Replaced+c.Ended > 0 {
			out.Counts = append(out.Counts, words.Say("cli.import.ends", words.Count(c.Noun, c.Replaced+c.Ended), c.Replaced, c.Ended))
		}
	}
	for _, p := range o.Problems {
		out.Problems = append(out.Problems, problem(p, words))
	}
	if o.More > 0 {
		out.Problems = append(out.Problems, words.Say("problems-more", o.More))
	}
	for _, p := range o.Notices {
		out.Notices = append(out.Notices, words.ProblemAt(tell.SeverityNotice, tell.Place(p.Place), string(p.Code), p.Value, p.Args))
	}
	out.Ends = ends(o, w, words)
	if much, asks := o.EndsMuch(w); asks {
		out.Much = &scene.Much{Words: words.Say("files.ends-much", words.Count(much.Noun, much.Ended), much.Had)}
		if much.Exact {
			out.Much.Number = much.All
		}
	}
	return out
}

// mostEnds is how many of what ends are named; the rest is counted.
const mostEnds = 1000

// ends names what ends because the tables do not have it, and what stays.
func ends(o exchange.Outcome, w domain.World, said tell.Words) []string {
	var out []string
	name := func(key words.Key, refs []domain.Ref) {
		for _, ref := range refs[:min(len(refs), mostEnds)] {
			out = append(out, said.Say(key, said.Record(w, ref)))
		}
		if more := len(refs) - mostEnds; more > 0 {
			out = append(out, said.Say("files.pasted-more", more))
		}
	}
	name("cli.import.ended", o.Ended)
	name("cli.import.missing", o.Missing)
	return out
}

// asideTold says what is wrong with each row that is set aside.
func asideTold(tables []exchange.AsideTable, said tell.Words) []string {
	var out []string
	for _, t := range tables {
		for _, row := range t.Rows {
			out = append(out, problem(row.Problem, said))
		}
	}
	return out
}

// mostAsides bounds the names that are tried for a file of rows.
const mostAsides = 1000

// setAside writes rows beside the file that they come from, under a name that is free. Once
// written they are not written again.
func setAside(tables []exchange.AsideTable, source string, said tell.Words) func() (string, error) {
	written := ""
	sheets := exchange.AsideSheets(tables, func(p exchange.Problem) string {
		return said.Problem(string(p.Code), p.Value, p.Args, tell.Place(p.Place))
	})
	ext := ".csv"
	if len(sheets) > 1 || strings.EqualFold(filepath.Ext(source), ".xlsx") {
		ext = ".xlsx"
	}
	start := strings.TrimSuffix(source, filepath.Ext(source)) + "-" + said.Say("files.rejected")
	return func() (string, error) {
		for n := 1; written == ""; n++ {
			path := start + ext
			if n > 1 {
				path = start + "-" + strconv.Itoa(n) + ext
			}
			err := whole.Create(path, func(w io.Writer) error {
				if ext == ".xlsx" {
					return spreadsheet.WriteWorkbook(w, sheets)
				}
				return spreadsheet.Write(w, exchange.Texts(sheets[0]))
			})
			switch {
			case err == nil:
				written = path
			case !errors.Is(err, os.ErrExist) || n >= mostAsides:
				return "", fileError{path, false, err}
			}
		}
		return written, nil
	}
}
