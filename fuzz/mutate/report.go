package main

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// A review is what a run says at the end.
type review struct {
	equivalents []entry
	met         map[key]bool // the mutants there are
	tallies     []tally
	survivors   []key
	wrong       []key // listed as equivalent, and killed
	out         io.Writer
}

// add counts the mutants of a room.
func (r *review) add(room string, all []*mutant, known *ledger) {
	t := tally{room: room}
	for _, m := range all {
		v := known.records[m.key].Verdict
		listed := slices.ContainsFunc(r.equivalents, func(e entry) bool { return e.key == m.key })
		r.met[m.key] = true
		t.count(v, listed)
		switch {
		case listed && v.dead():
			r.wrong = append(r.wrong, m.key)
		case !listed && (v == survived || v == uncovered):
			r.survivors = append(r.survivors, m.key)
		}
	}
	r.tallies = append(r.tallies, t)
}

// finish prints all and returns the exit status. looked says of which mutants the run was.
func (r *review) finish(looked func(key) bool, least float64) int {
	for _, k := range r.survivors {
		fmt.Fprintf(r.out, "survived: %s", entry{key: k})
	}
	for _, k := range r.equivalents {
		if looked(k.key) && !r.met[k.key] {
			fmt.Fprintf(r.out, "listed as equivalent, but there is no such mutant (any more): %s", k)
		}
	}
	for _, k := range r.wrong {
		fmt.Fprintf(r.out, "listed as equivalent, but a test kills it: %s", entry{key: k})
	}
	total := table(r.out, r.tallies)
	if len(r.wrong) > 0 || total.open > 0 || total.score() < least {
		return 1
	}
	return 0
}

// A tally counts what became of the mutants of a room.
type tally struct {
	room                                                             string
	mutants, killed, timedOut, survived, uncovered, equivalent, open int
}

// count adds a mutant. listed says that it is in the list of equivalents.
func (t *tally) count(v verdict, listed bool) {
	t.mutants++
	switch {
	case v == killed:
		t.killed++
	case v == timedOut:
		t.timedOut++
	case v == undecided:
		t.open++
	case listed:
		t.equivalent++
	case v == uncovered:
		t.uncovered++
	default:
		t.survived++
	}
}

func (t *tally) add(u tally) {
	t.mutants += u.mutants
	t.killed += u.killed
	t.timedOut += u.timedOut
	t.survived += u.survived
	t.uncovered += u.uncovered
	t.equivalent += u.equivalent
	t.open += u.open
}

// score returns how many of a hundred mutants that can be killed are killed. None at all are all.
func (t *tally) score() float64 {
	if n := t.mutants - t.equivalent; n > 0 {
		return 100 * float64(t.killed+t.timedOut) / float64(n)
	}
	return 100
}

// table prints a line for each room, and the total, which it returns.
func table(w io.Writer, rooms []tally) tally {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "room\tmutants\tkilled\ttimed out\tsurvived\tuncovered\tequivalent\tscore")
	total := tally{room: "total"}
	for _, t := range rooms {
		total.add(t)
	}
	for _, t := range append(rooms, total) {
		fmt.Fprintf(out, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%.1f%%", t.room, t.mutants, t.killed, t.timedOut, t.survived, t.uncovered, t.equivalent, t.score())
		if t.open > 0 {
			fmt.Fprintf(out, "\t(%d not run yet)", t.open)
		}
		fmt.Fprintln(out)
	}
	out.Flush()
	return total
}
