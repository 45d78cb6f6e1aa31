package demo_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/demo"
)

func TestTheDemonstrationIsPrivateEditableAndGoneAfterwards(t *testing.T) {
	db, err := demo.Open(store.Options{Now: time.Now}, domain.By{Name: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	if n := db.World().Count(domain.PersonNoun); n != 41 {
		t.Errorf("%d persons", n)
	}
	dir := filepath.Dir(db.Path())
	if info, err := os.Stat(dir); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("folder: %v, %v", info, err)
	}
	if _, _, err := db.Do(domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}, domain.By{}, domain.Unchecked); err != nil {
		t.Errorf("edit: %v", err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("still there: %v", err)
	}
	if err := db.Close(); err != nil {
		t.Errorf("a second close: %v", err)
	}
}

func TestUndoNeverEmptiesTheDemonstration(t *testing.T) {
	db, err := demo.Open(store.Options{Now: time.Now}, domain.By{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if _, _, err := db.Do(domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}, domain.By{}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	if _, _, err := db.Undo(domain.By{}, domain.Unchecked); err != nil {
		t.Errorf("an edit of one's own: %v", err)
	}
	var refusal domain.Refusal
	if _, _, err := db.Undo(domain.By{}, domain.Unchecked); !errors.As(err, &refusal) || refusal.Code != domain.NothingToUndo {
		t.Errorf("the load itself: %v", err)
	}
	if at, err := db.Position(); err != nil || at.Undo != 0 || at.Redo == 0 {
		t.Errorf("position %+v, %v", at, err)
	}
	if db.World().Count(domain.PersonNoun) != 41 {
		t.Error("people are gone")
	}
}
