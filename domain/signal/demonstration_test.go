package signal_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/signal"
	"zichtlijn/store/exchange"
)

func today() domain.Date { return domaintest.Today() }

func demonstration(t testing.TB) domain.World {
	t.Helper()
	return after(t, domain.World{}, exchange.Demonstration())
}

// after is the world after commands.
func after(t testing.TB, w domain.World, commands ...domain.Command) domain.World {
	t.Helper()
	for _, c := range commands {
		changes, err := c.Plan(w)
		if err != nil {
			t.Fatalf("%s: %v", c.Verb(), err)
		}
		if w, err = w.With(changes...); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// line writes a signal as the table has it.
func line(s signal.Signal) string {
	return strings.Join(append([]string{string(s.Code)}, s.Objects...), " ")
}

// lines writes signals as the table has them.
func lines(list []signal.Signal) []string {
	var out []string
	for _, s := range list {
		out = append(out, line(s))
	}
	return out
}

// table reads the signals that are expected of the demonstration. A line "code -" is
// a code without signals.
func table(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("testdata/demonstration.table")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for l := range strings.Lines(string(text)) {
		if l = strings.TrimRight(l, "\n"); l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		const objects, words = 28, 41 // where the columns begin
		out = append(out, strings.Join(append(strings.Fields(l[:objects]), strings.Fields(l[objects:words])...), " "))
	}
	return out
}

// The table was made by hand from DOMAIN.md 4, before the code.
func TestTheDemonstrationGivesTheSignalsThatAPersonFoundInIt(t *testing.T) {
	found := lines(signal.Find(demonstration(t), today()))
	for _, c := range signal.Codes() {
		if !slices.ContainsFunc(found, func(l string) bool { return strings.HasPrefix(l, string(c)+" ") }) {
			found = append(found, string(c)+" -")
		}
	}
	want := table(t)
	for _, l := range want {
		if !slices.Contains(found, l) {
			t.Errorf("not found: %s", l)
		}
	}
	for _, l := range found {
		if !slices.Contains(want, l) {
			t.Errorf("not in the table: %s", l)
		}
	}
	if len(found) != len(want) {
		t.Errorf("%d found, %d in the table", len(found), len(want))
	}
}

func TestSignalsComeInTheOrderOfTheirCodesAndObjects(t *testing.T) {
	codes := signal.Codes()
	last := -1
	var before signal.Signal
	for _, s := range signal.Find(demonstration(t), today()) {
		at := slices.Index(codes, s.Code)
		if at < last || at == last && slices.Compare(before.Objects, s.Objects) >= 0 {
			t.Errorf("%s stands after %s", line(s), line(before))
		}
		last, before = at, s
	}
}
