package domain_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"path"
	"slices"
	"strings"
)

const (
	fileLimit     = 600
	functionLimit = 60
)

// small is rule 4: no file over 600 lines, no function over 60. Table literals
// do not count; a function inside a table does.
func small(files []source) []string {
	var out []string
	for _, s := range files {
		if n := strings.Count(strings.TrimSuffix(s.text, "\n"), "\n") + 1; n > fileLimit {
			out = append(out, fmt.Sprintf("%s: %d lines", s.path, n))
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch f := n.(type) {
			case *ast.FuncDecl:
				if n := s.lines(f); n > functionLimit {
					out = append(out, s.at(f, "%s has %d lines", f.Name.Name, n))
				}
			case *ast.FuncLit:
				if n := s.lines(f); n > functionLimit {
					out = append(out, s.at(f, "a function without a name has %d lines", n))
				}
			}
			return true
		})
	}
	return out
}

// lines counts the lines of a function without those of its table literals.
func (s source) lines(f ast.Node) int {
	span := func(n ast.Node) int { return s.set.Position(n.End()).Line - s.set.Position(n.Pos()).Line }
	total := span(f) + 1
	if decl, ok := f.(*ast.FuncDecl); ok && decl.Doc != nil {
		total = s.set.Position(decl.End()).Line - s.set.Position(decl.Type.Pos()).Line + 1
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if table, ok := n.(*ast.CompositeLit); ok {
			total -= span(table)
			return false
		}
		return true
	})
	return total
}

// unchanging is the rest of rule 4: no package-level variable that anything
// assigns to, whether here or in another package.
func unchanging(files []source) []string {
	globals := map[string]map[string]bool{} // by room
	for _, s := range files {
		if s.test() {
			continue
		}
		if globals[s.room()] == nil {
			globals[s.room()] = map[string]bool{}
		}
		for _, d := range s.file.Decls {
			for _, name := range variables(d) {
				globals[s.room()][name] = true
			}
		}
	}
	return each(func(s source) []string { return s.assignments(globals[s.room()]) })(files)
}

func variables(d ast.Decl) []string {
	var out []string
	if gen, ok := d.(*ast.GenDecl); ok && gen.Tok == token.VAR {
		for _, spec := range gen.Specs {
			for _, name := range spec.(*ast.ValueSpec).Names {
				if name.Name != "_" {
					out = append(out, name.Name)
				}
			}
		}
	}
	return out
}

func (s source) assignments(globals map[string]bool) []string {
	var out []string
	changed := func(n ast.Expr) {
		if name := s.global(n, globals); name != "" {
			out = append(out, s.at(n, "changes the package variable %s", name))
		}
	}
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, left := range n.Lhs {
					changed(left)
				}
			}
		case *ast.IncDecStmt:
			changed(n.X)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				changed(n.X)
			}
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.Ident); ok && f.Obj == nil && len(n.Args) > 0 && (f.Name == "delete" || f.Name == "clear" || f.Name == "copy") {
				changed(n.Args[0])
			}
		}
		return true
	})
	return out
}

// global returns the package variable at the root of an expression, if any. What the
// parser has resolved is local.
func (s source) global(n ast.Expr, globals map[string]bool) string {
	switch n := n.(type) {
	case *ast.Ident:
		if globals[n.Name] && (n.Obj == nil || s.file.Scope.Lookup(n.Name) == n.Obj) {
			return n.Name
		}
	case *ast.SelectorExpr:
		if x, ok := n.X.(*ast.Ident); ok && x.Obj == nil && s.imported(x.Name) {
			return x.Name + "." + n.Sel.Name
		}
		return s.global(n.X, globals)
	case *ast.IndexExpr:
		return s.global(n.X, globals)
	case *ast.StarExpr:
		return s.global(n.X, globals)
	case *ast.ParenExpr:
		return s.global(n.X, globals)
	}
	return ""
}

// imported reports whether a name is that of an imported package of ours. Variables
// of other modules may be set.
func (s source) imported(name string) bool {
	return slices.ContainsFunc(s.file.Imports, func(i *ast.ImportSpec) bool {
		p := strings.Trim(i.Path.Value, `"`)
		return ours(p) && (i.Name != nil && i.Name.Name == name || i.Name == nil && path.Base(p) == name)
	})
}
