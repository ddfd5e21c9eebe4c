package reference

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestCorners holds answers worked out by hand, each for a rule and a place
// where a plausible evaluator goes wrong.
func TestCorners(t *testing.T) {
	zones := pinnedZones(t)
	const (
		gapDay     = "2026-03-08 2026-03-09" // New_York skips 02:00 to 03:00 at 07:00Z
		overlapDay = "2026-11-01 2026-11-02" // New_York repeats 01:00 to 02:00 at 06:00Z
		apia       = "2011-12-29T11:00:00Z 2011-12-31"
	)
	newYork := func(window string) string { return `"timeZone": "America/New_York", "windows": [{` + window + `}]` }
	daily := `"schedule": {"daily": {}}, `
	utcDaily := func(rest string) string { return `"windows": [{` + daily + rest + `}]` }
	const minuteAtMidnight = `"startTime": "00:00", "duration": "1m"`
	midnights := func(schedule, beside string) string {
		return `"windows": [{"schedule": ` + schedule + `, ` + minuteAtMidnight + beside + `}]`
	}
	always := func(rest string) string { return rest + `, "windows": [{"always": true}]` }

	for _, c := range []struct {
		name, doc, during string
		want              string // days and times of starts and ends; of minutes at midnight the days alone
	}{
		{"S03 gap forward", newYork(daily + `"startTime": "02:30", "duration": "1h"`), gapDay, "08T07:30 08T08:30"},
		{"S03 gap next", newYork(daily + `"startTime": "02:30", "duration": "1h", "gap": "next"`), gapDay, "08T07:00 08T08:00"},
		{"S03 gap skip", newYork(daily + `"startTime": "02:30", "duration": "1h", "gap": "skip"`), gapDay, ""},
		{"S03 overlap first", newYork(daily + `"startTime": "01:30", "duration": "10m"`), overlapDay, "01T05:30 01T05:40"},
		{"S03 overlap second", newYork(daily + `"startTime": "01:30", "duration": "10m", "overlap": "second"`), overlapDay, "01T06:30 01T06:40"},
		{"S03 overlap both", newYork(daily + `"startTime": "01:30", "duration": "10m", "overlap": "both"`), overlapDay, "01T05:30 01T05:40 01T06:30 01T06:40"},
		{"S03 skipped date forward", `"timeZone": "Pacific/Apia", ` + utcDaily(`"startTime": "02:00", "duration": "1h"`), apia, "29T12:00 29T13:00 30T12:00 30T13:00"},
		{"S03 skipped date next", `"timeZone": "Pacific/Apia", ` + utcDaily(`"startTime": "02:00", "duration": "1h", "gap": "next"`), apia, "29T12:00 29T13:00 30T10:00 30T11:00 30T12:00 30T13:00"},
		{"S07 skipped date is still a written date", `"timeZone": "Pacific/Apia", ` + utcDaily(`"startTime": "02:00", "duration": "1h", "startDate": "2011-12-30", "endDate": "2011-12-30"`), apia, "30T12:00 30T13:00"},

		{"S04 end in a gap", newYork(daily + `"startTime": "01:30", "endTime": "02:30"`), gapDay, "08T06:30 08T07:30"},
		{"S04 end in a gap under next", newYork(daily + `"startTime": "01:30", "endTime": "02:30", "gap": "next"`), gapDay, "08T06:30 08T07:00"},
		{"S04 end in a gap under skip", newYork(daily + `"startTime": "01:30", "endTime": "02:30", "gap": "skip"`), gapDay, "08T06:30 08T07:30"},
		{"S04 moved start beyond its end", newYork(daily + `"startTime": "02:30", "endTime": "03:15"`), gapDay, ""},
		{"S04 both ends at the gap's end", newYork(daily + `"startTime": "02:15", "endTime": "02:45", "gap": "next"`), gapDay, ""},
		{"S04 both readings keep their own end", newYork(daily + `"startTime": "01:30", "endTime": "01:45", "overlap": "both"`), overlapDay, "01T05:30 01T05:45 01T06:30 01T06:45"},
		{"S04 unambiguous start, first", newYork(daily + `"startTime": "00:30", "endTime": "01:30"`), overlapDay, "01T04:30 01T05:30"},
		{"S04 unambiguous start, both", newYork(daily + `"startTime": "00:30", "endTime": "01:30", "overlap": "both"`), overlapDay, "01T04:30 01T06:30"},
		{"S04 equal is a whole day", utcDaily(`"startTime": "12:00", "endTime": "12:00", "startDate": "2026-01-02", "endDate": "2026-01-02"`), "2026-01-01 2026-01-08", "02T12:00 03T12:00"},
		{"S04 24:00", utcDaily(`"startTime": "00:00", "endTime": "24:00", "startDate": "2026-01-02", "endDate": "2026-01-02"`), "2026-01-01 2026-01-08", "02T00:00 03T00:00"},
		{"S04 midnight", utcDaily(`"startTime": "23:00", "endTime": "00:00", "startDate": "2026-01-02", "endDate": "2026-01-02"`), "2026-01-01 2026-01-08", "02T23:00 03T00:00"},

		{"S05 first Friday after a Saturday", midnights(`{"weekly": {"intervalWeeks": 2, "daysOfWeek": ["Friday"]}}`, `, "startDate": "2026-01-10"`), "2026-01-01 2026-02-01", "16 30"},
		{"S05 counted from startDate", midnights(`{"weekly": {"intervalWeeks": 2, "daysOfWeek": ["Friday"]}}`, `, "startDate": "2026-01-10", "anchor": "startDate"`), "2026-01-01 2026-02-01", "23"},
		{"S05 weeks begin on Monday", midnights(`{"weekly": {"intervalWeeks": 2, "daysOfWeek": ["Sunday", "Monday"]}}`, `, "startDate": "2026-01-04"`), "2026-01-01 2026-02-01", "04 12 18 26"},
		{"S05 weeks begin on Sunday", midnights(`{"weekly": {"intervalWeeks": 2, "daysOfWeek": ["Sunday", "Monday"], "weekStart": "Sunday"}}`, `, "startDate": "2026-01-04"`), "2026-01-01 2026-02-01", "04 05 18 19"},
		{"S05 the anchor's month is whole", midnights(`{"absoluteMonthly": {"intervalMonths": 2, "daysOfMonth": [3, 20]}}`, `, "startDate": "2026-01-10"`), "2026-01-01 2026-03-31", "20 03 20"},

		{"S08 clamped days merge", midnights(`{"absoluteMonthly": {"daysOfMonth": [28, 29, 30, 31, -1], "shortMonth": "clamp"}}`, ``), "2026-02-01 2026-03-01", "28"},
		{"S08 days before the 1st clamp to it", midnights(`{"absoluteMonthly": {"daysOfMonth": [-31, -29], "shortMonth": "clamp"}}`, ``), "2026-02-01 2026-03-01", "01"},
		{"S08 days before the 1st are skipped", midnights(`{"absoluteMonthly": {"daysOfMonth": [-31, -28, 30, 31]}}`, ``), "2026-02-01 2026-03-01", "01"},

		{"S09 fifth", midnights(`{"relativeMonthly": {"weekIndex": "Fifth", "dayOfWeek": "Sunday"}}`, ``), "2026-01-01 2026-06-30", "29 31"},
		{"S09 the interval counts the unmoved month", midnights(`{"relativeMonthly": {"intervalMonths": 2, "weekIndex": "First", "dayOfWeek": "Monday", "offsetDays": -3}}`, `, "startDate": "2026-01-30"`), "2026-01-01 2026-06-30", "30 03 29"},
		{"S09 counted from the month of startDate", midnights(`{"relativeMonthly": {"intervalMonths": 2, "weekIndex": "First", "dayOfWeek": "Monday", "offsetDays": -3}}`, `, "startDate": "2026-01-30", "anchor": "startDate"`), "2026-01-01 2026-06-30", "27 01"},

		{"S10 fixed hour in an overlap", newYork(`"schedule": {"cron": "30 1 * * *"}, "duration": "10m"`), overlapDay, "01T05:30 01T05:40"},
		{"S10 real clock shows 01:30 twice", newYork(`"schedule": {"cron": "30 * * * *"}, "duration": "10m"`), "2026-11-01T04:00:00Z 2026-11-01T08:00:00Z", "01T04:30 01T04:40 01T05:30 01T05:40 01T06:30 01T06:40 01T07:30 01T07:40"},
		{"S10 real clock in a gap", newYork(`"schedule": {"cron": "30 * * * *"}, "duration": "10m"`), "2026-03-08T06:00:00Z 2026-03-08T09:00:00Z", "08T06:30 08T06:40 08T07:30 08T07:40 08T08:30 08T08:40"},

		{"S10 real clock skips what it never shows", newYork(`"schedule": {"cron": "30 */2 * * *"}, "duration": "10m"`), "2026-03-08T05:00:00Z 2026-03-08T09:00:00Z", "08T05:30 08T05:40 08T08:30 08T08:40"},
		{"S10 written times of a cron window's endTime", newYork(`"schedule": {"cron": {"expression": "0 22,23 * * SUN"}}, "endTime": "22:30"`), "2026-03-08 2026-03-10", "09T02:00 09T02:30 09T03:00 10T00:00"},

		{"S11 touching windows join", `"windows": [{` + daily + `"startTime": "01:00", "duration": "1h"}, {` + daily + `"startTime": "02:00", "duration": "1h"}]`, "2026-01-02 2026-01-03", "02T01:00 02T03:00"},
		{"S12 02-29 to 03-05 in a common year", always(`"notAllowedDates": [{"start": "02-29", "end": "03-05"}]`), "2026-02-27 2026-03-07", "27T00:00 01T00:00 06T00:00 07T00:00"},
		{"S12 over New Year", always(`"notAllowedDates": [{"start": "12-31", "end": "01-01"}]`), "2026-12-30 2027-01-03", "30T00:00 31T00:00 02T00:00 03T00:00"},
		{"S13 the day a span starts on", always(`"notAllowedTime": [{"start": "22:00", "end": "02:00", "daysOfWeek": ["Friday"]}]`), "2026-01-02 2026-01-04", "02T00:00 02T22:00 03T02:00 04T00:00"},
		{"S13 both readings are covered", always(`"timeZone": "America/New_York", "notAllowedTime": [{"start": "01:15", "end": "01:45"}]`), "2026-11-01 2026-11-01T08:00:00Z", "01T00:00 01T05:15 01T05:45 01T06:15 01T06:45 01T08:00"},
		{"S13 a gap has nothing to cover", always(`"timeZone": "America/New_York", "notAllowedTime": [{"start": "02:15", "end": "02:45"}]`), gapDay, "08T00:00 09T00:00"},
		{"S14 a date in two pieces", always(`"timeZone": "America/St_Johns", "notAllowedDates": [{"start": "2006-10-28", "end": "2006-10-28"}]`), "2006-10-28 2006-10-30", "28T00:00 28T02:30 29T02:30 29T02:31 29T03:30 30T00:00"},
		{"S14 a wrapped span from a skipped date", always(`"timeZone": "Pacific/Apia", "notAllowedTime": [{"start": "22:00", "end": "02:00", "daysOfWeek": ["Friday"]}]`), apia, "29T11:00 30T10:00 30T12:00 31T00:00"},
		{"S12 before 1970", always(`"utcOffset": "-03:30", "notAllowedDates": [{"start": "1969-07-20", "end": "1969-07-20"}]`), "1969-07-19 1969-07-22", "19T00:00 20T03:30 21T03:30 22T00:00"},
		{"S15 a window's blackout cuts it alone", `"windows": [{"always": true, "notAllowedDates": [{"start": "2026-01-02", "end": "2026-01-02"}]}, {` + daily + `"startTime": "01:00", "duration": "1h"}]`, "2026-01-02 2026-01-03", "02T01:00 02T02:00"},
		{"S16 no windows", `"windows": []`, "2026-01-02 2026-01-03", ""},
		{"minDuration is of what is left of merged windows", `"minDuration": "2h", "windows": [{` + daily + `"startTime": "01:00", "duration": "1h"}, {` + daily + `"startTime": "02:00", "duration": "90m"}, {` + daily +
			`"startTime": "05:00", "duration": "2h", "cutoff": "1h"}, {` + daily + `"startTime": "08:00", "duration": "7199s"}], "notAllowedTime": [{"start": "03:00", "end": "03:01"}]`, "2026-01-02 2026-01-03",
			"02T01:00 02T03:00 02T05:00 02T07:00"},
		{"minDuration of a window that the bounds cut", utcDaily(`"startTime": "23:00", "duration": "2h"`) + `, "minDuration": "2h"`, "2026-01-02 2026-01-03", "02T00:00 02T01:00 02T23:00 03T00:00"},
		{"minDuration of a shorter one", utcDaily(`"startTime": "23:00", "duration": "2h"`) + `, "minDuration": "2h0m1s"`, "2026-01-02 2026-01-03", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := Compile([]byte("{"+c.doc+"}"), zones)
			if err != nil {
				t.Fatal(err)
			}
			from, to, _ := strings.Cut(c.during, " ")
			var got []string
			for _, w := range p.Windows(moment(t, from), moment(t, to)) {
				if strings.Contains(c.doc, minuteAtMidnight) {
					got = append(got, w[0].Format("02"))
				} else {
					got = append(got, w[0].Format("02T15:04"), w[1].Format("02T15:04"))
				}
			}
			if text := strings.Join(got, " "); text != c.want {
				t.Errorf("\n got %s\nwant %s", text, c.want)
			}
		})
	}
}

// moment reads an instant, or a date as its midnight in UTC.
func moment(t *testing.T, text string) time.Time {
	t.Helper()
	if len(text) == len(time.DateOnly) {
		text += "T00:00:00Z"
	}
	m, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestS01Fractions drops the fraction of a query, before 1970 too.
func TestS01Fractions(t *testing.T) {
	p, err := Compile([]byte(`{"windows": [{"span": {"start": "1969-12-31T23:59:58Z", "end": "1969-12-31T23:59:59Z"}}]}`), nil)
	if err != nil {
		t.Fatal(err)
	}
	for nanoseconds, want := range map[int64]bool{-2_000_000_001: false, -2_000_000_000: true, -1_000_000_001: true, -1_000_000_000: false, -1: false} {
		if got := p.IsOpen(time.Unix(0, nanoseconds)); got != want {
			t.Errorf("open at %d ns: %t", nanoseconds, got)
		}
	}
}

// TestS10Cron spells out fields as the values they hold.
func TestS10Cron(t *testing.T) {
	week := func(c *cron) values { // through the days of a week that begins with a Sunday
		out := values{}
		for d := dayOf(2026, 1, 4); d < dayOf(2026, 1, 11); d++ {
			out[int(d.weekday())] = slices.ContainsFunc(c.weekdays, func(holds func(day) bool) bool { return holds(d) })
		}
		return out
	}
	month := func(c *cron) values {
		out := values{}
		for d := dayOf(2026, 1, 1); d < dayOf(2026, 2, 1); d++ {
			_, _, n := d.date()
			out[n] = slices.ContainsFunc(c.days, func(holds func(day) bool) bool { return holds(d) })
		}
		return out
	}
	seconds := func(c *cron) values { return c.seconds }
	minutes := func(c *cron) values { return c.minutes }
	hours := func(c *cron) values { return c.hours }
	months := func(c *cron) values { return c.months }
	for _, c := range []struct {
		text string
		of   func(*cron) values
		want []int
	}{
		{"* * * * 7", week, []int{0}},
		{"* * * * 5-7", week, []int{0, 5, 6}},
		{"* * * * 0-7", week, []int{0, 1, 2, 3, 4, 5, 6}},
		{"* * * * 7-2", week, []int{0, 1, 2}},
		{"* * * * 6-1", week, []int{0, 1, 6}},
		{"* * * * fri-MON", week, []int{0, 1, 5, 6}},
		{"* * * * SAT-SUN", week, []int{0, 6}},
		{"* * * * SUN-TUE", week, []int{0, 1, 2}},
		{"* * * * 5-1/2", week, []int{0, 5}},
		{"* * * * */2", week, []int{0, 2, 4, 6}},
		{"* * * * +1,3", week, []int{1, 3}},
		{"* 22-2 * * *", hours, []int{0, 1, 2, 22, 23}},
		{"* 22-4/3 * * *", hours, []int{1, 4, 22}},
		{"5/15 * * * *", minutes, []int{5, 20, 35, 50}},
		{"*/61 * * * *", minutes, []int{0}},
		{"*/99999999999999999999 * * * *", minutes, []int{0}},
		{"58-1 * * * *", minutes, []int{0, 1, 58, 59}},
		{"* * * NOV-feb *", months, []int{1, 2, 11, 12}},
		{"* * * JUL,11/1 *", months, []int{7, 11, 12}},
		{"00 00 01 01 *", month, []int{1}},
		{"*/20 5 4 * * *", seconds, []int{0, 20, 40}},
		{"5 4 * * *", seconds, []int{0}},
	} {
		parsed := mustCron(t, c.text, "Default")
		var got []int
		for v := range 60 {
			if c.of(parsed)[v] {
				got = append(got, v)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %v, want %v", c.text, got, c.want)
		}
	}
	for _, text := range []string{
		"", "* * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * 32 * *", "* * * 13 *", "* * * * 8",
		"0,,30 * * * *", ", * * * *", "*-5 * * * *", "+5 * * * *", "*/0 * * * *", "*/ * * * *", "/5 * * * *",
		"1/2/3 * * * *", "* * 28-3 * *", "? * * * *", "* * * * MONDAY", "* * * * 1-", "* * * * -1", "1x * * * *",
		"* * * * 1+2", "* * * ANF *", strings.Repeat("0,", 64) + "0 * * * *",
	} {
		if c, err := parseCron(text, dialects["Default"], ""); err == nil {
			t.Errorf("%q: %+v", text, c)
		}
	}
}

func mustCron(t *testing.T, text, dialect string) *cron {
	t.Helper()
	c, err := parseCron(text, dialects[dialect], "key")
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return c
}

// TestS10DayFields counts the days of 2026 on which both day fields let a
// schedule run; the 13th was a Friday in February, March and November.
func TestS10DayFields(t *testing.T) {
	for text, want := range map[string]int{
		"0 0 13 * FRI":   12 + 52 - 3,
		"0 0 13 * +FRI":  3,
		"0 0 13 * *":     12,
		"0 0 * * FRI":    52,
		"0 0 ? * FRI":    52,
		"0 0 1-31 * FRI": 365,
		"0 0 *,13 * FRI": 365,
		"0 0 31 2 *":     0,
		"0 0 31 2 FRI":   4,
	} {
		c := mustCron(t, text, "Default")
		got := 0
		for d := dayOf(2026, 1, 1); d < dayOf(2027, 1, 1); d++ {
			if c.picks(d) {
				got++
			}
		}
		if got != want {
			t.Errorf("%q: %d days, want %d", text, got, want)
		}
	}
}

// TestRefusals holds documents that the rules forbid.
func TestRefusals(t *testing.T) {
	zones := pinnedZones(t)
	window := func(text string) string { return `"windows": [{` + text + `}]` }
	daily := `"schedule": {"daily": {}}, "startTime": "01:00", "duration": "1h"`
	weekly := func(text string) string {
		return window(`"schedule": {"weekly": {` + text + `}}, "startTime": "01:00", "duration": "1h"`)
	}
	monthly := func(schedule, beside string) string {
		return window(`"schedule": {` + schedule + `}, "startTime": "01:00", "duration": "1h"` + beside)
	}
	always := `, "windows": [{"always": true}]`
	for name, doc := range map[string]string{
		"S02 both zones":              `"timeZone": "UTC", "utcOffset": "+00:00", "windows": []`,
		"S02 offset too far":          `"utcOffset": "+14:01", "windows": []`,
		"S02 offset form":             `"utcOffset": "+5:00", "windows": []`,
		"S02 Local":                   `"timeZone": "Local", "windows": []`,
		"S02 parts":                   `"timeZone": "Europe/../UTC", "windows": []`,
		"S02 letter case":             `"timeZone": "europe/london", "windows": []`,
		"cutoff of nothing":           window(daily + `, "cutoff": "0s"`),
		"cutoff in days":              window(daily + `, "cutoff": "1d"`),
		"minDuration with a fraction": `"minDuration": "1.5s", "windows": []`,
		"minDuration of a window":     window(daily + `, "minDuration": "1h"`),
		"S04 two lengths":             window(daily + `, "endTime": "02:00"`),
		"S04 no length":               window(`"schedule": {"daily": {}}, "startTime": "01:00"`),
		"S04 fraction":                window(`"schedule": {"daily": {}}, "startTime": "01:00", "duration": "1.5s"`),
		"S04 367 days":                window(`"schedule": {"daily": {}}, "startTime": "01:00", "durationHours": 8808`),
		"S05 anchor of daily":         window(daily + `, "startDate": "2026-01-01", "anchor": "startDate"`),
		"S05 anchor of cron":          window(`"schedule": {"cron": "0 0 * * *"}, "duration": "1h", "startDate": "2026-01-01", "anchor": "startDate"`),
		"S05 no days":                 weekly(`"daysOfWeek": []`),
		"S06 interval, no startDate":  weekly(`"daysOfWeek": ["Monday"], "intervalWeeks": 2`),
		"S08 day 0":                   monthly(`"absoluteMonthly": {"dayOfMonth": 0}`, ``),
		"S09 offset":                  monthly(`"relativeMonthly": {"weekIndex": "Last", "dayOfWeek": "Monday", "offsetDays": 32}`, ``),
		"S10 never":                   window(`"schedule": {"cron": "0 0 30 2 *"}, "duration": "1h"`),
		"S10 never, monthly":          monthly(`"absoluteMonthly": {"dayOfMonth": 30, "intervalMonths": 12}`, `, "startDate": "2026-02-01", "anchor": "startDate"`),
		"S10 options and real clock":  window(`"schedule": {"cron": "0 */6 * * *"}, "duration": "1h", "overlap": "first"`),
		"S10 endDate first":           window(daily + `, "startDate": "2026-01-02", "endDate": "2026-01-01"`),
		"S12 mixed":                   `"notAllowedDates": [{"start": "12-20", "end": "2027-01-04"}]` + always,
		"S12 inverted":                `"notAllowedDates": [{"start": "2026-12-20", "end": "2026-01-04"}]` + always,
		"S12 no such date":            `"notAllowedDates": [{"start": "02-30", "end": "03-01"}]` + always,
		"S13 equal":                   `"notAllowedTime": [{"start": "01:00", "end": "01:00"}]` + always,
		"S13 24:00 is no start":       `"notAllowedTime": [{"start": "24:00", "end": "01:00"}]` + always,
		"S13 mixed":                   `"notAllowedTime": [{"start": "01:00", "end": "2026-01-01T00:00:00Z"}]` + always,
		"S13 inverted":                `"notAllowedTime": [{"start": "2026-01-02T00:00:00Z", "end": "2026-01-01T00:00:00Z"}]` + always,
		"S13 weekday of instants":     `"notAllowedTime": [{"start": "2026-01-01T00:00:00Z", "end": "2026-01-02T00:00:00Z", "daysOfWeek": ["Monday"]}]` + always,
		"S13 no days":                 `"notAllowedTime": [{"start": "01:00", "end": "02:00", "daysOfWeek": []}]` + always,
		"S16 windows missing":         `"name": "x"`,
		"S16 windows null":            `"windows": null`,
		"unknown key":                 `"windows": [], "Name": "x"`,
		"duplicate key":               `"windows": [], "windows": []`,
		"two kinds":                   window(`"always": true, "span": {"start": "2026-01-01T00:00:00Z", "end": "2026-01-02T00:00:00Z"}`),
		"inverted span":               window(`"span": {"start": "2026-01-02T00:00:00Z", "end": "2026-01-01T00:00:00Z"}`),
		"empty span":                  window(`"span": {"start": "2026-01-02T00:00:00Z", "end": "2026-01-02T00:00:00Z"}`),
		"startTime beside cron":       window(`"schedule": {"cron": "0 0 * * *"}, "duration": "1h", "startTime": "01:00"`),
		"startTime missing":           window(`"schedule": {"daily": {}}, "duration": "1h"`),
		"interval 0":                  weekly(`"daysOfWeek": ["Monday"], "intervalWeeks": 0`),
		"interval above 1000":         weekly(`"daysOfWeek": ["Monday"], "intervalWeeks": 1001`),
		"names twice":                 `"windows": [{"name": "a", "always": true}, {"name": "a", "always": true}]`,
		"text after the document":     `"windows": []} {`,
		"day and days":                weekly(`"dayOfWeek": "Monday", "daysOfWeek": ["Monday"]`),
		"dates beside a span":         window(`"span": {"start": "2026-01-01T00:00:00Z", "end": "2026-01-02T00:00:00Z"}, "startDate": "2026-01-01"`),
		"always false":                window(`"always": false`),
		"no such weekday":             weekly(`"daysOfWeek": ["monday"]`),
		"no such weekIndex":           monthly(`"relativeMonthly": {"weekIndex": "Sixth", "dayOfWeek": "Monday"}`, ``),
		"no such date":                window(daily + `, "startDate": "2026-02-29"`),
		"second kind inside schedule": monthly(`"daily": {}, "cron": "0 0 * * *"`, ``),
	} {
		if p, err := Compile([]byte("{"+doc+"}"), zones); err == nil {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

// TestUnsupported tells what is refused from what is merely not evaluated.
func TestUnsupported(t *testing.T) {
	_, err := Compile([]byte(`{"windows": [{"schedule": {"rrule": "FREQ=DAILY"}, "duration": "1h"}]}`), nil)
	if !errors.Is(err, ErrUnsupported) {
		t.Error(err)
	}
}

// TestS02AmbiguousZone wants a stated zone where a local blackout of the
// policy might be read in two.
func TestS02AmbiguousZone(t *testing.T) {
	zones := pinnedZones(t)
	for doc, want := range map[string]string{
		`{"notAllowedDates": [{"start": "12-20", "end": "01-04"}], "windows": [{"always": true, "utcOffset": "+01:00"}]}`:                                           ambiguousZone,
		`{"notAllowedTime": [{"start": "01:00", "end": "02:00"}], "windows": [{"always": true, "timeZone": "Asia/Tokyo"}]}`:                                         ambiguousZone,
		`{"notAllowedTime": [{"start": "2026-01-01T00:00:00Z", "end": "2026-01-02T00:00:00Z"}], "windows": [{"always": true, "utcOffset": "+01:00"}]}`:              "",
		`{"notAllowedTime": [{"start": "01:00", "end": "02:00"}], "utcOffset": "+00:00", "windows": [{"always": true, "timeZone": "Asia/Tokyo"}]}`:                  "",
		`{"notAllowedTime": [{"start": "01:00", "end": "02:00"}], "windows": [{"always": true}]}`:                                                                   "",
		`{"windows": [{"always": true, "timeZone": "Asia/Tokyo", "notAllowedDates": [{"start": "12-20", "end": "01-04"}]}], "notAllowedDates": null}`:               "",
		`{"windows": [{"always": true, "timeZone": null, "utcOffset": null}], "notAllowedDates": [{"start": "12-20", "end": "01-04"}], "notAllowedTime": []}`:       "",
		`{"notAllowedDates": [{"start": "12-20", "end": "01-04"}], "timeZone": null, "windows": [{"always": true}, {"always": true, "timeZone": "Europe/London"}]}`: ambiguousZone,
	} {
		_, err := Compile([]byte(doc), zones)
		got := ""
		if p := (*Problem)(nil); errors.As(err, &p) {
			got = p.Code
		}
		if got != want {
			t.Errorf("%s: %q, want %q", doc, got, want)
		}
	}
}

func TestInstantsAreStrict(t *testing.T) {
	for _, c := range []struct {
		start string
		ok    bool
	}{
		{"2026-01-01T00:00:00Z", true}, {"2026-01-01T00:00:00.000+14:00", true}, {"2026-01-01T00:00:00+23:59", true},
		{"2026-01-01T00:00:00+24:00", false}, {"2026-01-01T00:00:00,000Z", false}, {"2026-01-01T2:00:00Z", false}, {"2026-01-01T00:00:00.5Z", false},
	} {
		doc := `{"windows":[{"span":{"start":"` + c.start + `","end":"2027-01-01T00:00:00Z"}}]}`
		if _, err := Compile([]byte(doc), nil); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.start, err)
		}
	}
}
