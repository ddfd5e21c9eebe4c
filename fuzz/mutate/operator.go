package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"strconv"
)

// A change is what an operator proposes: the code [from, to) becomes text. shown is the expression or statement around it.
type change struct {
	operator string
	shown    extent
	from, to token.Pos
	text     string
}

type extent struct{ from, to token.Pos }

// A swap is the name of an operator and what it puts in a token's place.
type swap struct {
	operator string
	to       token.Token
}

// swaps has what becomes of the operators of binary expressions. Those of assignments (+= and so on) follow it.
var swaps = map[token.Token][]swap{
	token.LSS:     {{"boundary", token.LEQ}, {"negate", token.GEQ}},
	token.LEQ:     {{"boundary", token.LSS}, {"negate", token.GTR}},
	token.GTR:     {{"boundary", token.GEQ}, {"negate", token.LEQ}},
	token.GEQ:     {{"boundary", token.GTR}, {"negate", token.LSS}},
	token.EQL:     {{"negate", token.NEQ}},
	token.NEQ:     {{"negate", token.EQL}},
	token.ADD:     {{"arithmetic", token.SUB}},
	token.SUB:     {{"arithmetic", token.ADD}},
	token.MUL:     {{"arithmetic", token.QUO}},
	token.QUO:     {{"arithmetic", token.MUL}},
	token.REM:     {{"arithmetic", token.MUL}},
	token.AND:     {{"bitwise", token.OR}},
	token.OR:      {{"bitwise", token.AND}},
	token.XOR:     {{"bitwise", token.AND}},
	token.AND_NOT: {{"bitwise", token.AND}},
	token.SHL:     {{"bitwise", token.SHR}},
	token.SHR:     {{"bitwise", token.SHL}},
	token.LAND:    {{"logical", token.LOR}},
	token.LOR:     {{"logical", token.LAND}},
}

// words has what becomes of names of the language: true and false anywhere, min and max where they are called.
var words = map[string]string{"true": "false", "false": "true", "min": "max", "max": "min"}

// Of a list with more elements than these, which is a table, nothing is changed: thousands of mutants, each compiled alone, that one
// test which works the table out kills together.
const mostElements = 100

// find calls emit with every change of a declaration. Some do not compile.
func find(decl ast.Decl, src []byte, file *token.File, emit func(change)) {
	code := func(n ast.Node) string { return string(src[file.Offset(n.Pos()):file.Offset(n.End())]) }
	whole := func(operator string, n ast.Node, text string) {
		at := extent{n.Pos(), n.End()}
		emit(change{operator, at, at.from, at.to, text})
	}
	// force makes a condition true and false, and still evaluates it.
	force := func(cond ast.Expr) {
		whole("condition", cond, "("+code(cond)+") || true")
		whole("condition", cond, "("+code(cond)+") && false")
	}

	ast.PreorderStack(decl, nil, func(n ast.Node, stack []ast.Node) bool {
		var parent ast.Node
		if len(stack) > 0 {
			parent = stack[len(stack)-1]
		}
		if table, ok := n.(*ast.CompositeLit); ok && len(table.Elts) > mostElements {
			return false
		}
		switch n := n.(type) {
		case *ast.BinaryExpr:
			for _, s := range swaps[n.Op] {
				end := n.OpPos + token.Pos(len(n.Op.String()))
				emit(change{s.operator, extent{n.Pos(), n.End()}, n.OpPos, end, s.to.String()})
			}
		case *ast.UnaryExpr:
			switch n.Op {
			case token.NOT:
				whole("not", n, code(n.X))
			case token.SUB:
				whole("minus", n, code(n.X))
			}
		case *ast.BasicLit:
			if v, err := strconv.ParseInt(n.Value, 0, 64); n.Kind == token.INT && err == nil {
				whole("literal", n, fmt.Sprint(v+1))
				if v > 0 {
					whole("literal", n, fmt.Sprint(v-1))
				}
			}
		case *ast.Ident:
			call, called := parent.(*ast.CallExpr)
			called = called && call.Fun == n
			if to, ok := words[n.Name]; ok && called == (to == "min" || to == "max") {
				whole("word", n, to)
			}

		case *ast.IfStmt:
			force(n.Cond)
		case *ast.CaseClause:
			if s, ok := stack[len(stack)-2].(*ast.SwitchStmt); ok && s.Tag == nil {
				for _, cond := range n.List {
					force(cond)
				}
			}
		case *ast.ForStmt:
			if n.Cond != nil { // made true it would never end: no test can survive that
				whole("condition", n.Cond, "("+code(n.Cond)+") && false")
			}
		case *ast.RangeStmt:
			emit(change{"loop", extent{n.Pos(), n.Body.Lbrace + 1}, n.Body.Lbrace + 1, n.Body.Lbrace + 1, " break;"})
		case *ast.BranchStmt:
			switch n.Tok {
			case token.BREAK:
				emit(change{"branch", extent{n.Pos(), n.End()}, n.TokPos, n.TokPos + 5, "continue"})
			case token.CONTINUE:
				emit(change{"branch", extent{n.Pos(), n.End()}, n.TokPos, n.TokPos + 8, "break"})
			}
		case *ast.ReturnStmt:
			if len(n.Results) == 0 {
				whole("delete", n, "")
			} else {
				returns(n, stack, code, whole)
			}

		case *ast.IncDecStmt:
			to := token.INC
			if n.Tok == to {
				to = token.DEC
			}
			emit(change{"step", extent{n.Pos(), n.End()}, n.TokPos, n.End(), to.String()})
			if loop, ok := parent.(*ast.ForStmt); !ok || loop.Post != n {
				whole("delete", n, "_ = "+code(n.X))
			}
		case *ast.AssignStmt:
			assignments(n, parent, code, whole, emit)
		case *ast.ExprStmt, *ast.DeferStmt, *ast.SendStmt:
			whole("delete", n, "")
		}
		return true
	})
}

// assignments changes the operator of an assignment, and takes it away: values are still evaluated, and count as used.
func assignments(n *ast.AssignStmt, parent ast.Node, code func(ast.Node) string, whole func(string, ast.Node, string), emit func(change)) {
	if n.Tok == token.DEFINE {
		return
	}
	if n.Tok != token.ASSIGN {
		plain := n.Tok - token.ADD_ASSIGN + token.ADD
		end := n.TokPos + token.Pos(len(n.Tok.String()))
		for _, s := range swaps[plain] {
			emit(change{"assignment", extent{n.Pos(), n.End()}, n.TokPos, end, s.to.String() + "="})
		}
		emit(change{"assignment", extent{n.Pos(), n.End()}, n.TokPos, end, "="})
	}
	if loop, ok := parent.(*ast.ForStmt); ok && loop.Post == n {
		return
	}
	blanks, blank := "", true
	for i, x := range n.Lhs {
		if i > 0 {
			blanks += ", "
		}
		blanks += "_"
		id, ok := x.(*ast.Ident)
		blank = blank && ok && id.Name == "_"
	}
	if !blank {
		values := code(n.Rhs[0])
		for _, v := range n.Rhs[1:] {
			values += ", " + code(v)
		}
		whole("delete", n, blanks+" = "+values)
	}
}

// returns changes what a return statement returns: a bool to its opposite, all else to the zero value of its type.
func returns(n *ast.ReturnStmt, stack []ast.Node, code func(ast.Node) string, whole func(string, ast.Node, string)) {
	var list *ast.FieldList
	for _, outer := range stack {
		switch f := outer.(type) {
		case *ast.FuncDecl:
			list = f.Type.Results
		case *ast.FuncLit:
			list = f.Type.Results
		}
	}
	if list == nil || list.NumFields() != len(n.Results) { // return f(), where f returns several
		return
	}
	i := 0
	for _, field := range list.List {
		for range max(1, len(field.Names)) {
			switch result, t := n.Results[i], code(field.Type); {
			case zero(result):
			case t == "bool":
				if code(result) != "true" { // words covers it
					whole("return", result, "!("+code(result)+")")
				}
			default:
				whole("return", result, "*new("+t+")")
			}
			i++
		}
	}
}

// zero reports whether an expression is written as a zero value.
func zero(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == "nil" || e.Name == "false"
	case *ast.BasicLit:
		return e.Value == "0" || e.Value == `""`
	case *ast.CompositeLit:
		_, slice := e.Type.(*ast.ArrayType)
		_, table := e.Type.(*ast.MapType)
		return len(e.Elts) == 0 && !slice && !table
	}
	return false
}
