package scene

import (
	"iter"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

// Wish is what a screen or dialog wants of the root, which grants it in the same Update.
// nil is no wish.
type Wish interface{ isWish() }

// Edit wants a command to be carried out. From a dialog it closes the dialog, unless it is
// refused: then the dialog gets Refused. If it lets people see more or breaks an
// agreement, a dialog first shows its impact and asks for a reason.
type Edit struct {
	Command domain.Command
	Reason  string
	// Shown is the impact that the dialog itself has shown; nil: none. With a Reason it
	// is not shown again, unless it has changed since.
	Shown *sight.Weighing
	// Ask wants the impact shown even where nothing is revealed.
	Ask bool
	// Own is the group that the edit is about, which comes first in the impact.
	Own domain.GroupID
	// Then is granted once the edit is on its way to the disk; nil: nothing.
	Then Wish
	// Unseeing is the sentence that says that what was seen cannot be unseen; empty: the
	// usual one.
	Unseeing words.Key
}

// Agreed wants a wish carried out whose impact was shown. From a dialog it closes it.
type Agreed struct {
	Wish   Wish // an edit, undo, redo or import
	Reason string
	To     sight.Weighing // the impact that was shown
}

// Undo and Redo want the last edit undone, or redone.
type (
	Undo struct{}
	Redo struct{}
)

// Open wants a dialog on top. With Edits it is not opened while editing is locked.
type Open struct {
	Dialog Dialog
	Edits  bool
}

// Why wants the dialog that explains why one person sees another or not.
type Why struct{ Viewer, Other domain.PersonID }

// Again wants an Again message after the keys that wait. A dialog with slow work does a
// little of it at each.
type Again struct{}

// Close wants the dialog closed.
type Close struct{}

// Look wants the preview to stay on this person; no person releases it.
type Look struct{ Person domain.PersonID }

// Matrix wants to see who of a group sees whom of it.
type Matrix struct{ Group domain.GroupID }

// Go wants another screen, at a record (zero: none).
type Go struct {
	Screen ScreenID
	At     domain.Ref
}

// Tone is the weight of a notice.
type Tone uint8

// The tones of a notice.
const (
	Quiet Tone = iota
	Warn
	Fail
)

// Say wants one line shown at the foot until the next key. Words must be clean.
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

// SetLanguage and SetTheme want another language or theme, remembered for the user, and
// SetRoles roles said the other way: as people speak of them, or by the platform's codes.
type (
	SetLanguage struct{ Language words.Language }
	SetTheme    struct{ Kind theme.Kind }
	SetRoles    struct{}
)

// ReadJournal wants up to Count entries before Before (zero: from the newest);
// the answer comes as a Page to the active screen.
type ReadJournal struct {
	Before domain.Seq
	Count  int
}

// ReadOldEnds wants the ends that those whom a relation replaced had before (E8), from the
// journal; the answer comes as OldEnds to every dialog.
type ReadOldEnds struct{ Of domain.Relation }

// OldEnds answers ReadOldEnds. Failure is one sentence; empty is success.
type OldEnds struct {
	Of      domain.RelationID
	Ends    []domain.OldEnd
	Failure string
}

// Start wants a set-up opened on the first start. Name is that of the institution, for
// StartEmpty; empty: it gets none yet.
type Start struct {
	How  StartHow
	Name string
}

// StartHow is one of the three choices of the first start.
type StartHow uint8

// The choices of the first start.
const (
	StartEmpty StartHow = iota
	StartDemo
	StartImport
)

// Transfer wants a file read or written. The dialog that wished it gets Transferred.
type Transfer struct {
	What      TransferKind
	Path      string
	Overwrite bool     // the person has agreed
	Masked    bool     // Export: people get invented names
	Of        ExportOf // Export: what
	Apply     bool     // Import: carry it out; false: only plan it
	Again     bool     // Import: of what was read last; it is not read again
	Take      Take     // Import: how it is taken in
	Reason    string   // Import: why it is carried out
	Table     *Table   // Spreadsheet: what to write
	Pasted    *Pasted  // Import: what to read in the place of a file
	SameName  SameName // Import of a file: who has the name of another
}

// ExportOf is what an export is of.
type ExportOf uint8

// What can be exported: the set-up, a picture, or a page to give along.
const (
	SetupExport ExportOf = iota
	GroupPicture
	SightPicture // of what one person sees
	PersonPage
	GroupPage
)

// Take is how an import is taken in.
type Take uint8

// The ways to take an import in.
const (
	TakeIn    Take = iota // what the file has is added and changed
	TakeMatch             // and what its tables do not have ends
	TakeAside             // but for the rows with problems, which go to a file of their own
)

// Table is the rows of a spreadsheet, with the head. Its texts must be clean. Rows runs on
// another goroutine than the screen's.
type Table struct{ Rows iter.Seq[[]string] }

// Write wants a table in a file; the root asks where, proposing Name.
type Write struct {
	Name  string
	Table *Table
}

// Copy wants text on the clipboard: a name, or records as rows with Head above them. It
// says how many, and never that the terminal took it: that cannot be known.
type Copy struct {
	Head []string // nil: Rows is one name
	Rows [][]string
	Noun domain.Noun // of the records
}

// TransferKind is what to do with a file.
type TransferKind uint8

// The transfers.
const (
	Import TransferKind = iota
	Export
	Backup
	Spreadsheet
)

// Transferred answers a Transfer. Planned is set for an import that was only planned.
type Transferred struct {
	Transfer Transfer
	Planned  *Planned
	Exists   bool   // the file is there already and was not overwritten
	Failure  string // one sentence; empty is success
}

// Underway tells the dialog of an import how far the reading is, or that it is planned.
type Underway struct {
	Percent int
	Plans   bool // all is read
}

// Stop wants stopped what a transfer reads or writes. The dialog gets Transferred.
type Stop struct{}

// Planned says in words what an import would do.
type Planned struct {
	Counts   []string      // one line per noun
	Problems []string      // one line each; with any, nothing is imported
	Notices  []string      // what was assumed, and what is replaced
	Nothing  bool          // the import changes nothing
	Table    *PlannedTable // its first table, which can be taken in otherwise; nil: it has none
	Ends     []string      // what ends, and what the tables do not have and stays, by name
	Aside    []string      // what is wrong with each row that is set aside
	Much     *Much         // nil: it does not end so much that something is asked
	Alike    bool          // it waits for an answer about people with the same name
}

// Much is what is asked where an import ends much: a reason, and where Number is set that
// number.
type Much struct {
	Words  string // what it ends
	Number int    // 0: none
}

// Complete wants the completions of a path; every dialog gets Completions.
type Complete struct{ Path string }

// Completions are the paths that begin with Path, folders with a separator at the end.
type Completions struct {
	Path  string
	Found []string
}

// Press wants a key pressed on the screen below, as by hand. The palette wishes it.
type Press struct{ Key string }

// Find wants whatever has a name looked up: what keys do, screens and records.
type Find struct{}

// Stage wants the window covered by what an audience may see.
type Stage struct{}

// Quit wants to leave once everything is on disk.
type Quit struct{}

// Several wants its wishes granted in order.
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
func (SetRoles) isWish()    {}
func (ReadJournal) isWish() {}
func (ReadOldEnds) isWish() {}
func (Start) isWish()       {}
func (Transfer) isWish()    {}
func (Stop) isWish()        {}
func (Write) isWish()       {}
func (Copy) isWish()        {}
func (Complete) isWish()    {}
func (Press) isWish()       {}
func (Find) isWish()        {}
func (Stage) isWish()       {}
func (Quit) isWish()        {}
func (Several) isWish()     {}
