package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"
)

// A room is a package, with what is needed to change it.
type room struct {
	name    string // its directory in the module, with slashes
	dir     string
	pkg     string // its import path
	fset    *token.FileSet
	files   []string // paths of its files, without tests
	sources map[string][]byte
	trees   map[string]*ast.File
	imports types.Importer
}

// A listing is what go list -json says of a package.
type listing struct {
	Dir, ImportPath, Export string
	GoFiles                 []string
	DepOnly                 bool
	Module                  *struct{ Dir string }
}

// list returns what go list says of packages and all they depend on, compiled.
func list(ctx context.Context, dir string, patterns ...string) ([]listing, error) {
	out, err := command(ctx, dir, append([]string{"list", "-export", "-deps", "-json=Dir,ImportPath,Export,GoFiles,DepOnly,Module"}, patterns...)...)
	if err != nil {
		return nil, err
	}
	var all []listing
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var l listing
		if err := d.Decode(&l); err == io.EOF {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
}

// open returns the rooms that patterns stand for.
func open(ctx context.Context, dir string, patterns ...string) ([]*room, error) {
	all, err := list(ctx, dir, patterns...)
	if err != nil {
		return nil, err
	}
	fset, exports := token.NewFileSet(), make(map[string]string)
	for _, l := range all {
		exports[l.ImportPath] = l.Export
	}
	imports := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })

	var rooms []*room
	for _, l := range all {
		if l.DepOnly || l.Module == nil {
			continue
		}
		name, err := filepath.Rel(l.Module.Dir, l.Dir)
		if err != nil {
			return nil, err
		}
		r := &room{name: filepath.ToSlash(name), dir: l.Dir, pkg: l.ImportPath, fset: fset, imports: imports,
			sources: make(map[string][]byte), trees: make(map[string]*ast.File)}
		for _, base := range l.GoFiles {
			file := filepath.Join(l.Dir, base)
			src, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			tree, err := parser.ParseFile(fset, file, src, parser.SkipObjectResolution)
			if err != nil {
				return nil, err
			}
			r.files = append(r.files, file)
			r.sources[file], r.trees[file] = src, tree
		}
		if err := r.check("", nil); err != nil {
			return nil, fmt.Errorf("%s as it is: %w", r.name, err)
		}
		rooms = append(rooms, r)
	}
	return rooms, nil
}

// mutants returns the mutants of all files of the room that compile and that want is true of, and the number of those that do not compile.
func (r *room) mutants(want func(*mutant) bool) (all []*mutant, broken int) {
	number := 0
	for _, file := range r.files {
		for _, m := range mutants(r.fset, r.trees[file], r.sources[file], path.Join(r.name, filepath.Base(file))) {
			number++
			m.number = number
			if !want(m) {
				continue
			}
			if r.check(file, m.apply(r.sources[file])) != nil {
				broken++
				continue
			}
			all = append(all, m)
		}
	}
	return all, broken
}

// check returns the first error that the compiler would find if a file had another text.
func (r *room) check(changed string, src []byte) error {
	var trees []*ast.File
	for _, file := range r.files {
		tree := r.trees[file]
		if file == changed {
			var err error
			if tree, err = parser.ParseFile(r.fset, file, src, parser.SkipObjectResolution); err != nil {
				return err
			}
		}
		trees = append(trees, tree)
	}
	conf := types.Config{Importer: r.imports, Sizes: types.SizesFor("gc", runtime.GOARCH)}
	_, err := conf.Check(r.pkg, r.fset, trees, nil)
	return err
}

// hash returns a digest of all Go files of the room, tests with them.
func (r *room) hash() (string, error) {
	files, err := filepath.Glob(filepath.Join(r.dir, "*.go"))
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%s %d\n%s", filepath.Base(file), len(src), src)
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:8]), nil
}

// command returns what the go command prints.
func command(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s%s", strings.Join(args, " "), err, out, stderr.String())
	}
	return out, nil
}
