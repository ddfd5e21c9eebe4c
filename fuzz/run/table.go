package main

import (
	"fmt"
	"io"
	"path"
	"strings"
	"text/tabwriter"
)

// A row is a target and what became of it.
type row struct {
	target
	result
}

// table prints the rows.
func table(w io.Writer, rows []row) {
	if len(rows) == 0 {
		return
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "package\ttarget\texecs\texecs/s\tnew\tresult")
	for _, r := range rows {
		rate := "-"
		if s := int(r.elapsed.Seconds()); s > 0 {
			rate = fmt.Sprint(r.execs / s)
		}
		fmt.Fprintf(t, "%s\t%s\t%d\t%s\t%d\t%s\n", r.room, r.name, r.execs, rate, r.found, r.verdict())
	}
	t.Flush()
}

// verdict is the last column: with the file of the failing input, from the root of the module.
func (r row) verdict() string {
	switch {
	case r.passed && r.execs == 0:
		return "ok, but its time was over when all known inputs had run"
	case r.passed:
		return "ok"
	case strings.HasPrefix(r.input, "testdata/"):
		return "FAIL " + path.Join(r.room, r.input)
	case r.input != "":
		return "FAIL " + r.input
	}
	return "FAIL (no input named: see its output)"
}
