package cli_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// lookingCommands have something to say for each screen.
var lookingCommands = []string{
	"group list", "person list", "relation list", "type list", "agreement list", "signal list", "assignment list", "member list G4", "reading list",
	"role list", "check", "steps", "steps G1", "planning", "log", "periodic", "show P15", "show P12", "why P29 P28", "why P15 P18", "compare P28 Oudercafé",
	"course P16 P05", "matrix", "matrix --group G4 --grid", "who-sees P28", "care P23", "find oudercafe", "picture group G4", "picture person P28", "picture client P14", "picture matrix", "rehearse run hazelmeander",
	"group G4 --visibility hidden --dry-run", "matrix --group G5", "check --mirror", "signal list --all", "compare P15 G1", "care P16", "reading edit network no --dry-run",
	"person edit P13 --location Steiger --dry-run", "relation end R34 --through 2026-03-31 --dry-run", "agreement add --kind never-sees --viewer P30 --other P14 --dry-run",
	"shift copy S01 --date 2026-03-09 --dry-run", "person leave P12 --through 2026-03-31 --dry-run", "type standard", "picture course --group G5", "help readings",
}

// Codes that nobody who listens knows: of a rule, and of a record before its name.
var (
	ruleCode = regexp.MustCompile(`(?i)\b(regel|rule|lezing|reading) [A-Z]\d{1,2}\b`)
	codeHead = regexp.MustCompile(`^ *([A-Z]{1,2}\d+|[a-z]+\.[a-z-]+ [A-Z]\d+)[:, ]`)
)

// SHOWING.md 4: what is read aloud has no sign that stands for a word, no columns, and roles
// as people speak of them.
func TestPlainLinesCanBeReadAloud(t *testing.T) {
	t.Parallel()
	const marks = ".,:;?!()'\"‘’“”-–/…%&@_#=«»<>*"
	for _, language := range []string{"nl", "en"} {
		for _, command := range lookingCommands {
			out := inside(append([]string{"--demo", "--plain", "--lang", language}, strings.Fields(command)...)...).out // 1 is attention
			if out == "" {
				t.Errorf("%s says nothing", command)
			}
			for line := range strings.Lines(out) {
				for _, r := range line {
					if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.M, r) && !strings.ContainsRune(marks, r) {
						t.Errorf("%s, %s: %q in %q", language, command, r, line)
					}
				}
				if strings.Contains(strings.TrimLeft(line, " "), "   ") {
					t.Errorf("%s, %s has columns: %q", language, command, line)
				}
				if ruleCode.MatchString(line) || codeHead.MatchString(line) {
					t.Errorf("%s, %s says a code: %q", language, command, line)
				}
				if _, typed, ok := strings.Cut(line, "zichtlijn "); ok && strings.Contains(typed, ". ") {
					t.Errorf("%s, %s has something to type before its last sentence: %q", language, command, line)
				}
				if strings.Contains(line, ", COUNSELOR") || strings.Contains(line, ", CLIENT") {
					t.Errorf("%s, %s names a role by its code: %q", language, command, line)
				}
			}
		}
	}
}

// comparedTiles are the tiles of each setting, as compare gives them to a script.
type comparedTiles struct {
	Now   string
	Modes []struct {
		Visibility     string
		Personentegel  tileData
		Berichtentegel tileData
	}
}

type tileData struct {
	Groups              []struct{ Rows []struct{ Person string } }
	Network, Addressees []struct{ Person string }
}

// people are who stands in the rows of a tile, addressees apart.
func (d tileData) people() []string {
	var out []string
	for _, g := range d.Groups {
		for _, p := range g.Rows {
			out = append(out, p.Person)
		}
	}
	for _, p := range d.Network {
		out = append(out, p.Person)
	}
	return out
}

// What is heard of another setting is exactly what its tiles add and take away.
func TestWhatIsHeardOfASettingIsWhatItsTilesTurn(t *testing.T) {
	t.Parallel()
	ids := regexp.MustCompile(`\((P\d+)\)`)
	turned, met := func(a, b []string) []string {
		a = slices.DeleteFunc(slices.Clone(a), func(p string) bool { return slices.Contains(b, p) })
		slices.Sort(a)
		return slices.Compact(a)
	}, 0
	for _, pair := range []string{"P15 G5", "P15 G1", "P12 G5", "P28 G4", "P29 G1", "P05 G2", "P38 G5", "P41 G4"} {
		run := func(more ...string) string {
			said := inside(append(strings.Fields("--demo compare "+pair), more...)...)
			if said.code != 0 {
				t.Fatal(said)
			}
			return said.out
		}
		var data comparedTiles
		if err := json.Unmarshal([]byte(run("--format", "json")), &data); err != nil {
			t.Fatal(err)
		}
		sees, mails := map[string][]string{}, map[string][]string{}
		for _, m := range data.Modes {
			sees[m.Visibility] = append(m.Personentegel.people(), m.Berichtentegel.people()...)
			for _, p := range m.Berichtentegel.Addressees {
				mails[m.Visibility] = append(mails[m.Visibility], p.Person)
			}
		}
		heard, _, _ := strings.Cut(run("--plain"), "\nWat iemand")
		parts := strings.Split(heard, "In de stand ")[1:]
		others := slices.DeleteFunc([]string{"hidden", "group-visible", "members-visible"}, func(v string) bool { return v == data.Now })
		for i, v := range others {
			for said, want := range map[string][]string{
				"  ziet er ": turned(sees[v], sees[data.Now]), " niet meer: ": turned(sees[data.Now], sees[v]),
				" aan wie het nu niet mag: ": turned(mails[v], mails[data.Now]), " geen bericht meer sturen: ": turned(mails[data.Now], mails[v]),
			} {
				var got []string
				for _, line := range strings.Split(parts[i], "\n") {
					if strings.Contains(line, said) && !strings.Contains(line, "groep") && !strings.Contains(line, "kan niet meer") {
						for _, m := range ids.FindAllStringSubmatch(line, -1) {
							got = append(got, m[1])
						}
					}
				}
				slices.Sort(got)
				met += len(want)
				if !slices.Equal(got, want) {
					t.Errorf("%s in %s: %q names %v, the tiles %v", pair, v, said, got, want)
				}
			}
		}
	}
	if met < 30 {
		t.Errorf("only %d turn", met)
	}
}
