package main

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A result is what go test -fuzz said of a target.
type result struct {
	passed  bool
	execs   int
	elapsed time.Duration // in whole seconds, as go prints it
	found   int           // new interesting inputs
	input   string        // the failing input: a path below the package's directory, or the name of a seed
	noise   string        // all lines but those of progress
}

var (
	progress = regexp.MustCompile(`^fuzz: elapsed: ([0-9hms]+), execs: (\d+) \(\d+/sec\), new interesting: (\d+)`)
	written  = regexp.MustCompile(`^\s*Failing input written to (\S+)`)
	seed     = regexp.MustCompile(`^failure while testing seed corpus entry: (\S+)`)
)

// parseOutput reads the output of go test -fuzz. It does not say whether the target passed: the exit status does.
func parseOutput(text string) result {
	var r result
	for line := range strings.Lines(text) {
		if m := progress.FindStringSubmatch(line); m != nil {
			r.elapsed, _ = time.ParseDuration(m[1])
			r.execs, _ = strconv.Atoi(m[2])
			r.found, _ = strconv.Atoi(m[3])
		}
		if strings.HasPrefix(line, "fuzz: ") {
			continue
		}
		r.noise += line
		if m := written.FindStringSubmatch(line); m != nil {
			r.input = m[1]
		}
		if m := seed.FindStringSubmatch(line); m != nil {
			r.input = m[1]
			if !strings.Contains(r.input, "/seed#") { // else it is a file of the corpus
				r.input = "testdata/fuzz/" + r.input
			}
		}
	}
	return r
}
