package calendar_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/casement-go/casement/calendar"
)

// Every reason can be the reason of a condition in Kubernetes, which has a grammar for them, and no two are the same. The
// reasons are read from the source, so that none is left out.
func TestReasonsAreConditionReasons(t *testing.T) {
	grammar := regexp.MustCompile(`^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$`)
	camel := regexp.MustCompile(`^([A-Z][a-z]+)+$`)
	for _, of := range []struct {
		kind  string
		known []string // some of them
	}{
		{"Reason", []string{string(calendar.Blackout), string(calendar.NoWindows)}},
		{"ChangeKind", []string{string(calendar.Added), string(calendar.Rearranged)}},
	} {
		values := constants(t, of.kind)
		for _, v := range of.known {
			if !slices.Contains(values, v) {
				t.Errorf("the source has no %s %q, only %q", of.kind, v, values)
			}
		}
		for i, v := range values {
			if !grammar.MatchString(v) || !camel.MatchString(v) || len(v) > 1024 {
				t.Errorf("%s %q cannot be the reason of a condition", of.kind, v)
			}
			if slices.Contains(values[:i], v) {
				t.Errorf("there are two of %s %q", of.kind, v)
			}
		}
	}
}

// constants returns the values of all constants of a type in the package's source.
func constants(t *testing.T, kind string) (values []string) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if of, ok := spec.Type.(*ast.Ident); ok && of.Name == kind {
				for _, v := range spec.Values {
					text, err := strconv.Unquote(v.(*ast.BasicLit).Value)
					if err != nil {
						t.Fatal(err)
					}
					values = append(values, text)
				}
			}
			return true
		})
	}
	return values
}
