package journal

import (
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
)

// Acts give the keys to the details and back: an entry is only read.
func (listing) Acts(_ scene.Scene, at shelf.At) []scene.Action {
	read := scene.Turns("enter", "journal.read", func(c shelf.Shelf) shelf.Shelf { return c.Focus(!at.Inside) }, "tab")
	return []scene.Action{read, shelf.Find("journal.filter")}
}
