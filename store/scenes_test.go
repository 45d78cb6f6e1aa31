package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
)

// scene is one on the set-up as it is, in which Dennis messaged Petra.
func sceneOf(db *DB, name string) Scene {
	s := db.NewScene(name, 739000)
	s.Acts = []rehearsal.Act{
		{Kind: rehearsal.Send, By: "P29", On: 739000, To: []domain.PersonID{"P28"}, Text: "Hoi\nPetra", Of: 1},
		{Kind: rehearsal.Nothing, On: 739001},
	}
	return s
}

func TestScenesLieBesideTheFileForTheirOwnerOnly(t *testing.T) {
	db := fresh(t, quick())
	path := db.Path()
	if all, err := db.Scenes(); err != nil || len(all) != 0 {
		t.Fatalf("%v, %v", all, err)
	}
	want := Scenes{sceneOf(db, ""), sceneOf(db, "Dinsdag")}
	if err := db.KeepScenes(want); err != nil {
		t.Fatal(err)
	}
	if got, err := db.Scenes(); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\n%+v\nwant\n%+v", err, got, want)
	}
	if info, err := os.Stat(ScenesPath(path)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	if err := db.KeepScenes(nil); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(ScenesPath(path)); bytes.Contains(b, []byte("Dinsdag")) {
		t.Error("what was dropped is still there")
	}
}

func TestACopyHoldsNoScenes(t *testing.T) {
	db := fresh(t, quick())
	path := db.Path()
	if err := db.KeepScenes(Scenes{sceneOf(db, "Dinsdag")}); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(filepath.Dir(path), "copy.db")
	if err := db.Backup(to); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(to)
	if err != nil || bytes.Contains(b, []byte("Dinsdag")) {
		t.Errorf("%v: the copy names a scene", err)
	}
}

// TestAScenesFileThatRottedIsRefused flips every bit, and cuts the file everywhere.
func TestAScenesFileThatRottedIsRefused(t *testing.T) {
	db := fresh(t, quick())
	path := db.Path()
	if err := db.KeepScenes(Scenes{sceneOf(db, "Dinsdag")}); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(ScenesPath(path))
	if err != nil {
		t.Fatal(err)
	}
	refused := func(what string, at int, b []byte) {
		if err := os.WriteFile(ScenesPath(path), b, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Scenes(); err == nil {
			t.Fatalf("%s at %d goes unnoticed", what, at)
		}
	}
	for i := range whole {
		b := bytes.Clone(whole)
		b[i] ^= 1 << (i % 8)
		refused("a flipped bit", i, b)
		refused("the end", i, whole[:i])
	}
}

func TestASceneIsRebuiltFromTheJournalAndRefusedOnAnotherPast(t *testing.T) {
	db := fresh(t, quick())
	for _, c := range []domain.Command{
		domain.AddPerson{Person: domain.Person{ID: "P29", Role: domain.Guardian, GivenName: "Dennis", FamilyName: "Bakker"}},
		domain.AddPerson{Person: domain.Person{ID: "P28", Role: domain.Guardian, GivenName: "Petra", FamilyName: "Bakker"}},
	} {
		if _, _, err := db.Do(c, domain.By{}, domain.Unchecked); err != nil {
			t.Fatal(err)
		}
	}
	then, s := db.World(), sceneOf(db, "Dinsdag")
	if _, _, err := db.Do(domain.RemovePerson{ID: "P28"}, domain.By{}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	r, err := db.Rehearse(s)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := r.World().Records(), then.Records(); !reflect.DeepEqual(got.Persons, want.Persons) || r.Len() != 2 {
		t.Errorf("rebuilt with %d persons and %d acts", len(got.Persons), r.Len())
	}
	s.Hash[0] ^= 1
	if _, err := db.Rehearse(s); !errors.Is(err, ErrOtherPast) {
		t.Error(err)
	}
	s.Head = 99
	if _, err := db.Rehearse(s); !errors.Is(err, ErrOtherPast) {
		t.Error(err)
	}
}

func TestAFileForReadingKeepsNoScene(t *testing.T) {
	db := fresh(t, quick())
	path := db.Path()
	s := sceneOf(db, "Dinsdag")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	o := quick()
	o.ReadOnly = true
	db, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if err := db.KeepScenes(Scenes{s}); !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
}

// rehearseUntilKilled is the child: it does acts in the scene of the file at path, and says
// the number of each when the store has kept it.
func rehearseUntilKilled(path, _ string) error {
	o := quick()
	o.noSync = false
	db, err := Open(path, o)
	for err == nil {
		var all Scenes
		if all, err = db.Scenes(); err != nil {
			return err
		}
		s, known := all.Find("")
		if !known {
			s = db.NewScene("", 739000)
		}
		s.Acts = append(s.Acts, rehearsal.Act{Kind: rehearsal.Nothing, On: 739000, Text: strings.Repeat("x", len(s.Acts)%100)})
		if err = db.KeepScenes(all.With(s)); err == nil {
			fmt.Println(len(s.Acts))
		}
	}
	return err
}

func TestKilledAtAnyMomentTheSceneIsAsBeforeOrAfterTheAct(t *testing.T) {
	chance := rand.New(rand.NewPCG(10, 10))
	path := villageFile(t)
	acknowledged := 0
	for range times(5, 100) {
		acknowledged = max(acknowledged, int(killedAfter(t, path, childScenes, 1+chance.IntN(20), chance.IntN(5000))))
		db := open(t, path, quick())
		all, err := db.Scenes()
		closed(t, db)
		s, _ := all.Find("")
		if err != nil || len(s.Acts) < acknowledged || len(s.Acts) > acknowledged+1 {
			t.Fatalf("%v: %d acts, %d were acknowledged", err, len(s.Acts), acknowledged)
		}
		acknowledged = len(s.Acts)
	}
}
