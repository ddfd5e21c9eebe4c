package main

import (
	"os"
	"path/filepath"
	"testing"
)

// shapes has what is hard to copy into a switch. Each function is right only if its copies are.
const shapes = `package shapes

import "fmt"

var total = Sum(1, 2)

func init() { total++ }

func Total() int { return total }

func Sum[T int | float64](list ...T) (sum T) {
	defer func() { sum *= 2 }()
	for _, x := range list {
		sum += x
	}
	return
}

type Pair[K comparable] struct{ a, b K }

func (p *Pair[K]) Same() bool { return p.a == p.b }

func Labelled() bool {
outer:
	for {
		break outer
	}
	return true
}

func Must(x any) string {
	switch x := x.(type) {
	case int:
		return fmt.Sprint(x + 1)
	default:
		panic("not a number")
	}
}
`

const shapesTest = `package shapes

import "testing"

func TestAll(t *testing.T) {
	if Total() != 7 || Sum(1, 2, 3) != 12 || !(&Pair[int]{1, 1}).Same() || (&Pair[int]{1, 2}).Same() || Must(1) != "2" || !Labelled() {
		t.Error()
	}
}
`

// The test of shapes kills all mutants of it, be they in the switch or, where there is a label, compiled alone.
func TestShapes(t *testing.T) {
	dir := module(t, map[string]string{"go.mod": "module example.org/tiny\n\ngo 1.26\n", "shapes.go": shapes, "shapes_test.go": shapesTest})
	status, stdout, stderr := answers(t, dir, "-j=2", "-min=100", ".")
	if status != 0 {
		t.Errorf("status %d\n%s%s", status, stdout, stderr)
	}
}

// A ledger whose last line was cut is read up to there; a verdict holds for the text it was found for.
func TestLedger(t *testing.T) {
	path := filepath.Join(t.TempDir(), "results.jsonl")
	l, err := openLedger(path)
	if err != nil {
		t.Fatal(err)
	}
	dead, alive := &mutant{key: key{File: "a/a.go", Func: "f"}}, &mutant{key: key{File: "a/a.go", Func: "g"}}
	for _, r := range []record{{Mutant: dead.key, Hash: digest([]byte("text")), Verdict: timedOut}, {Mutant: alive.key, Hash: "room", Verdict: uncovered}} {
		if err := l.add(r); err != nil {
			t.Fatal(err)
		}
	}
	l.file.WriteString(`{"Mutant":{"File":"a/a.go","Func":"h"},"Hash":"ro`)
	l.file.Close()
	if info, _ := os.Stat(path); info.Size() == 0 {
		t.Fatal("nothing written")
	}

	if l, err = openLedger(path); err != nil {
		t.Fatal(err)
	}
	defer l.file.Close()
	for _, c := range []struct {
		m         *mutant
		src, room string
		want      bool
	}{
		{dead, "text", "other", true}, {dead, "other", "room", false}, {alive, "other", "room", true}, {alive, "text", "other", false},
		{&mutant{key: key{File: "a/a.go", Func: "h"}}, "text", "room", false},
	} {
		if _, got := l.decided(c.m, []byte(c.src), c.room); got != c.want {
			t.Errorf("%s of %s in %s: decided %t", c.m.Func, c.src, c.room, got)
		}
	}
}
