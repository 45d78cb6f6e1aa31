package cli_test

import (
	"strings"
	"testing"
	"unicode"
)

// lookingCommands have something to say for each screen.
var lookingCommands = []string{
	"group list", "person list", "relation list", "type list", "agreement list", "signal list", "assignment list", "member list G4", "reading list",
	"role list", "check", "steps", "steps G1", "planning", "log", "periodic", "show P15", "show P12", "why P29 P28", "why P15 P18", "compare P28 Oudercafé",
	"course P16 P05", "matrix", "matrix --group G4 --grid", "who-sees P28", "care P23", "find oudercafe", "picture group G4", "picture person P28", "picture client P14", "picture matrix", "rehearse run hazelmeander",
	"group G4 --visibility hidden --dry-run",
}

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
				if strings.Contains(line, ", COUNSELOR") || strings.Contains(line, ", CLIENT") {
					t.Errorf("%s, %s names a role by its code: %q", language, command, line)
				}
			}
		}
	}
}
