// Package planning is the screen Planning: the shifts and routes of one week,
// with a star where the planned employee is primary and a signal where one is
// unwanted (DOMAIN.md 3.2).
//
// It promises that the screen always says which week it shows, that a signal
// stands in the dialog before anything is saved, and that it warns and never
// blocks. It refuses to judge: package care says what is a star or a signal, on
// the shift's own date.
package planning

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
)

// New makes the screen on the week of the reference date.
func New() scene.Screen { return shelf.New(domain.ShiftNoun, listing{}) }
