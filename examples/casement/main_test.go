package main

import (
	"strings"
	"testing"
	"time"
)

// now is what the clock reads in all tests: a Thursday.
var now = time.Date(2026, 1, 1, 0, 0, 0, 700_000_000, time.UTC)

// prod opens on every other Friday from 9 January 2026 on, that is on 23 January, 6 and 20 February, 6 and 20 March, ..., 11 and
// 25 December, and on the evening of 1 March.
const prod = `{ "name": "prod", "timeZone": "America/New_York",
  "windows": [
    { "name": "fortnightly", "schedule": { "weekly": { "intervalWeeks": 2, "daysOfWeek": ["Friday"] } },
      "startDate": "2026-01-09", "startTime": "22:00", "durationHours": 4 },
    { "name": "cut-over", "span": { "start": "2026-03-01T22:00:00Z", "end": "2026-03-02T04:00:00Z" } } ],
  "notAllowedDates": [ { "name": "new year", "start": "12-20", "end": "01-05" } ] }`

const (
	never  = `{ "windows": [] }`
	always = `{ "windows": [ { "always": true } ] }`
)

// answers runs the tool with a document on standard input.
func answers(document string, args ...string) (status int, stdout, stderr string) {
	var out, err strings.Builder
	status = run(args, strings.NewReader(document), &out, &err, now)
	return status, out.String(), err.String()
}

// expect runs the tool and compares its exit status and what it writes; there must be nothing on standard error.
func expect(t *testing.T, document string, wantStatus int, wantOut string, args ...string) {
	t.Helper()
	status, stdout, stderr := answers(document, args...)
	if status != wantStatus || stdout != wantOut || stderr != "" {
		t.Errorf("casement %s: status %d, want %d\ngot:\n%s\nwant:\n%s\nstandard error:\n%s", strings.Join(args, " "), status, wantStatus, stdout, wantOut, stderr)
	}
}
