package lang

// The screen Logboek.
const (
	JournalRead     Key = "journal.read"
	JournalFilter   Key = "journal.filter"
	JournalFound    Key = "journal.found"
	JournalFoundOf  Key = "journal.found-of"
	JournalFailed   Key = "journal.failed"
	JournalNone     Key = "journal.none"
	JournalWaiting  Key = "journal.waiting"
	JournalEdit     Key = "journal.kind.edit"
	JournalUndo     Key = "journal.kind.undo"
	JournalRedo     Key = "journal.kind.redo"
	JournalImport   Key = "journal.kind.import"
	JournalEntry    Key = "journal.entry"
	JournalBy       Key = "journal.by"
	JournalByFor    Key = "journal.by-for"
	JournalUnknown  Key = "journal.unknown"
	JournalReason   Key = "journal.reason"
	JournalNoReason Key = "journal.no-reason"
	JournalUndoes   Key = "journal.undoes"
	JournalRedoes   Key = "journal.redoes"
	JournalChanges  Key = "journal.changes"
)
