package store

import (
	"errors"
	"testing"

	"zichtlijn/domain"
)

func TestACheckHoldsOffEveryWayToMoveTheWorldOn(t *testing.T) {
	db := fresh(t, quick())
	do(t, db, group("Kookgroep"))
	do(t, db, group("Muziek"))
	if _, _, err := db.Undo(domain.By{}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	before, head := db.World(), db.Head()
	refusal := errors.New("not like this")
	for name, move := range map[string]func(domain.Check) (domain.World, domain.Entry, error){
		"edit": func(c domain.Check) (domain.World, domain.Entry, error) { return db.Do(group("Tuin"), domain.By{}, c) },
		"undo": func(c domain.Check) (domain.World, domain.Entry, error) { return db.Undo(domain.By{}, c) },
		"redo": func(c domain.Check) (domain.World, domain.Entry, error) { return db.Redo(domain.By{}, c) },
	} {
		var seen domain.World
		w, e, err := move(func(in domain.World, changes []domain.Change) error {
			if seen = in; len(changes) != 1 {
				t.Errorf("%s: %d changes are checked", name, len(changes))
			}
			return refusal
		})
		if err != refusal || e.Seq != 0 || w != before || seen != before {
			t.Errorf("%s: %v, entry %d", name, err, e.Seq)
		}
	}
	if db.World() != before || db.Head() != head {
		t.Error("the world moved on")
	}
}

// A check can take a second: the screen reads the world meanwhile.
func TestTheWorldIsReadWhileACheckIsUnderWay(t *testing.T) {
	db := fresh(t, quick())
	do(t, db, group("Kookgroep"))
	_, _, err := db.Do(group("Muziek"), domain.By{}, func(before domain.World, _ []domain.Change) error {
		read := make(chan bool)
		go func() {
			at, err := db.Position()
			read <- db.World() == before && db.Head() == 1 && at.Undo == 1 && err == nil
		}()
		if !<-read {
			t.Error("another world is read than the one that is checked")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
