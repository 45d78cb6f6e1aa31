package exchange

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
)

// setupOf reads a set-up that lacks nothing but its head.
func setupOf(t testing.TB, members string) Setup {
	t.Helper()
	return fileOf(t, `{"format":"zichtlijn-setup","version":1`+strings.TrimSuffix(","+members, ",")+`}`)
}

func fileOf(t testing.TB, content string) Setup {
	t.Helper()
	s, err := Read("test.json", strings.NewReader(content), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// worldOf is the empty World after importing set-ups without a problem.
func worldOf(t testing.TB, setups ...Setup) domain.World {
	t.Helper()
	return taken(t, domain.World{}, Import{Setups: setups})
}

func taken(t testing.TB, w domain.World, i Import) domain.World {
	t.Helper()
	changes, err := i.Plan(w)
	if err != nil {
		var r Rejected
		if errors.As(err, &r) {
			t.Fatalf("rejected: %+v", r.Problems)
		}
		t.Fatal(err)
	}
	next, err := w.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func written(t testing.TB, w domain.World) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, w); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// problemsOf returns the problems of importing a set-up into w.
func problemsOf(w domain.World, setups ...Setup) []Problem {
	return Import{Setups: setups}.Outcome(w).Problems
}

func codesOf(found []Problem) []Code {
	var out []Code
	for _, p := range found {
		out = append(out, p.Code)
	}
	return out
}

func wantNothingToDo(t *testing.T, w domain.World, i Import) {
	t.Helper()
	changes, err := i.Plan(w)
	var r domain.Refusal
	if !errors.As(err, &r) || r.Code != domain.NothingToDo || changes != nil {
		t.Errorf("got %d changes and %v, want nothing to do", len(changes), err)
	}
}

func countOf(o Outcome, n domain.Noun) Count {
	return o.Counts[slices.IndexFunc(o.Counts, func(c Count) bool { return c.Noun == n })]
}

const (
	client    = `{"id":"P1","role":"CLIENT","givenName":"Sem","familyName":"Bakker"}`
	counselor = `{"id":"P2","role":"COUNSELOR","givenName":"Bao","familyName":"Nguyễn"}`
	other     = `{"id":"P3","role":"COUNSELOR","givenName":"Femke","familyName":"Dijkstra"}`
	boss      = `{"id":"P4","role":"ADMINISTRATOR","givenName":"Marloes","familyName":"Hoekstra"}`
	guardian  = `{"id":"P5","role":"GUARDIAN","givenName":"Petra","familyName":"Bakker"}`
	people    = `"persons":[` + client + `,` + counselor + `,` + other + `,` + boss + `,` + guardian + `]`
	groep     = `"groups":[{"id":"G1","name":"Oudercafé"}]`
	types     = `"relationTypes":[{"id":"T1","name":"Begeleider","kind":"employee"},
		{"id":"T2","name":"Regie","kind":"employee","primary":true,"exclusive":true},
		{"id":"T3","name":"Ongewenst","kind":"employee","negative":true}]`
)
