package ui

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/ui/words"
)

// The main screen as it was looked at and found good: Noor, who is in one
// visible and two hidden groups (DOMAIN.md 5).
func TestTheMainScreenLooksAsItWasFoundGood(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}, {50, 16}, {40, 10}} {
		for _, l := range words.Languages() {
			t.Run(fmt.Sprintf("%dx%d-%v", size[0], size[1], l), func(t *testing.T) {
				o := opening(demonstration(), &fakeFiles{})
				o.Choices.Language = l
				d := drive(t, o, size[0], size[1])
				d.keys("down", "down", "down", "down", "tab", "down", "down", "down", "down", "down")
				golden.RequireEqual(t, d.screen()+"\n")
			})
		}
	}
}

func TestThePreviewSaysWhyWhileItHasTheKeys(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("v").typed("petra").keys("enter", "tab", "tab", "tab", "G")
	golden.RequireEqual(t, d.screen()+"\n")
}

func TestTheHelpAndThePaletteLookAsTheyWereFoundGood(t *testing.T) {
	for _, key := range []string{"?", ":", "t"} {
		t.Run(key, func(t *testing.T) {
			d := drive(t, opening(demonstration(), &fakeFiles{}), 80, 24)
			d.keys(key)
			golden.RequireEqual(t, d.screen()+"\n")
		})
	}
}
