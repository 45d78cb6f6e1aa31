package demo

import "zichtlijn/domain"

// loaded is the entry with which the demonstration was read in: the floor of
// undo. To take it back would leave an empty demonstration.
const loaded domain.Seq = 1

// Position is that of the file, but for the entry that loaded it.
func (db *DB) Position() (domain.Position, error) {
	at, err := db.DB.Position()
	if at.Undo <= loaded {
		at.Undo = 0
	}
	return at, err
}

// Undo takes back the last edit that was made since the demonstration was loaded.
func (db *DB) Undo(by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	at, err := db.Position()
	if err != nil {
		return db.World(), domain.Entry{}, err
	}
	if at.Undo == 0 {
		return db.World(), domain.Entry{}, domain.Refusal{Code: domain.NothingToUndo}
	}
	return db.DB.Undo(by, check)
}
