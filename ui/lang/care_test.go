package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"

	"zichtlijn/domain/care"
)

// TestTheWordsOfCareAreThereInEveryLanguage reads the constants, so that a new
// key cannot be forgotten.
func TestTheWordsOfCareAreThereInEveryLanguage(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "keys_care.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	keys := map[Key]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok {
			text, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			keys[Key(text)] = true
		}
		return true
	})
	for _, words := range []table{nlCare, enCare} {
		if len(words) != len(keys) {
			t.Errorf("%d keys, %d words", len(keys), len(words))
		}
		for k := range words {
			if !keys[k] {
				t.Errorf("words for %s, which is no key", k)
			}
		}
	}
}

func TestEveryStateOfARelationHasWords(t *testing.T) {
	for _, l := range Languages() {
		for _, s := range care.States() {
			if k := stateKeys[s]; k == "" || !In(l).Has(k) {
				t.Errorf("%s has no words for %s", l, s)
			}
		}
	}
}
