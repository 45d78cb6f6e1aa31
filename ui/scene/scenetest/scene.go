// Package scenetest is what the tests of screens and dialogs share: scenes, keys,
// and a look at what was drawn.
//
// It promises that whatever is looked at through it is checked to fill its place.
// It refuses to know any screen or dialog.
package scenetest

import (
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

// At is a scene of a world in a window of w by h, on the day of the demonstration.
func At(world domain.World, l words.Language, w, h int) scene.Scene {
	return scene.Scene{
		World: world, On: domaintest.Today(), Today: domaintest.Today(), Words: tell.In(l), Theme: theme.Resolve(theme.Dark, true, false),
		Body: scene.Box{Y: 2, W: w, H: max(h-3, 0)}, Size: scene.Box{W: w, H: h},
		Source: scene.File, Zone: time.UTC, Roster: scene.NewRoster(world, nil),
	}
}

// Demonstration is the institution of the demonstration.
func Demonstration(t testing.TB) domain.World {
	t.Helper()
	changes, err := exchange.Demonstration().Plan(domain.World{})
	if err != nil {
		t.Fatal(err)
	}
	world, err := domain.World{}.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	return world
}

// After is the world after commands.
func After(t testing.TB, world domain.World, commands ...domain.Command) domain.World {
	t.Helper()
	for _, c := range commands {
		changes, err := c.Plan(world)
		if err != nil {
			t.Fatalf("%s: %v", c.Verb(), err)
		}
		if world, err = world.With(changes...); err != nil {
			t.Fatal(err)
		}
	}
	return world
}
