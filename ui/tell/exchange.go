package tell

import (
	"strconv"

	"zichtlijn/ui/words"
)

const problemPrefix = "problem."

// nearEnd marks the sentence for when the first argument says more: what was
// meant, or what stands in the way.
const nearEnd = ".near"

// argumentWords says for which codes the first argument is a word of ours, and
// under which keys it is found.
var argumentWords = map[string]string{"W-SOORT": "json.", "R-ONBEKEND": "noun.", "R-ROL": "kind."}

// Problem says in one sentence what is wrong in a file and what to do. Code,
// value and args are those of a problem of an import.
func (w Words) Problem(code, value string, args []string) string {
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

// ProblemAt is Problem with its place, as one line of a report: the path in the
// file and the line, as far as they are known.
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
