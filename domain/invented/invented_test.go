package invented

import (
	"slices"
	"testing"

	"zichtlijn/domain"
)

func TestASecretAlwaysGivesTheSameName(t *testing.T) {
	if a, b := Person([]byte("a"), "P1"), Person([]byte("a"), "P1"); a != b {
		t.Errorf("%v and %v", a, b)
	}
	names := map[Name]bool{}
	for _, secret := range []string{"a", "b", "c", "d"} {
		names[Person([]byte(secret), "P1")] = true
	}
	if len(names) < 3 {
		t.Errorf("four secrets gave %v", names)
	}
}

func TestAnInventedIDIsAnID(t *testing.T) {
	seen := map[string]bool{}
	for _, id := range []string{"P1", "P2", "x.y-z", ""} {
		got := ID([]byte("a"), "P", id)
		if !domain.ValidID(got) || seen[got] {
			t.Errorf("%q became %q", id, got)
		}
		seen[got] = true
	}
}

func TestNamesCanBeAName(t *testing.T) {
	for _, list := range [][]string{given, family} {
		for i, name := range list {
			if slices.Contains(list[:i], name) {
				t.Errorf("%s stands there twice", name)
			}
			if domain.SameName(name) == "" {
				t.Errorf("%q is no name", name)
			}
		}
	}
}
