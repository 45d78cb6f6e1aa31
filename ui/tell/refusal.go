package tell

import (
	"slices"
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// Refusal says in one sentence why a command is refused and what to do.
func (w Words) Refusal(world domain.World, r domain.Refusal) string {
	key := words.Key("refusal." + string(r.Code))
	if r.Field != "" {
		if special := key + "." + words.Key(r.Field); w.Has(special) {
			key = special
		}
	}
	return UpperFirst(w.Say(key, w.Record(world, r.Subject), w.Field(r.Field), words.Clean(r.Value), w.records(world, r.Others), w.Date(r.Date), r.Limit))
}

const (
	problemPrefix = "problem."
	// wrongDate is the code of a value that is no day; why stands in [no-date].
	wrongDate = "W-DATUM"
	// nearEnd ends the key of a sentence that also says the first argument: the likely
	// value, or the obstacle.
	nearEnd = ".near"
	// tableEnd ends the key of a sentence about a cell of a table.
	tableEnd = ".table"
)

// argumentWords is the prefix of the key that says the first argument, for codes whose
// first argument is a word of ours.
var argumentWords = map[string]string{"W-SOORT": "json.", "R-ONBEKEND": "noun.", "R-ROL": "kind."}

// byArgument are the codes that have a sentence for each first argument.
var byArgument = []string{"I-AANGENOMEN", "B-KOP-ONTBREEKT"}

// Problem says in one sentence what is wrong in a file and what to do. Code,
// value and args are those of a problem of an import, at its place.
func (w Words) Problem(code, value string, args []string, at Place) string {
	table := at.Row > 0
	switch {
	case code == wrongDate && table:
		return w.NoDate(value)
	case code == wrongDate:
		return w.NoISODate(value)
	}
	all := make([]string, len(args))
	for i, a := range args {
		all[i] = w.argument(code, words.Clean(a), i, table)
	}
	first, rest := "", all
	if len(all) > 0 {
		first, rest = all[0], all[1:]
	}
	return w.Say(w.problemKey(code, args, first, at), words.Clean(value), first, w.List(all), w.List(rest))
}

// argument is an argument of a problem in words, where it is a word of ours.
func (w Words) argument(code, arg string, at int, table bool) string {
	if prefix, ok := argumentWords[code]; ok && at == 0 && w.Has(words.Key(prefix+arg)) {
		return w.Say(words.Key(prefix + arg))
	}
	if role, ok := domain.ParseRole(arg); ok && table && code == "W-ROL" {
		return w.Say("problem-role", w.RoleWord(role), arg)
	}
	return arg
}

// problemKey is the key of the sentence: the one that fits its place best.
func (w Words) problemKey(code string, args []string, first string, at Place) words.Key {
	key := words.Key(problemPrefix + code)
	ends := []string{nearEnd, ""}
	if first == "" {
		ends = ends[1:] // nothing to say it with
	}
	if len(args) > 0 && slices.Contains(byArgument, code) {
		ends = append([]string{"." + args[0]}, ends...)
	}
	for _, end := range ends {
		if table := key + words.Key(end+tableEnd); at.Row > 0 && w.Has(table) {
			return table
		}
		if one := key + words.Key(end); w.Has(one) {
			return one
		}
	}
	return problemPrefix + "D-REGEL"
}

// Place is where something stands in a file that was read: at a path, or in a cell of a
// table.
type Place struct {
	File, Path, Sheet, Head string
	Row, Line, Column       int
}

// ProblemAt is Problem as one line of a report, with its place. severity says how it
// begins: an error, or something to know.
func (w Words) ProblemAt(severity words.Key, at Place, code, value string, args []string) string {
	place, line := words.Clean(at.Path), at.Line
	if at.Row > 0 {
		place, line = w.cellPlace(at), 0
	}
	says := w.Problem(code, value, args, at)
	switch {
	case place == "" && line == 0:
		return w.Say("problem-file", w.Say(severity), says, words.Clean(code))
	case line == 0:
		return w.Say("problem-place", w.Say(severity), place, says, words.Clean(code))
	case place == "":
		place = "-"
	}
	return w.Say("problem-line", w.Say(severity), place, strconv.Itoa(line), says, words.Clean(code))
}

// How a line of ProblemAt begins.
const (
	SeverityError  words.Key = "severity.error"
	SeverityNotice words.Key = "severity.notice"
)

// cellPlace is the place of a row or cell: personen.csv rij 14 (regel 17), kolom C «rol».
func (w Words) cellPlace(at Place) string {
	place := words.Clean(at.File)
	if at.Sheet != "" {
		place += ", " + words.Clean(at.Sheet)
	}
	place = strings.TrimPrefix(place+" "+w.Say("problem-row", strconv.Itoa(at.Row)), " ")
	if at.Line != 0 && at.Line != at.Row {
		place += w.Say("problem-row-line", strconv.Itoa(at.Line))
	}
	switch {
	case at.Column > 0 && at.Head == "":
		place += w.Say("problem-column-alone", ColumnName(at.Column))
	case at.Column > 0:
		place += w.Say("problem-column", ColumnName(at.Column), words.Clean(at.Head))
	case at.Head != "":
		place += w.Say("problem-head", words.Clean(at.Head))
	}
	return place
}

// ColumnName is the letters of a column of a spreadsheet, from 1.
func ColumnName(n int) string {
	out := ""
	for ; n > 0; n = (n - 1) / 26 {
		out = string(rune('A'+(n-1)%26)) + out
	}
	return out
}
