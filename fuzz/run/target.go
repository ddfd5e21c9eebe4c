package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A target is one fuzz target.
type target struct {
	pkg  string // the import path of its package
	room string // the package's directory in the module
	name string
}

// discover returns the fuzz targets of the packages, or of the whole module of dir, in order.
func discover(ctx context.Context, dir string, packages []string) ([]target, error) {
	module, err := output(ctx, dir, "list", "-m")
	if err != nil {
		return nil, err
	}
	if len(packages) == 0 {
		packages = []string{strings.TrimSpace(module) + "/..."}
	}
	listed, err := output(ctx, dir, append([]string{"test", "-vet=off", "-list", "^Fuzz"}, packages...)...)
	if err != nil {
		return nil, err
	}
	targets := parseList(listed, strings.TrimSpace(module))
	slices.SortFunc(targets, func(a, b target) int {
		return cmp.Or(strings.Compare(a.pkg, b.pkg), strings.Compare(a.name, b.name))
	})
	return targets, nil
}

// parseList reads what go test -list prints: the names of a package, then a line "ok", its import path, a time.
func parseList(text, module string) []target {
	var targets, open []target
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 1 && strings.HasPrefix(fields[0], "Fuzz"):
			open = append(open, target{name: fields[0]})
		case len(fields) > 1 && fields[0] == "ok":
			for _, t := range open {
				t.pkg = fields[1]
				t.room = cmp.Or(strings.TrimPrefix(strings.TrimPrefix(t.pkg, module), "/"), ".")
				targets = append(targets, t)
			}
			open = nil
		}
	}
	return targets
}

// fuzz runs the target. Inputs that fail are made smaller in at most ten steps: the default, a minute for each new input, leaves
// little time to fuzz.
func (t target) fuzz(ctx context.Context, dir, each string, parallel int) result {
	args := []string{"test", "-run", "^$", "-fuzz", "^" + t.name + "$", "-fuzztime", each, "-fuzzminimizetime", "10x"}
	if parallel > 0 {
		args = append(args, "-parallel", strconv.Itoa(parallel))
	}
	cmd := exec.CommandContext(ctx, "go", append(args, t.pkg)...)
	cmd.Dir = dir
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 10 * time.Second
	out, err := cmd.CombinedOutput()
	r := parseOutput(string(out))
	r.passed = err == nil
	return r
}

// output returns what the go command prints.
func output(ctx context.Context, dir string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s%s", args[0], err, out, stderr.String())
	}
	return string(out), nil
}
