// Package themetest computes what colours do to eyes (SHOWING.md 4): how readable one is on
// another, and how far apart they are for people who see fewer colours. Tests use it; it
// refuses to know any palette.
package themetest

import (
	"fmt"
	"image/color"

	"github.com/lucasb-eyer/go-colorful"
)

// Contrast is how readable one colour is on another, from 1 to 21, as WCAG 2.1 defines it.
func Contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	of, _ := colorful.MakeColor(c)
	r, g, b := of.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

// Eyes are a way to see colours.
type Eyes struct {
	Name string
	// of linear red, green and blue
	matrix [3][3]float64
}

// AllEyes are the ordinary ones, and those that lack the cones for red, green or blue, as
// Machado, Oliveira and Fernandes (2009) model them in full.
func AllEyes() []Eyes {
	return []Eyes{
		{"all colours", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
		{"no red", [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
		{"no green", [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
		{"no blue", [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
	}
}

// See is a colour as these eyes see it.
func (e Eyes) See(c color.Color) color.Color {
	of, _ := colorful.MakeColor(c)
	r, g, b := of.LinearRgb()
	mixed := [3]float64{}
	for i, row := range e.matrix {
		mixed[i] = row[0]*r + row[1]*g + row[2]*b
	}
	return colorful.LinearRgb(mixed[0], mixed[1], mixed[2]).Clamped()
}

// apart is how far two colours are from each other, in units of CIE Lab: one or two can be
// told side by side.
func (e Eyes) apart(a, b color.Color) float64 {
	x, _ := colorful.MakeColor(e.See(a))
	y, _ := colorful.MakeColor(e.See(b))
	return 100 * x.DistanceLab(y)
}

// glance is how far apart colours must be to be told at a glance.
const glance = 10.0

// Alike says which colours are told apart too hard at a glance, and by whose eyes.
func Alike(all ...color.Color) []string {
	var out []string
	for _, eyes := range AllEyes() {
		for i, a := range all {
			for j, b := range all[:i] {
				if far := eyes.apart(a, b); far < glance {
					out = append(out, fmt.Sprintf("%d and %d are %.0f apart for eyes with %s", j, i, far, eyes.Name))
				}
			}
		}
	}
	return out
}
