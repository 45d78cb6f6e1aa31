package store

import (
	"slices"

	"zichtlijn/domain"
)

// WorldAt returns the World as an entry of the journal left it; 0 is before the first. The
// error is ErrOtherPast if there is no such entry, or of reading the journal.
func (db *DB) WorldAt(n domain.Seq) (domain.World, error) {
	db.mu.RLock()
	w, head := db.world, db.head
	db.mu.RUnlock()
	if n > head {
		return w, ErrOtherPast
	}
	return db.walkBack(w, head, n)
}

// walkBack takes back, from w on, which is the World after entry from, the entries after to.
func (db *DB) walkBack(w domain.World, from, to domain.Seq) (domain.World, error) {
	var later [][]domain.Change
	if to < from {
		for e, err := range db.Journal(to+1, from) {
			if err != nil {
				return w, err
			}
			later = append(later, e.Changes)
		}
	}
	for _, changes := range slices.Backward(later) {
		var err error
		if w, err = w.With(domain.Inverse(changes)...); err != nil {
			return w, damaged(DamageReplay)
		}
	}
	return w, nil
}
