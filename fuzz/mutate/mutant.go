package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"
)

// A mutant is one small change to one file: the bytes [from, to) are replaced by text.
type mutant struct {
	key
	number   int           // from 1, in the order of files and positions
	line     int           // where the change begins
	column   int           // in bytes, from 1
	from, to int           // offsets in the file
	text     string        // what replaces the bytes
	decl     *ast.FuncDecl // the function around it; nil for a declaration outside of functions
	inBody   bool          // whether it lies in the body of that function, and the body can be copied
	path     string        // of the file, on this machine
}

// A key names a mutant in lists. It has no line number, so that it outlives edits elsewhere in the file.
type key struct {
	File     string // from the root of the module, with slashes
	Func     string // the function around it, such as Zone.Local; "-" outside of functions
	Operator string
	Source   string // the line on which the change begins, trimmed
	Change   string // what was there -> what is there now
	Ordinal  int    // from 1, among mutants that are equal in all else
}

// head is the key without source and change.
func (k key) head() string {
	if k.Ordinal > 1 {
		return fmt.Sprintf("%s %s %s #%d", k.File, k.Func, k.Operator, k.Ordinal)
	}
	return k.File + " " + k.Func + " " + k.Operator
}

// apply returns the file with the change made.
func (m *mutant) apply(src []byte) []byte {
	return fmt.Appendf(nil, "%s%s%s", src[:m.from], m.text, src[m.to:])
}

// mutants returns all mutants of a file, in the order in which a reader meets them. Not all of them compile.
func mutants(fset *token.FileSet, tree *ast.File, src []byte, name string) []*mutant {
	file := fset.File(tree.FileStart)
	lines := strings.Split(string(src), "\n")
	seen := make(map[key]int)
	var all []*mutant
	for _, decl := range tree.Decls {
		function, within := (*ast.FuncDecl)(nil), "-"
		if f, ok := decl.(*ast.FuncDecl); ok {
			function, within = f, functionName(f)
		}
		find(decl, src, file, func(c change) {
			from, to := file.Offset(c.from), file.Offset(c.to)
			first, last := file.Offset(c.shown.from), file.Offset(c.shown.to)
			after := string(src[first:from]) + c.text + string(src[to:last])
			at := file.Position(c.from)
			k := key{File: name, Func: within, Operator: c.operator, Source: strings.TrimSpace(lines[at.Line-1]),
				Change: brief(string(src[first:last])) + " -> " + brief(after)}
			seen[k]++
			k.Ordinal = seen[k]
			all = append(all, &mutant{key: k, line: at.Line, column: at.Column, from: from, to: to, text: c.text,
				decl: function, inBody: function != nil && copies(function.Body, c.from), path: file.Name()})
		})
	}
	return all
}

// copies reports whether a body holds a position and can stand in a function twice: labels cannot.
func copies(body *ast.BlockStmt, at token.Pos) bool {
	if body == nil || at <= body.Lbrace {
		return false
	}
	labels := false
	ast.Inspect(body, func(n ast.Node) bool {
		_, label := n.(*ast.LabeledStmt)
		labels = labels || label
		return true
	})
	return !labels
}

// functionName returns the name of a function, of a method with its receiver's type before it.
func functionName(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	t := f.Recv.List[0].Type
	for {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.Name + "." + f.Name.Name
		default:
			return f.Name.Name
		}
	}
}

// brief returns code in one line, cut where it is long.
func brief(code string) string {
	const most = 120
	code = strings.Join(strings.Fields(code), " ")
	if code == "" {
		return "nothing"
	}
	if r := []rune(code); len(r) > most {
		return string(r[:most]) + "..."
	}
	return code
}
