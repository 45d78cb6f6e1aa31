package domain_test

import (
	"strings"
	"testing"
)

// fake is a small file that a rule must refuse or allow.
type fake struct {
	path, text string
	refused    bool
}

func try(t *testing.T, name string, r rule, fakes ...fake) {
	t.Helper()
	for _, f := range fakes {
		s, err := parse(f.path, f.text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if broken := r([]source{s}); (len(broken) > 0) != f.refused {
			t.Errorf("%s: %s: %q\nrefused: %q, want %v", name, f.path, f.text, broken, f.refused)
		}
	}
}

func importing(p string) string { return "package a\nimport _ \"" + p + "\"" }

func saying(literal string) string {
	return "package domain\nfunc f() string { return " + literal + " }"
}

// TestEveryRuleOfTheHouseCanFail gives the rules files that break them: a rule that
// allows everything would check nothing.
func TestEveryRuleOfTheHouseCanFail(t *testing.T) {
	try(t, "pure", each(pureDomain),
		fake{"domain/a.go", importing("os"), true},
		fake{"domain/sight/a.go", importing("io/fs"), true},
		fake{"domain/a.go", importing("net/http"), true},
		fake{"domain/a.go", importing("zichtlijn/store"), true},
		fake{"domain/a.go", importing("zichtlijn/domain/domaintest"), true},
		fake{"domain/a.go", importing("math/rand/v2"), true},
		fake{"domain/a.go", importing("github.com/spf13/cobra"), true},
		fake{"domain/a.go", importing("github.com/tidwall/btree"), false},
		fake{"domain/sight/a.go", importing("zichtlijn/domain"), false},
		fake{"domain/a_test.go", importing("os"), false},
		fake{"store/a.go", importing("os"), false},
	)
	try(t, "rooms", each(rooms),
		fake{"ui/a.go", importing("go.etcd.io/bbolt"), true},
		fake{"store/exchange/a.go", importing("go.etcd.io/bbolt"), true},
		fake{"store/exchange/a.go", importing("zichtlijn/store"), true},
		fake{"store/a.go", importing("go.etcd.io/bbolt"), false},
		fake{"store/a.go", importing("zichtlijn/ui/lang"), true},
		fake{"store/a.go", importing("charm.land/lipgloss/v2"), true},
		fake{"domain/a.go", importing("charm.land/bubbles/v2/list"), true},
		fake{"main.go", importing("charm.land/bubbletea/v2"), false},
		fake{"ui/groups/a.go", importing("charm.land/bubbletea/v2"), false},
		fake{"ui/groups/a.go", importing("zichtlijn/ui/people"), true},
		fake{"ui/groups/a.go", importing("zichtlijn/ui"), true},
		fake{"ui/groups/a.go", importing("zichtlijn/store"), true},
		fake{"ui/later/a.go", importing("zichtlijn/ui/groups"), true},
		fake{"ui/groups/a.go", importing("zichtlijn/ui/scene"), false},
		fake{"ui/widget/a.go", importing("zichtlijn/domain"), true},
		fake{"ui/theme/a.go", importing("zichtlijn/ui/scene"), true},
		fake{"ui/a.go", importing("zichtlijn/ui/groups"), false},
	)
	try(t, "names", each(nameless),
		fake{"ui/util/a.go", "package util", true},
		fake{"ui/common/a.go", "package words", true},
		fake{"ui/lang/a.go", "package lang", false},
	)
	try(t, "handed in", each(handedIn),
		fake{"domain/a.go", "package domain\nimport \"time\"\nvar now = time.Now", true},
		fake{"domain/a.go", "package domain\nimport \"fmt\"\nfunc f() { fmt.Println() }", true},
		fake{"store/a.go", "package store\nimport \"time\"\nvar now = time.Now", false},
		fake{"store/a.go", "package store\nimport \"os\"\nfunc f() { os.Exit(1) }", true},
		fake{"ui/a.go", "package ui\nimport \"os\"\nvar home = os.Getenv(\"HOME\")", true},
		fake{"main.go", "package main\nimport \"os\"\nfunc main() { os.Exit(0) }", false},
	)
	try(t, "wordless", each(wordless),
		fake{"domain/a.go", saying(`"a group named %s already exists"`), true},
		fake{"domain/sight/a.go", saying(`"niemand ziet niemand."`), true},
		fake{"domain/a.go", saying("`de groep bestaat al`"), true},
		fake{"domain/a.go", saying(`"%s: name taken"`), true},
		fake{"domain/a.go", saying(`"domain: a change that changes nothing"`), false},
		fake{"domain/a.go", saying(`"group.add"`), false},
		fake{"domain/a.go", saying(`t{Name: "Niet inplannen", Tasks: []string{"dossier inzien"}}`), false},
		fake{"domain/a.go", saying(`t{Title: "Niet inplannen"}`), true},
		fake{"domain/a.go", saying(`"2006-01-02"`), false},
		fake{"domain/a.go", "package domain\ntype t struct {\n\tA int `cbor:\"1 and some words\"`\n}", false},
		fake{"store/a.go", saying(`"a group named %s already exists"`), false},
	)
}

func TestASizeOverTheLimitIsSeen(t *testing.T) {
	body := func(line string, n int) string { return strings.Repeat(line+"\n", n) }
	try(t, "size", small,
		fake{"a.go", "package a\n" + body("", fileLimit), true},
		fake{"a_test.go", "package a\n" + body("", fileLimit), true},
		fake{"a.go", "package a\n" + body("", fileLimit-1), false},
		fake{"a.go", "package a\nfunc f() {\n" + body("_ = 1", functionLimit-1) + "}", true},
		fake{"a.go", "package a\nfunc f() {\n" + body("_ = 1", functionLimit-2) + "}", false},
		fake{"a.go", "package a\n// f has\n// a long doc\nfunc f() {\n" + body("_ = 1", functionLimit-2) + "}", false},
		fake{"a.go", "package a\nfunc f() {\n_ = []int{\n" + body("1,", 3*functionLimit) + "}\n}", false},
		fake{"a.go", "package a\nfunc f() {\n_ = []int{\n" + body("1,", 9) + "}\n" + body("_ = 1", functionLimit) + "}", true},
		fake{"a.go", "package a\nvar f = []func(){func() {\n" + body("_ = 1", functionLimit) + "}}", true},
	)
}

func TestAPackageVariableThatChangesIsSeen(t *testing.T) {
	fn := func(body string) string { return "package a\nvar v, w = 1, map[int]int{}\nfunc f() {\n" + body + "\n}" }
	try(t, "variables", unchanging,
		fake{"a.go", fn("v = 2"), true},
		fake{"a.go", fn("v++"), true},
		fake{"a.go", fn("v += 2"), true},
		fake{"a.go", fn("w[1] = 2"), true},
		fake{"a.go", fn("delete(w, 1)"), true},
		fake{"a.go", fn("p := &v; *p = 2"), true},
		fake{"a.go", "package a\nimport \"zichtlijn/other\"\nfunc f() { other.Global = 1 }", true},
		fake{"a.go", fn("_ = v + w[1]"), false},
		fake{"a.go", fn("v := 1; v = 2; _ = v"), false},
		fake{"a.go", "package a\nvar v = 1\nfunc f(v int) { v = 2 }", false},
		fake{"a.go", "package a\nvar v = 1\ntype t struct{ v int }\nfunc (x *t) f() { x.v = 2 }", false},
		fake{"a.go", "package a\nvar _ error = nil\nfunc f() { _ = 1 }", false},
		fake{"a_test.go", fn("v = 2"), false},
	)
	one, err := parse("a/one.go", "package a\nvar v = 1")
	if err != nil {
		t.Fatal(err)
	}
	two, err := parse("a/two.go", "package a\nfunc f() { v = 2 }")
	if err != nil {
		t.Fatal(err)
	}
	other, err := parse("b/two.go", "package b\nfunc f(v int) { v = 2 }")
	if err != nil {
		t.Fatal(err)
	}
	if len(unchanging([]source{one, two})) != 1 || len(unchanging([]source{one, other})) != 0 {
		t.Error("a variable of another file of the package is not seen, or one of another package is")
	}
}

func TestTheRootHoldsNothingElse(t *testing.T) {
	for _, name := range []string{"util", "cmd", "arch_test.go", "notes.txt", "pkg", "Makefile"} {
		if belongsAtTheTop(name) {
			t.Errorf("%s is let in", name)
		}
	}
	for _, name := range []string{"main.go", "go.mod", ".ci", ".gitignore", "LICENSE", "domain"} {
		if !belongsAtTheTop(name) {
			t.Errorf("%s is refused", name)
		}
	}
}

func TestTheRuleOfPicturesCanFail(t *testing.T) {
	try(t, "rooms", each(rooms),
		fake{"ui/picture/a.go", importing("zichtlijn/domain"), true},
		fake{"ui/picture/a.go", importing("zichtlijn/ui/words"), false},
		fake{"ui/picture/draw/a.go", importing("zichtlijn/store"), true},
		fake{"ui/picture/draw/a.go", importing("zichtlijn/ui/picture"), false},
		fake{"ui/groups/a.go", importing("zichtlijn/ui/picture"), false},
	)
}
