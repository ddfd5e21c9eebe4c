package schedule_test

import (
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

type kind struct {
	name string
	spec schedule.Spec
}

// kinds are schedules of each kind, as they are used: named for the table of results.
func kinds() []kind {
	at, date := tz.MustParseTimeOfDay("02:30"), tz.MustParseDate
	fortnightly := schedule.Weekly{Interval: 2, Days: tz.WeekdaysOf(tz.Wednesday, tz.Saturday)}
	lastFriday := schedule.RelativeMonthly{Interval: 2, WeekIndex: schedule.Last, DayOfWeek: tz.Friday}
	return []kind{
		{"daily", schedule.Spec{Rule: schedule.Daily{}, StartTime: at}},
		{"daily-every-3", schedule.Spec{Rule: schedule.Daily{Interval: 3}, StartTime: at, StartDate: date("2026-01-01")}},
		{"weekly", schedule.Spec{Rule: schedule.Weekly{Days: tz.WeekdaysOf(tz.Saturday)}, StartTime: at}},
		{"fortnightly-since-1970", schedule.Spec{Rule: fortnightly, StartTime: at, StartDate: date("1970-01-01")}},
		{"fortnightly-since-2026", schedule.Spec{Rule: fortnightly, StartTime: at, StartDate: date("2026-01-01")}},
		{"absoluteMonthly", schedule.Spec{Rule: schedule.AbsoluteMonthly{Days: []int{1, 15}}, StartTime: at}},
		{"relativeMonthly", schedule.Spec{Rule: schedule.RelativeMonthly{WeekIndex: schedule.Second, DayOfWeek: tz.Tuesday, OffsetDays: 3}, StartTime: at}},
		{"last-friday-since-1970", schedule.Spec{Rule: lastFriday, StartTime: at, StartDate: date("1970-01-01")}},
		{"last-friday-since-2026", schedule.Spec{Rule: lastFriday, StartTime: at, StartDate: date("2026-01-01")}},
		{"cron", schedule.Spec{Rule: schedule.MustParseCron("*/15 2-5 * * 1-5")}},
		{"cron-real-clock", schedule.Spec{Rule: schedule.MustParseCron("*/15 * * * *")}},
		{"cron-leap-day", schedule.Spec{Rule: schedule.MustParseCron("0 0 29 2 *")}},
		{"cron-never", schedule.Spec{Rule: schedule.MustParseCron("0 0 30 2 *")}},
	}
}

// asked is an instant of 2026 at which the benchmarks ask.
var asked = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)

// S19: no question allocates in the years that zones have tables for.
func TestNoAllocs(t *testing.T) {
	for _, k := range kinds() {
		for _, zoneName := range []string{"UTC", "America/New_York"} {
			placed := place(t, zoneName, tz.GapForward, tz.OverlapFirst, k.spec)
			for _, at := range []time.Time{asked, asked.AddDate(-50, 0, 0), asked.AddDate(60, 0, 0)} {
				sec := at.Unix()
				for name, f := range map[string]func(){
					"From": func() { placed.From(sec) },
					"UpTo": func() { placed.UpTo(sec) },
					"Next": func() { placed.Next(at) },
					"Prev": func() { placed.Prev(at) },
					"Run": func() {
						if o, ok := placed.From(sec); ok {
							placed.Run(o, 86400)
						}
					},
				} {
					if n := testing.AllocsPerRun(10, f); n != 0 {
						t.Errorf("%s, %s, %s at %v: %v allocations", k.name, zoneName, name, at, n)
					}
				}
			}
		}
	}
}

var (
	sinkOccurrence schedule.Occurrence
	sinkOK         bool
)

func BenchmarkFrom(b *testing.B) {
	for _, k := range kinds() {
		b.Run(k.name, func(b *testing.B) {
			placed := inNewYork(b, k.spec)
			sec := asked.Unix()
			for b.Loop() {
				sinkOccurrence, sinkOK = placed.From(sec)
			}
		})
	}
}

func BenchmarkUpTo(b *testing.B) {
	for _, k := range kinds() {
		b.Run(k.name, func(b *testing.B) {
			placed := inNewYork(b, k.spec)
			sec := asked.Unix()
			for b.Loop() {
				sinkOccurrence, sinkOK = placed.UpTo(sec)
			}
		})
	}
}

var sinkFirst, sinkLast int64

func BenchmarkRun(b *testing.B) {
	for _, k := range kinds() {
		b.Run(k.name, func(b *testing.B) {
			placed := inNewYork(b, k.spec)
			o, ok := placed.UpTo(asked.Unix())
			if !ok {
				b.Skip("it has no start")
			}
			for b.Loop() {
				sinkFirst, sinkLast = placed.Run(o, 86400)
			}
		})
	}
}

var sinkSchedule *schedule.Schedule

func BenchmarkCompile(b *testing.B) {
	for _, k := range kinds() {
		b.Run(k.name, func(b *testing.B) {
			for b.Loop() {
				sinkSchedule = schedule.MustCompile(k.spec)
			}
		})
	}
}

func inNewYork(b *testing.B, spec schedule.Spec) *schedule.Placed {
	placed, err := schedule.MustCompile(spec).In(tz.MustLoad("America/New_York"), tz.GapForward, tz.OverlapFirst)
	if err != nil {
		b.Fatal(err)
	}
	return placed
}
