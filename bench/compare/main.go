package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

func main() {
	growth := flag.Bool("growth", false, "print how cost grows, instead of the comparison")
	quick := flag.Bool("quick", false, "run for a few seconds only; the figures mean nothing")
	flag.Parse()
	if flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	p := patient
	if *quick {
		p = hasty
	}
	print := printComparison
	if *growth {
		print = printGrowth
	}
	if err := print(os.Stdout, p); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// A pace says how long everything is timed for.
type pace struct {
	rounds int           // how often each implementation has its turn
	turn   time.Duration // how long a turn is, at least
}

var (
	patient = pace{15, 20 * time.Millisecond}
	hasty   = pace{1, 100 * time.Microsecond}
)

// printSetting writes what the figures depend on.
func printSetting(w io.Writer, step float64) {
	fmt.Fprintf(w, "\n%s %s/%s; a step of the calibration loop takes %.2f ns", runtime.Version(), runtime.GOOS, runtime.GOARCH, step)
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if isPeer(m.Path) {
				fmt.Fprintf(w, "; %s %s", strings.TrimPrefix(m.Path, "github.com/"), m.Version)
			}
		}
	}
	fmt.Fprintln(w, ".")
}

func isPeer(module string) bool {
	for _, peer := range []string{"cron", "gronx", "rrule", "alertmanager"} {
		if strings.Contains(module, peer) {
			return true
		}
	}
	return false
}
