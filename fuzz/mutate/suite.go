package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// A suite is the tests of a package, compiled.
type suite struct {
	name  string // the package's directory in the module, or its import path
	pkg   string
	dir   string // the package's directory, in which tests run
	flags []string
	tests []*test
}

// A test is a top-level test, example or fuzz target (of which the seeds run).
type test struct {
	name   string
	suite  *suite
	cpu    time.Duration   // what it takes alone
	passes bool            // in the binary that has all mutants, with none chosen
	covers map[string]bool // the blocks of code it runs, as a cover profile writes them
}

// build compiles the tests of a package.
func (s *suite) build(ctx context.Context, binary, overlay string, more ...string) error {
	args := append([]string{"test", "-c", "-vet=off", "-ldflags=-s -w", "-o", binary}, more...)
	if overlay != "" {
		args = append(args, "-overlay", overlay)
	}
	_, err := command(ctx, s.dir, append(args, s.pkg)...)
	return err
}

// list finds the tests of a binary whose names match, and the flags it has. Package rapid is told to take the same cases in every
// run, not to spend time on making them smaller, and to write no files.
func (s *suite) list(ctx context.Context, binary string, match *regexp.Regexp, rapidChecks int) error {
	listed := execute(ctx, binary, s.dir, 0, 0, "-test.list=.*")
	if listed.err != nil {
		return fmt.Errorf("%s: %w\n%s", s.name, listed.err, listed.output)
	}
	for name := range strings.Lines(listed.output) {
		name = strings.TrimSpace(name)
		if kind := regexp.MustCompile(`^(Test|Example|Fuzz)`); kind.MatchString(name) && match.MatchString(name) {
			s.tests = append(s.tests, &test{name: name, suite: s})
		}
	}
	s.flags = []string{"-test.failfast", "-test.short"}
	if help := execute(ctx, binary, s.dir, 0, 0, "-help"); strings.Contains(help.output, "-rapid.checks") {
		s.flags = append(s.flags, "-rapid.seed=1", "-rapid.nofailfile", "-rapid.shrinktime=0s")
		if rapidChecks > 0 {
			s.flags = append(s.flags, fmt.Sprintf("-rapid.checks=%d", rapidChecks))
		}
	}
	return nil
}

// cover notes what each test covers. The binary was built for it.
func (s *suite) cover(ctx context.Context, binary string) error {
	profile := binary + ".out"
	for _, t := range s.tests {
		args := append([]string{"-test.run=^" + t.name + "$", "-test.coverprofile=" + profile}, s.flags...)
		if done := execute(ctx, binary, s.dir, 0, 0, args...); done.err != nil {
			return fmt.Errorf("%s fails on the code as it is: %w\n%s", t.name, done.err, done.output)
		}
		f, err := os.Open(profile)
		if err != nil {
			return err
		}
		t.covers = make(map[string]bool)
		for lines := bufio.NewScanner(f); lines.Scan(); { // name.go:3.14,15.2 3 1: statements, times
			if fields := strings.Fields(lines.Text()); len(fields) == 3 {
				t.covers[fields[0]] = fields[2] != "0"
			}
		}
		f.Close()
	}
	return nil
}

// covering returns the tests that may tell a mutant: those that run its block, or else, between blocks, its function; all where
// it lies outside of functions.
func (s *suite) covering(r *room, m *mutant) []*test {
	if m.decl == nil || len(s.tests) == 0 || s.tests[0].covers == nil {
		return s.tests
	}
	file := r.pkg + "/" + filepath.Base(m.path) + ":"
	first, last := r.fset.Position(m.decl.Pos()), r.fset.Position(m.decl.End())
	var near, around []string
	for block := range s.tests[0].covers {
		where, ok := strings.CutPrefix(block, file)
		var l1, c1, l2, c2 int
		if n, _ := fmt.Sscanf(where, "%d.%d,%d.%d", &l1, &c1, &l2, &c2); !ok || n != 4 || l1 < first.Line || l2 > last.Line {
			continue
		}
		around = append(around, block)
		if !before(m.line, m.column, l1, c1) && !before(l2, c2, m.line, m.column) {
			near = append(near, block)
		}
	}
	if len(near) == 0 {
		near = around
	}
	if len(near) == 0 {
		return s.tests
	}
	var covering []*test
	for _, t := range s.tests {
		if slices.ContainsFunc(near, func(block string) bool { return t.covers[block] }) {
			covering = append(covering, t)
		}
	}
	return covering
}

func before(line, column, line2, column2 int) bool {
	return line < line2 || line == line2 && column < column2
}

// measure runs every test alone, in the binary that has all mutants, with none chosen.
func (s *suite) measure(ctx context.Context, binary string) {
	for _, t := range s.tests {
		done := execute(ctx, binary, s.dir, 0, 0, append([]string{"-test.run=^" + t.name + "$"}, s.flags...)...)
		t.passes, t.cpu = done.err == nil, done.cpu
	}
	slices.SortStableFunc(s.tests, func(a, b *test) int { return int(a.cpu - b.cpu) })
}

var failed = regexp.MustCompile(`(?m)^--- FAIL: (\S+)`)

// try runs tests on a mutant, quick ones first, and says what became of it and by which test.
func try(ctx context.Context, binary string, number int, tests []*test) (verdict, string) {
	share := 200 * time.Millisecond // of processor time in one process; those after it may take twice as long
	for len(tests) > 0 {
		n, names, cpu := 0, []string(nil), time.Duration(0)
		for ; n < len(tests) && (n == 0 || cpu+tests[n].cpu <= share); n++ {
			names, cpu = append(names, tests[n].name), cpu+tests[n].cpu
		}
		s := tests[0].suite
		args := append([]string{"-test.run=^(" + strings.Join(names, "|") + ")$"}, s.flags...)
		limit := 3*cpu + time.Second/2
		done := execute(ctx, binary, s.dir, number, limit, args...)
		switch by := failed.FindStringSubmatch(done.output); {
		case ctx.Err() != nil:
			return undecided, ""
		case done.late:
			return timedOut, strings.Join(names, " ")
		case done.err != nil && by != nil:
			return killed, by[1]
		case done.err != nil: // the process died
			return killed, strings.Join(names, " ")
		}
		tests, share = tests[n:], 2*share
	}
	return survived, ""
}
