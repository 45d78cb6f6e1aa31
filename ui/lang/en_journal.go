package lang

var enJournal = table{
	JournalRead:     "read all",
	JournalFilter:   "search",
	JournalFound:    count{One: "%[1]d of %[2]d", Other: "%[1]d of %[2]d"},
	JournalFoundOf:  count{One: "%[1]d in the newest %[2]d", Other: "%[1]d in the newest %[2]d"},
	JournalFailed:   "The journal could not be read further; the file may be damaged. Change nothing more and run ‘zichtlijn verify’.",
	JournalNone:     "Nothing yet. Every edit comes to stand here: what, when, by whom and why.",
	JournalWaiting:  "reading…",
	JournalEdit:     "edit",
	JournalUndo:     "undo",
	JournalRedo:     "redo",
	JournalImport:   "import",
	JournalEntry:    "No. %[1]s · %[2]s",
	JournalBy:       "by %[1]s",
	JournalByFor:    "by %[1]s, on behalf of %[2]s",
	JournalUnknown:  "somebody without a name",
	JournalReason:   "reason: %[1]s",
	JournalNoReason: "no reason given",
	JournalUndoes:   "undoes no. %[1]s",
	JournalRedoes:   "redoes no. %[1]s",
	JournalChanges:  "What changed",
}
