// Package demo opens the demonstration institution in a file that is thrown away.
//
// It promises a real file with a journal, in a folder of its own that nobody else may
// look into, and that Close leaves nothing of it. It refuses to know who demonstrates
// what.
package demo

import (
	"errors"
	"os"
	"path/filepath"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
)

// DB is the demonstration, open for every edit.
type DB struct {
	*store.DB
	dir string
}

// Open makes a copy of the demonstration in a new folder under the system's temporary
// one and opens it. by stands in its journal. First it removes the demonstrations
// that killed programs left there.
func Open(o store.Options, by domain.By) (*DB, error) {
	removeAbandoned(os.TempDir(), o.Now())
	dir, err := os.MkdirTemp("", folder+"*") // mode 0700
	if err != nil {
		return nil, err
	}
	o.Scratch = true
	db, err := open(filepath.Join(dir, database), o, by)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return &DB{db, dir}, nil
}

func open(path string, o store.Options, by domain.By) (*store.DB, error) {
	db, err := store.Create(path, o)
	if err != nil {
		return nil, err
	}
	if _, _, err := db.Do(exchange.Demonstration(), by, domain.Unchecked); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// Close closes the demonstration and removes it.
func (db *DB) Close() error { return errors.Join(db.DB.Close(), os.RemoveAll(db.dir)) }

// loaded is the entry that read the demonstration in. It can not be undone: that would
// leave an empty demonstration.
const loaded domain.Seq = 1

// Position is that of the file, without the entry loaded.
func (db *DB) Position() (domain.Position, error) {
	at, err := db.DB.Position()
	if at.Undo <= loaded {
		at.Undo = 0
	}
	return at, err
}

// Undo takes back the last edit since the demonstration was loaded.
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
