package domain_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// module returns the root of the module: the folder above with go.mod in it.
func module(t *testing.T) string {
	t.Helper()
	at, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(at, "go.mod")); err == nil {
			return at
		}
		if filepath.Dir(at) == at {
			t.Fatal("no go.mod above this folder")
		}
		at = filepath.Dir(at)
	}
}

// sources returns every Go file of the module, whatever its build tags.
func sources(t *testing.T) []source {
	t.Helper()
	root := module(t)
	var out []source
	err := filepath.WalkDir(root, func(at string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && at != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(at, ".go") {
			return nil
		}
		text, err := os.ReadFile(at)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, at)
		if err != nil {
			return err
		}
		s, err := parse(filepath.ToSlash(name), string(text))
		out = append(out, s)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestTheHouseStandsAsItWasDrawn checks HOUSE.md 2 in the whole module.
func TestTheHouseStandsAsItWasDrawn(t *testing.T) {
	files := sources(t)
	for _, c := range []struct {
		name string
		rule rule
	}{
		{"domain knows nothing outside domain", each(pureDomain)},
		{"domain says nothing in any language", each(wordless)},
		{"clock, environment and exit are handed in", each(handedIn)},
		{"no room knows what it should not", each(rooms)},
		{"no room is called after nothing", each(nameless)},
		{"files and functions are small", small},
		{"no package variable changes", unchanging},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, broken := range c.rule(files) {
				t.Error(broken)
			}
		})
	}
}

func TestTheTopOfTheHouseHoldsOnlyWhatBelongsThere(t *testing.T) {
	entries, err := os.ReadDir(module(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !belongsAtTheTop(e.Name()) {
			t.Errorf("%s stands at the root", e.Name())
		}
	}
}

// belongsAtTheTop knows the names of HOUSE.md 2, dot-files, and what git ignores.
func belongsAtTheTop(name string) bool {
	return strings.HasPrefix(name, ".") ||
		slices.Contains([]string{"main.go", "go.mod", "go.sum", "README.md", "LICENSE", "domain", "store", "ui", "zichtlijn", "zichtlijn.exe"}, name) ||
		slices.Contains([]string{".db", ".test", ".out"}, filepath.Ext(name))
}
