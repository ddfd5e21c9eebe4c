package main

import (
	"testing"
	"time"
)

// Recorded from go 1.26.
const (
	goodOutput = `fuzz: elapsed: 0s, gathering baseline coverage: 0/188 completed
fuzz: elapsed: 1s, gathering baseline coverage: 188/188 completed, now fuzzing with 1 workers
fuzz: elapsed: 1m3s, execs: 30117 (10039/sec), new interesting: 5 (total: 193)
fuzz: elapsed: 1m7s, execs: 90917 (14306/sec), new interesting: 6 (total: 194)
PASS
ok  	github.com/casement-go/casement/fuzz	7.114s
`
	badOutput = `fuzz: elapsed: 0s, gathering baseline coverage: 1/1 completed, now fuzzing with 1 workers
fuzz: minimizing 37-byte failing input file
fuzz: elapsed: 0s, minimizing
--- FAIL: FuzzBad (0.01s)
    --- FAIL: FuzzBad (0.00s)
        a_test.go:5: too long
    
    Failing input written to testdata/fuzz/FuzzBad/fd25d7eb644ed64a
    To re-run:
    go test -run=FuzzBad/fd25d7eb644ed64a
FAIL
exit status 1
FAIL	bad	0.012s
`
	seedOutput = `fuzz: elapsed: 0s, gathering baseline coverage: 0/1 completed
failure while testing seed corpus entry: FuzzSeedBad/seed#0
--- FAIL: FuzzSeedBad (0.01s)
FAIL
`
	fileOutput = `fuzz: elapsed: 0s, gathering baseline coverage: 0/2 completed
failure while testing seed corpus entry: FuzzBad/fd25d7eb644ed64a
--- FAIL: FuzzBad (0.01s)
FAIL
`
)

func TestParseOutput(t *testing.T) {
	for name, c := range map[string]struct {
		text    string
		execs   int
		elapsed time.Duration
		found   int
		input   string
	}{
		"good":           {goodOutput, 90917, 67 * time.Second, 6, ""},
		"bad":            {badOutput, 0, 0, 0, "testdata/fuzz/FuzzBad/fd25d7eb644ed64a"},
		"seed":           {seedOutput, 0, 0, 0, "FuzzSeedBad/seed#0"},
		"file of corpus": {fileOutput, 0, 0, 0, "testdata/fuzz/FuzzBad/fd25d7eb644ed64a"},
		"nothing":        {"", 0, 0, 0, ""},
	} {
		r := parseOutput(c.text)
		if r.execs != c.execs || r.elapsed != c.elapsed || r.found != c.found || r.input != c.input {
			t.Errorf("%s: %d execs in %s, %d new, input %q", name, r.execs, r.elapsed, r.found, r.input)
		}
	}
	if got, want := parseOutput(seedOutput).noise, "failure while testing seed corpus entry: FuzzSeedBad/seed#0\n--- FAIL: FuzzSeedBad (0.01s)\nFAIL\n"; got != want {
		t.Errorf("kept %q", got)
	}
}

func TestParseList(t *testing.T) {
	const listed = "ok  \texample.org/m\t0.003s\nFuzzParse\nok  \texample.org/m/a\t0.007s\n" +
		"?   \texample.org/m/b\t[no test files]\nFuzzB\nFuzzA\nok  \texample.org/m/a/c\t0.018s\n"
	got := parseList(listed, "example.org/m")
	want := []target{{"example.org/m/a", "a", "FuzzParse"}, {"example.org/m/a/c", "a/c", "FuzzB"}, {"example.org/m/a/c", "a/c", "FuzzA"}}
	if len(got) != len(want) {
		t.Fatalf("got %v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got[i], want[i])
		}
	}
}

func TestVerdict(t *testing.T) {
	for want, r := range map[string]row{
		"ok": {target{room: "a"}, result{passed: true, execs: 1}},
		"ok, but its time was over when all known inputs had run": {target{room: "a"}, result{passed: true}},
		"FAIL a/testdata/fuzz/FuzzBad/fd25":                       {target{room: "a"}, result{input: "testdata/fuzz/FuzzBad/fd25"}},
		"FAIL FuzzBad/seed#0":                                     {target{room: "a"}, result{input: "FuzzBad/seed#0"}},
		"FAIL (no input named: see its output)":                   {target{room: "a"}, result{execs: 1}},
	} {
		if got := r.verdict(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
