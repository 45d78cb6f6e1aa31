package rehearsed_test

import (
	"crypto/rand"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/store/rehearsed"
)

const on = domain.Date(20514) // 2 March 2026

func setup(t *testing.T) (*store.DB, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "zichtlijn.db")
	db, err := store.Create(path, store.Options{Now: time.Now, Random: rand.Reader})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if _, _, err := db.Do(exchange.Demonstration(), domain.By{}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	return db, path
}

func open(t *testing.T, base rehearsed.Base) *rehearsed.Store {
	t.Helper()
	s, err := rehearsed.Open(base, on)
	if err == nil {
		err = s.Prepare(on, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var hello = rehearsal.Act{Kind: rehearsal.GroupMessage, By: "P15", Group: "G5", Text: "Hallo"}

func act(t *testing.T, s *rehearsed.Store) {
	t.Helper()
	if _, e, err := s.Act(hello); err != nil || e.Seq != s.Head()+domain.Seq(s.Shown().At.Len()) {
		t.Fatalf("%+v, %v", e, err)
	}
}

func kept(t *testing.T, db *store.DB, name string) int {
	t.Helper()
	all, err := db.Scenes()
	if err != nil {
		t.Fatal(err)
	}
	one, _ := all.Find(name)
	return len(one.Acts)
}

func TestEachStepIsBesideTheFileBeforeItIsToldOf(t *testing.T) {
	db, _ := setup(t)
	s := open(t, db)
	act(t, s)
	act(t, s)
	if n := kept(t, db, ""); n != 2 {
		t.Fatalf("%d acts are kept of 2", n)
	}
	if _, _, err := s.Undo(domain.By{}, domain.Unchecked); err != nil || kept(t, db, "") != 1 {
		t.Fatalf("after a step back %d are kept: %v", kept(t, db, ""), err)
	}
	if again := open(t, db).Shown(); again.At.Len() != 1 || !again.Unkept {
		t.Errorf("opened again it is %+v", again)
	}
	if _, _, err := s.Redo(domain.By{}, domain.Unchecked); err != nil || kept(t, db, "") != 2 {
		t.Errorf("after a step forward %d are kept: %v", kept(t, db, ""), err)
	}
}

func TestAnEditInsideIsAnActAndPassesTheSameCheck(t *testing.T) {
	db, _ := setup(t)
	s, before, head := open(t, db), db.World(), db.Head()
	refused := errors.New("refused")
	edit := domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}
	if _, _, err := s.Do(edit, domain.By{}, func(domain.World, []domain.Change) error { return refused }); !errors.Is(err, refused) || kept(t, db, "") != 0 {
		t.Fatalf("without consent: %v", err)
	}
	if _, e, err := s.Do(edit, domain.By{Reason: "proef"}, domain.Unchecked); err != nil || len(e.Changes) != 1 {
		t.Fatalf("%+v, %v", e, err)
	}
	if g, _ := s.World().Group("G1"); g.Visibility != domain.MembersVisible {
		t.Error("inside nothing has changed")
	}
	if db.World() != before || db.Head() != head {
		t.Error("it has reached the set-up")
	}
	at, err := s.Position()
	if e, wrong := s.Entry(at.Undo); err != nil || wrong != nil || len(e.Changes) != 1 || e.By.Reason != "proef" {
		t.Errorf("what would be taken back is %+v", e)
	}
	if _, _, err := s.Undo(domain.By{}, func(domain.World, []domain.Change) error { return refused }); !errors.Is(err, refused) || s.World() == before {
		t.Errorf("taken back without consent: %v", err)
	}
}

func TestAnOpenedSceneStaysAsItWasKept(t *testing.T) {
	db, _ := setup(t)
	s := open(t, db)
	act(t, s)
	if err := s.Keep("Middag"); err != nil || kept(t, db, "Middag") != 1 || kept(t, db, "") != 0 {
		t.Fatalf("kept: %v", err)
	}
	if err := s.Keep("Middag"); !errors.Is(err, rehearsed.ErrTaken) {
		t.Errorf("the name was given twice: %v", err)
	}
	s = open(t, db)
	if err := s.OpenScene("Middag"); err != nil || s.Shown().Unkept {
		t.Fatalf("opened: %v", err)
	}
	if _, _, err := s.Undo(domain.By{}, domain.Unchecked); err != nil || kept(t, db, "Middag") != 1 || s.Shown().Unkept {
		t.Errorf("a step back is written: %v", err)
	}
	act(t, s)
	act(t, s)
	if kept(t, db, "Middag") != 1 || kept(t, db, "") != 2 || !s.Shown().Unkept {
		t.Error("what was done on it is not a rehearsal of its own")
	}
	if err := s.Drop(); err != nil || kept(t, db, "") != 0 || kept(t, db, "Middag") != 1 {
		t.Errorf("thrown away: %v", err)
	}
}

func TestWithoutKeepingNothingIsWritten(t *testing.T) {
	db, _ := setup(t)
	s := open(t, db)
	if err := s.Prepare(on, false); err != nil {
		t.Fatal(err)
	}
	act(t, s)
	if err := s.Keep("Middag"); !errors.Is(err, store.ErrReadOnly) || kept(t, db, "") != 0 || s.Shown().At.Len() != 1 {
		t.Errorf("kept: %v", err)
	}
}

func TestWhatCanNotBeWrittenIsNotDone(t *testing.T) {
	db, path := setup(t)
	s := open(t, db)
	act(t, s)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	var of rehearsed.Error
	if _, _, err := s.Act(hello); !errors.As(err, &of) || of.Path != store.ScenesPath(path) || s.Shown().At.Len() != 1 {
		t.Errorf("%d acts stand: %v", s.Shown().At.Len(), err)
	}
}

func TestASceneOnAnotherPastIsRefused(t *testing.T) {
	db, _ := setup(t)
	other := db.NewScene("", on)
	other.Hash[0]++
	if err := db.KeepScenes(store.Scenes{other}); err != nil {
		t.Fatal(err)
	}
	if _, err := rehearsed.Open(db, on); !errors.Is(err, store.ErrOtherPast) {
		t.Errorf("opened: %v", err)
	}
}

func TestTheJournalInsideEndsWithTheEditsInside(t *testing.T) {
	db, _ := setup(t)
	s, err := rehearsed.Of(db, db.NewScene("Middag", on))
	if err != nil {
		t.Fatal(err)
	}
	act(t, s)
	if _, _, err := s.Do(domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}, domain.By{Reason: "proef"}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	if _, _, err := db.Do(domain.SetVisibility{ID: "G2", Visibility: domain.Hidden}, domain.By{}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	for first := range domain.Seq(4) {
		var read []domain.Seq
		for e, err := range s.Journal(first, 0) {
			if err != nil || (e.By.Reason == "proef") != (e.Seq == 2) {
				t.Errorf("%+v, %v", e, err)
			}
			read = append(read, e.Seq)
		}
		if want := [][]domain.Seq{{1, 2}, {1, 2}, {2}, nil}[first]; !slices.Equal(read, want) {
			t.Errorf("from %d it is %v", first, read)
		}
	}
	if scene := s.Scene(); scene.Name != "Middag" || len(scene.Acts) != 2 || kept(t, db, "Middag") != 0 || kept(t, db, "") != 0 {
		t.Errorf("the scene is %+v, or was written", scene)
	}
}
