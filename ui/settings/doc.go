// Package settings is the screen Instellingen: what the institution says of
// itself and how it reads the manual, and what the user chose for the screen.
//
// It promises that a reading never changes before its consequences were shown.
// It refuses to remember anything itself: what is chosen is wished of the root.
package settings
