package cli

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

type (
	countJSON struct {
		New       int `json:"new"`
		Changed   int `json:"changed"`
		Unchanged int `json:"unchanged"`
		Ended     int `json:"ended"`
		Conflict  int `json:"conflict"`
		Replaced  int `json:"replaced"`
		Rejected  int `json:"rejected"`
	}
	problemJSON struct {
		Path     string        `json:"path,omitempty"`
		File     string        `json:"file,omitempty"`
		Sheet    string        `json:"sheet,omitempty"`
		Row      int           `json:"row,omitempty"`
		Line     int           `json:"line,omitempty"`
		Column   string        `json:"column,omitempty"`
		Header   string        `json:"header,omitempty"`
		Value    string        `json:"value,omitempty"`
		Code     exchange.Code `json:"code"`
		Severity string        `json:"severity"`
		Args     []string      `json:"args"`
	}
)

// report writes what an import did or would do. Problems are data, and end the call
// with an error as well.
func (r *run) report(in plannedImport, entry domain.Entry) error {
	if r.wantsJSON() {
		if err := r.writeReport(in, entry); err != nil {
			return err
		}
	} else {
		r.printReport(in, entry)
	}
	if found := len(in.Problems) + in.More; found > 0 {
		return r.fail(failure.Refused, "failure.rejected", found)
	}
	if len(in.aside) > 0 {
		r.notice = failure.Attend
	}
	return nil
}

func (r *run) writeReport(in plannedImport, entry domain.Entry) error {
	counts := object{}
	for _, c := range in.Counts {
		counts = append(counts, field{c.Noun.String(), countJSON{c.New, c.Changed, c.Unchanged, c.Ended, c.Conflict, c.Replaced, c.Rejected}})
	}
	out := object{{"plan", in.plan}, {"counts", counts}, {"problems", list(in.told(), in.problemData)}}
	if in.Match {
		out = append(out, field{"ended", some(list(in.Ended, refData))}, field{"missing", some(list(in.Missing, refData))})
	}
	if in.impact != nil {
		out = append(out, field{"impact", in.impact})
	}
	var made *domain.Seq // null: none was made
	if entry.Seq > 0 {
		made = &entry.Seq
	}
	return writeJSON(r.out, append(out, field{"entry", made}))
}

func (r *run) printReport(in plannedImport, entry domain.Entry) {
	if len(in.Problems) > 0 {
		r.say("cli.import.none")
	}
	read := 0
	for _, c := range in.Counts {
		if read += c.Read(); c.Read() > 0 {
			r.say("cli.import.count", r.words.Count(c.Noun, c.Read()), c.New, c.Changed, c.Unchanged, c.Rejected)
		}
		if c.Conflict > 0 {
			r.say("cli.import.conflict", r.words.Count(c.Noun, c.Conflict))
		}
		if c.Replaced+c.Ended > 0 {
			r.say("cli.import.ends", r.words.Count(c.Noun, c.Replaced+c.Ended), c.Replaced, c.Ended)
		}
	}
	r.printProblems(in)
	r.printEnds(in)
	switch {
	case in.More > 0:
		r.say("problems-more", in.More)
	case len(in.Problems) > 0:
	case r.hearsTrial():
	case r.given.dryRun:
		r.say("cli.dry-run")
	case entry.Seq > 0:
		r.say("cli.saved", seqText(entry.Seq))
	case read == 0:
		r.say("cli.import.empty")
	default:
		r.say("cli.nothing")
	}
}

// told is everything to say of the files: what is wrong, what was set aside, and what is
// only told.
func (in plannedImport) told() []exchange.Problem {
	out := slices.Clone(in.Problems)
	for _, t := range in.aside {
		for _, row := range t.Rows {
			out = append(out, row.Problem)
		}
	}
	return append(out, in.Notices...)
}

func severity(p exchange.Problem) (data string, said words.Key) {
	if p.Code.Notice() {
		return "notice", tell.SeverityNotice
	}
	return "error", tell.SeverityError
}

// mostAlike is how many notices of one kind are said; the rest is counted.
const mostAlike = 5

// printProblems says what is wrong, and what is only told.
func (r *run) printProblems(in plannedImport) {
	told := map[string]int{}
	var kinds []string
	var remedies []words.Key
	for _, p := range in.told() {
		if p.Code.Notice() {
			kind := string(p.Code) + strings.Join(p.Args[:min(len(p.Args), 1)], "")
			if told[kind]++; told[kind] == 1 {
				kinds = append(kinds, kind)
			}
			if told[kind] > mostAlike && p.Code == exchange.Assumed {
				continue
			}
		}
		_, said := severity(p)
		at := tell.Place(p.Place)
		if p.Row == 0 {
			at.Path = in.problemPath(p, ": ")
		}
		r.print(r.words.ProblemAt(said, at, string(p.Code), p.Value, p.Args))
		if remedy := words.Key("problem-on-command-line." + string(p.Code)); r.words.Has(remedy) && !slices.Contains(remedies, remedy) {
			remedies = append(remedies, remedy)
		}
	}
	for _, remedy := range remedies {
		r.say(remedy)
	}
	for _, kind := range kinds {
		if more := told[kind] - mostAlike; more > 0 && strings.HasPrefix(kind, string(exchange.Assumed)) {
			r.say("notices-more", more)
		}
	}
}

func (in plannedImport) problemData(p exchange.Problem) problemJSON {
	weight, _ := severity(p)
	out := problemJSON{Path: in.problemPath(p, ":"), Code: p.Code, Severity: weight, Args: some(p.Args)}
	if p.Row > 0 {
		out = problemJSON{File: p.File, Sheet: p.Sheet, Row: p.Row, Line: p.Line, Header: p.Head, Value: p.Value, Code: p.Code, Severity: weight, Args: some(p.Args)}
		if p.Column > 0 {
			out.Column = tell.ColumnName(p.Column)
		}
	}
	return out
}

// problemPath is where a problem stands. With several files it begins with the file.
func (in plannedImport) problemPath(p exchange.Problem, between string) string {
	switch {
	case len(in.Setups) < 2 || p.File == "":
		return p.Path
	case p.Path == "":
		return p.File
	}
	return p.File + between + p.Path
}

func refData(ref domain.Ref) object { return object{{"noun", ref.Noun.String()}, {"id", ref.Key}} }

// printEnds names what is ended because the files do not have it, and what stays.
func (r *run) printEnds(in plannedImport) {
	for _, ref := range in.Ended {
		r.say("cli.import.ended", r.words.Record(in.world, ref))
	}
	for _, ref := range in.Missing {
		r.say("cli.import.missing", r.words.Record(in.world, ref))
	}
}
