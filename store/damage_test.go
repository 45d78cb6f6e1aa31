//go:build !race

// A fault in mapped memory can not be caught under the race detector.

package store

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"testing"

	"zichtlijn/domain"
)

// sound is an undamaged file with its contents.
type sound struct {
	bytes   []byte
	world   domain.Records
	entries []domain.Entry
}

func soundFile(t *testing.T) sound {
	t.Helper()
	path := villageFile(t)
	db := open(t, path, quick())
	s := sound{world: db.World().Records(), entries: entries(t, db)}
	closed(t, db)
	s.bytes = read(t, path)
	s.bytes = s.bytes[:used(t, s.bytes)]
	return s
}

// harmless fails unless b is refused, or opens as exactly the contents that were
// written and takes another edit. It reports whether b was refused.
func (s sound) harmless(t *testing.T, b []byte, what string, at int) bool {
	t.Helper()
	path := filepath.Join(t.TempDir(), "institution.db")
	write(t, path, b)
	db, err := Open(path, quick())
	if err != nil {
		if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrForeign) && !errors.Is(err, ErrEmpty) {
			t.Errorf("%s at %d: %v", what, at, err)
		}
		return true
	}
	defer func() { _ = db.Close() }()
	if !reflect.DeepEqual(db.World().Records(), s.world) || !reflect.DeepEqual(entries(t, db), s.entries) {
		t.Fatalf("%s at %d: opened as something else", what, at)
	}
	do(t, db, group("Na de schade"))
	if _, err := db.Verify(); err != nil {
		t.Fatalf("%s at %d: an edit did harm: %v", what, at, err)
	}
	return false
}

func TestATurnedBitIsFoundOrHarmless(t *testing.T) {
	s := soundFile(t)
	chance := rand.New(rand.NewPCG(4, 2))
	refused := 0
	for range times(60, 1000) {
		bit := chance.IntN(8 * len(s.bytes))
		b := bytes.Clone(s.bytes)
		b[bit/8] ^= 1 << (bit % 8)
		if s.harmless(t, b, "a turned bit", bit/8) {
			refused++
		}
	}
	t.Logf("%d refused", refused)
	if refused == 0 {
		t.Error("not one was found")
	}
}

// TestATurnedBitInWhatPagesHangOnIsFoundOrHarmless turns bits all over every
// page's header and first elements, where one bit moves a whole page.
func TestATurnedBitInWhatPagesHangOnIsFoundOrHarmless(t *testing.T) {
	s := soundFile(t)
	pages := len(s.bytes) / pageSize
	for page := range pages {
		for bit := range 8 * 96 {
			if (page*7+bit)%times(41, 7) != 0 {
				continue
			}
			at := page*pageSize + bit/8
			b := bytes.Clone(s.bytes)
			b[at] ^= 1 << (bit % 8)
			s.harmless(t, b, "a turned bit", at)
		}
	}
}

func TestAFileCutShortIsRefused(t *testing.T) {
	s := soundFile(t)
	chance := rand.New(rand.NewPCG(5, 2))
	for i := range times(60, 1000) {
		at := chance.IntN(len(s.bytes))
		if i%3 == 0 { // as file systems cut
			at -= at % 512
		}
		if !s.harmless(t, s.bytes[:at], "cut", at) {
			t.Errorf("cut at %d: not found", at)
		}
	}
}

func TestAPageThatIsLostOrOlderThanTheRestIsFound(t *testing.T) {
	s := soundFile(t)
	for page := range len(s.bytes) / pageSize {
		at := page * pageSize
		zeros, doubled := bytes.Clone(s.bytes), bytes.Clone(s.bytes)
		clear(zeros[at : at+pageSize])
		copy(doubled[at:at+pageSize], s.bytes[(at+3*pageSize)%len(s.bytes):])
		s.harmless(t, zeros, "a page of zeros", at)
		s.harmless(t, doubled, "another page in its place", at)
	}
}

func TestTheOlderOfTheTwoMetaPagesMustBeWholeToo(t *testing.T) {
	s := soundFile(t)
	for page := range 2 {
		b := bytes.Clone(s.bytes)
		b[page*pageSize+headerSize+20] ^= 4
		if !s.harmless(t, b, "meta", page) {
			t.Errorf("meta page %d: going on would take back an edit", page)
		}
	}
}
