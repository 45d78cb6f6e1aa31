package domain_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// source is one Go file of the module.
type source struct {
	path string // from the root of the module, with slashes
	text string
	file *ast.File
	set  *token.FileSet
}

func parse(name, text string) (source, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, text, parser.ParseComments)
	return source{name, text, file, set}, err
}

func (s source) test() bool   { return strings.HasSuffix(s.path, "_test.go") }
func (s source) room() string { return path.Dir(s.path) } // "." is the root
func (s source) in(room string) bool {
	return s.room() == room || strings.HasPrefix(s.room(), room+"/")
}

func (s source) at(n ast.Node, format string, args ...any) string {
	return fmt.Sprintf("%s:%d: %s", s.path, s.set.Position(n.Pos()).Line, fmt.Sprintf(format, args...))
}

// rule reads all files and returns what breaks it.
type rule func(files []source) []string

// each makes a rule of a check of single files, without tests.
func each(look func(source) []string) rule {
	return func(files []source) []string {
		var out []string
		for _, s := range files {
			if !s.test() {
				out = append(out, look(s)...)
			}
		}
		return out
	}
}

func (s source) imports(forbidden func(string) bool) []string {
	var out []string
	for _, i := range s.file.Imports {
		if p, _ := strconv.Unquote(i.Path.Value); forbidden(p) {
			out = append(out, s.at(i, "imports %s", p))
		}
	}
	return out
}

func under(p string, roots ...string) bool {
	return slices.ContainsFunc(roots, func(r string) bool { return p == r || strings.HasPrefix(p, r+"/") })
}

func ours(p string) bool { return under(p, "zichtlijn") }

// pureDomain is HOUSE.md 2, rule 1: domain imports nothing of ours from outside
// domain, no os, io or net, and of other modules only btree and text. domaintest may
// import rapid too.
func pureDomain(s source) []string {
	if !s.in("domain") {
		return nil
	}
	drawn := s.in("domain/domaintest")
	return s.imports(func(p string) bool {
		switch {
		case ours(p):
			return !under(p, "zichtlijn/domain") || under(p, "zichtlijn/domain/domaintest")
		case under(p, "os", "io", "net", "log", "syscall", "embed", "plugin"):
			return true
		case under(p, "math/rand", "math/rand/v2", "pgregory.net/rapid"):
			return !drawn
		case strings.Contains(strings.Split(p, "/")[0], "."):
			return !under(p, "github.com/tidwall/btree", "golang.org/x/text/cases", "golang.org/x/text/unicode/norm")
		}
		return false
	})
}

// handedIn: domain has no clock and writes nowhere, and only the root reads the
// environment and exits (rule 3).
func handedIn(s source) []string {
	return s.uses(func(pkg, name string) bool {
		switch pkg {
		case "time":
			return s.in("domain") && slices.Contains([]string{"Now", "Since", "Until", "After", "Tick", "Sleep", "NewTimer", "NewTicker", "AfterFunc", "Local"}, name)
		case "fmt":
			return s.in("domain") && strings.HasPrefix(name, "Print")
		case "os":
			return s.room() != "." && slices.Contains([]string{"Exit", "Getenv", "LookupEnv", "Environ", "ExpandEnv"}, name)
		case "log":
			return s.room() != "." && (strings.HasPrefix(name, "Fatal") || strings.HasPrefix(name, "Panic"))
		}
		return false
	})
}

// uses returns every use of a forbidden name of an imported package.
func (s source) uses(forbidden func(pkg, name string) bool) []string {
	var out []string
	ast.Inspect(s.file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := sel.X.(*ast.Ident); ok && x.Obj == nil && forbidden(x.Name, sel.Sel.Name) {
			out = append(out, s.at(sel, "uses %s.%s", x.Name, sel.Sel.Name))
		}
		return true
	})
	return out
}

// rooms is rule 2: who may know whom.
func rooms(s source) []string {
	return s.imports(func(p string) bool {
		switch {
		case under(p, "go.etcd.io/bbolt"):
			return s.room() != "store"
		case under(p, "charm.land") || under(p, "github.com/charmbracelet") && p != "github.com/charmbracelet/x/ansi" && p != "github.com/charmbracelet/x/term":
			return !s.in("ui") && s.path != "main.go"
		case !ours(p):
			return false
		case s.in("store/exchange"):
			return !under(p, "zichtlijn/domain", "zichtlijn/store/exchange", "zichtlijn/store/whole")
		case s.in("store"):
			return !under(p, "zichtlijn/domain", "zichtlijn/store")
		case s.in("ui/words"):
			return !under(p, "zichtlijn/ui/words")
		case s.in("ui/tell"):
			return !under(p, "zichtlijn/domain", "zichtlijn/ui/words", "zichtlijn/ui/tell")
		case s.room() == "ui/picture":
			return !under(p, "zichtlijn/ui/words")
		case s.room() == "ui/picture/draw":
			return !under(p, "zichtlijn/domain", "zichtlijn/ui/words", "zichtlijn/ui/tell", "zichtlijn/ui/picture")
		case s.in("ui/page"):
			return !under(p, "zichtlijn/domain", "zichtlijn/store/exchange/document", "zichtlijn/ui/words", "zichtlijn/ui/tell", "zichtlijn/ui/picture")
		case s.in("ui/widget"), s.in("ui/theme"):
			return !under(p, "zichtlijn/ui/widget", "zichtlijn/ui/theme")
		case s.screen():
			return !under(p, "zichtlijn/domain", "zichtlijn/ui/scene", "zichtlijn/ui/dialog", "zichtlijn/ui/shelf", "zichtlijn/ui/widget", "zichtlijn/ui/words", "zichtlijn/ui/tell", "zichtlijn/ui/theme", "zichtlijn/ui/picture", "zichtlijn/"+s.room())
		}
		return false
	})
}

// screen reports whether the file belongs to a screen: to any room of ui but those
// below. So a new room is a screen until it is named here. ui/dialog may import no
// more than a screen.
func (s source) screen() bool {
	return s.in("ui") && s.room() != "ui" &&
		!slices.ContainsFunc([]string{"scene", "widget", "lang", "theme", "cli", "prefs", "failure", "disk", "export"}, func(r string) bool { return s.in("ui/" + r) })
}

// nameless refuses rooms with a name that says nothing, such as util.
func nameless(s source) []string {
	for _, word := range []string{"util", "utils", "helper", "helpers", "common", "misc", "shared"} {
		if s.file.Name.Name == word || path.Base(s.room()) == word {
			return []string{s.at(s.file.Name, "package %s is called after nothing", s.file.Name.Name)}
		}
	}
	return nil
}

// wordless is the other half of rule 1: no sentence in any language in domain.
// A sentence is two words of letters side by side. One that begins with the name of
// the package is for developers. The name and the tasks of a record are content, as the
// standard set has it: they are stored, and stay what they are in any language.
func wordless(s source) []string {
	if !s.in("domain") || s.in("domain/domaintest") {
		return nil
	}
	var out []string
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && (key.Name == "Name" || key.Name == "Tasks") {
				return false
			}
		case *ast.Field: // a tag is no text
			n.Tag = nil
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); n.Kind == token.STRING && err == nil && sentence(text) {
				out = append(out, s.at(n, "says %q", text))
			}
		}
		return true
	})
	return out
}

func sentence(text string) bool {
	for _, developers := range []string{"domain: ", "sight: ", "care: ", "rehearsal: "} {
		if strings.HasPrefix(text, developers) {
			return false
		}
	}
	words := 0
	for _, field := range strings.Fields(text) {
		field = strings.TrimFunc(field, unicode.IsPunct)
		if field == "" || strings.ContainsFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
			words = 0
		} else if words++; words == 2 {
			return true
		}
	}
	return false
}
