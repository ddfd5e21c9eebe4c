// Conform is the conformance runner: it reads cases on standard input, one JSON object a line, and prints the answers of
// this module in the same order, so that any two evaluators compare with diff.
//
//	go run ./fuzz/conform < fuzz/conform/testdata/cases.jsonl | diff - fuzz/conform/testdata/expected.jsonl
//
// A case is
//
//	{"id": "...", "policy": <a policy document>, "from": instant, "to": instant, "probes": [instants]}
//
// and its answer, with keys in this order, without spaces and with instants as 2006-01-02T15:04:05Z,
//
//	{"id":"...","intervals":[[start,end],...],"open":[true,...]}
//
// where the intervals are the open periods clipped to [from, to) and open answers the probes, which may lie outside. A policy that
// cannot be evaluated answers {"error":"...","id":"..."} with the code of its first problem in words: "ambiguous zone".
//
// With -zones FILE, a zip archive of compiled tz data, zones come from there; else from the host's tz database.
package main

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/conform/v1"
	"github.com/casement-go/casement/tz"
)

func main() {
	zones := flag.String("zones", "", "take zones from this zip archive of compiled tz data")
	to := flag.String("write", "", "make the published cases and their answers in this directory")
	flag.Parse()
	err := error(nil)
	if *to != "" {
		err = write(*to)
	} else {
		err = run(*zones, os.Stdin, os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "conform:", err)
		os.Exit(2)
	}
}

// run answers all cases of in on out.
func run(zones string, in io.Reader, out io.Writer) error {
	db := tz.System()
	if zones != "" {
		archive, err := zip.OpenReader(zones)
		if err != nil {
			return err
		}
		defer archive.Close()
		db = tz.DatabaseFS(archive, "")
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64<<20)
	w := bufio.NewWriter(out)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		answer, err := evaluate(lines.Bytes(), db)
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		w.Write(answer)
		w.WriteByte('\n')
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return w.Flush()
}

// evaluate returns the answer to one case. The error says that the case itself is not one.
func evaluate(line []byte, db *tz.Database) ([]byte, error) {
	var c v1.Case
	if err := json.Unmarshal(line, &c); err != nil {
		return nil, err
	}
	policy, err := calendar.Parse(c.Policy)
	if err != nil {
		return refuse(c, err)
	}
	cal, err := calendar.Compile(policy, calendar.WithDatabase(db))
	if err != nil {
		return refuse(c, err)
	}
	a := v1.Answer{ID: c.ID, Intervals: [][2]string{}, Open: []bool{}}
	for w := range cal.Windows(c.From, c.To) {
		start, _ := w.Start()
		end, _ := w.End()
		a.Intervals = append(a.Intervals, [2]string{v1.Instant(start), v1.Instant(end)})
	}
	for _, t := range c.Probes {
		a.Open = append(a.Open, cal.IsOpen(t))
		if c.Status {
			a.Status = append(a.Status, status(cal, t))
		}
	}
	return json.Marshal(a)
}

// refuse answers with the first problem.
func refuse(c v1.Case, err error) ([]byte, error) {
	first := tz.Join("", err)[0]
	r := v1.Refusal{Error: v1.Words(string(first.Code)), ID: c.ID}
	if c.Status {
		r.Path = first.Path
	}
	return json.Marshal(r)
}

// status returns all that there is to say about t.
func status(cal *calendar.Calendar, t time.Time) v1.Status {
	at := cal.At(t)
	s := v1.Status{Reason: string(at.Reason), Since: instant(at.Since()), Until: instant(at.Until())}
	if w, ok := cal.Next(t); ok {
		s.Next = &[2]*string{instant(w.Start()), instant(w.End())}
	}
	if w, ok := cal.Prev(t); ok {
		s.Prev = &[2]*string{instant(w.Start()), instant(w.End())}
	}
	return s
}

// instant returns the form of an instant that there may be.
func instant(t time.Time, ok bool) *string {
	if !ok {
		return nil
	}
	text := v1.Instant(t)
	return &text
}
