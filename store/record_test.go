package store

import (
	"bytes"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

func TestEveryRecordComesBackFromTheFileAsItWentIn(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		want := domaintest.Small(rt)
		db, err := Create(t.TempDir()+"/institution.db", quick())
		if err != nil {
			rt.Fatal(err)
		}
		do(t, db, reading{want})
		again := open(t, closed(t, db), quick())
		if !reflect.DeepEqual(again.World().Records(), want.Records()) {
			rt.Fatal("what was written is not what was read")
		}
		if err := again.Close(); err != nil {
			rt.Fatal(err)
		}
	})
}

func TestNoWordsAndTheBuiltInWordsStayApart(t *testing.T) {
	for name, words := range map[string][]string{"built in": nil, "none": {}, "own": {"autisme"}} {
		db := fresh(t, quick())
		i := domain.Institution{Name: "Hazelmeander", Words: words}
		do(t, db, reading{domain.NewWorld(domain.Records{Institution: []domain.Institution{i}})})
		got := open(t, closed(t, db), quick()).World().Institution()
		if !got.Equal(i) {
			t.Errorf("%s: words %#v came back as %#v", name, words, got.Words)
		}
	}
}

func TestAPeriodStandsInItsRecordUnderItsOwnNumbers(t *testing.T) {
	m := domain.Membership{Group: "G1", Person: "P1", Period: domain.Period{From: 7, Through: 9}}
	b, err := encoding.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var fields map[int]any
	if err := decoding.Unmarshal(b, &fields); err != nil {
		t.Fatal(err)
	}
	want := map[int]any{1: "G1", 2: "P1", 20: uint64(7), 21: uint64(9)}
	if !reflect.DeepEqual(fields, want) {
		t.Errorf("%v, want %v", fields, want)
	}
}

func TestARecordThatWouldNotComeBackIsRefusedBeforeItIsWritten(t *testing.T) {
	db := fresh(t, quick())
	before := db.World()
	bad := domain.Group{ID: "G1", Name: "\xff"}
	_, _, err := db.Do(planned{[]domain.Change{{Group: &domain.Swap[domain.Group]{After: &bad}}}}, domain.By{}, domain.Unchecked)
	wantError(t, err, ErrNotSaved)
	sameWorld(t, db.World(), before)
	do(t, db, group("Kookgroep"))
}

func TestASealBelongsToItsBucketAndItsKey(t *testing.T) {
	sealed := seal("person", []byte("P1"), []byte("payload"))
	if got, err := unseal("person", []byte("P1"), sealed); err != nil || !bytes.Equal(got, []byte("payload")) {
		t.Fatalf("%q, %v", got, err)
	}
	for _, c := range []struct{ bucket, key string }{{"person", "P2"}, {"group", "P1"}, {"personP", "1"}} {
		if _, err := unseal(c.bucket, []byte(c.key), sealed); err == nil {
			t.Errorf("opened in %s under %s", c.bucket, c.key)
		}
	}
}

func TestAnyBitTurnedInASealedValueIsFound(t *testing.T) {
	sealed := seal("person", []byte("P1"), []byte("Noor Haddad"))
	for bit := range 8 * len(sealed) {
		b := bytes.Clone(sealed)
		b[bit/8] ^= 1 << (bit % 8)
		if _, err := unseal("person", []byte("P1"), b); err == nil {
			t.Errorf("bit %d", bit)
		}
	}
}

// planned is a command whose changes are given.
type planned struct{ changes []domain.Change }

func (planned) Verb() domain.Verb { return "test" }

func (p planned) Plan(domain.World) ([]domain.Change, error) { return p.changes, nil }
