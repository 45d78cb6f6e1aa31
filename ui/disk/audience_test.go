package disk_test

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/ui/disk"
	"zichtlijn/ui/stage"
)

// What is shown comes over whole, for the owner's eyes only, and goes when either ends or
// dies.
func TestTheSecondScreenGetsWhatIsShownWhileBothLive(t *testing.T) {
	now := time.Now()
	to := disk.Audience{Folder: filepath.Join(t.TempDir(), "run", "zichtlijn"), Now: func() time.Time { return now }}
	seat := &disk.Seat{Audience: to}
	if _, present := seat.Read(); present || to.Attended() {
		t.Error("somebody is there before anything began")
	}
	seat.Attend()
	setting := domain.GroupVisible
	want := stage.Content{Person: "Anna Uil", Columns: []stage.Column{{Setting: &setting, Parts: []stage.Part{{Head: "Netwerk", People: []stage.Person{{Name: "Bo Vink", First: "Bo", Role: "cliënt", Brief: "cliënt"}}}}}}}
	if err := to.Show(want); err != nil {
		t.Fatal(err)
	}
	if got, present := seat.Read(); !present || !reflect.DeepEqual(got, want) || !to.Attended() {
		t.Errorf("it shows %+v", got)
	}
	found, err := os.ReadDir(to.Folder)
	if err != nil || len(found) != 2 {
		t.Fatalf("the folder has %v, %v", found, err)
	}
	for _, f := range found {
		if info, err := f.Info(); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", f.Name(), info.Mode(), err)
		}
	}
	now = now.Add(4 * time.Second) // nobody said anything
	if _, present := seat.Read(); present || to.Attended() {
		t.Error("what a dead program left is shown")
	}
	if _, err := os.Stat(filepath.Join(to.Folder, "stage.json")); !os.IsNotExist(err) {
		t.Error("it is still there")
	}
	seat.Leave()
	if to.End() != nil || to.Attended() {
		t.Error("it does not end")
	}
}

// Nothing is written to a folder that is a link to elsewhere.
func TestTheSecondScreenIsNoWayElsewhere(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "link")
	if err := os.Symlink(t.TempDir(), link); err != nil {
		t.Skip(err)
	}
	if err := (disk.Audience{Folder: link, Now: time.Now}).Show(stage.Content{Person: "x"}); err == nil {
		t.Error("it was written")
	}
}
