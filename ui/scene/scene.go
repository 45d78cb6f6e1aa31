package scene

import (
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// Scene is what every screen, pane and dialog may look at. It is a value: what
// it holds does not change while one looks.
type Scene struct {
	World domain.World
	On    domain.Date // the reference date: everything is judged on it
	Today domain.Date
	Words tell.Words
	Theme theme.Theme
	// Body is where the active screen is drawn; Size the whole window.
	Body, Size widget.Box
	// ShowEnded tells lists to show what has ended or is still to begin, too.
	ShowEnded bool
	// Source says what is open, see Source.
	Source Source
	// Locked holds back every edit, by L or by --read-only.
	Locked bool
	// Zone is where the clock of the person at the keyboard stands.
	Zone *time.Location
	// Roster is everybody and everything in the order in which lists show them.
	Roster *Roster
	// ThemeChosen is what the user has set, which may be Auto.
	ThemeChosen theme.Kind
	// Undoable and Redoable say in words what u and ctrl+r would do; empty is nothing.
	Undoable, Redoable string
	// Head numbers the last entry of the journal.
	Head domain.Seq
	// By names who is at the keyboard.
	By string
	// Signals is what was found last that deserves attention, in this World or, for
	// a moment after an edit, in the one before; nil while nothing was found yet.
	Signals *signal.Findings
	// AsItWas shows sight by modes and readings as they stood on the date, see Seen.
	AsItWas bool
	// Chronicle is how those went; nil until somebody wished ReadChronicle.
	Chronicle *domain.Chronicle

	then recalled
}

// Source says where the World comes from.
type Source uint8

// What can be open.
const (
	NoFile   Source = iota // the first start: nothing yet
	File                   // the user's own file
	Demo                   // the demonstration, thrown away at the end
	FileRead               // the user's own file, for reading only
)

// May reports whether edits are possible at all.
func (s Scene) May() bool { return !s.Locked && s.Source != NoFile && s.Source != FileRead }

// Lasts reports whether the membership or relation of that period is shown: it
// counts on the reference date, or ended and coming ones are asked for.
func (s Scene) Lasts(p domain.Period) bool { return s.ShowEnded || p.Covers(s.On) }
