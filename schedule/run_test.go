package schedule_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// Run promises of the span that it returns: it goes from a start to a start, holds the one asked about, and no start in it comes
// later after the one before than the given time. All starts of fourteen months are asked about, with three changes of offset in New York.
func TestRunKeepsItsWord(t *testing.T) {
	date := tz.MustParseDate
	at := tz.MustParseTimeOfDay
	longer := 0 // spans of more than one start
	for _, spec := range []schedule.Spec{
		cronSpec("*/20 0-5 * * *"), cronSpec("*/20 * * * *"), cronSpec("0 */6 * 1-10 MON-FRI"), cronSpec("30 1-3 * * SAT,SUN"),
		cronSpec("0 0,12 25-31 * *"), cronSpec("0 0,12 1-30 * *"),
		{Rule: schedule.Daily{}, StartTime: at("02:30")},
		{Rule: schedule.Daily{Interval: 2}, StartTime: at("02:30"), StartDate: date("2025-01-01")},
		{Rule: schedule.Daily{}, StartTime: at("00:00"), StartDate: date("2025-02-01"), EndDate: date("2026-04-15")},
		{Rule: schedule.Weekly{Days: tz.EveryDay}, StartTime: at("01:30")},
		{Rule: schedule.Weekly{Interval: 2, Days: tz.EveryDay}, StartTime: at("01:30"), StartDate: date("2025-01-01")},
		{Rule: schedule.Weekly{Days: tz.WeekdaysOf(tz.Saturday, tz.Sunday, tz.Monday)}, StartTime: at("23:00")},
		{Rule: schedule.AbsoluteMonthly{Interval: 2, Days: []int{30, 31, 1, 2}, ShortMonth: schedule.Clamp}, StartTime: at("02:00"), StartDate: date("2025-01-01")},
	} {
		for _, zoneName := range []string{"UTC", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"} {
			for _, option := range options {
				if (zoneName == "UTC" || schedule.MustCompile(spec).FollowsRealClock()) && option != options[0] {
					continue // no others
				}
				placed := place(t, zoneName, option.gap, option.overlap, spec)
				list := occurrencesOf(placed, "2025-09-15T00:00:00Z", "2026-11-15T00:00:00Z", t)
				for _, within := range []int64{1, 1199, 1200, 3600, 6 * 3600, 43200, 68399, 68400, 86399, 86400, 90000, 8 * 86400} {
					name := func() string { return fmt.Sprintf("%v in %s %v, within %d", spec, zoneName, option, within) }
					longer += checkRuns(t, name, placed, list, within)
				}
			}
		}
	}
	if longer < 100_000 {
		t.Errorf("only %d runs had more than one start", longer)
	}
}

func occurrencesOf(placed *schedule.Placed, from, to string, t *testing.T) []schedule.Occurrence {
	var list []schedule.Occurrence
	end := parse(t, to).Unix()
	for o, ok := placed.From(parse(t, from).Unix()); ok && o.Sec < end; o, ok = placed.From(o.Sec + 1) {
		list = append(list, o)
	}
	return list
}

// checkRuns asks about every start of list, all starts of a time, and returns how many had a run of more than themselves.
func checkRuns(t *testing.T, name func() string, placed *schedule.Placed, list []schedule.Occurrence, within int64) (longer int) {
	// The longest spans of starts no more than within apart, as places in list.
	firstOf, lastOf := make([]int, len(list)), make([]int, len(list))
	for i := range list {
		firstOf[i] = i
		if i > 0 && list[i].Sec-list[i-1].Sec <= within {
			firstOf[i] = firstOf[i-1]
		}
	}
	for i := len(list) - 1; i >= 0; i-- {
		lastOf[i] = i
		if i+1 < len(list) && list[i+1].Sec-list[i].Sec <= within {
			lastOf[i] = lastOf[i+1]
		}
	}
	place := func(sec int64) (int, bool) {
		return slices.BinarySearchFunc(list, sec, func(o schedule.Occurrence, sec int64) int { return cmp.Compare(o.Sec, sec) })
	}
	for i, o := range list {
		first, last := placed.Run(o, within)
		if first > o.Sec || last < o.Sec {
			t.Fatalf("%s: the run of %v is from %d to %d, without it", name(), o, first, last)
		}
		if first < last {
			longer++
		}
		// A run may go on beyond the list; inside it, its ends are starts of the same close sequence.
		if j, ok := place(first); first >= list[0].Sec && (!ok || j < firstOf[i]) || first < list[0].Sec && firstOf[i] != 0 {
			t.Fatalf("%s: the run of %v begins at %d, not at a start within reach", name(), o, first)
		}
		if j, ok := place(last); last <= list[len(list)-1].Sec && (!ok || j > lastOf[i]) || last > list[len(list)-1].Sec && lastOf[i] != len(list)-1 {
			t.Fatalf("%s: the run of %v ends at %d, not at a start within reach", name(), o, last)
		}
	}
	return longer
}

// The span is as long as it can be told: all of the calendar, all of a stretch of constant offset, all consecutive days.
func TestRunIsNotCutShort(t *testing.T) {
	at := tz.MustParseTimeOfDay("12:00")
	for _, c := range []struct {
		name, zone, asked string
		spec              schedule.Spec
		within            int64
		first, last       string
	}{
		{"every day for ever", "UTC", "2026-01-01T12:00:00Z", schedule.Spec{Rule: schedule.Daily{}, StartTime: at}, 86400, "0001-01-01T12:00:00Z", "9999-12-31T12:00:00Z"},
		{"every weekday is every day", "UTC", "2026-01-01T12:00:00Z", schedule.Spec{Rule: schedule.Weekly{Days: tz.EveryDay}, StartTime: at}, 86400, "0001-01-01T12:00:00Z", "9999-12-31T12:00:00Z"},
		{"a second less", "UTC", "2026-01-01T12:00:00Z", schedule.Spec{Rule: schedule.Daily{}, StartTime: at}, 86399, "2026-01-01T12:00:00Z", "2026-01-01T12:00:00Z"},
		{"cron, every day for ever", "UTC", "2026-01-01T12:00:00Z", cronSpec("0 0,12 * * *"), 43200, "0001-01-01T00:00:00Z", "9999-12-31T12:00:00Z"},
		{"between two dates", "UTC", "2026-01-01T12:00:00Z", schedule.Spec{Rule: schedule.Daily{}, StartTime: at,
			StartDate: tz.MustParseDate("2025-07-01"), EndDate: tz.MustParseDate("2026-07-02")}, 86400, "2025-07-01T12:00:00Z", "2026-07-02T12:00:00Z"},
		// New York sets its clock back on 2025-11-02 at 06:00Z and forward on 2026-03-08 at 07:00Z.
		{"a winter", "America/New_York", "2026-01-01T17:00:00Z", schedule.Spec{Rule: schedule.Daily{}, StartTime: at}, 86400, "2025-11-02T17:00:00Z", "2026-03-07T17:00:00Z"},
		{"working days", "UTC", "2026-01-07T12:00:00Z", schedule.Spec{Rule: schedule.Weekly{Days: tz.WeekdaysOf(tz.Monday, tz.Tuesday, tz.Wednesday, tz.Thursday, tz.Friday)}, StartTime: at},
			86400, "2026-01-05T12:00:00Z", "2026-01-09T12:00:00Z"},
		{"the end of one month and the beginning of the next", "UTC", "2026-01-31T12:00:00Z", schedule.Spec{Rule: schedule.AbsoluteMonthly{Days: []int{30, 31, 1, 2}}, StartTime: at},
			86400, "2026-01-30T12:00:00Z", "2026-02-02T12:00:00Z"},
		{"hours of a day", "UTC", "2026-01-31T09:00:00Z", cronSpec("0 8-17 * * *"), 3600, "2026-01-31T09:00:00Z", "2026-01-31T09:00:00Z"}, // the night is longer
	} {
		placed := place(t, c.zone, tz.GapForward, tz.OverlapFirst, c.spec)
		o, ok := placed.From(parse(t, c.asked).Unix())
		if !ok || o.Time() != parse(t, c.asked) {
			t.Fatalf("%s: no start at %s", c.name, c.asked)
		}
		if first, last := placed.Run(o, c.within); first != parse(t, c.first).Unix() || last != parse(t, c.last).Unix() {
			t.Errorf("%s: from %v to %v, want %s to %s", c.name, tz.DateTimeOfLocal(first), tz.DateTimeOfLocal(last), c.first, c.last)
		}
	}
}

// S19: an occurrence that is none, which Go code can hand over, gets some span around it and no panic.
func TestS19RunOfNoOccurrence(t *testing.T) {
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("panic: %v", p)
		}
	}()
	for _, spec := range []schedule.Spec{
		{Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay("12:00")},
		{Rule: schedule.AbsoluteMonthly{Days: []int{1}}, StartTime: tz.MustParseTimeOfDay("12:00")},
		cronSpec("0 0 * 1 *"), cronSpec("0 0 30 2 *"),
	} {
		for _, sec := range []int64{-1 << 62, -1 << 40, 0, 1 << 40, 1 << 62} {
			o := schedule.Occurrence{Local: sec, Sec: sec}
			if first, last := place(t, "UTC", tz.GapForward, tz.OverlapFirst, spec).Run(o, 8*86400); first > sec || last < sec {
				t.Errorf("%v: the run of %v is from %d to %d", spec, o, first, last)
			}
		}
	}
}
