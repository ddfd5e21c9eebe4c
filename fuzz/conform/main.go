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
	"strings"
	"time"
	"unicode"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

func main() {
	zones := flag.String("zones", "", "take zones from this zip archive of compiled tz data")
	flag.Parse()
	if err := run(*zones, os.Stdin, os.Stdout); err != nil {
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

type (
	testCase struct {
		ID       string          `json:"id"`
		Policy   json.RawMessage `json:"policy"`
		From, To time.Time
		Probes   []time.Time
	}
	answer struct {
		ID        string      `json:"id"`
		Intervals [][2]string `json:"intervals"`
		Open      []bool      `json:"open"`
	}
	refusal struct {
		Error string `json:"error"`
		ID    string `json:"id"`
	}
)

// evaluate returns the answer to one case. The error says that the case itself is not one.
func evaluate(line []byte, db *tz.Database) ([]byte, error) {
	var c testCase
	if err := json.Unmarshal(line, &c); err != nil {
		return nil, err
	}
	policy, err := calendar.Parse(c.Policy)
	if err != nil {
		return json.Marshal(refusal{words(err), c.ID})
	}
	cal, err := calendar.Compile(policy, calendar.WithDatabase(db))
	if err != nil {
		return json.Marshal(refusal{words(err), c.ID})
	}
	a := answer{ID: c.ID, Intervals: [][2]string{}, Open: []bool{}}
	for w := range cal.Windows(c.From, c.To) {
		start, _ := w.Start()
		end, _ := w.End()
		a.Intervals = append(a.Intervals, [2]string{start.Format(time.RFC3339), end.Format(time.RFC3339)})
	}
	for _, t := range c.Probes {
		a.Open = append(a.Open, cal.IsOpen(t))
	}
	return json.Marshal(a)
}

// words returns the code of the first problem in lower case words: AmbiguousZone as "ambiguous zone".
func words(err error) string {
	errs := tz.Join("", err)
	var b strings.Builder
	for i, r := range string(errs[0].Code) {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
