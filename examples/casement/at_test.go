package main

import "testing"

func TestAt(t *testing.T) {
	const newYork = "America/New_York"
	for _, c := range []struct {
		name, document, at, zone string
		status                   int
		want                     string
	}{
		// 04:00Z is 23:00 in New York: an hour after the start at 22:00, three before the end. The next one is two weeks after the start.
		{"open", prod, "2026-01-10T04:00:00Z", newYork, yes, `
open until Sat 2026-01-10 02:00 EST (in 3h): windows[0] "fortnightly"
     since Fri 2026-01-09 22:00 EST (1h ago)
      next Fri 2026-01-23 22:00 EST (in 13d 23h) for 4h
`},
		{"first second", prod, "2026-01-10T03:00:00Z", "UTC", yes, `
open until Sat 2026-01-10 07:00 UTC (in 4h): windows[0] "fortnightly"
     since Sat 2026-01-10 03:00 UTC (0s ago)
      next Sat 2026-01-24 03:00 UTC (in 14d) for 4h
`},
		{"last second", prod, "2026-01-10T06:59:59Z", "+05:30", yes, `
open until Sat 2026-01-10 12:30 +05:30 (in 1s): windows[0] "fortnightly"
     since Sat 2026-01-10 08:30 +05:30 (3h 59m ago)
      next Sat 2026-01-24 08:30 +05:30 (in 13d 20h) for 4h
`},
		{"the end is shut", prod, "2026-01-10T07:00:00Z", newYork, no, `
shut until Fri 2026-01-23 22:00 EST (in 13d 20h): between windows
     since Sat 2026-01-10 02:00 EST (0s ago)
      next Fri 2026-01-23 22:00 EST (in 13d 20h) for 4h
`},
		// Daylight saving time begins on 8 March: 22:00 on the 20th is 02:00Z on the 21st, 13 days and 14 hours after 12:00Z on the 7th.
		{"over a zone change", prod, "2026-03-07T12:00:00Z", newYork, no, `
shut until Fri 2026-03-20 22:00 EDT (in 13d 14h): between windows
     since Sat 2026-03-07 02:00 EST (5h ago)
      next Fri 2026-03-20 22:00 EDT (in 13d 14h) for 4h
`},
		// 25 December is 25 fortnights after 9 January. The window before it ended at 02:00 on the 12th, the next one is that of 8 January.
		{"blackout", prod, "2026-12-26T03:30:05Z", newYork, no, `
shut until Fri 2027-01-08 22:00 EST (in 13d 23h): blackout notAllowedDates[0] "new year" (12-20 to 01-05)
      cuts windows[0] "fortnightly"
     since Sat 2026-12-12 02:00 EST (13d 20h ago)
      next Fri 2027-01-08 22:00 EST (in 13d 23h) for 4h
`},
		{"before the first", prod, "2026-01-01T03:00:00Z", newYork, no, `
shut until Fri 2026-01-09 22:00 EST (in 9d): before the first window
      next Fri 2026-01-09 22:00 EST (in 9d) for 4h
`},
		{"no windows", never, "2026-01-01T00:00:00Z", newYork, no, `
shut, no opening within 100 years: the policy has no windows
`},
		{"always", always, "2026-01-01T00:00:00Z", newYork, yes, `
open, no end within 100 years: windows[0]
`},
		// The same wall-clock time twice, told apart by its abbreviation.
		{"the last opening", `{ "windows": [ { "span": { "start": "2026-11-01T05:30:00Z", "end": "2026-11-01T06:30:00Z" } } ] }`,
			"2026-11-01T06:00:00Z", newYork, yes, `
open until Sun 2026-11-01 01:30 EST (in 30m): windows[0]
     since Sun 2026-11-01 01:30 EDT (30m ago)
      next none within 100 years
`},
		{"after the last, with seconds", `{ "windows": [ { "span": { "start": "2026-07-01T10:00:00Z", "end": "2026-07-01T14:00:07Z" } } ] }`,
			"2026-07-02T15:00:07Z", "Europe/Berlin", no, `
shut, no opening within 100 years: after the last window
     since Wed 2026-07-01 16:00:07 CEST (1d 1h ago)
`},
		// Several windows and blackouts; a name that a terminal would obey; an opening that has no end, because windows[1] has none.
		{"several", `{ "utcOffset": "+01:00",
			"windows": [ { "name": "red \u001b[31m", "always": true, "notAllowedTime": [ { "start": "08:00", "end": "18:00" } ] }, { "always": true } ],
			"notAllowedTime": [ { "start": "2026-07-01T10:00:00Z", "end": "2026-07-01T14:00:00Z" } ] }`,
			"2026-07-01T10:00:00Z", "UTC", no, `
shut until Wed 2026-07-01 14:00 UTC (in 4h): blackout windows[0].notAllowedTime[0] (08:00 to 18:00), notAllowedTime[0] (2026-07-01T10:00:00Z to 2026-07-01T14:00:00Z)
      cuts windows[0] "red \x1b[31m", windows[1]
     since Wed 2026-07-01 10:00 UTC (0s ago)
      next Wed 2026-07-01 14:00 UTC (in 4h) for 100 years or more
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			expect(t, c.document, c.status, c.want[1:], "at", "--zone", c.zone, "--at", c.at, "-")
		})
	}
}

// Without --at it is now that is asked about: here 00:00 on 1 January, nine days and three hours before the first window.
func TestAtNow(t *testing.T) {
	expect(t, prod, no, `shut until Sat 2026-01-10 03:00 UTC (in 9d 3h): before the first window
      next Sat 2026-01-10 03:00 UTC (in 9d 3h) for 4h
`, "at", "-")
}
