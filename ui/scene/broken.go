package scene

import (
	"zichtlijn/domain"
	"zichtlijn/ui/widget"
)

// Broken is the cell that marks a row with the agreements that it breaks: a sign, a word
// and a colour. It has no width where the row breaks none.
func (s Scene) Broken(ids []domain.AgreementID) widget.Cell {
	if len(ids) == 0 {
		return widget.Cell{}
	}
	text := " " + s.Words.Breaks(ids)
	return widget.Cell{Text: text, Style: s.Theme.Error, W: s.Theme.Measure.Width(text)}
}
