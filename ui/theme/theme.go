// Package theme turns a palette into styles named by meaning. It promises that text is readable (a contrast of at
// least 4.5 to 1 on the background it is meant for) and that paper carries no colour at all. It refuses to know what
// a role or a visibility is: it hands out six and three distinguishable styles by index, and the word beside them
// is what tells them apart; colour only adds. With it goes the measure of the terminal that it is shown on.
package theme

import "charm.land/lipgloss/v2"

// Theme holds every style a screen may use. It is a value, and a large one: hold one in the scene.
//
// Draw text from outside with widget.Paint or widget.Line rather than Style.Render: Render styles underlined text
// rune by rune and so tears a letter from its accent.
type Theme struct {
	Kind Kind // what it was made as: Dark, Light or Paper, never Auto
	// Measure counts the cells of every text that is drawn. Resolve leaves it at its zero value.
	Measure Measure

	Text, Faint, Accent, Title lipgloss.Style
	// HeaderWarn is for the part of the top line that must not be overlooked: another reference date, the lock.
	Header, HeaderWarn lipgloss.Style
	Tab, TabActive     lipgloss.Style
	// Border and BorderFocus draw the coordinator's panes; Preview the pane that shows what another person sees.
	Border, BorderFocus, Preview lipgloss.Style
	// Coordinator is for text inside the preview that only the coordinator reads.
	Coordinator lipgloss.Style
	// Selected is the cursor row of the pane that has the keys, SelectedDim that of a pane that has not.
	Selected, SelectedDim, Marked lipgloss.Style
	Key, Hint                     lipgloss.Style
	Error, Warning, Success       lipgloss.Style
	// Heading is a section heading inside a list.
	Heading lipgloss.Style
	Primary lipgloss.Style // the star of a primary relation
	Input   lipgloss.Style // the ground a person types on

	Roles      [6]lipgloss.Style
	Visibility [3]lipgloss.Style
}

// Resolve makes the theme that is to be shown: without colour it is paper whatever was asked, and Auto follows the
// terminal's background.
func Resolve(kind Kind, terminalIsDark, noColor bool) Theme {
	switch {
	case noColor || kind == Paper:
		return paper()
	case kind == Light, kind == Auto && !terminalIsDark:
		return coloured(Light, lightPalette())
	default:
		return coloured(Dark, darkPalette())
	}
}

func coloured(kind Kind, p palette) Theme {
	plain := lipgloss.NewStyle()
	in := func(colour string) lipgloss.Style { return plain.Foreground(lipgloss.Color(colour)) }
	on := func(ground, ink string) lipgloss.Style { return in(ink).Background(lipgloss.Color(ground)) }
	t := Theme{
		Kind: kind,
		Text: plain, Faint: in(p.faint), Accent: in(p.accent), Title: in(p.accent).Bold(true),
		Header: plain.Bold(true), HeaderWarn: on(p.alarm, p.alarmInk).Bold(true),
		Tab: in(p.faint), TabActive: on(p.bar, p.barInk).Bold(true),
		Border: in(p.faint), BorderFocus: in(p.accent), Preview: in(p.preview),
		Coordinator: in(p.faint).Italic(true),
		Selected:    on(p.bar, p.barInk), SelectedDim: on(p.dim, p.dimInk), Marked: in(p.accent).Bold(true),
		Key: in(p.accent).Bold(true), Hint: in(p.faint),
		Error: in(p.wrong).Bold(true), Warning: in(p.warning), Success: in(p.success),
		Heading: plain.Bold(true), Primary: in(p.warning), Input: on(p.dim, p.dimInk),
	}
	for i, colour := range p.roles {
		t.Roles[i] = in(colour)
	}
	for i, colour := range p.visibility {
		t.Visibility[i] = in(colour)
	}
	return t
}

// paper keeps only what NO_COLOR leaves: weight, slant, underline and reverse.
func paper() Theme {
	plain := lipgloss.NewStyle()
	bold, faint, reverse := plain.Bold(true), plain.Faint(true), plain.Reverse(true)
	t := Theme{
		Kind: Paper,
		Text: plain, Faint: faint, Accent: bold, Title: bold,
		Header: bold, HeaderWarn: reverse.Bold(true), Tab: plain, TabActive: reverse,
		Border: faint, BorderFocus: bold, Preview: plain, Coordinator: plain.Italic(true),
		Selected: reverse, SelectedDim: plain.Bold(true), Marked: bold,
		Key: bold, Hint: plain, Error: bold, Warning: bold, Success: plain,
		Heading: bold, Primary: bold, Input: plain.Underline(true),
	}
	for i := range t.Roles {
		t.Roles[i] = plain
	}
	for i := range t.Visibility {
		t.Visibility[i] = plain
	}
	return t
}

// Kind is the theme that a person asked for. The zero value follows the terminal.
type Kind uint8

// The kinds, in the order of Kinds.
const (
	Auto Kind = iota
	Dark
	Light
	Paper
)

// Kinds returns every kind, in the order of a choice.
func Kinds() []Kind { return []Kind{Auto, Dark, Light, Paper} }

// String is the word that ParseKind reads and the preferences keep: auto, dark, light or paper.
func (k Kind) String() string {
	switch k {
	case Dark:
		return "dark"
	case Light:
		return "light"
	case Paper:
		return "paper"
	default:
		return "auto"
	}
}

// ParseKind reads a word as String writes it; false means it is none of them.
func ParseKind(word string) (Kind, bool) {
	for _, k := range Kinds() {
		if k.String() == word {
			return k, true
		}
	}
	return Auto, false
}

// palette names the colours for one background, by their number among the 256 of every terminal: as readable as true
// colours, and half as long on the wire. Each colour but accent has a meaning of its own.
type palette struct {
	faint, accent, preview  string
	wrong, warning, success string
	bar, barInk             string // the cursor row with the keys, the tab that is open
	dim, dimInk             string // the cursor row without them, the ground one types on
	alarm, alarmInk         string
	roles                   [6]string
	visibility              [3]string
}

func darkPalette() palette {
	return palette{
		faint: "248", accent: "75", preview: "183",
		wrong: "211", warning: "221", success: "114",
		bar: "24", barInk: "231", dim: "237", dimInk: "255",
		alarm: "221", alarmInk: "234",
		roles:      [6]string{"117", "216", "251", "115", "228", "182"},
		visibility: [3]string{"248", "221", "114"},
	}
}

func lightPalette() palette {
	return palette{
		faint: "240", accent: "25", preview: "91",
		wrong: "125", warning: "94", success: "24",
		bar: "25", barInk: "231", dim: "253", dimInk: "234",
		alarm: "94", alarmInk: "231",
		roles:      [6]string{"24", "88", "239", "22", "58", "90"},
		visibility: [3]string{"240", "94", "24"},
	}
}
