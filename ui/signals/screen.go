package signals

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
)

// New makes the screen: what asks for attention, no filter.
func New() scene.Screen { return shelf.New(domain.InstitutionNoun, listing{}) }
