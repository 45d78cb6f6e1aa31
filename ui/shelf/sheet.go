package shelf

import (
	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// Sheet builds details line by line.
type Sheet struct {
	scene.Scene
	W     int        // width in cells
	To    domain.Ref // the record that the next lines are about
	Lines []Line
}

// Row adds one line of cells.
func (b *Sheet) Row(cells ...widget.Cell) { b.Lines = append(b.Lines, Line{To: b.To, Cells: cells}) }

// Text adds a paragraph.
func (b *Sheet) Text(style lipgloss.Style, indent int, said string) {
	for _, words := range widget.Wrap(b.Theme.Measure, said, b.W-indent) {
		b.Row(widget.Cell{W: indent}, widget.Cell{Text: words, Style: style, W: widget.Share(1)})
	}
}

// Item adds a paragraph with a mark before it (empty: none). Its further lines are
// indented.
func (b *Sheet) Item(style lipgloss.Style, mark string, indent int, said string) {
	w := b.Theme.Measure.Width(mark)
	for _, words := range widget.Wrap(b.Theme.Measure, said, b.W-indent) {
		b.Row(widget.Cell{Text: mark, Style: style, W: w}, widget.Cell{Text: words, Style: style, W: widget.Share(1)})
		mark, w = "", indent
	}
}

// Gap adds an empty line.
func (b *Sheet) Gap() { b.Lines = append(b.Lines, Line{Still: true}) }

// Section adds a gap and a heading, and resets To.
func (b *Sheet) Section(said string) { b.SectionIn(b.Theme.Heading, said) }

// SectionIn is Section with the heading in a style of its own.
func (b *Sheet) SectionIn(style lipgloss.Style, said string) {
	b.To = domain.Ref{}
	b.Gap()
	for _, words := range widget.Wrap(b.Theme.Measure, said, b.W) {
		b.Lines = append(b.Lines, Line{Still: true, Cells: []widget.Cell{{Text: words, Style: style, W: widget.Share(1)}}})
	}
}
