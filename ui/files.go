package ui

import (
	"iter"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/page"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

// Store is an open set-up. Its methods wait for the disk: call them in commands, never in
// Update.
type Store interface {
	World() domain.World
	Do(domain.Command, domain.By, domain.Check) (domain.World, domain.Entry, error)
	Undo(domain.By, domain.Check) (domain.World, domain.Entry, error)
	Redo(domain.By, domain.Check) (domain.World, domain.Entry, error)
	Position() (domain.Position, error)
	Head() domain.Seq
	Entry(domain.Seq) (domain.Entry, error)
	Heading(domain.Seq) (domain.Heading, error)
	Backup(path string) error
	// Identity is what tells the file from all others; nil: it has none.
	Identity() []byte
	NoteExport(domain.Exported, domain.By) (domain.Entry, error)
	// InPlace returns why the file that is open is not the one at its path; nil: it is.
	InPlace() error
	Close() error
}

// Export is what is written of a set-up, and where.
type Export struct {
	Path              string
	Overwrite, Masked bool
	World             domain.World
	On                domain.Date
	Words             tell.Words
	Demonstration     bool
	Work              *exchange.Work // of the writing, which it stops; nil: nobody does
	Of                scene.ExportOf
	Group             domain.GroupID  // of a picture or page
	Person            domain.PersonID // likewise
	Decided           page.Decision   // about the group
	AsItWas           bool            // World has the settings and readings of On, see draw.Subject
}

// Setup is a set-up read from a file. To plan a large one takes seconds.
type Setup struct{ Plan func(Planning) Plan }

// Planning is where a set-up would be taken in, on which day, and how.
type Planning struct {
	World domain.World
	On    domain.Date
	Take  scene.Take
	// SameName answers who has the name of another, where what was read does not.
	SameName scene.SameName
	Words    tell.Words
}

// Plan is what an import would do, and the command that does it.
type Plan struct {
	scene.Planned
	Command domain.Command
	// SetAside writes the rows that are set aside to a new file, once, and returns its path;
	// nil: none are.
	SetAside func() (path string, err error)
}

// Files reads and writes every file but the open one. Its methods wait for the disk, as
// those of Store.
type Files interface {
	Create() (Store, error) // the user's own file, new
	// Demo opens the demonstration in a copy that is thrown away, and says whether it may
	// be edited.
	Demo() (Store, scene.Source, error)
	// ReadSetup reads a set-up to import while others watch work, or stop it.
	ReadSetup(path string, work *exchange.Work) (Setup, error)
	// ReadPasted is ReadSetup for rows that somebody pasted.
	ReadPasted(text string, how scene.ImportHow, work *exchange.Work) (Setup, error)
	// WriteSetup writes an export for the owner's eyes only, in the form that the end of its
	// name says, and returns what to note of it. exists reports that there is such a file
	// already and nothing was written.
	WriteSetup(Export) (what domain.Exported, exists bool, err error)
	// WriteTable writes rows that a spreadsheet opens, likewise. Both return
	// exchange.ErrStopped where work was stopped: nothing is written then.
	WriteTable(rows iter.Seq[[]string], path string, overwrite bool, work *exchange.Work) (exists bool, err error)
	// Backup copies a store to a file that is not there yet.
	Backup(s Store, path string) error
	Complete(path string) []string
	SaveChoices(Choices)
	// Explain says in one sentence what an error means and what to do.
	Explain(tell.Words, domain.World, error) string
	// CopyError is why the copy of the day could not be made; nil when it was.
	CopyError(Store) error
}

// Choices are remembered per user, not in the set-up.
type Choices struct {
	Language  words.Language
	Theme     theme.Kind
	Locked    bool
	RoleCodes bool // the platform's codes for roles go first
}
