package schedule_test

import (
	"fmt"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// Every second Friday at 22:00. The first is the Friday on or after startDate, from which the weeks are counted.
func ExampleCompile_weekly() {
	s, err := schedule.Compile(schedule.Spec{
		Rule:      schedule.Weekly{Interval: 2, Days: tz.WeekdaysOf(tz.Friday)},
		StartTime: tz.MustParseTimeOfDay("22:00"),
		StartDate: tz.MustParseDate("2026-01-10"), // a Saturday
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	printStarts(s, "2026-01-10T00:00:00Z", 3)
	// Output:
	// 2026-01-16T22:00
	// 2026-01-30T22:00
	// 2026-02-13T22:00
}

// Every third day, counted from startDate.
func ExampleCompile_daily() {
	s := schedule.MustCompile(schedule.Spec{
		Rule:      schedule.Daily{Interval: 3},
		StartTime: tz.MustParseTimeOfDay("06:00"),
		StartDate: tz.MustParseDate("2026-02-26"),
	})
	printStarts(s, "2026-01-01T00:00:00Z", 3)
	// Output:
	// 2026-02-26T06:00
	// 2026-03-01T06:00
	// 2026-03-04T06:00
}

// The 31st, with the last day of a shorter month in its place.
func ExampleCompile_absoluteMonthly() {
	s := schedule.MustCompile(schedule.Spec{
		Rule:      schedule.AbsoluteMonthly{Days: []int{31}, ShortMonth: schedule.Clamp},
		StartTime: tz.MustParseTimeOfDay("00:00"),
	})
	printStarts(s, "2028-01-01T00:00:00Z", 3)
	// Output:
	// 2028-01-31T00:00
	// 2028-02-29T00:00
	// 2028-03-31T00:00
}

// Three days after Patch Tuesday, the second Tuesday of the month.
func ExampleCompile_relativeMonthly() {
	s := schedule.MustCompile(schedule.Spec{
		Rule:      schedule.RelativeMonthly{WeekIndex: schedule.Second, DayOfWeek: tz.Tuesday, OffsetDays: 3},
		StartTime: tz.MustParseTimeOfDay("03:00"),
	})
	printStarts(s, "2026-04-01T00:00:00Z", 3)
	// Output:
	// 2026-04-17T03:00
	// 2026-05-15T03:00
	// 2026-06-12T03:00
}

// A cron expression has times of its own.
func ExampleCompile_cron() {
	s := schedule.MustCompile(schedule.Spec{Rule: schedule.MustParseCron("30 2 * * MON-FRI")})
	printStarts(s, "2026-01-02T12:00:00Z", 3) // a Friday
	// Output:
	// 2026-01-05T02:30
	// 2026-01-06T02:30
	// 2026-01-07T02:30
}

// All problems come at once.
func ExampleCompile_problems() {
	_, err := schedule.Compile(schedule.Spec{
		Rule:      schedule.AbsoluteMonthly{Interval: 3, Days: []int{1, 32}},
		StartTime: tz.MustParseTimeOfDay("24:00"),
	})
	for _, problem := range err.(tz.Errors) {
		fmt.Println(problem.Code, problem.Path)
	}
	// Output:
	// OutOfRange startTime
	// NoStartDate schedule.absoluteMonthly.intervalMonths
	// OutOfRange schedule.absoluteMonthly.daysOfMonth[1]
}

// A zone and two options decide what becomes of times that the wall clock skips or repeats.
func ExampleSchedule_In() {
	s := schedule.MustCompile(schedule.Spec{Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay("02:30")})
	newYork := tz.MustLoad("America/New_York")
	before := time.Date(2026, 3, 8, 0, 0, 0, 0, time.UTC) // 02:30 does not come on 8 March
	for _, gap := range []tz.Gap{tz.GapForward, tz.GapSkip, tz.GapNext} {
		placed, err := s.In(newYork, gap, tz.OverlapFirst)
		if err != nil {
			fmt.Println(err)
			return
		}
		next := placed.Next(before)
		fmt.Printf("%-8v %s, when the clock reads %v\n", gap, next.Format(time.RFC3339), newYork.Read(next))
	}
	// Output:
	// forward  2026-03-08T07:30:00Z, when the clock reads 2026-03-08T03:30
	// skip     2026-03-09T06:30:00Z, when the clock reads 2026-03-09T02:30
	// next     2026-03-08T07:00:00Z, when the clock reads 2026-03-08T03:00
}

// Next is strictly later than the instant asked about, so that feeding it its own answers always advances.
func ExamplePlaced_Next() {
	s := schedule.MustCompile(schedule.Spec{
		Rule:      schedule.RelativeMonthly{WeekIndex: schedule.Last, DayOfWeek: tz.Sunday},
		StartTime: tz.MustParseTimeOfDay("01:30"),
		EndDate:   tz.MustParseDate("2026-11-30"),
	})
	placed, err := s.In(tz.MustLoad("Europe/London"), tz.GapForward, tz.OverlapFirst)
	if err != nil {
		fmt.Println(err)
		return
	}
	t := time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)
	for t = placed.Next(t); !t.IsZero(); t = placed.Next(t) {
		fmt.Println(t)
	}
	// Output:
	// 2026-09-27 00:30:00 +0000 UTC
	// 2026-10-25 00:30:00 +0000 UTC
	// 2026-11-29 01:30:00 +0000 UTC
}

// UpTo tells the written time with the instant: here one that the gap has moved.
func ExamplePlaced_UpTo() {
	s := schedule.MustCompile(schedule.Spec{Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay("02:30")})
	placed, err := s.In(tz.MustLoad("America/New_York"), tz.GapForward, tz.OverlapFirst)
	if err != nil {
		fmt.Println(err)
		return
	}
	o, ok := placed.UpTo(time.Date(2026, 3, 8, 12, 0, 0, 0, time.UTC).Unix())
	fmt.Println(o.Written(), o.Time(), ok)
	// Output: 2026-03-08T02:30 2026-03-08 07:30:00 +0000 UTC true
}

// printStarts prints the written times of the first n occurrences after an instant, in UTC.
func printStarts(s *schedule.Schedule, after string, n int) {
	placed, err := s.In(tz.UTC(), tz.GapForward, tz.OverlapFirst)
	if err != nil {
		fmt.Println(err)
		return
	}
	t, err := time.Parse(time.RFC3339, after)
	if err != nil {
		fmt.Println(err)
		return
	}
	for range n {
		t = placed.Next(t)
		fmt.Println(tz.UTC().Read(t))
	}
}
