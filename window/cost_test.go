package window_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

var asked = parse("2026-11-21T08:00:00Z")

// namedTimeline is a timeline as it is used, named for the table of results.
type namedTimeline struct {
	name     string
	timeline window.Timeline
}

func timelines() []namedTimeline {
	recurrence := func(spec schedule.Spec, length func(*window.Spec)) window.Timeline {
		starts, err := schedule.MustCompile(spec).In(tz.MustLoad("America/New_York"), tz.GapForward, tz.OverlapFirst)
		if err != nil {
			panic(err)
		}
		s := window.Spec{Starts: starts}
		length(&s)
		r, err := window.Compile(s)
		if err != nil {
			panic(err)
		}
		return r.Timeline()
	}
	four := func(s *window.Spec) { s.Duration = 4 * time.Hour }
	untilSix := func(s *window.Spec) { s.EndTime = tz.MustParseTimeOfDay("06:00") }
	fortnightly := func(start string) schedule.Spec {
		return schedule.Spec{Rule: schedule.Weekly{Interval: 2, Days: tz.WeekdaysOf(tz.Wednesday, tz.Saturday)}, StartTime: tz.MustParseTimeOfDay("02:00"),
			StartDate: tz.MustParseDate(start)}
	}
	lastFriday := schedule.Spec{Rule: schedule.RelativeMonthly{WeekIndex: schedule.Last, DayOfWeek: tz.Friday}, StartTime: tz.MustParseTimeOfDay("22:00")}
	var year []window.Window
	for day := parse("2026-01-01T00:00:00Z"); day.Year() == 2026; day = day.AddDate(0, 0, 1) {
		year = append(year, window.OfSeconds(day.Unix(), day.Unix()+3600))
	}
	days := window.SetOf(year...).Timeline()
	weekly, monthly := recurrence(fortnightly("2026-01-01"), four), recurrence(lastFriday, untilSix)
	return []namedTimeline{
		{"zero", window.Timeline{}},
		{"set-of-365", days},
		{"fortnightly-since-1970", recurrence(fortnightly("1970-01-01"), four)},
		{"fortnightly-since-2026", weekly},
		{"fortnightly-until-06:00", recurrence(fortnightly("2026-01-01"), untilSix)},
		{"last-friday-until-06:00", monthly},
		{"daily-24h", recurrence(daily("12:00"), func(s *window.Spec) { s.Duration = 24 * time.Hour })},
		{"union", window.Union(weekly, monthly)},
		{"weekly-less-365", weekly.Subtract(days)},
		{"both", window.Intersect(weekly, monthly)}, // hardly ever
	}
}

// S19: no question allocates in the years that zones have tables for, but for the sequence of Windows.
func TestNoAllocs(t *testing.T) {
	for _, tl := range timelines() {
		for _, at := range []time.Time{asked, asked.AddDate(-30, 0, 0), asked.AddDate(50, 0, 0)} {
			sec := at.Unix()
			for name, f := range map[string]func(){
				"Holds":  func() { tl.timeline.Holds(sec) },
				"First":  func() { tl.timeline.First(sec, sec+window.Horizon, window.Open) },
				"Last":   func() { tl.timeline.Last(sec, sec-window.Horizon, window.Open) },
				"IsOpen": func() { tl.timeline.IsOpen(at) },
				"Next":   func() { tl.timeline.Next(at) },
				"Prev":   func() { tl.timeline.Prev(at) },
				"Around": func() { tl.timeline.Around(at) },
			} {
				if n := testing.AllocsPerRun(2, f); n != 0 {
					t.Errorf("%s, %s at %v: %v allocations", tl.name, name, at, n)
				}
			}
		}
	}
}

var (
	sinkOpen   bool
	sinkWindow window.Window
	sinkNext   window.Window
)

func BenchmarkIsOpen(b *testing.B) {
	eachTimeline(b, func(tl window.Timeline) { sinkOpen = tl.IsOpen(asked) })
}

func BenchmarkNext(b *testing.B) {
	eachTimeline(b, func(tl window.Timeline) { sinkWindow, sinkOpen = tl.Next(asked) })
}

func BenchmarkPrev(b *testing.B) {
	eachTimeline(b, func(tl window.Timeline) { sinkWindow, sinkOpen = tl.Prev(asked) })
}

func BenchmarkAround(b *testing.B) {
	eachTimeline(b, func(tl window.Timeline) { sinkOpen, sinkWindow, sinkNext = tl.Around(asked) })
}

func eachTimeline(b *testing.B, f func(window.Timeline)) {
	for _, tl := range timelines() {
		b.Run(tl.name, func(b *testing.B) {
			for b.Loop() {
				f(tl.timeline)
			}
		})
	}
}

func BenchmarkWindowsOfAYear(b *testing.B) {
	from, to := parse("2026-01-01T00:00:00Z"), parse("2027-01-01T00:00:00Z")
	eachTimeline(b, func(tl window.Timeline) {
		for w := range tl.Windows(from, to) {
			sinkWindow = w
		}
	})
}

// A start every ten minutes and one end a day: how far back it has been open is a matter of days, not of starts.
func BenchmarkBehindDenseStarts(b *testing.B) {
	for _, zoneName := range []string{"UTC", "America/New_York"} {
		b.Run(zoneName, func(b *testing.B) {
			starts, err := schedule.MustCompile(cron("*/10 * * * *")).In(tz.MustLoad(zoneName), tz.GapForward, tz.OverlapFirst)
			if err != nil {
				b.Fatal(err)
			}
			r, err := window.Compile(window.Spec{Starts: starts, EndTime: tz.MustParseTimeOfDay("12:00")})
			if err != nil {
				b.Fatal(err)
			}
			sec := parse("2026-11-03T00:00:00Z").Unix() // two days after a change of offset
			for b.Loop() {
				_, sinkOpen = r.Timeline().Last(sec, sec-4*86400, window.Shut)
			}
		})
	}
}

var sinkSet window.Set

func BenchmarkSet(b *testing.B) {
	for _, n := range []int{10, 1000} {
		var even, odd []window.Window
		for i := range n {
			even = append(even, window.OfSeconds(int64(10*i), int64(10*i+6)))
			odd = append(odd, window.OfSeconds(int64(10*i+5), int64(10*i+9)))
		}
		x, y := window.SetOf(even...), window.SetOf(odd...)
		b.Run(fmt.Sprint("of-", n), func(b *testing.B) {
			for b.Loop() {
				sinkSet = window.SetOf(even...)
			}
		})
		b.Run(fmt.Sprint("union-", n), func(b *testing.B) {
			for b.Loop() {
				sinkSet = x.Union(y)
			}
		})
		b.Run(fmt.Sprint("holds-", n), func(b *testing.B) {
			for b.Loop() {
				sinkOpen = x.Holds(int64(5 * n))
			}
		})
	}
}
