package stage

import (
	"image/color"

	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
)

// Palette is the colours of a stage. Its zero value is dark.
type Palette uint8

// The palettes, in the order in which a key goes through them.
const (
	Dark Palette = iota
	Light
	HighContrast
	paletteCount
)

// Palettes returns all.
func Palettes() []Palette { return []Palette{Dark, Light, HighContrast} }

// Next is the palette after p.
func (p Palette) Next() Palette { return (p + 1) % paletteCount }

// Colours are the colours of a palette. All but Ground stand on Ground.
type Colours struct {
	Ground, Text, Quiet, Strong color.Color
	Settings                    [domain.VisibilityCount]color.Color
}

// Colours returns the colours of a palette; one that is not known is dark.
func (p Palette) Colours() Colours {
	of := func(ground, text, quiet, strong, hidden, group, members string) Colours {
		c := lipgloss.Color
		return Colours{c(ground), c(text), c(quiet), c(strong), [domain.VisibilityCount]color.Color{c(hidden), c(group), c(members)}}
	}
	switch p {
	case Light:
		return of("#FFFFFF", "#111111", "#4A4A4A", "#003E8A", "#4A4A4A", "#7A4A00", "#005F73")
	case HighContrast:
		return of("#000000", "#FFFFFF", "#FFFFFF", "#FFFF00", "#FFFFFF", "#FFFF00", "#33D6FF")
	}
	return of("#101418", "#F4F4F4", "#B8C0C8", "#FFD75F", "#B8C0C8", "#FFC857", "#7BE495")
}

// ink draws text on the ground of a palette.
type ink struct {
	ground, text, bold, quiet, strong lipgloss.Style
	settings                          [domain.VisibilityCount]lipgloss.Style
}

// inks returns the styles of a palette; without colour only weight is left.
func inks(p Palette, noColour bool) ink {
	plain := lipgloss.NewStyle()
	if noColour {
		bold := plain.Bold(true)
		return ink{plain, plain, bold, plain, bold, [domain.VisibilityCount]lipgloss.Style{bold, bold, bold}}
	}
	c := p.Colours()
	on := func(fore color.Color) lipgloss.Style { return plain.Foreground(fore).Background(c.Ground) }
	out := ink{ground: on(c.Text), text: on(c.Text), bold: on(c.Text).Bold(true), quiet: on(c.Quiet), strong: on(c.Strong).Bold(true)}
	for i, fore := range c.Settings {
		out.settings[i] = on(fore).Bold(true)
	}
	return out
}
