package scene

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/widget"
)

// ScreenID numbers a screen by the digit that opens it. Numbers never shift:
// what is not built yet is absent.
type ScreenID int

// The screens.
const (
	GroupsScreen     ScreenID = 1
	PeopleScreen     ScreenID = 2
	TypesScreen      ScreenID = 3
	PlanningScreen   ScreenID = 4
	AgreementsScreen ScreenID = 5
	SettingsScreen   ScreenID = 7
	JournalScreen    ScreenID = 8
	SignalsScreen    ScreenID = 6
	StepsScreen      ScreenID = 9
)

// Screen fills the body of the window. Update takes keys, pastes and mouse
// messages (whose coordinates are those of the window; the screen's own box is
// Scene.Body), and the messages of this package that are addressed to screens.
// Actions are what keys do here; the first that has a key answers it. View returns exactly the lines of the box, and where the real cursor stands in
// the window: on the selection, so that a screen reader follows; nil is nowhere.
type Screen interface {
	Update(Scene, tea.Msg) (Screen, Wish)
	View(Scene) (string, *tea.Cursor)
	Actions(Scene) []Action
}

// Dialog stands over the screen and has all keys. Update returns itself; it goes
// by wishing Close or a granted Edit. View returns its whole picture with its
// frame, no larger than Scene.Size, and the real cursor relative to the picture.
type Dialog interface {
	Update(Scene, tea.Msg) (Dialog, Wish)
	View(Scene) (string, *tea.Cursor)
}

// Refused tells a dialog that the Edit it wished was refused; it stays open with
// everything that was typed.
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

// Arrived tells a screen that it has become the active one, at the record that
// was asked for (zero: none).
type Arrived struct{ At domain.Ref }

// Page brings the journal's entries that a ReadJournal asked for, newest first.
type Page struct {
	Entries []domain.Entry
	Err     error
}

// Box re-exports the rectangle that layouts are made of.
type Box = widget.Box

// Typist is a screen that takes text at times, such as a filter: while it does,
// every key but ctrl+c is its own.
type Typist interface{ Typing() bool }

// Refresh tells a screen that the Scene is another than before.
type Refresh struct{}
