package spreadsheet

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
)

// Text is what was found in a file of separated values.
type Text struct {
	Table
	Encoding string
	Guessed  bool     // by its letters
	Sample   []string // at most two lines with letters that show the guess
}

// ReadText reads a file of separated values; asked is the name of its encoding, empty to
// guess. The error is a Problem.
func ReadText(data []byte, asked string, limits Limits) (Text, error) {
	if int64(len(data)) > limits.Bytes {
		return Text{}, Problem{Kind: TooLarge, Limit: limits.Bytes}
	}
	text, name, err := decode(data, asked)
	out := Text{Encoding: name, Guessed: guessed(asked, name)}
	if err != nil {
		return out, err
	}
	if out.Guessed {
		out.Sample = sample(text)
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n") // three kinds of line end
	line := int32(1)
	if sep, rest, ok := namedSeparator(text); ok {
		out.Separator, text, line = sep, rest, 2
	} else {
		out.Separator = likelySeparator(text)
	}
	out.Rows, err = readSeparated(text, out.Separator, line, limits)
	return out, err
}

// namedSeparator takes off the line sep=; with which a file names its separator. A
// spreadsheet does not count that line as a row.
func namedSeparator(text string) (sep rune, rest string, ok bool) {
	line, rest, _ := strings.Cut(text, "\n")
	said, ok := strings.CutPrefix(strings.ToLower(strings.Trim(strings.TrimSpace(line), `"`)), "sep=")
	switch {
	case !ok:
		return 0, text, false
	case said == "" && strings.HasSuffix(line, "\t"):
		return '\t', rest, true
	case said == ";" || said == "," || said == "|":
		return rune(said[0]), rest, true
	}
	return 0, text, false
}

// looked is how many rows are looked at to find the separator.
const looked = 20

// likelySeparator returns the separator that gives the most of the first rows the same
// number of cells, more than one; of two the one with more cells. Titles may stand above. A
// list of single cells has none of the three.
func likelySeparator(text string) rune {
	best, mostRows, mostCells := ';', 0, 1
	for _, sep := range []rune{';', '\t', ','} {
		count := map[int]int{}
		for _, row := range firstRows(text, sep) {
			count[len(row)]++
		}
		for cells, rows := range count {
			if cells > 1 && (rows > mostRows || rows == mostRows && cells > mostCells) {
				best, mostRows, mostCells = sep, rows, cells
			}
		}
	}
	return best
}

func firstRows(text string, sep rune) [][]string {
	r := separated(text, sep)
	var out [][]string
	for len(out) < looked {
		row, err := r.Read()
		if err != nil {
			break
		}
		out = append(out, row)
	}
	return out
}

func separated(text string, sep rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = sep, true, -1
	return r
}

// readSeparated reads all rows that are not empty; line is that on which text begins.
func readSeparated(text string, sep rune, line int32, limits Limits) ([]Row, error) {
	r := separated(text, sep)
	var out []Row
	number, next, read := int32(1), 1, int64(0)
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, Problem{Kind: OpenQuote, Line: next + int(line) - 1}
		}
		at, _ := r.FieldPos(0)
		number += int32(at - next) // empty lines are rows
		raw := text[read:r.InputOffset()]
		if r.InputOffset() == int64(len(text)) && isOpen(raw, sep) {
			return out, Problem{Kind: OpenQuote, Line: at + int(line) - 1}
		}
		if len(out) >= limits.Rows {
			return out, Problem{Kind: TooManyRows, Limit: int64(limits.Rows)}
		}
		if len(out)%1024 == 0 && !limits.goOn(read, int64(len(text))) {
			return nil, Problem{Kind: Damaged}
		}
		if slices.ContainsFunc(cells, func(c string) bool { return c != "" }) {
			out = append(out, Row{Number: number, Line: int32(at) + line - 1, Cells: plainCells(cells)})
		}
		number++
		read, next = r.InputOffset(), next+strings.Count(raw, "\n")
	}
}

// isOpen reports whether the last row of a file has a quoted cell that is never closed: it
// would swallow the rows behind it.
func isOpen(raw string, sep rune) bool {
	strict := separated(raw, sep)
	strict.LazyQuotes = false
	cells, err := strict.Read()
	if err == nil {
		return false
	}
	loose, _ := separated(raw, sep).Read()
	last := len(loose) - 1
	return len(cells) <= len(loose) && last >= 0 && strings.Contains(loose[last], "\n")
}

func plainCells(texts []string) []Cell {
	out := make([]Cell, len(texts))
	for i, t := range texts {
		out[i].Text = t
	}
	return out
}
