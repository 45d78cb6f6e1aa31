package stage

import (
	"strings"

	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// Canvas is where a stage is drawn.
type Canvas struct {
	Measure  theme.Measure
	W, H     int
	NoColour bool
	Foot     string // keys, for who presents; empty on a second screen
}

// MoreIn says in a language how many people are left out of a list that is too long.
func MoreIn(w tell.Words) func(n int) string {
	return func(n int) string { return w.Say("stage.more", n) }
}

// Draw draws the content in exactly the canvas. What leaves no room for the people who are
// seen goes first: large letters, then space between lines.
func (c Content) Draw(on Canvas, more func(n int) string) string {
	k := inks(c.Palette, on.NoColour)
	d := drawing{Canvas: on, ink: k, more: more}
	if c.Blank {
		return block(nil).fit(on.Measure, on.W, on.H, k.ground).paint()
	}
	foot := d.foot(c)
	room := max(on.H-len(foot), 0)
	var body block
	switch {
	case c.Person == "" || len(c.Columns) == 0:
		body = d.title(c)
	case len(c.Columns) > 1:
		body = d.compared(c, room)
	default:
		body = d.single(c, room)
	}
	margin := 0
	if on.W >= roomy {
		margin = 2
	}
	out := append(body.fit(on.Measure, on.W-2*margin, room, k.ground), foot.fit(on.Measure, on.W-2*margin, min(len(foot), on.H), k.ground)...)
	edge := block(nil).fit(on.Measure, margin, len(out), k.ground)
	return beside(edge, out, edge).paint()
}

const (
	roomy     = 60 // cells: from here there are margins
	mostLarge = 3  // times the smallest letters
)

// drawing is one picture being made.
type drawing struct {
	Canvas
	ink
	more func(n int) string
}

// inner is the width between the margins.
func (d drawing) inner() int {
	if d.W >= roomy {
		return d.W - 4
	}
	return d.W
}

// head says whose names these are: it is the first thing that somebody in the room may ask.
func (d drawing) head(c Content) line {
	return line{{c.Institution, d.quiet}, {"   ", d.ground}, {c.Names, d.strong}}
}

func (d drawing) title(c Content) block {
	out := block{d.head(c), nil}
	return append(out, lines(large().write(c.Institution, d.inner(), d.H/3, mostLarge), d.bold)...)
}

// foot is the sentence of a story in bold, and the keys.
func (d drawing) foot(c Content) block {
	var out block
	if c.Sentence != "" {
		for _, text := range widget.Wrap(d.Measure, c.Sentence, d.inner()) {
			out = append(out, line{{text, d.bold}})
		}
		out = append(block{nil}, out[:min(len(out), max(d.H/3, 1))]...)
	}
	if d.Foot != "" || c.Step != "" {
		out = append(out, line{{c.Step, d.strong}, {strings.Repeat(" ", min(len(c.Step), 2)), d.ground}, {d.Foot, d.quiet}})
	}
	return out
}

// single shows one person under one setting.
func (d drawing) single(c Content, h int) block {
	column := c.Columns[0]
	w := d.inner()
	out := block{d.head(c), nil}
	sign := d.sign(column, max(min(h/5, 10), large().rows))
	name := lines(large().write(c.First, w-sign.width(d.Measure)-2, max(h/4, large().rows), mostLarge), d.bold)
	if h >= 16 {
		high := max(len(name), len(sign))
		signWide := sign.width(d.Measure)
		out = append(out, beside(name.fit(d.Measure, w-signWide, high, d.ground), sign.fit(d.Measure, signWide, high, d.ground))...)
	}
	out = append(out, d.between(line{{c.Person, d.bold}, {" · " + c.Role, d.text}}, d.setting(column)))
	if column.Group != "" {
		out = append(out, d.between(nil, line{{column.Group, d.quiet}}))
	}
	out = append(out, nil)
	return append(out, d.people(column, w, h-len(out), 0)...)
}

// between puts one line at the left edge and one at the right.
func (d drawing) between(left, right line) line {
	gap := d.inner() - left.width(d.Measure) - right.width(d.Measure)
	return append(append(left, segment{strings.Repeat(" ", max(gap, 1)), d.ground}), right...)
}

func (d drawing) sign(c Column, h int) block {
	if c.Setting == nil {
		return nil
	}
	return lines(disc(*c.Setting, h), d.settings[*c.Setting])
}

// setting is the word of a setting, spaced where there is room.
func (d drawing) setting(c Column) line {
	if c.Setting == nil {
		return nil
	}
	return line{{strings.ToUpper(c.Word), d.settings[*c.Setting]}}
}

// compared shows one person under the three settings, next to each other.
func (d drawing) compared(c Content, h int) block {
	w := d.inner()
	out := block{d.head(c), nil}
	tall := h >= 30
	if name := large().write(c.First, w, h/4, mostLarge); name != nil && tall {
		out = append(out, lines(name, d.bold)...)
	}
	out = append(out, line{{c.Person, d.bold}, {" · " + c.Role, d.text}}, nil)
	each := w / len(c.Columns)
	room := h - len(out)
	blocks := make([]block, len(c.Columns))
	high, inner := max(min(room/3, each/3, 10), 3), each-2
	heads := 0
	for i, column := range c.Columns {
		blocks[i] = append(d.sights(column, inner, high), d.named(column, inner, tall)...)
		heads = max(heads, len(blocks[i]))
	}
	size := d.sizeOf(c.Columns, inner, room-heads)
	for i, column := range c.Columns {
		b := append(blocks[i], d.people(column, inner, room-heads, size)...)
		blocks[i] = b.fit(d.Measure, each, room, d.ground)
	}
	return append(out, beside(blocks...)...)
}

// sights is the small picture of whom the person sees under a setting.
func (d drawing) sights(c Column, w, h int) block {
	if c.Setting == nil {
		return nil
	}
	return lines(c.Sight.picture(min(w, 6*h), h), d.settings[*c.Setting])
}

// named is the sign and the word of a setting, and whether it is so now; tall where there is
// room for a sign that reads from the back of a room.
func (d drawing) named(c Column, w int, tall bool) block {
	if c.Setting == nil {
		return block{line{{c.Now, d.quiet}}, nil}
	}
	style := d.settings[*c.Setting]
	if !tall {
		return block{line{{widget.FitLine(d.Measure, tell.VisibilitySign(*c.Setting)+" "+strings.ToUpper(c.Word), w), style}}, line{{c.Now, d.quiet}}, nil}
	}
	const high, wide = 3, 8
	words := block{nil, line{{strings.ToUpper(c.Word), style}}, line{{c.Now, d.quiet}}}
	return append(beside(d.sign(c, high).fit(d.Measure, wide, high, d.ground), words.fit(d.Measure, w-wide, high, d.ground)), nil)
}
