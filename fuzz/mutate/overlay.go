package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// The variable of the environment that says which mutant a test binary is to be.
const variable = "CASEMENT_MUTANT"

// selector is the file that a package with all its mutants has in addition.
const selector = `package %s

import (
	"os"
	"strconv"
)

var mutantNumber = func() int {
	n, _ := strconv.Atoi(os.Getenv("` + variable + `"))
	return n
}()
`

// overlayAll writes files in which every function begins with a switch that has a copy of its body for each of its mutants, with the
// change made, and returns the overlay for the go command. So all mutants are compiled at once.
func (r *room) overlayAll(all []*mutant, dir string) (string, error) {
	replace := make(map[string]string)
	for _, file := range r.files {
		src, tokens := r.sources[file], r.fset.File(r.trees[file].FileStart)
		var out strings.Builder
		done := 0
		for i := 0; i < len(all); {
			m := all[i]
			if m.path != file || !m.inBody {
				i++
				continue
			}
			open, end := tokens.Offset(m.decl.Body.Lbrace)+1, tokens.Offset(m.decl.Body.Rbrace)
			out.Write(src[done:open])
			out.WriteString(" switch mutantNumber {\n")
			for ; i < len(all) && all[i].decl == m.decl; i++ {
				m := all[i]
				if !m.inBody {
					continue
				}
				fmt.Fprintf(&out, "case %d:\n%s%s%s\n", m.number, src[open:m.from], m.text, src[m.to:end])
				if m.decl.Type.Results == nil {
					out.WriteString("return\n")
				}
			}
			out.WriteString("}\n")
			done = open
		}
		if done > 0 {
			out.Write(src[done:])
			path := filepath.Join(dir, filepath.Base(file))
			if err := os.WriteFile(path, []byte(out.String()), 0o600); err != nil {
				return "", err
			}
			replace[file] = path
		}
	}
	path := filepath.Join(dir, "selector.go")
	text := fmt.Sprintf(selector, r.trees[r.files[0]].Name.Name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return "", err
	}
	replace[filepath.Join(r.dir, "mutant_selector.go")] = path
	return writeOverlay(replace, dir)
}

// overlayOne writes a file with one change, and returns the overlay for the go command.
func (r *room) overlayOne(m *mutant, dir string) (string, error) {
	path := filepath.Join(dir, filepath.Base(m.path))
	if err := os.WriteFile(path, m.apply(r.sources[m.path]), 0o600); err != nil {
		return "", err
	}
	return writeOverlay(map[string]string{m.path: path}, dir)
}

func writeOverlay(replace map[string]string, dir string) (string, error) {
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "overlay.json")
	return path, os.WriteFile(path, text, 0o600)
}
