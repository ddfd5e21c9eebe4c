package window_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

func daily(start string) schedule.Spec {
	return schedule.Spec{Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay(start)}
}

func cron(text string) schedule.Spec { return schedule.Spec{Rule: schedule.MustParseCron(text)} }

// recur compiles a schedule in a zone with a length, which is either a duration (8h) or an end time (06:00).
func recur(t *testing.T, spec schedule.Spec, zoneName string, g tz.Gap, o tz.Overlap, length string) *window.Recurrence {
	t.Helper()
	starts, err := schedule.MustCompile(spec).In(tz.MustLoad(zoneName), g, o)
	if err != nil {
		t.Fatal(err)
	}
	s := window.Spec{Starts: starts}
	if strings.Contains(length, ":") {
		s.EndTime = tz.MustParseTimeOfDay(length)
	} else if s.Duration, err = time.ParseDuration(length); err != nil {
		t.Fatal(err)
	}
	r, err := window.Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// between returns the open periods of a range as texts, each without its dates' years and seconds.
func between(r *window.Recurrence, from, to string) string {
	var list []string
	for w := range r.Timeline().Windows(parse(from), parse(to)) {
		start, _ := w.Start()
		end, _ := w.End()
		list = append(list, start.Format("01-02T15:04")+"/"+end.Format("01-02T15:04"))
	}
	return strings.Join(list, " ")
}

// A duration is elapsed time, whatever the wall clock does meanwhile: New York goes from 02:00 EST to 03:00 EDT on 2026-03-08
// (07:00Z), and from 02:00 EDT to 01:00 EST on 2026-11-01 (06:00Z). An end time is on the wall clock.
func TestS04DurationIsElapsedEndTimeIsNot(t *testing.T) {
	for _, c := range []struct{ length, spring, autumn, winter string }{
		{"8h", "03-08T03:00/03-08T11:00", "11-01T02:00/11-01T10:00", "12-01T03:00/12-01T11:00"},
		{"06:00", "03-08T03:00/03-08T10:00", "11-01T02:00/11-01T11:00", "12-01T03:00/12-01T11:00"},
		{"24:00", "03-08T03:00/03-08T05:00", "11-01T02:00/11-01T04:00", "12-01T03:00/12-01T05:00"},
		{"23:59:59", "03-08T03:00/03-08T04:59", "11-01T02:00/11-01T03:59", "12-01T03:00/12-01T04:59"},
		{"00:00", "03-08T03:00/03-08T05:00", "11-01T02:00/11-01T04:00", "12-01T03:00/12-01T05:00"}, // not later than the start: the next date
	} {
		r := recur(t, daily("22:00"), "America/New_York", tz.GapForward, tz.OverlapFirst, c.length)
		if got := between(r, "2026-03-08T00:00:00Z", "2026-03-08T20:00:00Z"); got != c.spring {
			t.Errorf("%s in spring: %s, want %s", c.length, got, c.spring)
		}
		if got := between(r, "2026-11-01T00:00:00Z", "2026-11-01T20:00:00Z"); got != c.autumn {
			t.Errorf("%s in autumn: %s, want %s", c.length, got, c.autumn)
		}
		if got := between(r, "2026-12-01T00:00:00Z", "2026-12-01T20:00:00Z"); got != c.winter {
			t.Errorf("%s in winter: %s, want %s", c.length, got, c.winter)
		}
	}
}

// An end equal to the start is one whole day, 23 or 25 hours long where the clock is changed. Every Saturday, so that the days
// do not touch.
func TestS04EqualEndIsOneDay(t *testing.T) {
	spec := schedule.Spec{Rule: schedule.Weekly{Days: tz.WeekdaysOf(tz.Saturday)}, StartTime: tz.MustParseTimeOfDay("12:00")}
	r := recur(t, spec, "America/New_York", tz.GapForward, tz.OverlapFirst, "12:00")
	for day, want := range map[string]string{
		"2026-01-10": "01-10T17:00/01-11T17:00", "2026-03-07": "03-07T17:00/03-08T16:00", "2026-10-31": "10-31T16:00/11-01T17:00",
	} {
		from := parse(day + "T00:00:00Z")
		if got := between(r, from.Format(time.RFC3339), from.AddDate(0, 0, 2).Format(time.RFC3339)); got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
}

// Where start or end, or both, are in the gap of 2026-03-08: 02:00 to 03:00 does not come, and is 07:00Z.
func TestS04EndTimeAndGap(t *testing.T) {
	for _, c := range []struct{ start, end, forward, skip, next string }{
		// End in the gap: it moves forward by an hour, under next to the end of the gap.
		{"01:30", "02:30", "03-08T06:30/03-08T07:30", "03-08T06:30/03-08T07:30", "03-08T06:30/03-08T07:00"},
		// Start in the gap.
		{"02:30", "04:00", "03-08T07:30/03-08T08:00", "", "03-08T07:00/03-08T08:00"},
		// Start moved past its end: there is no such window, but the one that the end cuts off is shorter.
		{"02:30", "03:15", "", "", "03-08T07:00/03-08T07:15"},
		{"02:30", "03:30", "", "", "03-08T07:00/03-08T07:30"},
		{"02:30", "03:31", "03-08T07:30/03-08T07:31", "", "03-08T07:00/03-08T07:31"},
		// Both in the gap: both move, or meet at its end.
		{"02:15", "02:45", "03-08T07:15/03-08T07:45", "", ""},
		// Around it.
		{"01:00", "03:00", "03-08T06:00/03-08T07:00", "03-08T06:00/03-08T07:00", "03-08T06:00/03-08T07:00"},
		{"02:00", "03:00", "", "", ""}, // 02:00 itself is in the gap, and moves to 03:00
	} {
		for gap, want := range map[tz.Gap]string{tz.GapForward: c.forward, tz.GapSkip: c.skip, tz.GapNext: c.next} {
			r := recur(t, daily(c.start), "America/New_York", gap, tz.OverlapFirst, c.end)
			if got := between(r, "2026-03-08T05:30:00Z", "2026-03-08T20:00:00Z"); got != want {
				t.Errorf("%s to %s, %v: %q, want %q", c.start, c.end, gap, got, want)
			}
		}
	}
}

// The overlap of 2026-11-01: 01:00 to 02:00 comes twice, from 05:00Z and from 06:00Z on. An end in it is read as the start, or,
// under both and with a start that is not in it, the second time.
func TestS04EndTimeAndOverlap(t *testing.T) {
	for _, c := range []struct{ start, end, first, second, both string }{
		{"00:30", "01:30", "11-01T04:30/11-01T05:30", "11-01T04:30/11-01T06:30", "11-01T04:30/11-01T06:30"},
		{"23:00", "01:15", "11-01T03:00/11-01T05:15", "11-01T03:00/11-01T06:15", "11-01T03:00/11-01T06:15"},
		{"01:15", "01:45", "11-01T05:15/11-01T05:45", "11-01T06:15/11-01T06:45", "11-01T05:15/11-01T05:45 11-01T06:15/11-01T06:45"},
		{"01:30", "02:30", "11-01T05:30/11-01T07:30", "11-01T06:30/11-01T07:30", "11-01T05:30/11-01T07:30"},
		{"01:00", "02:00", "11-01T05:00/11-01T07:00", "11-01T06:00/11-01T07:00", "11-01T05:00/11-01T07:00"},
		{"02:00", "03:00", "11-01T07:00/11-01T08:00", "11-01T07:00/11-01T08:00", "11-01T07:00/11-01T08:00"},
	} {
		for overlap, want := range map[tz.Overlap]string{tz.OverlapFirst: c.first, tz.OverlapSecond: c.second, tz.OverlapBoth: c.both} {
			r := recur(t, daily(c.start), "America/New_York", tz.GapForward, overlap, c.end)
			if got := between(r, "2026-11-01T02:00:00Z", "2026-11-01T20:00:00Z"); got != want {
				t.Errorf("%s to %s, %v: %q, want %q", c.start, c.end, overlap, got, want)
			}
		}
	}
}

// Midnight that does not come: Sao Paulo went from 2018-11-04 00:00 (-03:00) to 01:00. 24:00 of the day before is in the gap.
func TestS04MidnightInGap(t *testing.T) {
	for _, end := range []string{"24:00", "00:00"} {
		for gap, want := range map[tz.Gap]string{
			tz.GapForward: "11-03T23:00/11-04T03:00", tz.GapSkip: "11-03T23:00/11-04T03:00", tz.GapNext: "11-03T23:00/11-04T03:00",
		} {
			r := recur(t, daily("20:00"), "America/Sao_Paulo", gap, tz.OverlapFirst, end)
			if got := between(r, "2018-11-03T12:00:00Z", "2018-11-04T12:00:00Z"); got != want {
				t.Errorf("20:00 to %s, %v: %q, want %q", end, gap, got, want)
			}
		}
	}
}

// S7, S4: the end may lie behind endDate, which bounds starts alone; and behind the written date that Samoa skipped.
func TestS04EndIsNotClipped(t *testing.T) {
	spec := daily("22:00")
	spec.StartDate, spec.EndDate = tz.MustParseDate("2026-01-01"), tz.MustParseDate("2026-01-02")
	r := recur(t, spec, "UTC", tz.GapForward, tz.OverlapFirst, "06:00")
	if got := between(r, "2025-01-01T00:00:00Z", "2027-01-01T00:00:00Z"); got != "01-01T22:00/01-02T06:00 01-02T22:00/01-03T06:00" {
		t.Error(got)
	}
	// Written 2011-12-29 22:00 to 2011-12-30 02:00, which does not come: moved forward by 24 hours, to 2011-12-31 02:00.
	r = recur(t, daily("22:00"), "Pacific/Apia", tz.GapForward, tz.OverlapFirst, "02:00")
	if got := between(r, "2011-12-30T00:00:00Z", "2011-12-31T00:00:00Z"); got != "12-30T08:00/12-30T12:00" {
		t.Error(got)
	}
	// Under skip, what is written on the 30th does not come; the one of the 29th still ends so.
	r = recur(t, daily("22:00"), "Pacific/Apia", tz.GapSkip, tz.OverlapFirst, "23:00")
	if got := between(r, "2011-12-29T12:00:00Z", "2011-12-31T12:00:00Z"); got != "12-30T08:00/12-30T09:00 12-31T08:00/12-31T09:00" {
		t.Error(got)
	}
}

// With several starts and one end, each window ends at the first end behind its written start: here they overlap, and the later
// ones do not end earlier.
func TestS04SeveralStartsOneEnd(t *testing.T) {
	r := recur(t, cron("0 8,12,20 * * *"), "UTC", tz.GapForward, tz.OverlapFirst, "10:00")
	if got := between(r, "2026-01-10T10:00:00Z", "2026-01-11T11:00:00Z"); got != "01-10T12:00/01-11T10:00" {
		t.Error(got)
	}
	// A gap turns the order of starts round. Lord_Howe went from 02:00 (+10:30) to 02:30 (+11:00) on 2026-10-04: 02:10 moves to 02:40
	// and ends at 02:50 (from 02:20), while 02:35 has started before and is open until the next day's 02:20.
	r = recur(t, cron("10,35 2 4 10 *"), "Australia/Lord_Howe", tz.GapForward, tz.OverlapFirst, "02:20")
	if got := between(r, "2026-10-03T00:00:00Z", "2026-10-06T00:00:00Z"); got != "10-03T15:35/10-04T15:20" {
		t.Error(got)
	}
	if w, ok := r.Timeline().Prev(parse("2026-10-20T00:00:00Z")); !ok || w.String() != "2026-10-03T15:35:00Z/2026-10-04T15:20:00Z" {
		t.Error(w, ok)
	}
}

func TestS04Lengths(t *testing.T) {
	starts, err := schedule.MustCompile(daily("22:00")).In(tz.UTC(), tz.GapForward, tz.OverlapFirst)
	if err != nil {
		t.Fatal(err)
	}
	never, err := schedule.MustCompile(cron("0 0 30 2 *")).In(tz.UTC(), tz.GapForward, tz.OverlapFirst)
	if err != nil {
		t.Fatal(err)
	}
	end := tz.MustParseTimeOfDay("06:00")
	for name, c := range map[string]struct {
		spec window.Spec
		want []string
	}{
		"a second":          {window.Spec{Starts: starts, Duration: time.Second}, nil},
		"366 days":          {window.Spec{Starts: starts, Duration: window.MaxDuration}, nil},
		"until midnight":    {window.Spec{Starts: starts, EndTime: tz.EndOfDay()}, nil},
		"until 00:00":       {window.Spec{Starts: starts, EndTime: tz.MustParseTimeOfDay("00:00")}, nil},
		"no length":         {window.Spec{Starts: starts}, []string{"Missing duration"}},
		"two lengths":       {window.Spec{Starts: starts, Duration: time.Hour, EndTime: end}, []string{"Conflict endTime"}},
		"two, one wrong":    {window.Spec{Starts: starts, Duration: -time.Hour, EndTime: end}, []string{"Conflict endTime"}},
		"too long":          {window.Spec{Starts: starts, Duration: window.MaxDuration + time.Second}, []string{"OutOfRange duration"}},
		"the longest":       {window.Spec{Starts: starts, Duration: 1<<63 - 1}, []string{"OutOfRange duration"}},
		"less than nothing": {window.Spec{Starts: starts, Duration: -1}, []string{"OutOfRange duration"}},
		"half a second":     {window.Spec{Starts: starts, Duration: time.Second / 2}, []string{"OutOfRange duration"}},
		"and a nanosecond":  {window.Spec{Starts: starts, Duration: time.Hour + 1}, []string{"OutOfRange duration"}},
		"no starts":         {window.Spec{Duration: time.Hour}, []string{"Missing schedule"}},
		"never":             {window.Spec{Starts: never, EndTime: end}, []string{"NeverMatches schedule"}},
		"all at once":       {window.Spec{}, []string{"Missing schedule", "Missing duration"}},
		"all at once again": {window.Spec{Starts: never, Duration: 400 * 24 * time.Hour}, []string{"NeverMatches schedule", "OutOfRange duration"}},
	} {
		r, err := window.Compile(c.spec)
		wantProblems(t, err, c.want...)
		if (r == nil) != (err != nil) || r != nil && *r.Starts() != *starts {
			t.Errorf("%s: %v", name, r)
		}
	}
	for d, want := range map[time.Duration][]string{
		time.Second: nil, window.MaxDuration: nil, 0: {"OutOfRange "}, -time.Second: {"OutOfRange "}, window.MaxDuration + 1: {"OutOfRange "}, 1: {"OutOfRange "},
	} {
		wantProblems(t, window.CheckDuration(d), want...)
	}
}

// Windows that touch or overlap are one open period (S11).
func TestS11DailyTwentyFourHours(t *testing.T) {
	at := parse("2026-06-01T00:00:00Z")
	// With a fixed offset one day's window touches the next: it is open for ever.
	for _, r := range []*window.Recurrence{
		recur(t, daily("12:00"), "UTC", tz.GapForward, tz.OverlapFirst, "24h"),
		recur(t, daily("12:00"), "UTC", tz.GapForward, tz.OverlapFirst, "12:00"),
		recur(t, daily("12:00"), "UTC", tz.GapForward, tz.OverlapFirst, "30h"),
		recur(t, daily("12:00"), "America/New_York", tz.GapForward, tz.OverlapFirst, "12:00"), // 25 hours in autumn, on the wall clock
		recur(t, cron("0 */6 * * *"), "UTC", tz.GapForward, tz.OverlapFirst, "6h"),
		recur(t, schedule.Spec{Rule: schedule.Weekly{Days: tz.EveryDay}, StartTime: tz.MustParseTimeOfDay("01:30")}, "UTC", tz.GapForward, tz.OverlapFirst, "24h"),
		recur(t, daily("01:30"), "America/New_York", tz.GapForward, tz.OverlapBoth, "24h"), // starts twice on the day of 25 hours
		recur(t, cron("0 0 1 1 *"), "UTC", tz.GapForward, tz.OverlapFirst, "8784h"),
		// Many starts, of which all those since noon end at the next noon, where others start.
		recur(t, cron("*/15 */2 * * *"), "America/New_York", tz.GapForward, tz.OverlapFirst, "12:00"),
	} {
		if open, span, _ := r.Timeline().Around(at); !open || span.String() != "../.." {
			t.Errorf("%v %v: open %v, %v", r.Starts().Zone(), r.Starts().Overlap(), open, span)
		}
		if w, ok := r.Timeline().Next(at); ok {
			t.Errorf("next %v", w)
		}
	}
	// A second less, and it is shut for that second.
	r := recur(t, daily("12:00"), "UTC", tz.GapForward, tz.OverlapFirst, "23h59m59s")
	if open, span, _ := r.Timeline().Around(at); !open || span.String() != "2026-05-31T12:00:00Z/2026-06-01T11:59:59Z" {
		t.Errorf("a second less: %v %v", open, span)
	}
	// In New York the day on which the clock is set back has 25 hours: the window that starts on 31 October at 12:00 EDT (16:00Z)
	// ends on 1 November at 11:00 EST (16:00Z), an hour before the next. On the short day in spring two overlap.
	r = recur(t, daily("12:00"), "America/New_York", tz.GapForward, tz.OverlapFirst, "24h")
	if open, span, _ := r.Timeline().Around(at); !open || span.String() != "2025-11-02T17:00:00Z/2026-11-01T16:00:00Z" {
		t.Errorf("New York: %v %v", open, span)
	}
	if w, ok := r.Timeline().Next(at); !ok || w.String() != "2026-11-01T17:00:00Z/2027-11-07T16:00:00Z" {
		t.Errorf("New York, next: %v %v", w, ok)
	}
	if w, ok := r.Timeline().Prev(at); !ok || w.String() != "2024-11-03T17:00:00Z/2025-11-02T16:00:00Z" {
		t.Errorf("New York, prev: %v %v", w, ok)
	}
	// Starts in the overlap itself, at 01:30: from the first reading (05:30Z) to 05:30Z of the next day, where it starts at 06:30Z.
	r = recur(t, daily("01:30"), "America/New_York", tz.GapForward, tz.OverlapFirst, "24h")
	if got := shutBetween(r, "2026-10-30T00:00:00Z", "2026-11-04T00:00:00Z"); got != "11-02T05:30/11-02T06:30" {
		t.Error(got)
	}
	// At the second (06:30Z): the one before has ended at 05:30Z.
	r = recur(t, daily("01:30"), "America/New_York", tz.GapForward, tz.OverlapSecond, "24h")
	if got := shutBetween(r, "2026-10-30T00:00:00Z", "2026-11-04T00:00:00Z"); got != "11-01T05:30/11-01T06:30" {
		t.Error(got)
	}
	// And where a start in the gap is skipped, there is no window of that day.
	r = recur(t, daily("02:30"), "America/New_York", tz.GapSkip, tz.OverlapFirst, "24h")
	if got := shutBetween(r, "2026-03-06T00:00:00Z", "2026-03-11T00:00:00Z"); got != "03-08T07:30/03-09T06:30" {
		t.Error(got)
	}
}

func shutBetween(r *window.Recurrence, from, to string) string {
	var list []string
	for w := range r.Timeline().Complement().Windows(parse(from), parse(to)) {
		start, _ := w.Start()
		end, _ := w.End()
		list = append(list, start.Format("01-02T15:04")+"/"+end.Format("01-02T15:04"))
	}
	return strings.Join(list, " ")
}

// Long windows: 365 days from each New Year on leave the last day of a leap year shut.
func TestS11YearLong(t *testing.T) {
	r := recur(t, cron("0 0 1 1 *"), "UTC", tz.GapForward, tz.OverlapFirst, "8760h")
	got := slices.Collect(r.Timeline().Complement().Windows(parse("2019-06-01T00:00:00Z"), parse("2030-01-01T00:00:00Z")))
	want := []window.Window{window.MustParse("2020-12-31T00:00:00Z/2021-01-01T00:00:00Z"), window.MustParse("2024-12-31T00:00:00Z/2025-01-01T00:00:00Z"),
		window.MustParse("2028-12-31T00:00:00Z/2029-01-01T00:00:00Z")}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// At the ends of the calendar a recurrence has its first and its last window.
func TestRecurrenceEndsOfTheCalendar(t *testing.T) {
	for _, length := range []string{"24h", "12:00"} {
		r := recur(t, daily("12:00"), "UTC", tz.GapForward, tz.OverlapFirst, length)
		if w, ok := r.Timeline().Prev(time.Date(10050, 1, 1, 0, 0, 0, 0, time.UTC)); !ok || w != window.OfSeconds(tz.Past, (tz.MaxDay+1)*86400+43200) {
			t.Errorf("%s: the last ends with %v %v", length, w, ok)
		}
		if w, ok := r.Timeline().Next(time.Date(-50, 1, 1, 0, 0, 0, 0, time.UTC)); !ok || w != window.OfSeconds(tz.MinDay*86400+43200, tz.Future) {
			t.Errorf("%s: the first begins with %v %v", length, w, ok)
		}
		if _, ok := r.Timeline().Next(time.Date(9999, 12, 31, 13, 0, 0, 0, time.UTC)); ok {
			t.Errorf("%s: one after the last", length)
		}
		if r.Holds(-1<<60) || r.Holds(1<<60) {
			t.Errorf("%s: open beyond the calendar", length)
		}
	}
}
