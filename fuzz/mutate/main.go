// Mutate makes small changes to the code of the core rooms, one at a time, and runs the tests on each: a change that no test notices
// is a survivor, and shows a test that is missing.
//
//	go run ./fuzz/mutate [-only REGEXP] [-also ./fuzz -alsorun TestLaws] [-out results.jsonl] [-w] [-min 95] [PACKAGES]
//
// Without PACKAGES it takes tz, schedule, window, blackout and calendar. At the end it prints for each room, and for all,
//
//	score = (killed + timed out) / (mutants - equivalent)
//
// # What is changed
//
//	boundary    < to <=, and so on         literal     n to n+1, to n-1
//	negate      < to >=, == to !=          word        true to false, min to max
//	arithmetic  + to -, * to /, % to *     condition   of if, case, for: true, false
//	bitwise     & to |, << to >>           return      a bool to its opposite, else the zero value
//	logical     && to ||                   loop        over a range: not at all
//	not         !x to x                    branch      break to continue
//	minus       -x to x                    delete      an assignment, a call, a return
//	assignment  += to -=, to =             step        ++ to --
//
// Each in both directions. Changes that do not compile do not count. Tables of more than 100 elements stay as they are.
//
// # How
//
// The tree stays as it is: changed files reach the compiler by -overlay. All mutants of a room are compiled at once, into one
// binary in which a variable of the environment chooses: each function begins with a switch that has a copy of its body for each
// of its mutants. What cannot be so chosen (constants, signatures), and tests that the switch disturbs (they count allocations), are
// compiled for each mutant alone.
//
// The room's own tests run, those that cover the change, quick ones first, with -test.short; of fuzz targets the seeds. With -also
// the tests of other packages are tried on what survives. A mutant that takes three times the processor time and half a second timed out,
// which counts as killed; so does one that takes 2 GiB and dies of it.
//
// # Lists
//
// equivalent.txt lists mutants that mean the same as the original, each with its reason. One that a test kills is an error; one that
// no longer exists is reported. With -w, survivors.txt gets the survivors of what was run. Both name mutants without line numbers.
//
// With -out the results are kept as they come, and a later run begins with them: a dead mutant stays dead while its file
// is the same, a survivor is tried again when a Go file of the room has changed. Changes in other packages go unnoticed: begin with a new file.
//
// The exit status is 0 if the score is at least -min, 1 if it is less, a listed equivalent was killed or not all was run, and 2 if
// the command could not do its work.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, ".", os.Args[1:], os.Stdout, os.Stderr))
}

// run is the command, started in a directory. It returns the exit status.
func run(ctx context.Context, dir string, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("mutate", flag.ContinueOnError)
	flags.SetOutput(stderr)
	only := flags.String("only", "", "a regular expression: mutants whose \"file function operator\" matches")
	also := flags.String("also", "", "packages, apart by commas, whose tests are tried on survivors")
	alsoRun := flags.String("alsorun", "", "a regular expression: which of the tests of -also")
	checks := flags.Int("rapid", 0, "cases of each property in tests that use package rapid; 0 leaves it to them")
	workers := flags.Int("j", runtime.NumCPU(), "mutants at a time")
	out := flags.String("out", "", "a file to keep results in")
	lists := flags.String("lists", "fuzz/mutate", "where equivalent.txt and survivors.txt are, from the root of the module")
	write := flags.Bool("w", false, "write survivors.txt")
	least := flags.Float64("min", 95, "the least score that will do")
	count := flags.Bool("count", false, "only count mutants")
	if flags.Parse(args) != nil {
		return 2
	}
	fail := func(err error) int {
		fmt.Fprintln(stderr, err)
		return 2
	}
	chosen, err := regexp.Compile(*only)
	if err != nil {
		return fail(err)
	}
	opts := options{started: dir, workers: max(*workers, 1), rapidChecks: *checks}
	if opts.alsoRun, err = regexp.Compile(*alsoRun); err != nil {
		return fail(err)
	}
	if *also != "" {
		opts.also = strings.Split(*also, ",")
	}
	known, err := openLedger(*out)
	if err != nil {
		return fail(err)
	}
	root, err := command(ctx, dir, "list", "-m", "-f={{.Dir}}")
	if err != nil {
		return fail(err)
	}
	top := strings.TrimSpace(string(root))
	patterns := flags.Args()
	if len(patterns) == 0 {
		dir, patterns = top, []string{"./tz", "./schedule", "./window", "./blackout", "./calendar"}
	}
	equivalents, err := readEquivalents(filepath.Join(top, *lists, "equivalent.txt"))
	if err != nil {
		return fail(err)
	}
	rooms, err := open(ctx, dir, patterns...)
	if err != nil {
		return fail(err)
	}

	// looked says of which mutants this run is.
	looked := func(k key) bool {
		for _, room := range rooms {
			if room.name == path.Dir(k.File) {
				return chosen.MatchString(k.File + " " + k.Func + " " + k.Operator)
			}
		}
		return false
	}
	r := review{equivalents: equivalents, met: make(map[key]bool), out: stdout}
	for _, room := range rooms {
		all, broken := room.mutants(func(m *mutant) bool { return looked(m.key) })
		fmt.Fprintf(stderr, "%s: %d mutants, and %d that do not compile\n", room.name, len(all), broken)
		if *count {
			continue
		}
		h := &hunt{room: room, options: opts, log: log.New(stderr, "", log.Ltime)}
		if err := h.run(ctx, all, known); err != nil && ctx.Err() == nil {
			return fail(err)
		}
		r.add(room.name, all, known)
	}
	if *count {
		return 0
	}
	status := r.finish(looked, *least)
	if *write {
		if err := writeSurvivors(filepath.Join(top, *lists, "survivors.txt"), looked, r.survivors); err != nil {
			return fail(err)
		}
	}
	return status
}
