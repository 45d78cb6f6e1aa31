// Package people is the screen Personen: everybody in the set-up, and what is
// known of the one under the cursor.
//
// It promises that thousands of people cost what a windowful costs, that the
// cursor stays on its person through edits and filters, and that nobody is
// removed or made inactive without being told whom that touches. It refuses to
// know how groups are shown and what the root does with its wishes.
package people

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
)

// New makes the screen: everybody, no filter.
func New() scene.Screen { return shelf.New(domain.PersonNoun, listing{}) }
