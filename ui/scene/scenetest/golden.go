package scenetest

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// Look is the language, the window and the keys of one golden.
type Look struct {
	Language words.Language
	W, H     int
	Keys     string // by name, with spaces between them
	Name     string // of the golden; empty: language and size
}

// Golden compares what a screen shows with a golden for each look. open makes the screen
// and its scene.
func Golden(t *testing.T, open func(Look) (scene.Scene, scene.Screen), looks ...Look) {
	t.Helper()
	for _, look := range looks {
		t.Run(cmp.Or(look.Name, fmt.Sprintf("%s-%dx%d", look.Language, look.W, look.H)), func(t *testing.T) {
			s, c := open(look)
			c, _ = Keys(s, c, strings.Fields(look.Keys)...)
			golden.RequireEqual(t, Trimmed(Screen(t, s, c)))
		})
	}
}
