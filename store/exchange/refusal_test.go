package exchange

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"

	"zichtlijn/domain"
)

// domainCodes reads the codes from the source of the domain, so that a new one
// cannot be forgotten here.
func domainCodes(t *testing.T) []domain.Code {
	t.Helper()
	file, err := goparser.ParseFile(token.NewFileSet(), "../../domain/refusal.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []domain.Code
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if kind, ok := spec.Type.(*ast.Ident); ok && kind.Name == "Code" {
			s, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, domain.Code(s))
		}
		return true
	})
	return out
}

func TestEveryRefusalOfTheDomainHasACodeOfItsOwnHere(t *testing.T) {
	// What only commands refuse; Judge, which an import meets, never returns them.
	commands := []domain.Code{domain.NothingToDo, domain.NotRunning, domain.NothingToUndo, domain.NothingToRedo, domain.BeforeFirstDay, domain.NoDayAfter, domain.StandsInAct}
	all := domainCodes(t)
	if len(all) < 20 {
		t.Fatalf("found %d codes in the source only", len(all))
	}
	for _, c := range all {
		got := codeOf(domain.Refusal{Code: c})
		if !slices.Contains(Codes(), got) {
			t.Errorf("%s becomes %q, which is no code", c, got)
		}
		if (got == OtherRule) != slices.Contains(commands, c) {
			t.Errorf("%s becomes %s", c, got)
		}
	}
}
