package fuzz_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A hostile policy is made to keep a search busy. What it answers has been worked out by hand; that it answers at all, in a
// test of a few seconds, is the point.
type hostile struct {
	what       string
	document   string
	at         string
	open       bool
	next, prev string // open periods as window.Window prints them; empty: none
}

const daily1h = `"schedule": {"daily": {}}, "startTime": "02:00", "duration": "1h"`

var hostilePolicies = []hostile{
	{"no windows", `{"windows": []}`, "2026-01-01T00:00:00Z", false, "", ""},
	{"all dates blacked out", `{"windows": [{` + daily1h + `}], "notAllowedDates": [{"start": "0001-01-01", "end": "9999-12-31"}]}`,
		"2026-01-01T02:30:00Z", false, "", ""},
	{"every day of the year blacked out", `{"timeZone": "America/New_York", "windows": [{` + daily1h + `}], "notAllowedDates": [{"start": "03-01", "end": "02-29"}]}`,
		"2026-01-01T07:30:00Z", false, "", ""},
	{"all times of day blacked out", `{"timeZone": "America/New_York", "windows": [{` + daily1h + `}], "notAllowedTime": [{"start": "12:00", "end": "00:00"}, {"start": "00:00", "end": "12:00"}]}`,
		"2026-01-01T07:30:00Z", false, "", ""},
	{"all but one date blacked out, 99 years ahead", `{"timeZone": "Europe/Berlin", "windows": [{` + daily1h + `}], "notAllowedDates": [{"start": "0001-01-01", "end": "2125-06-01"}, {"start": "2125-06-03", "end": "9999-12-31"}]}`,
		"2026-06-01T00:00:00Z", false, "2125-06-02T00:00:00Z/2125-06-02T01:00:00Z", ""},
	{"the same, 100 years and more ahead: beyond the horizon", `{"timeZone": "Europe/Berlin", "windows": [{` + daily1h + `}], "notAllowedDates": [{"start": "0001-01-01", "end": "2126-06-01"}, {"start": "2126-06-03", "end": "9999-12-31"}]}`,
		"2026-05-01T00:00:00Z", false, "", ""},
	{"10,000 spans of instants, one for each of 10,000 windows", `{"windows": [{` + daily1h + `}], "notAllowedTime": [` + spansOfInstants(10_000) + `]}`,
		"2026-01-01T00:00:00Z", false, "2053-05-19T02:00:00Z/2053-05-19T03:00:00Z", "2025-12-31T02:00:00Z/2025-12-31T03:00:00Z"},
	{"10,000 spans of dates that touch", `{"windows": [{` + daily1h + `}], "notAllowedDates": [` + spansOfDates(10_000) + `]}`,
		"2026-01-01T00:00:00Z", false, "2053-05-19T02:00:00Z/2053-05-19T03:00:00Z", "2025-12-31T02:00:00Z/2025-12-31T03:00:00Z"},
	{"1,000 windows of every minute", `{"windows": [` + list(1000, func(i int) string { return `{"schedule": {"cron": "* * * * *"}, "duration": "59s"}` }) + `]}`,
		"2026-01-01T00:00:59Z", false, "2026-01-01T00:01:00Z/2026-01-01T00:01:59Z", "2026-01-01T00:00:00Z/2026-01-01T00:00:59Z"},
	{"1,000 windows of every minute that leave no second shut", `{"windows": [` + list(1000, func(i int) string { return `{"schedule": {"cron": "* * * * *"}, "duration": "1m"}` }) + `]}`,
		"2026-01-01T00:00:59Z", true, "", ""},
	{"1,000 windows of every minute, all blacked out", `{"windows": [` + list(1000, func(i int) string { return `{"schedule": {"cron": "* * * * *"}, "duration": "59s"}` }) + `], "notAllowedTime": [{"start": "00:00", "end": "24:00"}]}`,
		"2026-01-01T00:00:30Z", false, "", ""},
	{"1,000 windows in turn, one at each second past the minute of an hour", `{"windows": [` + list(1000, func(i int) string {
		return fmt.Sprintf(`{"schedule": {"daily": {}}, "startTime": "12:%02d:%02d", "duration": "1s"}`, i/60, i%60)
	}) + `]}`, "2026-01-01T12:05:00Z", true, "2026-01-02T12:00:00Z/2026-01-02T12:16:40Z", "2025-12-31T12:00:00Z/2025-12-31T12:16:40Z"},
	{"every minute, one window of 366 days each", `{"windows": [{"schedule": {"cron": "* * * * *"}, "duration": "8784h"}]}`, "2026-01-01T00:00:00Z", true, "", ""},
	{"every day, 366 days long", `{"timeZone": "Europe/Berlin", "windows": [{"schedule": {"daily": {}}, "startTime": "02:30", "duration": "8784h"}]}`, "2026-01-01T00:00:00Z", true, "", ""},
	{"every day, 366 days long, to an end", `{"windows": [{"schedule": {"daily": {}}, "startDate": "2000-01-01", "endDate": "2026-01-01", "startTime": "02:30", "duration": "8784h"}]}`,
		"2027-01-02T02:30:00Z", false, "", "2000-01-01T02:30:00Z/2027-01-02T02:30:00Z"},
	{"every day all day", `{"windows": [{"schedule": {"daily": {}}, "startTime": "00:00", "durationHours": 24}]}`, "2026-01-01T00:00:00Z", true, "", ""},
	{"every day all day in a zone with gaps, by the clock", `{"timeZone": "Europe/Berlin", "windows": [{"schedule": {"daily": {}}, "startTime": "00:00", "endTime": "24:00"}]}`, "2026-01-01T00:00:00Z", true, "", ""},
	{"24 hours a day in a zone whose days have 25: shut for an hour a year", `{"timeZone": "Europe/Berlin", "windows": [{"schedule": {"daily": {}}, "startTime": "00:00", "durationHours": 24}]}`,
		"2026-01-01T00:00:00Z", true, "2026-10-25T23:00:00Z/2027-10-31T22:00:00Z", "2024-10-27T23:00:00Z/2025-10-26T22:00:00Z"},
	{"29 February, a Monday", `{"windows": [{"schedule": {"cron": "0 0 29 2 +MON"}, "duration": "1h"}]}`, "2073-01-01T00:00:00Z", false,
		"2112-02-29T00:00:00Z/2112-02-29T01:00:00Z", "2072-02-29T00:00:00Z/2072-02-29T01:00:00Z"},
	{"29 February, a Monday, and never in the afternoon of one", `{"windows": [{"schedule": {"cron": "0 13 29 2 +MON"}, "duration": "1h"}], "notAllowedTime": [{"start": "12:00", "end": "24:00", "daysOfWeek": ["Monday"]}]}`,
		"2026-01-01T00:00:00Z", false, "", ""},
	{"every 1,000 days", `{"windows": [{"schedule": {"daily": {"intervalDays": 1000}}, "startDate": "0001-01-01", "startTime": "00:00", "duration": "1s"}]}`,
		"2026-01-01T00:00:00Z", false, "2027-01-20T00:00:00Z/2027-01-20T00:00:01Z", "2024-04-25T00:00:00Z/2024-04-25T00:00:01Z"},
	{"every 1,000 weeks", `{"windows": [{"schedule": {"weekly": {"intervalWeeks": 1000, "dayOfWeek": "Monday"}}, "startDate": "0001-01-01", "startTime": "00:00", "duration": "1s"}]}`,
		"2026-01-01T00:00:00Z", false, "2032-07-12T00:00:00Z/2032-07-12T00:00:01Z", "2013-05-13T00:00:00Z/2013-05-13T00:00:01Z"},
	{"every 1,000 months", `{"windows": [{"schedule": {"absoluteMonthly": {"intervalMonths": 1000, "dayOfMonth": 31}}, "startDate": "2000-01-01", "startTime": "00:00", "duration": "1s"}]}`,
		"2026-01-01T00:00:00Z", false, "2083-05-31T00:00:00Z/2083-05-31T00:00:01Z", "2000-01-31T00:00:00Z/2000-01-31T00:00:01Z"},
	{"a fifth Friday every 1,000 months, all blacked out", `{"windows": [{"schedule": {"relativeMonthly": {"intervalMonths": 1000, "weekIndex": "Fifth", "dayOfWeek": "Friday", "offsetDays": -31}}, "startDate": "2000-01-01", "startTime": "00:00", "duration": "1s", "notAllowedTime": [{"start": "00:00", "end": "24:00"}]}]}`,
		"2026-01-01T00:00:00Z", false, "", ""},
	{"the last day there is", `{"windows": [{"schedule": {"daily": {}}, "startDate": "9999-12-30", "startTime": "22:00", "durationHours": 1}]}`, "9999-12-30T23:00:00Z", false,
		"9999-12-31T22:00:00Z/9999-12-31T23:00:00Z", "9999-12-30T22:00:00Z/9999-12-30T23:00:00Z"},
	{"after the last day there is", `{"timeZone": "America/New_York", "windows": [{"schedule": {"daily": {}}, "startTime": "22:00", "durationHours": 1}]}`, "9999-12-31T23:00:00-05:00", false,
		"", "10000-01-01T03:00:00Z/10000-01-01T04:00:00Z"},
	{"asked in the year 20000", `{"timeZone": "Europe/Berlin", "windows": [{` + daily1h + `}]}`, "+20000-01-01T00:00:00Z", false, "", ""},
	{"the first day there is", `{"windows": [{"schedule": {"daily": {}}, "startTime": "02:00", "durationHours": 1}]}`, "0001-01-01T01:00:00Z", false,
		"0001-01-01T02:00:00Z/0001-01-01T03:00:00Z", ""},
	{"a start date in the future, far", `{"windows": [{"schedule": {"daily": {}}, "startDate": "2900-01-01", "startTime": "02:00", "durationHours": 1}]}`, "2026-01-01T01:00:00Z", false, "", ""},
	{"over for long", `{"timeZone": "Africa/Casablanca", "windows": [{"schedule": {"cron": "* * * * *"}, "endDate": "1900-01-01", "duration": "1m"}]}`, "2026-01-01T01:00:00Z", false, "", ""},
	{"a start that a gap swallows every year", `{"timeZone": "America/New_York", "windows": [{"schedule": {"cron": "30 2 8-14 3 +SUN"}, "gap": "skip", "duration": "1h"}]}`, "2026-01-01T00:00:00Z", false,
		"", "2006-03-12T07:30:00Z/2006-03-12T08:30:00Z"},
	{"an end that a gap puts before its start every year", `{"timeZone": "America/New_York", "windows": [{"schedule": {"cron": "30 2 8-14 3 +SUN"}, "endTime": "03:00"}]}`, "2026-01-01T00:00:00Z", false,
		"", "2006-03-12T07:30:00Z/2006-03-12T08:00:00Z"},
	// Case S15-levels-0093 of fuzz/conform. The policy shuts all day but from 12:19 to 13:19, the first window shuts itself.
	{"two windows, one shut by its own blackout and both by the policy's", `{"notAllowedTime": [{"end": "12:19", "start": "13:19"}], "timeZone": "America/Asuncion", "windows": [
		{"duration": "10m0s", "notAllowedTime": [{"end": "14:20", "start": "13:20"}], "schedule": {"cron": "20 13 * * *"}},
		{"duration": "59s", "notAllowedDates": [{"end": "2008-08-08", "start": "2008-08-07"}], "schedule": {"daily": {}}, "startTime": "13:20"}]}`,
		"2008-08-08T17:20:00Z", false, "", ""},
	{"20 windows, each shut by blackouts of its own, beside one that opens daily", `{"timeZone": "America/New_York", "windows": [` + list(20, func(i int) string {
		return fmt.Sprintf(`{"schedule": {"daily": {}}, "startTime": "02:%02d", "duration": "1h", "notAllowedTime": [{"start": "01:%02d", "end": "04:%02d"}, {"start": "02:00", "end": "02:30"}],
			"notAllowedDates": [{"start": "2026-01-%02d", "end": "2026-02-01"}]}`, i, i, i, i+1)
	}) + `, {"schedule": {"daily": {}}, "startTime": "12:00", "duration": "1h"}]}`,
		"2026-01-01T07:30:00Z", false, "2026-01-01T17:00:00Z/2026-01-01T18:00:00Z", "2025-12-31T17:00:00Z/2025-12-31T18:00:00Z"},
	{"every quarter of an hour, all too short", `{"minDuration": "1h", "timeZone": "Europe/Berlin", "windows": [{"schedule": {"cron": "*/15 * * * *"}, "duration": "14m59s"}]}`,
		"2026-01-01T00:07:00Z", false, "", ""},
}

// A pair is two policies that are never open together.
type pair struct {
	what, one, other, at string
}

var apart = []pair{
	{"an hour of the night in Berlin, an hour of noon in New York", `{"timeZone": "Europe/Berlin", "windows": [{` + daily1h + `}]}`,
		`{"timeZone": "America/New_York", "windows": [{"schedule": {"daily": {}}, "startTime": "12:00", "duration": "1h"}]}`, "2026-01-01T00:00:00Z"},
	{"even and odd hours", `{"windows": [{"schedule": {"cron": "0 */2 * * *"}, "duration": "1h"}]}`, `{"windows": [{"schedule": {"cron": "0 1-23/2 * * *"}, "duration": "1h"}]}`, "2026-01-01T00:30:00Z"},
	{"one in all of whose windows the other is blacked out", `{"timeZone": "America/New_York", "windows": [{` + daily1h + `}]}`,
		`{"timeZone": "America/New_York", "windows": [{"always": true}], "notAllowedTime": [{"start": "01:00", "end": "04:00"}]}`, "2026-01-01T07:30:00Z"},
}

// both returns the timeline that is open where both policies are.
func (p pair) both(t *testing.T) window.Timeline {
	t.Helper()
	_, one := compiled(t, p.one)
	_, other := compiled(t, p.other)
	return window.Intersect(one, other)
}

// compiled returns the policy of a document and its timeline.
func compiled(t *testing.T, document string) (calendar.Policy, window.Timeline) {
	t.Helper()
	p, err := calendar.Parse([]byte(document))
	if err != nil {
		t.Fatal(err)
	}
	return p, calendar.MustCompile(p).Timeline()
}

func TestS18CalendarsThatAreNeverOpenTogether(t *testing.T) {
	for _, p := range apart {
		both, at := p.both(t), instant(t, p.at)
		next, nok := both.Next(at)
		prev, pok := both.Prev(at)
		if nok || pok || both.IsOpen(at) {
			t.Errorf("%s: next %v, prev %v", p.what, next, prev)
		}
	}
}

// list returns n items with commas between them.
func list(n int, item func(int) string) string {
	items := make([]string, n)
	for i := range items {
		items[i] = item(i)
	}
	return strings.Join(items, ",")
}

// spansOfInstants returns blackouts from 02:00 to 03:00 of n days from 2026 on.
func spansOfInstants(n int) string {
	return list(n, func(i int) string {
		day := time.Date(2026, 1, 1+i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		return fmt.Sprintf(`{"start": "%sT02:00:00Z", "end": "%sT03:00:00Z"}`, day, day)
	})
}

// spansOfDates returns blackouts of n days from 2026 on, each of one date.
func spansOfDates(n int) string {
	return list(n, func(i int) string {
		day := time.Date(2026, 1, 1+i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		return fmt.Sprintf(`{"start": "%s", "end": "%s"}`, day, day)
	})
}

func TestS18HostilePolicies(t *testing.T) {
	for _, h := range hostilePolicies {
		t.Run(h.what, func(t *testing.T) {
			p, err := calendar.Parse([]byte(h.document))
			if err != nil {
				t.Fatal(err)
			}
			cal, err := calendar.Compile(p)
			if err != nil {
				t.Fatal(err)
			}
			at := instant(t, h.at)
			if got := cal.IsOpen(at); got != h.open {
				t.Errorf("open: %v, want %v", got, h.open)
			}
			next, _ := cal.Next(at)
			if next.String() != h.next {
				t.Errorf("next: %v, want %v", next, h.next)
			}
			prev, _ := cal.Prev(at)
			if prev.String() != h.prev {
				t.Errorf("prev: %v, want %v", prev, h.prev)
			}
			s := cal.At(at)
			if n, _ := s.Next(); s.Open != h.open || n != next {
				t.Errorf("at: %v, next %v", s, n)
			}
			if since, ok := s.Since(); !h.open && ok != (h.prev != "") || !h.open && ok && !since.Equal(endOf(prev)) {
				t.Errorf("shut since %v, %v; the last open period is %v", since, ok, prev)
			}
			if until, ok := s.Until(); !h.open && ok != (h.next != "") || !h.open && ok && !until.Equal(startOf(next)) {
				t.Errorf("shut until %v, %v; the next open period is %v", until, ok, next)
			}
		})
	}
}

func instant(t *testing.T, s string) time.Time {
	t.Helper()
	if s == "+20000-01-01T00:00:00Z" {
		return time.Date(20000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func startOf(w window.Window) time.Time { start, _ := w.Start(); return start }
func endOf(w window.Window) time.Time   { end, _ := w.End(); return end }

// TestS18EveryMinuteToAnEndTime asks windows that start every minute, end at one time of day and so are always open. Stepping over
// their starts one by one, of which thousands may still be open near a change of offset, would take an hour.
func TestS18EveryMinuteToAnEndTime(t *testing.T) {
	for _, window := range []string{
		`{"schedule": {"cron": "* * * * *"}, "endTime": "12:00"}`,
		`{"schedule": {"cron": "* * * * *"}, "endTime": "01:30"}`,
		`{"schedule": {"cron": "* 0-23 * * *"}, "endTime": "01:30", "overlap": "both"}`,
		`{"schedule": {"cron": "* 0-23 * * *"}, "endTime": "02:30", "overlap": "second", "gap": "next"}`,
	} {
		p, err := calendar.Parse([]byte(`{"timeZone": "America/New_York", "windows": [` + window + `]}`))
		if err != nil {
			t.Fatal(err)
		}
		cal := calendar.MustCompile(p)
		at := instant(t, "2026-03-09T12:00:30Z")
		next, nok := cal.Next(at)
		prev, pok := cal.Prev(at)
		if nok || pok || !cal.IsOpen(at) {
			t.Errorf("%s: next %v, prev %v: it is always open", window, next, prev)
		}
	}
}

// TestS10NeverMatchingIsRefused has a schedule of each kind that has no occurrence, however long one looks.
func TestS10NeverMatchingIsRefused(t *testing.T) {
	for _, schedule := range []string{
		`{"cron": "0 0 30 2 *"}`, `{"cron": "0 0 31 4,6,9,11 *"}`, `{"cron": "0 0 31 2,4,6,9,11 +MON-SUN"}`, `{"cron": "0 0 1-7 * +MON#2"}`,
		`{"absoluteMonthly": {"intervalMonths": 48, "dayOfMonth": 29}}`, `{"absoluteMonthly": {"intervalMonths": 12, "daysOfMonth": [30, 31, -30]}}`,
		`{"relativeMonthly": {"intervalMonths": 48, "weekIndex": "Fifth", "dayOfWeek": "Monday"}}`,
	} {
		rest := `"startDate": "2023-02-01", "startTime": "00:00", "anchor": "startDate"` // February of a common year
		if strings.Contains(schedule, "cron") {
			rest = `"startDate": "2023-02-01"`
		}
		err := accept([]byte(`{"windows": [{"schedule": ` + schedule + `, ` + rest + `, "duration": "1h"}]}`))
		if !hasCode(err, tz.NeverMatches) {
			t.Errorf("%s: %v", schedule, err)
		}
	}
}
