package scene

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/widget"
)

// ScreenID is the digit that opens a screen. Digits never change.
type ScreenID int

// The screens.
const (
	GroupsScreen     ScreenID = 1
	PeopleScreen     ScreenID = 2
	TypesScreen      ScreenID = 3
	PlanningScreen   ScreenID = 4
	AgreementsScreen ScreenID = 5
	SignalsScreen    ScreenID = 6
	SettingsScreen   ScreenID = 7
	JournalScreen    ScreenID = 8
	StepsScreen      ScreenID = 9
)

// Screen fills the body of the window, Scene.Body.
type Screen interface {
	// Update takes keys, pastes, mouse messages in coordinates of the window, and the
	// messages of this package that are for screens.
	Update(Scene, tea.Msg) (Screen, Wish)
	// View returns exactly the lines of the body, and the real cursor in coordinates of
	// the window: on the selection, so that a screen reader follows; nil for none.
	View(Scene) (string, *tea.Cursor)
	// Actions returns what keys do here. The first that has a key answers it.
	Actions(Scene) []Action
}

// Dialog lies over the screen and has all keys.
type Dialog interface {
	// Update returns the dialog after a message. It closes by wishing Close or an Edit
	// that is granted.
	Update(Scene, tea.Msg) (Dialog, Wish)
	// View returns the whole picture with its frame, no larger than Scene.Size, and the
	// real cursor relative to the picture.
	View(Scene) (string, *tea.Cursor)
}

// Refused tells a dialog that its Edit was refused. It stays open with everything that
// was typed.
type Refused struct{ Refusal domain.Refusal }

// WheelLines returns by how many lines a notch of the wheel scrolls whatever is under
// it: above zero down.
func WheelLines(msg tea.MouseWheelMsg) int {
	const notch = 3
	switch msg.Button {
	case tea.MouseWheelUp:
		return -notch
	case tea.MouseWheelDown:
		return notch
	}
	return 0
}

// Clicked is a mouse click or wheel inside a dialog's picture, relative to it.
type Clicked struct {
	X, Y  int
	Wheel int // lines by which to scroll: above zero down; 0: a click
}

// Arrived tells a screen that it is now the active one, and which record to go to (zero:
// none).
type Arrived struct{ At domain.Ref }

// Page answers a ReadJournal with entries of the journal, newest first.
type Page struct {
	Entries []domain.Entry
	Err     error
}

// Box re-exports the rectangle that layouts are made of.
type Box = widget.Box

// Typist is a screen that sometimes takes text, such as for a filter. While Typing is true
// it gets every key but ctrl+c.
type Typist interface{ Typing() bool }

// Unanswered tells a dialog that what it wished is not carried out: a question about it was
// left, or its weighing stopped.
type Unanswered struct{}

// Refresh tells a screen that the Scene has changed.
type Refresh struct{}
