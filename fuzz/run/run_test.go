package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// tiny is a module with a target that passes, one that fails on its own seed, and one that fails on an input to be found.
const tiny = `package tiny

import "testing"

func FuzzGood(f *testing.F) { f.Fuzz(func(t *testing.T, s string) {}) }

func FuzzSeed(f *testing.F) {
	f.Add("long")
	f.Fuzz(func(t *testing.T, s string) { short(t, s) })
}

func FuzzBad(f *testing.F) {
	f.Add("x")
	f.Fuzz(func(t *testing.T, s string) { short(t, s) })
}

func short(t *testing.T, s string) {
	if len(s) > 3 {
		t.Error("too long")
	}
}
`

// module writes the tiny module and returns its directory.
func module(t *testing.T) string {
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module example.org/tiny\n\ngo 1.26\n", "a/b/b_test.go": tiny, "c/c.go": "package c\n"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTinyModule(t *testing.T) {
	dir := module(t)
	for _, c := range []struct {
		dir    string
		args   []string
		status int
		want   string // of the table, in which runs of spaces are one
	}{
		// From anywhere in the module all targets are found.
		{"c", []string{"-for", "300x"}, 1, `^package target execs execs/s new result
a/b FuzzBad \d+ \S+ \d+ FAIL a/b/testdata/fuzz/FuzzBad/[0-9a-f]+
a/b FuzzGood 30\d \S+ \d+ ok
a/b FuzzSeed 0 - 0 FAIL FuzzSeed/seed#0
$`},
		{".", []string{"-for=20x", "-run", "b.FuzzGood$", "./a/..."}, 0, `^package .*\na/b FuzzGood 2\d \S+ \d+ ok\n$`},
		{".", []string{"-run=FuzzNone"}, 2, `^$`},
		{".", []string{"./nowhere"}, 2, `^$`},
		{".", []string{"-run=("}, 2, `^$`},
		{".", []string{"-unknown"}, 2, `^$`},
	} {
		var stdout, stderr strings.Builder
		status := run(t.Context(), filepath.Join(dir, c.dir), append([]string{"-parallel=1"}, c.args...), &stdout, &stderr)
		got := regexp.MustCompile(` +`).ReplaceAllString(stdout.String(), " ")
		if status != c.status || !regexp.MustCompile(c.want).MatchString(got) {
			t.Errorf("%v: status %d\n%s\nstandard error:\n%s", c.args, status, got, &stderr)
		}
	}
}
