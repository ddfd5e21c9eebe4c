package main

import "testing"

func TestList(t *testing.T) {
	// The evening of 1 March, 17:00 to 23:00 in New York, is cut at the end of the range: 00:00Z is 19:00 there.
	expect(t, prod, yes, `Fri 2026-02-06 22:00 EST  to Sat 2026-02-07 02:00 EST  for 4h
Fri 2026-02-20 22:00 EST  to Sat 2026-02-21 02:00 EST  for 4h
Sun 2026-03-01 17:00 EST  to Sun 2026-03-01 19:00 EST  for 2h
`, "list", "-", "--zone", "America/New_York", "--from", "2026-02-01T00:00:00Z", "--to", "2026-03-02T00:00:00Z")

	// Half-open: what ends where the range begins is not in it, nor what starts where it ends.
	expect(t, prod, yes, "never open from Sat 2026-02-07 07:00 UTC to Sat 2026-02-21 03:00 UTC\n",
		"list", "-", "--from", "2026-02-07T02:00:00-05:00", "--to", "2026-02-20T22:00:00-05:00")
	expect(t, prod, yes, "Sat 2026-02-07 06:59:59 UTC  to Sat 2026-02-07 07:00 UTC     for 1s\nSat 2026-02-21 03:00 UTC     to Sat 2026-02-21 03:00:01 UTC  for 1s\n",
		"list", "-", "--from", "2026-02-07T01:59:59-05:00", "--to", "2026-02-20T22:00:01-05:00")
}

// The range is the 30 days from now on if the command line does not say: here all of January but its last day.
func TestListDefaultRange(t *testing.T) {
	expect(t, always, yes, "Thu 2026-01-01 00:00 UTC  to Sat 2026-01-31 00:00 UTC  for 30d\n", "list", "-")
	expect(t, always, yes, "Sun 2026-02-01 00:00 UTC  to Tue 2026-03-03 00:00 UTC  for 30d\n", "list", "-", "--from", "2026-02-01T00:00:00Z")
	expect(t, always, yes, "Thu 2026-01-01 00:00 UTC  to Fri 2026-01-02 00:00 UTC  for 1d\n", "list", "-", "--to", "2026-01-02T00:00:00Z")
}

func TestListNone(t *testing.T) {
	expect(t, never, yes, "never open from Thu 2026-01-01 00:00 UTC to Sat 2026-01-31 00:00 UTC\n", "list", "-")
	expect(t, never, yes, "", "list", "--json", "-")
}
