// Run fuzzes every native fuzz target of the module, one after the other, for the same time each.
//
//	go run ./fuzz/run [-for 10s] [-run REGEXP] [-parallel N] [PACKAGES]
//
// PACKAGES are those of the go command; without any it takes the whole module, from wherever in it it is started. REGEXP chooses among
// the targets by import path and name, such as calendar/aks.FuzzParse. The time is that of go test -fuzztime: 10s, or 1000x for a number
// of executions. Targets run in the order of their names.
//
// A line goes to standard error as each target begins, and the output of one that fails. At the end a table goes to standard output:
//
//	package   target         execs  execs/s  new  result
//	fuzz      FuzzDate       90917    12988    6  ok
//	schedule  FuzzParseCron  30117    10039    0  FAIL schedule/testdata/fuzz/FuzzParseCron/fd25d7eb644ed64a
//
// new is the number of inputs that reached code no input before had; go keeps them in its cache for the next time.
//
// The exit status is 0 if all targets passed, 1 if one failed, 2 if the arguments are wrong or there was nothing to fuzz.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, ".", os.Args[1:], os.Stdout, os.Stderr))
}

// run is the command, started in a directory. It returns the exit status.
func run(ctx context.Context, dir string, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	flags.SetOutput(stderr)
	each := flags.String("for", "10s", "how long to fuzz each target: a duration, or a number of executions such as 1000x")
	only := flags.String("run", "", "a regular expression: the targets to fuzz, such as calendar/aks.FuzzParse")
	parallel := flags.Int("parallel", 0, "processes that fuzz at the same time; 0 stands for one for each processor")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	chosen, err := regexp.Compile(*only)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	targets, err := discover(ctx, dir, flags.Args())
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}

	var rows []row
	status := 2 // nothing to fuzz
	for _, t := range targets {
		if !chosen.MatchString(t.pkg + "." + t.name) {
			continue
		}
		if ctx.Err() != nil {
			fmt.Fprintln(stderr, "interrupted")
			status = 1
			break
		}
		fmt.Fprintf(stderr, "%s.%s\n", t.pkg, t.name)
		r := t.fuzz(ctx, dir, *each, *parallel)
		if !r.passed {
			fmt.Fprint(stderr, r.noise)
			status = 1
		} else if status == 2 {
			status = 0
		}
		rows = append(rows, row{t, r})
	}
	if len(rows) == 0 {
		fmt.Fprintln(stderr, "no fuzz target matches")
	}
	table(stdout, rows)
	return status
}
