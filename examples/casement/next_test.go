package main

import "testing"

func TestNext(t *testing.T) {
	// From now, the first; in UTC.
	expect(t, prod, yes, "Sat 2026-01-10 03:00 UTC  to Sat 2026-01-10 07:00 UTC  for 4h  (in 9d 3h)\n", "next", "-")

	// From the start of one, the next ones; the last starts an hour earlier on the clock of UTC, as daylight saving time has begun.
	expect(t, prod, yes, `Sun 2026-03-01 17:00 EST  to Sun 2026-03-01 23:00 EST  for 6h  (in 8d 19h)
Fri 2026-03-06 22:00 EST  to Sat 2026-03-07 02:00 EST  for 4h  (in 14d)
Fri 2026-03-20 22:00 EDT  to Sat 2026-03-21 02:00 EDT  for 4h  (in 27d 23h)
`, "next", "-", "-n", "3", "--zone", "America/New_York", "--at", "2026-02-21T03:00:00Z")

	// Columns stay columns where abbreviations differ in length: CET and CEST.
	expect(t, `{ "timeZone": "Europe/Berlin", "windows": [ { "schedule": { "weekly": { "dayOfWeek": "Saturday" } }, "startTime": "22:00", "endTime": "04:00" } ] }`,
		yes, `Sat 2026-03-21 22:00 CET   to Sun 2026-03-22 04:00 CET   for 6h  (in 3d 21h)
Sat 2026-03-28 22:00 CET   to Sun 2026-03-29 04:00 CEST  for 5h  (in 10d 21h)
Sat 2026-04-04 22:00 CEST  to Sun 2026-04-05 04:00 CEST  for 6h  (in 17d 20h)
`, "next", "-n=3", "--zone=Europe/Berlin", "--at=2026-03-18T00:00:00Z", "-")
}

// Fewer than were asked for are as many as there are.
func TestNextFewer(t *testing.T) {
	twice := `{ "windows": [ { "span": { "start": "2026-02-01T00:00:00Z", "end": "2026-02-02T02:03:04Z" } },
		{ "always": true, "notAllowedTime": [ { "start": "1970-01-01T00:00:00Z", "end": "2026-03-01T00:00:00Z" } ] } ] }`
	expect(t, twice, yes, `Sun 2026-02-01 00:00 UTC  to Mon 2026-02-02 02:03:04 UTC  for 1d 2h 3m 4s        (in 31d)
Sun 2026-03-01 00:00 UTC  to -                            for 100 years or more  (in 59d)
`, "next", "-", "-n", "9")
}

func TestNextNone(t *testing.T) {
	expect(t, never, no, "no opening within 100 years\n", "next", "-")
	expect(t, always, no, "no other opening within 100 years: it is open already\n", "next", "-")
	expect(t, never, no, "", "next", "--json", "-")
}
