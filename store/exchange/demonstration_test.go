package exchange

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

var update = flag.Bool("update", false, "write the demonstration for other tests again")

func TestTheDemonstrationIsInOurOwnFormAndOpensOnItsDay(t *testing.T) {
	w := taken(t, domain.World{}, Demonstration())
	if got := written(t, w); got != string(demonstration) {
		t.Error("demonstration.json is not as Write writes it")
	}
	if got := w.Institution().Date.String(); got != "2026-03-02" {
		t.Errorf("it opens on %q", got)
	}
	for noun, want := range map[domain.Noun]int{
		domain.PersonNoun: 41, domain.GroupNoun: 6, domain.MembershipNoun: 55, domain.RelationTypeNoun: 11, domain.RelationNoun: 73,
		domain.AccessRoleNoun: 5, domain.AssignmentNoun: 13, domain.ShiftNoun: 10, domain.AgreementNoun: 3,
	} {
		if got := w.Count(noun); got != want {
			t.Errorf("%d of %s, want %d", got, noun, want)
		}
	}
}

// copied is where domaintest has the demonstration for the tests of other packages.
const copied = "../../domain/domaintest/demonstration_records.go"

// TestOtherTestsHaveTheSameDemonstration also writes it for them, with -update.
func TestOtherTestsHaveTheSameDemonstration(t *testing.T) {
	want := taken(t, domain.World{}, Demonstration()).Records()
	if *update {
		if err := os.WriteFile(copied, recordsInGo(t, want), 0o600); err != nil {
			t.Fatal(err)
		}
		t.Skip("written; what was compiled has the one before")
	}
	if got := domaintest.Demonstration().Records(); !reflect.DeepEqual(got, want) {
		t.Error("domaintest has another demonstration; renew it with -run OtherTests -update")
	}
}

// recordsInGo returns the file with a constant of the records, each on a line of its own,
// without what is empty.
func recordsInGo(t *testing.T, r domain.Records) []byte {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var lists map[string][]any
	if err := json.Unmarshal(b, &lists); err != nil {
		t.Fatal(err)
	}
	out := []byte("package domaintest\n\n// demonstration is written by a test of store/exchange, with -update.\nconst demonstration = `{")
	for i, name := range slices.Sorted(maps.Keys(lists)) {
		if i > 0 {
			out = append(out, ',')
		}
		out = fmt.Appendf(out, "\n%q: [", name)
		for j, record := range lists[name] {
			line, err := json.Marshal(filled(record))
			if err != nil {
				t.Fatal(err)
			}
			if j > 0 {
				out = append(out, ',')
			}
			out = append(append(out, '\n'), bytes.ReplaceAll(line, []byte("`"), []byte(`\u0060`))...)
		}
		out = append(out, ']')
	}
	return append(out, "\n}`\n"...)
}

// filled returns a value of JSON without what is empty in it; nil where all is.
func filled(v any) any {
	switch v := v.(type) {
	case map[string]any:
		maps.DeleteFunc(v, func(name string, inner any) bool {
			v[name] = filled(inner)
			return v[name] == nil
		})
		if len(v) == 0 {
			return nil
		}
	case []any:
		if len(v) == 0 {
			return nil
		}
	case string, float64, bool:
		if reflect.ValueOf(v).IsZero() {
			return nil
		}
	}
	return v
}
