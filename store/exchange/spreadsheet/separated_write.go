package spreadsheet

import (
	"encoding/csv"
	"io"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Form is how separated values are written.
type Form uint8

// The forms.
const (
	ForPeople  Form = iota // as a Dutch spreadsheet opens it without loss: BOM, semicolons
	ForSystems             // without BOM, with commas
)

// Write writes rows one by one as they come, for people. The error is of w. Write does
// not change a row and does not keep it: rows may be the same slice each time.
func Write(w io.Writer, rows iter.Seq[[]string]) error { return WriteAs(w, ForPeople, rows) }

// WriteAs is Write in a form. Both have CRLF and RFC 4180 quotes, and cells that begin
// as a formula does are protected: see Protected.
func WriteAs(w io.Writer, form Form, rows iter.Seq[[]string]) error {
	table := csv.NewWriter(w)
	table.UseCRLF = true
	if form == ForPeople {
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return err
		}
		table.Comma = ';'
	}
	var safe []string
	for row := range rows {
		safe = safe[:0]
		for _, c := range row {
			safe = append(safe, Protected(c))
		}
		if err := table.Write(safe); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

// Emptied is the word of a cell that empties what is known (EXCHANGE.md 2).
const Emptied = "[leeg]"

// Protected returns a text with an apostrophe before it where a spreadsheet could take it
// for a formula (some trim what stands before it, some read full-width signs) or a reader
// for something else: Bare takes exactly that one off.
func Protected(s string) string {
	if mistakable(s) {
		return "'" + s
	}
	return s
}

// Bare returns what Protected was given.
func Bare(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && mistakable(rest) {
		return rest
	}
	return s
}

func mistakable(s string) bool {
	if s == "" {
		return false
	}
	if strings.ContainsRune("\t\r\n'", rune(s[0])) || strings.EqualFold(strings.TrimSpace(s), Emptied) {
		return true
	}
	bare := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Cc) })
	r, _ := utf8.DecodeRuneInString(bare)
	return bare != "" && strings.ContainsRune("=+-@＝＋－＠−﹢﹣﹦﹫", r)
}
