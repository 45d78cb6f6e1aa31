package cli

import (
	"io"
	"path/filepath"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/spreadsheet"
	"zichtlijn/store/whole"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// writeAside writes the rows that were set aside: one table as separated values, several as
// a workbook.
func (r *run) writeAside(tables []exchange.AsideTable) error {
	to := r.given.importing.rejects
	book := strings.EqualFold(filepath.Ext(to), ".xlsx")
	if len(tables) > 1 && !book {
		return r.fail(failure.WrongUse, "cli.import.rejects-book", words.Clean(to))
	}
	sheets := exchange.AsideSheets(tables, func(p exchange.Problem) string {
		return r.words.Problem(string(p.Code), p.Value, p.Args, tell.Place(p.Place))
	})
	err := whole.Create(to, func(w io.Writer) error {
		if book {
			return spreadsheet.WriteWorkbook(w, sheets)
		}
		return spreadsheet.Write(w, exchange.Texts(sheets[0]))
	})
	if err != nil {
		return r.writeFailure(domain.World{}, to, err)
	}
	r.note(r.words.Say("cli.written", words.Clean(to)))
	return nil
}
