package cli_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// heardPair is who of whom, and heardFact what they may.
type (
	heardPair  struct{ viewer, other string }
	heardFact  struct{ Sees, Messages bool }
	heardFacts map[heardPair]heardFact
)

// listener knows the sentences of --plain and who is who, and nothing else of a world.
type listener struct {
	t   *testing.T
	ids map[string]string // by the name that a line of the list of people begins with
}

func newListener(t *testing.T, world []string) listener {
	l := listener{t, map[string]string{}}
	for _, m := range regexp.MustCompile(`(?m)^(.+) \((P\d+)\):`).FindAllStringSubmatch(l.hears(world, "person list"), -1) {
		l.ids[m[1]] = m[2]
	}
	return l
}

// hears returns what a command says of a world.
func (l listener) hears(world []string, command string, more ...string) string {
	l.t.Helper()
	said := inside(slices.Concat(world, []string{"--plain"}, strings.Fields(command), more)...)
	if said.code != 0 && said.code != 1 { // 1 asks for attention
		l.t.Fatalf("%s: %v", command, said)
	}
	return said.out
}

// people are those that a list of names names.
func (l listener) people(names string) []string {
	l.t.Helper()
	var out []string
	for name := range strings.SplitSeq(strings.ReplaceAll(names, " en ", ", "), ", ") {
		if m := regexp.MustCompile(`\((P\d+)\)$`).FindStringSubmatch(name); m != nil {
			out = append(out, m[1])
		} else if id := l.ids[name]; id != "" {
			out = append(out, id)
		} else {
			l.t.Fatalf("nobody is called %q", name)
		}
	}
	return out
}

var (
	matrixLine = regexp.MustCompile(`^[^()]+(?: \([A-Z][a-z]+\))? \((P\d+)\)(?:, [^,]+,)? ziet(?: alle \d+ anderen| de enige ander)?: ([^.]+)\. (.+)$`)
	notSeen    = regexp.MustCompile(`^(.+?)(?: Ziet niet: ([^.]+)\.| Ziet de (\d+) anderen niet\.| Ziet nog 1 ander niet\.)?$`)
	through    = regexp.MustCompile(`,(?: waarvan)? alleen via een netwerk of een andere groep(?:: .*)?$`)
	mayNot     = regexp.MustCompile(`^Mag geen bericht sturen aan (.+); aan de ander(?:e \d+)? wel\.$`)
	mayOnly    = regexp.MustCompile(`^Mag een bericht sturen aan: (.+)\.$`)
	tileRow    = regexp.MustCompile(`^    .+? \((P\d+)\), [^;]+; (geen bericht|hier geen bericht|bericht mogelijk)`)
	addressee  = regexp.MustCompile(`^    .+? \((P\d+)\)(?:, want|$|\.)`)
	whoSees    = regexp.MustCompile(`^.+? \((P\d+)\) (ziet|mag) .*$`)
)

// matrix is what a matrix says of all pairs. Whoever is not named sees nobody.
func (l listener) matrix(lines string) heardFacts {
	l.t.Helper()
	out := heardFacts{}
	for line := range strings.Lines(lines) {
		m := matrixLine.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil {
			continue
		}
		seen := l.people(through.ReplaceAllString(m[2], ""))
		for _, id := range seen {
			out[heardPair{m[1], id}] = heardFact{Sees: true}
		}
		about := notSeen.FindStringSubmatch(m[3])
		for _, id := range l.mailed(about[1], seen) {
			f := out[heardPair{m[1], id}]
			f.Messages = true
			out[heardPair{m[1], id}] = f
		}
		if about[2] != "" {
			for _, id := range l.people(about[2]) {
				if slices.Contains(seen, id) {
					l.t.Errorf("%s sees and does not see %s: %s", m[1], id, line)
				}
			}
		}
	}
	return out
}

// mailed is whom of those who are seen, and of others, the sentence says may be messaged.
func (l listener) mailed(sentence string, seen []string) []string {
	l.t.Helper()
	if m := mayNot.FindStringSubmatch(sentence); m != nil {
		not := l.people(m[1])
		return slices.DeleteFunc(slices.Clone(seen), func(id string) bool { return slices.Contains(not, id) })
	}
	if m := mayOnly.FindStringSubmatch(sentence); m != nil {
		return l.people(m[1])
	}
	switch sentence {
	case "Een bericht sturen mag ook.", fmt.Sprintf("Een bericht sturen mag aan alle %d.", len(seen)):
		return seen
	case "Een bericht sturen mag aan niemand van hen.":
		return nil
	}
	l.t.Errorf("what does it mean: %q", sentence)
	return nil
}

// matrixFacts are those of a matrix as data.
func (l listener) matrixFacts(world []string, command string) heardFacts {
	l.t.Helper()
	var data struct {
		Persons []struct {
			Viewer, Other string
			heardFact
		}
	}
	if err := json.Unmarshal([]byte(l.hears(world, command, "--format", "json")), &data); err != nil {
		l.t.Fatal(err)
	}
	out := heardFacts{}
	for _, p := range data.Persons {
		out[heardPair{p.Viewer, p.Other}] = p.heardFact
	}
	return out
}

// heardWorlds are the demonstration on days on which it is otherwise.
func heardWorlds() [][]string {
	var out [][]string
	for _, on := range []string{"2026-03-02", "2026-01-15", "2026-04-01"} {
		out = append(out, []string{"--demo", "--lang", "nl", "--date", on})
	}
	return out
}

// Who only listens to a matrix knows of every pair what the data says, no more and no less.
func TestAListenerOfAMatrixKnowsEverySightline(t *testing.T) {
	t.Parallel()
	met := 0
	for _, world := range heardWorlds() {
		l := newListener(t, world)
		for _, command := range []string{"matrix", "matrix --group G1", "matrix --group G2", "matrix --group G3", "matrix --group G4", "matrix --group G5", "matrix --group G6"} {
			want := l.matrixFacts(world, command)
			met += len(want)
			if got := l.matrix(l.hears(world, command)); !maps.Equal(got, want) {
				t.Errorf("%v %s: %s", world, command, differing(got, want))
			}
		}
	}
	if met < 1000 {
		t.Errorf("only %d sightlines were heard", met)
	}
}

// Who listens to who-sees of everybody, or to the tiles of everybody, knows them too.
func TestAListenerOfTilesAndOfWhoSeesKnowsEverySightline(t *testing.T) {
	t.Parallel()
	world := heardWorlds()[0]
	l := newListener(t, world)
	tiles, viewers := heardFacts{}, heardFacts{}
	for _, id := range l.ids {
		for line := range strings.Lines(l.hears(world, "show "+id)) {
			if strings.HasPrefix(line, "Alleen voor de coördinator") {
				break
			}
			if m := tileRow.FindStringSubmatch(line); m != nil {
				at := heardPair{id, m[1]}
				tiles[at] = heardFact{true, tiles[at].Messages || m[2] == "bericht mogelijk"}
			} else if m := addressee.FindStringSubmatch(line); m != nil {
				at := heardPair{id, m[1]}
				tiles[at] = heardFact{tiles[at].Sees, true}
			}
		}
		for line := range strings.Lines(l.hears(world, "who-sees "+id)) {
			if m := whoSees.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
				viewers[heardPair{m[1], id}] = heardFact{m[2] == "ziet", !strings.Contains(line, "Een bericht sturen mag niet")}
			}
		}
	}
	want := l.matrixFacts(world, "matrix")
	if !maps.Equal(tiles, want) {
		t.Errorf("show: %s", differing(tiles, want))
	}
	if !maps.Equal(viewers, want) {
		t.Errorf("who-sees: %s", differing(viewers, want))
	}
}

// differing says what is heard otherwise than it is.
func differing(got, want heardFacts) string {
	var out []string
	for _, p := range slices.Concat(slices.Collect(maps.Keys(want)), slices.Collect(maps.Keys(got))) {
		if got[p] != want[p] {
			out = append(out, fmt.Sprintf("%s of %s: heard %v, is %v", p.viewer, p.other, got[p], want[p]))
		}
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), "\n")
}
