package matrix

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// layout is where the parts of the matrix stand in its picture: View draws in
// them, a click looks in them.
type layout struct {
	dialog.Sheet
	supposed, column, head, grid, gap, words, legend widget.Box

	digits  int // of the highest number
	names   int // how wide the heads of the rows are
	cell    int // how wide a cell is, with what sets it apart
	columns int // how many fit
}

const (
	leastName = 8
	roleWidth = 2
	roomy     = 14 // lines from which the legend has its place
)

func (d matrix) arrange(s scene.Scene) layout {
	var l layout
	l.Sheet = dialog.NewSheet(s, d.title(s), d.hints(s), s.Size.W, s.Size.H)
	supposed, gap, legend := 0, 0, 0
	if d.known.holds {
		supposed = 1
	}
	if l.Body.H >= roomy {
		legend = len(d.legend(s.Words, l.Body.W))
		gap = 1
	}
	words := max(l.Body.H/4, 2)
	// A small group has its words right below it, and more room for them.
	rows := min(max(l.Body.H-supposed-2-gap-words-legend, 1), max(len(d.known.members), 1))
	parts := l.Body.Rows(supposed, 1, 1, rows, gap, widget.Share(1), legend)
	l.supposed, l.column, l.head, l.grid, l.gap, l.words, l.legend = parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]

	l.digits = len(strconv.Itoa(max(len(d.known.members), 1)))
	l.cell = max(l.digits+1, 3+supposed)       // a mark must not lean on the cell before
	around := 1 + l.digits + 1 + 1 + roleWidth // the mark, the number, a space on either side of the name
	longest := max(ansi.StringWidth(d.corner(s.Words))-around+roleWidth, leastName)
	for _, name := range d.known.names {
		longest = max(longest, ansi.StringWidth(name))
	}
	l.names = around + max(min(longest, l.Body.W/3), min(leastName, l.Body.W))
	l.columns = max((l.Body.W-l.names)/l.cell, 1)
	return l
}

// corner says how the matrix is read.
func (d matrix) corner(w tell.Words) string {
	if d.turned {
		return w.Say("matrix.column-sees")
	}
	return w.Say("matrix.row-sees")
}

func (d matrix) title(s scene.Scene) string {
	name, v := words.Clean(d.known.group.Name), d.known.shown()
	if d.known.holds {
		return s.Words.Say("matrix.title-if", s.Words.Visibility(v), name)
	}
	setting := tell.VisibilitySign(v) + " " + s.Words.VisibilityShort(v)
	title := s.Words.Say("matrix.title", name, setting, s.Words.LongDate(d.known.on))
	if ansi.StringWidth(title) > s.Size.W-6 { // frame and spaces
		title = s.Words.Say("matrix.title", name, setting, s.Words.Date(d.known.on))
	}
	return title
}

func (d matrix) hints(s scene.Scene) []widget.Hint {
	w := s.Words
	if len(d.known.members) == 0 {
		return []widget.Hint{{Key: "esc", Text: w.Say("hint.close")}}
	}
	return []widget.Hint{
		{Key: "enter", Show: "⏎", Text: w.Say("matrix.hint.why")},
		{Key: "tab", Text: w.Say("matrix.hint.turn")},
		{Key: "z", Text: w.Say("matrix.hint.if")},
		{Key: "E", Text: w.Say("matrix.hint.export")},
		{Key: "esc", Text: w.Say("hint.close")},
	}
}

// legend explains the signs; no sign is torn from its words.
func (d matrix) legend(w tell.Words, width int) []string {
	parts := w.CellLegend()
	if d.known.holds {
		parts = append(parts, w.Say("matrix.legend.come"), w.Say("matrix.legend.go"))
	}
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(p, " ", "\u00a0")
	}
	return widget.Wrap(strings.Join(parts, "   "), width)
}
