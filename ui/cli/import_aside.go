package cli

import (
	"io"
	"path/filepath"
	"slices"
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
	var sheets []spreadsheet.Sheet
	for _, t := range tables {
		sheets = append(sheets, r.asideSheet(t))
	}
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

// asideSheet is a table of rows as they were read, with what is wrong with each.
func (r *run) asideSheet(t exchange.AsideTable) spreadsheet.Sheet {
	name := t.Sheet
	if name == "" {
		name = strings.TrimSuffix(filepath.Base(t.File), filepath.Ext(t.File))
	}
	out := spreadsheet.Sheet{Name: name}
	for _, head := range append(slices.Clone(t.Heads), "fout_kolom", "fout_code", "fout_melding") {
		out.Columns = append(out.Columns, spreadsheet.Column{Head: head})
	}
	out.Rows = func(yield func([]spreadsheet.Cell) bool) {
		for _, row := range t.Rows {
			p := row.Problem
			var cells []spreadsheet.Cell
			for _, text := range append(slices.Clone(row.Cells), p.Head, string(p.Code), r.words.Problem(string(p.Code), p.Value, p.Args, tell.Place(p.Place))) {
				cells = append(cells, spreadsheet.Cell{Text: text})
			}
			if !yield(cells) {
				return
			}
		}
	}
	return out
}
