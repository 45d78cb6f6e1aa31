package tell

import (
	"strconv"

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
	return upperFirst(w.Say(key, w.Record(world, r.Subject), w.Field(r.Field), words.Clean(r.Value), w.records(world, r.Others), w.Date(r.Date), r.Limit))
}

const (
	problemPrefix = "problem."
	// wrongDate is the code of a value that is no day; why stands in [no-date].
	wrongDate = "W-DATUM"
	// nearEnd ends the key of a sentence that also says the first argument: the likely
	// value, or the obstacle.
	nearEnd = ".near"
)

// argumentWords is the prefix of the key that says the first argument, for codes whose
// first argument is a word of ours.
var argumentWords = map[string]string{"W-SOORT": "json.", "R-ONBEKEND": "noun.", "R-ROL": "kind."}

// Problem says in one sentence what is wrong in a file and what to do. Code,
// value and args are those of a problem of an import.
func (w Words) Problem(code, value string, args []string) string {
	if code == wrongDate {
		return w.NoISODate(value)
	}
	key, first := words.Key(problemPrefix+code), ""
	if len(args) > 0 {
		first = words.Clean(args[0])
	}
	if prefix, ok := argumentWords[code]; ok && w.Has(words.Key(prefix+first)) {
		first = w.Say(words.Key(prefix + first))
	}
	if near := key + nearEnd; first != "" && w.Has(near) {
		key = near
	}
	if !w.Has(key) {
		key = problemPrefix + "D-REGEL"
	}
	all := make([]string, len(args))
	for i, a := range args {
		all[i] = words.Clean(a)
	}
	rest := all
	if len(all) > 0 {
		rest = all[1:]
	}
	return w.Say(key, words.Clean(value), first, w.List(all), w.List(rest))
}

// ProblemAt is Problem as one line of a report, with the path in the file and the line
// if they are known.
func (w Words) ProblemAt(path string, line int, code, value string, args []string) string {
	key := words.Key("problem-line")
	switch {
	case path == "" && line == 0:
		key = "problem-file"
	case line == 0:
		key = "problem-place"
	case path == "":
		path = "-"
	}
	return w.Say(key, words.Clean(path), w.Problem(code, value, args), words.Clean(code), strconv.Itoa(line))
}
