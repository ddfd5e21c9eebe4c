package schedule_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// starts lists the instants at which placed starts from one instant to another, and the written times with them. Both
// directions must agree.
func starts(t *testing.T, placed *schedule.Placed, from, to string) []string {
	t.Helper()
	first, last := parse(t, from).Unix(), parse(t, to).Unix()
	var list, back []string
	for o, ok := placed.From(first); ok && o.Sec <= last; o, ok = placed.From(o.Sec + 1) {
		list = append(list, fmt.Sprintf("%v %v", o.Written(), o.Time().Format(time.RFC3339)))
	}
	for o, ok := placed.UpTo(last); ok && o.Sec >= first; o, ok = placed.UpTo(o.Sec - 1) {
		back = append(back, fmt.Sprintf("%v %v", o.Written(), o.Time().Format(time.RFC3339)))
	}
	slices.Reverse(back)
	if !slices.Equal(list, back) {
		t.Errorf("forwards %q, backwards %q", list, back)
	}
	return list
}

func parse(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func place(t *testing.T, zoneName string, g tz.Gap, o tz.Overlap, spec schedule.Spec) *schedule.Placed {
	t.Helper()
	placed, err := schedule.MustCompile(spec).In(tz.MustLoad(zoneName), g, o)
	if err != nil {
		t.Fatal(err)
	}
	return placed
}

func cronSpec(text string) schedule.Spec { return schedule.Spec{Rule: schedule.MustParseCron(text)} }

// New York goes from 02:00 EST to 03:00 EDT on 2026-03-08, and from 02:00 EDT to 01:00 EST on 2026-11-01.
func TestS03Gap(t *testing.T) {
	for gap, want := range map[tz.Gap][]string{
		tz.GapForward: {"2026-03-08T01:10 2026-03-08T06:10:00Z", "2026-03-08T01:30 2026-03-08T06:30:00Z",
			"2026-03-08T02:10 2026-03-08T07:10:00Z", "2026-03-08T02:30 2026-03-08T07:30:00Z"},
		tz.GapSkip: {"2026-03-08T01:10 2026-03-08T06:10:00Z", "2026-03-08T01:30 2026-03-08T06:30:00Z"},
		tz.GapNext: {"2026-03-08T01:10 2026-03-08T06:10:00Z", "2026-03-08T01:30 2026-03-08T06:30:00Z",
			"2026-03-08T02:30 2026-03-08T07:00:00Z"}, // 02:10 comes at the same instant, where the latest stands for both
	} {
		placed := place(t, "America/New_York", gap, tz.OverlapFirst, cronSpec("10,30 1,2 * * *"))
		if got := starts(t, placed, "2026-03-08T05:00:00Z", "2026-03-08T12:00:00Z"); !slices.Equal(got, want) {
			t.Errorf("%v: %q, want %q", gap, got, want)
		}
	}
}

// What a gap moves may come after what is written later, or with it.
func TestS03GapChangesTheOrder(t *testing.T) {
	placed := place(t, "America/New_York", tz.GapForward, tz.OverlapFirst, cronSpec("*/20 2,3 * * *"))
	want := []string{ // 02:00, 02:20 and 02:40 come with 03:00, 03:20 and 03:40
		"2026-03-08T03:00 2026-03-08T07:00:00Z", "2026-03-08T03:20 2026-03-08T07:20:00Z", "2026-03-08T03:40 2026-03-08T07:40:00Z"}
	if got := starts(t, placed, "2026-03-08T05:00:00Z", "2026-03-08T12:00:00Z"); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	// Lord_Howe goes from 02:00 (+10:30) to 02:30 (+11:00): 02:10 moves to 02:40, which comes after 02:35.
	placed = place(t, "Australia/Lord_Howe", tz.GapForward, tz.OverlapFirst, cronSpec("10,35 2 * * *"))
	want = []string{"2026-10-04T02:35 2026-10-03T15:35:00Z", "2026-10-04T02:10 2026-10-03T15:40:00Z"}
	if got := starts(t, placed, "2026-10-03T12:00:00Z", "2026-10-03T20:00:00Z"); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestS03Overlap(t *testing.T) {
	for overlap, want := range map[tz.Overlap][]string{
		tz.OverlapFirst:  {"2026-11-01T00:30 2026-11-01T04:30:00Z", "2026-11-01T01:30 2026-11-01T05:30:00Z", "2026-11-01T02:30 2026-11-01T07:30:00Z"},
		tz.OverlapSecond: {"2026-11-01T00:30 2026-11-01T04:30:00Z", "2026-11-01T01:30 2026-11-01T06:30:00Z", "2026-11-01T02:30 2026-11-01T07:30:00Z"},
		tz.OverlapBoth: {"2026-11-01T00:30 2026-11-01T04:30:00Z", "2026-11-01T01:30 2026-11-01T05:30:00Z", "2026-11-01T01:30 2026-11-01T06:30:00Z",
			"2026-11-01T02:30 2026-11-01T07:30:00Z"},
	} {
		placed := place(t, "America/New_York", tz.GapForward, overlap, cronSpec("30 0-2 * * *"))
		if got := starts(t, placed, "2026-11-01T04:00:00Z", "2026-11-01T12:00:00Z"); !slices.Equal(got, want) {
			t.Errorf("%v: %q, want %q", overlap, got, want)
		}
	}
}

// Samoa had no 2011-12-30: a gap of 24 hours like any other, out of which that day moves onto the next.
func TestS03SkippedDate(t *testing.T) {
	for gap, want := range map[tz.Gap][]string{
		// -10:00 until 2011-12-30T10:00Z, +14:00 from then on: 09:00 on the 31st is 19:00Z of the 30th.
		tz.GapForward: {"2011-12-29T09:00 2011-12-29T19:00:00Z", "2011-12-31T09:00 2011-12-30T19:00:00Z", "2012-01-01T09:00 2011-12-31T19:00:00Z"},
		tz.GapSkip:    {"2011-12-29T09:00 2011-12-29T19:00:00Z", "2011-12-31T09:00 2011-12-30T19:00:00Z", "2012-01-01T09:00 2011-12-31T19:00:00Z"},
		tz.GapNext: {"2011-12-29T09:00 2011-12-29T19:00:00Z", "2011-12-30T09:00 2011-12-30T10:00:00Z", "2011-12-31T09:00 2011-12-30T19:00:00Z",
			"2012-01-01T09:00 2011-12-31T19:00:00Z"},
	} {
		placed := place(t, "Pacific/Apia", gap, tz.OverlapFirst, cronSpec("0 9 * * *"))
		if got := starts(t, placed, "2011-12-29T12:00:00Z", "2012-01-01T00:00:00Z"); !slices.Equal(got, want) {
			t.Errorf("daily, %v: %q, want %q", gap, got, want)
		}
	}
	// On the day that did not come, alone; two libraries hang on the first (see also 31 December).
	placed := place(t, "Pacific/Apia", tz.GapForward, tz.OverlapFirst, cronSpec("0 9 30 12 *"))
	if got := placed.Next(parse(t, "2011-12-01T00:00:00Z")); !got.Equal(parse(t, "2011-12-30T19:00:00Z")) {
		t.Errorf("30 December, moved forward: %v", got)
	}
	placed = place(t, "Pacific/Apia", tz.GapSkip, tz.OverlapFirst, cronSpec("0 9 30 12 *"))
	if got := placed.Next(parse(t, "2011-12-01T00:00:00Z")); !got.Equal(parse(t, "2012-12-29T19:00:00Z")) {
		t.Errorf("30 December, skipped: %v", got)
	}
	placed = place(t, "Pacific/Apia", tz.GapForward, tz.OverlapFirst, cronSpec("0 9 31 12 *"))
	if got := placed.Next(parse(t, "2011-12-01T00:00:00Z")); !got.Equal(parse(t, "2011-12-30T19:00:00Z")) {
		t.Errorf("31 December: %v", got)
	}
}

// S7 compares the written date, before a gap moves it: what is written on the date that Samoa skipped counts for that date.
func TestS07WrittenDateInGap(t *testing.T) {
	date := tz.MustParseDate
	at := tz.MustParseTimeOfDay("09:00")
	for _, c := range []struct {
		start, end string
		want       []string
	}{
		{"2011-12-30", "2011-12-30", []string{"2011-12-30T09:00 2011-12-30T19:00:00Z"}},
		{"2011-12-31", "2011-12-31", []string{"2011-12-31T09:00 2011-12-30T19:00:00Z"}},
		{"2011-12-28", "2011-12-29", []string{"2011-12-28T09:00 2011-12-28T19:00:00Z", "2011-12-29T09:00 2011-12-29T19:00:00Z"}},
		{"2011-12-29", "2011-12-30", []string{"2011-12-29T09:00 2011-12-29T19:00:00Z", "2011-12-30T09:00 2011-12-30T19:00:00Z"}},
	} {
		placed := place(t, "Pacific/Apia", tz.GapForward, tz.OverlapFirst,
			schedule.Spec{Rule: schedule.Daily{}, StartTime: at, StartDate: date(c.start), EndDate: date(c.end)})
		if got := starts(t, placed, "2011-01-01T00:00:00Z", "2013-01-01T00:00:00Z"); !slices.Equal(got, c.want) {
			t.Errorf("%s to %s: %q, want %q", c.start, c.end, got, c.want)
		}
	}
}

// A schedule that follows the real clock has what the clock shows, no less and no more.
func TestS10RealClock(t *testing.T) {
	placed := place(t, "America/New_York", tz.GapForward, tz.OverlapFirst, cronSpec("30 * * * *"))
	if !placed.Schedule().FollowsRealClock() || placed.Gap() != tz.GapSkip || placed.Overlap() != tz.OverlapBoth {
		t.Error("an hour field of * follows the real clock: it skips gaps and takes both readings of an overlap")
	}
	for sec := parse(t, "2026-03-08T00:30:00Z").Unix(); sec < parse(t, "2026-11-03T00:00:00Z").Unix(); sec += 3600 { // whole-hour changes
		if o, ok := placed.From(sec - 1799); !ok || o.Sec != sec {
			t.Fatalf("after %d it starts at %v, want once an hour", sec-1799, o)
		}
	}
	// In Lord_Howe, whose clock goes from 02:00 to 02:30 and from 02:00 to 01:30, times of the half hour are left out or doubled.
	placed = place(t, "Australia/Lord_Howe", tz.GapForward, tz.OverlapFirst, cronSpec("15 * * * *"))
	want := []string{"2026-10-04T01:15 2026-10-03T14:45:00Z", "2026-10-04T03:15 2026-10-03T16:15:00Z"} // 02:15 does not come
	if got := starts(t, placed, "2026-10-03T14:30:00Z", "2026-10-03T17:00:00Z"); !slices.Equal(got, want) {
		t.Errorf("gap: %q, want %q", got, want)
	}
	placed = place(t, "Australia/Lord_Howe", tz.GapForward, tz.OverlapFirst, cronSpec("45 * * * *"))
	want = []string{"2026-04-05T01:45 2026-04-04T14:45:00Z", "2026-04-05T01:45 2026-04-04T15:15:00Z", "2026-04-05T02:45 2026-04-04T16:15:00Z"}
	if got := starts(t, placed, "2026-04-04T14:30:00Z", "2026-04-04T17:00:00Z"); !slices.Equal(got, want) {
		t.Errorf("overlap: %q, want %q", got, want)
	}
}

func TestS10RealClockTakesNoOptions(t *testing.T) {
	s := schedule.MustCompile(cronSpec("30 * * * *"))
	for path, in := range map[string]func() (*schedule.Placed, error){
		"gap":     func() (*schedule.Placed, error) { return s.In(tz.UTC(), tz.GapNext, tz.OverlapFirst) },
		"overlap": func() (*schedule.Placed, error) { return s.In(tz.UTC(), tz.GapForward, tz.OverlapSecond) },
	} {
		_, err := in()
		var problem *tz.Error
		if !errors.As(err, &problem) || problem.Code != tz.Conflict || problem.Path != path {
			t.Errorf("%s: %v", path, err)
		}
	}
	if s := schedule.MustCompile(cronSpec("30 1 * * *")); s.FollowsRealClock() {
		t.Error("an hour field of 1 does not follow the real clock")
	}
}

// Next and Prev as Go schedulers take them: strictly after and before, to the fraction of a second, UTC, the zero Time for none.
func TestPlacedAsScheduler(t *testing.T) {
	placed := place(t, "Europe/Berlin", tz.GapForward, tz.OverlapFirst, schedule.Spec{
		Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay("02:00"),
		StartDate: tz.MustParseDate("1969-12-31"), EndDate: tz.MustParseDate("1970-01-02"),
	})
	// +01:00 all winter.
	one, two, three := parse(t, "1969-12-31T01:00:00Z"), parse(t, "1970-01-01T01:00:00Z"), parse(t, "1970-01-02T01:00:00Z")
	const nano = time.Nanosecond
	for _, c := range []struct{ at, prev, next time.Time }{
		{time.Time{}, time.Time{}, one},
		{one.Add(-time.Second), time.Time{}, one},
		{one.Add(-nano), time.Time{}, one},
		{one, time.Time{}, two},
		{one.Add(nano), one, two},
		{one.Add(time.Second), one, two},
		{two.Add(-nano), one, two},
		{two, one, three},
		{two.Add(nano), two, three},
		{three.Add(-nano), two, three},
		{three, two, time.Time{}},
		{three.Add(nano), three, time.Time{}},
		{time.Unix(1<<62, 0).UTC(), three, time.Time{}},
		{time.Unix(-1<<62, 0).UTC(), time.Time{}, one},
	} {
		for _, at := range []time.Time{c.at, c.at.In(time.FixedZone("", 3600))} {
			if got := placed.Next(at); got != c.next {
				t.Errorf("after %v: %v, want %v", at, got, c.next)
			}
			if got := placed.Prev(at); got != c.prev {
				t.Errorf("before %v: %v, want %v", at, got, c.prev)
			}
		}
	}
}

func TestPlacedSaysWhatItIs(t *testing.T) {
	zone := tz.MustLoad("Asia/Kathmandu")
	s := schedule.MustCompile(cronSpec("0 2 * * *"))
	placed, err := s.In(zone, tz.GapNext, tz.OverlapBoth)
	if err != nil || placed.Zone() != zone || placed.Gap() != tz.GapNext || placed.Overlap() != tz.OverlapBoth || placed.Schedule() != s {
		t.Errorf("%v %v %v %v %v", placed.Zone(), placed.Gap(), placed.Overlap(), placed.Schedule(), err)
	}
}

// A schedule that never comes has no occurrence in either direction, in any kind of zone.
func TestNeverHasNoOccurrence(t *testing.T) {
	for _, zoneName := range []string{"UTC", "America/New_York"} {
		placed := place(t, zoneName, tz.GapForward, tz.OverlapFirst, cronSpec("0 0 30 2 *"))
		for _, at := range []string{"0001-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "9999-12-31T23:59:59Z"} {
			if !placed.Schedule().Never() || !placed.Next(parse(t, at)).IsZero() || !placed.Prev(parse(t, at)).IsZero() {
				t.Errorf("%s, %s: an occurrence", zoneName, at)
			}
		}
	}
}

// The first and the last day of the calendar: their occurrences are found in zones on both sides of Greenwich.
func TestEndsOfTheCalendar(t *testing.T) {
	noon := schedule.Spec{Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay("12:00")}
	for _, offset := range []string{"-12:00", "+00:00", "+14:00"} {
		zone := tz.MustParseOffset(offset).Zone()
		placed, err := schedule.MustCompile(noon).In(zone, tz.GapForward, tz.OverlapFirst)
		if err != nil {
			t.Fatal(err)
		}
		first, ok1 := placed.From(-1 << 60)
		last, ok2 := placed.UpTo(1 << 60)
		if !ok1 || !ok2 || first.Written().String() != "0001-01-01T12:00" || last.Written().String() != "9999-12-31T12:00" {
			t.Errorf("%s: from %v to %v", offset, first.Written(), last.Written())
		}
		if _, ok := placed.UpTo(first.Sec - 1); ok {
			t.Errorf("%s: something comes before the first", offset)
		}
		if _, ok := placed.From(last.Sec + 1); ok {
			t.Errorf("%s: something comes after the last", offset)
		}
	}
	placed := place(t, "America/New_York", tz.GapForward, tz.OverlapFirst, noon)
	first, ok1 := placed.From(-1 << 60)
	last, ok2 := placed.UpTo(1 << 60)
	if !ok1 || !ok2 || first.Written().String() != "0001-01-01T12:00" || last.Time() != parse(t, "9999-12-31T17:00:00Z") {
		t.Errorf("New York: from %v to %v", first, last)
	}
}

// Vixie moves what falls into a gap of three hours at the most to its end; out of a longer one nothing comes. The other dialects know no
// such bound.
func TestS10VixieLongGap(t *testing.T) {
	const change1, written = 1_600_000_000, 1_600_000_200 // 2020-09-13T12:26:40 and 12:30
	for _, gap := range []int32{300, 3600, 3 * 3600, 3*3600 + 1, 3*3600 + 2, 3*3600 + 1800, 4 * 3600, 24 * 3600} {
		loc, err := time.LoadLocationFromTZData("Gap", tzData(0, []change{{change1, gap}}))
		if err != nil {
			t.Fatal(err)
		}
		zone, err := tz.ZoneOf("Gap/Zone", loc)
		if err != nil {
			t.Fatal(err)
		}
		for dialect, moved := range map[schedule.CronDialect]int64{schedule.CronVixie: change1, schedule.CronDefault: written, schedule.CronJenkins: written} {
			want := moved
			if dialect == schedule.CronVixie && gap > 3*3600 {
				want = time.Date(2021, 9, 13, 12, 30, 0, 0, time.UTC).Unix() - int64(gap)
			}
			if got := parseIn(t, dialect, "30 12 13 9 *").In(zone).Next(time.Unix(change1-86400, 0)); got.Unix() != want {
				t.Errorf("%v, a gap of %d s: %v, want %v", dialect, gap, got, time.Unix(want, 0).UTC())
			}
		}
	}
}
