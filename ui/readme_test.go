package ui

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	_ "github.com/charmbracelet/x/exp/golden" // registers -update

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// README's table of keys is what the screens answer in the demonstration, where one
// signal was accepted.
func TestTheKeysInTheReadmeAreThoseOfTheScreens(t *testing.T) {
	const readme, from, to = "../README.md", "<!-- keys -->\n", "<!-- /keys -->\n"
	world := scenetest.Demonstration(t)
	first := signal.Look(world, domaintest.Today()).Open[0]
	world = scenetest.After(t, world, domain.AcceptSignal{Signal: domain.AcceptedSignal{Code: string(first.Code), Objects: first.Objects, Reason: "-", On: domaintest.Today()}})
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(text), from)
	was, after, ok := strings.Cut(rest, to)
	if !ok {
		t.Fatalf("%s has no table between %q and %q", readme, from, to)
	}
	now := markdown(KeyTable(world, domaintest.Today(), words.English))
	switch {
	case was == now:
	case flag.Lookup("update").Value.String() == "true":
		if err := os.WriteFile(readme, []byte(before+from+now+to+after), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the keys in %s are others than on the screens; -update writes them:\n%s", readme, now)
	}
}

// markdown writes sections as one table. A line that stands on many screens is
// written once.
func markdown(all []KeySection) string {
	const many = 3
	line := func(r [2]string) string { return r[0] + " | " + r[1] }
	on := map[string][]string{}
	for _, s := range all[1:] {
		number, _, _ := strings.Cut(s.Title, " ")
		for _, r := range s.Rows {
			on[line(r)] = append(on[line(r)], number)
		}
	}
	var common []string
	out := "| | |\n|---|---|\n"
	for _, s := range all {
		out += fmt.Sprintf("| **%s** | |\n", s.Title)
		for _, r := range s.Rows {
			switch l := line(r); {
			case len(on[l]) < many:
				out += "| " + l + " |\n"
			case !slices.Contains(common, l):
				common = append(common, l)
			}
		}
	}
	for i, l := range common {
		if i == 0 {
			out += "| **On several screens** | |\n"
		}
		out += fmt.Sprintf("| %s (%s) |\n", l, strings.Join(on[l], ", "))
	}
	return out
}

// SHOWING.md 4: no key is one that a Dutch, Belgian or US-International layout keeps dead until
// the next.
func TestNoActionIsOnADeadKey(t *testing.T) {
	w := demonstration().World()
	seen := 0
	for _, section := range KeyTable(w, w.Institution().Date, words.Dutch) {
		for _, row := range section.Rows {
			for key := range strings.FieldsSeq(row[0]) {
				seen++
				if slices.Contains([]string{"'", "\"", "`", "~", "^", "´", "¨"}, key) {
					t.Errorf("%s: %q %s", section.Title, key, row[1])
				}
			}
		}
	}
	if seen < 50 {
		t.Errorf("only %d keys were looked at", seen)
	}
}
