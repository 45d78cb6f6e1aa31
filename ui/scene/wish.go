package scene

import (
	"iter"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

// Wish is what a screen or dialog wants of the root. It is granted within the
// same Update. nil is no wish.
type Wish interface{ isWish() }

// Edit wants a command to be carried out. From a dialog it closes the dialog,
// unless it is refused: then the dialog gets Refused. One that lets people see
// more or breaks an agreement is held up first: its impact is shown and a reason
// asked for, over the dialog.
type Edit struct {
	Command domain.Command
	Reason  string
	// Shown is what the dialog itself shows of the impact: with a reason it is not
	// shown again, unless it is another by now. nil: nothing is shown.
	Shown *sight.Weighing
	// Ask wants the impact shown even where nothing is revealed.
	Ask bool
	// Own is the group that the edit is about, which the impact tells first.
	Own domain.GroupID
	// Unseeing is the sentence that says that what was seen is not unseen; empty
	// is the usual one.
	Unseeing words.Key
}

// Agreed wants what was held up carried out after all. From a dialog it closes it.
type Agreed struct {
	Wish   Wish // the edit, undo, redo or import that was held up
	Reason string
	To     sight.Weighing // what was shown
}

// Undo and Redo want the last edit taken back, or repeated.
type (
	Undo struct{}
	Redo struct{}
)

// Open wants a dialog on top. One that Edits is not opened while editing is locked.
type Open struct {
	Dialog Dialog
	Edits  bool
}

// Why wants the dialog that says why one person sees another or not.
type Why struct{ Viewer, Other domain.PersonID }

// Again is for a dialog with more to do than one key may wait for: it does a
// little, wishes Again, and gets it as a message, between whatever is typed.
type Again struct{}

// Close wants the dialog gone.
type Close struct{}

// Look wants the preview to hold this person until it is released; no person
// releases it.
type Look struct{ Person domain.PersonID }

// Matrix wants to see who of a group sees whom of it.
type Matrix struct{ Group domain.GroupID }

// Go wants another screen, at a record (zero: none).
type Go struct {
	Screen ScreenID
	At     domain.Ref
}

// Tone says how a notice is meant.
type Tone uint8

// The tones of a notice.
const (
	Quiet Tone = iota
	Warn
	Fail
)

// Say wants one line shown at the foot until the next key. Words are said
// already, and clean.
type Say struct {
	Tone  Tone
	Words string
}

// SetDate wants another reference date.
type SetDate struct{ On domain.Date }

// SetEnded wants ended and coming memberships and relations shown or not.
type SetEnded struct{ Show bool }

// SetLock wants editing locked or unlocked.
type SetLock struct{ Locked bool }

// SetLanguage and SetTheme want another language or theme, remembered for the user.
type (
	SetLanguage struct{ Language words.Language }
	SetTheme    struct{ Kind theme.Kind }
)

// ReadJournal wants up to Count entries before Before (zero: from the newest);
// the answer comes as a Page to the active screen.
type ReadJournal struct {
	Before domain.Seq
	Count  int
}

// Start wants a set-up opened on the first start.
type Start struct{ How StartHow }

// StartHow is one of the three choices of the first start.
type StartHow uint8

// The choices of the first start.
const (
	StartEmpty StartHow = iota
	StartDemo
	StartImport
)

// Transfer wants a file read or written; the dialog that wished it gets Transferred.
type Transfer struct {
	What      TransferKind
	Path      string
	Overwrite bool   // only after the person said so
	Apply     bool   // Import: carry out what was planned, not only plan it
	Table     *Table // Spreadsheet: what is written
}

// Table is what is written for a spreadsheet, row by row with its head. Its texts
// are said already, and clean. Rows is called off the screen's goroutine.
type Table struct{ Rows iter.Seq[[]string] }

// Write wants a table in a file; the root asks where, proposing Name.
type Write struct {
	Name  string
	Table *Table
}

// TransferKind says what is done with a file.
type TransferKind uint8

// The transfers.
const (
	Import TransferKind = iota
	Export
	Backup
	Spreadsheet
)

// Transferred answers a Transfer. For an import that was only planned, Planned
// says what it would do.
type Transferred struct {
	Transfer Transfer
	Planned  *Planned
	Exists   bool   // the file is there already and was not overwritten
	Failure  string // one sentence; empty is success
}

// Planned is what an import would do, already in words.
type Planned struct {
	Counts   []string // one line per noun
	Problems []string // one line each; any problem means that nothing is imported
	Nothing  bool     // everything is there already
}

// Complete wants the completions of a path; the dialog gets Completions.
type Complete struct{ Path string }

// Completions are the paths that begin as asked for, folders with a separator at the end.
type Completions struct {
	Path  string
	Found []string
}

// Press wants a key pressed on the screen below, as if by hand: the palette.
type Press struct{ Key string }

// Quit wants to leave, when everything is on disk.
type Quit struct{}

// Several wants one thing after another.
type Several []Wish

func (Edit) isWish()        {}
func (Agreed) isWish()      {}
func (Undo) isWish()        {}
func (Redo) isWish()        {}
func (Open) isWish()        {}
func (Why) isWish()         {}
func (Again) isWish()       {}
func (Close) isWish()       {}
func (Look) isWish()        {}
func (Matrix) isWish()      {}
func (Go) isWish()          {}
func (Say) isWish()         {}
func (SetDate) isWish()     {}
func (SetEnded) isWish()    {}
func (SetLock) isWish()     {}
func (SetLanguage) isWish() {}
func (SetTheme) isWish()    {}
func (ReadJournal) isWish() {}
func (Start) isWish()       {}
func (Transfer) isWish()    {}
func (Write) isWish()       {}
func (Complete) isWish()    {}
func (Press) isWish()       {}
func (Quit) isWish()        {}
func (Several) isWish()     {}
