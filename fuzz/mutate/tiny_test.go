package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// tiny is a package with tests that miss some mutants, on purpose.
const tiny = `package tiny

const Size = 4 // tested

const Untested = 7

func Less(a, b int) bool { return a < b }

func Sum(list []int) (sum int) {
	for _, x := range list {
		sum += x
	}
	return sum
}

func Clamp(x int) int {
	if x > Size {
		return Size
	}
	return x
}

func Nobody(x int) int { return -x }

func Forever(n int) int {
	i := 0
	for i < n {
		i++
	}
	return i
}
`

const tinyTest = `package tiny_test

import (
	"testing"

	"example.org/tiny/a"
)

func TestSize(t *testing.T) {
	if tiny.Size != 4 {
		t.Error()
	}
}

func TestLess(t *testing.T) { // not of equal numbers
	if !tiny.Less(1, 2) || tiny.Less(2, 1) {
		t.Error()
	}
}

func TestSum(t *testing.T) {
	if tiny.Sum([]int{1, 2}) != 3 {
		t.Error()
	}
}

func TestClamp(t *testing.T) {
	if tiny.Clamp(3) != 3 || tiny.Clamp(5) != 4 || tiny.Clamp(4) != 4 {
		t.Error()
	}
}

func TestForever(t *testing.T) {
	if tiny.Forever(0) != 0 || tiny.Forever(3) != 3 {
		t.Error()
	}
}

func TestAllocs(t *testing.T) {
	if n := testing.AllocsPerRun(10, func() { tiny.Less(1, 2) }); n != 0 {
		t.Error(n)
	}
}
`

const lawTest = `package law

import (
	"testing"

	"example.org/tiny/a"
)

func TestLaw(t *testing.T) {
	if tiny.Less(1, 1) {
		t.Error()
	}
}

func TestNot(t *testing.T) {
	if tiny.Nobody(1) != -1 {
		t.Error()
	}
}
`

const equivalent = `# Boundary of a clamp.

a/a.go Clamp boundary
	source: if x > Size {
	mutant: x > Size -> x >= Size
	reason: at the bound both answers are the bound
`

// module writes files and returns their directory.
func module(t *testing.T, files map[string]string) string {
	dir := t.TempDir()
	for name, text := range files {
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

func tinyModule(t *testing.T) string {
	return module(t, map[string]string{"go.mod": "module example.org/tiny\n\ngo 1.26\n", "a/a.go": tiny, "a/a_test.go": tinyTest,
		"law/law_test.go": lawTest, "fuzz/mutate/equivalent.txt": equivalent})
}

// answers returns what the command says, runs of spaces being one.
func answers(t *testing.T, dir string, args ...string) (status int, stdout, stderr string) {
	var out, err strings.Builder
	status = run(t.Context(), dir, args, &out, &err)
	return status, regexp.MustCompile(` +`).ReplaceAllString(out.String(), " "), err.String()
}

const survivorsAlone = `a/a.go - literal
	source: const Untested = 7
	mutant: 7 -> 8

a/a.go - literal
	source: const Untested = 7
	mutant: 7 -> 6

a/a.go Less boundary
	source: func Less(a, b int) bool { return a < b }
	mutant: a < b -> a <= b

a/a.go Nobody return
	source: func Nobody(x int) int { return -x }
	mutant: -x -> *new(int)

a/a.go Nobody minus
	source: func Nobody(x int) int { return -x }
	mutant: -x -> x
`

// Counted by hand:
//
//	Size      4 to 5, 3                                             2
//	Untested  7 to 8, 6                                             2
//	Less      < to <=, to >=; the return                            3
//	Sum       loop; += to -=, to =, deleted; the return             5
//	Clamp     condition true, false; > to >=, to <=; two returns    6
//	Nobody    minus; the return                                     2
//	Forever   0 to 1; condition false; < to <=, to >=; ++ to --, deleted; the return    7
//
// Endless are the last two changes of ++ and, where n is 0, i >= n.
func TestTinyModule(t *testing.T) {
	dir := tinyModule(t)
	results := filepath.Join(dir, "results.jsonl")
	status, stdout, stderr := answers(t, dir, "-j=2", "-out", results, "-w", "-min=80", "./a")
	want := "room mutants killed timed out survived uncovered equivalent score\na 27 18 3 3 2 1 80.8%\ntotal 27 18 3 3 2 1 80.8%\n"
	if status != 0 || !strings.HasSuffix(stdout, want) {
		t.Fatalf("status %d\n%s%s", status, stdout, stderr)
	}
	written, err := os.ReadFile(filepath.Join(dir, "fuzz/mutate/survivors.txt"))
	if _, list, _ := strings.Cut(string(written), "\n\n"); err != nil || list != survivorsAlone {
		t.Errorf("survivors.txt:\n%s", list)
	}
	if src, err := os.ReadFile(filepath.Join(dir, "a/a.go")); err != nil || string(src) != tiny {
		t.Error("the tree has changed")
	}

	// With the results at hand nothing runs again, and a score that will not do is an error.
	status, stdout, stderr = answers(t, dir, "-j=1", "-out", results, "./a")
	if status != 1 || !strings.HasSuffix(stdout, want) || strings.Contains(stderr, "compiled in") {
		t.Errorf("resumed: status %d\n%s%s", status, stdout, stderr)
	}

	// Laws kill what the room's own tests let live.
	status, stdout, stderr = answers(t, dir, "-j=1", "-out", results, "-also=./law", "-alsorun=^TestLaw$", "-only=Less|Nobody", "-min=50", "-w", "./a")
	want = "room mutants killed timed out survived uncovered equivalent score\na 5 3 0 2 0 0 60.0%\n"
	if status != 0 || !strings.Contains(stdout, want) {
		t.Errorf("with laws: status %d\n%s%s", status, stdout, stderr)
	}
	written, _ = os.ReadFile(filepath.Join(dir, "fuzz/mutate/survivors.txt"))
	if strings.Contains(string(written), "Less") || !strings.Contains(string(written), "Nobody") || !strings.Contains(string(written), "Untested") {
		t.Errorf("survivors.txt after a part was run again:\n%s", written)
	}
}

func TestWrongEquivalents(t *testing.T) {
	dir := tinyModule(t)
	list := filepath.Join(dir, "fuzz/mutate/equivalent.txt")
	const wrong = `
a/a.go Less negate
	source: func Less(a, b int) bool { return a < b }
	mutant: a < b -> a >= b
	reason: a mistake

a/a.go Less boundary
	source: func Less(a, b uint) bool { return a < b }
	mutant: a < b -> a <= b
	reason: the line has changed since
`
	if err := os.WriteFile(list, []byte(wrong), 0o600); err != nil {
		t.Fatal(err)
	}
	status, stdout, stderr := answers(t, filepath.Join(dir, "law"), "-j=1", "-only=Less", "-min=0", "../a")
	if status != 1 || !strings.Contains(stdout, "a test kills it: a/a.go Less negate\n") ||
		!strings.Contains(stdout, "no such mutant (any more): a/a.go Less boundary\n\tsource: func Less(a, b uint)") {
		t.Errorf("status %d\n%s%s", status, stdout, stderr)
	}
	for _, bad := range []string{
		"a/a.go Less\n", "a/a.go Less negate 2\n", "\treason: of nothing\n", "a/a.go Less negate\n\tbecause: x\n",
		"a/a.go Less negate\n\tsource: s\n\tmutant: m\n", strings.Repeat("a/a.go Less negate\n\tsource: s\n\tmutant: m\n\treason: r\n\n", 2),
	} {
		if err := os.WriteFile(list, []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		if status, _, _ := answers(t, dir, "./a"); status != 2 {
			t.Errorf("status %d for the list\n%s", status, bad)
		}
	}
}
