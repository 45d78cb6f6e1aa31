package words_test

import (
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"

	"zichtlijn/ui/words"
)

const path = "zichtlijn/ui/words"

// composed are the beginnings of the keys that are put together while running.
var composed = []string{
	"access-kind.", "access.about-", "acted.state.", "cli.short.page.", "cli.short.picture.", "cli.short.rehearse.", "rehearse.expected.", "agreement-kind.", "agreement-that.", "agreement.", "heard.", "agreements.about-", "agreements.kind.", "because.", "breach.", "breach-now.", "consent.", "count.", "edits.short.", "export-to.", "field.", "group-dialog.about-", "group-dialog.agreement.", "handover.",
	"help.", "json.", "kind.", "left.", "lists.short.", "month.", "noun.", "pairing.", "people.about-", "picture.count.", "picture.letter.", "planning.about-", "problem.", "problem-on-command-line.", "reading.", "refusal.",
	"next-step.", "scope.", "settings.about-", "settings.theme-explain.", "settings.theme.", "signal.", "standard.about-", "start.about-", "step-how.", "synonym.", "step-name.", "step-open.", "steps.go.",
	"summary.", "topic.", "types.about-", "types.letter-", "types.short-", "visibility-explain.", "visibility-short.", "visibility.", "weekday.",
}

// sources are the packages of Zichtlijn with their types, without tests.
func sources(t *testing.T) []*packages.Package {
	t.Helper()
	all, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		for _, e := range p.Errors {
			t.Fatal(e)
		}
	}
	return all
}

// load reads them once: it takes seconds.
var load = sync.OnceValues(func() ([]*packages.Package, error) {
	need := packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedTypes | packages.NeedTypesInfo |
		packages.NeedSyntax | packages.NeedExportFile
	return packages.Load(&packages.Config{Mode: need, Dir: "../.."}, "./...")
})

func isKey(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "Key" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == path
}

// keyOf returns the key that an expression is, if that is known before running.
func keyOf(info *types.Info, e ast.Expr) (words.Key, bool) {
	tv := info.Types[e]
	if tv.Value == nil || tv.Value.Kind() != constant.String || !isKey(tv.Type) {
		return "", false
	}
	return words.Key(constant.StringVal(tv.Value)), true
}

func TestEveryKeyExistsAndEverySentenceIsSaid(t *testing.T) {
	said, all := map[words.Key]bool{}, words.In(words.Dutch)
	used := map[string]bool{}
	for _, p := range sources(t) {
		for _, f := range p.Syntax {
			ast.Inspect(f, func(n ast.Node) bool {
				e, ok := n.(ast.Expr)
				if !ok {
					return true
				}
				if text := p.TypesInfo.Types[e].Value; text != nil && text.Kind() == constant.String {
					used[constant.StringVal(text)] = true
				}
				key, ok := keyOf(p.TypesInfo, e)
				if !ok || key == "" || strings.HasPrefix(string(key), ".") || slices.Contains(composed, string(key)) {
					return true
				}
				if said[key] = true; !all.Has(key) {
					t.Errorf("%v: no words for %q", p.Fset.Position(e.Pos()), key)
				}
				return false
			})
		}
	}
	for _, key := range keys(t) {
		if !said[key] && !slices.ContainsFunc(composed, func(prefix string) bool { return strings.HasPrefix(string(key), prefix) }) {
			t.Errorf("nobody says %q", key)
		}
	}
	for _, prefix := range composed {
		if !used[prefix] {
			t.Errorf("no key is put together from %q", prefix)
		}
	}
}

// A call hands over what its sentence takes: a number where it counts, and no
// more and no fewer arguments.
func TestACallHandsOverWhatItsSentenceTakes(t *testing.T) {
	calls := 0
	for _, p := range sources(t) {
		for _, f := range p.Syntax {
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || call.Ellipsis.IsValid() {
					return true
				}
				at := keyParameter(p.TypesInfo.TypeOf(call.Fun))
				if at < 0 || at >= len(call.Args) {
					return true
				}
				key, ok := keyOf(p.TypesInfo, call.Args[at])
				if !ok {
					return true
				}
				calls++
				if wrong := mismatch(p.TypesInfo, verbs(t, key), call.Args[at+1:]); wrong != "" {
					t.Errorf("%v: %s %s", p.Fset.Position(call.Pos()), key, wrong)
				}
				return true
			})
		}
	}
	if calls < 500 {
		t.Errorf("found %d calls only", calls)
	}
}

// keyParameter returns which parameter of a function is a key that its last
// parameter, any number of arguments, follows; -1 where none is.
func keyParameter(t types.Type) int {
	sig, ok := t.(*types.Signature)
	if !ok || !sig.Variadic() || sig.Params().Len() < 2 {
		return -1
	}
	n := sig.Params().Len()
	rest := sig.Params().At(n - 1).Type().(*types.Slice).Elem()
	if it, ok := rest.Underlying().(*types.Interface); !ok || !it.Empty() || !isKey(sig.Params().At(n-2).Type()) {
		return -1
	}
	return n - 2
}

var verb = regexp.MustCompile(`%(?:\[(\d)\])?([a-z])`)

// verbs are the verbs of a sentence by the number of the argument that they take.
func verbs(t *testing.T, key words.Key) map[int]string {
	t.Helper()
	out := map[int]string{}
	for _, text := range texts(t)[key] {
		next := 1
		for _, m := range verb.FindAllStringSubmatch(text, -1) {
			n := next
			if m[1] != "" {
				n, _ = strconv.Atoi(m[1])
			}
			out[n], next = out[n]+m[2], n+1
		}
		if len(texts(t)[key]) == 2 && out[1] == "" {
			out[1] = "d" // it decides about the number without being said
		}
	}
	return out
}

func mismatch(info *types.Info, verbs map[int]string, args []ast.Expr) string {
	for n, v := range verbs {
		if n > len(args) {
			return "takes argument " + strconv.Itoa(n) + ", which is not handed over"
		}
		basic, ok := info.TypeOf(args[n-1]).Underlying().(*types.Basic)
		number := ok && basic.Info()&types.IsInteger != 0 && !stringer(info.TypeOf(args[n-1]))
		if strings.Contains(v, "d") != number {
			return "takes %" + v + " of argument " + strconv.Itoa(n) + ", which is " + info.TypeOf(args[n-1]).String()
		}
	}
	for n := range args {
		if verbs[n+1] == "" {
			return "takes no argument " + strconv.Itoa(n+1)
		}
	}
	return ""
}

func stringer(t types.Type) bool {
	return types.NewMethodSet(t).Lookup(nil, "String") != nil
}
