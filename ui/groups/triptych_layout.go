package groups

import (
	"slices"

	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// triptychLayout is where the parts of the triptych lie. In a narrow window only
// the chosen column has a place, below a bar that switches.
type triptychLayout struct {
	head, bar, legend widget.Box
	columns           [3]pane
	top               int // lines of a column above its rows
}

const (
	tripleColumns = 102 // from here on each of three columns has room for the platform's phrase
	roomForLegend = 12  // lines of the body
)

func (t triptych) arrange(s scene.Scene) triptychLayout {
	legend, bar := 0, 0
	if s.Body.H >= roomForLegend {
		legend = 1
	}
	if t.narrow(s) {
		bar = 1
	}
	rows := s.Body.Rows(len(t.title(s)), bar, widget.Share(1), legend)
	l := triptychLayout{head: rows[0], bar: rows[1], legend: rows[3]}
	if t.narrow(s) {
		l.columns[t.column] = framed(rows[2])
	} else {
		for v, box := range rows[2].Columns(widget.Share(1), widget.Share(1), widget.Share(1)) {
			l.columns[v] = framed(box)
		}
	}
	l.top = t.headLines(s, l.columns[t.column].inner.H)
	return l
}

// headLines is how many lines of a column stand above its rows: the phrase where
// it is not in the frame, the two numbers and a blank; where there is no room for
// those one line.
func (t triptych) headLines(s scene.Scene, inside int) int {
	const least = 7
	switch {
	case inside < least:
		return 1
	case t.narrow(s):
		return 3
	}
	return 4
}

func (t triptych) narrow(s scene.Scene) bool { return s.Body.W < tripleColumns }

// height is how many rows of a column there is room for.
func (l triptychLayout) height() int {
	h := 0
	for _, p := range l.columns {
		h = max(h, p.inner.H-l.top)
	}
	return h
}

// length is how many lines there are to scroll through.
func (t triptych) length(s scene.Scene) int {
	if t.narrow(s) {
		return len(t.alone[t.column])
	}
	return len(t.rows)
}

// line is the index among the rows of a line that is scrolled through.
func (t triptych) line(s scene.Scene, at int) int {
	if t.narrow(s) {
		return t.alone[t.column][at]
	}
	return at
}

// start is where the columns open: above, unless the first row that differs would be out of view.
func (t triptych) start(s scene.Scene) int {
	height := t.arrange(s).height()
	for at := range t.length(s) {
		differs := slices.ContainsFunc(t.rows[t.line(s, at)][:], func(r markedRow) bool { return r.sign.differs() })
		switch {
		case differs && at >= height:
			return at - 1
		case differs:
			return 0
		}
	}
	return 0
}

// title says as whom one looks, and of which group; on a second line what does
// not fit on the first, where there is room for two.
func (t triptych) title(s scene.Scene) []string {
	if t.who.name == "" || t.group.ID == "" {
		return []string{s.Words.Say("triptych.title")}
	}
	out := []string{s.Words.Say("preview.title", t.who.name, s.Words.Role(t.who.as))}
	parts := []string{s.Words.Say("triptych.group", words.Clean(t.group.Name))}
	switch {
	case t.who.as == domain.Administrator:
		parts = append(parts, s.Words.Say("hidden.administrator"))
	case !t.who.member:
		parts = append(parts, s.Words.Say("triptych.outside"))
	}
	if t.filter != "" {
		parts = append(parts, t.filter)
	}
	for _, part := range parts {
		last := len(out) - 1
		if longer := out[last] + " · " + part; last == 1 || s.Body.H < roomForLegend || ansi.StringWidth(longer) <= s.Body.W-2 {
			out[last] = longer
		} else {
			out = append(out, part)
		}
	}
	return out
}
