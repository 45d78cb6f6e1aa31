package ui

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
)

// playing is a story that is played; zero: none.
type playing struct {
	name  string
	steps []string
}

func (m Model) play(string) (playing, error) { return playing{}, nil }

func (m Model) nextStep() (Model, tea.Cmd) { return m, nil }

var _ scene.Wish = scene.NextStep{}

func (m Model) storyNames() []string { return nil }
