package store

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"zichtlijn/domain"
)

// editUntilKilled is the child: it edits the file at path, undoes some, and
// says each entry's number when the store has acknowledged it. A number of edits ends it
// before.
func editUntilKilled(path, edits string) error {
	o := quick()
	o.noSync = false
	db, err := Open(path, o)
	if err != nil {
		return err
	}
	most, err := strconv.Atoi(edits)
	for i := 0; err != nil || i < most; i++ {
		seq, err := edited(db, i)
		if err != nil {
			return err
		}
		fmt.Println(seq)
	}
	return db.Close()
}

// edited makes edit i of a run, or undoes or repeats one.
func edited(db *DB, i int) (domain.Seq, error) {
	var e domain.Entry
	var err error
	switch {
	case i%5 == 3:
		_, e, err = db.Undo(domain.By{}, domain.Unchecked)
	case i%5 == 4 && i%2 == 0:
		_, e, err = db.Redo(domain.By{}, domain.Unchecked)
	default:
		_, e, err = db.Do(childEdit(db, i), domain.By{}, domain.Unchecked)
	}
	return e.Seq, err
}

func childEdit(db *DB, i int) domain.Command {
	return group(fmt.Sprintf("Groep %d van %d", i, db.Head()))
}

func TestKilledAtAnyMomentNothingAcknowledgedIsLost(t *testing.T) {
	chance := rand.New(rand.NewPCG(9, 9))
	path := filepath.Join(t.TempDir(), "institution.db")
	db, err := Create(path, quick())
	if err != nil {
		t.Fatal(err)
	}
	do(t, db, reading{village()})
	closed(t, db)
	acknowledged := domain.Seq(1)
	for range times(5, 300) {
		if seen := killedAfter(t, path, "", 1+chance.IntN(20), chance.IntN(5000)); seen > acknowledged {
			acknowledged = seen
		}
		r, err := Verify(path, quick())
		if err != nil {
			t.Fatalf("after entry %d: %v", acknowledged, err)
		}
		if r.Entries < acknowledged || r.Entries > acknowledged+1 {
			t.Fatalf("%d entries, %d were acknowledged", r.Entries, acknowledged)
		}
		acknowledged = r.Entries
	}
	open(t, path, quick())
}

// killedAfter starts a child that edits or does something else and kills it a little after its given number of
// edits, at a random moment. It returns the last entry that was acknowledged to the
// child.
func killedAfter(t *testing.T, path, doing string, edits, longer int) domain.Seq {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childFile+"="+path, childEdits+"="+doing)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var last domain.Seq
	lines := bufio.NewScanner(out)
	for n := 0; lines.Scan(); n++ {
		seq, err := strconv.ParseUint(lines.Text(), 10, 64)
		if err != nil {
			break // the last line may have been cut by the kill
		}
		last = domain.Seq(seq)
		if n == edits {
			for range longer {
				runtime.Gosched()
			}
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil {
		t.Fatal("the child ended by itself")
	}
	if last == 0 {
		t.Fatal("the child made no edit")
	}
	return last
}
