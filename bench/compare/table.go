package main

import (
	"fmt"
	"io"
)

// printComparison compares all answers, measures, and writes the table.
func printComparison(w io.Writer, p pace) error {
	all := questions()
	var compared []comparison
	for _, q := range all {
		c, err := compare(q)
		if err != nil {
			return err
		}
		compared = append(compared, c...)
	}

	loop := calibration()
	turns := []*measurement{loop}
	for _, q := range all {
		for _, e := range q.entries {
			turns = append(turns, newMeasurement(e.ask, q.at))
		}
	}
	measure(turns, p)
	step, turns := loop.nanoseconds(), turns[1:]

	fmt.Fprintln(w, "| question | implementation | ns/op | allocs/op | times casement | times calibration |")
	fmt.Fprintln(w, "|---|---|--:|--:|--:|--:|")
	for _, q := range all {
		own := turns[0].nanoseconds()
		for i, e := range q.entries {
			ns := turns[i].nanoseconds()
			fmt.Fprintf(w, "| %s | %s | %s | %s | %s | %s |\n", q.name, e.name, figure(ns), figure(turns[i].allocations()), figure(ns/own), figure(ns/step))
		}
		turns = turns[len(q.entries):]
	}
	printSetting(w, step)
	printDifferences(w, compared)
	return nil
}

// printDifferences writes what was compared, and which answers differ near changes of offset.
func printDifferences(w io.Writer, compared []comparison) {
	equal, near := 0, 0
	for _, c := range compared {
		equal += c.equal
		near += c.near
	}
	fmt.Fprintf(w, "Answers compared before: %d are equal, as they must be; within two days of a change of offset are %d more, equal but for these:\n\n", equal, near)
	for _, c := range compared {
		if c.differ > 0 {
			fmt.Fprintf(w, "- %s %s: %d of %d differ\n", c.question, c.entry, c.differ, c.near)
		}
	}
}

// figure returns a number with three digits that count, or all before the point.
func figure(f float64) string {
	switch {
	case f == 0:
		return "0"
	case f < 1:
		return fmt.Sprintf("%.2f", f)
	case f < 100:
		return fmt.Sprintf("%.3g", f)
	}
	return fmt.Sprintf("%.0f", f)
}
