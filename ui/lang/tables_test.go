package lang

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// keyConstants reads every constant of type Key from the sources.
func keyConstants(t *testing.T) map[Key]string {
	t.Helper()
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	out := map[Key]string{}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			kind, typed := spec.Type.(*ast.Ident)
			lit, value := spec.Values[0].(*ast.BasicLit)
			if typed && value && kind.Name == "Key" {
				key, _ := strconv.Unquote(lit.Value)
				out[Key(key)] = spec.Names[0].Name
			}
			return true
		})
	}
	return out
}

func entries(l Language) map[Key]any {
	out := map[Key]any{}
	for _, t := range tables(l) {
		maps.Copy(out, t)
	}
	return out
}

func TestEveryKeyHasWordsInEveryLanguage(t *testing.T) {
	keys := keyConstants(t)
	if len(keys) < 200 {
		t.Fatalf("found %d keys in the sources only", len(keys))
	}
	for _, l := range Languages() {
		for key, name := range keys {
			if !In(l).Has(key) {
				t.Errorf("%v has no words for %s (%s)", l, name, key)
			}
		}
	}
}

func TestTheLanguagesSayTheSameThings(t *testing.T) {
	dutch, english := entries(Dutch), entries(English)
	for key := range dutch {
		if _, ok := english[key]; !ok {
			t.Errorf("English lacks %s", key)
		}
	}
	for key := range english {
		if _, ok := dutch[key]; !ok {
			t.Errorf("Dutch lacks %s", key)
		}
	}
}

var argument = regexp.MustCompile(`%(\[\d\])?[sdvq]`)

// arguments are which arguments a sentence takes, and how.
func arguments(entry any) []string {
	var out []string
	for _, s := range forms(entry) {
		out = append(out, argument.FindAllString(s, -1)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func forms(entry any) []string {
	switch e := entry.(type) {
	case string:
		return []string{e}
	case count:
		return []string{e.One, e.Other}
	}
	return nil
}

func TestASentenceTakesTheSameArgumentsInEveryLanguage(t *testing.T) {
	english := entries(English)
	for key, entry := range entries(Dutch) {
		if len(forms(entry)) == 0 {
			t.Errorf("%s is neither a sentence nor a count", key)
		}
		if nl, en := arguments(entry), arguments(english[key]); !slices.Equal(nl, en) {
			t.Errorf("%s takes %q in Dutch and %q in English", key, nl, en)
		}
	}
}

func TestNoKeyStandsInTwoTables(t *testing.T) {
	for _, l := range Languages() {
		seen := map[Key]bool{}
		for _, table := range tables(l) {
			for key := range table {
				if seen[key] {
					t.Errorf("%v says %s twice", l, key)
				}
				seen[key] = true
			}
		}
	}
}

// domainCodes reads every refusal code from the domain's source.
func domainCodes(t *testing.T) []domain.Code {
	t.Helper()
	source, err := os.ReadFile("../../domain/refusal.go")
	if err != nil {
		t.Fatal(err)
	}
	var out []domain.Code
	for _, m := range regexp.MustCompile(`Code = "([a-z-]+)"`).FindAllStringSubmatch(string(source), -1) {
		out = append(out, domain.Code(m[1]))
	}
	return out
}

func TestEveryRefusalIsASentenceInEveryLanguage(t *testing.T) {
	codes := domainCodes(t)
	if len(codes) < 20 {
		t.Fatalf("found %d codes only", len(codes))
	}
	group := domain.Ref{Noun: domain.GroupNoun, Key: "G1"}
	for _, l := range Languages() {
		for _, c := range codes {
			got := In(l).Refusal(domain.World{}, domain.Refusal{Code: c, Subject: group, Field: "name", Value: "x", Others: []domain.Ref{group}, Date: 700000, Limit: 3})
			if strings.Contains(got, "refusal.") || strings.Contains(got, "%!") || !strings.HasSuffix(got, ".") {
				t.Errorf("%v %s: %q", l, c, got)
			}
		}
	}
}

func TestEveryRuleReadingNounRoleAndSettingHasWords(t *testing.T) {
	for _, l := range Languages() {
		w := In(l)
		said := map[string]string{}
		for _, r := range sight.Rules() {
			said["rule "+r.String()] = w.Rule(r)
		}
		for _, n := range domain.Nouns() {
			said["noun "+n.String()] = w.Noun(n)
		}
		for _, r := range domain.Roles() {
			said["role "+r.String()] = w.RoleWord(r)
		}
		for _, v := range domain.Visibilities() {
			said["mode "+v.String()] = w.Visibility(v) + w.VisibilityShort(v) + w.VisibilityExplain(v)
		}
		for _, r := range domain.AllReadings() {
			if r < domain.ReadNewsGroupReachesHidden {
				said["reading "+r.String()] = w.ReadingQuestion(r) + w.ReadingWhy(r) + w.ReadingRule(r)
			}
		}
		for what, words := range said {
			if words == "" || strings.Contains(words, "reading.") || strings.Contains(words, "noun.") {
				t.Errorf("%v: %s is %q", l, what, words)
			}
		}
	}
}

func TestACountIsSaidInTheRightNumber(t *testing.T) {
	for _, c := range []struct {
		l    Language
		n    int
		want string
	}{
		{Dutch, 1, "groepsbericht aan 1 behandelaar"}, {Dutch, 3, "groepsbericht aan 3 behandelaars"},
		{English, 1, "group message to 1 counselor"}, {English, 12345, "group message to 12,345 counselors"},
		{Dutch, 12345, "groepsbericht aan 12.345 behandelaars"},
	} {
		if got := In(c.l).Say(TileGroupMessage, c.n); got != c.want {
			t.Errorf("%v %d: %q, want %q", c.l, c.n, got, c.want)
		}
	}
}

func TestTheZeroWordsAreDutch(t *testing.T) {
	if got := (Words{}).Say(ScreenGroups); got != "Groepen" {
		t.Errorf("said %q", got)
	}
}

func TestTheLocaleChoosesTheLanguage(t *testing.T) {
	for _, c := range []struct {
		locales []string
		want    Language
	}{
		{nil, Dutch}, {[]string{"", "", "en_GB.UTF-8"}, English}, {[]string{"nl_NL.UTF-8", "en_GB"}, Dutch},
		{[]string{"C"}, Dutch}, {[]string{"EN"}, English}, {[]string{"de_DE@euro"}, Dutch}, {[]string{"", "en@x"}, English},
	} {
		if got := FromLocale(c.locales...); got != c.want {
			t.Errorf("%q: %v, want %v", c.locales, got, c.want)
		}
	}
	if _, ok := ParseLanguage("fr"); ok {
		t.Error("French was taken")
	}
	if fmt.Sprint(Languages()) != "[nl en]" {
		t.Errorf("languages: %v", Languages())
	}
}
