// Package spreadsheet writes tables as a Dutch spreadsheet opens them without
// loss: UTF-8 with BOM, semicolons, CRLF, RFC 4180 quotes.
//
// It promises that no cell is run as a formula. It refuses to know what the table
// holds: the caller cleans texts from outside.
package spreadsheet

import (
	"encoding/csv"
	"io"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Write writes rows one by one as they come. The error is of w. Write does not change
// a row and does not keep it: rows may be the same slice each time.
func Write(w io.Writer, rows iter.Seq[[]string]) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	table := csv.NewWriter(w)
	table.Comma, table.UseCRLF = ';', true
	var safe []string
	for row := range rows {
		safe = safe[:0]
		for _, c := range row {
			safe = append(safe, textCell(c))
		}
		if err := table.Write(safe); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

// textCell keeps a spreadsheet from taking a text for a formula: some trim what stands
// before it, some read full-width signs.
func textCell(s string) string {
	if s != "" && strings.ContainsRune("\t\r\n", rune(s[0])) {
		return "'" + s
	}
	bare := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Cc) })
	if r, _ := utf8.DecodeRuneInString(bare); bare != "" && strings.ContainsRune("=+-@＝＋－＠−﹢﹣﹦﹫", r) {
		return "'" + s
	}
	return s
}
