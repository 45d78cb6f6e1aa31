// Package store keeps one institution in one bbolt file.
//
// It promises that an edit is acknowledged only when it is on the disk, that
// records and journal change in one transaction, that undo and redo survive a
// restart because they are read from the journal, and that a file which is not
// wholly as it was written is refused with a reason: never half read, never
// replaced by an empty one, never a crash. Every page is checked with ordinary
// reads before bbolt, which trusts its pages, opens the file.
//
// It refuses to know what a rule of the domain says, who looks at the screen,
// and any human language: errors are values with codes. The clock, the login
// and the process id are handed in.
package store
