package scene

import "zichtlijn/domain"

// Copies returns the actions that copy the name of a record, its row, and all rows of the
// list that are shown. The first cell of a row is the name. Without rows there are none.
func Copies(noun domain.Noun, head []string, at []string, rows func() [][]string) []Action {
	if len(at) == 0 {
		return nil
	}
	copies := func(key string, wish func() Wish) Action { return Action{Key: key, Wish: wish} }
	name := copies("K", func() Wish { return Copy{Rows: [][]string{at[:1]}} })
	row := copies("ctrl+y", func() Wish { return Copy{Head: head, Rows: [][]string{at}, Noun: noun} })
	table := copies("Y", func() Wish { return Copy{Head: head, Rows: rows(), Noun: noun} })
	name.Name, row.Name, table.Name = "clipboard.act-name", "clipboard.act-row", "clipboard.act-table"
	return []Action{name, row, table}
}
