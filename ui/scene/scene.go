// Package scene is what screens, panes and dialogs share: what they may look at
// (Scene) and what they may want (Wish).
//
// It promises that a want is a return value that the root grants in the same
// Update, so that no key can overtake it. It refuses to know the screens, the
// root and the store.
package scene

import (
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Scene is what every screen, pane and dialog may look at. It is a value: it does not
// change while they look.
type Scene struct {
	World domain.World
	On    domain.Date // the reference date, on which everything is judged
	Today domain.Date
	Words tell.Words
	Theme theme.Theme
	// Body is where the active screen is drawn; Size the whole window.
	Body, Size widget.Box
	// ShowEnded tells lists to show what has ended or is still to begin, too.
	ShowEnded bool
	// Source says what is open.
	Source Source
	// Locked holds back every edit, by L or by --read-only.
	Locked bool
	// Zone is the time zone of the person at the keyboard.
	Zone *time.Location
	// Roster is the order in which lists show people, groups and types.
	Roster *Roster
	// ThemeChosen is what the user has set, which may be Auto.
	ThemeChosen theme.Kind
	// Undoable and Redoable say in words what u and ctrl+r would do; empty: nothing.
	Undoable, Redoable string
	// Head numbers the last entry of the journal.
	Head domain.Seq
	// By names who is at the keyboard.
	By string
	// Given is the reason that was handed in at the start, for all edits; LastReason the one
	// that was given last. Empty: none.
	Given, LastReason string
	// FirstDay keeps the reason of an institution that nobody uses yet.
	FirstDay sight.FirstDay
	// RoleAdded is the role of the person who was added last; NoRole: nobody was, in this run.
	RoleAdded domain.Role
	// Signals are the latest signals: of this World or, for a moment after an edit, of
	// the one before; nil until they have been worked out.
	Signals *Signals
	// AsItWas shows sight by the modes and readings of the date: see Seen.
	AsItWas bool
	// Chronicle is the history of those; nil until a ReadChronicle is granted.
	Chronicle *domain.Chronicle
	// Rehearsal is the rehearsal that one is in; nil: none.
	Rehearsal *Rehearsing

	then recalled
	next nextStep
}

// Source says where the World comes from.
type Source uint8

// What can be open.
const (
	NoFile   Source = iota // the first start: nothing yet
	File                   // the user's own file
	Demo                   // the demonstration, thrown away at the end
	FileRead               // the user's own file, for reading only
	DemoRead               // the demonstration, for reading only
)

// IsDemo reports whether the demonstration is open.
func (s Source) IsDemo() bool { return s == Demo || s == DemoRead }

// ForReading reports whether what is open can not be edited in this run.
func (s Source) ForReading() bool { return s == FileRead || s == DemoRead }

// Consent is the consent to what was shown, with a reason; shown is nil where nothing was.
func (s Scene) Consent(reason string, shown *sight.Weighing) sight.Consent {
	return sight.Consent{Reason: reason, To: shown, On: s.On, FirstDay: s.FirstDay}
}

// May reports whether edits are possible at all.
func (s Scene) May() bool { return s.Held() == "" }

// Held is the sentence that says why nothing can be saved; empty: it can.
func (s Scene) Held() words.Key {
	switch {
	case s.Rehearsal != nil: // nothing of it reaches the set-up
		return ""
	case s.Source == FileRead:
		return "notice.read-only"
	case s.Source == DemoRead:
		return "notice.demo-read-only"
	case s.Source == NoFile:
		return "notice.no-file"
	case s.Locked:
		return "notice.locked"
	}
	return ""
}

// OnlyLooks reports whether something is open and nothing of it can be saved: what an edit
// would do is shown all the same.
func (s Scene) OnlyLooks() bool { return s.Source != NoFile && !s.May() }

// Lasts reports whether a membership or relation of that period is shown: it covers the
// reference date, or ended and coming ones are shown too.
func (s Scene) Lasts(p domain.Period) bool { return s.ShowEnded || p.Covers(s.On) }
