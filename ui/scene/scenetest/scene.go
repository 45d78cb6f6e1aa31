// Package scenetest is what the tests of screens and dialogs share: worlds, scenes, keys,
// and checks of what was drawn.
//
// It promises to check that every picture fills its place.
// It refuses to know any screen or dialog.
package scenetest

import (
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

// At returns a scene of a world in a window of w by h, on the day of the demonstration.
func At(world domain.World, l words.Language, w, h int) scene.Scene {
	return scene.Scene{
		World: world, On: domaintest.Today(), Today: domaintest.Today(), Words: tell.In(l).Spoken(), Theme: theme.Resolve(theme.Dark, true, false),
		Body: scene.Box{Y: 2, W: w, H: max(h-3, 0)}, Size: scene.Box{W: w, H: h},
		Source: scene.File, Zone: time.UTC, Roster: scene.NewRoster(world, nil),
	}
}
