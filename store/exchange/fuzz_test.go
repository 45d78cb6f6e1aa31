package exchange

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

// FuzzRead checks that no file breaks the reader, that a set-up without problems can be
// written and read back, and that the list of problems is bounded.
func FuzzRead(f *testing.F) {
	f.Add([]byte(everything))
	for _, c := range wrongs() {
		f.Add([]byte(c.file))
		f.Add([]byte(`{"format":"zichtlijn-setup","version":1,` + c.members + `}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Read("fuzz.json", bytes.NewReader(data), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		o := Import{Setups: []Setup{s}, TakeDate: true}.Outcome(domain.World{})
		if len(o.Problems) > mostProblems {
			t.Fatalf("%d problems", len(o.Problems))
		}
		for _, p := range o.Problems {
			if utf8.RuneCountInString(p.Value) > MostValue || p.Code == "" {
				t.Fatalf("%+v", p)
			}
		}
		if len(o.Problems) > 0 {
			return
		}
		w, err := domain.World{}.With(o.Changes...)
		if err != nil {
			t.Fatal(err)
		}
		wantBack(t, w)
	})
}

func TestOurParserAcceptsWhatJSONIsAndNothingElse(t *testing.T) {
	for src, ok := range map[string]bool{
		`{}`: true, `[]`: true, ` [ 1 , 2 ] `: true, `"\ud83d\ude00"`: true, `-0.5e+10`: true, `true`: true, `null`: true,
		`[1,]`: false, `[,1]`: false, `{"a"}`: false, `{"a":}`: false, `{a:1}`: false, `'a'`: false, `01`: false, `1.`: false,
		`.5`: false, `+1`: false, `1e`: false, `-`: false, `"\x"`: false, `"\u12"`: false, `"\u12g4"`: false, `"`: false, `tru`: false, `truex`: false,
		`NaN`: false, `[1 2]`: false, `{"a":1 "b":2}`: false, "\"\x00\"": false, "\x00": false, `// x`: false, "\u00a01": false, ``: false, `]`: false,
	} {
		if _, f := parse([]byte(src), 100, nil); (f == nil) != ok {
			t.Errorf("%q: got %+v", src, f)
		}
	}
}

func TestARefusedFileNamesThePlaceWhereItStopsBeingJSON(t *testing.T) {
	found, _ := fileOf(t, "{\n \"format\": \"zichtlijn-setup\",\n \"é\" 1\n}").Problems()
	if len(found) != 1 || found[0].Code != NotJSON || found[0].Line != 3 || found[0].Column != 6 {
		t.Errorf("got %+v, want line 3, column 6", found)
	}
}

func TestANearNameIsOfferedAndAFarOneIsNot(t *testing.T) {
	known := []string{"COUNSELOR", "COUNSELOR_PLUS", "CLIENT"}
	for s, want := range map[string]string{"counselor": "COUNSELOR", "COUNCELOR": "COUNSELOR", "CLEINT": "CLIENT", "arts": "", "": "", strings.Repeat("x", 1000): ""} {
		if got, _ := nearest(s, known); got != want {
			t.Errorf("%.20q: got %q, want %q", s, got, want)
		}
	}
}

// Whatever a table holds: no panic, the counts add up to what was read, and what is taken
// breaks no rule.
func FuzzTables(f *testing.F) {
	f.Add("personen.csv", hazel, true)
	f.Add("lijst.csv", "naam;nummer;rol;groep;begeleider\nAn Bos;5;client;A;Bao\nAn Bos;5;client;B;Jo\n", false)
	f.Add("relaties.csv", "client_id;persoon_id;relatietype;van;t/m\nP1;P2;[leeg];1-1-2026;31-12-9999\n", true)
	f.Fuzz(func(t *testing.T, name, text string, match bool) {
		s, err := ReadAs(name, strings.NewReader(text), How{Tables: true, Limits: Limits{Bytes: 1 << 16, Records: 100}})
		if err != nil {
			t.Fatal(err)
		}
		w := domaintest.Institution(3, domaintest.Size{Persons: 6, Groups: 2, Memberships: 8, Relations: 4}).At(importDay)
		i := tables(s)
		i.Match = match
		out := i.Outcome(w)
		if len(out.Problems) > 0 {
			return
		}
		after, err := w.With(out.Changes...)
		if err != nil {
			t.Fatal(err)
		}
		if found := domain.Judge(after, out.Changes); len(found) > 0 {
			t.Fatalf("taken: %+v", found[0])
		}
	})
}
