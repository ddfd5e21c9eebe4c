package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write writes a document to a file and returns its name.
func write(t *testing.T, document string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "policy.json")
	if err := os.WriteFile(file, []byte(document), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// edited is prod, an hour later and an hour shorter from 6 February on, with one more weekend and without the evening of 1 March.
const edited = `timeZone: America/New_York
windows:
- span: {start: "2026-01-10T03:00:00Z", end: "2026-01-10T07:00:00Z"}
- span: {start: "2026-01-24T03:00:00Z", end: "2026-01-24T07:00:00Z"}
- span: {start: "2026-01-31T03:00:00Z", end: "2026-01-31T05:00:00Z"}
- schedule: {weekly: {intervalWeeks: 2, daysOfWeek: [Friday]}}
  startDate: "2026-02-06"
  startTime: "23:00"
  duration: 3h
`

func TestDiff(t *testing.T) {
	file := write(t, edited)
	rng := []string{"--from", "2026-01-01T00:00:00Z", "--to", "2026-03-07T05:00:00Z"}
	// What ends together with an earlier start is shorter; the last one is cut, at midnight in New York.
	expect(t, prod, no, `+ Fri 2026-01-30 22:00 EST  to Sat 2026-01-31 00:00 EST  for 2h  Added
- Fri 2026-02-06 22:00 EST  to Sat 2026-02-07 02:00 EST  for 4h  Shortened
+ Fri 2026-02-06 23:00 EST  to Sat 2026-02-07 02:00 EST  for 3h  Shortened
- Fri 2026-02-20 22:00 EST  to Sat 2026-02-21 02:00 EST  for 4h  Shortened
+ Fri 2026-02-20 23:00 EST  to Sat 2026-02-21 02:00 EST  for 3h  Shortened
- Sun 2026-03-01 17:00 EST  to Sun 2026-03-01 23:00 EST  for 6h  Removed
- Fri 2026-03-06 22:00 EST  to Sat 2026-03-07 00:00 EST  for 2h  Shortened
+ Fri 2026-03-06 23:00 EST  to Sat 2026-03-07 00:00 EST  for 1h  Shortened
`, append([]string{"diff", "--zone", "America/New_York", "-", file}, rng...)...)

	// The other way round, from 20 February on, for programs.
	expect(t, prod, no, `{"kind":"Lengthened","before":[{"start":"2026-02-21T04:00:00Z","end":"2026-02-21T07:00:00Z","seconds":10800}],"after":[{"start":"2026-02-21T03:00:00Z","end":"2026-02-21T07:00:00Z","seconds":14400}]}
{"kind":"Added","after":[{"start":"2026-03-01T22:00:00Z","end":"2026-03-02T04:00:00Z","seconds":21600}]}
`, "diff", "--json", "--from", "2026-02-20T00:00:00Z", "--to", "2026-03-06T00:00:00Z", file, "-")
}

// Several periods in the place of one.
func TestDiffSplit(t *testing.T) {
	lunch := write(t, `{ "windows": [ { "always": true, "notAllowedTime": [ { "start": "12:00", "end": "13:00" } ] } ] }`)
	expect(t, always, no, `- Thu 2026-01-01 00:00 UTC  to Fri 2026-01-02 00:00 UTC  for 1d   Split
+ Thu 2026-01-01 00:00 UTC  to Thu 2026-01-01 12:00 UTC  for 12h  Split
+ Thu 2026-01-01 13:00 UTC  to Fri 2026-01-02 00:00 UTC  for 11h  Split
`, "diff", "-", lunch, "--to", "2026-01-02T00:00:00Z")
}

// Until 6 February both are open at the same instants, but for the weekend that was added. The range begins now, and is 30 days.
func TestDiffNone(t *testing.T) {
	expect(t, prod, yes, "no difference from Thu 2026-01-01 00:00 UTC to Sat 2026-01-31 00:00 UTC\n", "diff", "-", write(t, edited))
	expect(t, prod, yes, "", "diff", "--json", "-", write(t, edited))
	expect(t, prod, no, "+ Sat 2026-01-31 03:00 UTC  to Sat 2026-01-31 05:00 UTC  for 2h  Added\n", "diff", "-", write(t, edited), "--from", "2026-01-02T00:00:00Z")
}

func TestDiffUsage(t *testing.T) {
	for _, args := range [][]string{
		{"-"}, {"-", "-"}, {"-", "a", "b"}, {},
		{"-", "a", "--at", "2026-01-01T00:00:00Z"},
		{"-", "a", "--from", "2026-03-01T00:00:00Z", "--to", "2026-03-01T00:00:00Z"},
	} {
		status, stdout, stderr := answers(always, append([]string{"diff"}, args...)...)
		if status != failure || stdout != "" || !strings.Contains(stderr, "usage: casement at") || !strings.HasPrefix(stderr, "casement diff: ") {
			t.Errorf("casement diff %q: status %d, standard output %q, standard error:\n%s", args, status, stdout, stderr)
		}
	}
}

// What is wrong with either file is no difference.
func TestDiffFailure(t *testing.T) {
	for _, args := range [][]string{{"-", write(t, "{}")}, {write(t, "{}"), "-"}, {"-", "nothing.json"}} {
		if status, stdout, stderr := answers(always, append([]string{"diff"}, args...)...); status != failure || stdout != "" || strings.Count(stderr, "\n") != 1 {
			t.Errorf("casement diff %q: status %d, standard output %q, standard error:\n%s", args, status, stdout, stderr)
		}
	}
}
