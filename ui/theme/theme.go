// Package theme turns a palette into styles named by meaning. It promises that text is readable (a contrast of at
// least 4.5 to 1 on the background it is meant for) and that paper carries no colour at all. It refuses to know what
// a role or a visibility is: it hands out six and three distinguishable styles by index, and the word beside them
// is what tells them apart; colour only adds.
package theme

import "charm.land/lipgloss/v2"

// Theme holds every style a screen may use. It is a value, and a large one: hold one in the scene.
//
// Draw text from outside with widget.Paint or widget.Line rather than Style.Render: Render styles underlined text
// rune by rune and so tears a letter from its accent.
type Theme struct {
	Kind Kind // what it was made as: Dark, Light or Paper, never Auto

	Text, Faint, Accent, Title lipgloss.Style
	// Header is the top line; HeaderWarn the part of it that must not be overlooked: another reference date, the lock.
	Header, HeaderWarn lipgloss.Style
	Tab, TabActive     lipgloss.Style
	// Border and BorderFocus draw the coordinator's panes; Preview the pane that shows what another person sees.
	Border, BorderFocus, Preview lipgloss.Style
	// Coordinator is for what only the coordinator is told inside the preview.
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
