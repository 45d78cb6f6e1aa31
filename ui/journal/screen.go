// Package journal is the screen Logboek: every edit, newest first, with who made
// it, when, why, and each field as it was and became.
//
// It promises never to hold more than was asked of it, and to say so when a
// filter looks through a part. It refuses to read the journal itself: it wishes
// a page and gets one.
package journal

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
)

// New returns the screen with nothing loaded yet.
func New() scene.Screen { return shelf.New(domain.InstitutionNoun, listing{}) }

// Acts are reading the details and going back: an entry cannot be changed.
func (listing) Acts(_ scene.Scene, at shelf.At) []scene.Action {
	read := scene.Turns("enter", "journal.read", func(c shelf.Shelf) shelf.Shelf { return c.Focus(!at.Inside) }, "tab")
	return []scene.Action{read, shelf.Find("journal.filter")}
}
