package lang

import "strconv"

// How a problem with a file is told: 1 the place, 2 the sentence, 3 the code, 4
// the line in the file.
const (
	ProblemLine  Key = "problem-line"
	ProblemPlace Key = "problem-place"
	ProblemFile  Key = "problem-file"
	ProblemsMore Key = "problems-more" // 1 how many more
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
	key, first := Key(problemPrefix+code), ""
	if len(args) > 0 {
		first = Clean(args[0])
	}
	if prefix, ok := argumentWords[code]; ok && w.Has(Key(prefix+first)) {
		first = w.Say(Key(prefix + first))
	}
	if near := key + nearEnd; first != "" && w.Has(near) {
		key = near
	}
	if !w.Has(key) {
		key = problemPrefix + "D-REGEL"
	}
	all := make([]string, len(args))
	for i, a := range args {
		all[i] = Clean(a)
	}
	rest := all
	if len(all) > 0 {
		rest = all[1:]
	}
	return w.Say(key, Clean(value), first, w.List(all), w.List(rest))
}

// ProblemAt is Problem with its place, as one line of a report: the path in the
// file and the line, as far as they are known.
func (w Words) ProblemAt(path string, line int, code, value string, args []string) string {
	key := ProblemLine
	switch {
	case path == "" && line == 0:
		key = ProblemFile
	case line == 0:
		key = ProblemPlace
	case path == "":
		path = "-"
	}
	return w.Say(key, Clean(path), w.Problem(code, value, args), Clean(code), strconv.Itoa(line))
}
