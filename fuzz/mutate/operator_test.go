package main

import (
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// What each operator makes of a statement, in the order of the code.
func TestOperators(t *testing.T) {
	for code, want := range map[string][]string{
		"_ = a < b":                 {"boundary: a < b -> a <= b", "negate: a < b -> a >= b"},
		"_ = a <= b":                {"boundary: a <= b -> a < b", "negate: a <= b -> a > b"},
		"_ = a > b":                 {"boundary: a > b -> a >= b", "negate: a > b -> a <= b"},
		"_ = a >= b":                {"boundary: a >= b -> a > b", "negate: a >= b -> a < b"},
		"_ = a == b":                {"negate: a == b -> a != b"},
		"_ = a != b":                {"negate: a != b -> a == b"},
		"_ = a + b":                 {"arithmetic: a + b -> a - b"},
		"_ = a - b":                 {"arithmetic: a - b -> a + b"},
		"_ = a*b":                   {"arithmetic: a*b -> a/b"},
		"_ = a / b":                 {"arithmetic: a / b -> a * b"},
		"_ = a % b":                 {"arithmetic: a % b -> a * b"},
		"_ = a & b":                 {"bitwise: a & b -> a | b"},
		"_ = a | b":                 {"bitwise: a | b -> a & b"},
		"_ = a ^ b":                 {"bitwise: a ^ b -> a & b"},
		"_ = a &^ b":                {"bitwise: a &^ b -> a & b"},
		"_ = a << b":                {"bitwise: a << b -> a >> b"},
		"_ = a >> b":                {"bitwise: a >> b -> a << b"},
		"_ = p && q":                {"logical: p && q -> p || q"},
		"_ = p || q":                {"logical: p || q -> p && q"},
		"_ = !p":                    {"not: !p -> p"},
		"_ = -a":                    {"minus: -a -> a"},
		"_ = 7":                     {"literal: 7 -> 8", "literal: 7 -> 6"},
		"_ = 0":                     {"literal: 0 -> 1"},
		"_ = 0x10":                  {"literal: 0x10 -> 17", "literal: 0x10 -> 15"},
		"_ = 7.5":                   nil,
		"_ = true":                  {"word: true -> false"},
		"_ = false":                 {"word: false -> true"},
		"_ = min(a)":                {"word: min -> max"},
		"_ = x.max":                 nil, // a field
		"_ = max":                   nil, // a variable
		"a++":                       {"step: a++ -> a--", "delete: a++ -> _ = a"},
		"a--":                       {"step: a-- -> a++", "delete: a-- -> _ = a"},
		"a += b":                    {"assignment: a += b -> a -= b", "assignment: a += b -> a = b", "delete: a += b -> _ = b"},
		"a &^= b":                   {"assignment: a &^= b -> a &= b", "assignment: a &^= b -> a = b", "delete: a &^= b -> _ = b"},
		"a, x.b = b, c":             {"delete: a, x.b = b, c -> _, _ = b, c"},
		"a := b":                    nil,
		"f(a)":                      {"delete: f(a) -> nothing"},
		"defer f()":                 {"delete: defer f() -> nothing"},
		"if p {}":                   {"condition: p -> (p) || true", "condition: p -> (p) && false"},
		"for p {}":                  {"condition: p -> (p) && false"},
		"for ; ; a++ {}":            {"step: a++ -> a--"}, // without a++ it would not end
		"for range x { break }":     {"loop: for range x { -> for range x { break;", "branch: break -> continue"},
		"for { continue }":          {"branch: continue -> break"},
		"switch { case p: }":        {"condition: p -> (p) || true", "condition: p -> (p) && false"},
		"switch a { case b: }":      nil,
		"return a, p, nil":          {"return: a -> *new(int)", "return: p -> !(p)"},
		"return 0, true, err":       {"literal: 0 -> 1", "word: true -> false", "return: err -> *new(error)"},
		"return g()":                nil,
		"return":                    {"delete: return -> nothing"},
		"_ = func() T { return t }": {"return: t -> *new(T)"},
		"_ = T{0, 0}":               {"literal: 0 -> 1", "literal: 0 -> 1"},
		"_ = T{" + strings.Repeat("0,", 100) + "0}": nil,
	} {
		src := "package p\n\nfunc f() (n int, ok bool, err error) {\n\t" + code + "\n}\n"
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, "f.go", src, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(code, err)
		}
		var got []string
		for _, m := range mutants(fset, tree, []byte(src), "p/f.go") {
			got = append(got, m.Operator+": "+m.Change)
			if m.File != "p/f.go" || m.Func != "f" || m.Source != strings.TrimSpace(code) || m.line != 4 {
				t.Errorf("%s: %+v", code, m)
			}
			if _, err := parser.ParseFile(token.NewFileSet(), "f.go", m.apply([]byte(src)), 0); err != nil {
				t.Errorf("%s, %s: %v", code, m.Change, err)
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s:\ngot  %q\nwant %q", code, got, want)
		}
	}
}

// Equal changes of one line differ by their number, methods have their receiver's type, and long code is cut.
func TestNames(t *testing.T) {
	src := "package p\n\nvar a = 1 + 1\n\nfunc (x *T[K]) f() { g(`" + strings.Repeat("x", 200) + "`) }\n\nfunc asm()\n"
	fset := token.NewFileSet()
	tree, err := parser.ParseFile(fset, "f.go", src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range mutants(fset, tree, []byte(src), "p/f.go") {
		got = append(got, m.head())
		if len(m.Change) > 200 {
			t.Errorf("long: %s", m.Change)
		}
	}
	want := []string{"p/f.go - arithmetic", "p/f.go - literal", "p/f.go - literal", "p/f.go - literal #2", "p/f.go - literal #2", "p/f.go T.f delete"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
