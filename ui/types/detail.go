package types

import (
	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// line is one line of the details; heads and gaps are passed over by the cursor.
type line struct {
	cells      []widget.Cell
	still      bool
	assignment domain.AssignmentKey // that it tells of; zero: of none
}

func rowsOf(lines []line) widget.Rows {
	return widget.Rows{N: len(lines), Selectable: func(i int) bool { return !lines[i].still }}
}

// about gathers the lines about a record.
type about struct {
	s     scene.Scene
	w     int
	lines []line
}

func (b *about) text(style lipgloss.Style, indent int, said string) {
	for _, words := range widget.Wrap(said, b.w-indent) {
		b.lines = append(b.lines, line{cells: []widget.Cell{{W: indent}, {Text: words, Style: style, W: widget.Share(1)}}})
	}
}

// section is a gap and a heading.
func (b *about) section(said string) {
	b.lines = append(b.lines, line{still: true})
	for _, words := range widget.Wrap(said, b.w) {
		b.lines = append(b.lines, line{still: true, cells: []widget.Cell{{Text: words, Style: b.s.Theme.Heading, W: widget.Share(1)}}})
	}
}

// flag is a flag with its letter, whether it is set, and what it does.
func (b *about) flag(letter, word string, on bool, explain string) {
	t := b.s.Theme
	style, answer, tone := t.Faint, lang.NoWord, t.Faint
	if on {
		style, answer, tone = t.Accent, lang.YesWord, t.Text
	}
	b.lines = append(b.lines, line{cells: []widget.Cell{
		{Text: letter, Style: style, W: 2}, {Text: word + ": " + b.s.Words.Say(answer), Style: style, W: widget.Share(1)},
	}})
	b.text(tone, 4, explain)
}
